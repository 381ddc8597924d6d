import { groupsOf } from "../base/groups.ts";

/** Groups in the order their first member comes, so that what is worst first stays so. */
export function grouped<Member>(
  members: readonly Member[],
  by: (member: Member) => string,
): readonly (readonly [key: string, group: readonly Member[]])[] {
  return [...groupsOf(members, by)];
}
