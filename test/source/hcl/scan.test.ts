import { describe, expect, test } from "vitest";
import { type Block, type Body, scanHcl } from "../../../src/source/hcl/scan.ts";

/** A body as an outline: attributes with their values as written, blocks with their labels. */
function outline(text: string, body: Body = scanHcl(text)): readonly unknown[] {
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return [
    ...[...body.attributes].map(([name, { value }]) => `${name} = ${cut(value)}`),
    ...body.blocks.map((block: Block) => [[block.type, ...block.labels].join(" "), ...outline(text, block)]),
  ];
}

describe("the structure of an HCL file", () => {
  test("blocks have labels, attributes and blocks of their own", () => {
    const text = `
# the cluster
resource "aws_eks_cluster" "main" {
  name = "prod" // its name
  vpc_config {
    subnet_ids = [
      aws_subnet.a.id, # one
      aws_subnet.b.id,
    ]
  }
  /* no
     logs */ enabled = true
}
locals { zones = ["a", "b"] }
provider aws {}
`;
    expect(outline(text)).toEqual([
      [
        "resource aws_eks_cluster main",
        'name = "prod"',
        "enabled = true",
        ["vpc_config", "subnet_ids = [\n      aws_subnet.a.id, # one\n      aws_subnet.b.id,\n    ]"],
      ],
      ["locals", 'zones = ["a", "b"]'],
      ["provider aws"],
    ]);
  });

  test("a block is marked from its type to its last label", () => {
    const text = 'resource "aws_subnet" "a"   {\n}\n';
    const [block] = scanHcl(text).blocks;
    expect(text.slice(block?.header.start, block?.header.end)).toBe('resource "aws_subnet" "a"');
  });

  test.each([
    ["a template with a string in it", '"${lookup(var.m, "a}")}-x"'],
    ["templates within templates", '"${"${"x"}"}"'],
    ["a for directive", '"%{ for z in var.zones ~}${z}%{ endfor }"'],
    ["an escaped template, which is text", '"$${not "'],
    ["an escaped quote", '"say \\"hi\\" {"'],
    ["braces in a string", '"}{"'],
    ["a comment sign in a string", '"http://x # y"'],
    ["a conditional", 'var.a == "x" ? [1] : [2]'],
    ["a function over several lines", 'merge(\n  var.tags, # }\n  { Name = "x" },\n)'],
    ["a for expression", '{ for k, v in var.m : k => "${v}}" if v != "" }'],
    ["an empty object", "{}"],
    ["a quoted key", '{ "a.b" = 1, "c" : 2 }'],
  ])("%s is one value", (_, value) => {
    expect(outline(`a = ${value}\nb = 1\n`)).toEqual([`a = ${value}`, "b = 1"]);
  });

  test("a heredoc ends where its marker stands alone, whatever is in it", () => {
    const text =
      'a = <<EOT\n"unclosed { ${x}\nEOT here\n  EOTX\nEOT\nb = <<-END\n  }\n  END\nc = f(<<X\n)\nX\n)\n';
    expect(outline(text)).toEqual([
      'a = <<EOT\n"unclosed { ${x}\nEOT here\n  EOTX\nEOT',
      "b = <<-END\n  }\n  END",
      "c = f(<<X\n)\nX\n)",
    ]);
  });

  test("a heredoc may hold another one with the same marker", () => {
    const value = "<<E\n${f(<<E\n}\n  E\n)}\nE";
    expect(outline(`a = ${value}\nb = 1\n`)).toEqual([`a = ${value}`, "b = 1"]);
  });

  test("Windows line ends and a byte order mark change nothing", () => {
    const text = '\uFEFFa = 1\r\nblock "x" {\r\n  b = <<E\r\n}\r\nE\r\n  c = 2 # end\r\n}\r\n';
    expect(outline(text)).toEqual(["a = 1", ["block x", "b = <<E\r\n}\r\nE", "c = 2"]]);
  });

  test("names may be written in any script and hold dashes and digits", () => {
    expect(outline('größe-2 = 1\nresource "a" "名前" {\n}\n')).toEqual(["größe-2 = 1", ["resource a 名前"]]);
  });
});

describe("a file that is not finished", () => {
  const after = '\nresource "aws_subnet" "b" {\n  zone = "x"\n}\n';
  const whole = ["resource aws_subnet b", 'zone = "x"'];

  test.each([
    ["a block", 'resource "aws_subnet" "a" {\n  zone = "y"\n'],
    ["a bracket", 'resource "aws_subnet" "a" {\n  zones = ["y",\n}\n'],
    ["a string", 'resource "aws_subnet" "a" {\n  zone = "y\n}\n'],
    ["a template", 'resource "aws_subnet" "a" {\n  zone = "${y\n}\n'],
    ["a heredoc", 'resource "aws_subnet" "a" {\n  zone = <<EOT\n}\n'],
    ["a comment", 'resource "aws_subnet" "a" {\n /* zone\n}\n'],
    ["a label", 'resource "aws_subnet\n'],
    ["a label before a block", 'resource "aws_subnet "a" {\n}'],
  ])("%s that is never closed costs its own place, not that of the next resource", (_, text) => {
    expect(outline(text + after)).toContainEqual(whole);
  });

  test("stray brackets are stepped over", () => {
    expect(outline(`}}] = ,${after}`)).toEqual([whole]);
  });

  test("neither depth nor any cut of a file makes it fail or take long", () => {
    const text = `a = "\${f({x = ["y"]})}"\nb {\n c = <<E\nE\n /* */ }${after}`;
    for (let end = 0; end <= text.length; end++) scanHcl(text.slice(0, end));
    const start = performance.now();
    for (const open of ["{", "[", '"${', "a {", "<<", "/*", 'resource "x" {\n']) scanHcl(open.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
