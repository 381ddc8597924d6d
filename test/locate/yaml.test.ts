import { describe, expect, test } from "vitest";
import type { Path } from "../../src/base/place.ts";
import { ref, seen } from "./findings.ts";

function at(text: string, path: Path, document = 0): string {
  return seen({ "k8s/web.yaml": text }, [ref("kubernetes", "k8s/web.yaml", "web", path, document)]);
}

const manifest = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: "web"
  annotations: {team: shop, tier: 'front end'}
spec:
  replicas: 1   # too few
  template:
    spec:
      hostNetwork:
      containers:
        - name: app
          args: [serve, "--port=80"]
          command:
            - sh
            - -c
            - |
              echo one
              echo two
`;

describe("a value in a YAML document", () => {
  test.each([
    [["spec", "replicas"], "7:13 1"],
    [["metadata", "name"], '4:9 "web"'],
    [["metadata", "annotations", "tier"], "5:35 'front end'"],
    [["metadata", "annotations"], "5:16 {team: shop, tier: 'front end'}"],
    [["spec", "template", "spec", "containers", 0, "name"], "12:17 app"],
    [["spec", "template", "spec", "containers", 0, "args"], '13:17 [serve, "--port=80"]'],
    [["spec", "template", "spec", "containers", 0, "args", 1], '13:25 "--port=80"'],
    [["spec", "template", "spec", "containers", 0, "command", 1], "16:15 -c"],
  ])("%j is marked itself where it fits on the line of its key", (path, place) => {
    expect(at(manifest, path)).toBe(`k8s/web.yaml:${place}`);
  });

  test.each([
    [["spec", "template"], "8:3 template"],
    [["spec", "template", "spec", "containers"], "11:7 containers"],
    [["spec", "template", "spec", "hostNetwork"], "10:7 hostNetwork"],
  ])("%j begins below its key, so its key is marked", (path, place) => {
    expect(at(manifest, path)).toBe(`k8s/web.yaml:${place}`);
  });

  test("a list item of several lines is marked on its first line", () => {
    expect(at(manifest, ["spec", "template", "spec", "containers", 0])).toBe("k8s/web.yaml:12:11 name: app");
  });

  test("a field that is not written is placed at the nearest thing around it that is", () => {
    expect(at(manifest, ["spec", "template", "spec", "securityContext", "runAsNonRoot"])).toBe(
      "k8s/web.yaml:9:5 spec",
    );
    expect(at(manifest, ["spec", "template", "spec", "containers", 4, "image"])).toBe(
      "k8s/web.yaml:11:7 containers",
    );
    expect(at(manifest, ["status", "phase"])).toBe("k8s/web.yaml:2:7 Deployment");
  });

  test("the document of a multi-document file is the one the reference names, empty documents counted", () => {
    const text = "---\n---\nkind: A\nname: a\n...\n---\nkind: B\nname: b\n";
    expect(at(text, ["name"], 1)).toBe("k8s/web.yaml:4:7 a");
    expect(at(text, ["name"], 2)).toBe("k8s/web.yaml:8:7 b");
    expect(at(text, ["name"], 7)).toBe("k8s/web.yaml");
  });

  test("the last of two equal keys counts, as it does for kubectl", () => {
    expect(at("spec:\n  replicas: 3\n  replicas: 1\n", ["spec", "replicas"])).toBe("k8s/web.yaml:3:13 1");
  });

  test("a text of several lines that is a list item is marked on its first line", () => {
    expect(at(manifest, ["spec", "template", "spec", "containers", 0, "command", 2])).toBe(
      "k8s/web.yaml:18:15 echo one",
    );
  });

  test("brackets that close at the margin of their key do not move what is in them", () => {
    const text = "spec:\n  command: [\n  sh, -c,\n  ]\n  replicas: 1\n";
    expect(at(text, ["spec", "command", 1])).toBe("k8s/web.yaml:3:7 -c");
    expect(at(text, ["spec", "replicas"])).toBe("k8s/web.yaml:5:13 1");
  });

  test("documents that are written as JSON are placed like others", () => {
    const text =
      '{"kind": "A",\n\t"spec": {"replicas": 1}}\n---\n# two\n{\n  "kind": "B",\n  "spec": {\n\t"replicas": 2}\n}\n';
    expect(at(text, ["spec", "replicas"])).toBe("k8s/web.yaml:2:23 1");
    expect(at(text, ["spec", "replicas"], 1)).toBe("k8s/web.yaml:8:14 2");
    expect(at(text, [], 1)).toBe('k8s/web.yaml:6:11 "B"');
    expect(at(`---\n${text}`, ["kind"])).toBe('k8s/web.yaml:2:10 "A"');
    expect(at('{"kind": "List", # all\n "items": [{a: b}]}', ["items", 0, "a"])).toBe("k8s/web.yaml:2:16 b");
  });

  test("lines end the way Windows ends them", () => {
    expect(at("a:\r\n  b: 1\r\n  c: [1, 2]\r\n", ["a", "c"])).toBe("k8s/web.yaml:3:6 [1, 2]");
  });

  test("a byte order mark moves nothing", () => {
    const bytes = "\uFEFFa: 1\nb: 2\n";
    expect(at(bytes, ["b"])).toBe("k8s/web.yaml:2:4 2");
  });

  test("a closing bracket in a comment or string does not end a flow collection", () => {
    expect(at('a: ["]", b]  # ] \n', ["a"])).toBe('k8s/web.yaml:1:4 ["]", b]');
  });
});

describe("anchors, aliases and merge keys", () => {
  const text = `base: &base
  image: nginx
  limits: &limits {cpu: 1}
