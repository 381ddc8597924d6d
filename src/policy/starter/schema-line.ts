/** The first line of a file that editors with yaml-language-server check and complete. */
export function schemaLine(kind: "policy" | "configuration" | "waivers"): string {
  return `# yaml-language-server: $schema=${folder}/${kind}.schema.json`;
}

const folder = "https://raw.githubusercontent.com/eks-policy-gate/eks-policy-gate/v1/policies";
