import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import type { Entity } from "../../src/graph/graph.ts";
import { entity, graphOf } from "./graphs.ts";

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { metadata: { labels: { app: web, tier: front } }, spec: { containers: [] } } }
`;

function service(spec: string, annotations = "{}"): Entity {
  const text = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, annotations: ${annotations} }
spec: ${spec}
`;
  return entity(graphOf({ "k8s.yaml": `${text}---\n${deployment}` }), "Service", "Service/shop/web");
}

function ingress(annotations: string, spec = "{}"): Entity {
  const text = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: ${annotations} }
spec: ${spec}
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web } }
`;
  return entity(graphOf({ "k8s.yaml": text }), "Ingress", "Ingress/shop/web");
}

const annotation = "service.beta.kubernetes.io/aws-load-balancer-";

describe("the load balancer of a Service", () => {
  const ofType = "{ type: LoadBalancer, ports: [{ port: 443 }] }";

  it("is public where its scheme says so, and internal where a newer controller makes it", () => {
    expect(service(ofType, `{ ${annotation}scheme: internet-facing }`).get("public")).toBe(true);
    expect(service(ofType, `{ ${annotation}internal: "true" }`).get("public")).toBe(false);
    expect(service(ofType, `{ ${annotation}type: external }`).get("public")).toBe(false);
    expect(service("{ type: LoadBalancer, loadBalancerClass: eks.amazonaws.com/nlb }").get("public")).toBe(
      false,
    );
    expect(service("{ type: NodePort }").get("public")).toBe(false);
  });

  it("is not told where nothing says which controller makes it", () => {
    expect(service(ofType).get("public")).toBeInstanceOf(Unknown);
    expect(service(ofType, `{ ${annotation}scheme: "\${SCHEME}" }`).get("public")).toBeInstanceOf(Unknown);
  });

  it("is open to everywhere where neither its fields nor an annotation name networks", () => {
    expect(service(ofType).get("sourcesCoverWorld")).toBe(true);
    const listed = "{ service.beta.kubernetes.io/load-balancer-source-ranges: '192.0.2.0/24, 10.0.0.0/8' }";
    expect(service(ofType, listed).get("sources")).toEqual(["192.0.2.0/24", "10.0.0.0/8"]);
  });

  it("sends to nodes, or to pods where that is asked for", () => {
    expect(service(ofType).get("targetType")).toBe("instance");
    expect(service(ofType, `{ ${annotation}nlb-target-type: ip }`).get("targetType")).toBe("ip");
  });
});

describe("a Service", () => {
  it("sends to the workloads whose pods carry all labels of its selector", () => {
    const names = (selector: string) => {
      const list = service(`{ selector: ${selector} }`).get("workloads");
      return Array.isArray(list) ? list.length : list;
    };
    expect(names("{ app: web }")).toBe(1);
    expect(names("{ app: web, tier: back }")).toBe(0);
    expect(names("{}")).toBe(0);
  });
});

describe("an Ingress", () => {
  const prefix = "alb.ingress.kubernetes.io/";

  it("listens on the ports of its annotation, else on 80, with a certificate on 443", () => {
    expect(ingress(`{ ${prefix}listen-ports: '[{"HTTP": 80}, {"HTTPS": 8443}]' }`).get("ports")).toEqual([
      80, 8443,
    ]);
    expect(ingress("{}").get("ports")).toEqual([80]);
    expect(ingress(`{ ${prefix}certificate-arn: arn }`).get("ports")).toEqual([443]);
    expect(ingress(`{ ${prefix}listen-ports: 'https' }`).get("ports")).toBeInstanceOf(Unknown);
  });

  it("leaves to its class what its annotations do not say", () => {
    expect(ingress("{}").get("public")).toBeInstanceOf(Unknown);
    expect(ingress(`{ ${prefix}scheme: internal }`).get("public")).toBe(false);
  });

  it("sends to the services that its rules name", () => {
    const spec = (name: string) =>
      `{ rules: [{ http: { paths: [{ backend: { service: { name: ${name}, port: { number: 80 } } } }] } }] }`;
    expect(ingress("{}", spec("web")).get("services")).toHaveLength(1);
    expect(ingress("{}", spec("other")).get("services")).toEqual([]);
  });
});
