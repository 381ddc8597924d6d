/** Groups in the order their first member comes, so that what is worst first stays so. */
export function grouped<Member>(
  members: readonly Member[],
  by: (member: Member) => string,
): readonly (readonly [key: string, group: readonly Member[]])[] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const key = by(member);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return [...groups];
}
