import { concept } from "../concept.ts";
import { many, manyInEach } from "../link.ts";
import { firstOf, orDefault, text } from "../read.ts";

export const loadBalancer = concept({
  name: "LoadBalancer",
  doc: "A load balancer that is declared itself; those that Services and Ingresses ask for are made by their controller.",
  fields: {
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    kind: { type: "string", doc: "`application`, `network` or `gateway`." },
    subnets: { type: "list<Subnet>", doc: "The subnets it has network interfaces in." },
    securityGroups: { type: "list<SecurityGroup>", doc: "Its security groups." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_lb", "aws_alb"],
      fields: {
        name: firstOf(text("name"), text("name_prefix")),
        kind: orDefault(text("load_balancer_type"), "application"),
        subnets: firstOf(many("Subnet", "subnets"), manyInEach("Subnet", ["subnet_mapping"], "subnet_id")),
        securityGroups: many("SecurityGroup", "security_groups"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::ElasticLoadBalancingV2::LoadBalancer"],
      fields: {
        name: text("Name"),
        kind: orDefault(text("Type"), "application"),
        subnets: firstOf(many("Subnet", "Subnets"), manyInEach("Subnet", ["SubnetMappings"], "SubnetId")),
        securityGroups: many("SecurityGroup", "SecurityGroups"),
      },
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
