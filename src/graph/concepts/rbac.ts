import { PartialList, Unknown, type Value } from "../../base/value.ts";
import { concept } from "../concept.ts";
import { computed, orDefault, records, text, texts } from "../read.ts";
import { isFields, members, some } from "./members.ts";
import { objectCluster, objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { any, type Truth, told } from "./truth.ts";

const api = "rbac.authorization.k8s.io/v1";

export const rbacRole = concept({
  name: "RbacRole",
  doc: "A Role or ClusterRole of Kubernetes.",
  fields: {
    cluster: objectCluster,
    kind: { type: "string", doc: "`Role` or `ClusterRole`." },
    namespace: { type: "string", doc: "The namespace of a Role; of no meaning for a ClusterRole." },
    name: { type: "string", doc: "Its name." },
    rules: { type: "list<RbacRule>", doc: "What it allows." },
  },
  suppliers: objectSuppliers([`${api}/Role`, `${api}/ClusterRole`], {
    kind: text("kind"),
    ...objectIdentity,
    rules: records(
      "RbacRule",
      {
        groups: texts("apiGroups"),
        resources: texts("resources"),
        verbs: texts("verbs"),
        names: texts("resourceNames"),
      },
      "rules",
    ),
  }),
});

export const rbacRule = concept({
  name: "RbacRule",
  doc: "One rule of a Role or ClusterRole.",
  fields: {
    groups: { type: "list<string>", doc: "The API groups it is about; an empty text is the core group." },
    resources: { type: "list<string>", doc: "The kinds it is about: `pods`; none for a rule about URLs." },
    verbs: { type: "list<string>", doc: "What it allows: `get`, `*`." },
    names: { type: "list<string>", doc: "The names of the objects it is about; none for all of them." },
  },
});

export const rbacBinding = concept({
  name: "RbacBinding",
  doc: "A RoleBinding or ClusterRoleBinding of Kubernetes: who has a role.",
  fields: {
    cluster: objectCluster,
    kind: { type: "string", doc: "`RoleBinding` or `ClusterRoleBinding`." },
    namespace: {
      type: "string",
      doc: "The namespace of a RoleBinding; of no meaning for a ClusterRoleBinding.",
    },
    name: { type: "string", doc: "Its name." },
    roleKind: { type: "string", doc: "`Role` or `ClusterRole`." },
    role: { type: "string", doc: "The name of the role." },
    subjects: { type: "list<RbacSubject>", doc: "Who has it." },
    forEverybody: {
      type: "bool",
      doc: "Whether it is for everybody who reaches the API: `system:anonymous`, `system:unauthenticated` or `system:authenticated`.",
      derive: computed((get) => bindsEverybody(get("subjects"))),
    },
  },
  suppliers: objectSuppliers([`${api}/RoleBinding`, `${api}/ClusterRoleBinding`], {
    kind: text("kind"),
    ...objectIdentity,
    roleKind: text("roleRef", "kind"),
    role: text("roleRef", "name"),
    subjects: records(
      "RbacSubject",
      { kind: text("kind"), name: text("name"), namespace: orDefault(text("namespace"), "default") },
      "subjects",
    ),
  }),
});

export const rbacSubject = concept({
  name: "RbacSubject",
  doc: "One of those who have a role.",
  fields: {
    kind: { type: "string", doc: "`ServiceAccount`, `User` or `Group`." },
    name: { type: "string", doc: "Its name." },
    namespace: { type: "string", doc: "The namespace of a service account." },
  },
});

const everybody = ["system:anonymous", "system:unauthenticated", "system:authenticated"];

function bindsEverybody(subjects: Value): Truth {
  const { known, doubtful } = members(subjects);
  const names = known.filter(isFields).map((subject) => subject.get("name"));
  const open = some(
    new PartialList([], new Unknown(doubtful.missing), { atMost: doubtful.bounded ? 0 : 1 }),
    () => true,
  );
  return any([...names.map((name) => told(name, (value) => everybody.includes(String(value)))), open]);
}
