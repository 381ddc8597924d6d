import { Unknown } from "../../base/value.ts";
import type { Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { computed } from "../read.ts";

/** By these tags controllers find the subnets of load balancers: public ones and internal ones. */
const tags = { public: "kubernetes.io/role/elb", private: "kubernetes.io/role/internal-elb" };

/** Those that are among a subnet's tags. */
export const balancerTags: Reader = computed((get) => {
  const written = get("tags");
  if (written instanceof Unknown) return written;
  return Object.values(tags).filter((tag) => written instanceof Map && written.has(tag));
});

/** eksctl tags the subnets that it makes; which tags those have that it is given, its file does not say. */
export const eksctlBalancerTags: Reader = ({ part, entity }) => {
  const { kind, name, given } = part.marks ?? {};
  const isMade = name === undefined && given === undefined;
  if (isMade && (kind === "public" || kind === "private")) return derived([tags[kind]], part.root.ref);
  const attribute = `${entity.resource}.tags`;
  const missing = { attribute, reason: "not something an eksctl file says", ref: part.root.ref };
  return derived(new Unknown([missing]), part.root.ref);
};
