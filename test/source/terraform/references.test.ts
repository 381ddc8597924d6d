import { describe, expect, test } from "vitest";
import { find, linked, planFrom, planOf, smallPlan } from "./planned.ts";

const shop = planOf("shop");
const rootOf = (owner: string) => find(shop, owner).root;
const blue = 'module.cluster["shop.blue"]';
const green = 'module.cluster["shop \\"green\\""]';

describe("a reference leads", () => {
  test("to the one attribute that a single value is made of", () => {
    expect(linked(rootOf("aws_eks_cluster.plain").get("role_arn"))).toEqual({
      to: ["aws_iam_role.cluster arn"],
      exact: true,
      closed: true,
    });
  });

  test("to every resource of a list that only enumerates, for certain", () => {
    expect(linked(rootOf("aws_eks_cluster.plain").get("vpc_config", 0, "subnet_ids"))).toEqual({
      to: ["aws_subnet.a id", "aws_subnet.b id"],
      exact: true,
      closed: true,
    });
  });

  test("to everything a condition can choose, and not for certain", () => {
    expect(linked(rootOf("aws_eks_cluster.hidden").get("vpc_config", 0, "subnet_ids"))).toEqual({
      to: ["aws_subnet.a id", "aws_subnet.b id"],
      exact: false,
      closed: true,
    });
  });

  test("to all instances of a resource, which is no more than an upper bound", () => {
    expect(linked(rootOf("aws_eks_node_group.templated").get("subnet_ids"))).toEqual({
      to: ["aws_subnet.counted[0]", "aws_subnet.counted[1]"],
      exact: false,
      closed: true,
    });
  });

  test("to the instance with the same count, when it is indexed by it", () => {
    expect(linked(rootOf("aws_route_table_association.counted[1]").get("subnet_id"))).toEqual({
      to: ["aws_subnet.counted[1]"],
      exact: true,
      closed: true,
    });
  });

  test("to every instance, when something else has a part in the index", () => {
    expect(linked(rootOf("aws_route_table_association.counted[1]").get("route_table_id"))).toEqual({
      to: ["aws_route_table.counted[0]", "aws_route_table.counted[1]"],
      exact: false,
      closed: true,
    });
  });

  test("to the instance with the same key, when it is indexed by each.key or chained by for_each", () => {
    const association = rootOf('module.network.aws_route_table_association.private["b"]');
    expect(linked(association.get("route_table_id"))).toMatchObject({
      to: ['module.network.aws_route_table.private["b"]'],
      exact: true,
    });
    expect(linked(association.get("subnet_id"))).toMatchObject({
      to: ['module.network.aws_subnet.private["b"] id'],
      exact: true,
    });
  });

  test("up through variables and for_each of modules, and down into outputs", () => {
    for (const module of [blue, green]) {
      expect(
        linked(rootOf(`${module}.module.nodes["spot"].aws_eks_node_group.this`).get("subnet_ids")),
      ).toEqual({
        to: ['module.network.aws_subnet.private["a"]', 'module.network.aws_subnet.private["b"]'],
        exact: false,
        closed: true,
      });
    }
  });

  test("to resources of its own module instance only", () => {
    const role = (module: string) =>
      linked(rootOf(`${module}.module.nodes["on-demand"].aws_eks_node_group.this`).get("node_role_arn"));
    expect(role(blue).to).toEqual([`${blue}.module.nodes["on-demand"].aws_iam_role.this[0] arn`]);
    expect(role(green).to).toEqual([`${green}.module.nodes["on-demand"].aws_iam_role.this[0] arn`]);
    expect(role(blue).exact).toBe(true);
  });

  test("to data sources, read or still to be read", () => {
    expect(linked(rootOf(`${blue}.aws_iam_role.irsa`).get("assume_role_policy"))).toEqual({
      to: [`${blue}.data.aws_iam_policy_document.irsa json`],
      exact: true,
      closed: true,
    });
    expect(linked(rootOf(`${blue}.aws_iam_role.this`).get("assume_role_policy"))).toMatchObject({
      to: [`${blue}.data.aws_iam_policy_document.cluster json`],
      closed: true,
    });
  });

  test("from one block to the block's own references", () => {
    const conditions = rootOf(`${green}.data.aws_iam_policy_document.irsa`)
      .get("statement", 0, "condition")
      .items();
    for (const condition of conditions) {
      expect(linked(condition.get("variable")).to).toEqual([
        `${green}.aws_iam_openid_connect_provider.this url`,
      ]);
      expect(linked(condition.get("values")).to).toEqual([]);
    }
  });

  test("nowhere beyond a local value, whose expression a plan does not have", () => {
    expect(linked(rootOf("aws_eks_cluster.hidden").get("role_arn"))).toEqual({
      to: [],
      exact: false,
      closed: false,
    });
  });

  test("nowhere for a constant, and for what is absent", () => {
    expect(linked(rootOf("aws_eks_cluster.plain").get("name"))).toEqual({
      to: [],
      exact: true,
      closed: true,
    });
    expect(linked(rootOf("aws_eks_cluster.plain").get("version"))).toEqual({
      to: [],
      exact: true,
      closed: true,
    });
  });
});

