#!/usr/bin/env node
"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key4 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key4) && key4 !== except)
        __defProp(to, key4, { get: () => from[key4], enumerable: !(desc = __getOwnPropDesc(from, key4)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// src/base/place.ts
function showPath(path) {
  return path.reduce((text8, step4) => {
    if (typeof step4 === "number") return `${text8}[${step4}]`;
    if (!/^[A-Za-z_][\w-]*$/.test(step4)) return `${text8}[${JSON.stringify(step4)}]`;
    return text8 === "" ? step4 : `${text8}.${step4}`;
  }, "");
}
function showPlace(place2) {
  const { file, line, column } = place2;
  if (line === void 0) return file;
  return column === void 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
}
var init_place = __esm({
  "src/base/place.ts"() {
    "use strict";
  }
});

// src/base/failure.ts
function showFailure(failure) {
  const place2 = failure.at === void 0 ? "" : `${showPlace(failure.at)}: `;
  const hint = failure.hint === void 0 ? "" : `; ${failure.hint}`;
  return `${place2}${failure.message}${hint}`;
}
var Failure;
var init_failure = __esm({
  "src/base/failure.ts"() {
    "use strict";
    init_place();
    Failure = class extends Error {
      code;
      at;
      hint;
      constructor(code2, message, more2 = {}) {
        super(message);
        this.name = "Failure";
        this.code = code2;
        this.at = more2.at;
        this.hint = more2.hint;
      }
    };
  }
});

// src/report/escape/visible.ts
function visible(text8) {
  return text8.replace(hidden, (character2) => `\\u{${(character2.codePointAt(0) ?? 0).toString(16)}}`);
}
function oneLine(text8) {
  return visible(text8.replace(/\s+/g, " ").trim());
}
function shorten(text8, most2) {
  if (text8.length <= most2) return text8;
  return `${text8.slice(0, most2 - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
var hidden;
var init_visible = __esm({
  "src/report/escape/visible.ts"() {
    "use strict";
    hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
  }
});

// src/base/suggest.ts
var suggest_exports = {};
__export(suggest_exports, {
  didYouMean: () => didYouMean,
  suggest: () => suggest
});
function suggest(word4, candidates) {
  const limit = Math.max(2, Math.floor(word4.length / 3));
  let best;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word4.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
function didYouMean(word4, candidates) {
  const meant2 = suggest(word4, candidates);
  return meant2 === void 0 ? "" : `; did you mean \`${meant2}\`?`;
}
function editDistance(a, b, stopAt) {
  if (Math.abs(a.length - b.length) >= stopAt) return stopAt;
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const insertion = (current[column - 1] ?? 0) + 1;
      const deletion = (previous[column] ?? 0) + 1;
      current.push(Math.min(substitution, insertion, deletion));
    }
    previous = current;
  }
  return previous[b.length] ?? stopAt;
}
var init_suggest = __esm({
  "src/base/suggest.ts"() {
    "use strict";
  }
});

// src/base/value.ts
var Unknown, EvalError, PartialList;
var init_value = __esm({
  "src/base/value.ts"() {
    "use strict";
    Unknown = class {
      missing;
      low;
      high;
      constructor(missing2, low, high) {
        this.missing = missing2;
        this.low = low;
        this.high = high;
      }
    };
    EvalError = class {
      message;
      constructor(message) {
        this.message = message;
      }
    };
    PartialList = class {
      items;
      why;
      atMost;
      atLeast;
      candidates;
      constructor(items, why2, bounds2 = {}) {
        this.items = items;
        this.why = why2;
        this.atMost = bounds2.atMost ?? Number.POSITIVE_INFINITY;
        this.atLeast = bounds2.atLeast ?? 0;
        this.candidates = bounds2.candidates;
      }
    };
  }
});

// src/graph/concept.ts
function concept(table2) {
  const { suppliers = [], ...rest } = table2;
  return {
    methods: [],
    identity: [],
    aliases: (identity2) => [identity2],
    isOther: () => false,
    ...rest,
    suppliers,
    fields: suppliers.length === 0 ? table2.fields : { ...table2.fields, resource }
  };
}
var resource;
var init_concept = __esm({
  "src/graph/concept.ts"() {
    "use strict";
    resource = {
      type: "string",
      doc: "What its author calls it: a Terraform address, a logical id, `Deployment/shop/web`.",
      derive: ({ entity, root }) => ({
        value: entity.resource,
        ref: root.ref,
        sensitive: false,
        origin: "derived"
      })
    };
  }
});

// src/graph/entity.ts
function times(one3, other) {
  const high = (one3.high ?? Number.POSITIVE_INFINITY) * (other.high ?? Number.POSITIVE_INFINITY);
  return new Unknown([...one3.missing, ...other.missing], (one3.low ?? 0) * (other.low ?? 0), high);
}
function opened(list6, missing2) {
  const { items, why: why2 } = list6 instanceof PartialList ? list6 : { items: [list6].flat(), why: void 0 };
  return new PartialList(items, new Unknown([...why2?.missing ?? [], ...missing2]));
}
function placeName({ owner, path }) {
  return [owner, showPath(path)].filter((name) => name !== "").join(".");
}
function derived(value, ref, sensitive = false) {
  return { value, ref, sensitive, origin: "derived" };
}
function record(concept2, fields3) {
  return { concept: concept2, get: (field) => Object.hasOwn(fields3, field) ? fields3[field] : void 0 };
}
var DeclaredEntity, words, OutsideEntity;
var init_entity = __esm({
  "src/graph/entity.ts"() {
    "use strict";
    init_place();
    init_value();
    DeclaredEntity = class {
      concept;
      id;
      resource;
      declaration;
      part;
      #table;
      #supplier;
      #lookup;
      #readings = /* @__PURE__ */ new Map();
      constructor(table2, supplier, lookup2, declaration, part) {
        this.concept = table2.name;
        this.id = `${table2.name} ${declaration.file} ${declaration.owner} ${part.key}`.trimEnd();
        this.resource = part.resource ?? declaration.owner;
        this.declaration = declaration;
        this.part = part;
        this.#table = table2;
        this.#supplier = supplier;
        this.#lookup = lookup2;
      }
      get ref() {
        return this.part.root.ref;
      }
      get count() {
        const { count: own } = this.part;
        const { count: whole5 } = this.declaration;
        return own === void 0 || whole5 === void 0 ? own ?? whole5 : times(own, whole5);
      }
      get(field) {
        return this.reading(field)?.value;
      }
      reading(field) {
        const kept2 = this.#readings.get(field);
        if (kept2 !== void 0) return kept2;
        const declared2 = this.#table.fields[field];
        if (declared2 === void 0) return void 0;
        this.#readings.set(field, this.#unsupplied(field, "defined in terms of itself"));
        const reading = this.#read(field, declared2);
        this.#readings.set(field, reading);
        return reading;
      }
      #read(field, declared2) {
        if (declared2.inverse !== void 0) {
          const { of, by } = declared2.inverse;
          const list6 = this.#lookup.inverse(this, of, by);
          if (this.#lookup.isWhole(this.declaration, of)) return derived(list6, this.ref);
          return derived(opened(list6, [this.#missing(field, "not in anything that was read")]), this.ref);
        }
        const reader2 = this.#supplier.fields[field] ?? declared2.derive;
        if (reader2 === void 0)
          return this.#unsupplied(field, `not something ${words[this.declaration.format]} says`);
        return reader2({
          declaration: this.declaration,
          root: this.part.root,
          part: this.part,
          entity: this,
          lookup: this.#lookup
        });
      }
      #unsupplied(field, reason2) {
        return derived(new Unknown([this.#missing(field, reason2)]), this.ref);
      }
      #missing(field, reason2) {
        return { attribute: `${this.resource}.${field}`, reason: reason2, ref: this.ref };
      }
    };
    words = {
      terraform: "a Terraform plan",
      cloudformation: "a CloudFormation template",
      kubernetes: "a manifest",
      eksctl: "an eksctl file",
      inventory: "an inventory"
    };
    OutsideEntity = class {
      concept;
      id;
      resource;
      ref;
      count = void 0;
      #identity;
      #sensitive;
      #table;
      #lookup;
      /** What has a name that must not be shown is called by the place that names it. */
      constructor(table2, identity2, { ref, sensitive }, lookup2) {
        this.concept = table2.name;
        this.id = `${table2.name} outside ${identity2}`;
        this.resource = sensitive ? placeName(ref) : identity2;
        this.ref = ref;
        this.#identity = identity2;
        this.#sensitive = sensitive;
        this.#table = table2;
        this.#lookup = lookup2;
      }
      get(field) {
        return this.reading(field)?.value;
      }
      reading(field) {
        const declared2 = this.#table.fields[field];
        if (declared2 === void 0) return void 0;
        if (this.#isNamedBy(field)) return derived(this.#identity, this.ref, this.#sensitive);
        return derived(this.#value(field, declared2), this.ref);
      }
      #value(field, declared2) {
        if (field === "resource") return this.resource;
        const unread2 = new Unknown([
          { attribute: `${this.resource}.${field}`, reason: "not in anything that was read", ref: this.ref }
        ]);
        if (declared2.inverse === void 0) return unread2;
        const { of, by } = declared2.inverse;
        return new PartialList(this.#lookup.holders(this, of, by), unread2);
      }
      /** An ARN is told by its looks; another name may be any of several identities, unless there is but one. */
      #isNamedBy(field) {
        const { identity: identity2 } = this.#table;
        if (!identity2.includes(field)) return false;
        return identity2.length === 1 || field === "arn" && this.#identity.startsWith("arn:");
      }
    };
  }
});

// src/source/declaration.ts
function standing(type2, file, root) {
  const { format, owner } = root.ref;
  return { format, type: type2, owner, file, mode: "managed", change: "declared", root, before: void 0 };
}
var noLinks;
var init_declaration = __esm({
  "src/source/declaration.ts"() {
    "use strict";
    noLinks = { targets: [], exact: true, closed: true };
  }
});

// src/graph/unread.ts
function unreadAttribute(ref, missing2) {
  const attribute2 = {
    ref,
    state: "unknown",
    sensitive: false,
    json: void 0,
    missing: missing2,
    links: { ...noLinks, closed: false },
    get: () => attribute2,
    items: () => [],
    entries: () => []
  };
  return attribute2;
}
var init_unread = __esm({
  "src/graph/unread.ts"() {
    "use strict";
    init_declaration();
  }
});

// src/graph/several.ts
function membersOf(list6, name) {
  switch (list6.state) {
    case "absent":
      return [];
    case "unknown":
      return [{ root: list6, key: name, count: anyNumber([missingOf(list6)]) }];
    case "known": {
      const items = list6.items();
      if (items.length > 0 || Array.isArray(list6.json))
        return items.flatMap((item2, index2) => one(item2, `${name}[${index2}]`));
      if (list6.entries().length > 0) return [{ root: list6, key: name }];
      const missing2 = { ...missingOf(list6), reason: "not a list" };
      return [{ root: unreadAttribute(list6.ref, missing2), key: name, count: anyNumber([missing2]) }];
    }
  }
}
function blocksOf(list6, name) {
  return membersOf(list6, name).map((member3) => {
    const { root, key: key4 } = member3;
    if (root.state !== "known" || isBlock(root)) return member3;
    const missing2 = { ...missingOf(root), reason: "not a map" };
    return { root: unreadAttribute(root.ref, missing2), key: key4, count: anyNumber([missing2]) };
  });
}
function one(item2, key4) {
  if (item2.state === "absent") return [];
  return item2.state === "known" ? [{ root: item2, key: key4 }] : [{ root: item2, key: key4, count: anyNumber([missingOf(item2)]) }];
}
function isBlock({ json: json2 }) {
  return json2 === void 0 || typeof json2 === "object" && !Array.isArray(json2);
}
function mapAt(root, ...path) {
  let at = root;
  for (const step4 of path) {
    at = at.get(step4);
    if (at.state === "known" && (!isBlock(at) || at.items().length > 0))
      return unreadAttribute(at.ref, { ...missingOf(at), reason: "not a map" });
  }
  return at;
}
function missingOf({ missing: missing2, ref }) {
  return missing2 ?? {
    attribute: [ref.owner, showPath(ref.path)].filter((name) => name !== "").join("."),
    reason: "not known",
    ref
  };
}
function anyNumber(missing2) {
  return new Unknown(missing2, 0, Number.POSITIVE_INFINITY);
}
function perhaps(missing2) {
  return new Unknown(missing2, 0, 1);
}
function listOf(entities2, doubtful = []) {
  const certain = entities2.filter(({ count: count4 }) => count4 === void 0);
  const counted4 = entities2.flatMap(
    (holder) => holder.count === void 0 ? [] : [{ holder, missing: holder.count.missing }]
  );
  const doubts = [...counted4, ...doubtful.filter(({ holder }) => !certain.includes(holder))];
  if (doubts.length === 0) return certain;
  const why2 = new Unknown(distinct(doubts.flatMap(({ missing: missing2 }) => missing2)));
  const candidates = [...new Set(doubts.map(({ holder }) => holder))];
  const isBounded = candidates.every(({ count: count4 }) => (count4?.high ?? 1) <= 1);
  return new PartialList(certain, why2, isBounded ? { atMost: candidates.length, candidates } : {});
}
function distinct(missing2) {
  return [...new Map(missing2.map((each3) => [each3.attribute, each3])).values()];
}
var init_several = __esm({
  "src/graph/several.ts"() {
    "use strict";
    init_place();
    init_value();
    init_unread();
  }
});

// src/graph/told.ts
function identitiesOf(concept2, entity) {
  const values2 = concept2.identity.map((field) => entity.get(field));
  return new Set(values2.filter((value) => typeof value === "string"));
}
var Told;
var init_told = __esm({
  "src/graph/told.ts"() {
    "use strict";
    Told = class {
      #entities = /* @__PURE__ */ new Map();
      #byIdentity = /* @__PURE__ */ new Map();
      add(entity) {
        const list6 = this.#entities.get(entity.concept);
        if (list6 === void 0) this.#entities.set(entity.concept, [entity]);
        else list6.push(entity);
      }
      entities(concept2) {
        return this.#entities.get(concept2) ?? [];
      }
      /** Everything of a concept that an id, name or ARN may mean: more than one where accounts or Regions have the same name. */
      named(concept2, identity2) {
        if (!this.#entities.has(concept2.name)) return [];
        const index2 = this.#identities(concept2);
        for (const alias of concept2.aliases(identity2)) {
          const found = (index2.get(alias) ?? []).filter((entity) => !concept2.isOther(identity2, entity));
          if (found.length > 0) return found;
        }
        return [];
      }
      #identities(concept2) {
        const kept2 = this.#byIdentity.get(concept2.name);
        if (kept2 !== void 0) return kept2;
        const made2 = /* @__PURE__ */ new Map();
        for (const entity of this.entities(concept2.name)) {
          for (const value of identitiesOf(concept2, entity)) {
            const list6 = made2.get(value);
            if (list6 === void 0) made2.set(value, [entity]);
            else list6.push(entity);
          }
        }
        this.#byIdentity.set(concept2.name, made2);
        return made2;
      }
    };
  }
});

// src/graph/lookup.ts
function invert(entities2, by) {
  const holders = /* @__PURE__ */ new Map();
  const named5 = /* @__PURE__ */ new Map();
  const inFile = /* @__PURE__ */ new Map();
  const anywhere2 = [];
  for (const holder of entities2) {
    for (const member3 of heldBy(holder.get(by))) {
      if (isEntity(member3)) push(holders, member3, holder);
      if (!(member3 instanceof Unknown)) continue;
      const doubt = { holder, missing: member3.missing };
      if (member3 instanceof OneOf) for (const one3 of member3.among) push(named5, one3, doubt);
      else if (holder.declaration.format === "terraform") push(inFile, holder.declaration.file, doubt);
      else anywhere2.push(doubt);
    }
  }
  return { holders, named: named5, inFile, anywhere: anywhere2 };
}
function heldBy(value) {
  if (!(value instanceof PartialList)) return Array.isArray(value) ? value : [value];
  const { items, why: why2, atMost, candidates } = value;
  if (atMost <= 0) return items;
  return [...items, candidates === void 0 ? why2 : new OneOf(why2.missing, candidates)];
}
function isEntity(value) {
  return value instanceof DeclaredEntity || value instanceof OutsideEntity;
}
function nearest(found, { ref, beside: beside2 }) {
  const passed = [];
  for (const file of [ref.file, ...beside2 === void 0 ? [] : [beside2]]) {
    const near = found.filter((entity) => entity.declaration.file === file);
    if (near.length > 0) return { chosen: madeFirst(near), passed };
    passed.push(file);
  }
  return { chosen: madeFirst(found), passed };
}
function madeFirst(found) {
  const made2 = found.filter((entity) => entity.declaration.mode === "managed");
  return made2.length > 0 ? made2 : found;
}
function oneOf(unnamed, others = []) {
  return new OneOf(
    unnamed.flatMap(({ missing: missing2 }) => missing2),
    [...unnamed.map(({ entity }) => entity), ...others]
  );
}
function thereOr(entity) {
  const { count: count4 } = entity.declaration;
  return count4 === void 0 ? entity : new OneOf(count4.missing, [entity]);
}
function ambiguous(concept2, identity2, among2, { ref, sensitive }) {
  const attribute2 = placeName(ref);
  const reason2 = `${sensitive ? "a name" : `\`${identity2}\``}, which means more than one ${concept2}`;
  const doubts = among2.flatMap(({ count: count4 }) => count4?.missing ?? []);
  return new OneOf([{ attribute: attribute2, reason: reason2, ref }, ...doubts], among2);
}
function key(...parts2) {
  return parts2.join("\n");
}
function push(map2, name, member3) {
  const list6 = map2.get(name);
  if (list6 === void 0) map2.set(name, [member3]);
  else list6.push(member3);
}
var GraphLookup, OneOf;
var init_lookup = __esm({
  "src/graph/lookup.ts"() {
    "use strict";
    init_value();
    init_entity();
    init_several();
    init_told();
    GraphLookup = class {
      clusters;
      leaving;
      #concepts;
      #declarations = /* @__PURE__ */ new Map();
      #entities = /* @__PURE__ */ new Map();
      #byDeclaration = /* @__PURE__ */ new Map();
      #byIdentity = /* @__PURE__ */ new Map();
      #outside = /* @__PURE__ */ new Map();
      #inverses = /* @__PURE__ */ new Map();
      #unnamed = /* @__PURE__ */ new Map();
      #told = new Told();
      constructor(concepts2, clusters2, leaving) {
        this.clusters = clusters2;
        this.leaving = leaving;
        this.#concepts = new Map(concepts2.map((concept2) => [concept2.name, concept2]));
      }
      addDeclaration(declaration) {
        this.#declarations.set(key(declaration.file, declaration.owner), declaration);
      }
      addEntity(entity) {
        push(this.#entities, entity.concept, entity);
        push(this.#byDeclaration, entity.declaration, entity);
      }
      /** Adds what an inventory tells: it is found by its name alone, and only where nothing that was read has it. */
      addTold(entity) {
        this.#told.add(entity);
        push(this.#byDeclaration, entity.declaration, entity);
      }
      entities(concept2) {
        return this.#entities.get(concept2) ?? [];
      }
      target(file, link2) {
        return this.#declarations.get(key(link2.file ?? file, link2.owner));
      }
      entitiesOf(declaration, concept2) {
        return this.#byDeclaration.get(declaration)?.filter((entity) => entity.concept === concept2) ?? [];
      }
      entityOf(declaration, concept2) {
        return this.#byDeclaration.get(declaration)?.find((entity) => entity.concept === concept2);
      }
      /**
       * The entity that a known id, name or ARN means: of the same file if there is one, else of any file, else outside.
       * Where it may as well mean something whose own name is not known, it is one of those or outside.
       */
      named(concept2, identity2, from) {
        const table2 = this.#concepts.get(concept2);
        const index2 = this.#identities(concept2);
        const unnamed = this.#unnamedOf(concept2);
        for (const alias of table2?.aliases(identity2) ?? [identity2]) {
          const found = (index2.get(alias) ?? []).filter((entity) => table2?.isOther(identity2, entity) !== true);
          const { chosen, passed } = nearest(found, from);
          if (chosen.length === 0) continue;
          const nearer = unnamed.filter(({ entity }) => passed.includes(entity.declaration.file));
          if (nearer.length > 0) return oneOf(nearer, chosen);
          if (chosen.length > 1) return ambiguous(concept2, identity2, chosen, from);
          if (chosen[0] !== void 0) return thereOr(chosen[0]);
        }
        const told4 = this.told(concept2, identity2);
        if (unnamed.length > 0) return oneOf(unnamed, told4);
        if (told4.length > 1) return ambiguous(concept2, identity2, told4, from);
        return told4[0] ?? this.#outsider(concept2, identity2, from);
      }
      told(concept2, identity2) {
        const table2 = this.#concepts.get(concept2);
        if (identity2 === void 0 || table2 === void 0)
          return this.#told.entities(concept2).filter(({ declaration }) => !this.#isRead(declaration));
        return this.#told.named(table2, identity2);
      }
      isWhole({ format, mode, type: type2 }, of) {
        if (mode === "managed") return true;
        const suppliers = this.#concepts.get(of)?.suppliers ?? [];
        return suppliers.some(
          (each3) => each3.format === format && each3.data === true && each3.types.includes(type2)
        );
      }
      spelling(concept2) {
        return this.#concepts.get(concept2)?.spelling;
      }
      holders(entity, of, by) {
        return this.#inverse(of, by).holders.get(entity) ?? [];
      }
      /** Those whose field `by` may be or hold the entity. */
      doubts(entity, of, by) {
        const { named: named5, inFile, anywhere: anywhere2 } = this.#inverse(of, by);
        return [...named5.get(entity) ?? [], ...inFile.get(entity.declaration.file) ?? [], ...anywhere2];
      }
      /** Holders as a list; those that may hold it, or may be several or none, make it a partial one. */
      inverse(entity, of, by) {
        return listOf(this.holders(entity, of, by), this.doubts(entity, of, by));
      }
      #inverse(of, by) {
        const name = `${of}.${by}`;
        const kept2 = this.#inverses.get(name);
        if (kept2 !== void 0) return kept2;
        const made2 = invert(this.entities(of), by);
        for (const holder of this.#told.entities(of)) this.#addTold(made2, holder, by);
        this.#inverses.set(name, made2);
        return made2;
      }
      /** What an inventory tells of holds what it says, unless it is, or may be, what something that was read declares. */
      #addTold({ holders, named: named5 }, holder, by) {
        if (this.#isRead(holder.declaration)) return;
        const missing2 = this.#unnamedOf(holder.declaration.type).flatMap((unnamed) => unnamed.missing);
        for (const member3 of heldBy(holder.get(by))) {
          if (!isEntity(member3)) continue;
          if (missing2.length === 0) push(holders, member3, holder);
          else push(named5, member3, { holder, missing: missing2 });
        }
      }
      /** Whether what an inventory tells of is also declared by something that was read, which says what it will be. */
      #isRead(declaration) {
        const table2 = this.#concepts.get(declaration.type);
        const entity = this.entityOf(declaration, declaration.type);
        if (table2 === void 0 || entity === void 0) return false;
        const read5 = this.#identities(table2.name);
        return [...identitiesOf(table2, entity)].some((identity2) => read5.has(identity2));
      }
      /** Entities that may turn out to have any name. */
      #unnamedOf(concept2) {
        const kept2 = this.#unnamed.get(concept2);
        if (kept2 !== void 0) return kept2;
        const made2 = [];
        this.#unnamed.set(concept2, made2);
        for (const entity of this.entities(concept2)) {
          const missing2 = this.#missingName(entity);
          if (missing2.length > 0) made2.push({ entity, missing: missing2 });
        }
        return made2;
      }
      /**
       * What is missing to tell its name; nothing where it has one, or where nothing that was written can mean it: what
       * is still to be created has no id yet.
       */
      #missingName(entity) {
        const isNew2 = ["create", "replace"].includes(entity.declaration.change);
        const fields3 = this.#concepts.get(entity.concept)?.identity ?? [];
        const values2 = fields3.map((field) => ({ field, value: entity.get(field) }));
        if (values2.some(({ value }) => typeof value === "string")) return [];
        return values2.flatMap(
          ({ field, value }) => value instanceof Unknown && (field === "name" || !isNew2) ? value.missing : []
        );
      }
      #identities(concept2) {
        const kept2 = this.#byIdentity.get(concept2);
        if (kept2 !== void 0) return kept2;
        const made2 = /* @__PURE__ */ new Map();
        this.#byIdentity.set(concept2, made2);
        for (const entity of this.entities(concept2)) {
          for (const field of this.#concepts.get(concept2)?.identity ?? []) {
            const value = entity.get(field);
            if (typeof value === "string" && !made2.get(value)?.includes(entity)) push(made2, value, entity);
          }
        }
        return made2;
      }
      /** A name that must not be shown is not the one that is written in the open elsewhere. */
      #outsider(concept2, identity2, { ref, sensitive }) {
        const table2 = this.#concepts.get(concept2);
        if (table2 === void 0)
          return new Unknown([{ attribute: concept2, reason: "not in the vocabulary", ref }]);
        const name = key(concept2, identity2, String(sensitive));
        const kept2 = this.#outside.get(name) ?? new OutsideEntity(table2, identity2, { ref, sensitive }, this);
        this.#outside.set(name, kept2);
        return kept2;
      }
    };
    OneOf = class extends Unknown {
      among;
      constructor(missing2, among2) {
        super(missing2);
        this.among = among2;
      }
    };
  }
});

// src/graph/read.ts
function texts(...path) {
  return ({ root }) => {
    const attribute2 = root.get(...path);
    return written(textList(attribute2), attribute2);
  };
}
function dictionary(...path) {
  return ({ root }) => {
    const attribute2 = root.get(...path);
    return written(textMap(attribute2), attribute2);
  };
}
function keyedPairs(...path) {
  return ({ root }) => {
    const attribute2 = root.get(...path);
    if (attribute2.state === "unknown") return written(unknownOf(attribute2), attribute2);
    const pairs = attribute2.items().map((pair) => [pair.get("Key"), pair.get("Value")]);
    const unnamed = pairs.find(([key4]) => typeof key4.json !== "string");
    if (unnamed !== void 0) return written(new Unknown([missingOf(unnamed[0])]), attribute2);
    const entries = pairs.map(([key4, value]) => [String(key4.json), scalarValue(value, asText)]);
    return written(isShapeless(attribute2) ? notA("a list", attribute2) : new Map(entries), attribute2);
  };
}
function orDefault(reader2, value) {
  return (from) => {
    const reading = reader2(from);
    return reading.origin === "default" ? { ...reading, value } : reading;
  };
}
function firstOf(first, ...rest) {
  return (from) => {
    const reading = first(from);
    const [next, ...others] = rest;
    return next !== void 0 && reading.origin === "default" ? firstOf(next, ...others)(from) : reading;
  };
}
function always(value) {
  return ({ root }) => derived(value, root.ref);
}
function records(concept2, fields3, ...path) {
  return (from) => {
    const attribute2 = from.root.get(...path);
    if (attribute2.state === "unknown") return written(unknownOf(attribute2), attribute2);
    if (isShapeless(attribute2)) return written(notA("a list", attribute2), attribute2);
    const items = attribute2.items().filter(({ state }) => state !== "absent");
    const members3 = items.filter(({ state }) => state === "known").map((root) => {
      const read5 = ([name, reader2]) => [name, reader2({ ...from, root }).value];
      return record(concept2, Object.fromEntries(Object.entries(fields3).map(read5)));
    });
    const unknown3 = items.filter(({ state }) => state === "unknown");
    if (unknown3.length === 0) return written(members3, attribute2);
    return written(new PartialList(members3, new Unknown(unknown3.map(missingOf))), attribute2);
  };
}
function computed(compute) {
  return ({ entity, root }) => derived(
    compute((field) => entity.get(field) ?? null),
    root.ref
  );
}
function written(value, attribute2) {
  const unwritten = attribute2.state === "absent" || attribute2.json === null;
  return {
    value,
    ref: attribute2.ref,
    sensitive: attribute2.sensitive,
    origin: unwritten ? "default" : "written"
  };
}
function unknownOf(attribute2) {
  return new Unknown([missingOf(attribute2)]);
}
function notA(wanted2, attribute2) {
  return new Unknown([{ ...missingOf(attribute2), reason: `not ${wanted2}` }]);
}
function isShapeless(attribute2) {
  const { state, json: json2 } = attribute2;
  return state === "known" && json2 !== void 0 && typeof json2 !== "object";
}
function textList(attribute2) {
  if (attribute2.state === "absent") return [];
  if (attribute2.state === "unknown") return unknownOf(attribute2);
  if (!Array.isArray(attribute2.json) && attribute2.items().length === 0) {
    const isOne = attribute2.json !== void 0 && typeof attribute2.json !== "object";
    return isOne ? [scalarValue(attribute2, asText)] : notA("a list", attribute2);
  }
  return attribute2.items().map((item2) => scalarValue(item2, asText));
}
function textMap(attribute2) {
  if (attribute2.state === "unknown") return unknownOf(attribute2);
  if (isShapeless(attribute2)) return notA("a map", attribute2);
  return new Map(attribute2.entries().map(([name, value]) => [name, scalarValue(value, asText)]));
}
function scalar(path, convert3) {
  return ({ root }) => {
    const attribute2 = root.get(...path);
    return written(scalarValue(attribute2, convert3), attribute2);
  };
}
function scalarValue(attribute2, convert3) {
  if (attribute2.state === "absent") return null;
  if (attribute2.state === "unknown") return unknownOf(attribute2);
  const { json: json2 } = attribute2;
  if (json2 === null) return null;
  const value = json2 === void 0 ? void 0 : convert3(json2);
  return value ?? notA(wanted.get(convert3) ?? "of its type", attribute2);
}
var text, number, flag, asText, asNumber, asFlag, wanted;
var init_read = __esm({
  "src/graph/read.ts"() {
    "use strict";
    init_value();
    init_entity();
    init_several();
    text = (...path) => scalar(path, asText);
    number = (...path) => scalar(path, asNumber);
    flag = (...path) => scalar(path, asFlag);
    asText = (json2) => typeof json2 === "string" ? json2 : typeof json2 === "number" || typeof json2 === "boolean" ? String(json2) : void 0;
    asNumber = (json2) => {
      if (typeof json2 === "number") return json2;
      return typeof json2 === "string" && /^-?\d+$/.test(json2.trim()) ? Number(json2) : void 0;
    };
    asFlag = (json2) => {
      if (typeof json2 === "boolean") return json2;
      if (typeof json2 !== "string") return void 0;
      const lower = json2.toLowerCase();
      return lower === "true" ? true : lower === "false" ? false : void 0;
    };
    wanted = /* @__PURE__ */ new Map([
      [asText, "text"],
      [asNumber, "a number"],
      [asFlag, "true or false"]
    ]);
  }
});

// src/graph/concepts/inventory.ts
function told(reader2) {
  return (from) => {
    const reading = reader2(from);
    if (reading.origin !== "default") return reading;
    const attribute2 = [from.entity.resource, reading.ref.path.at(-1)].join(".");
    const missing2 = { attribute: attribute2, reason: "not in the inventory", ref: reading.ref };
    return { ...reading, value: new Unknown([missing2]) };
  };
}
function whereaboutsOf(account3) {
  return { account: textOf(account3.get("id")), region: textOf(account3.get("region")) };
}
function ownWhereabouts({ declaration: { root } }) {
  const arn = root.get("arn").json;
  const [, , , region, account3] = typeof arn === "string" ? arn.split(":") : [];
  const written4 = [root.get("region"), root.get("metadata", "region")].map(({ json: json2 }) => textOf(json2));
  return { account: filled(account3), region: filled(region) ?? written4.find((each3) => each3 !== void 0) };
}
function isElsewhere(one3, other) {
  const differs = (a, b) => a !== void 0 && b !== void 0 && a !== b;
  return differs(one3.account, other.account) || differs(one3.region, other.region);
}
function textOf(value) {
  return typeof value === "string" ? filled(value) : void 0;
}
function filled(text8) {
  return text8 === "" ? void 0 : text8;
}
var init_inventory = __esm({
  "src/graph/concepts/inventory.ts"() {
    "use strict";
    init_value();
  }
});

// src/graph/concepts/account.ts
function accountFor(entity, accounts) {
  const own = ownWhereabouts(entity);
  const possible = accounts.filter((each3) => !isElsewhere(own, whereaboutsOf(each3)));
  const [only, ...others] = possible;
  const missing2 = (reason2) => [{ attribute: `${entity.resource}.account`, reason: reason2, ref: entity.ref }];
  if (only === void 0) return new Unknown(missing2("not in an inventory: pass one with `--inventory`"));
  return others.length === 0 ? only : new OneOf(missing2("in one of several inventories"), possible);
}
var counts, countNames, accountCounts, account, accountOf;
var init_account = __esm({
  "src/graph/concepts/account.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_lookup();
    init_read();
    init_inventory();
    counts = {
      clusters: "EKS clusters of the Region.",
      vpcs: "VPCs of the Region.",
      securityGroups: "Security groups of the Region.",
      elasticIps: "Elastic IP addresses of the Region.",
      roles: "IAM roles of the account.",
      oidcProviders: "IAM OIDC providers of the account.",
      instanceProfiles: "Instance profiles of the account."
    };
    countNames = Object.keys(counts);
    accountCounts = concept({
      name: "AccountCounts",
      doc: "How much of each an account has, before the pull request. Only an inventory tells it.",
      fields: Object.fromEntries(Object.entries(counts).map(([name, doc]) => [name, { type: "int", doc }]))
    });
    account = concept({
      name: "Account",
      doc: "One AWS account in one Region. Only an inventory tells of it (`--inventory`); without one it is unknown.",
      fields: {
        id: { type: "string", doc: "Its 12 digits." },
        region: { type: "string", doc: "The Region: `eu-west-1`." },
        counts: { type: "AccountCounts", doc: "How much of each it has already." }
      },
      suppliers: [
        {
          format: "inventory",
          types: ["Account"],
          data: true,
          fields: {
            id: told(text("account")),
            region: told(text("region")),
            counts: (from) => {
              const read5 = (name) => told(number("counts", name))(from).value;
              const values2 = Object.fromEntries(countNames.map((name) => [name, read5(name)]));
              return derived(record("AccountCounts", values2), from.root.get("counts").ref);
            }
          }
        }
      ]
    });
    accountOf = ({ entity, lookup: lookup2 }) => derived(accountFor(entity, lookup2.told("Account")), entity.ref);
  }
});

// src/graph/link.ts
function one2(concept2, ...path) {
  return ({ root, lookup: lookup2 }) => {
    const attribute2 = root.get(...path);
    return written(resolveOne(attribute2, concept2, lookup2), attribute2);
  };
}
function many(concept2, ...path) {
  return ({ root, lookup: lookup2 }) => {
    const attribute2 = root.get(...path);
    return written(resolveMany(attribute2, concept2, lookup2), attribute2);
  };
}
function manyInEach(concept2, outer, ...inner) {
  return ({ root, lookup: lookup2 }) => {
    const list6 = root.get(...outer);
    if (list6.state === "unknown") return written(unknownOf(list6), list6);
    const lists2 = list6.items().map((item2) => item2.get(...inner));
    const values2 = lists2.map((attribute2) => resolveMany(attribute2, concept2, lookup2));
    return written(values2.reduce(concat, []), lists2[0] ?? list6);
  };
}
function together(first, ...rest) {
  return (from) => {
    const readings = [first, ...rest].map((reader2) => reader2(from));
    const told4 = readings.find((reading) => !(Array.isArray(reading.value) && reading.value.length === 0));
    return { ...told4 ?? first(from), value: readings.map((reading) => reading.value).reduce(concat, []) };
  };
}
function around(concept2) {
  return ({ root, declaration, lookup: lookup2 }) => derived(lookup2.entityOf(declaration, concept2) ?? null, root.ref);
}
function resolveOne(attribute2, concept2, lookup2) {
  if (attribute2.state === "absent") return null;
  const { json: json2, ref, state } = attribute2;
  if (json2 === null) return null;
  if (state === "known" && (json2 === void 0 || typeof json2 === "object" || typeof json2 === "boolean")) {
    return notA("a name", attribute2);
  }
  if (typeof json2 === "string" || typeof json2 === "number")
    return lookup2.named(concept2, String(json2), attribute2);
  const { targets, exact, closed } = attribute2.links;
  const [only] = targets;
  if (exact && closed && targets.length === 1 && only !== void 0) {
    return entityAt(only, concept2, ref, lookup2) ?? unknownOf(attribute2);
  }
  const { entities: entities2, complete } = candidatesOf([attribute2], concept2, lookup2);
  const { missing: missing2 } = unknownOf(attribute2);
  return complete && entities2.length > 0 ? new OneOf(missing2, entities2) : unknownOf(attribute2);
}
function resolveMany(attribute2, concept2, lookup2) {
  if (attribute2.state === "absent") return [];
  if (attribute2.state === "unknown") return linked(attribute2, concept2, lookup2);
  const items = attribute2.items();
  if (items.length === 0 && (typeof attribute2.json === "string" || typeof attribute2.json === "number")) {
    return [resolveOne(attribute2, concept2, lookup2)];
  }
  if (items.length === 0 && !Array.isArray(attribute2.json)) return notA("a list", attribute2);
  return items.some((item2) => item2.state === "unknown" && !item2.links.exact) ? partlyLinked(items, attribute2, concept2, lookup2) : distinct2(items.map((item2) => resolveOne(item2, concept2, lookup2)).filter((member3) => member3 !== null));
}
function distinct2(members3) {
  return members3.filter((member3, index2) => !isEntity(member3) || members3.indexOf(member3) === index2);
}
function linked(attribute2, concept2, lookup2) {
  const { exact } = attribute2.links;
  const { entities: entities2, complete } = candidatesOf([attribute2], concept2, lookup2);
  if (entities2.length === 0) return unknownOf(attribute2);
  if (exact && complete) return entities2;
  const why2 = unknownOf(attribute2);
  if (exact) return new PartialList(entities2, why2);
  return complete ? new PartialList([], why2, { atMost: entities2.length, candidates: entities2 }) : new PartialList([], why2);
}
function partlyLinked(items, attribute2, concept2, lookup2) {
  const loose = items.filter((item2) => item2.state === "unknown" && !item2.links.exact);
  const firm = items.filter((item2) => !loose.includes(item2)).map((item2) => resolveOne(item2, concept2, lookup2)).filter((member3) => member3 !== null);
  const why2 = new Unknown(loose.flatMap((item2) => item2.missing === void 0 ? [] : [item2.missing]));
  const bounds2 = { atMost: loose.length, atLeast: loose.length };
  const owners2 = loose.some((item2) => item2.links.targets.length > 0) ? loose : [attribute2];
  const { entities: candidates, complete } = candidatesOf(owners2, concept2, lookup2);
  return new PartialList(firm, why2, complete && candidates.length > 0 ? { ...bounds2, candidates } : bounds2);
}
function candidatesOf(attributes, concept2, lookup2) {
  const all = attributes.flatMap((attribute2) => {
    const { targets, texts: texts3 = [] } = attribute2.links;
    const spelling3 = lookup2.spelling(concept2);
    return [
      ...targets.map((link2) => entityAt(link2, concept2, attribute2.ref, lookup2)),
      ...texts3.filter((text8) => spelling3?.test(text8) ?? true).map((text8) => spelling3 === void 0 ? void 0 : namedBy(text8, concept2, attribute2, lookup2))
    ];
  });
  const entities2 = [...new Set(all.filter((entity) => entity !== void 0))];
  const closed = attributes.every(({ links }) => links.closed);
  return { entities: entities2, complete: closed && !all.includes(void 0) };
}
function namedBy(text8, concept2, attribute2, lookup2) {
  const named5 = lookup2.named(concept2, text8, attribute2);
  return named5 instanceof Unknown ? void 0 : named5;
}
function entityAt(link2, concept2, from, lookup2) {
  const declaration = lookup2.target(from.file, link2);
  return declaration === void 0 ? void 0 : lookup2.entityOf(declaration, concept2);
}
function concat(left, right) {
  if (Array.isArray(left) && left.length === 0) return right;
  if (Array.isArray(right) && right.length === 0) return left;
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  const [a, b] = [partial(left), partial(right)];
  const why2 = new Unknown([...a.why.missing, ...b.why.missing]);
  const open6 = [a, b].some((list6) => list6.atMost > 0 && list6.candidates === void 0);
  const candidates = [...a.candidates ?? [], ...b.candidates ?? []];
  return new PartialList([...a.items, ...b.items], why2, {
    atMost: a.atMost + b.atMost,
    atLeast: a.atLeast + b.atLeast,
    ...open6 ? {} : { candidates }
  });
}
function partial(value) {
  if (value instanceof PartialList) return value;
  if (value instanceof Unknown) return new PartialList([], value);
  return new PartialList(Array.isArray(value) ? value : [value], new Unknown([]), { atMost: 0 });
}
var init_link = __esm({
  "src/graph/link.ts"() {
    "use strict";
    init_value();
    init_entity();
    init_lookup();
    init_read();
  }
});

// src/graph/concepts/addon.ts
function eksctlAddons({ root, owner }) {
  return blocksOf(root.get("addons"), "addons").map((addon2) => {
    const name = addon2.root.get("name").json;
    return { ...addon2, resource: `${owner}/${typeof name === "string" ? name : addon2.key}` };
  });
}
var addon;
var init_addon = __esm({
  "src/graph/concepts/addon.ts"() {
    "use strict";
    init_concept();
    init_link();
    init_read();
    init_several();
    addon = concept({
      name: "Addon",
      doc: "An EKS add-on of a cluster.",
      fields: {
        name: { type: "string", doc: "Its name: `vpc-cni`." },
        cluster: { type: "Cluster?", doc: "The cluster it is installed in." },
        version: { type: "string?", doc: "Its version; null where EKS chooses the default." },
        role: { type: "IamRole?", doc: "The role of its service account." },
        podIdentities: {
          type: "list<PodIdentityAssociation>",
          doc: "The EKS Pod Identity associations that are part of it.",
          inverse: { of: "PodIdentityAssociation", by: "addon" }
        }
      },
      suppliers: [
        {
          format: "terraform",
          types: ["aws_eks_addon"],
          fields: {
            name: text("addon_name"),
            cluster: one2("Cluster", "cluster_name"),
            version: text("addon_version"),
            role: one2("IamRole", "service_account_role_arn")
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::EKS::Addon"],
          fields: {
            name: text("AddonName"),
            cluster: one2("Cluster", "ClusterName"),
            version: text("AddonVersion"),
            role: one2("IamRole", "ServiceAccountRoleArn")
          }
        },
        {
          format: "eksctl",
          types: ["ClusterConfig"],
          parts: eksctlAddons,
          fields: {
            name: text("name"),
            cluster: around("Cluster"),
            version: text("version"),
            role: one2("IamRole", "serviceAccountRoleARN")
          }
        }
      ]
    });
  }
});

// src/graph/concepts/cdk-cluster.ts
function cdkCluster(cidrs2) {
  return {
    format: "cloudformation",
    types: ["Custom::AWSCDK-EKS-Cluster"],
    fields: {
      name: (from) => orDefault(text(config, "name"), from.declaration.owner)(from),
      version: text(config, "version"),
      role: one2("IamRole", config, "roleArn"),
      subnets: many("Subnet", config, "resourcesVpcConfig", "subnetIds"),
      securityGroups: many("SecurityGroup", config, "resourcesVpcConfig", "securityGroupIds"),
      publicEndpoint: orDefault(flag(config, "resourcesVpcConfig", "endpointPublicAccess"), true),
      privateEndpoint: orDefault(flag(config, "resourcesVpcConfig", "endpointPrivateAccess"), false),
      publicCidrs: cidrs2(openTo),
      authenticationMode: orDefault(text(config, "accessConfig", "authenticationMode"), "CONFIG_MAP"),
      autoMode: orDefault(flag(config, "computeConfig", "enabled"), false),
      logTypes
    }
  };
}
function cdkFargateProfile(selector2) {
  return {
    format: "cloudformation",
    types: ["Custom::AWSCDK-EKS-FargateProfile"],
    fields: {
      name: text(config, "fargateProfileName"),
      cluster: one2("Cluster", config, "clusterName"),
      role: one2("IamRole", config, "podExecutionRoleArn"),
      subnets: profileSubnets,
      selectors: records(
        selector2,
        { namespace: text("namespace"), labels: dictionary("labels") },
        config,
        "selectors"
      )
    }
  };
}
var config, openTo, profileSubnets, logTypes;
var init_cdk_cluster = __esm({
  "src/graph/concepts/cdk-cluster.ts"() {
    "use strict";
    init_value();
    init_link();
    init_read();
    config = "Config";
    openTo = ({ root }) => {
      const list6 = root.get(config, "resourcesVpcConfig", "publicAccessCidrs");
      return written(textList(list6), list6);
    };
    profileSubnets = (from) => {
      const list6 = from.root.get(config, "subnets");
      if (list6.state !== "absent") return many("Subnet", config, "subnets")(from);
      const missing2 = { attribute: `${from.entity.resource}.subnets`, reason: "chosen by EKS", ref: list6.ref };
      return { ...written([], list6), value: new Unknown([missing2]), origin: "default" };
    };
    logTypes = ({ root }) => {
      const groups2 = root.get(config, "logging", "clusterLogging");
      if (groups2.state === "unknown") return written(unknownOf(groups2), groups2);
      const types = groups2.items().map((group2) => {
        const enabled = group2.state === "unknown" ? unknownOf(group2) : scalarValue(group2.get("enabled"), asFlag);
        if (enabled instanceof Unknown) return enabled;
        return enabled === true ? textList(group2.get("types")) : [];
      });
      return written(types.reduce(concat, []), groups2);
    };
  }
});

// library:ip-address
var require_ip_address = __commonJS({
  "library:ip-address"(exports2) {
    var library;
    var read5 = () => library ??= require("./lib/ip-address.js");
    for (const name of ["Address4", "Address6", "AddressError", "v6"]) {
      Object.defineProperty(exports2, name, { enumerable: true, get: () => read5()[name] });
    }
  }
});

// src/graph/concepts/cidr.ts
function addressBlock(cidr3) {
  try {
    const address = cidr3.includes(":") ? new import_ip_address.Address6(cidr3) : new import_ip_address.Address4(cidr3);
    const family = address instanceof import_ip_address.Address6 ? 6 : 4;
    return { family, first: address.startAddress().bigInt(), last: address.endAddress().bigInt() };
  } catch (error) {
    if (error instanceof import_ip_address.AddressError) return void 0;
    throw error;
  }
}
function coversWorld(blocks2) {
  return [4, 6].some((family) => contains(blocks2, { family, first: 0n, last: whole[family] }));
}
function isWide({ family, first, last }) {
  return (last - first + 1n) * 64n > whole[family];
}
function piecesMissing(own, others) {
  const { family } = own;
  const apart = others.filter((other) => other.last < own.first || other.first > own.last);
  let missing2 = 0;
  let first = own.first;
  for (let size2 = own.last - own.first + 1n; size2 <= whole[family]; size2 *= 2n) {
    const isLower = first / size2 % 2n === 0n;
    const beside2 = isLower ? first + size2 : first - size2;
    if (!contains(apart, { family, first: beside2, last: beside2 + size2 - 1n })) missing2++;
    first = isLower ? first : beside2;
  }
  return missing2;
}
function coverWorld(cidrs2) {
  if (cidrs2 instanceof Unknown) return cidrs2;
  const members3 = cidrs2 instanceof PartialList ? cidrs2.items : Array.isArray(cidrs2) ? cidrs2 : [];
  const blocks2 = members3.map(
    (member3) => typeof member3 === "string" ? addressBlock(member3) ?? noCidr(member3) : member3
  );
  if (coversWorld(blocks2.filter(isBlock2))) return true;
  const unknowns = blocks2.filter((block) => block instanceof Unknown);
  if (cidrs2 instanceof PartialList) unknowns.push(cidrs2.why);
  return unknowns.length === 0 ? false : new Unknown(unknowns.flatMap((unknown3) => unknown3.missing));
}
function noCidr(text8) {
  return new Unknown([{ attribute: `\`${text8}\``, reason: "not a CIDR" }]);
}
function isBlock2(value) {
  return typeof value === "object" && value !== null && "family" in value;
}
function contains(blocks2, wanted2) {
  let next = wanted2.first;
  for (const block of blocks2.toSorted((a, b) => a.first < b.first ? -1 : a.first > b.first ? 1 : 0)) {
    if (block.family !== wanted2.family || block.last < next) continue;
    if (block.first > next) return false;
    next = block.last + 1n;
    if (next > wanted2.last) return true;
  }
  return next > wanted2.last;
}
var import_ip_address, whole;
var init_cidr = __esm({
  "src/graph/concepts/cidr.ts"() {
    "use strict";
    import_ip_address = __toESM(require_ip_address());
    init_value();
    whole = { 4: 2n ** 32n - 1n, 6: 2n ** 128n - 1n };
  }
});

// src/graph/concepts/eksctl-defaults.ts
function isPrivateCluster(root) {
  return scalarValue(root.get("privateCluster", "enabled"), asFlag) ?? false;
}
function endpoint(path, { usually, ofPrivate }) {
  return (from) => {
    const reading = orDefault(flag(...path), usually)(from);
    const isPrivate = isPrivateCluster(from.root);
    if (isPrivate === false || reading.value === ofPrivate) return reading;
    return { ...reading, value: isPrivate instanceof Unknown ? isPrivate : ofPrivate };
  };
}
function isWritten({ state, json: json2 }) {
  return state === "unknown" || state === "known" && json2 !== "";
}
var nodes, type, logs, desired, smallest, eksctlSizes, eksctlInstanceTypes, keys, eksctlSsh, eksctlSshKey, eksctlLogTypes, eksctlPublicEndpoint, eksctlPrivateEndpoint;
var init_eksctl_defaults = __esm({
  "src/graph/concepts/eksctl-defaults.ts"() {
    "use strict";
    init_value();
    init_read();
    init_several();
    nodes = 2;
    type = "m5.large";
    logs = ["api", "audit", "authenticator", "controllerManager", "scheduler"];
    desired = number("desiredCapacity");
    smallest = number("minSize");
    eksctlSizes = {
      minSize: orDefault(firstOf(smallest, desired), nodes),
      desiredSize: orDefault(firstOf(desired, smallest), nodes),
      maxSize: ((from) => {
        const written4 = number("maxSize")(from);
        if (written4.origin !== "default") return written4;
        const reading = orDefault(firstOf(desired, smallest), nodes)(from);
        const isEmpty2 = reading.value === 0 && from.part.marks?.kind === "managed";
        return isEmpty2 ? { ...reading, value: 1 } : reading;
      })
    };
    eksctlInstanceTypes = (from) => {
      const reading = firstOf(
        texts("instancesDistribution", "instanceTypes"),
        texts("instanceTypes"),
        texts("instanceType")
      )(from);
      if (reading.origin !== "default") return reading;
      const other = ["instanceSelector", "launchTemplate"].map((name) => from.root.get(name)).find(isWritten);
      if (other === void 0) return { ...reading, value: [type] };
      const missing2 = { ...missingOf(other), reason: "what picks the instance types, which was not read" };
      return { ...reading, ref: other.ref, value: new Unknown([missing2]) };
    };
    keys = ["publicKeyName", "publicKeyPath", "publicKey"];
    eksctlSsh = (from) => {
      const allowed = flag("ssh", "allow")(from);
      if (allowed.origin !== "default") return allowed;
      const written4 = keys.map((key4) => from.root.get("ssh", key4)).filter(isWritten);
      const [known5] = written4.filter(({ state }) => state === "known");
      const [open6] = written4;
      if (known5 !== void 0) return { ...allowed, ref: known5.ref, value: true };
      return { ...allowed, value: open6 === void 0 ? false : unknownOf(open6) };
    };
    eksctlSshKey = firstOf(
      text("ssh", "publicKeyName"),
      text("ssh", "publicKeyPath"),
      text("ssh", "publicKey")
    );
    eksctlLogTypes = (from) => {
      const reading = texts("cloudWatch", "clusterLogging", "enableTypes")(from);
      if (!Array.isArray(reading.value)) return reading;
      const written4 = reading.value;
      if (written4.some((each3) => each3 === "*" || each3 === "all")) return { ...reading, value: logs };
      const missing2 = written4.flatMap((each3) => each3 instanceof Unknown ? each3.missing : []);
      if (missing2.length === 0) return reading;
      const known5 = written4.filter((each3) => !(each3 instanceof Unknown));
      return { ...reading, value: new PartialList(known5, new Unknown(missing2)) };
    };
    eksctlPublicEndpoint = endpoint(["vpc", "clusterEndpoints", "publicAccess"], {
      usually: true,
      ofPrivate: false
    });
    eksctlPrivateEndpoint = endpoint(["vpc", "clusterEndpoints", "privateAccess"], {
      usually: false,
      ofPrivate: true
    });
  }
});

// src/graph/concepts/eksctl-network.ts
function eksctlSubnets({ root }) {
  const named5 = kinds.flatMap((kind) => namedSubnets(root.get("vpc", "subnets", kind), kind));
  if (named5.length > 0) return named5;
  const isPrivate = isPrivateCluster(root);
  return madeSubnets(root).flatMap((part) => {
    if (part.marks?.kind !== "public" || isPrivate === false) return [part];
    if (!(isPrivate instanceof Unknown)) return [];
    return [part.count === void 0 ? { ...part, count: perhaps(isPrivate.missing) } : part];
  });
}
function madeSubnets(root) {
  const zones = root.get("availabilityZones");
  const listed3 = membersOf(zones, "availabilityZones");
  if (listed3.length === 0) return kinds.flatMap((kind) => picked(root.get("metadata", "region"), kind));
  return kinds.flatMap(
    (kind) => listed3.map((zone2) => {
      const name = typeof zone2.root.json === "string" ? zone2.root.json : void 0;
      return {
        ...zone2,
        ...called(kind, name ?? zone2.key),
        marks: { kind, ...name === void 0 ? {} : { zone: name } }
      };
    })
  );
}
function namedSubnets(list6, kind) {
  if (list6.state === "unknown") {
    return [
      {
        root: list6,
        ...called(kind, "of the VPC"),
        marks: { kind, given: "not known" },
        count: anyNumber([missingOf(list6)])
      }
    ];
  }
  return list6.entries().map(([name, root]) => {
    const written4 = scalarValue(root.get("az"), asText);
    const zone2 = written4 === null && looksLikeZone(name) ? name : written4;
    return {
      root,
      ...called(kind, name),
      marks: { kind, name, ...typeof zone2 === "string" ? { zone: zone2 } : {} }
    };
  });
}
function picked(region, kind) {
  const part = (index2) => {
    const zone2 = `zone ${index2} that eksctl picks`;
    return { root: region, ...called(kind, zone2), marks: { kind, zone: zone2, picked: "by eksctl" } };
  };
  if (region.json === "us-east-1") return [part(1), part(2)];
  const third = part(3);
  return [
    part(1),
    part(2),
    region.state === "unknown" ? { ...third, count: perhaps([missingOf(region)]) } : third
  ];
}
function called(kind, name) {
  return { key: `${kind} ${name}`, resource: `${kind} subnet ${name}` };
}
function namedBy2(list6, kind, from) {
  if (list6.state === "unknown") return unknownOf(list6);
  if (list6.items().length === 0 && !Array.isArray(list6.json)) return notA("a list", list6);
  return list6.items().map((item2) => {
    const name = scalarValue(item2, asText);
    return typeof name === "string" ? subnetCalled(name, kind, item2, from) : name;
  });
}
function subnetCalled(name, kind, item2, from) {
  const subnets = subnetsOf(from);
  const found = subnets.filter(({ part }) => part.marks?.name === name);
  const [own] = found.filter(({ part }) => part.marks?.kind === kind);
  const isOpen4 = subnets.some(({ part }) => part.marks?.given !== void 0);
  const [only, ...others] = found;
  if (only === void 0) return from.lookup.named("Subnet", name, item2);
  if (own !== void 0) return own;
  if (others.length === 0 && !isOpen4) return only;
  const why2 = kind instanceof Unknown ? kind : notA("certain to mean one subnet", item2);
  return new OneOf(why2.missing, subnets);
}
function matching(entities2, ask3) {
  const certain = [];
  const doubtful = [];
  for (const holder of entities2) {
    const answer2 = ask3(holder);
    if (answer2 === true) certain.push(holder);
    else if (answer2 instanceof Unknown) doubtful.push({ holder, missing: answer2.missing });
  }
  return { certain, doubtful };
}
function isIn(subnet2, zones) {
  if (subnet2.part.marks?.picked === void 0) return same(subnet2.get("zone") ?? null, zones);
  return new Unknown([{ attribute: `${subnet2.resource}.zone`, reason: "picked by eksctl", ref: subnet2.ref }]);
}
function same(value, wanted2) {
  if (value instanceof Unknown) return value;
  if (wanted2.includes(value)) return true;
  return wanted2.find((one3) => one3 instanceof Unknown) ?? false;
}
function both(one3, other) {
  if (one3 === false || other === false) return false;
  return one3 instanceof Unknown ? one3 : other;
}
function unmatched(zones) {
  return notA(`a zone of the cluster's subnets`, zones);
}
function subnetsOf({ declaration, lookup: lookup2 }) {
  return lookup2.entitiesOf(declaration, "Subnet");
}
function looksLikeZone(name) {
  return /^[a-z]{2,4}(-[a-z]+)+-\d+[a-z]$/.test(name);
}
var kinds, ofNamed, cidrOfEksctlSubnet, idOfEksctlSubnet, zoneOfEksctlSubnet, clusterSubnets, placedSubnets;
var init_eksctl_network = __esm({
  "src/graph/concepts/eksctl-network.ts"() {
    "use strict";
    init_value();
    init_entity();
    init_lookup();
    init_read();
    init_several();
    init_eksctl_defaults();
    kinds = ["private", "public"];
    ofNamed = (field, reason2) => (from) => {
      const { part, entity } = from;
      const reading = part.marks?.name === void 0 ? void 0 : text(field)(from);
      if (reading !== void 0 && reading.value !== null) return reading;
      return derived(
        new Unknown([{ attribute: `${entity.resource}.${field}`, reason: reason2, ref: part.root.ref }]),
        part.root.ref
      );
    };
    cidrOfEksctlSubnet = ofNamed("cidr", "not written in the file");
    idOfEksctlSubnet = (from) => {
      const { marks: marks2, root } = from.part;
      if (marks2?.given !== void 0) return derived(unknownOf(root), root.ref);
      return marks2?.name === void 0 ? derived(null, root.ref) : text("id")(from);
    };
    zoneOfEksctlSubnet = ({ part, entity, lookup: lookup2 }) => {
      const zone2 = part.marks?.zone;
      if (zone2 !== void 0) return derived(zone2, part.root.ref);
      const written4 = [part.root, part.root.get("az")].find(({ state }) => state === "unknown");
      if (written4 !== void 0) return derived(unknownOf(written4), written4.ref);
      const id = part.root.get("id").json;
      const [known5, ...others] = typeof id === "string" ? lookup2.told("Subnet", id) : [];
      if (known5 !== void 0 && others.length === 0)
        return derived(scalarValue(known5.declaration.root.get("zone"), asText), part.root.ref);
      const unknown3 = {
        attribute: `${entity.resource}.az`,
        reason: "not written in the file",
        ref: part.root.ref
      };
      return derived(new Unknown([unknown3]), part.root.ref);
    };
    clusterSubnets = (from) => {
      const network = from.root.get("vpc", "subnets");
      return { ...written(listOf(subnetsOf(from)), network), ref: network.ref };
    };
    placedSubnets = (kind) => (from) => {
      const named5 = from.root.get("subnets");
      if (named5.state !== "absent") return written(namedBy2(named5, kind(from).value, from), named5);
      const zones = from.root.get("availabilityZones");
      const wanted2 = zones.state === "known" ? zones.items().map((zone2) => scalarValue(zone2, asText)) : void 0;
      if (zones.state === "unknown") return written(unknownOf(zones), zones);
      const ofKind = matching(
        subnetsOf(from),
        (subnet2) => same(subnet2.part.marks?.kind ?? null, [kind(from).value])
      );
      if (wanted2 === void 0 || wanted2.length === 0)
        return derived(listOf(ofKind.certain, ofKind.doubtful), from.root.ref);
      const there = matching(
        subnetsOf(from),
        (subnet2) => both(same(subnet2.part.marks?.kind ?? null, [kind(from).value]), isIn(subnet2, wanted2))
      );
      const isNone = there.certain.length === 0 && there.doubtful.length === 0;
      return written(isNone ? unmatched(zones) : listOf(there.certain, there.doubtful), zones);
    };
  }
});

// src/graph/concepts/members.ts
function members(list6) {
  if (list6 instanceof PartialList) {
    const bounded3 = list6.candidates !== void 0 || list6.atMost === 0;
    const doubtful = { candidates: list6.candidates ?? [], bounded: bounded3, missing: list6.why.missing };
    return { known: list6.items, doubtful };
  }
  if (list6 instanceof Unknown) {
    return { known: [], doubtful: { candidates: [], bounded: false, missing: list6.missing } };
  }
  return { known: Array.isArray(list6) ? list6 : [], doubtful: { candidates: [], bounded: true, missing: [] } };
}
function some(list6, isWanted) {
  const { known: known5, doubtful } = members(list6);
  if (known5.some(isWanted)) return true;
  const unknowns = known5.filter((member3) => member3 instanceof Unknown);
  if (unknowns.length === 0 && doubtful.bounded && !doubtful.candidates.some(mayBe(isWanted))) return false;
  return new Unknown([...unknowns.flatMap((unknown3) => unknown3.missing), ...doubtful.missing]);
}
function mayBe(isWanted) {
  return (member3) => member3 instanceof Unknown || isWanted(member3);
}
function isFields(value) {
  return typeof value === "object" && value !== null && "concept" in value;
}
var init_members = __esm({
  "src/graph/concepts/members.ts"() {
    "use strict";
    init_value();
  }
});

// src/graph/concepts/trust-condition.ts
function jsonConditions(condition) {
  if (condition.state === "unknown") return unknownOf(condition);
  if (isShapeless(condition)) return notA("a map", condition);
  return condition.entries().map(([operator, keys2]) => conditionsOf(operator, keys2)).reduce(concat, []);
}
function conditionsOf(operator, keys2) {
  if (keys2.state === "known" && !isShapeless(keys2)) {
    return keys2.entries().map(([key4, values2]) => conditionRecord(operator, key4, textList(values2)));
  }
  const unknown3 = keys2.state === "unknown" ? unknownOf(keys2) : notA("a map", keys2);
  return keys2.state === "absent" ? [] : new PartialList([], unknown3, { candidates: [conditionRecord(operator, unknown3, unknown3)] });
}
function documentConditions(blocks2) {
  if (blocks2.state === "unknown") return unknownOf(blocks2);
  const items = blocks2.items();
  const known5 = items.filter(({ state }) => state === "known").map((block) => {
    const operator = scalarValue(block.get("test"), asText);
    const key4 = scalarValue(block.get("variable"), asText);
    return conditionRecord(operator, key4, textList(block.get("values")));
  });
  const open6 = items.filter(({ state }) => state === "unknown");
  return open6.length === 0 ? known5 : new PartialList(known5, new Unknown(open6.map(missingOf)));
}
function conditionRecord(operator, key4, values2, purpose = about(key4, values2)) {
  return record("TrustCondition", {
    operator,
    key: key4,
    values: values2,
    about: purpose,
    binding: typeof operator === "string" ? isBinding(operator) : operator,
    wildcards: typeof operator === "string" ? /(Like|Arn(Equals|Like))(IfExists)?$/i.test(operator) : operator
  });
}
function about(key4, values2) {
  if (typeof key4 === "string") {
    const name = key4.slice(key4.lastIndexOf(":") + 1).toLowerCase();
    return name === "sub" ? "subject" : name === "aud" ? "audience" : "other";
  }
  const known5 = members(values2).known.filter((value) => typeof value === "string");
  if (known5.some((value) => value.startsWith("system:serviceaccount:"))) return "subject";
  if (known5.some((value) => /^sts\.amazonaws\.com(\.cn)?$/.test(value))) return "audience";
  return key4;
}
function isBinding(operator) {
  return !/^ForAllValues:|IfExists$|^Null$|:Null$|Not(Equals|Like|IpAddress)|^Not/i.test(operator);
}
var trustCondition;
var init_trust_condition = __esm({
  "src/graph/concepts/trust-condition.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_link();
    init_read();
    init_several();
    init_members();
    trustCondition = concept({
      name: "TrustCondition",
      doc: "One condition of a trust statement.",
      fields: {
        operator: { type: "string", doc: "`StringEquals`, `StringLike`, `ForAnyValue:StringEquals` ..." },
        key: { type: "string", doc: "The condition key: `oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub`." },
        values: { type: "list<string>", doc: "The values it is compared with." },
        about: {
          type: "string",
          doc: "What it restricts: `subject` (the service account), `audience`, or `other`. Told from the key, or from the values where the key is computed."
        },
        binding: {
          type: "bool",
          doc: "Whether it has to hold and be present: not negated, not `IfExists`, not `ForAllValues`, not `Null`."
        },
        wildcards: { type: "bool", doc: "Whether its operator gives `*` and `?` a meaning." }
      }
    });
  }
});

// src/graph/concepts/eksctl-roles.ts
function eksctlRoles({ root, owner }) {
  const of = (kind, ...path) => {
    const list6 = path.join(".");
    return blocksOf(root.get(...path), list6).flatMap((member3) => made(kind, member3, owner));
  };
  const ofAddons = blocksOf(root.get("addons"), "addons").flatMap((addon2) => {
    const list6 = blocksOf(addon2.root.get("podIdentityAssociations"), `${addon2.key}.podIdentityAssociations`);
    return list6.flatMap((member3) => made(association, member3, owner));
  });
  return [
    ...made(cluster, { root, key: "" }, owner),
    ...of(nodes2, "managedNodeGroups"),
    ...of(nodes2, "nodeGroups"),
    ...fargateRole(root, owner),
    ...of(account2, "iam", "serviceAccounts"),
    ...of(association, "iam", "podIdentityAssociations"),
    ...ofAddons
  ];
}
function givenOrMade(...path) {
  return roleUnless(path);
}
function roleUnless(path, other) {
  return (from) => {
    const arn = from.root.get(...path);
    if (isWritten2(arn)) return one2("IamRole", ...path)(from);
    const instead = other === void 0 ? arn : from.root.get(...other.path);
    if (!isWritten2(instead)) return madeFor(from.part.key, from, arn);
    return written(new Unknown([{ ...missingOf(instead), reason: other?.reason ?? "" }]), instead);
  };
}
function made(kind, { root, key: key4, count: count4 }, owner) {
  const given = kind.given.map((path) => root.get(...path)).filter(isWritten2);
  if (given.some(({ state }) => state === "known")) return [];
  const doubt = count4 ?? (given.length === 0 ? void 0 : perhaps(given.map(missingOf)));
  const name = scalarValue(root.get("name"), asText);
  const holder = key4 === "" ? owner : `${owner}/${typeof name === "string" ? name : key4}`;
  return [
    {
      root,
      key: keyOf(key4),
      resource: `${holder} role made by eksctl`,
      marks: { purpose: kind.purpose },
      ...doubt === void 0 ? {} : { count: doubt }
    }
  ];
}
function fargateRole(root, owner) {
  const profiles = blocksOf(root.get("fargateProfiles"), "fargateProfiles");
  const own = profiles.map((profile2) => profile2.root.get("podExecutionRoleARN"));
  const isWanted = own.some((arn) => !isWritten2(arn));
  const open6 = own.filter(({ state }) => state === "unknown").map(missingOf);
  if (!isWanted && open6.length === 0) return [];
  const kind = { purpose: "fargate", given: [["iam", "fargatePodExecutionRoleARN"]] };
  const count4 = isWanted ? void 0 : perhaps(open6);
  return made(kind, { root, key: "", ...count4 === void 0 ? {} : { count: count4 } }, owner).map((part) => ({
    ...part,
    key: keyOf("fargateProfiles"),
    resource: `${owner} Fargate role made by eksctl`
  }));
}
function madeFor(key4, { declaration, lookup: lookup2 }, arn) {
  const roles = lookup2.entitiesOf(declaration, "IamRole");
  const role = roles.find(({ part }) => part.key === keyOf(key4));
  return { ...derived(role ?? null, arn.ref), origin: "default" };
}
function keyOf(holder) {
  return `role of ${holder === "" ? "the control plane" : holder}`;
}
function kindOf({ part }) {
  return [cluster, nodes2, account2, association].find(({ purpose }) => isFor(part, purpose));
}
function isFor({ marks: marks2 }, purpose) {
  return marks2?.purpose === purpose;
}
function services(part, root) {
  const principal = principals[part.marks?.purpose ?? ""];
  if (principal !== void 0) return [principal];
  if (isFor(part, "account")) return [];
  const region = root.get("metadata", "region");
  if (typeof region.json !== "string") return [unknownOf(region)];
  if (/-iso[a-z]?-/.test(region.json)) return [later(part, "service")];
  return [region.json.startsWith("cn-") ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com"];
}
function actions(part, root) {
  if (isFor(part, "account")) return ["sts:AssumeRoleWithWebIdentity"];
  if (isFor(part, "association")) return ["sts:AssumeRole", "sts:TagSession"];
  const auto = isFor(part, "cluster") && scalarValue(root.get("autoModeConfig", "enabled"), asFlag);
  if (auto instanceof Unknown)
    return new PartialList(["sts:AssumeRole"], auto, { atMost: 1, candidates: ["sts:TagSession"] });
  return auto === true ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"];
}
function conditions(part) {
  if (isFor(part, "fargate"))
    return [conditionRecord("ArnLike", "aws:SourceArn", [later(part, "aws:SourceArn")])];
  if (!isFor(part, "account")) return [];
  return [
    conditionRecord("StringEquals", later(part, "issuer"), [subject(part.root)], "subject"),
    conditionRecord("StringEquals", later(part, "issuer"), ["sts.amazonaws.com"], "audience")
  ];
}
function subject(holder) {
  const namespace = scalarValue(holder.get("metadata", "namespace"), asText) ?? "default";
  const name = scalarValue(holder.get("metadata", "name"), asText);
  const unknown3 = [namespace, name].filter((step4) => step4 instanceof Unknown);
  if (unknown3.length > 0) return new Unknown(unknown3.flatMap(({ missing: missing2 }) => missing2));
  if (name === null) return unknownOf(holder.get("metadata", "name"));
  return `system:serviceaccount:${namespace}:${name}`;
}
function later({ resource: resource3 = "", root: { ref } }, attribute2) {
  const reason2 = "known once eksctl has made it";
  return new Unknown([{ attribute: `${resource3}.${attribute2}`, reason: reason2, ref }]);
}
function isWritten2({ state, json: json2 }) {
  return state === "unknown" || state === "known" && json2 !== "";
}
var outpost, profile, cluster, nodes2, account2, association, eksctlClusterRole, eksctlNodeRole, eksctlFargateRole, madeRoleFields, madeTrustFields, principals;
var init_eksctl_roles = __esm({
  "src/graph/concepts/eksctl-roles.ts"() {
    "use strict";
    init_value();
    init_entity();
    init_link();
    init_read();
    init_several();
    init_trust_condition();
    outpost = ["outpost", "controlPlaneOutpostARN"];
    profile = ["iam", "instanceProfileARN"];
    cluster = { purpose: "cluster", given: [["iam", "serviceRoleARN"], outpost] };
    nodes2 = {
      purpose: "nodes",
      given: [["iam", "instanceRoleARN"], profile],
      name: ["iam", "instanceRoleName"]
    };
    account2 = { purpose: "account", given: [["attachRoleARN"]], name: ["roleName"] };
    association = { purpose: "association", given: [["roleARN"]], name: ["roleName"] };
    eksctlClusterRole = roleUnless(["iam", "serviceRoleARN"], {
      path: outpost,
      reason: "made by eksctl for an Outpost"
    });
    eksctlNodeRole = roleUnless(["iam", "instanceRoleARN"], {
      path: profile,
      reason: "an instance profile, whose role was not read"
    });
    eksctlFargateRole = (from) => {
      if (isWritten2(from.root.get("podExecutionRoleARN"))) return one2("IamRole", "podExecutionRoleARN")(from);
      const shared2 = from.declaration.root.get("iam", "fargatePodExecutionRoleARN");
      return isWritten2(shared2) ? one2("IamRole", "iam", "fargatePodExecutionRoleARN")({ ...from, root: from.declaration.root }) : madeFor("fargateProfiles", from, shared2);
    };
    madeRoleFields = {
      name: ((from) => {
        const path = kindOf(from)?.name;
        return path === void 0 ? derived(null, from.root.ref) : text(...path)(from);
      }),
      arn: always(null),
      path: always("/")
    };
    madeTrustFields = {
      effect: always("Allow"),
      services: (({ part, declaration }) => derived(services(part, declaration.root), part.root.ref)),
      accounts: always([]),
      federated: (({ part }) => derived(isFor(part, "account") ? [later(part, "provider")] : [], part.root.ref)),
      exceptPrincipals: always(false),
      actions: (({ part, declaration }) => derived(actions(part, declaration.root), part.root.ref)),
      exceptActions: always([]),
      conditions: (({ part }) => derived(conditions(part), part.root.ref)),
      eksProvider: (({ part }) => derived(isFor(part, "account"), part.root.ref)),
      role: (({ part, declaration, lookup: lookup2 }) => {
        const roles = lookup2.entitiesOf(declaration, "IamRole");
        return derived(roles.find((role) => role.part.key === part.key) ?? null, part.root.ref);
      })
    };
    principals = {
      cluster: "eks.amazonaws.com",
      fargate: "eks-fargate-pods.amazonaws.com",
      association: "pods.eks.amazonaws.com"
    };
  }
});

// src/graph/concepts/manifest-cluster.ts
function oneOfCluster(concept2, ...path) {
  return (from) => {
    const attribute2 = from.root.get(...path);
    const { json: json2, ref, sensitive } = attribute2;
    if (typeof json2 !== "string") return one2(concept2, ...path)(from);
    const cluster3 = from.entity.get("cluster");
    const beside2 = isDeclared(cluster3) ? cluster3.declaration.file : void 0;
    return written(from.lookup.named(concept2, json2, { ref, sensitive, beside: beside2 }), attribute2);
  };
}
function isDeclared(value) {
  return isEntity(value) && "declaration" in value;
}
function readsManyClusters(lookup2) {
  return clustersRead(lookup2).all.length > 1;
}
function toldCluster(declaration, entity, lookup2) {
  const told4 = lookup2.clusters.filter((files) => describes(files, declaration));
  const [first, ...others] = told4.map((files) => clusterOf(files, declaration, lookup2));
  if (first === void 0 || others.every((other) => other === first)) return first;
  const reason2 = `claimed by ${shown(told4.map(({ cluster: cluster3 }) => cluster3))} under \`clusters\` in the configuration`;
  const among2 = [first, ...others];
  const missing2 = { attribute: `${entity.resource}.cluster`, reason: reason2, ref: entity.ref };
  return among2.every(isEntity) ? new OneOf([missing2], among2) : new Unknown([missing2]);
}
function describes({ manifests, madeIn }, { format, file }) {
  return format === "kubernetes" ? manifests.has(file) : madeIn?.has(file) === true;
}
function clusterOf({ cluster: cluster3, madeIn }, { root }, lookup2) {
  const made2 = clustersRead(lookup2).all.filter(
    ({ declaration }) => madeIn === void 0 || madeIn.has(declaration.file)
  );
  const named5 = made2.filter((each3) => each3.resource === cluster3 || each3.get("name") === cluster3);
  if (named5.length === 1 && named5[0] !== void 0) return named5[0];
  if (madeIn !== void 0 && made2.length === 1 && made2[0] !== void 0) return made2[0];
  return lookup2.named("Cluster", cluster3, { ref: root.ref, sensitive: false });
}
function onlyCluster(declaration, entity, lookup2) {
  const { all, byFile } = clustersRead(lookup2);
  const ofPlan = declaration.format === "terraform" ? byFile.get(declaration.file) : void 0;
  const clusters2 = ofPlan ?? all;
  const [only] = clusters2;
  if (only === void 0) {
    const missing2 = { attribute: `${entity.resource}.cluster`, reason: "not in anything that was read" };
    return new Unknown([{ ...missing2, ref: entity.ref }]);
  }
  if (clusters2.length === 1) return only;
  return undecided(entity, declaration, clusters2);
}
function undecided({ resource: resource3, ref }, { file, format }, among2) {
  const names2 = among2.map(label);
  const [first] = among2;
  const isTwice = names2.indexOf(names2[0] ?? "", 1) > 0;
  const globs2 = {
    ...format === "kubernetes" ? { manifests: file } : { [format]: file },
    ...isTwice && first !== void 0 ? { [first.declaration.format]: first.declaration.file } : {}
  };
  const files = Object.entries(globs2).map(([key4, glob]) => `${key4}: [${JSON.stringify(glob)}]`);
  const line = `clusters: { ${JSON.stringify(names2[0])}: { ${files.join(", ")} } }`;
  const reason2 = `one of ${shown(names2)}; a line like \`${line}\` in the configuration says which`;
  return new OneOf([{ attribute: `${resource3}.cluster`, reason: reason2, ref }], among2);
}
function shown(names2) {
  const some2 = names2.slice(0, 3).map((name) => `\`${name}\``);
  const more2 = names2.length - some2.length;
  return [...some2, ...more2 > 0 ? [`${more2} more`] : []].join(", ");
}
function label(cluster3) {
  const name = cluster3.reading("name");
  return typeof name?.value === "string" && !name.sensitive ? name.value : cluster3.resource;
}
function clustersRead(lookup2) {
  const before = kept.get(lookup2);
  if (before !== void 0) return before;
  const clusters2 = lookup2.entities("Cluster");
  const made2 = clusters2.filter(({ declaration }) => declaration.mode === "managed");
  const all = /* @__PURE__ */ new Set();
  const byFile = /* @__PURE__ */ new Map();
  for (const cluster3 of clusters2) {
    const ofFile = byFile.get(cluster3.declaration.file) ?? /* @__PURE__ */ new Set();
    byFile.set(cluster3.declaration.file, ofFile);
    for (const meant2 of meantBy(cluster3, made2, ofFile, lookup2)) {
      ofFile.add(meant2);
      all.add(meant2);
    }
  }
  const read5 = { all: [...all], byFile: new Map([...byFile].map(([file, set]) => [file, [...set]])) };
  kept.set(lookup2, read5);
  return read5;
}
function meantBy(cluster3, made2, before, lookup2) {
  if (cluster3.declaration.mode === "managed") return [cluster3];
  const name = cluster3.get("name");
  if (typeof name !== "string") {
    const meant2 = resolveOne(cluster3.declaration.root.get("name"), "Cluster", lookup2);
    return isDeclared(meant2) ? [meant2] : [cluster3, ...made2];
  }
  const named5 = made2.filter((other) => other.get("name") === name);
  const near = named5.filter((other) => other.declaration.file === cluster3.declaration.file);
  const [only] = near.length > 0 ? near : named5;
  if (only !== void 0 && (near.length === 1 || named5.length === 1)) return [only];
  const same4 = [...before].find((other) => other.get("name") === name);
  if (same4 !== void 0) return [same4];
  return [cluster3, ...made2.filter((other) => typeof other.get("name") !== "string")];
}
var manifestCluster, kept;
var init_manifest_cluster = __esm({
  "src/graph/concepts/manifest-cluster.ts"() {
    "use strict";
    init_value();
    init_entity();
    init_link();
    init_lookup();
    init_read();
    manifestCluster = ({ declaration, entity, lookup: lookup2, part }) => derived(
      toldCluster(declaration, entity, lookup2) ?? onlyCluster(declaration, entity, lookup2),
      part.root.ref
    );
    kept = /* @__PURE__ */ new WeakMap();
  }
});

// src/graph/concepts/further.ts
function further(kind) {
  return (from) => {
    const known5 = inventoriesOf(from);
    const ranges = known5.map((cluster3) => rangeOf(cluster3, from, kind));
    const [only, ...others] = ranges;
    if (only === void 0) return derived(0, from.part.root.ref);
    const name = from.entity.get("name");
    const unnamed = name instanceof Unknown ? name.missing : [];
    const low = unnamed.length > 0 ? 0 : Math.min(...ranges.map((range) => range.low));
    const high = Math.max(...ranges.map((range) => range.high));
    const missing2 = [...unnamed, ...ranges.flatMap((range) => range.missing)];
    const value = low === high ? low : new Unknown([...missing2, ...severalOf(from, others.length)], low, high);
    return derived(value, from.part.root.ref);
  };
}
function inventoriesOf({ entity, lookup: lookup2 }) {
  const name = entity.get("name");
  if (isNew(entity) || name === null) return [];
  const named5 = typeof name === "string" ? name : void 0;
  const own = ownWhereabouts(entity);
  return lookup2.told("Cluster", named5).filter((cluster3) => {
    const account3 = lookup2.told("Account").find((each3) => each3.declaration.file === cluster3.declaration.file);
    return account3 === void 0 || !isElsewhere(own, whereaboutsOf(account3));
  });
}
function rangeOf(cluster3, { entity, lookup: lookup2 }, kind) {
  const list6 = cluster3.declaration.root.get(kind.list);
  if (list6.state !== "known") {
    const attribute2 = [cluster3.resource, kind.list].join(".");
    return {
      low: 0,
      high: Number.POSITIVE_INFINITY,
      missing: [{ attribute: attribute2, reason: "not in the inventory", ref: list6.ref }]
    };
  }
  const names2 = new Set(list6.items().map(({ json: json2 }) => json2));
  for (const name of takenAway(entity, lookup2, kind)) names2.delete(name);
  const declared2 = lookup2.holders(entity, kind.concept, "cluster");
  const doubtful = lookup2.doubts(entity, kind.concept, "cluster").map(({ holder }) => holder);
  const perhaps3 = [];
  for (const one3 of [...declared2, ...doubtful]) {
    if (one3.get("kind") === "self") continue;
    const name = one3.get("name");
    const isCertain2 = declared2.includes(one3) && one3.count === void 0;
    if (typeof name === "string" && (isCertain2 || !names2.has(name))) names2.delete(name);
    else if (!isNew(one3)) perhaps3.push(nameless(one3, name));
  }
  return { low: Math.max(0, names2.size - perhaps3.length), high: names2.size, missing: perhaps3 };
}
function takenAway(cluster3, { leaving }, { type: type2, name }) {
  const wanted2 = cluster3.get("name");
  return leaving.filter(({ before, ...left }) => left.type === type2 && before?.get("cluster_name").json === wanted2).map(({ before }) => before?.get(name).json);
}
function isNew(entity) {
  return isDeclared(entity) && ["create", "replace"].includes(entity.declaration.change);
}
function nameless(entity, name) {
  const [missing2] = name instanceof Unknown ? name.missing : [];
  return missing2 ?? {
    attribute: `${entity.resource}.name`,
    reason: "not certain to be another one",
    ref: entity.ref
  };
}
function severalOf({ entity }, others) {
  if (others === 0) return [];
  return [
    { attribute: `${entity.resource}.account`, reason: "in one of several inventories", ref: entity.ref }
  ];
}
var furtherNodeGroups, furtherFargateProfiles;
var init_further = __esm({
  "src/graph/concepts/further.ts"() {
    "use strict";
    init_value();
    init_entity();
    init_inventory();
    init_manifest_cluster();
    furtherNodeGroups = further({
      concept: "NodeGroup",
      list: "nodeGroups",
      type: "aws_eks_node_group",
      name: "node_group_name"
    });
    furtherFargateProfiles = further({
      concept: "FargateProfile",
      list: "fargateProfiles",
      type: "aws_eks_fargate_profile",
      name: "fargate_profile_name"
    });
  }
});

// src/graph/concepts/cluster.ts
function cidrs(reader2) {
  return (from) => {
    const reading = reader2(from);
    const isEmpty2 = Array.isArray(reading.value) && reading.value.length === 0;
    return isEmpty2 ? { ...reading, value: anywhere, origin: "default" } : reading;
  };
}
var anywhere, cluster2;
var init_cluster = __esm({
  "src/graph/concepts/cluster.ts"() {
    "use strict";
    init_concept();
    init_link();
    init_read();
    init_account();
    init_cdk_cluster();
    init_cidr();
    init_eksctl_defaults();
    init_eksctl_network();
    init_eksctl_roles();
    init_further();
    init_inventory();
    anywhere = ["0.0.0.0/0"];
    cluster2 = concept({
      name: "Cluster",
      doc: "An EKS cluster: its control plane and what belongs to it.",
      identity: ["name"],
      aliases: (name) => [name, name.split("/").at(-1) ?? name],
      fields: {
        name: { type: "string", doc: "Its name." },
        version: {
          type: "string?",
          doc: "The Kubernetes minor version, `1.35`; null where EKS chooses its newest."
        },
        role: { type: "IamRole?", doc: "The role the control plane assumes." },
        subnets: { type: "list<Subnet>", doc: "The subnets of its control plane's network interfaces." },
        securityGroups: { type: "list<SecurityGroup>", doc: "Additional security groups of the control plane." },
        publicEndpoint: { type: "bool", doc: "Whether the API server has a public endpoint." },
        privateEndpoint: { type: "bool", doc: "Whether the API server can be reached inside the VPC." },
        publicCidrs: {
          type: "list<string>",
          doc: "The CIDRs that may reach the public endpoint; everywhere by default."
        },
        publicCidrsCoverWorld: {
          type: "bool",
          doc: "Whether the CIDRs of the public endpoint together are all of IPv4 or all of IPv6, also in pieces.",
          derive: computed((get) => coverWorld(get("publicCidrs")))
        },
        authenticationMode: { type: "string", doc: "`CONFIG_MAP`, `API_AND_CONFIG_MAP` or `API`." },
        autoMode: { type: "bool", doc: "Whether EKS Auto Mode runs its nodes." },
        logTypes: { type: "list<string>", doc: "The control plane logs that are sent to CloudWatch." },
        nodeGroups: {
          type: "list<NodeGroup>",
          doc: "Its node groups.",
          inverse: { of: "NodeGroup", by: "cluster" }
        },
        fargateProfiles: {
          type: "list<FargateProfile>",
          doc: "Its Fargate profiles.",
          inverse: { of: "FargateProfile", by: "cluster" }
        },
        addons: { type: "list<Addon>", doc: "Its EKS add-ons.", inverse: { of: "Addon", by: "cluster" } },
        podIdentities: {
          type: "list<PodIdentityAssociation>",
          doc: "Its EKS Pod Identity associations, those of add-ons included.",
          inverse: { of: "PodIdentityAssociation", by: "cluster" }
        },
        furtherNodeGroups: {
          type: "int",
          doc: "How many managed node groups it has already that are not among `nodeGroups`, by the inventory; 0 where no inventory knows it.",
          derive: furtherNodeGroups
        },
        furtherFargateProfiles: {
          type: "int",
          doc: "How many Fargate profiles it has already that are not among `fargateProfiles`, by the inventory; 0 where no inventory knows it.",
          derive: furtherFargateProfiles
        },
        account: {
          type: "Account",
          doc: "The account and Region it is in; unknown without an inventory.",
          derive: accountOf
        }
      },
      suppliers: [
        {
          format: "terraform",
          types: ["aws_eks_cluster"],
          data: true,
          fields: {
            name: text("name"),
            version: text("version"),
            role: one2("IamRole", "role_arn"),
            subnets: many("Subnet", "vpc_config", 0, "subnet_ids"),
            securityGroups: many("SecurityGroup", "vpc_config", 0, "security_group_ids"),
            publicEndpoint: orDefault(flag("vpc_config", 0, "endpoint_public_access"), true),
            privateEndpoint: orDefault(flag("vpc_config", 0, "endpoint_private_access"), false),
            publicCidrs: cidrs(texts("vpc_config", 0, "public_access_cidrs")),
            authenticationMode: orDefault(text("access_config", 0, "authentication_mode"), "CONFIG_MAP"),
            autoMode: orDefault(flag("compute_config", 0, "enabled"), false),
            logTypes: texts("enabled_cluster_log_types")
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::EKS::Cluster"],
          fields: {
            name: (from) => orDefault(text("Name"), from.declaration.owner)(from),
            version: text("Version"),
            role: one2("IamRole", "RoleArn"),
            subnets: many("Subnet", "ResourcesVpcConfig", "SubnetIds"),
            securityGroups: many("SecurityGroup", "ResourcesVpcConfig", "SecurityGroupIds"),
            publicEndpoint: orDefault(flag("ResourcesVpcConfig", "EndpointPublicAccess"), true),
            privateEndpoint: orDefault(flag("ResourcesVpcConfig", "EndpointPrivateAccess"), false),
            publicCidrs: cidrs(texts("ResourcesVpcConfig", "PublicAccessCidrs")),
            authenticationMode: orDefault(text("AccessConfig", "AuthenticationMode"), "CONFIG_MAP"),
            autoMode: orDefault(flag("ComputeConfig", "Enabled"), false),
            logTypes: ({ root }) => {
              const types = root.get("Logging", "ClusterLogging", "EnabledTypes");
              if (types.state === "unknown") return written(unknownOf(types), types);
              if (types.state === "known" && !Array.isArray(types.json) && types.items().length === 0)
                return written(notA("a list", types), types);
              return written(
                types.items().map((item2) => scalarValue(item2.get("Type"), asText)),
                types
              );
            }
          }
        },
        cdkCluster(cidrs),
        {
          format: "eksctl",
          types: ["ClusterConfig"],
          fields: {
            name: text("metadata", "name"),
            version: text("metadata", "version"),
            role: eksctlClusterRole,
            subnets: (from) => from.root.get("vpc", "controlPlaneSubnetIDs").state === "absent" ? clusterSubnets(from) : many("Subnet", "vpc", "controlPlaneSubnetIDs")(from),
            securityGroups: together(
              many("SecurityGroup", "vpc", "controlPlaneSecurityGroupIDs"),
              many("SecurityGroup", "vpc", "securityGroup")
            ),
            publicEndpoint: eksctlPublicEndpoint,
            privateEndpoint: eksctlPrivateEndpoint,
            publicCidrs: cidrs(texts("vpc", "publicAccessCIDRs")),
            authenticationMode: orDefault(text("accessConfig", "authenticationMode"), "API_AND_CONFIG_MAP"),
            autoMode: orDefault(flag("autoModeConfig", "enabled"), false),
            logTypes: eksctlLogTypes
          }
        },
        {
          format: "inventory",
          types: ["Cluster"],
          data: true,
          fields: {
            name: text("name"),
            version: told(text("version")),
            role: told(one2("IamRole", "role")),
            subnets: told(many("Subnet", "subnets"))
          }
        }
      ]
    });
  }
});

// src/graph/concepts/truth.ts
function every(truths2) {
  const unknown3 = [];
  for (const truth2 of truths2) {
    if (truth2 === false) return false;
    if (truth2 !== true) unknown3.push(truth2);
  }
  return unknown3.length === 0 ? true : together2(unknown3);
}
function any(truths2) {
  const unknown3 = [];
  for (const truth2 of truths2) {
    if (truth2 === true) return true;
    if (truth2 !== false) unknown3.push(truth2);
  }
  return unknown3.length === 0 ? false : together2(unknown3);
}
function not(truth2) {
  return typeof truth2 === "boolean" ? !truth2 : truth2;
}
function told2(value, test) {
  return value instanceof Unknown ? value : test(value ?? null);
}
function sameAs(one3, other) {
  if (one3 instanceof Unknown) return one3;
  return told2(other, (value) => value === (one3 ?? null));
}
function together2(unknown3) {
  const [only] = unknown3;
  const missing2 = unknown3.flatMap((each3) => each3.missing);
  return unknown3.length === 1 && only !== void 0 ? only : new Unknown([...new Map(missing2.map((each3) => [each3.attribute, each3])).values()]);
}
var init_truth = __esm({
  "src/graph/concepts/truth.ts"() {
    "use strict";
    init_value();
  }
});

// src/graph/concepts/iam-action.ts
function allows(statement, action2) {
  if (typeof action2 !== "string" || !isFields(statement)) return false;
  return every([told2(statement.get("effect"), (effect) => effect === "Allow"), covers(statement, action2)]);
}
function covers(statement, action2) {
  const matches2 = (pattern3) => typeof pattern3 === "string" && actionMatches(pattern3, action2);
  const excepted = statement.get("exceptActions") ?? [];
  const named5 = some(statement.get("actions") ?? [], matches2);
  return any([named5, every([some(excepted, () => true), not(some(excepted, matches2))])]);
}
function actionMatches(pattern3, action2) {
  return wildcardMatches(pattern3.toLowerCase(), action2.toLowerCase());
}
function wildcardMatches(pattern3, text8) {
  let [at, read5, star, retry] = [0, 0, -1, 0];
  while (read5 < text8.length) {
    if (at < pattern3.length && (pattern3[at] === "?" || pattern3[at] !== "*" && pattern3[at] === text8[read5])) {
      at++;
      read5++;
    } else if (pattern3[at] === "*") {
      star = at++;
      retry = read5;
    } else if (star >= 0) {
      at = star + 1;
      read5 = ++retry;
    } else {
      return false;
    }
  }
  while (pattern3[at] === "*") at++;
  return at === pattern3.length;
}
var init_iam_action = __esm({
  "src/graph/concepts/iam-action.ts"() {
    "use strict";
    init_members();
    init_truth();
  }
});

// src/graph/concepts/labels.ts
function carries(labels, wanted2, wildcards) {
  if (wanted2 instanceof Unknown) return wanted2;
  if (!(wanted2 instanceof Map)) return false;
  return every([...wanted2].map(([key4, value]) => hasLabel(labels, key4, value, wildcards)));
}
function hasLabel(labels, key4, wanted2, wildcards) {
  const isKey = (each3) => wildcards === "everywhere" ? wildcardMatches(key4, each3) : key4 === each3;
  const isValue = (pattern3, text8) => wildcards === "nowhere" ? pattern3 === text8 : wildcardMatches(pattern3, text8);
  return someLabel(labels, isKey, (value) => {
    if (value instanceof Unknown) return value;
    return told2(wanted2, (pattern3) => isValue(String(pattern3), String(value)));
  });
}
function selects(selector2, labels) {
  if (selector2.state === "unknown") return unknownOf(selector2);
  if (isShapeless(selector2)) return notA("a map", selector2);
  const wanted2 = selector2.get("matchLabels");
  if (wanted2.state === "unknown") return unknownOf(wanted2);
  const expressions = selector2.get("matchExpressions");
  if (expressions.state === "unknown") return unknownOf(expressions);
  if (isShapeless(wanted2) || isShapeless(expressions)) return notA("a selector", selector2);
  const pairs = wanted2.entries().map(([key4, value]) => [key4, scalarValue(value, asText)]);
  return every([
    carries(labels, new Map(pairs), "nowhere"),
    ...expressions.items().map((expression2) => meets(expression2, labels))
  ]);
}
function meets(expression2, labels) {
  const [key4, operator] = [expression2.get("key"), expression2.get("operator")];
  const open6 = [expression2, key4, operator].find(({ state }) => state !== "known");
  if (open6 !== void 0) return new Unknown([missingOf(open6)]);
  const isKey = (each3) => each3 === key4.json;
  const isThere3 = () => someLabel(labels, isKey, () => true);
  const isAmong = () => {
    const values2 = textList(expression2.get("values"));
    return someLabel(
      labels,
      isKey,
      (value) => value instanceof Unknown ? value : some(values2, (each3) => each3 === value)
    );
  };
  switch (operator.json) {
    case "Exists":
      return isThere3();
    case "DoesNotExist":
      return not(isThere3());
    case "In":
      return isAmong();
    case "NotIn":
      return not(isAmong());
    default:
      return notA("an operator of a selector", operator);
  }
}
function someLabel(labels, isKey, isValue) {
  if (labels instanceof Unknown) return labels;
  if (!(labels instanceof Map)) return false;
  const unclear2 = [...labels.keys()].filter((key4) => /\$|\{\{/.test(key4));
  const missing2 = unclear2.map((key4) => ({ attribute: key4, reason: "filled in by a placeholder" }));
  return any([
    ...[...labels].filter(([key4]) => isKey(key4)).map(([, value]) => isValue(value)),
    ...missing2.length > 0 ? [new Unknown(missing2)] : []
  ]);
}
var init_labels = __esm({
  "src/graph/concepts/labels.ts"() {
    "use strict";
    init_value();
    init_read();
    init_several();
    init_iam_action();
    init_members();
    init_truth();
  }
});

// src/graph/concepts/matching.ts
function matching2(among2, holds4) {
  const certain = [];
  const doubtful = [];
  for (const one3 of among2) {
    const truth2 = holds4(one3);
    if (truth2 === true) certain.push(one3);
    else if (truth2 !== false) doubtful.push({ holder: one3, missing: truth2.missing });
  }
  return listOf(certain, doubtful);
}
function inSameCluster(one3, other, lookup2) {
  if (areApplied([one3, other])) {
    if (one3.declaration.file === other.declaration.file) return true;
    if (lookup2.clusters.length === 0 && lookup2.entities("Cluster").length === 0) return true;
  }
  const [a, b] = [one3.get("cluster"), other.get("cluster")];
  if (a === b && isEntity(a)) return true;
  if (!isEntity(a) || !isEntity(b)) return sameAs(a, b);
  const isMade = (cluster3) => isDeclared(cluster3) && cluster3.declaration.mode === "managed";
  return isMade(a) && isMade(b) ? false : sameAs(a.get("name"), b.get("name"));
}
function areApplied(things) {
  return things.every(({ declaration }) => declaration.format === "kubernetes");
}
var init_matching = __esm({
  "src/graph/concepts/matching.ts"() {
    "use strict";
    init_lookup();
    init_several();
    init_manifest_cluster();
    init_truth();
  }
});

// src/graph/concepts/fargate-pods.ts
function runsPodsOf(profile2, workload2, lookup2) {
  const { known: known5, doubtful } = members(profile2.get("selectors") ?? []);
  const fits3 = (selector2) => isFields(selector2) ? fitsSelector(selector2, workload2) : false;
  const unsure = new Unknown(doubtful.missing);
  const mayFit = doubtful.candidates.map((selector2) => every([unsure, fits3(selector2)]));
  return every([
    inSameCluster(profile2, workload2, lookup2),
    any([...known5.map(fits3), ...mayFit, ...doubtful.bounded ? [] : [unsure]]),
    not(carries(workload2.get("annotations") ?? null, wantsEc2, "nowhere"))
  ]);
}
function fitsSelector(selector2, workload2) {
  const namespace = workload2.get("namespace");
  const isNamespace2 = told2(
    selector2.get("namespace"),
    (pattern3) => typeof namespace === "string" ? wildcardMatches(String(pattern3), namespace) : true
  );
  return every([
    isNamespace2,
    ...namespace instanceof Unknown ? [namespace] : [],
    carries(workload2.get("labels") ?? null, selector2.get("labels") ?? null, "everywhere")
  ]);
}
var wantsEc2;
var init_fargate_pods = __esm({
  "src/graph/concepts/fargate-pods.ts"() {
    "use strict";
    init_value();
    init_iam_action();
    init_labels();
    init_matching();
    init_members();
    init_truth();
    wantsEc2 = /* @__PURE__ */ new Map([["eks.amazonaws.com/compute-type", "ec2"]]);
  }
});

// src/graph/concepts/fargate-profile.ts
function eksctlProfiles({ root, owner }) {
  return blocksOf(root.get("fargateProfiles"), "fargateProfiles").map((profile2) => {
    const name = profile2.root.get("name").json;
    return { ...profile2, resource: `${owner}/${typeof name === "string" ? name : profile2.key}` };
  });
}
var fargateSelector, selector, fargateProfile;
var init_fargate_profile = __esm({
  "src/graph/concepts/fargate-profile.ts"() {
    "use strict";
    init_concept();
    init_entity();
    init_link();
    init_read();
    init_several();
    init_cdk_cluster();
    init_eksctl_network();
    init_eksctl_roles();
    init_fargate_pods();
    init_matching();
    fargateSelector = concept({
      name: "FargateSelector",
      doc: "Which pods a Fargate profile runs: those of a namespace that carry all of its labels.",
      fields: {
        namespace: { type: "string", doc: "The namespace; `*` and `?` match any." },
        labels: { type: "map<string>", doc: "The labels a pod must carry." }
      }
    });
    selector = "FargateSelector";
    fargateProfile = concept({
      name: "FargateProfile",
      doc: "A Fargate profile of a cluster.",
      fields: {
        name: { type: "string?", doc: "Its name." },
        cluster: { type: "Cluster?", doc: "The cluster it belongs to." },
        role: { type: "IamRole?", doc: "The pod execution role." },
        subnets: { type: "list<Subnet>", doc: "The subnets its pods start in." },
        selectors: { type: "list<FargateSelector>", doc: "Which pods it runs." },
        workloads: {
          type: "list<Workload>",
          doc: "The workloads of its cluster that were read and whose pods it runs.",
          derive: ({ entity, lookup: lookup2, part }) => derived(
            matching2(lookup2.entities("Workload"), (workload2) => runsPodsOf(entity, workload2, lookup2)),
            part.root.ref
          )
        }
      },
      suppliers: [
        {
          format: "terraform",
          types: ["aws_eks_fargate_profile"],
          fields: {
            name: text("fargate_profile_name"),
            cluster: one2("Cluster", "cluster_name"),
            role: one2("IamRole", "pod_execution_role_arn"),
            subnets: many("Subnet", "subnet_ids"),
            selectors: records(
              selector,
              { namespace: text("namespace"), labels: dictionary("labels") },
              "selector"
            )
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::EKS::FargateProfile"],
          fields: {
            name: text("FargateProfileName"),
            cluster: one2("Cluster", "ClusterName"),
            role: one2("IamRole", "PodExecutionRoleArn"),
            subnets: many("Subnet", "Subnets"),
            selectors: records(
              selector,
              { namespace: text("Namespace"), labels: keyedPairs("Labels") },
              "Selectors"
            )
          }
        },
        cdkFargateProfile(selector),
        {
          format: "eksctl",
          types: ["ClusterConfig"],
          parts: eksctlProfiles,
          fields: {
            name: text("name"),
            cluster: around("Cluster"),
            role: eksctlFargateRole,
            subnets: placedSubnets(always("private")),
            selectors: records(
              selector,
              { namespace: text("namespace"), labels: dictionary("labels") },
              "selectors"
            )
          }
        }
      ]
    });
  }
});

// src/source/plain.ts
function plainAttribute(ref, json2, rules = {}) {
  return new PlainAttribute(ref, json2, rules, void 0, void 0, false);
}
function memberOf(json2, step4) {
  if (typeof json2 !== "object" || json2 === null) return void 0;
  if (isList(json2)) return typeof step4 === "number" ? json2[step4] : void 0;
  return typeof step4 === "string" && Object.hasOwn(json2, step4) ? json2[step4] : void 0;
}
function textsIn(json2) {
  if (typeof json2 === "string") return json2 === "" ? [] : [json2];
  if (typeof json2 !== "object" || json2 === null) return [];
  return Object.values(json2).flatMap(textsIn);
}
function isList(json2) {
  return Array.isArray(json2);
}
function isObject(json2) {
  return typeof json2 === "object" && json2 !== null && !Array.isArray(json2);
}
function hasText(json2, matches2) {
  if (typeof json2 === "string") return matches2(json2) !== void 0;
  if (isList(json2)) return json2.some((item2) => hasText(item2, matches2));
  return isObject(json2) && Object.values(json2).some((value) => hasText(value, matches2));
}
var PlainAttribute;
var init_plain = __esm({
  "src/source/plain.ts"() {
    "use strict";
    init_place();
    init_declaration();
    PlainAttribute = class _PlainAttribute {
      #top;
      #written;
      #rules;
      #parent;
      #step;
      #secret;
      constructor(top, written4, rules, parent, step4, secret) {
        this.#top = top;
        this.#written = written4;
        this.#rules = rules;
        this.#parent = parent;
        this.#step = step4;
        this.#secret = secret;
      }
      get ref() {
        return this.#parent === void 0 ? this.#top : { ...this.#top, path: [...this.#top.path, ...this.#steps()] };
      }
      get state() {
        if (this.#written === void 0 || this.#written === null) return "absent";
        return this.#placeholder() === void 0 ? "known" : "unknown";
      }
      get sensitive() {
        return this.#secret || this.#rules.secret?.(this.ref.path) === true;
      }
      get json() {
        const written4 = this.#written;
        if (written4 === void 0 || written4 === null) return void 0;
        return this.#rules.placeholder !== void 0 && hasText(written4, this.#rules.placeholder) ? void 0 : written4;
      }
      get missing() {
        const reason2 = this.#placeholder();
        if (reason2 === void 0) return void 0;
        const ref = this.ref;
        return { attribute: [ref.owner, showPath(ref.path)].join("."), reason: reason2, ref };
      }
      get links() {
        return noLinks;
      }
      get(...path) {
        let at = this;
        for (const step4 of path) at = at.#child(step4);
        return at;
      }
      items() {
        return isList(this.#written) ? this.#written.map((_, index2) => this.#child(index2)) : [];
      }
      entries() {
        if (!isObject(this.#written)) return [];
        return Object.keys(this.#written).map((key4) => [key4, this.#child(key4)]);
      }
      /** Below a text that stands for something else there is nothing known either. */
      #child(step4) {
        const below4 = this.#placeholder() === void 0 ? memberOf(this.#written, step4) : this.#written;
        return new _PlainAttribute(this.#top, below4, this.#rules, this, step4, this.sensitive);
      }
      #placeholder() {
        return typeof this.#written === "string" ? this.#rules.placeholder?.(this.#written) : void 0;
      }
      #steps() {
        const steps = [];
        for (let at = this; at !== void 0; at = at.#parent) {
          if (at.#step !== void 0) steps.push(at.#step);
        }
        return steps.reverse();
      }
    };
  }
});

// library:js-yaml
var require_js_yaml = __commonJS({
  "library:js-yaml"(exports2) {
    var library;
    var read5 = () => library ??= require("./lib/js-yaml.js");
    for (const name of ["CHOMPING_CLIP", "CHOMPING_KEEP", "CHOMPING_MODE", "CHOMPING_STRIP", "COLLECTION_STYLE", "COLLECTION_STYLE_BLOCK", "COLLECTION_STYLE_FLOW", "CORE_SCHEMA", "DEFAULT_SCALAR_STYLE_RULES", "DUMP_SCHEMA", "EVENT_ALIAS", "EVENT_DOCUMENT", "EVENT_ID", "EVENT_MAPPING", "EVENT_POP", "EVENT_SCALAR", "EVENT_SEQUENCE", "FAILSAFE_SCHEMA", "JSON_SCHEMA", "NOT_RESOLVED", "SCALAR_STYLE", "SCALAR_STYLE_DOUBLE_QUOTED", "SCALAR_STYLE_FOLDED_BLOCK", "SCALAR_STYLE_LITERAL_BLOCK", "SCALAR_STYLE_PLAIN", "SCALAR_STYLE_SINGLE_QUOTED", "Schema", "VISIT_BREAK", "VISIT_SKIP", "YAML11_SCHEMA", "YAMLException", "binaryTag", "boolCoreTag", "boolJsonTag", "boolYaml11Tag", "constructFromEvents", "defineMappingTag", "defineScalarTag", "defineSequenceTag", "dump", "eventsToAst", "floatCoreTag", "floatJsonTag", "floatYaml11Tag", "getScalarValue", "intCoreTag", "intJsonTag", "intYaml11Tag", "jsToAst", "legacyMapTag", "load", "loadAll", "mapTag", "mergeTag", "nullCoreTag", "nullJsonTag", "nullYaml11Tag", "omapTag", "pairsTag", "parseEvents", "present", "realMapTag", "seqTag", "setTag", "strTag", "timestampTag", "visit"]) {
      Object.defineProperty(exports2, name, { enumerable: true, get: () => read5()[name] });
    }
  }
});

// src/source/depth.ts
function isTooDeep(json2) {
  let level = [json2];
  for (let depth = 0; depth <= deepest; depth++) {
    level = level.flatMap(containersIn);
    if (level.length === 0) return false;
  }
  return true;
}
function containersIn(value) {
  if (typeof value !== "object" || value === null) return [];
  const members3 = Array.isArray(value) ? value : Object.values(value);
  return members3.filter((member3) => typeof member3 === "object" && member3 !== null);
}
var deepest, nestedTooDeeply;
var init_depth = __esm({
  "src/source/depth.ts"() {
    "use strict";
    deepest = 400;
    nestedTooDeeply = `it is nested more than ${deepest} levels deep`;
  }
});

// src/source/yaml/events.ts
function yamlEvents(text8) {
  let repaired = text8;
  for (let repairs = 0; ; repairs++) {
    try {
      return { events: (0, import_js_yaml.parseEvents)(repaired, { maxDepth: deepest2 }), text: repaired };
    } catch (error) {
      const line = repairs * text8.length < mostRepaired ? shallowLine(error) : void 0;
      if (line === void 0) throw error;
      repaired = shifted(repaired, line);
    }
  }
}
function shallowLine(error) {
  if (!(error instanceof import_js_yaml.YAMLException) || error.reason !== "deficient indentation") return void 0;
  const { mark: mark2 } = error;
  return mark2 === void 0 ? void 0 : mark2.position - mark2.column;
}
function shifted(text8, line) {
  return `${text8.slice(0, line)} ${text8.slice(line)}`;
}
var import_js_yaml, deepest2, mostRepaired;
var init_events = __esm({
  "src/source/yaml/events.ts"() {
    "use strict";
    import_js_yaml = __toESM(require_js_yaml());
    deepest2 = 100;
    mostRepaired = 2e7;
  }
});

// src/source/yaml/give-up.ts
function giveUp() {
  throw gaveUp;
}
var gaveUp;
var init_give_up = __esm({
  "src/source/yaml/give-up.ts"() {
    "use strict";
    gaveUp = new Error("not ordinary YAML");
  }
});

// src/source/yaml/scalar.ts
function truth(text8) {
  return text8.length > 5 ? void 0 : truths.get(text8);
}
function wholeNumber(text8) {
  if (!integer.test(text8)) return void 0;
  const digits = text8.replace(/^[-+]|_/g, "").replace(/^0o?(?=[0-7]+$)/, "0o");
  const value = Number(digits === "0o" ? "0" : digits);
  if (Number.isNaN(value)) return void 0;
  return text8.startsWith("-") && value !== 0 ? -value : value;
}
function ordinaryScalar(text8) {
  if (isWord(text8))
    return truth(text8) ?? (text8.length === 4 && text8.toLowerCase() === "null" ? void 0 : text8);
  return ordinaryNumber(text8) ?? (isDoubtful(text8) ? void 0 : text8);
}
function isWord(text8) {
  const first = text8.charCodeAt(0) | 32;
  return first >= 97 && first <= 122 && !text8.includes(": ") && !text8.endsWith(":") && !text8.includes(" #");
}
function ordinaryNumber(text8) {
  return /^(?:0|-?[1-9]\d{0,14}|(?:0|-?[1-9]\d{0,8})\.\d{1,6})$/.test(text8) ? Number(text8) : void 0;
}
function isDoubtful(text8) {
  if (/^(?:~|null)?$/i.test(text8) || /:(?: |$)| #/.test(text8)) return true;
  if (/^[-+]?\.(?:inf|nan)$/i.test(text8) || /^[-+]?[\d_]*\.?[\d_]*(?:e[-+]?\d+)?$/i.test(text8) || integer.test(text8))
    return true;
  return !/^(?:--?)?[A-Za-z0-9_./+$(\u00a1-\uffff]/.test(text8);
}
var integer, truths;
var init_scalar = __esm({
  "src/source/yaml/scalar.ts"() {
    "use strict";
    integer = /^[-+]?(?:0|[1-9][0-9_]*|0o?[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+)$/;
    truths = new Map([
      ...["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"].map(
        (word4) => [word4, true]
      ),
      ...["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"].map(
        (word4) => [word4, false]
      )
    ]);
  }
});

// src/source/yaml/flow.ts
function readFlow(text8, start) {
  return flow(text8, start, 0);
}
function readQuoted(text8, start) {
  const pattern3 = text8[start] === '"' ? doubleQuoted : singleQuoted;
  pattern3.lastIndex = start;
  const found = pattern3.exec(text8)?.[0] ?? giveUp();
  const value = found.startsWith('"') ? JSON.parse(found) : found.slice(1, -1).replaceAll("''", "'");
  return { value, end: start + found.length };
}
function nullOr(text8) {
  return text8 === "~" || text8.toLowerCase() === "null" ? null : giveUp();
}
function flow(text8, start, depth) {
  if (depth > deepest3) giveUp();
  const first = text8[start];
  if (first === "[") return list(text8, start, depth);
  if (first === "{") return map(text8, start, depth);
  if (first === '"' || first === "'") return readQuoted(text8, start);
  const found = matched(word, text8, start);
  return { value: ordinaryScalar(found) ?? nullOr(found), end: start + found.length };
}
function list(text8, start, depth) {
  const items = [];
  let at = skip(text8, start + 1);
  while (text8[at] !== "]") {
    const { value, end } = flow(text8, at, depth + 1);
    items.push(value);
    at = behind(text8, end, "]");
  }
  return { value: items, end: at + 1 };
}
function map(text8, start, depth) {
  const members3 = {};
  let at = skip(text8, start + 1);
  while (text8[at] !== "}") {
    const found = matched(key2, text8, at);
    const name = found.slice(0, found.indexOf(":"));
    if (name === "__proto__" || typeof ordinaryScalar(name) !== "string" || Object.hasOwn(members3, name))
      giveUp();
    const { value, end } = flow(text8, at + found.length, depth + 1);
    members3[name] = value;
    at = behind(text8, end, "}");
  }
  return { value: members3, end: at + 1 };
}
function behind(text8, end, closing3) {
  const at = skip(text8, end);
  if (text8[at] === closing3) return at;
  const next = text8[at] === "," ? skip(text8, at + 1) : giveUp();
  return text8[next] === closing3 ? giveUp() : next;
}
function matched(pattern3, text8, start) {
  pattern3.lastIndex = start;
  return pattern3.exec(text8)?.[0] ?? giveUp();
}
function skip(text8, from) {
  let at = from;
  while (text8.charCodeAt(at) === 32) at++;
  return at;
}
var doubleQuoted, singleQuoted, word, key2, deepest3;
var init_flow = __esm({
  "src/source/yaml/flow.ts"() {
    "use strict";
    init_give_up();
    init_scalar();
    doubleQuoted = /"(?:[^"\\\n]|\\["\\/nt])*"/y;
    singleQuoted = /'(?:[^'\n]|'')*'/y;
    word = /(?:--?)?[A-Za-z0-9_./](?:[\w./*=@+-]|:(?=[\w./*]))*/y;
    key2 = /([A-Za-z_][\w./-]*): +/y;
    deepest3 = 20;
  }
});

// src/source/yaml/ordinary.ts
function readOrdinary(text8) {
  if (unusual.test(text8)) return void 0;
  try {
    return new Reader(text8).documents();
  } catch (error) {
    if (error === gaveUp) return void 0;
    throw error;
  }
}
function folded(lines2) {
  const last = lines2.findLastIndex((line) => line !== "");
  const words5 = lines2.slice(0, last + 1);
  if (words5.some((line) => line === "" || line.startsWith(" "))) giveUp();
  return [words5.join(" "), ...lines2.slice(last + 1)].join("\n");
}
function isMarker(text8, start, end) {
  if (!text8.startsWith("---", start) && !text8.startsWith("...", start)) return false;
  return text8[start] === "-" && /^--- *$/.test(text8.slice(start, end)) ? true : giveUp();
}
function isKeyCharacter(code2) {
  const lower = code2 | 32;
  return lower >= 97 && lower <= 122 || code2 >= 45 && code2 <= 57 || code2 === 95;
}
function endsKey(text8, at) {
  if (text8[at] !== ":") return false;
  const next = text8[at + 1];
  return next === " " || next === "\n" || next === void 0;
}
function lineEnd(text8, from) {
  const end = text8.indexOf("\n", from);
  return end === -1 ? text8.length : end;
}
function skipSpaces(text8, from) {
  let at = from;
  while (text8.charCodeAt(at) === 32) at++;
  return at;
}
var unusual, quotedKey, blockHeader, deepest4, Reader;
var init_ordinary = __esm({
  "src/source/yaml/ordinary.ts"() {
    "use strict";
    init_flow();
    init_give_up();
    init_scalar();
    unusual = /[^\n\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]|^%/m;
    quotedKey = /"([\w./ -]+)"/y;
    blockHeader = /^[|>][+-]?$/;
    deepest4 = 50;
    Reader = class {
      #text;
      /** Where the next line begins. */
      #next = 0;
      /** The column of the first word, its offset, and the offset where its line ends. */
      #indent = 0;
      #start = 0;
      #end = 0;
      #line = "none";
      #depth = 0;
      constructor(text8) {
        this.#text = text8;
      }
      documents() {
        const documents = [];
        this.#advance();
        if (this.#isWithin(-1)) documents.push(this.#document());
        while (this.#line === "marker") {
          this.#advance();
          documents.push(this.#isWithin(-1) ? this.#document() : null);
        }
        return documents;
      }
      #document() {
        const value = this.#block();
        return this.#isWithin(-1) ? giveUp() : value;
      }
      /** Goes to the next line that says something. */
      #advance() {
        const text8 = this.#text;
        while (this.#next < text8.length) {
          const from = this.#next;
          this.#end = lineEnd(text8, from);
          this.#next = this.#end + 1;
          this.#start = skipSpaces(text8, from);
          this.#indent = this.#start - from;
          if (this.#start >= this.#end || text8[this.#start] === "#") continue;
          this.#line = this.#indent === 0 && isMarker(text8, this.#start, this.#end) ? "marker" : "content";
          return;
        }
        this.#indent = -1;
        this.#line = "none";
      }
      #isAt(indent) {
        return this.#line === "content" && this.#indent === indent;
      }
      #isWithin(indent) {
        return this.#line === "content" && this.#indent > indent;
      }
      #isItem() {
        const text8 = this.#text;
        return text8[this.#start] === "-" && (this.#start + 1 === this.#end || text8[this.#start + 1] === " ");
      }
      /** The map or list that begins on this line. */
      #block() {
        if (++this.#depth > deepest4) giveUp();
        const value = this.#isItem() ? this.#list(this.#indent) : this.#map(this.#indent);
        this.#depth--;
        return value;
      }
      #list(indent) {
        const items = [];
        while (this.#isAt(indent) && this.#isItem()) items.push(this.#item(indent));
        return this.#isWithin(indent) ? giveUp() : items;
      }
      #item(indent) {
        const start = skipSpaces(this.#text, this.#start + 1);
        if (this.#isNothing(start)) return this.#below(indent);
        if (this.#keyAt(start) === void 0) return this.#value(start, indent);
        this.#indent += start - this.#start;
        this.#start = start;
        return this.#block();
      }
      #map(indent) {
        const map2 = {};
        while (this.#isAt(indent)) {
          const key4 = this.#keyAt(this.#start) ?? giveUp();
          if (Object.hasOwn(map2, key4.name)) giveUp();
          const start = skipSpaces(this.#text, key4.end);
          map2[key4.name] = this.#isNothing(start) ? this.#member(indent) : this.#value(start, indent);
        }
        return this.#isWithin(indent) ? giveUp() : map2;
      }
      /** A list may stand as far left as the key it belongs to. */
      #member(indent) {
        const value = this.#below(indent);
        return value === null && this.#isAt(indent) && this.#isItem() ? this.#list(indent) : value;
      }
      /** What the following lines say, if they are indented further. */
      #below(indent) {
        this.#advance();
        return this.#isWithin(indent) ? this.#block() : null;
      }
      /** The key that stands here, and where its colon is behind. */
      #keyAt(start) {
        const text8 = this.#text;
        if (text8[start] === '"') return this.#quotedKey(start);
        let end = start;
        while (isKeyCharacter(text8.charCodeAt(end))) end++;
        if (end === start || !endsKey(text8, end)) return void 0;
        const name = text8.slice(start, end);
        if (!/^[A-Za-z_]/.test(name) || name === "__proto__" || typeof ordinaryScalar(name) !== "string")
          giveUp();
        return { name, end: end + 1 };
      }
      #quotedKey(start) {
        quotedKey.lastIndex = start;
        const name = quotedKey.exec(this.#text)?.[1];
        if (name === void 0 || !endsKey(this.#text, quotedKey.lastIndex)) return void 0;
        return name === "__proto__" ? giveUp() : { name, end: quotedKey.lastIndex + 1 };
      }
      /** Whether the line ends here but for a comment. */
      #isNothing(start) {
        return start >= this.#end || this.#text[start] === "#" && this.#text[start - 1] === " ";
      }
      /** A value that begins on the line of its key or dash. */
      #value(start, indent) {
        const first = this.#text[start];
        if (first === "|" || first === ">") return this.#blockText(start, indent);
        const value = this.#inline(start);
        this.#advance();
        return this.#isWithin(indent) ? giveUp() : value;
      }
      #inline(start) {
        const first = this.#text[start];
        if (first === '"' || first === "'") return this.#alone(readQuoted(this.#text, start));
        if (first === "[" || first === "{") return this.#alone(readFlow(this.#text, start));
        const text8 = this.#withoutComment(start);
        return ordinaryScalar(text8) ?? (text8 === "" ? giveUp() : nullOr(text8));
      }
      /** A value, if nothing but a comment follows on its line. */
      #alone({ value, end }) {
        return end <= this.#end && this.#isNothing(skipSpaces(this.#text, end)) ? value : giveUp();
      }
      #withoutComment(start) {
        const line = this.#text.slice(start, this.#end);
        const comment2 = line.indexOf(" #");
        return (comment2 === -1 ? line : line.slice(0, comment2)).trimEnd();
      }
      #blockText(start, indent) {
        const header = this.#text.slice(start, this.#end);
        if (!blockHeader.test(header)) giveUp();
        const lines2 = this.#blockLines(indent);
        const text8 = header.startsWith("|") ? lines2.join("\n") : folded(lines2);
        if (header.endsWith("-")) return text8.replace(/\n+$/, "");
        return header.endsWith("+") ? `${text8}
` : `${text8.replace(/\n+$/, "")}
`;
      }
      /** The lines of a block text without their indentation; the blank ones at its end included. */
      #blockLines(indent) {
        const text8 = this.#text;
        const lines2 = [];
        const margin = this.#marginOf(indent);
        while (this.#next < text8.length) {
          const from = this.#next;
          const end = lineEnd(text8, from);
          const start = Math.min(skipSpaces(text8, from), end);
          const isBlank3 = start === end;
          if (!isBlank3 && start - from < margin) break;
          if (end === text8.length || isBlank3 && start - from > margin) giveUp();
          lines2.push(isBlank3 ? "" : text8.slice(from + margin, end));
          this.#next = end + 1;
        }
        this.#advance();
        return this.#isWithin(indent) ? giveUp() : lines2;
      }
      /** How far the first line that is not blank is indented. */
      #marginOf(indent) {
        let from = this.#next;
        while (this.#text[from] === "\n") from++;
        const margin = skipSpaces(this.#text, from) - from;
        return margin <= indent || lineEnd(this.#text, from) === from + margin ? giveUp() : margin;
      }
    };
  }
});

// src/source/yaml/schema.ts
function schemaOf(kind) {
  plain ??= manifestSchema();
  if (kind === "manifest") return plain;
  withShortForms ??= plain.withTags(shortForms());
  return withShortForms;
}
function manifestSchema() {
  return import_js_yaml2.CORE_SCHEMA.withTags(booleans(), integers(), import_js_yaml2.mergeTag, binary());
}
function booleans() {
  return (0, import_js_yaml2.defineScalarTag)("tag:yaml.org,2002:bool", {
    implicit: true,
    implicitFirstChars: [..."tTyYoOfFnN"],
    resolve: (text8) => truth(text8) ?? import_js_yaml2.NOT_RESOLVED,
    identify: () => false
  });
}
function integers() {
  return (0, import_js_yaml2.defineScalarTag)("tag:yaml.org,2002:int", {
    implicit: true,
    implicitFirstChars: [..."-+0123456789"],
    identify: () => false,
    resolve: (text8) => wholeNumber(text8) ?? import_js_yaml2.NOT_RESOLVED
  });
}
function binary() {
  return (0, import_js_yaml2.defineScalarTag)("tag:yaml.org,2002:binary", { resolve: (text8) => text8, identify: () => false });
}
function shortForms() {
  const identify = () => false;
  const matchByTagPrefix = true;
  return [
    (0, import_js_yaml2.defineScalarTag)("!", {
      matchByTagPrefix,
      identify,
      resolve: (text8, _, tag) => tag === "!" ? text8 : call(tag, tag === "!GetAtt" ? splitOnce(text8) : text8)
    }),
    (0, import_js_yaml2.defineSequenceTag)("!", {
      matchByTagPrefix,
      identify,
      create: (tag) => ({ tag, items: [] }),
      addItem: (list6, item2) => {
        list6.items.push(item2);
      },
      finalize: (list6) => call(list6.tag, list6.items)
    }),
    (0, import_js_yaml2.defineMappingTag)("!", {
      matchByTagPrefix,
      identify,
      create: (tag) => ({ tag, entries: /* @__PURE__ */ new Map() }),
      addPair: (map2, key4, value) => {
        map2.entries.set(String(key4), value);
        return "";
      },
      has: (map2, key4) => map2.entries.has(String(key4)),
      keys: () => [],
      get: () => void 0,
      finalize: (map2) => call(map2.tag, Object.fromEntries(map2.entries))
    })
  ];
}
function call(tag, argument2) {
  const name = tag.slice(1);
  return { [name === "Ref" || name === "Condition" ? name : `Fn::${name}`]: argument2 };
}
function splitOnce(text8) {
  const dot = text8.indexOf(".");
  return dot === -1 ? text8 : [text8.slice(0, dot), text8.slice(dot + 1)];
}
var import_js_yaml2, plain, withShortForms;
var init_schema = __esm({
  "src/source/yaml/schema.ts"() {
    "use strict";
    import_js_yaml2 = __toESM(require_js_yaml());
    init_scalar();
  }
});

// src/source/yaml/load.ts
function loadYaml(text8, file, dialect) {
  const ordinary = readOrdinary(text8);
  if (ordinary !== void 0) return ordinary;
  return loadAnyYaml(text8, file, dialect);
}
function loadAnyYaml(text8, file, dialect) {
  try {
    const parsed6 = yamlEvents(text8);
    const documents = construct(parsed6, dialect);
    if (parsed6.events.some(isAlias)) refuseBomb(documents, file);
    return documents;
  } catch (error) {
    throw error instanceof import_js_yaml3.YAMLException ? asFailure(error, file) : error;
  }
}
function construct({ events, text: source2 }, dialect) {
  const schema = schemaOf(dialect === "template" ? "template" : "manifest");
  const documents = (0, import_js_yaml3.constructFromEvents)(events, { source: source2, schema, json: dialect === "manifest" });
  return documents.map((document) => document === void 0 ? null : document);
}
function isAlias(event) {
  return event.type === import_js_yaml3.EVENT_ID.ALIAS;
}
function refuseBomb(documents, file) {
  const sizes2 = /* @__PURE__ */ new Map();
  const heights = /* @__PURE__ */ new Map();
  const size2 = (value) => {
    if (typeof value !== "object" || value === null) return 1;
    const counted4 = sizes2.get(value);
    if (counted4 !== void 0) return counted4;
    sizes2.set(value, Number.POSITIVE_INFINITY);
    const members3 = isList(value) ? value : isObject(value) ? Object.values(value) : [];
    const total = members3.reduce((sum4, member3) => sum4 + size2(member3), 1);
    const height = members3.reduce((most2, member3) => Math.max(most2, heights.get(member3) ?? 0), 0) + 1;
    heights.set(value, height);
    sizes2.set(value, total);
    return total;
  };
  const sizesOfAll = documents.map(size2);
  if (documents.some((document) => (heights.get(document) ?? 0) > deepest)) {
    throw new Failure("unreadable", nestedTooDeeply, { at: { file } });
  }
  if (sizesOfAll.every((values2) => values2 <= mostValues)) return;
  throw new Failure(
    "unreadable",
    `its aliases expand to more than ${mostValues.toLocaleString("en")} values`,
    {
      at: { file },
      hint: "write the repeated parts out, or leave the file out with `exclude`"
    }
  );
}
function asFailure(error, file) {
  const { mark: mark2 } = error;
  const at = mark2 === void 0 ? { file } : { file, line: mark2.line + 1, column: mark2.column + 1 };
  const message = error.reason === "duplicated mapping key" ? duplicateKey : `this is not valid YAML: ${withoutQuotes(error.reason)}`;
  return new Failure("unreadable", message, { at });
}
function withoutQuotes(reason2) {
  return reason2.replace(/ ".*"(?= |$)/s, "").replace(/ !<.*>/s, "").replace(/: .*$/s, "");
}
var import_js_yaml3, mostValues, duplicateKey;
var init_load = __esm({
  "src/source/yaml/load.ts"() {
    "use strict";
    import_js_yaml3 = __toESM(require_js_yaml());
    init_failure();
    init_depth();
    init_plain();
    init_events();
    init_ordinary();
    init_schema();
    mostValues = 1e6;
    duplicateKey = "this key is already there in the same map";
  }
});

// src/graph/concepts/helm-values.ts
function merged(texts3, set) {
  const open6 = texts3.state === "unknown" ? [unknownOf(texts3)] : [];
  const parsed6 = texts3.items().map(parseText);
  const unknowns = [...open6, ...parsed6, ...set].filter((each3) => each3 instanceof Unknown);
  if (unknowns.length > 0) return new Unknown(unknowns.flatMap(({ missing: missing2 }) => missing2));
  const base = parsed6.reduce(over, /* @__PURE__ */ new Map());
  return set.reduce(
    (values2, each3) => each3 instanceof Unknown ? values2 : put(values2, each3.path, each3.value),
    base
  );
}
function parseText(text8) {
  if (text8.state === "absent") return /* @__PURE__ */ new Map();
  if (typeof text8.json !== "string") return unknownOf(text8);
  try {
    const [document = null] = loadYaml(text8.json, text8.ref.file, "manifest");
    return document === null ? /* @__PURE__ */ new Map() : isObject(document) ? valueOf(document) : notA("a map", text8);
  } catch (error) {
    if (error instanceof Failure) return notA("valid YAML", text8);
    throw error;
  }
}
function valueOf(json2) {
  if (isList(json2)) return json2.map(valueOf);
  if (!isObject(json2)) return json2;
  return new Map(Object.entries(json2).map(([key4, value]) => [key4, valueOf(value)]));
}
function over(below4, above) {
  if (!(below4 instanceof Map) || !(above instanceof Map)) return above;
  const both5 = new Map(below4);
  for (const [key4, value] of above) both5.set(key4, both5.has(key4) ? over(both5.get(key4) ?? null, value) : value);
  return both5;
}
function put(values2, [step4, ...rest], value) {
  if (step4 === void 0 || values2 instanceof Unknown) return step4 === void 0 ? value : values2;
  if (typeof step4 === "number") {
    const list6 = Array.isArray(values2) ? [...values2] : [];
    while (list6.length <= step4) list6.push(null);
    list6[step4] = put(list6[step4] ?? null, rest, value);
    return list6;
  }
  const map2 = new Map(values2 instanceof Map ? values2 : []);
  return map2.set(step4, put(map2.get(step4) ?? null, rest, value));
}
function settings(blocks2) {
  if (blocks2.state === "unknown") return [unknownOf(blocks2)];
  return blocks2.items().map((block) => {
    const [name, value, type2] = ["name", "value", "type"].map((field) => block.get(field));
    if (name === void 0 || value === void 0) return unknownOf(block);
    const path = typeof name.json === "string" ? pathOf(name.json) : void 0;
    if (path === void 0) return notA("a path of names", name);
    if (value.state === "unknown") return { path, value: unknownOf(value) };
    if (isList(value.json)) return { path, value: value.items().map((item2) => scalarValue(item2, asText)) };
    return typed(path, value, type2?.json);
  });
}
function typed(path, value, type2) {
  const text8 = scalarValue(value, asText);
  if (typeof text8 !== "string" || type2 === "literal") return { path, value: text8 };
  const list6 = /^\{(.*)\}$/s.exec(text8)?.[1];
  const items = list6 === void 0 ? void 0 : unescaped(list6, ",");
  const convert3 = type2 === "string" ? (item2) => item2 : literal;
  if (items !== void 0) return { path, value: list6 === "" ? [] : items.map(convert3) };
  const [only = "", ...others] = unescaped(text8, ",");
  return others.length === 0 ? { path, value: convert3(only) } : notA("a single value", value);
}
function literal(text8) {
  if (text8 === "true" || text8 === "false") return text8 === "true";
  if (text8 === "null") return null;
  return /^(0|-?[1-9]\d{0,15})$/.test(text8) && Number.isSafeInteger(Number(text8)) ? Number(text8) : text8;
}
function pathOf(name) {
  const steps = [];
  for (const part of unescaped(name, ".")) {
    const match2 = /^([^[\]]*)((?:\[\d+\])*)$/.exec(part);
    if (match2 === null) return void 0;
    if (match2[1] === "" || match2[1] === void 0) return void 0;
    steps.push(match2[1]);
    for (const index2 of (match2[2] ?? "").match(/\d+/g) ?? []) steps.push(Number(index2));
  }
  return steps.every((step4) => typeof step4 === "string" || step4 < mostItems) ? steps : void 0;
}
function unescaped(text8, separator) {
  const parts2 = [""];
  for (let at = 0; at < text8.length; at++) {
    const letter = text8[at] ?? "";
    if (letter === separator) parts2.push("");
    else parts2[parts2.length - 1] += letter === "\\" ? text8[++at] ?? "" : letter;
  }
  return parts2;
}
var helmValues, mostItems;
var init_helm_values = __esm({
  "src/graph/concepts/helm-values.ts"() {
    "use strict";
    init_failure();
    init_value();
    init_plain();
    init_load();
    init_read();
    helmValues = ({ root }) => {
      const texts3 = root.get("values");
      const secret = root.get("set_sensitive");
      const value = merged(texts3, [
        ...settings(root.get("set")),
        ...settings(root.get("set_list")),
        ...settings(secret)
      ]);
      return { ...written(value, texts3), sensitive: texts3.sensitive || secret.items().length > 0 };
    };
    mostItems = 1e3;
  }
});

// src/graph/concepts/helm-release.ts
var helmRelease;
var init_helm_release = __esm({
  "src/graph/concepts/helm-release.ts"() {
    "use strict";
    init_concept();
    init_read();
    init_helm_values();
    init_manifest_cluster();
    helmRelease = concept({
      name: "HelmRelease",
      doc: "A Helm chart that Terraform installs: which chart and with which values. What the chart makes of them is not seen: its workloads are judged where the rendered chart is read.",
      fields: {
        cluster: {
          type: "Cluster",
          doc: "The cluster it is installed in: the one that `clusters` of the configuration says, else the only one of its plan, else the only one that was read.",
          derive: manifestCluster
        },
        name: { type: "string", doc: "Its name." },
        namespace: { type: "string", doc: "The namespace it is installed in; `default` where none is written." },
        chart: { type: "string", doc: "The chart: a name in its repository, a path, or an address." },
        repository: {
          type: "string?",
          doc: "The address of the repository; null where the chart says where it is."
        },
        version: { type: "string?", doc: "The chart's version; null where the newest is taken." },
        values: {
          type: "map<dyn>",
          doc: "The values it gives the chart: its texts one over the other, and what `set`, `set_list` and `set_sensitive` put over them. The chart's own defaults are not among them."
        }
      },
      suppliers: [
        {
          format: "terraform",
          types: ["helm_release"],
          fields: {
            name: text("name"),
            namespace: orDefault(text("namespace"), "default"),
            chart: text("chart"),
            repository: text("repository"),
            version: text("version"),
            values: helmValues
          }
        }
      ]
    });
  }
});

// src/graph/concepts/trust-acceptance.ts
function trustsServiceAccount(role, namespace, name) {
  if (!isEntity(role) || typeof namespace !== "string" || typeof name !== "string") return false;
  const subject2 = `system:serviceaccount:${namespace}:${name}`;
  const { known: known5, doubtful } = members(role.get("trust") ?? []);
  const certain = known5.filter(isEntity);
  const possible = doubtful.candidates.filter(isEntity);
  const unsure = new Unknown(doubtful.missing);
  if (certain.length + possible.length === 0 && doubtful.bounded) return open(role, "trust", "not in it");
  const says2 = (effect) => (statement) => applies(statement, effect, subject2);
  const perhaps3 = (effect) => possible.map((each3) => every([unsure, says2(effect)(each3)]));
  const more2 = doubtful.bounded ? [] : [unsure];
  return every([
    any([...certain.map(says2("Allow")), ...perhaps3("Allow"), ...more2]),
    not(any([...certain.map(says2("Deny")), ...perhaps3("Deny"), ...more2]))
  ]);
}
function applies(statement, effect, subject2) {
  return every([
    told2(statement.get("effect"), (value) => value === effect),
    covers(statement, action),
    isAboutPods(statement, effect),
    accepts(statement, subject2)
  ]);
}
function isAboutPods(statement, effect) {
  const excepts = told2(statement.get("exceptPrincipals"), (value) => value === true);
  const everybody = told2(statement.get("everybody"), (value) => value === true);
  const provider = told2(statement.get("eksProvider"), (value) => value === true);
  const unsure = open(statement, "principals", "not said in terms of an identity provider");
  return any([
    provider,
    every([everybody, effect === "Deny" ? true : unsure]),
    // Whom it is not about is not looked into.
    every([excepts, unsure])
  ]);
}
function accepts(statement, subject2) {
  const { known: known5, doubtful } = members(statement.get("conditions") ?? []);
  const isClosed = doubtful.bounded && doubtful.candidates.length === 0;
  const conditions2 = known5.filter(isFields).map((condition) => holds(condition, statement, subject2));
  return every([...conditions2, ...isClosed ? [] : [new Unknown(doubtful.missing)]]);
}
function holds(condition, statement, subject2) {
  const about2 = condition.get("about");
  const operator = condition.get("operator");
  if (about2 instanceof Unknown) return about2;
  if (operator instanceof Unknown) return operator;
  const values2 = condition.get("values") ?? [];
  if (about2 === "subject") {
    if (isOfAnother(condition.get("key"), statement)) return open(statement, "conditions", otherIssuer);
    return compare(String(operator), values2, subject2) ?? open(statement, "conditions", otherOperator);
  }
  if (about2 === "audience" && isOneOf(String(operator), values2, audiences) === true) return true;
  return open(statement, "conditions", "about more than the service account");
}
function isOfAnother(key4, statement) {
  if (typeof key4 !== "string") return false;
  const issuer = key4.slice(0, key4.lastIndexOf(":"));
  const names2 = members(statement.get("federated") ?? []);
  const isKnown2 = names2.doubtful.bounded && names2.known.every((name) => typeof name === "string");
  return isKnown2 && !names2.known.some((name) => String(name).endsWith(issuer));
}
function isOneOf(operator, values2, wanted2) {
  return any(wanted2.map((text8) => compare(operator, values2, text8) ?? false));
}
function compare(operator, values2, text8) {
  const name = operator.replace(/^For(AllValues|AnyValue):/i, "").replace(/IfExists$/i, "");
  const test = tests.get(name.toLowerCase());
  if (test === void 0) return void 0;
  const { matches: matches2, negated } = test;
  const { known: known5 } = members(values2);
  const variables = known5.some((value) => typeof value === "string" && value.includes("${"));
  const found = some(values2, (value) => typeof value === "string" && matches2(value, text8));
  const truth2 = found === false && variables ? void 0 : found;
  return truth2 === void 0 || !negated ? truth2 : not(truth2);
}
function open({ ref }, part, reason2) {
  return new Unknown([{ attribute: `${placeName(ref)} ${part}`, reason: reason2, ref }]);
}
var action, otherIssuer, otherOperator, audiences, equals, sameLetters, tests;
var init_trust_acceptance = __esm({
  "src/graph/concepts/trust-acceptance.ts"() {
    "use strict";
    init_value();
    init_entity();
    init_lookup();
    init_iam_action();
    init_members();
    init_truth();
    action = "sts:AssumeRoleWithWebIdentity";
    otherIssuer = "about another identity provider than the statement";
    otherOperator = "a comparison that is not made with service accounts";
    audiences = ["sts.amazonaws.com", "sts.amazonaws.com.cn"];
    equals = (pattern3, text8) => pattern3 === text8;
    sameLetters = (pattern3, text8) => pattern3.toLowerCase() === text8.toLowerCase();
    tests = /* @__PURE__ */ new Map([
      ["stringequals", { matches: equals, negated: false }],
      ["stringnotequals", { matches: equals, negated: true }],
      ["stringequalsignorecase", { matches: sameLetters, negated: false }],
      ["stringnotequalsignorecase", { matches: sameLetters, negated: true }],
      ["stringlike", { matches: wildcardMatches, negated: false }],
      ["stringnotlike", { matches: wildcardMatches, negated: true }]
    ]);
  }
});

// src/graph/concepts/iam-role.ts
function ofArn(read5) {
  return (from) => {
    const arn = text("arn")(from);
    return typeof arn.value === "string" ? { ...arn, value: read5((arn.value.split(":").at(-1) ?? "").split("/")) } : arn;
  };
}
function accountOf2(arn) {
  return typeof arn === "string" ? /^arn:[^:]*:iam::(\d{12}):/.exec(arn)?.[1] : void 0;
}
var iamRole;
var init_iam_role = __esm({
  "src/graph/concepts/iam-role.ts"() {
    "use strict";
    init_concept();
    init_read();
    init_eksctl_roles();
    init_trust_acceptance();
    iamRole = concept({
      name: "IamRole",
      doc: "An IAM role.",
      identity: ["arn", "name"],
      aliases: (identity2) => [identity2, identity2.split("/").at(-1) ?? identity2],
      isOther: (identity2, role) => {
        const [account3, other] = [accountOf2(identity2), accountOf2(role.get("arn"))];
        return account3 !== void 0 && other !== void 0 && account3 !== other;
      },
      fields: {
        name: { type: "string?", doc: "Its name; null where the platform makes one up." },
        arn: { type: "string?", doc: "Its ARN; null where it is still to be created." },
        path: { type: "string", doc: "Its path; `/` by default." },
        trust: {
          type: "list<TrustStatement>",
          doc: "The statements of its trust policy.",
          inverse: { of: "TrustStatement", by: "role" }
        },
        clusters: { type: "list<Cluster>", doc: "The clusters it runs.", inverse: { of: "Cluster", by: "role" } },
        nodeGroups: {
          type: "list<NodeGroup>",
          doc: "The node groups whose nodes assume it.",
          inverse: { of: "NodeGroup", by: "role" }
        },
        nodeClasses: {
          type: "list<NodeClass>",
          doc: "The node classes of Karpenter and EKS Auto Mode whose nodes assume it.",
          inverse: { of: "NodeClass", by: "role" }
        },
        fargateProfiles: {
          type: "list<FargateProfile>",
          doc: "The Fargate profiles whose pods start with it.",
          inverse: { of: "FargateProfile", by: "role" }
        },
        serviceAccounts: {
          type: "list<ServiceAccount>",
          doc: "The Kubernetes service accounts annotated with it.",
          inverse: { of: "ServiceAccount", by: "role" }
        },
        podIdentities: {
          type: "list<PodIdentityAssociation>",
          doc: "The EKS Pod Identity associations that give it to pods.",
          inverse: { of: "PodIdentityAssociation", by: "role" }
        }
      },
      methods: [
        {
          signature: "trustsServiceAccount(string, string): bool",
          doc: 'Whether its trust policy lets a service account of this namespace and name assume it through the identity provider of an EKS cluster: `trustsServiceAccount("shop", "web")`. Which cluster is not asked.',
          call: (self2, namespace = null, name = null) => trustsServiceAccount(self2, namespace, name)
        }
      ],
      suppliers: [
        {
          format: "terraform",
          types: ["aws_iam_role"],
          data: true,
          fields: {
            name: text("name"),
            arn: text("arn"),
            path: orDefault(text("path"), "/")
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::IAM::Role"],
          fields: {
            name: text("RoleName"),
            arn: always(null),
            path: orDefault(text("Path"), "/")
          }
        },
        { format: "eksctl", types: ["ClusterConfig"], parts: eksctlRoles, fields: madeRoleFields },
        {
          format: "inventory",
          types: ["IamRole"],
          data: true,
          fields: {
            name: ofArn((path) => path.at(-1) ?? null),
            arn: text("arn"),
            path: ofArn((path) => ["", ...path.slice(1, -1), ""].join("/"))
          }
        }
      ]
    });
  }
});

// src/graph/concepts/launch-template.ts
var launchTemplate;
var init_launch_template = __esm({
  "src/graph/concepts/launch-template.ts"() {
    "use strict";
    init_concept();
    init_link();
    init_read();
    launchTemplate = concept({
      name: "LaunchTemplate",
      doc: "An EC2 launch template.",
      identity: ["id", "name"],
      fields: {
        id: { type: "string?", doc: "Its id; null where it is still to be created." },
        name: { type: "string?", doc: "Its name; null where the platform makes one up." },
        securityGroups: { type: "list<SecurityGroup>", doc: "The security groups of what it starts." },
        instanceType: { type: "string?", doc: "The instance type." },
        httpTokens: {
          type: "string?",
          doc: "`required` where the instance metadata service wants tokens (IMDSv2)."
        },
        hopLimit: {
          type: "int?",
          doc: "How many network hops an answer of the instance metadata service may take."
        }
      },
      suppliers: [
        {
          format: "terraform",
          types: ["aws_launch_template"],
          data: true,
          fields: {
            id: text("id"),
            name: firstOf(text("name"), text("name_prefix")),
            securityGroups: together(
              many("SecurityGroup", "vpc_security_group_ids"),
              manyInEach("SecurityGroup", ["network_interfaces"], "security_groups")
            ),
            instanceType: text("instance_type"),
            httpTokens: text("metadata_options", 0, "http_tokens"),
            hopLimit: number("metadata_options", 0, "http_put_response_hop_limit")
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::EC2::LaunchTemplate"],
          fields: {
            id: always(null),
            name: text("LaunchTemplateName"),
            securityGroups: together(
              many("SecurityGroup", "LaunchTemplateData", "SecurityGroupIds"),
              manyInEach("SecurityGroup", ["LaunchTemplateData", "NetworkInterfaces"], "Groups")
            ),
            instanceType: text("LaunchTemplateData", "InstanceType"),
            httpTokens: text("LaunchTemplateData", "MetadataOptions", "HttpTokens"),
            hopLimit: number("LaunchTemplateData", "MetadataOptions", "HttpPutResponseHopLimit")
          }
        }
      ]
    });
  }
});

// src/graph/concepts/manifest-text.ts
function manifestsInText(declaration) {
  const before = parsed.get(declaration);
  if (before !== void 0) return before;
  const manifests = parse(declaration.root);
  parsed.set(declaration, manifests);
  return manifests;
}
function parse(resource3) {
  const body2 = resource3.get("yaml_body");
  const namespace = resource3.get("override_namespace");
  const open6 = [body2, namespace].find(({ state }) => state === "unknown");
  if (open6 === body2 && body2.document !== void 0 && namespace.state === "absent")
    return [{ root: body2.document, key: "" }];
  if (open6 !== void 0) return [{ root: unreadAttribute(body2.ref, missingOf(open6)), key: "" }];
  const documents = documentsIn(body2);
  if (documents === void 0) {
    return [{ root: unreadAttribute(body2.ref, { ...missingOf(body2), reason: "not valid YAML" }), key: "" }];
  }
  const shown4 = documentsIn(resource3.get("yaml_body_parsed")) ?? [];
  return documents.map((document, index2) => {
    const applied2 = placedIn(namespace, document);
    const root = plainAttribute(body2.ref, applied2, { secret: hiddenIn(applied2, shown4[index2], body2) });
    const missing2 = { ...missingOf(body2), reason: "several documents, of which one is applied" };
    return index2 === 0 ? { root, key: "" } : { root, key: `document ${index2 + 1}`, missing: missing2 };
  });
}
function documentsIn({ json: json2, ref }) {
  if (typeof json2 !== "string") return void 0;
  try {
    return loadYaml(json2, ref.file, "manifest").filter((document) => document !== null);
  } catch (error) {
    if (error instanceof Failure) return void 0;
    throw error;
  }
}
function placedIn({ json: namespace }, document) {
  if (typeof namespace !== "string" || namespace === "" || !isObject(document)) return document;
  const metadata = memberOf(document, "metadata");
  return { ...document, metadata: { ...isObject(metadata) ? metadata : {}, namespace } };
}
function hiddenIn(document, shown4, body2) {
  if (!body2.sensitive) return () => false;
  const below4 = body2.ref.path.length;
  return (path) => {
    let [own, other] = [document, shown4];
    for (const step4 of path.slice(below4)) {
      if (typeof own !== "object" || own === null) break;
      own = memberOf(own, step4);
      other = memberOf(other, step4);
    }
    return typeof own === "object" && own !== null ? typeof other !== "object" || other === null : own !== other;
  };
}
var parsed;
var init_manifest_text = __esm({
  "src/graph/concepts/manifest-text.ts"() {
    "use strict";
    init_failure();
    init_plain();
    init_load();
    init_several();
    init_unread();
    parsed = /* @__PURE__ */ new WeakMap();
  }
});

// src/graph/concepts/held-manifest.ts
function heldManifests(...types) {
  return (declaration) => {
    if (cdkManifests.includes(declaration.type)) {
      return membersOf2({ list: declaration.root.get("Manifest"), name: "Manifest" }, types);
    }
    if (declaration.type !== "kubectl_manifest") return heldIn(declaration.root.get("manifest"), types, "");
    return manifestsInText(declaration).flatMap(
      ({ key: key4, root, missing: missing2 }) => heldIn(root, types, key4).map((part) => missing2 === void 0 ? part : doubted(part, missing2))
    );
  };
}
function heldIn(held, types, key4) {
  const [version3, kind] = [held.get("apiVersion"), held.get("kind")];
  const open6 = [held, version3, kind].find((attribute2) => attribute2.state === "unknown");
  if (open6 === void 0) {
    if (isList2(kind)) {
      return membersOf2({ list: held.get("items"), name: key4 === "" ? "items" : `${key4}.items` }, types);
    }
    return types.includes(`${text2(version3)}/${text2(kind)}`) ? [{ root: held, key: key4 }] : [];
  }
  const mayBe3 = isList2(kind) || types.some((type2) => fits(type2, version3, kind));
  const missing2 = missingOf(open6);
  return mayBe3 ? [{ root: unreadAttribute(held.ref, missing2), key: key4, count: perhaps([missing2]) }] : [];
}
function membersOf2({ list: list6, name }, types) {
  return blocksOf(list6, name).flatMap(
    (member3) => heldIn(member3.root, types, member3.key).map(
      (part) => member3.count === void 0 ? part : { ...part, count: anyNumber(member3.count.missing) }
    )
  );
}
function doubted(part, missing2) {
  return part.count === void 0 ? { ...part, count: perhaps([missing2]) } : part;
}
function isList2(kind) {
  return text2(kind) === "List";
}
function fits(type2, version3, kind) {
  const slash = type2.lastIndexOf("/");
  const isVersion = version3.state === "unknown" || text2(version3) === type2.slice(0, slash);
  return isVersion && (kind.state === "unknown" || text2(kind) === type2.slice(slash + 1));
}
function text2({ json: json2 }) {
  return typeof json2 === "string" ? json2 : "";
}
var manifestHolders, cdkManifests, cdkManifestCluster;
var init_held_manifest = __esm({
  "src/graph/concepts/held-manifest.ts"() {
    "use strict";
    init_link();
    init_several();
    init_unread();
    init_manifest_text();
    manifestHolders = ["kubernetes_manifest", "kubectl_manifest"];
    cdkManifests = ["Custom::AWSCDK-EKS-KubernetesResource"];
    cdkManifestCluster = (from) => one2("Cluster", "ClusterName")({ ...from, root: from.declaration.root });
  }
});

// src/graph/concepts/object-name.ts
var objectNamespace, objectName;
var init_object_name = __esm({
  "src/graph/concepts/object-name.ts"() {
    "use strict";
    init_value();
    init_read();
    init_several();
    objectNamespace = (from) => orDefault(text("namespace"), "default")({ ...from, root: mapAt(from.root, "metadata") });
    objectName = (from) => {
      const root = mapAt(from.root, "metadata");
      const reading = text("name")({ ...from, root });
      if (reading.origin !== "default") return reading;
      const prefix = root.get("generateName");
      const name = root.get("name");
      const reason2 = prefix.state === "absent" ? "not written" : "made up when it is created";
      const missing2 = { ...missingOf(name), reason: reason2 };
      return written(new Unknown([missing2]), prefix.state === "absent" ? name : prefix);
    };
  }
});

// src/graph/concepts/selector-terms.ts
function selectedBy(concept2, ...path) {
  return (from) => {
    const terms = from.root.get(...path);
    if (terms.state === "unknown") return written(unknownOf(terms), terms);
    if (terms.items().length === 0) return written(notA("a list of terms", terms), terms);
    return written(selected(concept2, terms, from), terms);
  };
}
function selected(concept2, terms, { entity, lookup: lookup2 }) {
  const items = terms.items();
  const named5 = items.filter(isById).map((term) => resolveOne(term.get("id"), concept2, lookup2));
  const others = items.filter((term) => !isById(term));
  if (others.length === 0) return [...new Set(named5)];
  const meeting = (one3) => any(others.map((term) => meets2(term, one3)));
  const there = [...lookup2.entities(concept2), ...lookup2.told(concept2)];
  const among2 = there.filter((one3) => meeting(one3) !== false);
  const isNear = nearby(entity, among2, lookup2);
  const { known: known5, doubtful } = members(matching2(among2, (one3) => every([meeting(one3), isNear(one3)])));
  const open6 = { ...missingOf(terms), reason: "a choice by tags, which things that were not read may meet" };
  const unsure = named5.flatMap((one3) => one3 instanceof Unknown ? one3.missing : []);
  const why2 = new Unknown([open6, ...unsure, ...doubtful.missing]);
  return new PartialList([.../* @__PURE__ */ new Set([...named5.filter(isEntity), ...known5])], why2);
}
function isById(term) {
  return term.state === "known" && term.get("id").state !== "absent";
}
function meets2(term, one3) {
  if (term.state === "unknown") return unknownOf(term);
  const [tags2, name] = [term.get("tags"), term.get("name")];
  if (tags2.state === "absent" && name.state === "absent") return false;
  if (tags2.state === "unknown") return unknownOf(tags2);
  const wanted2 = new Map(tags2.entries().map(([key4, value]) => [key4, scalarValue(value, asText)]));
  return every([
    carries(one3.get("tags") ?? null, wanted2, "in values"),
    ...name.state === "absent" ? [] : [hasName(one3, scalarValue(name, asText))]
  ]);
}
function hasName(one3, wanted2) {
  if (wanted2 instanceof Unknown) return wanted2;
  return told2(one3.get("name"), (name) => wildcardMatches(String(wanted2), String(name)));
}
function nearby(entity, among2, lookup2) {
  const files = new Set(among2.filter((one3) => !isTold(one3)).map(({ declaration }) => declaration.file));
  const cluster3 = entity.get("cluster");
  const home = isDeclared(cluster3) ? cluster3.declaration.file : void 0;
  const isOneAccount = files.size === 1 && !readsManyClusters(lookup2);
  const isTheAccount = lookup2.told("Account").length === 1 && !readsManyClusters(lookup2);
  return (one3) => {
    const { declaration, resource: resource3, ref } = one3;
    if (isTold(one3) ? isTheAccount : isOneAccount || declaration.file === home) return true;
    const attribute2 = `${resource3} with the cluster of ${entity.resource}`;
    return new Unknown([{ attribute: attribute2, reason: "not certainly in one account", ref }]);
  };
}
function isTold({ declaration }) {
  return declaration.format === "inventory";
}
var init_selector_terms = __esm({
  "src/graph/concepts/selector-terms.ts"() {
    "use strict";
    init_value();
    init_link();
    init_lookup();
    init_read();
    init_several();
    init_iam_action();
    init_labels();
    init_manifest_cluster();
    init_matching();
    init_members();
    init_truth();
  }
});

// src/graph/concepts/node-class.ts
function referenceOf(kind, name) {
  if (typeof kind === "string" && typeof name === "string") return `${kind}/${name}`;
  return new Unknown([kind, name].flatMap((part) => part instanceof Unknown ? part.missing : []));
}
var kinds2, manifest, nodeClass;
var init_node_class = __esm({
  "src/graph/concepts/node-class.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_read();
    init_held_manifest();
    init_manifest_cluster();
    init_object_name();
    init_selector_terms();
    kinds2 = [
      "karpenter.k8s.aws/v1/EC2NodeClass",
      "karpenter.k8s.aws/v1beta1/EC2NodeClass",
      "eks.amazonaws.com/v1/NodeClass"
    ];
    manifest = {
      kind: text("kind"),
      name: objectName,
      role: oneOfCluster("IamRole", "spec", "role"),
      subnets: selectedBy("Subnet", "spec", "subnetSelectorTerms"),
      securityGroups: selectedBy("SecurityGroup", "spec", "securityGroupSelectorTerms"),
      httpTokens: orDefault(text("spec", "metadataOptions", "httpTokens"), "required"),
      hopLimit: ((from) => {
        const isOld = from.root.get("apiVersion").json === "karpenter.k8s.aws/v1beta1";
        return orDefault(number("spec", "metadataOptions", "httpPutResponseHopLimit"), isOld ? 2 : 1)(from);
      })
    };
    nodeClass = concept({
      name: "NodeClass",
      doc: "How Karpenter (`EC2NodeClass`) or EKS Auto Mode (`NodeClass`) makes nodes.",
      identity: ["reference"],
      fields: {
        cluster: {
          type: "Cluster",
          doc: "The cluster it is in, as for a workload.",
          derive: manifestCluster
        },
        kind: { type: "string", doc: "`EC2NodeClass`, or `NodeClass` of EKS Auto Mode." },
        name: { type: "string", doc: "Its name." },
        reference: {
          type: "string",
          doc: "Its kind and name, as node pools refer to it: `EC2NodeClass/default`.",
          derive: ({ entity, part }) => derived(referenceOf(entity.get("kind"), entity.get("name")), part.root.ref)
        },
        role: {
          type: "IamRole?",
          doc: "The role of its nodes; null where an instance profile is named instead."
        },
        subnets: {
          type: "list<Subnet>",
          doc: "The subnets its nodes start in. Selected by tags, they are those that were read, and there may be more."
        },
        securityGroups: {
          type: "list<SecurityGroup>",
          doc: "The security groups of its nodes. Selected by tags, they are those that were read, and there may be more."
        },
        httpTokens: {
          type: "string",
          doc: "`required` where the instance metadata service wants tokens (IMDSv2)."
        },
        hopLimit: {
          type: "int",
          doc: "How many network hops an answer of the instance metadata service may take."
        },
        nodePools: {
          type: "list<NodePool>",
          doc: "The node pools that use it.",
          inverse: { of: "NodePool", by: "nodeClass" }
        }
      },
      suppliers: [
        { format: "kubernetes", types: kinds2, fields: manifest },
        { format: "terraform", types: manifestHolders, parts: heldManifests(...kinds2), fields: manifest },
        {
          format: "cloudformation",
          types: cdkManifests,
          parts: heldManifests(...kinds2),
          fields: { ...manifest, cluster: cdkManifestCluster }
        }
      ]
    });
  }
});

// src/graph/concepts/node-group.ts
function isOpenToAll(get) {
  return every([told2(get("ssh"), (ssh) => ssh === true), isEmpty(get("sshSources"))]);
}
function isEmpty(list6) {
  if (!(list6 instanceof PartialList))
    return told2(list6, (value) => Array.isArray(value) && value.length === 0);
  return list6.items.length + list6.atLeast > 0 ? false : list6.atMost === 0 || list6.why;
}
function isThere(value) {
  return value instanceof Unknown ? value : value !== null;
}
function networking(from) {
  const reading = orDefault(flag("privateNetworking"), false)(from);
  return {
    ...reading,
    value: reading.value instanceof Unknown ? reading.value : reading.value === true ? "private" : "public"
  };
}
function eksctlNodeGroups({ root, owner }) {
  const parts2 = (list6, kind) => blocksOf(root.get(list6), list6).map((group2) => {
    const name = group2.root.get("name").json;
    return {
      ...group2,
      resource: `${owner}/${typeof name === "string" ? name : group2.key}`,
      marks: { kind }
    };
  });
  return [...parts2("managedNodeGroups", "managed"), ...parts2("nodeGroups", "self")];
}
var nodeGroup;
var init_node_group = __esm({
  "src/graph/concepts/node-group.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_link();
    init_read();
    init_several();
    init_eksctl_defaults();
    init_eksctl_network();
    init_eksctl_roles();
    init_truth();
    nodeGroup = concept({
      name: "NodeGroup",
      doc: "A group of worker nodes of a cluster.",
      fields: {
        kind: { type: "string", doc: "`managed` by EKS, or `self` managed." },
        name: { type: "string?", doc: "Its name; null where the platform makes one up." },
        cluster: { type: "Cluster?", doc: "The cluster its nodes join." },
        role: { type: "IamRole?", doc: "The role its nodes assume." },
        subnets: { type: "list<Subnet>", doc: "The subnets its nodes start in." },
        minSize: { type: "int?", doc: "The fewest nodes it shrinks to." },
        maxSize: { type: "int?", doc: "The most nodes it grows to." },
        desiredSize: { type: "int?", doc: "How many nodes it starts with." },
        instanceTypes: { type: "list<string>", doc: "The instance types it may use." },
        version: { type: "string?", doc: "Its Kubernetes minor version; null where it follows the cluster." },
        labels: { type: "map<string>", doc: "The labels of its nodes." },
        ssh: {
          type: "bool",
          doc: "Whether people can log in to its nodes over SSH.",
          derive: computed((get) => isThere(get("sshKey")))
        },
        sshKey: { type: "string?", doc: "The EC2 key pair of its SSH access." },
        sshSources: {
          type: "list<SecurityGroup>",
          doc: "The security groups SSH is allowed from."
        },
        sshFromAnywhere: {
          type: "bool",
          doc: "Whether SSH is allowed from everywhere, because nothing says where from.",
          derive: computed(isOpenToAll)
        },
        launchTemplate: { type: "LaunchTemplate?", doc: "The launch template of its nodes." }
      },
      suppliers: [
        {
          format: "terraform",
          types: ["aws_eks_node_group"],
          fields: {
            kind: always("managed"),
            name: firstOf(text("node_group_name"), text("node_group_name_prefix")),
            cluster: one2("Cluster", "cluster_name"),
            role: one2("IamRole", "node_role_arn"),
            subnets: many("Subnet", "subnet_ids"),
            minSize: number("scaling_config", 0, "min_size"),
            maxSize: number("scaling_config", 0, "max_size"),
            desiredSize: number("scaling_config", 0, "desired_size"),
            instanceTypes: texts("instance_types"),
            version: text("version"),
            labels: dictionary("labels"),
            sshKey: text("remote_access", 0, "ec2_ssh_key"),
            sshSources: many("SecurityGroup", "remote_access", 0, "source_security_group_ids"),
            launchTemplate: firstOf(
              one2("LaunchTemplate", "launch_template", 0, "id"),
              one2("LaunchTemplate", "launch_template", 0, "name")
            )
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::EKS::Nodegroup"],
          fields: {
            kind: always("managed"),
            name: text("NodegroupName"),
            cluster: one2("Cluster", "ClusterName"),
            role: one2("IamRole", "NodeRole"),
            subnets: many("Subnet", "Subnets"),
            minSize: number("ScalingConfig", "MinSize"),
            maxSize: number("ScalingConfig", "MaxSize"),
            desiredSize: number("ScalingConfig", "DesiredSize"),
            instanceTypes: texts("InstanceTypes"),
            version: text("Version"),
            labels: dictionary("Labels"),
            sshKey: text("RemoteAccess", "Ec2SshKey"),
            sshSources: many("SecurityGroup", "RemoteAccess", "SourceSecurityGroups"),
            launchTemplate: firstOf(
              one2("LaunchTemplate", "LaunchTemplate", "Id"),
              one2("LaunchTemplate", "LaunchTemplate", "Name")
            )
          }
        },
        {
          format: "eksctl",
          types: ["ClusterConfig"],
          parts: eksctlNodeGroups,
          fields: {
            kind: (from) => always(from.part.marks?.kind ?? "managed")(from),
            name: text("name"),
            cluster: around("Cluster"),
            role: eksctlNodeRole,
            subnets: placedSubnets(networking),
            ...eksctlSizes,
            instanceTypes: eksctlInstanceTypes,
            version: always(null),
            labels: dictionary("labels"),
            ssh: eksctlSsh,
            sshKey: eksctlSshKey,
            sshSources: many("SecurityGroup", "ssh", "sourceSecurityGroupIds"),
            // eksctl allows private nodes SSH from their VPC alone.
            sshFromAnywhere: (from) => {
              const isPublic = told2(networking(from).value, (kind) => kind === "public");
              const get = (field) => from.entity.get(field) ?? null;
              return derived(every([isPublic, isOpenToAll(get)]), from.root.get("ssh").ref);
            },
            launchTemplate: one2("LaunchTemplate", "launchTemplate", "id")
          }
        }
      ]
    });
  }
});

// src/graph/concepts/node-pool.ts
function required(key4, what) {
  return {
    type: "list<string>?",
    doc: `The ${what} its nodes may have, by its requirements; null where they name none.`,
    derive: (({ entity, root }) => {
      const value = valuesFor(key4, entity.get("requirements") ?? [], placeName(root.ref));
      return derived(value, root.ref);
    })
  };
}
function valuesFor(key4, requirements, owner) {
  const { known: known5, doubtful } = members(requirements);
  const own = known5.filter(isFields).filter((each3) => each3.get("key") === key4);
  const open6 = [
    ...known5.filter(isFields).flatMap((each3) => missingIn(each3.get("key"))),
    ...own.flatMap((each3) => [...missingIn(each3.get("operator")), ...missingIn(each3.get("values"))]),
    ...doubtful.bounded && doubtful.candidates.length === 0 ? [] : doubtful.missing
  ];
  if (open6.length > 0) return new Unknown(open6);
  const lists2 = own.filter((each3) => each3.get("operator") === "In").map((each3) => members(each3.get("values") ?? []).known);
  const isExcluding = own.some((each3) => !["In", "Exists"].includes(String(each3.get("operator"))));
  if (isExcluding) return new Unknown([{ attribute: `${owner} ${key4}`, reason: "said by what it is not" }]);
  const [first, ...others] = lists2;
  return first === void 0 ? null : first.filter((value) => others.every((list6) => list6.includes(value)));
}
function missingIn(value) {
  if (value instanceof Unknown) return value.missing;
  const { known: known5, doubtful } = members(value ?? null);
  return [...known5.flatMap((each3) => each3 instanceof Unknown ? each3.missing : []), ...doubtful.missing];
}
function usedClass({ root, entity, lookup: lookup2 }) {
  const reference4 = root.get(...template, "nodeClassRef");
  const [kind, name] = [reference4.get("kind"), reference4.get("name")];
  const named5 = kind.state === "absent" ? "EC2NodeClass" : kind.json;
  if (typeof named5 !== "string" || typeof name.json !== "string") {
    const open6 = kind.state === "unknown" ? kind : name;
    return written(new Unknown([missingOf(open6)]), reference4);
  }
  return written(classNamed(`${named5}/${name.json}`, reference4, entity, lookup2), reference4);
}
function classNamed(identity2, attribute2, entity, lookup2) {
  const { known: known5, doubtful } = members(
    matching2(
      lookup2.entities("NodeClass"),
      (one3) => every([sameAs(one3.get("reference"), identity2), inSameCluster(one3, entity, lookup2)])
    )
  );
  const among2 = [...known5, ...doubtful.candidates];
  const near = known5.filter((one3) => isDeclared(one3) && one3.declaration.file === entity.declaration.file);
  const [only] = near.length === 1 ? near : among2.length === 1 ? known5 : [];
  if (only !== void 0) return only;
  const { ref, sensitive } = attribute2;
  if (among2.length === 0) {
    const isElsewhere2 = lookup2.entities("NodeClass").some((one3) => one3.get("reference") === identity2);
    const unread2 = { attribute: placeName(ref), reason: "not in anything that was read", ref };
    return isElsewhere2 ? new Unknown([unread2]) : lookup2.named("NodeClass", identity2, { ref, sensitive });
  }
  const reason2 = `${sensitive ? "a name" : `\`${identity2}\``}, which may mean more than one NodeClass`;
  return new OneOf([{ attribute: placeName(ref), reason: reason2, ref }, ...doubtful.missing], among2);
}
var kinds3, template, manifest2, nodeRequirement, nodePool;
var init_node_pool = __esm({
  "src/graph/concepts/node-pool.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_lookup();
    init_read();
    init_several();
    init_held_manifest();
    init_manifest_cluster();
    init_matching();
    init_members();
    init_object_name();
    init_truth();
    kinds3 = ["karpenter.sh/v1/NodePool", "karpenter.sh/v1beta1/NodePool"];
    template = ["spec", "template", "spec"];
    manifest2 = {
      name: objectName,
      nodeClass: usedClass,
      requirements: records(
        "NodeRequirement",
        { key: text("key"), operator: text("operator"), values: texts("values") },
        ...template,
        "requirements"
      ),
      limits: dictionary("spec", "limits")
    };
    nodeRequirement = concept({
      name: "NodeRequirement",
      doc: "What nodes of a node pool must be like.",
      fields: {
        key: { type: "string", doc: "A label of the node: `topology.kubernetes.io/zone`." },
        operator: { type: "string", doc: "`In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`." },
        values: { type: "list<string>", doc: "The values it is compared with." }
      }
    });
    nodePool = concept({
      name: "NodePool",
      doc: "Nodes that Karpenter or EKS Auto Mode starts when pods need them.",
      fields: {
        cluster: {
          type: "Cluster",
          doc: "The cluster its nodes join, as for a workload.",
          derive: manifestCluster
        },
        name: { type: "string", doc: "Its name." },
        nodeClass: { type: "NodeClass", doc: "How its nodes are made." },
        requirements: { type: "list<NodeRequirement>", doc: "What its nodes must be like; all of them hold." },
        limits: {
          type: "map<string>",
          doc: "The most it may use: `cpu`, `memory`; empty where nothing limits it."
        },
        zones: required("topology.kubernetes.io/zone", "Availability Zones"),
        instanceTypes: required("node.kubernetes.io/instance-type", "instance types"),
        capacityTypes: required("karpenter.sh/capacity-type", "capacity types (`spot`, `on-demand`)"),
        architectures: required("kubernetes.io/arch", "processor architectures")
      },
      suppliers: [
        { format: "kubernetes", types: kinds3, fields: manifest2 },
        { format: "terraform", types: manifestHolders, parts: heldManifests(...kinds3), fields: manifest2 },
        {
          format: "cloudformation",
          types: cdkManifests,
          parts: heldManifests(...kinds3),
          fields: { ...manifest2, cluster: cdkManifestCluster }
        }
      ]
    });
  }
});

// src/graph/concepts/pod-identity-association.ts
function ofWhole(reader2) {
  return (from) => reader2({ ...from, root: from.declaration.root });
}
function namespaceOfAddon(from) {
  const reading = text("namespace")(from);
  if (reading.origin !== "default") return reading;
  const missing2 = { ...missingOf(from.root.get("namespace")), reason: "chosen by the add-on" };
  return { ...reading, value: new Unknown([missing2]) };
}
function eksctlAssociations(root) {
  return blocksOf(root.get("iam", list2), `iam.${list2}`);
}
function eksctlAddonAssociations(root) {
  return blocksOf(root.get("addons"), "addons").flatMap(
    (addon2) => blocksOf(addon2.root.get(list2), `${addon2.key}.${list2}`)
  );
}
function named(members3, { owner }) {
  return members3.map((member3) => {
    const name = member3.root.get("serviceAccountName").json;
    return { ...member3, resource: `${owner}/${typeof name === "string" ? name : member3.key}` };
  });
}
var podIdentityAssociation, list2;
var init_pod_identity_association = __esm({
  "src/graph/concepts/pod-identity-association.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_link();
    init_read();
    init_several();
    init_eksctl_roles();
    podIdentityAssociation = concept({
      name: "PodIdentityAssociation",
      doc: "Lets the pods of a service account assume a role through EKS Pod Identity, by itself or as part of an add-on.",
      fields: {
        cluster: { type: "Cluster?", doc: "The cluster it is for." },
        addon: { type: "Addon?", doc: "The add-on it is part of; null for one by itself." },
        namespace: {
          type: "string",
          doc: "The namespace of the service account; unknown where the add-on chooses it."
        },
        serviceAccount: { type: "string", doc: "The name of the service account." },
        role: { type: "IamRole?", doc: "The role that EKS assumes for its pods." },
        targetRole: { type: "IamRole?", doc: "The role that is assumed in turn, in another account." }
      },
      suppliers: [
        {
          format: "terraform",
          types: ["aws_eks_pod_identity_association"],
          fields: {
            cluster: one2("Cluster", "cluster_name"),
            addon: always(null),
            namespace: text("namespace"),
            serviceAccount: text("service_account"),
            role: one2("IamRole", "role_arn"),
            targetRole: one2("IamRole", "target_role_arn")
          }
        },
        {
          format: "terraform",
          types: ["aws_eks_addon"],
          parts: ({ root }) => blocksOf(root.get("pod_identity_association"), "pod_identity_association"),
          fields: {
            cluster: ofWhole(one2("Cluster", "cluster_name")),
            addon: around("Addon"),
            serviceAccount: text("service_account"),
            role: one2("IamRole", "role_arn"),
            targetRole: always(null)
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::EKS::PodIdentityAssociation"],
          fields: {
            cluster: one2("Cluster", "ClusterName"),
            addon: always(null),
            namespace: text("Namespace"),
            serviceAccount: text("ServiceAccount"),
            role: one2("IamRole", "RoleArn"),
            targetRole: one2("IamRole", "TargetRoleArn")
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::EKS::Addon"],
          parts: ({ root }) => blocksOf(root.get("PodIdentityAssociations"), "PodIdentityAssociations"),
          fields: {
            cluster: ofWhole(one2("Cluster", "ClusterName")),
            addon: around("Addon"),
            serviceAccount: text("ServiceAccount"),
            role: one2("IamRole", "RoleArn"),
            targetRole: always(null)
          }
        },
        {
          format: "eksctl",
          types: ["ClusterConfig"],
          parts: (declaration) => named(eksctlAssociations(declaration.root), declaration),
          fields: {
            cluster: around("Cluster"),
            addon: always(null),
            namespace: text("namespace"),
            serviceAccount: text("serviceAccountName"),
            role: givenOrMade("roleARN"),
            targetRole: one2("IamRole", "targetRoleARN")
          }
        },
        {
          format: "eksctl",
          types: ["ClusterConfig"],
          parts: (declaration) => named(eksctlAddonAssociations(declaration.root), declaration),
          fields: {
            cluster: around("Cluster"),
            addon: ({ part, declaration, lookup: lookup2 }) => {
              const addons = lookup2.entitiesOf(declaration, "Addon");
              const whole5 = addons.find((addon2) => part.key.startsWith(`${addon2.part.key}.`));
              return derived(whole5 ?? null, part.root.ref);
            },
            namespace: namespaceOfAddon,
            serviceAccount: text("serviceAccountName"),
            role: givenOrMade("roleARN"),
            targetRole: one2("IamRole", "targetRoleARN")
          }
        }
      ]
    });
    list2 = "podIdentityAssociations";
  }
});

// src/graph/concepts/ports.ts
function ports(first, last) {
  return record("PortRange", { first, last, all: first <= 0 && last >= highest });
}
function bounds(range) {
  const read5 = (field) => typeof range === "object" && range !== null && "get" in range ? range.get(field) : 0;
  const [first, last] = [read5("first"), read5("last")];
  return { first: typeof first === "number" ? first : 0, last: typeof last === "number" ? last : highest };
}
var highest, portRange, everyPort;
var init_ports = __esm({
  "src/graph/concepts/ports.ts"() {
    "use strict";
    init_concept();
    init_entity();
    highest = 65535;
    portRange = concept({
      name: "PortRange",
      doc: "The ports of a rule, from first to last. Protocols without ports, and all protocols together, have all of them.",
      fields: {
        first: { type: "int", doc: "The lowest port." },
        last: { type: "int", doc: "The highest port." },
        all: { type: "bool", doc: "Whether it is every port." }
      },
      methods: [
        {
          signature: "contains(int): bool",
          doc: "Whether a port is in it.",
          call: (self2, port2) => {
            const { first, last } = bounds(self2);
            return typeof port2 === "number" && first <= port2 && port2 <= last;
          }
        }
      ]
    });
    everyPort = ports(0, highest);
  }
});

// src/graph/concepts/security-group.ts
function counted(direction, family) {
  const side = direction === "ingress" ? "inbound" : "outbound";
  return {
    type: "int",
    doc: `How many ${side} IPv${family} rules it has, as the quota counts them: one for each source or destination; a group counts for both families.`,
    derive: count(direction, family)
  };
}
function count(direction, family) {
  return ({ entity, part, lookup: lookup2 }) => {
    const certain = lookup2.holders(entity, "SecurityGroupRule", "group");
    const doubts = lookup2.doubts(entity, "SecurityGroupRule", "group");
    const doubtful = [...new Map(doubts.map((doubt) => [doubt.holder, doubt])).values()];
    const shares = [
      ...certain.map((rule) => shareOf(rule, direction, family, void 0)),
      ...doubtful.filter(({ holder }) => !certain.includes(holder)).map(({ holder, missing: missing3 }) => shareOf(holder, direction, family, missing3))
    ];
    const [low, high] = [sum(shares.map(({ least }) => least)), sum(shares.map(({ most: most2 }) => most2))];
    const missing2 = shares.flatMap((share) => share.missing);
    const unseen2 = unseenOf(entity, lookup2);
    if (unseen2 !== void 0)
      return derived(new Unknown([...missing2, unseen2], 0, Number.POSITIVE_INFINITY), part.root.ref);
    return derived(low === high ? low : new Unknown(missing2, low, high), part.root.ref);
  };
}
function unseenOf({ declaration, resource: resource3, ref }, lookup2) {
  if (declaration.mode === "managed") return void 0;
  const attribute2 = `${resource3}.rules`;
  if (!lookup2.isWhole(declaration, "SecurityGroupRule"))
    return { attribute: attribute2, reason: "not in anything that was read", ref };
  const others = lookup2.entities("SecurityGroupRule").some(({ declaration: { type: type2 } }) => isStandalone(type2));
  const isChanging = others || lookup2.leaving.some(({ type: type2 }) => isStandalone(type2));
  return isChanging ? { attribute: attribute2, reason: "not certain, because rules of groups change", ref } : void 0;
}
function isStandalone(type2) {
  return /_security_group_(rule|ingress_rule|egress_rule)$|SecurityGroup(Ingress|Egress)$/.test(type2);
}
function shareOf(rule, direction, family, doubt) {
  const side = rule.get("direction");
  if (typeof side === "string" && side !== direction) return { least: 0, most: 0, missing: [] };
  const [fewest, highest2] = weight(rule.get("peerKind"), family);
  const isCertain2 = doubt === void 0 && side === direction;
  const least = isCertain2 ? fewest * (rule.count?.low ?? 1) : 0;
  const most2 = highest2 === 0 ? 0 : highest2 * (rule.count?.high ?? 1);
  if (least === most2) return { least, most: most2, missing: [] };
  const why2 = [side, rule.count].flatMap((value) => value instanceof Unknown ? value.missing : []);
  return { least, most: most2, missing: [...doubt ?? [], ...why2, ...fewest === highest2 ? [] : [peerOf(rule)]] };
}
function sum(numbers) {
  return numbers.reduce((total, number6) => total + number6, 0);
}
function peerOf(rule) {
  const kind = rule.get("peerKind");
  const [why2] = kind instanceof Unknown ? kind.missing : [];
  return why2 ?? { attribute: `${rule.resource} prefix list`, reason: "not resolved to its entries", ref: rule.ref };
}
function weight(peerKind, family) {
  switch (peerKind) {
    case "cidr4":
      return family === 4 ? [1, 1] : [0, 0];
    case "cidr6":
      return family === 6 ? [1, 1] : [0, 0];
    case "group":
    case "self":
      return [1, 1];
    case "none":
      return [0, 0];
    default:
      return openEnded;
  }
}
var securityGroup, openEnded;
var init_security_group = __esm({
  "src/graph/concepts/security-group.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_read();
    init_inventory();
    securityGroup = concept({
      name: "SecurityGroup",
      doc: "A security group. Its rules are counted and judged together, however they are written.",
      identity: ["id"],
      spelling: /^sg-/,
      fields: {
        id: { type: "string?", doc: "Its id; null where it is still to be created." },
        name: { type: "string?", doc: "Its name; null where the platform makes one up." },
        tags: {
          type: "map<string>",
          doc: "Its tags; in Terraform with those that the provider adds, as far as the plan knows them."
        },
        rules: {
          type: "list<SecurityGroupRule>",
          doc: "Its rules, inline and standalone.",
          inverse: { of: "SecurityGroupRule", by: "group" }
        },
        inboundIPv4: counted("ingress", 4),
        inboundIPv6: counted("ingress", 6),
        outboundIPv4: counted("egress", 4),
        outboundIPv6: counted("egress", 6)
      },
      suppliers: [
        {
          format: "terraform",
          types: ["aws_security_group", "aws_default_security_group"],
          data: true,
          fields: {
            id: text("id"),
            name: firstOf(text("name"), text("name_prefix")),
            tags: firstOf(dictionary("tags_all"), dictionary("tags"))
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::EC2::SecurityGroup"],
          fields: { id: always(null), name: text("GroupName"), tags: keyedPairs("Tags") }
        },
        {
          format: "inventory",
          types: ["SecurityGroup"],
          data: true,
          fields: { id: text("id"), name: told(text("name")), tags: told(dictionary("tags")) }
        }
      ]
    });
    openEnded = [0, Number.POSITIVE_INFINITY];
  }
});

// src/graph/concepts/security-group-policy.ts
function selectsPodsOf(policy, workload2, lookup2) {
  const spec = policy.part.root.get("spec");
  const [pods, accounts] = [spec.get("podSelector"), spec.get("serviceAccountSelector")];
  if (pods.state === "absent" && accounts.state === "absent") return false;
  return every([
    sameAs(policy.get("namespace"), workload2.get("namespace")),
    inSameCluster(policy, workload2, lookup2),
    pods.state === "absent" || selects(pods, workload2.get("labels") ?? null),
    accounts.state === "absent" || selects(accounts, labelsOfAccount(workload2, lookup2))
  ]);
}
function labelsOfAccount(workload2, lookup2) {
  const { known: known5, doubtful } = members(
    matching2(
      lookup2.entities("ServiceAccount"),
      (account3) => every([
        sameAs(account3.get("namespace"), workload2.get("namespace")),
        sameAs(account3.get("name"), workload2.get("serviceAccount")),
        inSameCluster(account3, workload2, lookup2)
      ])
    )
  );
  const [only, ...others] = known5.filter(isEntity);
  if (only !== void 0 && others.length === 0 && doubtful.missing.length === 0)
    return only.get("labels") ?? null;
  const { resource: resource3, ref } = workload2;
  const unread2 = {
    attribute: `${resource3} service account labels`,
    reason: "not in anything that was read",
    ref
  };
  return new Unknown([...doubtful.missing, unread2]);
}
var kinds4, manifest3, securityGroupPolicy;
var init_security_group_policy = __esm({
  "src/graph/concepts/security-group-policy.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_link();
    init_lookup();
    init_held_manifest();
    init_labels();
    init_manifest_cluster();
    init_matching();
    init_members();
    init_object_name();
    init_truth();
    kinds4 = ["vpcresources.k8s.aws/v1beta1/SecurityGroupPolicy"];
    manifest3 = {
      namespace: objectNamespace,
      name: objectName,
      groups: many("SecurityGroup", "spec", "securityGroups", "groupIds")
    };
    securityGroupPolicy = concept({
      name: "SecurityGroupPolicy",
      doc: "Gives pods of a namespace security groups of their own.",
      fields: {
        cluster: {
          type: "Cluster",
          doc: "The cluster it is in, as for a workload.",
          derive: manifestCluster
        },
        namespace: { type: "string", doc: "Its namespace; `default` where none is written." },
        name: { type: "string", doc: "Its name." },
        groups: { type: "list<SecurityGroup>", doc: "The security groups the pods get." },
        workloads: {
          type: "list<Workload>",
          doc: "The workloads that were read and whose pods it selects, by their labels and by their service account's.",
          derive: ({ entity, lookup: lookup2, part }) => derived(
            matching2(lookup2.entities("Workload"), (workload2) => selectsPodsOf(entity, workload2, lookup2)),
            part.root.ref
          )
        }
      },
      suppliers: [
        { format: "kubernetes", types: kinds4, fields: manifest3 },
        { format: "terraform", types: manifestHolders, parts: heldManifests(...kinds4), fields: manifest3 },
        {
          format: "cloudformation",
          types: cdkManifests,
          parts: heldManifests(...kinds4),
          fields: { ...manifest3, cluster: cdkManifestCluster }
        }
      ]
    });
  }
});

// src/graph/concepts/security-group-entries.ts
function terraformGroupRules(declaration) {
  return ["ingress", "egress"].flatMap(
    (direction) => blocksOf(declaration.root.get(direction), direction).map(asMany).flatMap((rule) => parts(declaration, rule, terraformPeers, { direction }))
  );
}
function asMany(rule) {
  const { root, key: key4 } = rule;
  const isStandIn = ["protocol", "from_port", "to_port"].every((name) => root.get(name).state === "unknown");
  if (root.state !== "known" || !isStandIn) return rule;
  const missing2 = { ...missingOf(root), reason: missingOf(root.get("protocol")).reason };
  return { root: unreadAttribute(root.ref, missing2), key: key4, count: anyNumber([missing2]) };
}
function terraformRule(declaration) {
  const peers = (root) => [
    ...terraformPeers(root),
    ...single(root, "source_security_group_id", "group")
  ];
  return parts(declaration, { root: declaration.root, key: "" }, peers, {});
}
function terraformVpcRule(declaration) {
  const direction = declaration.type.includes("_ingress_") ? "ingress" : "egress";
  const peers = (root) => [
    ...single(root, "cidr_ipv4", "cidr4"),
    ...single(root, "cidr_ipv6", "cidr6"),
    ...single(root, "prefix_list_id", "prefix-list"),
    ...single(root, "referenced_security_group_id", "group")
  ];
  return parts(declaration, { root: declaration.root, key: "" }, peers, { direction });
}
function cloudformationGroupRules(declaration) {
  const sides = [
    ["SecurityGroupIngress", "ingress"],
    ["SecurityGroupEgress", "egress"]
  ];
  return sides.flatMap(
    ([property2, direction]) => blocksOf(declaration.root.get(property2), property2).flatMap(
      (rule) => parts(declaration, rule, cloudformationPeers, { direction })
    )
  );
}
function cloudformationStandaloneRule(declaration) {
  const direction = declaration.type.endsWith("Ingress") ? "ingress" : "egress";
  return parts(declaration, { root: declaration.root, key: "" }, cloudformationPeers, { direction });
}
function inventoryGroupRules(declaration) {
  const list6 = declaration.root.get("rules");
  if (list6.state === "absent") {
    const missing2 = { ...missingOf(list6), reason: "not in the inventory" };
    const root = unreadAttribute(list6.ref, missing2);
    return [{ root, key: "rules", resource: declaration.owner, count: anyNumber([missing2]) }];
  }
  return blocksOf(list6, "rules").flatMap((rule) => {
    const direction = rule.root.get("direction").json;
    return parts(declaration, rule, inventoryPeers, typeof direction === "string" ? { direction } : {});
  });
}
function parts(declaration, { root, key: key4, count: count4 }, peersOf, marks2) {
  const resource3 = key4 === "" ? declaration.owner : `${declaration.owner} ${key4}`;
  if (root.state === "unknown")
    return [{ root, key: key4, resource: resource3, marks: marks2, ...count4 === void 0 ? {} : { count: count4 } }];
  const peers = certainIfAlone(peersOf(root));
  if (peers.length === 0) return [{ root, key: key4, resource: resource3, marks: { ...marks2, peerKind: "none" } }];
  return peers.map((peer) => ({
    root,
    key: [key4, peer.key].filter((piece) => piece !== "").join("."),
    resource: resource3,
    aspects: { peer: peer.attribute },
    marks: { ...marks2, peerKind: peer.kind },
    ...peer.count === void 0 ? {} : { count: peer.count }
  }));
}
function terraformPeers(root) {
  return [
    ...each(root, "cidr_blocks", "cidr4"),
    ...each(root, "ipv6_cidr_blocks", "cidr6"),
    ...each(root, "prefix_list_ids", "prefix-list"),
    ...each(root, "security_groups", "group"),
    ...self(root.get("self"))
  ];
}
function cloudformationPeers(root) {
  return [
    ...single(root, "CidrIp", "cidr4"),
    ...single(root, "CidrIpv6", "cidr6"),
    ...single(root, "SourcePrefixListId", "prefix-list"),
    ...single(root, "DestinationPrefixListId", "prefix-list"),
    ...single(root, "SourceSecurityGroupId", "group"),
    ...single(root, "SourceSecurityGroupName", "group"),
    ...single(root, "DestinationSecurityGroupId", "group")
  ];
}
function inventoryPeers(root) {
  const cidr3 = root.get("cidr").json;
  return [
    ...single(root, "cidr", typeof cidr3 === "string" && cidr3.includes(":") ? "cidr6" : "cidr4"),
    ...single(root, "peer", "group"),
    ...single(root, "prefixList", "prefix-list")
  ];
}
function each(root, name, kind) {
  const list6 = root.get(name);
  if (list6.state === "unknown")
    return [{ kind, attribute: list6, key: name, count: anyNumber([missingOf(list6)]) }];
  return list6.items().map((attribute2, index2) => ({ kind, attribute: attribute2, key: `${name}[${index2}]` }));
}
function self(attribute2) {
  const peer = { kind: "self", attribute: attribute2, key: "self" };
  if (attribute2.state === "unknown") return [{ ...peer, count: perhaps([missingOf(attribute2)]) }];
  return attribute2.json === true ? [peer] : [];
}
function single(root, name, kind) {
  const attribute2 = root.get(name);
  if (attribute2.state === "absent" || attribute2.json === null) return [];
  const peer = { kind, attribute: attribute2, key: name };
  return [
    attribute2.state === "unknown" && !isMadeOfOne(attribute2) ? { ...peer, count: perhaps([missingOf(attribute2)]) } : peer
  ];
}
function isMadeOfOne({ links }) {
  return links.exact && links.closed && links.targets.length === 1;
}
function certainIfAlone(peers) {
  const [only, ...others] = peers;
  if (only === void 0 || others.length > 0 || only.kind === "self" || only.count?.high !== 1) return peers;
  return [{ kind: only.kind, attribute: only.attribute, key: only.key }];
}
var init_security_group_entries = __esm({
  "src/graph/concepts/security-group-entries.ts"() {
    "use strict";
    init_several();
    init_unread();
  }
});

// src/graph/concepts/world-open.ts
function opensWorld(rule) {
  return opens(rule, void 0);
}
function opensWorldAt(rule, wanted2) {
  const [, first = "0", last = first, protocol = "tcp"] = /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(wanted2) ?? [];
  return opens(rule, { protocol, first: Number(first), last: Number(last) });
}
function opens(rule, wanted2) {
  if (!isEntity(rule)) return false;
  const own = questionOf(rule, wanted2);
  if (own.kind === "answer") return own.value;
  if (coversWorld([own.block])) return true;
  const others = neighboursOf(rule);
  const answers2 = placesOf(own, others).map((place2) => opensThere(own.block, others, place2));
  if (answers2.includes(true)) return true;
  const open6 = answers2.filter((answer2) => answer2 instanceof Unknown);
  return open6.length === 0 ? false : new Unknown(open6.flatMap(({ missing: missing2 }) => missing2));
}
function questionOf(rule, wanted2) {
  const [protocol, range, kind, cidr3] = ["protocol", "ports", "peerKind", "cidr"].map(
    (field) => rule.get(field)
  );
  if (kind === "group" || kind === "self" || kind === "none") return no;
  const own = typeof protocol === "string" && protocol !== "all" ? protocol : void 0;
  if (own !== void 0 && wanted2 !== void 0 && own !== wanted2.protocol) return no;
  const [low, high] = overlap(range, wanted2);
  const block = typeof cidr3 === "string" ? addressBlock(cidr3) : void 0;
  const isNarrow = typeof cidr3 === "string" && (block === void 0 || !isWide(block));
  if (low > high || isNarrow) return no;
  const open6 = [protocol, range, kind, cidr3].filter((value) => value instanceof Unknown);
  const missing2 = open6.flatMap((value) => value.missing);
  if (kind === "prefix-list") missing2.push(entriesOf(rule));
  if (missing2.length > 0 || block === void 0) return { kind: "answer", value: new Unknown(missing2) };
  return { kind: "question", block, protocol: own ?? wanted2?.protocol, low, high };
}
function overlap(range, wanted2) {
  const isOpen4 = range === void 0 || range instanceof Unknown;
  const { first, last } = isOpen4 ? { first: 0, last: 65535 } : bounds(range);
  return [Math.max(first, wanted2?.first ?? 0), Math.min(last, wanted2?.last ?? 65535)];
}
function entriesOf({ resource: resource3, ref }) {
  return { attribute: `${resource3} prefix list`, reason: "not resolved to its entries", ref };
}
function neighboursOf(rule) {
  const group2 = rule.get("group") ?? null;
  if (group2 instanceof Unknown) return { certain: [], possible: [], unseen: group2.missing };
  if (!isEntity(group2)) return { certain: [], possible: [], unseen: [] };
  const { known: known5, doubtful } = members(group2.get("rules") ?? []);
  const neighbour = (other) => isEntity(other) && other !== rule ? neighbourOf(other, rule) : [];
  const certain = known5.flatMap(neighbour);
  const perhaps3 = doubtful.candidates.flatMap(neighbour).map((other) => ({ ...other, missing: [...other.missing, ...doubtful.missing] }));
  return {
    certain: certain.filter(({ missing: missing2 }) => missing2.length === 0),
    possible: [...certain.filter(({ missing: missing2 }) => missing2.length > 0), ...perhaps3],
    unseen: doubtful.bounded ? [] : doubtful.missing
  };
}
function neighbourOf(other, rule) {
  const [direction, protocol, range, kind, cidr3] = ["direction", "protocol", "ports", "peerKind", "cidr"].map(
    (field) => other.get(field)
  );
  const own = rule.get("direction");
  if (typeof direction === "string" && typeof own === "string" && direction !== own) return [];
  if (kind === "group" || kind === "self" || kind === "none" || kind === "prefix-list") return [];
  const block = typeof cidr3 === "string" ? addressBlock(cidr3) : void 0;
  if (typeof cidr3 === "string" && block === void 0) return [];
  const open6 = [own, direction, protocol, range, kind, cidr3].filter((value) => value instanceof Unknown);
  return [
    {
      protocol: typeof protocol === "string" ? protocol : void 0,
      ports: range instanceof Unknown || range === void 0 ? void 0 : bounds(range),
      block,
      missing: open6.flatMap(({ missing: missing2 }) => missing2)
    }
  ];
}
function placesOf(own, others) {
  const all = [...others.certain, ...others.possible];
  const firsts = all.map(({ ports: ports2 }) => ports2?.first ?? own.low).filter((first) => first > own.low && first <= own.high);
  const named5 = all.flatMap(({ protocol }) => protocol === void 0 ? [] : [protocol]);
  const protocols2 = new Set(own.protocol === void 0 ? ["all", ...named5] : [own.protocol]);
  return [...protocols2].flatMap(
    (protocol) => [.../* @__PURE__ */ new Set([own.low, ...firsts])].map((port2) => ({ protocol, port: port2 }))
  );
}
function opensThere(own, others, place2) {
  const certain = others.certain.filter((other) => isAbout(other, place2)).flatMap(({ block }) => block ?? []);
  if (piecesMissing(own, certain) === 0) return true;
  const possible = others.possible.filter((other) => isAbout(other, place2));
  const blocks2 = [...certain, ...possible.flatMap(({ block }) => block ?? [])];
  const blanks4 = possible.filter(({ block }) => block === void 0).length;
  if (others.unseen.length === 0 && piecesMissing(own, blocks2) > blanks4) return false;
  return new Unknown([...possible.flatMap(({ missing: missing2 }) => missing2), ...others.unseen]);
}
function isAbout({ protocol, ports: ports2 }, place2) {
  const isProtocol = protocol === void 0 || protocol === "all" || protocol === place2.protocol;
  return isProtocol && (ports2 === void 0 || ports2.first <= place2.port && place2.port <= ports2.last);
}
var no;
var init_world_open = __esm({
  "src/graph/concepts/world-open.ts"() {
    "use strict";
    init_value();
    init_lookup();
    init_cidr();
    init_members();
    init_ports();
    no = { kind: "answer", value: false };
  }
});

// src/graph/concepts/security-group-rule.ts
function entry(protocol, from, to, description) {
  return {
    protocol: normalised(text(protocol)),
    ports: portsOf(text(protocol), from, to),
    peerKind: mark("peerKind"),
    cidr: ((origin) => {
      const kind = origin.entity.get("peerKind") ?? null;
      if (kind instanceof Unknown) return derived(kind, origin.part.root.ref);
      return kind === "cidr4" || kind === "cidr6" ? peerText(origin) : derived(null, origin.part.root.ref);
    }),
    peer: ((origin) => {
      const { aspects, root } = origin.part;
      const peer = aspects?.peer;
      const kind = origin.entity.get("peerKind") ?? null;
      if (kind instanceof Unknown) return derived(kind, root.ref);
      if (kind !== "group" || peer === void 0) return derived(null, root.ref);
      return written(resolveOne(peer, "SecurityGroup", origin.lookup), peer);
    }),
    description: text(description)
  };
}
function mark(name) {
  return ({ part, entity }) => {
    const value = part.marks?.[name];
    if (value !== void 0) return derived(value, part.root.ref);
    const why2 = part.root.missing ?? {
      attribute: `${entity.resource}.${name}`,
      reason: "not known",
      ref: part.root.ref
    };
    return derived(new Unknown([why2]), part.root.ref);
  };
}
function owningGroup(attribute2) {
  return ({ root, lookup: lookup2 }) => written(resolveOne(root.get(attribute2), "SecurityGroup", lookup2), root.get(attribute2));
}
function normalised(reader2) {
  return (origin) => {
    const reading = reader2(origin);
    if (typeof reading.value !== "string") return reading;
    const lower = reading.value.toLowerCase();
    return { ...reading, value: protocols[lower] ?? lower };
  };
}
function portsOf(protocol, from, to) {
  return (origin) => {
    const name = normalised(protocol)(origin);
    if (name.value instanceof Unknown) return name;
    if (name.value !== "tcp" && name.value !== "udp") return { ...name, value: everyPort };
    const [first, last] = [origin.root.get(from), origin.root.get(to)];
    if (first.state === "unknown") return written(unknownOf(first), first);
    if (last.state === "unknown") return written(unknownOf(last), last);
    const [low, high] = [portNumber(first, 0), portNumber(last, 65535)];
    if (low === void 0) return written(notA("a port", first), first);
    return written(high === void 0 ? notA("a port", last) : ports(low, high), first);
  };
}
function portNumber({ state, json: json2 }, otherwise3) {
  if (state === "absent") return otherwise3;
  const value = typeof json2 === "string" && json2.trim() !== "" ? Number(json2) : json2;
  if (typeof value !== "number" || !Number.isInteger(value)) return void 0;
  return value < 0 ? otherwise3 : value;
}
function isEverything(protocol, range) {
  if (protocol === "all") return true;
  if (protocol instanceof Unknown) return protocol;
  if (protocol !== "tcp" && protocol !== "udp") return false;
  if (range instanceof Unknown) return range;
  const { first, last } = bounds(range);
  return first <= 1 && last >= 65535;
}
var securityGroupRule, peerText, protocols;
var init_security_group_rule = __esm({
  "src/graph/concepts/security-group-rule.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_link();
    init_read();
    init_cidr();
    init_ports();
    init_security_group_entries();
    init_world_open();
    securityGroupRule = concept({
      name: "SecurityGroupRule",
      doc: "One entry of a security group: one direction, one range of ports, one source or destination.",
      fields: {
        group: { type: "SecurityGroup?", doc: "The group it belongs to." },
        direction: { type: "string", doc: "`ingress` or `egress`." },
        protocol: { type: "string", doc: "`tcp`, `udp`, `icmp`, `icmpv6`, `all`, or a protocol number." },
        ports: { type: "PortRange", doc: "The ports it is about." },
        peerKind: {
          type: "string",
          doc: "What is on the other side: `cidr4`, `cidr6`, `group`, `self`, `prefix-list`, or `none`."
        },
        cidr: { type: "string?", doc: "The CIDR on the other side; null where it is something else." },
        peer: {
          type: "SecurityGroup?",
          doc: "The security group on the other side; null where it is something else."
        },
        description: { type: "string?", doc: "Its description." },
        everything: {
          type: "bool",
          doc: "Whether it is about every protocol, or about every port of TCP or UDP.",
          derive: computed((get) => isEverything(get("protocol"), get("ports")))
        },
        worldwide: {
          type: "bool",
          doc: "Whether its other side is all of IPv4 or IPv6, alone or together with rules of the group for the same ports.",
          derive: ({ entity, part }) => derived(opensWorld(entity), part.root.ref)
        }
      },
      methods: [
        {
          signature: "opensToWorld(string): bool",
          doc: 'Whether it opens a port, or one of a range of ports, to all of IPv4 or IPv6, alone or together with other rules of the group: `opensToWorld("22")`, `opensToWorld("2379-2380")`, `opensToWorld("53/udp")`. TCP where no protocol is named.',
          call: (self2, wanted2) => typeof wanted2 === "string" ? opensWorldAt(self2, wanted2) : false
        }
      ],
      suppliers: [
        {
          format: "terraform",
          types: ["aws_security_group", "aws_default_security_group"],
          parts: terraformGroupRules,
          fields: {
            group: ({ declaration, lookup: lookup2, part }) => derived(lookup2.entityOf(declaration, "SecurityGroup") ?? null, part.root.ref),
            direction: mark("direction"),
            ...entry("protocol", "from_port", "to_port", "description")
          }
        },
        {
          format: "terraform",
          types: ["aws_security_group_rule"],
          parts: terraformRule,
          fields: {
            group: owningGroup("security_group_id"),
            direction: text("type"),
            ...entry("protocol", "from_port", "to_port", "description")
          }
        },
        {
          format: "terraform",
          types: ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"],
          parts: terraformVpcRule,
          fields: {
            group: owningGroup("security_group_id"),
            direction: mark("direction"),
            ...entry("ip_protocol", "from_port", "to_port", "description")
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::EC2::SecurityGroup"],
          parts: cloudformationGroupRules,
          fields: {
            group: ({ declaration, lookup: lookup2, part }) => derived(lookup2.entityOf(declaration, "SecurityGroup") ?? null, part.root.ref),
            direction: mark("direction"),
            ...entry("IpProtocol", "FromPort", "ToPort", "Description")
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"],
          parts: cloudformationStandaloneRule,
          fields: {
            group: owningGroup("GroupId"),
            direction: mark("direction"),
            ...entry("IpProtocol", "FromPort", "ToPort", "Description")
          }
        },
        {
          format: "inventory",
          types: ["SecurityGroup"],
          data: true,
          parts: inventoryGroupRules,
          fields: {
            group: ({ declaration, lookup: lookup2, part }) => derived(lookup2.entityOf(declaration, "SecurityGroup") ?? null, part.root.ref),
            direction: mark("direction"),
            ...entry("protocol", "fromPort", "toPort", "description")
          }
        }
      ]
    });
    peerText = (origin) => {
      const peer = origin.part.aspects?.peer;
      if (peer === void 0) return derived(null, origin.part.root.ref);
      const reading = text()({ ...origin, root: peer });
      const isCidr = typeof reading.value !== "string" || addressBlock(reading.value) !== void 0;
      return isCidr ? reading : { ...reading, value: notA("a CIDR", peer) };
    };
    protocols = {
      "-1": "all",
      "6": "tcp",
      "17": "udp",
      "1": "icmp",
      "58": "icmpv6"
    };
  }
});

// src/graph/concepts/provider-manifest.ts
function providerTypes(wanted2) {
  return [...objects].filter(([, object5]) => wanted2.includes(object5)).map(([type2]) => type2);
}
function providerManifest({ root, type: type2 }) {
  const object5 = objects.get(type2) ?? "";
  const slash = object5.lastIndexOf("/");
  const apiVersion = plainAttribute(root.ref, object5.slice(0, slash));
  const kind = plainAttribute(root.ref, object5.slice(slash + 1));
  return [{ root: new ProviderAttribute(root, "block", { apiVersion, kind }), key: "" }];
}
function onlyBlock(blocks2) {
  const isList7 = blocks2.items().length > 0 || Array.isArray(blocks2.json);
  return new ProviderAttribute(isList7 ? blocks2.get(0) : blocks2);
}
function snakeCase(name) {
  return /^[a-z]+[A-Z][A-Za-z]*$/.test(name) ? name.replace(/[A-Z]+/g, (letters) => `_${letters.toLowerCase()}`) : name;
}
var versions, objects, single2, several, ProviderAttribute;
var init_provider_manifest = __esm({
  "src/graph/concepts/provider-manifest.ts"() {
    "use strict";
    init_plain();
    versions = {
      kubernetes_deployment: "apps/v1/Deployment",
      kubernetes_stateful_set: "apps/v1/StatefulSet",
      kubernetes_daemonset: "apps/v1/DaemonSet",
      kubernetes_daemon_set_v1: "apps/v1/DaemonSet",
      kubernetes_replication_controller: "v1/ReplicationController",
      kubernetes_job: "batch/v1/Job",
      kubernetes_cron_job: "batch/v1/CronJob",
      kubernetes_pod: "v1/Pod",
      kubernetes_service_account: "v1/ServiceAccount"
    };
    objects = new Map(
      Object.entries(versions).flatMap(([type2, object5]) => [
        [type2, object5],
        [type2.endsWith("_v1") ? type2 : `${type2}_v1`, object5]
      ])
    );
    single2 = /* @__PURE__ */ new Set([
      "affinity",
      "jobTemplate",
      "labelSelector",
      "metadata",
      "nodeAffinity",
      "podAffinity",
      "podAffinityTerm",
      "podAntiAffinity",
      "securityContext",
      "selector",
      "spec",
      "template"
    ]);
    several = /* @__PURE__ */ new Map([
      ["containers", "container"],
      ["env", "env"],
      ["initContainers", "init_container"],
      ["matchExpressions", "match_expressions"],
      ["ports", "port"],
      ["preferredDuringSchedulingIgnoredDuringExecution", "preferred_during_scheduling_ignored_during_execution"],
      ["requiredDuringSchedulingIgnoredDuringExecution", "required_during_scheduling_ignored_during_execution"],
      ["tolerations", "toleration"],
      ["topologySpreadConstraints", "topology_spread_constraint"],
      ["volumeClaimTemplates", "volume_claim_template"],
      ["volumes", "volume"]
    ]);
    ProviderAttribute = class _ProviderAttribute {
      #inner;
      #shape;
      #fixed;
      constructor(inner, shape = "block", fixed = {}) {
        this.#inner = inner;
        this.#shape = shape;
        this.#fixed = fixed;
      }
      get ref() {
        return this.#inner.ref;
      }
      get state() {
        return this.#inner.state;
      }
      get sensitive() {
        return this.#inner.sensitive;
      }
      get json() {
        return this.#inner.json;
      }
      get missing() {
        return this.#inner.missing;
      }
      get links() {
        return this.#inner.links;
      }
      get(...path) {
        const [step4, ...rest] = path;
        if (step4 === void 0) return this;
        const child = this.#child(step4);
        return rest.length === 0 ? child : child.get(...rest);
      }
      items() {
        const items = this.#inner.items();
        return this.#shape === "blocks" ? items.map((item2) => new _ProviderAttribute(item2)) : items;
      }
      entries() {
        return this.#inner.entries();
      }
      #child(step4) {
        if (this.#shape === "blocks") return new _ProviderAttribute(this.#inner.get(step4));
        if (typeof step4 === "number") return this.#inner.get(step4);
        const fixed = this.#fixed[step4];
        if (fixed !== void 0) return fixed;
        const list6 = several.get(step4);
        if (list6 !== void 0) return new _ProviderAttribute(this.#inner.get(list6), "blocks");
        const name = snakeCase(step4);
        return single2.has(step4) ? onlyBlock(this.#inner.get(name)) : this.#inner.get(name);
      }
    };
  }
});

// src/graph/concepts/service-account.ts
function eksctlAccounts({ root, owner }) {
  return blocksOf(root.get("iam", "serviceAccounts"), "iam.serviceAccounts").flatMap((account3) => {
    const roleOnly = scalarValue(account3.root.get("roleOnly"), asFlag);
    if (roleOnly === true) return [];
    const count4 = account3.count ?? (roleOnly instanceof Unknown ? perhaps(roleOnly.missing) : void 0);
    const name = account3.root.get("metadata", "name").json;
    const resource3 = `${owner}/${typeof name === "string" ? name : account3.key}`;
    return [{ ...account3, resource: resource3, ...count4 === void 0 ? {} : { count: count4 } }];
  });
}
var annotation, kinds5, manifest4, serviceAccount;
var init_service_account = __esm({
  "src/graph/concepts/service-account.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_link();
    init_read();
    init_several();
    init_eksctl_roles();
    init_held_manifest();
    init_manifest_cluster();
    init_matching();
    init_object_name();
    init_provider_manifest();
    init_truth();
    annotation = "eks.amazonaws.com/role-arn";
    kinds5 = ["v1/ServiceAccount"];
    manifest4 = {
      namespace: objectNamespace,
      name: objectName,
      labels: dictionary("metadata", "labels"),
      roleArn: text("metadata", "annotations", annotation),
      role: oneOfCluster("IamRole", "metadata", "annotations", annotation)
    };
    serviceAccount = concept({
      name: "ServiceAccount",
      doc: "A Kubernetes service account.",
      fields: {
        cluster: {
          type: "Cluster",
          doc: "The cluster it is in: the one that `clusters` of the configuration says, else the only one of its plan, else the only one that was read.",
          derive: manifestCluster
        },
        namespace: { type: "string", doc: "Its namespace; `default` where none is written." },
        name: { type: "string", doc: "Its name." },
        labels: { type: "map<string>", doc: "Its labels." },
        roleArn: { type: "string?", doc: "The ARN of the IAM role it is annotated with." },
        role: { type: "IamRole?", doc: "The IAM role its pods may assume." },
        podIdentities: {
          type: "list<PodIdentityAssociation>",
          doc: "The EKS Pod Identity associations of its cluster that are for it.",
          derive: ({ entity, lookup: lookup2, part }) => derived(
            matching2(
              lookup2.entities("PodIdentityAssociation"),
              (association2) => every([
                sameAs(association2.get("namespace"), entity.get("namespace")),
                sameAs(association2.get("serviceAccount"), entity.get("name")),
                inSameCluster(association2, entity, lookup2)
              ])
            ),
            part.root.ref
          )
        }
      },
      suppliers: [
        { format: "kubernetes", types: kinds5, fields: manifest4 },
        { format: "terraform", types: manifestHolders, parts: heldManifests(...kinds5), fields: manifest4 },
        {
          format: "cloudformation",
          types: cdkManifests,
          parts: heldManifests(...kinds5),
          fields: { ...manifest4, cluster: cdkManifestCluster }
        },
        { format: "terraform", types: providerTypes(kinds5), parts: providerManifest, fields: manifest4 },
        {
          format: "eksctl",
          types: ["ClusterConfig"],
          parts: eksctlAccounts,
          fields: {
            cluster: around("Cluster"),
            namespace: orDefault(text("metadata", "namespace"), "default"),
            name: text("metadata", "name"),
            labels: dictionary("metadata", "labels"),
            roleArn: text("attachRoleARN"),
            role: givenOrMade("attachRoleARN")
          }
        }
      ]
    });
  }
});

// src/graph/concepts/subnet.ts
function zone(reader2) {
  return (from) => {
    const reading = reader2(from);
    const missing2 = (reason2) => new Unknown([{ attribute: `${from.entity.resource}.zone`, reason: reason2, ref: reading.ref }]);
    if (reading.value === null) return { ...reading, value: missing2("chosen by AWS") };
    if (typeof reading.value !== "string" || spelling(reading.value) === "name") return reading;
    const others = from.lookup.entities("Subnet").filter((other) => other.declaration.file === from.declaration.file);
    const mixed = others.some((other) => {
      const attribute2 = other.declaration.root.get(
        zoneAttribute[other.declaration.format] ?? "availability_zone"
      );
      return typeof attribute2.json === "string" && spelling(attribute2.json) !== spelling(String(reading.value));
    });
    return mixed ? { ...reading, value: missing2("spelled in another way than the other zones of the file") } : reading;
  };
}
function toldZone(from) {
  const { entity, lookup: lookup2 } = from;
  const holders = askers.flatMap((concept2) => lookup2.holders(entity, concept2, "subnets"));
  const files = new Set(holders.map(({ ref }) => ref.file));
  const listed3 = holders.flatMap((holder) => {
    const { known: known5, doubtful } = members(holder.get("subnets") ?? []);
    return [...known5, ...doubtful.candidates].filter(isEntity);
  });
  const neighbours = [
    ...lookup2.entities("Subnet").filter(({ declaration }) => files.has(declaration.file)),
    ...listed3.filter(({ ref }) => ref.format !== "inventory")
  ];
  const zones = neighbours.map((subnet2) => subnet2.get("zone")).filter((zone2) => typeof zone2 === "string");
  const spellings = new Set(zones.map(spelling));
  const wanted2 = spellings.has("id") ? "zoneId" : "zone";
  const reading = told(text(wanted2))(from);
  if (spellings.size < 2 && !spellings.has("symbol")) return reading;
  const missing2 = { attribute: `${entity.resource}.zone`, ref: reading.ref };
  const reason2 = "spelled in another way than the other zones of the file";
  return { ...reading, value: new Unknown([{ ...missing2, reason: reason2 }]) };
}
function spelling(zone2) {
  if (/^[a-z]{2,4}(-[a-z]+)+-\d+[a-z]/.test(zone2)) return "name";
  return /^[a-z]+\d+(-[a-z0-9]+)*-az\d+$/.test(zone2) ? "id" : "symbol";
}
var subnet, askers, zoneAttribute;
var init_subnet = __esm({
  "src/graph/concepts/subnet.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_lookup();
    init_read();
    init_eksctl_network();
    init_inventory();
    init_members();
    subnet = concept({
      name: "Subnet",
      doc: "A subnet of a VPC.",
      identity: ["id"],
      spelling: /^subnet-/,
      fields: {
        id: { type: "string?", doc: "Its id; null where it is still to be created." },
        zone: {
          type: "string",
          doc: "Its Availability Zone: a name, an id, or the symbol of a zone that is chosen when it is created."
        },
        cidr: { type: "string?", doc: "Its IPv4 CIDR." },
        tags: {
          type: "map<string>",
          doc: "Its tags; in Terraform with those that the provider adds, as far as the plan knows them."
        },
        assignsPublicAddresses: { type: "bool", doc: "Whether what starts in it gets a public IPv4 address." }
      },
      suppliers: [
        {
          format: "terraform",
          types: ["aws_subnet"],
          data: true,
          fields: {
            id: text("id"),
            zone: zone(firstOf(text("availability_zone"), text("availability_zone_id"))),
            cidr: text("cidr_block"),
            tags: firstOf(dictionary("tags_all"), dictionary("tags")),
            assignsPublicAddresses: orDefault(flag("map_public_ip_on_launch"), false)
          }
        },
        {
          format: "cloudformation",
          types: ["AWS::EC2::Subnet"],
          fields: {
            id: always(null),
            zone: zone(firstOf(text("AvailabilityZone"), text("AvailabilityZoneId"))),
            cidr: text("CidrBlock"),
            tags: keyedPairs("Tags"),
            assignsPublicAddresses: orDefault(flag("MapPublicIpOnLaunch"), false)
          }
        },
        {
          format: "eksctl",
          types: ["ClusterConfig"],
          parts: eksctlSubnets,
          fields: {
            id: idOfEksctlSubnet,
            zone: zoneOfEksctlSubnet,
            cidr: cidrOfEksctlSubnet,
            assignsPublicAddresses: ({ part }) => derived(part.marks?.kind === "public", part.root.ref)
          }
        },
        {
          format: "inventory",
          types: ["Subnet"],
          data: true,
          fields: {
            id: text("id"),
            zone: toldZone,
            cidr: told(text("cidr")),
            tags: told(dictionary("tags")),
            assignsPublicAddresses: told(flag("assignsPublicAddresses"))
          }
        }
      ]
    });
    askers = ["Cluster", "NodeGroup", "FargateProfile", "NodeClass"];
    zoneAttribute = { cloudformation: "AvailabilityZone" };
  }
});

// src/graph/concepts/oidc-provider.ts
function isEksIssuer(name) {
  return /oidc[.-]eks[.-]/.test(name);
}
function madeFromCluster({ part, declaration, lookup: lookup2 }) {
  return federatedAttributes(part.root).some(
    (attribute2) => leadsTo(attribute2, (link2) => {
      const provider = lookup2.target(declaration.file, link2);
      const url = provider?.root.get(provider.format === "terraform" ? "url" : "Url");
      if (url === void 0) return false;
      if (typeof url.json === "string") return isEksIssuer(url.json);
      return leadsTo(url, (target) => {
        const source2 = lookup2.target(declaration.file, target);
        return source2 !== void 0 && lookup2.entityOf(source2, "Cluster") !== void 0;
      });
    })
  );
}
function leadsTo({ links }, isWanted) {
  return links.closed && links.targets.length > 0 && links.targets.every(isWanted);
}
function federatedAttributes(root) {
  const blocks2 = root.get("principals");
  const fromBlocks = blocks2.items().flatMap((block) => {
    const identifiers = block.get("identifiers");
    return [identifiers, ...identifiers.items()];
  });
  const json2 = root.get("Principal", "Federated");
  return [...fromBlocks, json2, ...json2.items()];
}
function acceptsServiceAccounts(conditions2) {
  return members(conditions2).known.some((condition) => {
    if (typeof condition !== "object" || condition === null || !("concept" in condition) || isEntity(condition))
      return false;
    const values2 = members(condition.get("values") ?? []).known;
    return values2.some((value) => typeof value === "string" && value.startsWith("system:serviceaccount:"));
  });
}
var isEksProvider;
var init_oidc_provider = __esm({
  "src/graph/concepts/oidc-provider.ts"() {
    "use strict";
    init_value();
    init_entity();
    init_lookup();
    init_members();
    isEksProvider = ({ entity, part, ...origin }) => {
      const ref = part.root.ref;
      const federated = members(entity.get("federated") ?? []);
      const names2 = federated.known.filter((name) => typeof name === "string");
      if (names2.some(isEksIssuer)) return derived(true, ref);
      const unknowns = federated.known.filter((name) => name instanceof Unknown);
      if (unknowns.length === 0 && federated.doubtful.bounded) return derived(false, ref);
      const missing2 = [...unknowns.flatMap((unknown3) => unknown3.missing), ...federated.doubtful.missing];
      if (madeFromCluster({ entity, part, ...origin }) || acceptsServiceAccounts(entity.get("conditions") ?? [])) {
        return derived(true, ref);
      }
      return derived(new Unknown(missing2), ref);
    };
  }
});

// src/graph/concepts/trust-document.ts
function trustStatements(declaration, lookup2) {
  const policy = declaration.root.get(policyOf[declaration.format] ?? "AssumeRolePolicyDocument");
  const isUntold = declaration.format === "inventory" && policy.state === "absent";
  const statements = isUntold ? [unread(policy, { ...missingOf(policy), reason: "not in the inventory" })] : policyStatements(policy, lookup2);
  return statements.map(({ root, shape, count: count4 }, index2) => ({
    root,
    key: `statement[${index2}]`,
    resource: declaration.owner,
    marks: { shape },
    ...count4 === void 0 ? {} : { count: count4 }
  }));
}
function policyStatements(policy, lookup2, depth = 0) {
  if (policy.state === "absent") return [];
  if (typeof policy.json === "string") return textStatements(policy, policy.json);
  if (policy.state === "known") return objectStatements(policy.get("Statement"));
  if (policy.document !== void 0) return objectStatements(policy.document.get("Statement"));
  const document = depth > deepest5 ? void 0 : documentOf(policy, lookup2);
  return document === void 0 ? [unread(policy, missingOf(policy))] : documentStatements(document, lookup2, depth);
}
function documentOf(policy, lookup2) {
  const { targets, exact, closed } = policy.links;
  const [only, ...others] = targets;
  if (!exact || !closed || only === void 0 || others.length > 0) return void 0;
  const document = lookup2.target(policy.ref.file, only);
  const [attribute2 = "json"] = only.path;
  const isText2 = attribute2 === "json" || attribute2 === "minified_json";
  return isText2 && document?.type === "aws_iam_policy_document" ? document : void 0;
}
function textStatements(policy, text8) {
  try {
    const document = plainAttribute(policy.ref, JSON.parse(text8));
    return objectStatements(document.get("Statement"));
  } catch {
    return [unread(policy, { ...missingOf(policy), reason: "not valid JSON" })];
  }
}
function objectStatements(statements) {
  return blocksOf(statements, "Statement").map((member3) => ({ ...member3, shape: "json" }));
}
function documentStatements({ root }, lookup2, depth) {
  const own = blocksOf(root.get("statement"), "statement").map(
    (member3) => ({ ...member3, shape: "document" })
  );
  const others = (names2) => names2.flatMap((name) => otherDocuments(root.get(name), lookup2, depth + 1));
  return [[own], others(overriding)].flat().reduce(laidOver, others(added).reduce(laidOver, []));
}
function otherDocuments(written4, lookup2, depth) {
  if (written4.state === "unknown") return [policyStatements(written4, lookup2, depth)];
  if (!isFilled(written4)) return [];
  const items = written4.items();
  return (items.length === 0 ? [written4] : items).map((item2) => policyStatements(item2, lookup2, depth));
}
function laidOver(lower, upper) {
  const sids = upper.map(sidOf);
  const open6 = upper.filter((_, index2) => sids[index2] === void 0).map(({ root }) => missingFrom(root));
  const kept2 = lower.flatMap((statement) => {
    const sid = sidOf(statement);
    if (sid === "" || statement.count !== void 0) return [statement];
    if (sid !== void 0 && sids.includes(sid)) return [];
    const isReplaceable = open6.length > 0 || sid === void 0 && sids.some((one3) => one3 !== "");
    return [
      isReplaceable ? { ...statement, count: perhaps([...open6, missingFrom(statement.root)]) } : statement
    ];
  });
  return [...kept2, ...upper];
}
function sidOf({ root, shape, count: count4 }) {
  const sid = root.get(shape === "document" ? "sid" : "Sid");
  if (count4 !== void 0 || sid.state === "unknown") return void 0;
  return typeof sid.json === "string" ? sid.json : "";
}
function isFilled(attribute2) {
  return attribute2.items().length > 0 || typeof attribute2.json === "string" && attribute2.json !== "";
}
function missingFrom(list6) {
  return { ...missingOf(list6), reason: "made of other documents" };
}
function unread({ ref }, missing2) {
  return { root: unreadAttribute(ref, missing2), shape: "json", count: anyNumber([missing2]) };
}
var policyOf, deepest5, added, overriding;
var init_trust_document = __esm({
  "src/graph/concepts/trust-document.ts"() {
    "use strict";
    init_plain();
    init_several();
    init_unread();
    policyOf = {
      terraform: "assume_role_policy",
      inventory: "trust"
    };
    deepest5 = 10;
    added = ["source_policy_documents", "source_json"];
    overriding = ["override_policy_documents", "override_json"];
  }
});

// src/graph/concepts/trust-statement.ts
function isDocument({ part }) {
  return part.marks?.shape === "document";
}
function listOf2(attribute2) {
  return written(textList(attribute2), attribute2);
}
function principals2(type2) {
  return (origin) => {
    if (isDocument(origin)) {
      const blocks2 = origin.root.get("principals");
      return written(documentPrincipals(blocks2, type2), blocks2);
    }
    const principal = origin.root.get("Principal");
    if (principal.state === "unknown") return written(unknownOf(principal), principal);
    if (typeof principal.json === "string") return written(type2 === "AWS" ? [principal.json] : [], principal);
    return listOf2(principal.get(type2));
  };
}
function documentPrincipals(blocks2, type2) {
  if (blocks2.state === "unknown") return unknownOf(blocks2);
  return blocks2.items().reduce((list6, block) => {
    const kind = scalarValue(block.get("type"), asText);
    if (kind instanceof Unknown) return concat(list6, new PartialList([], kind));
    const counts3 = kind === type2 || kind === "*" && type2 === "AWS";
    return counts3 ? concat(list6, textList(block.get("identifiers"))) : list6;
  }, []);
}
function includes(list6, wanted2) {
  return some(list6, (member3) => member3 === wanted2);
}
function subjects(conditions2) {
  const { known: known5, doubtful } = members(conditions2);
  const isClosed = doubtful.bounded && doubtful.candidates.length === 0;
  const lists2 = known5.filter(isFields).map((condition) => {
    const about2 = condition.get("about") ?? null;
    if (about2 instanceof Unknown) return new PartialList([], about2);
    const values2 = condition.get("values") ?? [];
    return about2 !== "subject" ? [] : values2 instanceof Unknown ? new PartialList([], values2) : values2;
  });
  const others = isClosed ? [] : [new PartialList([], new Unknown(doubtful.missing))];
  return [...lists2, ...others].reduce(concat, []);
}
var fields, trustStatement;
var init_trust_statement = __esm({
  "src/graph/concepts/trust-statement.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_link();
    init_read();
    init_eksctl_roles();
    init_iam_action();
    init_members();
    init_oidc_provider();
    init_trust_condition();
    init_trust_document();
    fields = {
      effect: ((origin) => orDefault(text(isDocument(origin) ? "effect" : "Effect"), "Allow")(origin)),
      services: principals2("Service"),
      accounts: principals2("AWS"),
      federated: principals2("Federated"),
      exceptPrincipals: ((origin) => {
        const attribute2 = origin.root.get(isDocument(origin) ? "not_principals" : "NotPrincipal");
        if (attribute2.state === "unknown") return written(unknownOf(attribute2), attribute2);
        return written(
          attribute2.items().length + attribute2.entries().length > 0 || typeof attribute2.json === "string",
          attribute2
        );
      }),
      actions: ((origin) => listOf2(origin.root.get(isDocument(origin) ? "actions" : "Action"))),
      exceptActions: ((origin) => listOf2(origin.root.get(isDocument(origin) ? "not_actions" : "NotAction"))),
      conditions: ((origin) => {
        const document = isDocument(origin);
        const attribute2 = origin.root.get(document ? "condition" : "Condition");
        return written(document ? documentConditions(attribute2) : jsonConditions(attribute2), attribute2);
      }),
      eksProvider: isEksProvider,
      role: (({ declaration, lookup: lookup2, part }) => derived(lookup2.entityOf(declaration, "IamRole") ?? null, part.root.ref))
    };
    trustStatement = concept({
      name: "TrustStatement",
      doc: "One statement of a role's trust policy: who may assume it, and when.",
      fields: {
        role: { type: "IamRole?", doc: "The role whose trust policy it is part of." },
        effect: { type: "string", doc: "`Allow` or `Deny`." },
        services: { type: "list<string>", doc: "The AWS services it names: `eks.amazonaws.com`." },
        accounts: { type: "list<string>", doc: "The accounts, roles and users it names; `*` is everybody." },
        federated: { type: "list<string>", doc: "The identity providers it names." },
        exceptPrincipals: { type: "bool", doc: "Whether it names whom it is not about (`NotPrincipal`)." },
        everybody: {
          type: "bool",
          doc: "Whether anybody at all is among its principals.",
          derive: computed((get) => includes(get("accounts"), "*"))
        },
        podIdentity: {
          type: "bool",
          doc: "Whether it trusts EKS Pod Identity (`pods.eks.amazonaws.com`).",
          derive: computed((get) => includes(get("services"), "pods.eks.amazonaws.com"))
        },
        subjects: {
          type: "list<string>",
          doc: "The service accounts its conditions ask for, as they are written: `system:serviceaccount:shop:web`; empty where no condition is about them.",
          derive: computed((get) => subjects(get("conditions")))
        },
        actions: { type: "list<string>", doc: "Its actions." },
        exceptActions: { type: "list<string>", doc: "The actions it is not about (`NotAction`)." },
        conditions: { type: "list<TrustCondition>", doc: "Its conditions; all have to hold." },
        eksProvider: { type: "bool", doc: "Whether it trusts the OIDC provider of an EKS cluster (IRSA)." }
      },
      methods: [
        {
          signature: "allows(string): bool",
          doc: 'Whether it allows an action, also through a wildcard or `NotAction`: `allows("sts:AssumeRole")`.',
          call: (self2, action2) => allows(self2, action2)
        }
      ],
      suppliers: [
        { format: "terraform", types: ["aws_iam_role"], data: true, parts: trustStatements, fields },
        { format: "cloudformation", types: ["AWS::IAM::Role"], parts: trustStatements, fields },
        { format: "eksctl", types: ["ClusterConfig"], parts: eksctlRoles, fields: madeTrustFields },
        { format: "inventory", types: ["IamRole"], data: true, parts: trustStatements, fields }
      ]
    });
  }
});

// src/graph/concepts/workload.ts
function ofPod(reader2) {
  return (origin) => reader2({ ...origin, root: podSpec(origin.root) });
}
function podSpec(root) {
  return required2(root, ...templateOf(root), "spec");
}
function ofTemplate(reader2) {
  return (origin) => reader2({ ...origin, root: required2(origin.root, ...templateOf(origin.root)) });
}
function templateOf(root) {
  switch (root.get("kind").json) {
    case "Pod":
      return [];
    case "CronJob":
      return ["spec", "jobTemplate", "spec", "template"];
    default:
      return ["spec", "template"];
  }
}
function required2(root, ...path) {
  const map2 = mapAt(root, ...path);
  return map2.state === "absent" ? unreadAttribute(map2.ref, { ...missingOf(map2), reason: "not written" }) : map2;
}
function spreadsOverZones(pod) {
  const antiAffinity = pod.get("affinity", "podAntiAffinity");
  const lists2 = [
    pod.get("topologySpreadConstraints"),
    antiAffinity.get("requiredDuringSchedulingIgnoredDuringExecution"),
    antiAffinity.get("preferredDuringSchedulingIgnoredDuringExecution")
  ];
  const keys2 = lists2.flatMap(
    (list6) => list6.items().flatMap((item2) => [item2.get("topologyKey"), item2.get("podAffinityTerm", "topologyKey")])
  );
  if (keys2.some((key4) => typeof key4.json === "string" && zoneLabels.includes(key4.json))) return true;
  const unknown3 = [pod, antiAffinity, ...lists2, ...keys2].filter((attribute2) => attribute2.state === "unknown");
  return unknown3.length === 0 ? false : new Unknown(unknown3.flatMap((attribute2) => unknownOf(attribute2).missing));
}
var zoneLabels, replicated, kinds6, manifest5, workload;
var init_workload = __esm({
  "src/graph/concepts/workload.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_read();
    init_several();
    init_unread();
    init_fargate_pods();
    init_held_manifest();
    init_manifest_cluster();
    init_matching();
    init_object_name();
    init_provider_manifest();
    init_security_group_policy();
    zoneLabels = ["topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"];
    replicated = ["Deployment", "ReplicaSet", "ReplicationController", "StatefulSet"];
    kinds6 = [
      "apps/v1/Deployment",
      "apps/v1/StatefulSet",
      "apps/v1/ReplicaSet",
      "apps/v1/DaemonSet",
      "batch/v1/Job",
      "batch/v1/CronJob",
      "v1/Pod",
      "v1/ReplicationController"
    ];
    manifest5 = {
      kind: text("kind"),
      namespace: objectNamespace,
      name: objectName,
      replicas: (({ root, ...origin }) => {
        const { json: json2 } = root.get("kind");
        if (typeof json2 === "string" && !replicated.includes(json2)) return derived(null, root.ref);
        return orDefault(number("replicas"), 1)({ root: required2(root, "spec"), ...origin });
      }),
      labels: ofTemplate(dictionary("metadata", "labels")),
      annotations: ofTemplate(dictionary("metadata", "annotations")),
      serviceAccount: ofPod(orDefault(text("serviceAccountName"), "default")),
      zoneSpread: ofPod(({ root }) => written(spreadsOverZones(root), root)),
      hostNetwork: ofPod(orDefault(flag("hostNetwork"), false))
    };
    workload = concept({
      name: "Workload",
      doc: "What runs pods: a Deployment, StatefulSet, ReplicaSet, ReplicationController, DaemonSet, Job, CronJob or Pod.",
      fields: {
        cluster: {
          type: "Cluster",
          doc: "The cluster it runs in: the one that `clusters` of the configuration says, else the only one of its plan, else the only one that was read.",
          derive: manifestCluster
        },
        kind: { type: "string", doc: "`Deployment`, `StatefulSet` ..." },
        namespace: { type: "string", doc: "Its namespace; `default` where none is written." },
        name: { type: "string", doc: "Its name." },
        replicas: { type: "int?", doc: "How many pods it keeps; null for kinds that have no such number." },
        labels: { type: "map<string>", doc: "The labels of its pods." },
        annotations: { type: "map<string>", doc: "The annotations of its pods." },
        fargateProfiles: {
          type: "list<FargateProfile>",
          doc: "The Fargate profiles of its cluster that were read and run its pods.",
          derive: ({ entity, lookup: lookup2, part }) => derived(
            matching2(lookup2.entities("FargateProfile"), (profile2) => runsPodsOf(profile2, entity, lookup2)),
            part.root.ref
          )
        },
        securityGroupPolicies: {
          type: "list<SecurityGroupPolicy>",
          doc: "The policies that were read and give its pods security groups of their own.",
          derive: ({ entity, lookup: lookup2, part }) => derived(
            matching2(lookup2.entities("SecurityGroupPolicy"), (policy) => selectsPodsOf(policy, entity, lookup2)),
            part.root.ref
          )
        },
        serviceAccount: { type: "string", doc: "The name of the service account its pods run as." },
        zoneSpread: {
          type: "bool",
          doc: "Whether its pods are told to spread over zones, by a topology spread constraint or by anti-affinity."
        },
        hostNetwork: { type: "bool", doc: "Whether its pods use the node's network." }
      },
      suppliers: [
        { format: "kubernetes", types: kinds6, fields: manifest5 },
        { format: "terraform", types: manifestHolders, parts: heldManifests(...kinds6), fields: manifest5 },
        {
          format: "cloudformation",
          types: cdkManifests,
          parts: heldManifests(...kinds6),
          fields: { ...manifest5, cluster: cdkManifestCluster }
        },
        { format: "terraform", types: providerTypes(kinds6), parts: providerManifest, fields: manifest5 }
      ]
    });
  }
});

// src/graph/concepts/all.ts
var concepts, readAlong;
var init_all = __esm({
  "src/graph/concepts/all.ts"() {
    "use strict";
    init_account();
    init_addon();
    init_cluster();
    init_fargate_profile();
    init_helm_release();
    init_iam_role();
    init_launch_template();
    init_node_class();
    init_node_group();
    init_node_pool();
    init_pod_identity_association();
    init_ports();
    init_security_group();
    init_security_group_policy();
    init_security_group_rule();
    init_service_account();
    init_subnet();
    init_trust_condition();
    init_trust_statement();
    init_workload();
    concepts = [
      cluster2,
      nodeGroup,
      nodePool,
      nodeRequirement,
      nodeClass,
      fargateProfile,
      fargateSelector,
      addon,
      podIdentityAssociation,
      subnet,
      securityGroup,
      securityGroupRule,
      portRange,
      securityGroupPolicy,
      launchTemplate,
      iamRole,
      trustStatement,
      trustCondition,
      workload,
      serviceAccount,
      helmRelease,
      account,
      accountCounts
    ];
    readAlong = /* @__PURE__ */ new Set([
      "aws_iam_policy_document",
      "aws_iam_openid_connect_provider"
    ]);
  }
});

// src/graph/words.ts
function declare(concept2) {
  const formats2 = formatsOf(concept2, () => true);
  return {
    name: concept2.name,
    doc: concept2.doc,
    selectable: concept2.suppliers.length > 0,
    formats: formats2,
    methods: concept2.methods,
    fields: Object.entries(concept2.fields).map(([name, field]) => {
      const everywhere = field.derive !== void 0 || field.inverse !== void 0;
      const supplied2 = formatsOf(concept2, (supplier) => supplier.fields[name] !== void 0);
      return { name, type: field.type, doc: field.doc, formats: everywhere ? formats2 : supplied2 };
    })
  };
}
function formatsOf(concept2, counts3) {
  const found = new Set(concept2.suppliers.filter(counts3).map((supplier) => supplier.format));
  return order.filter((format) => found.has(format));
}
var order, vocabulary;
var init_words = __esm({
  "src/graph/words.ts"() {
    "use strict";
    init_all();
    order = ["terraform", "cloudformation", "eksctl", "kubernetes", "inventory"];
    vocabulary = { types: concepts.map(declare) };
  }
});

// src/graph/build.ts
function buildGraph(declarations, clusters2 = []) {
  const leaving = declarations.filter(({ change }) => change === "delete" || change === "replace");
  const lookup2 = new GraphLookup(concepts, clusters2, leaving);
  const own = /* @__PURE__ */ new Map();
  const future = declarations.filter(({ change, format }) => change !== "delete" && format !== "inventory");
  for (const declaration of future) lookup2.addDeclaration(declaration);
  let size2 = 0;
  for (const declaration of future) {
    for (const entity of entitiesOf(declaration, lookup2)) {
      lookup2.addEntity(entity);
      if (declaration.mode === "data") continue;
      size2++;
      const members3 = own.get(entity.concept);
      if (members3 === void 0) own.set(entity.concept, [entity]);
      else members3.push(entity);
    }
  }
  for (const declaration of standing2(declarations, leaving)) {
    for (const entity of entitiesOf(declaration, lookup2)) lookup2.addTold(entity);
  }
  return { vocabulary, size: size2, entities: (concept2) => own.get(concept2) ?? [] };
}
function wantsTerraform(type2) {
  return suppliersByType.has(typeKey("terraform", type2)) || readAlong.has(type2);
}
function* entitiesOf(declaration, lookup2) {
  for (const { concept: concept2, supplier } of suppliersByType.get(typeKey(declaration.format, declaration.type)) ?? []) {
    if (declaration.mode === "data" && supplier.data !== true) continue;
    for (const part of supplier.parts?.(declaration, lookup2) ?? [whole2(declaration)]) {
      yield new DeclaredEntity(concept2, supplier, lookup2, declaration, part);
    }
  }
}
function standing2(declarations, leaving) {
  const told4 = declarations.filter(({ format }) => format === "inventory");
  if (told4.length === 0) return told4;
  const gone = new Set(
    leaving.flatMap(
      ({ format, type: type2, before }) => ["id", "arn"].flatMap(
        (name) => (suppliersByType.get(typeKey(format, type2)) ?? []).map(
          ({ concept: concept2 }) => `${concept2.name} ${before?.get(name).json}`
        )
      )
    )
  );
  return told4.filter(({ type: type2, owner }) => !gone.has(`${type2} ${owner}`));
}
function whole2(declaration) {
  return { root: declaration.root, key: "" };
}
function byType(table2) {
  const found = /* @__PURE__ */ new Map();
  for (const concept2 of table2) {
    for (const supplier of concept2.suppliers) {
      for (const type2 of supplier.types) {
        const name = typeKey(supplier.format, type2);
        found.set(name, [...found.get(name) ?? [], { concept: concept2, supplier }]);
      }
    }
  }
  return found;
}
function typeKey(format, type2) {
  return `${format} ${type2}`;
}
var suppliersByType;
var init_build = __esm({
  "src/graph/build.ts"() {
    "use strict";
    init_all();
    init_entity();
    init_lookup();
    init_words();
    suppliersByType = byType(concepts);
  }
});

// src/base/lines.ts
function lineStarts(text8) {
  const starts = [0];
  for (let end = text8.indexOf("\n"); end !== -1; end = text8.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}
function lineAt(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
var init_lines = __esm({
  "src/base/lines.ts"() {
    "use strict";
  }
});

// src/source/text.ts
function decodeText(bytes2, file) {
  switch (encodingOf(bytes2)) {
    case "utf-8":
      return decodeUtf8(bytes2, file);
    case "utf-16le":
      return decodeUtf16(bytes2, "utf-16le", file);
    case "utf-16be":
      return decodeUtf16(bytes2, "utf-16be", file);
    case "binary":
      throw new Failure("unreadable", "this is not a text file", {
        at: { file },
        hint: "the gate reads JSON and YAML; a saved plan becomes JSON with `terraform show -json <plan file>`"
      });
  }
}
function encodingOf(head) {
  const [first, second] = head;
  if (first === 255 && second === 254) return "utf-16le";
  if (first === 254 && second === 255) return "utf-16be";
  if (first !== void 0 && first !== 0 && second === 0) return "utf-16le";
  if (first === 0 && second !== void 0 && second !== 0) return "utf-16be";
  return head.subarray(0, 1024).includes(0) ? "binary" : "utf-8";
}
function withoutCommandLine(text8) {
  if (!text8.startsWith("[command]")) return text8;
  const start = text8.indexOf("\n") + 1;
  const end = text8.indexOf("\n::", start);
  return text8.slice(start === 0 ? text8.length : start, end === -1 ? text8.length : end);
}
function positionOf(text8, offset) {
  let line = 1;
  let start = 0;
  for (let end = text8.indexOf("\n"); end !== -1 && end < offset; end = text8.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}
function decodeUtf8(bytes2, file) {
  const text8 = Buffer.from(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength).toString("utf8");
  if (!(0, import_node_buffer.isUtf8)(bytes2)) throw notText(text8, "UTF-8", file);
  return withoutMark(text8);
}
function decodeUtf16(bytes2, encoding, file) {
  const text8 = new TextDecoder(encoding).decode(bytes2);
  if (bytes2.length % 2 === 1 || text8.includes("\0")) throw notText(text8, "UTF-16", file);
  return withoutMark(text8);
}
function withoutMark(text8) {
  return text8.startsWith("\uFEFF") ? text8.slice(1) : text8;
}
function notText(text8, encoding, file) {
  const bad = text8.search(/[\uFFFD\u0000]/);
  const at = bad === -1 ? { file } : { file, ...positionOf(text8, bad) };
  return new Failure("unreadable", `this is not valid ${encoding} text`, {
    at,
    hint: "save the file as UTF-8"
  });
}
var import_node_buffer;
var init_text = __esm({
  "src/source/text.ts"() {
    "use strict";
    import_node_buffer = require("node:buffer");
    init_failure();
  }
});

// src/source/span.ts
function locatedText(file, text8) {
  const starts = lineStarts(text8);
  return {
    file,
    text: text8,
    place: (span) => ({ file, ...positions(text8, starts, span) }),
    line: (number6) => text8.slice(starts[number6 - 1], starts[number6])
  };
}
function readText(tree, file) {
  try {
    return locatedText(file, decodeText(tree.bytes(file), file));
  } catch {
    return void 0;
  }
}
function positions(text8, starts, span) {
  const line = lineAt(starts, span.start);
  const lineStart = starts[line] ?? 0;
  const lineText = text8.slice(lineStart, (starts[line + 1] ?? text8.length + 1) - 1).trimEnd();
  const end = Math.max(span.start, Math.min(span.end, lineStart + lineText.length));
  return {
    line: line + 1,
    column: span.start - lineStart + 1,
    endLine: line + 1,
    endColumn: end - lineStart + 1
  };
}
var init_span = __esm({
  "src/source/span.ts"() {
    "use strict";
    init_lines();
    init_text();
  }
});

// library:jsonc-parser
var require_jsonc_parser = __commonJS({
  "library:jsonc-parser"(exports2) {
    var library;
    var read5 = () => library ??= require("./lib/jsonc-parser.js");
    for (const name of ["ParseErrorCode", "ScanError", "SyntaxKind", "applyEdits", "createScanner", "findNodeAtLocation", "findNodeAtOffset", "format", "getLocation", "getNodePath", "getNodeValue", "modify", "parse", "parseTree", "printParseErrorCode", "stripComments", "visit"]) {
      Object.defineProperty(exports2, name, { enumerable: true, get: () => read5()[name] });
    }
  }
});

// src/locate/json.ts
function jsonDocument(text8) {
  const root = (0, import_jsonc_parser.parseTree)(text8, [], { allowTrailingComma: true });
  return root === void 0 ? void 0 : nodeOf(root);
}
function embeddedJson(text8, { start, end }) {
  return /^\s*[[{]/.test(text8.slice(start, end)) ? jsonDocument(" ".repeat(start) + text8.slice(start, end)) : void 0;
}
function nodeOf(json2) {
  return {
    span: { start: json2.offset, end: json2.offset + json2.length },
    tag: void 0,
    entry: (key4) => {
      const property2 = json2.type === "object" ? json2.children?.findLast((child) => nameOf(child) === key4) : void 0;
      const [name, value] = property2?.children ?? [];
      if (name === void 0 || value === void 0) return void 0;
      return { key: { start: name.offset, end: name.offset + name.length }, value: nodeOf(value) };
    },
    item: (index2) => {
      const item2 = json2.type === "array" ? json2.children?.[index2] : void 0;
      return item2 === void 0 ? void 0 : nodeOf(item2);
    }
  };
}
function nameOf(property2) {
  return property2.children?.[0]?.value;
}
var import_jsonc_parser;
var init_json = __esm({
  "src/locate/json.ts"() {
    "use strict";
    import_jsonc_parser = __toESM(require_jsonc_parser());
  }
});

// src/locate/node.ts
function spanAt(root, path, text8) {
  let here = root;
  let entryHere;
  for (const step4 of path) {
    if (isFunctionOf(here, step4)) continue;
    const entry5 = typeof step4 === "string" ? here.entry(step4) : void 0;
    const next = entry5?.value ?? (typeof step4 === "number" ? here.item(step4) : void 0);
    if (next === void 0) break;
    entryHere = entry5;
    here = next;
  }
  if (entryHere !== void 0) return keyOrValue(entryHere.key, entryHere.value.span, text8);
  return here === root ? startOf(root) : here.span;
}
function isFunctionOf(node, step4) {
  return typeof step4 === "string" && node.tag !== void 0 && step4.replace(/^Fn::/, "") === node.tag;
}
function keyOrValue(key4, value, text8) {
  const empty = value.start === value.end;
  return empty || text8.slice(key4.start, value.end).includes("\n") ? key4 : value;
}
function startOf(root) {
  return root.entry("kind")?.value.span ?? root.span;
}
var init_node = __esm({
  "src/locate/node.ts"() {
    "use strict";
  }
});

// src/locate/yaml.ts
function yamlDocuments(file) {
  const source2 = yamlEvents(file);
  const documents = [];
  for (let at = 0; at < source2.events.length; at = after(source2, at))
    documents.push(nodeAt(source2, at + 1, 0));
  return { documents, text: source2.text };
}
function nodeAt(source2, at, fallback) {
  const event = source2.events[at];
  if (event === void 0 || event.type === import_js_yaml4.EVENT_ID.DOCUMENT || event.type === import_js_yaml4.EVENT_ID.POP) {
    return leaf({ start: fallback, end: fallback });
  }
  const target = targetOf(source2, at, event);
  return {
    get span() {
      return spanOf(source2, at, event, fallback);
    },
    tag: tagOf(source2, source2.events[target]),
    entry: (key4) => entryOf(source2, target, key4, /* @__PURE__ */ new Set()) ?? textOf2(source2, target)?.entry(key4),
    item: (index2) => itemOf(source2, target, index2) ?? textOf2(source2, target)?.item(index2)
  };
}
function leaf(span) {
  return { span, tag: void 0, entry: () => void 0, item: () => void 0 };
}
function textOf2(source2, at) {
  const event = source2.events[at];
  if (event?.type !== import_js_yaml4.EVENT_ID.SCALAR || event.style !== import_js_yaml4.SCALAR_STYLE.LITERAL_BLOCK) return void 0;
  return embeddedJson(source2.text, { start: event.valueStart, end: event.valueEnd });
}
function entryOf(source2, mapping, key4, seen) {
  if (source2.events[mapping]?.type !== import_js_yaml4.EVENT_ID.MAPPING || seen.has(mapping)) return void 0;
  seen.add(mapping);
  const merged3 = [];
  let written4;
  for (let at = mapping + 1; source2.events[at]?.type !== import_js_yaml4.EVENT_ID.POP; at = after(source2, after(source2, at))) {
    const event = source2.events[at];
    if (event?.type !== import_js_yaml4.EVENT_ID.SCALAR) continue;
    const name = (0, import_js_yaml4.getScalarValue)(source2.text, event);
    const value = after(source2, at);
    if (name === key4) {
      const span = spanOf(source2, at, event, 0);
      written4 = { key: span, value: nodeAt(source2, value, span.end) };
    }
    if (name === "<<") merged3.push(...mergedInto(source2, value));
  }
  if (written4 !== void 0) return written4;
  for (const from of merged3) {
    const entry5 = entryOf(source2, from, key4, seen);
    if (entry5 !== void 0) return entry5;
  }
  return void 0;
}
function mergedInto(source2, at) {
  const target = targetOf(source2, at, source2.events[at]);
  if (source2.events[target]?.type !== import_js_yaml4.EVENT_ID.SEQUENCE) return [target];
  const mappings = [];
  for (let item2 = target + 1; source2.events[item2]?.type !== import_js_yaml4.EVENT_ID.POP; item2 = after(source2, item2)) {
    mappings.push(targetOf(source2, item2, source2.events[item2]));
  }
  return mappings;
}
function itemOf(source2, sequence, index2) {
  if (source2.events[sequence]?.type !== import_js_yaml4.EVENT_ID.SEQUENCE) return void 0;
  let at = sequence + 1;
  for (let n = 0; n < index2 && source2.events[at]?.type !== import_js_yaml4.EVENT_ID.POP; n++) at = after(source2, at);
  return source2.events[at]?.type === import_js_yaml4.EVENT_ID.POP ? void 0 : nodeAt(source2, at, startOf2(source2, sequence));
}
function after(source2, at) {
  let depth = 0;
  let next = at;
  do {
    const type2 = source2.events[next]?.type;
    if (type2 === void 0) return source2.events.length;
    if (type2 === import_js_yaml4.EVENT_ID.POP) depth--;
    else if (type2 !== import_js_yaml4.EVENT_ID.SCALAR && type2 !== import_js_yaml4.EVENT_ID.ALIAS) depth++;
    next++;
  } while (depth > 0);
  return next;
}
function targetOf(source2, at, event) {
  if (event?.type !== import_js_yaml4.EVENT_ID.ALIAS) return at;
  const name = source2.text.slice(event.anchorStart, event.anchorEnd);
  for (let before = at - 1; before >= 0; before--) {
    const candidate = source2.events[before];
    if (candidate === void 0 || !("anchorStart" in candidate) || candidate.type === import_js_yaml4.EVENT_ID.ALIAS)
      continue;
    if (source2.text.slice(candidate.anchorStart, candidate.anchorEnd) === name) return before;
  }
  return at;
}
function tagOf(source2, event) {
  if (event === void 0 || !("tagStart" in event) || event.tagStart < 0) return void 0;
  return source2.text.slice(event.tagStart, event.tagEnd).replace(/^!/, "");
}
function startOf2(source2, at) {
  const event = source2.events[at];
  return event !== void 0 && "start" in event ? event.start : 0;
}
function spanOf(source2, at, event, fallback) {
  if (event.type === import_js_yaml4.EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd };
  const inner = event.type === import_js_yaml4.EVENT_ID.SCALAR ? scalarSpan(source2, event, fallback) : collectionSpan(source2, at, event);
  return event.tagStart < 0 ? inner : { start: event.tagStart, end: Math.max(inner.end, event.tagEnd) };
}
function scalarSpan({ text: text8 }, event, fallback) {
  if (event.valueStart < 0) return { start: fallback, end: fallback };
  switch (event.style) {
    case import_js_yaml4.SCALAR_STYLE.PLAIN:
      return { start: event.valueStart, end: event.valueEnd };
    case import_js_yaml4.SCALAR_STYLE.SINGLE_QUOTED:
    case import_js_yaml4.SCALAR_STYLE.DOUBLE_QUOTED:
      return { start: event.valueStart - 1, end: event.valueEnd + 1 };
    case import_js_yaml4.SCALAR_STYLE.LITERAL_BLOCK:
    case import_js_yaml4.SCALAR_STYLE.FOLDED_BLOCK: {
      const indent = /^\s*/.exec(text8.slice(event.valueStart, event.valueEnd))?.[0].length ?? 0;
      return { start: event.valueStart + indent, end: event.valueEnd };
    }
  }
}
function collectionSpan(source2, at, event) {
  let end = event.start;
  for (let member3 = at + 1; source2.events[member3]?.type !== import_js_yaml4.EVENT_ID.POP; member3 = after(source2, member3)) {
    const inner = source2.events[member3];
    if (inner === void 0) break;
    if (inner.type === import_js_yaml4.EVENT_ID.DOCUMENT || inner.type === import_js_yaml4.EVENT_ID.POP) continue;
    end = Math.max(end, spanOf(source2, member3, inner, end).end);
  }
  const bracket = source2.text[event.start];
  const closing3 = bracket === "[" ? "]" : bracket === "{" ? "}" : void 0;
  const closed = closing3 === void 0 ? -1 : source2.text.indexOf(closing3, end);
  return { start: event.start, end: closed === -1 ? end : closed + 1 };
}
var import_js_yaml4;
var init_yaml = __esm({
  "src/locate/yaml.ts"() {
    "use strict";
    import_js_yaml4 = __toESM(require_js_yaml());
    init_events();
    init_json();
  }
});

// src/locate/document.ts
function documentPlaces(tree) {
  const opened3 = /* @__PURE__ */ new Map();
  return (ref) => {
    if (!opened3.has(ref.file)) opened3.set(ref.file, open2(tree, ref.file));
    const file = opened3.get(ref.file);
    const root = file?.documents[ref.document];
    if (file === void 0 || root === void 0) return void 0;
    const place2 = file.parsed.place(spanAt(root, ref.path, file.parsed.text));
    return file.parsed === file.written ? place2 : asWritten(place2, file.parsed, file.written);
  };
}
function open2(tree, file) {
  const written4 = readText(tree, file);
  if (written4 === void 0) return void 0;
  try {
    const { documents, text: text8 } = documentsOf(written4.text);
    return { documents, written: written4, parsed: text8 === written4.text ? written4 : locatedText(file, text8) };
  } catch {
    return void 0;
  }
}
function documentsOf(text8) {
  const json2 = isJson(text8) ? jsonDocument(text8) : void 0;
  return json2 === void 0 ? yamlDocuments(text8) : { documents: [json2], text: text8 };
}
function isJson(text8) {
  if (!/^\s*[[{]/.test(text8)) return false;
  try {
    JSON.parse(text8);
    return true;
  } catch {
    return false;
  }
}
function asWritten(place2, parsed6, written4) {
  const { line = 1, column = 1, endColumn = column } = place2;
  const further3 = parsed6.line(line).length - written4.line(line).length;
  return { ...place2, column: Math.max(1, column - further3), endColumn: Math.max(1, endColumn - further3) };
}
var init_document = __esm({
  "src/locate/document.ts"() {
    "use strict";
    init_span();
    init_json();
    init_node();
    init_yaml();
  }
});

// src/source/hcl/address.ts
function parseAddress(address) {
  const steps = stepsOf(address);
  if (steps === void 0) return void 0;
  const modules = [];
  let at = 0;
  for (; steps[at] === "module" && steps.length - at > 2; at += 2) modules.push(steps[at + 1] ?? "");
  const mode = steps[at] === "data" && steps.length - at === 3 ? "data" : "resource";
  const [type2, name, ...rest] = steps.slice(mode === "data" ? at + 1 : at);
  return type2 === void 0 || name === void 0 || rest.length > 0 ? void 0 : { modules, mode, type: type2, name };
}
function stepsOf(address) {
  const steps = [];
  step.lastIndex = 0;
  while (step.lastIndex < address.length) {
    const name = step.exec(address)?.[1];
    if (name === void 0) return void 0;
    steps.push(name);
  }
  return steps;
}
var step;
var init_address = __esm({
  "src/source/hcl/address.ts"() {
    "use strict";
    step = /([\p{L}\p{N}_-]+)(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?(?:\.|$)/uy;
  }
});

// src/source/terraform/address.ts
function splitAddress(address) {
  const modules = [];
  let at = 0;
  for (; ; ) {
    moduleStep.lastIndex = at;
    const found = moduleStep.exec(address);
    if (found === null) return { modules, local: address.slice(at) };
    modules.push({ name: found[1] ?? "", key: found[2] ?? "" });
    at = moduleStep.lastIndex;
  }
}
function moduleAddress(parent, step4) {
  const own = `module.${step4.name}${step4.key}`;
  return parent === "" ? own : `${parent}.${own}`;
}
function within(module2, local2) {
  return module2 === "" ? local2 : `${module2}.${local2}`;
}
function withoutKeys(address) {
  return address.includes("[") ? address.replace(anyKey, "") : address;
}
function parseReference(text8) {
  if (text8 === "each.key") return { kind: "own key", of: "for_each" };
  if (text8 === "count.index") return { kind: "own key", of: "count" };
  if (text8.startsWith("each.value")) return { kind: "each", path: pathOf2(text8.slice("each.value".length)) };
  if (/^(?:path|terraform|self|each|count)(?:\.|$)/.test(text8)) return { kind: "context" };
  const name = named2.exec(text8);
  if (name !== null) {
    const kind = name[1] === "var" ? "variable" : "local";
    return { kind, name: name[2] ?? "", path: pathOf2(name[3] ?? "") };
  }
  const out = output.exec(text8);
  if (out !== null) {
    const where = {
      kind: "output",
      call: out[1] ?? "",
      key: out[2] ?? "",
      path: pathOf2(out[4] ?? "")
    };
    return out[3] === void 0 ? where : { ...where, name: out[3] };
  }
  const found = resource2.exec(text8);
  if (found === null) return { kind: "context" };
  return { kind: "resource", local: found[1] ?? "", key: found[2] ?? "", path: pathOf2(found[3] ?? "") };
}
function writtenReferences(references) {
  const written4 = [];
  let last = "";
  for (const reference4 of references) {
    const next = last[reference4.length];
    const sameRun = last.length > reference4.length && last.startsWith(reference4) && (next === "." || next === "[");
    if (!sameRun) written4.push(reference4);
    last = reference4;
  }
  return written4;
}
function parseReferences(references) {
  const known5 = parsed2.get(references);
  if (known5 !== void 0) return known5;
  const read5 = writtenReferences(references).map(parseReference);
  parsed2.set(references, read5);
  return read5;
}
function pathOf2(text8) {
  return [...text8.matchAll(step2)].map(
    ([, name, index2, quoted3]) => index2 === void 0 ? name ?? quoted3 ?? "" : Number(index2)
  );
}
var key3, anyKey, moduleStep, resource2, output, named2, parsed2, step2;
var init_address2 = __esm({
  "src/source/terraform/address.ts"() {
    "use strict";
    key3 = String.raw`(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?`;
    anyKey = new RegExp(key3.slice(0, -1), "g");
    moduleStep = new RegExp(String.raw`module\.([^.[\]]+)${key3}(?:\.|$)`, "y");
    resource2 = new RegExp(String.raw`^((?:data\.|ephemeral\.)?[^.[\]]+\.[^.[\]]+)${key3}(.*)$`, "s");
    output = new RegExp(String.raw`^module\.([^.[\]]+)${key3}(?:\.([^.[\]]+))?(.*)$`, "s");
    named2 = /^(var|local)\.([^.[\]]+)(.*)$/s;
    parsed2 = /* @__PURE__ */ new WeakMap();
    step2 = /\.([^.[\]]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/gy;
  }
});

// src/source/terraform/written.ts
function writtenBody(expressions) {
  return isObject(expressions) ? body(expressions) : emptyBody;
}
function writtenBelow(written4, step4, planned2) {
  if (written4 === void 0 || written4 === null) return void 0;
  if (isExpression(written4)) return written4;
  if (isList(written4)) return typeof step4 === "number" ? blockOf(written4, planned2, step4) : void 0;
  if (!isObject(written4) || typeof step4 !== "string") return void 0;
  return memberOf(written4, step4) ?? null;
}
function isExpression(written4) {
  if (!isObject(written4) || written4 === emptyBody) return false;
  if (Object.hasOwn(written4, "constant_value") || Object.keys(written4).length === 0) return true;
  return isTexts(written4.references);
}
function isConstant(expression2) {
  return Object.hasOwn(expression2, "constant_value");
}
function referencesOf(expression2) {
  const { references } = expression2;
  return isTexts(references) ? references : void 0;
}
function isTexts(json2) {
  return isList(json2) && json2.every((item2) => typeof item2 === "string");
}
function allReferences(written4) {
  if (written4 === void 0 || written4 === null) return [];
  if (isExpression(written4)) return referencesOf(written4) ?? [];
  if (isList(written4)) return written4.flatMap(allReferences);
  return isObject(written4) ? Object.values(written4).flatMap(allReferences) : [];
}
function body(block) {
  return Object.keys(block).length === 0 ? emptyBody : block;
}
function blockOf(blocks2, planned2, index2) {
  if (!isList(planned2) || planned2.length !== blocks2.length) return void 0;
  const [first, ...others] = blocks2.length === 1 ? blocks2 : blocks2.filter((block) => agrees(block, planned2[index2]));
  if (!isObject(first)) return void 0;
  const same4 = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === same4) ? body(first) : void 0;
}
function agrees(block, element2) {
  if (!isObject(block)) return false;
  return Object.entries(block).every(([name, expression2]) => {
    const written4 = memberOf(expression2, "constant_value");
    const planned2 = memberOf(element2, name);
    if (written4 === void 0 || written4 === null || planned2 === void 0 || planned2 === null) return true;
    return comparable(written4) === comparable(planned2);
  });
}
function comparable(json2) {
  return isList(json2) ? JSON.stringify(json2.map(comparable).sort()) : isObject(json2) ? "" : String(json2);
}
var emptyBody;
var init_written = __esm({
  "src/source/terraform/written.ts"() {
    "use strict";
    init_plain();
    emptyBody = {};
  }
});

// src/source/hcl/result.ts
function known(value, secret = false) {
  return { kind: "known", value, secret };
}
function listOf3(items, isSet = false) {
  if (items.some(({ kind }) => kind === "error")) return failed;
  const values2 = plain2(items);
  return values2 === void 0 ? { kind: "list", items, isSet } : known(values2, items.some(isSecret));
}
function objectOf(entries) {
  const results = [...entries.values()];
  if (results.some(({ kind }) => kind === "error")) return failed;
  const values2 = plain2(results);
  if (values2 === void 0) return { kind: "object", entries };
  const names2 = [...entries.keys()];
  const pairs = names2.map((name, index2) => [name, values2[index2] ?? null]);
  return known(Object.fromEntries(pairs), results.some(isSecret));
}
function textOf3(parts2) {
  const texts3 = [];
  let secret = false;
  for (const part of parts2) {
    if (typeof part === "string") texts3.push(part);
    else if (part.kind === "error") return failed;
    else if (part.kind === "known") {
      const text8 = asText2(part.value);
      if (text8 === void 0) return failed;
      texts3.push(text8);
      secret ||= part.secret;
    }
  }
  return texts3.length === parts2.length ? known(texts3.join(""), secret) : { kind: "text", parts: parts2 };
}
function asText2(value) {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : void 0;
}
function madeOf(...results) {
  if (results.some(({ kind }) => kind === "error")) return failed;
  return { kind: "unknown", ...merged2(results) };
}
function oneOf2(...results) {
  const possible = results.filter(({ kind }) => kind !== "error");
  const [first, ...others] = possible;
  if (first === void 0) return failed;
  if (others.every((other) => same2(first, other))) return first;
  return { kind: "unknown", ...merged2(possible) };
}
function merged2(results) {
  const all = results.map(dependenceOf);
  return {
    targets: distinct3(all.flatMap(({ targets }) => targets)),
    texts: [...new Set(all.flatMap(({ texts: texts3 }) => texts3))],
    closed: all.every(({ closed }) => closed),
    secret: all.some(({ secret }) => secret)
  };
}
function distinct3(links) {
  return links.length < 2 ? links : [...new Map(links.map((link2) => [JSON.stringify(link2), link2])).values()];
}
function dependenceOf(result) {
  switch (result.kind) {
    case "known":
      return { targets: [], closed: true, texts: textsIn(result.value), secret: result.secret };
    case "list":
      return merged2(result.items);
    case "object":
      return merged2([...result.entries.values()]);
    case "text":
      return { ...merged2(result.parts.filter((part) => typeof part !== "string")), texts: [] };
    case "encoded":
      return dependenceOf(result.value);
    case "attribute":
      return { targets: [result.link], closed: true, texts: [], secret: result.secret };
    case "unknown":
      return result;
    case "scope":
      return result.links();
    case "error":
      return { targets: [], closed: false, texts: [], secret: false };
  }
}
function same2(one3, other) {
  if (one3 === other) return true;
  if (one3.kind === "known" && other.kind === "known") return sameJson(one3.value, other.value);
  return one3.kind === "attribute" && other.kind === "attribute" && JSON.stringify(one3.link) === JSON.stringify(other.link);
}
function sameJson(one3, other) {
  if (one3 === other) return true;
  if (isList(one3)) {
    return isList(other) && one3.length === other.length && one3.every((item2, index2) => sameJson(item2, other[index2] ?? null));
  }
  if (!isObject(one3) || !isObject(other)) return false;
  const names2 = Object.keys(one3);
  return names2.length === Object.keys(other).length && names2.every((name) => Object.hasOwn(other, name) && sameJson(one3[name] ?? null, other[name] ?? null));
}
function isSecret(result) {
  return dependenceOf(result).secret;
}
function itemsOf(result) {
  if (result.kind === "list") return result.items;
  if (result.kind !== "known" || !isList(result.value)) return void 0;
  return result.value.map((item2) => known(item2, result.secret));
}
function entriesOf2(result) {
  if (result.kind === "object") return result.entries;
  if (result.kind !== "known" || !isObject(result.value)) return void 0;
  return new Map(Object.entries(result.value).map(([key4, value]) => [key4, known(value, result.secret)]));
}
function plain2(results) {
  const values2 = [];
  for (const result of results) {
    if (result.kind !== "known") return void 0;
    values2.push(result.value);
  }
  return values2;
}
function secretly(result) {
  return result.kind === "known" || result.kind === "attribute" || result.kind === "unknown" ? { ...result, secret: true } : { ...opaque, secret: true };
}
var failed, opaque;
var init_result = __esm({
  "src/source/hcl/result.ts"() {
    "use strict";
    init_plain();
    failed = { kind: "error" };
    opaque = {
      kind: "unknown",
      targets: [],
      closed: false,
      texts: [],
      secret: false
    };
  }
});

// src/source/hcl/access.ts
function memberOf2(of, key4) {
  if (key4.kind === "error" || of.kind === "error") return failed;
  if (key4.kind !== "known") return anyOf(of, key4);
  const { value: step4 } = key4;
  if (typeof step4 !== "string" && typeof step4 !== "number") return failed;
  switch (of.kind) {
    case "scope":
      return typeof step4 === "string" ? of.member(step4) : step4 === 0 ? of : failed;
    case "attribute":
      return { ...of, link: { ...of.link, path: [...of.link.path, step4] } };
    case "unknown":
      return of;
    case "text":
    case "encoded":
      return failed;
    default:
      return itemOf2(of, step4) ?? entriesOf2(of)?.get(String(step4)) ?? failed;
  }
}
function itemOf2(of, step4) {
  const items = itemsOf(of);
  if (items === void 0) return void 0;
  const index2 = typeof step4 === "number" ? step4 : /^\d+$/.test(step4) ? Number(step4) : -1;
  if (of.kind === "list" && of.isSet) return oneOf2(...items);
  return items[index2] ?? failed;
}
function anyOf(of, key4) {
  const members3 = itemsOf(of) ?? entriesOf2(of)?.values();
  return members3 === void 0 ? madeOf(of, key4) : oneOf2(...members3);
}
function splat(of, path) {
  if (of.kind === "error") return failed;
  const each3 = (item2) => path.reduce(memberOf2, item2);
  const items = itemsOf(of);
  if (items !== void 0) return listOf3(items.map(each3));
  if (of.kind === "known" && of.value === null) return known([]);
  if (of.kind === "unknown" || of.kind === "attribute") return madeOf(of);
  return listOf3([each3(of)]);
}
function sorted(entries) {
  return [...entries].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
}
var init_access = __esm({
  "src/source/hcl/access.ts"() {
    "use strict";
    init_result();
  }
});

// src/locate/hcl/could-be.ts
function couldBe(result, json2) {
  switch (result.kind) {
    case "error":
      return false;
    case "known":
      return isAlike(result.value, json2);
    case "list":
      return isList(json2) && (result.isSet || result.items.length === json2.length);
    case "object":
      return isObject(json2) && [...result.entries].every(([name, entry5]) => {
        const value = memberOf(json2, name);
        return value === void 0 || couldBe(entry5, value);
      });
    default:
      return true;
  }
}
function isAlike(written4, planned2) {
  if (isList(written4)) {
    return isList(planned2) && written4.length === planned2.length && sorted2(written4) === sorted2(planned2);
  }
  if (isObject(written4)) {
    return isObject(planned2) && Object.entries(written4).every(([name, value]) => isAlike(value, memberOf(planned2, name) ?? null));
  }
  return written4 === planned2 || written4 !== null && asText2(written4) === asText2(planned2);
}
function sorted2(list6) {
  return list6.map(canonical).sort().join("\n");
}
function canonical(json2) {
  if (isList(json2)) return `[${json2.map(canonical).sort().join()}]`;
  if (!isObject(json2)) return JSON.stringify(String(json2));
  const entries = Object.entries(json2).filter(([, value]) => value !== null);
  return JSON.stringify(entries.map(([name, value]) => [name, canonical(value)]).sort());
}
var init_could_be = __esm({
  "src/locate/hcl/could-be.ts"() {
    "use strict";
    init_result();
    init_plain();
  }
});

// src/source/hcl/json-tree.ts
function jsonTree(text8) {
  try {
    return (0, import_jsonc_parser2.parseTree)(text8, [], { allowTrailingComma: true });
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
function propertiesOf(node) {
  if (node.type !== "object") return [];
  return (node.children ?? []).flatMap(({ children: children2 }) => {
    const [key4, value] = children2 ?? [];
    return key4 === void 0 || value === void 0 ? [] : [{ key: key4, value }];
  });
}
function spanOf2(node) {
  return { start: node.offset, end: node.offset + node.length };
}
var import_jsonc_parser2;
var init_json_tree = __esm({
  "src/source/hcl/json-tree.ts"() {
    "use strict";
    import_jsonc_parser2 = __toESM(require_jsonc_parser());
  }
});

// src/source/hcl/brackets.ts
function list3(reader2, start) {
  const { cursor: cursor2 } = reader2;
  cursor2.take("[");
  return cursor2.within(false, () => {
    if (cursor2.word === "for") return forExpression(reader2, start, "]");
    const items = [];
    while (!cursor2.closing("]")) {
      items.push(reader2.element([","]));
      if (!cursor2.take(",")) break;
    }
    return cursor2.take("]") ? { kind: "list", items, span: cursor2.span(start) } : broken(cursor2, start);
  });
}
function object(reader2, start) {
  const { cursor: cursor2 } = reader2;
  cursor2.take("{");
  const isFor2 = cursor2.within(false, () => cursor2.word === "for");
  if (isFor2) return cursor2.within(false, () => forExpression(reader2, start, "}"));
  return cursor2.within(true, () => {
    const entries = [];
    for (let more2 = true; more2; ) {
      while (cursor2.take("\n")) ;
      if (cursor2.closing("}")) break;
      entries.push(entry2(reader2));
      more2 = cursor2.take(",") || cursor2.symbol === "\n";
    }
    return cursor2.take("}") ? { kind: "object", entries, span: cursor2.span(start) } : broken(cursor2, start);
  });
}
function entry2(reader2) {
  const { cursor: cursor2 } = reader2;
  const start = cursor2.next;
  const bare = cursor2.word !== void 0;
  const written4 = reader2.element(["=", ":", ",", "\n"]);
  if (cursor2.take("=") || cursor2.take(":")) {
    return { key: objectKey(written4, bare), value: reader2.element([",", "\n"]) };
  }
  const neither = broken(cursor2, start);
  return { key: neither, value: neither };
}
function objectKey(key4, bare) {
  const { span } = key4;
  if (key4.kind === "name") return bare ? { kind: "literal", value: key4.name, span } : key4;
  if (key4.kind !== "literal" || key4.value === null && !bare) return key4;
  return { kind: "literal", value: String(key4.value), span };
}
function forExpression(reader2, start, close3) {
  const { cursor: cursor2 } = reader2;
  cursor2.takeWord();
  const first = cursor2.takeWord();
  const second = cursor2.take(",") ? cursor2.takeWord() : void 0;
  const item2 = second ?? first;
  if (item2 === void 0 || cursor2.takeWord() !== "in") return brokenFor(cursor2, start, close3);
  const collection = reader2.expression();
  if (!cursor2.take(":")) return brokenFor(cursor2, start, close3);
  const keyResult = close3 === "}" ? reader2.expression() : void 0;
  if (keyResult !== void 0 && !cursor2.take("=>")) return brokenFor(cursor2, start, close3);
  const result = reader2.expression();
  const grouped2 = keyResult !== void 0 && cursor2.take("...");
  const condition = cursor2.word === "if" ? forCondition(reader2) : void 0;
  if (!cursor2.take(close3)) return brokenFor(cursor2, start, close3);
  const key4 = second === void 0 ? void 0 : first;
  const span = cursor2.span(start);
  return { kind: "for", key: key4, item: item2, in: collection, keyResult, result, grouped: grouped2, condition, span };
}
function forCondition(reader2) {
  reader2.cursor.takeWord();
  return reader2.expression();
}
function brokenFor(cursor2, start, close3) {
  cursor2.skipTo([]);
  cursor2.take(close3);
  return broken(cursor2, start);
}
function broken(cursor2, start) {
  return { kind: "broken", span: cursor2.span(start) };
}
var init_brackets = __esm({
  "src/source/hcl/brackets.ts"() {
    "use strict";
  }
});

// src/source/hcl/children.ts
function children(expression2) {
  switch (expression2.kind) {
    case "literal":
    case "name":
    case "broken":
      return [];
    case "template":
      return expression2.parts.filter((part) => typeof part !== "string");
    case "member":
      return typeof expression2.key === "object" ? [expression2.of, expression2.key] : [expression2.of];
    case "splat":
      return [expression2.of, ...expression2.path.filter((step4) => typeof step4 === "object")];
    case "call":
      return expression2.arguments;
    case "list":
      return expression2.items;
    case "object":
      return expression2.entries.flatMap(({ key: key4, value }) => [key4, value]);
    case "for": {
      const { in: collection, keyResult, result, condition } = expression2;
      return [collection, keyResult, result, condition].filter((part) => part !== void 0);
    }
    case "conditional":
      return [expression2.condition, expression2.yes, expression2.no];
    case "operation":
      return expression2.operands;
  }
}
function tooDeep(expression2) {
  let level = [expression2];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest6) return true;
    level = level.flatMap(children);
  }
  return false;
}
var deepest6;
var init_children = __esm({
  "src/source/hcl/children.ts"() {
    "use strict";
    deepest6 = 1e3;
  }
});

// src/source/hcl/pieces.ts
function templateOf2(pieces2, indented, span) {
  const eaten = withoutEaten(pieces2);
  const parts2 = joined(withoutDirectives(indented ? withoutIndentation(eaten) : eaten));
  const [only = "", ...others] = parts2;
  if (others.length > 0 || typeof only !== "string") return { kind: "template", parts: parts2, span };
  return { kind: "literal", value: only, span };
}
function withoutEaten(pieces2) {
  return pieces2.map((piece, at) => {
    if (typeof piece !== "string") return piece;
    const before = pieces2[at - 1];
    const after2 = pieces2[at + 1];
    const eatenStart = typeof before === "object" && before.eatsAfter;
    const eatenEnd = typeof after2 === "object" && after2.eatsBefore;
    const rest = eatenStart ? piece.replace(blanksBefore, "") : piece;
    return eatenEnd ? rest.trimEnd() : rest;
  });
}
function withoutIndentation(pieces2) {
  const lines2 = pieces2.map((piece, at) => {
    const before = pieces2[at - 1] ?? "\n";
    return typeof before === "string" && before.endsWith("\n") && !isBlankLine(piece);
  });
  let least = Number.POSITIVE_INFINITY;
  for (const [at, piece] of pieces2.entries()) if (lines2[at]) least = Math.min(least, indentation(piece));
  return pieces2.map((piece, at) => lines2[at] && typeof piece === "string" ? piece.slice(least) : piece);
}
function isBlankLine(piece) {
  return typeof piece === "string" && piece.endsWith("\n") && indentation(piece) === piece.length;
}
function indentation(piece) {
  return typeof piece === "string" ? blanksBefore.exec(piece)?.[0].length ?? 0 : 0;
}
function withoutDirectives(pieces2) {
  const parts2 = [];
  let depth = 0;
  let start = 0;
  let end = 0;
  for (const piece of pieces2) {
    const directive = typeof piece === "string" ? void 0 : piece.directive;
    const { span } = typeof piece === "string" ? { span: void 0 } : piece.expression;
    if (depth === 0) start = span?.start ?? start;
    end = span?.end ?? end;
    const inside2 = depth > 0;
    depth = Math.max(0, depth + (nesting.get(directive) ?? 0));
    if (depth > 0) continue;
    if (inside2 || directive !== void 0) parts2.push({ kind: "broken", span: { start, end } });
    else parts2.push(typeof piece === "string" ? piece : piece.expression);
  }
  if (depth > 0) parts2.push({ kind: "broken", span: { start, end } });
  return parts2;
}
function joined(parts2) {
  const texts3 = [];
  for (const part of parts2) {
    const last = texts3.at(-1);
    if (typeof part === "string" && typeof last === "string") texts3[texts3.length - 1] = last + part;
    else texts3.push(part);
  }
  return texts3.map((part) => typeof part === "string" ? part.normalize("NFC") : part);
}
var blanksBefore, nesting;
var init_pieces = __esm({
  "src/source/hcl/pieces.ts"() {
    "use strict";
    blanksBefore = new RegExp("^\\p{White_Space}+", "u");
    nesting = /* @__PURE__ */ new Map([
      ["if", 1],
      ["for", 1],
      ["endif", -1],
      ["endfor", -1]
    ]);
  }
});

// src/source/hcl/scan.ts
function scanHcl(text8) {
  const scanner = new Scanner(text8);
  const attributes = /* @__PURE__ */ new Map();
  const blocks2 = [];
  for (let restarts = 0; restarts < mostRestarts && scanner.skipBlank(); ) {
    const start = scanner.at;
    scanner.item(attributes, blocks2, 0);
    if (!scanner.unclosed) continue;
    scanner.restart(start);
    restarts++;
  }
  return { attributes, blocks: blocks2 };
}
function skipStretch(text8, at) {
  const scanner = new Scanner(text8);
  scanner.at = at;
  scanner.stretch();
  return scanner.at;
}
var identifier, heredocStart, blanks, words2, inStrings, inHeredocs, inBrackets, topLevel, deepest7, mostRestarts, Scanner;
var init_scan = __esm({
  "src/source/hcl/scan.ts"() {
    "use strict";
    identifier = /[\p{L}\p{N}_-]+/uy;
    heredocStart = /<<-?([\p{L}\p{N}_-]+)[ \t]*\r?\n/uy;
    blanks = /\s+/y;
    words2 = /[\w.]+/y;
    inStrings = /[^"\\\n$%]+/y;
    inHeredocs = /[^\n$%]+/y;
    inBrackets = /[^"{}[\]()#/<]+/y;
    topLevel = /\n(?=(?:(?:resource|data|module|variable|output|provider|ephemeral|check)[ \t]+"|(?:locals|terraform|moved|removed|import)[ \t]*\{))/g;
    deepest7 = 100;
    mostRestarts = 50;
    Scanner = class {
      text;
      at = 0;
      /** Something was still open at the end of the text. */
      unclosed = false;
      constructor(text8) {
        this.text = text8;
      }
      /** Moves to the next word; `false` at the end. */
      skipBlank() {
        do
          this.#run(blanks);
        while (this.#comment());
        return this.at < this.text.length;
      }
      /** Reads an attribute or a block; steps over anything else. */
      item(attributes, blocks2, depth) {
        const start = this.at;
        const word4 = this.#word();
        if (word4 === void 0) {
          this.at = start + 1;
          return;
        }
        const name = { start, end: this.at };
        this.#skipSpace();
        if (this.#here === "=" && this.text[this.at + 1] !== "=") {
          this.at++;
          attributes.set(word4, { name, value: this.#expression() });
          return;
        }
        const labels = [];
        let end = name.end;
        for (let label2 = this.#word(); label2 !== void 0; label2 = this.#word()) {
          labels.push(label2);
          end = this.at;
          this.#skipSpace();
        }
        if (this.#here !== "{") return;
        this.at++;
        blocks2.push({ type: word4, labels, header: { start, end }, ...this.#body(depth + 1) });
      }
      /** Goes on after an item that was not closed, at the next line that can only start a new one. */
      restart(start) {
        topLevel.lastIndex = start;
        this.at = topLevel.test(this.text) ? topLevel.lastIndex : this.text.length;
        this.unclosed = false;
      }
      /** Moves past a string, heredoc, comment or bracketed part, however deeply they nest; else by one character. */
      stretch() {
        const closers2 = [];
        do {
          const closer = closers2.at(-1);
          const heredoc2 = closer?.startsWith("<<") === true;
          if (closer !== void 0) this.#run(closer === '"' ? inStrings : heredoc2 ? inHeredocs : inBrackets);
          if (this.at >= this.text.length) {
            this.unclosed = closers2.length > 0;
            return;
          }
          if (closer === '"') this.#inString(closers2);
          else if (heredoc2) this.#inHeredoc(closers2);
          else this.#inExpression(closers2);
        } while (closers2.length > 0);
      }
      #inString(closers2) {
        const character2 = this.#here;
        if (character2 === "\\") this.at += 2;
        else if (character2 === '"' || character2 === "\n") {
          closers2.pop();
          this.at++;
        } else this.#inTemplate(closers2);
      }
      #inHeredoc(closers2) {
        if (this.#here === "\n") {
          this.at++;
          this.#closeHeredoc(closers2);
        } else this.#inTemplate(closers2);
      }
      /** Ends a heredoc whose marker stands alone on the line that starts here. */
      #closeHeredoc(closers2) {
        const end = this.text.indexOf("\n", this.at);
        const line = this.text.slice(this.at, end === -1 ? void 0 : end).trimEnd();
        if (`<<${line.trimStart()}` !== closers2.at(-1)) return;
        closers2.pop();
        this.at += line.length;
      }
      #inTemplate(closers2) {
        const character2 = this.#here;
        const next = this.text[this.at + 1];
        if ((character2 === "$" || character2 === "%") && next === character2 && this.text[this.at + 2] === "{") {
          this.at += 3;
        } else if ((character2 === "$" || character2 === "%") && next === "{") {
          closers2.push("}");
          this.at += 2;
        } else this.at++;
      }
      #inExpression(closers2) {
        const character2 = this.#here;
        const closer = { '"': '"', "{": "}", "[": "]", "(": ")" }[character2];
        if (this.#comment() || this.#heredoc(closers2)) return;
        if (closer !== void 0) closers2.push(closer);
        else if (character2 === closers2.at(-1)) closers2.pop();
        this.at++;
      }
      #body(depth) {
        const attributes = /* @__PURE__ */ new Map();
        const blocks2 = [];
        while (!this.unclosed && depth < deepest7 && this.skipBlank()) {
          if (this.#here === "}") {
            this.at++;
            return { attributes, blocks: blocks2 };
          }
          this.item(attributes, blocks2, depth);
        }
        this.unclosed = true;
        return { attributes, blocks: blocks2 };
      }
      /** To the end of the line, or of the block the line closes, whichever comes first outside of brackets. */
      #expression() {
        this.#skipSpace();
        const start = this.at;
        let end = start;
        while (this.at < this.text.length && this.#here !== "\n" && this.#here !== "}") {
          const blank = /\s/.test(this.#here);
          if (!blank && this.#comment()) continue;
          if (!this.#run(words2)) this.stretch();
          if (!blank) end = this.at;
        }
        return { start, end };
      }
      /** An identifier or a quoted label, which ends on its line. */
      #word() {
        const start = this.at;
        if (this.#here === '"') {
          this.stretch();
          if (this.text[this.at - 1] !== "\n") return this.text.slice(start + 1, this.at - 1);
          this.at--;
          return void 0;
        }
        identifier.lastIndex = start;
        const word4 = identifier.exec(this.text)?.[0];
        this.at += word4?.length ?? 0;
        return word4;
      }
      /** Moves past characters that mean nothing where they stand; `false` where there are none. */
      #run(characters) {
        characters.lastIndex = this.at;
        if (!characters.test(this.text)) return false;
        this.at = characters.lastIndex;
        return true;
      }
      #skipSpace() {
        for (; ; ) {
          if (this.#here === " " || this.#here === "	" || this.#here === "\r") this.at++;
          else if (!this.text.startsWith("/*", this.at) || !this.#comment()) return;
        }
      }
      #comment() {
        const inline = this.text.startsWith("/*", this.at);
        if (!inline && this.#here !== "#" && !this.text.startsWith("//", this.at)) return false;
        const end = this.text.indexOf(inline ? "*/" : "\n", this.at);
        this.at = end === -1 ? this.text.length : end + (inline ? 2 : 0);
        return true;
      }
      #heredoc(closers2) {
        heredocStart.lastIndex = this.at;
        const marker = this.text.startsWith("<<", this.at) ? heredocStart.exec(this.text)?.[1] : void 0;
        if (marker === void 0) return false;
        this.at = heredocStart.lastIndex;
        closers2.push(`<<${marker}`);
        this.#closeHeredoc(closers2);
        return true;
      }
      get #here() {
        return this.text[this.at] ?? "";
      }
    };
  }
});

// src/source/hcl/tokens.ts
function match(pattern3, text8, at) {
  pattern3.lastIndex = at;
  return pattern3.exec(text8)?.[0];
}
var Cursor, word2, number2, symbols, blanks2, blanksAndLines, comment, openers, closers;
var init_tokens = __esm({
  "src/source/hcl/tokens.ts"() {
    "use strict";
    init_scan();
    Cursor = class {
      text;
      at;
      #linesCount = true;
      #origin;
      #peeked = { at: -1, linesCount: true, next: 0, symbol: "" };
      /** Reads to the end of `text`. `origin` turns offsets in it into those that spans are told in. */
      constructor(text8, start, origin = (offset) => offset) {
        this.text = text8;
        this.at = start;
        this.#origin = origin;
      }
      /** The offset of the next token. */
      get next() {
        return this.#peek().next;
      }
      /** The operator, bracket or, where lines count, line end that comes next; empty for everything else. */
      get symbol() {
        return this.#peek().symbol;
      }
      /** The identifier that comes next. */
      get word() {
        return match(word2, this.text, this.next);
      }
      get done() {
        return this.next >= this.text.length;
      }
      /** Whether this bracket comes next, or nothing that could stand before it. */
      closing(bracket) {
        return this.done || this.symbol === bracket;
      }
      /** From an offset to the end of the last token taken; empty where nothing was taken since. */
      span(start) {
        return { start: this.#origin(start), end: this.#origin(Math.max(start, this.at)) };
      }
      take(symbol) {
        if (this.symbol !== symbol) return false;
        this.at = this.next + symbol.length;
        return true;
      }
      takeWord() {
        return this.#takeText(word2);
      }
      takeNumber() {
        return this.#takeText(number2);
      }
      /** Takes whatever comes next, with all that its bracket, quote or heredoc holds. */
      takeStretch() {
        const { next, symbol } = this.#peek();
        if (symbol !== "" && !openers.includes(symbol)) this.at = next + symbol.length;
        else if (this.takeWord() === void 0 && this.takeNumber() === void 0) {
          this.at = Math.min(skipStretch(this.text, next), this.text.length);
        }
      }
      /** Moves before the next of these symbols outside of brackets, at the latest before a bracket that closes. */
      skipTo(symbols2) {
        while (!this.done && !symbols2.includes(this.symbol) && !closers.includes(this.symbol)) this.takeStretch();
      }
      /** Whether the end of a line means something, as it does in an object, or is a blank, as in a list. */
      within(linesCount, read5) {
        const before = this.#linesCount;
        this.#linesCount = linesCount;
        const result = read5();
        this.#linesCount = before;
        return result;
      }
      #takeText(pattern3) {
        const { next } = this.#peek();
        const text8 = match(pattern3, this.text, next);
        if (text8 !== void 0) this.at = next + text8.length;
        return text8;
      }
      #peek() {
        if (this.#peeked.at !== this.at || this.#peeked.linesCount !== this.#linesCount) {
          const next = this.#afterBlanks();
          const symbol = match(symbols, this.text, next) ?? "";
          this.#peeked = { at: this.at, linesCount: this.#linesCount, next, symbol };
        }
        return this.#peeked;
      }
      #afterBlanks() {
        let next = this.at;
        for (; ; ) {
          next += match(this.#linesCount ? blanks2 : blanksAndLines, this.text, next)?.length ?? 0;
          if (match(comment, this.text, next) === void 0) return next;
          next = Math.min(skipStretch(this.text, next), this.text.length);
        }
      }
    };
    word2 = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
    number2 = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    symbols = /&&|\|\||[=!<>]=|=>|\.\.\.|::|~\}|<(?!<)|[-+*/%>!?:.,=()[\]{}\n]/y;
    blanks2 = /[ \t\r]+/y;
    blanksAndLines = /[ \t\r\n]+/y;
    comment = /#|\/[/*]/y;
    openers = ["(", "[", "{"];
    closers = [")", "]", "}", "~}"];
  }
});

// src/source/hcl/template.ts
function quoted(cursor2, filled3) {
  const start = cursor2.next;
  const pieces2 = [];
  cursor2.at = start + 1;
  for (; ; ) {
    const text8 = textOf4(cursor2, () => taken(cursor2, inQuotes) ?? doubled(cursor2) ?? escaped(cursor2));
    if (text8 !== "") pieces2.push(text8);
    const here = cursor2.text[cursor2.at];
    if (here === void 0 || here === "\n") return { kind: "broken", span: cursor2.span(start) };
    if (here === '"') {
      cursor2.at++;
      return templateOf2(pieces2, false, cursor2.span(start));
    }
    pieces2.push(here === "\\" ? badEscape(cursor2) : fill(cursor2, filled3));
  }
}
function isHeredoc(cursor2) {
  return match(heredocStart2, cursor2.text, cursor2.next) !== void 0;
}
function heredoc(cursor2, filled3) {
  const start = cursor2.next;
  const opening = match(heredocStart2, cursor2.text, start) ?? "";
  const indented = opening.startsWith("<<-");
  const marker = opening.slice(indented ? 3 : 2).trim();
  const pieces2 = [];
  cursor2.at = start + opening.length;
  for (let lineStarts2 = true; cursor2.at < cursor2.text.length; ) {
    const end = lineStarts2 ? closingEnd(cursor2, marker) : void 0;
    if (end !== void 0) {
      cursor2.at = end;
      return templateOf2(pieces2, indented, cursor2.span(start));
    }
    const piece = linePiece(cursor2, filled3);
    lineStarts2 = typeof piece === "string" && piece.endsWith("\n");
    pieces2.push(piece);
  }
  return { kind: "broken", span: cursor2.span(start) };
}
function bareTemplate(cursor2, span, filled3) {
  const pieces2 = [];
  while (cursor2.at < cursor2.text.length) pieces2.push(linePiece(cursor2, filled3));
  return templateOf2(pieces2, false, span);
}
function closingEnd(cursor2, marker) {
  const end = cursor2.text.indexOf("\n", cursor2.at);
  const line = cursor2.text.slice(cursor2.at, end === -1 ? void 0 : end).trimEnd();
  return line.trimStart() === marker ? cursor2.at + line.length : void 0;
}
function linePiece(cursor2, filled3) {
  const text8 = textOf4(cursor2, () => taken(cursor2, inLine) ?? doubled(cursor2));
  if (cursor2.text[cursor2.at] === "\n") {
    cursor2.at++;
    return `${text8}
`;
  }
  return text8 === "" ? fill(cursor2, filled3) : text8;
}
function textOf4(cursor2, more2) {
  let text8 = "";
  while (cursor2.at < cursor2.text.length) {
    const part = more2();
    if (part === void 0) break;
    text8 += part;
  }
  return text8;
}
function taken(cursor2, pattern3) {
  const text8 = match(pattern3, cursor2.text, cursor2.at);
  cursor2.at += text8?.length ?? 0;
  return text8;
}
function doubled(cursor2) {
  const run = match(signs, cursor2.text, cursor2.at);
  if (run === void 0) return void 0;
  const brace = cursor2.text[cursor2.at + run.length] === "{";
  if (brace && run.length === 1) return void 0;
  cursor2.at += run.length + (brace ? 1 : 0);
  return brace ? `${run.slice(1)}{` : run;
}
function escaped(cursor2) {
  const written4 = match(escape, cursor2.text, cursor2.at);
  if (written4 === void 0) return void 0;
  const text8 = written4.length > 2 ? character(Number.parseInt(written4.slice(2), 16)) : written4.slice(1);
  if (text8 !== void 0) cursor2.at += written4.length;
  return text8 === void 0 ? void 0 : simpleEscapes.get(text8) ?? text8;
}
function character(code2) {
  const exists = code2 <= 1114111 && (code2 < 55296 || code2 > 57343);
  return exists ? String.fromCodePoint(code2) : void 0;
}
function badEscape(cursor2) {
  const start = cursor2.at++;
  return {
    expression: { kind: "broken", span: cursor2.span(start) },
    directive: void 0,
    eatsBefore: false,
    eatsAfter: false
  };
}
function fill(cursor2, filled3) {
  const start = cursor2.at;
  const isDirective = cursor2.text[start] === "%";
  const eatsBefore = cursor2.text[start + 2] === "~";
  cursor2.at = start + (eatsBefore ? 3 : 2);
  return cursor2.within(false, () => {
    const directive = isDirective ? cursor2.word ?? "" : void 0;
    const expression2 = isDirective ? void 0 : filled3();
    let closer = closing(cursor2);
    const asWritten2 = closer !== void 0;
    for (; closer === void 0 && !cursor2.done; closer = closing(cursor2)) cursor2.takeStretch();
    const span = cursor2.span(start);
    const read5 = asWritten2 ? expression2 : void 0;
    return {
      expression: read5 ?? { kind: "broken", span },
      directive,
      eatsBefore,
      eatsAfter: closer === "~}"
    };
  });
}
function closing(cursor2) {
  return ["}", "~}"].find((closer) => cursor2.take(closer));
}
var heredocStart2, inQuotes, inLine, signs, escape, simpleEscapes;
var init_template = __esm({
  "src/source/hcl/template.ts"() {
    "use strict";
    init_pieces();
    init_tokens();
    heredocStart2 = /<<-?[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*\r?\n/uy;
    inQuotes = /[^"\\$%\n]+/y;
    inLine = /[^$%\n]+/y;
    signs = /\$+|%+/y;
    escape = /\\(?:[nrt"\\]|u[\da-fA-F]{4}|U[\da-fA-F]{8})/y;
    simpleEscapes = /* @__PURE__ */ new Map([
      ["n", "\n"],
      ["r", "\r"],
      ["t", "	"]
    ]);
  }
});

// src/source/hcl/parse.ts
function parseExpression(text8, span) {
  const cursor2 = new Cursor(text8.slice(0, span.end), span.start);
  const expression2 = new Parser(cursor2).expression();
  while (cursor2.take("\n")) ;
  return cursor2.done && !tooDeep(expression2) ? expression2 : { kind: "broken", span };
}
function parseTemplate(text8, span, origin) {
  const cursor2 = new Cursor(text8, 0, origin);
  const parser2 = new Parser(cursor2);
  const expression2 = bareTemplate(cursor2, span, () => parser2.filled());
  return tooDeep(expression2) ? { kind: "broken", span } : expression2;
}
function plainKey(key4) {
  const value = key4.kind === "literal" ? key4.value : void 0;
  return typeof value === "string" || typeof value === "number" ? value : key4;
}
function pathFrom(root, to) {
  const path = [];
  let expression2 = to;
  for (; expression2.kind === "member"; expression2 = expression2.of) path.push(expression2.key);
  return expression2 === root ? path.reverse() : void 0;
}
var deepest8, levels, Parser, keywords;
var init_parse = __esm({
  "src/source/hcl/parse.ts"() {
    "use strict";
    init_brackets();
    init_children();
    init_template();
    init_tokens();
    deepest8 = 200;
    levels = new Map(
      [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]].flatMap(
        (operators, level) => operators.map((operator) => [operator, level])
      )
    );
    Parser = class {
      cursor;
      #depth = 0;
      constructor(cursor2) {
        this.cursor = cursor2;
      }
      expression() {
        const start = this.cursor.next;
        this.#depth++;
        const condition = this.#operation(0);
        const chosen = this.#depth < deepest8 && this.cursor.take("?");
        const expression2 = chosen ? this.#conditional(start, condition) : condition;
        this.#depth--;
        return expression2;
      }
      /** The expression of a `${ }`, without what closes it. */
      filled() {
        return this.cursor.within(false, () => this.element([]));
      }
      element(ends) {
        const cursor2 = this.cursor;
        const start = cursor2.next;
        const expression2 = this.expression();
        const read5 = cursor2.at;
        cursor2.skipTo(ends);
        return cursor2.at === read5 ? expression2 : this.#broken(start);
      }
      #conditional(start, condition) {
        const yes = this.expression();
        if (!this.cursor.take(":")) return this.#broken(start);
        const no2 = this.expression();
        return { kind: "conditional", condition, yes, no: no2, span: this.cursor.span(start) };
      }
      #operation(lowest) {
        const start = this.cursor.next;
        let left = this.#unary();
        for (; ; ) {
          const operator = this.cursor.symbol;
          const level = levels.get(operator) ?? -1;
          if (level < lowest) return left;
          this.cursor.take(operator);
          const right = this.#operation(level + 1);
          left = { kind: "operation", operator, operands: [left, right], span: this.cursor.span(start) };
        }
      }
      #unary() {
        const cursor2 = this.cursor;
        const operators = [];
        for (let operator = cursor2.symbol; operator === "!" || operator === "-"; operator = cursor2.symbol) {
          operators.push({ operator, start: cursor2.next });
          cursor2.take(operator);
        }
        const operand2 = this.#steps(cursor2.next, this.#term());
        return operators.reduceRight(
          (of, { operator, start }) => ({
            kind: "operation",
            operator,
            operands: [of],
            span: cursor2.span(start)
          }),
          operand2
        );
      }
      /** All attributes, indexes and splats that follow. */
      #steps(start, root) {
        let of = root;
        for (; ; ) {
          if (this.cursor.take(".")) of = this.#attribute(start, of);
          else if (this.cursor.symbol === "[") of = this.#index(start, of);
          else return of;
        }
      }
      #attribute(start, of) {
        const cursor2 = this.cursor;
        if (cursor2.take("*")) return this.#attributeSplat(start, of);
        const key4 = cursor2.takeWord();
        if (key4 !== void 0) return { kind: "member", of, key: key4, bracketed: false, span: cursor2.span(start) };
        const index2 = this.#legacyIndex();
        if (index2 === void 0) return this.#broken(start);
        return { kind: "member", of, key: index2, bracketed: false, span: cursor2.span(start) };
      }
      /** The index of `list.0`. What looks like `.0.1` is a number to Terraform too, and refused. */
      #legacyIndex() {
        const number6 = this.cursor.takeNumber();
        return number6 !== void 0 && /^\d+$/.test(number6) ? Number(number6) : void 0;
      }
      /** `.*` takes the attributes that follow out of each member, and no index in brackets. */
      #attributeSplat(start, of) {
        const cursor2 = this.cursor;
        const path = [];
        while (cursor2.take(".")) {
          const step4 = cursor2.takeWord() ?? this.#legacyIndex();
          if (step4 === void 0) return this.#broken(start);
          path.push(step4);
        }
        return { kind: "splat", of, path, span: cursor2.span(start) };
      }
      #index(start, of) {
        const cursor2 = this.cursor;
        const bracket = cursor2.next;
        if (this.#depth >= deepest8) return this.#brokenStretch(start);
        cursor2.take("[");
        const key4 = cursor2.within(false, () => {
          const splat2 = cursor2.take("*");
          const inside2 = splat2 ? void 0 : this.element([]);
          return cursor2.take("]") ? inside2 ?? "*" : void 0;
        });
        if (key4 === void 0) return this.#broken(start);
        if (key4 === "*") return this.#fullSplat(start, bracket, of);
        return { kind: "member", of, key: plainKey(key4), bracketed: true, span: cursor2.span(start) };
      }
      /** `[*]` takes all that follows out of each member. Where that is a splat again, it is a `for` that says so. */
      #fullSplat(start, bracket, of) {
        const cursor2 = this.cursor;
        const members3 = { kind: "splat", of, path: [], span: cursor2.span(start) };
        const item2 = { kind: "name", name: "*", span: cursor2.span(bracket) };
        this.#depth++;
        const result = this.#steps(bracket, item2);
        this.#depth--;
        const span = cursor2.span(start);
        const path = pathFrom(item2, result);
        if (path !== void 0) return { kind: "splat", of, path, span };
        return {
          kind: "for",
          key: void 0,
          item: "*",
          in: members3,
          keyResult: void 0,
          result,
          grouped: false,
          condition: void 0,
          span
        };
      }
      #term() {
        const cursor2 = this.cursor;
        const start = cursor2.next;
        const first = cursor2.text[start];
        if (this.#depth >= deepest8 && first !== void 0 && /["([{<]/.test(first))
          return this.#brokenStretch(start);
        if (first === "(") return this.#parenthesized(start);
        if (first === "[") return list3(this, start);
        if (first === "{") return object(this, start);
        if (first === '"') return quoted(cursor2, () => this.#filledDeeper());
        if (isHeredoc(cursor2)) return heredoc(cursor2, () => this.#filledDeeper());
        const number6 = cursor2.takeNumber();
        if (number6 !== void 0) return this.#number(start, Number(number6));
        const word4 = cursor2.takeWord();
        return word4 === void 0 ? this.#broken(start) : this.#named(start, word4);
      }
      /** Beyond what a double holds, a number is not guessed. */
      #number(start, value) {
        const exact = Math.abs(value) <= Number.MAX_SAFE_INTEGER;
        return exact ? { kind: "literal", value, span: this.cursor.span(start) } : this.#broken(start);
      }
      #filledDeeper() {
        this.#depth++;
        const expression2 = this.filled();
        this.#depth--;
        return expression2;
      }
      #named(start, word4) {
        const cursor2 = this.cursor;
        let name = word4;
        while (cursor2.take("::")) name += `::${cursor2.takeWord() ?? ""}`;
        if (cursor2.symbol === "(") return this.#call(start, name);
        if (name !== word4) return this.#broken(start);
        const span = cursor2.span(start);
        const keyword = keywords.get(word4);
        return keyword === void 0 ? { kind: "name", name, span } : { kind: "literal", value: keyword.value, span };
      }
      #call(start, name) {
        const cursor2 = this.cursor;
        if (this.#depth >= deepest8) return this.#brokenStretch(start);
        cursor2.take("(");
        return cursor2.within(false, () => {
          const args = [];
          let spread = false;
          while (!spread && !cursor2.closing(")")) {
            args.push(this.element([",", "..."]));
            spread = cursor2.take("...");
            if (!spread && !cursor2.take(",")) break;
          }
          const complete = cursor2.symbol === ")";
          cursor2.skipTo([]);
          cursor2.take(")");
          if (!complete) return this.#broken(start);
          return { kind: "call", name, arguments: args, spread, span: cursor2.span(start) };
        });
      }
      #parenthesized(start) {
        const cursor2 = this.cursor;
        cursor2.take("(");
        return cursor2.within(false, () => {
          const expression2 = this.element([]);
          return cursor2.take(")") ? expression2 : this.#broken(start);
        });
      }
      #brokenStretch(start) {
        this.cursor.takeStretch();
        return this.#broken(start);
      }
      #broken(start) {
        return { kind: "broken", span: this.cursor.span(start) };
      }
    };
    keywords = /* @__PURE__ */ new Map([
      ["true", { value: true }],
      ["false", { value: false }],
      ["null", { value: null }]
    ]);
  }
});

// src/source/hcl/json-expression.ts
function parseJsonExpression(text8, span) {
  const node = jsonTree(text8.slice(span.start, span.end));
  const broken2 = { kind: "broken", span };
  return node === void 0 ? broken2 : new JsonReader(text8, span.start).expression(node, 0);
}
function offsetsIn(text8, { start, end }) {
  if (!text8.slice(start, end).includes("\\")) return void 0;
  const offsets = [];
  let at = start + 1;
  for (; at < end - 1; at += text8[at] !== "\\" ? 1 : text8[at + 1] === "u" ? 6 : 2) offsets.push(at);
  return [...offsets, at];
}
var deepest9, JsonReader;
var init_json_expression = __esm({
  "src/source/hcl/json-expression.ts"() {
    "use strict";
    init_json_tree();
    init_parse();
    deepest9 = 200;
    JsonReader = class {
      #text;
      #start;
      constructor(text8, start) {
        this.#text = text8;
        this.#start = start;
      }
      expression(node, depth) {
        const span = this.#span(node);
        if (depth > deepest9) return { kind: "broken", span };
        switch (node.type) {
          case "object": {
            const entries = propertiesOf(node).map(({ key: key4, value }) => ({
              key: this.#template(key4),
              value: this.expression(value, depth + 1)
            }));
            return { kind: "object", entries, span };
          }
          case "array": {
            const items = (node.children ?? []).map((item2) => this.expression(item2, depth + 1));
            return { kind: "list", items, span };
          }
          case "string":
            return this.#template(node);
          case "number":
            return Math.abs(node.value) <= Number.MAX_SAFE_INTEGER ? { kind: "literal", value: node.value, span } : { kind: "broken", span };
          case "boolean":
            return { kind: "literal", value: node.value === true, span };
          case "null":
            return { kind: "literal", value: null, span };
          default:
            return { kind: "broken", span };
        }
      }
      #template(node) {
        const span = this.#span(node);
        const offsets = offsetsIn(this.#text, span);
        return parseTemplate(String(node.value), span, (offset) => offsets?.[offset] ?? span.start + 1 + offset);
      }
      #span(node) {
        const { start, end } = spanOf2(node);
        return { start: this.#start + start, end: this.#start + end };
      }
    };
  }
});

// src/source/hcl/attribute.ts
function attributeExpression(text8, { value, json: json2 }) {
  return json2 === true ? parseJsonExpression(text8, value) : parseExpression(text8, value);
}
var init_attribute = __esm({
  "src/source/hcl/attribute.ts"() {
    "use strict";
    init_json_expression();
    init_parse();
  }
});

// src/source/hcl/operators.ts
function operate(operator, operands2) {
  if (operands2.some(({ kind }) => kind === "error")) return failed;
  const [left, right] = operands2;
  if (left === void 0) return failed;
  if (right === void 0)
    return left.kind === "known" ? unary(operator, left.value, left.secret) : madeOf(left);
  const secret = isSecret(left) || isSecret(right);
  if (left.kind === "known" && right.kind === "known")
    return binary2(operator, left.value, right.value, secret);
  const decided2 = decidedBySides(operator, left, right);
  return decided2 === void 0 ? madeOf(left, right) : known(decided2, secret);
}
function unary(operator, value, secret) {
  if (operator === "!") {
    const flag2 = asFlag2(value);
    return flag2 === void 0 ? failed : known(!flag2, secret);
  }
  const number6 = asNumber2(value);
  return number6 === void 0 ? failed : known(-number6, secret);
}
function binary2(operator, left, right, secret) {
  switch (operator) {
    case "==":
      return known(sameJson(left, right), secret);
    case "!=":
      return known(!sameJson(left, right), secret);
    case "&&":
    case "||": {
      const [a, b] = [asFlag2(left), asFlag2(right)];
      if (a === void 0 || b === void 0) return failed;
      return known(operator === "&&" ? a && b : a || b, secret);
    }
    default: {
      const [a, b] = [asNumber2(left), asNumber2(right)];
      const result = a === void 0 || b === void 0 ? void 0 : arithmetic[operator]?.(a, b);
      if (result === void 0 || Number.isNaN(result)) return failed;
      return isExact(result) && isExact(a) && isExact(b) ? known(result, secret) : opaque;
    }
  }
}
function isExact(value) {
  return typeof value !== "number" || Number.isSafeInteger(value);
}
function decidedBySides(operator, left, right) {
  const values2 = [left, right].map((side) => side.kind === "known" ? asFlag2(side.value) : void 0);
  switch (operator) {
    case "&&":
      return values2.includes(false) ? false : void 0;
    case "||":
      return values2.includes(true) ? true : void 0;
    case "==":
    case "!=": {
      if (same2(left, right)) return operator === "==";
      const isOther = isNull(left) && isSomething(right) || isSomething(left) && isNull(right);
      return isOther || isNamed(left, right) || isNamed(right, left) ? operator === "!=" : void 0;
    }
    default:
      return void 0;
  }
}
function isNull(result) {
  return result.kind === "known" && result.value === null;
}
function isNamed(left, right) {
  return left.kind === "attribute" && isIdentity(left.link.path) && right.kind === "known" && right.value === "";
}
function isSomething(result) {
  switch (result.kind) {
    case "known":
      return result.value !== null;
    case "list":
    case "object":
    case "text":
    case "encoded":
      return true;
    case "attribute":
      return isIdentity(result.link.path);
    default:
      return false;
  }
}
function isIdentity(path) {
  return path.length === 1 && (path[0] === "id" || path[0] === "arn");
}
function asFlag2(value) {
  if (typeof value === "boolean") return value;
  return value === "true" ? true : value === "false" ? false : void 0;
}
function asNumber2(value) {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : void 0;
}
var arithmetic;
var init_operators = __esm({
  "src/source/hcl/operators.ts"() {
    "use strict";
    init_result();
    arithmetic = {
      "+": (a, b) => a + b,
      "-": (a, b) => a - b,
      "*": (a, b) => a * b,
      "/": (a, b) => a / b,
      "%": (a, b) => a % b,
      "<": (a, b) => a < b,
      "<=": (a, b) => a <= b,
      ">": (a, b) => a > b,
      ">=": (a, b) => a >= b
    };
  }
});

// src/source/hcl/size.ts
function bounded(result) {
  return sizeOf(result) > mostMembers ? tooLarge : result;
}
function sizeOf(result) {
  switch (result.kind) {
    case "known":
      return sizeOfJson(result.value);
    case "list":
      return remembered(result, () => sumOf(result.items, sizeOf));
    case "object":
      return remembered(result, () => sumOf([...result.entries.values()], sizeOf));
    case "text":
      return remembered(
        result,
        () => sumOf(result.parts, (part) => typeof part === "string" ? sizeOfText(part) : sizeOf(part))
      );
    case "encoded":
      return sizeOf(result.value);
    default:
      return 1;
  }
}
function sizeOfJson(json2) {
  if (typeof json2 === "string") return sizeOfText(json2);
  if (typeof json2 !== "object" || json2 === null) return 1;
  return remembered(json2, () => sumOf(isList(json2) ? json2 : Object.values(json2), sizeOfJson));
}
function sizeOfText(text8) {
  return 1 + text8.length / 16;
}
function remembered(of, count4) {
  const size2 = sizes.get(of) ?? 1 + count4();
  sizes.set(of, size2);
  return size2;
}
function sumOf(parts2, size2) {
  return parts2.reduce((sum4, part) => sum4 + size2(part), 0);
}
var mostMembers, tooLarge, mostParts, sizes;
var init_size = __esm({
  "src/source/hcl/size.ts"() {
    "use strict";
    init_plain();
    init_result();
    mostMembers = 1e5;
    tooLarge = { ...opaque, secret: true };
    mostParts = 1e4;
    sizes = /* @__PURE__ */ new WeakMap();
  }
});

// src/source/hcl/text-functions.ts
function onText(compute, ...given) {
  const texts3 = [];
  for (const each3 of given) {
    const text8 = each3?.kind === "known" ? asText2(each3.value) : void 0;
    if (text8 === void 0) return void 0;
    texts3.push(text8);
  }
  const value = compute(...texts3);
  return value === void 0 ? void 0 : known(
    value,
    given.some((each3) => each3 !== void 0 && isSecret(each3))
  );
}
var textFunctions;
var init_text_functions = __esm({
  "src/source/hcl/text-functions.ts"() {
    "use strict";
    init_result();
    textFunctions = {
      lower: (text8) => onText((value) => value.toLowerCase(), text8),
      upper: (text8) => onText((value) => value.toUpperCase(), text8),
      trimspace: (text8) => onText((value) => value.trim(), text8),
      trimprefix: (text8, prefix) => onText(
        (value, start = "") => value.startsWith(start) ? value.slice(start.length) : value,
        text8,
        prefix
      ),
      trimsuffix: (text8, suffix) => onText(
        (value, end = "") => end !== "" && value.endsWith(end) ? value.slice(0, -end.length) : value,
        text8,
        suffix
      ),
      startswith: (text8, prefix) => onText((value, start = "") => value.startsWith(start), text8, prefix),
      endswith: (text8, suffix) => onText((value, end = "") => value.endsWith(end), text8, suffix),
      split: (separator, text8) => onText((by, value = "") => value.split(by), separator, text8),
      join: (separator, list6) => {
        const items = list6 && itemsOf(list6);
        const by = separator?.kind === "known" ? asText2(separator.value) : void 0;
        if (items === void 0 || by === void 0) return void 0;
        const texts3 = items.map((item2) => item2.kind === "known" ? asText2(item2.value) : void 0);
        return texts3.every((text8) => text8 !== void 0) ? known(texts3.join(by), items.some(isSecret)) : void 0;
      },
      /** A pattern between slashes is a regular expression, which nobody's text becomes here. */
      replace: (text8, search, replacement) => onText(
        (value, from = "", to = "") => /^\/.*\/$/s.test(from) ? void 0 : value.replaceAll(from, () => to),
        text8,
        search,
        replacement
      )
    };
  }
});

// src/source/hcl/functions.ts
function call2({ name, arguments: written4, spread }, evaluate2) {
  const bare = name.replace(/^core::/, "");
  if (bare === "try" || bare === "can") return attempt(bare, written4, evaluate2);
  if (written4.length > mostParts) return tooLarge;
  const given = written4.map(evaluate2);
  const last = given.at(-1);
  const spreaded = spread && last !== void 0 ? itemsOf(last) : [];
  const all = spread ? [...given.slice(0, -1), ...spreaded ?? []] : given;
  if (all.length > mostParts) return tooLarge;
  if (spreaded === void 0 || given.some(({ kind }) => kind === "error")) return madeOf(...given);
  return (Object.hasOwn(functions, bare) ? functions[bare]?.(...all) : void 0) ?? madeOf(...all);
}
function attempt(name, written4, evaluate2) {
  const doubtful = [];
  for (const argument2 of written4) {
    const result = evaluate2(argument2);
    if (result.kind === "error") continue;
    if (name === "can") return result.kind === "unknown" ? madeOf(result) : known(true);
    if (result.kind !== "unknown") return doubtful.length === 0 ? result : oneOf2(...doubtful, result);
    doubtful.push(result);
  }
  if (name === "can") return known(false);
  return doubtful.length === 0 ? failed : oneOf2(...doubtful);
}
function numberOf(result) {
  return result?.kind === "known" && typeof result.value === "number" ? result.value : void 0;
}
function converted(given, convert3) {
  const value = given.value === null ? null : convert3(given.value);
  return value === void 0 ? failed : known(value, given.secret);
}
function jsonText(json2) {
  const text8 = JSON.stringify(
    json2,
    (_, value) => isObject(value) ? Object.fromEntries(sorted(new Map(Object.entries(value)))) : value
  );
  return text8.replace(/[<>&\u2028\u2029]/g, (character2) => {
    const code2 = character2.charCodeAt(0).toString(16);
    return `\\u${code2.padStart(4, "0")}`;
  });
}
function keepScalar(value) {
  return value.kind === "known" || value.kind === "attribute" || value.kind === "text" ? value : void 0;
}
function orderedItems(list6) {
  return list6.kind === "list" && list6.isSet ? void 0 : itemsOf(list6);
}
function ordered(list6) {
  const items = itemsOf(list6);
  if (items === void 0) return void 0;
  return list6.kind === "list" && list6.isSet ? list6 : listOf3(items);
}
function setOf(list6) {
  const items = itemsOf(list6);
  if (items === void 0) return void 0;
  const each3 = unique(items);
  if (!each3.every((item2) => item2.kind === "known")) return listOf3(each3, true);
  const texts3 = each3.every((item2) => typeof item2.value === "string");
  return listOf3(texts3 ? [...each3].sort((a, b) => String(a.value) < String(b.value) ? -1 : 1) : each3, true);
}
function unique(items) {
  if (items.length > most) return items;
  const plain6 = /* @__PURE__ */ new Set();
  const kept2 = [];
  for (const item2 of items) {
    const name = item2.kind === "known" ? `=${JSON.stringify(item2.value)}` : item2.kind === "attribute" ? JSON.stringify(item2.link) : void 0;
    if (name !== void 0 && plain6.has(name)) continue;
    if (name !== void 0) plain6.add(name);
    kept2.push(item2);
  }
  return kept2;
}
function mapItems(list6, change, isSet) {
  const items = orderedItems(list6);
  return items && listOf3(change(items), isSet);
}
function inOrder(lists2, combine) {
  const all = lists2.map((list6) => isNull2(list6) ? void 0 : itemsOf(list6));
  if (!all.every((items) => items !== void 0)) return void 0;
  if (all.reduce((sum4, items) => sum4 + items.length, 0) > mostMembers) return void 0;
  const isSet = lists2.some((list6) => list6.kind === "list" && list6.isSet);
  return listOf3(combine(all), isSet);
}
function isNull2(result) {
  return result.kind === "known" && result.value === null;
}
function coalesce(...given) {
  const rest = given.filter((each3) => !(each3.kind === "known" && (each3.value === null || each3.value === "")));
  const [first] = rest;
  if (first === void 0) return failed;
  return isSomething(first) && (first.kind !== "text" || hasLetters(first.parts)) ? first : oneOf2(...rest);
}
function hasLetters(parts2) {
  return parts2.some((part) => typeof part === "string" && part !== "");
}
function coalesceLists(...given) {
  const rest = given.filter((each3) => !isNull2(each3) && itemsOf(each3)?.length !== 0);
  const [first] = rest;
  if (first === void 0) return failed;
  return itemsOf(first) === void 0 ? oneOf2(...rest) : first;
}
function compact(list6) {
  const items = list6 && itemsOf(list6);
  if (items === void 0) return void 0;
  const rest = items.filter((item2) => !(item2.kind === "known" && (item2.value === null || item2.value === "")));
  return rest.every(isSomething) ? listOf3(rest) : void 0;
}
function element(list6, index2) {
  const items = orderedItems(list6);
  if (items === void 0) return void 0;
  if (items.length === 0) return failed;
  const at = numberOf(index2);
  if (at === void 0) return index2.kind === "known" ? failed : oneOf2(...items);
  return at < 0 ? failed : items[at % items.length];
}
function flattened(list6) {
  const items = itemsOf(list6);
  if (items === void 0) return void 0;
  const flat = [];
  for (const item2 of items) {
    const inner = itemsOf(item2) === void 0 ? void 0 : flattened(item2);
    if (inner !== void 0) {
      const members3 = itemsOf(inner);
      if (members3 === void 0) return void 0;
      flat.push(...members3);
    } else if (isScalar(item2)) flat.push(item2);
    else return void 0;
  }
  return listOf3(flat);
}
function isScalar(item2) {
  switch (item2.kind) {
    case "known":
      return !isList(item2.value);
    case "text":
    case "encoded":
    case "object":
    case "scope":
      return true;
    case "attribute":
      return isSomething(item2);
    default:
      return false;
  }
}
function lengthOf(value) {
  if (value === void 0) return void 0;
  if (value.kind === "known") {
    const { value: json2 } = value;
    if (typeof json2 === "string") return known([...json2].length, value.secret);
    return isList(json2) ? known(json2.length) : isObject(json2) ? known(Object.keys(json2).length) : failed;
  }
  if (value.kind === "list" && (!value.isSet || value.items.length < 2)) return known(value.items.length);
  return value.kind === "object" ? known(value.entries.size) : void 0;
}
function lookup(map2, key4, otherwise3) {
  const entries = map2 && entriesOf2(map2);
  if (map2 === void 0 || key4?.kind !== "known" || typeof key4.value !== "string") return void 0;
  if (entries === void 0) return map2.kind === "scope" ? memberOf2(map2, key4) : void 0;
  return entries.get(key4.value) ?? otherwise3 ?? failed;
}
function merge(...maps) {
  const merged3 = /* @__PURE__ */ new Map();
  for (const map2 of maps) {
    if (isNull2(map2)) continue;
    const entries = entriesOf2(map2);
    if (entries === void 0) return void 0;
    for (const [key4, value] of entries) merged3.set(key4, value);
  }
  return objectOf(merged3);
}
var functions, most;
var init_functions = __esm({
  "src/source/hcl/functions.ts"() {
    "use strict";
    init_plain();
    init_access();
    init_operators();
    init_result();
    init_size();
    init_text_functions();
    functions = {
      toset: (value) => value === void 0 ? void 0 : setOf(value),
      tolist: (value) => value && ordered(value),
      tomap: (value) => value && entriesOf2(value) && value,
      tostring: (value) => value && (value.kind === "known" ? converted(value, asText2) : keepScalar(value)),
      tonumber: (value) => value && (value.kind === "known" ? converted(value, asNumber2) : keepScalar(value)),
      tobool: (value) => value && (value.kind === "known" ? converted(value, asFlag2) : keepScalar(value)),
      sensitive: (value) => value && keepScalar(value),
      nonsensitive: (value) => value,
      coalesce,
      coalescelist: coalesceLists,
      compact,
      concat: (...lists2) => inOrder(lists2, (items) => items.flat()),
      distinct: (list6) => list6 && mapItems(list6, unique, false),
      element: (list6, index2) => list6 && index2 && element(list6, index2),
      flatten: (list6) => list6 && flattened(list6),
      jsonencode: (value) => value && (value.kind === "known" ? known(jsonText(value.value), value.secret) : { kind: "encoded", value }),
      keys: (map2) => {
        const entries = map2 && entriesOf2(map2);
        return entries && known(sorted(entries).map(([key4]) => key4));
      },
      length: lengthOf,
      lookup,
      merge,
      one: (list6) => {
        const items = list6 && itemsOf(list6);
        if (items === void 0 || list6?.kind === "list" && list6.isSet && items.length > 1) return void 0;
        return items.length === 0 ? known(null) : items.length === 1 ? items[0] : failed;
      },
      reverse: (list6) => list6 && mapItems(list6, (items) => [...items].reverse(), false),
      setunion: (...sets) => {
        const all = functions.concat?.(...sets);
        return all && setOf(all);
      },
      sort: (list6) => {
        const items = list6 && itemsOf(list6);
        if (items === void 0) return void 0;
        const texts3 = items.map(
          (item2) => item2.kind === "known" && typeof item2.value === "string" ? item2.value : void 0
        );
        return texts3.every((text8) => text8 !== void 0) ? known([...texts3].sort()) : listOf3(items, true);
      },
      slice: (list6, from, to) => {
        const items = list6 && orderedItems(list6);
        const [start, end] = [numberOf(from), numberOf(to)];
        if (items === void 0 || start === void 0 || end === void 0) return void 0;
        return start < 0 || end > items.length || start > end ? failed : listOf3(items.slice(start, end));
      },
      values: (map2) => {
        const entries = map2 && entriesOf2(map2);
        return entries && listOf3(sorted(entries).map(([, value]) => value));
      },
      yamlencode: (value) => value && (value.kind === "known" ? void 0 : { kind: "encoded", value }),
      zipmap: (names2, values2) => {
        const [keys2, items] = [names2 && itemsOf(names2), values2 && itemsOf(values2)];
        if (keys2 === void 0 || items === void 0 || keys2.length !== items.length) return void 0;
        const texts3 = keys2.map((key4) => key4.kind === "known" ? asText2(key4.value) : void 0);
        if (!texts3.every((text8) => text8 !== void 0)) return void 0;
        return objectOf(new Map(texts3.map((text8, index2) => [text8, items[index2] ?? failed])));
      },
      contains: (list6, value) => {
        const items = list6 && itemsOf(list6);
        if (items === void 0 || value === void 0) return void 0;
        if (items.some((item2) => same2(item2, value))) return known(true);
        return [...items, value].every(({ kind }) => kind === "known") ? known(false) : void 0;
      },
      range: (...numbers) => {
        const [a, b, step4 = 1] = numbers.map(numberOf);
        if (numbers.length === 0 || a === void 0 || step4 === 0 || numbers.some((n) => numberOf(n) === void 0))
          return void 0;
        const [start, end] = numbers.length === 1 ? [0, a] : [a, b ?? a];
        const count4 = Math.max(0, Math.ceil((end - start) / step4));
        return count4 > most ? void 0 : known(Array.from({ length: count4 }, (_, index2) => start + index2 * step4));
      },
      ...textFunctions
    };
    most = 1e4;
  }
});

// src/source/hcl/conversion.ts
function convert(value, type2, evaluate2) {
  if (value.kind === "known" && value.value === null) return value;
  if (type2.kind === "name") return primitive(value, type2.name);
  if (type2.kind !== "call") return madeOf(value);
  const [inner] = type2.arguments;
  if (inner === void 0) return madeOf(value);
  switch (type2.name) {
    case "list":
    case "set": {
      const items = itemsOf(value)?.map((item2) => convert(item2, inner, evaluate2));
      if (items === void 0) return undecided2(value);
      const list6 = listOf3(items);
      return type2.name === "set" ? setOf(list6) ?? madeOf(value) : list6;
    }
    case "map": {
      const entries = entriesOf2(value);
      if (entries === void 0) return undecided2(value);
      return objectOf(
        new Map([...entries].map(([key4, entry5]) => [key4, convert(entry5, inner, evaluate2)]))
      );
    }
    case "object":
      return inner.kind === "object" ? object2(value, inner.entries, evaluate2) : madeOf(value);
    case "tuple": {
      const items = itemsOf(value);
      if (items === void 0 || inner.kind !== "list") return undecided2(value);
      return listOf3(
        items.map((item2, index2) => {
          const each3 = inner.items[index2];
          return each3 === void 0 ? failed : convert(item2, each3, evaluate2);
        })
      );
    }
    default:
      return madeOf(value);
  }
}
function primitive(value, type2) {
  if (type2 === "any" || value.kind !== "known") return value;
  const converted2 = type2 === "string" ? asText2(value.value) : type2 === "number" ? asNumber2(value.value) : asFlag2(value.value);
  return converted2 === void 0 ? failed : known(converted2, value.secret);
}
function undecided2(value) {
  return value.kind === "known" ? failed : value.kind === "attribute" ? value : madeOf(value);
}
function object2(value, declared2, evaluate2) {
  const entries = entriesOf2(value);
  if (entries === void 0) return value.kind === "scope" ? value : undecided2(value);
  const made2 = /* @__PURE__ */ new Map();
  for (const { key: key4, value: type2 } of declared2) {
    if (key4.kind !== "literal" || typeof key4.value !== "string") return madeOf(value);
    made2.set(key4.value, attribute(entries.get(key4.value), type2, evaluate2));
  }
  return objectOf(made2);
}
function attribute(given, type2, evaluate2) {
  const isOptional = type2.kind === "call" && type2.name === "optional";
  const [inner = type2, fallback] = isOptional ? type2.arguments : [];
  const isNull4 = given?.kind === "known" && given.value === null;
  if (given !== void 0 && !isNull4) return convert(given, inner, evaluate2);
  if (isOptional && fallback !== void 0) return convert(evaluate2(fallback), inner, evaluate2);
  return given === void 0 && !isOptional ? failed : known(null);
}
var init_conversion = __esm({
  "src/source/hcl/conversion.ts"() {
    "use strict";
    init_functions();
    init_operators();
    init_result();
  }
});

// src/source/hcl/files.ts
function fromFile({ name, arguments: [written4, variables] }, names2, evaluate2) {
  if (name !== "file" && name !== "templatefile" || written4 === void 0) return void 0;
  const path = evaluate2(written4, names2);
  const text8 = path.kind === "known" && typeof path.value === "string" ? names2.file(path.value) : void 0;
  if (text8 === void 0) return void 0;
  if (name === "file") return known(text8);
  const given = variables && entriesOf2(evaluate2(variables, names2));
  if (given === void 0) return void 0;
  const span = { start: 0, end: text8.length };
  const template2 = parseTemplate(text8, span, (offset) => offset);
  return evaluate2(template2, { ...names2, of: (variable2) => given.get(variable2) ?? failed });
}
var init_files = __esm({
  "src/source/hcl/files.ts"() {
    "use strict";
    init_parse();
    init_result();
  }
});

// src/source/hcl/loop.ts
function loop(expression2, names2, evaluate2) {
  const collection = evaluate2(expression2.in, names2);
  if (collection.kind === "error") return failed;
  const members3 = membersOf3(collection);
  const inner = { ...names2, budget: names2.budget ?? { left: mostEvaluated } };
  const turns = [];
  for (const [key4, item2] of members3 ?? []) {
    const turn2 = turnOf(expression2, binding(expression2, key4, item2, inner), evaluate2);
    if (inner.budget.left < 0) return opaque;
    if (turn2 === "failed") return failed;
    if (turn2 === "unclear") return unclear(expression2, collection, names2, evaluate2);
    if (turn2 !== "left out") turns.push(turn2);
  }
  if (members3 === void 0) return unclear(expression2, collection, names2, evaluate2);
  return expression2.keyResult === void 0 ? listOf3(turns.map(({ result }) => result)) : objectOf(byName(turns, expression2.grouped));
}
function turnOf({ condition, keyResult, result }, names2, evaluate2) {
  const decided2 = condition === void 0 ? known(true) : evaluate2(condition, names2);
  if (decided2.kind !== "known") return decided2.kind === "error" ? "failed" : "unclear";
  if (decided2.value !== true) return "left out";
  if (keyResult === void 0) return { name: "", result: evaluate2(result, names2) };
  const name = evaluate2(keyResult, names2);
  if (name.kind !== "known") return name.kind === "error" ? "failed" : "unclear";
  const text8 = asText2(name.value);
  return text8 === void 0 ? "failed" : { name: text8, result: evaluate2(result, names2) };
}
function byName(turns, grouped2) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const { name, result } of turns) {
    const group2 = groups2.get(name);
    if (group2 === void 0) groups2.set(name, [result]);
    else group2.push(result);
  }
  return new Map(
    [...groups2].map(([name, group2]) => [name, grouped2 ? listOf3(group2) : group2.at(-1) ?? failed])
  );
}
function membersOf3(collection) {
  const items = itemsOf(collection);
  if (items !== void 0) {
    const isSet = collection.kind === "list" && collection.isSet;
    return items.map((item2, index2) => [isSet ? item2 : known(index2), item2]);
  }
  const entries = entriesOf2(collection);
  return entries && sorted(entries).map(([key4, value]) => [known(key4, isSecret(value)), value]);
}
function unclear(expression2, collection, names2, evaluate2) {
  const some2 = madeOf(collection);
  const bound = binding(expression2, some2, some2, names2);
  const parts2 = [expression2.result, expression2.keyResult, expression2.condition].flatMap((part) => part ?? []);
  const results = parts2.map((part) => evaluate2(part, bound));
  return madeOf(collection, ...results.map((result) => result.kind === "error" ? opaque : result));
}
function binding({ key: keyName, item: itemName }, key4, item2, names2) {
  const of = (name) => name === itemName ? item2 : name === keyName ? key4 : names2.of(name);
  return { ...names2, of };
}
var mostEvaluated;
var init_loop = __esm({
  "src/source/hcl/loop.ts"() {
    "use strict";
    init_access();
    init_result();
    mostEvaluated = 2e5;
  }
});

// src/source/hcl/evaluate.ts
function evaluate(expression2, names2) {
  if (names2.budget !== void 0 && --names2.budget.left < 0) return opaque;
  return bounded(valueOf2(expression2, names2));
}
function valueOf2(expression2, names2) {
  switch (expression2.kind) {
    case "literal":
      return known(expression2.value);
    case "template":
      return textOf3(
        expression2.parts.map((part) => typeof part === "string" ? part : evaluate(part, names2))
      );
    case "name":
      return names2.of(expression2.name);
    case "member":
      return memberOf2(evaluate(expression2.of, names2), keyOf2(expression2.key, names2));
    case "splat":
      return splat(
        evaluate(expression2.of, names2),
        expression2.path.map((key4) => keyOf2(key4, names2))
      );
    case "call":
      return fromFile(expression2, names2, evaluate) ?? call2(expression2, (argument2) => evaluate(argument2, names2));
    case "list":
      return listOf3(expression2.items.map((item2) => evaluate(item2, names2)));
    case "object":
      return object3(expression2, names2);
    case "for":
      return loop(expression2, names2, evaluate);
    case "conditional":
      return choose(expression2, names2);
    case "operation":
      return operate(
        expression2.operator,
        expression2.operands.map((operand2) => evaluate(operand2, names2))
      );
    case "broken":
      return opaque;
  }
}
function keyOf2(key4, names2) {
  return typeof key4 === "object" ? evaluate(key4, names2) : known(key4);
}
function object3({ entries }, names2) {
  if (entries.length > mostParts) return tooLarge;
  const made2 = /* @__PURE__ */ new Map();
  const unnamed = [];
  for (const { key: key4, value } of entries) {
    const name = evaluate(key4, names2);
    const text8 = name.kind === "known" ? asText2(name.value) : void 0;
    const result = evaluate(value, names2);
    if (text8 !== void 0) made2.set(text8, name.kind === "known" && name.secret ? secretly(result) : result);
    else if (name.kind === "text") made2.set(patternOf(name.parts), result);
    else unnamed.push(name, result);
  }
  return unnamed.length === 0 ? objectOf(made2) : madeOf(...unnamed, ...made2.values());
}
function patternOf(parts2) {
  return parts2.map((part) => typeof part === "string" ? part : holeOf(part)).join("");
}
function holeOf(result) {
  if (result.kind === "known") return asText2(result.value) ?? "${...}";
  if (result.kind !== "attribute") return "${...}";
  return `\${${[result.link.owner, ...result.link.path].join(".")}}`;
}
function choose({ condition, yes, no: no2 }, names2) {
  const decided2 = evaluate(condition, names2);
  if (decided2.kind === "error") return failed;
  if (decided2.kind === "known") {
    const result = evaluate(isTrue(decided2.value) ? yes : no2, names2);
    return decided2.secret ? secretly(result) : result;
  }
  const [one3, other] = [evaluate(yes, names2), evaluate(no2, names2)];
  const either2 = oneOf2(one3, other);
  return either2.kind === "unknown" && either2 !== one3 ? madeOf(either2, decided2) : either2;
}
function isTrue(value) {
  return value === true || value === "true";
}
var init_evaluate = __esm({
  "src/source/hcl/evaluate.ts"() {
    "use strict";
    init_access();
    init_files();
    init_functions();
    init_loop();
    init_operators();
    init_result();
    init_size();
  }
});

// src/locate/hcl/variable-files.ts
function variableFiles(tree, root) {
  const here = tree.list(root).files.filter(isLoaded).sort(byPrecedence);
  const loaded = new Set(here.map((name) => inFolder(root, name)));
  const named5 = [...filesBelow(tree, "", 0)].filter((file) => !loaded.has(file));
  return {
    loaded: [...loaded].flatMap((file) => readVariables(tree, file)),
    named: named5.slice(0, mostNamed).flatMap((file) => readVariables(tree, file))
  };
}
function givenValue({ expression: expression2 }) {
  const result = evaluate(expression2, { of: () => opaque, file: () => void 0 });
  return result.kind === "known" ? result.value : void 0;
}
function isLoaded(name) {
  return /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(name);
}
function byPrecedence(a, b) {
  return rank(b) - rank(a) || (a < b ? 1 : -1);
}
function rank(name) {
  const place2 = ["terraform.tfvars", "terraform.tfvars.json"].indexOf(name);
  return place2 === -1 ? 2 : place2;
}
function* filesBelow(tree, folder, depth) {
  const { files, folders: folders2 } = tree.list(folder);
  for (const name of files) if (/\.tfvars(?:\.json)?$/.test(name)) yield inFolder(folder, name);
  if (depth === deepest10) return;
  for (const name of folders2) {
    if (!name.startsWith(".") && name !== "node_modules")
      yield* filesBelow(tree, inFolder(folder, name), depth + 1);
  }
}
function inFolder(folder, name) {
  return folder === "" ? name : `${folder}/${name}`;
}
function readVariables(tree, file) {
  const source2 = readText(tree, file);
  if (source2 === void 0) return [];
  const given = file.endsWith(".json") ? givenInJson(source2) : givenInHcl(source2);
  return [{ file, variables: new Map(given) }];
}
function givenInHcl(source2) {
  return [...scanHcl(source2.text).attributes].map(([key4, attribute2]) => [
    key4,
    { source: source2, name: attribute2.name, expression: attributeExpression(source2.text, attribute2) }
  ]);
}
function givenInJson(source2) {
  const root = jsonTree(source2.text);
  const properties = root === void 0 ? [] : propertiesOf(root);
  return properties.map(({ key: key4, value }) => {
    const expression2 = parseJsonExpression(source2.text, spanOf2(value));
    return [String(key4.value), { source: source2, name: spanOf2(key4), expression: expression2 }];
  });
}
var deepest10, mostNamed;
var init_variable_files = __esm({
  "src/locate/hcl/variable-files.ts"() {
    "use strict";
    init_attribute();
    init_evaluate();
    init_json_expression();
    init_json_tree();
    init_result();
    init_scan();
    init_span();
    deepest10 = 16;
    mostNamed = 500;
  }
});

// src/locate/hcl/supply.ts
function suppliesOf(tree, root, { variables }) {
  let run;
  return {
    of: (name) => {
      if (root === void 0) return void 0;
      run ??= runOf(tree, root, variables);
      return supply(name, run);
    },
    holdsSecret: (file) => run !== void 0 && holdsSecret(file, run)
  };
}
function runOf(tree, root, variables) {
  const { loaded, named: named5 } = variableFiles(tree, root.folder);
  return { root, variables, loaded, fitting: named5.filter((file) => doesFit(file, variables)) };
}
function holdsSecret(name, { loaded, fitting: fitting2, variables }) {
  const found = [...loaded, ...fitting2].find(({ file }) => file === name);
  return found !== void 0 && [...found.variables.keys()].some((one3) => variables.get(one3)?.sensitive);
}
function supply(name, run) {
  const [declared2] = run.root.blocks("variable", name);
  const own = ownSupply(name, run);
  const [other, ...more2] = run.fitting.filter(({ variables }) => variables.has(name));
  if (other === void 0) return own ?? { declared: declared2, given: void 0, what: fromOutside(name, run) };
  if (more2.length === 0 && (own === void 0 || isNeeded(other, run))) {
    return { declared: declared2, given: other.variables.get(name), what: `\`${baseOf(other.file)}\`` };
  }
  return { declared: declared2, given: void 0, what: `variable \`${name}\`, which several files may give` };
}
function fromOutside(name, { loaded }) {
  const winner = loaded.find(({ variables }) => variables.has(name));
  return winner === void 0 ? `variable \`${name}\`, given on the command line or by the environment` : `variable \`${name}\`, for which \`${baseOf(winner.file)}\` has another value`;
}
function ownSupply(name, { root, loaded, variables }) {
  const planned2 = variables.get(name);
  const winner = loaded.find((file) => file.variables.has(name));
  const given = winner?.variables.get(name) ?? defaultOf(name, root);
  if (planned2 === void 0 || given === void 0 || !says(given, planned2.value)) return void 0;
  if (winner === void 0) return { declared: void 0, given, what: `default of variable \`${name}\`` };
  const [declared2] = root.blocks("variable", name);
  return { declared: declared2, given, what: `\`${baseOf(winner.file)}\`` };
}
function defaultOf(name, root) {
  for (const { source: source2, block } of root.blocks("variable", name)) {
    const value = block.attributes.get("default");
    if (value !== void 0)
      return { source: source2, name: value.name, expression: attributeExpression(source2.text, value) };
  }
  return void 0;
}
function doesFit({ variables }, planned2) {
  return [...variables].every(([name, given]) => {
    const value = planned2.get(name);
    return value === void 0 || says(given, value.value);
  });
}
function isNeeded(file, run) {
  return [...file.variables.keys()].some(
    (name) => run.variables.has(name) && ownSupply(name, run) === void 0
  );
}
function says(given, planned2) {
  const value = givenValue(given);
  return value !== void 0 && isAlike(value, planned2);
}
function baseOf(file) {
  return file.slice(file.lastIndexOf("/") + 1);
}
var init_supply = __esm({
  "src/locate/hcl/supply.ts"() {
    "use strict";
    init_attribute();
    init_could_be();
    init_variable_files();
  }
});

// src/locate/hcl/plan-view.ts
function planView({ root, code: code2, configuration }, declared2, tree) {
  const modules = /* @__PURE__ */ new Map();
  const moduleOf4 = (path, address, step4, config2, parent) => {
    const made2 = {
      address,
      name: step4.name,
      key: keyOf3(step4.key),
      code: code2.module(path),
      config: config2,
      parent,
      child: (below4) => {
        const name = moduleAddress(address, below4);
        return modules.get(name) ?? moduleOf4([...path, below4.name], name, below4, config2?.child(below4.name), made2);
      }
    };
    modules.set(address, made2);
    return made2;
  };
  const top = moduleOf4([], "", { name: "", key: "" }, root, void 0);
  const summary = configuration();
  return {
    configuration: summary,
    supplies: suppliesOf(tree, top.code.files, summary),
    declarations: new Map(declared2.map((declaration) => [declaration.owner, declaration])),
    module: (steps) => steps.reduce((parent, step4) => parent.child(step4), top)
  };
}
function keyOf3(written4) {
  const key4 = written4.slice(1, -1);
  if (key4 === "") return void 0;
  if (!key4.startsWith('"')) return Number(key4);
  try {
    const text8 = JSON.parse(key4);
    return typeof text8 === "string" ? text8.replace(/([$%])\1\{/g, "$1{") : void 0;
  } catch {
    return void 0;
  }
}
function callsOf(module2) {
  return module2.parent?.code.files?.blocks("module", module2.name) ?? [];
}
function isAuthors({ file }) {
  return !/(?:^|\/)\.terr(?:aform|agrunt-cache)\//.test(file);
}
var init_plan_view = __esm({
  "src/locate/hcl/plan-view.ts"() {
    "use strict";
    init_address2();
    init_supply();
  }
});

// src/locate/hcl/scope.ts
function scopeOf(plan2, module2, block) {
  return { plan: plan2, module: module2, block, bound: /* @__PURE__ */ new Map() };
}
function withBound(scope3, names2) {
  return { ...scope3, bound: new Map([...scope3.bound, ...names2]) };
}
function writtenIn(source2, attribute2, scope3) {
  const expression2 = parsed3.get(attribute2) ?? attributeExpression(source2.text, attribute2);
  parsed3.set(attribute2, expression2);
  return { source: source2, name: attribute2.name, expression: expression2, scope: scope3 };
}
function valueOf3({ expression: expression2, scope: scope3 }) {
  return evaluate(expression2, namesOf(scope3));
}
function argumentOf(plan2, module2, name) {
  const { parent, key: key4 } = module2;
  if (parent === void 0) return void 0;
  for (const { source: source2, block } of callsOf(module2)) {
    const attribute2 = block.attributes.get(name);
    const forEach = block.attributes.get("for_each");
    const outside = scopeOf(plan2, parent);
    const each3 = forEach && writtenIn(source2, forEach, outside);
    const what = `module \`${module2.name}\``;
    if (attribute2 !== void 0)
      return writtenIn(source2, attribute2, { ...outside, block: { what, key: key4, forEach: each3 } });
  }
  return void 0;
}
function localOf(plan2, module2, name) {
  const local2 = module2.code.files?.local(name);
  return local2 && writtenIn(local2.source, local2.value, scopeOf(plan2, module2));
}
function declaredOf(plan2, module2, name, attribute2) {
  for (const { source: source2, block } of module2.code.files?.blocks("variable", name) ?? []) {
    const found = block.attributes.get(attribute2);
    if (found !== void 0) return writtenIn(source2, found, scopeOf(plan2, module2));
  }
  return void 0;
}
function goesByDefault(plan2, module2, name, given) {
  const nullable3 = declaredOf(plan2, module2, name, "nullable");
  return isKnown(valueOf3(given), null) && nullable3 !== void 0 && isKnown(valueOf3(nullable3), false);
}
function isKnown(result, value) {
  return result.kind === "known" && result.value === value;
}
function namesOf(scope3) {
  const { plan: plan2, module: module2, block } = scope3;
  const of = (name) => {
    const bound = scope3.bound.get(name);
    if (bound !== void 0) return boundValue(bound);
    switch (name) {
      case "var":
        return names((variable2) => settled(plan2, module2, "var", variable2, variableOf));
      case "local":
        return names((local2) => settled(plan2, module2, "local", local2, localValue));
      case "each":
        return block?.key === void 0 ? opaque : eachOf(block.key, block.forEach);
      case "count":
        return objectOf(
          /* @__PURE__ */ new Map([["index", typeof block?.key === "number" ? known(block.key) : opaque]])
        );
      default:
        return opaque;
    }
  };
  return { of, file: () => void 0 };
}
function names(member3) {
  return { kind: "scope", member: member3, links: () => opaque };
}
function boundValue({ kind, key: key4, item: item2 }) {
  if (kind !== "iterator") return kind === "key" ? known(key4) : item2;
  return objectOf(
    /* @__PURE__ */ new Map([
      ["key", known(key4)],
      ["value", item2]
    ])
  );
}
function eachOf(key4, forEach) {
  const value = () => {
    const all = forEach === void 0 ? opaque : valueOf3(forEach);
    const isSet = all.kind === "list" || all.kind === "known" && Array.isArray(all.value);
    return isSet ? known(key4) : memberOf2(all, known(key4));
  };
  return names((name) => name === "key" ? known(key4) : name === "value" ? value() : opaque);
}
function settled(plan2, module2, kind, name, find2) {
  const memory = values.get(plan2) ?? { known: /* @__PURE__ */ new Map(), depth: 0 };
  values.set(plan2, memory);
  const id = `${module2.address} ${kind} ${name}`;
  const found = memory.known.get(id);
  if (found !== void 0) return found;
  if (memory.depth > deepest11) return opaque;
  memory.known.set(id, opaque);
  memory.depth++;
  const result = find2(plan2, module2, name);
  memory.depth--;
  memory.known.set(id, result);
  return result;
}
function localValue(plan2, module2, name) {
  const local2 = localOf(plan2, module2, name);
  return local2 === void 0 ? opaque : valueOf3(local2);
}
function variableOf(plan2, module2, name) {
  const given = givenTo(plan2, module2, name);
  const type2 = declaredOf(plan2, module2, name, "type");
  return type2 === void 0 || given === opaque ? given : convert(given, type2.expression, (expression2) => valueOf3({ expression: expression2, scope: type2.scope }));
}
function givenTo(plan2, module2, name) {
  if (module2.parent === void 0) {
    const planned2 = plan2.configuration.variables.get(name);
    return planned2 === void 0 ? opaque : known(planned2.value, planned2.sensitive);
  }
  const argument2 = argumentOf(plan2, module2, name);
  if (argument2 !== void 0 && !goesByDefault(plan2, module2, name, argument2)) return valueOf3(argument2);
  if (argument2 === void 0 && module2.parent.code.files === void 0) return constantOf(module2, name);
  const written4 = declaredOf(plan2, module2, name, "default");
  return written4 === void 0 ? opaque : valueOf3(written4);
}
function constantOf({ config: config2 }, name) {
  const given = memberOf(config2?.call?.expressions, name);
  const constant2 = memberOf(given, "constant_value");
  if (constant2 !== void 0) return known(constant2);
  if (given !== void 0) return opaque;
  const fallback = memberOf(memberOf(config2?.json.variables, name), "default");
  return fallback === void 0 ? opaque : known(fallback);
}
var parsed3, deepest11, values;
var init_scope = __esm({
  "src/locate/hcl/scope.ts"() {
    "use strict";
    init_access();
    init_attribute();
    init_conversion();
    init_evaluate();
    init_result();
    init_plain();
    init_plan_view();
    parsed3 = /* @__PURE__ */ new WeakMap();
    deepest11 = 100;
    values = /* @__PURE__ */ new WeakMap();
  }
});

// src/locate/hcl/point.ts
function pointAt(written4, what, path, { sure, planned: planned2, forKey = false }) {
  const shown4 = { key: written4.name, value: written4.expression.span };
  return { ...written4, what, shown: shown4, path, sure, planned: planned2, forKey };
}
function leapTo(from, written4, what, keys2, forKey = from.forKey) {
  const { path, sure, planned: planned2 } = from;
  return pointAt(written4, what, [...keys2, ...path], { sure: sure + keys2.length, planned: planned2, forKey });
}
function inside(point, expression2, scope3 = point.scope) {
  return { ...point, expression: expression2, scope: scope3 };
}
function along(point, expression2, keys2, dropped) {
  const rest = dropped === 0 ? point : advanced(point, dropped);
  return { ...rest, expression: expression2, path: [...keys2, ...rest.path], sure: rest.sure + keys2.length };
}
function into(point, expression2, key4) {
  return { ...advanced(point, 1), expression: expression2, shown: { key: key4, value: expression2.span } };
}
function advanced(point, steps) {
  const { path, sure, planned: planned2 } = point;
  const unsure = path.slice(Math.min(sure, steps), steps);
  return {
    ...point,
    path: path.slice(steps),
    sure: Math.max(0, sure - steps),
    planned: unsure.length === 0 ? planned2 : planned2?.get(...unsure)
  };
}
function isPossible(point) {
  const json2 = plannedAt(point);
  return json2 === void 0 || couldBe(comesTo(point), json2);
}
function plannedAt({ planned: planned2 }) {
  return planned2?.state === "known" ? planned2.json : void 0;
}
function comesTo(point) {
  return point.path.slice(0, point.sure).reduce((of, step4) => memberOf2(of, known(step4)), valueOf3(point));
}
function onlyPossible(points) {
  if (points.length > mostChoices) return void 0;
  const possible = points.filter(isPossible);
  return possible.length === 1 ? possible[0] : void 0;
}
var mostChoices;
var init_point = __esm({
  "src/locate/hcl/point.ts"() {
    "use strict";
    init_access();
    init_result();
    init_could_be();
    init_scope();
    mostChoices = 1e3;
  }
});

// src/locate/hcl/collections.ts
function item(point, { items }) {
  const [step4] = point.path;
  if (step4 === void 0) {
    const [only, ...others] = items;
    return only === void 0 || others.length > 0 || only.kind === "literal" ? void 0 : single3(point, only);
  }
  if (typeof step4 === "string") {
    const named5 = items.filter((each3) => textOf5(valueOf3({ ...point, expression: each3 })) === step4);
    const [only, ...others] = named5;
    return only === void 0 || others.length > 0 ? void 0 : into(point, only);
  }
  const points = items.map((each3) => into(point, each3));
  return byPlace(point, step4, points) ?? onlyPossible(points);
}
function single3(point, only) {
  const { planned: planned2 } = point;
  const items = point.sure === 0 ? planned2?.items() : void 0;
  return { ...inside(point, only), planned: items?.length === 1 ? items[0] : void 0 };
}
function entry3(point, { entries }) {
  const [step4] = point.path;
  if (step4 === void 0) return void 0;
  if (step4 === 0 && point.sure === 0 && isJson2(point)) return advanced(point, 1);
  const found = entries.findLast(
    ({ key: key5 }) => textOf5(valueOf3({ ...point, expression: key5 })) === String(step4)
  );
  if (found === void 0) return void 0;
  const { key: key4, value } = found;
  if (point.forKey && point.path.length === 1) {
    return { ...into(point, key4), shown: { key: void 0, value: key4.span } };
  }
  return into(point, value, key4.span);
}
function isJson2({ source: source2 }) {
  return source2.file.endsWith(".json");
}
function turn(point, loop2) {
  const [step4] = point.path;
  if (step4 === void 0 || loop2.grouped) return void 0;
  const turns = turnsOf(point, loop2);
  const { keyResult } = loop2;
  if (keyResult !== void 0) {
    const [only, ...others] = turns.filter(
      ({ scope: scope3 }) => textOf5(valueOf3({ expression: keyResult, scope: scope3 })) === String(step4)
    );
    if (only === void 0 || others.length > 0) return void 0;
    const asKey = point.forKey && point.path.length === 1;
    return inside(advanced(point, 1), asKey ? keyResult : loop2.result, only.scope);
  }
  if (typeof step4 !== "number") return void 0;
  const points = turns.map(({ scope: scope3 }) => inside(advanced(point, 1), loop2.result, scope3));
  const allRun = turns.every(({ certain }) => certain);
  return (allRun ? byPlace(point, step4, points) : void 0) ?? onlyPossible(points);
}
function byPlace(point, index2, points) {
  const isOrdered2 = point.sure > 0 || point.planned === void 0 || isInOrder(point.planned, points);
  return isOrdered2 ? points[index2] : void 0;
}
function isInOrder(planned2, points) {
  const { json: json2 } = planned2;
  if (!isList(json2) || json2.length !== points.length) return false;
  return points.every((each3) => valueOf3(each3).kind === "known" && isPossible(each3));
}
function turnsOf(point, loop2) {
  const collection = { ...point, name: void 0, expression: loop2.in };
  return membersOf4(valueOf3(collection)).flatMap(([key4, value]) => {
    const bound = (kind) => ({ kind, collection, what: point.what, key: key4, item: value });
    const names2 = [[loop2.item, bound("item")]];
    if (loop2.key !== void 0) names2.push([loop2.key, bound("key")]);
    const scope3 = withBound(point.scope, names2);
    if (loop2.condition === void 0) return { scope: scope3, certain: true };
    const condition = valueOf3({ expression: loop2.condition, scope: scope3 });
    if (condition.kind === "known") return condition.value === true ? { scope: scope3, certain: true } : [];
    return { scope: scope3, certain: false };
  });
}
function membersOf4(collection) {
  const entries = entriesOf2(collection);
  if (entries !== void 0) return sorted(entries);
  const isSet = collection.kind === "list" && collection.isSet;
  return (itemsOf(collection) ?? []).map((value, index2) => [isSet ? textOf5(value) ?? index2 : index2, value]);
}
function textOf5(result) {
  return result.kind === "known" ? asText2(result.value) : void 0;
}
function agreesWith(result, planned2) {
  return planned2.state !== "known" || planned2.json === void 0 || couldBe(result, planned2.json);
}
var init_collections = __esm({
  "src/locate/hcl/collections.ts"() {
    "use strict";
    init_access();
    init_result();
    init_plain();
    init_could_be();
    init_point();
    init_scope();
  }
});

// src/locate/hcl/block.ts
function findInBlock(source2, block, path, planned2, scope3, depth = 0) {
  const [step4, next] = path;
  const here = { block: block.header, depth, attribute: void 0, path, planned: planned2, scope: scope3 };
  if (typeof step4 !== "string") return here;
  const attribute2 = block.attributes.get(step4);
  if (attribute2 !== void 0) {
    return { ...here, attribute: attribute2, path: path.slice(1), planned: planned2?.get(step4), depth: depth + 1 };
  }
  const indexed = typeof next === "number";
  const index2 = indexed ? next : 0;
  const value = planned2?.get(step4, index2);
  const nested = choose2(
    nestedBlocks(block, step4),
    index2,
    value,
    (inner2, planned3) => likeness(source2, inner2, planned3, scope3)
  );
  if (nested === void 0) return here;
  const inner = nested.dynamic === void 0 ? scope3 : within2(source2, nested.dynamic, nested, value, scope3);
  return findInBlock(source2, nested, path.slice(indexed ? 2 : 1), value, inner, depth + 1);
}
function nestedBlocks(block, name) {
  return block.blocks.flatMap((inner) => {
    if (inner.type === name) return [{ ...inner, dynamic: void 0 }];
    if (inner.type !== "dynamic" || inner.labels[0] !== name) return [];
    const content = inner.blocks.find(({ type: type2 }) => type2 === "content");
    return content === void 0 ? [] : [{ ...content, header: inner.header, dynamic: inner }];
  });
}
function choose2(blocks2, index2, planned2, alike) {
  if (blocks2.length <= 1) return blocks2[0];
  if (planned2 === void 0) return blocks2[index2];
  const possible = blocks2.flatMap((block) => {
    const likeness2 = alike(block, planned2);
    return likeness2 === void 0 ? [] : { block, likeness: likeness2 };
  }).sort((a, b) => b.likeness - a.likeness);
  const [best, second] = possible;
  return best !== void 0 && best.likeness !== second?.likeness ? best.block : void 0;
}
function likeness(source2, block, planned2, scope3) {
  let alike = 0;
  for (const [name, attribute2] of block.attributes) {
    const written4 = valueOf3(writtenIn(source2, attribute2, scope3));
    const value = planned2.get(name);
    if (!agreesWith(written4, value)) return void 0;
    if (written4.kind === "known" && value.state === "known" && value.json !== void 0) alike++;
  }
  for (const inner of block.blocks) {
    const members3 = planned2.get(inner.type);
    if (inner.type === "dynamic" || members3.state === "unknown") continue;
    const likenesses = members3.items().flatMap((member3) => likeness(source2, inner, member3, scope3) ?? []);
    if (likenesses.length === 0) return void 0;
    alike += Math.max(...likenesses);
  }
  return alike;
}
function within2(source2, dynamic, content, planned2, scope3) {
  const forEach = dynamic.attributes.get("for_each");
  if (forEach === void 0) return scope3;
  const name = dynamic.labels[0] ?? "";
  const collection = writtenIn(source2, forEach, scope3);
  const turns = membersOf4(valueOf3(collection)).map(([key4, item2]) => {
    const what = `\`for_each\` of the dynamic block \`${name}\``;
    const bound = { kind: "iterator", collection, what, key: key4, item: item2 };
    return withBound(scope3, [[iteratorOf(source2.text, dynamic) ?? name, bound]]);
  });
  const possible = turns.length > mostTurns ? [] : turns.filter((turn2) => isMadeIn(turn2, source2, content, planned2));
  const [only, ...others] = possible;
  return only === void 0 || others.length > 0 ? scope3 : only;
}
function isMadeIn(turn2, source2, content, planned2) {
  if (planned2 === void 0) return true;
  return [...content.attributes].every(
    ([name, attribute2]) => agreesWith(valueOf3(writtenIn(source2, attribute2, turn2)), planned2.get(name))
  );
}
function iteratorOf(text8, { attributes }) {
  const iterator = attributes.get("iterator");
  return iterator && text8.slice(iterator.value.start, iterator.value.end);
}
var mostTurns;
var init_block = __esm({
  "src/locate/hcl/block.ts"() {
    "use strict";
    init_collections();
    init_scope();
    mostTurns = 1e3;
  }
});

// src/locate/hcl/feeding.ts
function feedingArgument(plan2, module2, name, keys2 = []) {
  const { parent, config: config2 } = module2;
  if (parent === void 0) return void 0;
  const argument2 = argumentOf(plan2, module2, name);
  if (argument2 !== void 0) return { argument: argument2, name, module: module2, keys: keys2 };
  if (parent.code.files !== void 0) return void 0;
  const call5 = config2?.call;
  const next = throughEach(
    onlyFeeder(memberOf(call5?.expressions, name)),
    call5?.for_each_expression,
    module2.key
  );
  return next && feedingArgument(plan2, parent, next.name, [...next.path, ...keys2]);
}
function onlyFeeder(expression2) {
  if (expression2 === void 0 || expression2 === null || !isExpression(expression2)) return void 0;
  const all = parseReferences(referencesOf(expression2) ?? []);
  const [only, ...others] = all.filter(({ kind }) => kind !== "context");
  if (only === void 0 || others.length > 0) return void 0;
  if (only.kind === "variable") return { kind: "variable", name: only.name, path: only.path };
  return only.kind === "each" ? { kind: "each", name: "", path: only.path } : void 0;
}
function throughEach(feeder, forEach, key4) {
  if (feeder === void 0 || feeder.kind === "variable") return feeder;
  const all = onlyFeeder(forEach);
  if (all?.kind !== "variable" || key4 === void 0) return void 0;
  return { ...all, path: [...all.path, key4, ...feeder.path] };
}
var init_feeding = __esm({
  "src/locate/hcl/feeding.ts"() {
    "use strict";
    init_plain();
    init_address2();
    init_written();
    init_scope();
  }
});

// src/source/hcl/references.ts
function referencesIn(expression2) {
  const found = /* @__PURE__ */ new Set();
  collect(expression2, /* @__PURE__ */ new Set(), found);
  return [...found];
}
function collect(expression2, bound, found) {
  if (expression2.kind === "for") collectFor(expression2, bound, found);
  else if (expression2.kind === "member") collectMember(expression2, bound, found);
  else for (const child of children(expression2)) collect(child, bound, found);
}
function collectMember(expression2, bound, found) {
  const { root, steps } = traversal(expression2);
  if (root.kind !== "name") collect(root, bound, found);
  else if (!bound.has(root.name)) found.add(reference(root.name, steps));
  for (const { key: key4 } of steps) if (typeof key4 === "object") collect(key4, bound, found);
}
function collectFor(expression2, bound, found) {
  const { key: key4, item: item2, in: collection, keyResult, result, condition } = expression2;
  collect(collection, bound, found);
  const inner = /* @__PURE__ */ new Set([...bound, item2, ...key4 === void 0 ? [] : [key4]]);
  for (const part of [keyResult, result, condition]) if (part !== void 0) collect(part, inner, found);
}
function traversal(expression2) {
  const steps = [];
  let root = expression2;
  for (; root.kind === "member"; root = root.of) steps.push(root);
  return { root, steps: steps.reverse() };
}
function reference(root, steps) {
  let text8 = root;
  for (const { of, key: key4, bracketed, span } of steps) {
    const parenthesized = of.span.start !== span.start;
    if (typeof key4 === "object" || parenthesized) break;
    if (typeof key4 === "number") text8 += `[${key4}]`;
    else text8 += bracketed ? `[${JSON.stringify(key4)}]` : `.${key4}`;
  }
  return text8.startsWith("resource.") ? text8.slice("resource.".length) : text8;
}
var init_references = __esm({
  "src/source/hcl/references.ts"() {
    "use strict";
    init_children();
  }
});

// src/locate/hcl/stale.ts
function isStale(module2) {
  for (let here = module2; here !== void 0; here = here.parent) {
    const { files, lacking, agrees: agrees2 } = here.code;
    if (lacking === "not what was planned") return true;
    if (files !== void 0 && here.config !== void 0 && !agrees2) return true;
  }
  return false;
}
function isAnother(expression2, configured) {
  if (configured === void 0 || configured === null || !isExpression(configured)) return false;
  if (isConstant(configured)) {
    const written5 = evaluate(expression2, nameless2);
    return written5.kind === "known" && !isAlike(written5.value, configured.constant_value ?? null);
  }
  const planned2 = headsOf(referencesOf(configured) ?? []);
  const written4 = headsOf(referencesIn(expression2));
  return planned2.size !== written4.size || [...planned2].some((head) => !written4.has(head));
}
function headsOf(references) {
  const heads = references.map((reference4) => reference4.replace(/^resource\./, "")).map((reference4) => /^(?:data\.)?[^.[]+\.[^.[]+/.exec(reference4)?.[0] ?? reference4);
  return new Set(heads.filter((head) => !/^(?:each|count|path|self|terraform)(?:\.|$)/.test(head)));
}
function isContradicted(result, planned2) {
  if (result.kind !== "known") return false;
  const { value } = result;
  if (isList(value) && isList(planned2)) {
    return [...value, ...planned2].every(isPlain) && !isAlike(lowered(value), lowered(planned2));
  }
  return isPlain(value) && isPlain(planned2) && !isAlike(lowered(value), lowered(planned2));
}
function isPlain(json2) {
  if (typeof json2 === "string") return /^[\w.:/-]{1,39}$/.test(json2);
  return typeof json2 === "number" || typeof json2 === "boolean";
}
function lowered(json2) {
  if (isList(json2)) return json2.map(lowered);
  return typeof json2 === "string" ? json2.toLowerCase() : json2;
}
var nameless2;
var init_stale = __esm({
  "src/locate/hcl/stale.ts"() {
    "use strict";
    init_evaluate();
    init_references();
    init_result();
    init_plain();
    init_written();
    init_could_be();
    nameless2 = { of: () => opaque, file: () => void 0 };
  }
});

// src/locate/hcl/functions.ts
function argument(point, { name, arguments: given, spread }) {
  const [first, second, third] = given;
  if (first === void 0 || spread) return void 0;
  switch (name.replace(/^core::/, "")) {
    case "jsonencode":
    case "yamlencode":
      return { ...inside(point, first), planned: void 0, sure: point.path.length };
    case "tolist":
    case "tomap":
    case "tostring":
    case "tonumber":
    case "tobool":
    case "sensitive":
    case "nonsensitive":
      return inside(point, first);
    case "toset":
      return point.sure > 0 && typeof point.path[0] === "number" ? void 0 : inside(point, first);
    case "compact":
    case "distinct":
    case "sort":
    case "reverse":
    case "concat":
    case "setunion":
      return memberOfLists(point, given);
    case "flatten":
      return memberOfNested(point, first);
    case "one":
      return along(point, first, [0], 0);
    case "element":
      return second && elementOf(point, first, second);
    case "lookup":
      return second && lookedUp(point, first, second, third);
    case "merge":
      return mergedFrom(point, given);
    case "try":
    case "coalesce":
    case "coalescelist":
      return firstOf2(point, given, name);
    default:
      return void 0;
  }
}
function branch(point, { condition, yes, no: no2 }) {
  const decided2 = valueOf3({ ...point, expression: condition });
  if (decided2.kind === "known") return inside(point, isTrue2(decided2) ? yes : no2);
  return onlyPossible([inside(point, yes), inside(point, no2)]);
}
function isTrue2(result) {
  return textOf5(result) === "true";
}
function memberOfLists(point, lists2) {
  const results = lists2.map((list6) => itemsOf(valueOf3({ ...point, expression: list6 })));
  if (point.path.length === 0) {
    const [only, ...others] = lists2.filter((_, index2) => results[index2]?.length !== 0);
    return only === void 0 || others.length > 0 ? void 0 : inside(point, only);
  }
  if (typeof point.path[0] !== "number" || point.sure > 0) return void 0;
  const choices2 = lists2.flatMap(
    (list6, at) => (results[at] ?? []).map((_, index2) => along(point, list6, [index2], 1))
  );
  return results.some((items) => items === void 0) ? void 0 : onlyPossible(choices2);
}
function memberOfNested(point, list6) {
  if (typeof point.path[0] !== "number" || point.sure > 0) return void 0;
  const lists2 = itemsOf(valueOf3({ ...point, expression: list6 })) ?? [];
  const choices2 = lists2.flatMap((items, at) => {
    const inner = itemsOf(items);
    if (inner === void 0) return [along(point, list6, [at], 1)];
    return inner.map((_, index2) => along(point, list6, [at, index2], 1));
  });
  return onlyPossible(choices2);
}
function elementOf(point, list6, index2) {
  const at = Number(textOf5(valueOf3({ ...point, expression: index2 })));
  const length3 = itemsOf(valueOf3({ ...point, expression: list6 }))?.length ?? 0;
  return Number.isInteger(at) && at >= 0 && at < length3 ? along(point, list6, [at], 0) : void 0;
}
function lookedUp(point, map2, key4, otherwise3) {
  const name = textOf5(valueOf3({ ...point, expression: key4 }));
  if (name === void 0) return void 0;
  const found = along(point, map2, [name], 0);
  const entries = entriesOf2(valueOf3({ ...point, expression: map2 }));
  if (entries?.has(name) === true || otherwise3 === void 0) return found;
  const fallback = inside(point, otherwise3);
  return entries === void 0 ? onlyPossible([found, fallback]) : fallback;
}
function mergedFrom(point, maps) {
  const [step4] = point.path;
  if (step4 === void 0) return void 0;
  for (const map2 of [...maps].reverse()) {
    const result = valueOf3({ ...point, expression: map2 });
    if (result.kind === "known" && result.value === null) continue;
    const entries = entriesOf2(result);
    if (entries === void 0) return void 0;
    if (entries.has(String(step4))) return inside(point, map2);
  }
  return void 0;
}
function firstOf2(point, given, name) {
  const choices2 = [];
  for (const expression2 of given) {
    const choice = inside(point, expression2);
    const result = comesTo(choice);
    if (isPassedOver(valueOf3(choice), name)) continue;
    choices2.push(choice);
    if (result.kind === "known" || result.kind === "list" || result.kind === "object") break;
  }
  return choices2.length === 1 ? choices2[0] : onlyPossible(choices2);
}
function isPassedOver(result, name) {
  if (result.kind === "error") return true;
  if (name === "try" || result.kind !== "known") return false;
  const { value } = result;
  return value === null || value === "" || Array.isArray(value) && value.length === 0;
}
var init_functions2 = __esm({
  "src/locate/hcl/functions.ts"() {
    "use strict";
    init_result();
    init_collections();
    init_point();
    init_scope();
  }
});

// src/locate/hcl/reference.ts
function referred(point) {
  const traversal2 = traversalOf(point.expression, point.scope);
  if (traversal2 === void 0) return void 0;
  const { root, keys: keys2 } = traversal2;
  const bound = point.scope.bound.get(root);
  if (bound !== void 0) return boundMove(point, bound, keys2);
  const [name, ...rest] = keys2;
  if (typeof name !== "string") return void 0;
  switch (root) {
    case "var":
      return variable(point, name, rest);
    case "local":
      return local(point, name, rest);
    case "each":
      return each2(point, name, rest);
    case "module":
      return output2(point, name, rest);
    default:
      return void 0;
  }
}
function splatted(point) {
  const { expression: expression2 } = point;
  const [step4, ...rest] = point.path;
  if (expression2.kind !== "splat" || typeof step4 !== "number") return void 0;
  const keys2 = keysOf(expression2.path, point.scope);
  if (keys2 === void 0 || point.sure === 0 && point.planned !== void 0) return void 0;
  const path = [step4, ...keys2, ...rest];
  const planned2 = point.sure === 0 ? void 0 : point.planned;
  return { ...inside(point, expression2.of), path, sure: Math.max(1, point.sure) + keys2.length, planned: planned2 };
}
function traversalOf(expression2, scope3) {
  const keys2 = [];
  let here = expression2;
  for (; here.kind === "member"; here = here.of) keys2.push(here.key);
  if (here.kind !== "name") return void 0;
  const known5 = keysOf(keys2.reverse(), scope3);
  return known5 && { root: here.name, keys: known5 };
}
function keysOf(keys2, scope3) {
  const known5 = [];
  for (const key4 of keys2) {
    const result = typeof key4 === "object" ? valueOf3({ expression: key4, scope: scope3 }) : void 0;
    const value = result === void 0 ? key4 : result.kind === "known" ? result.value : void 0;
    if (typeof value !== "string" && typeof value !== "number") return void 0;
    known5.push(value);
  }
  return known5;
}
function variable(point, name, keys2) {
  const { plan: plan2, module: module2 } = point.scope;
  if (module2.parent === void 0) return supplied(point, plan2.supplies.of(name), keys2);
  const given = argumentOf(plan2, module2, name);
  const fed = feedingArgument(plan2, module2, name, keys2);
  if (fed !== void 0 && (given === void 0 || !goesByDefault(plan2, module2, name, given))) {
    const what = `argument \`${fed.name}\` of module \`${fed.module.name}\``;
    const to = leapTo(point, fed.argument, what, fed.keys);
    const configured = memberOf(fed.module.config?.call?.expressions, fed.name);
    return isAnother(fed.argument.expression, configured) ? { to, past: [], stale: true } : { to, past: [] };
  }
  if (given === void 0 && module2.parent.code.files === void 0) return void 0;
  const fallback = declaredOf(plan2, module2, name, "default");
  return fallback && { to: leapTo(point, fallback, `default of variable \`${name}\``, keys2), past: [] };
}
function supplied(point, supply2, keys2) {
  if (supply2 === void 0) return void 0;
  const { declared: declared2, given, what } = supply2;
  const name = given === void 0 ? what : `variable \`${declared2?.block.labels[0]}\``;
  const past2 = declared2 === void 0 ? [] : [{ source: declared2.source, span: declared2.block.header, what: name }];
  if (given === void 0) return past2.length === 0 ? void 0 : { to: void 0, past: past2 };
  const { plan: plan2, module: module2 } = point.scope;
  return { to: leapTo(point, { ...given, scope: scopeOf(plan2, module2) }, what, keys2), past: past2 };
}
function local(point, name, keys2) {
  const written4 = localOf(point.scope.plan, point.scope.module, name);
  return written4 && { to: leapTo(point, written4, `local \`${name}\``, keys2), past: [] };
}
function each2(point, name, keys2) {
  const { block } = point.scope;
  if (block?.key === void 0 || block.forEach === void 0) return void 0;
  const what = `\`for_each\` of ${block.what}`;
  if (name === "key") return { to: keyPoint(point, block.forEach, what, block.key), past: [] };
  if (name !== "value") return void 0;
  return { to: leapTo(point, block.forEach, what, [block.key, ...keys2]), past: [] };
}
function keyPoint(point, collection, what, key4) {
  return pointAt(collection, what, [key4], { sure: 1, planned: point.planned, forKey: true });
}
function boundMove(point, { kind, collection, key: key4, what }, keys2) {
  const [first, ...rest] = keys2;
  const asKey = kind === "key" || kind === "iterator" && first === "key";
  if (kind === "iterator" && first !== "key" && first !== "value") return void 0;
  const taken2 = kind === "iterator" ? rest : keys2;
  const to = asKey ? keyPoint(point, collection, what, key4) : leapTo(point, collection, what, [key4, ...taken2]);
  if (kind === "iterator") return { to, past: [] };
  return { to: { ...to, what: point.what, shown: point.shown }, past: [] };
}
function output2(point, call5, keys2) {
  const { plan: plan2, module: module2 } = point.scope;
  const [first, second] = keys2;
  const keyed2 = typeof first === "number" || module2.config?.child(call5)?.output(String(first)) === void 0;
  const key4 = keyed2 ? `[${JSON.stringify(first)}]` : "";
  const name = keyed2 ? second : first;
  const inner = module2.child({ name: call5, key: key4 });
  const what = `output \`${name}\` of module \`${call5}\``;
  const written4 = outputOf(plan2, inner, String(name));
  return written4 && { to: leapTo(point, written4, what, keys2.slice(keyed2 ? 2 : 1)), past: [] };
}
function outputOf(plan2, module2, name) {
  for (const { source: source2, block } of module2.code.files?.blocks("output", name) ?? []) {
    const value = block.attributes.get("value");
    if (value !== void 0) return writtenIn(source2, value, scopeOf(plan2, module2));
  }
  return void 0;
}
var init_reference = __esm({
  "src/locate/hcl/reference.ts"() {
    "use strict";
    init_plain();
    init_feeding();
    init_point();
    init_scope();
    init_stale();
  }
});

// src/locate/hcl/text.ts
function inText(point) {
  const { source: source2, expression: expression2, path } = point;
  if (path.length === 0) return void 0;
  const body2 = heredocBody(source2.text, expression2.span);
  const document = body2 && embeddedJson(source2.text, body2);
  if (document === void 0) return void 0;
  const value = spanAt(document, path, source2.text);
  const token = source2.text.slice(value.start, value.end);
  return {
    ...point,
    path: [],
    sure: 0,
    planned: void 0,
    shown: { key: void 0, value },
    expression: /^".*\$\{/.test(token) ? parseExpression(source2.text, value) : { kind: "literal", value: token, span: value }
  };
}
function heredocBody(text8, span) {
  const opening = /^<<-?[\p{L}\p{N}_-]+[ \t]*\r?\n/u.exec(text8.slice(span.start, span.start + 200))?.[0];
  return opening === void 0 ? void 0 : { start: span.start + opening.length, end: span.end };
}
var init_text2 = __esm({
  "src/locate/hcl/text.ts"() {
    "use strict";
    init_parse();
    init_json();
    init_node();
  }
});

// src/locate/hcl/trail.ts
function trailFrom(start) {
  const spots = [];
  let here = start;
  for (let moves = 0; moves < mostMoves; moves++) {
    const part = partOf(here);
    if (part !== void 0) {
      here = part;
      continue;
    }
    const move = referred(here);
    if (move === void 0) break;
    if (move.to === void 0 || move.to.shown !== here.shown) spots.push(spotOf(here));
    spots.push(...move.past);
    if (move.stale) return { spots, stale: true };
    if (move.to === void 0) return { spots, stale: false };
    here = move.to;
  }
  spots.push(spotOf(here));
  const planned2 = plannedAt(here);
  const stale = planned2 !== void 0 && !here.forKey && isContradicted(comesTo(here), planned2);
  return stale ? { spots: spots.slice(0, 1), stale } : { spots, stale };
}
function partOf(point) {
  const { expression: expression2 } = point;
  switch (expression2.kind) {
    case "literal":
      return inText(point);
    case "template": {
      const [only, ...others] = expression2.parts;
      if (typeof only === "object" && others.length === 0) return inside(point, only);
      return inText(point);
    }
    case "list":
      return item(point, expression2);
    case "object":
      return entry3(point, expression2);
    case "call":
      return argument(point, expression2);
    case "conditional":
      return branch(point, expression2);
    case "for":
      return turn(point, expression2);
    case "splat":
      return splatted(point);
    case "operation": {
      const [only, ...others] = expression2.operands;
      if (only === void 0 || others.length > 0) return void 0;
      return { ...inside(point, only), planned: void 0 };
    }
    default:
      return void 0;
  }
}
function spotOf({ source: source2, shown: shown4, what }) {
  return { source: source2, span: shownSpan(shown4, source2.text), what };
}
function shownSpan({ key: key4, value }, text8) {
  return key4 === void 0 ? value : keyOrValue(key4, value, text8);
}
var mostMoves;
var init_trail = __esm({
  "src/locate/hcl/trail.ts"() {
    "use strict";
    init_node();
    init_collections();
    init_functions2();
    init_point();
    init_reference();
    init_stale();
    init_text2();
    mostMoves = 500;
  }
});

// src/locate/hcl/resource.ts
function resourcePlaces(tree, { plans, declarations }) {
  const views = /* @__PURE__ */ new Map();
  const viewOf = (file) => {
    if (!views.has(file)) {
      const plan2 = plans.find((each3) => each3.file === file);
      const own = declarations.filter((declaration) => declaration.file === file);
      views.set(file, plan2 && planView(plan2, own, tree));
    }
    return views.get(file);
  };
  return (ref) => {
    const address = parseAddress(ref.owner);
    const plan2 = address === void 0 || address.modules.length > deepest12 ? void 0 : viewOf(ref.file);
    return address === void 0 || plan2 === void 0 ? void 0 : placeIn(plan2, address, ref);
  };
}
function placeIn(plan2, address, ref) {
  const { modules, local: local2 } = splitAddress(ref.owner);
  const bracket = local2.indexOf("[");
  const key4 = bracket === -1 ? void 0 : keyOf3(local2.slice(bracket));
  const module2 = plan2.module(modules);
  const target = {
    plan: plan2,
    module: module2,
    address,
    key: key4,
    path: ref.path,
    planned: plan2.declarations.get(ref.owner)
  };
  const { spots, stale } = trailOf(target);
  const note = stale ? { note: "the files here are not what was planned" } : {};
  const steps = stepsOf2(spots.filter(({ source: source2 }) => isAuthors(source2)));
  const nearest2 = steps.at(-1) ?? stepsOf2(callSpot(module2))[0];
  if (nearest2 !== void 0) {
    const secret = plan2.supplies.holdsSecret(nearest2.place.file) ? { secret: true } : {};
    return { place: nearest2.place, trail: steps.length > 1 ? steps : [], ...note, ...secret };
  }
  return stale ? { place: { file: ref.file }, trail: [], ...note } : void 0;
}
function trailOf(target) {
  const { module: module2, address } = target;
  const { files } = module2.code;
  const stale = isStale(module2);
  const blocks2 = files?.blocks(address.mode, address.type, address.name);
  if (blocks2?.length === 0) return { spots: [], stale: true };
  const trail = blocks2 === void 0 ? fedTrail(target) : blockTrail(target, blocks2);
  return { ...trail, stale: stale || trail.stale };
}
function blockTrail(target, blocks2) {
  const { path, planned: planned2 } = target;
  const [best] = blocks2.map(({ source: source3, block: block2 }) => ({
    source: source3,
    ...findInBlock(source3, block2, path, planned2?.root, scopeIn(target, { source: source3, block: block2 }))
  })).sort((a, b) => b.depth - a.depth);
  if (best === void 0) return { spots: [], stale: false };
  const { source: source2, block, attribute: attribute2, scope: scope3 } = best;
  if (attribute2 === void 0) return { spots: [{ source: source2, span: block, what: "the block" }], stale: false };
  const written4 = writtenIn(source2, attribute2, scope3);
  const start = pointAt(written4, "the attribute", best.path, { sure: 0, planned: best.planned });
  const whole5 = path.length - best.path.length;
  const configured = configuredAt(target, path.slice(0, whole5));
  if (configured.taken === whole5 && isAnother(written4.expression, configured.written)) {
    return { spots: trailFrom({ ...start, path: [] }).spots.slice(0, 1), stale: true };
  }
  return trailFrom(start);
}
function scopeIn({ plan: plan2, module: module2, key: key4, address }, { source: source2, block }) {
  const forEach = block.attributes.get("for_each");
  const outside = scopeOf(plan2, module2);
  const what = `\`${address.type}.${address.name}\``;
  return {
    ...outside,
    block: { what, key: key4, forEach: forEach && writtenIn(source2, forEach, outside) }
  };
}
function fedTrail(target) {
  const { plan: plan2, module: module2, key: key4, path, planned: planned2 } = target;
  const { written: written4, taken: taken2, forEach } = configuredAt(target, path);
  const [index2, member3] = path.slice(taken2);
  if (typeof index2 === "number" && typeof member3 === "string") return { spots: [], stale: false };
  const feeder = throughEach(onlyFeeder(written4), forEach, key4);
  const fed = feeder && feedingArgument(plan2, module2, feeder.name, feeder.path);
  if (fed === void 0) return { spots: [], stale: false };
  const what = `argument \`${fed.name}\` of module \`${fed.module.name}\``;
  return trailFrom(
    pointAt(fed.argument, what, [...fed.keys, ...path.slice(taken2)], {
      sure: fed.keys.length,
      planned: planned2?.root.get(...path.slice(0, taken2))
    })
  );
}
function configuredAt({ module: module2, address, planned: planned2 }, path) {
  const local2 = `${address.mode === "data" ? "data." : ""}${address.type}.${address.name}`;
  const resource3 = module2.config?.resource(local2);
  let written4 = resource3 && writtenBody(resource3.expressions);
  let taken2 = 0;
  for (const step4 of path) {
    if (written4 === void 0 || written4 === null || isExpression(written4)) break;
    written4 = writtenBelow(written4, step4, planned2?.root.get(...path.slice(0, taken2)).json);
    taken2++;
  }
  return { written: written4, taken: taken2, forEach: memberOf(resource3, "for_each_expression") };
}
function callSpot(module2) {
  for (let here = module2; here !== void 0; here = here.parent) {
    const call5 = callsOf(here).find(({ source: source2 }) => isAuthors(source2));
    if (call5 !== void 0)
      return [{ source: call5.source, span: call5.block.header, what: `the call of module \`${here.name}\`` }];
  }
  return [];
}
function stepsOf2(spots) {
  return spots.map(({ source: source2, span, what }) => ({ place: source2.place(span), what }));
}
var deepest12;
var init_resource = __esm({
  "src/locate/hcl/resource.ts"() {
    "use strict";
    init_address();
    init_plain();
    init_address2();
    init_written();
    init_block();
    init_feeding();
    init_plan_view();
    init_point();
    init_scope();
    init_stale();
    init_trail();
    deepest12 = 100;
  }
});

// src/locate/locate.ts
function locate(findings, tree, sources) {
  const place2 = places(tree, sources);
  const secret = secrets(sources.declarations);
  const located = (finding) => ({
    ...finding,
    ...firstPlace(finding, place2),
    missing: finding.missing.map((one3) => withPlace(one3, place2)),
    ...finding.refs.some(secret) ? { secret: true } : {}
  });
  return findings.map(
    (finding) => finding.enforcement === "audit" ? whenAsked(finding, located) : located(finding)
  );
}
function whenAsked(finding, locate2) {
  let known5;
  const located = () => {
    known5 ??= locate2(finding);
    return known5;
  };
  return {
    ...finding,
    get place() {
      return located().place;
    },
    get trail() {
      return located().trail;
    },
    get note() {
      return located().note;
    },
    get missing() {
      return located().missing;
    },
    get secret() {
      return located().secret;
    }
  };
}
function secrets(declarations) {
  const marked = declarations.filter(({ format, root }) => format === "terraform" && root.sensitive);
  const names2 = new Set(marked.map(({ file, owner }) => `${file}
${owner}`));
  return ({ file, owner }) => names2.has(`${file}
${owner}`);
}
function places(tree, sources) {
  const inDocument = documentPlaces(tree);
  const inResource = resourcePlaces(tree, sources);
  return (ref) => {
    if (ref.format === "terraform") return inResource(ref);
    const place2 = inDocument(ref);
    return place2 && { place: place2, trail: [] };
  };
}
function withPlace(missing2, place2) {
  const found = missing2.ref === void 0 ? void 0 : place2(missing2.ref);
  return found === void 0 ? missing2 : { ...missing2, place: found.place };
}
function firstPlace(finding, place2) {
  let lineless;
  for (const ref of finding.refs) {
    const found = place2(ref);
    if (found?.place.line !== void 0) return found;
    lineless ??= found;
  }
  return lineless ?? { place: { file: finding.refs[0]?.file ?? finding.policy.file }, trail: [] };
}
var init_locate = __esm({
  "src/locate/locate.ts"() {
    "use strict";
    init_document();
    init_resource();
  }
});

// library:minimatch
var require_minimatch = __commonJS({
  "library:minimatch"(exports2) {
    var library;
    var read5 = () => library ??= require("./lib/minimatch.js");
    for (const name of ["GLOBSTAR", "Minimatch", "braceExpand", "defaults", "escape", "filter", "match", "minimatch", "sep", "unescape"]) {
      Object.defineProperty(exports2, name, { enumerable: true, get: () => read5()[name] });
    }
  }
});

// src/policy/clusters.ts
async function clusterFiles(clusters2, files) {
  if (clusters2.length === 0) return [];
  const { Minimatch } = await Promise.resolve().then(() => __toESM(require_minimatch()));
  const matching3 = (globs2) => {
    const matchers = globs2.map(
      (glob) => new Minimatch(glob.replace(/^\.\//, ""), { dot: true, nocomment: true, nonegate: true })
    );
    return new Set(files.filter((file) => matchers.some((matcher2) => matcher2.match(file))));
  };
  return clusters2.map(({ cluster: cluster3, manifests, terraform, cloudformation, eksctl }) => {
    const made2 = [...terraform, ...cloudformation, ...eksctl];
    return {
      cluster: cluster3,
      manifests: matching3(manifests),
      madeIn: made2.length === 0 ? void 0 : matching3(made2)
    };
  });
}
function clusterMistakes(source2, node) {
  return (node?.kind === "map" ? node.entries : []).flatMap(({ key: key4, value }) => {
    if (value.kind === "map" && value.entries.length > 0) return [];
    const message = `\`${key4.text}\` names no files; say which are its, as in \`${key4.text}: { manifests: ["k8s/**"] }\``;
    return [{ at: source2.place(key4.start, key4.end), message }];
  });
}
var init_clusters = __esm({
  "src/policy/clusters.ts"() {
    "use strict";
  }
});

// src/expr/opaque.ts
var Opaque;
var init_opaque = __esm({
  "src/expr/opaque.ts"() {
    "use strict";
    Opaque = class {
      get() {
        return void 0;
      }
    };
  }
});

// src/expr/functions/network.ts
async function loadNetworkEngine() {
  engine ??= await Promise.resolve().then(() => __toESM(require_ip_address()));
}
function within3(address, ranges) {
  const [network, after2] = address.family === 4 ? ranges[0] : ranges[1];
  return address.bits >> after2 === network;
}
function isGlobalUnicast(address) {
  const special = [loopback, linkLocalUnicast, multicast].some((ranges) => within3(address, ranges));
  return !special && address.bits !== 0n && !(address.family === 4 && address.bits === broadcast);
}
function ip(text8) {
  return readIp(text8) ?? new EvalError(`${JSON.stringify(text8)} is not an IP address`);
}
function cidr(text8) {
  return readCidr(text8) ?? new EvalError(`${JSON.stringify(text8)} is not a CIDR block`);
}
function notLoaded() {
  return new EvalError("the network functions were not loaded");
}
function readable(read5) {
  return read5 instanceof EvalError ? read5 : read5 !== void 0;
}
function ask(value, question) {
  return value instanceof EvalError ? value : question(value);
}
function width(address) {
  return address.family === 4 ? 32 : 128;
}
function covers2(block, address) {
  const after2 = BigInt(width(block.address) - block.prefix);
  return block.address.family === address.family && block.address.bits >> after2 === address.bits >> after2;
}
function containsBlock(block, other) {
  return block.prefix <= other.prefix && covers2(block, other.address);
}
function overlaps(a, b) {
  return containsBlock(a, b) || containsBlock(b, a);
}
function masked(block) {
  const { address, prefix } = block;
  const after2 = BigInt(width(address) - prefix);
  const bits = address.bits >> after2 << after2;
  if (bits === address.bits) return block;
  if (engine === void 0) return notLoaded();
  const network = address.family === 4 ? engine.Address4.fromBigInt(bits) : engine.Address6.fromBigInt(bits);
  return new Cidr(new Ip(address.family, bits, network.correctForm()), prefix);
}
function remembering(read5) {
  const known5 = /* @__PURE__ */ new Map();
  return (text8) => {
    const found = known5.get(text8);
    if (found !== void 0 || known5.has(text8)) return found;
    const answer2 = read5(text8);
    if (answer2 instanceof EvalError) return answer2;
    if (known5.size >= 4096) known5.clear();
    if (text8.length <= 64) known5.set(text8, answer2);
    return answer2;
  };
}
var networkFunctions, engine, Ip, Cidr, loopback, linkLocalUnicast, linkLocalMulticast, multicast, broadcast, readIp, readCidr;
var init_network = __esm({
  "src/expr/functions/network.ts"() {
    "use strict";
    init_value();
    init_opaque();
    networkFunctions = [
      {
        signature: "ip(string): IP",
        doc: "An IPv4 or IPv6 address.",
        engine: "network",
        call: (text8) => ip(text8)
      },
      {
        signature: "isIP(string): bool",
        doc: "Whether the text is an IPv4 or IPv6 address.",
        engine: "network",
        call: (text8) => readable(readIp(text8))
      },
      {
        signature: "ip.isCanonical(string): bool",
        doc: "Whether the text writes an address the way it is usually written; an error where it is none.",
        engine: "network",
        call: (text8) => ask(ip(text8), (address) => address.toString() === text8)
      },
      { signature: "IP.family(): int", doc: "4 or 6.", total: true, call: (address) => address.family },
      {
        signature: "IP.isUnspecified(): bool",
        doc: "`0.0.0.0` or `::`.",
        total: true,
        call: (address) => address.bits === 0n
      },
      {
        signature: "IP.isLoopback(): bool",
        doc: "127.0.0.0/8 or ::1.",
        total: true,
        call: (address) => within3(address, loopback)
      },
      {
        signature: "IP.isLinkLocalUnicast(): bool",
        doc: "169.254.0.0/16 or fe80::/10.",
        total: true,
        call: (address) => within3(address, linkLocalUnicast)
      },
      {
        signature: "IP.isLinkLocalMulticast(): bool",
        doc: "224.0.0.0/24 or ff02::/16.",
        total: true,
        call: (address) => within3(address, linkLocalMulticast)
      },
      {
        signature: "IP.isGlobalUnicast(): bool",
        doc: "Neither unspecified, loopback, link-local, multicast nor broadcast; private addresses count.",
        total: true,
        call: isGlobalUnicast
      },
      {
        signature: "string(IP): string",
        doc: "The address as it is usually written.",
        total: true,
        call: (address) => `${address}`
      },
      {
        signature: "cidr(string): CIDR",
        doc: "A block of addresses: `10.0.0.0/8`.",
        engine: "network",
        call: (text8) => cidr(text8)
      },
      {
        signature: "isCIDR(string): bool",
        doc: "Whether the text is a block of addresses.",
        engine: "network",
        call: (text8) => readable(readCidr(text8))
      },
      {
        signature: "CIDR.ip(): IP",
        doc: "The address before the slash.",
        total: true,
        call: (block) => block.address
      },
      {
        signature: "CIDR.prefixLength(): int",
        doc: "The number after the slash.",
        total: true,
        call: (block) => block.prefix
      },
      {
        signature: "CIDR.family(): int",
        doc: "4 or 6.",
        total: true,
        call: (block) => block.address.family
      },
      {
        signature: "CIDR.masked(): CIDR",
        doc: "The block with the bits after its prefix cleared.",
        total: true,
        call: masked
      },
      {
        signature: "CIDR.containsIP(IP): bool",
        doc: "Whether the address is in the block; never across families.",
        total: true,
        call: (block, address) => covers2(block, address)
      },
      {
        signature: "CIDR.containsIP(string): bool",
        doc: "Whether the address is in the block; an error where the text is no address.",
        engine: "network",
        call: (block, text8) => ask(ip(text8), (address) => covers2(block, address))
      },
      {
        signature: "CIDR.containsCIDR(CIDR): bool",
        doc: "Whether every address of the other block is in this one.",
        total: true,
        call: containsBlock
      },
      {
        signature: "CIDR.containsCIDR(string): bool",
        doc: "Whether every address of the other block is in this one; an error where the text is no block.",
        engine: "network",
        call: (block, text8) => ask(cidr(text8), (other) => containsBlock(block, other))
      },
      {
        signature: "CIDR.overlaps(CIDR): bool",
        doc: "Whether the blocks have an address in common.",
        total: true,
        call: overlaps
      },
      {
        signature: "CIDR.overlaps(string): bool",
        doc: "Whether the blocks have an address in common; an error where the text is no block.",
        engine: "network",
        call: (block, text8) => ask(cidr(text8), (other) => overlaps(block, other))
      },
      {
        signature: "string(CIDR): string",
        doc: "The block as it is usually written.",
        total: true,
        call: (block) => `${block}`
      }
    ];
    Ip = class _Ip extends Opaque {
      concept = "IP";
      family;
      bits;
      text;
      constructor(family, bits, text8) {
        super();
        this.family = family;
        this.bits = bits;
        this.text = text8;
      }
      sameAs(other) {
        return other instanceof _Ip && this.family === other.family && this.bits === other.bits;
      }
      toString() {
        return this.text;
      }
    };
    Cidr = class _Cidr extends Opaque {
      concept = "CIDR";
      address;
      prefix;
      constructor(address, prefix) {
        super();
        this.address = address;
        this.prefix = prefix;
      }
      sameAs(other) {
        return other instanceof _Cidr && this.prefix === other.prefix && this.address.sameAs(other.address);
      }
      toString() {
        return `${this.address}/${this.prefix}`;
      }
    };
    loopback = [
      [0x7fn, 24n],
      [1n, 0n]
    ];
    linkLocalUnicast = [
      [0xa9fen, 16n],
      [0x3fan, 118n]
    ];
    linkLocalMulticast = [
      [0xe00000n, 8n],
      [0xff02n, 112n]
    ];
    multicast = [
      [0xen, 28n],
      [0xffn, 120n]
    ];
    broadcast = 0xffffffffn;
    readIp = remembering((text8) => {
      if (engine === void 0) return notLoaded();
      if (/[/%]/.test(text8)) return void 0;
      if (!text8.includes(":")) {
        if (!engine.Address4.isValid(text8)) return void 0;
        const address2 = new engine.Address4(text8);
        return new Ip(4, address2.bigInt(), address2.correctForm());
      }
      if (text8.includes(".") || !engine.Address6.isValid(text8)) return void 0;
      const address = new engine.Address6(text8);
      const isMapped = address.bigInt() >> 32n === 0xffffn;
      return isMapped ? void 0 : new Ip(6, address.bigInt(), address.correctForm());
    });
    readCidr = remembering((text8) => {
      const [before = "", after2 = "", ...more2] = text8.split("/");
      const address = readIp(before);
      if (address instanceof EvalError) return address;
      if (address === void 0 || more2.length > 0 || !/^(0|[1-9]\d{0,2})$/.test(after2)) return void 0;
      const prefix = Number(after2);
      return prefix > width(address) ? void 0 : new Cidr(address, prefix);
    });
  }
});

// library:re2js
var require_re2js = __commonJS({
  "library:re2js"(exports2) {
    var library;
    var read5 = () => library ??= require("./lib/re2js.js");
    for (const name of ["Matcher", "MatcherInput", "MatcherInputBase", "RE2JS", "RE2JSCompileException", "RE2JSException", "RE2JSFlagsException", "RE2JSGroupException", "RE2JSInternalException", "RE2JSSyntaxException", "RE2Set", "re"]) {
      Object.defineProperty(exports2, name, { enumerable: true, get: () => read5()[name] });
    }
  }
});

// src/expr/functions/patterns.ts
async function loadRegexEngine() {
  engine2 ??= (await Promise.resolve().then(() => __toESM(require_re2js()))).RE2JS;
}
function patternProblem(pattern3) {
  if (/\(\?(?:=|!|<=|<!)/.test(withoutEscapes(pattern3))) {
    return "patterns look neither ahead nor behind (`(?=`, `(?!`, `(?<=`, `(?<!`)";
  }
  if (/\\(?:[1-9]|k<)/.test(pattern3.replaceAll("\\\\", "")))
    return "patterns do not refer back to a group (`\\1`, `\\k<name>`)";
  const compiled2 = engine2 === void 0 ? void 0 : compile(pattern3);
  return compiled2 instanceof EvalError ? compiled2.message : void 0;
}
function matches(text8, pattern3) {
  const compiled2 = compile(pattern3);
  return compiled2 instanceof EvalError ? compiled2 : compiled2.test(text8);
}
function find(text8, pattern3) {
  const compiled2 = compile(pattern3);
  if (compiled2 instanceof EvalError) return compiled2;
  const matcher2 = compiled2.matcher(text8);
  return matcher2.find() ? matcher2.group() ?? "" : "";
}
function compile(pattern3) {
  const known5 = compiled.get(pattern3);
  if (known5 !== void 0) return known5;
  if (engine2 === void 0) return new EvalError("the regular expressions were not loaded");
  const fresh = tryCompile(engine2, pattern3);
  if (compiled.size >= 1024) compiled.clear();
  compiled.set(pattern3, fresh);
  return fresh;
}
function tryCompile(re2, pattern3) {
  try {
    return re2.compile(pattern3);
  } catch (error) {
    const reason2 = error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "";
    return new EvalError(`${JSON.stringify(pattern3)} is not a pattern${reason2 === "" ? "" : `: ${reason2}`}`);
  }
}
function withoutEscapes(pattern3) {
  return pattern3.replace(/\\[\s\S]/g, "").replace(/\[[^\]]*\]/g, "");
}
var patternFunctions, engine2, compiled;
var init_patterns = __esm({
  "src/expr/functions/patterns.ts"() {
    "use strict";
    init_value();
    patternFunctions = [
      {
        signature: "string.matches(string): bool",
        doc: "Whether the pattern (RE2 syntax) is found anywhere in the text; anchor it with `^` and `$`.",
        engine: "regex",
        call: matches
      },
      {
        signature: "matches(string, string): bool",
        doc: "Whether the pattern (RE2 syntax) is found anywhere in the text; anchor it with `^` and `$`.",
        engine: "regex",
        call: matches
      },
      {
        signature: "string.find(string): string",
        doc: "The first part of the text that the pattern matches; an empty string where there is none.",
        engine: "regex",
        call: find
      }
    ];
    compiled = /* @__PURE__ */ new Map();
  }
});

// src/policy/environment.ts
function sharedTypes(vocabulary2, facts) {
  return [
    ...vocabulary2.types.map(({ name, fields: fields3, methods }) => ({
      name,
      fields: Object.fromEntries(fields3.map((field) => [field.name, field.type])),
      methods
    })),
    ...facts.types
  ];
}
function policyEnvironment(shared2, facts, select3, parameters) {
  const params = {
    name: "params",
    fields: Object.fromEntries(parameters.map(({ name, type: type2 }) => [name, type2]))
  };
  return {
    types: [...shared2, params],
    variables: { self: select3, params: "params", facts: facts.type, now: "string" }
  };
}
function withVariable(environment, name, type2) {
  return { ...environment, variables: { ...environment.variables, [name]: type2 } };
}
function elementType(type2) {
  return /^list<(.*)>\??$/.exec(type2)?.[1];
}
var reservedNames;
var init_environment = __esm({
  "src/policy/environment.ts"() {
    "use strict";
    reservedNames = ["self", "params", "facts", "now"];
  }
});

// src/policy/parameters.ts
function misfit(type2, value) {
  switch (type2) {
    case "int":
      return Number.isSafeInteger(value) ? void 0 : "a whole number";
    case "string":
      return typeof value === "string" ? void 0 : "text";
    case "bool":
      return typeof value === "boolean" ? void 0 : "true or false";
    case "list<string>":
      return isListOf(value, (item2) => typeof item2 === "string") ? void 0 : "a list of texts";
    case "list<int>":
      return isListOf(value, Number.isSafeInteger) ? void 0 : "a list of whole numbers";
  }
}
function parameterValue(value) {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return Array.isArray(value) ? value.flatMap((item2) => parameterValue(item2) ?? []) : void 0;
}
function isListOf(value, fits3) {
  return Array.isArray(value) && value.every(fits3);
}
var init_parameters = __esm({
  "src/policy/parameters.ts"() {
    "use strict";
  }
});

// src/policy/policy.ts
function defaultUnresolved(enforcement) {
  return enforcement === "audit" ? "audit" : "warn";
}
var init_policy = __esm({
  "src/policy/policy.ts"() {
    "use strict";
  }
});

// src/policy/override.ts
async function applyOverrides(policies2, overrides2, unresolved) {
  const mistakes = [];
  let changed2 = policies2.map((policy) => withDefault(policy, unresolved));
  for (const override of overrides2) {
    const meant2 = await matcher(override.policies);
    const targets = changed2.filter(meant2);
    if (targets.length === 0) mistakes.push(noTarget(override, policies2));
    mistakes.push(...paramMistakes(override, targets));
    changed2 = changed2.map((policy) => meant2(policy) ? applied(policy, override) : policy);
  }
  return { policies: changed2, mistakes };
}
function withDefault(policy, unresolved) {
  if (unresolved === void 0 || policy.saysUnresolved) return policy;
  return { ...policy, unresolved: policy.enforcement === "audit" ? "audit" : unresolved };
}
async function matcher(pattern3) {
  if (!/[*?[{]/.test(pattern3)) return ({ id, family }) => pattern3 === id || pattern3 === `${family}/${id}`;
  const { minimatch } = await Promise.resolve().then(() => __toESM(require_minimatch()));
  return ({ id, family }) => minimatch(`${family}/${id}`, pattern3) || minimatch(id, pattern3);
}
function applied(policy, override) {
  const enforcement = override.enforcement ?? policy.enforcement;
  return {
    ...policy,
    enforcement,
    unresolved: override.unresolved ?? unresolvedUnder(policy, override.enforcement),
    severity: override.severity ?? policy.severity,
    params: override.params.length === 0 ? policy.params : new Map([...policy.params, ...fitting(policy, override)])
  };
}
function unresolvedUnder(policy, enforcement) {
  if (enforcement === "audit") return "audit";
  if (enforcement === void 0 || policy.saysUnresolved || policy.enforcement !== "audit")
    return policy.unresolved;
  return defaultUnresolved(enforcement);
}
function fitting(policy, override) {
  return override.params.flatMap(({ name, value }) => {
    const parameter = policy.parameters.find((each3) => each3.name === name);
    if (parameter === void 0 || misfit(parameter.type, value) !== void 0) return [];
    return [[name, parameterValue(value) ?? null]];
  });
}
function noTarget(override, policies2) {
  const names2 = policies2.map(({ id }) => id);
  return {
    at: override.at,
    message: `no policy is called \`${override.policies}\`${didYouMean(override.policies, names2)}`
  };
}
function paramMistakes(override, targets) {
  if (targets.length === 0) return [];
  return override.params.flatMap(({ name, value, at }) => {
    const declared2 = targets.flatMap(
      ({ parameters }) => parameters.filter((parameter) => parameter.name === name)
    );
    if (declared2.length === 0) {
      const names2 = targets.flatMap(({ parameters }) => parameters.map((parameter) => parameter.name));
      return [
        { at, message: `\`${override.policies}\` has no parameter \`${name}\`${didYouMean(name, names2)}` }
      ];
    }
    const wanted2 = declared2.map(({ type: type2 }) => misfit(type2, value)).find((each3) => each3 !== void 0);
    return wanted2 === void 0 ? [] : [{ at, message: `\`${name}\` must be ${wanted2}` }];
  });
}
var init_override = __esm({
  "src/policy/override.ts"() {
    "use strict";
    init_suggest();
    init_parameters();
    init_policy();
  }
});

// src/expr/range.ts
function rangeOf2(value) {
  if (typeof value === "number") return Number.isNaN(value) ? void 0 : { low: value, high: value };
  if (!(value instanceof Unknown) || value.low === void 0 && value.high === void 0) return void 0;
  return { low: value.low ?? Number.NEGATIVE_INFINITY, high: value.high ?? Number.POSITIVE_INFINITY };
}
function compareRanges(order3, a, b) {
  switch (order3) {
    case "<":
      return isBelow(a, b);
    case ">":
      return isBelow(b, a);
    case ">=":
      return opposite(isBelow(a, b));
    case "<=":
      return opposite(isBelow(b, a));
  }
}
function areApart(a, b) {
  return a.high < b.low || b.high < a.low;
}
function isBelow(a, b) {
  if (a.high < b.low) return true;
  return a.low >= b.high ? false : void 0;
}
function opposite(answer2) {
  return answer2 === void 0 ? void 0 : !answer2;
}
var init_range = __esm({
  "src/expr/range.ts"() {
    "use strict";
    init_value();
  }
});

// src/expr/type.ts
function listOf4(of) {
  return { kind: "list", of };
}
function mapOf(of) {
  return { kind: "map", of };
}
function nullable(of) {
  return of.kind === "nullable" || of.kind === "dyn" || of.kind === "null" ? of : { kind: "nullable", of };
}
function present(type2) {
  return type2.kind === "nullable" ? type2.of : type2;
}
function isCertain(type2) {
  return type2.kind !== "dyn" && type2.kind !== "nullable" && type2.kind !== "parameter" && type2.kind !== "null";
}
function isNumber(type2) {
  return type2.kind === "int" || type2.kind === "double";
}
function parseType(text8) {
  const known5 = parsed4.get(text8);
  if (known5 !== void 0) return known5;
  const type2 = readType(text8.trim());
  parsed4.set(text8, type2);
  return type2;
}
function showType(type2) {
  switch (type2.kind) {
    case "list":
    case "map":
      return `${type2.kind}<${showType(type2.of)}>`;
    case "nullable":
      return `${showType(type2.of)}?`;
    case "object":
    case "parameter":
      return type2.name;
    case "int":
    case "double":
    case "string":
    case "bool":
    case "null":
    case "dyn":
      return type2.kind;
  }
}
function fits2(from, to, bindings) {
  if (from.kind === "dyn" || to.kind === "dyn") return true;
  if (to.kind === "parameter") return bind(from, to.name, bindings);
  if (to.kind === "nullable") return from.kind === "null" || fits2(present(from), to.of, bindings);
  if (from.kind === "nullable") return fits2(from.of, to, bindings);
  if (from.kind === "list" || from.kind === "map")
    return to.kind === from.kind && fits2(from.of, to.of, bindings);
  if (from.kind === "object") return to.kind === "object" && from.name === to.name;
  return from.kind === to.kind;
}
function substitute(type2, bindings) {
  if (type2.kind === "parameter") return bindings.get(type2.name) ?? dyn;
  if (type2.kind === "list" || type2.kind === "map")
    return { kind: type2.kind, of: substitute(type2.of, bindings) };
  return type2.kind === "nullable" ? nullable(substitute(type2.of, bindings)) : type2;
}
function join(a, b) {
  if (a.kind === "dyn" || b.kind === "dyn") return dyn;
  if (a.kind === "null") return nullable(b);
  if (b.kind === "null") return nullable(a);
  if (a.kind === "nullable" || b.kind === "nullable") {
    const both5 = join(present(a), present(b));
    return both5 === void 0 ? void 0 : nullable(both5);
  }
  if ((a.kind === "list" || a.kind === "map") && a.kind === b.kind) {
    const of = isEmptyLiteral(a) ? b.of : isEmptyLiteral(b) ? a.of : join(a.of, b.of);
    return of === void 0 ? void 0 : { kind: a.kind, of };
  }
  return fits2(a, b, /* @__PURE__ */ new Map()) ? a : void 0;
}
function canMeet(a, b) {
  const [left, right] = [present(a), present(b)];
  if (left.kind === "dyn" || right.kind === "dyn") return true;
  if (left.kind === "null" || right.kind === "null") return isNullable(a) && isNullable(b);
  if (isNumber(left) && isNumber(right)) return true;
  if (left.kind === "list" || left.kind === "map")
    return right.kind === left.kind && canMeet(left.of, right.of);
  return fits2(left, right, /* @__PURE__ */ new Map());
}
function isNullable(type2) {
  return type2.kind === "nullable" || type2.kind === "null" || type2.kind === "dyn";
}
function isEmptyLiteral(type2) {
  return (type2.kind === "list" || type2.kind === "map") && type2.of.kind === "dyn";
}
function bind(from, name, bindings) {
  const bound = bindings.get(name);
  const both5 = bound === void 0 ? from : join(bound, from);
  if (both5 === void 0) return false;
  bindings.set(name, both5);
  return true;
}
function readType(text8) {
  if (text8.endsWith("?")) return nullable(parseType(text8.slice(0, -1)));
  const container = /^(list|map)<(.+)>$/.exec(text8);
  if (container !== null) {
    const of = parseType(container[2] ?? "");
    return container[1] === "list" ? listOf4(of) : mapOf(of);
  }
  switch (text8) {
    case "int":
    case "double":
    case "string":
    case "bool":
    case "null":
    case "dyn":
      return { kind: text8 };
  }
  if (/^[A-Z]$/.test(text8)) return { kind: "parameter", name: text8 };
  if (/^[A-Za-z]\w*$/.test(text8)) return { kind: "object", name: text8 };
  throw new Error(`not a type: \`${text8}\``);
}
var dyn, int, double, string, bool, parsed4;
var init_type = __esm({
  "src/expr/type.ts"() {
    "use strict";
    dyn = { kind: "dyn" };
    int = { kind: "int" };
    double = { kind: "double" };
    string = { kind: "string" };
    bool = { kind: "bool" };
    parsed4 = /* @__PURE__ */ new Map();
  }
});

// src/expr/always.ts
function alwaysAnswers(node, text8, typeOf5) {
  const { operator, left, right } = node;
  if (operator === "in")
    return isEmptyList(right) ? { answer: false, because: "the list is empty" } : void 0;
  if (operator === "==" || operator === "!=") {
    const present2 = [left, right].find((side) => isCertain(typeOf5(side)));
    if (present2 !== void 0 && [left, right].some(isNull3)) {
      return { answer: operator === "!=", because: `\`${source(present2, text8)}\` is never null` };
    }
  }
  if (!isComparison(operator)) return void 0;
  const answer2 = byRange(operator, left, right);
  if (answer2 !== void 0) return { answer: answer2, because: rangeReason(node, text8) };
  if (left.kind === "literal" && right.kind === "literal")
    return literalAnswer(operator, left.value, right.value);
  if (source(left, text8) !== source(right, text8) || typeOf5(left).kind === "double") return void 0;
  return { answer: reflexive(operator), because: "both sides are the same" };
}
function knownRange(node) {
  if (node.kind === "literal") return rangeOf2(node.value);
  const isSize = node.kind === "call" && node.function === "size";
  const isCount = node.kind === "quantifier" && node.quantifier === "count";
  return isSize || isCount ? { low: 0, high: Number.POSITIVE_INFINITY } : void 0;
}
function byRange(operator, left, right) {
  const [a, b] = [knownRange(left), knownRange(right)];
  if (a === void 0 || b === void 0) return void 0;
  if (operator !== "==" && operator !== "!=") return compareRanges(operator, a, b);
  return areApart(a, b) ? operator === "!=" : void 0;
}
function rangeReason(node, text8) {
  const counted4 = [node.left, node.right].find((side) => side.kind !== "literal");
  return counted4 === void 0 ? "both sides are written out" : `\`${source(counted4, text8)}\` is never negative`;
}
function literalAnswer(operator, left, right) {
  if (operator !== "==" && operator !== "!=") return void 0;
  return { answer: left === right === (operator === "=="), because: "both sides are written out" };
}
function isComparison(operator) {
  return ["==", "!=", "<", "<=", ">", ">="].includes(operator);
}
function reflexive(operator) {
  return operator === "==" || operator === "<=" || operator === ">=";
}
function isEmptyList(node) {
  return node.kind === "list" && node.elements.length === 0;
}
function isNull3(node) {
  return node.kind === "literal" && node.type === "null";
}
function source(node, text8) {
  return text8.slice(node.start, node.end).replace(/\s+/g, " ");
}
var init_always = __esm({
  "src/expr/always.ts"() {
    "use strict";
    init_range();
    init_type();
  }
});

// src/expr/operator-types.ts
function operatorType(node, left, right) {
  if (isArithmetic(node)) return arithmeticType(node, left, right);
  return relationProblem(node, left, right) ?? bool;
}
function isArithmetic(node) {
  return ["+", "-", "*", "/", "%"].includes(node.operator);
}
function relationProblem(node, left, right) {
  const [a, b] = [showType(left), showType(right)];
  switch (node.operator) {
    case "==":
    case "!=":
      return canMeet(left, right) ? void 0 : `\`${a}\` and \`${b}\` are never equal`;
    case "in":
      return membershipProblem(left, right);
    default:
      return areOrdered(present(left), present(right)) ? void 0 : `\`${node.operator}\` does not compare \`${a}\` with \`${b}\``;
  }
}
function membershipProblem(left, right) {
  const list6 = present(right);
  if (list6.kind === "dyn") return void 0;
  const member3 = list6.kind === "list" ? list6.of : list6.kind === "map" ? string : void 0;
  if (member3 === void 0) return `\`in\` needs a list or a map, but this is \`${showType(right)}\``;
  if (list6.kind === "map" && !canMeet(left, string))
    return `the keys of a map are \`string\`, never \`${showType(left)}\``;
  return canMeet(left, member3) ? void 0 : `\`${showType(right)}\` never holds \`${showType(left)}\``;
}
function areOrdered(left, right) {
  if (left.kind === "dyn") return isOrdered(right) || right.kind === "dyn";
  if (right.kind === "dyn") return isOrdered(left);
  if (isNumber(left)) return isNumber(right);
  return isOrdered(left) && left.kind === right.kind;
}
function isOrdered(type2) {
  return isNumber(type2) || type2.kind === "string" || type2.kind === "bool";
}
function arithmeticType(node, left, right) {
  const [a, b] = [present(left), present(right)];
  if (a.kind === "dyn" && b.kind === "dyn") return dyn;
  const [one3, other] = a.kind === "dyn" ? [b, b] : b.kind === "dyn" ? [a, a] : [a, b];
  if (one3.kind === "int" && other.kind === "int") return int;
  if (one3.kind === "double" && other.kind === "double" && node.operator !== "%") return double;
  if (node.operator === "+") {
    if (one3.kind === "string" && other.kind === "string") return string;
    const both5 = one3.kind === "list" && other.kind === "list" ? join(one3, other) : void 0;
    if (both5 !== void 0) return both5;
  }
  const convert3 = isNumber(one3) && isNumber(other) && node.operator !== "%" ? "; convert one with `double()` or `int()`" : "";
  return `\`${node.operator}\` does not take \`${showType(left)}\` and \`${showType(right)}\`${convert3}`;
}
var init_operator_types = __esm({
  "src/expr/operator-types.ts"() {
    "use strict";
    init_type();
  }
});

// src/expr/macros.ts
var macros, otherMacros, macroNames;
var init_macros = __esm({
  "src/expr/macros.ts"() {
    "use strict";
    macros = {
      all: {
        forms: ["np", "nnp"],
        usage: "all(x, condition)",
        doc: "Whether the condition holds for every member."
      },
      exists: { forms: ["np", "nnp"], usage: "exists(x, condition)", doc: "Whether it holds for at least one." },
      exists_one: {
        forms: ["np", "nnp"],
        usage: "exists_one(x, condition)",
        doc: "Whether it holds for exactly one."
      },
      existsOne: { forms: ["np", "nnp"], usage: "existsOne(x, condition)", doc: "The same as `exists_one`." },
      count: { forms: ["np", "nnp"], usage: "count(x, condition)", doc: "For how many members it holds." },
      filter: { forms: ["np"], usage: "filter(x, condition)", doc: "The members for which it holds." },
      map: {
        forms: ["nt", "npt"],
        usage: "map(x, value)",
        doc: "A value for every member; `map(x, condition, value)` for some."
      },
      transformList: {
        forms: ["nnt", "nnpt"],
        usage: "transformList(i, x, value)",
        doc: "A value for every member and its index."
      }
    };
    otherMacros = {
      has: { usage: "has(x.field)", doc: "Whether a field has a value." },
      "cel.bind": {
        usage: "cel.bind(name, value, expression)",
        doc: "The expression, with a name for a value in it."
      }
    };
    macroNames = [...Object.keys(macros), ...Object.keys(otherMacros)];
  }
});

// src/expr/resolve.ts
function resolve(call5, library) {
  const named5 = library.functions(call5.name);
  const fitting2 = named5.flatMap((overload2) => {
    const bindings = /* @__PURE__ */ new Map();
    const matches2 = overload2.isMethod === call5.isMethod && matchesAll(call5.types, overload2.parameters, bindings);
    return matches2 ? [{ overload: overload2, result: substitute(overload2.result, bindings) }] : [];
  });
  const [first] = fitting2;
  if (first === void 0) return noOverload(call5, named5, library);
  const isOpen4 = fitting2.some(({ result }) => showType(result) !== showType(first.result));
  return { overloads: fitting2.map(({ overload: overload2 }) => overload2), result: isOpen4 ? dyn : first.result };
}
function matchesAll(types, parameters, bindings) {
  if (types.length !== parameters.length) return false;
  return types.every((type2, index2) => fits2(type2, parameters[index2] ?? dyn, bindings));
}
function noOverload(call5, named5, library) {
  const { name, isMethod, types } = call5;
  const usable = named5.filter((overload2) => overload2.isMethod === isMethod);
  const closest = usable.filter(
    ({ parameters }) => isMethod && matchesAll(types.slice(0, 1), parameters.slice(0, 1), /* @__PURE__ */ new Map())
  );
  const shown4 = (closest.length > 0 ? closest : usable.length > 0 ? usable : named5).slice(0, 4).map(showOverload);
  if (shown4.length > 0)
    return `no \`${showCall(call5)}\`; there is ${shown4.map((one3) => `\`${one3}\``).join(", ")}`;
  if (macroNames.includes(name)) {
    return `\`${name}()\` takes a name and an expression, as in \`list.all(x, x > 0)\``;
  }
  const [receiver] = types;
  const isField = isMethod && receiver?.kind === "object" && library.field(receiver.name, name) !== void 0;
  if (isField) return `\`${name}\` is a field, written without \`()\``;
  return `unknown function \`${name}\`${didYouMean(name, [...library.functionNames, ...macroNames])}`;
}
function showCall({ name, isMethod, types }) {
  const shown4 = types.map(showType);
  return isMethod ? `${shown4[0]}.${name}(${shown4.slice(1).join(", ")})` : `${name}(${shown4.join(", ")})`;
}
function showOverload({ name, isMethod, parameters, result }) {
  return `${showCall({ name, isMethod, types: parameters })}: ${showType(result)}`;
}
var init_resolve = __esm({
  "src/expr/resolve.ts"() {
    "use strict";
    init_suggest();
    init_macros();
    init_type();
  }
});

// src/expr/signature.ts
function overload(declaration, receiver) {
  const parts2 = /^(?:(.+)\.)?(\w+)\((.*)\)\s*:\s*(.+)$/.exec(declaration.signature.trim());
  if (parts2 === null) throw new Error(`not a signature: \`${declaration.signature}\``);
  const [, before, name = "", parameters = "", result = ""] = parts2;
  const declared2 = splitParameters(parameters).map(parseType);
  const isNamespaced = before !== void 0 && namespaces.has(before);
  const on = receiver ?? (isNamespaced ? void 0 : before);
  return {
    name: isNamespaced ? `${before}.${name}` : name,
    isMethod: on !== void 0,
    parameters: on === void 0 ? declared2 : [parseType(on), ...declared2],
    result: parseType(result),
    declaration
  };
}
function splitParameters(text8) {
  return text8.split(/,(?![^<]*>)/).map((part) => part.trim()).filter((part) => part !== "");
}
var namespaces;
var init_signature = __esm({
  "src/expr/signature.ts"() {
    "use strict";
    init_type();
    namespaces = /* @__PURE__ */ new Set(["sets", "ip"]);
  }
});

// src/expr/check.ts
function check(tree, text8, library) {
  const work = {
    text: text8,
    library,
    types: /* @__PURE__ */ new Map(),
    calls: /* @__PURE__ */ new Map(),
    uses: /* @__PURE__ */ new Set(),
    problems: []
  };
  const type2 = typeOf(tree, void 0, work);
  return { tree, type: type2, types: work.types, calls: work.calls, uses: work.uses, problems: work.problems };
}
function typeOf(node, scope3, work) {
  const type2 = findType(node, scope3, work);
  work.types.set(node, type2);
  return type2;
}
function findType(node, scope3, work) {
  switch (node.kind) {
    case "literal":
      return { kind: node.type };
    case "name":
      if (lookUp(node.name, scope3) === void 0) work.uses.add(node.name);
      return nameType(node, scope3, work);
    case "select":
      return selectType(node, scope3, work);
    case "index":
      return indexType(node, scope3, work);
    case "unary":
      return unaryType(node, scope3, work);
    case "logic":
      wantBool(node.left, `\`${node.operator}\``, scope3, work);
      wantBool(node.right, `\`${node.operator}\``, scope3, work);
      return bool;
    case "conditional":
      return conditionalType(node, scope3, work);
    case "binary":
      return binaryType(node, scope3, work);
    case "list":
      return listType(node, scope3, work);
    case "map":
      return mapType(node, scope3, work);
    case "call":
      return callType(node, scope3, work);
    case "has":
      typeOf(node.select, scope3, work);
      return bool;
    case "bind": {
      const value = typeOf(node.value, scope3, work);
      return typeOf(node.body, { name: node.name, type: value, outer: scope3 }, work);
    }
    case "quantifier":
      return quantifierType(node, scope3, work);
    case "collect":
      return collectType(node, scope3, work);
  }
}
function report(work, at, message) {
  work.problems.push({ message, start: at.start, end: at.end });
  return dyn;
}
function lookUp(name, scope3) {
  for (let inner = scope3; inner !== void 0; inner = inner.outer)
    if (inner.name === name) return inner.type;
  return void 0;
}
function scopeNames(scope3) {
  return scope3 === void 0 ? [] : [scope3.name, ...scopeNames(scope3.outer)];
}
function nameType(node, scope3, work) {
  const type2 = lookUp(node.name, scope3) ?? work.library.variable(node.name);
  if (type2 !== void 0) return type2;
  const names2 = [...scopeNames(scope3), ...work.library.variableNames];
  return report(work, node, `unknown variable \`${node.name}\`${didYouMean(node.name, names2)}`);
}
function objectType(node, scope3, work) {
  if (node.kind !== "name") return typeOf(node, scope3, work);
  const type2 = nameType(node, scope3, work);
  work.types.set(node, type2);
  return type2;
}
function variablePath(node, scope3) {
  if (node.kind === "name") return lookUp(node.name, scope3) === void 0 ? node.name : void 0;
  const step4 = node.kind === "select" ? node.field : node.kind === "index" ? literalKey(node.index) : void 0;
  if (step4 === void 0 || node.kind !== "select" && node.kind !== "index") return void 0;
  const before = variablePath(node.object, scope3);
  return before === void 0 ? void 0 : `${before}.${step4}`;
}
function literalKey(node) {
  return node.kind === "literal" && typeof node.value === "string" ? node.value : void 0;
}
function noteUse(node, scope3, work) {
  const path = variablePath(node, scope3);
  if (path !== void 0) work.uses.add(path);
}
function selectType(node, scope3, work) {
  const object5 = present(objectType(node.object, scope3, work));
  noteUse(node, scope3, work);
  if (object5.kind === "dyn") return dyn;
  if (object5.kind === "map") return object5.of;
  const name = showType(object5);
  if (object5.kind === "list") {
    return report(
      work,
      node.fieldSpan,
      `\`${name}\` has no fields; ask its members, as in \`.map(x, x.${node.field})\``
    );
  }
  const type2 = object5.kind === "object" ? work.library.field(object5.name, node.field) : void 0;
  if (type2 !== void 0) return type2;
  const meant2 = object5.kind === "object" ? didYouMean(node.field, work.library.fieldNames(object5.name)) : "";
  return report(work, node.fieldSpan, `\`${name}\` has no field \`${node.field}\`${meant2}`);
}
function indexType(node, scope3, work) {
  const key4 = literalKey(node.index);
  const object5 = present(
    key4 === void 0 ? typeOf(node.object, scope3, work) : objectType(node.object, scope3, work)
  );
  const index2 = present(typeOf(node.index, scope3, work));
  noteUse(node, scope3, work);
  if (object5.kind === "dyn") return dyn;
  if (object5.kind === "list") return want(index2, int, node.index, "a position in a list", work) ?? object5.of;
  if (object5.kind === "map") return want(index2, string, node.index, "a key of a map", work) ?? object5.of;
  return report(work, node, `\`${showType(object5)}\` has no members to ask for with \`[ ]\``);
}
function want(type2, wanted2, at, what, work) {
  if (fits2(type2, wanted2, /* @__PURE__ */ new Map())) return void 0;
  return report(work, at, `${what} is \`${showType(wanted2)}\`, but this is \`${showType(type2)}\``);
}
function wantBool(node, who, scope3, work) {
  const type2 = typeOf(node, scope3, work);
  if (!fits2(type2, bool, /* @__PURE__ */ new Map()))
    report(work, node, `${who} needs \`bool\`, but this is \`${showType(type2)}\``);
}
function unaryType(node, scope3, work) {
  if (node.operator === "!") {
    wantBool(node.operand, "`!`", scope3, work);
    return bool;
  }
  const type2 = present(typeOf(node.operand, scope3, work));
  if (isNumber(type2) || type2.kind === "dyn") return type2;
  return report(work, node.operand, `\`-\` needs a number, but this is \`${showType(type2)}\``);
}
function conditionalType(node, scope3, work) {
  wantBool(node.condition, "a condition", scope3, work);
  const [yes, no2] = [typeOf(node.yes, scope3, work), typeOf(node.no, scope3, work)];
  const both5 = join(yes, no2);
  if (both5 !== void 0) return both5;
  return report(
    work,
    node,
    `the two branches are of different types: \`${showType(yes)}\` and \`${showType(no2)}\``
  );
}
function binaryType(node, scope3, work) {
  const before = work.problems.length;
  const [left, right] = [typeOf(node.left, scope3, work), typeOf(node.right, scope3, work)];
  if (work.problems.length > before) return isArithmetic(node) ? dyn : bool;
  const always2 = alwaysAnswers(node, work.text, (operand2) => work.types.get(operand2) ?? dyn);
  if (always2 !== void 0) {
    report(work, node, `this is always ${always2.answer}: ${always2.because}`);
    return bool;
  }
  const type2 = operatorType(node, left, right);
  if (typeof type2 !== "string") return type2;
  report(work, node, type2);
  return isArithmetic(node) ? dyn : bool;
}
function listType(node, scope3, work) {
  let of;
  for (const element2 of node.elements) {
    const type2 = typeOf(element2, scope3, work);
    const both5 = of === void 0 ? type2 : join(of, type2);
    if (both5 === void 0)
      report(
        work,
        element2,
        `a list holds one type: this is \`${showType(type2)}\` among \`${showType(of ?? dyn)}\``
      );
    of = both5 ?? dyn;
  }
  return listOf4(of ?? dyn);
}
function mapType(node, scope3, work) {
  let of;
  const keys2 = /* @__PURE__ */ new Set();
  for (const { key: key4, value } of node.entries) {
    want(typeOf(key4, scope3, work), string, key4, "a key of a map", work);
    const literal5 = literalKey(key4);
    if (literal5 !== void 0 && keys2.has(literal5))
      report(work, key4, `the key \`${literal5}\` is written twice`);
    if (literal5 !== void 0) keys2.add(literal5);
    const type2 = typeOf(value, scope3, work);
    of = of === void 0 ? type2 : join(of, type2) ?? dyn;
  }
  return mapOf(of ?? dyn);
}
function memberScope(node, scope3, work) {
  const list6 = present(typeOf(node.list, scope3, work));
  const [key4, member3] = list6.kind === "list" ? [int, list6.of] : list6.kind === "map" ? [string, list6.of] : [dyn, dyn];
  if (list6.kind !== "list" && list6.kind !== "map" && list6.kind !== "dyn") {
    report(work, node.list, `\`${showType(list6)}\` has no members to go through`);
  }
  const [first, second] = node.names;
  if (first === void 0) return scope3;
  if (second === void 0)
    return { name: first.name, type: list6.kind === "map" ? key4 : member3, outer: scope3 };
  return { name: second.name, type: member3, outer: { name: first.name, type: key4, outer: scope3 } };
}
function quantifierType(node, scope3, work) {
  const inner = memberScope(node, scope3, work);
  wantBool(node.predicate, `the condition of \`${node.quantifier}()\``, inner, work);
  return node.quantifier === "count" ? int : bool;
}
function collectType(node, scope3, work) {
  const inner = memberScope(node, scope3, work);
  if (node.predicate !== void 0) {
    wantBool(
      node.predicate,
      `the condition of \`${node.transform === void 0 ? "filter" : "map"}()\``,
      inner,
      work
    );
  }
  if (node.transform !== void 0) return listOf4(typeOf(node.transform, inner, work));
  return listOf4(inner?.type ?? dyn);
}
function callType(node, scope3, work) {
  const { receiver } = node;
  const namespace = receiver?.kind === "name" && isNamespace(receiver, scope3, work) ? `${receiver.name}.` : "";
  const isMethod = receiver !== void 0 && namespace === "";
  const operands2 = isMethod ? [receiver, ...node.arguments] : node.arguments;
  const types = operands2.map((operand2) => typeOf(operand2, scope3, work));
  if (node.function === "") return dyn;
  const resolved2 = resolve({ name: `${namespace}${node.function}`, isMethod, types }, work.library);
  if (typeof resolved2 === "string") return report(work, node.functionSpan, resolved2);
  const { overloads, result } = resolved2;
  work.calls.set(node, { overloads, operands: operands2 });
  if (overloads.some(({ declaration }) => declaration.engine === "regex")) checkPattern(operands2[1], work);
  return result;
}
function isNamespace(receiver, scope3, work) {
  const isValue = lookUp(receiver.name, scope3) !== void 0 || work.library.variable(receiver.name) !== void 0;
  return !isValue && namespaces.has(receiver.name);
}
function checkPattern(pattern3, work) {
  const written4 = pattern3 === void 0 ? void 0 : literalKey(pattern3);
  const problem = written4 === void 0 ? void 0 : patternProblem(written4);
  if (pattern3 !== void 0 && problem !== void 0) report(work, pattern3, problem);
}
var init_check = __esm({
  "src/expr/check.ts"() {
    "use strict";
    init_suggest();
    init_always();
    init_patterns();
    init_operator_types();
    init_resolve();
    init_signature();
    init_type();
  }
});

// src/expr/evaluate/frame.ts
function newFrame(variables) {
  return { variables, slots: [], budget: mostVisits };
}
function tooMuchWork() {
  return new EvalError("the expression visits too many list members");
}
function noValue(operand2) {
  return new EvalError(`\`${operand2.name}\` has no value`);
}
var mostVisits;
var init_frame = __esm({
  "src/expr/evaluate/frame.ts"() {
    "use strict";
    init_value();
    mostVisits = 5e6;
  }
});

// src/expr/unknowns.ts
function isUndecided(value) {
  return typeof value === "object" && (value instanceof Unknown || value instanceof EvalError);
}
function union(a, b) {
  const missing2 = a === b ? a.missing : both2(a.missing, b.missing);
  return a instanceof Fallible || b instanceof Fallible ? new Fallible(missing2) : new Unknown(missing2);
}
function logical(a, b) {
  if (a === void 0) return b;
  if (a instanceof EvalError) return b instanceof EvalError ? a : fallible(b);
  return b instanceof EvalError ? fallible(a) : union(a, b);
}
function strict(a, b) {
  if (a === void 0 || a instanceof EvalError) return a ?? b;
  return b instanceof EvalError ? b : union(a, b);
}
function fallible(value) {
  return value instanceof Fallible ? value : new Fallible(value.missing);
}
function carried(value, certain) {
  if (value instanceof EvalError) return value;
  if (!certain) return fallible(value);
  return value.low === void 0 && value.high === void 0 ? value : new Unknown(value.missing);
}
function both2(a, b) {
  const names2 = new Set(a.map(({ attribute: attribute2 }) => attribute2));
  const added2 = b.filter(({ attribute: attribute2 }) => !names2.has(attribute2));
  return added2.length === 0 ? a : [...a, ...added2];
}
var Fallible;
var init_unknowns = __esm({
  "src/expr/unknowns.ts"() {
    "use strict";
    init_value();
    Fallible = class extends Unknown {
    };
  }
});

// src/expr/kind.ts
function isList3(value) {
  return Array.isArray(value);
}
function isMap(value) {
  return value instanceof Map;
}
function isFields2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Map) && !(value instanceof Unknown) && !(value instanceof EvalError) && !(value instanceof PartialList);
}
function describe(value) {
  if (value === null) return "null";
  if (typeof value === "boolean") return `\`${value}\``;
  if (typeof value === "number") return "a number";
  if (typeof value === "string") return "a string";
  if (isList3(value) || value instanceof PartialList) return "a list";
  if (isMap(value)) return "a map";
  return isFields2(value) ? `a ${value.concept}` : "not known";
}
var init_kind = __esm({
  "src/expr/kind.ts"() {
    "use strict";
    init_value();
  }
});

// src/expr/members.ts
function wholeList(list6) {
  if (!(list6 instanceof PartialList)) return list6;
  return list6.items.length <= 1 && furtherMembers(list6) === void 0 ? list6.items : void 0;
}
function partialList(items, why2, more2) {
  const { atLeast, atMost, candidates } = more2;
  const bounds2 = candidates === void 0 ? { atLeast, atMost } : { atLeast, atMost, candidates };
  const list6 = new PartialList(items, why2, atMost <= 0 || candidates?.length === 0 ? noFurther : bounds2);
  return wholeList(list6) ?? list6;
}
function furtherMembers(list6) {
  if (!(list6 instanceof PartialList) || list6.atMost <= 0 || list6.candidates?.length === 0) return void 0;
  return list6;
}
function certainItems(list6) {
  return list6 instanceof PartialList ? list6.items : list6;
}
function sizeBounds(list6) {
  const items = certainItems(list6).length;
  const more2 = furtherMembers(list6);
  return more2 === void 0 ? { low: items, high: items } : { low: items + more2.atLeast, high: items + more2.atMost };
}
function size(list6) {
  const { low, high } = sizeBounds(list6);
  return list6 instanceof PartialList && low < high ? new Unknown(list6.why.missing, low, high) : low;
}
function concat2(a, b) {
  const items = [...certainItems(a), ...certainItems(b)];
  if (!(a instanceof PartialList))
    return b instanceof PartialList ? partialList(items, b.why, further2(b)) : items;
  if (!(b instanceof PartialList)) return partialList(items, a.why, further2(a));
  const [left, right] = [further2(a), further2(b)];
  return partialList(items, union(a.why, b.why), {
    atLeast: left.atLeast + right.atLeast,
    atMost: left.atMost + right.atMost,
    candidates: left.candidates && right.candidates && [...left.candidates, ...right.candidates]
  });
}
function further2(list6) {
  return furtherMembers(list6) ?? noFurther;
}
function unknownWithin(value) {
  if (typeof value !== "object" || value === null) return void 0;
  if (value instanceof Unknown) return value;
  if (value instanceof PartialList)
    return value.items.reduce((why2, item2) => addUnknown(why2, item2) ?? why2, value.why);
  if (isList3(value)) return value.reduce(addUnknown, void 0);
  return isMap(value) ? [...value.values()].reduce(addUnknown, void 0) : void 0;
}
function addUnknown(why2, value) {
  const found = unknownWithin(value);
  return found === void 0 ? why2 : why2 === void 0 ? union(found, found) : union(why2, found);
}
var noFurther;
var init_members2 = __esm({
  "src/expr/members.ts"() {
    "use strict";
    init_value();
    init_kind();
    init_unknowns();
    noFurther = { atLeast: 0, atMost: 0, candidates: [] };
  }
});

// src/expr/evaluate/call.ts
function call3(name, overloads, operands2) {
  const [only] = overloads;
  const [first, second] = operands2;
  const certain = overloads.every(({ declaration: declaration2 }) => declaration2.total === true) && operands2.every((one3) => one3.certain);
  const ask3 = (values2) => {
    const overload2 = overloads.find(({ parameters: parameters2 }) => acceptsAll(parameters2, values2));
    return overload2 === void 0 ? noOverload2(name, operands2, values2) : apply(overload2, values2, certain);
  };
  if (overloads.length !== 1 || only === void 0 || first === void 0 || operands2.length > 2) {
    return (frame) => {
      const values2 = operands2.map(({ step: step4 }) => step4(frame));
      const open6 = values2.filter(isUndecided).reduce(strict, void 0);
      return open6 === void 0 ? ask3(values2) : carried(open6, certain);
    };
  }
  const { declaration, parameters } = only;
  const [wanted2, wantedToo] = parameters;
  if (second === void 0) {
    return (frame) => {
      const value = first.step(frame);
      if (isUndecided(value)) return carried(value, certain);
      if (!accepts2(wanted2, value)) return noOverload2(name, operands2, [value]);
      if (declaration.seesUnknownMembers !== true && typeof value === "object")
        return apply(only, [value], certain);
      return declaration.call(value);
    };
  }
  return (frame) => {
    const a = first.step(frame);
    const b = second.step(frame);
    if (isUndecided(a)) return carried(isUndecided(b) ? strict(a, b) : a, certain);
    if (isUndecided(b)) return carried(b, certain);
    if (!accepts2(wanted2, a) || !accepts2(wantedToo, b)) return noOverload2(name, operands2, [a, b]);
    const simple = declaration.seesUnknownMembers === true || typeof a !== "object" && typeof b !== "object";
    return simple ? declaration.call(a, b) : apply(only, [a, b], certain);
  };
}
function apply({ declaration }, values2, certain) {
  if (declaration.seesUnknownMembers === true) return declaration.call(...values2);
  const plain6 = values2.map((value) => value instanceof PartialList ? wholeList(value) ?? value : value);
  const open6 = plain6.map(unknownWithin).filter((found) => found !== void 0);
  return open6.length > 0 ? carried(open6.reduce(union), certain) : declaration.call(...plain6);
}
function acceptsAll(parameters, values2) {
  return parameters.length === values2.length && parameters.every((parameter, index2) => accepts2(parameter, values2[index2]));
}
function accepts2(type2, value) {
  if (type2 === void 0 || value === void 0) return false;
  switch (type2.kind) {
    case "int":
      return typeof value === "number" && Number.isInteger(value);
    case "double":
      return typeof value === "number";
    case "string":
      return typeof value === "string";
    case "bool":
      return typeof value === "boolean";
    case "list":
      return isList3(value) && acceptsMembers(type2.of, value) || value instanceof PartialList;
    case "map":
      return isMap(value);
    case "null":
      return value === null;
    case "object":
      return isFields2(value) && value.concept === type2.name;
    case "nullable":
      return value === null || accepts2(type2.of, value);
    case "dyn":
    case "parameter":
      return true;
  }
}
function acceptsMembers(type2, list6) {
  if (type2.kind === "parameter" || type2.kind === "dyn") return true;
  return list6.every((item2) => isUndecided(item2) || accepts2(type2, item2));
}
function noOverload2(name, operands2, values2) {
  const missing2 = operands2.find((_, index2) => values2[index2] === null);
  if (missing2 !== void 0) return noValue(missing2);
  return new EvalError(`\`${name}()\` cannot be asked of ${values2.map(describe).join(" and ")}`);
}
var init_call = __esm({
  "src/expr/evaluate/call.ts"() {
    "use strict";
    init_value();
    init_kind();
    init_members2();
    init_unknowns();
    init_frame();
  }
});

// src/expr/equality.ts
function equal(a, b) {
  if (isUndecided(a)) return undecidedEqual(a, b);
  if (isUndecided(b)) return undecidedEqual(b, a);
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof PartialList || b instanceof PartialList) return partialEqual(a, b);
  if (isList3(a)) return isList3(b) && listsEqual(a, b);
  if (isMap(a)) return isMap(b) && mapsEqual(a, b);
  return a instanceof Opaque && b instanceof Opaque && a.sameAs(b);
}
function contains2(list6, value) {
  const among2 = containsItem(certainItems(list6), value);
  const more2 = furtherMembers(list6);
  if (among2 === true || more2 === void 0) return among2;
  const further3 = more2.candidates === void 0 ? void 0 : candidatesContain(more2, value);
  if (further3 === true) return true;
  if (further3 === false) return among2;
  const open6 = among2 === false ? more2.why : logical(among2, more2.why);
  return further3 === void 0 ? open6 : logical(open6, further3);
}
function undecidedEqual(a, b) {
  if (areOutOfRange(a, b)) return false;
  return carried(isUndecided(b) ? strict(a, b) : a, true);
}
function areOutOfRange(a, b) {
  const [left, right] = [rangeOf2(a), rangeOf2(b)];
  return left !== void 0 && right !== void 0 && areApart(left, right);
}
function listsEqual(a, b) {
  if (a.length !== b.length) return false;
  let open6;
  for (const [index2, item2] of a.entries()) {
    const same4 = equal(item2, b[index2] ?? null);
    if (same4 === false) return false;
    if (same4 !== true) open6 = logical(open6, same4);
  }
  return open6 ?? true;
}
function mapsEqual(a, b) {
  if (a.size !== b.size) return false;
  let open6;
  for (const [key4, value] of a) {
    const other = b.get(key4);
    if (other === void 0) return false;
    const same4 = equal(value, other);
    if (same4 === false) return false;
    if (same4 !== true) open6 = logical(open6, same4);
  }
  return open6 ?? true;
}
function partialEqual(a, b) {
  const [left, right] = [asList(a), asList(b)];
  if (left === void 0 || right === void 0) return false;
  const [leftWhole, rightWhole] = [wholeList(left), wholeList(right)];
  if (leftWhole !== void 0 && rightWhole !== void 0) return listsEqual(leftWhole, rightWhole);
  const [leftSize, rightSize] = [sizeBounds(left), sizeBounds(right)];
  if (areApart(leftSize, rightSize) || lacksMember(left, right) || lacksMember(right, left)) return false;
  return [left, right].map((list6) => list6 instanceof PartialList ? list6.why : void 0).filter((why2) => why2 !== void 0).reduce(union);
}
function asList(value) {
  return isList3(value) || value instanceof PartialList ? value : void 0;
}
function lacksMember(list6, of) {
  return certainItems(of).some((item2) => contains2(list6, item2) === false);
}
function containsItem(items, value) {
  let open6;
  for (const item2 of items) {
    const same4 = equal(item2, value);
    if (same4 === true) return true;
    if (same4 !== false) open6 = logical(open6, same4);
  }
  return open6 ?? false;
}
function candidatesContain(list6, value) {
  const answers2 = (list6.candidates ?? []).map((candidate) => equal(candidate, value));
  if (answers2.every((answer2) => answer2 === false)) return false;
  if (list6.atLeast > 0 && answers2.every((answer2) => answer2 === true)) return true;
  return answers2.filter(isUndecided).reduce(logical, void 0);
}
var init_equality = __esm({
  "src/expr/equality.ts"() {
    "use strict";
    init_value();
    init_kind();
    init_members2();
    init_opaque();
    init_range();
    init_unknowns();
  }
});

// src/expr/order.ts
function compare2(order3, a, b, certain) {
  if (typeof a === "number" && typeof b === "number") return holds2(order3, a, b);
  if (typeof a === "string" && typeof b === "string") return holds2(order3, codePointOrder(a, b), 0);
  if (typeof a === "boolean" && typeof b === "boolean") return holds2(order3, Number(a), Number(b));
  if (isUndecided(a)) return withinBounds(order3, a, b) ?? carried(isUndecided(b) ? strict(a, b) : a, certain);
  if (isUndecided(b)) return withinBounds(order3, a, b) ?? carried(b, certain);
  return new EvalError(`cannot compare ${describe(a)} with ${describe(b)}`);
}
function codePointOrder(a, b) {
  if (a === b) return 0;
  const length3 = Math.min(a.length, b.length);
  for (let index2 = 0; index2 < length3; index2++) {
    const [left, right] = [a.charCodeAt(index2), b.charCodeAt(index2)];
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}
function holds2(order3, a, b) {
  switch (order3) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
  }
}
function withinBounds(order3, a, b) {
  const [left, right] = [rangeOf2(a), rangeOf2(b)];
  return left === void 0 || right === void 0 ? void 0 : compareRanges(order3, left, right);
}
function codePointRank(unit) {
  return unit >= 55296 && unit <= 57343 ? unit + 65536 : unit;
}
var init_order = __esm({
  "src/expr/order.ts"() {
    "use strict";
    init_value();
    init_kind();
    init_range();
    init_unknowns();
  }
});

// src/expr/evaluate/operators.ts
function not2(operand2) {
  const { step: step4 } = operand2;
  return (frame) => {
    const value = step4(frame);
    if (typeof value === "boolean") return !value;
    return notBool(value, operand2);
  };
}
function logic(stop, left, right) {
  const [first, second] = [left.step, right.step];
  return (frame) => {
    const a = first(frame);
    if (a === stop) return stop;
    const b = second(frame);
    if (b === stop) return stop;
    if (a === !stop) return b === !stop ? b : notBool(b, right);
    const open6 = notBool(a, left);
    return b === !stop ? open6 : logical(open6, notBool(b, right));
  };
}
function conditional(condition, yes, no2) {
  const { step: step4 } = condition;
  return (frame) => {
    const value = step4(frame);
    if (value === true) return yes(frame);
    if (value === false) return no2(frame);
    const open6 = notBool(value, condition);
    if (open6 instanceof EvalError) return open6;
    return mayFail(yes(frame)) || mayFail(no2(frame)) ? fallible(open6) : open6;
  };
}
function notBool(value, operand2) {
  if (isUndecided(value)) return carried(value, operand2.certain);
  return value === null ? noValue(operand2) : new EvalError(`\`${operand2.name}\` must be true or false, but is ${describe(value)}`);
}
function binary3(operator, left, right, isInt) {
  const [first, second] = [left.step, right.step];
  switch (operator) {
    case "==":
      return (frame) => {
        const a = first(frame);
        const b = second(frame);
        return typeof a !== "object" && typeof b !== "object" ? a === b : equal(a, b);
      };
    case "!=":
      return (frame) => {
        const same4 = equal(first(frame), second(frame));
        return typeof same4 === "boolean" ? !same4 : same4;
      };
    case "in":
      return (frame) => isIn2(first(frame), second(frame), left, right);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return ordered2(operator, left, right);
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return arithmetic2(operator, left, right, isInt);
  }
}
function negate(operand2, isInt) {
  return (frame) => {
    const value = operand2.step(frame);
    if (typeof value === "number") return isInt ? 0 - value : -value;
    if (isUndecided(value)) return carried(value, operand2.certain);
    return value === null ? noValue(operand2) : new EvalError(`\`-\` needs a number, but this is ${describe(value)}`);
  };
}
function mayFail(value) {
  return value instanceof EvalError || value instanceof Fallible;
}
function isIn2(value, list6, left, right) {
  if (isUndecided(list6)) return carried(isUndecided(value) ? strict(value, list6) : list6, right.certain);
  if (isList3(list6) || list6 instanceof PartialList) {
    return value instanceof EvalError || value instanceof Fallible ? value : contains2(list6, value);
  }
  if (list6 === null) return noValue(right);
  if (!isMap(list6)) return new EvalError(`\`in\` needs a list or a map, but this is ${describe(list6)}`);
  if (isUndecided(value)) return carried(value, left.certain);
  return typeof value === "string" && list6.has(value);
}
function ordered2(order3, left, right) {
  const [first, second] = [left.step, right.step];
  const certain = left.certain && right.certain;
  const slow = (a, b) => {
    if (a === null && !(b instanceof EvalError)) return noValue(left);
    if (b === null && !(a instanceof EvalError)) return noValue(right);
    return compare2(order3, a, b, certain);
  };
  switch (order3) {
    case "<":
      return (frame) => fast(first, second, frame, slow, (a, b) => a < b);
    case "<=":
      return (frame) => fast(first, second, frame, slow, (a, b) => a <= b);
    case ">":
      return (frame) => fast(first, second, frame, slow, (a, b) => a > b);
    case ">=":
      return (frame) => fast(first, second, frame, slow, (a, b) => a >= b);
  }
}
function fast(first, second, frame, slow, numbers) {
  const a = first(frame);
  const b = second(frame);
  return typeof a === "number" && typeof b === "number" ? numbers(a, b) : slow(a, b);
}
function arithmetic2(operator, left, right, isInt) {
  return (frame) => {
    const a = left.step(frame);
    const b = right.step(frame);
    if (typeof a === "number" && typeof b === "number") return calculate(operator, a, b, isInt);
    const joined2 = operator === "+" ? join2(a, b, left, right) : void 0;
    if (joined2 !== void 0) return joined2;
    if (isUndecided(a) || isUndecided(b))
      return undecided3(operator, a, b, left.certain && right.certain, isInt);
    if (a === null || b === null) return noValue(a === null ? left : right);
    return new EvalError(`\`${operator}\` does not take ${describe(a)} and ${describe(b)}`);
  };
}
function calculate(operator, a, b, isInt) {
  const whole5 = isInt ?? (Number.isInteger(a) && Number.isInteger(b));
  if (!whole5)
    return operator === "%" ? new EvalError("`%` needs whole numbers") : calculateDouble(operator, a, b);
  if (b === 0 && (operator === "/" || operator === "%")) return new EvalError("division by zero");
  const result = operator === "/" ? Math.trunc(a / b) : calculateDouble(operator, a, b);
  return Number.isSafeInteger(result) ? result + 0 : new EvalError("the number is too large");
}
function calculateDouble(operator, a, b) {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "%":
      return a % b;
  }
}
function join2(a, b, left, right) {
  if (typeof a === "string" && typeof b === "string") return a + b;
  const [first, second] = [asList2(a, left), asList2(b, right)];
  if (first === void 0 || second === void 0) return void 0;
  return a instanceof Unknown && b instanceof Unknown ? void 0 : concat2(first, second);
}
function asList2(value, operand2) {
  if (isList3(value) || value instanceof PartialList) return value;
  const isUnknownList = value instanceof Unknown && !(value instanceof Fallible) && operand2.certain;
  return isUnknownList ? new PartialList([], value) : void 0;
}
function undecided3(operator, a, b, certain, isInt) {
  const open6 = [a, b].filter(isUndecided).reduce(strict);
  const divides = isInt !== false && (operator === "/" || operator === "%");
  const carry = carried(open6, certain && !(divides && (typeof b !== "number" || b === 0)));
  if (carry instanceof EvalError || carry instanceof Fallible || operator !== "+" && operator !== "-")
    return carry;
  const [left, right] = [rangeOf2(a), rangeOf2(b)];
  if (left === void 0 || right === void 0) return carry;
  return operator === "+" ? new Unknown(carry.missing, left.low + right.low, left.high + right.high) : new Unknown(carry.missing, left.low - right.high, left.high - right.low);
}
var init_operators2 = __esm({
  "src/expr/evaluate/operators.ts"() {
    "use strict";
    init_value();
    init_equality();
    init_kind();
    init_members2();
    init_order();
    init_range();
    init_unknowns();
    init_frame();
  }
});

// src/expr/evaluate/source.ts
function open3(value, list6, two) {
  if (isList3(value)) return { items: value, keys: void 0, more: void 0, disorder: void 0 };
  if (value instanceof PartialList)
    return { items: value.items, keys: void 0, more: furtherMembers(value), disorder: value.why };
  if (isUndecided(value)) return openUnknown(value, list6);
  if (value === null) return noValue(list6);
  if (!isMap(value)) return new EvalError(`${describe(value)} has no members to go through`);
  const keys2 = [...value.keys()];
  return two ? { items: [...value.values()], keys: keys2, more: void 0, disorder: void 0 } : { items: keys2, keys: void 0, more: void 0, disorder: void 0 };
}
function place(frame, binding2, source2, index2) {
  const item2 = source2.items[index2] ?? null;
  if (binding2.two) {
    frame.slots[binding2.slot] = source2.keys?.[index2] ?? source2.disorder ?? index2;
    frame.slots[binding2.slot + 1] = item2;
  } else frame.slots[binding2.slot] = item2;
}
function placeFurther(frame, binding2, more2, member3) {
  frame.slots[binding2.slot] = binding2.two ? more2.why : member3;
  if (binding2.two) frame.slots[binding2.slot + 1] = member3;
}
function furtherOf(more2) {
  return more2.candidates ?? [more2.why];
}
function openUnknown(value, list6) {
  if (value instanceof EvalError || value instanceof Fallible || list6.kind === void 0)
    return carried(value, false);
  if (list6.kind === "map") return carried(value, true);
  return { items: [], keys: void 0, more: new PartialList([], value), disorder: value };
}
var init_source = __esm({
  "src/expr/evaluate/source.ts"() {
    "use strict";
    init_value();
    init_kind();
    init_members2();
    init_unknowns();
    init_frame();
  }
});

// src/expr/evaluate/collect.ts
function collect2(list6, predicate, transform, binding2) {
  return (frame) => {
    const source2 = open3(list6.step(frame), list6, binding2.two);
    if (isUndecided(source2)) return source2;
    const kept2 = keep(source2, predicate, transform, binding2, frame);
    if (isUndecided(kept2)) return kept2;
    if (kept2.why === void 0) return kept2.sure;
    const { maybe, candidates } = kept2;
    return partialList(kept2.sure, kept2.why, {
      atLeast: kept2.atLeast,
      atMost: maybe.length + kept2.atMost,
      candidates: candidates === void 0 ? void 0 : [...maybe, ...candidates]
    });
  };
}
function count2(list6, predicate, binding2) {
  return (frame) => {
    const source2 = open3(list6.step(frame), list6, binding2.two);
    if (isUndecided(source2)) return source2;
    const kept2 = keep(source2, predicate, void 0, binding2, frame);
    if (isUndecided(kept2)) return kept2;
    const low = kept2.sure.length + kept2.atLeast;
    const high = kept2.sure.length + kept2.maybe.length + kept2.atMost;
    return kept2.why === void 0 || low === high ? low : new Unknown(kept2.why.missing, low, high);
  };
}
function existsOne(list6, predicate, binding2) {
  const counted4 = count2(list6, predicate, binding2);
  return (frame) => equal(counted4(frame), 1);
}
function keep(source2, predicate, transform, binding2, frame) {
  const sieve = newSieve();
  for (let index2 = 0; index2 < source2.items.length; index2++) {
    if (--frame.budget < 0) return tooMuchWork();
    place(frame, binding2, source2, index2);
    const failed2 = sift(sieve, source2.items[index2] ?? null, predicate, transform, frame);
    if (failed2 !== void 0) return failed2;
  }
  const { sure, maybe, why: why2, failing } = sieve;
  const rest = source2.more === void 0 ? nothing : keepFurther(source2.more, predicate, transform, binding2, frame);
  if (rest instanceof EvalError) return rest;
  if (failing !== void 0 || rest instanceof Unknown) {
    return fallible(
      [failing, rest instanceof Unknown ? rest : rest.why, why2].filter(isUnknown).reduce(union)
    );
  }
  const { atLeast, atMost, candidates } = rest;
  return {
    sure,
    maybe,
    atLeast,
    atMost,
    candidates,
    why: together3(why2, together3(rest.why, source2.disorder))
  };
}
function keepFurther(more2, predicate, transform, binding2, frame) {
  const sieve = newSieve();
  for (const member3 of furtherOf(more2)) {
    if (--frame.budget < 0) return tooMuchWork();
    placeFurther(frame, binding2, more2, member3);
    if (sift(sieve, member3, predicate, transform, frame) !== void 0) sieve.failing ??= fallible(more2.why);
  }
  if (sieve.failing !== void 0) return union(sieve.failing, more2.why);
  const candidates = [...sieve.sure, ...sieve.maybe];
  if (candidates.length === 0) return nothing;
  const known5 = more2.candidates !== void 0 || candidates.every((value) => unknownWithin(value) === void 0);
  return {
    atLeast: sieve.refused === 0 && sieve.maybe.length === 0 ? more2.atLeast : 0,
    atMost: more2.atMost,
    candidates: known5 ? candidates : void 0,
    why: together3(more2.why, sieve.why)
  };
}
function newSieve() {
  return { sure: [], maybe: [], refused: 0, why: void 0, failing: void 0 };
}
function sift(sieve, member3, predicate, transform, frame) {
  const wanted2 = predicate === void 0 ? true : predicate.step(frame);
  if (wanted2 === false) {
    sieve.refused++;
    return void 0;
  }
  const doubt = wanted2 === true || predicate === void 0 ? void 0 : notBool(wanted2, predicate);
  if (doubt instanceof EvalError) return doubt;
  const value = transform === void 0 ? member3 : transform(frame);
  if (value instanceof EvalError && doubt === void 0) return value;
  if (doubt instanceof Fallible || value instanceof Fallible || value instanceof EvalError) {
    sieve.failing = fallible([sieve.failing, doubt, value].filter(isUnknown).reduce(union));
  } else if (doubt === void 0) sieve.sure.push(value);
  else {
    sieve.maybe.push(value);
    sieve.why = together3(sieve.why, doubt);
  }
  return void 0;
}
function together3(a, b) {
  return a === void 0 || b === void 0 ? a ?? b : union(a, b);
}
function isUnknown(value) {
  return value instanceof Unknown;
}
var nothing;
var init_collect = __esm({
  "src/expr/evaluate/collect.ts"() {
    "use strict";
    init_value();
    init_equality();
    init_members2();
    init_unknowns();
    init_frame();
    init_operators2();
    init_source();
    nothing = { atLeast: 0, atMost: 0, candidates: [], why: void 0 };
  }
});

// src/expr/evaluate/quantify.ts
function quantify(stop, list6, predicate, binding2) {
  return (frame) => {
    const source2 = open3(list6.step(frame), list6, binding2.two);
    if (isUndecided(source2)) return source2;
    const certain = askItems(stop, source2, predicate, binding2, frame);
    if (certain === stop || source2.more === void 0) return certain;
    const further3 = askFurther(stop, source2.more, predicate, binding2, frame);
    return certain === !stop || further3 === stop ? further3 : isUndecided(certain) && isUndecided(further3) ? logical(certain, further3) : certain;
  };
}
function askItems(stop, source2, predicate, binding2, frame) {
  const { step: step4 } = predicate;
  let undecided4;
  for (let index2 = 0; index2 < source2.items.length; index2++) {
    if (--frame.budget < 0) return tooMuchWork();
    place(frame, binding2, source2, index2);
    const answer2 = step4(frame);
    if (answer2 === stop) return stop;
    if (answer2 !== !stop) undecided4 = logical(undecided4, notBool(answer2, predicate));
  }
  return undecided4 ?? !stop;
}
function askFurther(stop, more2, predicate, binding2, frame) {
  let undecided4 = more2.why;
  let all = true;
  let none3 = true;
  for (const member3 of furtherOf(more2)) {
    if (--frame.budget < 0) return tooMuchWork();
    placeFurther(frame, binding2, more2, member3);
    const answer2 = predicate.step(frame);
    all &&= answer2 === stop;
    none3 &&= answer2 === !stop;
    if (typeof answer2 !== "boolean") undecided4 = logical(undecided4, notBool(answer2, predicate));
  }
  if (none3) return !stop;
  return all && more2.atLeast > 0 ? stop : undecided4;
}
var init_quantify = __esm({
  "src/expr/evaluate/quantify.ts"() {
    "use strict";
    init_unknowns();
    init_frame();
    init_operators2();
    init_source();
  }
});

// src/expr/evaluate/select.ts
function select(object5, field, isMapType) {
  const { step: step4 } = object5;
  const certain = object5.certain && !isMapType;
  return (frame) => {
    const from = step4(frame);
    if (typeof from !== "object" || from === null) return wrongObject(object5, from, field);
    if (from instanceof Unknown || from instanceof EvalError) return carried(from, certain);
    if (isMap(from)) return from.get(field) ?? missingKey(from, field);
    if (!isFields2(from)) return wrongObject(object5, from, field);
    const value = from.get(field);
    return value === void 0 ? missingField(from.concept, field) : value;
  };
}
function has(object5, field) {
  return (frame) => {
    const from = object5.step(frame);
    if (isUndecided(from)) return carried(from, object5.certain);
    if (isMap(from)) return from.has(field);
    if (!isFields2(from)) return wrongObject(object5, from, field);
    const value = from.get(field);
    if (value === void 0) return missingField(from.concept, field);
    return isUndecided(value) ? carried(value, true) : value !== null;
  };
}
function index(object5, key4) {
  return (frame) => {
    const from = object5.step(frame);
    const at = key4.step(frame);
    if (isUndecided(from)) return carried(isUndecided(at) ? strict(from, at) : from, false);
    if (isUndecided(at)) return carried(at, false);
    if (isList3(from) || from instanceof PartialList) return member(from, at);
    if (isMap(from))
      return typeof at === "string" ? from.get(at) ?? missingKey(from, at) : new EvalError(`${describe(at)} is not a key`);
    return from === null ? noValue(object5) : new EvalError(`${describe(from)} has no members`);
  };
}
function member(list6, at) {
  if (typeof at !== "number" || !Number.isInteger(at))
    return new EvalError(`${describe(at)} is not a position`);
  const { low, high } = sizeBounds(list6);
  if (at < 0 || at >= high)
    return new EvalError(`position ${at} is out of range: the list has ${high} members`);
  const whole5 = wholeList(list6);
  if (whole5 !== void 0) return whole5[at] ?? null;
  return list6 instanceof PartialList ? carried(list6.why, at < low) : null;
}
function missingKey(map2, key4) {
  return map2.has(key4) ? null : new EvalError(`the map has no key \`${key4}\``);
}
function missingField(concept2, field) {
  return new EvalError(`\`${concept2}\` has no field \`${field}\``);
}
function wrongObject(object5, value, field) {
  return value === null ? noValue(object5) : new EvalError(`${describe(value)} has no field \`${field}\``);
}
var init_select = __esm({
  "src/expr/evaluate/select.ts"() {
    "use strict";
    init_value();
    init_kind();
    init_members2();
    init_unknowns();
    init_frame();
  }
});

// src/expr/evaluate/plan.ts
function plan(checked, text8) {
  const work = { checked, text: text8, steps: /* @__PURE__ */ new Map(), bindings: /* @__PURE__ */ new Map() };
  const root = stepOf(checked.tree, void 0, work);
  return {
    root,
    step: (node) => work.steps.get(node) ?? root,
    binding: (node) => work.bindings.get(node) ?? { slot: 0, two: false }
  };
}
function stepOf(node, slots, work) {
  const step4 = makeStep(node, slots, work);
  work.steps.set(node, step4);
  return step4;
}
function operand(node, slots, work) {
  return {
    step: stepOf(node, slots, work),
    name: nameOf2(node, work),
    certain: isCertain(typeOf2(node, work))
  };
}
function typeOf2(node, work) {
  return work.checked.types.get(node) ?? dyn;
}
function nameOf2(node, work) {
  if (node.kind === "name") return node.name;
  if (node.kind === "select") return node.field;
  const source2 = work.text.slice(node.start, node.end).replace(/\s+/g, " ");
  return source2.length > 60 ? `${source2.slice(0, 59)}…` : source2;
}
function makeStep(node, slots, work) {
  switch (node.kind) {
    case "literal":
      return constant(node.value);
    case "name":
      return nameStep(node, slots);
    case "select":
      return select(operand(node.object, slots, work), node.field, typeOf2(node.object, work).kind === "map");
    case "index":
      return index(operand(node.object, slots, work), operand(node.index, slots, work));
    case "unary": {
      const inner = operand(node.operand, slots, work);
      return node.operator === "!" ? not2(inner) : negate(inner, typeOf2(node, work).kind === "int");
    }
    case "logic":
      return logic(node.operator === "||", operand(node.left, slots, work), operand(node.right, slots, work));
    case "conditional":
      return conditional(
        operand(node.condition, slots, work),
        stepOf(node.yes, slots, work),
        stepOf(node.no, slots, work)
      );
    case "binary":
      return binary3(
        node.operator,
        operand(node.left, slots, work),
        operand(node.right, slots, work),
        areInts(typeOf2(node.left, work), typeOf2(node.right, work))
      );
    case "list":
      return listStep(node, slots, work);
    case "map":
      return mapStep(node, slots, work);
    case "call": {
      const resolved2 = work.checked.calls.get(node);
      const operands2 = (resolved2?.operands ?? []).map((part) => operand(part, slots, work));
      return call3(node.function, resolved2?.overloads ?? [], operands2);
    }
    case "has":
      return has(operand(node.select.object, slots, work), node.select.field);
    case "bind": {
      const slot = nextSlot(slots);
      const value = stepOf(node.value, slots, work);
      const body2 = stepOf(node.body, { name: node.name, slot, outer: slots }, work);
      work.bindings.set(node, { slot, two: false });
      return (frame) => {
        frame.slots[slot] = value(frame);
        return body2(frame);
      };
    }
    case "quantifier":
      return quantifierStep(node, slots, work);
    case "collect":
      return collectStep(node, slots, work);
  }
}
function constant(value) {
  return () => value;
}
function nameStep({ name }, slots) {
  for (let inner = slots; inner !== void 0; inner = inner.outer) {
    const { slot } = inner;
    if (inner.name === name) return (frame) => frame.slots[slot] ?? null;
  }
  return (frame) => {
    const value = frame.variables.get(name);
    return value === void 0 ? new EvalError(`the variable \`${name}\` is not set`) : value;
  };
}
function areInts(left, right) {
  if (left.kind === "double" || right.kind === "double") return false;
  return left.kind === "int" || right.kind === "int" ? true : void 0;
}
function listStep(node, slots, work) {
  const steps = node.elements.map((element2) => stepOf(element2, slots, work));
  const literals = node.elements.flatMap((element2) => element2.kind === "literal" ? [element2.value] : []);
  if (literals.length === steps.length) return constant(literals);
  return (frame) => {
    const values2 = steps.map((step4) => step4(frame));
    return failureAmong(values2) ?? values2;
  };
}
function mapStep(node, slots, work) {
  const steps = node.entries.map(
    ({ key: key4, value }) => [stepOf(key4, slots, work), stepOf(value, slots, work)]
  );
  return (frame) => {
    const entries = steps.map(([key5, value]) => [key5(frame), value(frame)]);
    const key4 = entries.map(([written4]) => written4).find(isUndecided);
    const failure = failureAmong(entries.map(([, value]) => value));
    return failure ?? (key4 === void 0 ? mapOf2(entries) : carried(key4, false));
  };
}
function mapOf2(entries) {
  const map2 = /* @__PURE__ */ new Map();
  for (const [key4, value] of entries) {
    if (typeof key4 !== "string") return new EvalError("the keys of a map are strings");
    if (map2.has(key4)) return new EvalError(`the key \`${key4}\` is there twice`);
    map2.set(key4, value);
  }
  return map2;
}
function failureAmong(values2) {
  const failed2 = values2.find((value) => value instanceof EvalError);
  if (failed2 !== void 0) return failed2;
  const open6 = values2.filter((value) => value instanceof Fallible);
  return open6.length === 0 ? void 0 : open6.reduce(union);
}
function nextSlot(slots) {
  return slots === void 0 ? 0 : slots.slot + 1;
}
function macroParts(node, slots, work) {
  const [first, second] = node.names;
  const slot = nextSlot(slots);
  const binding2 = { slot, two: second !== void 0 };
  work.bindings.set(node, binding2);
  const { kind } = typeOf2(node.list, work);
  const list6 = {
    ...operand(node.list, slots, work),
    kind: kind === "list" || kind === "map" ? kind : void 0
  };
  const one3 = { name: first?.name ?? "", slot, outer: slots };
  return {
    list: list6,
    binding: binding2,
    inner: second === void 0 ? one3 : { name: second.name, slot: slot + 1, outer: one3 }
  };
}
function quantifierStep(node, slots, work) {
  const { list: list6, binding: binding2, inner } = macroParts(node, slots, work);
  const predicate = operand(node.predicate, inner, work);
  switch (node.quantifier) {
    case "all":
      return quantify(false, list6, predicate, binding2);
    case "exists":
      return quantify(true, list6, predicate, binding2);
    case "exists_one":
      return existsOne(list6, predicate, binding2);
    case "count":
      return count2(list6, predicate, binding2);
  }
}
function collectStep(node, slots, work) {
  const { list: list6, binding: binding2, inner } = macroParts(node, slots, work);
  const predicate = node.predicate === void 0 ? void 0 : operand(node.predicate, inner, work);
  const transform = node.transform === void 0 ? void 0 : stepOf(node.transform, inner, work);
  return collect2(list6, predicate, transform, binding2);
}
var init_plan = __esm({
  "src/expr/evaluate/plan.ts"() {
    "use strict";
    init_value();
    init_type();
    init_unknowns();
    init_call();
    init_collect();
    init_operators2();
    init_quantify();
    init_select();
  }
});

// src/expr/functions/conversions.ts
function whole3(value) {
  const cut3 = Math.trunc(value);
  return Number.isSafeInteger(cut3) ? cut3 + 0 : new EvalError(`${value} is too large for a whole number`);
}
function readInt(text8) {
  if (!/^[+-]?\d+$/.test(text8)) return new EvalError(`${JSON.stringify(text8)} is not a whole number`);
  const value = Number(text8);
  return Number.isSafeInteger(value) ? value + 0 : new EvalError(`${text8} is too large for a whole number`);
}
function readDouble(text8) {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text8);
  if (special !== null) {
    if (special[2]?.toLowerCase() === "nan") return Number.NaN;
    return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text8))
    return new EvalError(`${JSON.stringify(text8)} is not a number`);
  return Number(text8);
}
function showDouble(value) {
  if (value === Number.POSITIVE_INFINITY) return "+Inf";
  return value === Number.NEGATIVE_INFINITY ? "-Inf" : String(value);
}
function readBool(text8) {
  if (["true", "True", "TRUE", "t", "1"].includes(text8)) return true;
  if (["false", "False", "FALSE", "f", "0"].includes(text8)) return false;
  return new EvalError(`${JSON.stringify(text8)} is neither true nor false`);
}
var conversionFunctions;
var init_conversions = __esm({
  "src/expr/functions/conversions.ts"() {
    "use strict";
    init_value();
    conversionFunctions = [
      { signature: "int(int): int", doc: "The number itself.", total: true, call: (value) => value },
      {
        signature: "int(double): int",
        doc: "The number without its fraction.",
        call: (value) => whole3(value)
      },
      { signature: "int(string): int", doc: "The whole number that the text writes.", call: readInt },
      {
        signature: "double(double): double",
        doc: "The number itself.",
        total: true,
        call: (value) => value
      },
      {
        signature: "double(int): double",
        doc: "The number, as one with a fraction.",
        total: true,
        call: (value) => value
      },
      { signature: "double(string): double", doc: "The number that the text writes.", call: readDouble },
      {
        signature: "string(string): string",
        doc: "The text itself.",
        total: true,
        call: (value) => value
      },
      {
        signature: "string(int): string",
        doc: "The number in digits.",
        total: true,
        call: (value) => String(value)
      },
      { signature: "string(double): string", doc: "The number in digits.", total: true, call: showDouble },
      {
        signature: "string(bool): string",
        doc: "`true` or `false`.",
        total: true,
        call: (value) => String(value)
      },
      {
        signature: "bool(bool): bool",
        doc: "The truth value itself.",
        total: true,
        call: (value) => value
      },
      { signature: "bool(string): bool", doc: "Reads `true`, `false`, `t`, `f`, `1`, `0`.", call: readBool },
      {
        signature: "dyn(A): dyn",
        doc: "The value, with its type left to be found when it is evaluated.",
        total: true,
        call: (value) => value
      }
    ];
  }
});

// src/expr/distinct.ts
function distinct4(list6) {
  const items = certainItems(list6);
  if (!(list6 instanceof PartialList) && items.every(isPlain2)) return [...new Set(items)];
  const { sure, unsure } = separate(items);
  const failed2 = [...sure, ...unsure].find((item2) => item2 instanceof EvalError);
  if (failed2 instanceof EvalError) return failed2;
  const why2 = unsure.reduce(
    addUnknown,
    list6 instanceof PartialList ? list6.why : void 0
  );
  return why2 === void 0 ? sure : partialList(sure, why2, furtherDistinct(sure, unsure, furtherMembers(list6) ?? noFurther));
}
function furtherDistinct(sure, unsure, more2) {
  const { atLeast, atMost, candidates } = more2;
  if (candidates === void 0) {
    const one3 = atLeast > 0 && sure.length === 0 ? 1 : 0;
    return { atLeast: one3, atMost: unsure.length + atMost, candidates: void 0 };
  }
  const fresh = candidates.filter((candidate) => contains2(sure, candidate) !== true);
  const areNew = candidates.every((candidate) => contains2(sure, candidate) === false);
  return {
    atLeast: atLeast > 0 && areNew ? 1 : 0,
    atMost: unsure.length + Math.min(atMost, separate(fresh).limit),
    candidates: [...unsure, ...fresh]
  };
}
function separate(items) {
  const sure = [];
  const unsure = [];
  const members3 = [];
  const ranked = items.map((item2, index2) => ({ item: item2, index: index2, open: unknownWithin(item2) !== void 0 }));
  for (const { item: item2, index: index2 } of [
    ...ranked.filter(({ open: open6 }) => !open6),
    ...ranked.filter(({ open: open6 }) => open6)
  ]) {
    const repeated3 = contains2(members3, item2);
    if (repeated3 === true) continue;
    if (repeated3 === false) {
      members3.push(item2);
      sure.push({ item: item2, index: index2 });
    } else unsure.push(item2);
  }
  sure.sort((a, b) => a.index - b.index);
  return { sure: sure.map(({ item: item2 }) => item2), unsure, limit: sure.length + unsure.length };
}
function isPlain2(value) {
  return value === null || typeof value !== "object" && !Number.isNaN(value);
}
var init_distinct = __esm({
  "src/expr/distinct.ts"() {
    "use strict";
    init_value();
    init_equality();
    init_members2();
  }
});

// src/expr/functions/strings.ts
function length(text8) {
  let count4 = text8.length;
  for (let index2 = 0; index2 < text8.length - 1; index2++) {
    if (isPairAt(text8, index2)) count4--;
  }
  return count4;
}
function isPairAt(text8, index2) {
  const [high, low] = [text8.charCodeAt(index2), text8.charCodeAt(index2 + 1)];
  return high >= 55296 && high < 56320 && low >= 56320 && low < 57344;
}
function cut(text8, from, to, named5) {
  const characters = [...text8];
  if (from < 0 || to < from || to > characters.length) return outOfRange(named5, characters.length);
  return characters.slice(from, to).join("");
}
function firstIndex(text8, part, from) {
  const characters = [...text8];
  if (from < 0 || from > characters.length) return outOfRange(from, characters.length);
  const unit = characters.slice(0, from).join("").length;
  const found = text8.indexOf(part, unit);
  return found < 0 ? -1 : length(text8.slice(0, found));
}
function lastIndex(text8, part, from) {
  const characters = [...text8];
  if (from < 0 || from > characters.length) return outOfRange(from, characters.length);
  const unit = characters.slice(0, from).join("").length;
  const found = text8.lastIndexOf(part, unit);
  return found < 0 ? -1 : length(text8.slice(0, found));
}
function outOfRange(position, size2) {
  return new EvalError(`position ${position} is out of range: the text has ${size2} characters`);
}
function splitAt(text8, separator) {
  return separator === "" ? [...text8] : text8.split(separator);
}
function splitSome(text8, separator, limit) {
  const parts2 = splitAt(text8, separator);
  if (limit < 0 || parts2.length <= limit) return parts2;
  return limit === 0 ? [] : [...parts2.slice(0, limit - 1), parts2.slice(limit - 1).join(separator)];
}
function replaceSome(text8, from, to, limit) {
  if (limit < 0) return text8.replaceAll(from, () => to);
  let left = limit;
  return text8.replaceAll(from, (found) => left-- > 0 ? to : found);
}
var stringFunctions, space, leadingSpace, trailingSpace;
var init_strings = __esm({
  "src/expr/functions/strings.ts"() {
    "use strict";
    init_value();
    stringFunctions = [
      {
        signature: "string.startsWith(string): bool",
        doc: "Whether the text begins with another.",
        total: true,
        call: (text8, prefix) => text8.startsWith(prefix)
      },
      {
        signature: "string.endsWith(string): bool",
        doc: "Whether the text ends with another.",
        total: true,
        call: (text8, suffix) => text8.endsWith(suffix)
      },
      {
        signature: "string.contains(string): bool",
        doc: "Whether another text stands anywhere in it.",
        total: true,
        call: (text8, part) => text8.includes(part)
      },
      {
        signature: "string.lowerAscii(): string",
        doc: "The text with A to Z in lower case.",
        total: true,
        call: (text8) => text8.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
      },
      {
        signature: "string.upperAscii(): string",
        doc: "The text with a to z in upper case.",
        total: true,
        call: (text8) => text8.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
      },
      {
        signature: "string.trim(): string",
        doc: "The text without white space at either end.",
        total: true,
        call: (text8) => text8.replace(leadingSpace, "").replace(trailingSpace, "")
      },
      {
        signature: "string.charAt(int): string",
        doc: "The character at a position; an empty string at the end.",
        call: (text8, at) => cut(text8, at, Math.min(at + 1, length(text8)), at)
      },
      {
        signature: "string.substring(int): string",
        doc: "The text from a position.",
        call: (text8, from) => cut(text8, from, length(text8), from)
      },
      {
        signature: "string.substring(int, int): string",
        doc: "The text from one position up to another.",
        call: (text8, from, to) => cut(text8, from, to, to)
      },
      {
        signature: "string.indexOf(string): int",
        doc: "The first position of another text, or -1.",
        total: true,
        call: (text8, part) => firstIndex(text8, part, 0)
      },
      {
        signature: "string.indexOf(string, int): int",
        doc: "The first position of another text at or after a position, or -1.",
        call: firstIndex
      },
      {
        signature: "string.lastIndexOf(string): int",
        doc: "The last position of another text, or -1.",
        total: true,
        call: (text8, part) => lastIndex(text8, part, length(text8))
      },
      {
        signature: "string.lastIndexOf(string, int): int",
        doc: "The last position of another text at or before a position, or -1.",
        call: lastIndex
      },
      {
        signature: "string.replace(string, string): string",
        doc: "The text with every occurrence of one text replaced by another.",
        total: true,
        call: (text8, from, to) => text8.replaceAll(from, () => to)
      },
      {
        signature: "string.replace(string, string, int): string",
        doc: "Replaces at most so many occurrences; all where the number is negative.",
        total: true,
        call: replaceSome
      },
      {
        signature: "string.split(string): list<string>",
        doc: "The parts between the occurrences of a separator.",
        total: true,
        call: splitAt
      },
      {
        signature: "string.split(string, int): list<string>",
        doc: "At most so many parts; all where the number is negative.",
        total: true,
        call: splitSome
      },
      {
        signature: "list<string>.join(): string",
        doc: "The texts one after the other.",
        total: true,
        call: (parts2) => parts2.join("")
      },
      {
        signature: "list<string>.join(string): string",
        doc: "The texts with a separator between them.",
        total: true,
        call: (parts2, separator) => parts2.join(separator)
      }
    ];
    space = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
    leadingSpace = new RegExp(`^${space}`);
    trailingSpace = new RegExp(`(?<!${space.slice(0, -1)})${space}$`);
  }
});

// src/expr/functions/lists.ts
function both3(name, rest, doc, call5, flags) {
  const [, receiver = "", result = ""] = /^\((.*)\)(: .+)$/.exec(rest) ?? [];
  return [
    { signature: `${name}${rest}`, doc, call: call5, ...flags },
    { signature: `${receiver}.${name}()${result}`, doc, call: call5, ...flags }
  ];
}
function sum2(list6) {
  const total = addUp(list6);
  return Number.isSafeInteger(total) ? total : new EvalError("the sum is too large for a whole number");
}
function addUp(list6) {
  return list6.reduce((total, item2) => total + item2, 0);
}
function order2(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return codePointOrder(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  return new EvalError("only numbers, strings and truth values have an order");
}
function isSorted(list6) {
  let sorted4 = true;
  for (const [index2, item2] of list6.slice(1).entries()) {
    const compared = order2(list6[index2] ?? null, item2);
    if (compared instanceof EvalError) return compared;
    if (compared > 0) sorted4 = false;
  }
  return sorted4;
}
function extreme(list6, sign2) {
  const [first, ...others] = list6;
  if (first === void 0) return new EvalError("an empty list has no least or greatest member");
  let best = first;
  for (const item2 of others) {
    const compared = order2(item2, best);
    if (compared instanceof EvalError) return compared;
    if (compared * sign2 > 0) best = item2;
  }
  return best;
}
function slice(list6, from, to) {
  if (from < 0 || to < from || to > list6.length) {
    return new EvalError(`positions ${from} to ${to} are out of range: the list has ${list6.length} members`);
  }
  return list6.slice(from, to);
}
function sort(list6) {
  const [first] = list6;
  const failed2 = list6.map((item2) => order2(item2, first ?? null)).find((compared) => compared instanceof EvalError);
  if (failed2 instanceof EvalError) return failed2;
  return list6.toSorted((a, b) => {
    const compared = order2(a, b);
    return typeof compared === "number" ? compared : 0;
  });
}
var listFunctions;
var init_lists = __esm({
  "src/expr/functions/lists.ts"() {
    "use strict";
    init_value();
    init_distinct();
    init_equality();
    init_members2();
    init_order();
    init_strings();
    listFunctions = [
      ...both3("size", "(string): int", "How many characters.", (text8) => length(text8), { total: true }),
      ...both3("size", "(list<A>): int", "How many members.", (list6) => size(list6), {
        total: true,
        seesUnknownMembers: true
      }),
      ...both3("size", "(map<A>): int", "How many entries.", (map2) => map2.size, {
        total: true,
        seesUnknownMembers: true
      }),
      ...both3(
        "distinct",
        "(list<A>): list<A>",
        "Every value once, in order of first appearance.",
        (list6) => distinct4(list6),
        {
          total: true,
          seesUnknownMembers: true
        }
      ),
      {
        signature: "list<A>.contains(A): bool",
        doc: "Whether a value is a member; the same as `value in list`.",
        total: true,
        seesUnknownMembers: true,
        call: (list6, value) => contains2(list6, value)
      },
      {
        signature: "list<A>.isSorted(): bool",
        doc: "Whether no member is less than the one before it.",
        call: isSorted
      },
      { signature: "list<int>.sum(): int", doc: "The members added up; 0 for none.", call: sum2 },
      {
        signature: "list<double>.sum(): double",
        doc: "The members added up; 0.0 for none.",
        call: addUp,
        total: true
      },
      {
        signature: "list<A>.min(): A",
        doc: "The least member; an error for none.",
        call: (list6) => extreme(list6, -1)
      },
      {
        signature: "list<A>.max(): A",
        doc: "The greatest member; an error for none.",
        call: (list6) => extreme(list6, 1)
      },
      {
        signature: "list<A>.indexOf(A): int",
        doc: "The position of the first member equal to a value, or -1.",
        total: true,
        call: (list6, value) => list6.findIndex((item2) => equal(item2, value) === true)
      },
      {
        signature: "list<A>.lastIndexOf(A): int",
        doc: "The position of the last member equal to a value, or -1.",
        total: true,
        call: (list6, value) => list6.findLastIndex((item2) => equal(item2, value) === true)
      },
      {
        signature: "list<A>.slice(int, int): list<A>",
        doc: "The members from one position up to another.",
        call: slice
      },
      {
        signature: "list<list<A>>.flatten(): list<A>",
        doc: "The members of the members.",
        total: true,
        call: (list6) => list6.flat()
      },
      {
        signature: "list<A>.reverse(): list<A>",
        doc: "The members, last first.",
        total: true,
        call: (list6) => list6.toReversed()
      },
      { signature: "list<A>.sort(): list<A>", doc: "The members, least first.", call: sort }
    ];
  }
});

// src/expr/functions/quantity.ts
function quantity(text8) {
  return readQuantity(text8) ?? new EvalError(`${JSON.stringify(text8)} is not a quantity`);
}
function readQuantity(text8) {
  if (text8.length > longest) return void 0;
  const parts2 = /^([+-]?)(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]?|[eE][+-]?\d+)$/.exec(text8);
  if (parts2 === null) return void 0;
  const [, minus, digits = "", suffix = ""] = parts2;
  const scale = scaleOf(suffix);
  if (scale === void 0) return void 0;
  const [before = "", after2 = ""] = digits.split(".");
  const nano = roundUp(BigInt(before + after2) * scale.factor, scale.power - after2.length);
  return new Quantity(minus === "-" ? -nano : nano);
}
function scaleOf(suffix) {
  const power = decimal[suffix];
  if (power !== void 0) return { factor: 1n, power };
  const step4 = binary4.indexOf(suffix);
  if (step4 >= 0) return { factor: 1024n ** BigInt(step4 + 1), power: 9 };
  const exponent = Number(suffix.slice(1));
  return Math.abs(exponent) > largestExponent ? void 0 : { factor: 1n, power: 9 + exponent };
}
function roundUp(value, power) {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}
function isInteger(a) {
  return a.nano % billion === 0n && Number.isSafeInteger(Number(a.nano / billion));
}
function asInteger(a) {
  return isInteger(a) ? Number(a.nano / billion) : new EvalError(`${a} is not a whole number`);
}
function sign(value) {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}
var quantityFunctions, billion, Quantity, decimal, binary4, longest, largestExponent;
var init_quantity = __esm({
  "src/expr/functions/quantity.ts"() {
    "use strict";
    init_value();
    init_opaque();
    quantityFunctions = [
      {
        signature: "quantity(string): Quantity",
        doc: "An amount as Kubernetes writes it: `500m`, `1.5Gi`.",
        call: quantity
      },
      {
        signature: "isQuantity(string): bool",
        doc: "Whether the text is an amount.",
        total: true,
        call: (text8) => readQuantity(text8) !== void 0
      },
      { signature: "Quantity.sign(): int", doc: "-1, 0 or 1.", total: true, call: (a) => sign(a.nano) },
      {
        signature: "Quantity.isInteger(): bool",
        doc: "Whether `asInteger()` has an answer.",
        total: true,
        call: isInteger
      },
      {
        signature: "Quantity.asInteger(): int",
        doc: "The amount as a whole number; an error where it is none.",
        call: asInteger
      },
      {
        signature: "Quantity.asApproximateFloat(): double",
        doc: "The amount as a number with a fraction.",
        total: true,
        call: (a) => Number(a.nano) / 1e9
      },
      {
        signature: "Quantity.compareTo(Quantity): int",
        doc: "-1 where it is less than the other, 0 where it is the same, 1 where it is more.",
        total: true,
        call: (a, b) => sign(a.nano - b.nano)
      },
      {
        signature: "Quantity.isLessThan(Quantity): bool",
        doc: "Whether it is less than the other.",
        total: true,
        call: (a, b) => a.nano < b.nano
      },
      {
        signature: "Quantity.isGreaterThan(Quantity): bool",
        doc: "Whether it is more than the other.",
        total: true,
        call: (a, b) => a.nano > b.nano
      },
      {
        signature: "Quantity.add(Quantity): Quantity",
        doc: "Both together.",
        total: true,
        call: (a, b) => new Quantity(a.nano + b.nano)
      },
      {
        signature: "Quantity.add(int): Quantity",
        doc: "The amount and a number.",
        total: true,
        call: (a, b) => new Quantity(a.nano + BigInt(b) * billion)
      },
      {
        signature: "Quantity.sub(Quantity): Quantity",
        doc: "What is left without the other.",
        total: true,
        call: (a, b) => new Quantity(a.nano - b.nano)
      },
      {
        signature: "Quantity.sub(int): Quantity",
        doc: "What is left without a number.",
        total: true,
        call: (a, b) => new Quantity(a.nano - BigInt(b) * billion)
      }
    ];
    billion = 1000000000n;
    Quantity = class _Quantity extends Opaque {
      concept = "Quantity";
      /** In billionths, the finest step Kubernetes keeps. */
      nano;
      constructor(nano) {
        super();
        this.nano = nano;
      }
      sameAs(other) {
        return other instanceof _Quantity && this.nano === other.nano;
      }
      toString() {
        const digits = (this.nano < 0n ? -this.nano : this.nano).toString().padStart(10, "0");
        const fraction = digits.slice(-9).replace(/0+$/, "");
        return `${this.nano < 0n ? "-" : ""}${digits.slice(0, -9)}${fraction === "" ? "" : `.${fraction}`}`;
      }
    };
    decimal = {
      n: 0,
      u: 3,
      m: 6,
      "": 9,
      k: 12,
      M: 15,
      G: 18,
      T: 21,
      P: 24,
      E: 27
    };
    binary4 = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
    longest = 64;
    largestExponent = 40;
  }
});

// src/expr/functions/sets.ts
function containsAll(all, some2) {
  let open6;
  for (const item2 of certainItems(some2)) {
    const found = contains2(all, item2);
    if (found === false) return false;
    if (found !== true) open6 = logical(open6, found);
  }
  const more2 = furtherMembers(some2);
  if (more2 === void 0) return open6 ?? true;
  const answers2 = more2.candidates?.map((candidate) => contains2(all, candidate));
  if (answers2?.every((answer2) => answer2 === true)) return open6 ?? true;
  if (more2.atLeast > 0 && answers2?.every((answer2) => answer2 === false)) return false;
  return withAnswers(logical(open6, more2.why), answers2);
}
function intersects(a, b) {
  let open6;
  for (const item2 of certainItems(a)) {
    const found = contains2(b, item2);
    if (found === true) return true;
    if (found !== false) open6 = logical(open6, found);
  }
  const more2 = furtherMembers(a);
  if (more2 === void 0 || isNothing(b)) return open6 ?? false;
  const answers2 = more2.candidates?.map((candidate) => contains2(b, candidate));
  if (answers2?.every((answer2) => answer2 === false)) return open6 ?? false;
  if (more2.atLeast > 0 && answers2?.every((answer2) => answer2 === true)) return true;
  return withAnswers(logical(open6, more2.why), answers2);
}
function isNothing(list6) {
  return certainItems(list6).length === 0 && furtherMembers(list6) === void 0;
}
function both4(left, right) {
  if (left === false) return false;
  const other = right();
  if (left === true || other === false) return other;
  return other === true ? left : logical(left, other);
}
function withAnswers(open6, answers2) {
  return (answers2 ?? []).filter(isUndecided).reduce(logical, open6);
}
var setFunctions;
var init_sets = __esm({
  "src/expr/functions/sets.ts"() {
    "use strict";
    init_equality();
    init_members2();
    init_unknowns();
    setFunctions = [
      {
        signature: "sets.contains(list<A>, list<A>): bool",
        doc: "Whether every member of the second list is in the first.",
        total: true,
        seesUnknownMembers: true,
        call: containsAll
      },
      {
        signature: "sets.equivalent(list<A>, list<A>): bool",
        doc: "Whether both lists have the same members.",
        total: true,
        seesUnknownMembers: true,
        call: (a, b) => both4(containsAll(a, b), () => containsAll(b, a))
      },
      {
        signature: "sets.intersects(list<A>, list<A>): bool",
        doc: "Whether the lists have a member in common.",
        total: true,
        seesUnknownMembers: true,
        call: intersects
      }
    ];
  }
});

// src/expr/functions/version.ts
function semver(text8, loosely) {
  return readSemver(loosely ? normalize(text8) : text8) ?? new EvalError(`${JSON.stringify(text8)} is not a version`);
}
function readSemver(text8) {
  if (text8.length > 256) return void 0;
  const parts2 = pattern.exec(text8);
  if (parts2 === null) return void 0;
  const [, major, minor, patch, prerelease] = parts2;
  return new Semver(
    [Number(major), Number(minor), Number(patch)],
    prerelease === void 0 ? [] : prerelease.split(".")
  );
}
function normalize(text8) {
  const parts2 = /^v?(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?([-+].*)?$/.exec(text8);
  if (parts2 === null) return text8;
  const [, major, minor = "0", patch = "0", rest = ""] = parts2;
  return `${Number(major)}.${Number(minor)}.${Number(patch)}${rest}`;
}
function minorVersion(text8) {
  const minor = /^v?1\.(\d{1,4})(?![\d])/.exec(text8)?.[1];
  return minor === void 0 ? new EvalError(`${JSON.stringify(text8)} is not a Kubernetes version`) : Number(minor);
}
function comparePrereleases(a, b) {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 0 : a.length === 0 ? 1 : -1;
  for (const [index2, left] of a.entries()) {
    const right = b[index2];
    if (right === void 0) return 1;
    const sign2 = compareIdentifiers(left, right);
    if (sign2 !== 0) return sign2;
  }
  return a.length === b.length ? 0 : -1;
}
function compareIdentifiers(a, b) {
  if (a === b) return 0;
  const [left, right] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (left !== right) return left ? -1 : 1;
  if (left && a.length !== b.length) return a.length < b.length ? -1 : 1;
  return a < b ? -1 : 1;
}
var versionFunctions, Semver, number3, identifier2, pattern;
var init_version = __esm({
  "src/expr/functions/version.ts"() {
    "use strict";
    init_value();
    init_opaque();
    versionFunctions = [
      {
        signature: "semver(string): Semver",
        doc: "A semantic version, `1.29.0`.",
        call: (text8) => semver(text8, false)
      },
      {
        signature: "semver(string, bool): Semver",
        doc: "A version; where the second argument is true, `v1.29` is read as `1.29.0`.",
        call: semver
      },
      {
        signature: "isSemver(string): bool",
        doc: "Whether the text is a semantic version.",
        total: true,
        call: (text8) => readSemver(text8) !== void 0
      },
      {
        signature: "isSemver(string, bool): bool",
        doc: "Whether the text is a version; `v1.29` is one where the second argument is true.",
        total: true,
        call: (text8, loosely) => readSemver(loosely ? normalize(text8) : text8) !== void 0
      },
      {
        signature: "Semver.major(): int",
        doc: "The first number.",
        total: true,
        call: (version3) => version3.numbers[0]
      },
      {
        signature: "Semver.minor(): int",
        doc: "The second number.",
        total: true,
        call: (version3) => version3.numbers[1]
      },
      {
        signature: "Semver.patch(): int",
        doc: "The third number.",
        total: true,
        call: (version3) => version3.numbers[2]
      },
      {
        signature: "Semver.compareTo(Semver): int",
        doc: "-1 where it is older than the other, 0 where it is the same, 1 where it is newer.",
        total: true,
        call: (a, b) => a.compareTo(b)
      },
      {
        signature: "Semver.isLessThan(Semver): bool",
        doc: "Whether it is older than the other.",
        total: true,
        call: (a, b) => a.compareTo(b) < 0
      },
      {
        signature: "Semver.isGreaterThan(Semver): bool",
        doc: "Whether it is newer than the other.",
        total: true,
        call: (a, b) => a.compareTo(b) > 0
      },
      {
        signature: "minorVersion(string): int",
        doc: "The number NN of a Kubernetes version `1.NN`, also where more follows: `v1.29.3-eks-1234567`.",
        call: minorVersion
      }
    ];
    Semver = class _Semver extends Opaque {
      concept = "Semver";
      numbers;
      prerelease;
      constructor(numbers, prerelease) {
        super();
        this.numbers = numbers;
        this.prerelease = prerelease;
      }
      /** By the precedence of semver.org: build metadata does not count, a pre-release is older than its release. */
      compareTo(other) {
        for (const [index2, number6] of this.numbers.entries()) {
          const sign2 = Math.sign(number6 - (other.numbers[index2] ?? 0));
          if (sign2 !== 0) return sign2 < 0 ? -1 : 1;
        }
        return comparePrereleases(this.prerelease, other.prerelease);
      }
      sameAs(other) {
        return other instanceof _Semver && this.compareTo(other) === 0;
      }
      toString() {
        return `${this.numbers.join(".")}${this.prerelease.length === 0 ? "" : `-${this.prerelease.join(".")}`}`;
      }
    };
    number3 = "(0|[1-9]\\d{0,14})";
    identifier2 = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
    pattern = new RegExp(
      `^${number3}\\.${number3}\\.${number3}(?:-(${identifier2}(?:\\.${identifier2})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`
    );
  }
});

// src/expr/functions/standard.ts
var standardFunctions;
var init_standard = __esm({
  "src/expr/functions/standard.ts"() {
    "use strict";
    init_conversions();
    init_lists();
    init_network();
    init_patterns();
    init_quantity();
    init_sets();
    init_strings();
    init_version();
    standardFunctions = [
      ...stringFunctions,
      ...patternFunctions,
      ...conversionFunctions,
      ...listFunctions,
      ...setFunctions,
      ...networkFunctions,
      ...quantityFunctions,
      ...versionFunctions
    ];
  }
});

// src/expr/library.ts
function libraryOf(environment) {
  const { fields: fields3, functions: functions3 } = shapesOf(environment.types);
  const standard2 = standardLibrary();
  const { variables } = environment;
  return {
    variable: (name) => Object.hasOwn(variables, name) ? parseType(variables[name] ?? "") : void 0,
    variableNames: Object.keys(variables),
    field: (type2, field) => {
      const declared2 = fields3.get(type2);
      return declared2 !== void 0 && Object.hasOwn(declared2, field) ? parseType(declared2[field] ?? "") : void 0;
    },
    fieldNames: (type2) => Object.keys(fields3.get(type2) ?? {}),
    functions: (name) => [...functions3.get(name) ?? [], ...standard2.get(name) ?? []],
    functionNames: [...functions3.keys(), ...standard2.keys()]
  };
}
function shapesOf(types) {
  const found = known2.get(types);
  if (found !== void 0) return found;
  const shapes = readShapes(types);
  known2.set(types, shapes);
  return shapes;
}
function readShapes(types) {
  const methods = types.flatMap(
    ({ name, methods: declared2 = [] }) => declared2.map((method) => overload({ doc: "", ...method }, name))
  );
  return { fields: new Map(types.map(({ name, fields: fields3 }) => [name, fields3])), functions: byName2(methods) };
}
function standardLibrary() {
  standard ??= byName2(standardFunctions.map((declaration) => overload(declaration)));
  return standard;
}
function byName2(overloads) {
  const names2 = /* @__PURE__ */ new Map();
  for (const one3 of overloads) {
    const others = names2.get(one3.name);
    if (others === void 0) names2.set(one3.name, [one3]);
    else others.push(one3);
  }
  return names2;
}
var known2, standard;
var init_library = __esm({
  "src/expr/library.ts"() {
    "use strict";
    init_standard();
    init_signature();
    init_type();
    known2 = /* @__PURE__ */ new WeakMap();
  }
});

// library:@marcbachmann/cel-js
var require_cel_js = __commonJS({
  "library:@marcbachmann/cel-js"(exports2) {
    var library;
    var read5 = () => library ??= require("./lib/cel-js.js");
    for (const name of ["Environment", "EvaluationError", "Optional", "ParseError", "TypeError", "check", "evaluate", "parse", "serialize"]) {
      Object.defineProperty(exports2, name, { enumerable: true, get: () => read5()[name] });
    }
  }
});

// src/expr/parse.ts
function parse2(text8) {
  const syntax = readSyntax(text8);
  if ("message" in syntax) return { tree: void 0, problems: [syntax] };
  const problems = [];
  return { tree: convert2(syntax, { text: text8, problems, depth: 0 }), problems };
}
function readSyntax(text8) {
  parser ??= new import_cel_js.Environment({ unlistedVariablesAreDyn: true, limits });
  try {
    return parser.parse(text8).ast;
  } catch (error) {
    if (!(error instanceof import_cel_js.ParseError)) throw error;
    return syntaxProblem(error, text8);
  }
}
function convert2(ast, context) {
  const at = { start: ast.start, end: ast.end };
  if (context.depth > deepest13) return refused(at, "the expression is nested too deep", context);
  const inner = { ...context, depth: context.depth + 1 };
  const go = (operand2) => convert2(operand2, inner);
  switch (ast.op) {
    case "value":
      return literal2(ast.args, at, context);
    case "id":
      return { kind: "name", name: ast.args, ...at };
    case ".": {
      const [object5, field] = ast.args;
      const fieldSpan = { start: ast.end - field.length, end: ast.end };
      return { kind: "select", object: go(object5), field, fieldSpan, ...at };
    }
    case "[]":
      return { kind: "index", object: go(ast.args[0]), index: go(ast.args[1]), ...at };
    case "!_":
      return { kind: "unary", operator: "!", operand: go(ast.args), ...at };
    case "-_":
      return negation(go(ast.args), at);
    case "&&":
    case "||":
      return { kind: "logic", operator: ast.op, left: go(ast.args[0]), right: go(ast.args[1]), ...at };
    case "?:": {
      const [condition, yes, no2] = ast.args;
      return { kind: "conditional", condition: go(condition), yes: go(yes), no: go(no2), ...at };
    }
    case "list":
      return { kind: "list", elements: ast.args.map(go), ...at };
    case "map":
      return {
        kind: "map",
        entries: ast.args.map(([key4, value]) => ({ key: go(key4), value: go(value) })),
        ...at
      };
    case "call":
      return call4(ast.args[0], void 0, ast.args[1].map(go), at, context);
    case "rcall":
      return call4(ast.args[0], go(ast.args[1]), ast.args[2].map(go), at, context);
    case ".?":
    case "[?]":
      return refused(at, "optional values are not part of the language", context);
    default:
      return binary5(ast.op, go(ast.args[0]), go(ast.args[1]), at);
  }
}
function binary5(operator, left, right, at) {
  return { kind: "binary", operator, left, right, ...at };
}
function literal2(value, at, context) {
  if (value === null) return { kind: "literal", type: "null", value, ...at };
  if (typeof value === "string") return { kind: "literal", type: "string", value, ...at };
  if (typeof value === "boolean") return { kind: "literal", type: "bool", value, ...at };
  if (typeof value === "number") return { kind: "literal", type: "double", value, ...at };
  if (typeof value !== "bigint") {
    const what = value instanceof Uint8Array ? "bytes" : "unsigned integers";
    return refused(at, `${what} are not part of the language`, context);
  }
  if (!Number.isSafeInteger(Number(value))) {
    return refused(at, `\`${value}\` is too large; integers go up to ${Number.MAX_SAFE_INTEGER}`, context);
  }
  return { kind: "literal", type: "int", value: Number(value), ...at };
}
function negation(operand2, at) {
  if (operand2.kind === "literal" && typeof operand2.value === "number") {
    return { ...operand2, value: operand2.type === "int" ? 0 - operand2.value : -operand2.value, ...at };
  }
  return { kind: "unary", operator: "-", operand: operand2, ...at };
}
function call4(name, receiver, args, at, context) {
  if (receiver === void 0 && name === "has") return has2(args, at, context);
  if (receiver?.kind === "name" && receiver.name === "cel" && name === "bind") return bind2(args, at, context);
  const macro = receiver !== void 0 && Object.hasOwn(macros, name) ? macros[name] : void 0;
  if (receiver !== void 0 && macro !== void 0) {
    const form = macro.forms.find((candidate) => candidate.length === args.length);
    if (form !== void 0) return macroNode(name, receiver, form, args, at, context);
  }
  return callNode(name, receiver, args, at, context.text);
}
function callNode(name, receiver, args, at, text8) {
  const from = receiver === void 0 ? at.start : text8.indexOf(name, receiver.end);
  const functionSpan = { start: from, end: from + name.length };
  return { kind: "call", function: name, functionSpan, receiver, arguments: args, ...at };
}
function macroNode(name, list6, form, args, at, context) {
  const names2 = [];
  let predicate;
  let transform;
  for (const [index2, argument2] of args.entries()) {
    if (form[index2] === "p") predicate = argument2;
    else if (form[index2] === "t") transform = argument2;
    else if (argument2.kind === "name") names2.push(argument2);
    else return refused(argument2, needsName(name), context);
  }
  if (name === "filter" || transform !== void 0)
    return { kind: "collect", list: list6, names: names2, predicate, transform, ...at };
  if (predicate === void 0) return refused(at, `write \`${macros[name]?.usage}\``, context);
  return { kind: "quantifier", quantifier: quantifierOf(name), list: list6, names: names2, predicate, ...at };
}
function needsName(macro) {
  const usage = Object.hasOwn(macros, macro) ? macros[macro]?.usage : void 0;
  return `\`${macro}()\` binds a name${usage === void 0 ? "" : `; write \`${usage}\``}`;
}
function quantifierOf(name) {
  return name === "all" || name === "exists" || name === "count" ? name : "exists_one";
}
function has2(args, at, context) {
  const [select3] = args;
  if (args.length !== 1 || select3?.kind !== "select") {
    return refused(at, "`has()` asks for one field; write `has(x.field)`", context);
  }
  return { kind: "has", select: select3, ...at };
}
function bind2(args, at, context) {
  const [name, value, body2] = args;
  if (args.length !== 3 || name?.kind !== "name" || value === void 0 || body2 === void 0) {
    return refused(at, "`cel.bind()` names a value; write `cel.bind(name, value, expression)`", context);
  }
  return { kind: "bind", name: name.name, value, body: body2, ...at };
}
function refused(at, message, context) {
  if (!context.problems.some((problem) => problem.message === message && problem.start === at.start)) {
    context.problems.push({ message, start: at.start, end: at.end });
  }
  return {
    kind: "call",
    function: "",
    functionSpan: at,
    receiver: void 0,
    arguments: [],
    start: at.start,
    end: at.end
  };
}
function syntaxProblem(error, text8) {
  const start = Math.min(error.node?.start ?? error.range?.start ?? 0, text8.length);
  const end = Math.max(error.range?.end ?? start, start);
  return { message: syntaxMessage(error, text8, start), start, end: wordEnd(text8, start, end) };
}
function syntaxMessage(error, text8, start) {
  const found = text8.slice(start, wordEnd(text8, start, start + 1));
  switch (error.code) {
    case "unterminated_string":
    case "unterminated_triple_quoted_string":
      return "this string is never closed";
    case "newline_in_string":
      return "a string between single quotes ends on its line; use three quotes for more";
    case "limit_exceeded":
      return /maxDepth/.test(error.summary) ? "the expression is nested too deep" : "the expression is too long";
    case "invalid_macro_argument": {
      const name = /^\w+/.exec(error.summary)?.[0] ?? "";
      return needsName(name);
    }
    case "reserved_identifier":
      return `\`${found}\` is a reserved word`;
  }
  if (start >= text8.trimEnd().length) return "the expression ends too early";
  const meant2 = Object.hasOwn(spelling2, found) ? spelling2[found] : void 0;
  if (meant2 !== void 0) return `unexpected \`${found}\`; did you mean \`${meant2}\`?`;
  const wanted2 = /^Expected (\w+), got/.exec(error.summary)?.[1];
  if (wanted2 === "IDENTIFIER") return `expected a field's name, found \`${found}\``;
  const token = wanted2 === void 0 ? void 0 : tokenText[wanted2];
  if (token !== void 0) return `expected \`${token}\`, found \`${found}\``;
  if (/^unexpected_/.test(error.code)) return `unexpected \`${found}\``;
  return `${error.summary.charAt(0).toLowerCase()}${error.summary.slice(1)}`;
}
function wordEnd(text8, start, end) {
  const word4 = /^\w+/.exec(text8.slice(start));
  return word4 === null ? Math.min(end, text8.length) : Math.max(end, start + word4[0].length);
}
var import_cel_js, limits, deepest13, parser, spelling2, tokenText;
var init_parse2 = __esm({
  "src/expr/parse.ts"() {
    "use strict";
    import_cel_js = __toESM(require_cel_js());
    init_macros();
    limits = { maxAstNodes: 5e3, maxDepth: 100, maxListElements: 1e3, maxCallArguments: 32 };
    deepest13 = 400;
    spelling2 = {
      "=": "==",
      "&": "&&",
      "|": "||",
      and: "&&",
      or: "||",
      not: "!"
    };
    tokenText = {
      RPAREN: ")",
      RBRACKET: "]",
      RBRACE: "}",
      COLON: ":",
      COMMA: ","
    };
  }
});

// src/expr/syntax.ts
function operands(node) {
  switch (node.kind) {
    case "literal":
    case "name":
      return [];
    case "select":
      return [node.object];
    case "index":
      return [node.object, node.index];
    case "unary":
      return [node.operand];
    case "logic":
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.condition, node.yes, node.no];
    case "list":
      return node.elements;
    case "map":
      return node.entries.flatMap(({ key: key4, value }) => [key4, value]);
    case "call":
      return node.receiver === void 0 ? node.arguments : [node.receiver, ...node.arguments];
    case "has":
      return [node.select.object];
    case "bind":
      return [node.value, node.body];
    case "quantifier":
      return [node.list, node.predicate];
    case "collect":
      return [node.list, node.predicate, node.transform].filter((part) => part !== void 0);
  }
}
var init_syntax = __esm({
  "src/expr/syntax.ts"() {
    "use strict";
  }
});

// src/expr/trace.ts
function trace(checked, plan2, variables) {
  const frame = { ...newFrame(variables), budget: mostVisits2 };
  const value = plan2.root(frame);
  const walk = { checked, plan: plan2, frame, reads: [], items: [], variables: /* @__PURE__ */ new Set(), seen: /* @__PURE__ */ new Map() };
  follow(checked.tree, value, walk);
  return { value, reads: walk.reads, items: walk.items, variables: [...walk.variables] };
}
function ask2(node, walk) {
  return walk.plan.step(node)(walk.frame);
}
function follow(node, value, walk) {
  if (walk.reads.length >= mostReads || --walk.frame.budget < 0) return;
  switch (node.kind) {
    case "literal":
      return;
    case "name":
      if (walk.frame.variables.has(node.name)) walk.variables.add(node.name);
      return;
    case "select":
      follow(node.object, ask2(node.object, walk), walk);
      noteRead(ask2(node.object, walk), node.field, value, walk);
      return;
    case "has": {
      const { object: object5, field } = node.select;
      const from = ask2(object5, walk);
      follow(object5, from, walk);
      noteRead(from, field, isFields2(from) ? from.get(field) ?? null : null, walk);
      return;
    }
    case "logic":
      followLogic(node.operator === "||", [node.left, node.right], value, walk);
      return;
    case "conditional": {
      const condition = ask2(node.condition, walk);
      follow(node.condition, condition, walk);
      if (typeof condition !== "boolean") return;
      follow(condition ? node.yes : node.no, value, walk);
      return;
    }
    case "bind":
      follow(node.value, ask2(node.value, walk), walk);
      ask2(node, walk);
      follow(node.body, value, walk);
      return;
    case "quantifier":
      followQuantifier(node, value, walk);
      return;
    case "collect":
      followCollect(node, value, walk);
      return;
    case "call":
      followOperands(walk.checked.calls.get(node)?.operands ?? [], value, walk);
      return;
    case "unary":
    case "binary":
    case "index":
    case "list":
    case "map":
      followOperands(operands(node), value, walk);
      return;
  }
}
function noteRead(object5, field, value, walk) {
  if (!isFields2(object5)) return;
  const fields3 = walk.seen.get(object5) ?? /* @__PURE__ */ new Set();
  if (fields3.has(field)) return;
  walk.seen.set(object5, fields3.add(field));
  walk.reads.push({ object: object5, field, value });
}
function followOperands(parts2, value, walk) {
  const asked = parts2.map((part) => ({ part, answer: ask2(part, walk) }));
  const open6 = isOpen(value) ? asked.filter(({ answer: answer2 }) => isOpen(answer2)) : [];
  for (const { part, answer: answer2 } of open6.length === 0 ? asked : open6) follow(part, answer2, walk);
}
function followLogic(stop, sides, value, walk) {
  const asked = sides.map((side) => ({ side, answer: ask2(side, walk) }));
  if (value === stop) {
    const decisive2 = asked.find(({ answer: answer2 }) => answer2 === stop);
    if (decisive2 !== void 0) follow(decisive2.side, decisive2.answer, walk);
    return;
  }
  for (const { side, answer: answer2 } of asked)
    if (answer2 === value || typeof value !== "boolean") {
      if (typeof value === "boolean" || typeof answer2 !== "boolean") follow(side, answer2, walk);
    }
}
function followQuantifier(node, value, walk) {
  const source2 = openList(node, walk);
  if (source2 === void 0 || needsList(source2, value)) follow(node.list, ask2(node.list, walk), walk);
  if (source2 === void 0) return;
  const stop = node.quantifier === "all" ? false : node.quantifier === "exists" ? true : void 0;
  const wanted2 = decisiveAnswer(stop, value);
  const binding2 = walk.plan.binding(node);
  for (const [index2, item2] of source2.items.entries()) {
    if (walk.items.length >= mostItems2) return;
    place(walk.frame, binding2, source2, index2);
    const answer2 = ask2(node.predicate, walk);
    const decides = wanted2 === "open" ? typeof answer2 !== "boolean" : wanted2 === void 0 || answer2 === wanted2;
    if (!decides) continue;
    if (isBreaker(stop, value, answer2)) walk.items.push({ item: item2, index: index2 });
    follow(node.predicate, answer2, walk);
  }
  if (wanted2 === "open" && source2.more !== void 0) followFurther(node, source2, walk);
}
function needsList(source2, value) {
  if (source2.items.length === 0 || isOpen(value) && source2.more !== void 0) return true;
  return source2.items.some((item2) => !isFields2(item2));
}
function decisiveAnswer(stop, value) {
  if (isUndecided(value)) return "open";
  return value === stop ? stop : void 0;
}
function isBreaker(stop, value, answer2) {
  if (isUndecided(value)) return true;
  return stop === void 0 ? answer2 === true : value === stop;
}
function followFurther(node, source2, walk) {
  const { more: more2 } = source2;
  if (more2?.candidates === void 0) return;
  for (const member3 of furtherOf(more2).slice(0, mostItems2)) {
    placeFurther(walk.frame, walk.plan.binding(node), more2, member3);
    const answer2 = ask2(node.predicate, walk);
    if (typeof answer2 !== "boolean") follow(node.predicate, answer2, walk);
  }
}
function followCollect(node, value, walk) {
  const list6 = ask2(node.list, walk);
  const source2 = openList(node, walk);
  if (!isOpen(value) || isOpen(list6) || source2 === void 0) follow(node.list, list6, walk);
  if (source2 === void 0) return;
  const binding2 = walk.plan.binding(node);
  const parts2 = [node.predicate, node.transform].filter((part) => part !== void 0);
  for (const [index2] of source2.items.slice(0, mostItems2).entries()) {
    place(walk.frame, binding2, source2, index2);
    for (const part of parts2) {
      const answer2 = ask2(part, walk);
      if (!isOpen(value) || isOpen(answer2)) follow(part, answer2, walk);
    }
  }
}
function openList(node, walk) {
  const list6 = { step: walk.plan.step(node.list), name: "", certain: false, kind: void 0 };
  const source2 = open3(ask2(node.list, walk), list6, walk.plan.binding(node).two);
  return isUndecided(source2) ? void 0 : source2;
}
function isOpen(value) {
  return isUndecided(value) || value instanceof PartialList || unknownWithin(value) !== void 0;
}
var mostReads, mostItems2, mostVisits2;
var init_trace = __esm({
  "src/expr/trace.ts"() {
    "use strict";
    init_value();
    init_frame();
    init_source();
    init_kind();
    init_members2();
    init_syntax();
    init_unknowns();
    mostReads = 100;
    mostItems2 = 20;
    mostVisits2 = 2e5;
  }
});

// src/expr/compile.ts
function compile2(text8, environment, expected) {
  const { tree, problems } = parse2(text8);
  if (tree === void 0)
    return { expression: void 0, problems, uses: /* @__PURE__ */ new Set(), needsRegex: false, needsNetwork: false };
  return compileTree({ text: text8, tree, problems }, environment, expected);
}
function compileTree({ text: text8, tree, problems }, environment, expected) {
  const checked = check(tree, text8, libraryOf(environment));
  const found = problems.length > 0 ? checked.problems : [...checked.problems, ...unexpected(checked, expected)];
  const all = [...problems, ...found.filter((problem) => !problems.some(isWithin(problem)))].toSorted(
    byPlace2
  );
  return {
    expression: all.length === 0 ? expressionOf(checked, text8, expected) : void 0,
    problems: all,
    uses: checked.uses,
    needsRegex: needs(checked, "regex"),
    needsNetwork: needs(checked, "network")
  };
}
function unexpected(checked, expected) {
  if (expected === void 0 || checked.problems.length > 0) return [];
  if (fits2(checked.type, parseType(expected), /* @__PURE__ */ new Map())) return [];
  const { start, end } = checked.tree;
  return [{ message: `\`${expected}\` is expected, but this is \`${showType(checked.type)}\``, start, end }];
}
function isWithin(outer) {
  return (inner) => outer.start <= inner.start && inner.end <= outer.end;
}
function byPlace2(a, b) {
  return a.start - b.start || a.end - b.end;
}
function needs(checked, engine3) {
  const calls = [...checked.calls.values()];
  return calls.some(({ overloads }) => overloads.some(({ declaration }) => declaration.engine === engine3));
}
function expressionOf(checked, text8, expected) {
  const planned2 = plan(checked, text8);
  const wanted2 = expected === void 0 ? void 0 : parseType(expected);
  const settle2 = (value) => value === null ? nullAnswer(checked, wanted2, text8) : value;
  return {
    text: text8,
    type: showType(checked.type),
    evaluate: (variables) => settle2(planned2.root(newFrame(variables))),
    explain: (variables) => {
      const explanation2 = trace(checked, planned2, variables);
      return { ...explanation2, value: settle2(explanation2.value) };
    }
  };
}
function nullAnswer(checked, wanted2, text8) {
  if (wanted2 === void 0 || wanted2.kind === "nullable" || wanted2.kind === "null" || wanted2.kind === "dyn")
    return null;
  return new EvalError(`\`${shown2(checked.tree, text8)}\` has no value`);
}
function shown2(node, text8) {
  return node.kind === "select" ? node.field : text8.slice(node.start, node.end);
}
var init_compile = __esm({
  "src/expr/compile.ts"() {
    "use strict";
    init_value();
    init_check();
    init_frame();
    init_plan();
    init_library();
    init_parse2();
    init_trace();
    init_type();
  }
});

// src/policy/quotas.ts
function withQuotas(facts, inventories) {
  const quotas = fieldsOf(facts.value.get("quotas"));
  const names2 = Object.keys(facts.types.find(({ name }) => name === quotas?.concept)?.fields ?? {});
  if (quotas === void 0 || inventories.every((inventory) => inventory.quotas.length === 0))
    return { facts, mistakes: [] };
  const named5 = nameByWord(quotas, names2);
  const mistakes = [];
  const each3 = inventories.map((inventory) => granted(inventory, named5, mistakes));
  mistakes.push(...disagreements(each3, inventories, quotas));
  const values2 = new Map(
    each3.flatMap((given) => [...given].map(([name, { value }]) => [name, value]))
  );
  return {
    facts: { ...facts, value: replaced(facts.value, "quotas", withValues(quotas, values2)) },
    mistakes
  };
}
function factAt(facts, path) {
  return path.split(".").reduce((value, name) => fieldsOf(value)?.get(name), facts.value);
}
function nameByWord(quotas, names2) {
  const codes = names2.flatMap((name) => {
    const code2 = fieldsOf(quotas.get(name))?.get("code");
    return typeof code2 === "string" ? [[code2, name]] : [];
  });
  return new Map([...codes, ...names2.map((name) => [name, name])]);
}
function granted({ quotas }, named5, mistakes) {
  const values2 = /* @__PURE__ */ new Map();
  for (const quota of quotas) {
    const name = named5.get(quota.name);
    const other = name === void 0 ? void 0 : values2.get(name);
    if (name === void 0) {
      const meant2 = didYouMean(quota.name, named5.keys());
      mistakes.push({ at: quota.at, message: `there is no quota \`${quota.name}\`${meant2}` });
    } else if (other !== void 0 && other.value !== quota.value) {
      mistakes.push({
        at: quota.at,
        message: `\`${quota.name}\` is \`${other.name}\`, and has another value`
      });
    } else values2.set(name, quota);
  }
  return values2;
}
function disagreements(each3, inventories, quotas) {
  return each3.flatMap(
    (given) => [...given].flatMap(([name, { value, at }]) => {
      const other = each3.findIndex(
        (there) => (there.get(name)?.value ?? fieldsOf(quotas.get(name))?.get("value")) !== value
      );
      if (other === -1) return [];
      const file = inventories[other]?.file;
      const message = `\`${name}\` is another in \`${file}\`; judge what goes to one account and Region in a run of its own`;
      return [{ at, message }];
    })
  );
}
function withValues(quotas, values2) {
  return [...values2].reduce((made2, [name, value]) => {
    const quota = fieldsOf(quotas.get(name));
    return quota === void 0 ? made2 : replaced(made2, name, replaced(quota, "value", value));
  }, quotas);
}
function replaced(fields3, name, value) {
  return { concept: fields3.concept, get: (field) => field === name ? value : fields3.get(field) };
}
function fieldsOf(value) {
  return typeof value === "object" && value !== null && "concept" in value ? value : void 0;
}
var init_quotas = __esm({
  "src/policy/quotas.ts"() {
    "use strict";
    init_suggest();
  }
});

// src/policy/prepared.ts
function restoreFacts({ type: type2, types, value }) {
  const restored = restoreValue(value, type2, types);
  if (!isFields3(restored)) throw new Error("the prepared facts are not a map");
  return { type: type2, types, value: restored };
}
function restoreValue(value, type2, types) {
  if (value === null || typeof value !== "object") return value;
  const member3 = /^(?:list|map)<(.*)>\??$/.exec(type2)?.[1];
  if (isPlainList(value)) return value.map((item2) => restoreValue(item2, member3 ?? "dyn", types));
  if (member3 !== void 0) {
    return new Map(Object.entries(value).map(([key4, item2]) => [key4, restoreValue(item2, member3, types)]));
  }
  const name = type2.replace(/\?$/, "");
  const declared2 = shapeOf(name, types)?.fields ?? {};
  const restored = Object.entries(value).map(
    ([field, item2]) => [field, restoreValue(item2, declared2[field] ?? "dyn", types)]
  );
  return record(name, Object.fromEntries(restored));
}
function restorePolicy(prepared, world) {
  const { each: each3, when, at, ...rest } = prepared;
  const parameters = prepared.parameters.map((parameter) => withFact(parameter, world.facts));
  let environment;
  const late = (expression2, expected) => {
    let compiled2;
    const ready = () => {
      environment ??= environmentOf(prepared, world);
      compiled2 ??= compiledAgain(prepared, expression2, environment, expected);
      return compiled2;
    };
    return {
      text: expression2.text,
      type: expression2.type,
      evaluate: (variables) => ready().evaluate(variables),
      explain: (variables) => ready().explain(variables)
    };
  };
  return {
    ...rest,
    when: when === void 0 ? void 0 : late(when, "bool"),
    each: each3 === void 0 ? void 0 : { list: late(each3.list), name: each3.name },
    let: prepared.let.map(({ name, expression: expression2 }) => ({ name, expression: late(expression2) })),
    assert: late(prepared.assert, "bool"),
    message: prepared.message.map((part) => typeof part === "string" ? part : late(part)),
    at: at === void 0 ? void 0 : late(at),
    parameters,
    params: new Map(parameters.map((parameter) => [parameter.name, parameter.default])),
    cases: []
  };
}
function withFact(parameter, facts) {
  const value = parameter.fact === void 0 ? void 0 : factAt(facts, parameter.fact);
  return value === void 0 ? parameter : { ...parameter, default: value };
}
function environmentOf({ select: select3, parameters, let: parts2, each: each3 }, world) {
  const environment = policyEnvironment(world.types, world.facts, select3, parameters);
  const named5 = Object.fromEntries(parts2.map(({ name, expression: expression2 }) => [name, expression2.type]));
  const element2 = each3 === void 0 ? {} : { [each3.name]: elementType(each3.list.type) ?? "dyn" };
  return { ...environment, variables: { ...environment.variables, ...named5, ...element2 } };
}
function compiledAgain(policy, { text: text8, tree }, environment, expected) {
  const syntax = { text: text8, tree: JSON.parse(tree), problems: [] };
  const { expression: expression2, problems } = compileTree(syntax, environment, expected);
  if (expression2 !== void 0) return expression2;
  throw new Error(
    `${policy.id} was prepared for another version of the gate: \`${text8}\`: ${problems[0]?.message}`
  );
}
function shapeOf(name, types) {
  return types.find((type2) => type2.name === name);
}
function isFields3(value) {
  return typeof value === "object" && value !== null && "concept" in value;
}
function isPlainList(value) {
  return Array.isArray(value);
}
var init_prepared = __esm({
  "src/policy/prepared.ts"() {
    "use strict";
    init_compile();
    init_parse2();
    init_entity();
    init_environment();
    init_quotas();
  }
});

// src/policy/text.ts
function sourceText(file, text8) {
  let starts;
  const position = (offset) => {
    starts ??= lineStarts(text8);
    const line = lineAt(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  const place2 = (start, end) => {
    const from = position(start);
    if (end === void 0 || end <= start) return { file, ...from };
    const to = position(end);
    return { file, ...from, endLine: to.line, endColumn: to.column };
  };
  return {
    file,
    text: text8,
    place: place2,
    placeIn: (scalar2, value, start, end) => {
      const offsets = align(text8, scalar2, value);
      const from = offsets?.[start];
      if (from === void 0) return place2(scalar2.start, scalar2.end);
      const last = offsets?.[Math.max(start, end - 1)] ?? from;
      return place2(from, Math.max(from, last) + 1);
    }
  };
}
function align(text8, span, value) {
  const quote2 = text8[span.start - 1];
  const offsets = [];
  let at = skipBlanks(text8, span.start, span.end);
  for (let index2 = 0; index2 < value.length; index2++) {
    const wanted2 = value[index2] ?? "";
    const width2 = isBlank(wanted2) ? blanks3(text8, at, span.end, value[index2 + 1]) : written2(text8, at, wanted2, quote2);
    if (width2 === void 0 || at + width2 > span.end) return void 0;
    offsets.push(at);
    at += width2;
  }
  offsets.push(at);
  return offsets;
}
function blanks3(text8, at, end, following) {
  const run = skipBlanks(text8, at, end) - at;
  if (following === void 0) return run;
  return isBlank(following) ? Math.min(run, 1) : run;
}
function written2(text8, at, wanted2, quote2) {
  const first = text8[at];
  if (quote2 === '"' && first === "\\") return text8[at + 1] === wanted2 ? 2 : void 0;
  if (first !== wanted2) return void 0;
  return quote2 === "'" && wanted2 === "'" ? 2 : 1;
}
function skipBlanks(text8, from, end) {
  let at = from;
  while (at < end && isBlank(text8[at] ?? "")) at++;
  return at;
}
function isBlank(character2) {
  return character2 === " " || character2 === "\n" || character2 === "	" || character2 === "\r";
}
var init_text3 = __esm({
  "src/policy/text.ts"() {
    "use strict";
    init_lines();
  }
});

// src/policy/yaml.ts
function readYaml(file, text8, tags2 = []) {
  const source2 = sourceText(file, text8);
  const mistakes = [];
  const root = parse3(source2, (start, message) => mistakes.push({ at: source2.place(start), message }), tags2);
  return { source: source2, root, mistakes };
}
function plain3(node, tagged = (scalar2) => scalar2.text) {
  switch (node.kind) {
    case "scalar":
      return node.tag === void 0 ? node.value : tagged(node);
    case "list":
      return node.items.map((item2) => plain3(item2, tagged));
    case "map":
      return Object.fromEntries(node.entries.map(({ key: key4, value }) => [key4.text, plain3(value, tagged)]));
  }
}
function member2(node, key4) {
  return entry4(node, key4)?.value;
}
function entry4(node, key4) {
  return node?.kind === "map" ? node.entries.find((each3) => each3.key.text === key4) : void 0;
}
function parse3(source2, complain2, tags2) {
  let events;
  try {
    events = (0, import_js_yaml5.parseEvents)(source2.text, { filename: source2.file });
  } catch (error) {
    if (!(error instanceof import_js_yaml5.YAMLException)) throw error;
    complain2(error.mark?.position ?? 0, `not valid YAML: ${error.reason}${hintFor(error, source2.text)}`);
    return void 0;
  }
  const documents = events.filter((event) => event.type === import_js_yaml5.EVENT_ID.DOCUMENT).length;
  if (documents > 1) complain2(0, `${documents} documents in one file; write one per file`);
  const content = events[1];
  if (content === void 0 || content.type === import_js_yaml5.EVENT_ID.POP) return void 0;
  return new Builder(source2, events, complain2, tags2).node(1).node;
}
function hintFor(error, text8) {
  if (/tag/.test(error.reason)) return "; an expression that begins with `!` must be quoted";
  const position = error.mark?.position ?? 0;
  const line = text8.slice(text8.lastIndexOf("\n", position - 1) + 1, position + 1);
  return /:\s.*:/.test(line) ? "; text with `: ` in it must be quoted" : "";
}
function emptyScalar(start) {
  return { kind: "scalar", value: null, text: "", tag: void 0, start, end: start };
}
function resolve2(text8) {
  for (const tag of [import_js_yaml5.nullCoreTag, import_js_yaml5.boolCoreTag, import_js_yaml5.intCoreTag, import_js_yaml5.floatCoreTag]) {
    const value = tag.resolve(text8, false, tag.tagName);
    if (value !== import_js_yaml5.NOT_RESOLVED) return value;
  }
  return text8;
}
var import_js_yaml5, Builder;
var init_yaml2 = __esm({
  "src/policy/yaml.ts"() {
    "use strict";
    import_js_yaml5 = __toESM(require_js_yaml());
    init_text3();
    Builder = class {
      #source;
      #events;
      #complain;
      #tags;
      /** Where the text that was last read ends: an empty value stands there. */
      #last = 0;
      constructor(source2, events, complain2, tags2) {
        this.#source = source2;
        this.#events = events;
        this.#complain = complain2;
        this.#tags = tags2;
      }
      node(index2) {
        const event = this.#events[index2];
        if (event === void 0) throw new Error("the YAML events end inside a node");
        switch (event.type) {
          case import_js_yaml5.EVENT_ID.SCALAR:
            return { node: this.#scalar(event), next: index2 + 1 };
          case import_js_yaml5.EVENT_ID.SEQUENCE:
            this.#refuseProperties(event, "a list");
            return this.#list(event.start, index2 + 1);
          case import_js_yaml5.EVENT_ID.MAPPING:
            this.#refuseProperties(event, "a map");
            return this.#map(event.start, index2 + 1);
          case import_js_yaml5.EVENT_ID.ALIAS:
            this.#complain(event.anchorStart - 1, "aliases are not part of policy files; write the value out");
            return { node: emptyScalar(event.anchorStart), next: index2 + 1 };
          case import_js_yaml5.EVENT_ID.DOCUMENT:
          case import_js_yaml5.EVENT_ID.POP:
            throw new Error("the YAML events end inside a node");
        }
      }
      #scalar(event) {
        const tag = event.tagStart >= 0 ? this.#source.text.slice(event.tagStart, event.tagEnd) : void 0;
        const start = event.valueStart >= 0 ? event.valueStart : Math.max(this.#last, event.tagStart);
        const end = event.valueStart >= 0 ? event.valueEnd : start;
        this.#last = Math.max(this.#last, end, event.tagEnd);
        if (event.anchorStart >= 0) {
          this.#complain(event.anchorStart - 1, "anchors are not part of policy files; write the value out");
        }
        if (tag !== void 0 && !this.#tags.includes(tag)) {
          this.#complain(
            event.tagStart,
            `\`${tag}\` is a YAML tag, which means nothing here; an expression that begins with \`!\` must be quoted`
          );
        }
        const text8 = (0, import_js_yaml5.getScalarValue)(this.#source.text, event);
        return { kind: "scalar", value: event.style === 1 ? resolve2(text8) : text8, text: text8, tag, start, end };
      }
      #list(start, first) {
        const items = [];
        let index2 = first;
        while (this.#events[index2]?.type !== import_js_yaml5.EVENT_ID.POP) {
          const { node, next } = this.node(index2);
          items.push(node);
          index2 = next;
        }
        return { node: { kind: "list", items, start, end: this.#last }, next: index2 + 1 };
      }
      #map(start, first) {
        const entries = [];
        const seen = /* @__PURE__ */ new Set();
        let index2 = first;
        while (this.#events[index2]?.type !== import_js_yaml5.EVENT_ID.POP) {
          const key4 = this.node(index2);
          this.#last = Math.max(this.#last, key4.node.end);
          const value = this.node(key4.next);
          index2 = value.next;
          if (key4.node.kind !== "scalar") {
            this.#complain(key4.node.start, "a key must be text");
          } else if (seen.has(key4.node.text)) {
            this.#complain(key4.node.start, `\`${key4.node.text}\` is written twice`);
          } else {
            seen.add(key4.node.text);
            entries.push({ key: key4.node, value: value.node });
          }
        }
        return { node: { kind: "map", entries, start, end: this.#last }, next: index2 + 1 };
      }
      #refuseProperties(event, what) {
        if (event.anchorStart >= 0) {
          this.#complain(event.anchorStart - 1, "anchors are not part of policy files; write the value out");
        }
        if (event.tagStart >= 0) this.#complain(event.tagStart, `${what} cannot carry a YAML tag here`);
      }
    };
  }
});

// src/policy/facts.ts
var facts_exports = {};
__export(facts_exports, {
  inAuthorsWords: () => inAuthorsWords,
  readFacts: () => readFacts
});
function readFacts(file, text8) {
  const document = readYaml(file, text8);
  const mistakes = [...document.mistakes];
  const types = [];
  const root = document.root;
  if (root?.kind !== "map") {
    if (mistakes.length === 0) mistakes.push({ at: { file, line: 1 }, message: "the facts must be a map" });
    return { facts: noFacts, mistakes };
  }
  const complain2 = (node, message) => mistakes.push({ at: document.source.place(node.start, node.end), message });
  const read5 = group([root], "facts", types, complain2);
  const value = read5.value(root);
  return { facts: { value: isFields4(value) ? value : noFacts.value, type: "facts", types }, mistakes };
}
function inAuthorsWords(message) {
  return message.replace(/`facts(_\w+)`/g, (type2) => type2.replaceAll("_", "."));
}
function reader(nodes3, name, types, complain2) {
  const first = nodes3[0];
  const other = nodes3.find((node) => node.kind !== first?.kind);
  if (first === void 0 || other !== void 0) {
    if (other !== void 0) complain2(other, `\`${name}\` is of another kind in another row`);
    return { type: "string", value: () => null };
  }
  switch (first.kind) {
    case "scalar":
      return scalars(nodes3.filter(isScalar2), name, complain2);
    case "list": {
      const items = nodes3.flatMap((node) => node.kind === "list" ? node.items : []);
      const item2 = items.length === 0 ? { type: "string", value: () => null } : reader(items, name, types, complain2);
      return {
        type: `list<${item2.type}>`,
        value: (node) => node.kind === "list" ? node.items.map(item2.value) : null
      };
    }
    case "map": {
      const maps = nodes3.filter(isMap2);
      const isGroup = maps.every((map2) => map2.entries.every(({ key: key4 }) => namePattern.test(key4.text)));
      return isGroup ? group(maps, name, types, complain2) : table(maps, name, types, complain2);
    }
  }
}
function scalars(nodes3, name, complain2) {
  const kinds7 = [
    ...new Set(nodes3.map(({ value }) => scalarType(value)).filter((type3) => type3 !== void 0))
  ];
  const type2 = kinds7.includes("double") ? "double" : kinds7[0];
  const odd = nodes3.find(({ value }) => !isOneOf2(scalarType(value), type2));
  if (odd !== void 0) complain2(odd, `\`${name}\` is ${type2} in another row`);
  const optional2 = nodes3.some(({ value }) => value === null) ? "?" : "";
  return {
    type: `${type2 ?? "string"}${optional2}`,
    value: (node) => node.kind === "scalar" ? node.value : null
  };
}
function group(maps, name, types, complain2) {
  const names2 = [...new Set(maps.flatMap((map2) => map2.entries.map(({ key: key4 }) => key4.text)))];
  const readers = new Map(
    names2.map((field) => {
      const values2 = maps.flatMap(
        (map2) => map2.entries.filter(({ key: key4 }) => key4.text === field).map((each3) => each3.value)
      );
      const made2 = reader(values2, `${name}_${field}`, types, complain2);
      const optional2 = values2.length < maps.length && !made2.type.endsWith("?");
      return [field, { ...made2, type: optional2 ? `${made2.type}?` : made2.type }];
    })
  );
  types.push({
    name,
    fields: Object.fromEntries([...readers].map(([field, { type: type2 }]) => [field, type2]))
  });
  return {
    type: name,
    value: (node) => {
      if (node.kind !== "map") return null;
      const given = new Map(node.entries.map(({ key: key4, value }) => [key4.text, value]));
      const read5 = [...readers].map(([field, { value }]) => {
        const written4 = given.get(field);
        return [field, written4 === void 0 ? null : value(written4)];
      });
      return fields2(name, new Map(read5));
    }
  };
}
function table(maps, name, types, complain2) {
  const rows = maps.flatMap((map2) => map2.entries.map(({ value }) => value));
  const row = reader(rows, `${name}_row`, types, complain2);
  return {
    type: `map<${row.type}>`,
    value: (node) => node.kind === "map" ? new Map(node.entries.map(({ key: key4, value }) => [key4.text, row.value(value)])) : null
  };
}
function isOneOf2(type2, expected) {
  return type2 === void 0 || type2 === expected || type2 === "int" && expected === "double";
}
function fields2(concept2, values2) {
  return { concept: concept2, get: (field) => values2.get(field) };
}
function isFields4(value) {
  return typeof value === "object" && value !== null && "concept" in value;
}
function isScalar2(node) {
  return node.kind === "scalar";
}
function isMap2(node) {
  return node.kind === "map";
}
function scalarType(value) {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "number":
      return Number.isInteger(value) ? "int" : "double";
    default:
      return void 0;
  }
}
var noFacts, namePattern;
var init_facts = __esm({
  "src/policy/facts.ts"() {
    "use strict";
    init_yaml2();
    noFacts = {
      value: fields2("facts", /* @__PURE__ */ new Map()),
      type: "facts",
      types: [{ name: "facts", fields: {} }]
    };
    namePattern = /^[a-z][A-Za-z0-9]*$/;
  }
});

// node_modules/valibot/dist/index.mjs
// @__NO_SIDE_EFFECTS__
function getGlobalConfig(config$1) {
  if (!config$1 && !store$4) return DEFAULT_CONFIG;
  return {
    lang: config$1?.lang ?? store$4?.lang,
    message: config$1?.message,
    abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
    abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
  };
}
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference4, lang) {
  return store$1?.get(reference4)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input) {
  const type2 = typeof input;
  if (type2 === "string") return `"${input}"`;
  if (type2 === "number" || type2 === "bigint" || type2 === "boolean") return `${input}`;
  if (type2 === "object" || type2 === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
  return type2;
}
function _addIssue(context, label2, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input);
  const issue = {
    kind: context.kind,
    type: context.type,
    input,
    expected,
    received,
    message: `Invalid ${label2}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
    requirement: context.requirement,
    path: other?.path,
    issues: other?.issues,
    lang: config$1.lang,
    abortEarly: config$1.abortEarly,
    abortPipeEarly: config$1.abortPipeEarly
  };
  const isSchema = context.kind === "schema";
  const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
  if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue);
  else dataset.issues = [issue];
}
// @__NO_SIDE_EFFECTS__
function _isSameValueZero(value1, value2) {
  return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
// @__NO_SIDE_EFFECTS__
function _isValidObjectKey(object$1, key4) {
  return Object.prototype.hasOwnProperty.call(object$1, key4) && key4 !== "__proto__" && key4 !== "prototype" && key4 !== "constructor";
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
  const list6 = [...new Set(values$1)];
  if (list6.length > 1) return `(${list6.join(` ${separator} `)})`;
  return list6[0] ?? "never";
}
function _standardSchema(schema) {
  schema["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema;
}
// @__NO_SIDE_EFFECTS__
function entriesFromList(list6, schema) {
  const entries$1 = {};
  for (const key4 of list6) entries$1[key4] = schema;
  return entries$1;
}
// @__NO_SIDE_EFFECTS__
function check2(requirement, message$1) {
  return {
    kind: "validation",
    type: "check",
    reference: check2,
    async: false,
    expects: null,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function startsWith(requirement, message$1) {
  return {
    kind: "validation",
    type: "starts_with",
    reference: startsWith,
    async: false,
    expects: `"${requirement}"`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
// @__NO_SIDE_EFFECTS__
function array(item2, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item: item2,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key4 = 0; key4 < input.length; key4++) {
          const value$1 = input[key4];
          const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input,
              key: key4,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: boolean,
    expects: "boolean",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "boolean") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function literal3(literal_, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "literal",
    reference: literal3,
    expects: /* @__PURE__ */ _stringify(literal_),
    async: false,
    literal: literal_,
    message: message$1,
    "~run"(dataset, config$1) {
      if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function nullable2(wrapped2, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullable",
    reference: nullable2,
    expects: `(${wrapped2.expects} | null)`,
    async: false,
    wrapped: wrapped2,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function number4(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "number",
    reference: number4,
    expects: "number",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function object4(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "object",
    reference: object4,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key4 in this.entries) {
          const valueSchema = this.entries[key4];
          if (key4 in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key4 in input ? input[key4] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key: key4,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key4] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key4] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key4}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key: key4,
                value: input[key4]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function optional(wrapped2, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: optional,
    expects: `(${wrapped2.expects} | undefined)`,
    async: false,
    wrapped: wrapped2,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function picklist(options2, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects: /* @__PURE__ */ _joinExpects(options2.map(_stringify), "|"),
    async: false,
    options: options2,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function record2(key4, value$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "record",
    reference: record2,
    expects: "Object",
    async: false,
    key: key4,
    value: value$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
          const entryValue = input[entryKey];
          const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
          if (keyDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "key",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of keyDataset.issues) {
              issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = keyDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
          if (valueDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "value",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of valueDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = valueDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
          if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function string2(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "string",
    reference: string2,
    expects: "string",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "string") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function _subIssues(datasets) {
  let issues;
  if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
  else issues = dataset.issues;
  return issues;
}
// @__NO_SIDE_EFFECTS__
function union2(options2, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "union",
    reference: union2,
    expects: /* @__PURE__ */ _joinExpects(options2.map((option) => option.expects), "|"),
    async: false,
    options: options2,
    message: message$1,
    "~run"(dataset, config$1) {
      let validDataset;
      let typedDatasets;
      let untypedDatasets;
      for (const schema of this.options) {
        const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
        if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
        else typedDatasets = [optionDataset];
        else {
          validDataset = optionDataset;
          break;
        }
        else if (untypedDatasets) untypedDatasets.push(optionDataset);
        else untypedDatasets = [optionDataset];
      }
      if (validDataset) return validDataset;
      if (typedDatasets) {
        if (typedDatasets.length === 1) return typedDatasets[0];
        _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
        dataset.typed = true;
      } else if (untypedDatasets?.length === 1) return untypedDatasets[0];
      else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function unknown() {
  return _standardSchema({
    kind: "schema",
    type: "unknown",
    reference: unknown,
    expects: "unknown",
    async: false,
    "~run"(dataset) {
      dataset.typed = true;
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function pipe(...pipe$1) {
  return _standardSchema({
    ...pipe$1[0],
    pipe: pipe$1,
    "~run"(dataset, config$1) {
      for (const item2 of pipe$1) if (item2.kind !== "metadata") {
        if (dataset.issues && (item2.kind === "schema" || item2.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item2["~run"](dataset, config$1);
      }
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema, input, config$1) {
  const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}
var store$4, DEFAULT_CONFIG, store$3, store$2, store$1, EMOJI_REGEX;
var init_dist = __esm({
  "node_modules/valibot/dist/index.mjs"() {
    DEFAULT_CONFIG = {
      lang: void 0,
      message: void 0,
      abortEarly: void 0,
      abortPipeEarly: void 0
    };
    EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
  }
});

// src/policy/inventory-shape.ts
var text3, texts2, number5, port, tags, directions, counted2, subnetShape, ruleShape, securityGroupShape, roleShape, clusterShape, countsShape, inventoryShape;
var init_inventory_shape = __esm({
  "src/policy/inventory-shape.ts"() {
    "use strict";
    init_dist();
    text3 = pipe(
      string2(),
      check2((given) => given.trim() !== "", "must not be empty")
    );
    texts2 = array(text3);
    number5 = pipe(
      number4(),
      check2((given) => Number.isSafeInteger(given) && given >= 0, "must be a whole number")
    );
    port = pipe(
      number4(),
      check2((given) => Number.isInteger(given) && given >= -1 && given <= 65535, "must be a port")
    );
    tags = optional(record2(string2(), string2()));
    directions = ["ingress", "egress"];
    counted2 = [
      "clusters",
      "vpcs",
      "securityGroups",
      "elasticIps",
      "roles",
      "oidcProviders",
      "instanceProfiles"
    ];
    subnetShape = object4({
      id: pipe(text3, startsWith("subnet-", "must be the id of a subnet")),
      zone: text3,
      zoneId: optional(text3),
      cidr: optional(text3),
      assignsPublicAddresses: optional(boolean()),
      tags
    });
    ruleShape = object4({
      id: optional(text3),
      direction: picklist(directions),
      /** As EC2 says it: `tcp`, `6`, or `-1` for all. */
      protocol: text3,
      fromPort: optional(port),
      toPort: optional(port),
      /** One of these three is the other side. */
      cidr: optional(text3),
      peer: optional(text3),
      prefixList: optional(text3),
      description: optional(string2())
    });
    securityGroupShape = object4({
      id: pipe(text3, startsWith("sg-", "must be the id of a security group")),
      name: optional(text3),
      tags,
      rules: optional(array(ruleShape))
    });
    roleShape = object4({
      arn: pipe(text3, startsWith("arn:", "must be the ARN of a role")),
      /** A policy document, or its text. */
      trust: optional(union2([text3, record2(string2(), unknown())], "must be a policy document"))
    });
    clusterShape = object4({
      name: text3,
      version: optional(text3),
      role: optional(text3),
      subnets: optional(texts2),
      nodeGroups: optional(texts2),
      fargateProfiles: optional(texts2)
    });
    countsShape = object4(entriesFromList(counted2, optional(number5)));
    inventoryShape = object4({
      version: literal3(1, "must be 1, the only version there is"),
      asOf: pipe(
        string2(),
        check2((day) => /^\d{4}-\d{2}-\d{2}$/.test(day), "must be a date, like `2026-01-31`")
      ),
      /** An unquoted account is a number to YAML. */
      account: union2([string2(), number4()], "must be the 12 digits of an account"),
      region: text3,
      subnets: optional(array(subnetShape)),
      securityGroups: optional(array(securityGroupShape)),
      roles: optional(array(roleShape)),
      clusters: optional(array(clusterShape)),
      quotas: optional(record2(string2(), number5)),
      counts: optional(countsShape)
    });
  }
});

// src/policy/validate.ts
function shapeMistakes(source2, root, issues) {
  return (issues ?? []).map((issue) => mistakeOf(source2, root, issue));
}
function unknownKeys(source2, node, known5) {
  if (node?.kind !== "map") return [];
  return node.entries.filter(({ key: key4 }) => !known5.includes(key4.text)).map(({ key: key4 }) => ({
    at: source2.place(key4.start, key4.end),
    message: `unknown key \`${key4.text}\`${didYouMean(key4.text, known5) || `; known: ${known5.join(", ")}`}`
  }));
}
function mistakeOf(source2, root, issue) {
  const path = (issue.path ?? []).map((step4) => String(step4.key));
  const { node, owner, missing: missing2 } = follow2(root, path);
  if (missing2 !== void 0) {
    const where = owner === void 0 ? "" : ` in \`${owner}\``;
    return { at: source2.place(node.start), message: `\`${missing2}\` is missing${where}` };
  }
  const name = owner === void 0 ? "the file" : `\`${owner}\``;
  const end = node.kind === "scalar" ? node.end : void 0;
  return { at: source2.place(node.start, end), message: `${name} ${said(issue, node)}` };
}
function follow2(root, path) {
  let node = root;
  let owner;
  for (const step4 of path) {
    const next = node.kind === "list" ? node.items[Number(step4)] : entry4(node, step4)?.value;
    if (next === void 0) return { node, owner, missing: step4 };
    if (node.kind === "map") owner = step4;
    node = next;
  }
  return { node, owner, missing: void 0 };
}
function said(issue, node) {
  if (issue.kind === "validation") return issue.message;
  if (issue.type === "picklist")
    return `must be ${choices(issue.expected)}, not ${shown3(node)}${meant(issue, node)}`;
  if (issue.message !== "" && !issue.message.startsWith("Invalid")) return issue.message;
  return `must be ${kindName(issue.type)}, not ${shown3(node)}`;
}
function choices(expected) {
  return words3(expected).join(", ").replace(/, ([^,]*)$/, " or $1");
}
function meant(issue, node) {
  return node.kind === "scalar" ? didYouMean(node.text, words3(issue.expected)) : "";
}
function words3(expected) {
  return [...(expected ?? "").matchAll(/"([^"]*)"/g)].map(([, word4]) => word4 ?? "");
}
function kindName(type2) {
  switch (type2) {
    case "string":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "strict_object":
    case "object":
    case "record":
      return "a map";
    default:
      return "something else";
  }
}
function shown3(node) {
  switch (node.kind) {
    case "scalar":
      return node.text === "" && node.value === null ? "empty" : `\`${node.text}\``;
    case "list":
      return "a list";
    case "map":
      return "a map";
  }
}
var init_validate = __esm({
  "src/policy/validate.ts"() {
    "use strict";
    init_suggest();
    init_yaml2();
  }
});

// src/policy/inventory.ts
var inventory_exports = {};
__export(inventory_exports, {
  readInventories: () => readInventories
});
function readInventories(files) {
  const read5 = files.map(({ file, text: text8 }) => readInventory(file, text8));
  const inventories = read5.flatMap(({ inventory }) => inventory ?? []);
  return {
    inventories,
    mistakes: [...read5.flatMap(({ mistakes }) => mistakes), ...disagreements2(inventories)]
  };
}
function readInventory(file, text8) {
  const { source: source2, root, mistakes } = readYaml(file, text8);
  if (root === void 0 || mistakes.length > 0) {
    const empty = { at: { file, line: 1 }, message: "the inventory is empty" };
    return { inventory: void 0, mistakes: mistakes.length > 0 ? mistakes : [empty] };
  }
  const other = otherVersion(source2, root);
  if (other !== void 0) return { inventory: void 0, mistakes: [other] };
  const shape = safeParse(inventoryShape, plain3(root));
  const all = [
    ...unknownEverywhere(source2, root),
    ...shapeMistakes(source2, root, shape.issues),
    ...accountMistakes(source2, root),
    ...peerMistakes(source2, root)
  ];
  if (!shape.success || all.length > 0) return { inventory: void 0, mistakes: all };
  const account3 = textOf6(member2(root, "account"));
  const things = thingsOf(source2, root);
  const inventory = {
    file,
    bytes: Buffer.byteLength(text8),
    document: { ...shape.output, account: account3 },
    things,
    quotas: quotasOf(source2, member2(root, "quotas"))
  };
  return { inventory, mistakes: twice(things) };
}
function otherVersion(source2, root) {
  const version3 = member2(root, "version");
  if (version3 === void 0 || version3.kind === "scalar" && version3.value === 1) return void 0;
  return {
    at: source2.place(version3.start, version3.end),
    message: "`version` must be 1, the only version there is"
  };
}
function unknownEverywhere(source2, root) {
  const groups2 = itemsOf2(member2(root, "securityGroups"));
  const known5 = (nodes3, shape) => nodes3.flatMap((node) => unknownKeys(source2, node, Object.keys(shape.entries)));
  return [
    ...known5([root], inventoryShape),
    ...known5(itemsOf2(member2(root, "subnets")), subnetShape),
    ...known5(groups2, securityGroupShape),
    ...known5(
      groups2.flatMap((group2) => itemsOf2(member2(group2, "rules"))),
      ruleShape
    ),
    ...known5(itemsOf2(member2(root, "roles")), roleShape),
    ...known5(itemsOf2(member2(root, "clusters")), clusterShape),
    ...known5([member2(root, "counts")], countsShape)
  ];
}
function accountMistakes(source2, root) {
  const account3 = member2(root, "account");
  if (account3?.kind !== "scalar" || /^\d{12}$/.test(account3.text)) return [];
  const at = source2.place(account3.start, account3.end);
  return [{ at, message: "`account` must be the 12 digits of an account" }];
}
function peerMistakes(source2, root) {
  const rules = itemsOf2(member2(root, "securityGroups")).flatMap((group2) => itemsOf2(member2(group2, "rules")));
  return rules.filter(
    (rule) => ["cidr", "peer", "prefixList"].filter((key4) => entry4(rule, key4) !== void 0).length !== 1
  ).map((rule) => ({
    at: source2.place(rule.start),
    message: "a rule has one of `cidr`, `peer` and `prefixList`, and one only"
  }));
}
function thingsOf(source2, root) {
  const where = `${textOf6(member2(root, "account"))} ${textOf6(member2(root, "region"))}`;
  const list6 = (key4, name, scope3) => itemsOf2(member2(root, key4)).map((node) => {
    const called2 = textOf6(member2(node, name));
    return {
      identity: `${scope3} ${called2}`,
      name: called2,
      says: saysOf(node),
      at: placeOf(source2, node, name)
    };
  });
  return [
    {
      identity: `inventory ${where}`,
      name: where,
      says: /* @__PURE__ */ new Map([["file", source2.file]]),
      at: placeOf(source2, root, "account")
    },
    ...list6("subnets", "id", "subnet"),
    ...list6("securityGroups", "id", "group"),
    ...list6("roles", "arn", "role"),
    ...list6("clusters", "name", `cluster ${where}`)
  ];
}
function saysOf(node) {
  const entries = node.kind === "map" ? node.entries : [];
  return new Map(entries.map(({ key: key4, value }) => [key4.text, JSON.stringify(sorted3(plain3(value)))]));
}
function sorted3(value) {
  if (Array.isArray(value)) return value.map(sorted3);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1);
  return entries.map(([key4, inner]) => [key4, sorted3(inner)]);
}
function placeOf(source2, node, key4) {
  const named5 = member2(node, key4) ?? node;
  return source2.place(named5.start, named5.end);
}
function quotasOf(source2, node) {
  const entries = node?.kind === "map" ? node.entries : [];
  return entries.map(({ key: key4, value }) => ({
    name: key4.text,
    value: Number(value.kind === "scalar" ? value.value : Number.NaN),
    at: source2.place(key4.start, key4.end)
  }));
}
function twice(things) {
  const seen = /* @__PURE__ */ new Set();
  return things.flatMap(({ identity: identity2, name, at }) => {
    if (seen.has(identity2)) return [{ at, message: `\`${name}\` is written twice` }];
    seen.add(identity2);
    return [];
  });
}
function disagreements2(inventories) {
  const first = /* @__PURE__ */ new Map();
  const mistakes = [];
  for (const { file, things } of inventories) {
    for (const thing of things) {
      const other = first.get(thing.identity);
      if (other === void 0) first.set(thing.identity, { thing, file });
      else if (other.file !== file) mistakes.push(...contradiction(thing, other.thing, other.file));
    }
  }
  return mistakes;
}
function contradiction(thing, other, file) {
  const key4 = [...thing.says.keys()].find(
    (each3) => other.says.has(each3) && other.says.get(each3) !== thing.says.get(each3)
  );
  if (key4 === void 0) return [];
  if (key4 === "file")
    return [
      { at: thing.at, message: `\`${file}\` is of \`${thing.name}\` as well; make one inventory of both` }
    ];
  const message = `\`${thing.name}\` has another \`${key4}\` here than in \`${file}\`; make both inventories again`;
  return [{ at: thing.at, message }];
}
function itemsOf2(node) {
  return node?.kind === "list" ? node.items : [];
}
function textOf6(node) {
  return node?.kind === "scalar" ? node.text : "";
}
var init_inventory2 = __esm({
  "src/policy/inventory.ts"() {
    "use strict";
    init_dist();
    init_inventory_shape();
    init_validate();
    init_yaml2();
  }
});

// src/policy/shape.ts
var expression, text4, severities, enforcements, outcomes, parameterTypes, parameterShape, caseShape, policyShape, globs, clusterShape2, configurationShape;
var init_shape = __esm({
  "src/policy/shape.ts"() {
    "use strict";
    init_dist();
    expression = union2([string2(), number4(), boolean()], "must be an expression");
    text4 = pipe(
      string2(),
      check2((given) => given.trim() !== "", "must not be empty")
    );
    severities = ["critical", "high", "medium", "low"];
    enforcements = ["deny", "warn", "audit"];
    outcomes = ["violated", "satisfied", "unresolved", "not-applicable"];
    parameterTypes = ["int", "string", "bool", "list<string>", "list<int>"];
    parameterShape = object4({
      type: picklist(parameterTypes),
      /** One of these two: the value itself, or the path of the fact that is the value. */
      default: optional(unknown()),
      fact: optional(text4),
      doc: text4
    });
    caseShape = object4({
      violated: optional(text4),
      satisfied: optional(text4),
      unresolved: optional(text4),
      "not-applicable": optional(text4),
      at: optional(text4),
      now: optional(text4),
      params: optional(record2(string2(), unknown())),
      terraform: optional(record2(string2(), nullable2(record2(string2(), unknown())))),
      cloudformation: optional(text4),
      kubernetes: optional(text4),
      eksctl: optional(text4),
      "terraform-plan": optional(text4)
    });
    policyShape = object4({
      title: text4,
      severity: picklist(severities),
      enforcement: optional(picklist(enforcements)),
      unresolved: optional(picklist(enforcements)),
      select: text4,
      when: optional(expression),
      params: optional(record2(string2(), parameterShape)),
      let: optional(record2(string2(), expression)),
      each: optional(text4),
      assert: expression,
      message: text4,
      at: optional(text4),
      why: text4,
      fix: text4,
      sources: optional(array(text4)),
      cases: array(caseShape)
    });
    globs = optional(array(text4));
    clusterShape2 = object4({
      manifests: globs,
      terraform: globs,
      cloudformation: globs,
      eksctl: globs
    });
    configurationShape = object4({
      policies: optional(array(text4)),
      override: optional(
        record2(
          string2(),
          object4({
            params: optional(record2(string2(), unknown())),
            enforcement: optional(picklist(enforcements)),
            unresolved: optional(picklist(enforcements)),
            severity: optional(picklist(severities))
          })
        )
      ),
      sources: optional(object4({ exclude: optional(array(text4)) })),
      inventory: optional(array(text4)),
      clusters: optional(record2(string2(), nullable2(clusterShape2))),
      gate: optional(object4({ unresolved: optional(picklist(enforcements)) })),
      waivers: optional(text4)
    });
  }
});

// src/policy/cases/address.ts
function addressProblem(address) {
  if (pattern2.test(address)) return void 0;
  if (address.startsWith("module."))
    return "modules are beyond a case; use `terraform-plan` with a real plan";
  return `\`${address}\` is no address; write one like \`aws_subnet.a\` or \`data.aws_iam_policy_document.trust\``;
}
var pattern2;
var init_address3 = __esm({
  "src/policy/cases/address.ts"() {
    "use strict";
    pattern2 = /^(data\.)?([a-z][a-z0-9]*_[a-z0-9_]+)\.([A-Za-z_][\w-]*)(?:\[(?:(\d+)|"([^"]*)")\])?$/;
  }
});

// src/policy/cases/case.ts
function readCases(source2, list6, parameters) {
  const mistakes = [];
  const items = list6?.kind === "list" ? list6.items.filter((item2) => item2.kind === "map") : [];
  const cases = items.map((item2) => readCase(source2, item2, parameters, mistakes));
  for (const outcome of ["violated", "satisfied", "unresolved"]) {
    if (list6?.kind === "list" && !cases.some(({ expected }) => expected === outcome)) {
      mistakes.push({
        at: source2.place(list6.start),
        message: `there is no case that is ${outcome}; write one`
      });
    }
  }
  return { cases, mistakes };
}
function readCase(source2, node, parameters, mistakes) {
  const complain2 = (at2, message) => mistakes.push({ at: source2.place(at2.start, at2.kind === "scalar" ? at2.end : void 0), message });
  mistakes.push(...unknownKeys(source2, node, Object.keys(caseShape.entries)));
  const expected = outcomes.filter((outcome2) => member2(node, outcome2) !== void 0);
  if (expected.length !== 1) {
    complain2(
      node,
      `a case says one of ${outcomes.join(", ")}${expected.length === 0 ? "" : ", and only one"}`
    );
  }
  if (!inputs.some((input) => member2(node, input) !== void 0)) {
    complain2(node, `a case needs something to judge: ${inputs.join(", ")}`);
  }
  const outcome = expected[0] ?? "violated";
  const at = entry4(node, "at");
  if (at !== void 0 && (outcome === "satisfied" || outcome === "not-applicable")) {
    complain2(at.key, `nothing is pointed at where a policy is ${outcome}`);
  }
  const now = member2(node, "now");
  if (now !== void 0 && !/^\d{4}-\d{2}-\d{2}$/.test(textOf7(now) ?? "")) {
    complain2(now, "`now` must be a date, like `2026-01-31`");
  }
  return {
    expected: outcome,
    says: textOf7(member2(node, outcome)) ?? "",
    at: textOf7(at?.value),
    now: textOf7(now),
    params: readParams(member2(node, "params"), parameters, complain2),
    terraform: readTerraform(member2(node, "terraform"), complain2),
    cloudformation: textOf7(member2(node, "cloudformation")),
    kubernetes: textOf7(member2(node, "kubernetes")),
    eksctl: textOf7(member2(node, "eksctl")),
    terraformPlan: textOf7(member2(node, "terraform-plan")),
    line: source2.place(node.start).line ?? 1
  };
}
function readParams(node, parameters, complain2) {
  const params = /* @__PURE__ */ new Map();
  for (const { key: key4, value } of node?.kind === "map" ? node.entries : []) {
    const parameter = parameters.find(({ name }) => name === key4.text);
    const names2 = parameters.map(({ name }) => name);
    const wanted2 = parameter === void 0 ? void 0 : misfit(parameter.type, plain3(value));
    if (parameter === void 0)
      complain2(key4, `there is no parameter \`${key4.text}\`${didYouMean(key4.text, names2)}`);
    else if (wanted2 !== void 0) complain2(value, `\`${key4.text}\` must be ${wanted2}`);
    else params.set(key4.text, parameterValue(plain3(value)) ?? null);
  }
  return params;
}
function readTerraform(node, complain2) {
  if (node?.kind !== "map") return void 0;
  const resources = [];
  for (const { key: key4, value } of node.entries) {
    const problem = addressProblem(key4.text);
    if (problem !== void 0) complain2(key4, problem);
    else resources.push([key4.text, value.kind === "map" ? plannedMap(value) : {}]);
  }
  return Object.fromEntries(resources);
}
function planned(node) {
  switch (node.kind) {
    case "scalar":
      return node.tag === void 0 ? node.value : reference2(node);
    case "list":
      return node.items.map(planned);
    case "map":
      return plannedMap(node);
  }
}
function plannedMap(node) {
  return Object.fromEntries(node.entries.map(({ key: key4, value }) => [key4.text, planned(value)]));
}
function reference2(scalar2) {
  return new Reference(scalar2.tag === "!ref" ? scalar2.text : "");
}
function textOf7(node) {
  return node?.kind === "scalar" ? node.text : void 0;
}
var Reference, caseTags, inputs;
var init_case = __esm({
  "src/policy/cases/case.ts"() {
    "use strict";
    init_suggest();
    init_parameters();
    init_shape();
    init_validate();
    init_yaml2();
    init_address3();
    Reference = class {
      text;
      constructor(text8) {
        this.text = text8;
      }
    };
    caseTags = ["!ref", "!unknown"];
    inputs = ["terraform", "cloudformation", "kubernetes", "eksctl", "terraform-plan"];
  }
});

// src/policy/declared.ts
function readParameters(source2, root, facts) {
  const mistakes = [];
  const parameters = [];
  const declared2 = member2(root, "params");
  for (const { key: key4, value } of declared2?.kind === "map" ? declared2.entries : []) {
    mistakes.push(...unknownKeys(source2, value, Object.keys(parameterShape.entries)));
    if (!/^[a-z]\w*$/i.test(key4.text)) {
      mistakes.push({ at: source2.place(key4.start, key4.end), message: `\`${key4.text}\` cannot be a name` });
      continue;
    }
    const type2 = parameterTypes.find((each3) => each3 === textOf8(member2(value, "type")));
    const read5 = readDefault(source2, key4, value, type2, facts);
    const fact = textOf8(member2(value, "fact"));
    mistakes.push(...read5.mistakes);
    parameters.push({
      name: key4.text,
      type: type2 ?? "string",
      default: read5.value,
      ...fact === void 0 ? {} : { fact },
      doc: textOf8(member2(value, "doc")) ?? ""
    });
  }
  return { parameters, mistakes };
}
function readDefault(source2, key4, parameter, type2, facts) {
  const written4 = member2(parameter, "default");
  const fact = member2(parameter, "fact");
  if (written4 === void 0 === (fact === void 0)) {
    const at = source2.place(key4.start, key4.end);
    return {
      value: null,
      mistakes: [{ at, message: `\`${key4.text}\` needs a \`default\` or a \`fact\`, and one only` }]
    };
  }
  const node = fact ?? written4;
  if (node === void 0 || type2 === void 0) return { value: null, mistakes: [] };
  const read5 = fact?.kind === "scalar" ? readFact(source2, fact, facts) : { value: plain3(node), mistakes: [] };
  if (read5.mistakes.length > 0) return { value: null, mistakes: read5.mistakes };
  const wanted2 = misfit(type2, read5.value);
  if (wanted2 === void 0) return { value: parameterValue(read5.value) ?? null, mistakes: [] };
  const word4 = fact === void 0 ? "default" : "fact";
  return {
    value: null,
    mistakes: [{ at: source2.place(node.start, node.end), message: `\`${word4}\` must be ${wanted2}` }]
  };
}
function readFact(source2, node, facts) {
  const prefix = "facts.";
  const environment = { types: facts.types, variables: { facts: facts.type } };
  const { expression: expression2, problems } = compile2(`${prefix}${node.text}`, environment);
  return {
    value: expression2?.evaluate(/* @__PURE__ */ new Map([["facts", facts.value]])) ?? null,
    mistakes: problems.map(({ message, start, end }) => ({
      at: source2.placeIn(
        node,
        node.text,
        Math.max(0, start - prefix.length),
        Math.max(0, end - prefix.length)
      ),
      message: inAuthorsWords(message)
    }))
  };
}
function unusedParameters(source2, root, uses) {
  const declared2 = member2(root, "params");
  if (uses.has("params")) return [];
  return (declared2?.kind === "map" ? declared2.entries : []).filter(({ key: key4 }) => !uses.has(`params.${key4.text}`)).map(({ key: key4 }) => ({
    at: source2.place(key4.start, key4.end),
    message: `the parameter \`${key4.text}\` is never used`
  }));
}
function textOf8(node) {
  return node?.kind === "scalar" ? node.text : void 0;
}
var init_declared = __esm({
  "src/policy/declared.ts"() {
    "use strict";
    init_compile();
    init_facts();
    init_parameters();
    init_shape();
    init_validate();
    init_yaml2();
  }
});

// src/policy/mentions.ts
function mentions(text8, name) {
  return new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text8);
}
function elementParts(parts2, element2) {
  const dependent = /* @__PURE__ */ new Set();
  if (element2 === void 0) return dependent;
  for (const { name, text: text8 } of parts2) {
    if ([element2, ...dependent].some((each3) => mentions(text8, each3))) dependent.add(name);
  }
  return dependent;
}
var init_mentions = __esm({
  "src/policy/mentions.ts"() {
    "use strict";
  }
});

// src/policy/template.ts
function parseTemplate2(template2) {
  const parts2 = [];
  const problems = [];
  let text8 = "";
  let at = 0;
  while (at < template2.length) {
    const character2 = template2[at] ?? "";
    if ((character2 === "{" || character2 === "}") && template2[at + 1] === character2) {
      text8 += character2;
      at += 2;
    } else if (character2 === "{") {
      const end = closing2(template2, at + 1);
      if (end === void 0) {
        problems.push({
          message: "`{` is never closed; write `{{` for a brace",
          start: at,
          end: template2.length
        });
        break;
      }
      if (text8 !== "") parts2.push(text8);
      text8 = "";
      parts2.push(trimmed(template2, at + 1, end));
      at = end + 1;
    } else {
      if (character2 === "}") {
        problems.push({ message: "`}` closes nothing; write `}}` for a brace", start: at, end: at + 1 });
      }
      text8 += character2;
      at++;
    }
  }
  if (text8 !== "") parts2.push(text8);
  return { parts: parts2, problems };
}
function closing2(template2, from) {
  let depth = 0;
  let quote2;
  for (let at = from; at < template2.length; at++) {
    const character2 = template2[at];
    if (quote2 !== void 0) {
      if (character2 === "\\") at++;
      else if (character2 === quote2) quote2 = void 0;
    } else if (character2 === '"' || character2 === "'") quote2 = character2;
    else if (character2 === "{") depth++;
    else if (character2 === "}" && depth-- === 0) return at;
  }
  return void 0;
}
function trimmed(template2, start, end) {
  const text8 = template2.slice(start, end);
  return { text: text8.trim(), start: start + (text8.length - text8.trimStart().length) };
}
var init_template2 = __esm({
  "src/policy/template.ts"() {
    "use strict";
  }
});

// src/policy/expressions.ts
function compileExpressions(source2, root, environment) {
  const compiler = new Compiler(source2);
  const each3 = splitEach(scalarAt(root, "each"));
  const parts2 = partsOf(root);
  const ofElement = elementParts(
    parts2.map(({ name, scalar: scalar2 }) => ({ name, text: scalar2.text })),
    each3?.name
  );
  const lets = /* @__PURE__ */ new Map();
  let scope3 = environment;
  const compileParts = (ready) => {
    for (const { name, key: key4, scalar: scalar2 } of parts2.filter((part) => ready(part.name))) {
      compiler.refuseName(key4, name, scope3);
      const expression2 = compiler.compile(scalar2, scope3);
      if (expression2 !== void 0) lets.set(name, expression2);
      scope3 = withVariable(scope3, name, expression2?.type ?? "dyn");
    }
  };
  compileParts((name) => !ofElement.has(name));
  const when = compiler.optional(scalarAt(root, "when"), scope3, "bool");
  const list6 = compiler.list(scalarAt(root, "each"), each3, scope3);
  if (each3 !== void 0) scope3 = withVariable(scope3, each3.name, list6?.element ?? "dyn");
  compileParts((name) => ofElement.has(name));
  const assert = compiler.optional(scalarAt(root, "assert"), scope3, "bool");
  const message = compiler.message(scalarAt(root, "message"), scope3);
  const at = compiler.place(scalarAt(root, "at"), scope3, each3?.name);
  compiler.unusedParts(parts2);
  if (each3 !== void 0) compiler.unusedElement(scalarAt(root, "each"), each3.name, ofElement);
  return {
    when,
    each: list6 === void 0 || each3 === void 0 ? void 0 : { list: list6.expression, name: each3.name },
    let: parts2.flatMap(({ name }) => {
      const expression2 = lets.get(name);
      return expression2 === void 0 ? [] : [{ name, expression: expression2 }];
    }),
    assert,
    message,
    at,
    mistakes: compiler.mistakes,
    uses: compiler.uses,
    needs: compiler.needs
  };
}
function partsOf(root) {
  const parts2 = member2(root, "let");
  if (parts2?.kind !== "map") return [];
  return parts2.entries.flatMap(
    ({ key: key4, value }) => value.kind === "scalar" ? [{ name: key4.text, key: key4, scalar: value }] : []
  );
}
function splitEach(scalar2) {
  const found = /^([\s\S]*\S)\s+as\s+([A-Za-z_]\w*)\s*$/.exec(scalar2?.text ?? "");
  return found?.[1] === void 0 || found[2] === void 0 ? void 0 : { text: found[1], name: found[2] };
}
function scalarAt(root, key4) {
  const value = entry4(root, key4)?.value;
  return value?.kind === "scalar" && value.text !== "" ? value : void 0;
}
var Compiler;
var init_expressions = __esm({
  "src/policy/expressions.ts"() {
    "use strict";
    init_compile();
    init_environment();
    init_facts();
    init_mentions();
    init_template2();
    init_yaml2();
    Compiler = class {
      mistakes = [];
      uses = /* @__PURE__ */ new Set();
      needs = { regex: false, network: false };
      #source;
      constructor(source2) {
        this.#source = source2;
      }
      optional(scalar2, environment, expected) {
        return scalar2 === void 0 ? void 0 : this.compile(scalar2, environment, { expected });
      }
      compile(scalar2, environment, part = {}) {
        const text8 = part.text ?? scalar2.text;
        const { expression: expression2, problems, uses, needsRegex, needsNetwork } = compile2(
          text8,
          environment,
          part.expected
        );
        for (const use of uses) this.uses.add(use);
        this.needs.regex ||= needsRegex;
        this.needs.network ||= needsNetwork;
        for (const { message, start, end } of problems) {
          this.#complain(scalar2, inAuthorsWords(message), (part.start ?? 0) + start, (part.start ?? 0) + end);
        }
        return problems.length === 0 ? expression2 : void 0;
      }
      list(scalar2, each3, environment) {
        if (scalar2 === void 0) return void 0;
        if (each3 === void 0) {
          this.#complain(scalar2, "`each` reads `<list> as <name>`, like `self.rules as rule`");
          return void 0;
        }
        const expression2 = this.compile(scalar2, environment, { text: each3.text });
        if (expression2 === void 0) return void 0;
        const element2 = elementType(expression2.type);
        if (element2 === void 0 && expression2.type !== "dyn") {
          this.#complain(scalar2, `\`each\` needs a list, and this is ${expression2.type}`, 0, each3.text.length);
          return void 0;
        }
        this.refuseName(scalar2, each3.name, environment);
        return { expression: expression2, element: element2 ?? "dyn" };
      }
      message(scalar2, environment) {
        if (scalar2 === void 0) return [];
        const { parts: parts2, problems } = parseTemplate2(scalar2.text);
        for (const { message, start, end } of problems) this.#complain(scalar2, message, start, end);
        if (problems.length === 0 && parts2.every((part) => typeof part === "string")) {
          this.#complain(scalar2, "the message names nothing; put what it is about in braces, like `{self.name}`");
        }
        return parts2.flatMap((part) => {
          if (typeof part === "string") return [part];
          const expression2 = this.compile(scalar2, environment, part);
          return expression2 === void 0 ? [] : [expression2];
        });
      }
      place(scalar2, environment, element2) {
        if (scalar2 === void 0) return void 0;
        const expression2 = this.compile(scalar2, environment);
        const [root, ...fields3] = scalar2.text.trim().split(/\s*\.\s*/);
        const isPlace = root === "self" ? fields3.length > 0 : root === element2;
        if (!isPlace || !fields3.every((field) => /^\w+$/.test(field))) {
          this.#complain(scalar2, "`at` must be a field of what is judged, like `self.subnets`");
        }
        return expression2;
      }
      refuseName(key4, name, environment) {
        const place2 = this.#source.place(key4.start, key4.end);
        if (!/^[a-z_]\w*$/.test(name)) {
          this.mistakes.push({
            at: place2,
            message: `\`${name}\` cannot be a name; use letters, digits and \`_\``
          });
        } else if (reservedNames.includes(name) || Object.hasOwn(environment.variables, name)) {
          this.mistakes.push({
            at: place2,
            message: `\`${name}\` already means something else; choose another name`
          });
        }
      }
      unusedParts(parts2) {
        for (const { name, key: key4 } of parts2.filter((part) => !this.#isUsed(part.name))) {
          this.mistakes.push({
            at: this.#source.place(key4.start, key4.end),
            message: `\`${name}\` is never used`
          });
        }
      }
      unusedElement(scalar2, name, parts2) {
        if (scalar2 === void 0 || this.#isUsed(name) || parts2.size > 0) return;
        this.#complain(scalar2, `\`${name}\` is never used`, scalar2.text.lastIndexOf(name), scalar2.text.length);
      }
      #isUsed(name) {
        return [...this.uses].some((use) => use === name || use.startsWith(`${name}.`));
      }
      #complain(scalar2, message, start = 0, end = scalar2.text.length) {
        this.mistakes.push({ at: this.#source.placeIn(scalar2, scalar2.text, start, end), message });
      }
    };
  }
});

// src/policy/file.ts
var file_exports = {};
__export(file_exports, {
  readPolicy: () => readPolicy
});
function readPolicy(file, text8, world) {
  const { source: source2, root, mistakes } = readYaml(file, text8, caseTags);
  if (root?.kind !== "map") {
    const empty = { at: { file, line: 1 }, message: "a policy file is a map that begins with `title:`" };
    return {
      policy: void 0,
      mistakes: mistakes.length > 0 ? mistakes : [empty],
      needs: { regex: false, network: false }
    };
  }
  const shape = safeParse(policyShape, plain3(root));
  const found = [
    ...mistakes,
    ...unknownKeys(source2, root, Object.keys(policyShape.entries)),
    ...shapeMistakes(source2, root, shape.issues),
    ...idMistakes(file)
  ];
  const { parameters, ...declared2 } = readParameters(source2, root, world.facts);
  const select3 = selectMistake(source2, root, world.vocabulary);
  const environment = policyEnvironment(
    world.types,
    world.facts,
    select3 === void 0 ? textAt(root, "select") ?? "dyn" : "dyn",
    parameters
  );
  const expressions = compileExpressions(source2, root, environment);
  const { cases, mistakes: inCases } = readCases(source2, member2(root, "cases"), parameters);
  found.push(
    ...declared2.mistakes,
    ...expressions.mistakes,
    ...inCases,
    ...select3 === void 0 ? [] : [select3]
  );
  found.push(...unusedParameters(source2, root, expressions.uses));
  const { assert } = expressions;
  if (found.length > 0 || !shape.success || assert === void 0) {
    return { policy: void 0, mistakes: found.sort(byPlace3), needs: expressions.needs };
  }
  const { output: output4 } = shape;
  const enforcement = output4.enforcement ?? "warn";
  const policy = {
    id: idOf(file),
    family: familyOf(file),
    file,
    title: output4.title.trim(),
    severity: output4.severity,
    enforcement,
    unresolved: output4.unresolved ?? defaultUnresolved(enforcement),
    saysUnresolved: output4.unresolved !== void 0,
    select: output4.select,
    when: expressions.when,
    each: expressions.each,
    let: expressions.let,
    assert,
    message: expressions.message,
    at: expressions.at,
    params: new Map(parameters.map((parameter) => [parameter.name, parameter.default])),
    parameters,
    why: output4.why.trim(),
    fix: output4.fix.trim(),
    sources: output4.sources ?? [],
    cases,
    needs: expressions.needs
  };
  return { policy, mistakes: [], needs: expressions.needs };
}
function idOf(file) {
  return (file.split("/").at(-1) ?? file).replace(/\.ya?ml$/, "");
}
function familyOf(file) {
  const folder = file.split("/").at(-2) ?? "";
  return /^\.*$/.test(folder) ? "" : folder;
}
function idMistakes(file) {
  const id = idOf(file);
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return [];
  const kebab = id.replace(/([a-z0-9])([A-Z])/g, "$1-$2").replace(/[^A-Za-z0-9]+/g, "-").toLowerCase();
  return [
    {
      at: { file, line: 1 },
      message: `the file's name is the policy's id and must read like \`${kebab}.yaml\``
    }
  ];
}
function selectMistake(source2, root, vocabulary2) {
  const node = member2(root, "select");
  if (node?.kind !== "scalar" || node.text === "") return void 0;
  const at = source2.place(node.start, node.end);
  const type2 = vocabulary2.types.find(({ name }) => name === node.text);
  const selectable = vocabulary2.types.filter((each3) => each3.selectable).map(({ name }) => name);
  if (type2 === void 0) {
    return { at, message: `there is no concept \`${node.text}\`${didYouMean(node.text, selectable)}` };
  }
  if (!type2.selectable)
    return { at, message: `\`${node.text}\` is a part of other concepts and cannot be selected` };
  if (type2.formats.length === 0) return { at, message: `no input format supplies \`${node.text}\`` };
  return void 0;
}
function textAt(node, key4) {
  const value = entry4(node, key4)?.value;
  return value?.kind === "scalar" ? value.text : void 0;
}
function byPlace3(a, b) {
  return (a.at.line ?? 0) - (b.at.line ?? 0) || (a.at.column ?? 0) - (b.at.column ?? 0);
}
var init_file = __esm({
  "src/policy/file.ts"() {
    "use strict";
    init_dist();
    init_suggest();
    init_case();
    init_declared();
    init_environment();
    init_expressions();
    init_policy();
    init_shape();
    init_validate();
    init_yaml2();
  }
});

// src/policy/load.ts
async function loadFacts(given) {
  if (!("text" in given)) return { facts: restoreFacts(given), mistakes: [] };
  const { readFacts: readFacts2 } = await Promise.resolve().then(() => (init_facts(), facts_exports));
  return readFacts2(given.file, given.text);
}
async function loadInventories(given) {
  if (given.length === 0) return { inventories: [], mistakes: [] };
  return (await Promise.resolve().then(() => (init_inventory2(), inventory_exports))).readInventories(given);
}
async function loadPolicies(given, options2) {
  const { vocabulary: vocabulary2, facts } = options2;
  const world = { vocabulary: vocabulary2, facts, types: sharedTypes(vocabulary2, facts) };
  const first = await Promise.all(given.map((each3) => readOne(each3, world)));
  await loadEngines(first);
  const read5 = await Promise.all(
    given.map((each3, index2) => {
      const before = first[index2];
      return before?.needs.regex === false ? before : readOne(each3, world);
    })
  );
  const policies2 = read5.flatMap(({ policy }) => policy ?? []);
  const mistakes = [...read5.flatMap((each3) => each3.mistakes), ...twice2(policies2)];
  const overridden = await applyOverrides(policies2, options2.overrides ?? [], options2.unresolved);
  if (mistakes.length > 0) return { policies: overridden.policies, mistakes };
  return overridden;
}
async function readOne(given, world) {
  if ("text" in given) return (await Promise.resolve().then(() => (init_file(), file_exports))).readPolicy(given.file, given.text, world);
  return { policy: restorePolicy(given, world), mistakes: [], needs: { regex: false, network: false } };
}
async function loadEngines(policies2) {
  if (policies2.some(({ needs: needs2 }) => needs2.network)) await loadNetworkEngine();
  if (policies2.some(({ needs: needs2 }) => needs2.regex)) await loadRegexEngine();
}
function twice2(policies2) {
  const first = /* @__PURE__ */ new Map();
  const mistakes = [];
  for (const { id, file } of policies2) {
    const other = first.get(id);
    if (other === void 0) first.set(id, file);
    else mistakes.push({ at: { file, line: 1 }, message: `\`${id}\` is already the id of \`${other}\`` });
  }
  return mistakes;
}
var init_load2 = __esm({
  "src/policy/load.ts"() {
    "use strict";
    init_network();
    init_patterns();
    init_environment();
    init_override();
    init_prepared();
  }
});

// src/source/inventory/declarations.ts
function inventoryDeclarations(inventories) {
  const seen = /* @__PURE__ */ new Set();
  return inventories.flatMap(declarationsOf).filter(({ type: type2, owner }) => {
    if (type2 === "Cluster" || type2 === "Account") return true;
    const isFirst = !seen.has(`${type2} ${owner}`);
    seen.add(`${type2} ${owner}`);
    return isFirst;
  });
}
function declarationsOf({ file, document }) {
  const root = document;
  const owner = ["account", "region"].map((key4) => memberOf(root, key4)).join("/");
  return [
    existing("Account", file, owner, root, []),
    ...lists.flatMap(([list6, type2, name]) => {
      const members3 = memberOf(root, list6);
      return (isList(members3) ? members3 : []).map(
        (member3, index2) => existing(type2, file, String(memberOf(member3, name)), member3, [list6, index2])
      );
    })
  ];
}
function existing(type2, file, owner, json2, path) {
  const root = plainAttribute({ format: "inventory", file, owner, document: 0, path }, json2);
  return { format: "inventory", type: type2, owner, file, mode: "data", change: "none", root, before: void 0 };
}
var lists;
var init_declarations = __esm({
  "src/source/inventory/declarations.ts"() {
    "use strict";
    init_plain();
    lists = [
      ["subnets", "Subnet", "id"],
      ["securityGroups", "SecurityGroup", "id"],
      ["roles", "IamRole", "arn"],
      ["clusters", "Cluster", "name"]
    ];
  }
});

// src/base/choice.ts
function choiceKey({ file, name }) {
  return `${file}
${name}`;
}
function isPossible2(world) {
  const roots = world.flatMap(({ choice }) => choice.roots.map((root) => `${choice.file}
${root}`));
  return world.every(({ option }) => option.possible) && new Set(roots).size === roots.length;
}
var init_choice = __esm({
  "src/base/choice.ts"() {
    "use strict";
  }
});

// src/source/cloudformation/choices.ts
function choiceOf(name, template2) {
  const parameter = memberOf(template2.parameters, name);
  const values2 = isSecret2(parameter) ? [] : valuesOf(name, parameter, template2);
  if (values2.length === 0) return void 0;
  const shown4 = `\`${identity(name, template2).name}\``;
  const constants = values2.filter((value) => value !== null);
  const choice = {
    ...identity(name, template2),
    roots: [rootOf(name, template2)],
    options: values2.map((value) => ({
      value,
      says: value === null ? otherwise(shown4, constants) : `${shown4} is ${quoted2(value)}`,
      possible: !mentions2(template2.rules, name)
    }))
  };
  return template2.settled.has(choiceKey(choice)) ? void 0 : choice;
}
function valuesOf(name, parameter, template2) {
  const allowed = memberOf(parameter, "AllowedValues");
  if (isList(allowed)) return isListType(parameter) ? [] : [...new Set(allowed.filter(isScalar3))];
  const constants = comparedWith(name, template2).filter((value) => mayBe2(parameter, value));
  return constants.length === 0 ? [] : [...constants, null];
}
function assumedOf(name, template2) {
  return template2.settled.get(choiceKey(identity(name, template2)))?.option.value;
}
function isRuledOut(name, constant2, template2) {
  if (!mayBe2(memberOf(template2.parameters, name), constant2)) return true;
  const assumed = template2.settled.get(choiceKey(identity(name, template2)));
  return assumed?.option.value === null && assumed.choice.options.some(({ value }) => value === constant2);
}
function comparison(pair, condition, template2) {
  const name = `${template2.prefix}${JSON.stringify(pair)}`;
  const title2 = `\`${template2.prefix}${condition.name}\``;
  const says2 = (equal3) => {
    const does = condition.turned === void 0 ? equal3 : equal3 !== condition.turned;
    return `${condition.turned === void 0 ? `a comparison of ${title2}` : title2} ${does ? "holds" : "does not hold"}`;
  };
  const roots = [...namesIn(pair)].map((root) => rootOf(root, template2));
  const options2 = [true, false].map((value) => ({
    value,
    says: says2(value),
    possible: !roots.some((root) => mentions2(template2.rules, root.slice(template2.prefix.length)))
  }));
  const choice = { file: template2.top, name, roots: [...new Set(roots)], options: options2 };
  return { key: choiceKey(choice), choice };
}
function identity(name, { top, prefix }) {
  return { file: top, name: shared.includes(name) ? name : `${prefix}${name}` };
}
function rootOf(name, template2) {
  return regional.includes(name) ? "AWS::Region" : identity(name, template2).name;
}
function otherwise(shown4, constants) {
  const [only, ...others] = constants.map(quoted2);
  return others.length === 0 ? `${shown4} is not ${only ?? ""}` : `${shown4} is none of ${[only, ...others].join(", ")}`;
}
function quoted2(value) {
  const text8 = String(value);
  return text8 === "" ? "empty" : `\`${text8.length > 60 ? `${text8.slice(0, 59)}…` : text8}\``;
}
function comparedWith(name, template2) {
  template2.compared ??= comparisons(template2);
  return template2.compared.get(name) ?? [];
}
function comparisons(template2) {
  const found = /* @__PURE__ */ new Map();
  for (const [side, other] of pairsIn(template2.conditions ?? null)) {
    const name = memberOf(side, "Ref");
    const constant2 = constantOf2(other, template2);
    if (typeof name !== "string" || constant2 === void 0) continue;
    const constants = found.get(name) ?? [];
    if (!constants.includes(constant2)) found.set(name, [...constants, constant2]);
  }
  return found;
}
function pairsIn(json2) {
  const pair = memberOf(json2, "Fn::Equals");
  const [left, right] = isList(pair) ? pair : [];
  const members3 = isList(json2) ? json2 : isObject(json2) ? Object.values(json2) : [];
  const below4 = members3.flatMap(pairsIn);
  return left === void 0 || right === void 0 ? below4 : [[left, right], [right, left], ...below4];
}
function constantOf2(json2, { parameters, given }) {
  if (isScalar3(json2)) return String(json2);
  const name = memberOf(json2, "Ref");
  const parameter = typeof name === "string" ? memberOf(parameters, name) : void 0;
  const value = memberOf(parameter, "Default");
  const isOwn = typeof name === "string" && !isSecret2(parameter) && given(name) === void 0;
  return isOwn && isScalar3(value) ? String(value) : void 0;
}
function mayBe2(parameter, value) {
  const type2 = memberOf(parameter, "Type");
  if (value === "" && typeof type2 === "string" && type2.startsWith("AWS::")) return false;
  const [shortest, longest2] = [memberOf(parameter, "MinLength"), memberOf(parameter, "MaxLength")];
  return value.length >= Number(shortest ?? 0) && value.length <= Number(longest2 ?? Number.POSITIVE_INFINITY);
}
function namesIn(json2, found = /* @__PURE__ */ new Set()) {
  if (isList(json2)) for (const item2 of json2) namesIn(item2, found);
  if (!isObject(json2)) return found;
  for (const [key4, value] of Object.entries(json2)) {
    if (key4 === "Ref" && typeof value === "string") found.add(value);
    const text8 = key4 === "Fn::Sub" ? isList(value) ? value[0] : value : void 0;
    if (typeof text8 === "string")
      for (const [, name] of text8.matchAll(/\$\{([^!${}]+)\}/g)) found.add(name ?? "");
    namesIn(value, found);
  }
  return found;
}
function mentions2(rules, name) {
  return rules !== void 0 && namesIn(rules).has(name);
}
function isSecret2(parameter) {
  return [true, "true"].some((value) => value === memberOf(parameter, "NoEcho"));
}
function isListType(parameter) {
  const type2 = memberOf(parameter, "Type");
  return type2 === "CommaDelimitedList" || typeof type2 === "string" && type2.startsWith("List<");
}
function isScalar3(json2) {
  return ["string", "number", "boolean"].includes(typeof json2);
}
var shared, regional;
var init_choices = __esm({
  "src/source/cloudformation/choices.ts"() {
    "use strict";
    init_choice();
    init_plain();
    shared = ["AWS::Region", "AWS::Partition", "AWS::URLSuffix", "AWS::AccountId"];
    regional = shared.slice(0, 3);
  }
});

// src/source/cloudformation/resolved.ts
function together4(parts2, delimiter) {
  const unknowns = parts2.filter((part) => typeof part !== "string");
  if (unknowns.length === 0) return resolveText(parts2.join(delimiter));
  const written4 = parts2.filter((part) => part !== "");
  return written4.length === 1 && unknowns[0] !== void 0 ? unknowns[0] : madeFrom(unknowns);
}
function resolveText(text8) {
  if (text8.length > longestText) return unknown2("a text that is too long");
  return text8.includes("{{resolve:") ? dynamicReference(text8) : plain4(text8);
}
function dynamicReference(text8) {
  const service = /\{\{resolve:([\w-]+)/.exec(text8)?.[1] ?? "";
  const secret = service === "secretsmanager" || service === "ssm-secure";
  return { ...unknown2(`resolved from \`${service}\` when the stack is deployed`), secret };
}
function madeFrom(parts2) {
  const [first] = parts2;
  const reason2 = first?.attribute === void 0 ? first?.reason : `made from \`${first.attribute}\`, ${first.reason}`;
  return {
    ...unknown2(reason2 ?? "not known"),
    links: among(parts2.flatMap((part) => part.links.targets)),
    secret: parts2.some((part) => part.secret),
    choices: [...new Set(parts2.flatMap((part) => part.choices))]
  };
}
function unknown2(reason2, attribute2) {
  const links = { targets: [], exact: true, closed: false };
  return { kind: "unknown", attribute: attribute2, reason: reason2, links, secret: false, optional: false, choices: [] };
}
function badArgument(name) {
  return unknown2(`made by \`${name}\` of something it does not take`);
}
function among(targets) {
  return { targets, exact: targets.length === 0, closed: false };
}
function plain4(json2) {
  return { kind: "plain", json: json2, at: [], secret: false };
}
function behind2(at, resolved2) {
  return resolved2.kind === "plain" ? { ...resolved2, at: [...at, ...resolved2.at] } : resolved2;
}
function across(resolved2, from) {
  switch (resolved2.kind) {
    case "plain":
      return { ...resolved2, at: [], within: resolved2.within ?? from };
    case "unknown": {
      const { links, joined: joined2, choices: choices2 } = resolved2;
      const targets = links.targets.map((link2) => ({ ...link2, file: link2.file ?? from.file }));
      const list6 = joined2 === void 0 ? {} : { joined: { ...joined2, list: listAcross(joined2.list, from) } };
      return { ...resolved2, links: { ...links, targets }, choices: choices2, ...list6 };
    }
    default:
      return resolved2;
  }
}
function listAcross(list6, from) {
  return { ...list6, at: [], within: list6.within ?? from };
}
var longestText;
var init_resolved = __esm({
  "src/source/cloudformation/resolved.ts"() {
    "use strict";
    longestText = 1e6;
  }
});

// src/source/cloudformation/reference.ts
function reference3(name, template2) {
  if (name === "AWS::NoValue") return { kind: "absent" };
  if (name.startsWith("AWS::"))
    return settled2(name, template2) ?? open4(name, "known when the stack is deployed", template2);
  const parameter = memberOf(template2.parameters, name);
  if (parameter !== void 0) return parameterValue2(name, parameter, template2);
  if (memberOf(template2.resources, name) === void 0)
    return unknown2("declared nowhere in the template", `${template2.prefix}${name}`);
  return created(name, "Ref", template2);
}
function created(logicalId, attribute2, { prefix }) {
  const owner = `${prefix}${logicalId}`;
  const name = attribute2 === "Ref" ? owner : `${owner}.${attribute2}`;
  const links = { targets: [{ owner, path: [attribute2] }], exact: true, closed: true };
  return { ...unknown2("known after the stack is created", name), links };
}
function typed2(parameter, written4) {
  if (isListType(parameter) && typeof written4 === "string") {
    return plain4(written4 === "" ? [] : written4.split(",").map((item2) => item2.trim()));
  }
  const isNumber2 = memberOf(parameter, "Type") === "Number";
  const number6 = isNumber2 && typeof written4 === "string" && written4.trim() !== "" ? Number(written4) : Number.NaN;
  return plain4(Number.isNaN(number6) ? written4 : number6);
}
function parameterValue2(name, parameter, template2) {
  const secret = isSecret2(parameter);
  const type2 = memberOf(parameter, "Type");
  if (typeof type2 === "string" && type2.startsWith("AWS::SSM::")) {
    const shown4 = `${template2.prefix}${name}`;
    return { ...unknown2("read from Parameter Store when the stack is deployed", shown4), secret };
  }
  const given = template2.given(name);
  if (given !== void 0) return secret && "secret" in given ? { ...given, secret } : given;
  const written4 = memberOf(parameter, "Default");
  if (written4 !== void 0 && written4 !== null) return { ...typed2(parameter, written4), secret };
  return settled2(name, template2) ?? { ...open4(name, "a parameter without a default", template2), secret };
}
function settled2(name, template2) {
  const value = assumedOf(name, template2);
  if (value === void 0 || value === null) return void 0;
  return typed2(memberOf(template2.parameters, name), value);
}
function open4(name, reason2, template2) {
  const choice = choiceOf(name, template2);
  const shown4 = name.startsWith("AWS::") ? name : `${template2.prefix}${name}`;
  return { ...unknown2(reason2, shown4), choices: choice === void 0 ? [] : [choice] };
}
var init_reference2 = __esm({
  "src/source/cloudformation/reference.ts"() {
    "use strict";
    init_plain();
    init_choices();
    init_resolved();
  }
});

// src/source/cloudformation/parameters.ts
function readParameters2({ file, text: text8, template: template2 }) {
  const values2 = pairsOf(text8, file).map(([name, value]) => ({
    name,
    value,
    at: { file, ...placeOf2(name, text8) }
  }));
  return { file, template: template2, values: values2 };
}
function givenBy(files, template2) {
  const meant2 = files.filter((each3) => each3.template === void 0 || each3.template === template2);
  const values2 = new Map(
    meant2.flatMap((each3) => each3.values.map(({ name, value }) => [name, value]))
  );
  return (name, parameter) => {
    if (!values2.has(name)) return void 0;
    const value = values2.get(name);
    if (value === void 0) return unknown2("what the stack already has", name);
    return isList(value) ? plain4(value) : typed2(parameter, value);
  };
}
function mistakesIn(files, templates) {
  return files.flatMap(({ file, template: template2, values: values2 }) => {
    if (template2 !== void 0 && !templates.has(template2)) {
      const hint = `it is no template that was read by itself${didYouMean(template2, [...templates.keys()])}`;
      return [
        new Failure("usage", `there is no template \`${template2}\` for these parameters`, {
          at: { file },
          hint
        })
      ];
    }
    const meant2 = template2 === void 0 ? [...templates.values()] : [templates.get(template2)];
    return values2.flatMap((value) => mistakeIn(value, meant2) ?? []);
  });
}
function mistakeIn({ name, value, at }, templates) {
  const declared2 = templates.map((parameters) => memberOf(parameters, name)).filter((found) => found !== void 0);
  if (declared2.length === 0) {
    const names2 = templates.flatMap((parameters) => Object.keys(parameters ?? {}));
    const hint = `remove it, or name the template's own parameter${didYouMean(name, names2)}`;
    return new Failure("usage", `no template has a parameter \`${name}\``, { at, hint });
  }
  for (const parameter of declared2) {
    const allowed = memberOf(parameter, "AllowedValues");
    if (value === void 0 || !isList(allowed)) continue;
    const { json: json2 } = isList(value) ? { json: value } : typed2(parameter, value);
    const texts3 = allowed.map(String);
    const wrong2 = (isList(json2) ? json2 : [json2]).map(String).find((each3) => !texts3.includes(each3));
    if (wrong2 !== void 0) {
      const hint = `it may be ${texts3.map((each3) => `\`${each3}\``).join(", ")}`;
      const shown4 = isSecret2(parameter) ? "the value" : `\`${wrong2}\``;
      return new Failure("usage", `${shown4} is not allowed for parameter \`${name}\``, { at, hint });
    }
  }
  return void 0;
}
function pairsOf(text8, file) {
  const lines2 = text8.split(/\r?\n/).filter((line) => !/^\s*(#|$)/.test(line));
  if (lines2.length > 0 && lines2.every((line) => /^\s*[A-Za-z0-9]+\s*=/.test(line))) return lines2.map(pairOf);
  const [root = null] = loadYaml(text8, file, "strict");
  const whole5 = memberOf(root, "Parameters") ?? root;
  if (isObject(whole5))
    return Object.entries(whole5).map(([name, value]) => [name, valueOf4(value, name, file)]);
  if (isList(whole5)) return whole5.map((item2) => itemOf3(item2, file));
  throw shapeless(file);
}
function itemOf3(item2, file) {
  if (typeof item2 === "string" && item2.includes("=")) return pairOf(item2);
  const name = memberOf(item2, "ParameterKey");
  if (typeof name !== "string") throw shapeless(file);
  const value = memberOf(item2, "ParameterValue");
  return [name, value === void 0 ? void 0 : valueOf4(value, name, file)];
}
function pairOf(line) {
  const [name = "", ...rest] = line.split("=");
  const value = rest.join("=").trim();
  const [, , quoted3] = /^(["'])(.*)\1$/.exec(value) ?? [];
  return [name.trim(), quoted3 ?? value];
}
function valueOf4(value, name, file) {
  const members3 = isList(value) ? value : [value];
  if (members3.every((each3) => ["string", "number", "boolean"].includes(typeof each3))) {
    return isList(value) ? value.map(String) : String(value);
  }
  throw new Failure("usage", `the value of parameter \`${name}\` is no text`, {
    at: { file },
    hint: "write a text, or a list of texts for a list"
  });
}
function shapeless(file) {
  return new Failure("usage", "these are no parameters", {
    at: { file },
    hint: 'write [{ "ParameterKey": "Size", "ParameterValue": "3" }], or Size=3 lines'
  });
}
function placeOf2(name, text8) {
  const isWord2 = (character2) => character2 !== void 0 && /[A-Za-z0-9]/.test(character2);
  for (let at = text8.indexOf(name); at !== -1; at = text8.indexOf(name, at + 1)) {
    if (!isWord2(text8[at - 1]) && !isWord2(text8[at + name.length])) return positionOf(text8, at);
  }
  return { line: 1, column: 1 };
}
var init_parameters2 = __esm({
  "src/source/cloudformation/parameters.ts"() {
    "use strict";
    init_failure();
    init_suggest();
    init_plain();
    init_text();
    init_load();
    init_choices();
    init_reference2();
    init_resolved();
  }
});

// src/source/cloudformation/conditions.ts
function holds3(condition, template2, textOf12) {
  const kept2 = template2.decided.get(condition);
  if (kept2 !== void 0) return kept2;
  template2.decided.set(condition, never);
  const written4 = memberOf(template2.conditions, condition);
  const around3 = { name: condition, turned: false, template: template2, textOf: textOf12 };
  const answer2 = written4 === void 0 ? never : decide(written4, around3);
  template2.decided.set(condition, answer2);
  return answer2;
}
function decide(condition, around3) {
  if (!isObject(condition)) return never;
  const { Condition: name, "Fn::And": all, "Fn::Or": any2, "Fn::Not": none3, "Fn::Equals": pair } = condition;
  const part = (json2) => decide(json2, { ...around3, turned: void 0 });
  if (typeof name === "string") return holds3(name, around3.template, around3.textOf);
  if (isList(all)) return every2(all.map(part));
  if (isList(any2)) return negate2(every2(any2.map((each3) => negate2(part(each3)))));
  if (isList(none3) && none3.length === 1) {
    const turned = around3.turned === void 0 ? void 0 : !around3.turned;
    return negate2(decide(none3[0] ?? null, { ...around3, turned }));
  }
  return isList(pair) && pair.length === 2 ? equal2(pair, around3) : never;
}
function equal2(pair, { name, turned, template: template2, textOf: textOf12 }) {
  const [left, right] = pair.map(textOf12);
  if (typeof left === "string" && typeof right === "string") return left === right;
  const [one3, other] = pair.map((side) => memberOf(side, "Ref"));
  if (typeof one3 === "string" && typeof right === "string" && isRuledOut(one3, right, template2)) return false;
  if (typeof other === "string" && typeof left === "string" && isRuledOut(other, left, template2))
    return false;
  const { key: key4, choice } = comparison(pair, { name, turned }, template2);
  const assumed = template2.settled.get(key4);
  if (assumed !== void 0) return assumed.option.value === true;
  const sides = [left, right].filter((side) => typeof side !== "string");
  const constant2 = [left, right].find((side) => typeof side === "string");
  const choices2 = sides.flatMap((side) => side?.choices ?? []);
  const isSettling = sides.every((side) => side !== void 0 && side.choices.length > 0);
  return { choices: isSettling && choices2.every((each3) => settles(each3, constant2)) ? choices2 : [choice] };
}
function settles({ options: options2 }, constant2) {
  return options2.every(({ value }) => value !== null) || options2.some(({ value }) => value === constant2);
}
function every2(answers2) {
  if (answers2.includes(false)) return false;
  const undecided4 = answers2.filter((answer2) => typeof answer2 === "object");
  return undecided4.length === 0 || { choices: [...new Set(undecided4.flatMap(({ choices: choices2 }) => choices2))] };
}
function negate2(answer2) {
  return typeof answer2 === "boolean" ? !answer2 : answer2;
}
var never;
var init_conditions = __esm({
  "src/source/cloudformation/conditions.ts"() {
    "use strict";
    init_plain();
    init_choices();
    never = { choices: [] };
  }
});

// src/source/cloudformation/cidr.ts
function subnetsOf2(block, count4, bits) {
  const [address = "", length3 = ""] = block.trim().split("/");
  const family = address.includes(":") ? v6 : v4;
  const base = family.read(address);
  if (base === void 0 || !/^\d{1,3}$/.test(length3)) return void 0;
  const room = family.width - Number(length3);
  const isWhole = [count4, bits].every((each3) => Number.isInteger(each3) && each3 >= 1);
  if (!isWhole || count4 > 256 || room < 0 || bits > room) return void 0;
  if (room - bits < 9 && count4 > 2 ** (room - bits)) return void 0;
  const start = base >> BigInt(room) << BigInt(room);
  const step4 = 1n << BigInt(bits);
  return Array.from(
    { length: count4 },
    (_, index2) => `${family.write(start + step4 * BigInt(index2))}/${family.width - bits}`
  );
}
function groups(text8) {
  return text8 === "" ? [] : text8.split(":");
}
function pack(digits, bits) {
  return digits.reduce((address, digit) => address << bits | digit, 0n);
}
function unpack(address, size2, bits) {
  const mask = (1n << bits) - 1n;
  return Array.from({ length: size2 }, (_, index2) => address >> bits * BigInt(size2 - 1 - index2) & mask);
}
function longestZeros(written4) {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < written4.length; start++) {
    let length3 = 0;
    while (written4[start + length3] === "0") length3++;
    if (length3 > best.length) best = { start, length: length3 };
  }
  return best;
}
var v4, v6;
var init_cidr2 = __esm({
  "src/source/cloudformation/cidr.ts"() {
    "use strict";
    v4 = {
      width: 32,
      read: (text8) => {
        const bytes2 = text8.split(".");
        const isAddress = bytes2.length === 4 && bytes2.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) < 256);
        return isAddress ? pack(bytes2.map(BigInt), 8n) : void 0;
      },
      write: (address) => unpack(address, 4, 8n).join(".")
    };
    v6 = {
      width: 128,
      read: (text8) => {
        const [before = "", after2, ...more2] = text8.split("::");
        const [head, tail] = [groups(before), groups(after2 ?? "")];
        const missing2 = 8 - head.length - tail.length;
        const isAddress = more2.length === 0 && (after2 === void 0 ? missing2 === 0 : missing2 > 0) && [...head, ...tail].every((group2) => /^[0-9a-f]{1,4}$/i.test(group2));
        if (!isAddress) return void 0;
        const zeros = Array.from({ length: missing2 }, () => "0");
        return pack(
          [...head, ...zeros, ...tail].map((group2) => BigInt(`0x${group2}`)),
          16n
        );
      },
      write: (address) => {
        const written4 = unpack(address, 8, 16n).map((group2) => group2.toString(16));
        const zeros = longestZeros(written4);
        if (zeros.length < 2) return written4.join(":");
        return `${written4.slice(0, zeros.start).join(":")}::${written4.slice(zeros.start + zeros.length).join(":")}`;
      }
    };
  }
});

// src/source/cloudformation/lists.ts
function select2(argument2, around3) {
  const [wanted2, list6] = isList(argument2) ? argument2 : [];
  if (wanted2 === void 0 || list6 === void 0) return badArgument("Fn::Select");
  const index2 = around3.textOf(wanted2);
  if (index2 === void 0) return badArgument("Fn::Select");
  if (typeof index2 !== "string") return madeFrom([index2]);
  const resolved2 = around3.resolve(list6);
  switch (resolved2.kind) {
    case "unknown":
      return { ...madeFrom([resolved2]), links: { ...resolved2.links, exact: false } };
    case "zones":
      return /^\d+$/.test(index2) ? plain4(`${resolved2.region}[${Number(index2)}]`) : badArgument("Fn::Select");
    case "absent":
      return badArgument("Fn::Select");
    case "plain":
      return memberAt(resolved2, Number(index2), around3);
  }
}
function memberAt(list6, index2, around3) {
  const members3 = around3.behind(list6);
  const written4 = isList(list6.json) ? list6.json : [];
  let left = index2;
  for (const [at, item2] of written4.entries()) {
    const resolved2 = members3.resolve(item2);
    if (resolved2.kind === "absent") continue;
    if (resolved2.kind === "unknown" && resolved2.optional) return madeFrom([resolved2]);
    if (left-- === 0) return behind2(["Fn::Select", 1, ...list6.at, at], resolved2);
  }
  return badArgument("Fn::Select");
}
function zonesOf(argument2, around3) {
  if (argument2 === "" || argument2 === null) return ownZones(around3);
  const region = around3.textOf(argument2);
  if (region === void 0) return badArgument("Fn::GetAZs");
  if (typeof region === "string") return region === "" ? ownZones(around3) : { kind: "zones", region };
  return memberOf(argument2, "Ref") === "AWS::Region" ? ownZones(around3) : madeFrom([region]);
}
function ownZones(around3) {
  const region = around3.textOf({ Ref: "AWS::Region" });
  return { kind: "zones", region: typeof region === "string" ? region : ownRegion };
}
function length2(argument2, around3) {
  const list6 = around3.resolve(argument2);
  if (list6.kind !== "plain" || !isList(list6.json)) {
    const why2 = unknown2("the length of a list that is not known");
    return list6.kind === "unknown" ? { ...why2, choices: list6.choices } : why2;
  }
  const members3 = list6.json.map((item2) => around3.behind(list6).resolve(item2));
  const doubtful = members3.find((member3) => member3.kind === "unknown" && member3.optional);
  if (doubtful?.kind === "unknown") return madeFrom([doubtful]);
  return plain4(members3.filter(({ kind }) => kind !== "absent").length);
}
function cidr2(argument2, around3) {
  const parts2 = isList(argument2) ? argument2.map((part) => around3.textOf(part)) : [];
  const unknowns = parts2.filter((part) => typeof part === "object");
  if (unknowns.length > 0) return madeFrom(unknowns);
  const [block, count4, bits] = parts2;
  if (typeof block !== "string" || typeof count4 !== "string") return badArgument("Fn::Cidr");
  if (bits === void 0) return unknown2("computed by `Fn::Cidr` without saying how large");
  const subnets = subnetsOf2(block, Number(count4), Number(bits));
  return subnets === void 0 ? badArgument("Fn::Cidr") : plain4(subnets);
}
var ownRegion;
var init_lists2 = __esm({
  "src/source/cloudformation/lists.ts"() {
    "use strict";
    init_plain();
    init_cidr2();
    init_resolved();
    ownRegion = "${AWS::Region}";
  }
});

// src/source/cloudformation/json-text.ts
function jsonWithHoles(written4, known5) {
  const pattern3 = patternOf2(written4);
  if (pattern3 === void 0 || !/^\s*[[{]/.test(pattern3.text)) return void 0;
  try {
    return withSubstitutions(JSON.parse(pattern3.text), pattern3.variables, known5);
  } catch {
    return void 0;
  }
}
function patternOf2(written4) {
  if (typeof written4 === "string") return { text: written4.replaceAll("${", "${!"), variables: {} };
  const sub = isObject(written4) ? written4["Fn::Sub"] : void 0;
  if (typeof sub === "string") return { text: sub, variables: {} };
  if (isList(sub)) {
    const [text8, variables2] = sub;
    return typeof text8 === "string" && isObject(variables2) ? { text: text8, variables: variables2 } : void 0;
  }
  const [delimiter, parts2] = isObject(written4) && isList(written4["Fn::Join"]) ? written4["Fn::Join"] : [];
  if (typeof delimiter !== "string" || !isList(parts2)) return void 0;
  const texts3 = parts2.map(
    (part, index2) => typeof part === "string" ? part.replaceAll("${", "${!") : `\${Part${index2}}`
  );
  const variables = parts2.map((part, index2) => [`Part${index2}`, part]);
  return { text: texts3.join(delimiter), variables: Object.fromEntries(variables) };
}
function withSubstitutions(json2, variables, known5) {
  const call5 = (text8) => text8.includes("${") ? { "Fn::Sub": [text8, variables] } : text8;
  if (typeof json2 === "string") return call5(json2);
  if (isList(json2)) return json2.map((item2) => withSubstitutions(item2, variables, known5));
  if (!isObject(json2)) return json2;
  const entries = Object.entries(json2).map(([key4, value]) => {
    const name = known5(call5(key4));
    return [typeof name === "string" ? name : key4, withSubstitutions(value, variables, known5)];
  });
  return Object.fromEntries(entries);
}
var init_json_text = __esm({
  "src/source/cloudformation/json-text.ts"() {
    "use strict";
    init_plain();
  }
});

// src/source/cloudformation/lookups.ts
function getAttribute(argument2, around3) {
  const { template: template2 } = around3;
  const [logicalId, ...attribute2] = typeof argument2 === "string" ? splitOnce2(argument2) : isList(argument2) ? argument2 : [];
  const name = attribute2.length === 1 ? around3.textOf(attribute2[0] ?? null) : void 0;
  if (typeof logicalId !== "string" || name === void 0) return badArgument("Fn::GetAtt");
  const owner = `${template2.prefix}${logicalId}`;
  if (typeof name !== "string") return { ...name, links: among([{ owner, path: [] }]) };
  const resource3 = memberOf(template2.resources, logicalId);
  if (resource3 === void 0) return unknown2("declared nowhere in the template", `${owner}.${name}`);
  return carriedJson(resource3, name, around3) ?? property(resource3, name, around3) ?? output3(logicalId, resource3, name, around3) ?? created(logicalId, name, template2);
}
function carriedJson(resource3, attribute2, around3) {
  if (attribute2 !== "Value" || memberOf(resource3, "Type") !== "Custom::AWSCDKCfnJson") return void 0;
  const written4 = memberOf(memberOf(resource3, "Properties"), "Value");
  const object5 = written4 === void 0 ? void 0 : jsonWithHoles(written4, around3.known);
  return object5 === void 0 ? void 0 : plain4(object5);
}
function property(resource3, attribute2, around3) {
  const type2 = memberOf(resource3, "Type");
  if (typeof type2 !== "string" || sameAsProperty[type2]?.includes(attribute2) !== true) return void 0;
  const written4 = memberOf(memberOf(resource3, "Properties"), attribute2);
  const resolved2 = written4 === void 0 ? void 0 : around3.resolve(written4);
  return resolved2?.kind === "plain" ? resolved2 : void 0;
}
function output3(logicalId, resource3, attribute2, around3) {
  const { template: template2 } = around3;
  if (!attribute2.startsWith("Outputs.")) return void 0;
  const owner = `${template2.prefix}${logicalId}`;
  const child = template2.stacks.get(logicalId);
  if (child === void 0) {
    const isStack = stackTypes.includes(String(memberOf(resource3, "Type")));
    const reason2 = `told by stack \`${owner}\`, whose template is not in anything that was read`;
    return isStack ? unknown2(reason2, `${owner}.${attribute2}`) : void 0;
  }
  const name = attribute2.slice("Outputs.".length);
  const kept2 = child.told.get(name);
  if (kept2 !== void 0) return kept2;
  child.told.set(name, unknown2("defined in terms of itself", `${owner}.${attribute2}`));
  const written4 = memberOf(memberOf(child.outputs, name), "Value");
  const told4 = written4 === void 0 ? unknown2(`no output of \`${child.file}\``, `${owner}.${attribute2}`) : across(around3.at(child).resolve(written4), child);
  child.told.set(name, told4);
  return told4;
}
function findInMap(argument2, around3) {
  const { mappings } = around3.template;
  const keys2 = isList(argument2) ? argument2.slice(0, 3).map((key4) => around3.textOf(key4)) : [];
  const [map2, first, second] = keys2;
  const otherwise3 = memberOf(memberOf(argument2, 3), "DefaultValue");
  if (typeof map2 === "string" && typeof first === "string" && typeof second === "string") {
    const found = memberOf(memberOf(memberOf(mappings, map2), first), second);
    if (found !== void 0) return plain4(found);
    return otherwise3 === void 0 ? unknown2(`not in the mapping \`${map2}\``) : behind2(["Fn::FindInMap", 3, "DefaultValue"], around3.resolve(otherwise3));
  }
  const unknowns = keys2.filter((key4) => typeof key4 === "object");
  if (keys2.length < 3 || keys2.includes(void 0)) return badArgument("Fn::FindInMap");
  const alike = otherwise3 === void 0 && everyEntryAlike(map2, first, second, around3.template);
  return alike || madeFrom(unknowns);
}
function everyEntryAlike(map2, first, second, { mappings }) {
  const table2 = typeof map2 === "string" ? memberOf(mappings, map2) : void 0;
  const rows = typeof first === "string" ? [memberOf(table2, first)] : isObject(table2) ? Object.values(table2) : [];
  const cells = rows.flatMap((row) => {
    if (typeof second === "string") return [memberOf(row, second)];
    return isObject(row) ? Object.values(row) : [];
  });
  const [cell, ...others] = cells;
  const isAlike2 = cell !== void 0 && others.every((other) => JSON.stringify(cell) === JSON.stringify(other));
  return isAlike2 ? plain4(cell) : void 0;
}
function splitOnce2(text8) {
  const dot = text8.indexOf(".");
  return dot === -1 ? [text8] : [text8.slice(0, dot), text8.slice(dot + 1)];
}
var sameAsProperty, stackTypes;
var init_lookups = __esm({
  "src/source/cloudformation/lookups.ts"() {
    "use strict";
    init_plain();
    init_json_text();
    init_reference2();
    init_resolved();
    sameAsProperty = {
      "AWS::EC2::VPC": ["CidrBlock"],
      "AWS::EC2::Subnet": ["AvailabilityZone", "CidrBlock"]
    };
    stackTypes = ["AWS::CloudFormation::Stack", "AWS::Serverless::Application"];
  }
});

// src/source/cloudformation/loops.ts
function anAllowance() {
  return { left: 2e5 };
}
function isLoop(key4) {
  return key4.startsWith("Fn::ForEach::");
}
function expandLoops(map2, resolve7, allowance, path = []) {
  const entries = [];
  const open6 = [];
  for (const [key4, value] of Object.entries(map2)) {
    const at = [...path, key4];
    if (!isLoop(key4)) {
      entries.push({ key: key4, value, at });
      continue;
    }
    const made2 = rounds(value, resolve7, allowance);
    if (made2 === "too many") return made2;
    const body2 = [...at, 2];
    if ("kind" in made2) {
      open6.push({ body: isList(value) ? value[2] ?? null : null, at: body2, why: made2 });
      continue;
    }
    for (const round of made2) {
      const inner = expandLoops(round, resolve7, allowance, body2);
      if (inner === "too many") return inner;
      entries.push(...inner.entries);
      open6.push(...inner.open);
    }
  }
  return { entries, open: open6 };
}
function rounds(loop2, resolve7, allowance) {
  const [name, collection, body2] = isList(loop2) ? loop2 : [];
  if (typeof name !== "string" || collection === void 0 || !isObject(body2)) {
    return unknown2("made by `Fn::ForEach` of something it does not take");
  }
  const values2 = membersOf5(collection, resolve7);
  if ("kind" in values2) return values2;
  const made2 = [];
  for (const value of values2) {
    const round = withMember(body2, name, value, allowance);
    if (allowance.left < 0) return "too many";
    if (isObject(round)) made2.push(round);
  }
  return made2;
}
function membersOf5(collection, resolve7) {
  const list6 = resolve7(collection);
  if (list6.kind === "unknown") return list6;
  if (list6.kind !== "plain" || !isList(list6.json)) return unknown2("no list");
  const members3 = [];
  for (const item2 of list6.json) {
    const member3 = list6.within === void 0 ? resolve7(item2) : unknown2("given by another template");
    if (member3.kind === "unknown") return member3;
    if (member3.kind === "absent") continue;
    if (member3.kind === "plain" && isList(member3.json) && member3.json.every((each3) => typeof each3 === "string"))
      members3.push(...member3.json);
    else if (member3.kind === "plain" && ["string", "number", "boolean"].includes(typeof member3.json))
      members3.push(String(member3.json));
    else return unknown2("no list of texts");
  }
  return members3;
}
function withMember(json2, name, value, allowance) {
  if (--allowance.left < 0) return null;
  const fill2 = (text8) => {
    const filled3 = text8.replaceAll(`\${${name}}`, () => value).replaceAll(`&{${name}}`, () => value.replace(/[^A-Za-z0-9]/g, ""));
    allowance.left -= Math.floor(filled3.length / 1e3);
    return filled3;
  };
  const visit = (each3) => withMember(each3, name, value, allowance);
  if (typeof json2 === "string") return fill2(json2);
  if (isList(json2)) return json2.map(visit);
  if (!isObject(json2)) return json2;
  if (json2.Ref === name && Object.keys(json2).length === 1) return value;
  return Object.fromEntries(Object.entries(json2).map(([key4, each3]) => [fill2(key4), visit(each3)]));
}
var init_loops = __esm({
  "src/source/cloudformation/loops.ts"() {
    "use strict";
    init_plain();
    init_resolved();
  }
});

// src/source/cloudformation/texts.ts
function substitute2(argument2, around3) {
  const pattern3 = patternOf2({ "Fn::Sub": argument2 });
  if (pattern3 === void 0) return badArgument("Fn::Sub");
  const parts2 = [];
  const values2 = /* @__PURE__ */ new Map();
  let end = 0;
  for (let start = 0; ; ) {
    start = pattern3.text.indexOf("${", end);
    const close3 = start === -1 ? -1 : pattern3.text.indexOf("}", start);
    if (close3 === -1) break;
    const name = pattern3.text.slice(start + 2, close3).trim();
    parts2.push(pattern3.text.slice(end, start));
    if (name.startsWith("!")) parts2.push(`\${${name.slice(1)}}`);
    else {
      const value = values2.get(name) ?? around3.textOf(memberOf(pattern3.variables, name) ?? named3(name)) ?? badArgument("Fn::Sub");
      values2.set(name, value);
      parts2.push(value);
    }
    end = close3 + 1;
  }
  parts2.push(pattern3.text.slice(end));
  return together4(parts2, "");
}
function named3(name) {
  return name.includes(".") ? { "Fn::GetAtt": name } : { Ref: name };
}
function join3(argument2, around3) {
  const [delimiter, list6] = isList(argument2) ? argument2 : [];
  if (typeof delimiter !== "string" || list6 === void 0) return badArgument("Fn::Join");
  const resolved2 = around3.resolve(list6);
  if (resolved2.kind === "unknown") {
    return resolved2.joined?.delimiter === delimiter ? resolved2 : madeFrom([resolved2]);
  }
  if (resolved2.kind !== "plain" || !isList(resolved2.json)) return badArgument("Fn::Join");
  const members3 = around3.behind(resolved2);
  const items = resolved2.json.filter((item2) => members3.resolve(item2).kind !== "absent");
  const text8 = together4(
    items.map((item2) => members3.textOf(item2) ?? badArgument("Fn::Join")),
    delimiter
  );
  return text8.kind === "unknown" ? { ...text8, joined: { delimiter, list: resolved2 } } : text8;
}
function split(argument2, around3) {
  const [delimiter, source2] = isList(argument2) ? argument2 : [];
  if (typeof delimiter !== "string" || source2 === void 0) return badArgument("Fn::Split");
  const joined2 = isObject(source2) ? source2["Fn::Join"] : void 0;
  if (isList(joined2) && joined2[0] === delimiter && joined2[1] !== void 0) {
    return behind2(["Fn::Split", 1, "Fn::Join", 1], around3.resolve(joined2[1]));
  }
  const resolved2 = around3.resolve(source2);
  const list6 = listOf5(resolved2, delimiter);
  if (list6 !== void 0) return list6;
  const text8 = around3.textOf(source2);
  if (text8 === void 0) return badArgument("Fn::Split");
  return typeof text8 === "string" ? plain4(text8.split(delimiter)) : madeFrom([text8]);
}
function listOf5(resolved2, delimiter) {
  if (resolved2.kind === "unknown" && resolved2.joined?.delimiter === delimiter) return resolved2.joined.list;
  const isCommas = delimiter === "," && resolved2.kind === "plain" && isList(resolved2.json);
  return isCommas ? resolved2 : void 0;
}
function base64(argument2, around3) {
  const text8 = around3.textOf(argument2);
  if (text8 === void 0) return badArgument("Fn::Base64");
  return typeof text8 === "string" ? plain4(Buffer.from(text8, "utf8").toString("base64")) : madeFrom([text8]);
}
function toJsonString(argument2, around3) {
  const whole5 = around3.wholeOf(argument2);
  return whole5 === void 0 ? unknown2("made from values that are not known") : plain4(JSON.stringify(whole5));
}
var init_texts = __esm({
  "src/source/cloudformation/texts.ts"() {
    "use strict";
    init_plain();
    init_json_text();
    init_resolved();
  }
});

// src/source/cloudformation/intrinsics.ts
function resolve3(json2, template2, depth = 0) {
  if (typeof json2 === "string") return json2.includes("{{resolve:") ? dynamicReference(json2) : plain4(json2);
  if (!isObject(json2)) return plain4(json2);
  const keys2 = Object.keys(json2);
  if (keys2.some(isLoop)) return repeated(json2, around2(template2, depth));
  const name = keys2.find((key4) => key4 === "Ref" || key4.startsWith("Fn::"));
  if (name === void 0 || name === "Ref" && keys2.length > 1) return plain4(json2);
  if (keys2.length > 1) return unknown2(`made by \`${name}\`, which the gate does not evaluate`);
  if (depth > deepest14) return unknown2("made of functions that are nested too deeply");
  const evaluate2 = functions2[name];
  if (evaluate2 === void 0) return unknown2(`made by \`${name}\`, which the gate does not evaluate`);
  return evaluate2(json2[name] ?? null, around2(template2, depth + 1));
}
function wholeOf(json2, template2) {
  const resolved2 = resolve3(json2, template2);
  if (resolved2.kind !== "plain") return void 0;
  const within5 = resolved2.within ?? template2;
  if (isList(resolved2.json)) {
    const items = resolved2.json.filter((item2) => resolve3(item2, within5).kind !== "absent");
    const wholes = items.map((item2) => wholeOf(item2, within5));
    return wholes.every((whole5) => whole5 !== void 0) ? wholes : void 0;
  }
  if (!isObject(resolved2.json)) return resolved2.json;
  const entries = [];
  for (const [key4, value] of Object.entries(resolved2.json)) {
    if (value === null || resolve3(value, within5).kind === "absent") continue;
    const whole5 = wholeOf(value, within5);
    if (whole5 === void 0) return void 0;
    entries.push([key4, whole5]);
  }
  return Object.fromEntries(entries);
}
function linksOf(resolved2, template2) {
  if (resolved2.kind === "unknown") return resolved2.links;
  if (resolved2.kind !== "plain" || !isList(resolved2.json)) return { targets: [], exact: true, closed: true };
  const within5 = resolved2.within ?? template2;
  const members3 = resolved2.json.map((item2) => resolve3(item2, within5)).filter((item2) => item2.kind !== "absent").map((item2) => item2.kind === "unknown" ? item2 : void 0);
  const certain = members3.filter((item2) => item2 !== void 0 && !item2.optional && item2.links.exact);
  const optional2 = members3.some((item2) => item2?.optional === true || item2?.links.exact === false);
  const targets = (optional2 ? certain : members3).flatMap((item2) => item2?.links.targets ?? []);
  return {
    targets: within5 === template2 ? targets : targets.map((link2) => ({ ...link2, file: link2.file ?? within5.file })),
    exact: true,
    closed: members3.every(
      (item2) => item2 !== void 0 && !item2.optional && item2.links.exact && item2.links.closed
    )
  };
}
function conditionHolds(condition, template2) {
  return holds3(condition, template2, (json2) => textOf9(json2, template2, 0));
}
function around2(template2, depth = 0) {
  return {
    template: template2,
    resolve: (json2) => resolve3(json2, template2, depth),
    textOf: (json2) => textOf9(json2, template2, depth),
    wholeOf: (json2) => wholeOf(json2, template2),
    known: (json2) => {
      const resolved2 = resolve3(json2, template2);
      return resolved2.kind === "plain" ? resolved2.json : void 0;
    },
    at: (other) => around2(other, depth),
    behind: ({ within: within5 }) => around2(within5 ?? template2, depth)
  };
}
function choose3(argument2, { template: template2, resolve: each3 }) {
  const [condition, yes, no2] = isList(argument2) ? argument2 : [];
  if (typeof condition !== "string" || yes === void 0 || no2 === void 0) return badArgument("Fn::If");
  const decided2 = conditionHolds(condition, template2);
  if (decided2 === true) return behind2(["Fn::If", 1], each3(yes));
  if (decided2 === false) return behind2(["Fn::If", 2], each3(no2));
  const branches = [yes, no2].map((branch2, index2) => behind2(["Fn::If", index2 + 1], each3(branch2)));
  const [first] = branches;
  if (first !== void 0 && JSON.stringify(yes) === JSON.stringify(no2)) return first;
  return {
    ...unknown2(`decided by condition \`${condition}\``),
    links: either(branches, template2),
    secret: branches.some((branch2) => "secret" in branch2 && branch2.secret),
    optional: branches.some(
      (branch2) => branch2.kind === "absent" || branch2.kind === "unknown" && branch2.optional
    ),
    choices: decided2.choices
  };
}
function either(branches, template2) {
  const links = branches.filter((branch2) => branch2.kind !== "absent").map((branch2) => linksOf(branch2, template2));
  const closed = links.every((branch2) => branch2.closed && branch2.targets.length > 0);
  return { ...among(links.flatMap((branch2) => branch2.targets)), closed };
}
function repeated(map2, { resolve: each3 }) {
  const expanded = expandLoops(map2, each3, anAllowance());
  if (expanded === "too many") return unknown2("made by `Fn::ForEach`, which repeats too much");
  const [open6] = expanded.open;
  if (open6 === void 0)
    return plain4(Object.fromEntries(expanded.entries.map(({ key: key4, value }) => [key4, value])));
  return {
    ...open6.why,
    attribute: void 0,
    reason: `repeated by \`Fn::ForEach\` over what is ${open6.why.reason}`
  };
}
function textOf9(json2, template2, depth) {
  const resolved2 = resolve3(json2, template2, depth);
  if (resolved2.kind === "unknown") return resolved2;
  if (resolved2.kind !== "plain") return void 0;
  const value = resolved2.json;
  if (resolved2.secret) return { ...unknown2("a secret"), secret: true };
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : void 0;
}
var deepest14, functions2;
var init_intrinsics = __esm({
  "src/source/cloudformation/intrinsics.ts"() {
    "use strict";
    init_plain();
    init_conditions();
    init_lists2();
    init_lookups();
    init_loops();
    init_reference2();
    init_resolved();
    init_texts();
    deepest14 = 60;
    functions2 = {
      Ref: (name, { template: template2 }) => typeof name === "string" ? reference3(name, template2) : badArgument("Ref"),
      "Fn::GetAtt": getAttribute,
      "Fn::Sub": substitute2,
      "Fn::Join": join3,
      "Fn::Select": select2,
      "Fn::Split": split,
      "Fn::FindInMap": findInMap,
      "Fn::GetAZs": zonesOf,
      "Fn::If": choose3,
      "Fn::Base64": base64,
      "Fn::ImportValue": () => unknown2("imported from another stack"),
      "Fn::Cidr": cidr2,
      "Fn::Length": length2,
      "Fn::ToJsonString": toJsonString
    };
  }
});

// src/source/cloudformation/attribute.ts
function templateAttribute(ref, json2, template2) {
  return cursor(ref, settle(ref, json2, template2), template2, false);
}
function unknownAttribute(ref, reason2, choices2 = []) {
  const missing2 = { attribute: nameOf3(ref), reason: reason2, ref, ...choices2.length === 0 ? {} : { choices: choices2 } };
  return below(ref, missing2, { targets: [], exact: true, closed: false }, false);
}
function cursor(ref, resolved2, template2, inherited) {
  switch (resolved2.kind) {
    case "absent":
      return absent(ref, inherited);
    case "zones":
      return unknownAttribute(ref, "chosen among the zones of the region");
    case "unknown": {
      const { attribute: attribute2 = nameOf3(ref), reason: reason2, choices: choices2 } = resolved2;
      const missing2 = { attribute: attribute2, reason: reason2, ref, ...choices2.length === 0 ? {} : { choices: choices2 } };
      return below(ref, missing2, seenFrom(ref, resolved2.links, template2), inherited || resolved2.secret);
    }
    case "plain": {
      const at = resolved2.at.length === 0 ? ref : { ...ref, path: [...ref.path, ...resolved2.at] };
      return known3(at, resolved2.json, resolved2.within ?? template2, inherited || resolved2.secret);
    }
  }
}
function settle(ref, json2, template2) {
  if (json2 === void 0 || json2 === null) return { kind: "absent" };
  const resolved2 = resolve3(json2, template2);
  const document = documentIn(ref.path, json2, resolved2, template2);
  if (document !== void 0) return { ...plain4(document), secret: "secret" in resolved2 && resolved2.secret };
  return resolved2.kind === "plain" ? withoutDoubtfulList(resolved2, template2) : resolved2;
}
function documentIn(path, json2, resolved2, template2) {
  const name = String(path.at(-1));
  const isPolicy = name.endsWith("PolicyDocument") && resolved2.kind === "unknown";
  const isManifest2 = name === "Manifest" && path.at(-2) === "Properties" && isText(resolved2);
  if (!isPolicy && !isManifest2) return void 0;
  return memberOf(json2, "Fn::ToJsonString") ?? jsonWithHoles(json2, around2(template2).known);
}
function isText(resolved2) {
  return resolved2.kind === "unknown" || resolved2.kind === "plain" && typeof resolved2.json === "string";
}
function withoutDoubtfulList(list6, template2) {
  if (!isList(list6.json)) return list6;
  const members3 = list6.json.map((item2) => resolve3(item2, list6.within ?? template2));
  const doubtful = members3.find((item2) => item2.kind === "unknown" && item2.optional);
  const structured = members3.some((item2) => item2.kind === "plain" && isObject(item2.json));
  if (doubtful?.kind !== "unknown" || structured || list6.json.some(holdsObject)) return list6;
  return {
    ...doubtful,
    attribute: void 0,
    links: { ...linksOf(list6, template2), closed: false },
    optional: false
  };
}
function holdsObject(item2) {
  const [, ...branches] = isObject(item2) && isList(item2["Fn::If"]) ? item2["Fn::If"] : [];
  return branches.some(
    (branch2) => isObject(branch2) && !Object.keys(branch2).some((key4) => /^(Ref$|Fn::)/.test(key4))
  );
}
function known3(ref, json2, template2, sensitive) {
  const child = (step4) => {
    const member3 = memberOf(json2, step4);
    if (member3 === void 0 || member3 === null) return new AbsentAttribute(ref, [step4], sensitive);
    const at = { ...ref, path: [...ref.path, step4] };
    return cursor(at, settle(at, member3, template2), template2, sensitive);
  };
  const self2 = {
    ref,
    state: "known",
    sensitive,
    get json() {
      return wholeOf(json2, template2);
    },
    missing: void 0,
    get links() {
      return seenFrom(ref, linksOf(plain4(json2), template2), template2);
    },
    get: (step4, ...rest) => step4 === void 0 ? self2 : child(step4).get(...rest),
    items: () => isList(json2) ? json2.map((_, index2) => child(index2)).filter(isThere2) : [],
    entries: () => isObject(json2) ? Object.keys(json2).map((key4) => [key4, child(key4)]).filter(([, value]) => isThere2(value)) : []
  };
  return self2;
}
function seenFrom(ref, links, { file }) {
  if (ref.file === file) return links;
  return { ...links, targets: links.targets.map((link2) => ({ ...link2, file: link2.file ?? file })) };
}
function isThere2(attribute2) {
  return attribute2.state !== "absent";
}
function absent(ref, sensitive) {
  return new AbsentAttribute(ref, [], sensitive);
}
function below(ref, missing2, links, sensitive) {
  const self2 = {
    ref,
    state: "unknown",
    sensitive,
    json: void 0,
    missing: missing2,
    links,
    get: (...path) => {
      if (path.length === 0) return self2;
      const at = { ...ref, path: [...ref.path, ...path] };
      const attribute2 = [missing2.attribute, showPath(path)].join(".");
      return below(
        at,
        { ...missing2, attribute: attribute2, ref: at },
        { targets: [], exact: true, closed: false },
        sensitive
      );
    },
    items: () => [],
    entries: () => []
  };
  return self2;
}
function nameOf3(ref) {
  const start = ref.path[0] === "Resources" ? ref.path.indexOf("Properties") + 1 : 0;
  return [ref.owner, showPath(ref.path.slice(start))].filter((name) => name !== "").join(".");
}
var AbsentAttribute;
var init_attribute2 = __esm({
  "src/source/cloudformation/attribute.ts"() {
    "use strict";
    init_place();
    init_declaration();
    init_plain();
    init_intrinsics();
    init_json_text();
    init_resolved();
    AbsentAttribute = class _AbsentAttribute {
      state = "absent";
      json = void 0;
      missing = void 0;
      links = noLinks;
      sensitive;
      #top;
      #below;
      constructor(top, below4, sensitive) {
        this.#top = top;
        this.#below = below4;
        this.sensitive = sensitive;
      }
      get ref() {
        return { ...this.#top, path: [...this.#top.path, ...this.#below] };
      }
      get(...path) {
        if (path.length === 0) return this;
        return new _AbsentAttribute(this.#top, [...this.#below, ...path], this.sensitive);
      }
      items() {
        return [];
      }
      entries() {
        return [];
      }
    };
  }
});

// src/source/cloudformation/template.ts
function templateOf3(root, { count: _, ...given }) {
  const { file } = given;
  const resources = memberOf(root, "Resources");
  if (!isObject(resources)) {
    throw new Failure("unreadable", "this template has no `Resources`", {
      at: { file },
      hint: "a template declares its resources in a map named `Resources`"
    });
  }
  for (const section2 of [root, resources]) {
    if (memberOf(section2, "Fn::Transform") !== void 0) throw includes2(file);
  }
  const written4 = {
    ...given,
    parameters: memberOf(root, "Parameters"),
    mappings: memberOf(root, "Mappings"),
    rules: memberOf(root, "Rules"),
    conditions: memberOf(root, "Conditions"),
    outputs: memberOf(root, "Outputs"),
    resources,
    stacks: /* @__PURE__ */ new Map(),
    decided: /* @__PURE__ */ new Map(),
    told: /* @__PURE__ */ new Map()
  };
  const { conditions: conditions2, outputs } = written4;
  return {
    ...written4,
    conditions: writtenOut(conditions2, written4),
    outputs: writtenOut(outputs, written4),
    resources: writtenOut(resources, written4)
  };
}
function unroll(section2, template2) {
  if (!isObject(section2)) return { entries: [], open: [] };
  const expanded = expandLoops(section2, (json2) => resolve3(json2, template2), anAllowance());
  if (expanded !== "too many") return expanded;
  throw new Failure("unreadable", "the `Fn::ForEach` of this template repeat too much", {
    at: { file: template2.file },
    hint: "CloudFormation takes 500 resources a template; repeat for fewer, or split the template"
  });
}
function isTemplate(root) {
  if (!isObject(root)) return false;
  if (Object.hasOwn(root, "AWSTemplateFormatVersion")) return true;
  const resources = memberOf(root, "Resources");
  return isObject(resources) && Object.entries(resources).some(([key4, value]) => isLoop(key4) || isResourceType(memberOf(value, "Type")));
}
function isResourceType(type2) {
  return typeof type2 === "string" && /^(AWS|Alexa|Custom|\w+::\w+)::/.test(type2);
}
function macrosOf(root) {
  const written4 = memberOf(root, "Transform") ?? [];
  return (isList(written4) ? written4 : [written4]).map((transform) => typeof transform === "string" ? transform : memberOf(transform, "Name")).filter((name) => typeof name === "string").filter((name) => !name.startsWith("AWS::") || name === "AWS::Include");
}
function writtenOut(section2, template2) {
  if (!isObject(section2) || !Object.keys(section2).some(isLoop)) return section2;
  return Object.fromEntries(unroll(section2, template2).entries.map(({ key: key4, value }) => [key4, value]));
}
function includes2(file) {
  return new Failure(
    "unreadable",
    "this template includes resources with `Fn::Transform`, which are not in it",
    {
      at: { file },
      hint: "let the gate read the processed template: `aws cloudformation get-template --template-stage Processed`"
    }
  );
}
var init_template3 = __esm({
  "src/source/cloudformation/template.ts"() {
    "use strict";
    init_failure();
    init_plain();
    init_intrinsics();
    init_loops();
  }
});

// src/source/cloudformation/resources.ts
function resourcesOf(root, template2, count4) {
  const { entries, open: open6 } = unroll(memberOf(root, "Resources"), template2);
  const written4 = entries.flatMap(({ key: key4, value, at }) => {
    const resource3 = {
      logicalId: key4,
      written: value,
      type: typeOf3(value, key4, template2),
      at: ["Resources", ...at]
    };
    const missing2 = doubtOf(value, resource3.at, key4, template2);
    if (missing2 === "not there") return [];
    return [
      { ...resource3, count: missing2 === void 0 ? count4 : perhaps2([missing2, ...count4?.missing ?? []]) }
    ];
  });
  return [...written4, ...open6.flatMap((loop2) => repeated2(loop2, template2, count4))];
}
function declarationOf(resource3, template2) {
  const { logicalId, written: written4, type: type2, at, count: count4, loop: loop2 } = resource3;
  const ref = refOf(logicalId, [...at, "Properties"], template2);
  const root = loop2 === void 0 ? templateAttribute(ref, propertiesOf2(written4, logicalId, template2), template2) : unknownAttribute(ref, reasonOf(loop2), loop2.choices);
  return { ...standing(type2, template2.file, root), ...count4 === void 0 ? {} : { count: count4 } };
}
function doubtOf(resource3, at, logicalId, template2) {
  const condition = memberOf(resource3, "Condition");
  if (typeof condition !== "string") return void 0;
  const decided2 = conditionHolds(condition, template2);
  if (typeof decided2 === "boolean") return decided2 ? void 0 : "not there";
  return {
    attribute: `${template2.prefix}${logicalId}`,
    reason: `decided by condition \`${condition}\``,
    ref: refOf(logicalId, [...at, "Condition"], template2),
    ...decided2.choices.length === 0 ? {} : { choices: decided2.choices }
  };
}
function repeated2({ body: body2, at, why: why2 }, template2, count4) {
  if (!isObject(body2)) {
    throw new Failure("unreadable", "this template has an `Fn::ForEach` that repeats nothing", {
      at: { file: template2.file }
    });
  }
  return Object.entries(body2).flatMap(([logicalId, written4]) => {
    const path = [...at, logicalId];
    if (isLoop(logicalId)) {
      const inner = isList(written4) ? written4[2] ?? null : null;
      return repeated2({ body: inner, at: [...path, 2], why: why2 }, template2, count4);
    }
    const type2 = typeOf3(written4, logicalId, template2);
    const whole5 = ["Resources", ...path];
    const ref = refOf(logicalId, [...whole5, "Properties"], template2);
    const missing2 = { attribute: ref.owner, reason: reasonOf(why2), ref, choices: why2.choices };
    const any2 = new Unknown([missing2, ...count4?.missing ?? []], 0, Number.POSITIVE_INFINITY);
    return [{ logicalId, written: written4, type: type2, at: whole5, count: any2, loop: why2 }];
  });
}
function reasonOf({ attribute: attribute2, reason: reason2 }) {
  const over2 = attribute2 === void 0 ? `what is ${reason2}` : `\`${attribute2}\`, which is ${reason2}`;
  return `repeated by \`Fn::ForEach\` over ${over2}`;
}
function propertiesOf2(resource3, logicalId, { file }) {
  const properties = memberOf(resource3, "Properties");
  const misspelt = Object.keys(isObject(resource3) ? resource3 : {}).find((key4) => /^properties$/i.test(key4));
  if (!isObject(properties ?? {}) || properties === void 0 && misspelt !== void 0) {
    const message = `the \`${misspelt}\` of resource \`${logicalId}\` are no map named \`Properties\``;
    throw new Failure("unreadable", message, { at: { file } });
  }
  return properties;
}
function typeOf3(resource3, logicalId, { file }) {
  const written4 = memberOf(resource3, "Type");
  const type2 = isObject(written4) ? Object.keys(written4)[0] : written4;
  if (typeof type2 === "string") return type2;
  throw new Failure("unreadable", `resource \`${logicalId}\` has no \`Type\``, { at: { file } });
}
function refOf(logicalId, path, { file, prefix }) {
  return { format: "cloudformation", file, owner: `${prefix}${logicalId}`, document: 0, path };
}
function perhaps2(missing2) {
  return new Unknown(missing2, 0, 1);
}
var init_resources = __esm({
  "src/source/cloudformation/resources.ts"() {
    "use strict";
    init_failure();
    init_value();
    init_declaration();
    init_plain();
    init_attribute2();
    init_intrinsics();
    init_loops();
    init_template3();
  }
});

// src/source/cloudformation/stacks.ts
function givenBy2(resource3, file, template2, root) {
  const { logicalId, written: written4, count: count4 } = resource3;
  const values2 = /* @__PURE__ */ new Map();
  const given = (name) => {
    if (values2.has(name)) return values2.get(name);
    values2.set(name, unknown2("defined in terms of itself", `${prefix}${name}`));
    const isList7 = isListType(memberOf(memberOf(root, "Parameters"), name));
    const value = parameterOf(
      memberOf(memberOf(written4, "Properties"), "Parameters"),
      name,
      isList7,
      template2
    );
    values2.set(name, value);
    return value;
  };
  const prefix = `${template2.prefix}${logicalId}/`;
  return { file, prefix, top: template2.top, given, settled: template2.settled, count: count4 };
}
function parameterOf(parameters, name, isList7, template2) {
  if (parameters === void 0 || parameters === null) return void 0;
  const all = resolve3(parameters, template2);
  if (all.kind === "absent") return void 0;
  if (all.kind !== "plain") return all.kind === "unknown" ? across(all, template2) : void 0;
  const written4 = memberOf(all.json, name);
  if (written4 === void 0 || written4 === null) return void 0;
  const value = resolve3(written4, all.within ?? template2);
  if (value.kind === "absent") return void 0;
  if (value.kind === "plain" && isList7 && typeof value.json === "string") {
    return {
      ...value,
      at: [],
      json: value.json === "" ? [] : value.json.split(",").map((item2) => item2.trim())
    };
  }
  return across((isList7 ? listOf5(value, ",") : void 0) ?? value, template2);
}
function includedBy(file, root, all) {
  return Object.values(memberOf(root, "Resources") ?? {}).map((resource3) => includedFile(resource3, file)).filter((other) => other !== void 0).filter((other) => all.has(other));
}
function includedFile(resource3, from) {
  const type2 = memberOf(resource3, "Type");
  if (typeof type2 !== "string" || !stackTypes.includes(type2)) return void 0;
  const properties = memberOf(resource3, "Properties");
  const metadata = memberOf(resource3, "Metadata");
  const asset = memberOf(metadata, "aws:asset:property") === "TemplateURL" && memberOf(metadata, "aws:asset:path");
  const written4 = asset || (memberOf(properties, "TemplateURL") ?? memberOf(properties, "Location"));
  if (typeof written4 !== "string" || written4 === "" || /^[a-z0-9]+:/i.test(written4) || written4.startsWith("/")) {
    return void 0;
  }
  return import_node_path.posix.join(import_node_path.posix.dirname(from), written4);
}
function tooMany(file) {
  return new Failure("unreadable", `this template includes more than ${mostStacks} others`, {
    at: { file },
    hint: "let the gate read the templates it includes one by one, without it"
  });
}
var import_node_path, mostStacks, Templates;
var init_stacks = __esm({
  "src/source/cloudformation/stacks.ts"() {
    "use strict";
    import_node_path = require("node:path");
    init_choice();
    init_failure();
    init_plain();
    init_choices();
    init_intrinsics();
    init_lookups();
    init_resolved();
    init_resources();
    init_template3();
    init_texts();
    mostStacks = 500;
    Templates = class {
      #roots = /* @__PURE__ */ new Map();
      #parameters;
      #deployed = /* @__PURE__ */ new Map();
      constructor(parameters) {
        this.#parameters = parameters;
      }
      /** Takes a template, and answers how many resources it has. Throws `Failure("unreadable")` where it is none. */
      add(file, root) {
        const given = {
          file,
          prefix: "",
          top: file,
          given: () => void 0,
          settled: /* @__PURE__ */ new Map(),
          count: void 0
        };
        const template2 = templateOf3(root, given);
        const resources = resourcesOf(root, template2, void 0);
        for (const resource3 of resources) declarationOf(resource3, template2);
        this.#roots.set(file, root);
        return Object.keys(memberOf(root, "Resources") ?? {}).length;
      }
      /** What the templates declare in a world, or as far as it is known. Throws `Failure` where they cannot be read. */
      read(world = []) {
        const assumed = new Set(world.map(({ choice }) => choice.file));
        const settled4 = new Map(world.map((assumption) => [choiceKey(assumption.choice), assumption]));
        return this.tops().flatMap(
          (file) => assumed.has(file) ? this.#deploy(file, settled4) : this.deployed(file)
        );
      }
      /** The parameters of the templates that are deployed by themselves. */
      parameters() {
        return new Map(this.tops().map((file) => [file, memberOf(this.#roots.get(file), "Parameters")]));
      }
      /** What a template declares together with those that it includes. */
      deployed(file) {
        const kept2 = this.#deployed.get(file);
        if (kept2 !== void 0) return kept2;
        const made2 = this.#deploy(file, /* @__PURE__ */ new Map());
        this.#deployed.set(file, made2);
        return made2;
      }
      /** The templates that are deployed by themselves, and one of every ring of those that include each other. */
      tops() {
        const includes3 = new Map(
          [...this.#roots].map(([file, root]) => [file, includedBy(file, root, this.#roots)])
        );
        const included = new Set(
          [...includes3].flatMap(([file, others]) => others.filter((other) => other !== file))
        );
        const tops = new Set([...this.#roots.keys()].filter((file) => !included.has(file)));
        const reached = /* @__PURE__ */ new Set();
        const reach = (file) => {
          if (reached.has(file)) return;
          reached.add(file);
          for (const other of includes3.get(file) ?? []) reach(other);
        };
        for (const file of tops) reach(file);
        for (const file of this.#roots.keys()) {
          if (!reached.has(file)) tops.add(file);
          reach(file);
        }
        return [...tops];
      }
      #deploy(top, settled4) {
        const declarations = [];
        let stacks = 0;
        const read5 = (given2, chain) => {
          const root = this.#roots.get(given2.file);
          if (root === void 0 || chain.includes(given2.file)) return void 0;
          if (++stacks > mostStacks) throw tooMany(top);
          const template2 = templateOf3(root, given2);
          for (const resource3 of resourcesOf(root, template2, given2.count)) {
            declarations.push(declarationOf(resource3, template2));
            const file = includedFile(resource3.written, given2.file);
            if (file === void 0 || resource3.loop !== void 0) continue;
            const child = read5(givenBy2(resource3, file, template2, this.#roots.get(file)), [...chain, given2.file]);
            if (child !== void 0) template2.stacks.set(resource3.logicalId, child);
          }
          return template2;
        };
        const own = this.#parameters(top);
        const parameters = memberOf(this.#roots.get(top), "Parameters");
        const given = (name) => own(name, memberOf(parameters, name) ?? null);
        read5({ file: top, prefix: "", top, given, settled: settled4, count: void 0 }, []);
        return declarations;
      }
    };
  }
});

// src/source/eksctl/config.ts
function isClusterConfig(document) {
  if (!isObject(document)) return false;
  const { apiVersion, kind } = document;
  return typeof apiVersion === "string" && apiVersion.startsWith("eksctl.io/") && kind === "ClusterConfig";
}
function readClusterConfigs(documents, file, rules) {
  const named5 = /* @__PURE__ */ new Map();
  return documents.flatMap((document, index2) => {
    if (!isClusterConfig(document)) return [];
    const name = memberOf(memberOf(document, "metadata"), "name");
    const cluster3 = typeof name === "string" || typeof name === "number" ? String(name) : "ClusterConfig";
    const times2 = (named5.get(cluster3) ?? 0) + 1;
    named5.set(cluster3, times2);
    const owner = times2 === 1 ? cluster3 : `${cluster3}#${times2}`;
    const root = plainAttribute(
      { format: "eksctl", file, owner, document: index2, path: [] },
      document,
      rules
    );
    return [standing("ClusterConfig", file, root)];
  });
}
var init_config = __esm({
  "src/source/eksctl/config.ts"() {
    "use strict";
    init_declaration();
    init_plain();
  }
});

// src/source/kubernetes/owner.ts
function owners() {
  const given = /* @__PURE__ */ new Map();
  return (kind, metadata) => {
    const name = ownerOf(kind, metadata);
    const times2 = (given.get(name) ?? 0) + 1;
    given.set(name, times2);
    return times2 === 1 ? name : `${name}#${times2}`;
  };
}
function ownerOf(kind, metadata) {
  const name = text5(memberOf(metadata, "name")) ?? `${text5(memberOf(metadata, "generateName")) ?? ""}*`;
  const namespace = text5(memberOf(metadata, "namespace"));
  if (namespace === void 0 && clusterWide.has(kind)) return `${kind}/${name}`;
  return `${kind}/${namespace ?? "default"}/${name}`;
}
function text5(json2) {
  return typeof json2 === "string" || typeof json2 === "number" || typeof json2 === "boolean" ? String(json2) : void 0;
}
var clusterWide;
var init_owner = __esm({
  "src/source/kubernetes/owner.ts"() {
    "use strict";
    init_plain();
    clusterWide = /* @__PURE__ */ new Set([
      "APIService",
      "CSIDriver",
      "ClusterIssuer",
      "ClusterRole",
      "ClusterRoleBinding",
      "CustomResourceDefinition",
      "EC2NodeClass",
      "ENIConfig",
      "IngressClass",
      "MutatingWebhookConfiguration",
      "Namespace",
      "Node",
      "NodeClass",
      "NodePool",
      "PersistentVolume",
      "PodSecurityPolicy",
      "PriorityClass",
      "RuntimeClass",
      "StorageClass",
      "ValidatingAdmissionPolicy",
      "ValidatingAdmissionPolicyBinding",
      "ValidatingWebhookConfiguration"
    ]);
  }
});

// src/source/kubernetes/manifest.ts
function isManifest(document) {
  if (!isObject(document)) return false;
  const { apiVersion, kind } = document;
  if (typeof apiVersion !== "string" || typeof kind !== "string" || kind === "") return false;
  if (isListOf2(document)) return true;
  if (isToolSettings(apiVersion)) return false;
  return isObject(memberOf(document, "metadata")) || /^(apps|batch|autoscaling|policy)\//.test(apiVersion);
}
function readManifests(documents, file, rules) {
  const nameFor = owners();
  return documents.flatMap((document, index2) => {
    if (!isManifest(document)) return [];
    return objectsIn(document, file).map((object5) => {
      const type2 = `${object5.apiVersion}/${object5.kind}`;
      const owner = nameFor(object5.kind, memberOf(object5.json, "metadata"));
      const ref = { format: "kubernetes", file, owner, document: index2, path: object5.path };
      const root = plainAttribute(
        ref,
        object5.json,
        object5.kind === "Secret" ? withSecrets(rules, object5.path) : rules
      );
      return standing(type2, file, root);
    });
  });
}
function objectsIn(document, file, path = [], typed3) {
  const apiVersion = memberOf(document, "apiVersion") ?? typed3?.apiVersion;
  const kind = memberOf(document, "kind") ?? typed3?.kind;
  if (typeof apiVersion !== "string" || typeof kind !== "string" || kind === "" || !isObject(document)) {
    const message = `\`${showPath(path)}\` of this list is no object with an \`apiVersion\` and a \`kind\``;
    throw new Failure("unreadable", message, { at: { file } });
  }
  const items = isListOf2(document) ? memberOf(document, "items") : void 0;
  if (!isList(items)) return isPatchThatDeletes(document) ? [] : [{ apiVersion, kind, json: document, path }];
  const members3 = [];
  for (const [index2, item2] of items.entries()) {
    members3.push(
      ...objectsIn(item2, file, [...path, "items", index2], {
        apiVersion,
        kind: kind.slice(0, -"List".length)
      })
    );
  }
  return members3;
}
function isListOf2(document) {
  const kind = memberOf(document, "kind");
  return typeof kind === "string" && kind.endsWith("List") && isList(memberOf(document, "items"));
}
function isToolSettings(apiVersion) {
  return /^(kustomize\.config\.k8s\.io|kind\.x-k8s\.io|skaffold|eksctl\.io)\//.test(apiVersion);
}
function isPatchThatDeletes(document) {
  return memberOf(document, "$patch") === "delete";
}
function withSecrets(rules, root) {
  const secret = (path) => {
    const [section2, ...rest] = path.slice(root.length);
    if (section2 === "data" || section2 === "stringData") return true;
    return section2 === "metadata" && rest[1] === "kubectl.kubernetes.io/last-applied-configuration";
  };
  return { ...rules, secret };
}
var init_manifest = __esm({
  "src/source/kubernetes/manifest.ts"() {
    "use strict";
    init_failure();
    init_place();
    init_declaration();
    init_plain();
    init_owner();
  }
});

// src/source/kubernetes/patches.ts
function patchFiles(files, tree) {
  const kustomizations = files.filter((file) => /(^|\/)kustomization(\.ya?ml)?$/i.test(file));
  return new Set(kustomizations.flatMap((file) => patchesOf(file, tree)));
}
function patchesOf(file, tree) {
  const root = kustomization(file, tree);
  return ["patches", "patchesStrategicMerge"].flatMap((key4) => entriesOf3(memberOf(root, key4))).map((entry5) => typeof entry5 === "string" ? entry5 : memberOf(entry5, "path")).filter((path) => typeof path === "string" && !path.includes("\n")).map((path) => import_node_path2.posix.join(import_node_path2.posix.dirname(file), String(path)));
}
function kustomization(file, tree) {
  try {
    return loadYaml(decodeText(tree.bytes(file), file), file, "manifest")[0];
  } catch (error) {
    if (error instanceof Failure) return void 0;
    throw error;
  }
}
function entriesOf3(json2) {
  return isList(json2) ? json2 : [];
}
var import_node_path2;
var init_patches = __esm({
  "src/source/kubernetes/patches.ts"() {
    "use strict";
    import_node_path2 = require("node:path");
    init_failure();
    init_plain();
    init_text();
    init_load();
  }
});

// src/source/placeholder.ts
function placeholderRules(text8) {
  return /\$[{A-Z_]|\{\{/.test(text8) ? { placeholder: placeholderIn } : {};
}
function placeholderIn(text8) {
  if (!text8.includes("$") && !text8.includes("{{")) return void 0;
  if (text8.includes("\n")) return void 0;
  const template2 = text8.lastIndexOf("}}") > text8.search(filledByTemplate) && filledByTemplate.test(text8);
  return template2 || filledByShell.test(text8) || whole4.test(text8) ? "filled in by a placeholder" : void 0;
}
var whole4, filledByShell, filledByTemplate;
var init_placeholder = __esm({
  "src/source/placeholder.ts"() {
    "use strict";
    whole4 = /^\$[A-Z_][A-Z0-9_]*$/;
    filledByShell = /\$\{[A-Za-z_][^}]{0,500}\}/;
    filledByTemplate = /\{\{(?!\s{0,9}(?:EC2PrivateDNSName|SessionName|AccountID|AccessKeyID)(?:Raw)?\s{0,9}\}\})/;
  }
});

// src/source/json/mistake.ts
function findMistake(json2) {
  const open6 = [];
  let expected = "a value";
  let at = behind3(space2, json2, 0) ?? 0;
  while (at < json2.length) {
    const next = read(json2, at, expected, open6);
    if (next === void 0) return endsInside(json2, at) ? cut2(json2.length, open6) : wrong(json2, at, expected);
    expected = next.expected;
    at = behind3(space2, json2, next.at) ?? next.at;
  }
  return expected === "nothing more" ? void 0 : cut2(at, open6);
}
function read(json2, at, expected, open6) {
  const mark2 = json2[at];
  switch (expected) {
    case "a value":
      return readValue(json2, at, open6);
    case "a value or `]`":
      return mark2 === "]" ? close(at, open6) : readValue(json2, at, open6);
    case "a key in double quotes":
      return readKey(json2, at);
    case "a key in double quotes or `}`":
      return mark2 === "}" ? close(at, open6) : readKey(json2, at);
    case "`:`":
      return mark2 === ":" ? { at: at + 1, expected: "a value" } : void 0;
    case "`,` or `}`":
      if (mark2 === "}") return close(at, open6);
      return mark2 === "," ? { at: at + 1, expected: "a key in double quotes" } : void 0;
    case "`,` or `]`":
      if (mark2 === "]") return close(at, open6);
      return mark2 === "," ? { at: at + 1, expected: "a value" } : void 0;
    case "nothing more":
      return void 0;
  }
}
function readValue(json2, at, open6) {
  const mark2 = json2[at];
  if (mark2 === "{" || mark2 === "[") {
    open6.push(mark2);
    return { at: at + 1, expected: mark2 === "{" ? "a key in double quotes or `}`" : "a value or `]`" };
  }
  const end = behind3(mark2 === '"' ? text6 : plain5, json2, at);
  return end === void 0 ? void 0 : { at: end, expected: afterValue(open6) };
}
function readKey(json2, at) {
  const end = behind3(text6, json2, at);
  return end === void 0 ? void 0 : { at: end, expected: "`:`" };
}
function close(at, open6) {
  open6.pop();
  return { at: at + 1, expected: afterValue(open6) };
}
function afterValue(open6) {
  const around3 = open6.at(-1);
  if (around3 === void 0) return "nothing more";
  return around3 === "{" ? "`,` or `}`" : "`,` or `]`";
}
function behind3(pattern3, json2, at) {
  pattern3.lastIndex = at;
  return pattern3.test(json2) ? pattern3.lastIndex : void 0;
}
function cut2(offset, open6) {
  const { length: length3 } = open6;
  const unclosed = length3 === 0 ? "" : ` with ${length3} bracket${length3 === 1 ? "" : "s"} open`;
  return { offset, message: `it ends too early${unclosed}`, cut: true };
}
function wrong(json2, at, expected) {
  const found = json2.slice(at, behind3(word3, json2, at));
  const shown4 = found.length <= 3 || expected.startsWith("a key") || harmless.test(found) ? `\`${found}\`` : "a word without quotes";
  return { offset: at, message: `expected ${expected}, found ${shown4}`, cut: false };
}
function endsInside(json2, at) {
  if (json2[at] === '"') return openText.test(json2.slice(at).replace(escapes, "  "));
  const rest = json2.slice(at, at + 30);
  if (at + rest.length < json2.length) return false;
  return ["true", "false", "null"].some((name) => name.startsWith(rest)) || openNumber.test(rest);
}
var space2, text6, plain5, word3, harmless, escapes, openText, openNumber;
var init_mistake = __esm({
  "src/source/json/mistake.ts"() {
    "use strict";
    space2 = /[ \t\n\r]*/y;
    text6 = /"[\u0020\u0021\u0023-\u005b\u005d-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[\u0020\u0021\u0023-\u005b\u005d-\uffff]*)*"/y;
    plain5 = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
    word3 = /[\w.+-]+|./suy;
    harmless = /^(true|false|null|nil|none|undefined|nan|infinity)$/i;
    escapes = /\\["\\/bfnrt]|\\u[0-9a-fA-F]{4}/g;
    openText = /^"[\u0020\u0021\u0023-\u005b\u005d-\uffff]*(?:\\(?:u[0-9a-fA-F]{0,3})?)?$/;
    openNumber = /^-?\d*\.?\d*[eE]?[+-]?$/;
  }
});

// src/source/json/pieces.ts
function jsonPieces(chunks) {
  let state = "start";
  let dropped = false;
  function* pieces2() {
    for (const chunk of asUtf8(chunks)) {
      if (state === "start" && chunk.length > 0) state = chunk[0] === openBracket ? "command" : "json";
      if (state === "json") yield chunk;
      if (state !== "command") continue;
      dropped = true;
      const end = chunk.indexOf(newline);
      if (end === -1) continue;
      state = "json";
      yield chunk.subarray(end + 1);
    }
  }
  return { pieces: pieces2(), droppedLine: () => dropped };
}
function positionInPieces({ pieces: pieces2, droppedLine }, offset) {
  let line = 1;
  let lineStart = 0;
  let base = 0;
  for (const piece of pieces2) {
    for (let at = piece.indexOf(newline); at !== -1 && base + at < offset; at = piece.indexOf(newline, at + 1)) {
      line++;
      lineStart = base + at + 1;
    }
    base += piece.length;
    if (base > offset) break;
  }
  return { line: droppedLine() ? line + 1 : line, column: offset - lineStart + 1 };
}
function* asUtf8(chunks) {
  let decode;
  for (const chunk of chunks) {
    decode ??= decoderFor(chunk);
    yield decode(chunk);
  }
}
function decoderFor(head) {
  const encoding = encodingOf(head);
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const decoder = new TextDecoder(encoding);
    const encoder = new TextEncoder();
    return (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }));
  }
  const marked = head[0] === 239 && head[1] === 187 && head[2] === 191;
  return (chunk) => marked && chunk === head ? chunk.subarray(3) : chunk;
}
var openBracket, newline;
var init_pieces2 = __esm({
  "src/source/json/pieces.ts"() {
    "use strict";
    init_text();
    openBracket = 91;
    newline = 10;
  }
});

// src/source/json-keys.ts
function secondKey(json2) {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;
  const open6 = [];
  let isKey = false;
  for (let match2 = token.exec(json2); match2 !== null; match2 = token.exec(json2)) {
    const [text8] = match2;
    switch (text8) {
      case "{":
        open6.push(/* @__PURE__ */ new Set());
        isKey = true;
        break;
      case "[":
        open6.push(void 0);
        isKey = false;
        break;
      case "}":
      case "]":
        open6.pop();
        isKey = false;
        break;
      case ",":
        isKey = open6.at(-1) !== void 0;
        break;
      default: {
        const keys2 = isKey ? open6.at(-1) : void 0;
        if (keys2?.has(text8)) return match2.index;
        keys2?.add(text8);
        isKey = false;
      }
    }
  }
  return void 0;
}
var init_json_keys = __esm({
  "src/source/json-keys.ts"() {
    "use strict";
  }
});

// src/source/json/split.ts
function splitJson(chunks, selection, options2 = {}) {
  const splitter = new Splitter(selection, options2.trailer === true, options2.largest ?? 256 * 2 ** 20);
  for (const chunk of chunks) {
    splitter.read(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (splitter.mistake !== void 0) return splitter.mistake;
  }
  splitter.end();
  return splitter.mistake;
}
var quote, backslash, comma, colon, openBrace, closeBrace, openBracket2, closeBracket, headLength, Splitter;
var init_split = __esm({
  "src/source/json/split.ts"() {
    "use strict";
    init_depth();
    init_mistake();
    quote = 34;
    backslash = 92;
    comma = 44;
    colon = 58;
    openBrace = 123;
    closeBrace = 125;
    openBracket2 = 91;
    closeBracket = 93;
    headLength = 1024;
    Splitter = class {
      mistake;
      #trailer;
      #largest;
      #around = [];
      #expected = "value";
      /** What to do with the value that comes next. */
      #selection;
      #span;
      #isKey = false;
      #depth = 0;
      #inText = false;
      #escaped = false;
      /** Where the span starts in the current piece, and its earlier pieces when they are kept. */
      #start = 0;
      #kept = [];
      #keptLength = 0;
      /** Offset of the current piece in the file. */
      #base = 0;
      constructor(selection, trailer, largest4) {
        this.#selection = selection;
        this.#trailer = trailer;
        this.#largest = largest4;
      }
      read(chunk) {
        this.#start = 0;
        let at = 0;
        while (at < chunk.length && this.mistake === void 0) {
          at = this.#span === void 0 ? this.#structure(chunk, at) : this.#within(chunk, at);
        }
        if (this.#span !== void 0 && this.#keeps()) this.#keep(chunk);
        this.#base += chunk.length;
      }
      end() {
        if (this.#span === "plain" && this.#around.length === 0) this.#finish(Buffer.alloc(0), 0);
        const isComplete = this.#expected === "end" || this.#expected === "trailer";
        if (this.mistake === void 0 && !isComplete) this.#refuse(this.#base, "it ends too early", true);
      }
      /** The next byte that is not inside a span; answers with the offset to go on from. */
      #structure(chunk, at) {
        const byte = chunk[at] ?? 0;
        if (byte === 32 || byte === 10 || byte === 13 || byte === 9) return at + 1;
        switch (this.#expected) {
          case "value":
            return this.#value(byte, at);
          case "first value":
            return byte === closeBracket ? this.#leave(at) : this.#value(byte, at);
          case "first key":
            if (byte === closeBrace) return this.#leave(at);
            return this.#key(byte, at);
          case "key":
            return this.#key(byte, at);
          case "colon":
            if (byte !== colon) return this.#unexpected(byte, at, "`:`");
            this.#expected = "value";
            return at + 1;
          case "next":
            return this.#next(byte, at);
          case "end":
            if (!this.#trailer || byte !== colon) return this.#unexpected(byte, at, "nothing more");
            this.#expected = "trailer";
            return chunk.length;
          case "trailer":
            return chunk.length;
        }
      }
      #value(byte, at) {
        const selection = this.#selection;
        if (selection?.kind === "items" && byte === openBracket2) {
          this.#around.push(selection);
          selection.open?.();
          this.#selection = selection.of;
          this.#expected = "first value";
          return at + 1;
        }
        if (selection?.kind === "members" && byte === openBrace) {
          this.#around.push(selection);
          this.#expected = "first key";
          return at + 1;
        }
        if (byte === comma || byte === colon || byte === closeBrace || byte === closeBracket) {
          return this.#unexpected(byte, at, "a value");
        }
        if (selection?.kind !== "value") this.#selection = void 0;
        this.#isKey = false;
        this.#start = at;
        this.#depth = 0;
        this.#span = byte === quote ? "text" : byte === openBrace || byte === openBracket2 ? "nested" : "plain";
        if (this.#span === "nested") this.#depth = 1;
        this.#inText = this.#span === "text";
        return at + 1;
      }
      #key(byte, at) {
        if (byte !== quote) return this.#unexpected(byte, at, "a key in double quotes");
        this.#isKey = true;
        this.#start = at;
        this.#span = "text";
        this.#inText = true;
        return at + 1;
      }
      #next(byte, at) {
        const around3 = this.#around.at(-1);
        if (around3?.kind === "items") {
          if (byte === closeBracket) return this.#leave(at);
          if (byte !== comma) return this.#unexpected(byte, at, "`,` or `]`");
          this.#selection = around3.of;
          this.#expected = "value";
          return at + 1;
        }
        if (byte === closeBrace) return this.#leave(at);
        if (byte !== comma) return this.#unexpected(byte, at, "`,` or `}`");
        this.#expected = "key";
        return at + 1;
      }
      #leave(at) {
        this.#around.pop();
        this.#expected = this.#around.length === 0 ? "end" : "next";
        return at + 1;
      }
      /** Runs to the end of the span or of the piece. This is where the time goes: no calls, no allocation. */
      // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: split into functions it takes half as long again
      #within(chunk, from) {
        const length3 = chunk.length;
        const span = this.#span;
        let at = from;
        let depth = this.#depth;
        let inText2 = this.#inText;
        if (this.#escaped) {
          this.#escaped = false;
          at++;
        }
        while (at < length3) {
          if (inText2) {
            let byte2 = 0;
            while (at < length3) {
              byte2 = chunk[at++] ?? 0;
              if (byte2 === quote || byte2 === backslash) break;
            }
            if (byte2 === backslash) {
              if (at === length3) this.#escaped = true;
              at++;
            } else if (byte2 === quote) {
              inText2 = false;
              if (span === "text") return this.#finish(chunk, at);
            }
            continue;
          }
          const byte = chunk[at] ?? 0;
          if (span === "plain") {
            if (byte <= 32 || byte === comma || byte === closeBrace || byte === closeBracket)
              return this.#finish(chunk, at);
            at++;
            continue;
          }
          at++;
          if (byte === quote) inText2 = true;
          else if (byte === openBrace || byte === openBracket2) depth++;
          else if (byte === closeBrace || byte === closeBracket) {
            depth--;
            if (depth === 0) return this.#finish(chunk, at);
          }
        }
        this.#depth = depth;
        this.#inText = inText2;
        return length3;
      }
      /** The span ends before `end`. */
      #finish(chunk, end) {
        this.#span = void 0;
        this.#inText = false;
        this.#depth = 0;
        const selection = this.#selection;
        if (this.#isKey) {
          const key4 = this.#parse(this.#bytes(chunk, end), end);
          const around3 = this.#around.at(-1);
          if (around3?.kind === "members" && typeof key4 === "string") {
            around3.seen?.(key4);
            this.#selection = Object.hasOwn(around3.of, key4) ? around3.of[key4] : void 0;
          }
          this.#expected = "colon";
          return end;
        }
        this.#expected = this.#around.length === 0 ? "end" : "next";
        if (selection?.kind !== "value") return end;
        const bytes2 = this.#bytes(chunk, end);
        if (selection.wanted?.(bytes2.subarray(0, headLength)) === false) return end;
        const value = this.#parse(bytes2, end);
        if (value !== void 0) selection.take(value);
        return end;
      }
      #parse(bytes2, end) {
        const text8 = bytes2.toString("utf8");
        try {
          const value = JSON.parse(text8);
          if (!isTooDeep(value)) return value;
          this.#refuse(this.#base + end, nestedTooDeeply, false);
          return void 0;
        } catch {
          const inside2 = findMistake(text8);
          const before = Buffer.byteLength(text8.slice(0, inside2?.offset ?? 0));
          this.#refuse(this.#base + end - bytes2.length + before, inside2?.message ?? "it cannot be parsed", false);
          return void 0;
        }
      }
      /** All bytes of the span. */
      #bytes(chunk, end) {
        const last = chunk.subarray(this.#start, end);
        if (this.#kept.length === 0) return last;
        const all = Buffer.concat([...this.#kept, last]);
        this.#kept = [];
        this.#keptLength = 0;
        return all;
      }
      #keeps() {
        return this.#isKey || this.#selection?.kind === "value";
      }
      /** A piece is only valid until the next one is asked for. */
      #keep(chunk) {
        const piece = Buffer.from(chunk.subarray(this.#start));
        this.#kept.push(piece);
        this.#keptLength += piece.length;
        if (this.#keptLength <= this.#largest) return;
        this.#refuse(this.#base + chunk.length, `one value of it is larger than ${this.#largest} bytes`, false);
      }
      #unexpected(byte, at, expected) {
        const found = byte > 32 && byte < 127 ? `\`${String.fromCharCode(byte)}\`` : `byte 0x${byte.toString(16)}`;
        this.#refuse(this.#base + at, `expected ${expected}, found ${found}`, false);
        return at + 1;
      }
      #refuse(offset, message, cut3) {
        this.mistake ??= { offset, message, cut: cut3 };
      }
    };
  }
});

// src/source/json-shape.ts
function jsonShape(chunks) {
  const keys2 = /* @__PURE__ */ new Set();
  const selection = { kind: "members", of: {}, seen: (key4) => keys2.add(key4) };
  const isDecided = () => decisive.some((group2) => group2.every((key4) => keys2.has(key4)));
  const mistake = splitJson(until(chunks, isDecided), selection, { trailer: true });
  return { keys: keys2, broken: mistake !== void 0 && !isDecided() };
}
function* until(chunks, isEnough) {
  for (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += step3) {
      yield chunk.subarray(start, start + step3);
      if (isEnough()) return;
    }
  }
}
var decisive, step3;
var init_json_shape = __esm({
  "src/source/json-shape.ts"() {
    "use strict";
    init_split();
    decisive = [
      ["planned_values"],
      ["resource_changes"],
      ["terraform_version", "values"],
      ["terraform_version", "lineage"],
      ["AWSTemplateFormatVersion"],
      ["apiVersion", "kind"],
      ["@module", "@level"]
    ];
    step3 = 64 * 1024;
  }
});

// src/source/terraform-shape.ts
function isPlan({ keys: keys2, broken: broken2 }) {
  if (keys2.has("planned_values") || keys2.has("resource_changes")) return true;
  return broken2 && keys2.has("format_version") && keys2.has("terraform_version") && !keys2.has("values");
}
function notPlan({ keys: keys2, broken: broken2 }, text8, file) {
  const at = { file };
  const hint = "make a plan and convert it: `terraform plan -out=tfplan && terraform show -json tfplan > tfplan.json`";
  const isOfPlan = keys2.has("planned_values") || keys2.has("resource_changes");
  if (keys2.has("@level") && keys2.has("@module") && /"@module"\s*:\s*"(terraform|tofu)\.ui"/.test(text8)) {
    return new Failure("unreadable", "this is the log of `terraform plan -json`, not a plan", { at, hint });
  }
  if (keys2.size === 0 && /^\s*"?\{\s*\\*["']?format_version\b/.test(text8)) {
    const copied = "write it straight to a file, `terraform show -json tfplan > tfplan.json`, not through a variable";
    return new Failure("unreadable", "this plan has lost its quotes, as a shell does to it", {
      at,
      hint: copied
    });
  }
  if (isOfPlan || !keys2.has("terraform_version")) return void 0;
  if (keys2.has("values") || keys2.has("lineage") || keys2.has("serial")) {
    return new Failure("unreadable", "this is a Terraform state, not a plan", { at, hint });
  }
  if (keys2.has("format_version") && !broken2) {
    const message = "this plan has neither `resource_changes` nor `planned_values`";
    return new Failure("unreadable", message, { at, hint });
  }
  return void 0;
}
function savedPlan(bytes2, file) {
  if (bytes2[0] !== 80 && bytes2[0] !== 116) return void 0;
  const head = Buffer.from(bytes2.buffer, bytes2.byteOffset, Math.min(bytes2.byteLength, 512)).toString(
    "latin1"
  );
  const isArchive = head.startsWith("PK") && /tfplan|tfstate/.test(head);
  if (!isArchive && !(head.startsWith("tfplan") && head.charCodeAt(6) < 9)) return void 0;
  return new Failure("unreadable", "this is a plan as Terraform saves it, which only Terraform can read", {
    at: { file },
    hint: `convert it: \`terraform show -json ${file} > ${file}.json\``
  });
}
function blankPlan(bytes2, file) {
  const isNamedPlan = /(^|[^a-z])(tf|tofu)?plan([^a-z].*)?$/i.test(
    import_node_path3.posix.basename(file).replace(/\.json$/i, "")
  );
  const isBlank3 = bytes2.byteLength < 64 && /^\s*$/.test(Buffer.from(bytes2).toString("latin1"));
  const isCommandAlone = bytes2.byteLength < 4096 && /^\[command\][^\n]*(terraform|tofu)[^\n]*\s*$/.test(Buffer.from(bytes2).toString("latin1"));
  if (!isCommandAlone && !(isBlank3 && isNamedPlan && /\.json$/i.test(file))) return void 0;
  return new Failure("unreadable", "this plan is empty", {
    at: { file },
    hint: "the step that wrote it has failed; see what `terraform show -json` says there"
  });
}
function planWithin(text8, file) {
  const isPlanlike = /\.(json|out|plan|tfplan|tofuplan)$/i.test(file) && /"format_version"\s*:\s*"\d/.test(text8) && /"(resource_changes|planned_values)"\s*:\s*[[{]/.test(text8);
  if (!isPlanlike) return void 0;
  return new Failure("unreadable", "there is a plan in this file, and it is not the file's only content", {
    at: { file },
    hint: "write it straight to a file of its own: `terraform show -json tfplan > tfplan.json`"
  });
}
var import_node_path3;
var init_terraform_shape = __esm({
  "src/source/terraform-shape.ts"() {
    "use strict";
    import_node_path3 = require("node:path");
    init_failure();
  }
});

// src/source/unrendered.ts
function unrendered(text8, file, documents) {
  const mark2 = text8.indexOf("{{");
  if (mark2 === -1 || documents !== void 0 && !documents.some(hasHelm)) return void 0;
  const hint = helm.test(text8) ? "render the chart and let the gate read the result: `helm template <chart> > rendered.yaml`" : "fill it in first and let the gate read the result, or leave it out with `exclude`";
  const message = "this manifest is a template that has not been rendered";
  return new Failure("unreadable", message, { at: { file, ...positionOf(text8, mark2) }, hint });
}
function chartFiles(files) {
  const charts = new Set(
    files.filter((file) => /(^|\/)Chart\.ya?ml$/.test(file)).map((file) => import_node_path4.posix.dirname(file))
  );
  return (file) => {
    for (let folder = import_node_path4.posix.dirname(file); charts.size > 0; folder = import_node_path4.posix.dirname(folder)) {
      if (charts.has(folder)) {
        const inside2 = folder === "." ? file : file.slice(folder.length + 1);
        return inside2.startsWith("templates/") ? "template" : "inside";
      }
      if (folder === "." || folder === "/") return void 0;
    }
    return void 0;
  };
}
function hasHelm(json2) {
  if (typeof json2 === "string") return !json2.includes("\n") && helm.test(json2);
  if (isList(json2)) return json2.some(hasHelm);
  return isObject(json2) && Object.values(json2).some(hasHelm);
}
var import_node_path4, helm;
var init_unrendered = __esm({
  "src/source/unrendered.ts"() {
    "use strict";
    import_node_path4 = require("node:path");
    init_failure();
    init_plain();
    init_text();
    helm = /\{\{[^{}]*(?:\.(?:Values|Release|Chart|Capabilities)\b|\b(?:include|template|toYaml|tpl)\s)/;
  }
});

// src/source/recognise.ts
function recognise(file, tree) {
  if (tree.size(file) > largest) return recogniseLarge(file, tree);
  const bytes2 = tree.bytes(file);
  const saved = savedPlan(bytes2, file);
  if (saved !== void 0) return { kind: "other-terraform", failure: saved, saved: true };
  const blank = blankPlan(bytes2, file);
  if (blank !== void 0) return { kind: "other-terraform", failure: blank, saved: false };
  const isWide2 = encodingOf(bytes2).startsWith("utf-16");
  if (!isWide2 && !isOfInterest(bytes2)) return nothing2;
  const text8 = readable2(bytes2, file);
  return text8 === void 0 ? nothing2 : recogniseText(text8, file);
}
function isOfInterest(bytes2) {
  const buffer = Buffer.from(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength);
  if (words4.some((word4) => buffer.includes(word4))) return true;
  if (!buffer.includes("\\u00") && !buffer.includes("\\x") && !buffer.includes("\\U0000")) return false;
  const text8 = withoutEscapes2(buffer.toString("latin1"));
  return words4.some((word4) => text8.includes(word4));
}
function withoutEscapes2(text8) {
  return text8.replace(
    /\\(?:u00|x|U000000)([2-7][0-9a-fA-F])/g,
    (_, code2) => String.fromCharCode(Number.parseInt(code2, 16))
  );
}
function readable2(bytes2, file) {
  try {
    return decodeText(bytes2, file);
  } catch (error) {
    const lossy = Buffer.from(bytes2).toString("latin1").replace(/^(\xFF\xFE|\xFE\xFF)|\0/g, "");
    if (claimsYaml(lossy) || claimed.test(lossy)) throw error;
    return void 0;
  }
}
function recogniseLarge(file, tree) {
  const shape = jsonShape(jsonPieces(tree.chunks(file)).pieces);
  const terraform = terraformOf(shape, "", file);
  if (terraform !== void 0) return terraform;
  if (!claimsJson(shape, "") && !(/\.ya?ml$/i.test(file) && isAnyOfInterest(tree.chunks(file))))
    return nothing2;
  throw new Failure("unreadable", "this file is too large to be read", {
    at: { file },
    hint: "split it, or leave it out with `exclude`"
  });
}
function isAnyOfInterest(chunks) {
  const longest2 = 64;
  let tail = Buffer.alloc(0);
  for (const chunk of chunks) {
    if (isOfInterest(chunk) || isOfInterest(Buffer.concat([tail, chunk.subarray(0, longest2)]))) return true;
    tail = Buffer.from(chunk.subarray(-longest2));
  }
  return false;
}
function recogniseText(text8, file) {
  const json2 = withoutCommandLine(text8);
  const isJson3 = /^\s*"?\{(?![{%#])/.test(json2);
  const recognised = isJson3 ? recogniseJson(json2, file) : recogniseYaml(text8, file);
  const hiddenPlan = recognised.kind === "nothing" ? planWithin(json2, file) : void 0;
  return hiddenPlan === void 0 ? recognised : { kind: "other-terraform", failure: hiddenPlan, saved: false };
}
function recogniseJson(text8, file) {
  const shape = jsonShape([Buffer.from(text8)]);
  const terraform = terraformOf(shape, text8, file);
  if (terraform !== void 0) return terraform;
  if (!["apiVersion", "AWSTemplateFormatVersion", "Resources"].some((key4) => shape.keys.has(key4))) {
    return shape.broken ? recogniseYaml(text8, file) : nothing2;
  }
  const root = parsed5(text8);
  if (root === void 0) {
    if (/\.ya?ml$/i.test(file)) return recogniseYaml(text8, file);
    if (claimsJson(shape, text8)) throw notJson(text8, file);
    return nothing2;
  }
  if (isTooDeep(root)) throw new Failure("unreadable", nestedTooDeeply, { at: { file } });
  if (isTemplate(root)) {
    refuseDuplicates(text8, file);
    return { kind: "template", root };
  }
  return ofDocuments([root], text8, file);
}
function terraformOf(shape, text8, file) {
  const failure = notPlan(shape, text8, file);
  if (failure !== void 0) return { kind: "other-terraform", failure, saved: false };
  return isPlan(shape) ? { kind: "terraform" } : void 0;
}
function parsed5(text8) {
  try {
    return JSON.parse(text8);
  } catch {
    return void 0;
  }
}
function claimsJson({ keys: keys2 }, text8) {
  if (keys2.has("AWSTemplateFormatVersion") || keys2.has("apiVersion") && keys2.has("kind")) return true;
  return keys2.has("Resources") && /"Type"\s*:\s*"(Custom|\w+::\w+)::/.test(text8);
}
function notJson(text8, file) {
  const mistake = findMistake(text8);
  const at = { file, ...positionOf(text8, mistake?.offset ?? 0) };
  return new Failure("unreadable", `this is not valid JSON: ${mistake?.message ?? "it cannot be parsed"}`, {
    at
  });
}
function refuseDuplicates(text8, file) {
  const offset = secondKey(text8);
  if (offset === void 0) return;
  throw new Failure("unreadable", duplicateKey, { at: { file, ...positionOf(text8, offset) } });
}
function recogniseYaml(text8, file) {
  if (!["apiVersion", "AWSTemplateFormatVersion", "Resources"].some((word4) => mentions3(text8, word4)))
    return nothing2;
  const documents = yamlDocuments2(text8, file);
  if (documents === void 0) return nothing2;
  const [first, ...others] = documents;
  if (!documents.some(isTemplate)) return ofDocuments(documents, text8, file);
  if (first !== void 0 && isTemplate(first) && others.every((other) => other === null)) {
    return { kind: "template", root: first };
  }
  throw new Failure("unreadable", "this template is one of several documents of its file", {
    at: { file },
    hint: "CloudFormation takes one template a file; put the others into files of their own"
  });
}
function mentions3(text8, word4) {
  return text8.includes(word4) || /\\[uUx]/.test(text8) && withoutEscapes2(text8).includes(word4);
}
function yamlDocuments2(text8, file) {
  try {
    return loadYaml(text8, file, dialectOf(text8));
  } catch (error) {
    if (!claimsYaml(text8)) return void 0;
    throw (claimsManifest(text8) ? unrendered(text8, file) : void 0) ?? error;
  }
}
function ofDocuments(documents, text8, file) {
  if (!documents.some((document) => isManifest(document) || isClusterConfig(document))) return nothing2;
  const template2 = text8.includes("{{") ? unrendered(text8, file, documents) : void 0;
  if (template2 !== void 0) throw template2;
  return { kind: "documents", documents, text: text8 };
}
function dialectOf(text8) {
  if (claimsTemplate(text8)) return "template";
  return /^["']?apiVersion["']?[ \t]*:[ \t]*["']?eksctl\.io\//m.test(text8) ? "strict" : "manifest";
}
function claimsYaml(text8) {
  if (claimsTemplate(text8)) return true;
  return claimsManifest(text8);
}
function claimsManifest(text8) {
  return /^["']?apiVersion["']?[ \t]*:/m.test(text8) && /^["']?kind["']?[ \t]*:/m.test(text8);
}
function claimsTemplate(text8) {
  if (claimsManifest(text8)) return false;
  if (/^ {0,4}["']?AWSTemplateFormatVersion["']?[ \t]*:/m.test(text8)) return true;
  return /^["']?Resources["']?[ \t]*:/m.test(text8) && /["'\s{,]Type["']?[ \t]*:[ \t]*["']?(Custom|\w+::\w+)::/.test(text8);
}
var nothing2, largest, words4, claimed;
var init_recognise = __esm({
  "src/source/recognise.ts"() {
    "use strict";
    init_failure();
    init_template3();
    init_depth();
    init_config();
    init_mistake();
    init_pieces2();
    init_json_keys();
    init_json_shape();
    init_manifest();
    init_terraform_shape();
    init_text();
    init_unrendered();
    init_load();
    nothing2 = { kind: "nothing" };
    largest = 32 * 1024 * 1024;
    words4 = [
      "apiVersion",
      "Resources",
      "AWSTemplateFormatVersion",
      "terraform_version",
      "planned_values",
      "resource_changes",
      "format_version",
      "terraform.ui",
      "tofu.ui"
    ];
    claimed = /^[^\w"]*"(format_version|AWSTemplateFormatVersion)"|"(resource_changes|planned_values)"\s*:/;
  }
});

// src/source/terraform/blocks.ts
function isAuthorsOwn(type2, path) {
  const name = path.at(-1);
  if (typeof name !== "string") return false;
  if (type2.startsWith("kubernetes_")) return podBlocks.includes(name);
  return path.length === 1 && blocks[type2]?.includes(name) === true;
}
var blocks, podBlocks;
var init_blocks = __esm({
  "src/source/terraform/blocks.ts"() {
    "use strict";
    blocks = {
      aws_eks_cluster: ["compute_config", "encryption_config", "vpc_config"],
      aws_eks_fargate_profile: ["selector"],
      aws_eks_node_group: ["launch_template", "remote_access", "scaling_config", "taint"],
      aws_launch_template: ["block_device_mappings", "network_interfaces"]
    };
    podBlocks = ["affinity", "container", "pod_anti_affinity", "topology_spread_constraint"];
  }
});

// src/source/terraform/resource.ts
function placeOf3(entry5, owner) {
  const given = typeof entry5.module_address === "string" ? entry5.module_address : void 0;
  const module2 = given !== void 0 && owner.startsWith(`${given}.`) ? given : moduleOf(owner);
  const local2 = module2 === "" ? owner : owner.slice(module2.length + 1);
  const bracket = local2.indexOf("[");
  return bracket === -1 ? { module: module2, local: local2, key: "" } : { module: module2, local: local2.slice(0, bracket), key: local2.slice(bracket) };
}
function isOpen2(resource3, path) {
  let mark2 = resource3.unknown;
  let value = resource3.after;
  for (const step4 of path) {
    if (mark2 === true) return true;
    mark2 = memberOf(mark2, step4);
    value = memberOf(value, step4);
  }
  return hasMark(mark2) || resource3.unknown === void 0 && value === void 0;
}
function hasMark(mark2) {
  if (typeof mark2 !== "object" || mark2 === null) return mark2 === true;
  for (const member3 of Array.isArray(mark2) ? mark2 : Object.values(mark2)) {
    if (hasMark(member3)) return true;
  }
  return false;
}
function moduleOf(owner) {
  if (!owner.startsWith("module.")) return "";
  const { local: local2 } = splitAddress(owner);
  return owner.slice(0, -local2.length - 1);
}
var init_resource2 = __esm({
  "src/source/terraform/resource.ts"() {
    "use strict";
    init_plain();
    init_address2();
  }
});

// src/source/terraform/attribute.ts
function plannedAttribute(resource3, background) {
  const { after: after2, unknown: unknown3, secret } = resource3;
  return new PlannedAttribute(
    resource3,
    background,
    void 0,
    void 0,
    after2 ?? void 0,
    unknown3,
    secret
  );
}
var PlannedAttribute, nowhere;
var init_attribute3 = __esm({
  "src/source/terraform/attribute.ts"() {
    "use strict";
    init_place();
    init_declaration();
    init_plain();
    init_blocks();
    init_resource2();
    init_written();
    PlannedAttribute = class _PlannedAttribute {
      #resource;
      #background;
      #parent;
      #step;
      #value;
      #unknown;
      #secret;
      #waits;
      constructor(resource3, background, parent, step4, value, unknown3, secret) {
        this.#resource = resource3;
        this.#background = background;
        this.#parent = parent;
        this.#step = step4;
        this.#value = value;
        this.#unknown = unknown3;
        this.#secret = secret;
      }
      get ref() {
        const { file, owner } = this.#resource;
        return { format: "terraform", file, owner, document: 0, path: this.#path() };
      }
      get state() {
        if (this.#unknown === true) return this.#top().#isWaiting() ? "unknown" : "absent";
        return this.#value === void 0 || this.#value === null ? "absent" : "known";
      }
      get sensitive() {
        return hasMark(this.#secret);
      }
      get json() {
        if (this.#value === void 0 || this.#value === null || this.#hasWaiting()) return void 0;
        return this.#value;
      }
      get missing() {
        if (this.state !== "unknown") return void 0;
        const { ref } = this.#top();
        return { attribute: `${ref.owner}.${showPath(ref.path)}`, reason: "known after apply", ref };
      }
      get links() {
        if (this.state === "absent") return noLinks;
        const written4 = this.#written();
        if (written4 === void 0) return nowhere;
        if (written4 === null) return typeof this.#value === "object" ? nowhere : noLinks;
        if (!isExpression(written4)) {
          const { targets: targets2, closed: closed2, texts: texts4 } = this.#background.follow(this.#resource, allReferences(written4));
          return { targets: targets2, closed: closed2, texts: texts4, exact: false };
        }
        const references = referencesOf(written4);
        if (references === void 0) return noLinks;
        const trace2 = this.#background.follow(this.#resource, references);
        const { targets, closed, texts: texts3 } = trace2;
        return { targets, closed, texts: texts3, exact: this.#isExact(trace2) };
      }
      get(...path) {
        let at = this;
        for (const [index2, step4] of path.entries()) {
          const child = at.#child(step4);
          const recovered2 = child.#recovered();
          if (recovered2 !== void 0) return recovered2.get(...path.slice(index2 + 1));
          at = child;
        }
        return at;
      }
      items() {
        return isList(this.#value) ? this.#value.map((_, index2) => this.get(index2)) : [];
      }
      entries() {
        if (!isObject(this.#value)) return [];
        const keys2 = new Set(Object.keys(this.#value));
        if (isObject(this.#unknown)) for (const key4 of Object.keys(this.#unknown)) keys2.add(key4);
        const entries = [...keys2].map((key4) => [key4, this.get(key4)]);
        return entries.filter(([, attribute2]) => attribute2.state !== "absent");
      }
      /** What the author's code says of it, where it is the uppermost that is unknown. */
      #recovered() {
        if (this.#unknown !== true || this.#top() !== this) return void 0;
        return this.#background.recover({
          resource: this.#resource,
          path: this.#path(),
          written: this.#written(),
          attribute: this,
          isSingle: this.#shape() === "single"
        });
      }
      #child(step4) {
        const value = memberOf(this.#value, step4);
        const secret = this.#secret === true ? true : memberOf(this.#secret, step4);
        const unknown3 = this.#unknown === true ? true : this.#unknownBelow(step4, value);
        return new _PlannedAttribute(this.#resource, this.#background, this, step4, value, unknown3, secret);
      }
      #unknownBelow(step4, value) {
        if (this.#resource.unknown !== void 0) return memberOf(this.#unknown, step4);
        if (value !== void 0 || !isObject(this.#value)) return void 0;
        const written4 = writtenBelow(this.#written(), step4, this.#value);
        const computed2 = written4 !== void 0 && written4 !== null && isExpression(written4) && !isConstant(written4);
        return computed2 ? true : void 0;
      }
      /** Where the unknown starts: everything below one unknown waits for the same value. */
      #top() {
        let at = this;
        while (at.#parent !== void 0 && at.#parent.#unknown === true) at = at.#parent;
        return at;
      }
      #isWaiting() {
        this.#waits ??= this.#waitsForApply();
        return this.#waits;
      }
      #waitsForApply() {
        if (this.#resource.mode === "data") return true;
        const written4 = this.#written();
        if (written4 === void 0) return true;
        if (written4 === null) {
          return this.#step === "id" && this.#isTopLevel() || isAuthorsOwn(this.#resource.type, this.#path());
        }
        if (!isExpression(written4)) return true;
        if (isConstant(written4)) return false;
        const references = referencesOf(written4);
        return references === void 0 || !this.#background.follow(this.#resource, references).settled;
      }
      /** Whether this or anything below it is unknown. */
      #hasWaiting() {
        if (this.#unknown === true) return this.state === "unknown";
        const marks2 = this.#unknown;
        if (!hasMark(marks2)) return this.#resource.unknown === void 0 && this.#hasGap();
        const steps = isList(marks2) ? marks2.keys() : isObject(marks2) ? Object.keys(marks2) : [];
        for (const step4 of steps) if (this.#child(step4).#hasWaiting()) return true;
        return false;
      }
      /** The same where unknown values are left out instead of marked. */
      #hasGap() {
        if (isList(this.#value)) return this.#value.some((_, index2) => this.#child(index2).#hasWaiting());
        if (!isObject(this.#value)) return false;
        const written4 = this.#written();
        const named5 = isObject(written4) && !isExpression(written4) ? Object.keys(written4) : [];
        return [.../* @__PURE__ */ new Set([...Object.keys(this.#value), ...named5])].some(
          (key4) => this.#child(key4).#hasWaiting()
        );
      }
      #written() {
        if (this.#parent === void 0 || this.#step === void 0)
          return this.#background.written(this.#resource);
        return writtenBelow(this.#parent.#written(), this.#step, this.#parent.#value);
      }
      /**
       * One value that waits for exactly one attribute is made of that attribute, however it is written: everything else
       * in the expression is settled. A known value need not be, for a condition may have decided against it. A list, or
       * what may be one, is certain only as a bare enumeration: all instances of a resource are what it holds at most,
       * for a filter or a slice leaves no trace.
       */
      #isExact(trace2) {
        const { targets, closed, plain: plain6 } = trace2;
        if (!closed || this.#top() !== this) return false;
        const single4 = targets.length === 1;
        switch (this.#shape()) {
          case "single":
            return single4 && this.#unknown === true;
          case "list":
            return plain6 && (!isList(this.#value) || this.#value.length === targets.length);
          case "unclear":
            return plain6 && single4;
        }
      }
      /** An unknown list still shows as a list in `after_sensitive`. */
      #shape() {
        if (this.#value !== void 0 && this.#value !== null)
          return typeof this.#value === "object" ? "list" : "unclear";
        if (typeof this.#secret === "object" && this.#secret !== null) return "list";
        return isObject(this.#resource.secret) && this.#secret !== true ? "single" : "unclear";
      }
      #isTopLevel() {
        return this.#parent !== void 0 && this.#parent.#parent === void 0;
      }
      #path() {
        const steps = [];
        let at = this;
        while (at !== void 0 && at.#step !== void 0) {
          steps.push(at.#step);
          at = at.#parent;
        }
        return steps.reverse();
      }
    };
    nowhere = { targets: [], exact: false, closed: false };
  }
});

// src/source/hcl/json-body.ts
function scanJson(text8) {
  const root = jsonTree(text8);
  const blocks2 = (root === void 0 ? [] : objectsIn2(root)).flatMap(
    (object5) => propertiesOf(object5).flatMap(({ key: key4, value }) => {
      const type2 = String(key4.value);
      return blocksIn(type2, labelCounts.get(type2) ?? 0, [key4], value);
    })
  );
  return { attributes: /* @__PURE__ */ new Map(), blocks: blocks2 };
}
function blocksIn(type2, labels, names2, node) {
  return objectsIn2(node).flatMap((object5) => {
    if (labels > 0) {
      return propertiesOf(object5).flatMap(
        ({ key: key4, value }) => isComment(key4) ? [] : blocksIn(type2, labels - 1, [...names2, key4], value)
      );
    }
    const [, ...labelled] = names2.map(({ value }) => String(value));
    const last = names2.at(-1) ?? object5;
    return [{ type: type2, labels: labelled, header: spanOf2(last), attributes: attributesOf(object5), blocks: [] }];
  });
}
function attributesOf(object5) {
  const attributes = /* @__PURE__ */ new Map();
  for (const { key: key4, value } of propertiesOf(object5)) {
    if (!isComment(key4)) {
      attributes.set(String(key4.value), { name: spanOf2(key4), value: spanOf2(value), json: true });
    }
  }
  return attributes;
}
function objectsIn2(node) {
  const nodes3 = node.type === "array" ? node.children ?? [] : [node];
  return nodes3.filter(({ type: type2 }) => type2 === "object");
}
function isComment(key4) {
  return key4.value === "//";
}
var labelCounts;
var init_json_body = __esm({
  "src/source/hcl/json-body.ts"() {
    "use strict";
    init_json_tree();
    labelCounts = /* @__PURE__ */ new Map([
      ["resource", 2],
      ["data", 2],
      ["ephemeral", 2],
      ["module", 1],
      ["variable", 1],
      ["output", 1],
      ["provider", 1],
      ["check", 1]
    ]);
  }
});

// src/source/hcl/module.ts
function moduleReader(tree) {
  const read5 = /* @__PURE__ */ new Map();
  return (folder) => {
    if (!read5.has(folder)) read5.set(folder, readModule(tree, folder));
    return read5.get(folder);
  };
}
function readModule(tree, folder) {
  const names2 = tree.list(folder).files.filter((name) => /\.(?:tf|tofu)(?:\.json)?$/.test(name));
  if (names2.length === 0) return void 0;
  const index2 = /* @__PURE__ */ new Map();
  for (const name of [...names2.filter(isOverride), ...names2.filter((name2) => !isOverride(name2))]) {
    const source2 = readText(tree, folder === "" ? name : `${folder}/${name}`);
    if (source2 === void 0) continue;
    const { blocks: blocks3 } = name.endsWith(".json") ? scanJson(source2.text) : scanHcl(source2.text);
    for (const block of blocks3) {
      const key4 = keyOf4(block.type, block.labels);
      const same4 = index2.get(key4);
      if (same4 === void 0) index2.set(key4, [{ source: source2, block }]);
      else same4.push({ source: source2, block });
    }
  }
  const blocks2 = (type2, ...labels) => index2.get(keyOf4(type2, labels)) ?? [];
  return {
    folder,
    blocks: blocks2,
    get declared() {
      return [...index2.values()].flatMap(([first]) => first === void 0 ? [] : nameOf4(first.block));
    },
    local: (name) => {
      for (const { source: source2, block } of blocks2("locals")) {
        const value = block.attributes.get(name);
        if (value !== void 0) return { source: source2, value };
      }
      return void 0;
    }
  };
}
function nameOf4({ type: type2, labels }) {
  return ["resource", "data", "module", "variable", "output"].includes(type2) ? [[type2, ...labels].join(".")] : [];
}
function isOverride(name) {
  return /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(name);
}
function keyOf4(type2, labels) {
  return JSON.stringify([type2, ...labels]);
}
function plainString(text8, attribute2) {
  if (attribute2 === void 0) return void 0;
  return /^"([^"\\$%]*)"$/.exec(text8.slice(attribute2.value.start, attribute2.value.end))?.[1];
}
var init_module = __esm({
  "src/source/hcl/module.ts"() {
    "use strict";
    init_span();
    init_json_body();
    init_scan();
  }
});

// src/source/hcl/literal.ts
function literal4(text8, span) {
  const source2 = text8.slice(span.start, span.end);
  if (/^(?:"(?:[^"\\$%]|\\["\\nrt])*"|-?\d+(?:\.\d+)?|true|false|null)$/.test(source2))
    return JSON.parse(source2);
  if (!source2.startsWith("[") || /^\[\s*for\b/.test(source2)) return void 0;
  const items = [];
  for (const member3 of members2(text8, span, "[")) {
    const item2 = literal4(text8, member3);
    if (item2 === void 0) return void 0;
    items.push(item2);
  }
  return items;
}
function members2(text8, span, open6) {
  if (text8[span.start] !== open6 || /^.\s*for\s/.test(text8.slice(span.start, span.start + 40))) return [];
  const found = [];
  let start;
  let end = span.start;
  const close3 = () => {
    if (start !== void 0) found.push({ start, end });
    start = void 0;
  };
  for (let at = span.start + 1; at < span.end - 1; ) {
    const character2 = text8[at] ?? "";
    const next = skipStretch(text8, at);
    if (character2 === "," || character2 === "\n" && open6 === "{") close3();
    else if (!/\s/.test(character2) && !isComment2(text8, at)) {
      start ??= at;
      end = next;
    }
    at = next;
  }
  close3();
  return found;
}
function isComment2(text8, at) {
  return text8[at] === "#" || text8.startsWith("//", at) || text8.startsWith("/*", at);
}
var init_literal = __esm({
  "src/source/hcl/literal.ts"() {
    "use strict";
    init_scan();
  }
});

// src/source/hcl/agreement.ts
function agreement(text8, body2, planned2) {
  let agreed = 0;
  let contradicted = 0;
  for (const [name, attribute2] of body2.attributes) {
    const written4 = literal4(text8, attribute2.value);
    const value = planned2.get(name);
    if (written4 === void 0 || value.state !== "known" || value.json === void 0) continue;
    if (same3(written4, value.json)) agreed++;
    else contradicted++;
  }
  return { agreed, contradicted };
}
function same3(written4, planned2) {
  return canonical2(written4) === canonical2(planned2);
}
function canonical2(json2) {
  if (Array.isArray(json2)) return `[${json2.map(canonical2).sort().join()}]`;
  return json2 !== null && typeof json2 === "object" ? JSON.stringify(json2) : JSON.stringify(String(json2));
}
var init_agreement = __esm({
  "src/source/hcl/agreement.ts"() {
    "use strict";
    init_literal();
  }
});

// src/source/hcl/root.ts
function rootModule(contents, tree, moduleIn) {
  const wanted2 = rootBlocks(contents.addresses);
  const near = foldersAbove(contents.file).flatMap((folder) => moduleIn(folder) ?? []);
  const complete = near.find((module2) => declared(module2, wanted2) === wanted2.length);
  if (complete !== void 0) return complete;
  const scored = [...folders(tree, "", 0)].flatMap((folder) => moduleIn(folder) ?? []).map((module2) => ({ module: module2, score: declared(module2, wanted2) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best * 2 <= wanted2.length) return void 0;
  const fitting2 = scored.filter(({ score }) => score === best).map(({ module: module2 }) => module2);
  return near.find((module2) => fitting2.includes(module2)) ?? tellApart(fitting2, contents);
}
function rootBlocks(addresses) {
  const wanted2 = /* @__PURE__ */ new Map();
  for (const { modules, mode, type: type2, name } of addresses) {
    const [call5] = modules;
    const block = call5 === void 0 ? [mode, type2, name] : ["module", call5];
    wanted2.set(JSON.stringify(block), block);
  }
  return [...wanted2.values()];
}
function declared(module2, wanted2) {
  return wanted2.filter(([type2, ...labels]) => module2.blocks(type2, ...labels).length > 0).length;
}
function tellApart(fitting2, contents) {
  if (fitting2.length <= 1) return fitting2[0];
  const words5 = new Set(contents.file.split(/[^\p{L}\p{N}]+/u));
  const named5 = (module2) => module2.folder.split("/").filter((name) => words5.has(name)).length;
  return onlyBest(fitting2, named5) ?? onlyBest(fitting2, (module2) => -contradictions(module2, contents));
}
function onlyBest(modules, rank2) {
  const ranked = modules.map((module2) => ({ module: module2, rank: rank2(module2) }));
  const best = Math.max(...ranked.map((candidate) => candidate.rank));
  const [first, ...others] = ranked.filter((candidate) => candidate.rank === best);
  return others.length === 0 ? first?.module : void 0;
}
function contradictions(module2, contents) {
  let count4 = 0;
  for (const declaration of contents.declarations) {
    const address = parseAddress(declaration.owner);
    if (address === void 0 || address.modules.length > 0) continue;
    for (const { source: source2, block } of module2.blocks(address.mode, address.type, address.name)) {
      count4 += agreement(source2.text, block, declaration.root).contradicted;
    }
  }
  return count4;
}
function foldersAbove(file) {
  const steps = file.split("/").slice(0, -1);
  return [...steps.keys(), steps.length].reverse().map((length3) => steps.slice(0, length3).join("/"));
}
function* folders(tree, folder, depth) {
  yield folder;
  if (depth === deepest15) return;
  for (const name of tree.list(folder).folders) {
    if (name.startsWith(".") || name === "node_modules") continue;
    yield* folders(tree, folder === "" ? name : `${folder}/${name}`, depth + 1);
  }
}
var deepest15;
var init_root = __esm({
  "src/source/hcl/root.ts"() {
    "use strict";
    init_address();
    init_agreement();
    deepest15 = 16;
  }
});

// src/source/terraform/installed.ts
function installedModules(tree, root) {
  const modules = /* @__PURE__ */ new Map();
  for (const entry5 of entriesOf4(tree, beside(root, ".terraform/modules/modules.json"))) {
    const { Key: key4, Source: source2, Version: version3, Dir: dir } = entry5;
    if (typeof key4 !== "string" || typeof source2 !== "string" || typeof dir !== "string") continue;
    const folder = below2(root, dir);
    if (folder === void 0 || key4 === "") continue;
    modules.set(key4, { source: source2, version: typeof version3 === "string" ? version3 : void 0, folder });
  }
  return modules;
}
function entriesOf4(tree, file) {
  if (!tree.list(file.slice(0, file.lastIndexOf("/"))).files.includes("modules.json")) return [];
  try {
    const manifest6 = JSON.parse(new TextDecoder().decode(tree.bytes(file)));
    return isRecord(manifest6) && Array.isArray(manifest6.Modules) ? manifest6.Modules.filter(isRecord) : [];
  } catch {
    return [];
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function beside(folder, name) {
  return folder === "" ? name : `${folder}/${name}`;
}
function below2(folder, relative3) {
  if (/^(?:[\\/]|[A-Za-z]:)/.test(relative3)) return void 0;
  const steps = folder === "" ? [] : folder.split("/");
  for (const step4 of relative3.split("/")) {
    if (step4 === "" || step4 === ".") continue;
    if (step4 !== "..") steps.push(step4);
    else if ((steps.pop() ?? "..") === "..") return void 0;
  }
  return steps.join("/");
}
var init_installed = __esm({
  "src/source/terraform/installed.ts"() {
    "use strict";
  }
});

// src/source/terraform/code.ts
function planCode(file, root, declarations, tree) {
  const filesIn = moduleReader(tree);
  let top;
  let installed;
  const known5 = /* @__PURE__ */ new Map();
  const topModule = () => {
    const planned2 = declarations.filter(({ change }) => change !== "delete");
    const addresses = planned2.flatMap(({ owner }) => parseAddress(owner) ?? []);
    const files = rootModule({ file, addresses, declarations: planned2 }, tree, filesIn);
    return moduleOf2(files, files === void 0 ? "not here" : void 0, void 0, root);
  };
  const rootCode = () => {
    top ??= topModule();
    return top;
  };
  const child = (path) => {
    const parent = module2(path.slice(0, -1));
    const config2 = configOf(root, path);
    const call5 = parent.files?.blocks("module", path.at(-1) ?? "")[0];
    const planned2 = config2?.call?.source;
    const written4 = call5 && plainString(call5.source.text, call5.block.attributes.get("source"));
    const isStale2 = typeof planned2 === "string" && written4 !== void 0 && planned2 !== written4;
    if (isStale2) return moduleOf2(void 0, "not what was planned", call5, config2);
    const folder = folderOf(path, typeof planned2 === "string" ? planned2 : written4, parent);
    const files = folder === void 0 ? void 0 : filesIn(folder);
    return moduleOf2(files, files === void 0 ? "not here" : void 0, call5, config2);
  };
  const folderOf = (path, source2, parent) => {
    if (source2 === void 0) return void 0;
    if (isLocal(source2)) return parent.files && below2(parent.files.folder, source2);
    const folder = rootCode().files?.folder;
    installed ??= folder === void 0 ? /* @__PURE__ */ new Map() : installedModules(tree, folder);
    const found = installed.get(path.join("."));
    return found !== void 0 && sameSource(found.source, source2) ? found.folder : void 0;
  };
  const module2 = (path) => {
    if (path.length === 0) return rootCode();
    const name = path.join(".");
    const made2 = known5.get(name) ?? child(path);
    known5.set(name, made2);
    return made2;
  };
  const topFolder = () => rootCode().files?.folder;
  return {
    module: module2,
    folder: (path) => {
      const [top2, folder] = [topFolder(), module2(path).files?.folder];
      return top2 === void 0 || folder === void 0 ? void 0 : seenFrom2(top2, folder);
    },
    file: (path) => {
      const top2 = topFolder();
      const file2 = top2 === void 0 ? void 0 : below2(top2, path);
      return file2 === void 0 ? void 0 : textOf10(tree, file2);
    }
  };
}
function moduleOf2(files, lacking, call5, config2) {
  let agrees2;
  return {
    files,
    lacking,
    call: call5,
    get agrees() {
      agrees2 ??= files !== void 0 && config2 !== void 0 && declaresTheSame(files, config2);
      return agrees2;
    }
  };
}
function configOf(root, path) {
  return path.reduce((parent, name) => parent?.child(name), root);
}
function declaresTheSame(files, config2) {
  const written4 = new Set(files.declared);
  return written4.size === config2.declared.length && config2.declared.every((name) => written4.has(name));
}
function isLocal(source2) {
  return /^\.\.?(?:\/|$)/.test(source2);
}
function sameSource(installed, planned2) {
  return installed === planned2 || installed.endsWith(`/${planned2}`);
}
function seenFrom2(top, folder) {
  if (top === "") return folder;
  return folder.startsWith(`${top}/`) ? folder.slice(top.length + 1) : void 0;
}
function textOf10(tree, file) {
  const slash = file.lastIndexOf("/");
  const name = file.slice(slash + 1);
  return tree.list(slash === -1 ? "" : file.slice(0, slash)).files.includes(name) ? readText(tree, file)?.text : void 0;
}
var init_code = __esm({
  "src/source/terraform/code.ts"() {
    "use strict";
    init_address();
    init_module();
    init_root();
    init_span();
    init_installed();
  }
});

// src/source/terraform/configuration.ts
function rootModule2(configuration) {
  const root = memberOf(configuration, "root_module");
  return isObject(root) ? moduleOf3(root, [], void 0) : void 0;
}
function summarize(root, variables) {
  const modules = [];
  const visit = (module2) => {
    modules.push({
      path: module2.path,
      source: textOf11(module2.call?.source),
      version: textOf11(module2.call?.version_constraint),
      arguments: keysOf2(module2.call?.expressions),
      resources: resourcesOf2(module2.json).map(localName)
    });
    for (const name of keysOf2(module2.json.module_calls)) {
      const child = module2.child(name);
      if (child !== void 0) visit(child);
    }
  };
  if (root !== void 0) visit(root);
  const values2 = keysOf2(variables).map((name) => {
    const sensitive = memberOf(memberOf(root?.json.variables, name), "sensitive") === true;
    return [name, { value: memberOf(memberOf(variables, name), "value") ?? null, sensitive }];
  });
  return { modules, variables: new Map(values2) };
}
function moduleOf3(json2, path, call5) {
  let resources;
  const children2 = /* @__PURE__ */ new Map();
  const child = (name) => {
    const childCall = memberOf(json2.module_calls, name);
    const body2 = memberOf(childCall, "module");
    return isObject(childCall) && isObject(body2) ? moduleOf3(body2, [...path, name], childCall) : void 0;
  };
  return {
    path,
    call: call5,
    json: json2,
    outputs: keysOf2(json2.outputs),
    get declared() {
      return [
        ...resourcesOf2(json2).map(
          ({ mode, type: type2, name }) => `${mode === "data" ? "data" : "resource"}.${type2}.${name}`
        ),
        ...keysOf2(json2.module_calls).map((name) => `module.${name}`),
        ...keysOf2(json2.variables).map((name) => `variable.${name}`),
        ...keysOf2(json2.outputs).map((name) => `output.${name}`)
      ];
    },
    resource: (local2) => {
      resources ??= new Map(resourcesOf2(json2).map((resource3) => [localName(resource3), resource3]));
      return resources.get(local2);
    },
    child: (name) => {
      if (!children2.has(name)) children2.set(name, child(name));
      return children2.get(name);
    },
    output: (name) => memberOf(memberOf(json2.outputs, name), "expression")
  };
}
function resourcesOf2(module2) {
  return isList(module2.resources) ? module2.resources.filter(isObject) : [];
}
function localName(resource3) {
  return `${resource3.mode === "data" ? "data." : ""}${resource3.type}.${resource3.name}`;
}
function keysOf2(json2) {
  return isObject(json2) ? Object.keys(json2) : [];
}
function textOf11(json2) {
  return typeof json2 === "string" ? json2 : void 0;
}
var init_configuration = __esm({
  "src/source/terraform/configuration.ts"() {
    "use strict";
    init_plain();
  }
});

// src/source/terraform/malformed.ts
function malformedList(json2, name) {
  return json2 === void 0 || json2 === null || isList(json2) ? void 0 : `${name} is not a list`;
}
function malformedChange(entry5) {
  if (!isObject(entry5)) return "an entry of `resource_changes` is not an object";
  const { address, type: type2, change } = entry5;
  if (typeof address !== "string" || typeof type2 !== "string") return void 0;
  if (!isObject(change)) return `\`${address}\` has no \`change\``;
  if (!isObject(change.after ?? {})) return `\`change.after\` of \`${address}\` is not an object`;
  const wrong2 = ["after_unknown", "after_sensitive"].find((mark2) => !isMark(change[mark2]));
  return wrong2 === void 0 ? void 0 : `\`change.${wrong2}\` of \`${address}\` marks nothing`;
}
function malformedValues(values2) {
  const modules = [isObject(values2) ? values2.root_module ?? {} : values2];
  for (let module2 = modules.pop(); module2 !== void 0; module2 = modules.pop()) {
    if (!isObject(module2)) return "a module of `planned_values` is not an object";
    const { resources, child_modules: children2 } = module2;
    const wrong2 = malformedList(resources, "`resources`") ?? malformedList(children2, "`child_modules`");
    if (wrong2 !== void 0) return `${wrong2} in a module of \`planned_values\``;
    if (isList(children2)) modules.push(...children2);
  }
  return void 0;
}
function malformedResource(resource3) {
  if (!isObject(resource3)) return "a resource of `planned_values` is not an object";
  return isObject(resource3.values) ? void 0 : `\`${String(resource3.address)}\` has no \`values\``;
}
function isMark(json2) {
  return json2 === void 0 || typeof json2 === "boolean" || typeof json2 === "object";
}
var init_malformed = __esm({
  "src/source/terraform/malformed.ts"() {
    "use strict";
    init_plain();
  }
});

// src/source/terraform/document.ts
function documentOf2(plan2, wanted2) {
  const parts2 = new Parts(wanted2);
  const top = isObject(plan2) ? plan2 : {};
  for (const key4 of Object.keys(top)) parts2.keys.add(key4);
  parts2.configuration = top.configuration;
  parts2.variables = top.variables;
  parts2.version = top.format_version;
  parts2.errored = top.errored;
  parts2.complete = top.complete;
  const { resource_changes: changes, deferred_changes: deferred } = top;
  parts2.refuse(malformedList(changes, "`resource_changes`") ?? malformedList(deferred, "`deferred_changes`"));
  if (isList(changes)) parts2.changes = [];
  const later2 = isList(deferred) ? deferred.map((each3) => memberOf(each3, "resource_change") ?? null) : [];
  for (const entry5 of [...isList(changes) ? changes : [], ...later2]) {
    parts2.declares++;
    parts2.addChange(entry5);
  }
  eachResource(valuesOf2(top.prior_state), (resource3) => parts2.addRead(resource3));
  if (parts2.declares === 0 && top.planned_values !== void 0 && top.planned_values !== null) {
    parts2.planned = [];
    parts2.refuse(malformedValues(top.planned_values));
    eachResource(top.planned_values, (resource3) => {
      parts2.declares++;
      parts2.addPlanned(resource3);
    });
  }
  return parts2;
}
function mayRepeatKeys(text8) {
  const keys2 = ["resource_changes", "deferred_changes", "planned_values", "prior_state", "configuration"];
  return keys2.some((key4) => text8.indexOf(`"${key4}"`) !== text8.lastIndexOf(`"${key4}"`));
}
function documentParts(wanted2, planned2) {
  const parts2 = new Parts(wanted2);
  const compact2 = compactor();
  const change = {
    kind: "value",
    wanted: (head) => {
      parts2.declares++;
      return parts2.isWorthParsing(head, "managed");
    },
    take: (entry5) => parts2.addChange(compact2(entry5))
  };
  const changes = {
    kind: "items",
    open: () => {
      parts2.changes ??= [];
    },
    of: change
  };
  const deferred = { kind: "items", of: { kind: "members", of: { resource_change: change } } };
  const read5 = resourcesIn({
    kind: "value",
    wanted: (head) => headOf(head).mode !== "managed" && parts2.isWorthParsing(head, "data"),
    take: (resource3) => parts2.addRead(resource3)
  });
  const values2 = resourcesIn(
    {
      kind: "value",
      wanted: (head) => {
        parts2.declares++;
        return parts2.isWorthParsing(head, "managed");
      },
      take: (resource3) => parts2.addPlanned(resource3)
    },
    () => {
      parts2.planned ??= [];
    }
  );
  const selection = {
    kind: "members",
    seen: (key4) => parts2.see(key4),
    of: {
      resource_changes: planned2 ? void 0 : changes,
      deferred_changes: planned2 ? void 0 : deferred,
      format_version: {
        kind: "value",
        take: (value) => {
          parts2.version = value;
        }
      },
      errored: {
        kind: "value",
        take: (value) => {
          parts2.errored = value;
        }
      },
      complete: {
        kind: "value",
        take: (value) => {
          parts2.complete = value;
        }
      },
      planned_values: planned2 ? values2 : void 0,
      prior_state: { kind: "members", of: { values: read5 } },
      configuration: {
        kind: "value",
        take: (value) => {
          parts2.configuration = value;
        }
      },
      variables: {
        kind: "value",
        take: (value) => {
          parts2.variables = value;
        }
      }
    }
  };
  return { selection, document: parts2 };
}
function compactor() {
  const marks2 = /* @__PURE__ */ new Map();
  const once = (mark2) => {
    const text8 = JSON.stringify(mark2);
    const known5 = marks2.get(text8);
    if (known5 === void 0) marks2.set(text8, mark2);
    return known5 ?? mark2;
  };
  const pick = (from, values2, shared2) => {
    const kept2 = {};
    for (const key4 of values2) if (from[key4] !== void 0) kept2[key4] = from[key4];
    for (const key4 of shared2) if (from[key4] !== void 0) kept2[key4] = once(from[key4]);
    return kept2;
  };
  return (entry5) => {
    if (!isObject(entry5) || !isObject(entry5.change)) return entry5;
    return { ...pick(entry5, entryKeys, sharedKeys), change: pick(entry5.change, valueKeys, markKeys) };
  };
}
function valuesOf2(state) {
  return isObject(state) ? state.values : void 0;
}
function eachResource(values2, visit) {
  if (!isObject(values2)) return;
  const modules = values2.root_module === void 0 ? [] : [values2.root_module];
  for (let module2 = modules.pop(); module2 !== void 0; module2 = modules.pop()) {
    if (!isObject(module2)) continue;
    if (isList(module2.resources)) module2.resources.forEach(visit);
    if (isList(module2.child_modules)) modules.push(...[...module2.child_modules].reverse());
  }
}
function resourcesIn(resource3, open6) {
  const of = { resources: { kind: "items", of: resource3 } };
  const module2 = { kind: "members", of };
  of.child_modules = { kind: "items", of: module2 };
  return { kind: "members", of: { root_module: module2 }, seen: () => open6?.() };
}
function headOf(head) {
  const nested = head.indexOf("{", 1);
  const text8 = head.toString("utf8", 0, nested === -1 ? head.length : nested);
  const address = addressKey.exec(text8)?.[1];
  return {
    address: address?.replace(/\\(["\\/])/g, "$1"),
    type: typeKey2.exec(text8)?.[1],
    mode: modeKey.exec(text8)?.[1]
  };
}
var entryKeys, sharedKeys, valueKeys, markKeys, Parts, addressKey, typeKey2, modeKey;
var init_document2 = __esm({
  "src/source/terraform/document.ts"() {
    "use strict";
    init_plain();
    init_address2();
    init_malformed();
    entryKeys = ["address", "deposed"];
    sharedKeys = ["module_address", "mode", "type"];
    valueKeys = ["before", "after"];
    markKeys = ["actions", "after_unknown", "after_sensitive", "before_sensitive"];
    Parts = class {
      changes;
      planned;
      configuration;
      variables;
      version;
      errored;
      complete;
      wrong;
      declares = 0;
      read = [];
      others = { present: /* @__PURE__ */ new Set(), deferred: /* @__PURE__ */ new Set() };
      keys = /* @__PURE__ */ new Set();
      #wanted;
      constructor(wanted2) {
        this.#wanted = wanted2;
      }
      addChange(entry5) {
        if (!isObject(entry5)) this.refuse(malformedChange(entry5));
        else if (this.#isWanted(entry5)) {
          this.refuse(malformedChange(entry5));
          this.changes ??= [];
          this.changes.push(entry5);
        } else this.#addOther(entry5.address, entry5.mode === "data");
      }
      addRead(resource3) {
        if (!isObject(resource3) || resource3.mode !== "data") return;
        if (this.#isWanted(resource3)) this.read.push(resource3);
        else this.#addOther(resource3.address, false);
      }
      addPlanned(resource3) {
        if (!isObject(resource3)) this.refuse(malformedResource(resource3));
        else if (this.#isWanted(resource3)) {
          this.refuse(malformedResource(resource3));
          this.planned?.push(resource3);
        } else this.#addOther(resource3.address, false);
      }
      /** A key that stands twice is read by everybody in a way of their own: as its last, its first, or as both. */
      see(key4) {
        if (this.keys.has(key4)) this.refuse(`\`${key4}\` is there twice`);
        this.keys.add(key4);
      }
      /** Keeps the first thing that is wrong. */
      refuse(what) {
        this.wrong ??= what;
      }
      /** Whether an entry of this mode must be parsed; notes it where its first bytes say enough. */
      isWorthParsing(head, mode) {
        const found = headOf(head);
        if (found.type === void 0 || found.address === void 0 || this.#wanted(found.type)) return true;
        if (found.mode !== mode) return true;
        this.#addOther(found.address, false);
        return false;
      }
      #addOther(address, deferred) {
        if (typeof address !== "string") return;
        const name = withoutKeys(address);
        this.others.present.add(name);
        if (deferred) this.others.deferred.add(name);
      }
      #isWanted(entry5) {
        return typeof entry5.type !== "string" || this.#wanted(entry5.type);
      }
    };
    addressKey = /"address"\s*:\s*"((?:[^"\\]|\\["\\/])*)"/;
    typeKey2 = /"type"\s*:\s*"([\w-]+)"/;
    modeKey = /"mode"\s*:\s*"(managed|data)"/;
  }
});

// src/source/terraform/json-with-holes.ts
function documentIn2(result, parse5 = JSON.parse) {
  if (result.kind === "encoded") return result.value;
  if (result.kind !== "text") return void 0;
  const holes = [];
  const marked = result.parts.map((part) => {
    if (typeof part !== "string" && part.kind !== "known") return `${open5}${holes.push(part) - 1}${close2}`;
    const text8 = typeof part === "string" ? part : holeOf(part);
    return isMarked.test(text8) ? void 0 : text8;
  });
  if (marked.includes(void 0)) return void 0;
  try {
    const json2 = parse5(marked.join(""));
    return json2 === void 0 ? void 0 : filled2(json2, holes);
  } catch {
    return void 0;
  }
}
function filled2(json2, holes) {
  if (typeof json2 === "string") return filledText(json2, holes);
  if (isList(json2)) return listOf3(json2.map((item2) => filled2(item2, holes)));
  if (!isObject(json2)) return known(json2);
  const entries = Object.entries(json2).map(
    ([key4, value]) => [keyOf5(key4, holes), filled2(value, holes)]
  );
  return objectOf(new Map(entries));
}
function filledText(text8, holes) {
  const parts2 = partsOf2(text8, holes);
  const [only, ...others] = parts2;
  return only !== void 0 && others.length === 0 && typeof only !== "string" ? only : textOf3(parts2);
}
function keyOf5(text8, holes) {
  return partsOf2(text8, holes).map((part) => typeof part === "string" ? part : holeOf(part)).join("");
}
function partsOf2(text8, holes) {
  return text8.split(hole).map((part, index2) => index2 % 2 === 0 ? part : holes[Number(part)] ?? "").filter((part) => part !== "");
}
var open5, close2, isMarked, hole;
var init_json_with_holes = __esm({
  "src/source/terraform/json-with-holes.ts"() {
    "use strict";
    init_evaluate();
    init_result();
    init_plain();
    [open5, close2] = ["", ""];
    isMarked = /[\ue000\ue001]/;
    hole = /\ue000(\d+)\ue001/;
  }
});

// src/source/terraform/code-expression.ts
function refersTo(expression2, planned2) {
  const written4 = new Set(referencesIn(expression2));
  const wanted2 = new Set(writtenReferences(planned2));
  return written4.size === wanted2.size && [...written4].every((reference4) => wanted2.has(reference4));
}
function constantOf3(planned2) {
  return isObject(planned2) && Object.hasOwn(planned2, "constant_value") ? known(planned2.constant_value ?? null) : void 0;
}
var init_code_expression = __esm({
  "src/source/terraform/code-expression.ts"() {
    "use strict";
    init_references();
    init_result();
    init_plain();
    init_address2();
  }
});

// src/source/terraform/planned-result.ts
function plannedResult(resource3) {
  return {
    kind: "scope",
    member: (name) => attributeResult(resource3, [name], memberOf(resource3.after, name), marks(resource3, name)),
    links: () => ({
      targets: [{ owner: resource3.owner, path: [] }],
      closed: true,
      texts: [],
      secret: hasMark(resource3.secret)
    })
  };
}
function marks({ unknown: unknown3, secret }, name) {
  return {
    unknown: memberOf(unknown3, name),
    isMarked: unknown3 !== void 0,
    secret: secret === true ? true : memberOf(secret, name)
  };
}
function attributeResult(resource3, path, value, of) {
  const secret = hasMark(of.secret);
  if (of.unknown === true || value === void 0 && !of.isMarked)
    return { kind: "attribute", link: { owner: resource3.owner, path }, secret };
  if (!hasMark(of.unknown)) return known(value ?? null, secret);
  const below4 = (step4) => attributeResult(resource3, [...path, step4], memberOf(value, step4), {
    unknown: memberOf(of.unknown, step4),
    isMarked: of.isMarked,
    secret: of.secret === true ? true : memberOf(of.secret, step4)
  });
  if (isList(value)) return listOf3(value.map((_, index2) => below4(index2)));
  const names2 = /* @__PURE__ */ new Set([...keysOf3(value), ...keysOf3(of.unknown)]);
  return objectOf(new Map([...names2].map((name) => [name, below4(name)])));
}
function keysOf3(json2) {
  return isObject(json2) ? Object.keys(json2) : [];
}
var init_planned_result = __esm({
  "src/source/terraform/planned-result.ts"() {
    "use strict";
    init_result();
    init_plain();
    init_resource2();
  }
});

// src/source/terraform/repetition.ts
function eachOf2({ key: key4, forEach }, member3) {
  const name = keyText(key4);
  if (name === void 0) return failed;
  if (member3 === "key") return known(name);
  const all = forEach();
  const entries = entriesOf2(all);
  if (entries !== void 0) return entries.get(name) ?? opaque;
  const items = itemsOf(all);
  if (items === void 0) return all.kind === "error" ? opaque : madeOf(all);
  return items.some((item2) => item2.kind === "known" && item2.value === name) ? known(name) : opaque;
}
function countOf({ key: key4 }) {
  const index2 = /^\[(\d+)\]$/.exec(key4)?.[1];
  return index2 === void 0 ? failed : known(Number(index2));
}
function keyText(key4) {
  try {
    const parsed6 = JSON.parse(key4.slice(1, -1));
    return typeof parsed6 === "string" ? parsed6 : void 0;
  } catch {
    return void 0;
  }
}
function counted3(count4, keys2, instance) {
  const planned2 = keys2?.length;
  const wanted2 = count4.kind === "known" ? Number(count4.value) : planned2 === 0 ? void 0 : planned2;
  if (wanted2 === void 0 || !Number.isInteger(wanted2) || wanted2 > mostInstances) return opaque;
  if (planned2 !== void 0 && planned2 !== wanted2) return opaque;
  return listOf3(Array.from({ length: wanted2 }, (_, index2) => instance(`[${index2}]`)));
}
function keyed(forEach, keys2, instance) {
  const names2 = namesIn2(forEach) ?? (keys2 === void 0 || keys2.length === 0 ? void 0 : keys2.map(keyText));
  if (names2 === void 0 || !names2.every((name) => name !== void 0)) return opaque;
  if (keys2 !== void 0 && keys2.length !== names2.length) return opaque;
  return objectOf(new Map(names2.map((name) => [name, instance(`["${escaped2(name)}"]`)])));
}
function namesIn2(forEach) {
  const entries = entriesOf2(forEach);
  if (entries !== void 0) return [...entries.keys()];
  return itemsOf(forEach)?.map(
    (item2) => item2.kind === "known" && typeof item2.value === "string" ? item2.value : void 0
  );
}
function escaped2(name) {
  return JSON.stringify(name).slice(1, -1).replaceAll("${", "$${").replaceAll("%{", "%%{");
}
var mostInstances;
var init_repetition = __esm({
  "src/source/terraform/repetition.ts"() {
    "use strict";
    init_result();
    mostInstances = 1e4;
  }
});

// src/source/terraform/values.ts
function scope(member3) {
  return { kind: "scope", member: member3, links: () => ({ targets: [], closed: false, texts: [], secret: false }) };
}
function literalOf({ source: source2, block }, name) {
  const attribute2 = block.attributes.get(name);
  const expression2 = attribute2 && attributeExpression(source2.text, attribute2);
  return expression2?.kind === "literal" ? expression2.value : void 0;
}
function typeOf4(text8, attribute2) {
  const written4 = attributeExpression(text8, attribute2);
  if (attribute2.json !== true || written4.kind !== "literal" || typeof written4.value !== "string")
    return written4;
  return parseExpression(written4.value, { start: 0, end: written4.value.length });
}
var CodeValues, settled3, nameless3;
var init_values = __esm({
  "src/source/terraform/values.ts"() {
    "use strict";
    init_attribute();
    init_conversion();
    init_evaluate();
    init_parse();
    init_result();
    init_plain();
    init_code_expression();
    init_planned_result();
    init_repetition();
    init_written();
    CodeValues = class {
      #scope;
      #kept = /* @__PURE__ */ new Map();
      constructor(scope3) {
        this.#scope = scope3;
      }
      /** What an expression in the configuration of a resource comes to; `undefined` where its code is not at hand. */
      ofResource(resource3, written4, planned2) {
        const module2 = this.#scope.instances().module(resource3.module);
        if (module2 === void 0) return void 0;
        const config2 = module2.module.resource(resource3.local);
        const own = { key: resource3.key, forEach: () => this.#forEach(module2, resource3.local, config2) };
        return this.#checked(written4, planned2, this.#names(module2, own));
      }
      /** `undefined` where the code does not refer to what the plan says it refers to. */
      #checked({ source: source2, value }, planned2, names2) {
        if (!isObject(planned2) || !isExpression(planned2)) return void 0;
        if (isConstant(planned2)) return known(planned2.constant_value ?? null);
        const expression2 = attributeExpression(source2.text, value);
        return refersTo(expression2, referencesOf(planned2) ?? []) ? evaluate(expression2, names2) : void 0;
      }
      #names(module2, own) {
        const of = (name) => {
          switch (name) {
            case "var":
              return scope((variable2) => this.#variable(module2, variable2));
            case "local":
              return scope((local2) => this.#local(module2, local2));
            case "module":
              return scope((call5) => this.#call(module2, call5));
            case "data":
              return scope((type2) => scope((resource3) => this.#resource(module2, `data.${type2}.${resource3}`)));
            case "each":
              return own === void 0 ? failed : scope((member3) => eachOf2(own, member3));
            case "count":
              return own === void 0 ? failed : scope(() => countOf(own));
            case "path":
              return scope((folder) => this.#folder(module2, folder));
            case "terraform":
              return scope(() => settled3);
            case "self":
              return opaque;
            default:
              return scope((resource3) => this.#resource(module2, `${name}.${resource3}`));
          }
        };
        return { of, file: (path) => this.#scope.code.file(path) };
      }
      /** As Terraform calls it when it runs in the folder of the root module. */
      #folder(module2, name) {
        if (name === "root" || name === "module" && module2.parent === void 0) return known(".");
        const folder = name === "module" ? this.#scope.code.folder(module2.module.path) : void 0;
        return folder === void 0 ? settled3 : known(folder);
      }
      #variable(module2, name) {
        return this.#once(`var ${module2.address} ${name}`, () => {
          const declared2 = this.#block(module2, "variable", name);
          const given = this.#given(module2, name);
          const isNull4 = given?.kind === "known" && given.value === null;
          const isNullable2 = declared2 === void 0 || literalOf(declared2, "nullable") !== false;
          const value = given === void 0 || isNull4 && !isNullable2 ? this.#default(module2, name) : given;
          const type2 = declared2?.block.attributes.get("type");
          const config2 = memberOf(module2.module.json.variables, name);
          const secret = memberOf(config2, "sensitive") === true || isSecret(value);
          const typed3 = declared2 === void 0 || type2 === void 0 ? value : convert(value, typeOf4(declared2.source.text, type2), (fallback) => evaluate(fallback, nameless3));
          return secret ? secretly(typed3) : typed3;
        });
      }
      /** What the call of a module, or the run, gives for a variable; `undefined` for nothing. */
      #given(module2, name) {
        const { parent, key: key4, call: call5 } = module2;
        if (parent === void 0) {
          const value = memberOf(memberOf(this.#scope.variables, name), "value");
          return value === void 0 ? void 0 : known(value);
        }
        const planned2 = memberOf(module2.module.call?.expressions, name);
        if (planned2 === void 0) return void 0;
        if (isObject(planned2) && isExpression(planned2) && isConstant(planned2))
          return known(planned2.constant_value ?? null);
        const block = this.#code(module2).call;
        const written4 = block?.block.attributes.get(name);
        const own = { key: key4, forEach: () => this.#callForEach(parent, call5) };
        if (block === void 0 || written4 === void 0) return this.#traced(parent, planned2, own);
        const code2 = { source: block.source, value: written4 };
        return this.#checked(code2, planned2, this.#names(parent, own)) ?? this.#traced(parent, planned2, own);
      }
      #default(module2, name) {
        const config2 = memberOf(module2.module.json.variables, name);
        return config2 === void 0 ? opaque : known(memberOf(config2, "default") ?? null);
      }
      #local(module2, name) {
        return this.#once(`local ${module2.address} ${name}`, () => {
          const { files, agrees: agrees2 } = this.#code(module2);
          const local2 = agrees2 ? files?.local(name) : void 0;
          if (local2 === void 0) return opaque;
          const expression2 = attributeExpression(local2.source.text, local2.value);
          return evaluate(expression2, this.#names(module2, void 0));
        });
      }
      /** The instances of a module call. */
      #call(parent, call5) {
        return this.#once(`module ${parent.address} ${call5}`, () => {
          const config2 = memberOf(parent.module.json.module_calls, call5);
          const instance = (key4) => {
            const module2 = this.#scope.instances().child(parent, call5, key4);
            return module2 === void 0 ? opaque : scope((output4) => this.#output(module2, output4));
          };
          return this.#repeated(parent, config2, this.#block(parent, "module", call5), instance);
        });
      }
      #output(module2, name) {
        return this.#once(`output ${module2.address} ${name}`, () => {
          const planned2 = module2.module.output(name);
          if (planned2 === void 0) return failed;
          const block = this.#block(module2, "output", name);
          const written4 = block?.block.attributes.get("value");
          const code2 = block && written4 && { source: block.source, value: written4 };
          const result = code2 && this.#checked(code2, planned2, this.#names(module2, void 0));
          const value = result ?? this.#traced(module2, planned2, void 0);
          return memberOf(memberOf(module2.module.json.outputs, name), "sensitive") === true ? secretly(value) : value;
        });
      }
      #resource(module2, local2) {
        return this.#once(`resource ${module2.address} ${local2}`, () => {
          const config2 = module2.module.resource(local2);
          if (config2 === void 0) return failed;
          const [first = "", second = ""] = local2.split(".");
          const isData = first === "data";
          const block = this.#resourceBlock(module2, local2);
          if (!this.#scope.wanted(isData ? second : first)) {
            if (isData) return opaque;
            return this.#repeated(
              module2,
              config2,
              block,
              (key4) => this.#unkept(module2, local2, config2, block, key4)
            );
          }
          const planned2 = this.#scope.instances().resources(module2.address, local2);
          const repeats = config2.count_expression !== void 0 || config2.for_each_expression !== void 0;
          if (!repeats) {
            const only = planned2.get("");
            return only === void 0 ? opaque : plannedResult(only);
          }
          return this.#repeated(
            module2,
            config2,
            block,
            (key4) => {
              const resource3 = planned2.get(key4);
              return resource3 === void 0 ? opaque : plannedResult(resource3);
            },
            [...planned2.keys()]
          );
        });
      }
      /** An instance of a resource of which only the configuration is kept: what is written comes out again. */
      #unkept(module2, local2, config2, block, key4) {
        const own = { key: key4, forEach: () => this.#forEach(module2, local2, config2) };
        return scope((attribute2) => {
          const source2 = local2.startsWith("terraform_data.") && attribute2 === "output" ? "input" : attribute2;
          const planned2 = memberOf(config2.expressions, source2);
          const written4 = block?.block.attributes.get(source2);
          if (planned2 === void 0 || block === void 0 || written4 === void 0) return opaque;
          const code2 = { source: block.source, value: written4 };
          return this.#checked(code2, planned2, this.#names(module2, own)) ?? opaque;
        });
      }
      /** One of what has neither `count` nor `for_each`; a list of what has the first, a map of what has the second. */
      #repeated(module2, config2, block, instance, keys2) {
        const [count4, forEach] = ["count", "for_each"].map((name) => {
          const planned2 = memberOf(config2, `${name}_expression`);
          if (planned2 === void 0) return void 0;
          const written4 = block?.block.attributes.get(name);
          const code2 = block && written4 && { source: block.source, value: written4 };
          return (code2 && this.#checked(code2, planned2, this.#names(module2, void 0))) ?? constantOf3(planned2) ?? opaque;
        });
        if (count4 !== void 0) return counted3(count4, keys2, instance);
        if (forEach === void 0) return instance("");
        return keyed(forEach, keys2, instance);
      }
      #forEach(module2, local2, config2) {
        return this.#forEachOf(module2, config2, this.#resourceBlock(module2, local2));
      }
      #callForEach(module2, call5) {
        const config2 = memberOf(module2.module.json.module_calls, call5);
        return this.#forEachOf(module2, config2, this.#block(module2, "module", call5));
      }
      #forEachOf(module2, config2, block) {
        const planned2 = memberOf(config2, "for_each_expression");
        const written4 = block?.block.attributes.get("for_each");
        if (planned2 === void 0) return failed;
        const code2 = block && written4 && { source: block.source, value: written4 };
        const names2 = this.#names(module2, void 0);
        return (code2 && this.#checked(code2, planned2, names2)) ?? constantOf3(planned2) ?? this.#traced(module2, planned2, void 0);
      }
      /** What an expression leads to where only its references are known. */
      #traced(module2, planned2, own) {
        const constant2 = constantOf3(planned2);
        if (constant2 !== void 0) return constant2;
        const references = isObject(planned2) && isExpression(planned2) ? referencesOf(planned2) : void 0;
        if (references === void 0) return opaque;
        const { targets, closed, plain: plain6, texts: texts3 } = this.#scope.instances().trace(module2, references, own?.key);
        const [only, ...others] = targets;
        if (plain6 && closed && only !== void 0 && others.length === 0)
          return { kind: "attribute", link: only, secret: false };
        return { kind: "unknown", targets, closed, texts: texts3, secret: false };
      }
      #code(module2) {
        return this.#scope.code.module(module2.module.path);
      }
      #block(module2, type2, name) {
        return this.#code(module2).files?.blocks(type2, name)[0];
      }
      #resourceBlock(module2, local2) {
        const [first = "", ...rest] = local2.split(".");
        const labels = first === "data" ? rest : [first, ...rest];
        return this.#code(module2).files?.blocks(first === "data" ? "data" : "resource", ...labels)[0];
      }
      /** What depends on itself is not known. */
      #once(name, work) {
        const kept2 = this.#kept.get(name);
        if (kept2 !== void 0) return kept2;
        this.#kept.set(name, opaque);
        const made2 = work();
        this.#kept.set(name, made2);
        return made2;
      }
    };
    settled3 = { kind: "unknown", targets: [], closed: true, texts: [], secret: false };
    nameless3 = { of: () => failed, file: () => void 0 };
  }
});

// src/source/terraform/recovery.ts
function localsIn(code2) {
  return (module2, name) => {
    const { files, agrees: agrees2 } = code2.module(module2.path);
    const local2 = agrees2 ? files?.local(name) : void 0;
    return local2 && referencesIn(attributeExpression(local2.source.text, local2.value));
  };
}
function recovery(scope3) {
  let values2;
  return (unknown3) => {
    const found = expressionOf2(scope3.code, unknown3);
    if (found === void 0) return void 0;
    values2 ??= new CodeValues(scope3);
    const result = values2.ofResource(unknown3.resource, found.code, unknown3.written ?? void 0);
    const below4 = result && found.rest.reduce((of, step4) => memberOf2(of, known(step4)), result);
    return below4 === void 0 || !saysMore(below4) ? void 0 : recovered(unknown3, below4);
  };
}
function saysMore(result) {
  if (result.kind === "known") return result.value === null;
  return result.kind !== "error" && (result.kind !== "unknown" || result.closed);
}
function expressionOf2(code2, { resource: resource3, path }) {
  const block = blockOf2(code2, resource3);
  if (block === void 0) return void 0;
  let at = block.block;
  for (const [depth, step4] of path.entries()) {
    if (typeof step4 !== "string") continue;
    const attribute2 = at.attributes.get(step4);
    if (attribute2 !== void 0)
      return { code: { source: block.source, value: attribute2 }, rest: path.slice(depth + 1) };
    const nested = at.blocks.filter(({ type: type2, labels }) => type2 === step4 || labels[0] === step4);
    const [only, ...others] = nested;
    if (only === void 0 || only.type === "dynamic" || others.length > 0) return void 0;
    at = only;
  }
  return void 0;
}
function blockOf2(code2, { module: module2, local: local2, mode }) {
  const path = splitAddress(module2).modules.map(({ name }) => name);
  const labels = local2.split(".").slice(mode === "data" ? 1 : 0);
  return code2.module(path).files?.blocks(mode === "data" ? "data" : "resource", ...labels)[0];
}
function recovered({ attribute: attribute2, isSingle }, result) {
  return new RecoveredAttribute(attribute2.ref, result, attribute2.sensitive, isSingle);
}
function onlyYaml(text8) {
  const [only, ...others] = loadYaml(text8, "", "manifest").filter((document) => document !== null);
  return others.length === 0 ? only : void 0;
}
function below3(result, step4) {
  switch (result.kind) {
    case "list":
      return (typeof step4 === "number" ? result.items[step4] : void 0) ?? known(null);
    case "object":
      return (typeof step4 === "string" ? result.entries.get(step4) : void 0) ?? known(null);
    case "known":
      return known(memberOf(result.value, step4) ?? null, result.secret);
    case "attribute":
      return memberOf2(result, known(step4));
    default:
      return result;
  }
}
var RecoveredAttribute;
var init_recovery = __esm({
  "src/source/terraform/recovery.ts"() {
    "use strict";
    init_place();
    init_declaration();
    init_access();
    init_attribute();
    init_references();
    init_result();
    init_plain();
    init_load();
    init_address2();
    init_json_with_holes();
    init_values();
    RecoveredAttribute = class _RecoveredAttribute {
      ref;
      #result;
      #secret;
      #isSingle;
      constructor(ref, result, secret, isSingle) {
        this.ref = ref;
        this.#result = result;
        this.#secret = secret;
        this.#isSingle = isSingle;
      }
      get state() {
        switch (this.#result.kind) {
          case "known":
            return this.#result.value === null ? "absent" : "known";
          case "list":
          case "object":
            return "known";
          default:
            return "unknown";
        }
      }
      get sensitive() {
        return this.#secret || dependenceOf(this.#result).secret;
      }
      get json() {
        return this.#result.kind === "known" ? this.#result.value ?? void 0 : void 0;
      }
      get missing() {
        if (this.state !== "unknown") return void 0;
        const { owner, path } = this.ref;
        return { attribute: `${owner}.${showPath(path)}`, reason: "known after apply", ref: this.ref };
      }
      get links() {
        const { targets, closed, texts: texts3 } = dependenceOf(this.#result);
        switch (this.#result.kind) {
          case "known":
            return noLinks;
          case "attribute":
            return { targets, closed: true, exact: true };
          case "text":
            return { targets, closed, exact: closed && targets.length === 1 };
          default:
            return { targets, closed, texts: texts3, exact: this.#isSingle && closed && targets.length === 1 };
        }
      }
      get document() {
        const document = documentIn2(this.#result, this.ref.path.at(-1) === "yaml_body" ? onlyYaml : void 0);
        return document && new _RecoveredAttribute(this.ref, document, this.#secret, false);
      }
      get(...path) {
        return path.reduce((at, step4) => at.#child(step4), this);
      }
      items() {
        return (itemsOf(this.#result) ?? []).map((_, index2) => this.#child(index2));
      }
      entries() {
        const names2 = [...entriesOf2(this.#result)?.keys() ?? []];
        return names2.map((name) => [name, this.#child(name)]).filter(([, attribute2]) => attribute2.state !== "absent");
      }
      #child(step4) {
        const ref = { ...this.ref, path: [...this.ref.path, step4] };
        return new _RecoveredAttribute(ref, below3(this.#result, step4), this.#secret, true);
      }
    };
  }
});

// src/source/terraform/instances.ts
function instancesOf(root, planned2) {
  const resources = /* @__PURE__ */ new Map();
  const calls = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  for (const resource3 of planned2) {
    const name = within(resource3.module, resource3.local);
    const siblings = resources.get(name);
    if (siblings === void 0) resources.set(name, /* @__PURE__ */ new Map([[resource3.key, resource3]]));
    else siblings.set(resource3.key, resource3);
    if (seen.has(resource3.module)) continue;
    seen.add(resource3.module);
    let parent = "";
    for (const step4 of splitAddress(resource3.module).modules) {
      const call5 = within(parent, step4.name);
      const keys2 = calls.get(call5);
      if (keys2 === void 0) calls.set(call5, /* @__PURE__ */ new Set([step4.key]));
      else keys2.add(step4.key);
      parent = moduleAddress(parent, step4);
    }
  }
  const top = root && { address: "", module: root, parent: void 0, call: "", key: "" };
  const modules = /* @__PURE__ */ new Map([["", top]]);
  const child = (parent, call5, key4) => {
    const address = moduleAddress(parent.address, { name: call5, key: key4 });
    if (!modules.has(address)) {
      const module2 = parent.module.child(call5);
      modules.set(address, module2 && { address, module: module2, parent, call: call5, key: key4 });
    }
    return modules.get(address);
  };
  return {
    child,
    childKeys: (parent, call5) => calls.get(within(parent, call5)) ?? none,
    resources: (module2, local2) => resources.get(within(module2, local2)) ?? nothing3,
    module: (address) => splitAddress(address).modules.reduce(
      (parent, step4) => parent && child(parent, step4.name, step4.key),
      top
    )
  };
}
var none, nothing3;
var init_instances = __esm({
  "src/source/terraform/instances.ts"() {
    "use strict";
    init_address2();
    none = /* @__PURE__ */ new Set();
    nothing3 = /* @__PURE__ */ new Map();
  }
});

// src/source/terraform/references.ts
function planInstances(plan2) {
  const instances = instancesOf(plan2.root, plan2.planned());
  const trace2 = (module2, references, own) => {
    const tracer = new Tracer(plan2, instances);
    tracer.references(references, { module: module2, own, depth: 0 }, []);
    return tracer.trace(isPlain3(references, tracer.targets.size));
  };
  return {
    ...instances,
    trace: (module2, references, key4) => trace2(
      module2,
      references,
      key4 === void 0 ? void 0 : { key: key4, keys: /* @__PURE__ */ new Set([key4]), forEach: void 0 }
    ),
    follow: (from, references) => {
      const module2 = instances.module(from.module);
      if (module2 === void 0)
        return { targets: [], closed: false, settled: false, plain: false, texts: [] };
      const config2 = module2.module.resource(from.local);
      const keys2 = instances.resources(from.module, from.local);
      return trace2(module2, references, { key: from.key, keys: keys2, forEach: config2?.for_each_expression });
    }
  };
}
function mayBeNone(config2) {
  return config2?.count_expression !== void 0 || config2?.for_each_expression !== void 0;
}
function choose4(all, keys2, key4, own, index2) {
  if (key4 !== "") return keys2.has(key4) ? [key4] : [];
  if (own === void 0 || index2 === void 0 || !keys2.has(own.key)) return all;
  if (index2 === "for_each") return [own.key];
  const same4 = own.keys.size === keys2.size && all.every((one3) => own.keys.has(one3));
  return same4 ? [own.key] : all;
}
function pathInto(target, path, tail) {
  const [first] = tail;
  if (path.length > 0 || typeof first !== "string") return path;
  const known5 = memberOf(target.after, first) !== void 0 || memberOf(target.unknown, first) !== void 0;
  return known5 ? tail : [];
}
function isPlain3(references, targets) {
  const written4 = writtenReferences(references);
  const paths = /* @__PURE__ */ new Set();
  for (const reference4 of parseReferences(references)) {
    if (reference4.kind !== "resource" || reference4.path.length === 0) return false;
    paths.add(showPath(reference4.path));
  }
  return paths.size === 1 && new Set(written4).size === targets;
}
var deepest16, Tracer;
var init_references2 = __esm({
  "src/source/terraform/references.ts"() {
    "use strict";
    init_place();
    init_plain();
    init_address2();
    init_instances();
    init_resource2();
    init_written();
    deepest16 = 100;
    Tracer = class {
      targets = /* @__PURE__ */ new Map();
      #closed = true;
      #settled = true;
      #texts = /* @__PURE__ */ new Set();
      #plan;
      #instances;
      #visited = /* @__PURE__ */ new Set();
      constructor(plan2, instances) {
        this.#plan = plan2;
        this.#instances = instances;
      }
      trace(plain6) {
        const targets = [...this.targets.values()];
        return { targets, closed: this.#closed, settled: this.#settled, plain: plain6, texts: [...this.#texts] };
      }
      /** `tail` is what is taken out of the value that the references make. `chained`: it is a `for_each` of instances. */
      references(references, scope3, tail, chained = false) {
        if (scope3.depth > deepest16) {
          this.#deadEnd();
          return;
        }
        const written4 = parseReferences(references);
        const keys2 = written4.filter((reference4) => reference4.kind === "own key");
        const values2 = written4.filter((reference4) => reference4.kind !== "own key");
        const index2 = values2.length > 1 ? void 0 : chained ? "for_each" : keys2[0]?.of;
        for (const reference4 of values2) this.#follow(reference4, scope3, values2.length > 1 ? [] : tail, index2);
      }
      #follow(reference4, scope3, tail, index2) {
        switch (reference4.kind) {
          case "own key":
          case "context":
            break;
          case "variable":
            this.#variable(reference4.name, scope3, [...reference4.path, ...tail]);
            break;
          case "local":
            this.#local(reference4.name, scope3, [...reference4.path, ...tail]);
            break;
          case "each":
            this.#each(scope3, [...reference4.path, ...tail]);
            break;
          case "output":
            this.#output(reference4, scope3, [...reference4.path, ...tail], index2);
            break;
          case "resource":
            this.#resource(reference4, scope3, tail, index2);
            break;
        }
      }
      #expression(expression2, scope3, tail, chained = false) {
        const isOne = expression2 !== void 0 && expression2 !== null && isExpression(expression2);
        if (isOne && isConstant(expression2)) {
          this.#constant(expression2.constant_value);
          return;
        }
        const references = isOne ? referencesOf(expression2) : void 0;
        if (!isOne) this.#deadEnd();
        else if (references === void 0) this.#settled = false;
        else this.references(references, { ...scope3, depth: scope3.depth + 1 }, tail, chained);
      }
      #variable(name, { module: module2, depth }, tail) {
        const { parent, call: call5, key: key4 } = module2;
        if (this.#again("var", module2, name, tail)) return;
        if (parent === void 0) {
          this.#constant(memberOf(memberOf(this.#plan.variables, name), "value"));
          return;
        }
        const given = memberOf(module2.module.call?.expressions, name);
        if (given === void 0) {
          this.#constant(memberOf(memberOf(module2.module.json.variables, name), "default"));
          return;
        }
        const keys2 = this.#instances.childKeys(parent.address, call5);
        const own = { key: key4, keys: keys2, forEach: module2.module.call?.for_each_expression };
        this.#expression(given, { module: parent, own, depth }, tail);
      }
      #local(name, scope3, tail) {
        if (this.#again("local", scope3.module, name, tail)) return;
        const references = this.#plan.locals?.(scope3.module.module, name);
        if (references === void 0) this.#deadEnd();
        else this.references(references, { ...scope3, depth: scope3.depth + 1 }, tail);
      }
      #each(scope3, tail) {
        const { own } = scope3;
        if (own?.forEach === void 0) this.#deadEnd();
        else this.#expression(own.forEach, { ...scope3, own: { ...own, forEach: void 0 } }, tail, true);
      }
      #output(reference4, scope3, tail, index2) {
        const { call: call5, name } = reference4;
        const outputs = name === void 0 ? scope3.module.module.child(call5)?.outputs ?? [] : [name];
        if (name === void 0) this.#settled = false;
        const keys2 = this.#instances.childKeys(scope3.module.address, call5);
        const chosen = keys2.size === 0 ? [reference4.key] : choose4([...keys2], keys2, reference4.key, scope3.own, index2);
        for (const key4 of chosen) {
          const module2 = this.#instances.child(scope3.module, call5, key4);
          if (module2 === void 0) this.#deadEnd();
          else
            for (const output4 of outputs)
              this.#outputOf(module2, output4, scope3.depth, name === void 0 ? [] : tail);
        }
      }
      #outputOf(module2, name, depth, tail) {
        if (this.#again("output", module2, name, tail)) return;
        this.#expression(module2.module.output(name), { module: module2, own: void 0, depth }, tail);
      }
      #resource(reference4, scope3, tail, index2) {
        const { local: local2, key: key4 } = reference4;
        const { address, module: module2 } = scope3.module;
        const [first = "", second = ""] = local2.split(".");
        if (!this.#plan.wanted(first === "data" ? second : first)) {
          this.#unwanted(reference4, scope3, tail, index2);
          return;
        }
        const all = this.#instances.resources(address, local2);
        if (all.size === 0 && !mayBeNone(module2.resource(local2))) this.#deadEnd();
        for (const chosen of choose4([...all.keys()], all, key4, scope3.own, index2)) {
          const target = all.get(chosen);
          if (target === void 0) continue;
          const path = pathInto(target, reference4.path, tail);
          this.targets.set(`${target.owner} ${showPath(path)}`, { owner: target.owner, path });
          if (path.length === 0 || isOpen2(target, path)) this.#settled = false;
        }
      }
      /**
       * A resource that was not kept. An attribute that is written leads on to what it was written with
       * (`time_sleep.this.triggers`); data that was read while planning is settled, whatever it is.
       */
      #unwanted(reference4, scope3, tail, index2) {
        const { local: local2, key: key4, path } = reference4;
        const { address, module: module2 } = scope3.module;
        const { present: present2, deferred } = this.#plan.others;
        const config2 = module2.resource(local2);
        const name = withoutKeys(within(address, local2));
        if (!present2.has(name) && mayBeNone(config2)) return;
        if (local2.startsWith("data.")) {
          this.#closed = false;
          if (deferred.has(name) || !present2.has(name)) this.#settled = false;
          return;
        }
        const [attribute2, ...below4] = path;
        const source2 = local2.startsWith("terraform_data.") && attribute2 === "output" ? "input" : attribute2;
        const written4 = source2 === void 0 ? void 0 : memberOf(config2?.expressions, source2);
        if (!isObject(written4) || written4.constant_value === null) this.#deadEnd();
        else if (!this.#again(local2, scope3.module, key4, [...path, ...tail])) {
          const keyed2 = { key: key4, keys: /* @__PURE__ */ new Set([key4]), forEach: config2?.for_each_expression };
          const indexed = index2 === void 0 ? void 0 : scope3.own;
          this.#expression(written4, { ...scope3, own: key4 === "" ? indexed : keyed2 }, [...below4, ...tail]);
        }
      }
      /** What is written in full is no target, but the texts in it may be what is meant. */
      #constant(value) {
        for (const text8 of textsIn(value)) this.#texts.add(text8);
      }
      #deadEnd() {
        this.#closed = false;
        this.#settled = false;
      }
      #again(kind, module2, name, tail) {
        const visit = `${kind} ${module2.address} ${name} ${showPath(tail)}`;
        if (this.#visited.has(visit)) return true;
        this.#visited.add(visit);
        return false;
      }
    };
  }
});

// src/source/terraform/plan.ts
function readPlan(file, tree, options2) {
  const size2 = options2.fileSize ?? tree.size(file);
  const document = size2 > large ? readLarge(file, tree, options2.wanted) : readSmall(file, tree, options2.wanted);
  const { changes, read: data, others, variables, declares, complete } = document;
  if (document.wrong !== void 0) throw unsound(document.wrong, file);
  refuseUnfinished(document, file);
  const entries = document.planned ?? changes;
  if (entries === void 0) throw notAPlan(file, document.keys);
  const root = rootModule2(document.configuration);
  const planned2 = [];
  const declarations = [];
  const code2 = planCode(file, root, declarations, tree);
  let made2;
  const instances = () => {
    made2 ??= planInstances({
      root,
      planned: () => planned2,
      wanted: options2.wanted,
      others,
      variables,
      locals: localsIn(code2)
    });
    return made2;
  };
  const background = {
    written: writtenIn2(root),
    follow: (from, references) => instances().follow(from, references),
    recover: recovery({ code: code2, root, instances, variables, wanted: options2.wanted })
  };
  const add = (entry5, declare3) => {
    const declaration = declare3(file, entry5, background, planned2);
    if (declaration !== void 0) declarations.push(declaration);
  };
  const declare2 = document.planned === void 0 ? changed : listed;
  for (const entry5 of entries) add(entry5, declare2);
  const owners2 = new Set(declarations.map((declaration) => declaration.owner));
  for (const entry5 of data) if (!owners2.has(ownerOf2(file, entry5))) add(entry5, read2);
  return {
    declarations,
    declares,
    complete: complete !== false,
    configuration: () => summarize(root, variables),
    root,
    code: code2
  };
}
function readSmall(file, tree, wanted2) {
  const text8 = decodeText(tree.bytes(file), file);
  const json2 = withoutCommandLine(text8);
  let plan2;
  try {
    plan2 = JSON.parse(json2);
  } catch (error) {
    const mistake = findMistake(json2);
    if (mistake === void 0) throw error;
    const before = json2 === text8 ? 0 : text8.indexOf("\n") + 1;
    throw notJson2(mistake.message, mistake.cut, { file, ...positionOf(text8, before + mistake.offset) });
  }
  if (isTooDeep(plan2)) throw unsound(nestedTooDeeply, file);
  return mayRepeatKeys(json2) ? readLarge(file, tree, wanted2) : documentOf2(plan2, wanted2);
}
function readLarge(file, tree, wanted2) {
  const document = readParts(file, tree, wanted2, false);
  if (document.declares > 0) return document;
  if (document.changes === void 0 && document.keys.has("resource_changes")) {
    throw unsound("`resource_changes` is not a list", file);
  }
  return readParts(file, tree, wanted2, true);
}
function readParts(file, tree, wanted2, planned2) {
  const { selection, document } = documentParts(wanted2, planned2);
  const mistake = splitJson(jsonPieces(tree.chunks(file)).pieces, selection, { trailer: true });
  if (mistake === void 0) return document;
  const at = { file, ...positionInPieces(jsonPieces(tree.chunks(file)), mistake.offset) };
  throw notJson2(mistake.message, mistake.cut, at);
}
function refuseUnfinished({ version: version3, errored }, file) {
  const major = typeof version3 === "string" ? Number(/^\d+/.exec(version3)?.[0]) : 0;
  if (!(major <= newestFormat)) {
    const hint = `the gate reads formats 0 and ${newestFormat}; use a newer version of the gate`;
    const message = `this plan has a format that the gate does not know, \`${String(version3)}\``;
    throw new Failure("unreadable", message, { at: { file }, hint });
  }
  if (errored === true) {
    const hint = "see what `terraform plan` says, and plan again";
    throw new Failure("unreadable", "planning ended with an error, so that this plan is not complete", {
      at: { file },
      hint
    });
  }
}
function changed(file, entry5, background, planned2) {
  if (typeof entry5.deposed === "string") return void 0;
  const change = isObject(entry5.change) ? entry5.change : {};
  const kind = changeOf(change);
  const gone = kind === "delete";
  const resource3 = resourceOf(file, entry5, {
    after: gone ? void 0 : change.after,
    unknown: gone ? {} : change.after_unknown,
    secret: change.after_sensitive
  });
  if (!gone) planned2.push(resource3);
  const { before } = change;
  const was = { ...resource3, after: before, unknown: {}, secret: change.before_sensitive };
  return declarationOf2(resource3, kind, background, isObject(before) ? was : void 0);
}
function listed(file, entry5, background, planned2) {
  const resource3 = resourceOf(file, entry5, {
    after: entry5.values,
    unknown: void 0,
    secret: entry5.sensitive_values
  });
  planned2.push(resource3);
  return declarationOf2(resource3, "declared", background, void 0);
}
function read2(file, entry5, background, planned2) {
  const resource3 = resourceOf(file, entry5, {
    after: entry5.values,
    unknown: {},
    secret: entry5.sensitive_values
  });
  planned2.push(resource3);
  return declarationOf2(resource3, "none", background, void 0);
}
function declarationOf2(resource3, change, background, was) {
  const { file, owner, type: type2, mode } = resource3;
  const root = plannedAttribute(resource3, background);
  const before = was && plannedAttribute(was, past);
  return { format: "terraform", type: type2, owner, file, mode, change, root, before };
}
function resourceOf(file, entry5, state) {
  const owner = ownerOf2(file, entry5);
  const mode = entry5.mode === "data" ? "data" : "managed";
  const type2 = typeof entry5.type === "string" ? entry5.type : "";
  return { file, owner, type: type2, mode, ...state, ...placeOf3(entry5, owner) };
}
function ownerOf2(file, entry5) {
  if (typeof entry5.address === "string" && typeof entry5.type === "string") return entry5.address;
  throw new Failure("unreadable", "a resource of this plan has no `address` or no `type`", {
    at: { file },
    hint: again
  });
}
function changeOf(change) {
  const actions2 = new Set(isList(change.actions) ? change.actions : []);
  const ends = actions2.has("delete") || actions2.has("forget");
  if (actions2.has("create")) return ends ? "replace" : "create";
  if (ends) return "delete";
  if (actions2.has("update")) return "update";
  if (actions2.has("read")) return "read";
  if (actions2.has("no-op")) return "none";
  return change.after === null ? "delete" : change.before === null ? "create" : "update";
}
function writtenIn2(root) {
  const found = /* @__PURE__ */ new Map();
  return ({ module: module2, local: local2 }) => {
    if (root === void 0) return void 0;
    const inModule = found.get(module2) ?? /* @__PURE__ */ new Map();
    if (inModule.size === 0) found.set(module2, inModule);
    if (!inModule.has(local2)) inModule.set(local2, writtenOf(root, module2, local2));
    return inModule.get(local2);
  };
}
function writtenOf(root, module2, local2) {
  const path = splitAddress(module2).modules;
  const at = path.reduce((parent, { name }) => parent?.child(name), root);
  const resource3 = at?.resource(local2);
  return resource3 === void 0 ? void 0 : writtenBody(resource3.expressions);
}
function notJson2(message, cut3, at) {
  if (cut3) {
    const hint = `${again}; the step that wrote it may have been stopped`;
    return new Failure("unreadable", `this plan is cut short: ${message}`, { at, hint });
  }
  return new Failure("unreadable", `this plan is not valid JSON: ${message}`, { at, hint: again });
}
function unsound(what, file) {
  return new Failure("unreadable", `this plan cannot be understood: ${what}`, { at: { file }, hint: again });
}
function notAPlan(file, keys2) {
  const isState = keys2.has("values") || keys2.has("lineage") || keys2.has("serial");
  const message = isState ? "this is the state of Terraform, not a plan" : "this plan has neither `resource_changes` nor `planned_values`";
  const hint = "save a plan with `terraform plan -out=tfplan` and write it with `terraform show -json tfplan > plan.json`";
  return new Failure("unreadable", message, { at: { file }, hint });
}
var large, newestFormat, past, again;
var init_plan2 = __esm({
  "src/source/terraform/plan.ts"() {
    "use strict";
    init_failure();
    init_depth();
    init_mistake();
    init_pieces2();
    init_split();
    init_plain();
    init_text();
    init_address2();
    init_attribute3();
    init_code();
    init_configuration();
    init_document2();
    init_recovery();
    init_references2();
    init_resource2();
    init_written();
    large = 4 * 2 ** 20;
    newestFormat = 1;
    past = {
      recover: () => void 0,
      written: () => ({ constant_value: null }),
      follow: () => ({ targets: [], closed: true, settled: true, plain: false, texts: [] })
    };
    again = "write the plan again with `terraform show -json <plan file> > plan.json`";
  }
});

// src/source/unplanned.ts
function isTerraformSource(file) {
  return /\.(tf|tofu)(\.json)?$/.test(file);
}
function withoutPlan(files, tree) {
  const roots = rootModules(files, tree);
  const [first] = roots;
  if (first === void 0) return void 0;
  const shown4 = roots.slice(0, 5).map((folder) => `\`${folder}\``);
  const more2 = roots.length > shown4.length ? ` and ${roots.length - shown4.length} more` : "";
  const verb = roots.length === 1 ? "holds" : "hold";
  const chdir = first === "." ? "" : ` -chdir=${first}`;
  const commands2 = ["init", "plan -out=tfplan", "show -json tfplan"].map(
    (command) => `terraform${chdir} ${command}`
  );
  return new Failure(
    "empty",
    `${shown4.join(", ")}${more2} ${verb} Terraform, and there is no plan of it to judge`,
    {
      at: { file: first },
      hint: `make one: \`${commands2.join(" && ")} > ${import_node_path5.posix.join(first, "tfplan.json")}\`, or leave the folder out with \`exclude\``
    }
  );
}
function rootModules(files, tree) {
  const called2 = /* @__PURE__ */ new Set();
  const configured = /* @__PURE__ */ new Set();
  for (const file of files) {
    const folder = import_node_path5.posix.dirname(file);
    const text8 = Buffer.from(tree.bytes(file)).toString("utf8");
    if (/^[ \t]*(provider\s+"|backend\s+"|cloud\s*\{)/m.test(text8)) configured.add(folder);
    for (const [, source2 = ""] of text8.matchAll(/^[ \t]*source[ \t]*=[ \t]*"(\.\.?\/[^"]*)"/gm))
      called2.add(import_node_path5.posix.join(folder, source2, "."));
  }
  return [...configured].filter((folder) => !called2.has(folder) && !called2.has(`${folder}/`)).sort();
}
var import_node_path5;
var init_unplanned = __esm({
  "src/source/unplanned.ts"() {
    "use strict";
    import_node_path5 = require("node:path");
    init_failure();
  }
});

// src/source/read.ts
function read3(tree, options2) {
  const all = [...tree.files()];
  const files = all.filter((file) => !isTerraformSource(file));
  const isTemplate2 = chartTemplates(files, tree);
  const patches = patchFiles(files, tree);
  const reading = new Reading();
  for (const text8 of options2.parameters ?? []) reading.attempt(() => reading.give(readParameters2(text8)));
  for (const [done, file] of files.entries()) {
    options2.onProgress?.({ file, done, total: files.length });
    reading.attempt(() => {
      if (isTemplate2(file) || patches.has(file)) reading.leftAlone++;
      else readFile(file, tree, options2, reading);
    });
  }
  for (const file of reading.templates.tops()) reading.attempt(() => reading.deploy(file));
  return reading.sources(() => withoutPlan(all.filter(isTerraformSource), tree));
}
function readFile(file, tree, { wanted: wanted2 }, reading) {
  const recognised = recognise(file, tree);
  switch (recognised.kind) {
    case "nothing":
      reading.leave(file, tree.isNamed?.(file) === true);
      return;
    case "terraform": {
      reading.sawTerraform = true;
      const plan2 = readPlan(file, tree, { wanted: wanted2 });
      reading.add(file, "terraform", tree.size(file), plan2.declarations, plan2.declares);
      reading.addPlan(file, plan2);
      if (!plan2.complete) reading.note(incomplete(file));
      return;
    }
    case "other-terraform":
      reading.sawTerraform = true;
      reading.refuse(recognised.failure, recognised.saved);
      return;
    case "template":
      reading.add(file, "cloudformation", tree.size(file), [], reading.templates.add(file, recognised.root));
      for (const macro of macrosOf(recognised.root)) reading.note(processed(file, macro));
      return;
    case "documents":
      readDocuments(file, tree, recognised, reading);
      return;
  }
}
function incomplete(file) {
  return {
    at: { file },
    message: "this plan is not of everything: what it leaves out was not judged",
    hint: "plan without `-target`, and again where Terraform put resources off"
  };
}
function processed(file, macro) {
  return {
    at: { file },
    message: `this template is processed by \`${macro}\`: what that adds or changes was not judged`,
    hint: "let the gate read what it makes: `aws cloudformation get-template --template-stage Processed`"
  };
}
function notInput(files) {
  if (files.length === 0) return [];
  const shown4 = files.slice(0, 5).map((file) => `\`${file}\``);
  const rest = files.length > shown4.length ? [`${files.length - shown4.length} more`] : [];
  return [
    {
      message: `named, but not judged: ${[...shown4, ...rest].join(", ")}`,
      hint: "none of it is a plan as JSON, a template, a manifest or an eksctl file"
    }
  ];
}
function readDocuments(file, tree, { documents, text: text8 }, reading) {
  const rules = placeholderRules(text8);
  const clusters2 = readClusterConfigs(documents, file, rules);
  const manifests = readManifests(documents, file, rules);
  const bytes2 = tree.size(file);
  if (clusters2.length > 0) reading.add(file, "eksctl", bytes2, clusters2);
  if (manifests.length > 0 || clusters2.length === 0) reading.add(file, "kubernetes", bytes2, manifests);
}
function chartTemplates(files, tree) {
  const placeOf4 = chartFiles(files);
  return (file) => {
    const place2 = placeOf4(file);
    if (place2 !== "inside") return place2 === "template";
    return /\.ya?ml$/.test(file) && Buffer.from(tree.bytes(file)).includes("{{");
  };
}
var import_node_path6, Reading;
var init_read2 = __esm({
  "src/source/read.ts"() {
    "use strict";
    import_node_path6 = require("node:path");
    init_failure();
    init_parameters2();
    init_stacks();
    init_template3();
    init_config();
    init_manifest();
    init_patches();
    init_placeholder();
    init_recognise();
    init_plan2();
    init_unplanned();
    init_unrendered();
    Reading = class {
      leftAlone = 0;
      /** Whether anything of Terraform's making was met, readable or not. */
      sawTerraform = false;
      /** A template may include others: they are read when all of them were met. */
      templates = new Templates((file) => givenBy(this.#parameters, file));
      #parameters = [];
      #declarations = [];
      #deployed = [];
      #inputs = [];
      #plans = [];
      #failures = [];
      #saved = [];
      #notes = [];
      #namedInVain = [];
      attempt(read5) {
        try {
          read5();
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          this.#failures.push(error);
        }
      }
      add(file, format, bytes2, declared2, declares = declared2.length) {
        for (const declaration of declared2) this.#declarations.push(declaration);
        this.#inputs.push({ file, format, bytes: bytes2, declares });
      }
      give(parameters) {
        this.#parameters.push(parameters);
      }
      deploy(template2) {
        this.#deployed.push(...this.templates.deployed(template2));
      }
      addPlan(file, { root, code: code2, configuration }) {
        this.#plans.push({ file, root, code: code2, configuration });
      }
      note(note) {
        this.#notes.push(note);
      }
      /** A file among others is left alone without a word; whoever names one expects it to be judged. */
      leave(file, isNamed2) {
        this.leftAlone++;
        if (isNamed2) this.#namedInVain.push(file);
      }
      refuse(failure, saved) {
        (saved ? this.#saved : this.#failures).push(failure);
      }
      sources(withoutPlan2) {
        const unplanned = this.sawTerraform ? void 0 : withoutPlan2();
        return {
          declarations: [...this.#declarations, ...this.#deployed],
          assuming: (world, make) => {
            const declarations = this.#assuming(world);
            return declarations === void 0 ? void 0 : make(declarations);
          },
          inputs: this.#inputs,
          plans: this.#plans,
          failures: [
            ...this.#failures,
            ...this.#unconverted(),
            ...mistakesIn(this.#parameters, this.templates.parameters()),
            ...unplanned === void 0 ? [] : [unplanned]
          ],
          notes: [...this.#notes, ...notInput(this.#namedInVain)],
          leftAlone: this.leftAlone
        };
      }
      #assuming(world) {
        try {
          return [...this.#declarations, ...this.templates.read(world)];
        } catch (error) {
          if (error instanceof Failure) return void 0;
          throw error;
        }
      }
      /** A saved plan stays behind where it was converted, and then says nothing new. */
      #unconverted() {
        const plans = this.#inputs.filter(({ format }) => format === "terraform").map(({ file }) => import_node_path6.posix.dirname(file));
        return this.#saved.filter(({ at }) => {
          const folder = import_node_path6.posix.dirname(at?.file ?? "");
          return !plans.some((plan2) => plan2 === folder || plan2 === ".");
        });
      }
    };
  }
});

// src/verdict/decide.ts
function decide2(run) {
  if (run.failures.length > 0) return "unjudged";
  if (emptiness(run) !== void 0) return "unjudged";
  return run.findings.some(({ enforcement }) => enforcement === "deny") ? "blocked" : "pass";
}
function emptiness({ inputs: inputs3, policies: policies2 }) {
  if (policies2.length === 0) {
    return new Failure("policy", "no policies were loaded", {
      hint: "name a set or a folder under `policies`"
    });
  }
  if (inputs3.length === 0) {
    return new Failure("empty", "nothing to judge was found", {
      hint: "give a Terraform plan (`terraform show -json plan > plan.json`), templates, manifests or eksctl files"
    });
  }
  if (inputs3.every(({ declares }) => declares === 0)) {
    return new Failure("empty", "the files that were read declare nothing", {
      hint: "a plan of an empty configuration says nothing; check how the input was made"
    });
  }
  return void 0;
}
function exitCode(conclusion) {
  switch (conclusion) {
    case "pass":
      return 0;
    case "blocked":
      return 1;
    case "unjudged":
      return 2;
  }
}
function worstFirst(findings) {
  return findings.toSorted(
    (a, b) => enforcementOrder.indexOf(a.enforcement) - enforcementOrder.indexOf(b.enforcement) || severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) || Number(a.outcome === "unresolved") - Number(b.outcome === "unresolved") || compare3(a.policy.id, b.policy.id) || (a.enforcement === "audit" ? 0 : byPlace4(a, b))
  );
}
function byPlace4(a, b) {
  return compare3(a.place.file, b.place.file) || (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0) || compare3(a.resource, b.resource);
}
function compare3(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
var enforcementOrder, severityOrder;
var init_decide = __esm({
  "src/verdict/decide.ts"() {
    "use strict";
    init_failure();
    enforcementOrder = ["deny", "warn", "audit"];
    severityOrder = ["critical", "high", "medium", "low"];
  }
});

// src/verdict/show.ts
function show(value) {
  return shorten2(written3(value).replace(/\s+/g, " ").trim());
}
function isEntity2(value) {
  return typeof value === "object" && value !== null && "reading" in value && "resource" in value;
}
function written3(value) {
  if (value === null) return "none";
  if (typeof value !== "object") return String(value);
  if (value instanceof Unknown) return bounded2(value);
  if (value instanceof EvalError) return "(cannot be worked out)";
  if (value instanceof PartialList) return partial2(value);
  if (isList4(value)) return list4(value);
  if (isFields5(value)) return isEntity2(value) ? nameOf5(value) : value.concept;
  return list4([...value].map(([key4, each3]) => `${key4}=${written3(each3)}`));
}
function bounded2({ low = 0, high = Number.POSITIVE_INFINITY }) {
  if (low > 0) return high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`;
  return high === Number.POSITIVE_INFINITY ? "(unknown)" : `at most ${high}`;
}
function partial2({ items, candidates, why: why2, atMost }) {
  const certain = items.length === 0 ? [] : [list4(items)];
  const more2 = atMost === 0 ? [] : [candidates === void 0 ? written3(why2) : `perhaps ${list4(distinct5(candidates))}`];
  return [...certain, ...more2].join(", ") || "none";
}
function distinct5(values2) {
  return [...new Map(values2.map((value) => [written3(value), value])).values()];
}
function list4(values2) {
  if (values2.length === 0) return "none";
  const shown4 = values2.slice(0, mostItems3).map(written3).join(", ");
  const more2 = values2.length - mostItems3;
  return more2 > 0 ? `${shown4} and ${more2} more` : shown4;
}
function nameOf5(entity) {
  const name = entity.reading("name");
  if (name === void 0 || typeof name.value !== "string") return entity.resource;
  return name.sensitive ? hidden2 : name.value;
}
function shorten2(text8) {
  return text8.length <= longestText2 ? text8 : `${text8.slice(0, longestText2 - 1)}…`;
}
function isList4(value) {
  return Array.isArray(value);
}
function isFields5(value) {
  return "concept" in value;
}
var hidden2, longestText2, mostItems3;
var init_show = __esm({
  "src/verdict/show.ts"() {
    "use strict";
    init_value();
    hidden2 = "(sensitive)";
    longestText2 = 120;
    mostItems3 = 10;
  }
});

// src/verdict/message.ts
function violatedMessage(policy, scope3) {
  return policy.message.map((part) => {
    if (typeof part === "string") return part;
    const { value, sensitive } = scope3.guarded(part);
    return sensitive ? hidden2 : show(value);
  }).join("").trim();
}
function unresolvedMessage(policy, scope3, asked, answers2) {
  const question = `cannot tell whether ${lowered2(policy.title.replace(/\.$/, ""))}`;
  const error = answers2.find((answer2) => answer2 instanceof EvalError);
  if (error === void 0) return question;
  return `${question}: ${scope3.guarded(asked).sensitive ? `an error about a ${hidden2} value` : error.message}`;
}
function lowered2(title2) {
  return /^[A-Z]([a-z]|\s)/.test(title2) ? title2.charAt(0).toLowerCase() + title2.slice(1) : title2;
}
var init_message = __esm({
  "src/verdict/message.ts"() {
    "use strict";
    init_value();
    init_show();
  }
});

// src/verdict/places.ts
function placesOf2(policy, scope3, entity, reads, missing2) {
  const chosen = policy.at === void 0 ? refsOf(reads) : pointedAt(scope3, policy.at);
  const unknown3 = missing2.flatMap(({ ref }) => ref ?? []);
  const own = unknown3.filter((ref) => isOf(ref, entity.ref));
  const refs = distinct6([...own, ...chosen, ...unknown3]);
  const authored = refs.filter(({ format }) => format !== "inventory");
  return authored.length === 0 ? [entity.ref] : authored;
}
function isOf(ref, entity) {
  const isSame2 = ref.file === entity.file && ref.document === entity.document && ref.owner === entity.owner;
  return isSame2 && ref.path.length > entity.path.length && entity.path.every((step4, index2) => step4 === ref.path[index2]);
}
function pointedAt(scope3, at) {
  const { value, reads } = scope3.explain(at);
  const refs = refsOf(reads);
  return refs.length === 0 && isEntity2(value) ? [value.ref] : refs;
}
function refsOf(reads) {
  return reads.toReversed().flatMap(({ object: object5, field }) => isEntity2(object5) ? object5.reading(field)?.ref ?? [] : []);
}
function distinct6(refs) {
  const kept2 = /* @__PURE__ */ new Map();
  for (const ref of refs) {
    const key4 = JSON.stringify([ref.file, ref.document, ref.owner, ref.path]);
    if (!kept2.has(key4)) kept2.set(key4, ref);
  }
  return [...kept2.values()];
}
var init_places = __esm({
  "src/verdict/places.ts"() {
    "use strict";
    init_show();
  }
});

// src/verdict/watch.ts
function isList5(value) {
  return Array.isArray(value);
}
function isMap3(value) {
  return value instanceof Map;
}
var Watch;
var init_watch = __esm({
  "src/verdict/watch.ts"() {
    "use strict";
    init_value();
    init_show();
    Watch = class {
      sensitive = false;
      #watched = /* @__PURE__ */ new WeakMap();
      /** The same value, whose entities tell the watch what is read of them; entities stay equal to themselves. */
      over(value) {
        if (typeof value !== "object" || value === null) return value;
        if (value instanceof Unknown || value instanceof EvalError) return value;
        if (value instanceof PartialList) return this.#overPart(value);
        if (isList5(value)) return value.map((item2) => this.over(item2));
        if (isMap3(value)) return new Map([...value].map(([key4, member3]) => [key4, this.over(member3)]));
        return this.#overFields(value);
      }
      #overPart({ items, why: why2, atMost, atLeast, candidates }) {
        const over2 = (list6) => list6.map((item2) => this.over(item2));
        const further3 = candidates === void 0 ? {} : { candidates: over2(candidates) };
        return new PartialList(over2(items), why2, { atMost, atLeast, ...further3 });
      }
      #overFields(fields3) {
        const known5 = this.#watched.get(fields3);
        if (known5 !== void 0) return known5;
        const watched = new Proxy(fields3, {
          get: (target, property2) => {
            if (property2 === "get") return (field) => this.#read(target, field);
            const member3 = Reflect.get(target, property2, target);
            return typeof member3 === "function" ? member3.bind(target) : member3;
          }
        });
        this.#watched.set(fields3, watched);
        this.#watched.set(watched, watched);
        return watched;
      }
      #read(fields3, field) {
        if (isEntity2(fields3) && fields3.reading(field)?.sensitive === true) this.sensitive = true;
        const value = fields3.get(field);
        return value === void 0 ? void 0 : this.over(value);
      }
    };
  }
});

// src/verdict/scope.ts
var Scope;
var init_scope2 = __esm({
  "src/verdict/scope.ts"() {
    "use strict";
    init_mentions();
    init_watch();
    Scope = class extends Map {
      #parts;
      #element;
      #ofElement;
      constructor(policy, facts, now) {
        super();
        this.#parts = new Map(policy.let.map(({ name, expression: expression2 }) => [name, expression2]));
        this.#element = policy.each?.name;
        this.#ofElement = elementParts(
          policy.let.map(({ name, expression: expression2 }) => ({ name, text: expression2.text })),
          this.#element
        );
        super.set("params", { concept: "params", get: (name) => policy.params.get(name) });
        super.set("facts", facts);
        super.set("now", now);
      }
      /** Asks about another entity. */
      enter(entity) {
        super.set("self", entity);
        if (this.#element !== void 0) super.delete(this.#element);
        this.#forget(this.#parts.keys());
      }
      /** Asks about another element of the entity's list. */
      enterElement(element2) {
        if (this.#element === void 0) return;
        super.set(this.#element, element2);
        this.#forget(this.#ofElement);
      }
      get(name) {
        const value = super.get(name);
        if (value !== void 0) return value;
        const part = this.#parts.get(name);
        if (part === void 0) return void 0;
        const worked = part.evaluate(this);
        super.set(name, worked);
        return worked;
      }
      has(name) {
        return super.has(name) || this.#parts.has(name);
      }
      /** Explains an expression, and with it the named parts that decided: `reads` has theirs first. */
      explain(expression2) {
        const { value, reads, variables } = expression2.explain(this);
        const parts2 = variables.flatMap((name) => this.#parts.get(name) ?? []).map((part) => this.explain(part));
        return { value, reads: [...parts2.flatMap((part) => part.reads), ...reads] };
      }
      /** The answer, and whether anything sensitive was read on the way to it. */
      guarded(expression2) {
        const watch = new Watch();
        const names2 = this.#element === void 0 ? ["self"] : ["self", this.#element];
        const plain6 = names2.map((name) => [name, super.get(name)]);
        this.#forget(this.#parts.keys());
        for (const [name, value2] of plain6) if (value2 !== void 0) super.set(name, watch.over(value2));
        const value = expression2.evaluate(this);
        for (const [name, before] of plain6) if (before !== void 0) super.set(name, before);
        this.#forget(this.#parts.keys());
        return { value, sensitive: watch.sensitive };
      }
      #forget(names2) {
        for (const name of names2) super.delete(name);
      }
    };
  }
});

// src/verdict/worlds.ts
function openChoice({ findings }, world) {
  const settled4 = new Set(world.map(({ choice }) => choiceKey(choice)));
  return findings.flatMap(({ missing: missing2 }) => missing2.flatMap(({ choices: choices2 = [] }) => choices2)).find((choice) => !settled4.has(choiceKey(choice)));
}
function isViolated({ outcome }) {
  return outcome === "violated";
}
function distinct7(findings) {
  return findings.filter((finding, index2) => findings.findIndex((other) => isSame(other, finding)) === index2);
}
function isSame(one3, other) {
  return JSON.stringify(one3.refs[0]) === JSON.stringify(other.refs[0]) && plainMessage(one3) === plainMessage(other);
}
function plainMessage({ message, when }) {
  return when === void 0 ? message : message.slice(`when ${when}: `.length);
}
function isBelow2(entity, other) {
  const [one3, whole5] = [entity.ref, other.ref];
  const isOfOwner = one3.owner === whole5.owner || other.count !== void 0;
  return isOfOwner && one3.document === whole5.document && whole5.path.every((step4, index2) => step4 === one3.path[index2]);
}
function samePlace(entity, other) {
  return entity.ref.path.length === other.ref.path.length;
}
var mostPerEntity, mostEntities, Worlds, Index, Tour;
var init_worlds = __esm({
  "src/verdict/worlds.ts"() {
    "use strict";
    init_choice();
    mostPerEntity = 64;
    mostEntities = 1e5;
    Worlds = class {
      #own;
      #alternatives;
      #made = /* @__PURE__ */ new Map();
      #mostWorlds;
      #index;
      constructor(own, alternatives) {
        this.#own = own;
        this.#mostWorlds = Math.max(8, Math.floor(mostEntities / Math.max(1, own.size)));
        this.#alternatives = alternatives;
      }
      /**
       * The answer where every branch counts that can happen: violated where it is in one of them, which the finding
       * names; satisfied where it is in all. Costs nothing where nothing is open because of a choice.
       */
      settle(entity, isOne, ask3) {
        const here = ask3([entity]);
        if (openChoice(here, []) === void 0) return here;
        const tour = new Tour(isOne && entity.count === void 0, (world) => {
          const found = world.length === 0 ? [entity] : this.#sameIn(world, entity);
          return found === void 0 ? void 0 : ask3(found);
        });
        tour.visit([], here);
        return tour.answer(here);
      }
      /** What an entity turns out to be in a world: itself, nothing, or the members of the list it stands for. */
      #sameIn(world, entity) {
        const index2 = this.#at(world);
        if (index2 === void 0) return void 0;
        const here = index2.at(entity).filter((other) => isBelow2(other, entity));
        const same4 = here.filter(({ id }) => id === entity.id);
        if (same4.length > 0) return same4;
        this.#index ??= new Index(this.#own);
        const own = this.#index;
        return here.filter((other) => {
          const isOther = own.at(other).some((each3) => each3 !== entity && each3.id === other.id && isBelow2(other, each3));
          return !isOther && (entity.count !== void 0 || samePlace(other, entity));
        });
      }
      #at(world) {
        const key4 = world.map(({ choice, option }) => `${choiceKey(choice)}
${JSON.stringify(option.value)}`).sort().join("\n\n");
        if (this.#made.has(key4)) return this.#made.get(key4);
        const graph = this.#made.size >= this.#mostWorlds ? void 0 : this.#alternatives(world);
        const made2 = graph === void 0 ? void 0 : new Index(graph);
        this.#made.set(key4, made2);
        return made2;
      }
    };
    Index = class {
      #graph;
      #concepts = /* @__PURE__ */ new Map();
      constructor(graph) {
        this.#graph = graph;
      }
      at({ concept: concept2, ref }) {
        const files = this.#concepts.get(concept2) ?? this.#filesOf(concept2);
        return files.get(ref.file) ?? [];
      }
      #filesOf(concept2) {
        const files = /* @__PURE__ */ new Map();
        for (const entity of this.#graph.entities(concept2)) {
          const members3 = files.get(entity.ref.file);
          if (members3 === void 0) files.set(entity.ref.file, [entity]);
          else members3.push(entity);
        }
        this.#concepts.set(concept2, files);
        return files;
      }
    };
    Tour = class {
      #isOne;
      #ask;
      #leaves = [];
      #visited = 0;
      #isOver = false;
      constructor(isOne, ask3) {
        this.#isOne = isOne;
        this.#ask = ask3;
      }
      /** Splits a world by what keeps its answer open, until nothing does. */
      visit(world, answer2) {
        const choice = openChoice(answer2, world);
        if (choice === void 0) {
          this.#leaves.push({ world, answer: answer2, isOpen: answer2.counts.unresolved > 0, isCut: false });
          this.#isOver = this.#isOne && answer2.counts.violated > 0 && isPossible2(world);
          return;
        }
        for (const option of choice.options) {
          if (this.#isOver) return;
          const next = [...world, { choice, option }];
          const told4 = ++this.#visited > mostPerEntity ? void 0 : this.#ask(next);
          if (told4 === void 0) this.#leaves.push({ world: next, answer: answer2, isOpen: true, isCut: true });
          else this.visit(next, told4);
        }
      }
      answer(here) {
        const told4 = distinct7([
          ...here.findings.filter(isViolated),
          ...this.#leaves.filter(({ world }) => isPossible2(world)).flatMap(
            ({ world, answer: answer2 }) => answer2.findings.filter(isViolated).map((finding) => this.#named(finding, world))
          )
        ]);
        const violated = this.#isOne ? told4.slice(0, 1) : told4;
        const isOpen4 = this.#leaves.some(
          ({ world, answer: answer2, isOpen: open7 }) => open7 || answer2.counts.violated > 0 && !isPossible2(world)
        );
        const open6 = !isOpen4 || this.#isOne && violated.length > 0 ? [] : this.#stillOpen(here);
        const most2 = (outcome) => Math.max(here.counts[outcome], ...this.#leaves.map(({ answer: answer2 }) => answer2.counts[outcome]));
        const findings = [...violated, ...open6];
        const isSatisfied = findings.length === 0 || !this.#isOne;
        const satisfied = isSatisfied ? most2("satisfied") : 0;
        return {
          findings,
          counts: {
            violated: violated.length,
            unresolved: open6.length,
            satisfied,
            "not-applicable": isSatisfied && satisfied === 0 ? most2("not-applicable") : 0
          }
        };
      }
      /** Where some branches are decided, what stands in the way is that of those which are not. */
      #stillOpen(here) {
        const unresolved = here.findings.filter((finding) => !isViolated(finding));
        const [leaf2] = this.#leaves.filter(({ isOpen: isOpen4, world }) => isOpen4 && isPossible2(world));
        const isDecidedSomewhere = this.#leaves.some(({ isOpen: isOpen4 }) => !isOpen4);
        const isCut = this.#leaves.some((each3) => each3.isCut);
        if (!this.#isOne || leaf2 === void 0 || !isDecidedSomewhere || isCut) return unresolved;
        return leaf2.answer.findings.filter((finding) => !isViolated(finding)).map((finding) => this.#named(finding, leaf2.world));
      }
      /** A finding with what has to be assumed for it, and no more. */
      #named(finding, world) {
        let [needed, named5] = [world, finding];
        for (const assumption of world) {
          const fewer = needed.filter((each3) => each3 !== assumption);
          const answer2 = fewer.length === 0 ? void 0 : this.#ask(fewer);
          const found = answer2?.findings.find((other) => this.#isAsGood(other, finding));
          if (found !== void 0) [needed, named5] = [fewer, found];
        }
        const when = needed.map(({ option }) => option.says).join(" and ");
        return { ...named5, when, message: `when ${when}: ${named5.message}` };
      }
      /** Whether a finding that assumes less says the same; what a choice may still settle does not. */
      #isAsGood(finding, other) {
        const isSettled = isViolated(finding) || openChoice({ findings: [finding] }, []) === void 0;
        return finding.outcome === other.outcome && isSettled && (this.#isOne || isSame(finding, other));
      }
    };
  }
});

// src/verdict/judge.ts
function judge(graph, policies2, given, alternatives = () => void 0) {
  const findings = [];
  const worlds = new Worlds(graph, alternatives);
  const tally = policies2.map((policy) => {
    const scope3 = new Scope(policy, given.facts, given.now);
    const counts3 = { ...none2 };
    const ask3 = (entities2) => {
      const bench = new Bench(policy, scope3);
      for (const entity of entities2) bench.judge(entity);
      return bench.answer();
    };
    for (const entity of graph.entities(policy.select)) {
      const answer2 = worlds.settle(entity, policy.each === void 0, ask3);
      findings.push(...answer2.findings);
      for (const outcome of outcomes2) counts3[outcome] += answer2.counts[outcome];
    }
    const { violated, satisfied, unresolved, "not-applicable": notApplicable } = counts3;
    return { policy, violated, satisfied, unresolved, notApplicable };
  });
  return { findings, tally };
}
function outcomeOf(applies2, asserted) {
  if (applies2 === false) return "not-applicable";
  if (applies2 !== true && !(applies2 instanceof Unknown)) return "unresolved";
  if (asserted === true) return "satisfied";
  return asserted === false && applies2 === true ? "violated" : "unresolved";
}
function missingOf2(value) {
  return value instanceof Unknown ? value.missing : [];
}
function distinct8(missing2) {
  return [...new Map(missing2.map((each3) => [each3.attribute, each3])).values()];
}
function isList6(value) {
  return Array.isArray(value);
}
var none2, outcomes2, Bench;
var init_judge = __esm({
  "src/verdict/judge.ts"() {
    "use strict";
    init_value();
    init_message();
    init_places();
    init_scope2();
    init_worlds();
    none2 = { violated: 0, satisfied: 0, unresolved: 0, "not-applicable": 0 };
    outcomes2 = ["violated", "satisfied", "unresolved", "not-applicable"];
    Bench = class {
      #policy;
      #scope;
      #findings = [];
      #counts = { ...none2 };
      constructor(policy, scope3) {
        this.#policy = policy;
        this.#scope = scope3;
      }
      answer() {
        return { findings: this.#findings, counts: this.#counts };
      }
      judge(entity) {
        const { when, each: each3 } = this.#policy;
        this.#scope.enter(entity);
        const applies2 = when === void 0 ? true : when.evaluate(this.#scope);
        if (applies2 === false) this.#counts["not-applicable"]++;
        else if (applies2 !== true && !(applies2 instanceof Unknown))
          this.#report(entity, "unresolved", applies2, true);
        else if (each3 === void 0) this.#answer(entity, applies2);
        else this.#answerEach(entity, applies2, each3.list.evaluate(this.#scope));
      }
      #answer(entity, applies2) {
        const asserted = this.#policy.assert.evaluate(this.#scope);
        const outcome = outcomeOf(applies2, asserted);
        if (outcome === "violated" || outcome === "unresolved") this.#report(entity, outcome, applies2, asserted);
        else this.#counts[outcome]++;
      }
      #answerEach(entity, applies2, list6) {
        if (isList6(list6) || list6 instanceof PartialList) {
          const items = isList6(list6) ? list6 : list6.items;
          for (const item2 of items) {
            this.#scope.enterElement(item2);
            this.#answer(entity, applies2);
          }
          if (list6 instanceof PartialList) this.#answerFurther(entity, applies2, list6);
          else if (items.length === 0) this.#counts["not-applicable"]++;
        } else if (list6 === null) this.#counts["not-applicable"]++;
        else if (list6 instanceof Unknown) this.#answerFurther(entity, applies2, new PartialList([], list6));
        else this.#reportList(entity, list6);
      }
      /**
       * The members of a list that are not known: each is one of the candidates, or could be anything. What holds of all
       * of them holds of the members; what holds of none is a violation only where a member certainly exists.
       */
      #answerFurther(entity, applies2, list6) {
        if (list6.atMost <= 0) return;
        const stranger = new Unknown(list6.why.missing);
        const candidates = list6.candidates ?? [stranger];
        const answers2 = candidates.map((candidate) => {
          this.#scope.enterElement(candidate);
          return this.#policy.assert.evaluate(this.#scope);
        });
        if (answers2.every((answer2) => answer2 === true)) {
          if (list6.items.length === 0) this.#counts.satisfied++;
          return;
        }
        this.#scope.enterElement(candidates.length === 1 ? candidates[0] ?? stranger : stranger);
        if (applies2 === true && list6.atLeast > 0 && answers2.every((answer2) => answer2 === false)) {
          this.#report(entity, "violated", applies2, false);
        } else {
          const missing2 = [...list6.why.missing, ...answers2.flatMap(missingOf2)];
          const error = answers2.find((answer2) => answer2 instanceof EvalError);
          this.#report(entity, "unresolved", applies2, error ?? new Unknown(missing2));
        }
      }
      /**
       * `answer` is what the assertion said, or what stood in its way. What may not be there at all is not violated: of
       * a rule in a list that is not known it cannot be told.
       */
      #report(entity, outcome, applies2, answer2) {
        const { assert, when } = this.#policy;
        if (outcome === "violated" && (entity.count?.low ?? 1) < 1) {
          this.#add(entity, "unresolved", assert, applies2, entity.count ?? answer2);
          return;
        }
        const isAboutWhen = applies2 !== true && !(answer2 instanceof Unknown) && !(answer2 instanceof EvalError);
        const decided2 = isAboutWhen && when !== void 0 ? when : assert;
        this.#add(entity, outcome, decided2, applies2, answer2);
      }
      #reportList(entity, list6) {
        const { each: each3 } = this.#policy;
        const answer2 = list6 instanceof EvalError ? list6 : new EvalError("`each` is not a list");
        if (each3 !== void 0) this.#add(entity, "unresolved", each3.list, true, answer2);
      }
      #add(entity, outcome, decided2, applies2, answer2) {
        const policy = this.#policy;
        const isViolated2 = outcome === "violated";
        const reads = this.#scope.explain(decided2).reads;
        const missing2 = isViolated2 ? [] : distinct8([...missingOf2(applies2), ...missingOf2(answer2)]);
        this.#counts[outcome]++;
        this.#findings.push({
          policy,
          outcome,
          severity: policy.severity,
          enforcement: isViolated2 ? policy.enforcement : policy.unresolved,
          concept: policy.select,
          resource: entity.resource,
          message: isViolated2 ? violatedMessage(policy, this.#scope) : unresolvedMessage(policy, this.#scope, decided2, [applies2, answer2]),
          missing: missing2,
          refs: placesOf2(policy, this.#scope, entity, reads, missing2)
        });
      }
    };
  }
});

// src/gate.ts
async function gate(options2) {
  const started = options2.clock();
  const { facts, policies: policies2, mistakes, inventories } = await load(options2.settings);
  const { parameters = [] } = options2.settings;
  const sources = read3(options2.tree, { ...options2, parameters, wanted: wantsTerraform });
  const files = sources.inputs.map(({ file }) => file);
  const existing2 = inventoryDeclarations(inventories);
  const clusters2 = await clusterFiles(options2.settings.configuration.clusters, files);
  const graphOf = (declared2) => buildGraph([...declared2, ...existing2], clusters2);
  const graph = graphOf(sources.declarations);
  await loadEngines(policies2.filter(({ select: select3 }) => graph.entities(select3).length > 0));
  const given = { facts: facts.value, now: options2.now };
  const judged = judge(
    graph,
    mistakes.length === 0 ? policies2 : [],
    given,
    (world) => sources.assuming(world, graphOf)
  );
  const findings = worstFirst(locate(judged.findings, options2.tree, sources));
  const run = {
    findings,
    policies: policies2,
    inputs: sources.inputs,
    failures: [...mistakes.map(asFailure2), ...sources.failures]
  };
  const empty = run.failures.length === 0 ? emptiness(run) : void 0;
  return {
    ...run,
    conclusion: decide2(run),
    failures: empty === void 0 ? run.failures : [empty],
    tally: judged.tally,
    notes: sources.notes,
    leftAlone: sources.leftAlone,
    inputs: [...run.inputs, ...inventories.map(inventoryInput)],
    entities: graph.size,
    elapsedMilliseconds: options2.clock() - started
  };
}
async function load(settings2) {
  const read5 = await loadFacts(settings2.facts);
  const existing2 = await loadInventories(settings2.inventories ?? []);
  const { facts, mistakes: quotaMistakes } = withQuotas(read5.facts, existing2.inventories);
  const { overrides: overrides2, unresolved } = settings2.configuration;
  const options2 = { vocabulary, facts, overrides: overrides2, ...unresolved === void 0 ? {} : { unresolved } };
  const loaded = await loadPolicies(settings2.policies, options2);
  return {
    facts,
    policies: loaded.policies,
    inventories: existing2.inventories,
    mistakes: [
      ...settings2.mistakes,
      ...read5.mistakes,
      ...existing2.mistakes,
      ...quotaMistakes,
      ...loaded.mistakes
    ]
  };
}
function inventoryInput({ file, bytes: bytes2 }) {
  return { file, format: "inventory", bytes: bytes2, declares: 0 };
}
function asFailure2({ at, message }) {
  return new Failure("policy", message, { at });
}
var init_gate = __esm({
  "src/gate.ts"() {
    "use strict";
    init_failure();
    init_build();
    init_words();
    init_locate();
    init_clusters();
    init_load2();
    init_quotas();
    init_declarations();
    init_read2();
    init_decide();
    init_judge();
  }
});

// src/source/disk.ts
async function diskTree(root, paths, options2 = {}) {
  const top = (0, import_node_path7.resolve)(root);
  const walk = new Walk(top, await excluder(options2.exclude ?? []));
  for (const path of paths.length === 0 ? ["."] : paths) walk.add(path);
  const files = [...walk.files].sort();
  const sizes2 = /* @__PURE__ */ new Map();
  let held;
  const sizeOf2 = (file) => {
    const { size: size2, bytes: bytes2 } = openedOnce((0, import_node_path7.join)(top, file));
    held = bytes2 === void 0 ? void 0 : { file, bytes: bytes2 };
    return size2;
  };
  return {
    files: () => files,
    isNamed: (file) => walk.named.has(file),
    size: (file) => {
      const size2 = sizes2.get(file) ?? opened2(file, () => sizeOf2(file));
      sizes2.set(file, size2);
      return size2;
    },
    bytes: (file) => held?.file === file ? held.bytes : opened2(file, () => (0, import_node_fs.readFileSync)((0, import_node_path7.join)(top, file))),
    chunks: (file) => pieces(top, file),
    list: (folder) => listing((0, import_node_path7.join)(top, folder))
  };
}
async function excluder(globs2) {
  if (globs2.length === 0) return () => false;
  const { Minimatch } = await Promise.resolve().then(() => __toESM(require_minimatch()));
  const matchers = globs2.map((glob) => {
    const pattern3 = glob.replace(/^\.\//, "").replace(/\/+$/, "");
    return new Minimatch(pattern3, {
      dot: true,
      matchBase: !pattern3.includes("/"),
      nocomment: true,
      nonegate: true
    });
  });
  return (path) => matchers.some((matcher2) => matcher2.match(path));
}
function extensionOf(name) {
  return name.startsWith(".") && !name.includes(".", 1) ? name : (0, import_node_path7.extname)(name).toLowerCase();
}
function isWithin2(path, folder) {
  return path === folder || path.startsWith(folder.endsWith(import_node_path7.sep) ? folder : folder + import_node_path7.sep);
}
function statOf(full) {
  return (0, import_node_fs.statSync)(full, { throwIfNoEntry: false });
}
function realPath(full) {
  try {
    return (0, import_node_fs.realpathSync)(full);
  } catch {
    return void 0;
  }
}
function entriesOf5(full, name) {
  return opened2(name === "" ? "." : name, () => (0, import_node_fs.readdirSync)(full, { withFileTypes: true }));
}
function missing(path, full) {
  let siblings = [];
  try {
    siblings = (0, import_node_fs.readdirSync)((0, import_node_path7.dirname)(full));
  } catch {
  }
  const message = `\`${path}\` does not exist${didYouMean((0, import_node_path7.basename)(full), siblings)}`;
  return new Failure("usage", message, { hint: "name files or folders that exist" });
}
function notAFile(path) {
  return new Failure("usage", `\`${path}\` is neither a file nor a folder`, {
    hint: "write what it holds to a file, and name that"
  });
}
function listing(full) {
  try {
    const entries = (0, import_node_fs.readdirSync)(full, { withFileTypes: true });
    const names2 = (wanted2) => entries.filter(wanted2).map(({ name }) => name).sort();
    return {
      files: names2(
        (entry5) => entry5.isFile() || entry5.isSymbolicLink() && statOf((0, import_node_path7.join)(full, entry5.name))?.isFile() === true
      ),
      folders: names2((entry5) => entry5.isDirectory() && !pruned.has(entry5.name))
    };
  } catch {
    return { files: [], folders: [] };
  }
}
function openedOnce(full) {
  const handle = (0, import_node_fs.openSync)(full, "r");
  try {
    const { size: size2 } = (0, import_node_fs.fstatSync)(handle);
    if (size2 > pieceSize) return { size: size2, bytes: void 0 };
    const bytes2 = Buffer.allocUnsafe(size2);
    return { size: size2, bytes: (0, import_node_fs.readSync)(handle, bytes2, 0, size2, 0) === size2 ? bytes2 : void 0 };
  } finally {
    (0, import_node_fs.closeSync)(handle);
  }
}
function* pieces(top, file) {
  const full = (0, import_node_path7.join)(top, file);
  const handle = opened2(file, () => (0, import_node_fs.openSync)(full, "r"));
  try {
    const buffer = Buffer.allocUnsafe(pieceSize);
    for (; ; ) {
      const read5 = opened2(file, () => (0, import_node_fs.readSync)(handle, buffer, 0, pieceSize, null));
      if (read5 === 0) return;
      yield buffer.subarray(0, read5);
    }
  } finally {
    (0, import_node_fs.closeSync)(handle);
  }
}
function opened2(file, open6) {
  try {
    return open6();
  } catch (error) {
    const code2 = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Failure("unreadable", `it cannot be opened: ${reasons[code2] ?? code2.toLowerCase()}`, {
      at: { file },
      hint: "make it readable, or leave it out with `exclude`"
    });
  }
}
var import_node_fs, import_node_path7, pruned, extensions, Walk, pieceSize, reasons;
var init_disk = __esm({
  "src/source/disk.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_path7 = require("node:path");
    init_failure();
    init_suggest();
    pruned = /* @__PURE__ */ new Set([
      ".cache",
      ".git",
      ".hg",
      ".idea",
      ".jj",
      ".mypy_cache",
      ".pytest_cache",
      ".svn",
      ".terraform",
      ".terragrunt-cache",
      ".tox",
      ".venv",
      ".yarn",
      "__pycache__",
      "node_modules"
    ]);
    extensions = /* @__PURE__ */ new Set([
      "",
      ".json",
      ".out",
      ".plan",
      ".template",
      ".tf",
      ".tfplan",
      ".tofu",
      ".tofuplan",
      ".yaml",
      ".yml"
    ]);
    Walk = class {
      files = /* @__PURE__ */ new Set();
      /** Those that were asked for by name. */
      named = /* @__PURE__ */ new Set();
      #top;
      #excluded;
      #seen = /* @__PURE__ */ new Set();
      constructor(top, excluded) {
        this.#top = top;
        this.#excluded = excluded;
      }
      add(path) {
        const full = (0, import_node_path7.resolve)(this.#top, path);
        const stat = opened2(path, () => statOf(full));
        if (stat === void 0) throw missing(path, full);
        const name = this.#nameOf(full);
        if (stat.isDirectory()) this.#folder(full, name);
        else if (stat.isFile()) this.#named(name);
        else throw notAFile(path);
      }
      #named(name) {
        this.files.add(name);
        this.named.add(name);
      }
      #nameOf(full) {
        const path = (0, import_node_path7.relative)(this.#top, full);
        return ((0, import_node_path7.isAbsolute)(path) ? full : path).split(import_node_path7.sep).join("/");
      }
      #folder(full, name) {
        for (const entry5 of entriesOf5(full, name)) {
          const path = name === "" ? entry5.name : `${name}/${entry5.name}`;
          const child = (0, import_node_path7.join)(full, entry5.name);
          if (entry5.isSymbolicLink()) this.#link(child, path, entry5.name);
          else this.#take(child, path, entry5.name, entry5.isDirectory(), entry5.isFile());
        }
      }
      #take(full, path, name, isFolder2, isFile) {
        if (isFolder2 ? pruned.has(name) : !(isFile && extensions.has(extensionOf(name)))) return;
        if (this.#excluded(path)) return;
        if (isFolder2) this.#folder(full, path);
        else this.files.add(path);
      }
      /** A link is followed where it leads to something of the same root that is not reached by its own name. */
      #link(full, path, name) {
        const target = realPath(full);
        const top = realPath(this.#top);
        if (target === void 0 || top === void 0 || !isWithin2(target, top)) return;
        if (isWithin2(full, target) || isWithin2(realPath((0, import_node_path7.dirname)(full)) ?? full, target) || this.#seen.has(target))
          return;
        const stat = statOf(target);
        if (stat === void 0) return;
        this.#seen.add(target);
        if (this.#isReached(target, top)) return;
        this.#take(full, path, name, stat.isDirectory(), stat.isFile());
      }
      /** Whether the walk comes, or came, to a place without following links. */
      #isReached(target, top) {
        const steps = (0, import_node_path7.relative)(top, target).split(import_node_path7.sep);
        return steps.every((step4, index2) => {
          const path = steps.slice(0, index2 + 1).join("/");
          return !pruned.has(step4) && !this.#excluded(path);
        });
      }
    };
    pieceSize = 1024 * 1024;
    reasons = {
      EACCES: "permission denied",
      EPERM: "permission denied",
      ENOENT: "it is no longer there",
      EISDIR: "it is a folder",
      ENAMETOOLONG: "its name is too long",
      ENOTDIR: "there is a file where its folder should be",
      ELOOP: "its links go round in circles",
      ERR_FS_FILE_TOO_LARGE: "it is too large to be read at once"
    };
  }
});

// src/source/lines.ts
function linesIn(folder) {
  const read5 = /* @__PURE__ */ new Map();
  return (file) => {
    if (!read5.has(file)) read5.set(file, linesOf((0, import_node_path8.resolve)(folder, file), file));
    return read5.get(file);
  };
}
function linesOf(path, file) {
  try {
    if ((0, import_node_fs2.statSync)(path).size > largest2) return void 0;
    return decodeText((0, import_node_fs2.readFileSync)(path), file).split(/\r\n|\r|\n/);
  } catch {
    return void 0;
  }
}
var import_node_fs2, import_node_path8, largest2;
var init_lines2 = __esm({
  "src/source/lines.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    import_node_path8 = require("node:path");
    init_text();
    largest2 = 4 * 1024 * 1024;
  }
});

// src/policy/configuration.ts
function readConfiguration(file, text8) {
  const { source: source2, root, mistakes } = readYaml(file, text8);
  if (root === void 0 || root.kind === "scalar" && root.value === null) {
    return { configuration: noConfiguration, mistakes };
  }
  const shape = safeParse(configurationShape, plain3(root));
  const all = [
    ...mistakes,
    ...root.kind === "map" ? unknownEverywhere2(source2, root) : [],
    ...shapeMistakes(source2, root, shape.issues),
    ...clusterMistakes(source2, member2(root, "clusters")),
    ...unsupported(source2, root)
  ];
  if (root.kind !== "map" || !shape.success) return { configuration: noConfiguration, mistakes: all };
  const { output: output4 } = shape;
  const sources = policySources(source2, member2(root, "policies"));
  return {
    configuration: {
      policies: member2(root, "policies") === void 0 ? void 0 : sources.policies,
      overrides: overrides(source2, member2(root, "override")),
      exclude: output4.sources?.exclude ?? [],
      inventories: output4.inventory ?? [],
      clusters: clusters(output4.clusters),
      unresolved: output4.gate?.unresolved
    },
    mistakes: [...all, ...sources.mistakes]
  };
}
function unknownEverywhere2(source2, root) {
  const { sources, gate: gate2, override } = configurationShape.entries;
  const each3 = member2(root, "override");
  const clusters2 = member2(root, "clusters");
  return [
    ...unknownKeys(source2, root, Object.keys(configurationShape.entries)),
    ...unknownKeys(source2, member2(root, "sources"), Object.keys(sources.wrapped.entries)),
    ...unknownKeys(source2, member2(root, "gate"), Object.keys(gate2.wrapped.entries)),
    ...(each3?.kind === "map" ? each3.entries : []).flatMap(
      ({ value }) => unknownKeys(source2, value, Object.keys(override.wrapped.value.entries))
    ),
    ...(clusters2?.kind === "map" ? clusters2.entries : []).flatMap(
      ({ value }) => unknownKeys(source2, value, Object.keys(clusterShape2.entries))
    )
  ];
}
function unsupported(source2, root) {
  const found = entry4(root, "waivers");
  if (found === void 0) return [];
  const at = source2.place(found.key.start, found.key.end);
  return [{ at, message: "`waivers` is not supported yet; remove it, because nothing would come of it" }];
}
function clusters(given) {
  return Object.entries(given ?? {}).map(([cluster3, globs2]) => ({
    cluster: cluster3,
    manifests: globs2?.manifests ?? [],
    terraform: globs2?.terraform ?? [],
    cloudformation: globs2?.cloudformation ?? [],
    eksctl: globs2?.eksctl ?? []
  }));
}
function policySources(source2, node) {
  const mistakes = [];
  const policies2 = (node?.kind === "list" ? node.items : []).flatMap((item2) => {
    if (item2.kind !== "scalar") return [];
    const at = source2.place(item2.start, item2.end);
    if (policySets.includes(item2.text)) return [{ kind: "set", name: item2.text, at }];
    if (/[./]/.test(item2.text)) return [{ kind: "path", name: item2.text, at }];
    mistakes.push({
      at,
      message: `there is no set \`${item2.text}\`; sets are ${policySets.join(", ")}, and a folder begins with \`./\``
    });
    return [];
  });
  return { policies: policies2, mistakes };
}
function overrides(source2, node) {
  return (node?.kind === "map" ? node.entries : []).map(({ key: key4, value }) => {
    const params = member2(value, "params");
    return {
      policies: key4.text,
      at: source2.place(key4.start, key4.end),
      params: (params?.kind === "map" ? params.entries : []).map((param) => ({
        name: param.key.text,
        value: plain3(param.value),
        at: source2.place(param.value.start, param.value.end)
      })),
      enforcement: wordOf(value, "enforcement", enforcements),
      unresolved: wordOf(value, "unresolved", enforcements),
      severity: wordOf(value, "severity", severities)
    };
  });
}
function wordOf(node, key4, words5) {
  const value = member2(node, key4);
  return value?.kind === "scalar" ? words5.find((word4) => word4 === value.text) : void 0;
}
var policySets, noConfiguration;
var init_configuration2 = __esm({
  "src/policy/configuration.ts"() {
    "use strict";
    init_dist();
    init_clusters();
    init_shape();
    init_validate();
    init_yaml2();
    policySets = ["recommended", "none"];
    noConfiguration = {
      policies: void 0,
      overrides: [],
      exclude: [],
      inventories: [],
      clusters: [],
      unresolved: void 0
    };
  }
});

// src/policy/folder.ts
function readPolicyFiles(path) {
  return policyPaths(path).map((file) => ({ file, text: read4(file) }));
}
function readText2(file) {
  return read4(file);
}
function policyPaths(path) {
  if (!isFolder(path)) return [path];
  const found = (0, import_node_fs3.readdirSync)(path, { recursive: true, withFileTypes: true }).filter((entry5) => entry5.isFile() && /\.ya?ml$/.test(entry5.name) && !/^facts\.ya?ml$/.test(entry5.name)).map((entry5) => `${entry5.parentPath}/${entry5.name}`.replaceAll("\\", "/"));
  if (found.length === 0) {
    throw new Failure("policy", `no policy files in \`${path}\``, {
      hint: "policies are `<family>/<id>.yaml`"
    });
  }
  return found.map((file) => file.replace(/^\.\//, "")).sort();
}
function isFolder(path) {
  try {
    return (0, import_node_fs3.statSync)(path).isDirectory();
  } catch {
    throw new Failure("policy", `there is no \`${path}\``, {
      hint: "name a folder of policies or one policy file"
    });
  }
}
function read4(file) {
  try {
    return (0, import_node_fs3.readFileSync)(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const why2 = error instanceof Error ? error.message : String(error);
    throw new Failure("policy", `\`${file}\` cannot be read`, { at: { file }, hint: why2 });
  }
}
var import_node_fs3;
var init_folder = __esm({
  "src/policy/folder.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    init_failure();
  }
});

// src/policy/settings.ts
function readSettings(options2) {
  const { configuration, mistakes } = configurationOf(options2);
  const given = options2.policies ?? [];
  const sources = given.length > 0 ? given.map(asSource) : configuration.policies ?? [{ kind: "set", name: "recommended", at: { file: options2.packaged } }];
  const prepared = readPrepared(options2.prepared);
  return {
    policies: unique2(sources.flatMap((source2) => policiesOf(source2, options2, prepared))),
    facts: prepared?.facts ?? factsText(options2),
    configuration,
    inventories: inventoriesOf2(options2, configuration),
    parameters: (options2.parameters ?? []).map((given2) => parametersOf(given2, options2.root)),
    mistakes
  };
}
function parametersOf(given, root) {
  const [template2 = "", ...rest] = given.split("=");
  const isWhole = rest.length === 0 || (0, import_node_fs4.existsSync)((0, import_node_path9.resolve)(root, given));
  const file = (isWhole ? given : rest.join("=")).replace(/^\.\//, "");
  if (!(0, import_node_fs4.existsSync)((0, import_node_path9.resolve)(root, file))) {
    throw new Failure("usage", `there is no file \`${file}\` with parameters`, {
      hint: "write `prod.json`, or `template.yaml=prod.json` for one template"
    });
  }
  const text8 = readText2((0, import_node_path9.resolve)(root, file));
  return { file, text: text8, template: isWhole ? void 0 : template2.replace(/^\.\//, "") };
}
function inventoriesOf2({ root, inventories = [] }, configuration) {
  const named5 = inventories.length > 0 ? inventories : configuration.inventories;
  return [...new Set(named5)].map((file) => {
    const path = (0, import_node_path9.resolve)(root, file);
    if ((0, import_node_fs4.existsSync)(path)) return { file: file.replace(/^\.\//, ""), text: readText2(path) };
    throw new Failure("usage", `there is no inventory \`${file}\``, {
      hint: "examples/inventory shows how to make one"
    });
  });
}
function configurationOf({ root, config: config2 }) {
  const file = config2 ?? usualFiles.find((usual) => (0, import_node_fs4.existsSync)((0, import_node_path9.join)(root, usual)));
  if (file === void 0) return { configuration: noConfiguration, mistakes: [] };
  if (!(0, import_node_fs4.existsSync)((0, import_node_path9.resolve)(root, file))) {
    throw new Failure("usage", `there is no configuration \`${file}\``, {
      hint: `the usual place is ${usualFiles[0]}`
    });
  }
  return readConfiguration(file, readText2((0, import_node_path9.resolve)(root, file)));
}
function asSource(name) {
  return { kind: policySets.includes(name) ? "set" : "path", name, at: { file: name } };
}
function readPrepared(file) {
  return file === void 0 || !(0, import_node_fs4.existsSync)(file) ? void 0 : JSON.parse(readText2(file));
}
function factsText({ packaged: packaged2 }) {
  return { file: "policies/facts.yaml", text: readText2((0, import_node_path9.join)(packaged2, "facts.yaml")) };
}
function policiesOf(source2, { root, packaged: packaged2 }, prepared) {
  if (source2.kind === "path") return named4(readPolicyFiles((0, import_node_path9.resolve)(root, source2.name)), (0, import_node_path9.resolve)(root), "");
  if (source2.name === "none") return [];
  return prepared?.policies ?? named4(readPolicyFiles(packaged2), packaged2, (0, import_node_path9.basename)(packaged2));
}
function named4(files, folder, label2) {
  return files.map(({ file, text: text8 }) => ({
    file: (0, import_node_path9.join)(label2, (0, import_node_path9.relative)(folder, file)).replaceAll("\\", "/"),
    text: text8
  }));
}
function unique2(files) {
  return [...new Map(files.map((file) => [file.file, file])).values()];
}
var import_node_fs4, import_node_path9, usualFiles;
var init_settings = __esm({
  "src/policy/settings.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_node_path9 = require("node:path");
    init_failure();
    init_configuration2();
    init_folder();
    usualFiles = [".github/eks-policy-gate.yaml", ".github/eks-policy-gate.yml"];
  }
});

// src/cli/options.ts
function parse4(command, args, options2) {
  const hint = `see eks-policy-gate ${command} --help`;
  for (const arg of args) {
    const [, name] = /^--([^=]+)/.exec(arg) ?? [];
    if (arg === "--") break;
    if (name !== void 0 && options2[name] === void 0) {
      const meant2 = suggest(name, Object.keys(options2));
      throw new Failure("usage", `there is no option \`--${name}\``, {
        hint: meant2 === void 0 ? hint : `did you mean \`--${meant2}\`?`
      });
    }
  }
  try {
    return (0, import_node_util.parseArgs)({ args: [...args], options: options2, allowPositionals: true, strict: true });
  } catch (error) {
    const said2 = error instanceof Error ? error.message : String(error);
    throw new Failure("usage", inOurWords(said2.split(". ")[0] ?? ""), { hint });
  }
}
function inOurWords(said2) {
  const [, wanting] = /^Option '(?:-\w, )?(--\w+) <value>' argument/.exec(said2) ?? [];
  if (wanting !== void 0) return `the option \`${wanting}\` needs a value`;
  return said2.replace(/^Unknown option/, "there is no option").replace(/^Option '(?:-\w, )?(--\w+)'/, "the option '$1'").replaceAll("'", "`");
}
function settingsOf(values2, wanted2 = { cases: false }) {
  const { policies: policies2 = [], config: config2, inventory: inventories = [], parameters = [] } = values2;
  const prepared = wanted2.cases ? {} : { prepared: (0, import_node_path10.join)(__dirname, "policies.json") };
  return readSettings({
    root: process.cwd(),
    packaged,
    ...prepared,
    config: config2,
    policies: policies2,
    inventories,
    parameters
  });
}
var import_node_path10, import_node_util, policyOptions, packaged;
var init_options = __esm({
  "src/cli/options.ts"() {
    "use strict";
    import_node_path10 = require("node:path");
    import_node_util = require("node:util");
    init_failure();
    init_suggest();
    init_settings();
    policyOptions = {
      policies: { type: "string", short: "p", multiple: true },
      config: { type: "string", short: "c" }
    };
    packaged = (0, import_node_path10.join)(__dirname, "..", "policies");
  }
});

// src/cli/progress.ts
function progressLine(stream) {
  const started = performance.now();
  let drawn = 0;
  return {
    show: ({ done, total, file }) => {
      if (!stream.isTTY) return;
      const now = performance.now();
      if (now - started < patienceMilliseconds || now - drawn < pauseMilliseconds) return;
      drawn = now;
      const text8 = `reading ${done} of ${total}  ${file.replace(new RegExp("\\P{L}(?<![\\w./-])", "gu"), "?")}`;
      stream.write(`\r\x1B[2K${text8.slice(0, Math.max(20, stream.columns - 1))}`);
    },
    clear: () => {
      if (drawn > 0) stream.write("\r\x1B[2K");
    }
  };
}
var patienceMilliseconds, pauseMilliseconds;
var init_progress = __esm({
  "src/cli/progress.ts"() {
    "use strict";
    patienceMilliseconds = 400;
    pauseMilliseconds = 100;
  }
});

// src/report/advice.ts
function advice(missing2) {
  const found = known4.find(([words5]) => words5.test(missing2.reason))?.[1] ?? otherwise2;
  return typeof found === "string" ? found : found(missing2);
}
function afterApply({ attribute: attribute2, place: place2 }) {
  const hasSource = place2 !== void 0 && /\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(place2.file);
  if (!hasSource)
    return "Let the gate see the `.tf` files: run it in the folder that was planned, after `terraform init`.";
  const otherwise3 = "rite the value where it can be written, or plan again once what it depends on exists.";
  return attribute2.startsWith("module.") ? `Run the gate after \`terraform init\`, so that it sees remote modules too; else w${otherwise3}` : `W${otherwise3}`;
}
var known4, otherwise2;
var init_advice = __esm({
  "src/report/advice.ts"() {
    "use strict";
    known4 = [
      [/secret/, "The gate does not look into secrets: this has to be looked at by a person."],
      [/under `clusters`/, "Let only one of the clusters name the file."],
      [/`clusters: /, "Write that line, with the right cluster in it, into `.github/eks-policy-gate.yaml`."],
      [/known after apply/, afterApply],
      [/another stack/, "Pass it as a parameter instead of importing it, and its value with `--parameters`."],
      [
        /parameter without a default/,
        "Pass its value with `--parameters`, or give the parameter a `Default` or `AllowedValues`."
      ],
      [
        /decided by condition/,
        "Pass the values of the parameters that the condition asks about with `--parameters`."
      ],
      [/stack is (created|deployed)/, "It is decided with the stack: write the value where the answer matters."],
      [
        /nowhere in the template/,
        "Is its name spelled right? If so, the template that declares it has to be read too."
      ],
      [/whose template is not/, "Add the template of that stack to the paths."],
      [
        /not in an inventory/,
        "Pass what the account already has with `--inventory`; examples/inventory/inventory.sh makes it."
      ],
      [/in the inventory/, "Make the inventory again with what is missing in it: examples/inventory says how."],
      [/several inventories/, "Judge what goes to one account and Region in a run of its own."],
      [
        /in anything that was read|was not read/,
        "Add the file that declares it to the paths; what already exists in the account is told by `--inventory`."
      ],
      [
        /placeholder|template that/,
        "Render the file first, as `envsubst`, `helm template` or `kustomize build` do."
      ],
      [/not written in the file|\beksctl\b/, "Write it into the file, instead of leaving it to eksctl."],
      [/spelled in another way/, "Write all zones as names, or all as ids."],
      [/among the zones|zones of the region/, "Name the zones, instead of asking the region for them."],
      [/in the file/, "Add the file that declares it to the paths."],
      [/chosen by AWS|made up when/, "Name it, instead of leaving the choice to AWS."],
      [/not resolved to its entries/, "Count the entries of the prefix list by hand, or write its CIDRs out."],
      [/choice by tags/, "Name what is meant by its `id` where the answer matters."],
      [
        /certainly in one account/,
        "Say with `clusters` in `.github/eks-policy-gate.yaml` which files describe which cluster."
      ],
      [
        /about more than the service account|about another identity provider/,
        "This has to be looked at by a person."
      ],
      [/means? more than one/, "Give each of them a name of its own."],
      [/^not an? |^not valid /, "Correct what is written there."],
      [
        /does not evaluate|\bFn::/,
        "Write the value out where the answer matters, or judge the deployed template."
      ]
    ];
    otherwise2 = "Write the value where the gate can read it, or let it read the file that declares it.";
  }
});

// src/report/words.ts
function listed2(parts2) {
  const last = parts2.at(-1) ?? "";
  return parts2.length < 2 ? last : `${parts2.slice(0, -1).join(", ")} and ${last}`;
}
function are(number6, what) {
  if (number6 === 1) return `is ${what}`;
  return /^an? /.test(what) ? `are each ${what}` : `are ${what}`;
}
function firstSentence(text8) {
  const flat = text8.replace(/\s+/g, " ").trim();
  return /^.*?[^.](?<!\b(?:e\.g|i\.e|etc|vs))[.!?](?= [^a-z]|$)/u.exec(flat)?.[0] ?? flat;
}
var init_words2 = __esm({
  "src/report/words.ts"() {
    "use strict";
  }
});

// src/report/headline.ts
function told3(verdict) {
  const warned = verdict.findings.filter((finding) => finding.enforcement === "warn");
  return {
    blocking: verdict.findings.filter((finding) => finding.enforcement === "deny"),
    warnings: warned.filter((finding) => finding.outcome === "violated"),
    unresolved: warned.filter((finding) => finding.outcome === "unresolved"),
    audited: verdict.findings.filter((finding) => finding.enforcement === "audit").length
  };
}
function isClean(verdict) {
  return verdict.failures.length === 0 && verdict.findings.every((finding) => finding.enforcement === "audit");
}
function headline(verdict) {
  const { blocking, warnings, unresolved } = told3(verdict);
  const beside2 = listed2([
    ...warnings.length > 0 ? [count3(warnings.length, "warning")] : [],
    ...unresolved.length > 0 ? [count3(unresolved.length, "open question")] : []
  ]);
  const also = beside2 === "" ? "" : `, with ${beside2}`;
  switch (verdict.conclusion) {
    case "pass":
      return `passed${also}`;
    case "blocked":
      return `blocked by ${count3(blocking.length, "finding")}${also}`;
    case "unjudged":
      return `not judged: ${whyUnjudged(verdict)}`;
  }
}
function count3(number6, thing) {
  const many2 = thing.endsWith("y") ? `${thing.slice(0, -1)}ies` : `${thing}s`;
  return `${number6} ${number6 === 1 ? thing : many2}`;
}
function scope2(verdict) {
  const asked = `${count3(verdict.policies.length, "policy")} asked about ${count3(verdict.entities, "resource")}`;
  const read5 = `in ${count3(verdict.inputs.length, "file")}`;
  const { violated, unresolved, satisfied } = answers(verdict);
  return `${asked} ${read5}: ${violated} violated, ${unresolved} unresolved, ${satisfied} satisfied`;
}
function answers(verdict) {
  const sum4 = (pick) => verdict.tally.reduce((total, tally) => total + pick(tally), 0);
  return {
    violated: sum4((tally) => tally.violated),
    unresolved: sum4((tally) => tally.unresolved),
    satisfied: sum4((tally) => tally.satisfied)
  };
}
function whyUnjudged(verdict) {
  const [first, ...others] = verdict.failures;
  if (first === void 0) return "nothing was there to judge";
  if (others.length === 0) return shorten(oneLine(first.message), 200);
  const kinds7 = Object.entries(reasons2).flatMap(([code2, reason2]) => {
    const number6 = verdict.failures.filter((failure) => failure.code === code2).length;
    return number6 === 0 ? [] : [reason2(number6)];
  });
  return kinds7.join(", ");
}
var reasons2;
var init_headline = __esm({
  "src/report/headline.ts"() {
    "use strict";
    init_visible();
    init_words2();
    reasons2 = {
      unreadable: (number6) => `${count3(number6, "file")} cannot be read`,
      policy: (number6) => `${count3(number6, "mistake")} in policies or configuration`,
      usage: (number6) => `${count3(number6, "mistake")} in how the gate was called`,
      empty: () => "nothing was there to judge"
    };
  }
});

// src/report/closing.ts
function closingCounts(verdict) {
  const { violated, unresolved, satisfied } = answers(verdict);
  const notApplicable = verdict.tally.reduce((sum4, tally) => sum4 + tally.notApplicable, 0);
  const { audited } = told3(verdict);
  const asked = `${count3(verdict.policies.length, "policy")} about ${count3(verdict.entities, "resource")}`;
  return [
    `read      ${inputs2(verdict)}`,
    `asked     ${asked} in ${seconds(verdict.elapsedMilliseconds)}`,
    `answered  ${violated} violated, ${unresolved} unresolved, ${satisfied} satisfied, ${notApplicable} not applicable`,
    ...audited === 0 ? [] : [`counted   ${count3(audited, "finding")} of policies under audit, not shown`]
  ];
}
function answer(verdict, paint) {
  const passed = verdict.conclusion === "pass";
  return paint(`${passed ? "✓" : "✗"} ${headline(verdict)}`, passed ? "green" : "red", "bold");
}
function inputs2({ inputs: inputs3, leftAlone }) {
  const counts3 = /* @__PURE__ */ new Map();
  for (const { format } of inputs3) counts3.set(format, (counts3.get(format) ?? 0) + 1);
  const read5 = [...counts3].map(([format, number6]) => count3(number6, nouns[format]));
  const others = leftAlone === 0 ? "" : `; left ${count3(leftAlone, "other file")} alone`;
  return `${read5.length === 0 ? "nothing" : listed2(read5)}${others}`;
}
function seconds(milliseconds) {
  return milliseconds < 1e3 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1e3).toFixed(1)} s`;
}
var nouns;
var init_closing = __esm({
  "src/report/closing.ts"() {
    "use strict";
    init_headline();
    init_words2();
    nouns = {
      terraform: "Terraform plan",
      cloudformation: "CloudFormation template",
      kubernetes: "manifest file",
      eksctl: "eksctl file",
      inventory: "inventory"
    };
  }
});

// src/report/columns.ts
function columnsOf(text8) {
  let columns = 0;
  for (const character2 of text8)
    columns += narrow.test(character2) ? 1 : zero.test(character2) ? 0 : wide.test(character2) ? 2 : 1;
  return columns;
}
function cropped(text8, from, to) {
  const first = from > 0 ? from + 1 : 0;
  const last = columnsOf(text8) > to ? to - 1 : to;
  let column = 0;
  let part = "";
  for (const character2 of text8) {
    const next = column + columnsOf(character2);
    if (column >= first && next <= last)
      part += part === "" ? " ".repeat(column - first) + character2 : character2;
    column = next;
  }
  return `${from > 0 ? "…" : ""}${part}${last < to ? "…" : ""}`;
}
function wrapped(text8, width2) {
  const lines2 = [];
  let line = "";
  for (const word4 of text8.split(" ")) {
    if (line !== "" && columnsOf(line) + 1 + columnsOf(word4) > width2) {
      lines2.push(line);
      line = word4;
    } else line = line === "" ? word4 : `${line} ${word4}`;
  }
  return line === "" && lines2.length > 0 ? lines2 : [...lines2, line];
}
var narrow, zero, wide;
var init_columns = __esm({
  "src/report/columns.ts"() {
    "use strict";
    narrow = /^[ -~]$/;
    zero = new RegExp("^(?:\\p{Mn}|\\p{Me}|\\u200C|\\u200D)$", "u");
    wide = /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u;
  }
});

// src/report/frame.ts
function codeFrame(lines2, place2, { context, width: width2 }) {
  const { line, column = 1, endColumn = column + 1 } = place2;
  const marked = line === void 0 ? void 0 : lines2[line - 1];
  if (line === void 0 || marked === void 0 || concealed(lines2, line - 1) !== marked) return [];
  const [first, last] = surroundings(lines2, line - 1, context);
  const indent = sharedIndent(lines2.slice(first, last + 1));
  const end = endColumn > column ? endColumn : column + 1;
  const start = columnsOf(visibleLine(marked.slice(indent, column - 1)));
  const length3 = Math.max(1, columnsOf(visibleLine(marked.slice(Math.max(indent, column - 1), end - 1))));
  const from = start + Math.min(length3, width2) > width2 ? Math.max(0, start - 4) : 0;
  const mark2 = { start: start - from, length: Math.max(1, Math.min(length3, width2 - (start - from))) };
  return lines2.slice(first, last + 1).map((_, index2) => ({
    number: first + index2 + 1,
    text: cropped(visibleLine(concealed(lines2, first + index2).slice(indent)).trimEnd(), from, from + width2),
    mark: first + index2 === line - 1 ? mark2 : void 0
  }));
}
function mayShowCode(finding) {
  if (finding.secret === true) return false;
  const secret = finding.refs.some(
    ({ format, owner }) => format === "kubernetes" && owner.split("/").includes("Secret")
  );
  return !secret && finding.concept !== "Secret" && !finding.message.includes("(sensitive)");
}
function concealed(lines2, at) {
  const line = lines2[at] ?? "";
  const named5 = secretName.exec(line);
  if (named5 !== null) return `${line.slice(0, named5.index + named5[0].length)}…`;
  const isValue = /^[ \t{-]*["']?value["']?[ \t]*[:=]/i.exec(line);
  return isValue !== null && secretName.test(lines2[at - 1] ?? "") ? `${isValue[0]} …` : line;
}
function surroundings(lines2, at, context) {
  let first = at;
  while (first > 0 && at - first < context && !isSeparator(lines2[first - 1])) first--;
  let last = at;
  while (last < lines2.length - 1 && last - at < context && !isSeparator(lines2[last + 1])) last++;
  while (first < at && isBlank2(lines2[first])) first++;
  while (last > at && isBlank2(lines2[last])) last--;
  return [first, last];
}
function visibleLine(line) {
  return visible(line.replace(/\r$/, "").replaceAll("	", "  ").replaceAll("\n", " "));
}
function isSeparator(line) {
  return line !== void 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(line);
}
function isBlank2(line) {
  return line === void 0 || line.trim() === "";
}
function sharedIndent(lines2) {
  const indents = lines2.filter((line) => !isBlank2(line)).map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  return Math.min(...indents);
}
var secretName;
var init_frame2 = __esm({
  "src/report/frame.ts"() {
    "use strict";
    init_columns();
    init_visible();
    secretName = /(?:passw(?:or)?d|passphrase|secret|token|(?:api|access|private|signing)[_-]?key|credentials?)(?:[_-]?(?:string|value|hash|id))?["']?(?=\s*[:=,}]|\s*$)/i;
  }
});

// src/report/grouped.ts
function grouped(members3, by) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const member3 of members3) {
    const key4 = by(member3);
    const group2 = groups2.get(key4);
    if (group2 === void 0) groups2.set(key4, [member3]);
    else group2.push(member3);
  }
  return [...groups2];
}
var init_grouped = __esm({
  "src/report/grouped.ts"() {
    "use strict";
  }
});

// src/report/open.ts
function openQuestions(findings) {
  return grouped(findings, adviceFor).map(([advice2, some2]) => ({
    advice: advice2,
    causes: grouped(some2, causeKey).map(([, same4]) => causeOf(same4))
  }));
}
function adviceFor({ missing: [first] }) {
  return first === void 0 ? "" : advice(first);
}
function causeKey({ missing: missing2, message }) {
  if (missing2.length === 0) return message;
  return [...new Set(missing2.map(keyOf6))].sort().join("\n");
}
function keyOf6(missing2) {
  const { name, reason: reason2 } = unknownOf2(missing2);
  const { ref, place: place2 } = missing2;
  const isPlaced = ref?.format === "terraform" && place2?.line !== void 0;
  return `${reason2} ${isPlaced ? showPlace(place2) : `${ref?.file} ${name}`}`;
}
function causeOf(findings) {
  const missing2 = findings.flatMap((finding) => finding.missing);
  const unknowns = [...new Map(missing2.map((one3) => [unknownOf2(one3).name, unknownOf2(one3)])).values()];
  const place2 = missing2.find((one3) => one3.place !== void 0)?.place ?? findings[0]?.place;
  return { unknowns, place: place2, findings };
}
function unknownOf2({ attribute: attribute2, reason: reason2 }) {
  const found = /^made from `([^`]+)`, (.+)$/s.exec(reason2);
  return found === null ? { name: attribute2, reason: reason2 } : { name: found[1] ?? attribute2, reason: found[2] ?? reason2 };
}
var init_open = __esm({
  "src/report/open.ts"() {
    "use strict";
    init_place();
    init_advice();
    init_grouped();
  }
});

// src/report/paint.ts
function painter(colour) {
  if (!colour) return (text8) => text8;
  return (text8, ...styles) => (0, import_node_util2.styleText)([...styles], text8, { validateStream: false });
}
var import_node_util2;
var init_paint = __esm({
  "src/report/paint.ts"() {
    "use strict";
    import_node_util2 = require("node:util");
  }
});

// src/report/terminal.ts
var terminal_exports = {};
__export(terminal_exports, {
  terminal: () => terminal
});
function terminal(verdict, options2) {
  const page = { ...options2, width: Math.max(40, options2.width), paint: painter(options2.colour) };
  const listable = options2.quiet === true ? ["deny"] : ["deny", "warn"];
  const listed3 = verdict.findings.filter(({ enforcement }) => listable.includes(enforcement));
  const [open6, shown4] = [listed3.filter(isOpen3), listed3.filter((finding) => !isOpen3(finding))];
  const sections2 = [
    ...verdict.failures.map((failure) => failureSection(failure, page)),
    ...grouped(shown4, ({ place: place2 }) => place2.file).map(([, findings]) => fileSection(findings, page)),
    ...open6.length === 0 ? [] : [openSection(open6, page)],
    ...verdict.notes.map((note) => noteSection(note, page)),
    ...options2.quiet === true ? [] : [closingCounts(verdict).map((line) => page.paint(line, "dim"))],
    [answer(verdict, page.paint)]
  ];
  return `${sections2.map((section2) => section2.join("\n")).join("\n\n")}
`;
}
function isOpen3({ outcome, enforcement }) {
  return outcome === "unresolved" && enforcement !== "deny";
}
function failureSection(failure, page) {
  const { at, message, hint } = failure;
  return [
    ...at === void 0 ? [] : [page.paint(oneLine(showPlace(at)), "underline")],
    ...paragraph(page.paint("error: ", "red", "bold"), message, page),
    ...hint === void 0 ? [] : paragraph(page.paint("help: ", "cyan"), hint, page)
  ];
}
function noteSection({ at, message, hint }, page) {
  const where = at === void 0 ? "" : `${showPlace(at)}: `;
  return paragraph(page.paint("note: ", "yellow", "bold"), `${where}${message}; ${hint}`, page);
}
function fileSection(findings, page) {
  const alike = grouped(findings, ({ policy, outcome }) => `${policy.id} ${outcome}`);
  return [
    page.paint(oneLine(findings[0]?.place.file ?? ""), "underline"),
    ...withoutDoubleBlanks(alike.flatMap(([, group2]) => alikeLines(group2, page)))
  ];
}
function withoutDoubleBlanks(lines2) {
  return lines2.filter((line, index2) => line !== "" || (lines2[index2 + 1] ?? "") !== "");
}
function alikeLines(findings, page) {
  const inFull = findings.length === mostInFull + 1 ? findings : findings.slice(0, mostInFull);
  const rest = findings.slice(inFull.length);
  const fix2 = findings[0]?.outcome === "violated" ? firstSentence(findings[0].policy.fix) : "";
  return [
    ...inFull.flatMap((finding) => ["", ...findingLines(finding, page)]),
    ...rest.length === 0 ? [] : ["", ...folded2(rest, page)],
    ...fix2 === "" ? [] : paragraph(page.paint("fix: ", "green"), fix2, page)
  ];
}
function findingLines(finding, page) {
  return [
    headline2(finding, page),
    ...paragraph("", finding.message, page),
    ...frameLines(finding, page),
    ...trailLines(finding, page),
    ...missingLines(finding, page)
  ];
}
function headline2(finding, page) {
  const { policy, resource: resource3, severity, outcome, enforcement } = finding;
  const [mark2, colour] = enforcement === "deny" ? ["✗", "red"] : ["!", "yellow"];
  const position = positionOf2(finding);
  return [
    ...position === "" ? [] : [page.paint(position, "dim")],
    page.paint(`${mark2} ${severity}${outcome === "unresolved" ? ", unresolved" : ""}`, colour, "bold"),
    policy.id,
    page.paint(oneLine(resource3), "cyan")
  ].map((part) => `  ${part}`).join("");
}
function positionOf2({ place: { line, column } }) {
  if (line === void 0) return "";
  return column === void 0 ? `${line}` : `${line}:${column}`;
}
function frameLines(finding, page) {
  const lines2 = mayShowCode(finding) ? page.lines(finding.place.file) : void 0;
  if (lines2 === void 0) return [];
  const gutter = String((finding.place.line ?? 0) + 1).length + 4;
  const frame = codeFrame(lines2, finding.place, { context: 1, width: page.width - gutter - 3 });
  return frame.length === 0 ? [] : ["", ...frame.flatMap((line) => numbered(line, gutter, finding, page)), ""];
}
function numbered(line, gutter, finding, page) {
  const { number: number6, text: text8, mark: mark2 } = line;
  const numbers = page.paint(`${String(number6).padStart(gutter)} │`, "dim");
  if (mark2 === void 0) return [`${numbers} ${page.paint(text8, "dim")}`.trimEnd()];
  const colour = finding.enforcement === "deny" ? "red" : "yellow";
  const under = page.paint("^".repeat(mark2.length), colour, "bold");
  return [
    `${numbers} ${text8}`,
    `${page.paint(`${" ".repeat(gutter)} │`, "dim")} ${" ".repeat(mark2.start)}${under}`
  ];
}
function trailLines({ trail, note }, page) {
  const places2 = trail.map(({ place: place2 }) => showPlace(place2));
  const half = mostSteps / 2;
  const left = places2.length - mostSteps;
  const shown4 = left <= 0 ? places2 : [...places2.slice(0, half), `${left} more`, ...places2.slice(-half)];
  return [
    ...shown4.length === 0 ? [] : paragraph(page.paint("from: ", "cyan"), shown4.join(" <- "), page),
    ...note === void 0 ? [] : paragraph(page.paint("note: ", "cyan"), note, page)
  ];
}
function missingLines({ missing: missing2 }, page) {
  if (missing2.length === 0) return [];
  const [first] = missing2;
  const waits = paragraph(page.paint("to decide this: ", "cyan"), unknownsText(missing2.map(unknownOf2)), page);
  return first === void 0 ? waits : [...waits, ...paragraph(page.paint("help: ", "cyan"), advice(first), page)];
}
function unknownsText(unknowns) {
  const reasons4 = [...new Set(unknowns.map(({ reason: reason2 }) => reason2))].map((reason2) => {
    const names2 = unknowns.filter((one3) => one3.reason === reason2).map(({ name }) => name);
    const more2 = names2.length > mostNamed2 ? [`${names2.length - mostNamed2} more`] : [];
    return `${listed2([...names2.slice(0, mostNamed2), ...more2])} ${are(names2.length, reason2)}`;
  });
  return reasons4.join("; ");
}
function openSection(findings, page) {
  const kinds7 = openQuestions(findings).map((kind) => openKind(kind, page));
  const title2 = page.paint(count3(findings.length, "open question"), "underline");
  return [title2, ...kinds7.flatMap((kind) => ["", ...kind])];
}
function openKind({ advice: advice2, causes }, page) {
  const inFull = causes.length === mostCauses + 1 ? causes : causes.slice(0, mostCauses);
  const rest = causes.slice(inFull.length).flatMap((cause) => cause.findings);
  return [
    ...inFull.flatMap((cause) => openCause(cause, page)),
    ...rest.length === 0 ? [] : [`  and ${count3(rest.length, "more question")} of this kind`],
    ...advice2 === "" ? [] : paragraph(page.paint("help: ", "cyan"), advice2, page)
  ];
}
function openCause({ unknowns, place: place2, findings }, page) {
  const what = unknowns.length === 0 ? findings[0]?.message ?? "" : unknownsText(unknowns);
  return [
    ...paragraph("", what, page),
    ...place2 === void 0 ? [] : [`    ${page.paint(`at ${oneLine(showPlace(place2))}`, "dim")}`],
    ...grouped(findings, ({ policy }) => policy.id).flatMap(([, same4]) => decided(same4, page))
  ];
}
function decided(findings, page) {
  const [first] = findings;
  if (first === void 0) return [];
  const names2 = [...new Set(findings.map(({ resource: resource3 }) => oneLine(resource3)))];
  const more2 = names2.length > 2 ? [`${names2.length - 1} more`] : names2.slice(1);
  const mark2 = page.paint(`! ${first.severity}`, "yellow", "bold");
  const whom = page.paint(listed2([...names2.slice(0, 1), ...more2]), "cyan");
  return [`    ${mark2}  ${first.policy.id}  ${whom}`];
}
function folded2(findings, page) {
  const named5 = findings.length === mostFolded + 1 ? findings : findings.slice(0, mostFolded);
  const positions2 = named5.map(positionOf2);
  const widest = Math.max(...positions2.map((position) => position.length));
  const others = findings.length - named5.length;
  return [
    `  ${page.paint(`${findings.length} more of ${findings[0]?.policy.id}`, "bold")}`,
    ...named5.map(({ resource: resource3 }, index2) => {
      const position = (positions2[index2] ?? "").padStart(widest);
      return `    ${page.paint(position, "dim")}${widest === 0 ? "" : "  "}${page.paint(oneLine(resource3), "cyan")}`;
    }),
    ...others === 0 ? [] : [`    and ${others} others`]
  ];
}
function paragraph(label2, text8, page) {
  const indent = "  ";
  const bare = label2.replace(/\u001B\[[\d;]*m/g, "");
  const room = page.width - indent.length;
  const lines2 = wrapped(`${"x".repeat(columnsOf(bare))}${oneLine(text8)}`, room);
  return lines2.map((line, index2) => `${indent}${index2 === 0 ? `${label2}${line.slice(bare.length)}` : line}`);
}
var mostInFull, mostSteps, mostNamed2, mostCauses, mostFolded;
var init_terminal = __esm({
  "src/report/terminal.ts"() {
    "use strict";
    init_place();
    init_advice();
    init_closing();
    init_columns();
    init_visible();
    init_frame2();
    init_grouped();
    init_headline();
    init_open();
    init_paint();
    init_words2();
    mostInFull = 3;
    mostSteps = 6;
    mostNamed2 = 3;
    mostCauses = 6;
    mostFolded = 5;
  }
});

// src/report/json.ts
var json_exports = {};
__export(json_exports, {
  json: () => json
});
function json(verdict, options2 = {}) {
  const report2 = {
    schemaVersion: 1,
    conclusion: verdict.conclusion,
    counts: counts2(verdict),
    failures: verdict.failures.map(failurePart),
    notes: verdict.notes.map(({ message, hint, at }) => ({ message, hint, ...at && { place: { ...at } } })),
    findings: verdict.findings.map(findingPart),
    policies: policies(verdict),
    inputs: verdict.inputs.map(({ file, format, bytes: bytes2, declares }) => ({ file, format, bytes: bytes2, declares })),
    ...options2.elapsed === true ? { run: { elapsedMilliseconds: verdict.elapsedMilliseconds } } : {}
  };
  return `${JSON.stringify(report2, void 0, 2).replace(unseen, escaped3)}
`;
}
function counts2(verdict) {
  const { blocking, warnings, unresolved, audited } = told3(verdict);
  return {
    blocking: blocking.length,
    warnings: warnings.length,
    unresolved: unresolved.length,
    audited,
    answers: { ...answers(verdict), notApplicable: sumOf2(verdict, ({ notApplicable }) => notApplicable) },
    entities: verdict.entities,
    leftAlone: verdict.leftAlone
  };
}
function sumOf2(verdict, of) {
  return verdict.tally.reduce((sum4, tally) => sum4 + of(tally), 0);
}
function failurePart({ code: code2, message, hint, at }) {
  return {
    code: code2,
    message,
    ...hint === void 0 ? {} : { hint },
    ...at === void 0 ? {} : { place: { ...at } }
  };
}
function findingPart(finding) {
  const { policy, outcome, severity, enforcement, concept: concept2, resource: resource3, message, missing: missing2, refs } = finding;
  const { place: place2, trail } = finding;
  const [best] = refs;
  return {
    policy: policy.id,
    outcome,
    severity,
    enforcement,
    concept: concept2,
    resource: resource3,
    message,
    ...finding.when === void 0 ? {} : { when: finding.when },
    place: { ...place2 },
    ...trail.length === 0 ? {} : { trail: trail.map(({ place: place3, what }) => ({ place: { ...place3 }, what })) },
    ...finding.note === void 0 ? {} : { note: finding.note },
    ...best === void 0 ? {} : { reference: { format: best.format, owner: best.owner, path: [...best.path] } },
    missing: missing2.map(missingPart)
  };
}
function missingPart(missing2) {
  const { attribute: attribute2, reason: reason2, place: place2 } = missing2;
  return {
    attribute: attribute2,
    reason: reason2,
    ...place2 === void 0 ? {} : { place: { ...place2 } },
    help: advice(missing2)
  };
}
function policies(verdict) {
  const tallies = new Map(verdict.tally.map((tally) => [tally.policy.id, tally]));
  return verdict.policies.map(({ id, family, title: title2, severity, enforcement, fix: fix2 }) => {
    const { violated = 0, satisfied = 0, unresolved = 0, notApplicable = 0 } = tallies.get(id) ?? {};
    return {
      id,
      family,
      title: title2,
      severity,
      enforcement,
      fix: fix2,
      answers: { violated, unresolved, satisfied, notApplicable }
    };
  });
}
function escaped3(character2) {
  const units = Array.from({ length: character2.length }, (_, unit) => character2.charCodeAt(unit));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
var unseen;
var init_json2 = __esm({
  "src/report/json.ts"() {
    "use strict";
    init_advice();
    init_headline();
    unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
  }
});

// src/report/escape/markdown.ts
function text7(untrusted, most2 = 2e3) {
  return escapeText(shorten(oneLine(untrusted), most2));
}
function prose(untrusted, most2 = 4e3) {
  return shorten(oneLine(untrusted), most2).split(/(`[^`]+`)/).map((part, index2) => index2 % 2 === 1 ? code(part.slice(1, -1)) : escapeText(part)).join("");
}
function paragraphs(untrusted, most2 = 8e3) {
  return shorten(untrusted.replaceAll("\r\n", "\n").trim(), most2).split(/\n\s*\n/).map(
    (paragraph2) => paragraph2.split(/\n(?=\s*[-*] )/).map(listLine).join("\n")
  ).join("\n\n");
}
function code(untrusted, most2 = 500) {
  const content = shorten(visible(untrusted.replace(/\r\n|\n|\t/g, " ")), most2);
  if (content.trim() === "") return "`(empty)`";
  const fence = "`".repeat(longestRun(content) + 1);
  const room = /^[` ]|[` ]$/.test(content) ? " " : "";
  return `${fence}${room}${content}${room}${fence}`;
}
function link(label2, address) {
  if (!/^https?:\/\//.test(address)) return `${label2} (${text7(address)})`;
  return `[${label2}](${destination(address)})`;
}
function listLine(line) {
  const item2 = /^\s*[-*] (.*)$/s.exec(line);
  return item2 === null ? prose(line) : `- ${prose(item2[1] ?? "")}`;
}
function escapeText(untrusted) {
  return quiet(
    entities(untrusted).replace(/[\\`*[\]|~]/g, "\\$&").replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_").replace(/^(?=[-+=#])/, "\\").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
  );
}
function entities(untrusted) {
  return untrusted.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("$", "&#36;");
}
function quiet(escaped4) {
  return withoutEmoji(escaped4).replace(/@(?=[\p{L}\p{N}])/gu, `@${between}`).replace(/(?<!&)#(?=\d)/g, `#${between}`).replace(/(?<![\p{L}\p{N}])gh-(?=\d)/giu, (reference4) => `${reference4}${between}`).replace(/:(?=\/\/)/g, `:${between}`).replace(/(?<![\p{L}\p{N}])www(?=\.)/giu, (prefix) => `${prefix}${between}`);
}
function withoutEmoji(escaped4) {
  return escaped4.replace(
    /\S*:[\w+\\-]+:\S*/g,
    (word4) => /^\W*arn:/.test(word4) || /^[\da-f:./]+$/i.test(word4) ? word4 : word4.replace(/:(?=[\w+\\-]+:)/g, `:${between}`)
  );
}
function destination(address) {
  return encodeURI(address.replace(new RegExp("\\p{Cs}", "gu"), "�")).replace(/%25(?=[\da-f]{2})/gi, "%").replace(/[()'*]/g, (character2) => `%${character2.charCodeAt(0).toString(16)}`).replace(
    /^https:\/\/github\.com(?=\/[^/]+\/[^/]+\/(?:issues|pull|discussions)\/)/,
    "https://redirect.github.com"
  ).replaceAll("&", "&amp;");
}
function longestRun(content) {
  return Math.max(0, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
}
var between;
var init_markdown = __esm({
  "src/report/escape/markdown.ts"() {
    "use strict";
    init_visible();
    between = "&#8203;";
  }
});

// src/report/markdown.ts
function title(verdict) {
  const icon = { pass: "✅", blocked: "❌", unjudged: "❗" }[verdict.conclusion];
  return `### ${icon} EKS policy gate: ${text7(headline(verdict))}`;
}
function sections(verdict, context) {
  const { blocking, warnings, unresolved } = told3(verdict);
  return [
    failureSection2(verdict.failures, context),
    findingSection("Blocking", blocking, context),
    findingSection("Warnings", warnings, context),
    { heading: "Unresolved", groups: openQuestions(unresolved).map((kind) => openGroup(kind, context)) }
  ].filter((section2) => section2.groups.length > 0);
}
function within4(budget, all, more2) {
  const items = all.flatMap((section2) => section2.groups.flatMap((group2) => group2.items));
  const cut3 = (kept2) => {
    const dropped = sum3(items.slice(kept2).map(({ findings }) => findings));
    return [firstItems(all, kept2), dropped === 0 ? "" : more2(dropped)].filter((part) => part !== "").join("\n\n");
  };
  return cut3(largest3(items.length, (kept2) => bytes(cut3(kept2)) <= budget));
}
function bytes(content) {
  return Buffer.byteLength(content, "utf8");
}
function firstItems(all, most2) {
  let left = most2;
  const taken2 = all.flatMap(({ heading, groups: groups2 }) => {
    const parts2 = groups2.flatMap(({ head, items, foot }) => {
      const some2 = items.slice(0, left);
      left -= some2.length;
      return some2.length === 0 ? [] : [head, some2.map(({ text: text8 }) => text8).join("\n"), foot];
    });
    return parts2.length === 0 ? [] : [`#### ${heading}`, ...parts2];
  });
  return taken2.filter((part) => part !== "").join("\n\n");
}
function largest3(most2, isFine) {
  let fine = 0;
  let tooLarge2 = most2 + 1;
  let next = most2;
  while (next > fine) {
    if (isFine(next)) fine = next;
    else tooLarge2 = next;
    next = Math.floor((fine + tooLarge2) / 2);
  }
  return fine;
}
function notes({ notes: notes2 }, context) {
  const lines2 = notes2.map(({ at, message, hint }) => {
    const where = at === void 0 ? "" : `${placeLink(at, context)}: `;
    return `⚠️ ${where}${prose(message)}; ${prose(hint)}.`;
  });
  return lines2.length === 0 ? [] : [lines2.join("<br>")];
}
function shallowness({ shallow }) {
  return shallow === true ? ["no lines: check out with `fetch-depth: 2`"] : [];
}
function failureSection2(failures, context) {
  if (failures.length === 0) return { heading: "", groups: [] };
  const items = failures.map((failure) => {
    const at = failure.at === void 0 ? "" : `${placeLink(failure.at, context)}: `;
    const hint = failure.hint === void 0 ? "" : `<br>${prose(failure.hint)}`;
    return { text: `- ${at}${prose(failure.message)}${hint}`, findings: 1 };
  });
  return { heading: "Why there is no verdict", groups: [{ head: "", items, foot: "" }] };
}
function findingSection(heading, findings, context) {
  const groups2 = grouped(findings, ({ policy, severity, outcome }) => `${policy.id} ${severity} ${outcome}`);
  return { heading, groups: groups2.map(([, group2]) => findingGroup(group2, context)) };
}
function findingGroup(findings, context) {
  const [first] = findings;
  if (first === void 0) return { head: "", items: [], foot: "" };
  const { policy } = first;
  const doubt = first.outcome === "unresolved" && first.enforcement === "deny" ? "unresolved · " : "";
  return {
    head: `**${text7(policy.title, 300)}** · ${doubt}${first.severity} · ${code(policy.id)}`,
    items: findings.map((finding) => findingItem(finding, context)),
    foot: [...fix(first), why(first)].join("\n\n")
  };
}
function findingItem(finding, context) {
  const [first] = finding.missing;
  const lines2 = [
    `- ${code(finding.resource)} at ${placeLink(finding.place, context)}`,
    prose(finding.message, 1e3),
    ...first === void 0 ? [] : [`Not known: ${unknownsText2(finding.missing.map(unknownOf2))}.`],
    ...first === void 0 ? [] : [prose(advice(first))],
    ...finding.note === void 0 ? [] : [`Note: ${prose(finding.note)}.`]
  ];
  return { text: `${lines2.join("<br>")}${way(finding, context)}`, findings: 1 };
}
function way({ trail }, context) {
  if (trail.length === 0) return "";
  const steps = trail.map(({ place: place2, what }) => `${prose(what, 300)} at ${placeLink(place2, context)}`);
  const half = mostSteps2 / 2;
  const left = steps.length - mostSteps2;
  const shown4 = left <= 0 ? steps : [...steps.slice(0, half), `${left} more`, ...steps.slice(-half)];
  return `<details><summary>Where the value comes from</summary>${shown4.join("<br>")}</details>`;
}
function openGroup({ advice: advice2, causes }, context) {
  const total = sum3(causes.map(({ findings }) => findings.length));
  const head = `**${count3(total, "question")}**${advice2 === "" ? "" : ` · ${prose(advice2)}`}`;
  return { head, items: causes.map((cause) => openItem(cause, context)), foot: "" };
}
function openItem({ unknowns, place: place2, findings }, context) {
  const at = place2 === void 0 ? "" : ` at ${placeLink(place2, context)}`;
  const what = unknowns.length === 0 ? "an expression that cannot be worked out" : unknownsText2(unknowns);
  const decides = grouped(findings, ({ policy, severity }) => `${policy.id} ${severity}`).map(
    ([, same4]) => decidedLine(same4)
  );
  return { text: [`- ${what}${at}`, ...decides].join("<br>"), findings: findings.length };
}
function decidedLine(findings) {
  const [first] = findings;
  if (first === void 0) return "";
  const names2 = [...new Set(findings.map(({ resource: resource3 }) => resource3))];
  const shown4 = names2.slice(0, mostNamed3).map((name) => code(name, 200));
  const rest = names2.length > mostNamed3 ? ` and ${count3(names2.length - mostNamed3, "other")}` : "";
  const asked = `${first.severity} · ${code(first.policy.id)} · ${shown4.join(", ")}${rest}`;
  return `${asked}: ${prose(first.message, 1e3)}`;
}
function unknownsText2(unknowns) {
  const byReason = grouped(unknowns, ({ reason: reason2 }) => reason2);
  const parts2 = byReason.slice(0, mostNamed3).map(([reason2, some2]) => {
    const names2 = [...new Set(some2.map(({ name }) => name))];
    const shown4 = names2.slice(0, mostNamed3).map((name) => code(name, 200));
    const rest = names2.length > mostNamed3 ? ` and ${count3(names2.length - mostNamed3, "other")}` : "";
    return `${shown4.join(", ")}${rest} ${are(names2.length, prose(reason2, 300))}`;
  });
  return parts2.join("; ");
}
function fix({ policy, outcome }) {
  if (policy.fix.trim() === "") return [];
  return [`**${outcome === "violated" ? "Fix" : "If it is violated"}:** ${prose(policy.fix)}`];
}
function why({ policy }) {
  const sources = policy.sources.map((source2) => `- ${sourceLine(source2)}`).join("\n");
  return [
    "<details>",
    "<summary>Why, and sources</summary>\n",
    [paragraphs(policy.why), sources].filter((part) => part !== "").join("\n\n"),
    "\n</details>"
  ].join("\n");
}
function sourceLine(source2) {
  return /^https?:\/\/\S+$/.test(source2) ? link(text7(source2.replace(/^https?:\/\//, ""), 200), source2) : prose(source2, 500);
}
function placeLink(place2, context) {
  const label2 = code(place2.line === void 0 ? place2.file : `${place2.file}:${place2.line}`, 300);
  const { serverUrl, repository, headSha, isCommitted } = context;
  if (serverUrl === void 0 || repository === void 0 || headSha === void 0) return label2;
  if (isCommitted !== void 0 && !isCommitted(place2.file)) return label2;
  const path = place2.file.replace(new RegExp("\\p{Cs}", "gu"), "�").split("/").map(encodeURIComponent).join("/");
  return link(label2, `${serverUrl}/${repository}/blob/${headSha}/${path}${lines(place2)}`);
}
function lines({ line, endLine }) {
  if (line === void 0) return "";
  return endLine === void 0 || endLine <= line ? `#L${line}` : `#L${line}-L${endLine}`;
}
function sum3(numbers) {
  return numbers.reduce((total, number6) => total + number6, 0);
}
var mostSteps2, mostNamed3;
var init_markdown2 = __esm({
  "src/report/markdown.ts"() {
    "use strict";
    init_advice();
    init_markdown();
    init_grouped();
    init_headline();
    init_open();
    init_words2();
    mostSteps2 = 10;
    mostNamed3 = 5;
  }
});

// src/report/comment.ts
var comment_exports = {};
__export(comment_exports, {
  commentBytes: () => commentBytes,
  markerBytes: () => markerBytes,
  renderComment: () => renderComment
});
function renderComment(verdict, context) {
  const head = [title(verdict), ...notes(verdict, context)].join("\n\n");
  const foot = footer(verdict, context);
  if (isClean(verdict)) return [head, ...resolved(context), foot].join("\n\n");
  const room = commentBytes - markerBytes - bytes(head) - bytes(foot) - 8;
  return [head, within4(room, sections(verdict, context), (dropped) => more(dropped, context)), foot].join(
    "\n\n"
  );
}
function resolved({ resolved: number6 }) {
  if (number6 === void 0 || number6 === 0) return [];
  return [
    number6 === 1 ? "The finding reported here is resolved." : `All ${number6} findings reported here are resolved.`
  ];
}
function footer(verdict, context) {
  const { audited } = told3(verdict);
  const parts2 = [
    scope2(verdict),
    ...audited > 0 ? [`${count3(audited, "finding")} under audit, only counted`] : [],
    ...shallowness(context),
    ...context.runUrl === void 0 ? [] : [link("job summary", context.runUrl)]
  ];
  return `<sub>${parts2.join(" · ")}</sub>`;
}
function more(dropped, { runUrl }) {
  const where = runUrl === void 0 ? "the job summary" : `the ${link("job summary", runUrl)}`;
  return `**${count3(dropped, "more finding")}** ${dropped === 1 ? "is" : "are"} in ${where}.`;
}
var commentBytes, markerBytes;
var init_comment = __esm({
  "src/report/comment.ts"() {
    "use strict";
    init_markdown();
    init_headline();
    init_markdown2();
    commentBytes = 6e4;
    markerBytes = 320;
  }
});

// src/cli/check.ts
var check_exports = {};
__export(check_exports, {
  check: () => check3
});
async function check3(args) {
  const { values: values2, positionals } = parse4("check", args, options);
  const format = formatOf(values2.format);
  const settings2 = settingsOf(values2);
  const exclude = [...settings2.configuration.exclude, ...values2.exclude ?? []];
  const tree = await diskTree(process.cwd(), positionals, { exclude });
  const progress = progressLine(process.stderr);
  const verdict = await gate({
    tree,
    settings: settings2,
    now: dayOf(values2.date),
    clock: () => performance.now(),
    onProgress: progress.show
  });
  progress.clear();
  const report2 = await formats[format](verdict, { quiet: values2.quiet, toFile: values2.output !== void 0 });
  if (values2.output === void 0) process.stdout.write(report2);
  else writeReport(values2.output, report2);
  return exitCode(verdict.conclusion);
}
function formatOf(name) {
  const names2 = Object.keys(formats);
  if (name === "terminal" || name === "json" || name === "markdown") return name;
  const meant2 = suggest(name, names2);
  const hint = meant2 === void 0 ? `formats are ${names2.join(", ")}` : `did you mean \`${meant2}\`?`;
  throw new Failure("usage", `there is no format \`${name}\``, { hint });
}
function wantsColour(isTerminal) {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== void 0 && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== void 0 && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}
function dayOf(date) {
  if (date === void 0) return (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
  const day = /* @__PURE__ */ new Date(`${date}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date))
    return date;
  throw new Failure("usage", `\`${date}\` is not a date`, { hint: "write it as 2027-01-31" });
}
function writeReport(file, report2) {
  try {
    (0, import_node_fs5.writeFileSync)(file, report2);
  } catch (error) {
    throw new Failure("usage", `the report cannot be written to \`${file}\``, { hint: reason(error) });
  }
}
function reason(error) {
  if (!(error instanceof Error)) return String(error);
  const { code: code2 } = error;
  return reasons3[code2 ?? ""] ?? error.message;
}
var import_node_fs5, options, formats, reasons3;
var init_check2 = __esm({
  "src/cli/check.ts"() {
    "use strict";
    import_node_fs5 = require("node:fs");
    init_failure();
    init_suggest();
    init_gate();
    init_disk();
    init_lines2();
    init_decide();
    init_options();
    init_progress();
    options = {
      ...policyOptions,
      exclude: { type: "string", short: "x", multiple: true },
      inventory: { type: "string", short: "i", multiple: true },
      parameters: { type: "string", multiple: true },
      format: { type: "string", short: "f", default: "terminal" },
      output: { type: "string", short: "o" },
      quiet: { type: "boolean", short: "q", default: false },
      date: { type: "string" }
    };
    formats = {
      terminal: async (verdict, { quiet: quiet2, toFile }) => {
        const { terminal: terminal2 } = await Promise.resolve().then(() => (init_terminal(), terminal_exports));
        const { isTTY, columns } = process.stdout;
        return terminal2(verdict, {
          quiet: quiet2,
          colour: !toFile && wantsColour(isTTY),
          width: columns ?? 100,
          lines: linesIn(process.cwd())
        });
      },
      json: async (verdict) => (await Promise.resolve().then(() => (init_json2(), json_exports))).json(verdict),
      markdown: async (verdict) => `${(await Promise.resolve().then(() => (init_comment(), comment_exports))).renderComment(verdict, {})}
`
    };
    reasons3 = {
      ENOENT: "its folder does not exist",
      ENOTDIR: "its folder is a file",
      EISDIR: "it is a folder",
      EACCES: "writing there is not permitted",
      EPERM: "writing there is not permitted",
      EROFS: "nothing can be written there",
      ENOSPC: "there is no space left"
    };
  }
});

// src/cli/list.ts
var list_exports = {};
__export(list_exports, {
  complain: () => complain,
  list: () => list5
});
async function list5(args) {
  const { values: values2, positionals } = parse4("list", args, policyOptions);
  if (positionals[0] !== void 0) {
    throw new Failure("usage", `list takes no \`${positionals[0]}\``, {
      hint: "it lists the policies; see eks-policy-gate list --help"
    });
  }
  const { policies: policies2, mistakes } = await load(settingsOf(values2));
  const width2 = Math.max(0, ...policies2.map(({ id }) => id.length));
  const families = [...new Set(policies2.map(({ family }) => family))];
  const text8 = families.map((family) => {
    const members3 = policies2.filter((policy) => policy.family === family);
    const rows = members3.map(
      ({ id, enforcement, severity, title: title2 }) => `  ${id.padEnd(width2)}  ${enforcement.padEnd(5)}  ${severity.padEnd(8)}  ${oneLine(title2)}`
    );
    return [family, ...rows].join("\n");
  });
  if (policies2.length > 0) process.stdout.write(`${text8.join("\n\n")}

${plural(policies2.length)}
`);
  return complain(mistakes);
}
function plural(count4) {
  return count4 === 1 ? "1 policy" : `${count4} policies`;
}
function complain(mistakes) {
  for (const { at, message } of mistakes)
    process.stderr.write(`error: ${oneLine(`${showPlace(at)}: ${message}`)}
`);
  return mistakes.length === 0 ? 0 : 2;
}
var init_list = __esm({
  "src/cli/list.ts"() {
    "use strict";
    init_failure();
    init_place();
    init_gate();
    init_visible();
    init_options();
  }
});

// src/report/explanation.ts
var explanation_exports = {};
__export(explanation_exports, {
  explanation: () => explanation
});
function explanation(policy) {
  const { id, family, severity, enforcement, title: title2, parameters } = policy;
  const condition = policy.when === void 0 ? [] : [`when    ${policy.when.text.trim()}`];
  const parts2 = [
    `${id}
${title2}`,
    `${family}, ${severity}; a violation ${effects[enforcement]}, and where it cannot be told it ${effects[policy.unresolved]}`,
    section("Why", policy.why),
    section("How to fix it", policy.fix),
    section(
      "What it asks",
      [
        `every  ${policy.select}`.replace("every ", "of every"),
        ...condition,
        `assert  ${oneLine2(policy.assert.text)}`
      ].join("\n")
    ),
    ...parameters.length === 0 ? [] : [
      section(
        "Parameters",
        parameters.map((each3) => `${each3.name} = ${show2(policy.params.get(each3.name) ?? null)}: ${each3.doc}`).join("\n")
      )
    ],
    section("Sources", policy.sources.join("\n"))
  ];
  return `${parts2.join("\n\n")}
`;
}
function section(title2, text8) {
  const lines2 = text8.trim().split("\n");
  return [title2, ...lines2.map((line) => `  ${line}`.trimEnd())].join("\n");
}
function oneLine2(text8) {
  return text8.trim().replace(/\s+/g, " ");
}
function show2(value) {
  if (Array.isArray(value)) return value.map(show2).join(", ");
  return value instanceof Unknown ? "(unknown)" : String(value);
}
var effects;
var init_explanation = __esm({
  "src/report/explanation.ts"() {
    "use strict";
    init_value();
    effects = { deny: "blocks", warn: "warns", audit: "is only counted" };
  }
});

// src/cli/explain.ts
var explain_exports = {};
__export(explain_exports, {
  explain: () => explain
});
async function explain(args) {
  const { values: values2, positionals } = parse4("explain", args, policyOptions);
  const [id, ...others] = positionals;
  if (id === void 0 || others.length > 0) {
    throw new Failure("usage", "explain takes the name of one policy", { hint: "see eks-policy-gate list" });
  }
  const { policies: policies2, mistakes } = await load(settingsOf(values2, { cases: true }));
  const policy = policies2.find((candidate) => candidate.id === id);
  if (policy === void 0) {
    const meant2 = suggest(
      id,
      policies2.map((candidate) => candidate.id)
    );
    const hint = meant2 === void 0 ? "see eks-policy-gate list" : `did you mean \`${meant2}\`?`;
    throw new Failure("usage", `there is no policy \`${id}\``, { hint });
  }
  const { explanation: explanation2 } = await Promise.resolve().then(() => (init_explanation(), explanation_exports));
  process.stdout.write(explanation2(policy));
  return complain(mistakes);
}
var init_explain = __esm({
  "src/cli/explain.ts"() {
    "use strict";
    init_failure();
    init_suggest();
    init_gate();
    init_list();
    init_options();
  }
});

// src/cli/help.ts
var help_exports = {};
__export(help_exports, {
  help: () => help
});
function help(command) {
  return (command === void 0 ? void 0 : pages[command]) ?? overview;
}
var overview, pages;
var init_help = __esm({
  "src/cli/help.ts"() {
    "use strict";
    overview = `eks-policy-gate: a policy gate for what a pull request would deploy to Amazon EKS

Usage
  eks-policy-gate check [paths...]     judge Terraform plans, CloudFormation, manifests and eksctl files
  eks-policy-gate list                 the policies there are, and what they do
  eks-policy-gate explain <policy>     one policy: what, why, how to fix it
  eks-policy-gate help <command>       more about a command

Example
  terraform show -json tfplan > plan.json
  eks-policy-gate check .

Exit codes
  0  pass       everything was judged and nothing blocks
  1  blocked    a policy that denies is violated
  2  unjudged   something could not be read, or there was nothing to judge, or the command is wrong
  3  bug        of eks-policy-gate itself`;
    pages = {
      check: `Judges what a repository would deploy.

Usage
  eks-policy-gate check [paths...] [options]

  Paths are files or folders; the current folder where none is named. Files are recognised by what is in them:
  Terraform and OpenTofu plans (terraform show -json), CloudFormation templates, Kubernetes manifests and eksctl
  ClusterConfig. Everything else is left alone.

Options
  -p, --policies <set>     recommended, or a folder or file of policies; may be given several times
  -c, --config <file>      configuration; .github/eks-policy-gate.yaml where it exists
  -x, --exclude <glob>     leave files out; may be given several times
  -i, --inventory <file>   what the account already has, made with examples/inventory; several for several accounts
      --parameters <file>  values for the parameters of CloudFormation templates, as the AWS CLI takes them; for one
                           template as <template>=<file>; may be given several times
  -f, --format <format>    terminal (default), json, markdown
  -o, --output <file>      write the report to a file instead of the terminal
  -q, --quiet              only what blocks, and the verdict
      --date <YYYY-MM-DD>  judge as of this day; today where it is left out

Examples
  eks-policy-gate check
  eks-policy-gate check plan.json k8s/ --format json --output report.json
  eks-policy-gate check infra --policies recommended --policies ./policies`,
      list: `Lists the policies there are.

Usage
  eks-policy-gate list [options]

Options
  -p, --policies <set>     recommended, or a folder or file of policies; may be given several times
  -c, --config <file>      configuration; .github/eks-policy-gate.yaml where it exists

Example
  eks-policy-gate list`,
      explain: `Explains a policy: what it asks, why, how to fix what it finds, and when it cannot tell.

Usage
  eks-policy-gate explain <policy> [options]

Options
  -p, --policies <set>     recommended, or a folder or file of policies; may be given several times
  -c, --config <file>      configuration; .github/eks-policy-gate.yaml where it exists

Example
  eks-policy-gate explain node-group-in-one-zone`
    };
  }
});

// src/cli/main.ts
init_failure();
init_visible();

// package.json
var version = "0.1.0";

// src/cli/version.ts
var version2 = version;

// src/cli/main.ts
var exitCodes = { pass: 0, unjudged: 2, bug: 3 };
var commands = {
  check: async () => (await Promise.resolve().then(() => (init_check2(), check_exports))).check,
  list: async () => (await Promise.resolve().then(() => (init_list(), list_exports))).list,
  explain: async () => (await Promise.resolve().then(() => (init_explain(), explain_exports))).explain
};
async function main(args) {
  const [first, ...rest] = args;
  if (first === "--version" || first === "-v") return say(version2);
  if (first === void 0 || first === "--help" || first === "-h")
    return say((await Promise.resolve().then(() => (init_help(), help_exports))).help());
  if (first === "help") return showHelp(rest[0]);
  if (isCommand(first)) {
    if (rest.includes("--help") || rest.includes("-h")) return say((await Promise.resolve().then(() => (init_help(), help_exports))).help(first));
    return (await commands[first]())(rest);
  }
  if (first.startsWith("-")) {
    throw new Failure("usage", `\`${first}\` stands before the command`, {
      hint: "options come after it: eks-policy-gate check --format json"
    });
  }
  return noCommand(first);
}
async function showHelp(command) {
  if (command !== void 0 && !isCommand(command)) return noCommand(command);
  return say((await Promise.resolve().then(() => (init_help(), help_exports))).help(command));
}
async function noCommand(name) {
  const { suggest: suggest2 } = await Promise.resolve().then(() => (init_suggest(), suggest_exports));
  const meant2 = suggest2(name, Object.keys(commands));
  const hint = meant2 === void 0 ? "see eks-policy-gate --help" : `did you mean \`${meant2}\`?`;
  throw new Failure("usage", `there is no command \`${name}\``, { hint });
}
function isCommand(name) {
  return Object.hasOwn(commands, name);
}
function say(text8) {
  process.stdout.write(`${text8}
`);
  return exitCodes.pass;
}
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? exitCodes.pass);
  throw error;
});
main(process.argv.slice(2)).then(
  (code2) => {
    process.exitCode = code2;
  },
  (error) => {
    if (error instanceof Failure) {
      process.stderr.write(`error: ${oneLine(showFailure(error))}
`);
      process.exitCode = exitCodes.unjudged;
      return;
    }
    const stack = error instanceof Error ? error.stack : String(error);
    process.stderr.write(
      `${stack}

This is a bug of eks-policy-gate ${version2}, not of your input. Please report it with the lines above: https://github.com/eks-policy-gate/eks-policy-gate/issues
`
    );
    process.exitCode = exitCodes.bug;
  }
);
