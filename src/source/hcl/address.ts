/** A Terraform address without its instance keys, which choose among the copies of one block. */
export interface Address {
  /** The module calls that lead to it, outermost first. */
  readonly modules: readonly string[];
  readonly mode: "resource" | "data";
  readonly type: string;
  readonly name: string;
}

/** Reads `module.a["x.y"].data.aws_subnet.b[0]`; `undefined` for what is no resource's address. */
export function parseAddress(address: string): Address | undefined {
  const steps = stepsOf(address);
  if (steps === undefined) return undefined;
  const modules: string[] = [];
  let at = 0;
  for (; steps[at] === "module" && steps.length - at > 2; at += 2) modules.push(steps[at + 1] ?? "");
  const mode = steps[at] === "data" && steps.length - at === 3 ? "data" : "resource";
  const [type, name, ...rest] = steps.slice(mode === "data" ? at + 1 : at);
  return type === undefined || name === undefined || rest.length > 0
    ? undefined
    : { modules, mode, type, name };
}

const step = /([\p{L}\p{N}_-]+)(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?(?:\.|$)/uy;

function stepsOf(address: string): readonly string[] | undefined {
  const steps: string[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < address.length) {
    const name = step.exec(address)?.[1];
    if (name === undefined) return undefined;
    steps.push(name);
  }
  return steps;
}
