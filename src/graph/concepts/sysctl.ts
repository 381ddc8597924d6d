import { concept } from "../concept.ts";

export const sysctl = concept({
  name: "Sysctl",
  doc: "A kernel parameter that pods set.",
  fields: { name: { type: "string", doc: "Its name: `net.core.somaxconn`." } },
});
