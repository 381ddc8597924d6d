import type { PlainRules } from "./plain.ts";

/**
 * The rule for files that a later step fills in: `${ACCOUNT}` for envsubst and Flux, `{{ image }}` for templates.
 * A text of several lines is a script or a file, where these mean something else.
 */
export function placeholderRules(text: string): PlainRules {
  return /\$[{A-Z_]|\{\{/.test(text) ? { placeholder: placeholderIn } : {};
}

const whole = /^\$[A-Z_][A-Z0-9_]*$/;
/** What aws-auth fills in itself is meant as it stands. */
const part =
  /\$\{[A-Za-z_][^}]*\}|\{\{(?!\s*(?:EC2PrivateDNSName|SessionName|AccountID|AccessKeyID)(?:Raw)?\s*\}\}).*\}\}/;

function placeholderIn(text: string): string | undefined {
  if (!text.includes("$") && !text.includes("{{")) return undefined;
  return !text.includes("\n") && (part.test(text) || whole.test(text))
    ? "filled in by a placeholder"
    : undefined;
}
