import { Failure } from "../base/failure.ts";
import { suggest } from "../base/suggest.ts";
import { load } from "../gate/load.ts";
import { underSets } from "../policy/differences.ts";
import { articleOf } from "../policy/pages/article.ts";
import { articleText } from "../policy/pages/terminal.ts";
import { escapeLog } from "../report/escape/log.ts";
import { complain } from "./list.ts";
import { parse, policyOptions, settingsOf } from "./options.ts";

/** `explain <policy>`: what a person who met it wants to know. */
export async function explain(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("explain", args, policyOptions);
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) {
    throw new Failure("usage", "explain takes the name of one policy", { hint: "see eks-policy-gate list" });
  }
  const { policies, packaged, sets, mistakes } = await load(settingsOf(values, { cases: true }));
  const policy = policies.find((candidate) => candidate.id === id);
  if (policy === undefined) {
    const meant = suggest(
      id,
      policies.map((candidate) => candidate.id),
    );
    const hint = meant === undefined ? "see eks-policy-gate list" : `did you mean \`${meant}\`?`;
    throw new Failure("usage", `there is no policy \`${id}\``, { hint });
  }
  const under = packaged.some(({ file }) => file === policy.file)
    ? await underSets(packaged, sets)
    : undefined;
  process.stdout.write(escapeLog(articleText(articleOf(policy, under?.get(id) ?? []))));
  return complain(mistakes);
}
