import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Path, showPlace } from "../../src/base/place.ts";
import { locate } from "../../src/locate/locate.ts";
import { diskTree } from "../../src/source/disk.ts";
import { read } from "../../src/source/read.ts";
import { finding, ref } from "./findings.ts";

const root = fileURLToPath(new URL("../fixtures/terraform/platform/", import.meta.url));
const tree = await diskTree(root, []);
const sources = read(tree, { wanted: () => true });

/** `prod` was planned with `-var-file vars/people.tfvars`, `dev` with `-var visitor=0.0.0.0/0`. */
type Environment = "prod" | "dev";

/** The places that a value passes on its way to its cause, or the only place there is. */
function way(environment: Environment, owner: string, path: Path): readonly string[] {
  const value = ref("terraform", `live/${environment}/plan.json`, owner, path);
  const [located] = locate([finding(value)], tree, sources);
  if (located === undefined) return [];
  expect(located.note).toBeUndefined();
  expect(located.trail.at(-1)?.place ?? located.place).toBe(located.place);
  const steps = located.trail.map(({ place, what }) => `${showPlace(place)} ${what}`);
  return steps.length > 0 ? steps : [showPlace(located.place)];
}

const lab = 'module.stack["lab[0]"].module.cluster';
const shop = 'module.stack["shop.eu"].module.cluster';
const old = 'module.stack["the \\"old\\" one"].module.cluster';
const cidrs: Path = ["vpc_config", 0, "public_access_cidrs", 0];
const isPublic: Path = ["vpc_config", 0, "endpoint_public_access"];

