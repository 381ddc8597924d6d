import { concept } from "../concept.ts";
import { many, manyInEach, together } from "../link.ts";
import { always, firstOf, number, text } from "../read.ts";

export const launchTemplate = concept({
  name: "LaunchTemplate",
  doc: "An EC2 launch template.",
  identity: ["id", "name"],
  fields: {
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    securityGroups: { type: "list<SecurityGroup>", doc: "The security groups of what it starts." },
    instanceType: { type: "string?", doc: "The instance type." },
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
        instanceType: text("instance_type"),
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
        securityGroups: together(
          many("SecurityGroup", "LaunchTemplateData", "SecurityGroupIds"),
          manyInEach("SecurityGroup", ["LaunchTemplateData", "NetworkInterfaces"], "Groups"),
        ),
        instanceType: text("LaunchTemplateData", "InstanceType"),
        httpTokens: text("LaunchTemplateData", "MetadataOptions", "HttpTokens"),
        hopLimit: number("LaunchTemplateData", "MetadataOptions", "HttpPutResponseHopLimit"),
      },
    },
  ],
});
