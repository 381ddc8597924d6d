// What dist/policies.json holds: the packaged policies and facts, read and checked. .ci/build.mjs bundles and runs it.
import { showPlace } from "../src/base/place.ts";
import { load } from "../src/gate/load.ts";
import { prepare } from "../src/policy/prepared.ts";
import { readSettings } from "../src/policy/settings.ts";

export async function preparedPolicies(packaged) {
  const {
    packaged: policies,
    facts,
    sets,
    mistakes,
  } = await load(readSettings({ root: packaged, packaged }));
  if (mistakes.length > 0) {
    throw new Error(mistakes.map(({ at, message }) => `${showPlace(at)}: ${message}`).join("\n"));
  }
  return prepare(policies, facts, sets);
}
