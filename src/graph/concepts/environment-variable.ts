import { Unknown } from "../../base/value.ts";
import { concept, type Reader } from "../concept.ts";
import { asText, scalarValue, text, unknownOf, written } from "../read.ts";

/** How credentials look wherever they stand: keys of AWS and of well-known services, private keys, addresses with a password. */
const credentials: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10}/,
  /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:@/$]{1,200}:[^\s:@/${]{3,200}@/i,
];

/** A longer text is no setting, and is not searched. */
const longest = 20_000;

/** Whether a text holds what looks like a credential. The text itself is never part of the vocabulary. */
export function looksLikeCredential(value: string): boolean {
  return value.length <= longest && credentials.some((form) => form.test(value));
}

export const environmentVariable = {
  name: text("name"),
  secret: text("valueFrom", "secretKeyRef", "name"),
  literal: (({ root }) => {
    const value = root.get("value");
    return written(value.state === "unknown" ? unknownOf(value) : isText(value.json), value);
  }) satisfies Reader,
  credential: (({ root }) => {
    const value = scalarValue(root.get("value"), asText);
    const looks = value instanceof Unknown ? value : looksLikeCredential(String(value ?? ""));
    return written(looks, root.get("value"));
  }) satisfies Reader,
};

export const environmentVariableType = concept({
  name: "EnvironmentVariable",
  doc: "An environment variable of a container. What it is set to is not shown to policies.",
  fields: {
    name: { type: "string", doc: "Its name." },
    literal: { type: "bool", doc: "Whether its value is written out, and not empty." },
    credential: {
      type: "bool",
      doc: "Whether its value is written out and has the form of a credential: an AWS access key, a private key, a token, an address with a password.",
    },
    secret: { type: "string?", doc: "The Secret its value is taken from." },
  },
});

function isText(json: unknown): boolean {
  return json !== undefined && json !== null && json !== "";
}
