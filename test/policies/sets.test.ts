import { describe, expect, it } from "vitest";
import { load } from "../../src/gate/load.ts";
import { policySets } from "../../src/policy/configuration.ts";
import { applyOverrides } from "../../src/policy/override.ts";
import { readSettings } from "../../src/policy/settings.ts";

const { sets, packaged, mistakes } = await load(readSettings({ root: ".", packaged: "policies" }));

describe("the sets that come with the gate", () => {
  it("are those that can be named", () => {
    expect(mistakes).toEqual([]);
    expect(sets.map(({ name }) => name)).toEqual(
      policySets.filter((name) => name !== "recommended" && name !== "none"),
    );
  });

  describe.each(sets.map((set) => [set.name, set] as const))("`%s`", (name, set) => {
    it("names only what is there", async () => {
      const loaded = await load(readSettings({ root: ".", packaged: "policies", policies: [name] }));
      expect(loaded.mistakes).toEqual([]);
    });

    it.each(set.changes.map((change) => [change.policies, change] as const))(
      "changes `%s`",
      async (_, change) => {
        const { policies } = await applyOverrides(packaged, [change], undefined);
        const said = (all: typeof packaged) =>
          all.map(({ isOff, enforcement, unresolved, severity, params }) =>
            [isOff, enforcement, unresolved, severity, ...params].join(),
          );
        expect(said(policies)).not.toEqual(said(packaged));
      },
    );
  });
});
