import { posix } from "node:path";
import { Failure } from "../base/failure.ts";
import type { FileTree } from "./tree.ts";

/** Terraform's own source: it is not judged, its plan is. */
export function isTerraformSource(file: string): boolean {
  return /\.(tf|tofu)(\.json)?$/.test(file);
}

/**
 * The complaint about Terraform that came without a plan, or nothing. Only folders that are deployed on their own
 * count: they configure a provider or a backend, and no other folder calls them as a module.
 */
export function withoutPlan(files: readonly string[], tree: FileTree): Failure | undefined {
  const roots = rootModules(files, tree);
  const [first] = roots;
  if (first === undefined) return undefined;
  const shown = roots.slice(0, 5).map((folder) => `\`${folder}\``);
  const more = roots.length > shown.length ? ` and ${roots.length - shown.length} more` : "";
  const verb = roots.length === 1 ? "holds" : "hold";
  const chdir = first === "." ? "" : ` -chdir=${first}`;
  const commands = ["init", "plan -out=tfplan", "show -json tfplan"].map(
    (command) => `terraform${chdir} ${command}`,
  );
  return new Failure(
    "empty",
    `${shown.join(", ")}${more} ${verb} Terraform, and there is no plan of it to judge`,
    {
      at: { file: first },
      hint: `make one: \`${commands.join(" && ")} > ${posix.join(first, "tfplan.json")}\`, or leave the folder out with \`exclude\``,
    },
  );
}

/** Folders of Terraform that are deployed on their own; `.` is the root. */
export function rootModules(files: readonly string[], tree: FileTree): readonly string[] {
  const called = new Set<string>();
  const configured = new Set<string>();
  for (const file of files) {
    const folder = posix.dirname(file);
    const text = Buffer.from(tree.bytes(file)).toString("utf8");
    if (/^[ \t]*(provider\s+"|backend\s+"|cloud\s*\{)/m.test(text)) configured.add(folder);
    for (const [, source = ""] of text.matchAll(/^[ \t]*source[ \t]*=[ \t]*"(\.\.?\/[^"]*)"/gm))
      called.add(posix.join(folder, source, "."));
  }
  return [...configured].filter((folder) => !called.has(folder) && !called.has(`${folder}/`)).sort();
}
