import { Failure } from "../base/failure.ts";
import { didYouMean } from "../base/suggest.ts";
import { buildGraph } from "../graph/build.ts";
import { excerptOf } from "../graph/excerpt.ts";
import { wantedBy } from "../graph/raw/wanted.ts";
import type { TypeDeclaration } from "../graph/vocabulary.ts";
import {
  type CaseFormat,
  type CaseInput,
  caseInput,
  holes,
  isCaseFormat,
  referenceTo,
} from "../policy/starter/case-input.ts";
import { oneLine } from "../report/escape/visible.ts";
import type { Declaration } from "../source/declaration.ts";
import { diskTree } from "../source/disk.ts";
import { read } from "../source/read.ts";

export interface RealCase {
  readonly input: CaseInput;
  /** Paths of what may be a secret. */
  readonly leftOut: readonly string[];
}

/** What a case holds of the real thing that somebody calls by this address. */
export async function realCase(
  address: string,
  select: TypeDeclaration,
  root: string,
  paths: readonly string[],
): Promise<RealCase> {
  const sources = read(await diskTree(root, paths), { wanted: wantedBy([select.name]) });
  const entities = buildGraph(sources.declarations).entities(select.name);
  const found = entities.filter(({ resource, ref }) => resource === address || ref.owner === address);
  const files = [...new Set(found.map(({ ref }) => ref.file))];
  const [ref] = found.map((each) => each.ref);
  if (ref === undefined)
    throw notFound(address, select.name, [...new Set(entities.map(({ resource }) => resource))]);
  if (files.length > 1) {
    throw new Failure(
      "usage",
      `\`${oneLine(address)}\` is in several files: ${files.map((file) => oneLine(file)).join(", ")}`,
      {
        hint: "name the file that is meant behind the address",
      },
    );
  }
  const declaration = sources.declarations.find(
    ({ file, owner }) => file === ref.file && owner === ref.owner,
  );
  if (declaration === undefined || !isCaseFormat(declaration.format)) {
    throw new Failure("usage", `\`${oneLine(address)}\` cannot be made into a case`, {
      hint: "leave --from out",
    });
  }
  return caseOf(declaration, declaration.format, sources.declarations);
}

/** A declaration as a case may hold it, with what it certainly refers to. */
function caseOf(
  { type, owner, file, root }: Declaration,
  format: CaseFormat,
  declarations: readonly Declaration[],
): RealCase {
  const beside = new Map<string, Declaration>();
  const hole = holes[format];
  const { value, leftOut } = excerptOf(root, ({ links: { targets, exact, closed } }) => {
    const [link, ...more] = targets;
    if (link === undefined || more.length > 0 || !exact || !closed || link.file !== undefined) return hole;
    const target = declarations.find((each) => each.file === file && each.owner === link.owner);
    const reference = target && referenceTo(target, link.path);
    if (target === undefined || reference === undefined || target.owner === owner) return hole;
    beside.set(target.owner, target);
    return reference;
  });
  const others = [...beside.values()].map((target) => {
    const cut = excerptOf(target.root, () => hole);
    return { type: target.type, owner: target.owner, values: cut.value, leftOut: cut.leftOut };
  });
  const input = caseInput({ format, type, owner, values: value, beside: others });
  if (input === undefined) throw new Error(`a case cannot hold ${format}`);
  const hidden = others.flatMap((each) => each.leftOut.map((path) => `${path} of ${each.owner}`));
  return { input, leftOut: [...leftOut, ...hidden] };
}

function notFound(address: string, concept: string, resources: readonly string[]): Failure {
  const some = resources.slice(0, 5).map((each) => `\`${oneLine(each)}\``);
  const hint =
    resources.length === 0
      ? `no ${concept} was read; name the files or folders it is in behind the address`
      : `there ${resources.length === 1 ? "is" : "are"} ${some.join(", ")}${resources.length > 5 ? " and more" : ""}`;
  return new Failure(
    "usage",
    `no ${concept} is called \`${oneLine(address)}\`${didYouMean(address, resources)}`,
    {
      hint,
    },
  );
}
