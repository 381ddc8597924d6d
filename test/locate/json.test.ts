import { expect, test } from "vitest";
import type { Path } from "../../src/base/place.ts";
import { ref, seen } from "./findings.ts";

const template = `{
  "Resources": {
    "Cluster": {
      "Type": "AWS::EKS::Cluster",
      "Properties": {
        "Name": "prod",
        "ResourcesVpcConfig": {
\t  "SubnetIds": [
            { "Ref": "A" },
            { "Fn::If": ["Small", { "Ref": "A" }, { "Ref": "B" }] }
          ],
          "PublicAccessCidrs": ["10.0.0.0/8", "0.0.0.0/0"]
        }
      }
    }
  }
}
`;
const vpc = ["Resources", "Cluster", "Properties", "ResourcesVpcConfig"];
const at = (path: Path) => seen({ "t.json": template }, [ref("cloudformation", "t.json", "Cluster", path)]);

test("a value of a JSON template is placed like one of a YAML template", () => {
  expect(at(["Resources", "Cluster", "Properties", "Name"])).toBe('t.json:6:17 "prod"');
  expect(at([...vpc, "PublicAccessCidrs", 1])).toBe('t.json:12:47 "0.0.0.0/0"');
  expect(at([...vpc, "SubnetIds"])).toBe('t.json:8:4 "SubnetIds"');
  expect(at([...vpc, "SubnetIds", 1, "Fn::If", 2])).toBe('t.json:10:51 { "Ref": "B" }');
});

test("an omitted property is placed at the key it would stand under", () => {
  expect(at([...vpc, "EndpointPublicAccess"])).toBe('t.json:7:9 "ResourcesVpcConfig"');
});

test("the first reference that leads to a line wins, and a file that is no text has none", () => {
  const files = { "t.json": template, "bad.yaml": "a: [\n" };
  const bad = ref("kubernetes", "bad.yaml", "web", ["a"]);
  const good = ref("cloudformation", "t.json", "Cluster", ["Resources", "Cluster", "Type"]);
  expect(seen(files, [bad, good])).toBe('t.json:4:15 "AWS::EKS::Cluster"');
  expect(seen(files, [bad])).toBe("bad.yaml");
  expect(seen(files, [ref("kubernetes", "gone.yaml", "web", ["a"])])).toBe("gone.yaml");
});
