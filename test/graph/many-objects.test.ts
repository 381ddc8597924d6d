import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PartialList, type Value } from "../../src/base/value.ts";
import { isEntity } from "../../src/graph/entity.ts";
import { graphOf } from "./graphs.ts";

/** Relations are looked for in few of many objects; of few objects, in all of them. */
describe("relations among many objects of one namespace", () => {
  const label = fc.constantFrom("a", "b", "${NAME}", null);
  const labels = fc.record({ app: label, tier: label, "${KEY}": fc.constantFrom("a", null) });
  const selector = fc.record({ app: fc.constantFrom("a", "b", null), tier: fc.constantFrom("a", null) });
  const namespace = fc.constantFrom("shop", "shop", "shop", "${NAMESPACE}");
  const pods = fc.record({ labels, namespace });
  const object = fc.record({ selector, namespace });

  it("are what they are among few", () => {
    fc.assert(
      fc.property(
        fc.array(pods, { minLength: 1, maxLength: 4 }),
        fc.array(object, { minLength: 1, maxLength: 3 }),
        (workloads, objects) => {
          const few = relations(workloads, objects, 0);
          const many = relations(workloads, objects, 12);
          expect(many).toEqual(few);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are found among thousands in a time that ends", () => {
    const count = 3000;
    const text = Array.from({ length: count }, (_, at) =>
      [
        deployment(`w${at}`, "shop", { app: `app${at}` }),
        service(`w${at}`, "shop", { app: `app${at}` }),
        budget(`w${at}`, "shop", { app: `app${at}` }),
      ].join("---\n"),
    ).join("---\n");
    const graph = graphOf({ "k8s.yaml": text });
    const holds = (concept: string, field: string) =>
      graph.entities(concept).every((each) => names(each.get(field)).length === 1);
    expect(holds("Service", "workloads")).toBe(true);
    expect(holds("Workload", "disruptionBudgets")).toBe(true);
    expect(holds("PodDisruptionBudget", "workloads")).toBe(true);
  }, 15_000);
});

type Labels = Readonly<Record<string, string | null>>;

interface Pods {
  readonly labels: Labels;
  readonly namespace: string;
}

interface Selecting {
  readonly selector: Labels;
  readonly namespace: string;
}

/** What services, budgets and policies hold of the workloads, and these of them, besides `others` that match none. */
function relations(workloads: readonly Pods[], objects: readonly Selecting[], others: number) {
  const strangers = Array.from({ length: others }, (_, at) => {
    const unlike = { app: `other${at}`, tier: `other${at}` };
    const name = `other${at}`;
    return [
      deployment(name, "shop", unlike),
      service(name, "shop", unlike),
      budget(name, "shop", unlike),
      networkPolicy(name, "shop", unlike),
    ];
  }).flat();
  const text = [
    ...strangers,
    ...workloads.map(({ labels, namespace }, at) => deployment(`w${at}`, namespace, labels)),
    ...objects.flatMap(({ selector, namespace }, at) => [
      service(`o${at}`, namespace, selector),
      budget(`o${at}`, namespace, selector),
      networkPolicy(`o${at}`, namespace, selector),
      ingress(`o${at}`, namespace, `o${at}`),
    ]),
  ].join("---\n");
  const graph = graphOf({ "k8s.yaml": text });
  const fields = {
    Service: ["workloads"],
    Ingress: ["services"],
    PodDisruptionBudget: ["workloads"],
    NetworkPolicy: ["workloads"],
    Workload: ["disruptionBudgets", "networkPolicies"],
  };
  return Object.entries(fields).flatMap(([concept, asked]) =>
    graph
      .entities(concept)
      .filter(({ resource }) => !resource.includes("other"))
      .map((each) => [each.resource, ...asked.map((field) => names(each.get(field)))]),
  );
}

/** The members of a relation that are not strangers: a stranger may be in it where a placeholder may be anything. */
function names(list: Value | undefined): readonly string[] {
  const shown = (members: readonly Value[], doubt: string) =>
    members
      .filter(isEntity)
      .flatMap(({ resource }) => (resource.includes("other") ? [] : [doubt + resource]));
  if (list instanceof PartialList)
    return [...shown(list.items, ""), ...shown(list.candidates ?? [], "perhaps ")];
  return Array.isArray(list) ? shown(list, "") : ["unknown"];
}

function deployment(name: string, namespace: string, labels: Labels): string {
  const pod = `metadata: { labels: ${flow(labels)} }, spec: { containers: [] }`;
  return `${head("apps/v1", "Deployment", name, namespace)}spec: { template: { ${pod} } }\n`;
}

function service(name: string, namespace: string, selector: Labels): string {
  return `${head("v1", "Service", name, namespace)}spec: { selector: ${flow(selector)} }\n`;
}

function budget(name: string, namespace: string, labels: Labels): string {
  const spec = `spec: { selector: { matchLabels: ${flow(labels)} } }`;
  return `${head("policy/v1", "PodDisruptionBudget", name, namespace)}${spec}\n`;
}

function networkPolicy(name: string, namespace: string, labels: Labels): string {
  const spec = `spec: { podSelector: { matchLabels: ${flow(labels)} } }`;
  return `${head("networking.k8s.io/v1", "NetworkPolicy", name, namespace)}${spec}\n`;
}

function ingress(name: string, namespace: string, backend: string): string {
  const spec = `spec: { defaultBackend: { service: { name: ${JSON.stringify(backend)} } } }`;
  return `${head("networking.k8s.io/v1", "Ingress", name, namespace)}${spec}\n`;
}

function head(version: string, kind: string, name: string, namespace: string): string {
  const metadata = `{ name: ${name}, namespace: ${JSON.stringify(namespace)} }`;
  return `apiVersion: ${version}\nkind: ${kind}\nmetadata: ${metadata}\n`;
}

function flow(labels: Labels): string {
  return JSON.stringify(Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== null)));
}
