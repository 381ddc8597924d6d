import { concept } from "../concept.ts";
import { orDefault, text } from "../read.ts";

export const loadBalancer = concept({
  name: "LoadBalancer",
  doc: "A load balancer that is declared itself; those that Services and Ingresses ask for are made by their controller.",
  fields: { kind: { type: "string", doc: "`application`, `network` or `gateway`." } },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_lb", "aws_alb"],
      fields: { kind: orDefault(text("load_balancer_type"), "application") },
    },
    {
      format: "cloudformation",
      types: ["AWS::ElasticLoadBalancingV2::LoadBalancer"],
      fields: { kind: orDefault(text("Type"), "application") },
    },
  ],
});

export const targetGroup = concept({
  name: "TargetGroup",
  doc: "A target group of a load balancer.",
  fields: {},
  suppliers: [
    { format: "terraform", types: ["aws_lb_target_group", "aws_alb_target_group"], fields: {} },
    { format: "cloudformation", types: ["AWS::ElasticLoadBalancingV2::TargetGroup"], fields: {} },
  ],
});