describe("a value in a module of the repository is followed through every call", () => {
  test("to the entry of `for_each` that its instance was made from, whatever its key looks like", () => {
    expect(way("prod", `${lab}.aws_eks_cluster.this[0]`, cidrs)).toEqual([
      "modules/stack/cluster/main.tf:46:31 the attribute",
      "modules/stack/main.tf:24:14 argument `cidrs` of module `cluster`",
      "live/prod/main.tf:21:14 argument `endpoint` of module `stack`",
      "live/prod/main.tf:18:14 `for_each` of module `stack`",
      "live/prod/variables.tf:1:1 variable `stacks`",
      "live/prod/prod.auto.tfvars:5:46 `prod.auto.tfvars`",
    ]);
    expect(way("prod", `${old}.aws_eks_cluster.this[0]`, isPublic).slice(2)).toEqual([
      "live/prod/main.tf:21:14 argument `endpoint` of module `stack`",
      "live/prod/main.tf:18:14 `for_each` of module `stack`",
      "live/prod/variables.tf:1:1 variable `stacks`",
      "live/prod/prod.auto.tfvars:8:16 `prod.auto.tfvars`",
    ]);
  });

  test("to what is merged in where its own entry says nothing", () => {
    expect(way("prod", `${shop}.aws_eks_cluster.this[0]`, cidrs)).toEqual([
      "modules/stack/cluster/main.tf:46:31 the attribute",
      "modules/stack/main.tf:24:14 argument `cidrs` of module `cluster`",
      "live/prod/main.tf:21:14 argument `endpoint` of module `stack`",
      "live/prod/main.tf:106:40 local `endpoint`",
    ]);
  });

  test("to what is looked up, or what stands in for it", () => {
    const ssh = (index: number): Path => ["ingress", index, "cidr_blocks", 0];
    const nodes = "module.firewall[0].aws_security_group.nodes";
    const inModules = [
      "modules/stack/cluster/firewall/main.tf:21:19 the attribute",
      "modules/stack/cluster/main.tf:56:13 argument `ssh` of module `firewall`",
      "modules/stack/main.tf:25:22 argument `firewall` of module `cluster`",
      "live/prod/main.tf:22:14 argument `ssh` of module `stack`",
    ];
    expect(way("prod", `${shop}.${nodes}`, ssh(0))).toEqual([
      ...inModules,
      "live/prod/main.tf:18:14 `for_each` of module `stack`",
      "live/prod/variables.tf:1:1 variable `stacks`",
      "live/prod/prod.auto.tfvars:4:31 `prod.auto.tfvars`",
    ]);
    expect(way("prod", `${lab}.${nodes}`, ssh(1))).toEqual([
      ...inModules,
      "live/prod/main.tf:104:15 local `office`",
    ]);
  });

  test("through `for`, with what it leaves out, into a file of variables in JSON", () => {
    const rule = "module.firewall[0].aws_vpc_security_group_ingress_rule.given";
    expect(way("prod", `${shop}.${rule}["443"]`, ["cidr_ipv4"])).toEqual([
      "modules/stack/cluster/firewall/main.tf:40:23 the attribute",
      "modules/stack/cluster/firewall/main.tf:34:14 `for_each` of `aws_vpc_security_group_ingress_rule.given`",
      "modules/stack/cluster/main.tf:57:13 argument `rules` of module `firewall`",
      "modules/stack/main.tf:25:39 argument `firewall` of module `cluster`",
      "live/prod/main.tf:23:14 argument `rules` of module `stack`",
      "live/prod/variables.tf:6:1 variable `rules`",
      "live/prod/rules.auto.tfvars.json:4:28 `rules.auto.tfvars.json`",
    ]);
    expect(way("prod", `${shop}.${rule}["22"]`, ["cidr_ipv6"]).at(-1)).toBe(
      "live/prod/rules.auto.tfvars.json:5:27 `rules.auto.tfvars.json`",
    );
  });

  test("to the default of a variable that nobody sets", () => {
    expect(way("prod", `${shop}.aws_eks_cluster.this[0]`, ["enabled_cluster_log_types", 0])).toEqual([
      "modules/stack/cluster/main.tf:41:31 the attribute",
      "modules/stack/cluster/main.tf:23:10 local `logs`",
      "modules/stack/cluster/main.tf:19:14 default of variable `logs`",
    ]);
  });

  test("by `count.index` where there is no key", () => {
    const inStack = (index: number) => `module.stack[${index}].module.cluster.aws_eks_cluster.this[0]`;
    expect(way("dev", inStack(0), isPublic).at(-1)).toBe("live/dev/terraform.tfvars:2:36 `terraform.tfvars`");
    expect(way("dev", inStack(1), isPublic).at(-1)).toBe("live/dev/terraform.tfvars:3:3 `terraform.tfvars`");
    expect(way("dev", inStack(1), ["name"])).toEqual([
      "modules/stack/cluster/main.tf:37:14 the attribute",
      "modules/stack/cluster/main.tf:24:10 local `name`",
    ]);
  });

  test("past an override file", () => {
    const rule =
      "module.stack[0].module.cluster.module.firewall[0].aws_vpc_security_group_ingress_rule.given";
    expect(way("dev", `${rule}["5432"]`, ["cidr_ipv4"]).at(-1)).toBe(
      "live/dev/main_override.tf:2:34 argument `rules` of module `stack`",
    );
  });

  test("no further than the block where the platform's default counts", () => {
    expect(way("prod", `${shop}.aws_eks_cluster.this[0]`, ["encryption_config"])).toEqual([
      "modules/stack/cluster/main.tf:35:1",
    ]);
    expect(way("prod", `${shop}.aws_eks_cluster.this[0]`, ["vpc_config", 0, "security_group_ids"])).toEqual([
      "modules/stack/cluster/main.tf:43:3",
    ]);
  });
});

describe("a value in a module from elsewhere is followed to the argument of the call", () => {
  test("through the module's files, where `terraform init` put them, and shows none of them", () => {
    const rule = (key: string) => `module.fence.aws_security_group_rule.in["${key}"]`;
    expect(way("prod", rule("web"), ["cidr_blocks", 0])).toEqual([
      "live/prod/main.tf:33:41 argument `rules` of module `fence`",
      "live/prod/main.tf:105:15 local `world`",
    ]);
    expect(way("prod", rule("jump.host"), ["cidr_blocks", 1])).toEqual([
      "live/prod/main.tf:34:58 argument `rules` of module `fence`",
      "live/prod/variables.tf:19:1 variable `guest`",
      "live/prod/prod.auto.tfvars:1:9 `prod.auto.tfvars`",
    ]);
    expect(way("prod", rule("jump.host"), ["from_port"])).toEqual(["live/prod/main.tf:34:28"]);
    expect(
      way("prod", "module.fence.module.gate.aws_security_group_rule.admins", ["cidr_blocks", 1]),
    ).toEqual([
      "live/prod/main.tf:36:12 argument `admins` of module `fence`",
      "live/prod/main.tf:105:15 local `world`",
    ]);
  });

  test("by what the plan says of its expressions, where they are not here", () => {
    expect(way("prod", 'module.moat.aws_security_group_rule.in["drawbridge"]', ["cidr_blocks", 0])).toEqual([
      "live/prod/main.tf:45:12 argument `rules` of module `moat`",
      "live/prod/main.tf:112:15 local `moat`",
      "live/prod/main.tf:105:15 local `world`",
    ]);
    expect(way("prod", "module.moat.module.gate.aws_security_group_rule.admins", ["cidr_blocks", 0])).toEqual(
      [
        "live/prod/main.tf:46:12 argument `admins` of module `moat`",
        "live/prod/variables.tf:24:1 variable `admins`",
        "live/prod/vars/people.tfvars:1:11 `people.tfvars`",
      ],
    );
  });

  test.each(["fence", "moat"])("or to the call, where no argument of %s feeds it", (name) => {
    const line = name === "fence" ? 27 : 40;
    expect(way("prod", `module.${name}.module.gate.aws_security_group_rule.admins`, ["from_port"])).toEqual([
      `live/prod/main.tf:${line}:1`,
    ]);
    expect(way("prod", `module.${name}.aws_security_group.this`, ["description"])).toEqual([
      `live/prod/main.tf:${line}:1`,
    ]);
  });
});

