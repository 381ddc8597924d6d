import fc from "fast-check";

type Hcl = fc.Arbitrary<string>;

/** Generates what a template says. */
function hcl(texts: TemplateStringsArray, ...parts: readonly Hcl[]): Hcl {
  return fc.tuple(...parts).map((filled) => String.raw({ raw: texts }, ...filled));
}

const name = fc.constantFrom("a", "b2", "aws_subnet", "größe", "a-b", "for_each", "trueish", "_x");
const space = fc.constantFrom("", " ", "  ", " /* } */ ");
/** Between what stands in parentheses or square brackets. */
const gap = fc.constantFrom("", " ", "\n", "\r\n  ", " # ]\n", "\n// )\n\t", "/*\n*/");
const word = fc.constantFrom("", "x", "a b", "ö", "$${no}", "%%{no}", "{", "}", "#", "$ ", "10% ", "//");
const escape = fc.constantFrom("\\n", '\\"', "\\\\", "\\u00e9");
const directive = fc.constantFrom("%{ if a }x%{ endif }", "%{ for b in c ~} ${b} %{~ endfor }");
const operator = fc.constantFrom("||", "&&", "==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%");

/** Values as people write them and as nobody does, with blanks, line ends and comments wherever they may be. */
const { expression } = fc.letrec<{ expression: string; operand: string; value: string }>((tie) => {
  const expression = tie("expression");
  const operand = tie("operand");
  const inside = hcl`${gap}${expression}${gap}`;

  const fill = fc.oneof(hcl`\${${inside}}`, hcl`\${~${inside}~}`);
  const quoted = hcl`"${several(fc.oneof(word, escape, fill, directive))}"`;
  const line = hcl`  ${fc.oneof(word, fill)} .${fc.constantFrom("\n", "\r\n")}`;
  const heredoc = hcl`(<<${fc.constantFrom("", "-")}END\n${several(line)}  END\n)`;

  const items = hcl`${gap}${several(hcl`${inside},`)}${fc.oneof(gap, inside)}`;
  const key = fc.oneof(name, hcl`(${inside})`, fc.constantFrom('"k"', '"${a}-b"', "null", "1"));
  const entry = hcl`${key}${space}${fc.constantFrom("=", ":")} ${expression}`;
  const object = fc
    .constantFrom("\n", ",", ",\n", " # }\n")
    .chain((end) => several(hcl`${entry}${fc.constant(end)}`));

  const names = fc.oneof(name, hcl`${name}, ${name}`);
  const condition = fc.oneof(fc.constant(""), hcl` if ${operand}`);
  const grouping = fc.constantFrom("", "...");

  const step = fc.oneof(
    hcl`.${name}`,
    fc.constantFrom("[0]", '["a.b"]', "[*]", ".*.c[1]", '.0["x"]'),
    hcl`[${inside}]`,
  );
  return {
    expression: fc.oneof(
      { maxDepth: 6, depthIdentifier: "hcl" },
      operand,
      hcl`${operand} ${operator}${space} ${expression}`,
      hcl`${operand} ? ${expression} : ${expression}`,
    ),
    operand: fc.oneof(
      { maxDepth: 6, depthIdentifier: "hcl" },
      hcl`${tie("value")}${several(step)}`,
      hcl`${fc.constantFrom("-", "!", "!!")}${tie("value")}${several(step)}`,
      hcl`(${inside})${several(step)}`,
      heredoc,
    ),
    value: fc.oneof(
      { maxDepth: 6, depthIdentifier: "hcl" },
      name,
      fc.constantFrom("true", "false", "null", "1", "2.5", "34", "[]", "{}", "f()", "{\n}"),
      quoted,
      hcl`[${items}]`,
      hcl`{ ${object} }`,
      hcl`${fc.constantFrom("f", "provider::aws::arn")}(${items})`,
      hcl`f(${inside}...${gap})`,
      hcl`[for ${names} in ${expression} : ${expression}${condition}]`,
      hcl`{for ${names} in ${expression} : ${expression} => ${expression}${grouping}${condition}}`,
    ),
  };
});

function several(item: Hcl): Hcl {
  return fc.array(item, { maxLength: 3 }).map((items) => items.join(""));
}

const comment = fc.constantFrom("", "", " # }", " // {", " /* \n */");
const lineEnd = fc.constantFrom("\n", "\r\n", "\n\n", '\n  # "\n', "\n/* { \n */\n");
const labels = fc.constantFrom("", " x", ' "y"', ' "a.b" "ö"', ' "a"b "c" ');

/** A file with attributes and blocks; no name is used twice in a body. */
export const { file: hclFile } = fc.letrec<{ file: string; item: string }>((tie) => ({
  file: fc
    .array(hcl`${tie("item")}${comment}${lineEnd}`, { maxLength: 4 })
    .map((items) => `\n${items.map((item, at) => `  n${at}${item}`).join("")}`),
  item: fc.oneof(
    { maxDepth: 3, depthIdentifier: "hcl file" },
    hcl` =${space}${expression}`,
    hcl`${labels} {${fc.oneof(fc.constant(""), hcl` a = ${expression} `)}}`,
    hcl`${labels} {${tie("file")}}`,
  ),
}));
