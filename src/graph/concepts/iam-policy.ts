import { concept } from "../concept.ts";
import { always, text } from "../read.ts";
import { characters } from "./policy-size.ts";

export const iamPolicy = concept({
  name: "IamPolicy",
  doc: "A managed policy of IAM that is made or looked up here; AWS's own are known by their names alone.",
  identity: ["arn", "name"],
  spelling: /^arn:/,
  aliases: (identity) => [identity, identity.split("/").at(-1) ?? identity],
  isOther: (identity) => identity.includes(":iam::aws:policy/"),
  fields: {
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    arn: { type: "string?", doc: "Its ARN; null where it is still to be created." },
    characters: { type: "int", doc: "How long it is, as IAM counts it: white space left out." },
    statements: {
      type: "list<PermissionStatement>",
      doc: "Its statements.",
      inverse: { of: "PermissionStatement", by: "policy" },
    },
    attachments: {
      type: "list<PolicyAttachment>",
      doc: "What it is attached to.",
      inverse: { of: "PolicyAttachment", by: "policy" },
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_iam_policy"],
      data: true,
      fields: { name: text("name"), arn: text("arn"), characters: characters("policy") },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::ManagedPolicy"],
      fields: {
        name: text("ManagedPolicyName"),
        arn: always(null),
        characters: characters("PolicyDocument"),
      },
    },
  ],
});
