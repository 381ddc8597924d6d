import { Failure } from "./base/failure.ts";
import { heardBefore, notCompared } from "./gate/earlier.ts";
import { hear, readOptions } from "./gate/hear.ts";
import { asFailure, load } from "./gate/load.ts";
import type { GateOptions } from "./gate/options.ts";
import { pictures } from "./gate/pictures.ts";
import { listOf, loadProposal, propose } from "./gate/proposal.ts";
import { locate, placesIn } from "./locate/locate.ts";
import { applyWaivers, unwaived } from "./locate/waivers/apply.ts";
import type { Inventory } from "./policy/inventory.ts";
import { read } from "./source/read.ts";
import type { InputFile } from "./source/sources.ts";
import { compare } from "./verdict/compare.ts";
import { decide, emptiness, worstFirst } from "./verdict/decide.ts";
import type { Verdict } from "./verdict/finding.ts";
import { inForce } from "./verdict/in-force.ts";

/** The whole product: bytes in, verdict out. It does not throw for what is wrong with input or policies. */
export async function gate(options: GateOptions): Promise<Verdict> {
  const started = options.clock();
  const { settings, tree, base, proposed } = options;
  const loaded = await load(settings);
  const brought = proposed === undefined ? undefined : await loadProposal(proposed);
  const reading = readOptions(options, [
    loaded,
    ...(brought instanceof Failure || !brought ? [] : [brought]),
  ]);
  const sources = read(tree, reading);
  const heard = await hear(loaded, settings, sources, options.now);
  const { graph, policies, judged } = heard;
  const before = base && (await heardBefore(base, sources, loaded, options, reading));
  const earlier = before?.judged.findings;
  const place = placesIn(tree, sources);
  const located = locate(judged.findings, tree, sources, place);
  const compared = earlier && compare(located, earlier);
  const counted = settings.configuration.newOnly === false ? located : (compared?.findings ?? located);
  const list = listOf(settings, loaded, sources, options);
  const waived = applyWaivers(worstFirst(inForce(counted)), {
    ...list,
    policies: loaded.policies.map(({ id }) => id),
    tree,
    place,
    inBase: base && ((file) => base.text?.(file)),
  });
  const run = {
    findings: waived.findings,
    policies,
    inputs: sources.inputs,
    failures: [...loaded.mistakes.map(asFailure), ...sources.failures, ...waived.failures],
  };
  const empty = run.failures.length === 0 ? emptiness(run) : undefined;
  return {
    ...run,
    conclusion: decide(run),
    failures: empty === undefined ? run.failures : [empty],
    tally: judged.tally,
    notes: [...sources.notes, ...waived.notes, ...notCompared(options, sources, run.findings)],
    leftAlone: sources.leftAlone,
    inputs: [...run.inputs, ...loaded.inventories.map(inventoryInput)],
    entities: graph.size,
    ...(waived.uses.length > 0 ? { waivers: waived.uses } : {}),
    ...(base && compared ? { comparison: { base: base.name, resolved: compared.resolved } } : {}),
    ...(options.pictures === true
      ? pictures(heard, base?.tree && before?.graph, run.findings, sources, options)
      : {}),
    ...(proposed === undefined || brought === undefined
      ? {}
      : {
          policyChange: await propose(proposed, brought, unwaived(judged.findings, list), sources, options),
        }),
    elapsedMilliseconds: options.clock() - started,
  };
}

/** It is read and not judged: it declares nothing. */
function inventoryInput({ file, bytes }: Inventory): InputFile {
  return { file, format: "inventory", bytes, declares: 0 };
}
