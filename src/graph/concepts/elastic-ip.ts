import { concept } from "../concept.ts";

export const elasticIp = concept({
  name: "ElasticIp",
  doc: "An Elastic IP address that is declared itself.",
  fields: {},
  suppliers: [
    { format: "terraform", types: ["aws_eip"], fields: {} },
    { format: "cloudformation", types: ["AWS::EC2::EIP"], fields: {} },
  ],
});
