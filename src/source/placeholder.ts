import type { PlainRules } from "./plain.ts";

/**
 * The rule for files that a later step fills in: `${ACCOUNT}` for envsubst and Flux, `{{ image }}` for templates.
 * A text of several lines is a script or a file, where these mean something else.
 */
export function placeholderRules(text: string): PlainRules {
  return /\$[{A-Z_]|\{\{/.test(text) ? { placeholder: placeholderIn } : {};
}

const whole = /^\$[A-Z_][A-Z0-9_]*$/;
const filledByShell = /\$\{[A-Za-z_][^}]{0,500}\}/;
/** What aws-auth fills in itself is meant as it stands. */
const filledByTemplate =
  /\{\{(?!\s{0,9}(?:EC2PrivateDNSName|SessionName|AccountID|AccessKeyID)(?:Raw)?\s{0,9}\}\})/;

function placeholderIn(text: string): string | undefined {
  if (!text.includes("$") && !text.includes("{{")) return undefined;
  if (text.includes("\n")) return undefined;
  const template = text.lastIndexOf("}}") > text.search(filledByTemplate) && filledByTemplate.test(text);
  return template || filledByShell.test(text) || whole.test(text) ? "filled in by a placeholder" : undefined;
}
