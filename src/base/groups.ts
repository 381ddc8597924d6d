/** Puts members that have the same key together; keys and members stay in the order they come in. */
export function groupsOf<Key, Member>(
  members: Iterable<Member>,
  keyOf: (member: Member) => Key,
): Map<Key, Member[]> {
  const groups = new Map<Key, Member[]>();
  for (const member of members) addTo(groups, keyOf(member), member);
  return groups;
}

/** Adds a member to the group of its key, the first of a group too. */
export function addTo<Key, Member>(groups: Map<Key, Member[]>, key: Key, member: Member): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [member]);
  else group.push(member);
}
