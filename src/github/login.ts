/** GraphQL leaves out the `[bot]` that REST puts behind the name of an app. */
export function plainLogin(login: string): string {
  return login.toLowerCase().replace(/\[bot\]$/, "");
}
