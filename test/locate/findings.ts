import type { Format, Path, Ref } from "../../src/base/place.ts";
import type { Expression } from "../../src/expr/expression.ts";
import { locate } from "../../src/locate/locate.ts";
import type { Policy } from "../../src/policy/policy.ts";
import type { Declaration, Json } from "../../src/source/declaration.ts";
import { plainAttribute } from "../../src/source/plain.ts";
import type { Planned } from "../../src/source/sources.ts";
import { planCode } from "../../src/source/terraform/code.ts";
import { type FileTree, memoryTree } from "../../src/source/tree.ts";
import type { Finding } from "../../src/verdict/finding.ts";

const always: Expression = {
  text: "true",
  type: "bool",
  evaluate: () => true,
  explain: () => ({ value: true, reads: [], items: [], variables: [] }),
  observed: () => always,
  tell: () => ({ text: "true", value: true, given: [], isIdle: false, children: [], more: 0 }),
};

export const policy: Policy = {
  id: "world-open-ingress",
  family: "security-groups",
  file: "policies/security-groups/world-open-ingress.yaml",
  title: "A security group lets the whole internet in",
  severity: "high",
  enforcement: "deny",
  unresolved: "warn",
  select: "SecurityGroup",
  when: undefined,
  each: undefined,
  let: [],
  assert: always,
  message: [],
  at: undefined,
  suggest: undefined,
  params: new Map(),
  parameters: [],
  why: "Everyone can reach it.",
  fix: "Name the networks that need it. Then apply.",
  sources: [],
};

export function finding(...refs: readonly Ref[]): Finding {
  return {
    policy,
    outcome: "violated",
    severity: "high",
    enforcement: "deny",
    concept: "SecurityGroup",
    resource: refs[0]?.owner ?? "",
    message: "",
    missing: [],
    refs,
  };
}

export function ref(format: Format, file: string, owner: string, path: Path, document = 0): Ref {
  return { format, file, owner, document, path };
}

/** A resource as a plan would declare it, with the values the plan gives it. */
export function planned(file: string, owner: string, values: Json = {}): Declaration {
  const root = plainAttribute(ref("terraform", file, owner, []), values);
  const type = owner.split(".").at(-2) ?? "";
  return {
    format: "terraform",
    type,
    owner,
    file,
    mode: "managed",
    change: "create",
    root,
    before: undefined,
  };
}

/** What reading would give: plans without a configuration, that declare this, or else what is referred to. */
function sources(tree: FileTree, refs: readonly Ref[], given: readonly Declaration[]) {
  const declarations = given.length > 0 ? given : refs.map(({ file, owner }) => planned(file, owner));
  const files = [...new Set(refs.map(({ file }) => file))];
  const plans = files.map((file): Planned => {
    const own = declarations.filter((declaration) => declaration.file === file);
    return {
      file,
      root: undefined,
      code: planCode(file, undefined, own, tree),
      configuration: () => ({ modules: [], variables: new Map() }),
    };
  });
  return { declarations: given, plans };
}

/** Where the first reference that can be placed is, and the text that is marked there. */
export function seen(
  files: Readonly<Record<string, string>>,
  refs: readonly Ref[],
  declarations: readonly Declaration[] = [],
): string {
  const tree = memoryTree(files);
  const [located] = locate([finding(...refs)], tree, sources(tree, refs, declarations));
  if (located === undefined) return "";
  const { file, line, column, endColumn } = located.place;
  if (line === undefined || column === undefined || endColumn === undefined) return file;
  const text = files[file]?.split("\n")[line - 1] ?? "";
  return `${file}:${line}:${column} ${text.slice(column - 1, endColumn - 1)}`;
}
