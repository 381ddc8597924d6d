// Manifests as a monorepo of services has them: one file for each thing, a few files with several.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes about `count` files below a folder. */
export function writeManifests(folder, count) {
  for (let at = 0; at < count; at++) {
    const [file, text] = manifest(at);
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

const kinds = [deployment, service, config, account, job];

function manifest(at) {
  const name = `service-${Math.floor(at / kinds.length)}`;
  const kind = kinds[at % kinds.length];
  return [`team-${at % 40}/${name}/${kind.name}.yaml`, kind(name, at)];
}

function deployment(name, at) {
  const spread =
    at % 50 === 0
      ? ""
      : `
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: ${name}`;
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: services
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: shop
spec:
  replicas: ${2 + (at % 5)}
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "9090"
    spec:
      serviceAccountName: ${name}${spread}
      containers:
        # The port is the same for every service.
        - name: app
          image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/${name}:1.${at}.0
          args: ["--port", "8080", "--log-level=info"]
          ports:
            - containerPort: 8080
              name: http
          env:
            - name: QUEUE
              value: ${name}-jobs
            - name: POD_NAME
              valueFrom: { fieldRef: { fieldPath: metadata.name } }
          readinessProbe:
            httpGet: { path: /ready, port: http }
          resources:
            requests: { cpu: 100m, memory: 256Mi }
            limits: { memory: 256Mi }
`;
}

function service(name) {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: services
spec:
  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - name: http
      port: 80
      targetPort: http
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  namespace: services
spec:
  ingressClassName: alb
  rules:
    - host: ${name}.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${name}
                port:
                  name: http
`;
}

function config(name, at) {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: services
data:
  application.yaml: |
    server:
      port: 8080
    queue: ${name}-jobs
    shard: ${at % 16}
  features: "checkout,search"
`;
}

function account(name) {
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: services
  annotations:
    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/${name}
`;
}

function job(name, at) {
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: ${name}-cleanup
  namespace: services
spec:
  schedule: "${at % 60} 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: cleanup
              image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/cleanup:3.2.1
              args: ["--older-than", "30d", "--service", ${name}]
`;
}
