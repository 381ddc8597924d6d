import { concept } from "../concept.ts";
import { flag, orDefault, text } from "../read.ts";

export const trail = concept({
  name: "Trail",
  doc: "A trail of CloudTrail: who called which API.",
  fields: {
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    logging: { type: "bool", doc: "Whether it records." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_cloudtrail"],
      fields: { name: text("name"), logging: orDefault(flag("enable_logging"), true) },
    },
    {
      format: "cloudformation",
      types: ["AWS::CloudTrail::Trail"],
      fields: { name: text("TrailName"), logging: orDefault(flag("IsLogging"), true) },
    },
  ],
});

export const configRecorder = concept({
  name: "ConfigRecorder",
  doc: "Whether the recorder of AWS Config runs.",
  fields: {
    name: { type: "string", doc: "The recorder's name." },
    recording: { type: "bool", doc: "Whether it records." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_config_configuration_recorder_status"],
      fields: { name: text("name"), recording: flag("is_enabled") },
    },
  ],
});
