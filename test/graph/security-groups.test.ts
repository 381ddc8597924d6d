import { describe, expect, it } from "vitest";
import { Unknown, type Value } from "../../src/base/value.ts";
import type { Entity } from "../../src/graph/graph.ts";
import { vocabulary } from "../../src/graph/words.ts";
import { graphOf, plan, template } from "./graphs.ts";

/** The rules of a group with these CloudFormation ingress entries. */
function rules(...entries: readonly string[]): readonly Entity[] {
  const list = entries.map((entry) => `      - { ${entry} }`).join("\n");
  const text = template(
    `Web:\n  Type: AWS::EC2::SecurityGroup\n  Properties:\n    GroupDescription: web\n    SecurityGroupIngress:\n${list}`,
  );
  return graphOf({ "template.yaml": text }).entities("SecurityGroupRule");
}

function opensToWorld(rule: Entity | undefined, port: string): Value {
  const declared = vocabulary.types.find(({ name }) => name === "SecurityGroupRule");
  const method = declared?.methods.find(({ signature }) => signature.startsWith("opensToWorld"));
  if (rule === undefined || method === undefined) throw new Error("no such rule or method");
  return method.call(rule, port);
}

describe("what a security group rule opens to the world", () => {
  it("is every address of IPv4 or of IPv6", () => {
    const [four, six, office] = rules(
      "IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0",
      'IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0"',
      "IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 192.0.2.0/24",
    );
    expect([four, six, office].map((rule) => opensToWorld(rule, "22"))).toEqual([true, true, false]);
  });

  it("counts the halves of the world together, and one half not", () => {
    const low = "IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/1";
    const high = "IpProtocol: tcp, FromPort: 20, ToPort: 30, CidrIp: 128.0.0.0/1";
    expect(rules(low, high).map((rule) => opensToWorld(rule, "22"))).toEqual([true, true]);
    expect(rules(low).map((rule) => opensToWorld(rule, "22"))).toEqual([false]);
  });

  it("does not put together halves of different ports", () => {
    const halves = rules(
      "IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/1",
      "IpProtocol: tcp, FromPort: 23, ToPort: 23, CidrIp: 128.0.0.0/1",
    );
    expect(halves.map((rule) => opensToWorld(rule, "22-23"))).toEqual([false, false]);
  });

  it("finds halves that meet inside a wanted range only", () => {
    const halves = rules(
      "IpProtocol: tcp, FromPort: 20, ToPort: 30, CidrIp: 0.0.0.0/1",
      "IpProtocol: tcp, FromPort: 25, ToPort: 40, CidrIp: 128.0.0.0/1",
    );
    expect(halves.map((rule) => opensToWorld(rule, "22-26"))).toEqual([true, true]);
    expect(halves.map((rule) => opensToWorld(rule, "22-24"))).toEqual([false, false]);
  });

  it("does not blame a small block beside one that is the world", () => {
    const [world, office] = rules(
      "IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0",
      "IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8",
    );
    expect([opensToWorld(world, "22"), opensToWorld(office, "22")]).toEqual([true, false]);
  });

  it("is a port of every protocol, but not a port of another one", () => {
    const [all, udp, number] = rules(
      'IpProtocol: "-1", CidrIp: 0.0.0.0/0',
      "IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0",
      "IpProtocol: 6, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0",
    );
    expect([all, udp, number].map((rule) => opensToWorld(rule, "22"))).toEqual([true, false, true]);
    expect(opensToWorld(udp, "22/udp")).toBe(true);
  });

  it("is not known where the addresses are not, and known to be nothing for another port", () => {
    const [rule] = rules("IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !ImportValue office");
    expect(opensToWorld(rule, "22")).toBeInstanceOf(Unknown);
    expect(opensToWorld(rule, "23")).toBe(false);
  });

  it("is not known behind a prefix list", () => {
    const [rule] = rules(
      "IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-0123456789abcdef0",
    );
    expect(opensToWorld(rule, "22")).toBeInstanceOf(Unknown);
  });

  it("is not known for a text that is no CIDR", () => {
    const odd = ["10.0.0.256/32", "010.0.0.1/0", "0x0/0", "0.0.0.0/33"];
    for (const cidr of odd) {
      const [rule] = rules(`IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "${cidr}"`);
      expect(opensToWorld(rule, "22"), cidr).toBeInstanceOf(Unknown);
    }
  });
});

describe("the rules of a security group", () => {
  it("are not known where a list holds something that is no rule", () => {
    const text = template(
      "Web:\n  Type: AWS::EC2::SecurityGroup\n  Properties: { GroupDescription: web, SecurityGroupIngress: [everything] }",
    );
    const [rule] = graphOf({ "t.yaml": text }).entities("SecurityGroupRule");
    expect(opensToWorld(rule, "22")).toBeInstanceOf(Unknown);
  });

  it("are counted one for each source, for both families where the source is a group", () => {
    const text = plan({
      address: "aws_security_group.web",
      after: {
        name: "web",
        ingress: [
          {
            protocol: "tcp",
            from_port: 443,
            to_port: 443,
            cidr_blocks: ["10.0.0.0/8", "192.0.2.0/24"],
            self: false,
          },
          { protocol: "tcp", from_port: 80, to_port: 80, ipv6_cidr_blocks: ["::/0"], self: true },
        ],
        egress: [],
      },
      unknown: { id: true },
      expressions: { name: { constant_value: "web" } },
    });
    const [group] = graphOf({ "plan.json": text }).entities("SecurityGroup");
    expect(group?.get("inboundIPv4")).toBe(3);
    expect(group?.get("inboundIPv6")).toBe(2);
    expect(group?.get("outboundIPv4")).toBe(0);
  });

  it("are at least what is known where a list of sources is computed", () => {
    const text = plan({
      address: "aws_security_group.web",
      after: {
        name: "web",
        ingress: [{ protocol: "tcp", from_port: 443, to_port: 443, self: true }],
      },
      unknown: { id: true, ingress: [{ cidr_blocks: true }] },
      expressions: { ingress: [{ cidr_blocks: { references: ["local.cidrs"] } }] },
    });
    const [group] = graphOf({ "plan.json": text }).entities("SecurityGroup");
    expect(group?.get("inboundIPv4")).toMatchObject({ low: 1, high: Number.POSITIVE_INFINITY });
  });
});
