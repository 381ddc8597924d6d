import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../base/failure.ts";
import { suggest } from "../base/suggest.ts";
import { load } from "../gate/load.ts";
import { concepts } from "../graph/concepts/all.ts";
import { apiVersionOf } from "../graph/raw/kind-attributes.ts";
import { rawType } from "../graph/raw/raw-entities.ts";
import { rawSelect } from "../graph/raw/raw-select.ts";
import type { TypeDeclaration } from "../graph/vocabulary.ts";
import { vocabulary } from "../graph/words.ts";
import { idProblem } from "../policy/id.ts";
import { isCaseFormat, stubs } from "../policy/starter/case-input.ts";
import { newPolicyText } from "../policy/starter/new-policy.ts";
import { escapeLog } from "../report/escape/log.ts";
import { oneLine } from "../report/escape/visible.ts";
import { nextSteps } from "./next-steps.ts";
import { parse, policyOptions, settingsOf } from "./options.ts";
import { ownPolicies } from "./own-policies.ts";
import { realCase } from "./real-case.ts";
import { writeNew } from "./write-new.ts";

const options = {
  ...policyOptions,
  select: { type: "string", short: "s" },
  from: { type: "string" },
  family: { type: "string", default: "team" },
} as const;

/** `new <id> --select <concept>`: a policy file of one's own, with its cases to fill in. */
export async function newPolicy(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("new", args, options);
  const [id, ...paths] = positionals;
  if (id === undefined) throw new Failure("usage", "new takes the id of the policy", { hint: example });
  if (values.from === undefined && paths.length > 0) {
    throw new Failure("usage", `\`${paths[0]}\` is one word too many`, {
      hint: `paths go with --from; ${example}`,
    });
  }
  const select = selected(values.select);
  const root = process.cwd();
  const { folder, isNamed } = ownPolicies(root, values.config);
  await refuseId(id, values);
  refuseFamily(values.family);
  const file = `${folder}/${values.family}/${id}.yaml`;
  if (existsSync(join(root, file))) throw alreadyThere(file);
  const cut = values.from === undefined ? undefined : await realCase(values.from, select, root, paths);
  const small = stubs(concepts.find(({ name }) => name === select.name) ?? rawSuppliers(select.name));
  const others = small.filter(({ format }) => format !== cut?.input.format);
  const inputs = cut === undefined ? small : [cut.input, ...others];
  const text = newPolicyText({ id, select, inputs, from: values.from });
  if (!writeNew(root, file, text)) throw alreadyThere(file);
  process.stdout.write(escapeLog(said({ file, folder, isNamed, leftOut: cut?.leftOut ?? [] })));
  return 0;
}

const example = "write: eks-policy-gate new node-group-without-owner --select NodeGroup";

function said(about: {
  readonly file: string;
  readonly folder: string;
  readonly isNamed: boolean;
  readonly leftOut: readonly string[];
}): string {
  const { file, folder, isNamed, leftOut } = about;
  const steps = [
    "say in `assert` what must be true, and in `message` what is wrong where it is not",
    `make every case what it says it is: eks-policy-gate test ${file}`,
    `see what it finds here: eks-policy-gate check --policies ./${file}`,
    ...(isNamed ? [] : [`name ./${folder} under \`policies\` in .github/eks-policy-gate.yaml`]),
  ];
  const left = leftOut.map((path) => `left out    ${oneLine(path)}, which may be a secret\n`);
  return `wrote       ${file}\n${left.join("")}\n${nextSteps(steps)}`;
}

/** How a type that is selected by its own name is declared. */
function rawSuppliers(name: string): Parameters<typeof stubs>[0] {
  const raw = rawSelect(name);
  if (raw === undefined) return { suppliers: [] };
  const { format, type } = raw;
  const version = format === "kubernetes" && !type.includes("/") ? `${apiVersionOf(type)}/` : "";
  return { suppliers: [{ format, types: [`${version}${type}`], fields: {} }] };
}

function selected(name: string | undefined): TypeDeclaration {
  const selectable = vocabulary.types.filter(
    ({ selectable, formats }) => selectable && formats.some(isCaseFormat),
  );
  const names = selectable.map((each) => each.name);
  if (name === undefined) {
    throw new Failure("usage", "new needs the concept that is asked, as in `--select NodeGroup`", {
      hint: `concepts are ${names.join(", ")}`,
    });
  }
  const raw = rawSelect(name);
  const found = raw === undefined ? selectable.find((each) => each.name === name) : rawType(raw);
  if (found !== undefined) return found;
  const known = vocabulary.types.find((each) => each.name === name);
  if (known !== undefined) {
    throw new Failure(
      "usage",
      `\`${name}\` cannot be selected: it is only a part of others, or told by inventories`,
      {
        hint: "see VOCABULARY.md",
      },
    );
  }
  const meant = suggest(name, names);
  const hint = meant === undefined ? `concepts are ${names.join(", ")}` : `did you mean \`${meant}\`?`;
  throw new Failure("usage", `there is no concept \`${name}\``, { hint });
}

async function refuseId(
  id: string,
  values: { readonly policies?: string[]; readonly config?: string },
): Promise<void> {
  const meant = idProblem(id);
  if (meant !== undefined) {
    throw new Failure("usage", `\`${oneLine(id)}\` cannot be the id of a policy`, {
      hint: `ids name the defect in small letters with hyphens${meant === "" ? ", as in node-group-without-owner" : `: ${meant}`}`,
    });
  }
  const { policies } = await load(settingsOf({ ...values, policies: values.policies ?? ["recommended"] }));
  const other = policies.find((policy) => policy.id === id);
  if (other === undefined) return;
  throw new Failure("usage", `\`${id}\` is already the id of \`${other.file}\``, {
    hint: "name what is different about yours, or change that one under `override`",
  });
}

function refuseFamily(family: string): void {
  if (idProblem(family) === undefined) return;
  throw new Failure("usage", `\`${oneLine(family)}\` cannot be a family of policies`, {
    hint: "a family is a folder in small letters with hyphens, as in multi-az",
  });
}

function alreadyThere(file: string): Failure {
  return new Failure("usage", `\`${file}\` is already there`, {
    hint: "choose another id, or remove it first",
  });
}