extra: &extra
  image: other
  user: 0
one:
  <<: *base
  name: one
two:
  <<: [*base, *extra]
  image: mine
three: *base
`;

  test("a merged field is placed where it is written", () => {
    expect(at(text, ["one", "image"])).toBe("k8s/web.yaml:2:10 nginx");
    expect(at(text, ["one", "limits", "cpu"])).toBe("k8s/web.yaml:3:25 1");
  });

  test("a field of one's own wins over a merged one, and of merged ones the first", () => {
    expect(at(text, ["two", "image"])).toBe("k8s/web.yaml:12:10 mine");
    expect(at(text, ["two", "limits"])).toBe("k8s/web.yaml:3:19 {cpu: 1}");
    expect(at(text, ["two", "user"])).toBe("k8s/web.yaml:6:9 0");
  });

  test("an alias is marked where it is used, and entered where its anchor is", () => {
    expect(at(text, ["three"])).toBe("k8s/web.yaml:13:8 *base");
    expect(at(text, ["three", "image"])).toBe("k8s/web.yaml:2:10 nginx");
  });

  test("a field that no merged mapping has is placed at the mapping that merges", () => {
    expect(at(text, ["two", "ports"])).toBe("k8s/web.yaml:10:1 two");
  });

  test("an alias means the nearest anchor of its name before it", () => {
    const twice = "a: &x 1\nb: *x\nc: &x {d: 2}\ne: *x\n";
    expect(at(twice, ["e", "d"])).toBe("k8s/web.yaml:3:11 2");
  });
});

describe("a CloudFormation template in YAML", () => {
  const text = `Resources:
  Cluster:
    Type: AWS::EKS::Cluster
    Properties:
      Name: !Sub "\${Env}-main"
      ResourcesVpcConfig:
        SubnetIds: !If [Small, [!Ref A], [!Ref A, !Ref B]]
        SecurityGroupIds:
          Fn::If:
            - Small
            - [!GetAtt One.GroupId]
            - !Ref AWS::NoValue
        PublicAccessCidrs:
          !If
            - Open
            - - 0.0.0.0/0
            - - 10.0.0.0/8
`;
  const vpc = ["Resources", "Cluster", "Properties", "ResourcesVpcConfig"];
  const inTemplate = (path: Path) =>
    seen({ "t.yaml": text }, [ref("cloudformation", "t.yaml", "Cluster", path)]);

  test("the short form of a function is entered by the name of its long form", () => {
    expect(inTemplate([...vpc, "SubnetIds", "Fn::If", 1, 0])).toBe("t.yaml:7:33 !Ref A");
    expect(inTemplate([...vpc, "SubnetIds", "Fn::If", 2, 1, "Ref"])).toBe("t.yaml:7:51 !Ref B");
    expect(inTemplate([...vpc, "PublicAccessCidrs", "Fn::If", 1, 0])).toBe("t.yaml:16:17 0.0.0.0/0");
    expect(inTemplate(["Resources", "Cluster", "Properties", "Name", "Fn::Sub"])).toBe(
      't.yaml:5:13 !Sub "${Env}-main"',
    );
  });

  test("the long form is entered as it is written", () => {
    expect(inTemplate([...vpc, "SecurityGroupIds", "Fn::If", 1, 0, "Fn::GetAtt", 0])).toBe(
      "t.yaml:11:16 !GetAtt One.GroupId",
    );
  });

  test("a policy document that is written as JSON text is entered", () => {
    const policy =
      'Role:\n  Document: !Sub |\n    {\n      "Statement": [\n        { "Principal": "*" }\n      ]\n    }\n';
    const inPolicy = (path: Path) =>
      seen({ "t.yaml": policy }, [ref("cloudformation", "t.yaml", "Role", path)]);
    expect(inPolicy(["Role", "Document", "Statement", 0, "Principal"])).toBe('t.yaml:5:24 "*"');
    expect(inPolicy(["Role", "Document", "Fn::Sub", "Statement", 0])).toBe('t.yaml:5:9 { "Principal": "*" }');
    expect(inPolicy(["Role", "Document", "Version"])).toBe("t.yaml:2:3 Document");
  });

  test("an omitted property is placed at the key it would stand under", () => {
    expect(inTemplate([...vpc, "EndpointPublicAccess"])).toBe("t.yaml:6:7 ResourcesVpcConfig");
    expect(inTemplate(["Resources", "Cluster", "Properties", "Logging", "X"])).toBe("t.yaml:4:5 Properties");
  });
});
