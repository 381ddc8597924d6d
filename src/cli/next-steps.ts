/** What to do next, in order. */
export function nextSteps(steps: readonly string[]): string {
  return `next\n${steps.map((step, index) => `  ${index + 1}. ${step}\n`).join("")}`;
}
