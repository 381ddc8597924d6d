import { PartialList, Unknown, type Value } from "../../base/value.ts";
import { members, some } from "./members.ts";
import type { Truth } from "./truth.ts";

const prefix = "system:serviceaccount:";

/** Whether a value, read as a pattern, takes service accounts of namespaces that it does not write out. */
export function takesAnyNamespace(values: Value): Truth {
  return some(values, (value) => typeof value === "string" && isOpen(value) && !isNamespaceWritten(value));
}

/** Whether a value, read as a pattern, writes the namespace out and not the name. */
export function takesAnyName(values: Value): Truth {
  return some(values, (value) => typeof value === "string" && isOpen(value) && isNamespaceWritten(value));
}

/** Those of some values that no service account of any cluster can have as its subject. */
export function impossible(values: Value, wildcards: boolean): Value {
  const { known, doubtful } = members(values);
  const kept = known.filter((value) => typeof value === "string" && !isPossible(value, wildcards));
  const unknown = known.flatMap((value) => (value instanceof Unknown ? value.missing : []));
  const missing = [...unknown, ...doubtful.missing];
  const isClosed = unknown.length === 0 && doubtful.bounded && doubtful.candidates.length === 0;
  return isClosed ? kept : new PartialList(kept, new Unknown(missing));
}

function isOpen(value: string): boolean {
  return /[*?]/.test(value);
}

function isNamespaceWritten(value: string): boolean {
  const steps = value.split(":");
  return steps.length === 4 && !isOpen(steps.slice(0, 3).join(":"));
}

function isPossible(value: string, wildcards: boolean): boolean {
  // A variable stands for something that only the request says.
  if (value.includes("${")) return true;
  if (wildcards && isOpen(value)) {
    const begin = value.slice(0, value.search(/[*?]/));
    return begin.startsWith(prefix) || prefix.startsWith(begin);
  }
  const [namespace = "", name = "", ...more] = value.slice(prefix.length).split(":");
  return value.startsWith(prefix) && more.length === 0 && isNamespace(namespace) && isName(name);
}

/** A DNS label, as Kubernetes wants of a namespace. */
function isNamespace(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** A DNS name, as Kubernetes wants of a service account. */
function isName(text: string): boolean {
  return (
    text.length <= 253 && text.split(".").every((label) => /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(label))
  );
}
