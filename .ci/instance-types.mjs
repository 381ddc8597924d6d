// Makes policies/instance-types.json: what policies know about EC2 instance types.
//
//   node .ci/instance-types.mjs DATE FILE...
//
// FILE is `misc/eni-max-pods.txt` of https://github.com/aws/amazon-vpc-cni-k8s (Apache-2.0), in any of its versions; a
// type is taken from the first file that has it. DATE says how old they are. A line there is
//
//   m5.large 29 20 9      pods of a node; with custom networking; with security groups of their own (0: none is told)
//
// of which only the first number stands in older versions. Both counts of pods come from the interfaces of a type and the
// addresses of an interface, `interfaces * (addresses - 1) + 2`, the second with one interface fewer, so that these two
// come from them again. Where only one count is told, they are those of the types that have the same count, if all
// of them agree; otherwise the type is left out.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const [asOf, ...files] = process.argv.slice(2);
if (files.length === 0) throw new Error("name a date and at least one eni-max-pods.txt");

/** Nobody's nodes: previous generations that EKS does not take, Macs, and machines for one program alone. */
const leftOut = /^(bmn|c1|cr1|dl2q|hpc|hs1|m1|m2|mac|t1|u-|u7)/;

/** On Xen; everything else is built on the Nitro System, bare metal too. */
const xen = /^(c3|c4|d2|f1|g2|g3|g3s|h1|i2|i3|m3|m4|p2|p3|r3|r4|t2|x1|x1e)$/;

/** Sizes whose vCPUs do not follow from their names. https://docs.aws.amazon.com/ec2/latest/instancetypes/ */
const vcpusOf = {
  "c4.8xlarge": 36,
  "d2.8xlarge": 36,
  "t2.nano": 1,
  "t2.micro": 1,
  "t2.small": 1,
  "t2.medium": 2,
  "a1.metal": 16,
  "c5.metal": 96,
  "c5a.metal": 96,
  "c5ad.metal": 96,
  "c5d.metal": 96,
  "g4dn.metal": 96,
  "i3.metal": 72,
};

const told = files
  .flatMap((file) => linesOf(readFileSync(file, "utf8")))
  .filter(([type]) => !leftOut.test(type));
const byPods = new Map();
for (const [, pods, custom] of told) {
  if (custom === undefined) continue;
  const pair = pairOf(pods, custom);
  byPods.set(pods, byPods.has(pods) && byPods.get(pods)?.join() !== pair.join() ? undefined : pair);
}
const rows = new Map();
const skipped = [];
for (const [type, pods, custom, ofTheirOwn] of told) {
  if (rows.has(type)) continue;
  const pair = custom === undefined ? byPods.get(pods) : pairOf(pods, custom);
  if (pair === undefined) skipped.push(type);
  else rows.set(type, [...pair, pods, ofTheirOwn || null, vcpus(type), architecture(type), isNitro(type)]);
}
const columns = ["interfaces", "addresses", "pods", "podInterfaces", "vcpus", "architecture", "nitro"];
const lines = [...rows]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([type, row]) => `  "${type}": ${JSON.stringify(row)}`);
const text = `{
"source": "https://github.com/aws/amazon-vpc-cni-k8s, misc/eni-max-pods.txt (Apache-2.0), by .ci/instance-types.mjs",
"asOf": "${asOf}",
"columns": ${JSON.stringify(columns)},
"types": {
${lines.join(",\n")}
}
}
`;
writeFileSync(path.resolve(import.meta.dirname, "../policies/instance-types.json"), text);
console.log(`${rows.size} types; not told enough of: ${skipped.join(", ") || "none"}`);

function linesOf(text) {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(/\s+/))
    .map(([type, ...counts]) => [type, ...counts.map(Number)]);
}

function pairOf(pods, custom) {
  const addresses = pods - custom + 1;
  const interfaces = (pods - 2) / (addresses - 1);
  if (!Number.isInteger(interfaces)) throw new Error(`${pods} and ${custom} are of no interfaces`);
  return [interfaces, addresses];
}

/** What is made by AWS itself, Graviton, has a `g` behind its generation. */
function architecture(type) {
  return /^(a1|[a-z]+\d+g)/.test(type) ? "arm64" : "x86_64";
}

function isNitro(type) {
  const [family = "", size = ""] = type.split(".");
  return !xen.test(family) || size === "metal";
}

/** Two for each half of an `xlarge`; bare metal has those of the largest size of its family. */
function vcpus(type) {
  if (vcpusOf[type] !== undefined) return vcpusOf[type];
  const [family = "", size = ""] = type.split(".");
  const times = /^(?:metal-)?(\d+)xl(?:arge)?$/.exec(size)?.[1];
  if (times !== undefined) return 4 * Number(times);
  if (size === "xlarge") return 4;
  if (size === "large") return 2;
  if (size === "metal") {
    const sizes = told
      .map(([other]) => other)
      .filter((other) => other.startsWith(`${family}.`) && /\dxlarge$/.test(other));
    return Math.max(...sizes.map(vcpus));
  }
  return family.startsWith("t") ? 2 : 1;
}
