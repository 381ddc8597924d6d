import { describe, expect, it } from "vitest";
import { readConfiguration } from "../../src/policy/configuration.ts";
import { loadPolicies } from "../../src/policy/load.ts";
import { readSet } from "../../src/policy/set.ts";
import { facts, policyText, vocabulary } from "./world.ts";

const files = {
  "sizes/group-too-small.yaml": policyText(
    "params: { least: { type: int, default: 2, doc: x } }\nassert: self.size >= params.least",
  ),
  "sizes/group-too-wide.yaml": policyText("assert: '!self.wide'\nenforcement: off"),
};
const own = { "sizes/group-of-ours.yaml": policyText("enforcement: audit") };

function set(changes: string, name = "strict") {
  return readSet(`policies/sets/${name}.yaml`, `title: Strict\ndoc: For many.\nchanges:\n${changes}`);
}

async function under(sets: readonly string[], override = "") {
  const changes = sets.flatMap((each) => set(each).set?.changes ?? []);
  const { configuration } = readConfiguration("gate.yaml", override);
  const texts = [
    ...Object.entries(files).map(([file, text]) => ({ file, text, isPackaged: true })),
    ...Object.entries(own).map(([file, text]) => ({ file, text })),
  ];
  const options = { vocabulary, facts, changes, overrides: configuration.overrides };
  const { policies, mistakes } = await loadPolicies(texts, options);
  return {
    policies: policies.map(({ isOff, enforcement, params }) => [
      isOff ? "off" : enforcement,
      params.get("least"),
    ]),
    mistakes: mistakes.map(({ at, message }) => `${at.file}:${at.line} ${message}`),
  };
}

const deny = "  - { policies: [sizes/*], enforcement: deny, because: sizes matter }\n";
const larger =
  "  - { policies: [group-too-small], enforcement: warn, params: { least: 5 }, because: small ones fell over }\n";

describe("a set", () => {
  it("changes policies that come with the gate, and none of the user's own", async () => {
    const { policies, mistakes } = await under([deny]);
    expect(mistakes).toEqual([]);
    expect(policies).toEqual([
      ["deny", 2],
      ["deny", undefined],
      ["audit", undefined],
    ]);
  });

  it("gives way to a later set, and every set to an override", async () => {
    expect((await under([deny, larger])).policies[0]).toEqual(["warn", 5]);
    expect((await under([larger, deny])).policies[0]).toEqual(["deny", 5]);
    const override = "override: { group-too-small: { params: { least: 9 }, enforcement: off } }\n";
    expect((await under([deny, larger], override)).policies[0]).toEqual(["off", 9]);
  });

  it("that names what does not exist is a mistake at its place", async () => {
    const { mistakes } = await under([
      "  - { policies: [group-to-small], enforcement: deny, because: x }\n  - { policies: [group-too-small], params: { leest: 5 }, because: x }\n",
    ]);
    expect(mistakes).toEqual([
      "policies/sets/strict.yaml:4 no policy is called `group-to-small`; did you mean `group-too-small`?",
      "policies/sets/strict.yaml:5 `group-too-small` has no parameter `leest`; did you mean `least`?",
    ]);
  });

  it("says of each change why", () => {
    const { mistakes } = set(
      "  - { policies: [group-too-small], enforcement: block }\n  - { policies: [group-too-wide], enforcements: deny, because: x }\n",
    );
    expect(mistakes.map(({ message }) => message)).toEqual([
      "unknown key `enforcements`; did you mean `enforcement`?",
      "`enforcement` must be deny, warn, audit or off, not `block`",
      "`because` is missing in `changes`",
    ]);
    expect(set(deny).set?.changes[0]).toMatchObject({ policies: "sizes/*", because: "sizes matter" });
  });

  it("is a map", () => {
    expect(readSet("policies/sets/strict.yaml", "- deny\n").mistakes).toHaveLength(1);
  });
});
