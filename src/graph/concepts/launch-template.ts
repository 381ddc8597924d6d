import { concept, type Reader } from "../concept.ts";
import { record } from "../entity.ts";
import { concat, many, manyInEach, together } from "../link.ts";
import { always, firstOf, number, records, text, unknownOf, written } from "../read.ts";
import { maxPodsIn } from "./node-pods.ts";
import { any } from "./truth.ts";

export const launchTemplateInterface = concept({
  name: "LaunchTemplateInterface",
  doc: "A network interface of what a launch template starts.",
  fields: { securityGroups: { type: "list<SecurityGroup>", doc: "Its security groups." } },
});

export const launchTemplate = concept({
  name: "LaunchTemplate",
  doc: "An EC2 launch template.",
  identity: ["id", "name"],
  fields: {
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    securityGroups: { type: "list<SecurityGroup>", doc: "The security groups of what it starts." },
    interfaces: {
      type: "list<LaunchTemplateInterface>",
      doc: "The network interfaces of what it starts, as far as it names security groups for them.",
    },
    instanceType: { type: "string?", doc: "The instance type." },
    imageId: { type: "string?", doc: "The image it starts; null where the node group's own is taken." },
    hasProfile: { type: "bool", doc: "Whether it names an instance profile." },
    namesSubnet: { type: "bool", doc: "Whether one of its network interfaces names a subnet." },
    maxPods: {
      type: "int?",
      doc: "The most pods that its user data tells the kubelet to take; null where it does not.",
    },
    httpTokens: {
      type: "string?",
      doc: "`required` where the instance metadata service wants tokens (IMDSv2).",
    },
    hopLimit: {
      type: "int?",
      doc: "How many network hops an answer of the instance metadata service may take.",
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_launch_template"],
      data: true,
      fields: {
        id: text("id"),
        name: firstOf(text("name"), text("name_prefix")),
        securityGroups: together(
          many("SecurityGroup", "vpc_security_group_ids"),
          manyInEach("SecurityGroup", ["network_interfaces"], "security_groups"),
        ),
        interfaces: interfacesBy("vpc_security_group_ids", "network_interfaces", "security_groups"),
        instanceType: filled(text("instance_type")),
        imageId: filled(text("image_id")),
        hasProfile: isWritten("iam_instance_profile"),
        namesSubnet: isWrittenInEach("network_interfaces", "subnet_id"),
        maxPods: maxPodsIn("user_data"),
        httpTokens: text("metadata_options", 0, "http_tokens"),
        hopLimit: number("metadata_options", 0, "http_put_response_hop_limit"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::LaunchTemplate"],
      fields: {
        id: always(null),
        name: text("LaunchTemplateName"),
        securityGroups: whereDataIsKnown(
          together(
            many("SecurityGroup", "LaunchTemplateData", "SecurityGroupIds"),
            manyInEach("SecurityGroup", ["LaunchTemplateData", "NetworkInterfaces"], "Groups"),
          ),
        ),
        interfaces: ofData(interfacesBy("SecurityGroupIds", "NetworkInterfaces", "Groups")),
        instanceType: text("LaunchTemplateData", "InstanceType"),
        imageId: filled(text("LaunchTemplateData", "ImageId")),
        hasProfile: ofData(isWritten("IamInstanceProfile")),
        namesSubnet: ofData(isWrittenInEach("NetworkInterfaces", "SubnetId")),
        maxPods: maxPodsIn("LaunchTemplateData", "UserData"),
        httpTokens: text("LaunchTemplateData", "MetadataOptions", "HttpTokens"),
        hopLimit: number("LaunchTemplateData", "MetadataOptions", "HttpPutResponseHopLimit"),
      },
    },
  ],
});

/** Where nothing is said, the provider reads back an empty text. */
function filled(reader: Reader): Reader {
  return (from) => {
    const reading = reader(from);
    return reading.value === "" ? { ...reading, value: null } : reading;
  };
}

/** Whether a block or value is there; an empty list of blocks is none. */
function isWritten(name: string): Reader {
  return ({ root }) => {
    const block = root.get(name);
    const isEmpty = Array.isArray(block.json) && block.json.length === 0;
    const is = block.state === "unknown" ? unknownOf(block) : block.state === "known" && !isEmpty;
    return written(is, block);
  };
}

function isWrittenInEach(list: string, name: string): Reader {
  return ({ root }) => {
    const blocks = root.get(list);
    if (blocks.state === "unknown") return written(unknownOf(blocks), blocks);
    const each = blocks.items().map((block) => block.get(name));
    return written(
      any(each.map((one) => (one.state === "unknown" ? unknownOf(one) : one.state === "known"))),
      blocks,
    );
  };
}

/** The first interface may have its groups beside the list of interfaces. */
function interfacesBy(first: string, list: string, groups: string): Reader {
  const kind = launchTemplateInterface.name;
  return (from) => {
    if (from.root.state === "unknown") return written(unknownOf(from.root), from.root);
    const own = many("SecurityGroup", first)(from);
    const others = records(kind, { securityGroups: many("SecurityGroup", groups) }, list)(from);
    if (own.origin === "default") return others;
    // It may turn out not to be written.
    if (from.root.get(first).state === "unknown")
      return { ...own, value: concat(unknownOf(from.root.get(first)), others.value) };
    return { ...own, value: concat([record(kind, { securityGroups: own.value })], others.value) };
  };
}

function ofData(reader: Reader): Reader {
  return ({ root, ...from }) => reader({ ...from, root: root.get("LaunchTemplateData") });
}

/** Of data that is not known as a whole it is not known what there is in it either. */
function whereDataIsKnown(reader: Reader): Reader {
  return (from) => {
    const data = from.root.get("LaunchTemplateData");
    return data.state === "unknown" ? written(unknownOf(data), data) : reader(from);
  };
}
