/** The address of a resource in a case: `aws_subnet.a`, `aws_subnet.private[0]`, `data.aws_iam_policy_document.x`. */
export interface Address {
  readonly full: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** `count.index` or `each.key`. */
  readonly index: number | string | undefined;
  /** Without the index: what configuration calls it. */
  readonly resource: string;
}

const pattern = /^(data\.)?([a-z][a-z0-9]*_[a-z0-9_]+)\.([A-Za-z_][\w-]*)(?:\[(?:(\d+)|"([^"]*)")\])?$/;

export function addressProblem(address: string): string | undefined {
  if (pattern.test(address)) return undefined;
  if (address.startsWith("module."))
    return "modules are beyond a case; use `terraform-plan` with a real plan";
  return `\`${address}\` is no address; write one like \`aws_subnet.a\` or \`data.aws_iam_policy_document.trust\``;
}

export function parseAddress(address: string): Address | undefined {
  const [, data, type, name, position, key] = pattern.exec(address) ?? [];
  if (type === undefined || name === undefined) return undefined;
  return {
    full: address,
    mode: data === undefined ? "managed" : "data",
    type,
    name,
    index: position === undefined ? key : Number(position),
    resource: `${data ?? ""}${type}.${name}`,
  };
}
