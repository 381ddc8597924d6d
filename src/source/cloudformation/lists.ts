import type { Json } from "../declaration.ts";
import { isList, memberOf } from "../plain.ts";
import type { Around } from "./around.ts";
import { subnetsOf } from "./cidr.ts";
import { badArgument, behind, madeFrom, type Plain, plain, type Resolved, unknown } from "./resolved.ts";

const ownRegion = "${AWS::Region}";

export function select(argument: Json, around: Around): Resolved {
  const [wanted, list] = isList(argument) ? argument : [];
  if (wanted === undefined || list === undefined) return badArgument("Fn::Select");
  const index = around.textOf(wanted);
  if (index === undefined) return badArgument("Fn::Select");
  if (typeof index !== "string") return madeFrom([index]);
  const resolved = around.resolve(list);
  switch (resolved.kind) {
    case "unknown":
      return { ...madeFrom([resolved]), links: { ...resolved.links, exact: false } };
    case "zones":
      return /^\d+$/.test(index) ? plain(`${resolved.region}[${Number(index)}]`) : badArgument("Fn::Select");
    case "absent":
      return badArgument("Fn::Select");
    case "plain":
      return memberAt(resolved, Number(index), around);
  }
}

/** A member that may turn out not to be written moves those after it. */
function memberAt(list: Plain, index: number, around: Around): Resolved {
  const members = around.behind(list);
  const written = isList(list.json) ? list.json : [];
  let left = index;
  for (const [at, item] of written.entries()) {
    const resolved = members.resolve(item);
    if (resolved.kind === "absent") continue;
    if (resolved.kind === "unknown" && resolved.optional) return madeFrom([resolved]);
    if (left-- === 0) return behind(["Fn::Select", 1, ...list.at, at], resolved);
  }
  return badArgument("Fn::Select");
}

export function zonesOf(argument: Json, around: Around): Resolved {
  if (argument === "" || argument === null) return ownZones(around);
  const region = around.textOf(argument);
  if (region === undefined) return badArgument("Fn::GetAZs");
  if (typeof region === "string") return region === "" ? ownZones(around) : { kind: "zones", region };
  return memberOf(argument, "Ref") === "AWS::Region" ? ownZones(around) : madeFrom([region]);
}

function ownZones(around: Around): Resolved {
  const region = around.textOf({ Ref: "AWS::Region" });
  return { kind: "zones", region: typeof region === "string" ? region : ownRegion };
}

/** The length is known where every member is certainly there, whatever it is. */
export function length(argument: Json, around: Around): Resolved {
  const list = around.resolve(argument);
  if (list.kind !== "plain" || !isList(list.json)) {
    const why = unknown("the length of a list that is not known");
    return list.kind === "unknown" ? { ...why, choices: list.choices } : why;
  }
  const members = list.json.map((item) => around.behind(list).resolve(item));
  const doubtful = members.find((member) => member.kind === "unknown" && member.optional);
  if (doubtful?.kind === "unknown") return madeFrom([doubtful]);
  return plain(members.filter(({ kind }) => kind !== "absent").length);
}

export function cidr(argument: Json, around: Around): Resolved {
  const parts = isList(argument) ? argument.map((part) => around.textOf(part)) : [];
  const unknowns = parts.filter((part) => typeof part === "object");
  if (unknowns.length > 0) return madeFrom(unknowns);
  const [block, count, bits] = parts;
  if (typeof block !== "string" || typeof count !== "string") return badArgument("Fn::Cidr");
  if (bits === undefined) return unknown("computed by `Fn::Cidr` without saying how large");
  const subnets = subnetsOf(block, Number(count), Number(bits));
  return subnets === undefined ? badArgument("Fn::Cidr") : plain(subnets);
}
