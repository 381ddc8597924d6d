import { concept } from "../concept.ts";
import { flag, orDefault, text } from "../read.ts";

export const ecrRepository = concept({
  name: "EcrRepository",
  doc: "A repository of container images in Amazon ECR.",
  fields: {
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    tagMutability: {
      type: "string",
      doc: "`IMMUTABLE` where a tag keeps its image, `MUTABLE` where it may get another one.",
    },
    scansOnPush: { type: "bool", doc: "Whether images are scanned as they are pushed." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_ecr_repository"],
      fields: {
        name: text("name"),
        tagMutability: orDefault(text("image_tag_mutability"), "MUTABLE"),
        scansOnPush: orDefault(flag("image_scanning_configuration", 0, "scan_on_push"), false),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::ECR::Repository"],
      fields: {
        name: text("RepositoryName"),
        tagMutability: orDefault(text("ImageTagMutability"), "MUTABLE"),
        scansOnPush: orDefault(flag("ImageScanningConfiguration", "ScanOnPush"), false),
      },
    },
  ],
});