describe("a value of the root module is followed", () => {
  test("through a dynamic block to the entry that its block was made from", () => {
    const edge = (...path: Path) => way("prod", "aws_security_group.edge", ["ingress", ...path]);
    expect(edge(0, "cidr_blocks", 1)).toEqual([
      "live/prod/main.tf:60:21 the attribute",
      "live/prod/main.tf:53:16 `for_each` of the dynamic block `ingress`",
      "live/prod/variables.tf:14:1 variable `ports`",
      "live/prod/terraform.tfvars:5:48 `terraform.tfvars`",
    ]);
    expect(edge(1, "from_port").at(-1)).toBe("live/prod/terraform.tfvars:4:21 `terraform.tfvars`");
    expect(edge(1, "description").at(-1)).toBe("live/prod/terraform.tfvars:4:3 `terraform.tfvars`");
    expect(edge(2, "cidr_blocks", 0)).toEqual([
      "live/prod/main.tf:69:19 the attribute",
      "live/prod/main.tf:104:15 local `office`",
    ]);
  });

  test("out of a trust policy, in a heredoc and in `jsonencode`", () => {
    const principal: Path = ["assume_role_policy", "Statement", 0, "Principal", "AWS"];
    expect(way("prod", "aws_iam_role.deployer", principal)).toEqual([
      "live/prod/main.tf:82:33 the attribute",
      "live/prod/variables.tf:28:1 variable `deployer`",
      "live/prod/vars/people.tfvars:2:12 `people.tfvars`",
    ]);
    expect(way("prod", "aws_iam_role.reader", principal)).toEqual([
      "live/prod/main.tf:97:29 the attribute",
      "live/prod/main.tf:107:22 local `readers`",
    ]);
  });

  test("to the key of `for_each`, where its own key is meant", () => {
    expect(way("dev", 'aws_security_group.doors["x[0]"]', ["name"])).toEqual([
      "live/dev/main.tf:48:14 the attribute",
      "live/dev/main.tf:47:14 `for_each` of `aws_security_group.doors`",
      "live/dev/main.tf:43:35 local `keys`",
    ]);
  });

  test("to the turn of a `for` that made it, where a list of objects stands for blocks", () => {
    const listed = (...path: Path) => way("dev", "aws_security_group.listed", ["ingress", ...path]);
    expect(listed(0, "from_port")).toEqual(["live/dev/main.tf:60:31"]);
    expect(listed(1, "cidr_blocks", 0)).toEqual(["live/dev/main.tf:65:54"]);
  });

  test("to the variable, where its value was given on the command line", () => {
    const what = "variable `visitor`, given on the command line or by the environment";
    expect(way("dev", "aws_security_group.listed", ["ingress", 0, "cidr_blocks", 0])).toEqual([
      "live/dev/main.tf:65:38 the attribute",
      `live/dev/main.tf:23:1 ${what}`,
    ]);
    expect(way("dev", "aws_security_group.door", ["ingress", 0, "cidr_blocks", 1])).toEqual([
      "live/dev/door.tf.json:12:43 the attribute",
      `live/dev/main.tf:23:1 ${what}`,
    ]);
  });
});
