import { expect, test } from "vitest";
import { matchesGlob } from "../../src/base/glob.ts";

test.each([
  ["module.eks.*", "module.eks.aws_eks_cluster.this", true],
  ["module.eks.*", "module.ekso.aws_eks_cluster.this", false],
  ["aws_subnet.a[*]", "aws_subnet.a[0]", true],
  ["aws_subnet.a[*]", "aws_subnet.a0", false],
  ['aws_subnet.a["eu-*"]', 'aws_subnet.a["eu-west-1a"]', true],
  ["Deployment/shop/*", "Deployment/shop/web", true],
  ["Deployment/shop/*", "Deployment/shop/web/app", false],
  ["Deployment/shop/**", "Deployment/shop/web/app", true],
  ["Deployment/**/app", "Deployment/app", true],
  ["Deployment/**/app", "Deployment/shop/web/app", true],
  ["Deployment/**/app", "Deployment/shop/web/apple", false],
  ["node-?", "node-1", true],
  ["node-?", "node-", false],
  ["a{b,c}", "ab", false],
  ["(a|b)+", "a", false],
  [".", "a", false],
])("`%s` and `%s`: %s", (glob, text, matches) => {
  expect(matchesGlob(glob, text)).toBe(matches);
});

test("no glob takes long, whatever it is held against", () => {
  const started = performance.now();
  expect(matchesGlob(`${"*a".repeat(200)}b`, "a".repeat(5_000))).toBe(false);
  expect(matchesGlob(`${"**/a/".repeat(200)}b`, "a/".repeat(5_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(2_000);
});
