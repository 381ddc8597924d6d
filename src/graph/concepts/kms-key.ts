import { concept } from "../concept.ts";
import { always, flag, orDefault, text } from "../read.ts";

export const kmsKey = concept({
  name: "KmsKey",
  doc: "A customer managed key of AWS KMS.",
  identity: ["arn", "id"],
  fields: {
    arn: { type: "string?", doc: "Its ARN; null where it is still to be created." },
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    rotation: { type: "bool", doc: "Whether KMS rotates it by itself." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_kms_key"],
      fields: {
        arn: text("arn"),
        id: text("key_id"),
        rotation: orDefault(flag("enable_key_rotation"), false),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::KMS::Key"],
      fields: {
        arn: always(null),
        id: always(null),
        rotation: orDefault(flag("EnableKeyRotation"), false),
      },
    },
  ],
});