const subnet = { after_unknown: { id: true } };
const node = (references: string[]) => ({ expressions: { node_role_arn: { references } } });
const waits = { after_unknown: { node_role_arn: true } };

describe("what cannot be followed", () => {
  test("leaves the count in doubt when both sides do not have the same instances", () => {
    const plan = smallPlan(
      {
        "aws_subnet.a": { count_expression: {} },
        "x.y": { count_expression: {}, ...node(["aws_subnet.a", "count.index"]) },
      },
      { "aws_subnet.a[0]": subnet, "aws_subnet.a[1]": subnet, "x.y[0]": waits },
    );
    expect(linked(find(plan, "x.y[0]").root.get("node_role_arn"))).toMatchObject({
      to: ["aws_subnet.a[0]", "aws_subnet.a[1]"],
      exact: false,
    });
  });

  test("is a resource without instances only when it has a count: then it supplies nothing", () => {
    const references = ["aws_iam_role.r[0].arn", "aws_iam_role.r[0]", "aws_iam_role.r"];
    const none = smallPlan(
      { "aws_iam_role.r": { count_expression: {} }, "x.y": node(references) },
      { "x.y": waits },
    );
    expect(find(none, "x.y").root.get("node_role_arn").state).toBe("absent");
    const missing = smallPlan({ "aws_iam_role.r": {}, "x.y": node(references) }, { "x.y": waits });
    expect(find(missing, "x.y").root.get("node_role_arn").state).toBe("unknown");
    expect(linked(find(missing, "x.y").root.get("node_role_arn")).closed).toBe(false);
  });

  test("is a resource that was dropped, but for the attributes it passes on", () => {
    const sleep = { expressions: { triggers: { references: ["aws_iam_role.r.arn", "aws_iam_role.r"] } } };
    const changes = {
      "time_sleep.s": { after_unknown: { triggers: true } },
      "aws_iam_role.r": { after_unknown: { arn: true } },
      "x.y": waits,
    };
    const resources = (path: string) => ({
      "aws_iam_role.r": {},
      "time_sleep.s": sleep,
      "x.y": node([`time_sleep.s.${path}`, "time_sleep.s"]),
    });
    const passed = smallPlan(resources('triggers["role"]'), changes);
    expect(linked(find(passed, "x.y").root.get("node_role_arn"))).toEqual({
      to: ["aws_iam_role.r arn"],
      exact: true,
      closed: true,
    });
    const computed = smallPlan(resources("id"), changes);
    expect(linked(find(computed, "x.y").root.get("node_role_arn"))).toEqual({
      to: [],
      exact: false,
      closed: false,
    });
  });

  test("is an expression whose function waits for the apply", () => {
    const module = {
      m: {
        source: "./m",
        expressions: { t: {} },
        module: { resources: [{ mode: "managed", type: "x", name: "y", ...node(["var.t"]) }] },
      },
    };
    const plan = smallPlan({}, { "module.m.x.y": waits }, module);
    expect(find(plan, "module.m.x.y").root.get("node_role_arn").state).toBe("unknown");
  });

  test("is an output whose name is lost: any output of the module can be meant", () => {
    const output = (name: string) => ({
      expression: { references: [`aws_iam_role.${name}.arn`, `aws_iam_role.${name}`] },
    });
    const body = {
      outputs: { one: output("one"), two: output("two") },
      resources: [
        { mode: "managed", type: "aws_iam_role", name: "one" },
        { mode: "managed", type: "aws_iam_role", name: "two" },
      ],
    };
    const plan = smallPlan(
      { "x.y": node(["module.m", "each.key"]) },
      {
        "x.y": waits,
        "module.m.aws_iam_role.one": { after_unknown: { arn: true } },
        "module.m.aws_iam_role.two": { after_unknown: { arn: true } },
      },
      { m: { source: "./m", module: body } },
    );
    expect(linked(find(plan, "x.y").root.get("node_role_arn"))).toEqual({
      to: ["module.m.aws_iam_role.one arn", "module.m.aws_iam_role.two arn"],
      exact: false,
      closed: true,
    });
  });

  test("is everything, in a plan without configuration", () => {
    const plan = planFrom({
      resource_changes: [
        {
          address: "x.y",
          mode: "managed",
          type: "x",
          name: "y",
          change: { actions: ["create"], before: null, after: {}, after_unknown: { role: true } },
        },
      ],
    });
    expect(find(plan, "x.y").root.get("role").state).toBe("unknown");
    expect(linked(find(plan, "x.y").root.get("role"))).toEqual({ to: [], exact: false, closed: false });
  });

  test("ends, even where a plan made by hand goes in circles", () => {
    const body = { outputs: { o: { expression: { references: ["var.i"] } } }, resources: [] };
    const call = {
      source: "./m",
      expressions: { i: { references: ["module.m.o.x", "module.m.o", "module.m"] } },
      module: body,
    };
    const plan = smallPlan({ "x.y": node(["module.m.o", "module.m"]) }, { "x.y": waits }, { m: call });
    expect(linked(find(plan, "x.y").root.get("node_role_arn")).closed).toBe(false);
  });
});
