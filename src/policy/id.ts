/** What is wrong with a name as the id of a policy: how it should read, empty where that cannot be told. */
export function idProblem(id: string): string | undefined {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return undefined;
  const kebab = id
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^[^A-Za-z]+|-+$/g, "")
    .toLowerCase();
  return kebab;
}
