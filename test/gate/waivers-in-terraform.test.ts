import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { outcomeOf } from "./answered.ts";

const words = 'until=2026-12-31 owner=@acme/network reason="ticket 12, \\"open\\" for now"';
const comment = `eks-policy-gate:ignore world-open-admin-port ${words}`;

const files = Object.fromEntries(
  ["main.tf", "m/main.tf", "plan.json"].map((file) => {
    const url = new URL(`../fixtures/terraform/waived/${file}`, import.meta.url);
    return [`infra/${file}`, readFileSync(url, "utf8")];
  }),
);

/** The files with a comment above the first line that begins with some words, or at its end. */
function commented(line: string, { file = "infra/main.tf", sign = "#", atEnd = false } = {}) {
  const lines = (files[file] ?? "").split("\n");
  const index = lines.findIndex((each) => each.trim().startsWith(line));
  const written = `${sign} ${comment}`;
  if (atEnd) lines[index] += ` ${written}`;
  else lines.splice(index, 0, `  ${written}`);
  return { ...files, [file]: lines.join("\n") };
}

async function waivedIn(changed: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings, problems } = await outcomeOf(changed);
  expect(problems).toEqual([]);
  return findings.flatMap((finding) => {
    const [kind, policy, ...resource] = finding.split(" ");
    return kind === "waived" && policy === "world-open-admin-port" ? [resource.join(" ")] : [];
  });
}

const lb = "aws_security_group.lb ingress[0]";
const web = ["aws_security_group.web[0] ingress[0]", "aws_security_group.web[1] ingress[0]"];
const rule = "aws_security_group_rule.r";
const inModule = "module.m.aws_security_group.in ingress[0]";

test.each([
  ["above a resource", commented('resource "aws_security_group" "lb"'), [lb]],
  ["above a resource with several instances", commented('resource "aws_security_group" "web"'), web],
  ["at the end of its line", commented('resource "aws_security_group_rule"', { atEnd: true }), [rule]],
  ["above a block in it", commented("ingress {"), [lb]],
  ["above the attribute", commented("cidr_blocks = var"), [lb]],
  ["at the end of the attribute", commented("cidr_blocks = var", { atEnd: true, sign: "//" }), [lb]],
  ["above a list", commented("cidr_blocks = ["), web],
  ["above a member of it", commented('"0.0.0.0/0",'), web],
  ["above the default of a variable", commented("default ="), [lb]],
  ["above the variable", commented('variable "cidrs"'), [lb]],
  ["above the local value", commented("open ="), [rule]],
  ["above the argument of a module", commented("cidrs  ="), [inModule]],
  [
    "in the module",
    commented('resource "aws_security_group" "in"', { file: "infra/m/main.tf", sign: "//" }),
    [inModule],
  ],
  ["above another member of a list", commented('"10.0.0.0/8",'), []],
  ["above another attribute", commented("from_port"), []],
  ["above all local values", commented("locals {"), []],
  ["above the call of a module of one's own", commented('module "m"'), []],
])("a comment %s means what stands there", async (_, changed, meant) => {
  expect(await waivedIn(changed)).toEqual(meant);
});

test("a comment counts on a pull request where it stands beside the same in the base", async () => {
  const head = commented("cidr_blocks = var");
  const moved = { ...head, "infra/main.tf": `# more\n\n${head["infra/main.tf"]}` };
  const waived = async (base: Readonly<Record<string, string>>) =>
    (await outcomeOf(moved, { base })).waivers.map((use) => use.split(" ")[0]);
  expect(await waived(head)).toEqual(["used"]);
  expect(await waived(files)).toEqual(["refused"]);
  expect(await waived(commented("from_port"))).toEqual(["refused"]);
  expect(await waived(commented('resource "aws_security_group" "lb"'))).toEqual(["refused"]);
});
