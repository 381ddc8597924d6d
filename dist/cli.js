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
  return path.reduce((text7, step4) => {
    if (typeof step4 === "number") return `${text7}[${step4}]`;
    if (!/^[A-Za-z_][\w-]*$/.test(step4)) return `${text7}[${JSON.stringify(step4)}]`;
    return text7 === "" ? step4 : `${text7}.${step4}`;
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
function visible(text7) {
  return text7.replace(hidden, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
function oneLine(text7) {
  return visible(text7.replace(/\s+/g, " ").trim());
}
function shorten(text7, most) {
  if (text7.length <= most) return text7;
  return `${text7.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
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
function suggest(word3, candidates) {
  const limit = Math.max(2, Math.floor(word3.length / 3));
  let best;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word3.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
function didYouMean(word3, candidates) {
  const meant2 = suggest(word3, candidates);
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

// src/graph/concept.ts
function concept(table2) {
  const { suppliers = [], ...rest } = table2;
  return {
    methods: [],
    identity: [],
    aliases: (identity) => [identity],
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

// src/graph/entity.ts
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
      constructor(table2, supplier, lookup, declaration, part) {
        this.concept = table2.name;
        this.id = `${table2.name} ${declaration.file} ${declaration.owner} ${part.key}`.trimEnd();
        this.resource = part.resource ?? declaration.owner;
        this.declaration = declaration;
        this.part = part;
        this.#table = table2;
        this.#supplier = supplier;
        this.#lookup = lookup;
      }
      get ref() {
        return this.part.root.ref;
      }
      get count() {
        return this.part.count;
      }
      get(field) {
        return this.reading(field)?.value;
      }
      reading(field) {
        const kept = this.#readings.get(field);
        if (kept !== void 0) return kept;
        const declared3 = this.#table.fields[field];
        if (declared3 === void 0) return void 0;
        this.#readings.set(field, this.#unsupplied(field, "defined in terms of itself"));
        const reading = this.#read(field, declared3);
        this.#readings.set(field, reading);
        return reading;
      }
      #read(field, declared3) {
        if (declared3.inverse !== void 0) {
          const { of, by } = declared3.inverse;
          return derived(this.#lookup.inverse(this, of, by), this.ref);
        }
        const reader2 = this.#supplier.fields[field] ?? declared3.derive;
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
        const missing2 = [{ attribute: `${this.resource}.${field}`, reason: reason2, ref: this.ref }];
        return { value: new Unknown(missing2), ref: this.ref, sensitive: false, origin: "derived" };
      }
    };
    words = {
      terraform: "a Terraform plan",
      cloudformation: "a CloudFormation template",
      kubernetes: "a manifest",
      eksctl: "an eksctl file"
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
      constructor(table2, identity, { ref, sensitive }, lookup) {
        this.concept = table2.name;
        this.id = `${table2.name} outside ${identity}`;
        this.resource = sensitive ? placeName(ref) : identity;
        this.ref = ref;
        this.#identity = identity;
        this.#sensitive = sensitive;
        this.#table = table2;
        this.#lookup = lookup;
      }
      get(field) {
        return this.reading(field)?.value;
      }
      reading(field) {
        const declared3 = this.#table.fields[field];
        if (declared3 === void 0) return void 0;
        if (this.#isNamedBy(field)) return derived(this.#identity, this.ref, this.#sensitive);
        return derived(this.#value(field, declared3), this.ref);
      }
      #value(field, declared3) {
        if (field === "resource") return this.resource;
        const unread2 = new Unknown([
          { attribute: `${this.resource}.${field}`, reason: "not in anything that was read", ref: this.ref }
        ]);
        if (declared3.inverse === void 0) return unread2;
        const { of, by } = declared3.inverse;
        return new PartialList(this.#lookup.holders(this, of, by), unread2);
      }
      /** An ARN is told by its looks; another name may be any of several identities, unless there is but one. */
      #isNamedBy(field) {
        const { identity } = this.#table;
        if (!identity.includes(field)) return false;
        return identity.length === 1 || field === "arn" && this.#identity.startsWith("arn:");
      }
    };
  }
});

// src/source/declaration.ts
function standing(type, file, root) {
  const { format, owner } = root.ref;
  return { format, type, owner, file, mode: "managed", change: "declared", root, before: void 0 };
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
  const attribute = {
    ref,
    state: "unknown",
    sensitive: false,
    json: void 0,
    missing: missing2,
    links: { ...noLinks, closed: false },
    get: () => attribute,
    items: () => [],
    entries: () => []
  };
  return attribute;
}
var init_unread = __esm({
  "src/graph/unread.ts"() {
    "use strict";
    init_declaration();
  }
});

// src/graph/several.ts
function membersOf(list4, name) {
  switch (list4.state) {
    case "absent":
      return [];
    case "unknown":
      return [{ root: list4, key: name, count: anyNumber([missingOf(list4)]) }];
    case "known": {
      const items = list4.items();
      if (items.length > 0 || Array.isArray(list4.json))
        return items.flatMap((item, index2) => one(item, `${name}[${index2}]`));
      if (list4.entries().length > 0) return [{ root: list4, key: name }];
      const missing2 = { ...missingOf(list4), reason: "not a list" };
      return [{ root: unreadAttribute(list4.ref, missing2), key: name, count: anyNumber([missing2]) }];
    }
  }
}
function blocksOf(list4, name) {
  return membersOf(list4, name).map((member3) => {
    const { root, key: key4 } = member3;
    if (root.state !== "known" || isBlock(root)) return member3;
    const missing2 = { ...missingOf(root), reason: "not a map" };
    return { root: unreadAttribute(root.ref, missing2), key: key4, count: anyNumber([missing2]) };
  });
}
function one(item, key4) {
  if (item.state === "absent") return [];
  return item.state === "known" ? [{ root: item, key: key4 }] : [{ root: item, key: key4, count: anyNumber([missingOf(item)]) }];
}
function isBlock({ json: json2 }) {
  return json2 === void 0 || typeof json2 === "object" && !Array.isArray(json2);
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
  const counted2 = entities2.flatMap(
    (holder) => holder.count === void 0 ? [] : [{ holder, missing: holder.count.missing }]
  );
  const doubts = [...counted2, ...doubtful.filter(({ holder }) => !certain.includes(holder))];
  if (doubts.length === 0) return certain;
  const why2 = new Unknown(distinct(doubts.flatMap(({ missing: missing2 }) => missing2)));
  const candidates = [...new Set(doubts.map(({ holder }) => holder))];
  const isBounded = candidates.every(({ count: count4 }) => (count4?.high ?? 1) <= 1);
  return new PartialList(certain, why2, isBounded ? { atMost: candidates.length, candidates } : {});
}
function distinct(missing2) {
  return [...new Map(missing2.map((each2) => [each2.attribute, each2])).values()];
}
var init_several = __esm({
  "src/graph/several.ts"() {
    "use strict";
    init_place();
    init_value();
    init_unread();
  }
});

// src/graph/lookup.ts
function invert(entities2, by) {
  const holders = /* @__PURE__ */ new Map();
  const named4 = /* @__PURE__ */ new Map();
  const inFile = /* @__PURE__ */ new Map();
  const anywhere2 = [];
  for (const holder of entities2) {
    for (const member3 of heldBy(holder.get(by))) {
      if (isEntity(member3)) push(holders, member3, holder);
      if (!(member3 instanceof Unknown)) continue;
      const doubt = { holder, missing: member3.missing };
      if (member3 instanceof OneOf) for (const one3 of member3.among) push(named4, one3, doubt);
      else if (holder.declaration.format === "terraform") push(inFile, holder.declaration.file, doubt);
      else anywhere2.push(doubt);
    }
  }
  return { holders, named: named4, inFile, anywhere: anywhere2 };
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
function nearest(found, from) {
  const near = found.filter((entity) => entity.declaration.file === from.file);
  const there = near.length > 0 ? near : found;
  const made = there.filter((entity) => entity.declaration.mode === "managed");
  return made.length > 0 ? made : there;
}
function ambiguous(concept2, identity, among2, { ref, sensitive }) {
  const attribute = placeName(ref);
  const reason2 = `${sensitive ? "a name" : `\`${identity}\``}, which means more than one ${concept2}`;
  return new OneOf([{ attribute, reason: reason2, ref }], among2);
}
function key(...parts2) {
  return parts2.join("\n");
}
function push(map2, name, member3) {
  const list4 = map2.get(name);
  if (list4 === void 0) map2.set(name, [member3]);
  else list4.push(member3);
}
var GraphLookup, OneOf;
var init_lookup = __esm({
  "src/graph/lookup.ts"() {
    "use strict";
    init_value();
    init_entity();
    init_several();
    GraphLookup = class {
      #concepts;
      #declarations = /* @__PURE__ */ new Map();
      #entities = /* @__PURE__ */ new Map();
      #byDeclaration = /* @__PURE__ */ new Map();
      #byIdentity = /* @__PURE__ */ new Map();
      #outside = /* @__PURE__ */ new Map();
      #inverses = /* @__PURE__ */ new Map();
      #unnamed = /* @__PURE__ */ new Map();
      constructor(concepts2) {
        this.#concepts = new Map(concepts2.map((concept2) => [concept2.name, concept2]));
      }
      addDeclaration(declaration) {
        this.#declarations.set(key(declaration.file, declaration.owner), declaration);
      }
      addEntity(entity) {
        push(this.#entities, entity.concept, entity);
        push(this.#byDeclaration, entity.declaration, entity);
      }
      entities(concept2) {
        return this.#entities.get(concept2) ?? [];
      }
      target(file, link2) {
        return this.#declarations.get(key(file, link2.owner));
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
      named(concept2, identity, from) {
        const table2 = this.#concepts.get(concept2);
        const index2 = this.#identities(concept2);
        for (const alias of table2?.aliases(identity) ?? [identity]) {
          const found = index2.get(alias) ?? [];
          const chosen = nearest(found, from.ref);
          if (chosen.length > 1) return ambiguous(concept2, identity, chosen, from);
          if (chosen[0] !== void 0) return chosen[0];
        }
        const unnamed = this.#unnamedOf(concept2);
        return unnamed.length === 0 ? this.#outsider(concept2, identity, from) : new OneOf(
          unnamed.flatMap(({ missing: missing2 }) => missing2),
          unnamed.map(({ entity }) => entity)
        );
      }
      holders(entity, of, by) {
        return this.#inverse(of, by).holders.get(entity) ?? [];
      }
      /** Those whose field `by` may be or hold the entity. */
      doubts(entity, of, by) {
        const { named: named4, inFile, anywhere: anywhere2 } = this.#inverse(of, by);
        return [...named4.get(entity) ?? [], ...inFile.get(entity.declaration.file) ?? [], ...anywhere2];
      }
      /** Holders as a list; those that may hold it, or may be several or none, make it a partial one. */
      inverse(entity, of, by) {
        return listOf(this.holders(entity, of, by), this.doubts(entity, of, by));
      }
      #inverse(of, by) {
        const name = `${of}.${by}`;
        const kept = this.#inverses.get(name);
        if (kept !== void 0) return kept;
        const made = invert(this.entities(of), by);
        this.#inverses.set(name, made);
        return made;
      }
      /** Entities that may turn out to have any name. */
      #unnamedOf(concept2) {
        const kept = this.#unnamed.get(concept2);
        if (kept !== void 0) return kept;
        const made = [];
        this.#unnamed.set(concept2, made);
        for (const entity of this.entities(concept2)) {
          const missing2 = this.#missingName(entity);
          if (missing2.length > 0) made.push({ entity, missing: missing2 });
        }
        return made;
      }
      /**
       * What is missing to tell its name; nothing where it has one, or where nothing that was written can mean it: what
       * is still to be created has no id yet.
       */
      #missingName(entity) {
        const isNew = ["create", "replace"].includes(entity.declaration.change);
        const fields3 = this.#concepts.get(entity.concept)?.identity ?? [];
        const values = fields3.map((field) => ({ field, value: entity.get(field) }));
        if (values.some(({ value }) => typeof value === "string")) return [];
        return values.flatMap(
          ({ field, value }) => value instanceof Unknown && (field === "name" || !isNew) ? value.missing : []
        );
      }
      #identities(concept2) {
        const kept = this.#byIdentity.get(concept2);
        if (kept !== void 0) return kept;
        const made = /* @__PURE__ */ new Map();
        this.#byIdentity.set(concept2, made);
        for (const entity of this.entities(concept2)) {
          for (const field of this.#concepts.get(concept2)?.identity ?? []) {
            const value = entity.get(field);
            if (typeof value === "string" && !made.get(value)?.includes(entity)) push(made, value, entity);
          }
        }
        return made;
      }
      /** A name that must not be shown is not the one that is written in the open elsewhere. */
      #outsider(concept2, identity, { ref, sensitive }) {
        const table2 = this.#concepts.get(concept2);
        if (table2 === void 0)
          return new Unknown([{ attribute: concept2, reason: "not in the vocabulary", ref }]);
        const name = key(concept2, identity, String(sensitive));
        const kept = this.#outside.get(name) ?? new OutsideEntity(table2, identity, { ref, sensitive }, this);
        this.#outside.set(name, kept);
        return kept;
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
    const attribute = root.get(...path);
    return written(textList(attribute), attribute);
  };
}
function dictionary(...path) {
  return ({ root }) => {
    const attribute = root.get(...path);
    return written(textMap(attribute), attribute);
  };
}
function keyedPairs(...path) {
  return ({ root }) => {
    const attribute = root.get(...path);
    if (attribute.state === "unknown") return written(unknownOf(attribute), attribute);
    const pairs = attribute.items().map((pair) => [pair.get("Key"), pair.get("Value")]);
    const unnamed = pairs.find(([key4]) => typeof key4.json !== "string");
    if (unnamed !== void 0) return written(new Unknown([missingOf(unnamed[0])]), attribute);
    const entries2 = pairs.map(([key4, value]) => [String(key4.json), scalarValue(value, asText)]);
    return written(isShapeless(attribute) ? notA("a list", attribute) : new Map(entries2), attribute);
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
    const attribute = from.root.get(...path);
    if (attribute.state === "unknown") return written(unknownOf(attribute), attribute);
    if (isShapeless(attribute)) return written(notA("a list", attribute), attribute);
    const items = attribute.items().filter(({ state }) => state !== "absent");
    const members3 = items.filter(({ state }) => state === "known").map((root) => {
      const read5 = ([name, reader2]) => [name, reader2({ ...from, root }).value];
      return record(concept2, Object.fromEntries(Object.entries(fields3).map(read5)));
    });
    const unknown3 = items.filter(({ state }) => state === "unknown");
    if (unknown3.length === 0) return written(members3, attribute);
    return written(new PartialList(members3, new Unknown(unknown3.map(missingOf))), attribute);
  };
}
function computed(compute) {
  return ({ entity, root }) => derived(
    compute((field) => entity.get(field) ?? null),
    root.ref
  );
}
function written(value, attribute) {
  const unwritten = attribute.state === "absent" || attribute.json === null;
  return {
    value,
    ref: attribute.ref,
    sensitive: attribute.sensitive,
    origin: unwritten ? "default" : "written"
  };
}
function unknownOf(attribute) {
  return new Unknown([missingOf(attribute)]);
}
function notA(wanted2, attribute) {
  return new Unknown([{ ...missingOf(attribute), reason: `not ${wanted2}` }]);
}
function isShapeless(attribute) {
  const { state, json: json2 } = attribute;
  return state === "known" && json2 !== void 0 && typeof json2 !== "object";
}
function textList(attribute) {
  if (attribute.state === "absent") return [];
  if (attribute.state === "unknown") return unknownOf(attribute);
  if (!Array.isArray(attribute.json) && attribute.items().length === 0) {
    const isOne = attribute.json !== void 0 && typeof attribute.json !== "object";
    return isOne ? [scalarValue(attribute, asText)] : notA("a list", attribute);
  }
  return attribute.items().map((item) => scalarValue(item, asText));
}
function textMap(attribute) {
  if (attribute.state === "unknown") return unknownOf(attribute);
  if (isShapeless(attribute)) return notA("a map", attribute);
  return new Map(attribute.entries().map(([name, value]) => [name, scalarValue(value, asText)]));
}
function scalar(path, convert2) {
  return ({ root }) => {
    const attribute = root.get(...path);
    return written(scalarValue(attribute, convert2), attribute);
  };
}
function scalarValue(attribute, convert2) {
  if (attribute.state === "absent") return null;
  if (attribute.state === "unknown") return unknownOf(attribute);
  const { json: json2 } = attribute;
  if (json2 === null) return null;
  const value = json2 === void 0 ? void 0 : convert2(json2);
  return value ?? notA(wanted.get(convert2) ?? "of its type", attribute);
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

// src/graph/link.ts
function one2(concept2, ...path) {
  return ({ root, lookup }) => {
    const attribute = root.get(...path);
    return written(resolveOne(attribute, concept2, lookup), attribute);
  };
}
function many(concept2, ...path) {
  return ({ root, lookup }) => {
    const attribute = root.get(...path);
    return written(resolveMany(attribute, concept2, lookup), attribute);
  };
}
function manyInEach(concept2, outer, ...inner) {
  return ({ root, lookup }) => {
    const list4 = root.get(...outer);
    if (list4.state === "unknown") return written(unknownOf(list4), list4);
    const lists = list4.items().map((item) => item.get(...inner));
    const values = lists.map((attribute) => resolveMany(attribute, concept2, lookup));
    return written(values.reduce(concat, []), lists[0] ?? list4);
  };
}
function together(first, ...rest) {
  return (from) => {
    const readings = [first, ...rest].map((reader2) => reader2(from));
    const told2 = readings.find((reading) => !(Array.isArray(reading.value) && reading.value.length === 0));
    return { ...told2 ?? first(from), value: readings.map((reading) => reading.value).reduce(concat, []) };
  };
}
function around(concept2) {
  return ({ root, declaration, lookup }) => derived(lookup.entityOf(declaration, concept2) ?? null, root.ref);
}
function resolveOne(attribute, concept2, lookup) {
  if (attribute.state === "absent") return null;
  const { json: json2, ref, state } = attribute;
  if (json2 === null) return null;
  if (state === "known" && (json2 === void 0 || typeof json2 === "object" || typeof json2 === "boolean")) {
    return notA("a name", attribute);
  }
  if (typeof json2 === "string" || typeof json2 === "number")
    return lookup.named(concept2, String(json2), attribute);
  const { targets, exact, closed } = attribute.links;
  const [only] = targets;
  if (exact && closed && targets.length === 1 && only !== void 0) {
    return entityAt(only, concept2, ref, lookup) ?? unknownOf(attribute);
  }
  const candidates = candidatesOf(attribute, concept2, lookup);
  const isComplete = closed && candidates.length > 0 && candidates.length === targets.length;
  return isComplete ? new OneOf(unknownOf(attribute).missing, candidates) : unknownOf(attribute);
}
function resolveMany(attribute, concept2, lookup) {
  if (attribute.state === "absent") return [];
  if (attribute.state === "unknown") return linked(attribute, concept2, lookup);
  const items = attribute.items();
  if (items.length === 0 && (typeof attribute.json === "string" || typeof attribute.json === "number")) {
    return [resolveOne(attribute, concept2, lookup)];
  }
  if (items.length === 0 && !Array.isArray(attribute.json)) return notA("a list", attribute);
  return items.some((item) => item.state === "unknown" && !item.links.exact) ? partlyLinked(items, attribute, concept2, lookup) : items.map((item) => resolveOne(item, concept2, lookup)).filter((member3) => member3 !== null);
}
function linked(attribute, concept2, lookup) {
  const { exact, closed } = attribute.links;
  const entities2 = candidatesOf(attribute, concept2, lookup);
  const complete = closed && entities2.length === attribute.links.targets.length;
  if (entities2.length === 0) return unknownOf(attribute);
  if (exact && complete) return entities2;
  const why2 = unknownOf(attribute);
  if (exact) return new PartialList(entities2, why2);
  return complete ? new PartialList([], why2, { atMost: entities2.length, candidates: entities2 }) : new PartialList([], why2);
}
function partlyLinked(items, attribute, concept2, lookup) {
  const loose = items.filter((item) => item.state === "unknown" && !item.links.exact);
  const firm = items.filter((item) => !loose.includes(item)).map((item) => resolveOne(item, concept2, lookup)).filter((member3) => member3 !== null);
  const why2 = new Unknown(loose.flatMap((item) => item.missing === void 0 ? [] : [item.missing]));
  const bounds2 = { atMost: loose.length, atLeast: loose.length };
  const owners2 = loose.some((item) => item.links.targets.length > 0) ? loose : [attribute];
  const closed = owners2.every((item) => item.links.closed);
  const candidates = [...new Set(owners2.flatMap((item) => candidatesOf(item, concept2, lookup)))];
  const all = owners2.flatMap((item) => item.links.targets);
  const complete = closed && all.every((link2) => entityAt(link2, concept2, attribute.ref, lookup) !== void 0);
  return new PartialList(firm, why2, complete && candidates.length > 0 ? { ...bounds2, candidates } : bounds2);
}
function candidatesOf(attribute, concept2, lookup) {
  return attribute.links.targets.map((link2) => entityAt(link2, concept2, attribute.ref, lookup)).filter((entity) => entity !== void 0);
}
function entityAt(link2, concept2, from, lookup) {
  const declaration = lookup.target(from.file, link2);
  return declaration === void 0 ? void 0 : lookup.entityOf(declaration, concept2);
}
function concat(left, right) {
  if (Array.isArray(left) && left.length === 0) return right;
  if (Array.isArray(right) && right.length === 0) return left;
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  const [a, b] = [partial(left), partial(right)];
  const why2 = new Unknown([...a.why.missing, ...b.why.missing]);
  const open3 = [a, b].some((list4) => list4.atMost > 0 && list4.candidates === void 0);
  const candidates = [...a.candidates ?? [], ...b.candidates ?? []];
  return new PartialList([...a.items, ...b.items], why2, {
    atMost: a.atMost + b.atMost,
    atLeast: a.atLeast + b.atLeast,
    ...open3 ? {} : { candidates }
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
        role: { type: "IamRole?", doc: "The role of its service account." }
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
function addressBlock(cidr2) {
  try {
    const address = cidr2.includes(":") ? new import_ip_address.Address6(cidr2) : new import_ip_address.Address4(cidr2);
    const family = address instanceof import_ip_address.Address6 ? 6 : 4;
    return { family, first: address.startAddress().bigInt(), last: address.endAddress().bigInt() };
  } catch (error) {
    if (error instanceof import_ip_address.AddressError) return void 0;
    throw error;
  }
}
function coversWorld(blocks) {
  return [4, 6].some((family) => contains(blocks, { family, first: 0n, last: whole[family] }));
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
    const beside = isLower ? first + size2 : first - size2;
    if (!contains(apart, { family, first: beside, last: beside + size2 - 1n })) missing2++;
    first = isLower ? first : beside;
  }
  return missing2;
}
function coverWorld(cidrs2) {
  if (cidrs2 instanceof Unknown) return cidrs2;
  const members3 = cidrs2 instanceof PartialList ? cidrs2.items : Array.isArray(cidrs2) ? cidrs2 : [];
  const blocks = members3.map(
    (member3) => typeof member3 === "string" ? addressBlock(member3) ?? noCidr(member3) : member3
  );
  if (coversWorld(blocks.filter(isBlock2))) return true;
  const unknowns = blocks.filter((block) => block instanceof Unknown);
  if (cidrs2 instanceof PartialList) unknowns.push(cidrs2.why);
  return unknowns.length === 0 ? false : new Unknown(unknowns.flatMap((unknown3) => unknown3.missing));
}
function noCidr(text7) {
  return new Unknown([{ attribute: `\`${text7}\``, reason: "not a CIDR" }]);
}
function isBlock2(value) {
  return typeof value === "object" && value !== null && "family" in value;
}
function contains(blocks, wanted2) {
  let next = wanted2.first;
  for (const block of blocks.toSorted((a, b) => a.first < b.first ? -1 : a.first > b.first ? 1 : 0)) {
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

// src/graph/concepts/eksctl-network.ts
function eksctlSubnets({ root }) {
  const named4 = kinds.flatMap((kind) => namedSubnets(root.get("vpc", "subnets", kind), kind));
  if (named4.length > 0) return named4;
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
function namedSubnets(list4, kind) {
  if (list4.state === "unknown") {
    return [
      {
        root: list4,
        ...called(kind, "of the VPC"),
        marks: { kind, given: "not known" },
        count: anyNumber([missingOf(list4)])
      }
    ];
  }
  return list4.entries().map(([name, root]) => {
    const written5 = scalarValue(root.get("az"), asText);
    const zone2 = written5 === null && looksLikeZone(name) ? name : written5;
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
function namedBy(list4, kind, from) {
  if (list4.state === "unknown") return unknownOf(list4);
  if (list4.items().length === 0 && !Array.isArray(list4.json)) return notA("a list", list4);
  return list4.items().map((item) => {
    const name = scalarValue(item, asText);
    return typeof name === "string" ? subnetCalled(name, kind, item, from) : name;
  });
}
function subnetCalled(name, kind, item, from) {
  const subnets = subnetsOf(from);
  const found = subnets.filter(({ part }) => part.marks?.name === name);
  const [own] = found.filter(({ part }) => part.marks?.kind === kind);
  const isOpen3 = subnets.some(({ part }) => part.marks?.given !== void 0);
  const [only, ...others] = found;
  if (only === void 0) return from.lookup.named("Subnet", name, item);
  if (own !== void 0) return own;
  if (others.length === 0 && !isOpen3) return only;
  const why2 = kind instanceof Unknown ? kind : notA("certain to mean one subnet", item);
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
function subnetsOf({ declaration, lookup }) {
  return lookup.entitiesOf(declaration, "Subnet");
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
      const { marks, root } = from.part;
      if (marks?.given !== void 0) return derived(unknownOf(root), root.ref);
      return marks?.name === void 0 ? derived(null, root.ref) : text("id")(from);
    };
    zoneOfEksctlSubnet = ({ part, entity }) => {
      const zone2 = part.marks?.zone;
      if (zone2 !== void 0) return derived(zone2, part.root.ref);
      const written5 = [part.root, part.root.get("az")].find(({ state }) => state === "unknown");
      if (written5 !== void 0) return derived(unknownOf(written5), written5.ref);
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
      const named4 = from.root.get("subnets");
      if (named4.state !== "absent") return written(namedBy(named4, kind(from).value, from), named4);
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

// src/graph/concepts/cluster.ts
function cidrs(reader2) {
  return (from) => {
    const reading = reader2(from);
    const isEmpty = Array.isArray(reading.value) && reading.value.length === 0;
    return isEmpty ? { ...reading, value: anywhere, origin: "default" } : reading;
  };
}
var anywhere, cluster;
var init_cluster = __esm({
  "src/graph/concepts/cluster.ts"() {
    "use strict";
    init_concept();
    init_link();
    init_read();
    init_cidr();
    init_eksctl_network();
    anywhere = ["0.0.0.0/0"];
    cluster = concept({
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
        role: { type: "IamRole?", doc: "The role the control plane assumes; null where eksctl makes one." },
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
        addons: { type: "list<Addon>", doc: "Its EKS add-ons.", inverse: { of: "Addon", by: "cluster" } }
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
                types.items().map((item) => scalarValue(item.get("Type"), asText)),
                types
              );
            }
          }
        },
        {
          format: "eksctl",
          types: ["ClusterConfig"],
          fields: {
            name: text("metadata", "name"),
            version: text("metadata", "version"),
            role: one2("IamRole", "iam", "serviceRoleARN"),
            subnets: (from) => from.root.get("vpc", "controlPlaneSubnetIDs").state === "absent" ? clusterSubnets(from) : many("Subnet", "vpc", "controlPlaneSubnetIDs")(from),
            securityGroups: together(
              many("SecurityGroup", "vpc", "controlPlaneSecurityGroupIDs"),
              many("SecurityGroup", "vpc", "securityGroup")
            ),
            publicEndpoint: orDefault(flag("vpc", "clusterEndpoints", "publicAccess"), true),
            privateEndpoint: orDefault(flag("vpc", "clusterEndpoints", "privateAccess"), false),
            publicCidrs: cidrs(texts("vpc", "publicAccessCIDRs")),
            authenticationMode: orDefault(text("accessConfig", "authenticationMode"), "API_AND_CONFIG_MAP"),
            autoMode: orDefault(flag("autoModeConfig", "enabled"), false),
            logTypes: texts("cloudWatch", "clusterLogging", "enableTypes")
          }
        }
      ]
    });
  }
});

// src/graph/concepts/fargate-profile.ts
function eksctlProfiles({ root, owner }) {
  return blocksOf(root.get("fargateProfiles"), "fargateProfiles").map((profile) => {
    const name = profile.root.get("name").json;
    return { ...profile, resource: `${owner}/${typeof name === "string" ? name : profile.key}` };
  });
}
var fargateSelector, selector, fargateProfile;
var init_fargate_profile = __esm({
  "src/graph/concepts/fargate-profile.ts"() {
    "use strict";
    init_concept();
    init_link();
    init_read();
    init_several();
    init_eksctl_network();
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
        role: { type: "IamRole?", doc: "The pod execution role; null where eksctl makes one." },
        subnets: { type: "list<Subnet>", doc: "The subnets its pods start in." },
        selectors: { type: "list<FargateSelector>", doc: "Which pods it runs." }
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
        {
          format: "eksctl",
          types: ["ClusterConfig"],
          parts: eksctlProfiles,
          fields: {
            name: text("name"),
            cluster: around("Cluster"),
            role: one2("IamRole", "podExecutionRoleARN"),
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

// src/graph/concepts/iam-role.ts
var iamRole;
var init_iam_role = __esm({
  "src/graph/concepts/iam-role.ts"() {
    "use strict";
    init_concept();
    init_read();
    iamRole = concept({
      name: "IamRole",
      doc: "An IAM role.",
      identity: ["arn", "name"],
      aliases: (identity) => [identity, identity.split("/").at(-1) ?? identity],
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
        fargateProfiles: {
          type: "list<FargateProfile>",
          doc: "The Fargate profiles whose pods start with it.",
          inverse: { of: "FargateProfile", by: "role" }
        },
        serviceAccounts: {
          type: "list<ServiceAccount>",
          doc: "The Kubernetes service accounts annotated with it.",
          inverse: { of: "ServiceAccount", by: "role" }
        }
      },
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

// src/graph/concepts/node-group.ts
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
  const parts2 = (list4, kind) => blocksOf(root.get(list4), list4).map((group2) => {
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
    init_link();
    init_read();
    init_several();
    init_eksctl_network();
    nodeGroup = concept({
      name: "NodeGroup",
      doc: "A group of worker nodes of a cluster.",
      fields: {
        kind: { type: "string", doc: "`managed` by EKS, or `self` managed." },
        name: { type: "string?", doc: "Its name; null where the platform makes one up." },
        cluster: { type: "Cluster?", doc: "The cluster its nodes join." },
        role: { type: "IamRole?", doc: "The role its nodes assume; null where eksctl makes one." },
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
          doc: "The security groups SSH is allowed from; none means everywhere."
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
            role: one2("IamRole", "iam", "instanceRoleARN"),
            subnets: placedSubnets(networking),
            minSize: firstOf(number("minSize"), number("desiredCapacity")),
            maxSize: firstOf(number("maxSize"), number("desiredCapacity")),
            desiredSize: number("desiredCapacity"),
            instanceTypes: firstOf(texts("instanceTypes"), texts("instanceType")),
            version: always(null),
            labels: dictionary("labels"),
            ssh: orDefault(flag("ssh", "allow"), false),
            sshKey: firstOf(text("ssh", "publicKeyName"), text("ssh", "publicKeyPath")),
            sshSources: many("SecurityGroup", "ssh", "sourceSecurityGroupIds"),
            launchTemplate: one2("LaunchTemplate", "launchTemplate", "id")
          }
        }
      ]
    });
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
          call: (self2, port) => {
            const { first, last } = bounds(self2);
            return typeof port === "number" && first <= port && port <= last;
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
  return ({ entity, part, lookup }) => {
    const certain = lookup.holders(entity, "SecurityGroupRule", "group");
    const doubts = lookup.doubts(entity, "SecurityGroupRule", "group");
    const doubtful = [...new Map(doubts.map((doubt) => [doubt.holder, doubt])).values()];
    const shares = [
      ...certain.map((rule) => shareOf(rule, direction, family, void 0)),
      ...doubtful.filter(({ holder }) => !certain.includes(holder)).map(({ holder, missing: missing3 }) => shareOf(holder, direction, family, missing3))
    ];
    const [low, high] = [sum(shares.map(({ least }) => least)), sum(shares.map(({ most }) => most))];
    const missing2 = shares.flatMap((share) => share.missing);
    return derived(low === high ? low : new Unknown(missing2, low, high), part.root.ref);
  };
}
function shareOf(rule, direction, family, doubt) {
  const side = rule.get("direction");
  if (typeof side === "string" && side !== direction) return { least: 0, most: 0, missing: [] };
  const [fewest, highest2] = weight(rule.get("peerKind"), family);
  const isCertain2 = doubt === void 0 && side === direction;
  const least = isCertain2 ? fewest * (rule.count?.low ?? 1) : 0;
  const most = highest2 === 0 ? 0 : highest2 * (rule.count?.high ?? 1);
  if (least === most) return { least, most, missing: [] };
  const why2 = [side, rule.count].flatMap((value) => value instanceof Unknown ? value.missing : []);
  return { least, most, missing: [...doubt ?? [], ...why2, ...fewest === highest2 ? [] : [peerOf(rule)]] };
}
function sum(numbers) {
  return numbers.reduce((total, number4) => total + number4, 0);
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
    securityGroup = concept({
      name: "SecurityGroup",
      doc: "A security group. Its rules are counted and judged together, however they are written.",
      identity: ["id"],
      fields: {
        id: { type: "string?", doc: "Its id; null where it is still to be created." },
        name: { type: "string?", doc: "Its name; null where the platform makes one up." },
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
          fields: { id: text("id"), name: firstOf(text("name"), text("name_prefix")) }
        },
        {
          format: "cloudformation",
          types: ["AWS::EC2::SecurityGroup"],
          fields: { id: always(null), name: text("GroupName") }
        }
      ]
    });
    openEnded = [0, Number.POSITIVE_INFINITY];
  }
});

// src/graph/concepts/security-group-entries.ts
function terraformGroupRules(declaration) {
  return ["ingress", "egress"].flatMap(
    (direction) => blocksOf(declaration.root.get(direction), direction).flatMap(
      (rule) => parts(declaration, rule, terraformPeers, { direction })
    )
  );
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
    ([property, direction]) => blocksOf(declaration.root.get(property), property).flatMap(
      (rule) => parts(declaration, rule, cloudformationPeers, { direction })
    )
  );
}
function cloudformationStandaloneRule(declaration) {
  const direction = declaration.type.endsWith("Ingress") ? "ingress" : "egress";
  return parts(declaration, { root: declaration.root, key: "" }, cloudformationPeers, { direction });
}
function parts(declaration, { root, key: key4, count: count4 }, peersOf, marks) {
  const resource3 = key4 === "" ? declaration.owner : `${declaration.owner} ${key4}`;
  if (root.state === "unknown")
    return [{ root, key: key4, resource: resource3, marks, ...count4 === void 0 ? {} : { count: count4 } }];
  const peers = certainIfAlone(peersOf(root));
  if (peers.length === 0) return [{ root, key: key4, resource: resource3, marks: { ...marks, peerKind: "none" } }];
  return peers.map((peer) => ({
    root,
    key: [key4, peer.key].filter((piece) => piece !== "").join("."),
    resource: resource3,
    aspects: { peer: peer.attribute },
    marks: { ...marks, peerKind: peer.kind },
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
function each(root, name, kind) {
  const list4 = root.get(name);
  if (list4.state === "unknown")
    return [{ kind, attribute: list4, key: name, count: anyNumber([missingOf(list4)]) }];
  return list4.items().map((attribute, index2) => ({ kind, attribute, key: `${name}[${index2}]` }));
}
function self(attribute) {
  const peer = { kind: "self", attribute, key: "self" };
  if (attribute.state === "unknown") return [{ ...peer, count: perhaps([missingOf(attribute)]) }];
  return attribute.json === true ? [peer] : [];
}
function single(root, name, kind) {
  const attribute = root.get(name);
  if (attribute.state === "absent" || attribute.json === null) return [];
  const peer = { kind, attribute, key: name };
  return [
    attribute.state === "unknown" && !isMadeOfOne(attribute) ? { ...peer, count: perhaps([missingOf(attribute)]) } : peer
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
  }
});

// src/graph/concepts/members.ts
function members(list4) {
  if (list4 instanceof PartialList) {
    const bounded2 = list4.candidates !== void 0 || list4.atMost === 0;
    const doubtful = { candidates: list4.candidates ?? [], bounded: bounded2, missing: list4.why.missing };
    return { known: list4.items, doubtful };
  }
  if (list4 instanceof Unknown) {
    return { known: [], doubtful: { candidates: [], bounded: false, missing: list4.missing } };
  }
  return { known: Array.isArray(list4) ? list4 : [], doubtful: { candidates: [], bounded: true, missing: [] } };
}
var init_members = __esm({
  "src/graph/concepts/members.ts"() {
    "use strict";
    init_value();
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
  const open3 = answers2.filter((answer2) => answer2 instanceof Unknown);
  return open3.length === 0 ? false : new Unknown(open3.flatMap(({ missing: missing2 }) => missing2));
}
function questionOf(rule, wanted2) {
  const [protocol, range, kind, cidr2] = ["protocol", "ports", "peerKind", "cidr"].map(
    (field) => rule.get(field)
  );
  if (kind === "group" || kind === "self" || kind === "none") return no;
  const own = typeof protocol === "string" && protocol !== "all" ? protocol : void 0;
  if (own !== void 0 && wanted2 !== void 0 && own !== wanted2.protocol) return no;
  const [low, high] = overlap(range, wanted2);
  const block = typeof cidr2 === "string" ? addressBlock(cidr2) : void 0;
  const isNarrow = typeof cidr2 === "string" && (block === void 0 || !isWide(block));
  if (low > high || isNarrow) return no;
  const open3 = [protocol, range, kind, cidr2].filter((value) => value instanceof Unknown);
  const missing2 = open3.flatMap((value) => value.missing);
  if (kind === "prefix-list") missing2.push(entriesOf(rule));
  if (missing2.length > 0 || block === void 0) return { kind: "answer", value: new Unknown(missing2) };
  return { kind: "question", block, protocol: own ?? wanted2?.protocol, low, high };
}
function overlap(range, wanted2) {
  const isOpen3 = range === void 0 || range instanceof Unknown;
  const { first, last } = isOpen3 ? { first: 0, last: 65535 } : bounds(range);
  return [Math.max(first, wanted2?.first ?? 0), Math.min(last, wanted2?.last ?? 65535)];
}
function entriesOf({ resource: resource3, ref }) {
  return { attribute: `${resource3} prefix list`, reason: "not resolved to its entries", ref };
}
function neighboursOf(rule) {
  const group2 = rule.get("group") ?? null;
  if (group2 instanceof Unknown) return { certain: [], possible: [], unseen: group2.missing };
  if (!isEntity(group2)) return { certain: [], possible: [], unseen: [] };
  const { known: known4, doubtful } = members(group2.get("rules") ?? []);
  const neighbour = (other) => isEntity(other) && other !== rule ? neighbourOf(other, rule) : [];
  const certain = known4.flatMap(neighbour);
  const perhaps2 = doubtful.candidates.flatMap(neighbour).map((other) => ({ ...other, missing: [...other.missing, ...doubtful.missing] }));
  return {
    certain: certain.filter(({ missing: missing2 }) => missing2.length === 0),
    possible: [...certain.filter(({ missing: missing2 }) => missing2.length > 0), ...perhaps2],
    unseen: doubtful.bounded ? [] : doubtful.missing
  };
}
function neighbourOf(other, rule) {
  const [direction, protocol, range, kind, cidr2] = ["direction", "protocol", "ports", "peerKind", "cidr"].map(
    (field) => other.get(field)
  );
  const own = rule.get("direction");
  if (typeof direction === "string" && typeof own === "string" && direction !== own) return [];
  if (kind === "group" || kind === "self" || kind === "none" || kind === "prefix-list") return [];
  const block = typeof cidr2 === "string" ? addressBlock(cidr2) : void 0;
  if (typeof cidr2 === "string" && block === void 0) return [];
  const open3 = [own, direction, protocol, range, kind, cidr2].filter((value) => value instanceof Unknown);
  return [
    {
      protocol: typeof protocol === "string" ? protocol : void 0,
      ports: range instanceof Unknown || range === void 0 ? void 0 : bounds(range),
      block,
      missing: open3.flatMap(({ missing: missing2 }) => missing2)
    }
  ];
}
function placesOf(own, others) {
  const all = [...others.certain, ...others.possible];
  const firsts = all.map(({ ports: ports2 }) => ports2?.first ?? own.low).filter((first) => first > own.low && first <= own.high);
  const named4 = all.flatMap(({ protocol }) => protocol === void 0 ? [] : [protocol]);
  const protocols2 = new Set(own.protocol === void 0 ? ["all", ...named4] : [own.protocol]);
  return [...protocols2].flatMap(
    (protocol) => [.../* @__PURE__ */ new Set([own.low, ...firsts])].map((port) => ({ protocol, port }))
  );
}
function opensThere(own, others, place2) {
  const certain = others.certain.filter((other) => isAbout(other, place2)).flatMap(({ block }) => block ?? []);
  if (piecesMissing(own, certain) === 0) return true;
  const possible = others.possible.filter((other) => isAbout(other, place2));
  const blocks = [...certain, ...possible.flatMap(({ block }) => block ?? [])];
  const blanks3 = possible.filter(({ block }) => block === void 0).length;
  if (others.unseen.length === 0 && piecesMissing(own, blocks) > blanks3) return false;
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
function owningGroup(attribute) {
  return ({ root, lookup }) => written(resolveOne(root.get(attribute), "SecurityGroup", lookup), root.get(attribute));
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
function portNumber({ state, json: json2 }, otherwise2) {
  if (state === "absent") return otherwise2;
  const value = typeof json2 === "string" && json2.trim() !== "" ? Number(json2) : json2;
  if (typeof value !== "number" || !Number.isInteger(value)) return void 0;
  return value < 0 ? otherwise2 : value;
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
            group: ({ declaration, lookup, part }) => derived(lookup.entityOf(declaration, "SecurityGroup") ?? null, part.root.ref),
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
            group: ({ declaration, lookup, part }) => derived(lookup.entityOf(declaration, "SecurityGroup") ?? null, part.root.ref),
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

// src/graph/concepts/held-manifest.ts
function heldManifest(held, types) {
  const [version3, kind] = [held.get("apiVersion"), held.get("kind")];
  const open3 = [held, version3, kind].find((attribute) => attribute.state === "unknown");
  if (open3 === void 0)
    return types.includes(`${text2(version3)}/${text2(kind)}`) ? [{ root: held, key: "" }] : [];
  const mayBe2 = types.some((type) => fits(type, version3, kind));
  const missing2 = missingOf(open3);
  return mayBe2 ? [{ root: unreadAttribute(held.ref, missing2), key: "", count: perhaps([missing2]) }] : [];
}
function fits(type, version3, kind) {
  const slash = type.lastIndexOf("/");
  const isVersion = version3.state === "unknown" || text2(version3) === type.slice(0, slash);
  return isVersion && (kind.state === "unknown" || text2(kind) === type.slice(slash + 1));
}
function text2({ json: json2 }) {
  return typeof json2 === "string" ? json2 : "";
}
var init_held_manifest = __esm({
  "src/graph/concepts/held-manifest.ts"() {
    "use strict";
    init_several();
    init_unread();
  }
});

// src/graph/concepts/service-account.ts
function manifestParts({ root }) {
  return heldManifest(root.get("manifest"), ["v1/ServiceAccount"]);
}
function eksctlAccounts({ root, owner }) {
  return blocksOf(root.get("iam", "serviceAccounts"), "iam.serviceAccounts").map((account) => {
    const name = account.root.get("metadata", "name").json;
    return { ...account, resource: `${owner}/${typeof name === "string" ? name : account.key}` };
  });
}
var annotation, manifest, serviceAccount;
var init_service_account = __esm({
  "src/graph/concepts/service-account.ts"() {
    "use strict";
    init_concept();
    init_link();
    init_read();
    init_several();
    init_held_manifest();
    annotation = "eks.amazonaws.com/role-arn";
    manifest = {
      namespace: orDefault(text("metadata", "namespace"), "default"),
      name: text("metadata", "name"),
      roleArn: text("metadata", "annotations", annotation),
      role: one2("IamRole", "metadata", "annotations", annotation)
    };
    serviceAccount = concept({
      name: "ServiceAccount",
      doc: "A Kubernetes service account.",
      fields: {
        namespace: { type: "string", doc: "Its namespace; `default` where none is written." },
        name: { type: "string", doc: "Its name." },
        roleArn: { type: "string?", doc: "The ARN of the IAM role it is annotated with." },
        role: { type: "IamRole?", doc: "The IAM role its pods may assume." }
      },
      suppliers: [
        { format: "kubernetes", types: ["v1/ServiceAccount"], fields: manifest },
        { format: "terraform", types: ["kubernetes_manifest"], parts: manifestParts, fields: manifest },
        {
          format: "eksctl",
          types: ["ClusterConfig"],
          parts: eksctlAccounts,
          fields: {
            namespace: orDefault(text("metadata", "namespace"), "default"),
            name: text("metadata", "name"),
            roleArn: text("attachRoleARN"),
            role: one2("IamRole", "attachRoleARN")
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
      const attribute = other.declaration.root.get(
        zoneAttribute[other.declaration.format] ?? "availability_zone"
      );
      return typeof attribute.json === "string" && spelling(attribute.json) !== spelling(String(reading.value));
    });
    return mixed ? { ...reading, value: missing2("spelled in another way than the other zones of the file") } : reading;
  };
}
function spelling(zone2) {
  if (/^[a-z]{2,4}(-[a-z]+)+-\d+[a-z]/.test(zone2)) return "name";
  return /^[a-z]+\d+(-[a-z0-9]+)*-az\d+$/.test(zone2) ? "id" : "symbol";
}
var subnet, zoneAttribute;
var init_subnet = __esm({
  "src/graph/concepts/subnet.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_read();
    init_eksctl_network();
    subnet = concept({
      name: "Subnet",
      doc: "A subnet of a VPC.",
      identity: ["id"],
      fields: {
        id: { type: "string?", doc: "Its id; null where it is still to be created." },
        zone: {
          type: "string",
          doc: "Its Availability Zone: a name, an id, or the symbol of a zone that is chosen when it is created."
        },
        cidr: { type: "string?", doc: "Its IPv4 CIDR." },
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
        }
      ]
    });
    zoneAttribute = { cloudformation: "AvailabilityZone" };
  }
});

// src/graph/concepts/trust-condition.ts
function jsonConditions(condition) {
  if (condition.state === "unknown") return unknownOf(condition);
  if (isShapeless(condition)) return notA("a map", condition);
  return condition.entries().map(([operator, keys]) => conditionsOf(operator, keys)).reduce(concat, []);
}
function conditionsOf(operator, keys) {
  if (keys.state === "known" && !isShapeless(keys)) {
    return keys.entries().map(([key4, values]) => make(operator, key4, textList(values)));
  }
  const unknown3 = keys.state === "unknown" ? unknownOf(keys) : notA("a map", keys);
  return keys.state === "absent" ? [] : new PartialList([], unknown3, { candidates: [make(operator, unknown3, unknown3)] });
}
function documentConditions(blocks) {
  if (blocks.state === "unknown") return unknownOf(blocks);
  const items = blocks.items();
  const known4 = items.filter(({ state }) => state === "known").map((block) => {
    const operator = scalarValue(block.get("test"), asText);
    const key4 = scalarValue(block.get("variable"), asText);
    return make(operator, key4, textList(block.get("values")));
  });
  const open3 = items.filter(({ state }) => state === "unknown");
  return open3.length === 0 ? known4 : new PartialList(known4, new Unknown(open3.map(missingOf)));
}
function make(operator, key4, values) {
  return record("TrustCondition", {
    operator,
    key: key4,
    values,
    about: about(key4, values),
    binding: typeof operator === "string" ? isBinding(operator) : operator,
    wildcards: typeof operator === "string" ? /(Like|Arn(Equals|Like))(IfExists)?$/i.test(operator) : operator
  });
}
function about(key4, values) {
  if (typeof key4 === "string") {
    const name = key4.slice(key4.lastIndexOf(":") + 1).toLowerCase();
    return name === "sub" ? "subject" : name === "aud" ? "audience" : "other";
  }
  const known4 = members(values).known.filter((value) => typeof value === "string");
  if (known4.some((value) => value.startsWith("system:serviceaccount:"))) return "subject";
  if (known4.some((value) => /^sts\.amazonaws\.com(\.cn)?$/.test(value))) return "audience";
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

// src/graph/concepts/iam-action.ts
function actionMatches(pattern3, action) {
  return matches(pattern3.toLowerCase(), action.toLowerCase());
}
function matches(pattern3, text7) {
  let [at, read5, star, retry] = [0, 0, -1, 0];
  while (read5 < text7.length) {
    if (at < pattern3.length && (pattern3[at] === "?" || pattern3[at] !== "*" && pattern3[at] === text7[read5])) {
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
  }
});

// src/graph/concepts/oidc-provider.ts
function isEksIssuer(name) {
  return /oidc[.-]eks[.-]/.test(name);
}
function madeFromCluster({ part, declaration, lookup }) {
  return federatedAttributes(part.root).some(
    (attribute) => leadsTo(attribute, (link2) => {
      const provider = lookup.target(declaration.file, link2);
      const url = provider?.root.get(provider.format === "terraform" ? "url" : "Url");
      if (url === void 0) return false;
      if (typeof url.json === "string") return isEksIssuer(url.json);
      return leadsTo(url, (target) => {
        const source2 = lookup.target(declaration.file, target);
        return source2 !== void 0 && lookup.entityOf(source2, "Cluster") !== void 0;
      });
    })
  );
}
function leadsTo({ links }, isWanted) {
  return links.closed && links.targets.length > 0 && links.targets.every(isWanted);
}
function federatedAttributes(root) {
  const blocks = root.get("principals");
  const fromBlocks = blocks.items().flatMap((block) => {
    const identifiers = block.get("identifiers");
    return [identifiers, ...identifiers.items()];
  });
  const json2 = root.get("Principal", "Federated");
  return [...fromBlocks, json2, ...json2.items()];
}
function acceptsServiceAccounts(conditions) {
  return members(conditions).known.some((condition) => {
    if (typeof condition !== "object" || condition === null || !("concept" in condition) || isEntity(condition))
      return false;
    const values = members(condition.get("values") ?? []).known;
    return values.some((value) => typeof value === "string" && value.startsWith("system:serviceaccount:"));
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
      const names = federated.known.filter((name) => typeof name === "string");
      if (names.some(isEksIssuer)) return derived(true, ref);
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

// src/source/plain.ts
function plainAttribute(ref, json2, rules = {}) {
  return new PlainAttribute(ref, json2, rules, void 0, void 0, false);
}
function memberOf(json2, step4) {
  if (typeof json2 !== "object" || json2 === null) return void 0;
  if (isList(json2)) return typeof step4 === "number" ? json2[step4] : void 0;
  return typeof step4 === "string" && Object.hasOwn(json2, step4) ? json2[step4] : void 0;
}
function isList(json2) {
  return Array.isArray(json2);
}
function isObject(json2) {
  return typeof json2 === "object" && json2 !== null && !Array.isArray(json2);
}
function hasText(json2, matches3) {
  if (typeof json2 === "string") return matches3(json2) !== void 0;
  if (isList(json2)) return json2.some((item) => hasText(item, matches3));
  return isObject(json2) && Object.values(json2).some((value) => hasText(value, matches3));
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
      constructor(top, written5, rules, parent, step4, secret) {
        this.#top = top;
        this.#written = written5;
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
        const written5 = this.#written;
        if (written5 === void 0 || written5 === null) return void 0;
        return this.#rules.placeholder !== void 0 && hasText(written5, this.#rules.placeholder) ? void 0 : written5;
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
        const below2 = this.#placeholder() === void 0 ? memberOf(this.#written, step4) : this.#written;
        return new _PlainAttribute(this.#top, below2, this.#rules, this, step4, this.sensitive);
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

// src/graph/concepts/trust-document.ts
function trustStatements(declaration, lookup) {
  const policy = declaration.root.get(
    declaration.format === "terraform" ? "assume_role_policy" : "AssumeRolePolicyDocument"
  );
  return policyStatements(policy, lookup).map(({ root, shape, count: count4 }, index2) => ({
    root,
    key: `statement[${index2}]`,
    resource: declaration.owner,
    marks: { shape },
    ...count4 === void 0 ? {} : { count: count4 }
  }));
}
function policyStatements(policy, lookup) {
  if (policy.state === "absent") return [];
  if (typeof policy.json === "string") return textStatements(policy, policy.json);
  if (policy.state === "known") return objectStatements(policy.get("Statement"));
  const document = documentOf(policy, lookup);
  return document === void 0 ? [unread(policy, missingOf(policy))] : documentStatements(document);
}
function documentOf(policy, lookup) {
  const { targets, exact, closed } = policy.links;
  const [only, ...others] = targets;
  if (!exact || !closed || only === void 0 || others.length > 0) return void 0;
  const document = lookup.target(policy.ref.file, only);
  const [attribute = "json"] = only.path;
  const isText = attribute === "json" || attribute === "minified_json";
  return isText && document?.type === "aws_iam_policy_document" ? document : void 0;
}
function textStatements(policy, text7) {
  try {
    const document = plainAttribute(policy.ref, JSON.parse(text7));
    return objectStatements(document.get("Statement"));
  } catch {
    return [unread(policy, { ...missingOf(policy), reason: "not valid JSON" })];
  }
}
function objectStatements(statements) {
  return blocksOf(statements, "Statement").map((member3) => ({ ...member3, shape: "json" }));
}
function documentStatements({ root }) {
  const isWritten = (name) => root.get(name).state === "unknown" || isFilled(root.get(name));
  const overrides2 = overriding.filter(isWritten).map((name) => missingFrom(root.get(name)));
  const own = blocksOf(root.get("statement"), "statement").map((member3) => {
    const sid = member3.root.get("sid");
    const isReplaceable = overrides2.length > 0 && (sid.state === "unknown" || isFilled(sid));
    return { ...member3, shape: "document", ...isReplaceable ? { count: perhaps(overrides2) } : {} };
  });
  const others = [...added, ...overriding].filter(isWritten).map((name) => {
    const list4 = root.get(name);
    return unread(list4, missingFrom(list4), "document");
  });
  return [...own, ...others];
}
function isFilled(attribute) {
  return attribute.items().length > 0 || typeof attribute.json === "string" && attribute.json !== "";
}
function missingFrom(list4) {
  return { ...missingOf(list4), reason: "made of other documents" };
}
function unread({ ref }, missing2, shape = "json") {
  return { root: unreadAttribute(ref, missing2), shape, count: anyNumber([missing2]) };
}
var added, overriding;
var init_trust_document = __esm({
  "src/graph/concepts/trust-document.ts"() {
    "use strict";
    init_plain();
    init_several();
    init_unread();
    added = ["source_policy_documents", "source_json"];
    overriding = ["override_policy_documents", "override_json"];
  }
});

// src/graph/concepts/trust-statement.ts
function isDocument({ part }) {
  return part.marks?.shape === "document";
}
function listOf2(attribute) {
  return written(textList(attribute), attribute);
}
function principals(type) {
  return (origin) => {
    if (isDocument(origin)) {
      const blocks = origin.root.get("principals");
      return written(documentPrincipals(blocks, type), blocks);
    }
    const principal = origin.root.get("Principal");
    if (principal.state === "unknown") return written(unknownOf(principal), principal);
    if (typeof principal.json === "string") return written(type === "AWS" ? [principal.json] : [], principal);
    return listOf2(principal.get(type));
  };
}
function documentPrincipals(blocks, type) {
  if (blocks.state === "unknown") return unknownOf(blocks);
  return blocks.items().reduce((list4, block) => {
    const kind = scalarValue(block.get("type"), asText);
    if (kind instanceof Unknown) return concat(list4, new PartialList([], kind));
    const counts2 = kind === type || kind === "*" && type === "AWS";
    return counts2 ? concat(list4, textList(block.get("identifiers"))) : list4;
  }, []);
}
function includes(list4, wanted2) {
  return some(list4, (member3) => member3 === wanted2);
}
function some(list4, isWanted) {
  const { known: known4, doubtful } = members(list4);
  if (known4.some(isWanted)) return true;
  const unknowns = known4.filter((member3) => member3 instanceof Unknown);
  if (unknowns.length === 0 && doubtful.bounded && !doubtful.candidates.some(mayBe(isWanted))) return false;
  return new Unknown([...unknowns.flatMap((unknown3) => unknown3.missing), ...doubtful.missing]);
}
function mayBe(isWanted) {
  return (member3) => member3 instanceof Unknown || isWanted(member3);
}
function allows(self2, action) {
  if (typeof action !== "string" || typeof self2 !== "object" || self2 === null || !("concept" in self2))
    return false;
  const effect = self2.get("effect") ?? null;
  if (effect instanceof Unknown) return effect;
  if (effect !== "Allow") return false;
  const matches3 = (pattern3) => typeof pattern3 === "string" && actionMatches(pattern3, action);
  const named4 = some(self2.get("actions") ?? [], matches3);
  if (named4 === true) return true;
  const excepted = self2.get("exceptActions") ?? [];
  const isExcept = some(excepted, () => true);
  if (isExcept === false) return named4;
  const spared = some(excepted, matches3);
  if (spared === true) return named4;
  if (isExcept === true && spared === false) return true;
  return new Unknown(
    [named4, isExcept, spared].flatMap((answer2) => answer2 instanceof Unknown ? answer2.missing : [])
  );
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
    init_iam_action();
    init_members();
    init_oidc_provider();
    init_trust_condition();
    init_trust_document();
    fields = {
      effect: ((origin) => orDefault(text(isDocument(origin) ? "effect" : "Effect"), "Allow")(origin)),
      services: principals("Service"),
      accounts: principals("AWS"),
      federated: principals("Federated"),
      exceptPrincipals: ((origin) => {
        const attribute = origin.root.get(isDocument(origin) ? "not_principals" : "NotPrincipal");
        if (attribute.state === "unknown") return written(unknownOf(attribute), attribute);
        return written(
          attribute.items().length + attribute.entries().length > 0 || typeof attribute.json === "string",
          attribute
        );
      }),
      actions: ((origin) => listOf2(origin.root.get(isDocument(origin) ? "actions" : "Action"))),
      exceptActions: ((origin) => listOf2(origin.root.get(isDocument(origin) ? "not_actions" : "NotAction"))),
      conditions: ((origin) => {
        const document = isDocument(origin);
        const attribute = origin.root.get(document ? "condition" : "Condition");
        return written(document ? documentConditions(attribute) : jsonConditions(attribute), attribute);
      }),
      eksProvider: isEksProvider,
      role: (({ declaration, lookup, part }) => derived(lookup.entityOf(declaration, "IamRole") ?? null, part.root.ref))
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
        actions: { type: "list<string>", doc: "Its actions." },
        exceptActions: { type: "list<string>", doc: "The actions it is not about (`NotAction`)." },
        conditions: { type: "list<TrustCondition>", doc: "Its conditions; all have to hold." },
        eksProvider: { type: "bool", doc: "Whether it trusts the OIDC provider of an EKS cluster (IRSA)." }
      },
      methods: [
        {
          signature: "allows(string): bool",
          doc: 'Whether it allows an action, also through a wildcard or `NotAction`: `allows("sts:AssumeRole")`.',
          call: (self2, action) => allows(self2, action)
        }
      ],
      suppliers: [
        { format: "terraform", types: ["aws_iam_role"], data: true, parts: trustStatements, fields },
        { format: "cloudformation", types: ["AWS::IAM::Role"], parts: trustStatements, fields }
      ]
    });
  }
});

// src/graph/concepts/workload.ts
function manifestParts2({ root }) {
  return heldManifest(root.get("manifest"), kinds2);
}
function ofPod(reader2) {
  return (origin) => reader2({ ...origin, root: podSpec(origin.root) });
}
function podSpec(root) {
  switch (root.get("kind").json) {
    case "Pod":
      return root.get("spec");
    case "CronJob":
      return root.get("spec", "jobTemplate", "spec", "template", "spec");
    default:
      return root.get("spec", "template", "spec");
  }
}
function spreadsOverZones(pod) {
  const antiAffinity = pod.get("affinity", "podAntiAffinity");
  const lists = [
    pod.get("topologySpreadConstraints"),
    antiAffinity.get("requiredDuringSchedulingIgnoredDuringExecution"),
    antiAffinity.get("preferredDuringSchedulingIgnoredDuringExecution")
  ];
  const keys = lists.flatMap(
    (list4) => list4.items().flatMap((item) => [item.get("topologyKey"), item.get("podAffinityTerm", "topologyKey")])
  );
  if (keys.some((key4) => typeof key4.json === "string" && zoneLabels.includes(key4.json))) return true;
  const unknown3 = [pod, antiAffinity, ...lists, ...keys].filter((attribute) => attribute.state === "unknown");
  return unknown3.length === 0 ? false : new Unknown(unknown3.flatMap((attribute) => unknownOf(attribute).missing));
}
var zoneLabels, replicated, kinds2, manifest2, workload;
var init_workload = __esm({
  "src/graph/concepts/workload.ts"() {
    "use strict";
    init_value();
    init_concept();
    init_entity();
    init_read();
    init_held_manifest();
    zoneLabels = ["topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"];
    replicated = ["Deployment", "ReplicaSet", "StatefulSet"];
    kinds2 = [
      "apps/v1/Deployment",
      "apps/v1/StatefulSet",
      "apps/v1/ReplicaSet",
      "apps/v1/DaemonSet",
      "batch/v1/Job",
      "batch/v1/CronJob",
      "v1/Pod"
    ];
    manifest2 = {
      kind: text("kind"),
      namespace: orDefault(text("metadata", "namespace"), "default"),
      name: text("metadata", "name"),
      replicas: (({ root, ...origin }) => {
        const { json: json2 } = root.get("kind");
        if (typeof json2 === "string" && !replicated.includes(json2)) return derived(null, root.ref);
        return orDefault(number("spec", "replicas"), 1)({ root, ...origin });
      }),
      serviceAccount: ofPod(orDefault(text("serviceAccountName"), "default")),
      zoneSpread: ofPod(({ root }) => written(spreadsOverZones(root), root)),
      hostNetwork: ofPod(orDefault(flag("hostNetwork"), false))
    };
    workload = concept({
      name: "Workload",
      doc: "What runs pods: a Deployment, StatefulSet, ReplicaSet, DaemonSet, Job, CronJob or Pod.",
      fields: {
        kind: { type: "string", doc: "`Deployment`, `StatefulSet` ..." },
        namespace: { type: "string", doc: "Its namespace; `default` where none is written." },
        name: { type: "string", doc: "Its name." },
        replicas: { type: "int?", doc: "How many pods it keeps; null for kinds that have no such number." },
        serviceAccount: { type: "string", doc: "The name of the service account its pods run as." },
        zoneSpread: {
          type: "bool",
          doc: "Whether its pods are told to spread over zones, by a topology spread constraint or by anti-affinity."
        },
        hostNetwork: { type: "bool", doc: "Whether its pods use the node's network." }
      },
      suppliers: [
        { format: "kubernetes", types: kinds2, fields: manifest2 },
        { format: "terraform", types: ["kubernetes_manifest"], parts: manifestParts2, fields: manifest2 }
      ]
    });
  }
});

// src/graph/concepts/all.ts
var concepts, readAlong;
var init_all = __esm({
  "src/graph/concepts/all.ts"() {
    "use strict";
    init_addon();
    init_cluster();
    init_fargate_profile();
    init_iam_role();
    init_launch_template();
    init_node_group();
    init_ports();
    init_security_group();
    init_security_group_rule();
    init_service_account();
    init_subnet();
    init_trust_condition();
    init_trust_statement();
    init_workload();
    concepts = [
      cluster,
      nodeGroup,
      fargateProfile,
      fargateSelector,
      addon,
      subnet,
      securityGroup,
      securityGroupRule,
      portRange,
      launchTemplate,
      iamRole,
      trustStatement,
      trustCondition,
      workload,
      serviceAccount
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
      const supplied = formatsOf(concept2, (supplier) => supplier.fields[name] !== void 0);
      return { name, type: field.type, doc: field.doc, formats: everywhere ? formats2 : supplied };
    })
  };
}
function formatsOf(concept2, counts2) {
  const found = new Set(concept2.suppliers.filter(counts2).map((supplier) => supplier.format));
  return order.filter((format) => found.has(format));
}
var order, vocabulary;
var init_words = __esm({
  "src/graph/words.ts"() {
    "use strict";
    init_all();
    order = ["terraform", "cloudformation", "eksctl", "kubernetes"];
    vocabulary = { types: concepts.map(declare) };
  }
});

// src/graph/build.ts
function buildGraph(declarations) {
  const lookup = new GraphLookup(concepts);
  const own = /* @__PURE__ */ new Map();
  const future = declarations.filter((declaration) => declaration.change !== "delete");
  for (const declaration of future) lookup.addDeclaration(declaration);
  let size2 = 0;
  for (const declaration of future) {
    for (const entity of entitiesOf(declaration, lookup)) {
      lookup.addEntity(entity);
      if (declaration.mode === "data") continue;
      size2++;
      const members3 = own.get(entity.concept);
      if (members3 === void 0) own.set(entity.concept, [entity]);
      else members3.push(entity);
    }
  }
  return { vocabulary, size: size2, entities: (concept2) => own.get(concept2) ?? [] };
}
function wantsTerraform(type) {
  return suppliersByType.has(typeKey("terraform", type)) || readAlong.has(type);
}
function* entitiesOf(declaration, lookup) {
  for (const { concept: concept2, supplier } of suppliersByType.get(typeKey(declaration.format, declaration.type)) ?? []) {
    if (declaration.mode === "data" && supplier.data !== true) continue;
    for (const part of supplier.parts?.(declaration, lookup) ?? [whole2(declaration)]) {
      yield new DeclaredEntity(concept2, supplier, lookup, declaration, part);
    }
  }
}
function whole2(declaration) {
  return { root: declaration.root, key: "" };
}
function byType(table2) {
  const found = /* @__PURE__ */ new Map();
  for (const concept2 of table2) {
    for (const supplier of concept2.suppliers) {
      for (const type of supplier.types) {
        const name = typeKey(supplier.format, type);
        found.set(name, [...found.get(name) ?? [], { concept: concept2, supplier }]);
      }
    }
  }
  return found;
}
function typeKey(format, type) {
  return `${format} ${type}`;
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
function jsonDocument(text7) {
  const root = (0, import_jsonc_parser.parseTree)(text7, [], { allowTrailingComma: true });
  return root === void 0 ? void 0 : nodeOf(root);
}
function embeddedJson(text7, { start, end }) {
  return /^\s*[[{]/.test(text7.slice(start, end)) ? jsonDocument(" ".repeat(start) + text7.slice(start, end)) : void 0;
}
function nodeOf(json2) {
  return {
    span: { start: json2.offset, end: json2.offset + json2.length },
    tag: void 0,
    entry: (key4) => {
      const property = json2.type === "object" ? json2.children?.findLast((child) => nameOf(child) === key4) : void 0;
      const [name, value] = property?.children ?? [];
      if (name === void 0 || value === void 0) return void 0;
      return { key: { start: name.offset, end: name.offset + name.length }, value: nodeOf(value) };
    },
    item: (index2) => {
      const item = json2.type === "array" ? json2.children?.[index2] : void 0;
      return item === void 0 ? void 0 : nodeOf(item);
    }
  };
}
function nameOf(property) {
  return property.children?.[0]?.value;
}
var import_jsonc_parser;
var init_json = __esm({
  "src/locate/json.ts"() {
    "use strict";
    import_jsonc_parser = __toESM(require_jsonc_parser());
  }
});

// src/locate/node.ts
function spanAt(root, path, text7) {
  let here = root;
  let entryHere;
  for (const step4 of path) {
    if (isFunctionOf(here, step4)) continue;
    const entry3 = typeof step4 === "string" ? here.entry(step4) : void 0;
    const next = entry3?.value ?? (typeof step4 === "number" ? here.item(step4) : void 0);
    if (next === void 0) break;
    entryHere = entry3;
    here = next;
  }
  if (entryHere !== void 0) return keyOrValue(entryHere, text7);
  return here === root ? startOf(root) : here.span;
}
function isFunctionOf(node, step4) {
  return typeof step4 === "string" && node.tag !== void 0 && step4.replace(/^Fn::/, "") === node.tag;
}
function keyOrValue({ key: key4, value }, text7) {
  const empty = value.span.start === value.span.end;
  return empty || text7.slice(key4.start, value.span.end).includes("\n") ? key4 : value.span;
}
function startOf(root) {
  return root.entry("kind")?.value.span ?? root.span;
}
var init_node = __esm({
  "src/locate/node.ts"() {
    "use strict";
  }
});

// src/base/lines.ts
function lineStarts(text7) {
  const starts = [0];
  for (let end = text7.indexOf("\n"); end !== -1; end = text7.indexOf("\n", end + 1)) starts.push(end + 1);
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
function withoutCommandLine(text7) {
  if (!text7.startsWith("[command]")) return text7;
  const start = text7.indexOf("\n") + 1;
  const end = text7.indexOf("\n::", start);
  return text7.slice(start === 0 ? text7.length : start, end === -1 ? text7.length : end);
}
function positionOf(text7, offset) {
  let line = 1;
  let start = 0;
  for (let end = text7.indexOf("\n"); end !== -1 && end < offset; end = text7.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}
function decodeUtf8(bytes2, file) {
  const text7 = Buffer.from(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength).toString("utf8");
  if (!(0, import_node_buffer.isUtf8)(bytes2)) throw notText(text7, "UTF-8", file);
  return withoutMark(text7);
}
function decodeUtf16(bytes2, encoding, file) {
  const text7 = new TextDecoder(encoding).decode(bytes2);
  if (bytes2.length % 2 === 1 || text7.includes("\0")) throw notText(text7, "UTF-16", file);
  return withoutMark(text7);
}
function withoutMark(text7) {
  return text7.startsWith("\uFEFF") ? text7.slice(1) : text7;
}
function notText(text7, encoding, file) {
  const bad = text7.search(/[\uFFFD\u0000]/);
  const at = bad === -1 ? { file } : { file, ...positionOf(text7, bad) };
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

// src/locate/span.ts
function locatedText(file, text7) {
  const starts = lineStarts(text7);
  return {
    file,
    text: text7,
    place: (span) => ({ file, ...positions(text7, starts, span) }),
    line: (number4) => text7.slice(starts[number4 - 1], starts[number4])
  };
}
function readText(tree, file) {
  try {
    return locatedText(file, decodeText(tree.bytes(file), file));
  } catch {
    return void 0;
  }
}
function positions(text7, starts, span) {
  const line = lineAt(starts, span.start);
  const lineStart = starts[line] ?? 0;
  const lineText = text7.slice(lineStart, (starts[line + 1] ?? text7.length + 1) - 1).trimEnd();
  const end = Math.max(span.start, Math.min(span.end, lineStart + lineText.length));
  return {
    line: line + 1,
    column: span.start - lineStart + 1,
    endLine: line + 1,
    endColumn: end - lineStart + 1
  };
}
var init_span = __esm({
  "src/locate/span.ts"() {
    "use strict";
    init_lines();
    init_text();
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

// src/source/yaml/events.ts
function yamlEvents(text7) {
  let repaired = text7;
  for (let repairs = 0; ; repairs++) {
    try {
      return { events: (0, import_js_yaml.parseEvents)(repaired, { maxDepth: deepest }), text: repaired };
    } catch (error) {
      const line = repairs * text7.length < mostRepaired ? shallowLine(error) : void 0;
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
function shifted(text7, line) {
  return `${text7.slice(0, line)} ${text7.slice(line)}`;
}
var import_js_yaml, deepest, mostRepaired;
var init_events = __esm({
  "src/source/yaml/events.ts"() {
    "use strict";
    import_js_yaml = __toESM(require_js_yaml());
    deepest = 100;
    mostRepaired = 2e7;
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
  if (event === void 0 || event.type === import_js_yaml2.EVENT_ID.DOCUMENT || event.type === import_js_yaml2.EVENT_ID.POP) {
    return leaf({ start: fallback, end: fallback });
  }
  const target = targetOf(source2, at, event);
  return {
    get span() {
      return spanOf(source2, at, event, fallback);
    },
    tag: tagOf(source2, source2.events[target]),
    entry: (key4) => entryOf(source2, target, key4, /* @__PURE__ */ new Set()) ?? textOf(source2, target)?.entry(key4),
    item: (index2) => itemOf(source2, target, index2) ?? textOf(source2, target)?.item(index2)
  };
}
function leaf(span) {
  return { span, tag: void 0, entry: () => void 0, item: () => void 0 };
}
function textOf(source2, at) {
  const event = source2.events[at];
  if (event?.type !== import_js_yaml2.EVENT_ID.SCALAR || event.style !== import_js_yaml2.SCALAR_STYLE.LITERAL_BLOCK) return void 0;
  return embeddedJson(source2.text, { start: event.valueStart, end: event.valueEnd });
}
function entryOf(source2, mapping, key4, seen) {
  if (source2.events[mapping]?.type !== import_js_yaml2.EVENT_ID.MAPPING || seen.has(mapping)) return void 0;
  seen.add(mapping);
  const merged = [];
  let written5;
  for (let at = mapping + 1; source2.events[at]?.type !== import_js_yaml2.EVENT_ID.POP; at = after(source2, after(source2, at))) {
    const event = source2.events[at];
    if (event?.type !== import_js_yaml2.EVENT_ID.SCALAR) continue;
    const name = (0, import_js_yaml2.getScalarValue)(source2.text, event);
    const value = after(source2, at);
    if (name === key4) {
      const span = spanOf(source2, at, event, 0);
      written5 = { key: span, value: nodeAt(source2, value, span.end) };
    }
    if (name === "<<") merged.push(...mergedInto(source2, value));
  }
  if (written5 !== void 0) return written5;
  for (const from of merged) {
    const entry3 = entryOf(source2, from, key4, seen);
    if (entry3 !== void 0) return entry3;
  }
  return void 0;
}
function mergedInto(source2, at) {
  const target = targetOf(source2, at, source2.events[at]);
  if (source2.events[target]?.type !== import_js_yaml2.EVENT_ID.SEQUENCE) return [target];
  const mappings = [];
  for (let item = target + 1; source2.events[item]?.type !== import_js_yaml2.EVENT_ID.POP; item = after(source2, item)) {
    mappings.push(targetOf(source2, item, source2.events[item]));
  }
  return mappings;
}
function itemOf(source2, sequence, index2) {
  if (source2.events[sequence]?.type !== import_js_yaml2.EVENT_ID.SEQUENCE) return void 0;
  let at = sequence + 1;
  for (let n = 0; n < index2 && source2.events[at]?.type !== import_js_yaml2.EVENT_ID.POP; n++) at = after(source2, at);
  return source2.events[at]?.type === import_js_yaml2.EVENT_ID.POP ? void 0 : nodeAt(source2, at, startOf2(source2, sequence));
}
function after(source2, at) {
  let depth = 0;
  let next = at;
  do {
    const type = source2.events[next]?.type;
    if (type === void 0) return source2.events.length;
    if (type === import_js_yaml2.EVENT_ID.POP) depth--;
    else if (type !== import_js_yaml2.EVENT_ID.SCALAR && type !== import_js_yaml2.EVENT_ID.ALIAS) depth++;
    next++;
  } while (depth > 0);
  return next;
}
function targetOf(source2, at, event) {
  if (event?.type !== import_js_yaml2.EVENT_ID.ALIAS) return at;
  const name = source2.text.slice(event.anchorStart, event.anchorEnd);
  for (let before = at - 1; before >= 0; before--) {
    const candidate = source2.events[before];
    if (candidate === void 0 || !("anchorStart" in candidate) || candidate.type === import_js_yaml2.EVENT_ID.ALIAS)
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
  if (event.type === import_js_yaml2.EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd };
  const inner = event.type === import_js_yaml2.EVENT_ID.SCALAR ? scalarSpan(source2, event, fallback) : collectionSpan(source2, at, event);
  return event.tagStart < 0 ? inner : { start: event.tagStart, end: Math.max(inner.end, event.tagEnd) };
}
function scalarSpan({ text: text7 }, event, fallback) {
  if (event.valueStart < 0) return { start: fallback, end: fallback };
  switch (event.style) {
    case import_js_yaml2.SCALAR_STYLE.PLAIN:
      return { start: event.valueStart, end: event.valueEnd };
    case import_js_yaml2.SCALAR_STYLE.SINGLE_QUOTED:
    case import_js_yaml2.SCALAR_STYLE.DOUBLE_QUOTED:
      return { start: event.valueStart - 1, end: event.valueEnd + 1 };
    case import_js_yaml2.SCALAR_STYLE.LITERAL_BLOCK:
    case import_js_yaml2.SCALAR_STYLE.FOLDED_BLOCK: {
      const indent = /^\s*/.exec(text7.slice(event.valueStart, event.valueEnd))?.[0].length ?? 0;
      return { start: event.valueStart + indent, end: event.valueEnd };
    }
  }
}
function collectionSpan(source2, at, event) {
  let end = event.start;
  for (let member3 = at + 1; source2.events[member3]?.type !== import_js_yaml2.EVENT_ID.POP; member3 = after(source2, member3)) {
    const inner = source2.events[member3];
    if (inner === void 0) break;
    if (inner.type === import_js_yaml2.EVENT_ID.DOCUMENT || inner.type === import_js_yaml2.EVENT_ID.POP) continue;
    end = Math.max(end, spanOf(source2, member3, inner, end).end);
  }
  const bracket = source2.text[event.start];
  const closing2 = bracket === "[" ? "]" : bracket === "{" ? "}" : void 0;
  const closed = closing2 === void 0 ? -1 : source2.text.indexOf(closing2, end);
  return { start: event.start, end: closed === -1 ? end : closed + 1 };
}
var import_js_yaml2;
var init_yaml = __esm({
  "src/locate/yaml.ts"() {
    "use strict";
    import_js_yaml2 = __toESM(require_js_yaml());
    init_events();
    init_json();
  }
});

// src/locate/document.ts
function documentPlaces(tree) {
  const opened2 = /* @__PURE__ */ new Map();
  return (ref) => {
    if (!opened2.has(ref.file)) opened2.set(ref.file, open(tree, ref.file));
    const file = opened2.get(ref.file);
    const root = file?.documents[ref.document];
    if (file === void 0 || root === void 0) return void 0;
    const place2 = file.parsed.place(spanAt(root, ref.path, file.parsed.text));
    return file.parsed === file.written ? place2 : asWritten(place2, file.parsed, file.written);
  };
}
function open(tree, file) {
  const written5 = readText(tree, file);
  if (written5 === void 0) return void 0;
  try {
    const { documents, text: text7 } = documentsOf(written5.text);
    return { documents, written: written5, parsed: text7 === written5.text ? written5 : locatedText(file, text7) };
  } catch {
    return void 0;
  }
}
function documentsOf(text7) {
  if (!/^\s*[[{]/.test(text7)) return yamlDocuments(text7);
  const json2 = jsonDocument(text7);
  return { documents: json2 === void 0 ? [] : [json2], text: text7 };
}
function asWritten(place2, parsed4, written5) {
  const { line = 1, column = 1, endColumn = column } = place2;
  const further2 = parsed4.line(line).length - written5.line(line).length;
  return { ...place2, column: Math.max(1, column - further2), endColumn: Math.max(1, endColumn - further2) };
}
var init_document = __esm({
  "src/locate/document.ts"() {
    "use strict";
    init_json();
    init_node();
    init_span();
    init_yaml();
  }
});

// src/locate/hcl/address.ts
function parseAddress(address) {
  const steps = stepsOf(address);
  if (steps === void 0) return void 0;
  const modules = [];
  let at = 0;
  for (; steps[at] === "module" && steps.length - at > 2; at += 2) modules.push(steps[at + 1] ?? "");
  const mode = steps[at] === "data" && steps.length - at === 3 ? "data" : "resource";
  const [type, name, ...rest] = steps.slice(mode === "data" ? at + 1 : at);
  return type === void 0 || name === void 0 || rest.length > 0 ? void 0 : { modules, mode, type, name };
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
  "src/locate/hcl/address.ts"() {
    "use strict";
    step = /([\p{L}\p{N}_-]+)(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?(?:\.|$)/uy;
  }
});

// src/locate/hcl/scan.ts
function scanHcl(text7) {
  const scanner = new Scanner(text7);
  const attributes = /* @__PURE__ */ new Map();
  const blocks = [];
  for (let restarts = 0; restarts < mostRestarts && scanner.skipBlank(); ) {
    const start = scanner.at;
    scanner.item(attributes, blocks, 0);
    if (!scanner.unclosed) continue;
    scanner.restart(start);
    restarts++;
  }
  return { attributes, blocks };
}
function skipStretch(text7, at) {
  const scanner = new Scanner(text7);
  scanner.at = at;
  scanner.stretch();
  return scanner.at;
}
var identifier, heredocStart, blanks, words2, inStrings, inBrackets, topLevel, deepest2, mostRestarts, Scanner;
var init_scan = __esm({
  "src/locate/hcl/scan.ts"() {
    "use strict";
    identifier = /[\p{L}\p{N}_-]+/uy;
    heredocStart = /<<-?([\p{L}\p{N}_-]+)[ \t]*\r?\n/uy;
    blanks = /\s+/y;
    words2 = /[\w.]+/y;
    inStrings = /[^"\\\n$%]+/y;
    inBrackets = /[^"{}[\]()#/<]+/y;
    topLevel = /\n(?=(?:(?:resource|data|module|variable|output|provider)[ \t]+"|(?:locals|terraform)[ \t]*\{))/g;
    deepest2 = 100;
    mostRestarts = 50;
    Scanner = class {
      text;
      at = 0;
      /** Something was still open at the end of the text. */
      unclosed = false;
      constructor(text7) {
        this.text = text7;
      }
      /** Moves to the next word; `false` at the end. */
      skipBlank() {
        do
          this.#run(blanks);
        while (this.#comment());
        return this.at < this.text.length;
      }
      /** Reads an attribute or a block; steps over anything else. */
      item(attributes, blocks, depth) {
        const start = this.at;
        const word3 = this.#word();
        if (word3 === void 0) {
          this.at = start + 1;
          return;
        }
        const name = { start, end: this.at };
        this.#skipSpace();
        if (this.#here === "=" && this.text[this.at + 1] !== "=") {
          this.at++;
          attributes.set(word3, { name, value: this.#expression() });
          return;
        }
        const labels = [];
        let end = name.end;
        for (let label = this.#word(); label !== void 0; label = this.#word()) {
          labels.push(label);
          end = this.at;
          this.#skipSpace();
        }
        if (this.#here !== "{") return;
        this.at++;
        blocks.push({ type: word3, labels, header: { start, end }, ...this.#body(depth + 1) });
      }
      /** Goes on after an item that was not closed, at the next line that can only start a new one. */
      restart(start) {
        topLevel.lastIndex = start;
        this.at = topLevel.test(this.text) ? topLevel.lastIndex : this.text.length;
        this.unclosed = false;
      }
      /** Moves past a string, heredoc, comment or bracketed part, however deeply they nest; else by one character. */
      stretch() {
        const closers = [];
        do {
          if (closers.length > 0) this.#run(closers.at(-1) === '"' ? inStrings : inBrackets);
          if (this.at >= this.text.length) {
            this.unclosed = closers.length > 0;
            return;
          }
          if (closers.at(-1) === '"') this.#inString(closers);
          else this.#inExpression(closers);
        } while (closers.length > 0);
      }
      #inString(closers) {
        const character = this.#here;
        const next = this.text[this.at + 1];
        if (character === "\\") this.at += 2;
        else if (character === '"' || character === "\n") {
          closers.pop();
          this.at++;
        } else if ((character === "$" || character === "%") && next === character && this.text[this.at + 2] === "{") {
          this.at += 3;
        } else if ((character === "$" || character === "%") && next === "{") {
          closers.push("}");
          this.at += 2;
        } else this.at++;
      }
      #inExpression(closers) {
        const character = this.#here;
        const closer = { '"': '"', "{": "}", "[": "]", "(": ")" }[character];
        if (this.#comment() || this.#heredoc()) return;
        if (closer !== void 0) closers.push(closer);
        else if (character === closers.at(-1)) closers.pop();
        this.at++;
      }
      #body(depth) {
        const attributes = /* @__PURE__ */ new Map();
        const blocks = [];
        while (!this.unclosed && depth < deepest2 && this.skipBlank()) {
          if (this.#here === "}") {
            this.at++;
            return { attributes, blocks };
          }
          this.item(attributes, blocks, depth);
        }
        this.unclosed = true;
        return { attributes, blocks };
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
      /** An identifier or a quoted label. */
      #word() {
        const start = this.at;
        if (this.#here === '"') {
          this.stretch();
          return this.text.slice(start + 1, this.at - 1);
        }
        identifier.lastIndex = start;
        const word3 = identifier.exec(this.text)?.[0];
        this.at += word3?.length ?? 0;
        return word3;
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
      #heredoc() {
        heredocStart.lastIndex = this.at;
        const marker = this.text.startsWith("<<", this.at) ? heredocStart.exec(this.text)?.[1] : void 0;
        if (marker === void 0) return false;
        const end = new RegExp(`^[ \\t]*${marker}[ \\t]*(?=\\r?$)`, "gm");
        end.lastIndex = heredocStart.lastIndex;
        this.unclosed = !end.test(this.text);
        this.at = this.unclosed ? this.text.length : end.lastIndex;
        return true;
      }
      get #here() {
        return this.text[this.at] ?? "";
      }
    };
  }
});

// src/locate/hcl/expression.ts
function expressionNode(text7, span) {
  return heredocNode(text7, span) ?? {
    span,
    tag: void 0,
    entry: (key4) => entries(text7, written2(text7, span)).find(([name]) => name === key4)?.[1],
    item: (index2) => {
      const item = members2(text7, written2(text7, span), "[")[index2];
      return item === void 0 ? void 0 : expressionNode(text7, item);
    }
  };
}
function literal(text7, span) {
  const source2 = text7.slice(span.start, span.end);
  if (/^(?:"(?:[^"\\$%]|\\["\\nrt])*"|-?\d+(?:\.\d+)?|true|false|null)$/.test(source2))
    return JSON.parse(source2);
  if (!source2.startsWith("[") || /^\[\s*for\b/.test(source2)) return void 0;
  const items = [];
  for (const member3 of members2(text7, span, "[")) {
    const item = literal(text7, member3);
    if (item === void 0) return void 0;
    items.push(item);
  }
  return items;
}
function written2(text7, span) {
  transparent.lastIndex = span.start;
  if (!transparent.test(text7) || text7[span.end - 1] !== ")") return span;
  const end = span.end - 1 - (/\s*$/.exec(text7.slice(span.start, span.end - 1))?.[0].length ?? 0);
  return written2(text7, { start: transparent.lastIndex, end });
}
function entries(text7, span) {
  return members2(text7, span, "{").flatMap((member3) => {
    const found = /^(?:"((?:[^"\\]|\\.)*)"|([\p{L}\p{N}_-]+))[ \t]*[=:][ \t]*/u.exec(
      text7.slice(member3.start, member3.end)
    );
    const name = found?.[1] ?? found?.[2];
    if (found === null || name === void 0) return [];
    const keyEnd = member3.start + (found[1] === void 0 ? name.length : name.length + 2);
    const value = expressionNode(text7, { start: member3.start + found[0].length, end: member3.end });
    return [[name, { key: { start: member3.start, end: keyEnd }, value }]];
  });
}
function members2(text7, span, open3) {
  if (text7[span.start] !== open3 || /^.\s*for\s/.test(text7.slice(span.start, span.start + 40))) return [];
  const found = [];
  let start;
  let end = span.start;
  const close2 = () => {
    if (start !== void 0) found.push({ start, end });
    start = void 0;
  };
  for (let at = span.start + 1; at < span.end - 1; ) {
    const character = text7[at] ?? "";
    const next = skipStretch(text7, at);
    if (character === "," || character === "\n" && open3 === "{") close2();
    else if (!/\s/.test(character) && !isComment(text7, at)) {
      start ??= at;
      end = next;
    }
    at = next;
  }
  close2();
  return found;
}
function isComment(text7, at) {
  return text7[at] === "#" || text7.startsWith("//", at) || text7.startsWith("/*", at);
}
function heredocNode(text7, span) {
  const opening = /^<<-?[\p{L}\p{N}_-]+[ \t]*\r?\n/u.exec(text7.slice(span.start, span.start + 200))?.[0];
  if (opening === void 0) return void 0;
  const document = embeddedJson(text7, { start: span.start + opening.length, end: span.end });
  return document === void 0 ? void 0 : { ...document, span };
}
var transparent;
var init_expression = __esm({
  "src/locate/hcl/expression.ts"() {
    "use strict";
    init_json();
    init_scan();
    transparent = /(?:jsonencode|yamlencode|tolist|toset|tomap)\(\s*/y;
  }
});

// src/locate/hcl/agreement.ts
function agreement(text7, body2, planned2) {
  let agreed = 0;
  let contradicted = 0;
  for (const [name, attribute] of body2.attributes) {
    const written5 = literal(text7, attribute.value);
    const value = planned2.get(name);
    if (written5 === void 0 || value.state !== "known" || value.json === void 0) continue;
    if (same2(written5, value.json)) agreed++;
    else contradicted++;
  }
  return { agreed, contradicted };
}
function same2(written5, planned2) {
  return canonical(written5) === canonical(planned2);
}
function canonical(json2) {
  if (Array.isArray(json2)) return `[${json2.map(canonical).sort().join()}]`;
  return json2 !== null && typeof json2 === "object" ? JSON.stringify(json2) : JSON.stringify(String(json2));
}
var init_agreement = __esm({
  "src/locate/hcl/agreement.ts"() {
    "use strict";
    init_expression();
  }
});

// src/locate/hcl/block.ts
function findInBlock(text7, block, path, planned2, depth = 0) {
  const [step4, next] = path;
  if (typeof step4 !== "string") return { span: block.header, depth };
  if (block.attributes.has(step4))
    return { span: spanAt(attributesNode(text7, block), path, text7), depth: depth + 1 };
  const indexed = typeof next === "number";
  const index2 = indexed ? next : 0;
  const nested = choose(text7, nestedBlocks(block, step4), index2, planned2?.get(step4, index2));
  if (nested === void 0) return { span: block.header, depth };
  return findInBlock(text7, nested, path.slice(indexed ? 2 : 1), planned2?.get(step4, index2), depth + 1);
}
function attributesNode(text7, block) {
  return {
    span: block.header,
    tag: void 0,
    item: () => void 0,
    entry: (name) => {
      const attribute = block.attributes.get(name);
      return attribute && { key: attribute.name, value: expressionNode(text7, attribute.value) };
    }
  };
}
function nestedBlocks(block, name) {
  return block.blocks.flatMap((inner) => {
    if (inner.type === name) return inner;
    if (inner.type !== "dynamic" || inner.labels[0] !== name) return [];
    const content = inner.blocks.find(({ type }) => type === "content");
    return content === void 0 ? [] : { ...content, header: inner.header };
  });
}
function choose(text7, blocks, index2, planned2) {
  if (blocks.length <= 1) return blocks[0];
  if (planned2 === void 0) return blocks[index2];
  const possible = blocks.map((block) => ({ block, ...agreement(text7, block, planned2) })).filter(({ contradicted }) => contradicted === 0).sort((a, b) => b.agreed - a.agreed);
  const [best, second] = possible;
  return best !== void 0 && best.agreed !== second?.agreed ? best.block : void 0;
}
var init_block = __esm({
  "src/locate/hcl/block.ts"() {
    "use strict";
    init_node();
    init_agreement();
    init_expression();
  }
});

// src/locate/hcl/module.ts
function moduleReader(tree) {
  const read5 = /* @__PURE__ */ new Map();
  return (folder) => {
    if (!read5.has(folder)) read5.set(folder, readModule(tree, folder));
    return read5.get(folder);
  };
}
function localFolder(caller, call4) {
  const source2 = plainString(call4.source.text, call4.block.attributes.get("source"));
  return source2 === void 0 || !/^\.\.?(?:\/|$)/.test(source2) ? void 0 : joined(caller.folder, source2);
}
function readModule(tree, folder) {
  const names = tree.list(folder).files.filter((name) => /\.(?:tf|tofu)$/.test(name));
  if (names.length === 0) return void 0;
  const index2 = /* @__PURE__ */ new Map();
  for (const name of [...names.filter(isOverride), ...names.filter((name2) => !isOverride(name2))]) {
    const source2 = readText(tree, folder === "" ? name : `${folder}/${name}`);
    if (source2 === void 0) continue;
    for (const block of scanHcl(source2.text).blocks) {
      const key4 = keyOf(block.type, block.labels);
      index2.set(key4, [...index2.get(key4) ?? [], { source: source2, block }]);
    }
  }
  return { folder, blocks: (type, ...labels) => index2.get(keyOf(type, labels)) ?? [] };
}
function isOverride(name) {
  return /^(?:.*_)?override\.(?:tf|tofu)$/.test(name);
}
function keyOf(type, labels) {
  return JSON.stringify([type, ...labels]);
}
function plainString(text7, attribute) {
  if (attribute === void 0) return void 0;
  return /^"([^"\\$%]*)"$/.exec(text7.slice(attribute.value.start, attribute.value.end))?.[1];
}
function joined(folder, relative3) {
  const steps = folder === "" ? [] : folder.split("/");
  for (const step4 of relative3.split("/")) {
    if (step4 === "" || step4 === ".") continue;
    if (step4 !== "..") steps.push(step4);
    else if ((steps.pop() ?? "..") === "..") return void 0;
  }
  return steps.join("/");
}
var init_module = __esm({
  "src/locate/hcl/module.ts"() {
    "use strict";
    init_span();
    init_scan();
  }
});

// src/locate/hcl/root.ts
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
  for (const { modules, mode, type, name } of addresses) {
    const [call4] = modules;
    const block = call4 === void 0 ? [mode, type, name] : ["module", call4];
    wanted2.set(JSON.stringify(block), block);
  }
  return [...wanted2.values()];
}
function declared(module2, wanted2) {
  return wanted2.filter(([type, ...labels]) => module2.blocks(type, ...labels).length > 0).length;
}
function tellApart(fitting2, contents) {
  if (fitting2.length <= 1) return fitting2[0];
  const words5 = new Set(contents.file.split(/[^\p{L}\p{N}]+/u));
  const named4 = (module2) => module2.folder.split("/").filter((name) => words5.has(name)).length;
  return onlyBest(fitting2, named4) ?? onlyBest(fitting2, (module2) => -contradictions(module2, contents));
}
function onlyBest(modules, rank) {
  const ranked = modules.map((module2) => ({ module: module2, rank: rank(module2) }));
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
  if (depth === deepest3) return;
  for (const name of tree.list(folder).folders) {
    if (name.startsWith(".") || name === "node_modules") continue;
    yield* folders(tree, folder === "" ? name : `${folder}/${name}`, depth + 1);
  }
}
var deepest3;
var init_root = __esm({
  "src/locate/hcl/root.ts"() {
    "use strict";
    init_address();
    init_agreement();
    deepest3 = 16;
  }
});

// src/locate/hcl/resource.ts
function resourcePlaces(tree, declarations, refs) {
  const moduleIn = moduleReader(tree);
  const plans = plansByFile(declarations, refs);
  const roots = /* @__PURE__ */ new Map();
  return (ref) => {
    const plan2 = plans.get(ref.file);
    const address = parseAddress(ref.owner);
    if (plan2 === void 0 || address === void 0) return void 0;
    if (!roots.has(ref.file)) roots.set(ref.file, rootModule(plan2, tree, moduleIn));
    const root = roots.get(ref.file);
    return root === void 0 ? void 0 : placeFrom(root, address, ref, plan2.byOwner.get(ref.owner), moduleIn);
  };
}
function placeFrom(root, address, ref, declaration, moduleIn) {
  const { module: module2, call: call4 } = enter(root, address.modules, moduleIn);
  const blocks = module2?.blocks(address.mode, address.type, address.name) ?? [];
  const found = blocks.map(({ source: source2, block }) => ({
    source: source2,
    ...findInBlock(source2.text, block, ref.path, declaration?.root)
  }));
  const [best] = found.sort((a, b) => b.depth - a.depth);
  if (best !== void 0) return best.source.place(best.span);
  return call4?.source.place(call4.block.header);
}
function enter(root, names, moduleIn) {
  let module2 = root;
  let call4;
  for (const name of names) {
    const inner = module2?.blocks("module", name)[0];
    if (module2 === void 0 || inner === void 0) return { module: void 0, call: call4 };
    call4 = inner;
    const folder = localFolder(module2, inner);
    module2 = folder === void 0 ? void 0 : moduleIn(folder);
  }
  return { module: module2, call: call4 };
}
function plansByFile(declarations, refs) {
  const planned2 = declarations.filter(({ format, change }) => format === "terraform" && change !== "delete");
  const files = new Set(refs.map(({ file }) => file));
  return new Map(
    [...files].map((file) => {
      const own = planned2.filter((declaration) => declaration.file === file);
      const owners2 = own.length > 0 ? own : refs.filter((ref) => ref.file === file);
      const addresses = owners2.flatMap(({ owner }) => parseAddress(owner) ?? []);
      const byOwner = new Map(own.map((declaration) => [declaration.owner, declaration]));
      return [file, { file, addresses, declarations: own, byOwner }];
    })
  );
}
var init_resource = __esm({
  "src/locate/hcl/resource.ts"() {
    "use strict";
    init_address();
    init_block();
    init_module();
    init_root();
  }
});

// src/locate/locate.ts
function locate(findings, tree, declarations = []) {
  const place2 = places(findings, tree, declarations);
  const secret = secrets(declarations);
  return findings.map((finding) => ({
    ...finding,
    place: firstPlace(finding, place2),
    ...finding.refs.some(secret) ? { secret: true } : {}
  }));
}
function secrets(declarations) {
  const marked = declarations.filter(({ format, root }) => format === "terraform" && root.sensitive);
  const names = new Set(marked.map(({ file, owner }) => `${file}
${owner}`));
  return ({ file, owner }) => names.has(`${file}
${owner}`);
}
function places(findings, tree, declarations) {
  const planned2 = findings.flatMap(({ refs }) => refs.filter(({ format }) => format === "terraform"));
  const inDocument = documentPlaces(tree);
  const inResource = resourcePlaces(tree, declarations, planned2);
  return (ref) => ref.format === "terraform" ? inResource(ref) : inDocument(ref);
}
function firstPlace(finding, place2) {
  for (const ref of finding.refs) {
    const found = place2(ref);
    if (found !== void 0) return found;
  }
  return { file: finding.refs[0]?.file ?? finding.policy.file };
}
var init_locate = __esm({
  "src/locate/locate.ts"() {
    "use strict";
    init_document();
    init_resource();
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
function within(address, ranges) {
  const [network, after2] = address.family === 4 ? ranges[0] : ranges[1];
  return address.bits >> after2 === network;
}
function isGlobalUnicast(address) {
  const special = [loopback, linkLocalUnicast, multicast].some((ranges) => within(address, ranges));
  return !special && address.bits !== 0n && !(address.family === 4 && address.bits === broadcast);
}
function ip(text7) {
  return readIp(text7) ?? new EvalError(`${JSON.stringify(text7)} is not an IP address`);
}
function cidr(text7) {
  return readCidr(text7) ?? new EvalError(`${JSON.stringify(text7)} is not a CIDR block`);
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
function covers(block, address) {
  const after2 = BigInt(width(block.address) - block.prefix);
  return block.address.family === address.family && block.address.bits >> after2 === address.bits >> after2;
}
function containsBlock(block, other) {
  return block.prefix <= other.prefix && covers(block, other.address);
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
  const known4 = /* @__PURE__ */ new Map();
  return (text7) => {
    const found = known4.get(text7);
    if (found !== void 0 || known4.has(text7)) return found;
    const answer2 = read5(text7);
    if (answer2 instanceof EvalError) return answer2;
    if (known4.size >= 4096) known4.clear();
    if (text7.length <= 64) known4.set(text7, answer2);
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
        call: (text7) => ip(text7)
      },
      {
        signature: "isIP(string): bool",
        doc: "Whether the text is an IPv4 or IPv6 address.",
        engine: "network",
        call: (text7) => readable(readIp(text7))
      },
      {
        signature: "ip.isCanonical(string): bool",
        doc: "Whether the text writes an address the way it is usually written; an error where it is none.",
        engine: "network",
        call: (text7) => ask(ip(text7), (address) => address.toString() === text7)
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
        call: (address) => within(address, loopback)
      },
      {
        signature: "IP.isLinkLocalUnicast(): bool",
        doc: "169.254.0.0/16 or fe80::/10.",
        total: true,
        call: (address) => within(address, linkLocalUnicast)
      },
      {
        signature: "IP.isLinkLocalMulticast(): bool",
        doc: "224.0.0.0/24 or ff02::/16.",
        total: true,
        call: (address) => within(address, linkLocalMulticast)
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
        call: (text7) => cidr(text7)
      },
      {
        signature: "isCIDR(string): bool",
        doc: "Whether the text is a block of addresses.",
        engine: "network",
        call: (text7) => readable(readCidr(text7))
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
        call: (block, address) => covers(block, address)
      },
      {
        signature: "CIDR.containsIP(string): bool",
        doc: "Whether the address is in the block; an error where the text is no address.",
        engine: "network",
        call: (block, text7) => ask(ip(text7), (address) => covers(block, address))
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
        call: (block, text7) => ask(cidr(text7), (other) => containsBlock(block, other))
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
        call: (block, text7) => ask(cidr(text7), (other) => overlaps(block, other))
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
      constructor(family, bits, text7) {
        super();
        this.family = family;
        this.bits = bits;
        this.text = text7;
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
    readIp = remembering((text7) => {
      if (engine === void 0) return notLoaded();
      if (/[/%]/.test(text7)) return void 0;
      if (!text7.includes(":")) {
        if (!engine.Address4.isValid(text7)) return void 0;
        const address2 = new engine.Address4(text7);
        return new Ip(4, address2.bigInt(), address2.correctForm());
      }
      if (text7.includes(".") || !engine.Address6.isValid(text7)) return void 0;
      const address = new engine.Address6(text7);
      const isMapped = address.bigInt() >> 32n === 0xffffn;
      return isMapped ? void 0 : new Ip(6, address.bigInt(), address.correctForm());
    });
    readCidr = remembering((text7) => {
      const [before = "", after2 = "", ...more2] = text7.split("/");
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
function matches2(text7, pattern3) {
  const compiled2 = compile(pattern3);
  return compiled2 instanceof EvalError ? compiled2 : compiled2.test(text7);
}
function find(text7, pattern3) {
  const compiled2 = compile(pattern3);
  if (compiled2 instanceof EvalError) return compiled2;
  const matcher2 = compiled2.matcher(text7);
  return matcher2.find() ? matcher2.group() ?? "" : "";
}
function compile(pattern3) {
  const known4 = compiled.get(pattern3);
  if (known4 !== void 0) return known4;
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
        call: matches2
      },
      {
        signature: "matches(string, string): bool",
        doc: "Whether the pattern (RE2 syntax) is found anywhere in the text; anchor it with `^` and `$`.",
        engine: "regex",
        call: matches2
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
function policyEnvironment(shared, facts, select3, parameters) {
  const params = {
    name: "params",
    fields: Object.fromEntries(parameters.map(({ name, type }) => [name, type]))
  };
  return {
    types: [...shared, params],
    variables: { self: select3, params: "params", facts: facts.type, now: "string" }
  };
}
function withVariable(environment, name, type) {
  return { ...environment, variables: { ...environment.variables, [name]: type } };
}
function elementType(type) {
  return /^list<(.*)>\??$/.exec(type)?.[1];
}
var reservedNames;
var init_environment = __esm({
  "src/policy/environment.ts"() {
    "use strict";
    reservedNames = ["self", "params", "facts", "now"];
  }
});

// src/policy/parameters.ts
function misfit(type, value) {
  switch (type) {
    case "int":
      return Number.isSafeInteger(value) ? void 0 : "a whole number";
    case "string":
      return typeof value === "string" ? void 0 : "text";
    case "bool":
      return typeof value === "boolean" ? void 0 : "true or false";
    case "list<string>":
      return isListOf(value, (item) => typeof item === "string") ? void 0 : "a list of texts";
    case "list<int>":
      return isListOf(value, Number.isSafeInteger) ? void 0 : "a list of whole numbers";
  }
}
function parameterValue(value) {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return Array.isArray(value) ? value.flatMap((item) => parameterValue(item) ?? []) : void 0;
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
    const parameter = policy.parameters.find((each2) => each2.name === name);
    if (parameter === void 0 || misfit(parameter.type, value) !== void 0) return [];
    return [[name, parameterValue(value) ?? null]];
  });
}
function noTarget(override, policies2) {
  const names = policies2.map(({ id }) => id);
  return {
    at: override.at,
    message: `no policy is called \`${override.policies}\`${didYouMean(override.policies, names)}`
  };
}
function paramMistakes(override, targets) {
  if (targets.length === 0) return [];
  return override.params.flatMap(({ name, value, at }) => {
    const declared3 = targets.flatMap(
      ({ parameters }) => parameters.filter((parameter) => parameter.name === name)
    );
    if (declared3.length === 0) {
      const names = targets.flatMap(({ parameters }) => parameters.map((parameter) => parameter.name));
      return [
        { at, message: `\`${override.policies}\` has no parameter \`${name}\`${didYouMean(name, names)}` }
      ];
    }
    const wanted2 = declared3.map(({ type }) => misfit(type, value)).find((each2) => each2 !== void 0);
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
function rangeOf(value) {
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
function listOf3(of) {
  return { kind: "list", of };
}
function mapOf(of) {
  return { kind: "map", of };
}
function nullable(of) {
  return of.kind === "nullable" || of.kind === "dyn" || of.kind === "null" ? of : { kind: "nullable", of };
}
function present(type) {
  return type.kind === "nullable" ? type.of : type;
}
function isCertain(type) {
  return type.kind !== "dyn" && type.kind !== "nullable" && type.kind !== "parameter" && type.kind !== "null";
}
function isNumber(type) {
  return type.kind === "int" || type.kind === "double";
}
function parseType(text7) {
  const known4 = parsed.get(text7);
  if (known4 !== void 0) return known4;
  const type = readType(text7.trim());
  parsed.set(text7, type);
  return type;
}
function showType(type) {
  switch (type.kind) {
    case "list":
    case "map":
      return `${type.kind}<${showType(type.of)}>`;
    case "nullable":
      return `${showType(type.of)}?`;
    case "object":
    case "parameter":
      return type.name;
    case "int":
    case "double":
    case "string":
    case "bool":
    case "null":
    case "dyn":
      return type.kind;
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
function substitute(type, bindings) {
  if (type.kind === "parameter") return bindings.get(type.name) ?? dyn;
  if (type.kind === "list" || type.kind === "map")
    return { kind: type.kind, of: substitute(type.of, bindings) };
  return type.kind === "nullable" ? nullable(substitute(type.of, bindings)) : type;
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
function isNullable(type) {
  return type.kind === "nullable" || type.kind === "null" || type.kind === "dyn";
}
function isEmptyLiteral(type) {
  return (type.kind === "list" || type.kind === "map") && type.of.kind === "dyn";
}
function bind(from, name, bindings) {
  const bound = bindings.get(name);
  const both5 = bound === void 0 ? from : join(bound, from);
  if (both5 === void 0) return false;
  bindings.set(name, both5);
  return true;
}
function readType(text7) {
  if (text7.endsWith("?")) return nullable(parseType(text7.slice(0, -1)));
  const container = /^(list|map)<(.+)>$/.exec(text7);
  if (container !== null) {
    const of = parseType(container[2] ?? "");
    return container[1] === "list" ? listOf3(of) : mapOf(of);
  }
  switch (text7) {
    case "int":
    case "double":
    case "string":
    case "bool":
    case "null":
    case "dyn":
      return { kind: text7 };
  }
  if (/^[A-Z]$/.test(text7)) return { kind: "parameter", name: text7 };
  if (/^[A-Za-z]\w*$/.test(text7)) return { kind: "object", name: text7 };
  throw new Error(`not a type: \`${text7}\``);
}
var dyn, int, double, string, bool, parsed;
var init_type = __esm({
  "src/expr/type.ts"() {
    "use strict";
    dyn = { kind: "dyn" };
    int = { kind: "int" };
    double = { kind: "double" };
    string = { kind: "string" };
    bool = { kind: "bool" };
    parsed = /* @__PURE__ */ new Map();
  }
});

// src/expr/always.ts
function alwaysAnswers(node, text7, typeOf4) {
  const { operator, left, right } = node;
  if (operator === "in")
    return isEmptyList(right) ? { answer: false, because: "the list is empty" } : void 0;
  if (operator === "==" || operator === "!=") {
    const present2 = [left, right].find((side) => isCertain(typeOf4(side)));
    if (present2 !== void 0 && [left, right].some(isNull)) {
      return { answer: operator === "!=", because: `\`${source(present2, text7)}\` is never null` };
    }
  }
  if (!isComparison(operator)) return void 0;
  const answer2 = byRange(operator, left, right);
  if (answer2 !== void 0) return { answer: answer2, because: rangeReason(node, text7) };
  if (left.kind === "literal" && right.kind === "literal")
    return literalAnswer(operator, left.value, right.value);
  if (source(left, text7) !== source(right, text7) || typeOf4(left).kind === "double") return void 0;
  return { answer: reflexive(operator), because: "both sides are the same" };
}
function knownRange(node) {
  if (node.kind === "literal") return rangeOf(node.value);
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
function rangeReason(node, text7) {
  const counted2 = [node.left, node.right].find((side) => side.kind !== "literal");
  return counted2 === void 0 ? "both sides are written out" : `\`${source(counted2, text7)}\` is never negative`;
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
function isNull(node) {
  return node.kind === "literal" && node.type === "null";
}
function source(node, text7) {
  return text7.slice(node.start, node.end).replace(/\s+/g, " ");
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
  const list4 = present(right);
  if (list4.kind === "dyn") return void 0;
  const member3 = list4.kind === "list" ? list4.of : list4.kind === "map" ? string : void 0;
  if (member3 === void 0) return `\`in\` needs a list or a map, but this is \`${showType(right)}\``;
  if (list4.kind === "map" && !canMeet(left, string))
    return `the keys of a map are \`string\`, never \`${showType(left)}\``;
  return canMeet(left, member3) ? void 0 : `\`${showType(right)}\` never holds \`${showType(left)}\``;
}
function areOrdered(left, right) {
  if (left.kind === "dyn") return isOrdered(right) || right.kind === "dyn";
  if (right.kind === "dyn") return isOrdered(left);
  if (isNumber(left)) return isNumber(right);
  return isOrdered(left) && left.kind === right.kind;
}
function isOrdered(type) {
  return isNumber(type) || type.kind === "string" || type.kind === "bool";
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
  const convert2 = isNumber(one3) && isNumber(other) && node.operator !== "%" ? "; convert one with `double()` or `int()`" : "";
  return `\`${node.operator}\` does not take \`${showType(left)}\` and \`${showType(right)}\`${convert2}`;
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
function resolve(call4, library) {
  const named4 = library.functions(call4.name);
  const fitting2 = named4.flatMap((overload2) => {
    const bindings = /* @__PURE__ */ new Map();
    const matches3 = overload2.isMethod === call4.isMethod && matchesAll(call4.types, overload2.parameters, bindings);
    return matches3 ? [{ overload: overload2, result: substitute(overload2.result, bindings) }] : [];
  });
  const [first] = fitting2;
  if (first === void 0) return noOverload(call4, named4, library);
  const isOpen3 = fitting2.some(({ result }) => showType(result) !== showType(first.result));
  return { overloads: fitting2.map(({ overload: overload2 }) => overload2), result: isOpen3 ? dyn : first.result };
}
function matchesAll(types, parameters, bindings) {
  if (types.length !== parameters.length) return false;
  return types.every((type, index2) => fits2(type, parameters[index2] ?? dyn, bindings));
}
function noOverload(call4, named4, library) {
  const { name, isMethod, types } = call4;
  const usable = named4.filter((overload2) => overload2.isMethod === isMethod);
  const closest = usable.filter(
    ({ parameters }) => isMethod && matchesAll(types.slice(0, 1), parameters.slice(0, 1), /* @__PURE__ */ new Map())
  );
  const shown3 = (closest.length > 0 ? closest : usable.length > 0 ? usable : named4).slice(0, 4).map(showOverload);
  if (shown3.length > 0)
    return `no \`${showCall(call4)}\`; there is ${shown3.map((one3) => `\`${one3}\``).join(", ")}`;
  if (macroNames.includes(name)) {
    return `\`${name}()\` takes a name and an expression, as in \`list.all(x, x > 0)\``;
  }
  const [receiver] = types;
  const isField = isMethod && receiver?.kind === "object" && library.field(receiver.name, name) !== void 0;
  if (isField) return `\`${name}\` is a field, written without \`()\``;
  return `unknown function \`${name}\`${didYouMean(name, [...library.functionNames, ...macroNames])}`;
}
function showCall({ name, isMethod, types }) {
  const shown3 = types.map(showType);
  return isMethod ? `${shown3[0]}.${name}(${shown3.slice(1).join(", ")})` : `${name}(${shown3.join(", ")})`;
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
  const declared3 = splitParameters(parameters).map(parseType);
  const isNamespaced = before !== void 0 && namespaces.has(before);
  const on = receiver ?? (isNamespaced ? void 0 : before);
  return {
    name: isNamespaced ? `${before}.${name}` : name,
    isMethod: on !== void 0,
    parameters: on === void 0 ? declared3 : [parseType(on), ...declared3],
    result: parseType(result),
    declaration
  };
}
function splitParameters(text7) {
  return text7.split(/,(?![^<]*>)/).map((part) => part.trim()).filter((part) => part !== "");
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
function check(tree, text7, library) {
  const work = {
    text: text7,
    library,
    types: /* @__PURE__ */ new Map(),
    calls: /* @__PURE__ */ new Map(),
    uses: /* @__PURE__ */ new Set(),
    problems: []
  };
  const type = typeOf(tree, void 0, work);
  return { tree, type, types: work.types, calls: work.calls, uses: work.uses, problems: work.problems };
}
function typeOf(node, scope2, work) {
  const type = findType(node, scope2, work);
  work.types.set(node, type);
  return type;
}
function findType(node, scope2, work) {
  switch (node.kind) {
    case "literal":
      return { kind: node.type };
    case "name":
      if (lookUp(node.name, scope2) === void 0) work.uses.add(node.name);
      return nameType(node, scope2, work);
    case "select":
      return selectType(node, scope2, work);
    case "index":
      return indexType(node, scope2, work);
    case "unary":
      return unaryType(node, scope2, work);
    case "logic":
      wantBool(node.left, `\`${node.operator}\``, scope2, work);
      wantBool(node.right, `\`${node.operator}\``, scope2, work);
      return bool;
    case "conditional":
      return conditionalType(node, scope2, work);
    case "binary":
      return binaryType(node, scope2, work);
    case "list":
      return listType(node, scope2, work);
    case "map":
      return mapType(node, scope2, work);
    case "call":
      return callType(node, scope2, work);
    case "has":
      typeOf(node.select, scope2, work);
      return bool;
    case "bind": {
      const value = typeOf(node.value, scope2, work);
      return typeOf(node.body, { name: node.name, type: value, outer: scope2 }, work);
    }
    case "quantifier":
      return quantifierType(node, scope2, work);
    case "collect":
      return collectType(node, scope2, work);
  }
}
function report(work, at, message) {
  work.problems.push({ message, start: at.start, end: at.end });
  return dyn;
}
function lookUp(name, scope2) {
  for (let inner = scope2; inner !== void 0; inner = inner.outer)
    if (inner.name === name) return inner.type;
  return void 0;
}
function scopeNames(scope2) {
  return scope2 === void 0 ? [] : [scope2.name, ...scopeNames(scope2.outer)];
}
function nameType(node, scope2, work) {
  const type = lookUp(node.name, scope2) ?? work.library.variable(node.name);
  if (type !== void 0) return type;
  const names = [...scopeNames(scope2), ...work.library.variableNames];
  return report(work, node, `unknown variable \`${node.name}\`${didYouMean(node.name, names)}`);
}
function objectType(node, scope2, work) {
  if (node.kind !== "name") return typeOf(node, scope2, work);
  const type = nameType(node, scope2, work);
  work.types.set(node, type);
  return type;
}
function variablePath(node, scope2) {
  if (node.kind === "name") return lookUp(node.name, scope2) === void 0 ? node.name : void 0;
  const step4 = node.kind === "select" ? node.field : node.kind === "index" ? literalKey(node.index) : void 0;
  if (step4 === void 0 || node.kind !== "select" && node.kind !== "index") return void 0;
  const before = variablePath(node.object, scope2);
  return before === void 0 ? void 0 : `${before}.${step4}`;
}
function literalKey(node) {
  return node.kind === "literal" && typeof node.value === "string" ? node.value : void 0;
}
function noteUse(node, scope2, work) {
  const path = variablePath(node, scope2);
  if (path !== void 0) work.uses.add(path);
}
function selectType(node, scope2, work) {
  const object2 = present(objectType(node.object, scope2, work));
  noteUse(node, scope2, work);
  if (object2.kind === "dyn") return dyn;
  if (object2.kind === "map") return object2.of;
  const name = showType(object2);
  if (object2.kind === "list") {
    return report(
      work,
      node.fieldSpan,
      `\`${name}\` has no fields; ask its members, as in \`.map(x, x.${node.field})\``
    );
  }
  const type = object2.kind === "object" ? work.library.field(object2.name, node.field) : void 0;
  if (type !== void 0) return type;
  const meant2 = object2.kind === "object" ? didYouMean(node.field, work.library.fieldNames(object2.name)) : "";
  return report(work, node.fieldSpan, `\`${name}\` has no field \`${node.field}\`${meant2}`);
}
function indexType(node, scope2, work) {
  const key4 = literalKey(node.index);
  const object2 = present(
    key4 === void 0 ? typeOf(node.object, scope2, work) : objectType(node.object, scope2, work)
  );
  const index2 = present(typeOf(node.index, scope2, work));
  noteUse(node, scope2, work);
  if (object2.kind === "dyn") return dyn;
  if (object2.kind === "list") return want(index2, int, node.index, "a position in a list", work) ?? object2.of;
  if (object2.kind === "map") return want(index2, string, node.index, "a key of a map", work) ?? object2.of;
  return report(work, node, `\`${showType(object2)}\` has no members to ask for with \`[ ]\``);
}
function want(type, wanted2, at, what, work) {
  if (fits2(type, wanted2, /* @__PURE__ */ new Map())) return void 0;
  return report(work, at, `${what} is \`${showType(wanted2)}\`, but this is \`${showType(type)}\``);
}
function wantBool(node, who, scope2, work) {
  const type = typeOf(node, scope2, work);
  if (!fits2(type, bool, /* @__PURE__ */ new Map()))
    report(work, node, `${who} needs \`bool\`, but this is \`${showType(type)}\``);
}
function unaryType(node, scope2, work) {
  if (node.operator === "!") {
    wantBool(node.operand, "`!`", scope2, work);
    return bool;
  }
  const type = present(typeOf(node.operand, scope2, work));
  if (isNumber(type) || type.kind === "dyn") return type;
  return report(work, node.operand, `\`-\` needs a number, but this is \`${showType(type)}\``);
}
function conditionalType(node, scope2, work) {
  wantBool(node.condition, "a condition", scope2, work);
  const [yes, no2] = [typeOf(node.yes, scope2, work), typeOf(node.no, scope2, work)];
  const both5 = join(yes, no2);
  if (both5 !== void 0) return both5;
  return report(
    work,
    node,
    `the two branches are of different types: \`${showType(yes)}\` and \`${showType(no2)}\``
  );
}
function binaryType(node, scope2, work) {
  const before = work.problems.length;
  const [left, right] = [typeOf(node.left, scope2, work), typeOf(node.right, scope2, work)];
  if (work.problems.length > before) return isArithmetic(node) ? dyn : bool;
  const always2 = alwaysAnswers(node, work.text, (operand2) => work.types.get(operand2) ?? dyn);
  if (always2 !== void 0) {
    report(work, node, `this is always ${always2.answer}: ${always2.because}`);
    return bool;
  }
  const type = operatorType(node, left, right);
  if (typeof type !== "string") return type;
  report(work, node, type);
  return isArithmetic(node) ? dyn : bool;
}
function listType(node, scope2, work) {
  let of;
  for (const element of node.elements) {
    const type = typeOf(element, scope2, work);
    const both5 = of === void 0 ? type : join(of, type);
    if (both5 === void 0)
      report(
        work,
        element,
        `a list holds one type: this is \`${showType(type)}\` among \`${showType(of ?? dyn)}\``
      );
    of = both5 ?? dyn;
  }
  return listOf3(of ?? dyn);
}
function mapType(node, scope2, work) {
  let of;
  const keys = /* @__PURE__ */ new Set();
  for (const { key: key4, value } of node.entries) {
    want(typeOf(key4, scope2, work), string, key4, "a key of a map", work);
    const literal3 = literalKey(key4);
    if (literal3 !== void 0 && keys.has(literal3))
      report(work, key4, `the key \`${literal3}\` is written twice`);
    if (literal3 !== void 0) keys.add(literal3);
    const type = typeOf(value, scope2, work);
    of = of === void 0 ? type : join(of, type) ?? dyn;
  }
  return mapOf(of ?? dyn);
}
function memberScope(node, scope2, work) {
  const list4 = present(typeOf(node.list, scope2, work));
  const [key4, member3] = list4.kind === "list" ? [int, list4.of] : list4.kind === "map" ? [string, list4.of] : [dyn, dyn];
  if (list4.kind !== "list" && list4.kind !== "map" && list4.kind !== "dyn") {
    report(work, node.list, `\`${showType(list4)}\` has no members to go through`);
  }
  const [first, second] = node.names;
  if (first === void 0) return scope2;
  if (second === void 0)
    return { name: first.name, type: list4.kind === "map" ? key4 : member3, outer: scope2 };
  return { name: second.name, type: member3, outer: { name: first.name, type: key4, outer: scope2 } };
}
function quantifierType(node, scope2, work) {
  const inner = memberScope(node, scope2, work);
  wantBool(node.predicate, `the condition of \`${node.quantifier}()\``, inner, work);
  return node.quantifier === "count" ? int : bool;
}
function collectType(node, scope2, work) {
  const inner = memberScope(node, scope2, work);
  if (node.predicate !== void 0) {
    wantBool(
      node.predicate,
      `the condition of \`${node.transform === void 0 ? "filter" : "map"}()\``,
      inner,
      work
    );
  }
  if (node.transform !== void 0) return listOf3(typeOf(node.transform, inner, work));
  return listOf3(inner?.type ?? dyn);
}
function callType(node, scope2, work) {
  const { receiver } = node;
  const namespace = receiver?.kind === "name" && isNamespace(receiver, scope2, work) ? `${receiver.name}.` : "";
  const isMethod = receiver !== void 0 && namespace === "";
  const operands2 = isMethod ? [receiver, ...node.arguments] : node.arguments;
  const types = operands2.map((operand2) => typeOf(operand2, scope2, work));
  if (node.function === "") return dyn;
  const resolved2 = resolve({ name: `${namespace}${node.function}`, isMethod, types }, work.library);
  if (typeof resolved2 === "string") return report(work, node.functionSpan, resolved2);
  const { overloads, result } = resolved2;
  work.calls.set(node, { overloads, operands: operands2 });
  if (overloads.some(({ declaration }) => declaration.engine === "regex")) checkPattern(operands2[1], work);
  return result;
}
function isNamespace(receiver, scope2, work) {
  const isValue = lookUp(receiver.name, scope2) !== void 0 || work.library.variable(receiver.name) !== void 0;
  return !isValue && namespaces.has(receiver.name);
}
function checkPattern(pattern3, work) {
  const written5 = pattern3 === void 0 ? void 0 : literalKey(pattern3);
  const problem = written5 === void 0 ? void 0 : patternProblem(written5);
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
  const names = new Set(a.map(({ attribute }) => attribute));
  const added2 = b.filter(({ attribute }) => !names.has(attribute));
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
function isList2(value) {
  return Array.isArray(value);
}
function isMap(value) {
  return value instanceof Map;
}
function isFields(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Map) && !(value instanceof Unknown) && !(value instanceof EvalError) && !(value instanceof PartialList);
}
function describe(value) {
  if (value === null) return "null";
  if (typeof value === "boolean") return `\`${value}\``;
  if (typeof value === "number") return "a number";
  if (typeof value === "string") return "a string";
  if (isList2(value) || value instanceof PartialList) return "a list";
  if (isMap(value)) return "a map";
  return isFields(value) ? `a ${value.concept}` : "not known";
}
var init_kind = __esm({
  "src/expr/kind.ts"() {
    "use strict";
    init_value();
  }
});

// src/expr/members.ts
function wholeList(list4) {
  if (!(list4 instanceof PartialList)) return list4;
  return list4.items.length <= 1 && furtherMembers(list4) === void 0 ? list4.items : void 0;
}
function partialList(items, why2, more2) {
  const { atLeast, atMost, candidates } = more2;
  const bounds2 = candidates === void 0 ? { atLeast, atMost } : { atLeast, atMost, candidates };
  const list4 = new PartialList(items, why2, atMost <= 0 || candidates?.length === 0 ? noFurther : bounds2);
  return wholeList(list4) ?? list4;
}
function furtherMembers(list4) {
  if (!(list4 instanceof PartialList) || list4.atMost <= 0 || list4.candidates?.length === 0) return void 0;
  return list4;
}
function certainItems(list4) {
  return list4 instanceof PartialList ? list4.items : list4;
}
function sizeBounds(list4) {
  const items = certainItems(list4).length;
  const more2 = furtherMembers(list4);
  return more2 === void 0 ? { low: items, high: items } : { low: items + more2.atLeast, high: items + more2.atMost };
}
function size(list4) {
  const { low, high } = sizeBounds(list4);
  return list4 instanceof PartialList && low < high ? new Unknown(list4.why.missing, low, high) : low;
}
function concat2(a, b) {
  const items = [...certainItems(a), ...certainItems(b)];
  if (!(a instanceof PartialList))
    return b instanceof PartialList ? partialList(items, b.why, further(b)) : items;
  if (!(b instanceof PartialList)) return partialList(items, a.why, further(a));
  const [left, right] = [further(a), further(b)];
  return partialList(items, union(a.why, b.why), {
    atLeast: left.atLeast + right.atLeast,
    atMost: left.atMost + right.atMost,
    candidates: left.candidates && right.candidates && [...left.candidates, ...right.candidates]
  });
}
function further(list4) {
  return furtherMembers(list4) ?? noFurther;
}
function unknownWithin(value) {
  if (typeof value !== "object" || value === null) return void 0;
  if (value instanceof Unknown) return value;
  if (value instanceof PartialList)
    return value.items.reduce((why2, item) => addUnknown(why2, item) ?? why2, value.why);
  if (isList2(value)) return value.reduce(addUnknown, void 0);
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
function call(name, overloads, operands2) {
  const [only] = overloads;
  const [first, second] = operands2;
  const certain = overloads.every(({ declaration: declaration2 }) => declaration2.total === true) && operands2.every((one3) => one3.certain);
  const ask3 = (values) => {
    const overload2 = overloads.find(({ parameters: parameters2 }) => acceptsAll(parameters2, values));
    return overload2 === void 0 ? noOverload2(name, operands2, values) : apply(overload2, values, certain);
  };
  if (overloads.length !== 1 || only === void 0 || first === void 0 || operands2.length > 2) {
    return (frame) => {
      const values = operands2.map(({ step: step4 }) => step4(frame));
      const open3 = values.filter(isUndecided).reduce(strict, void 0);
      return open3 === void 0 ? ask3(values) : carried(open3, certain);
    };
  }
  const { declaration, parameters } = only;
  const [wanted2, wantedToo] = parameters;
  if (second === void 0) {
    return (frame) => {
      const value = first.step(frame);
      if (isUndecided(value)) return carried(value, certain);
      if (!accepts(wanted2, value)) return noOverload2(name, operands2, [value]);
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
    if (!accepts(wanted2, a) || !accepts(wantedToo, b)) return noOverload2(name, operands2, [a, b]);
    const simple = declaration.seesUnknownMembers === true || typeof a !== "object" && typeof b !== "object";
    return simple ? declaration.call(a, b) : apply(only, [a, b], certain);
  };
}
function apply({ declaration }, values, certain) {
  if (declaration.seesUnknownMembers === true) return declaration.call(...values);
  const plain5 = values.map((value) => value instanceof PartialList ? wholeList(value) ?? value : value);
  const open3 = plain5.map(unknownWithin).filter((found) => found !== void 0);
  return open3.length > 0 ? carried(open3.reduce(union), certain) : declaration.call(...plain5);
}
function acceptsAll(parameters, values) {
  return parameters.length === values.length && parameters.every((parameter, index2) => accepts(parameter, values[index2]));
}
function accepts(type, value) {
  if (type === void 0 || value === void 0) return false;
  switch (type.kind) {
    case "int":
      return typeof value === "number" && Number.isInteger(value);
    case "double":
      return typeof value === "number";
    case "string":
      return typeof value === "string";
    case "bool":
      return typeof value === "boolean";
    case "list":
      return isList2(value) && acceptsMembers(type.of, value) || value instanceof PartialList;
    case "map":
      return isMap(value);
    case "null":
      return value === null;
    case "object":
      return isFields(value) && value.concept === type.name;
    case "nullable":
      return value === null || accepts(type.of, value);
    case "dyn":
    case "parameter":
      return true;
  }
}
function acceptsMembers(type, list4) {
  if (type.kind === "parameter" || type.kind === "dyn") return true;
  return list4.every((item) => isUndecided(item) || accepts(type, item));
}
function noOverload2(name, operands2, values) {
  const missing2 = operands2.find((_, index2) => values[index2] === null);
  if (missing2 !== void 0) return noValue(missing2);
  return new EvalError(`\`${name}()\` cannot be asked of ${values.map(describe).join(" and ")}`);
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
  if (isList2(a)) return isList2(b) && listsEqual(a, b);
  if (isMap(a)) return isMap(b) && mapsEqual(a, b);
  return a instanceof Opaque && b instanceof Opaque && a.sameAs(b);
}
function contains2(list4, value) {
  const among2 = containsItem(certainItems(list4), value);
  const more2 = furtherMembers(list4);
  if (among2 === true || more2 === void 0) return among2;
  const further2 = more2.candidates === void 0 ? void 0 : candidatesContain(more2, value);
  if (further2 === true) return true;
  if (further2 === false) return among2;
  const open3 = among2 === false ? more2.why : logical(among2, more2.why);
  return further2 === void 0 ? open3 : logical(open3, further2);
}
function undecidedEqual(a, b) {
  if (areOutOfRange(a, b)) return false;
  return carried(isUndecided(b) ? strict(a, b) : a, true);
}
function areOutOfRange(a, b) {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  return left !== void 0 && right !== void 0 && areApart(left, right);
}
function listsEqual(a, b) {
  if (a.length !== b.length) return false;
  let open3;
  for (const [index2, item] of a.entries()) {
    const same3 = equal(item, b[index2] ?? null);
    if (same3 === false) return false;
    if (same3 !== true) open3 = logical(open3, same3);
  }
  return open3 ?? true;
}
function mapsEqual(a, b) {
  if (a.size !== b.size) return false;
  let open3;
  for (const [key4, value] of a) {
    const other = b.get(key4);
    if (other === void 0) return false;
    const same3 = equal(value, other);
    if (same3 === false) return false;
    if (same3 !== true) open3 = logical(open3, same3);
  }
  return open3 ?? true;
}
function partialEqual(a, b) {
  const [left, right] = [asList(a), asList(b)];
  if (left === void 0 || right === void 0) return false;
  const [leftWhole, rightWhole] = [wholeList(left), wholeList(right)];
  if (leftWhole !== void 0 && rightWhole !== void 0) return listsEqual(leftWhole, rightWhole);
  const [leftSize, rightSize] = [sizeBounds(left), sizeBounds(right)];
  if (areApart(leftSize, rightSize) || lacksMember(left, right) || lacksMember(right, left)) return false;
  return [left, right].map((list4) => list4 instanceof PartialList ? list4.why : void 0).filter((why2) => why2 !== void 0).reduce(union);
}
function asList(value) {
  return isList2(value) || value instanceof PartialList ? value : void 0;
}
function lacksMember(list4, of) {
  return certainItems(of).some((item) => contains2(list4, item) === false);
}
function containsItem(items, value) {
  let open3;
  for (const item of items) {
    const same3 = equal(item, value);
    if (same3 === true) return true;
    if (same3 !== false) open3 = logical(open3, same3);
  }
  return open3 ?? false;
}
function candidatesContain(list4, value) {
  const answers2 = (list4.candidates ?? []).map((candidate) => equal(candidate, value));
  if (answers2.every((answer2) => answer2 === false)) return false;
  if (list4.atLeast > 0 && answers2.every((answer2) => answer2 === true)) return true;
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
function compare(order3, a, b, certain) {
  if (typeof a === "number" && typeof b === "number") return holds(order3, a, b);
  if (typeof a === "string" && typeof b === "string") return holds(order3, codePointOrder(a, b), 0);
  if (typeof a === "boolean" && typeof b === "boolean") return holds(order3, Number(a), Number(b));
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
function holds(order3, a, b) {
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
  const [left, right] = [rangeOf(a), rangeOf(b)];
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
function not(operand2) {
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
    const open3 = notBool(a, left);
    return b === !stop ? open3 : logical(open3, notBool(b, right));
  };
}
function conditional(condition, yes, no2) {
  const { step: step4 } = condition;
  return (frame) => {
    const value = step4(frame);
    if (value === true) return yes(frame);
    if (value === false) return no2(frame);
    const open3 = notBool(value, condition);
    if (open3 instanceof EvalError) return open3;
    return mayFail(yes(frame)) || mayFail(no2(frame)) ? fallible(open3) : open3;
  };
}
function notBool(value, operand2) {
  if (isUndecided(value)) return carried(value, operand2.certain);
  return value === null ? noValue(operand2) : new EvalError(`\`${operand2.name}\` must be true or false, but is ${describe(value)}`);
}
function binary(operator, left, right, isInt) {
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
        const same3 = equal(first(frame), second(frame));
        return typeof same3 === "boolean" ? !same3 : same3;
      };
    case "in":
      return (frame) => isIn2(first(frame), second(frame), left, right);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return ordered(operator, left, right);
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return arithmetic(operator, left, right, isInt);
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
function isIn2(value, list4, left, right) {
  if (isUndecided(list4)) return carried(isUndecided(value) ? strict(value, list4) : list4, right.certain);
  if (isList2(list4) || list4 instanceof PartialList) {
    return value instanceof EvalError || value instanceof Fallible ? value : contains2(list4, value);
  }
  if (list4 === null) return noValue(right);
  if (!isMap(list4)) return new EvalError(`\`in\` needs a list or a map, but this is ${describe(list4)}`);
  if (isUndecided(value)) return carried(value, left.certain);
  return typeof value === "string" && list4.has(value);
}
function ordered(order3, left, right) {
  const [first, second] = [left.step, right.step];
  const certain = left.certain && right.certain;
  const slow = (a, b) => {
    if (a === null && !(b instanceof EvalError)) return noValue(left);
    if (b === null && !(a instanceof EvalError)) return noValue(right);
    return compare(order3, a, b, certain);
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
function arithmetic(operator, left, right, isInt) {
  return (frame) => {
    const a = left.step(frame);
    const b = right.step(frame);
    if (typeof a === "number" && typeof b === "number") return calculate(operator, a, b, isInt);
    const joined2 = operator === "+" ? join2(a, b, left, right) : void 0;
    if (joined2 !== void 0) return joined2;
    if (isUndecided(a) || isUndecided(b))
      return undecided(operator, a, b, left.certain && right.certain, isInt);
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
  if (isList2(value) || value instanceof PartialList) return value;
  const isUnknownList = value instanceof Unknown && !(value instanceof Fallible) && operand2.certain;
  return isUnknownList ? new PartialList([], value) : void 0;
}
function undecided(operator, a, b, certain, isInt) {
  const open3 = [a, b].filter(isUndecided).reduce(strict);
  const divides = isInt !== false && (operator === "/" || operator === "%");
  const carry = carried(open3, certain && !(divides && (typeof b !== "number" || b === 0)));
  if (carry instanceof EvalError || carry instanceof Fallible || operator !== "+" && operator !== "-")
    return carry;
  const [left, right] = [rangeOf(a), rangeOf(b)];
  if (left === void 0 || right === void 0) return carry;
  return operator === "+" ? new Unknown(carry.missing, left.low + right.low, left.high + right.high) : new Unknown(carry.missing, left.low - right.high, left.high - right.low);
}
var init_operators = __esm({
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
function open2(value, list4, two) {
  if (isList2(value)) return { items: value, keys: void 0, more: void 0, disorder: void 0 };
  if (value instanceof PartialList)
    return { items: value.items, keys: void 0, more: furtherMembers(value), disorder: value.why };
  if (isUndecided(value)) return openUnknown(value, list4);
  if (value === null) return noValue(list4);
  if (!isMap(value)) return new EvalError(`${describe(value)} has no members to go through`);
  const keys = [...value.keys()];
  return two ? { items: [...value.values()], keys, more: void 0, disorder: void 0 } : { items: keys, keys: void 0, more: void 0, disorder: void 0 };
}
function place(frame, binding, source2, index2) {
  const item = source2.items[index2] ?? null;
  if (binding.two) {
    frame.slots[binding.slot] = source2.keys?.[index2] ?? source2.disorder ?? index2;
    frame.slots[binding.slot + 1] = item;
  } else frame.slots[binding.slot] = item;
}
function placeFurther(frame, binding, more2, member3) {
  frame.slots[binding.slot] = binding.two ? more2.why : member3;
  if (binding.two) frame.slots[binding.slot + 1] = member3;
}
function furtherOf(more2) {
  return more2.candidates ?? [more2.why];
}
function openUnknown(value, list4) {
  if (value instanceof EvalError || value instanceof Fallible || list4.kind === void 0)
    return carried(value, false);
  if (list4.kind === "map") return carried(value, true);
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
function collect(list4, predicate, transform, binding) {
  return (frame) => {
    const source2 = open2(list4.step(frame), list4, binding.two);
    if (isUndecided(source2)) return source2;
    const kept = keep(source2, predicate, transform, binding, frame);
    if (isUndecided(kept)) return kept;
    if (kept.why === void 0) return kept.sure;
    const { maybe, candidates } = kept;
    return partialList(kept.sure, kept.why, {
      atLeast: kept.atLeast,
      atMost: maybe.length + kept.atMost,
      candidates: candidates === void 0 ? void 0 : [...maybe, ...candidates]
    });
  };
}
function count2(list4, predicate, binding) {
  return (frame) => {
    const source2 = open2(list4.step(frame), list4, binding.two);
    if (isUndecided(source2)) return source2;
    const kept = keep(source2, predicate, void 0, binding, frame);
    if (isUndecided(kept)) return kept;
    const low = kept.sure.length + kept.atLeast;
    const high = kept.sure.length + kept.maybe.length + kept.atMost;
    return kept.why === void 0 || low === high ? low : new Unknown(kept.why.missing, low, high);
  };
}
function existsOne(list4, predicate, binding) {
  const counted2 = count2(list4, predicate, binding);
  return (frame) => equal(counted2(frame), 1);
}
function keep(source2, predicate, transform, binding, frame) {
  const sieve = newSieve();
  for (let index2 = 0; index2 < source2.items.length; index2++) {
    if (--frame.budget < 0) return tooMuchWork();
    place(frame, binding, source2, index2);
    const failed = sift(sieve, source2.items[index2] ?? null, predicate, transform, frame);
    if (failed !== void 0) return failed;
  }
  const { sure, maybe, why: why2, failing } = sieve;
  const rest = source2.more === void 0 ? nothing : keepFurther(source2.more, predicate, transform, binding, frame);
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
    why: together2(why2, together2(rest.why, source2.disorder))
  };
}
function keepFurther(more2, predicate, transform, binding, frame) {
  const sieve = newSieve();
  for (const member3 of furtherOf(more2)) {
    if (--frame.budget < 0) return tooMuchWork();
    placeFurther(frame, binding, more2, member3);
    if (sift(sieve, member3, predicate, transform, frame) !== void 0) sieve.failing ??= fallible(more2.why);
  }
  if (sieve.failing !== void 0) return union(sieve.failing, more2.why);
  const candidates = [...sieve.sure, ...sieve.maybe];
  if (candidates.length === 0) return nothing;
  const known4 = more2.candidates !== void 0 || candidates.every((value) => unknownWithin(value) === void 0);
  return {
    atLeast: sieve.refused === 0 && sieve.maybe.length === 0 ? more2.atLeast : 0,
    atMost: more2.atMost,
    candidates: known4 ? candidates : void 0,
    why: together2(more2.why, sieve.why)
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
    sieve.why = together2(sieve.why, doubt);
  }
  return void 0;
}
function together2(a, b) {
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
    init_operators();
    init_source();
    nothing = { atLeast: 0, atMost: 0, candidates: [], why: void 0 };
  }
});

// src/expr/evaluate/quantify.ts
function quantify(stop, list4, predicate, binding) {
  return (frame) => {
    const source2 = open2(list4.step(frame), list4, binding.two);
    if (isUndecided(source2)) return source2;
    const certain = askItems(stop, source2, predicate, binding, frame);
    if (certain === stop || source2.more === void 0) return certain;
    const further2 = askFurther(stop, source2.more, predicate, binding, frame);
    return certain === !stop || further2 === stop ? further2 : isUndecided(certain) && isUndecided(further2) ? logical(certain, further2) : certain;
  };
}
function askItems(stop, source2, predicate, binding, frame) {
  const { step: step4 } = predicate;
  let undecided2;
  for (let index2 = 0; index2 < source2.items.length; index2++) {
    if (--frame.budget < 0) return tooMuchWork();
    place(frame, binding, source2, index2);
    const answer2 = step4(frame);
    if (answer2 === stop) return stop;
    if (answer2 !== !stop) undecided2 = logical(undecided2, notBool(answer2, predicate));
  }
  return undecided2 ?? !stop;
}
function askFurther(stop, more2, predicate, binding, frame) {
  let undecided2 = more2.why;
  let all = true;
  let none2 = true;
  for (const member3 of furtherOf(more2)) {
    if (--frame.budget < 0) return tooMuchWork();
    placeFurther(frame, binding, more2, member3);
    const answer2 = predicate.step(frame);
    all &&= answer2 === stop;
    none2 &&= answer2 === !stop;
    if (typeof answer2 !== "boolean") undecided2 = logical(undecided2, notBool(answer2, predicate));
  }
  if (none2) return !stop;
  return all && more2.atLeast > 0 ? stop : undecided2;
}
var init_quantify = __esm({
  "src/expr/evaluate/quantify.ts"() {
    "use strict";
    init_unknowns();
    init_frame();
    init_operators();
    init_source();
  }
});

// src/expr/evaluate/select.ts
function select(object2, field, isMapType) {
  const { step: step4 } = object2;
  const certain = object2.certain && !isMapType;
  return (frame) => {
    const from = step4(frame);
    if (typeof from !== "object" || from === null) return wrongObject(object2, from, field);
    if (from instanceof Unknown || from instanceof EvalError) return carried(from, certain);
    if (isMap(from)) return from.get(field) ?? missingKey(from, field);
    if (!isFields(from)) return wrongObject(object2, from, field);
    const value = from.get(field);
    return value === void 0 ? missingField(from.concept, field) : value;
  };
}
function has(object2, field) {
  return (frame) => {
    const from = object2.step(frame);
    if (isUndecided(from)) return carried(from, object2.certain);
    if (isMap(from)) return from.has(field);
    if (!isFields(from)) return wrongObject(object2, from, field);
    const value = from.get(field);
    if (value === void 0) return missingField(from.concept, field);
    return isUndecided(value) ? carried(value, true) : value !== null;
  };
}
function index(object2, key4) {
  return (frame) => {
    const from = object2.step(frame);
    const at = key4.step(frame);
    if (isUndecided(from)) return carried(isUndecided(at) ? strict(from, at) : from, false);
    if (isUndecided(at)) return carried(at, false);
    if (isList2(from) || from instanceof PartialList) return member(from, at);
    if (isMap(from))
      return typeof at === "string" ? from.get(at) ?? missingKey(from, at) : new EvalError(`${describe(at)} is not a key`);
    return from === null ? noValue(object2) : new EvalError(`${describe(from)} has no members`);
  };
}
function member(list4, at) {
  if (typeof at !== "number" || !Number.isInteger(at))
    return new EvalError(`${describe(at)} is not a position`);
  const { low, high } = sizeBounds(list4);
  if (at < 0 || at >= high)
    return new EvalError(`position ${at} is out of range: the list has ${high} members`);
  const whole5 = wholeList(list4);
  if (whole5 !== void 0) return whole5[at] ?? null;
  return list4 instanceof PartialList ? carried(list4.why, at < low) : null;
}
function missingKey(map2, key4) {
  return map2.has(key4) ? null : new EvalError(`the map has no key \`${key4}\``);
}
function missingField(concept2, field) {
  return new EvalError(`\`${concept2}\` has no field \`${field}\``);
}
function wrongObject(object2, value, field) {
  return value === null ? noValue(object2) : new EvalError(`${describe(value)} has no field \`${field}\``);
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
function plan(checked, text7) {
  const work = { checked, text: text7, steps: /* @__PURE__ */ new Map(), bindings: /* @__PURE__ */ new Map() };
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
      return node.operator === "!" ? not(inner) : negate(inner, typeOf2(node, work).kind === "int");
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
      return binary(
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
      return call(node.function, resolved2?.overloads ?? [], operands2);
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
  const steps = node.elements.map((element) => stepOf(element, slots, work));
  const literals = node.elements.flatMap((element) => element.kind === "literal" ? [element.value] : []);
  if (literals.length === steps.length) return constant(literals);
  return (frame) => {
    const values = steps.map((step4) => step4(frame));
    return failureAmong(values) ?? values;
  };
}
function mapStep(node, slots, work) {
  const steps = node.entries.map(
    ({ key: key4, value }) => [stepOf(key4, slots, work), stepOf(value, slots, work)]
  );
  return (frame) => {
    const entries2 = steps.map(([key5, value]) => [key5(frame), value(frame)]);
    const key4 = entries2.map(([written5]) => written5).find(isUndecided);
    const failure = failureAmong(entries2.map(([, value]) => value));
    return failure ?? (key4 === void 0 ? mapOf2(entries2) : carried(key4, false));
  };
}
function mapOf2(entries2) {
  const map2 = /* @__PURE__ */ new Map();
  for (const [key4, value] of entries2) {
    if (typeof key4 !== "string") return new EvalError("the keys of a map are strings");
    if (map2.has(key4)) return new EvalError(`the key \`${key4}\` is there twice`);
    map2.set(key4, value);
  }
  return map2;
}
function failureAmong(values) {
  const failed = values.find((value) => value instanceof EvalError);
  if (failed !== void 0) return failed;
  const open3 = values.filter((value) => value instanceof Fallible);
  return open3.length === 0 ? void 0 : open3.reduce(union);
}
function nextSlot(slots) {
  return slots === void 0 ? 0 : slots.slot + 1;
}
function macroParts(node, slots, work) {
  const [first, second] = node.names;
  const slot = nextSlot(slots);
  const binding = { slot, two: second !== void 0 };
  work.bindings.set(node, binding);
  const { kind } = typeOf2(node.list, work);
  const list4 = {
    ...operand(node.list, slots, work),
    kind: kind === "list" || kind === "map" ? kind : void 0
  };
  const one3 = { name: first?.name ?? "", slot, outer: slots };
  return {
    list: list4,
    binding,
    inner: second === void 0 ? one3 : { name: second.name, slot: slot + 1, outer: one3 }
  };
}
function quantifierStep(node, slots, work) {
  const { list: list4, binding, inner } = macroParts(node, slots, work);
  const predicate = operand(node.predicate, inner, work);
  switch (node.quantifier) {
    case "all":
      return quantify(false, list4, predicate, binding);
    case "exists":
      return quantify(true, list4, predicate, binding);
    case "exists_one":
      return existsOne(list4, predicate, binding);
    case "count":
      return count2(list4, predicate, binding);
  }
}
function collectStep(node, slots, work) {
  const { list: list4, binding, inner } = macroParts(node, slots, work);
  const predicate = node.predicate === void 0 ? void 0 : operand(node.predicate, inner, work);
  const transform = node.transform === void 0 ? void 0 : stepOf(node.transform, inner, work);
  return collect(list4, predicate, transform, binding);
}
var init_plan = __esm({
  "src/expr/evaluate/plan.ts"() {
    "use strict";
    init_value();
    init_type();
    init_unknowns();
    init_call();
    init_collect();
    init_operators();
    init_quantify();
    init_select();
  }
});

// src/expr/functions/conversions.ts
function whole3(value) {
  const cut3 = Math.trunc(value);
  return Number.isSafeInteger(cut3) ? cut3 + 0 : new EvalError(`${value} is too large for a whole number`);
}
function readInt(text7) {
  if (!/^[+-]?\d+$/.test(text7)) return new EvalError(`${JSON.stringify(text7)} is not a whole number`);
  const value = Number(text7);
  return Number.isSafeInteger(value) ? value + 0 : new EvalError(`${text7} is too large for a whole number`);
}
function readDouble(text7) {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text7);
  if (special !== null) {
    if (special[2]?.toLowerCase() === "nan") return Number.NaN;
    return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text7))
    return new EvalError(`${JSON.stringify(text7)} is not a number`);
  return Number(text7);
}
function showDouble(value) {
  if (value === Number.POSITIVE_INFINITY) return "+Inf";
  return value === Number.NEGATIVE_INFINITY ? "-Inf" : String(value);
}
function readBool(text7) {
  if (["true", "True", "TRUE", "t", "1"].includes(text7)) return true;
  if (["false", "False", "FALSE", "f", "0"].includes(text7)) return false;
  return new EvalError(`${JSON.stringify(text7)} is neither true nor false`);
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
function distinct2(list4) {
  const items = certainItems(list4);
  if (!(list4 instanceof PartialList) && items.every(isPlain)) return [...new Set(items)];
  const { sure, unsure } = separate(items);
  const failed = [...sure, ...unsure].find((item) => item instanceof EvalError);
  if (failed instanceof EvalError) return failed;
  const why2 = unsure.reduce(
    addUnknown,
    list4 instanceof PartialList ? list4.why : void 0
  );
  return why2 === void 0 ? sure : partialList(sure, why2, furtherDistinct(sure, unsure, furtherMembers(list4) ?? noFurther));
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
  const ranked = items.map((item, index2) => ({ item, index: index2, open: unknownWithin(item) !== void 0 }));
  for (const { item, index: index2 } of [
    ...ranked.filter(({ open: open3 }) => !open3),
    ...ranked.filter(({ open: open3 }) => open3)
  ]) {
    const repeated = contains2(members3, item);
    if (repeated === true) continue;
    if (repeated === false) {
      members3.push(item);
      sure.push({ item, index: index2 });
    } else unsure.push(item);
  }
  sure.sort((a, b) => a.index - b.index);
  return { sure: sure.map(({ item }) => item), unsure, limit: sure.length + unsure.length };
}
function isPlain(value) {
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
function length(text7) {
  let count4 = text7.length;
  for (let index2 = 0; index2 < text7.length - 1; index2++) {
    if (isPairAt(text7, index2)) count4--;
  }
  return count4;
}
function isPairAt(text7, index2) {
  const [high, low] = [text7.charCodeAt(index2), text7.charCodeAt(index2 + 1)];
  return high >= 55296 && high < 56320 && low >= 56320 && low < 57344;
}
function cut(text7, from, to, named4) {
  const characters = [...text7];
  if (from < 0 || to < from || to > characters.length) return outOfRange(named4, characters.length);
  return characters.slice(from, to).join("");
}
function firstIndex(text7, part, from) {
  const characters = [...text7];
  if (from < 0 || from > characters.length) return outOfRange(from, characters.length);
  const unit = characters.slice(0, from).join("").length;
  const found = text7.indexOf(part, unit);
  return found < 0 ? -1 : length(text7.slice(0, found));
}
function lastIndex(text7, part, from) {
  const characters = [...text7];
  if (from < 0 || from > characters.length) return outOfRange(from, characters.length);
  const unit = characters.slice(0, from).join("").length;
  const found = text7.lastIndexOf(part, unit);
  return found < 0 ? -1 : length(text7.slice(0, found));
}
function outOfRange(position, size2) {
  return new EvalError(`position ${position} is out of range: the text has ${size2} characters`);
}
function splitAt(text7, separator) {
  return separator === "" ? [...text7] : text7.split(separator);
}
function splitSome(text7, separator, limit) {
  const parts2 = splitAt(text7, separator);
  if (limit < 0 || parts2.length <= limit) return parts2;
  return limit === 0 ? [] : [...parts2.slice(0, limit - 1), parts2.slice(limit - 1).join(separator)];
}
function replaceSome(text7, from, to, limit) {
  if (limit < 0) return text7.replaceAll(from, () => to);
  let left = limit;
  return text7.replaceAll(from, (found) => left-- > 0 ? to : found);
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
        call: (text7, prefix) => text7.startsWith(prefix)
      },
      {
        signature: "string.endsWith(string): bool",
        doc: "Whether the text ends with another.",
        total: true,
        call: (text7, suffix) => text7.endsWith(suffix)
      },
      {
        signature: "string.contains(string): bool",
        doc: "Whether another text stands anywhere in it.",
        total: true,
        call: (text7, part) => text7.includes(part)
      },
      {
        signature: "string.lowerAscii(): string",
        doc: "The text with A to Z in lower case.",
        total: true,
        call: (text7) => text7.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
      },
      {
        signature: "string.upperAscii(): string",
        doc: "The text with a to z in upper case.",
        total: true,
        call: (text7) => text7.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
      },
      {
        signature: "string.trim(): string",
        doc: "The text without white space at either end.",
        total: true,
        call: (text7) => text7.replace(leadingSpace, "").replace(trailingSpace, "")
      },
      {
        signature: "string.charAt(int): string",
        doc: "The character at a position; an empty string at the end.",
        call: (text7, at) => cut(text7, at, Math.min(at + 1, length(text7)), at)
      },
      {
        signature: "string.substring(int): string",
        doc: "The text from a position.",
        call: (text7, from) => cut(text7, from, length(text7), from)
      },
      {
        signature: "string.substring(int, int): string",
        doc: "The text from one position up to another.",
        call: (text7, from, to) => cut(text7, from, to, to)
      },
      {
        signature: "string.indexOf(string): int",
        doc: "The first position of another text, or -1.",
        total: true,
        call: (text7, part) => firstIndex(text7, part, 0)
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
        call: (text7, part) => lastIndex(text7, part, length(text7))
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
        call: (text7, from, to) => text7.replaceAll(from, () => to)
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
function both3(name, rest, doc, call4, flags) {
  const [, receiver = "", result = ""] = /^\((.*)\)(: .+)$/.exec(rest) ?? [];
  return [
    { signature: `${name}${rest}`, doc, call: call4, ...flags },
    { signature: `${receiver}.${name}()${result}`, doc, call: call4, ...flags }
  ];
}
function sum2(list4) {
  const total = addUp(list4);
  return Number.isSafeInteger(total) ? total : new EvalError("the sum is too large for a whole number");
}
function addUp(list4) {
  return list4.reduce((total, item) => total + item, 0);
}
function order2(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return codePointOrder(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  return new EvalError("only numbers, strings and truth values have an order");
}
function isSorted(list4) {
  let sorted = true;
  for (const [index2, item] of list4.slice(1).entries()) {
    const compared = order2(list4[index2] ?? null, item);
    if (compared instanceof EvalError) return compared;
    if (compared > 0) sorted = false;
  }
  return sorted;
}
function extreme(list4, sign2) {
  const [first, ...others] = list4;
  if (first === void 0) return new EvalError("an empty list has no least or greatest member");
  let best = first;
  for (const item of others) {
    const compared = order2(item, best);
    if (compared instanceof EvalError) return compared;
    if (compared * sign2 > 0) best = item;
  }
  return best;
}
function slice(list4, from, to) {
  if (from < 0 || to < from || to > list4.length) {
    return new EvalError(`positions ${from} to ${to} are out of range: the list has ${list4.length} members`);
  }
  return list4.slice(from, to);
}
function sort(list4) {
  const [first] = list4;
  const failed = list4.map((item) => order2(item, first ?? null)).find((compared) => compared instanceof EvalError);
  if (failed instanceof EvalError) return failed;
  return list4.toSorted((a, b) => {
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
      ...both3("size", "(string): int", "How many characters.", (text7) => length(text7), { total: true }),
      ...both3("size", "(list<A>): int", "How many members.", (list4) => size(list4), {
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
        (list4) => distinct2(list4),
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
        call: (list4, value) => contains2(list4, value)
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
        call: (list4) => extreme(list4, -1)
      },
      {
        signature: "list<A>.max(): A",
        doc: "The greatest member; an error for none.",
        call: (list4) => extreme(list4, 1)
      },
      {
        signature: "list<A>.indexOf(A): int",
        doc: "The position of the first member equal to a value, or -1.",
        total: true,
        call: (list4, value) => list4.findIndex((item) => equal(item, value) === true)
      },
      {
        signature: "list<A>.lastIndexOf(A): int",
        doc: "The position of the last member equal to a value, or -1.",
        total: true,
        call: (list4, value) => list4.findLastIndex((item) => equal(item, value) === true)
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
        call: (list4) => list4.flat()
      },
      {
        signature: "list<A>.reverse(): list<A>",
        doc: "The members, last first.",
        total: true,
        call: (list4) => list4.toReversed()
      },
      { signature: "list<A>.sort(): list<A>", doc: "The members, least first.", call: sort }
    ];
  }
});

// src/expr/functions/quantity.ts
function quantity(text7) {
  return readQuantity(text7) ?? new EvalError(`${JSON.stringify(text7)} is not a quantity`);
}
function readQuantity(text7) {
  if (text7.length > longest) return void 0;
  const parts2 = /^([+-]?)(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]?|[eE][+-]?\d+)$/.exec(text7);
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
  const step4 = binary2.indexOf(suffix);
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
var quantityFunctions, billion, Quantity, decimal, binary2, longest, largestExponent;
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
        call: (text7) => readQuantity(text7) !== void 0
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
    binary2 = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
    longest = 64;
    largestExponent = 40;
  }
});

// src/expr/functions/sets.ts
function containsAll(all, some2) {
  let open3;
  for (const item of certainItems(some2)) {
    const found = contains2(all, item);
    if (found === false) return false;
    if (found !== true) open3 = logical(open3, found);
  }
  const more2 = furtherMembers(some2);
  if (more2 === void 0) return open3 ?? true;
  const answers2 = more2.candidates?.map((candidate) => contains2(all, candidate));
  if (answers2?.every((answer2) => answer2 === true)) return open3 ?? true;
  if (more2.atLeast > 0 && answers2?.every((answer2) => answer2 === false)) return false;
  return withAnswers(logical(open3, more2.why), answers2);
}
function intersects(a, b) {
  let open3;
  for (const item of certainItems(a)) {
    const found = contains2(b, item);
    if (found === true) return true;
    if (found !== false) open3 = logical(open3, found);
  }
  const more2 = furtherMembers(a);
  if (more2 === void 0 || isNothing(b)) return open3 ?? false;
  const answers2 = more2.candidates?.map((candidate) => contains2(b, candidate));
  if (answers2?.every((answer2) => answer2 === false)) return open3 ?? false;
  if (more2.atLeast > 0 && answers2?.every((answer2) => answer2 === true)) return true;
  return withAnswers(logical(open3, more2.why), answers2);
}
function isNothing(list4) {
  return certainItems(list4).length === 0 && furtherMembers(list4) === void 0;
}
function both4(left, right) {
  if (left === false) return false;
  const other = right();
  if (left === true || other === false) return other;
  return other === true ? left : logical(left, other);
}
function withAnswers(open3, answers2) {
  return (answers2 ?? []).filter(isUndecided).reduce(logical, open3);
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
function semver(text7, loosely) {
  return readSemver(loosely ? normalize(text7) : text7) ?? new EvalError(`${JSON.stringify(text7)} is not a version`);
}
function readSemver(text7) {
  if (text7.length > 256) return void 0;
  const parts2 = pattern.exec(text7);
  if (parts2 === null) return void 0;
  const [, major, minor, patch, prerelease] = parts2;
  return new Semver(
    [Number(major), Number(minor), Number(patch)],
    prerelease === void 0 ? [] : prerelease.split(".")
  );
}
function normalize(text7) {
  const parts2 = /^v?(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?([-+].*)?$/.exec(text7);
  if (parts2 === null) return text7;
  const [, major, minor = "0", patch = "0", rest = ""] = parts2;
  return `${Number(major)}.${Number(minor)}.${Number(patch)}${rest}`;
}
function minorVersion(text7) {
  const minor = /^v?1\.(\d{1,4})(?![\d])/.exec(text7)?.[1];
  return minor === void 0 ? new EvalError(`${JSON.stringify(text7)} is not a Kubernetes version`) : Number(minor);
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
var versionFunctions, Semver, number2, identifier2, pattern;
var init_version = __esm({
  "src/expr/functions/version.ts"() {
    "use strict";
    init_value();
    init_opaque();
    versionFunctions = [
      {
        signature: "semver(string): Semver",
        doc: "A semantic version, `1.29.0`.",
        call: (text7) => semver(text7, false)
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
        call: (text7) => readSemver(text7) !== void 0
      },
      {
        signature: "isSemver(string, bool): bool",
        doc: "Whether the text is a version; `v1.29` is one where the second argument is true.",
        total: true,
        call: (text7, loosely) => readSemver(loosely ? normalize(text7) : text7) !== void 0
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
        for (const [index2, number4] of this.numbers.entries()) {
          const sign2 = Math.sign(number4 - (other.numbers[index2] ?? 0));
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
    number2 = "(0|[1-9]\\d{0,14})";
    identifier2 = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
    pattern = new RegExp(
      `^${number2}\\.${number2}\\.${number2}(?:-(${identifier2}(?:\\.${identifier2})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`
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
  const { fields: fields3, functions: functions2 } = shapesOf(environment.types);
  const standard2 = standardLibrary();
  const { variables } = environment;
  return {
    variable: (name) => Object.hasOwn(variables, name) ? parseType(variables[name] ?? "") : void 0,
    variableNames: Object.keys(variables),
    field: (type, field) => {
      const declared3 = fields3.get(type);
      return declared3 !== void 0 && Object.hasOwn(declared3, field) ? parseType(declared3[field] ?? "") : void 0;
    },
    fieldNames: (type) => Object.keys(fields3.get(type) ?? {}),
    functions: (name) => [...functions2.get(name) ?? [], ...standard2.get(name) ?? []],
    functionNames: [...functions2.keys(), ...standard2.keys()]
  };
}
function shapesOf(types) {
  const found = known.get(types);
  if (found !== void 0) return found;
  const shapes = readShapes(types);
  known.set(types, shapes);
  return shapes;
}
function readShapes(types) {
  const methods = types.flatMap(
    ({ name, methods: declared3 = [] }) => declared3.map((method) => overload({ doc: "", ...method }, name))
  );
  return { fields: new Map(types.map(({ name, fields: fields3 }) => [name, fields3])), functions: byName(methods) };
}
function standardLibrary() {
  standard ??= byName(standardFunctions.map((declaration) => overload(declaration)));
  return standard;
}
function byName(overloads) {
  const names = /* @__PURE__ */ new Map();
  for (const one3 of overloads) {
    const others = names.get(one3.name);
    if (others === void 0) names.set(one3.name, [one3]);
    else others.push(one3);
  }
  return names;
}
var known, standard;
var init_library = __esm({
  "src/expr/library.ts"() {
    "use strict";
    init_standard();
    init_signature();
    init_type();
    known = /* @__PURE__ */ new WeakMap();
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
function parse(text7) {
  const syntax = readSyntax(text7);
  if ("message" in syntax) return { tree: void 0, problems: [syntax] };
  const problems = [];
  return { tree: convert(syntax, { text: text7, problems, depth: 0 }), problems };
}
function readSyntax(text7) {
  parser ??= new import_cel_js.Environment({ unlistedVariablesAreDyn: true, limits });
  try {
    return parser.parse(text7).ast;
  } catch (error) {
    if (!(error instanceof import_cel_js.ParseError)) throw error;
    return syntaxProblem(error, text7);
  }
}
function convert(ast, context) {
  const at = { start: ast.start, end: ast.end };
  if (context.depth > deepest4) return refused(at, "the expression is nested too deep", context);
  const inner = { ...context, depth: context.depth + 1 };
  const go = (operand2) => convert(operand2, inner);
  switch (ast.op) {
    case "value":
      return literal2(ast.args, at, context);
    case "id":
      return { kind: "name", name: ast.args, ...at };
    case ".": {
      const [object2, field] = ast.args;
      const fieldSpan = { start: ast.end - field.length, end: ast.end };
      return { kind: "select", object: go(object2), field, fieldSpan, ...at };
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
      return call2(ast.args[0], void 0, ast.args[1].map(go), at, context);
    case "rcall":
      return call2(ast.args[0], go(ast.args[1]), ast.args[2].map(go), at, context);
    case ".?":
    case "[?]":
      return refused(at, "optional values are not part of the language", context);
    default:
      return binary3(ast.op, go(ast.args[0]), go(ast.args[1]), at);
  }
}
function binary3(operator, left, right, at) {
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
function call2(name, receiver, args, at, context) {
  if (receiver === void 0 && name === "has") return has2(args, at, context);
  if (receiver?.kind === "name" && receiver.name === "cel" && name === "bind") return bind2(args, at, context);
  const macro = receiver !== void 0 && Object.hasOwn(macros, name) ? macros[name] : void 0;
  if (receiver !== void 0 && macro !== void 0) {
    const form = macro.forms.find((candidate) => candidate.length === args.length);
    if (form !== void 0) return macroNode(name, receiver, form, args, at, context);
  }
  return callNode(name, receiver, args, at, context.text);
}
function callNode(name, receiver, args, at, text7) {
  const from = receiver === void 0 ? at.start : text7.indexOf(name, receiver.end);
  const functionSpan = { start: from, end: from + name.length };
  return { kind: "call", function: name, functionSpan, receiver, arguments: args, ...at };
}
function macroNode(name, list4, form, args, at, context) {
  const names = [];
  let predicate;
  let transform;
  for (const [index2, argument] of args.entries()) {
    if (form[index2] === "p") predicate = argument;
    else if (form[index2] === "t") transform = argument;
    else if (argument.kind === "name") names.push(argument);
    else return refused(argument, needsName(name), context);
  }
  if (name === "filter" || transform !== void 0)
    return { kind: "collect", list: list4, names, predicate, transform, ...at };
  if (predicate === void 0) return refused(at, `write \`${macros[name]?.usage}\``, context);
  return { kind: "quantifier", quantifier: quantifierOf(name), list: list4, names, predicate, ...at };
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
function syntaxProblem(error, text7) {
  const start = Math.min(error.node?.start ?? error.range?.start ?? 0, text7.length);
  const end = Math.max(error.range?.end ?? start, start);
  return { message: syntaxMessage(error, text7, start), start, end: wordEnd(text7, start, end) };
}
function syntaxMessage(error, text7, start) {
  const found = text7.slice(start, wordEnd(text7, start, start + 1));
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
  if (start >= text7.trimEnd().length) return "the expression ends too early";
  const meant2 = Object.hasOwn(spelling2, found) ? spelling2[found] : void 0;
  if (meant2 !== void 0) return `unexpected \`${found}\`; did you mean \`${meant2}\`?`;
  const wanted2 = /^Expected (\w+), got/.exec(error.summary)?.[1];
  if (wanted2 === "IDENTIFIER") return `expected a field's name, found \`${found}\``;
  const token = wanted2 === void 0 ? void 0 : tokenText[wanted2];
  if (token !== void 0) return `expected \`${token}\`, found \`${found}\``;
  if (/^unexpected_/.test(error.code)) return `unexpected \`${found}\``;
  return `${error.summary.charAt(0).toLowerCase()}${error.summary.slice(1)}`;
}
function wordEnd(text7, start, end) {
  const word3 = /^\w+/.exec(text7.slice(start));
  return word3 === null ? Math.min(end, text7.length) : Math.max(end, start + word3[0].length);
}
var import_cel_js, limits, deepest4, parser, spelling2, tokenText;
var init_parse = __esm({
  "src/expr/parse.ts"() {
    "use strict";
    import_cel_js = __toESM(require_cel_js());
    init_macros();
    limits = { maxAstNodes: 5e3, maxDepth: 100, maxListElements: 1e3, maxCallArguments: 32 };
    deepest4 = 400;
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
      const { object: object2, field } = node.select;
      const from = ask2(object2, walk);
      follow(object2, from, walk);
      noteRead(from, field, isFields(from) ? from.get(field) ?? null : null, walk);
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
function noteRead(object2, field, value, walk) {
  if (!isFields(object2)) return;
  const fields3 = walk.seen.get(object2) ?? /* @__PURE__ */ new Set();
  if (fields3.has(field)) return;
  walk.seen.set(object2, fields3.add(field));
  walk.reads.push({ object: object2, field, value });
}
function followOperands(parts2, value, walk) {
  const asked = parts2.map((part) => ({ part, answer: ask2(part, walk) }));
  const open3 = isOpen(value) ? asked.filter(({ answer: answer2 }) => isOpen(answer2)) : [];
  for (const { part, answer: answer2 } of open3.length === 0 ? asked : open3) follow(part, answer2, walk);
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
  const binding = walk.plan.binding(node);
  for (const [index2, item] of source2.items.entries()) {
    if (walk.items.length >= mostItems) return;
    place(walk.frame, binding, source2, index2);
    const answer2 = ask2(node.predicate, walk);
    const decides = wanted2 === "open" ? typeof answer2 !== "boolean" : wanted2 === void 0 || answer2 === wanted2;
    if (!decides) continue;
    if (isBreaker(stop, value, answer2)) walk.items.push({ item, index: index2 });
    follow(node.predicate, answer2, walk);
  }
  if (wanted2 === "open" && source2.more !== void 0) followFurther(node, source2, walk);
}
function needsList(source2, value) {
  if (source2.items.length === 0 || isOpen(value) && source2.more !== void 0) return true;
  return source2.items.some((item) => !isFields(item));
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
  for (const member3 of furtherOf(more2).slice(0, mostItems)) {
    placeFurther(walk.frame, walk.plan.binding(node), more2, member3);
    const answer2 = ask2(node.predicate, walk);
    if (typeof answer2 !== "boolean") follow(node.predicate, answer2, walk);
  }
}
function followCollect(node, value, walk) {
  const list4 = ask2(node.list, walk);
  const source2 = openList(node, walk);
  if (!isOpen(value) || isOpen(list4) || source2 === void 0) follow(node.list, list4, walk);
  if (source2 === void 0) return;
  const binding = walk.plan.binding(node);
  const parts2 = [node.predicate, node.transform].filter((part) => part !== void 0);
  for (const [index2] of source2.items.slice(0, mostItems).entries()) {
    place(walk.frame, binding, source2, index2);
    for (const part of parts2) {
      const answer2 = ask2(part, walk);
      if (!isOpen(value) || isOpen(answer2)) follow(part, answer2, walk);
    }
  }
}
function openList(node, walk) {
  const list4 = { step: walk.plan.step(node.list), name: "", certain: false, kind: void 0 };
  const source2 = open2(ask2(node.list, walk), list4, walk.plan.binding(node).two);
  return isUndecided(source2) ? void 0 : source2;
}
function isOpen(value) {
  return isUndecided(value) || value instanceof PartialList || unknownWithin(value) !== void 0;
}
var mostReads, mostItems, mostVisits2;
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
    mostItems = 20;
    mostVisits2 = 2e5;
  }
});

// src/expr/compile.ts
function compile2(text7, environment, expected) {
  const { tree, problems } = parse(text7);
  if (tree === void 0)
    return { expression: void 0, problems, uses: /* @__PURE__ */ new Set(), needsRegex: false, needsNetwork: false };
  return compileTree({ text: text7, tree, problems }, environment, expected);
}
function compileTree({ text: text7, tree, problems }, environment, expected) {
  const checked = check(tree, text7, libraryOf(environment));
  const found = problems.length > 0 ? checked.problems : [...checked.problems, ...unexpected(checked, expected)];
  const all = [...problems, ...found.filter((problem) => !problems.some(isWithin(problem)))].toSorted(
    byPlace
  );
  return {
    expression: all.length === 0 ? expressionOf(checked, text7, expected) : void 0,
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
function byPlace(a, b) {
  return a.start - b.start || a.end - b.end;
}
function needs(checked, engine3) {
  const calls = [...checked.calls.values()];
  return calls.some(({ overloads }) => overloads.some(({ declaration }) => declaration.engine === engine3));
}
function expressionOf(checked, text7, expected) {
  const planned2 = plan(checked, text7);
  const wanted2 = expected === void 0 ? void 0 : parseType(expected);
  const settle2 = (value) => value === null ? nullAnswer(checked, wanted2, text7) : value;
  return {
    text: text7,
    type: showType(checked.type),
    evaluate: (variables) => settle2(planned2.root(newFrame(variables))),
    explain: (variables) => {
      const explanation2 = trace(checked, planned2, variables);
      return { ...explanation2, value: settle2(explanation2.value) };
    }
  };
}
function nullAnswer(checked, wanted2, text7) {
  if (wanted2 === void 0 || wanted2.kind === "nullable" || wanted2.kind === "null" || wanted2.kind === "dyn")
    return null;
  return new EvalError(`\`${shown(checked.tree, text7)}\` has no value`);
}
function shown(node, text7) {
  return node.kind === "select" ? node.field : text7.slice(node.start, node.end);
}
var init_compile = __esm({
  "src/expr/compile.ts"() {
    "use strict";
    init_value();
    init_check();
    init_frame();
    init_plan();
    init_library();
    init_parse();
    init_trace();
    init_type();
  }
});

// src/policy/prepared.ts
function restoreFacts({ type, types, value }) {
  const restored = restoreValue(value, type, types);
  if (!isFields2(restored)) throw new Error("the prepared facts are not a map");
  return { type, types, value: restored };
}
function restoreValue(value, type, types) {
  if (value === null || typeof value !== "object") return value;
  const member3 = /^(?:list|map)<(.*)>\??$/.exec(type)?.[1];
  if (isPlainList(value)) return value.map((item) => restoreValue(item, member3 ?? "dyn", types));
  if (member3 !== void 0) {
    return new Map(Object.entries(value).map(([key4, item]) => [key4, restoreValue(item, member3, types)]));
  }
  const name = type.replace(/\?$/, "");
  const declared3 = shapeOf(name, types)?.fields ?? {};
  const restored = Object.entries(value).map(
    ([field, item]) => [field, restoreValue(item, declared3[field] ?? "dyn", types)]
  );
  return record(name, Object.fromEntries(restored));
}
function restorePolicy(prepared, world) {
  const { each: each2, when, at, ...rest } = prepared;
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
    each: each2 === void 0 ? void 0 : { list: late(each2.list), name: each2.name },
    let: prepared.let.map(({ name, expression: expression2 }) => ({ name, expression: late(expression2) })),
    assert: late(prepared.assert, "bool"),
    message: prepared.message.map((part) => typeof part === "string" ? part : late(part)),
    at: at === void 0 ? void 0 : late(at),
    params: new Map(prepared.parameters.map((parameter) => [parameter.name, parameter.default])),
    cases: []
  };
}
function environmentOf({ select: select3, parameters, let: parts2, each: each2 }, world) {
  const environment = policyEnvironment(world.types, world.facts, select3, parameters);
  const named4 = Object.fromEntries(parts2.map(({ name, expression: expression2 }) => [name, expression2.type]));
  const element = each2 === void 0 ? {} : { [each2.name]: elementType(each2.list.type) ?? "dyn" };
  return { ...environment, variables: { ...environment.variables, ...named4, ...element } };
}
function compiledAgain(policy, { text: text7, tree }, environment, expected) {
  const syntax = { text: text7, tree: JSON.parse(tree), problems: [] };
  const { expression: expression2, problems } = compileTree(syntax, environment, expected);
  if (expression2 !== void 0) return expression2;
  throw new Error(
    `${policy.id} was prepared for another version of the gate: \`${text7}\`: ${problems[0]?.message}`
  );
}
function shapeOf(name, types) {
  return types.find((type) => type.name === name);
}
function isFields2(value) {
  return typeof value === "object" && value !== null && "concept" in value;
}
function isPlainList(value) {
  return Array.isArray(value);
}
var init_prepared = __esm({
  "src/policy/prepared.ts"() {
    "use strict";
    init_compile();
    init_parse();
    init_entity();
    init_environment();
  }
});

// src/policy/text.ts
function sourceText(file, text7) {
  let starts;
  const position = (offset) => {
    starts ??= lineStarts(text7);
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
    text: text7,
    place: place2,
    placeIn: (scalar2, value, start, end) => {
      const offsets = align(text7, scalar2, value);
      const from = offsets?.[start];
      if (from === void 0) return place2(scalar2.start, scalar2.end);
      const last = offsets?.[Math.max(start, end - 1)] ?? from;
      return place2(from, Math.max(from, last) + 1);
    }
  };
}
function align(text7, span, value) {
  const quote2 = text7[span.start - 1];
  const offsets = [];
  let at = skipBlanks(text7, span.start, span.end);
  for (let index2 = 0; index2 < value.length; index2++) {
    const wanted2 = value[index2] ?? "";
    const width2 = isBlank(wanted2) ? blanks2(text7, at, span.end, value[index2 + 1]) : written3(text7, at, wanted2, quote2);
    if (width2 === void 0 || at + width2 > span.end) return void 0;
    offsets.push(at);
    at += width2;
  }
  offsets.push(at);
  return offsets;
}
function blanks2(text7, at, end, following) {
  const run = skipBlanks(text7, at, end) - at;
  if (following === void 0) return run;
  return isBlank(following) ? Math.min(run, 1) : run;
}
function written3(text7, at, wanted2, quote2) {
  const first = text7[at];
  if (quote2 === '"' && first === "\\") return text7[at + 1] === wanted2 ? 2 : void 0;
  if (first !== wanted2) return void 0;
  return quote2 === "'" && wanted2 === "'" ? 2 : 1;
}
function skipBlanks(text7, from, end) {
  let at = from;
  while (at < end && isBlank(text7[at] ?? "")) at++;
  return at;
}
function isBlank(character) {
  return character === " " || character === "\n" || character === "	" || character === "\r";
}
var init_text2 = __esm({
  "src/policy/text.ts"() {
    "use strict";
    init_lines();
  }
});

// src/policy/yaml.ts
function readYaml(file, text7, tags = []) {
  const source2 = sourceText(file, text7);
  const mistakes = [];
  const root = parse2(source2, (start, message) => mistakes.push({ at: source2.place(start), message }), tags);
  return { source: source2, root, mistakes };
}
function plain(node, tagged = (scalar2) => scalar2.text) {
  switch (node.kind) {
    case "scalar":
      return node.tag === void 0 ? node.value : tagged(node);
    case "list":
      return node.items.map((item) => plain(item, tagged));
    case "map":
      return Object.fromEntries(node.entries.map(({ key: key4, value }) => [key4.text, plain(value, tagged)]));
  }
}
function member2(node, key4) {
  return entry2(node, key4)?.value;
}
function entry2(node, key4) {
  return node?.kind === "map" ? node.entries.find((each2) => each2.key.text === key4) : void 0;
}
function parse2(source2, complain2, tags) {
  let events;
  try {
    events = (0, import_js_yaml3.parseEvents)(source2.text, { filename: source2.file });
  } catch (error) {
    if (!(error instanceof import_js_yaml3.YAMLException)) throw error;
    complain2(error.mark?.position ?? 0, `not valid YAML: ${error.reason}${hintFor(error, source2.text)}`);
    return void 0;
  }
  const documents = events.filter((event) => event.type === import_js_yaml3.EVENT_ID.DOCUMENT).length;
  if (documents > 1) complain2(0, `${documents} documents in one file; write one per file`);
  const content = events[1];
  if (content === void 0 || content.type === import_js_yaml3.EVENT_ID.POP) return void 0;
  return new Builder(source2, events, complain2, tags).node(1).node;
}
function hintFor(error, text7) {
  if (/tag/.test(error.reason)) return "; an expression that begins with `!` must be quoted";
  const position = error.mark?.position ?? 0;
  const line = text7.slice(text7.lastIndexOf("\n", position - 1) + 1, position + 1);
  return /:\s.*:/.test(line) ? "; text with `: ` in it must be quoted" : "";
}
function emptyScalar(start) {
  return { kind: "scalar", value: null, text: "", tag: void 0, start, end: start };
}
function resolve2(text7) {
  for (const tag of [import_js_yaml3.nullCoreTag, import_js_yaml3.boolCoreTag, import_js_yaml3.intCoreTag, import_js_yaml3.floatCoreTag]) {
    const value = tag.resolve(text7, false, tag.tagName);
    if (value !== import_js_yaml3.NOT_RESOLVED) return value;
  }
  return text7;
}
var import_js_yaml3, Builder;
var init_yaml2 = __esm({
  "src/policy/yaml.ts"() {
    "use strict";
    import_js_yaml3 = __toESM(require_js_yaml());
    init_text2();
    Builder = class {
      #source;
      #events;
      #complain;
      #tags;
      /** Where the text that was last read ends: an empty value stands there. */
      #last = 0;
      constructor(source2, events, complain2, tags) {
        this.#source = source2;
        this.#events = events;
        this.#complain = complain2;
        this.#tags = tags;
      }
      node(index2) {
        const event = this.#events[index2];
        if (event === void 0) throw new Error("the YAML events end inside a node");
        switch (event.type) {
          case import_js_yaml3.EVENT_ID.SCALAR:
            return { node: this.#scalar(event), next: index2 + 1 };
          case import_js_yaml3.EVENT_ID.SEQUENCE:
            this.#refuseProperties(event, "a list");
            return this.#list(event.start, index2 + 1);
          case import_js_yaml3.EVENT_ID.MAPPING:
            this.#refuseProperties(event, "a map");
            return this.#map(event.start, index2 + 1);
          case import_js_yaml3.EVENT_ID.ALIAS:
            this.#complain(event.anchorStart - 1, "aliases are not part of policy files; write the value out");
            return { node: emptyScalar(event.anchorStart), next: index2 + 1 };
          case import_js_yaml3.EVENT_ID.DOCUMENT:
          case import_js_yaml3.EVENT_ID.POP:
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
        const text7 = (0, import_js_yaml3.getScalarValue)(this.#source.text, event);
        return { kind: "scalar", value: event.style === 1 ? resolve2(text7) : text7, text: text7, tag, start, end };
      }
      #list(start, first) {
        const items = [];
        let index2 = first;
        while (this.#events[index2]?.type !== import_js_yaml3.EVENT_ID.POP) {
          const { node, next } = this.node(index2);
          items.push(node);
          index2 = next;
        }
        return { node: { kind: "list", items, start, end: this.#last }, next: index2 + 1 };
      }
      #map(start, first) {
        const entries2 = [];
        const seen = /* @__PURE__ */ new Set();
        let index2 = first;
        while (this.#events[index2]?.type !== import_js_yaml3.EVENT_ID.POP) {
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
            entries2.push({ key: key4.node, value: value.node });
          }
        }
        return { node: { kind: "map", entries: entries2, start, end: this.#last }, next: index2 + 1 };
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
function readFacts(file, text7) {
  const document = readYaml(file, text7);
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
  return { facts: { value: isFields3(value) ? value : noFacts.value, type: "facts", types }, mistakes };
}
function inAuthorsWords(message) {
  return message.replace(/`facts(_\w+)`/g, (type) => type.replaceAll("_", "."));
}
function reader(nodes, name, types, complain2) {
  const first = nodes[0];
  const other = nodes.find((node) => node.kind !== first?.kind);
  if (first === void 0 || other !== void 0) {
    if (other !== void 0) complain2(other, `\`${name}\` is of another kind in another row`);
    return { type: "string", value: () => null };
  }
  switch (first.kind) {
    case "scalar":
      return scalars(nodes.filter(isScalar), name, complain2);
    case "list": {
      const items = nodes.flatMap((node) => node.kind === "list" ? node.items : []);
      const item = items.length === 0 ? { type: "string", value: () => null } : reader(items, name, types, complain2);
      return {
        type: `list<${item.type}>`,
        value: (node) => node.kind === "list" ? node.items.map(item.value) : null
      };
    }
    case "map": {
      const maps = nodes.filter(isMap2);
      const isGroup = maps.every((map2) => map2.entries.every(({ key: key4 }) => namePattern.test(key4.text)));
      return isGroup ? group(maps, name, types, complain2) : table(maps, name, types, complain2);
    }
  }
}
function scalars(nodes, name, complain2) {
  const kinds3 = [
    ...new Set(nodes.map(({ value }) => scalarType(value)).filter((type2) => type2 !== void 0))
  ];
  const type = kinds3.includes("double") ? "double" : kinds3[0];
  const odd = nodes.find(({ value }) => !isOneOf(scalarType(value), type));
  if (odd !== void 0) complain2(odd, `\`${name}\` is ${type} in another row`);
  const optional2 = nodes.some(({ value }) => value === null) ? "?" : "";
  return {
    type: `${type ?? "string"}${optional2}`,
    value: (node) => node.kind === "scalar" ? node.value : null
  };
}
function group(maps, name, types, complain2) {
  const names = [...new Set(maps.flatMap((map2) => map2.entries.map(({ key: key4 }) => key4.text)))];
  const readers = new Map(
    names.map((field) => {
      const values = maps.flatMap(
        (map2) => map2.entries.filter(({ key: key4 }) => key4.text === field).map((each2) => each2.value)
      );
      const made = reader(values, `${name}_${field}`, types, complain2);
      const optional2 = values.length < maps.length && !made.type.endsWith("?");
      return [field, { ...made, type: optional2 ? `${made.type}?` : made.type }];
    })
  );
  types.push({
    name,
    fields: Object.fromEntries([...readers].map(([field, { type }]) => [field, type]))
  });
  return {
    type: name,
    value: (node) => {
      if (node.kind !== "map") return null;
      const given = new Map(node.entries.map(({ key: key4, value }) => [key4.text, value]));
      const read5 = [...readers].map(([field, { value }]) => {
        const written5 = given.get(field);
        return [field, written5 === void 0 ? null : value(written5)];
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
function isOneOf(type, expected) {
  return type === void 0 || type === expected || type === "int" && expected === "double";
}
function fields2(concept2, values) {
  return { concept: concept2, get: (field) => values.get(field) };
}
function isFields3(value) {
  return typeof value === "object" && value !== null && "concept" in value;
}
function isScalar(node) {
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
function getSpecificMessage(reference3, lang) {
  return store$1?.get(reference3)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input) {
  const type = typeof input;
  if (type === "string") return `"${input}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
  if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
  return type;
}
function _addIssue(context, label, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input);
  const issue = {
    kind: context.kind,
    type: context.type,
    input,
    expected,
    received,
    message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
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
function _isValidObjectKey(object$1, key4) {
  return Object.prototype.hasOwnProperty.call(object$1, key4) && key4 !== "__proto__" && key4 !== "prototype" && key4 !== "constructor";
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
  const list4 = [...new Set(values$1)];
  if (list4.length > 1) return `(${list4.join(` ${separator} `)})`;
  return list4[0] ?? "never";
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
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
// @__NO_SIDE_EFFECTS__
function array(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item,
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
function number3(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "number",
    reference: number3,
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
function object(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "object",
    reference: object,
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
      for (const item of pipe$1) if (item.kind !== "metadata") {
        if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
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

// src/policy/shape.ts
var expression, text3, severities, enforcements, outcomes, parameterTypes, parameterShape, caseShape, policyShape, configurationShape;
var init_shape = __esm({
  "src/policy/shape.ts"() {
    "use strict";
    init_dist();
    expression = union2([string2(), number3(), boolean()], "must be an expression");
    text3 = pipe(
      string2(),
      check2((given) => given.trim() !== "", "must not be empty")
    );
    severities = ["critical", "high", "medium", "low"];
    enforcements = ["deny", "warn", "audit"];
    outcomes = ["violated", "satisfied", "unresolved", "not-applicable"];
    parameterTypes = ["int", "string", "bool", "list<string>", "list<int>"];
    parameterShape = object({
      type: picklist(parameterTypes),
      /** One of these two: the value itself, or the path of the fact that is the value. */
      default: optional(unknown()),
      fact: optional(text3),
      doc: text3
    });
    caseShape = object({
      violated: optional(text3),
      satisfied: optional(text3),
      unresolved: optional(text3),
      "not-applicable": optional(text3),
      at: optional(text3),
      now: optional(text3),
      params: optional(record2(string2(), unknown())),
      terraform: optional(record2(string2(), nullable2(record2(string2(), unknown())))),
      cloudformation: optional(text3),
      kubernetes: optional(text3),
      eksctl: optional(text3),
      "terraform-plan": optional(text3)
    });
    policyShape = object({
      title: text3,
      severity: picklist(severities),
      enforcement: optional(picklist(enforcements)),
      unresolved: optional(picklist(enforcements)),
      select: text3,
      when: optional(expression),
      params: optional(record2(string2(), parameterShape)),
      let: optional(record2(string2(), expression)),
      each: optional(text3),
      assert: expression,
      message: text3,
      at: optional(text3),
      why: text3,
      fix: text3,
      sources: optional(array(text3)),
      cases: array(caseShape)
    });
    configurationShape = object({
      policies: optional(array(text3)),
      override: optional(
        record2(
          string2(),
          object({
            params: optional(record2(string2(), unknown())),
            enforcement: optional(picklist(enforcements)),
            unresolved: optional(picklist(enforcements)),
            severity: optional(picklist(severities))
          })
        )
      ),
      sources: optional(object({ exclude: optional(array(text3)) })),
      gate: optional(object({ unresolved: optional(picklist(enforcements)) })),
      waivers: optional(text3)
    });
  }
});

// src/policy/validate.ts
function shapeMistakes(source2, root, issues) {
  return (issues ?? []).map((issue) => mistakeOf(source2, root, issue));
}
function unknownKeys(source2, node, known4) {
  if (node?.kind !== "map") return [];
  return node.entries.filter(({ key: key4 }) => !known4.includes(key4.text)).map(({ key: key4 }) => ({
    at: source2.place(key4.start, key4.end),
    message: `unknown key \`${key4.text}\`${didYouMean(key4.text, known4) || `; known: ${known4.join(", ")}`}`
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
    const next = node.kind === "list" ? node.items[Number(step4)] : entry2(node, step4)?.value;
    if (next === void 0) return { node, owner, missing: step4 };
    if (node.kind === "map") owner = step4;
    node = next;
  }
  return { node, owner, missing: void 0 };
}
function said(issue, node) {
  if (issue.kind === "validation") return issue.message;
  if (issue.type === "picklist")
    return `must be ${choices(issue.expected)}, not ${shown2(node)}${meant(issue, node)}`;
  if (issue.message !== "" && !issue.message.startsWith("Invalid")) return issue.message;
  return `must be ${kindName(issue.type)}, not ${shown2(node)}`;
}
function choices(expected) {
  return words3(expected).join(", ").replace(/, ([^,]*)$/, " or $1");
}
function meant(issue, node) {
  return node.kind === "scalar" ? didYouMean(node.text, words3(issue.expected)) : "";
}
function words3(expected) {
  return [...(expected ?? "").matchAll(/"([^"]*)"/g)].map(([, word3]) => word3 ?? "");
}
function kindName(type) {
  switch (type) {
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
function shown2(node) {
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

// src/policy/cases/address.ts
function addressProblem(address) {
  if (pattern2.test(address)) return void 0;
  if (address.startsWith("module."))
    return "modules are beyond a case; use `terraform-plan` with a real plan";
  return `\`${address}\` is no address; write one like \`aws_subnet.a\` or \`data.aws_iam_policy_document.trust\``;
}
var pattern2;
var init_address2 = __esm({
  "src/policy/cases/address.ts"() {
    "use strict";
    pattern2 = /^(data\.)?([a-z][a-z0-9]*_[a-z0-9_]+)\.([A-Za-z_][\w-]*)(?:\[(?:(\d+)|"([^"]*)")\])?$/;
  }
});

// src/policy/cases/case.ts
function readCases(source2, list4, parameters) {
  const mistakes = [];
  const items = list4?.kind === "list" ? list4.items.filter((item) => item.kind === "map") : [];
  const cases = items.map((item) => readCase(source2, item, parameters, mistakes));
  for (const outcome of ["violated", "satisfied", "unresolved"]) {
    if (list4?.kind === "list" && !cases.some(({ expected }) => expected === outcome)) {
      mistakes.push({
        at: source2.place(list4.start),
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
  const at = entry2(node, "at");
  if (at !== void 0 && (outcome === "satisfied" || outcome === "not-applicable")) {
    complain2(at.key, `nothing is pointed at where a policy is ${outcome}`);
  }
  const now = member2(node, "now");
  if (now !== void 0 && !/^\d{4}-\d{2}-\d{2}$/.test(textOf2(now) ?? "")) {
    complain2(now, "`now` must be a date, like `2026-01-31`");
  }
  return {
    expected: outcome,
    says: textOf2(member2(node, outcome)) ?? "",
    at: textOf2(at?.value),
    now: textOf2(now),
    params: readParams(member2(node, "params"), parameters, complain2),
    terraform: readTerraform(member2(node, "terraform"), complain2),
    cloudformation: textOf2(member2(node, "cloudformation")),
    kubernetes: textOf2(member2(node, "kubernetes")),
    eksctl: textOf2(member2(node, "eksctl")),
    terraformPlan: textOf2(member2(node, "terraform-plan")),
    line: source2.place(node.start).line ?? 1
  };
}
function readParams(node, parameters, complain2) {
  const params = /* @__PURE__ */ new Map();
  for (const { key: key4, value } of node?.kind === "map" ? node.entries : []) {
    const parameter = parameters.find(({ name }) => name === key4.text);
    const names = parameters.map(({ name }) => name);
    const wanted2 = parameter === void 0 ? void 0 : misfit(parameter.type, plain(value));
    if (parameter === void 0)
      complain2(key4, `there is no parameter \`${key4.text}\`${didYouMean(key4.text, names)}`);
    else if (wanted2 !== void 0) complain2(value, `\`${key4.text}\` must be ${wanted2}`);
    else params.set(key4.text, parameterValue(plain(value)) ?? null);
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
      return node.tag === void 0 ? node.value : reference(node);
    case "list":
      return node.items.map(planned);
    case "map":
      return plannedMap(node);
  }
}
function plannedMap(node) {
  return Object.fromEntries(node.entries.map(({ key: key4, value }) => [key4.text, planned(value)]));
}
function reference(scalar2) {
  return new Reference(scalar2.tag === "!ref" ? scalar2.text : "");
}
function textOf2(node) {
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
    init_address2();
    Reference = class {
      text;
      constructor(text7) {
        this.text = text7;
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
  const declared3 = member2(root, "params");
  for (const { key: key4, value } of declared3?.kind === "map" ? declared3.entries : []) {
    mistakes.push(...unknownKeys(source2, value, Object.keys(parameterShape.entries)));
    if (!/^[a-z]\w*$/i.test(key4.text)) {
      mistakes.push({ at: source2.place(key4.start, key4.end), message: `\`${key4.text}\` cannot be a name` });
      continue;
    }
    const type = parameterTypes.find((each2) => each2 === textOf3(member2(value, "type")));
    const read5 = readDefault(source2, key4, value, type, facts);
    mistakes.push(...read5.mistakes);
    parameters.push({
      name: key4.text,
      type: type ?? "string",
      default: read5.value,
      doc: textOf3(member2(value, "doc")) ?? ""
    });
  }
  return { parameters, mistakes };
}
function readDefault(source2, key4, parameter, type, facts) {
  const written5 = member2(parameter, "default");
  const fact = member2(parameter, "fact");
  if (written5 === void 0 === (fact === void 0)) {
    const at = source2.place(key4.start, key4.end);
    return {
      value: null,
      mistakes: [{ at, message: `\`${key4.text}\` needs a \`default\` or a \`fact\`, and one only` }]
    };
  }
  const node = fact ?? written5;
  if (node === void 0 || type === void 0) return { value: null, mistakes: [] };
  const read5 = fact?.kind === "scalar" ? readFact(source2, fact, facts) : { value: plain(node), mistakes: [] };
  if (read5.mistakes.length > 0) return { value: null, mistakes: read5.mistakes };
  const wanted2 = misfit(type, read5.value);
  if (wanted2 === void 0) return { value: parameterValue(read5.value) ?? null, mistakes: [] };
  const word3 = fact === void 0 ? "default" : "fact";
  return {
    value: null,
    mistakes: [{ at: source2.place(node.start, node.end), message: `\`${word3}\` must be ${wanted2}` }]
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
  const declared3 = member2(root, "params");
  if (uses.has("params")) return [];
  return (declared3?.kind === "map" ? declared3.entries : []).filter(({ key: key4 }) => !uses.has(`params.${key4.text}`)).map(({ key: key4 }) => ({
    at: source2.place(key4.start, key4.end),
    message: `the parameter \`${key4.text}\` is never used`
  }));
}
function textOf3(node) {
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
function mentions(text7, name) {
  return new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text7);
}
function elementParts(parts2, element) {
  const dependent = /* @__PURE__ */ new Set();
  if (element === void 0) return dependent;
  for (const { name, text: text7 } of parts2) {
    if ([element, ...dependent].some((each2) => mentions(text7, each2))) dependent.add(name);
  }
  return dependent;
}
var init_mentions = __esm({
  "src/policy/mentions.ts"() {
    "use strict";
  }
});

// src/policy/template.ts
function parseTemplate(template) {
  const parts2 = [];
  const problems = [];
  let text7 = "";
  let at = 0;
  while (at < template.length) {
    const character = template[at] ?? "";
    if ((character === "{" || character === "}") && template[at + 1] === character) {
      text7 += character;
      at += 2;
    } else if (character === "{") {
      const end = closing(template, at + 1);
      if (end === void 0) {
        problems.push({
          message: "`{` is never closed; write `{{` for a brace",
          start: at,
          end: template.length
        });
        break;
      }
      if (text7 !== "") parts2.push(text7);
      text7 = "";
      parts2.push(trimmed(template, at + 1, end));
      at = end + 1;
    } else {
      if (character === "}") {
        problems.push({ message: "`}` closes nothing; write `}}` for a brace", start: at, end: at + 1 });
      }
      text7 += character;
      at++;
    }
  }
  if (text7 !== "") parts2.push(text7);
  return { parts: parts2, problems };
}
function closing(template, from) {
  let depth = 0;
  let quote2;
  for (let at = from; at < template.length; at++) {
    const character = template[at];
    if (quote2 !== void 0) {
      if (character === "\\") at++;
      else if (character === quote2) quote2 = void 0;
    } else if (character === '"' || character === "'") quote2 = character;
    else if (character === "{") depth++;
    else if (character === "}" && depth-- === 0) return at;
  }
  return void 0;
}
function trimmed(template, start, end) {
  const text7 = template.slice(start, end);
  return { text: text7.trim(), start: start + (text7.length - text7.trimStart().length) };
}
var init_template = __esm({
  "src/policy/template.ts"() {
    "use strict";
  }
});

// src/policy/expressions.ts
function compileExpressions(source2, root, environment) {
  const compiler = new Compiler(source2);
  const each2 = splitEach(scalarAt(root, "each"));
  const parts2 = partsOf(root);
  const ofElement = elementParts(
    parts2.map(({ name, scalar: scalar2 }) => ({ name, text: scalar2.text })),
    each2?.name
  );
  const lets = /* @__PURE__ */ new Map();
  let scope2 = environment;
  const compileParts = (ready) => {
    for (const { name, key: key4, scalar: scalar2 } of parts2.filter((part) => ready(part.name))) {
      compiler.refuseName(key4, name, scope2);
      const expression2 = compiler.compile(scalar2, scope2);
      if (expression2 !== void 0) lets.set(name, expression2);
      scope2 = withVariable(scope2, name, expression2?.type ?? "dyn");
    }
  };
  compileParts((name) => !ofElement.has(name));
  const when = compiler.optional(scalarAt(root, "when"), scope2, "bool");
  const list4 = compiler.list(scalarAt(root, "each"), each2, scope2);
  if (each2 !== void 0) scope2 = withVariable(scope2, each2.name, list4?.element ?? "dyn");
  compileParts((name) => ofElement.has(name));
  const assert = compiler.optional(scalarAt(root, "assert"), scope2, "bool");
  const message = compiler.message(scalarAt(root, "message"), scope2);
  const at = compiler.place(scalarAt(root, "at"), scope2, each2?.name);
  compiler.unusedParts(parts2);
  if (each2 !== void 0) compiler.unusedElement(scalarAt(root, "each"), each2.name, ofElement);
  return {
    when,
    each: list4 === void 0 || each2 === void 0 ? void 0 : { list: list4.expression, name: each2.name },
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
  const value = entry2(root, key4)?.value;
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
    init_template();
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
        const text7 = part.text ?? scalar2.text;
        const { expression: expression2, problems, uses, needsRegex, needsNetwork } = compile2(
          text7,
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
      list(scalar2, each2, environment) {
        if (scalar2 === void 0) return void 0;
        if (each2 === void 0) {
          this.#complain(scalar2, "`each` reads `<list> as <name>`, like `self.rules as rule`");
          return void 0;
        }
        const expression2 = this.compile(scalar2, environment, { text: each2.text });
        if (expression2 === void 0) return void 0;
        const element = elementType(expression2.type);
        if (element === void 0 && expression2.type !== "dyn") {
          this.#complain(scalar2, `\`each\` needs a list, and this is ${expression2.type}`, 0, each2.text.length);
          return void 0;
        }
        this.refuseName(scalar2, each2.name, environment);
        return { expression: expression2, element: element ?? "dyn" };
      }
      message(scalar2, environment) {
        if (scalar2 === void 0) return [];
        const { parts: parts2, problems } = parseTemplate(scalar2.text);
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
      place(scalar2, environment, element) {
        if (scalar2 === void 0) return void 0;
        const expression2 = this.compile(scalar2, environment);
        const [root, ...fields3] = scalar2.text.trim().split(/\s*\.\s*/);
        const isPlace = root === "self" ? fields3.length > 0 : root === element;
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
function readPolicy(file, text7, world) {
  const { source: source2, root, mistakes } = readYaml(file, text7, caseTags);
  if (root?.kind !== "map") {
    const empty = { at: { file, line: 1 }, message: "a policy file is a map that begins with `title:`" };
    return {
      policy: void 0,
      mistakes: mistakes.length > 0 ? mistakes : [empty],
      needs: { regex: false, network: false }
    };
  }
  const shape = safeParse(policyShape, plain(root));
  const found = [
    ...mistakes,
    ...unknownKeys(source2, root, Object.keys(policyShape.entries)),
    ...shapeMistakes(source2, root, shape.issues),
    ...idMistakes(file)
  ];
  const { parameters, ...declared3 } = readParameters(source2, root, world.facts);
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
    ...declared3.mistakes,
    ...expressions.mistakes,
    ...inCases,
    ...select3 === void 0 ? [] : [select3]
  );
  found.push(...unusedParameters(source2, root, expressions.uses));
  const { assert } = expressions;
  if (found.length > 0 || !shape.success || assert === void 0) {
    return { policy: void 0, mistakes: found.sort(byPlace2), needs: expressions.needs };
  }
  const { output: output2 } = shape;
  const enforcement = output2.enforcement ?? "warn";
  const policy = {
    id: idOf(file),
    family: familyOf(file),
    file,
    title: output2.title.trim(),
    severity: output2.severity,
    enforcement,
    unresolved: output2.unresolved ?? defaultUnresolved(enforcement),
    saysUnresolved: output2.unresolved !== void 0,
    select: output2.select,
    when: expressions.when,
    each: expressions.each,
    let: expressions.let,
    assert,
    message: expressions.message,
    at: expressions.at,
    params: new Map(parameters.map((parameter) => [parameter.name, parameter.default])),
    parameters,
    why: output2.why.trim(),
    fix: output2.fix.trim(),
    sources: output2.sources ?? [],
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
  const type = vocabulary2.types.find(({ name }) => name === node.text);
  const selectable = vocabulary2.types.filter((each2) => each2.selectable).map(({ name }) => name);
  if (type === void 0) {
    return { at, message: `there is no concept \`${node.text}\`${didYouMean(node.text, selectable)}` };
  }
  if (!type.selectable)
    return { at, message: `\`${node.text}\` is a part of other concepts and cannot be selected` };
  if (type.formats.length === 0) return { at, message: `no input format supplies \`${node.text}\`` };
  return void 0;
}
function textAt(node, key4) {
  const value = entry2(node, key4)?.value;
  return value?.kind === "scalar" ? value.text : void 0;
}
function byPlace2(a, b) {
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
async function loadPolicies(given, options2) {
  const { vocabulary: vocabulary2, facts } = options2;
  const world = { vocabulary: vocabulary2, facts, types: sharedTypes(vocabulary2, facts) };
  const first = await Promise.all(given.map((each2) => readOne(each2, world)));
  await loadEngines(first);
  const read5 = await Promise.all(
    given.map((each2, index2) => {
      const before = first[index2];
      return before?.needs.regex === false ? before : readOne(each2, world);
    })
  );
  const policies2 = read5.flatMap(({ policy }) => policy ?? []);
  const mistakes = [...read5.flatMap((each2) => each2.mistakes), ...twice(policies2)];
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
function twice(policies2) {
  const first = /* @__PURE__ */ new Map();
  const mistakes = [];
  for (const { id, file } of policies2) {
    const other = first.get(id);
    if (other === void 0) first.set(id, file);
    else mistakes.push({ at: { file, line: 1 }, message: `\`${id}\` is already the id of \`${other}\`` });
  }
  return mistakes;
}
var init_load = __esm({
  "src/policy/load.ts"() {
    "use strict";
    init_network();
    init_patterns();
    init_environment();
    init_override();
    init_prepared();
  }
});

// src/source/cloudformation/conditions.ts
function holds2(condition, template, textOf6) {
  if (template.decided.has(condition)) return template.decided.get(condition);
  template.decided.set(condition, void 0);
  const written5 = memberOf(template.conditions, condition);
  const answer2 = written5 === void 0 ? void 0 : decide(written5, template, textOf6);
  template.decided.set(condition, answer2);
  return answer2;
}
function decide(condition, template, textOf6) {
  if (!isObject(condition)) return void 0;
  const { Condition: name, "Fn::And": all, "Fn::Or": any, "Fn::Not": none2, "Fn::Equals": pair } = condition;
  const each2 = (part) => decide(part, template, textOf6);
  if (typeof name === "string") return holds2(name, template, textOf6);
  if (isList(all)) return every(all.map(each2));
  if (isList(any)) return negate2(every(any.map((part) => negate2(each2(part)))));
  if (isList(none2) && none2.length === 1) return negate2(each2(none2[0] ?? null));
  if (!isList(pair)) return void 0;
  const [left, right] = pair.map(textOf6);
  return left === void 0 || right === void 0 ? void 0 : left === right;
}
function every(answers2) {
  if (answers2.includes(false)) return false;
  return answers2.includes(void 0) ? void 0 : true;
}
function negate2(answer2) {
  return answer2 === void 0 ? void 0 : !answer2;
}
var init_conditions = __esm({
  "src/source/cloudformation/conditions.ts"() {
    "use strict";
    init_plain();
  }
});

// src/source/cloudformation/json-text.ts
function jsonWithHoles(written5, known4) {
  const pattern3 = patternOf(written5);
  if (pattern3 === void 0 || !pattern3.text.trimStart().startsWith("{")) return void 0;
  try {
    return withSubstitutions(JSON.parse(pattern3.text), pattern3.variables, known4);
  } catch {
    return void 0;
  }
}
function patternOf(written5) {
  if (typeof written5 === "string") return { text: written5.replaceAll("${", "${!"), variables: {} };
  const sub = isObject(written5) ? written5["Fn::Sub"] : void 0;
  if (typeof sub === "string") return { text: sub, variables: {} };
  if (isList(sub)) {
    const [text7, variables2] = sub;
    return typeof text7 === "string" && isObject(variables2) ? { text: text7, variables: variables2 } : void 0;
  }
  const [delimiter, parts2] = isObject(written5) && isList(written5["Fn::Join"]) ? written5["Fn::Join"] : [];
  if (typeof delimiter !== "string" || !isList(parts2)) return void 0;
  const texts2 = parts2.map(
    (part, index2) => typeof part === "string" ? part.replaceAll("${", "${!") : `\${Part${index2}}`
  );
  const variables = parts2.map((part, index2) => [`Part${index2}`, part]);
  return { text: texts2.join(delimiter), variables: Object.fromEntries(variables) };
}
function withSubstitutions(json2, variables, known4) {
  const call4 = (text7) => text7.includes("${") ? { "Fn::Sub": [text7, variables] } : text7;
  if (typeof json2 === "string") return call4(json2);
  if (isList(json2)) return json2.map((item) => withSubstitutions(item, variables, known4));
  if (!isObject(json2)) return json2;
  const entries2 = Object.entries(json2).map(([key4, value]) => {
    const name = known4(call4(key4));
    return [typeof name === "string" ? name : key4, withSubstitutions(value, variables, known4)];
  });
  return Object.fromEntries(entries2);
}
var init_json_text = __esm({
  "src/source/cloudformation/json-text.ts"() {
    "use strict";
    init_plain();
  }
});

// src/source/cloudformation/resolved.ts
function together3(parts2, delimiter) {
  const unknowns = parts2.filter((part) => typeof part !== "string");
  if (unknowns.length === 0) return resolveText(parts2.join(delimiter));
  const written5 = parts2.filter((part) => part !== "");
  return written5.length === 1 && unknowns[0] !== void 0 ? unknowns[0] : madeFrom(unknowns);
}
function resolveText(text7) {
  return text7.includes("{{resolve:") ? dynamicReference(text7) : plain2(text7);
}
function dynamicReference(text7) {
  const service = /\{\{resolve:([\w-]+)/.exec(text7)?.[1] ?? "";
  const secret = service === "secretsmanager" || service === "ssm-secure";
  return { ...unknown2(`resolved from \`${service}\` when the stack is deployed`), secret };
}
function madeFrom(parts2) {
  const [first] = parts2;
  const reason2 = first?.attribute === void 0 ? first?.reason : `made from \`${first.attribute}\`, ${first.reason}`;
  return {
    ...unknown2(reason2 ?? "not known"),
    links: among(parts2.flatMap((part) => part.links.targets)),
    secret: parts2.some((part) => part.secret)
  };
}
function unknown2(reason2, attribute) {
  const links = { targets: [], exact: true, closed: false };
  return { kind: "unknown", attribute, reason: reason2, links, secret: false, optional: false };
}
function badArgument(name) {
  return unknown2(`made by \`${name}\` of something it does not take`);
}
function among(targets) {
  return { targets, exact: targets.length === 0, closed: false };
}
function plain2(json2) {
  return { kind: "plain", json: json2, at: [], secret: false };
}
function behind(at, resolved2) {
  return resolved2.kind === "plain" ? { ...resolved2, at: [...at, ...resolved2.at] } : resolved2;
}
var init_resolved = __esm({
  "src/source/cloudformation/resolved.ts"() {
    "use strict";
  }
});

// src/source/cloudformation/reference.ts
function reference2(name, template) {
  if (name === "AWS::NoValue") return { kind: "absent" };
  if (name.startsWith("AWS::")) return unknown2("known when the stack is deployed", name);
  const parameter = memberOf(template.parameters, name);
  if (parameter !== void 0) return parameterValue2(name, parameter);
  if (memberOf(template.resources, name) === void 0)
    return unknown2("declared nowhere in the template", name);
  return created(name, "Ref");
}
function parameterValue2(name, parameter) {
  const secret = [true, "true"].some((value) => value === memberOf(parameter, "NoEcho"));
  const type = memberOf(parameter, "Type");
  const written5 = memberOf(parameter, "Default");
  if (typeof type === "string" && type.startsWith("AWS::SSM::")) {
    return { ...unknown2("read from Parameter Store when the stack is deployed", name), secret };
  }
  if (written5 === void 0 || written5 === null) {
    return { ...unknown2("a parameter without a default", name), secret };
  }
  const isListType = type === "CommaDelimitedList" || typeof type === "string" && type.startsWith("List<");
  if (isListType && typeof written5 === "string") {
    return { ...plain2(written5 === "" ? [] : written5.split(",").map((item) => item.trim())), secret };
  }
  const number4 = type === "Number" && typeof written5 === "string" && written5.trim() !== "" ? Number(written5) : Number.NaN;
  return { ...plain2(Number.isNaN(number4) ? written5 : number4), secret };
}
function created(owner, attribute) {
  const name = attribute === "Ref" ? owner : `${owner}.${attribute}`;
  const links = { targets: [{ owner, path: [attribute] }], exact: true, closed: true };
  return { ...unknown2("known after the stack is created", name), links };
}
var init_reference = __esm({
  "src/source/cloudformation/reference.ts"() {
    "use strict";
    init_plain();
    init_resolved();
  }
});

// src/source/cloudformation/intrinsics.ts
function resolve3(json2, template, depth = 0) {
  if (typeof json2 === "string") return json2.includes("{{resolve:") ? dynamicReference(json2) : plain2(json2);
  if (!isObject(json2)) return plain2(json2);
  const keys = Object.keys(json2);
  const name = keys.find((key4) => key4 === "Ref" || key4.startsWith("Fn::"));
  if (name === void 0 || name === "Ref" && keys.length > 1) return plain2(json2);
  if (keys.length > 1) return unknown2(`made by \`${name}\`, which the gate does not evaluate`);
  if (depth > deepest5) return unknown2("made of functions that are nested too deeply");
  const evaluate = functions[name];
  const argument = json2[name] ?? null;
  if (evaluate === void 0) return unknown2(`made by \`${name}\`, which the gate does not evaluate`);
  return evaluate(argument, { template, depth: depth + 1 });
}
function wholeOf(json2, template) {
  const resolved2 = resolve3(json2, template);
  if (resolved2.kind !== "plain") return void 0;
  if (isList(resolved2.json)) {
    const items = resolved2.json.filter((item) => resolve3(item, template).kind !== "absent");
    const wholes = items.map((item) => wholeOf(item, template));
    return wholes.every((whole5) => whole5 !== void 0) ? wholes : void 0;
  }
  if (!isObject(resolved2.json)) return resolved2.json;
  const entries2 = [];
  for (const [key4, value] of Object.entries(resolved2.json)) {
    if (value === null || resolve3(value, template).kind === "absent") continue;
    const whole5 = wholeOf(value, template);
    if (whole5 === void 0) return void 0;
    entries2.push([key4, whole5]);
  }
  return Object.fromEntries(entries2);
}
function getAttribute(argument, around2) {
  const [owner, ...attribute] = typeof argument === "string" ? splitOnce(argument) : isList(argument) ? argument : [];
  const name = attribute.length === 1 ? textOf4(attribute[0] ?? null, around2) : void 0;
  if (typeof owner !== "string" || name === void 0) return badArgument("Fn::GetAtt");
  if (typeof name !== "string") return { ...name, links: among([{ owner, path: [] }]) };
  const resource3 = memberOf(around2.template.resources, owner);
  if (resource3 === void 0) return unknown2("declared nowhere in the template", `${owner}.${name}`);
  return carriedJson(resource3, name, around2) ?? created(owner, name);
}
function carriedJson(resource3, attribute, around2) {
  if (attribute !== "Value" || memberOf(resource3, "Type") !== "Custom::AWSCDKCfnJson") return void 0;
  const written5 = memberOf(memberOf(resource3, "Properties"), "Value");
  const object2 = written5 === void 0 ? void 0 : jsonWithHoles(written5, knownIn(around2.template));
  return object2 === void 0 ? void 0 : plain2(object2);
}
function substitute2(argument, around2) {
  const pattern3 = patternOf({ "Fn::Sub": argument });
  if (pattern3 === void 0) return badArgument("Fn::Sub");
  const parts2 = [];
  let end = 0;
  for (let start = 0; ; ) {
    start = pattern3.text.indexOf("${", end);
    const close2 = start === -1 ? -1 : pattern3.text.indexOf("}", start);
    if (close2 === -1) break;
    const name = pattern3.text.slice(start + 2, close2).trim();
    parts2.push(pattern3.text.slice(end, start));
    if (name.startsWith("!")) parts2.push(`\${${name.slice(1)}}`);
    else
      parts2.push(textOf4(memberOf(pattern3.variables, name) ?? named(name), around2) ?? badArgument("Fn::Sub"));
    end = close2 + 1;
  }
  parts2.push(pattern3.text.slice(end));
  return together3(parts2, "");
}
function named(name) {
  return name.includes(".") ? { "Fn::GetAtt": name } : { Ref: name };
}
function join3(argument, around2) {
  const [delimiter, list4] = isList(argument) ? argument : [];
  if (typeof delimiter !== "string" || list4 === void 0) return badArgument("Fn::Join");
  const resolved2 = resolve3(list4, around2.template, around2.depth);
  if (resolved2.kind === "unknown") return madeFrom([resolved2]);
  if (resolved2.kind !== "plain" || !isList(resolved2.json)) return badArgument("Fn::Join");
  const items = resolved2.json.filter(
    (item) => resolve3(item, around2.template, around2.depth).kind !== "absent"
  );
  return together3(
    items.map((item) => textOf4(item, around2) ?? badArgument("Fn::Join")),
    delimiter
  );
}
function select2(argument, around2) {
  const [wanted2, list4] = isList(argument) ? argument : [];
  if (wanted2 === void 0 || list4 === void 0) return badArgument("Fn::Select");
  const index2 = textOf4(wanted2, around2);
  if (index2 === void 0) return badArgument("Fn::Select");
  if (typeof index2 !== "string") return madeFrom([index2]);
  const resolved2 = resolve3(list4, around2.template, around2.depth);
  switch (resolved2.kind) {
    case "unknown":
      return { ...madeFrom([resolved2]), links: { ...resolved2.links, exact: false } };
    case "zones":
      return plain2(`${resolved2.region}[${Number(index2)}]`);
    case "absent":
      return badArgument("Fn::Select");
    case "plain":
      return memberAt(resolved2, Number(index2), around2);
  }
}
function memberAt(list4, index2, around2) {
  const item = memberOf(list4.json, index2);
  if (item === void 0) return badArgument("Fn::Select");
  return behind(["Fn::Select", 1, ...list4.at, index2], resolve3(item, around2.template, around2.depth));
}
function split(argument, around2) {
  const [delimiter, source2] = isList(argument) ? argument : [];
  if (typeof delimiter !== "string" || source2 === void 0) return badArgument("Fn::Split");
  const joined2 = isObject(source2) ? source2["Fn::Join"] : void 0;
  if (isList(joined2) && joined2[0] === delimiter && joined2[1] !== void 0) {
    return behind(["Fn::Split", 1, "Fn::Join", 1], resolve3(joined2[1], around2.template, around2.depth));
  }
  const text7 = textOf4(source2, around2);
  if (text7 === void 0) return badArgument("Fn::Split");
  return typeof text7 === "string" ? plain2(text7.split(delimiter)) : madeFrom([text7]);
}
function findInMap(argument, around2) {
  const [map2, first, second] = isList(argument) ? argument.slice(0, 3).map((key4) => textOf4(key4, around2)) : [];
  const missing2 = [map2, first, second].filter((key4) => typeof key4 !== "string");
  if (typeof map2 === "string" && typeof first === "string" && typeof second === "string") {
    const found = memberOf(memberOf(memberOf(around2.template.mappings, map2), first), second);
    if (found !== void 0) return plain2(found);
    const otherwise2 = memberOf(memberOf(argument, 3), "DefaultValue");
    return otherwise2 === void 0 ? unknown2(`not in the mapping \`${map2}\``) : behind(["Fn::FindInMap", 3, "DefaultValue"], resolve3(otherwise2, around2.template, around2.depth));
  }
  const unknowns = missing2.filter((key4) => key4 !== void 0);
  if (unknowns.length < missing2.length) return badArgument("Fn::FindInMap");
  const alike = memberOf(argument, 3) === void 0 && everyEntryAlike(map2, first, second, around2.template);
  return alike || madeFrom(unknowns);
}
function everyEntryAlike(map2, first, second, template) {
  const table2 = typeof map2 === "string" ? memberOf(template.mappings, map2) : void 0;
  const rows = typeof first === "string" ? [memberOf(table2, first)] : isObject(table2) ? Object.values(table2) : [];
  const cells = rows.flatMap((row) => {
    if (typeof second === "string") return [memberOf(row, second)];
    return isObject(row) ? Object.values(row) : [];
  });
  const [cell, ...others] = cells;
  return cell !== void 0 && others.every((other) => sameJson(cell, other)) ? plain2(cell) : void 0;
}
function zonesOf(argument, around2) {
  if (argument === "" || argument === null || memberOf(argument, "Ref") === "AWS::Region") {
    return { kind: "zones", region: ownRegion };
  }
  const region = textOf4(argument, around2);
  if (region === void 0) return badArgument("Fn::GetAZs");
  return typeof region === "string" ? { kind: "zones", region: region === "" ? ownRegion : region } : madeFrom([region]);
}
function choose2(argument, around2) {
  const [condition, yes, no2] = isList(argument) ? argument : [];
  if (typeof condition !== "string" || yes === void 0 || no2 === void 0) return badArgument("Fn::If");
  const decided = holds2(condition, around2.template, (side) => {
    const text7 = textOf4(side, around2);
    return typeof text7 === "string" ? text7 : void 0;
  });
  const branches = [yes, no2].map(
    (branch, index2) => behind(["Fn::If", index2 + 1], resolve3(branch, around2.template, around2.depth))
  );
  const [taken, left] = decided === false ? [branches[1], branches[0]] : branches;
  if (taken === void 0 || left === void 0) return badArgument("Fn::If");
  if (decided !== void 0 || sameJson(yes, no2)) return taken;
  return {
    ...unknown2(`decided by condition \`${condition}\``),
    links: either(taken, left, around2.template),
    secret: [taken, left].some((branch) => "secret" in branch && branch.secret),
    optional: [taken, left].some(
      (branch) => branch.kind === "absent" || branch.kind === "unknown" && branch.optional
    )
  };
}
function either(one3, other, template) {
  const links = [one3, other].filter((branch) => branch.kind !== "absent").map((branch) => linksOf(branch, template));
  const closed = links.every((branch) => branch.closed && branch.targets.length > 0);
  return { ...among(links.flatMap((branch) => branch.targets)), closed };
}
function knownIn(template) {
  return (json2) => {
    const resolved2 = resolve3(json2, template);
    return resolved2.kind === "plain" ? resolved2.json : void 0;
  };
}
function linksOf(resolved2, template) {
  if (resolved2.kind === "unknown") return resolved2.links;
  if (resolved2.kind !== "plain" || !isList(resolved2.json)) return { targets: [], exact: true, closed: true };
  const members3 = resolved2.json.map((item) => resolve3(item, template)).filter((item) => item.kind !== "absent").map((item) => item.kind === "unknown" ? item : void 0);
  const certain = members3.filter((item) => item !== void 0 && !item.optional && item.links.exact);
  const optional2 = members3.some((item) => item?.optional === true || item?.links.exact === false);
  return {
    targets: (optional2 ? certain : members3).flatMap((item) => item?.links.targets ?? []),
    exact: true,
    closed: members3.every(
      (item) => item !== void 0 && !item.optional && item.links.exact && item.links.closed
    )
  };
}
function base64(argument, around2) {
  const text7 = textOf4(argument, around2);
  if (text7 === void 0) return badArgument("Fn::Base64");
  return typeof text7 === "string" ? plain2(Buffer.from(text7, "utf8").toString("base64")) : madeFrom([text7]);
}
function length2(argument, around2) {
  const list4 = wholeOf(argument, around2.template);
  return isList(list4) ? plain2(list4.length) : unknown2("the length of a list that is not known");
}
function toJsonString(argument, around2) {
  const whole5 = wholeOf(argument, around2.template);
  return whole5 === void 0 ? unknown2("made from values that are not known") : plain2(JSON.stringify(whole5));
}
function textOf4(json2, around2) {
  const resolved2 = resolve3(json2, around2.template, around2.depth);
  if (resolved2.kind === "unknown") return resolved2;
  if (resolved2.kind !== "plain") return void 0;
  const value = resolved2.json;
  if (resolved2.secret) return { ...unknown2("a secret"), secret: true };
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : void 0;
}
function splitOnce(text7) {
  const dot = text7.indexOf(".");
  return dot === -1 ? [text7] : [text7.slice(0, dot), text7.slice(dot + 1)];
}
function sameJson(one3, other) {
  return JSON.stringify(one3) === JSON.stringify(other);
}
var deepest5, ownRegion, functions;
var init_intrinsics = __esm({
  "src/source/cloudformation/intrinsics.ts"() {
    "use strict";
    init_plain();
    init_conditions();
    init_json_text();
    init_reference();
    init_resolved();
    deepest5 = 60;
    ownRegion = "${AWS::Region}";
    functions = {
      Ref: (name, around2) => typeof name === "string" ? reference2(name, around2.template) : badArgument("Ref"),
      "Fn::GetAtt": getAttribute,
      "Fn::Sub": substitute2,
      "Fn::Join": join3,
      "Fn::Select": select2,
      "Fn::Split": split,
      "Fn::FindInMap": findInMap,
      "Fn::GetAZs": zonesOf,
      "Fn::If": choose2,
      "Fn::Base64": base64,
      "Fn::ImportValue": () => unknown2("imported from another stack"),
      "Fn::Cidr": () => unknown2("computed by `Fn::Cidr`"),
      "Fn::Length": length2,
      "Fn::ToJsonString": toJsonString
    };
  }
});

// src/source/cloudformation/attribute.ts
function templateAttribute(ref, json2, template) {
  return cursor(ref, settle(ref, json2, template), template, false);
}
function unknownAttribute(ref, reason2) {
  const missing2 = { attribute: nameOf3(ref), reason: reason2, ref };
  return below(ref, missing2, { targets: [], exact: true, closed: false }, false);
}
function cursor(ref, resolved2, template, inherited) {
  switch (resolved2.kind) {
    case "absent":
      return absent(ref, inherited);
    case "zones":
      return unknownAttribute(ref, "chosen among the zones of the region");
    case "unknown": {
      const missing2 = { attribute: resolved2.attribute ?? nameOf3(ref), reason: resolved2.reason, ref };
      return below(ref, missing2, resolved2.links, inherited || resolved2.secret);
    }
    case "plain": {
      const at = resolved2.at.length === 0 ? ref : { ...ref, path: [...ref.path, ...resolved2.at] };
      return known2(at, resolved2.json, template, inherited || resolved2.secret);
    }
  }
}
function settle(ref, json2, template) {
  if (json2 === void 0 || json2 === null) return { kind: "absent" };
  const resolved2 = resolve3(json2, template);
  if (resolved2.kind === "plain") return withoutDoubtfulList(resolved2, template);
  if (resolved2.kind !== "unknown" || !isPolicy(ref.path)) return resolved2;
  const document = jsonWithHoles(json2, knownIn(template));
  return document === void 0 ? resolved2 : { kind: "plain", json: document, at: [], secret: resolved2.secret };
}
function isPolicy(path) {
  return String(path.at(-1)).endsWith("PolicyDocument");
}
function withoutDoubtfulList(list4, template) {
  if (!isList(list4.json)) return list4;
  const members3 = list4.json.map((item) => resolve3(item, template));
  const doubtful = members3.find((item) => item.kind === "unknown" && item.optional);
  const structured = members3.some((item) => item.kind === "plain" && isObject(item.json));
  if (doubtful?.kind !== "unknown" || structured || list4.json.some(holdsObject)) return list4;
  return {
    ...doubtful,
    attribute: void 0,
    links: { ...linksOf(list4, template), closed: false },
    optional: false
  };
}
function holdsObject(item) {
  const [, ...branches] = isObject(item) && isList(item["Fn::If"]) ? item["Fn::If"] : [];
  return branches.some(
    (branch) => isObject(branch) && !Object.keys(branch).some((key4) => /^(Ref$|Fn::)/.test(key4))
  );
}
function known2(ref, json2, template, sensitive) {
  const child = (step4) => {
    const at = { ...ref, path: [...ref.path, step4] };
    return cursor(at, settle(at, memberOf(json2, step4), template), template, sensitive);
  };
  const self2 = {
    ref,
    state: "known",
    sensitive,
    get json() {
      return wholeOf(json2, template);
    },
    missing: void 0,
    get links() {
      return linksOf({ kind: "plain", json: json2, at: [], secret: false }, template);
    },
    get: (step4, ...rest) => step4 === void 0 ? self2 : child(step4).get(...rest),
    items: () => isList(json2) ? json2.map((_, index2) => child(index2)).filter(isThere2) : [],
    entries: () => isObject(json2) ? Object.keys(json2).map((key4) => [key4, child(key4)]).filter(([, value]) => isThere2(value)) : []
  };
  return self2;
}
function isThere2(attribute) {
  return attribute.state !== "absent";
}
function absent(ref, sensitive) {
  const none2 = { state: "absent", sensitive, json: void 0, missing: void 0, links: noLinks };
  return {
    ...none2,
    ref,
    get: (...path) => absent({ ...ref, path: [...ref.path, ...path] }, sensitive),
    items: () => [],
    entries: () => []
  };
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
      const attribute = [missing2.attribute, showPath(path)].join(".");
      return below(
        at,
        { ...missing2, attribute, ref: at },
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
  const start = ref.path[0] === "Resources" ? 3 : 0;
  return [ref.owner, showPath(ref.path.slice(start))].join(".");
}
var init_attribute = __esm({
  "src/source/cloudformation/attribute.ts"() {
    "use strict";
    init_place();
    init_declaration();
    init_plain();
    init_intrinsics();
    init_json_text();
  }
});

// src/source/cloudformation/template.ts
function readTemplate(root, file) {
  const resources = memberOf(root, "Resources");
  if (!isObject(resources)) {
    throw new Failure("unreadable", "this template has no `Resources`", {
      at: { file },
      hint: "a template declares its resources in a map named `Resources`"
    });
  }
  const template = {
    parameters: memberOf(root, "Parameters"),
    mappings: memberOf(root, "Mappings"),
    conditions: memberOf(root, "Conditions"),
    resources,
    decided: /* @__PURE__ */ new Map()
  };
  for (const section2 of [root, resources]) {
    if (memberOf(section2, "Fn::Transform") !== void 0) throw includes2(file);
  }
  return Object.entries(resources).flatMap(
    ([owner, resource3]) => owner.startsWith("Fn::ForEach::") ? repeatedResources(resource3, ["Resources", owner], file) : declared2(owner, resource3, template, file)
  );
}
function isTemplate(root) {
  if (!isObject(root)) return false;
  if (Object.hasOwn(root, "AWSTemplateFormatVersion")) return true;
  const resources = memberOf(root, "Resources");
  return isObject(resources) && Object.values(resources).some((resource3) => isResourceType(memberOf(resource3, "Type")));
}
function isResourceType(type) {
  return typeof type === "string" && /^(AWS|Alexa|Custom|\w+::\w+)::/.test(type);
}
function declared2(owner, resource3, template, file) {
  const type = typeOf3(resource3);
  if (type === void 0) {
    throw new Failure("unreadable", `resource \`${owner}\` has no \`Type\``, { at: { file } });
  }
  const properties = memberOf(resource3, "Properties");
  const misspelt = Object.keys(isObject(resource3) ? resource3 : {}).find((key4) => /^properties$/i.test(key4));
  if (!isObject(properties ?? {}) || properties === void 0 && misspelt !== void 0) {
    const message = `the \`${misspelt}\` of resource \`${owner}\` are no map named \`Properties\``;
    throw new Failure("unreadable", message, { at: { file } });
  }
  const ref = {
    format: "cloudformation",
    file,
    owner,
    document: 0,
    path: ["Resources", owner, "Properties"]
  };
  const root = templateAttribute(ref, memberOf(resource3, "Properties"), template);
  return [standing(type, file, root)];
}
function typeOf3(resource3) {
  const type = memberOf(resource3, "Type");
  return isObject(type) ? Object.keys(type)[0] : typeof type === "string" ? type : void 0;
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
function repeatedResources(loop, path, file) {
  const body2 = isList(loop) ? loop[2] : void 0;
  if (!isObject(body2)) {
    throw new Failure("unreadable", "this template has an `Fn::ForEach` that repeats nothing", {
      at: { file }
    });
  }
  return Object.entries(body2).flatMap(([owner, resource3]) => {
    if (owner.startsWith("Fn::ForEach::")) return repeatedResources(resource3, [...path, 2, owner], file);
    const type = typeOf3(resource3);
    if (type === void 0) {
      throw new Failure("unreadable", `resource \`${owner}\` has no \`Type\``, { at: { file } });
    }
    const at = [...path, 2, owner, "Properties"];
    const root = unknownAttribute(
      { format: "cloudformation", file, owner, document: 0, path: at },
      "repeated by `Fn::ForEach`, which the gate does not expand"
    );
    return [standing(type, file, root)];
  });
}
var init_template2 = __esm({
  "src/source/cloudformation/template.ts"() {
    "use strict";
    init_failure();
    init_declaration();
    init_plain();
    init_attribute();
  }
});

// src/source/eksctl/config.ts
function isClusterConfig(document) {
  if (!isObject(document)) return false;
  const { apiVersion, kind } = document;
  return typeof apiVersion === "string" && apiVersion.startsWith("eksctl.io/") && kind === "ClusterConfig";
}
function readClusterConfigs(documents, file, rules) {
  const named4 = /* @__PURE__ */ new Map();
  return documents.flatMap((document, index2) => {
    if (!isClusterConfig(document)) return [];
    const name = memberOf(memberOf(document, "metadata"), "name");
    const cluster2 = typeof name === "string" || typeof name === "number" ? String(name) : "ClusterConfig";
    const times = (named4.get(cluster2) ?? 0) + 1;
    named4.set(cluster2, times);
    const owner = times === 1 ? cluster2 : `${cluster2}#${times}`;
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
    const times = (given.get(name) ?? 0) + 1;
    given.set(name, times);
    return times === 1 ? name : `${name}#${times}`;
  };
}
function ownerOf(kind, metadata) {
  const name = text4(memberOf(metadata, "name")) ?? `${text4(memberOf(metadata, "generateName")) ?? ""}*`;
  const namespace = text4(memberOf(metadata, "namespace"));
  if (namespace === void 0 && clusterWide.has(kind)) return `${kind}/${name}`;
  return `${kind}/${namespace ?? "default"}/${name}`;
}
function text4(json2) {
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
    return objectsIn(document, file).map((object2) => {
      const type = `${object2.apiVersion}/${object2.kind}`;
      const owner = nameFor(object2.kind, memberOf(object2.json, "metadata"));
      const ref = { format: "kubernetes", file, owner, document: index2, path: object2.path };
      const root = plainAttribute(
        ref,
        object2.json,
        object2.kind === "Secret" ? withSecrets(rules, object2.path) : rules
      );
      return standing(type, file, root);
    });
  });
}
function objectsIn(document, file, path = [], typed) {
  const apiVersion = memberOf(document, "apiVersion") ?? typed?.apiVersion;
  const kind = memberOf(document, "kind") ?? typed?.kind;
  if (typeof apiVersion !== "string" || typeof kind !== "string" || kind === "" || !isObject(document)) {
    const message = `\`${showPath(path)}\` of this list is no object with an \`apiVersion\` and a \`kind\``;
    throw new Failure("unreadable", message, { at: { file } });
  }
  const items = isListOf2(document) ? memberOf(document, "items") : void 0;
  if (!isList(items)) return isPatchThatDeletes(document) ? [] : [{ apiVersion, kind, json: document, path }];
  const members3 = [];
  for (const [index2, item] of items.entries()) {
    members3.push(
      ...objectsIn(item, file, [...path, "items", index2], {
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

// src/source/depth.ts
function isTooDeep(json2) {
  let level = [json2];
  for (let depth = 0; depth <= deepest6; depth++) {
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
var deepest6, nestedTooDeeply;
var init_depth = __esm({
  "src/source/depth.ts"() {
    "use strict";
    deepest6 = 400;
    nestedTooDeeply = `it is nested more than ${deepest6} levels deep`;
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
function truth(text7) {
  return text7.length > 5 ? void 0 : truths.get(text7);
}
function wholeNumber(text7) {
  if (!integer.test(text7)) return void 0;
  const digits = text7.replace(/^[-+]|_/g, "").replace(/^0o?(?=[0-7]+$)/, "0o");
  const value = Number(digits === "0o" ? "0" : digits);
  if (Number.isNaN(value)) return void 0;
  return text7.startsWith("-") && value !== 0 ? -value : value;
}
function ordinaryScalar(text7) {
  if (isWord(text7))
    return truth(text7) ?? (text7.length === 4 && text7.toLowerCase() === "null" ? void 0 : text7);
  return ordinaryNumber(text7) ?? (isDoubtful(text7) ? void 0 : text7);
}
function isWord(text7) {
  const first = text7.charCodeAt(0) | 32;
  return first >= 97 && first <= 122 && !text7.includes(": ") && !text7.endsWith(":") && !text7.includes(" #");
}
function ordinaryNumber(text7) {
  return /^(?:0|-?[1-9]\d{0,14}|(?:0|-?[1-9]\d{0,8})\.\d{1,6})$/.test(text7) ? Number(text7) : void 0;
}
function isDoubtful(text7) {
  if (/^(?:~|null)?$/i.test(text7) || /:(?: |$)| #/.test(text7)) return true;
  if (/^[-+]?\.(?:inf|nan)$/i.test(text7) || /^[-+]?[\d_]*\.?[\d_]*(?:e[-+]?\d+)?$/i.test(text7) || integer.test(text7))
    return true;
  return !/^(?:--?)?[A-Za-z0-9_./+$(\u00a1-\uffff]/.test(text7);
}
var integer, truths;
var init_scalar = __esm({
  "src/source/yaml/scalar.ts"() {
    "use strict";
    integer = /^[-+]?(?:0|[1-9][0-9_]*|0o?[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+)$/;
    truths = new Map([
      ...["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"].map(
        (word3) => [word3, true]
      ),
      ...["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"].map(
        (word3) => [word3, false]
      )
    ]);
  }
});

// src/source/yaml/flow.ts
function readFlow(text7, start) {
  return flow(text7, start, 0);
}
function readQuoted(text7, start) {
  const pattern3 = text7[start] === '"' ? doubleQuoted : singleQuoted;
  pattern3.lastIndex = start;
  const found = pattern3.exec(text7)?.[0] ?? giveUp();
  const value = found.startsWith('"') ? JSON.parse(found) : found.slice(1, -1).replaceAll("''", "'");
  return { value, end: start + found.length };
}
function nullOr(text7) {
  return text7 === "~" || text7.toLowerCase() === "null" ? null : giveUp();
}
function flow(text7, start, depth) {
  if (depth > deepest7) giveUp();
  const first = text7[start];
  if (first === "[") return list(text7, start, depth);
  if (first === "{") return map(text7, start, depth);
  if (first === '"' || first === "'") return readQuoted(text7, start);
  const found = matched(word, text7, start);
  return { value: ordinaryScalar(found) ?? nullOr(found), end: start + found.length };
}
function list(text7, start, depth) {
  const items = [];
  let at = skip(text7, start + 1);
  while (text7[at] !== "]") {
    const { value, end } = flow(text7, at, depth + 1);
    items.push(value);
    at = behind2(text7, end, "]");
  }
  return { value: items, end: at + 1 };
}
function map(text7, start, depth) {
  const members3 = {};
  let at = skip(text7, start + 1);
  while (text7[at] !== "}") {
    const found = matched(key2, text7, at);
    const name = found.slice(0, found.indexOf(":"));
    if (name === "__proto__" || typeof ordinaryScalar(name) !== "string" || Object.hasOwn(members3, name))
      giveUp();
    const { value, end } = flow(text7, at + found.length, depth + 1);
    members3[name] = value;
    at = behind2(text7, end, "}");
  }
  return { value: members3, end: at + 1 };
}
function behind2(text7, end, closing2) {
  const at = skip(text7, end);
  if (text7[at] === closing2) return at;
  const next = text7[at] === "," ? skip(text7, at + 1) : giveUp();
  return text7[next] === closing2 ? giveUp() : next;
}
function matched(pattern3, text7, start) {
  pattern3.lastIndex = start;
  return pattern3.exec(text7)?.[0] ?? giveUp();
}
function skip(text7, from) {
  let at = from;
  while (text7.charCodeAt(at) === 32) at++;
  return at;
}
var doubleQuoted, singleQuoted, word, key2, deepest7;
var init_flow = __esm({
  "src/source/yaml/flow.ts"() {
    "use strict";
    init_give_up();
    init_scalar();
    doubleQuoted = /"(?:[^"\\\n]|\\["\\/nt])*"/y;
    singleQuoted = /'(?:[^'\n]|'')*'/y;
    word = /(?:--?)?[A-Za-z0-9_./](?:[\w./*=@+-]|:(?=[\w./*]))*/y;
    key2 = /([A-Za-z_][\w./-]*): +/y;
    deepest7 = 20;
  }
});

// src/source/yaml/ordinary.ts
function readOrdinary(text7) {
  if (unusual.test(text7)) return void 0;
  try {
    return new Reader(text7).documents();
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
function isMarker(text7, start, end) {
  if (!text7.startsWith("---", start) && !text7.startsWith("...", start)) return false;
  return text7[start] === "-" && /^--- *$/.test(text7.slice(start, end)) ? true : giveUp();
}
function isKeyCharacter(code2) {
  const lower = code2 | 32;
  return lower >= 97 && lower <= 122 || code2 >= 45 && code2 <= 57 || code2 === 95;
}
function endsKey(text7, at) {
  if (text7[at] !== ":") return false;
  const next = text7[at + 1];
  return next === " " || next === "\n" || next === void 0;
}
function lineEnd(text7, from) {
  const end = text7.indexOf("\n", from);
  return end === -1 ? text7.length : end;
}
function skipSpaces(text7, from) {
  let at = from;
  while (text7.charCodeAt(at) === 32) at++;
  return at;
}
var unusual, quotedKey, blockHeader, deepest8, Reader;
var init_ordinary = __esm({
  "src/source/yaml/ordinary.ts"() {
    "use strict";
    init_flow();
    init_give_up();
    init_scalar();
    unusual = /[^\n\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]|^%/m;
    quotedKey = /"([\w./ -]+)"/y;
    blockHeader = /^[|>][+-]?$/;
    deepest8 = 50;
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
      constructor(text7) {
        this.#text = text7;
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
        const text7 = this.#text;
        while (this.#next < text7.length) {
          const from = this.#next;
          this.#end = lineEnd(text7, from);
          this.#next = this.#end + 1;
          this.#start = skipSpaces(text7, from);
          this.#indent = this.#start - from;
          if (this.#start >= this.#end || text7[this.#start] === "#") continue;
          this.#line = this.#indent === 0 && isMarker(text7, this.#start, this.#end) ? "marker" : "content";
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
        const text7 = this.#text;
        return text7[this.#start] === "-" && (this.#start + 1 === this.#end || text7[this.#start + 1] === " ");
      }
      /** The map or list that begins on this line. */
      #block() {
        if (++this.#depth > deepest8) giveUp();
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
        const text7 = this.#text;
        if (text7[start] === '"') return this.#quotedKey(start);
        let end = start;
        while (isKeyCharacter(text7.charCodeAt(end))) end++;
        if (end === start || !endsKey(text7, end)) return void 0;
        const name = text7.slice(start, end);
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
        const text7 = this.#withoutComment(start);
        return ordinaryScalar(text7) ?? (text7 === "" ? giveUp() : nullOr(text7));
      }
      /** A value, if nothing but a comment follows on its line. */
      #alone({ value, end }) {
        return end <= this.#end && this.#isNothing(skipSpaces(this.#text, end)) ? value : giveUp();
      }
      #withoutComment(start) {
        const line = this.#text.slice(start, this.#end);
        const comment = line.indexOf(" #");
        return (comment === -1 ? line : line.slice(0, comment)).trimEnd();
      }
      #blockText(start, indent) {
        const header = this.#text.slice(start, this.#end);
        if (!blockHeader.test(header)) giveUp();
        const lines2 = this.#blockLines(indent);
        const text7 = header.startsWith("|") ? lines2.join("\n") : folded(lines2);
        if (header.endsWith("-")) return text7.replace(/\n+$/, "");
        return header.endsWith("+") ? `${text7}
` : `${text7.replace(/\n+$/, "")}
`;
      }
      /** The lines of a block text without their indentation; the blank ones at its end included. */
      #blockLines(indent) {
        const text7 = this.#text;
        const lines2 = [];
        const margin = this.#marginOf(indent);
        while (this.#next < text7.length) {
          const from = this.#next;
          const end = lineEnd(text7, from);
          const start = Math.min(skipSpaces(text7, from), end);
          const isBlank3 = start === end;
          if (!isBlank3 && start - from < margin) break;
          if (end === text7.length || isBlank3 && start - from > margin) giveUp();
          lines2.push(isBlank3 ? "" : text7.slice(from + margin, end));
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
  plain3 ??= manifestSchema();
  if (kind === "manifest") return plain3;
  withShortForms ??= plain3.withTags(shortForms());
  return withShortForms;
}
function manifestSchema() {
  return import_js_yaml4.CORE_SCHEMA.withTags(booleans(), integers(), import_js_yaml4.mergeTag, binary4());
}
function booleans() {
  return (0, import_js_yaml4.defineScalarTag)("tag:yaml.org,2002:bool", {
    implicit: true,
    implicitFirstChars: [..."tTyYoOfFnN"],
    resolve: (text7) => truth(text7) ?? import_js_yaml4.NOT_RESOLVED,
    identify: () => false
  });
}
function integers() {
  return (0, import_js_yaml4.defineScalarTag)("tag:yaml.org,2002:int", {
    implicit: true,
    implicitFirstChars: [..."-+0123456789"],
    identify: () => false,
    resolve: (text7) => wholeNumber(text7) ?? import_js_yaml4.NOT_RESOLVED
  });
}
function binary4() {
  return (0, import_js_yaml4.defineScalarTag)("tag:yaml.org,2002:binary", { resolve: (text7) => text7, identify: () => false });
}
function shortForms() {
  const identify = () => false;
  const matchByTagPrefix = true;
  return [
    (0, import_js_yaml4.defineScalarTag)("!", {
      matchByTagPrefix,
      identify,
      resolve: (text7, _, tag) => tag === "!" ? text7 : call3(tag, tag === "!GetAtt" ? splitOnce2(text7) : text7)
    }),
    (0, import_js_yaml4.defineSequenceTag)("!", {
      matchByTagPrefix,
      identify,
      create: (tag) => ({ tag, items: [] }),
      addItem: (list4, item) => {
        list4.items.push(item);
      },
      finalize: (list4) => call3(list4.tag, list4.items)
    }),
    (0, import_js_yaml4.defineMappingTag)("!", {
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
      finalize: (map2) => call3(map2.tag, Object.fromEntries(map2.entries))
    })
  ];
}
function call3(tag, argument) {
  const name = tag.slice(1);
  return { [name === "Ref" || name === "Condition" ? name : `Fn::${name}`]: argument };
}
function splitOnce2(text7) {
  const dot = text7.indexOf(".");
  return dot === -1 ? text7 : [text7.slice(0, dot), text7.slice(dot + 1)];
}
var import_js_yaml4, plain3, withShortForms;
var init_schema = __esm({
  "src/source/yaml/schema.ts"() {
    "use strict";
    import_js_yaml4 = __toESM(require_js_yaml());
    init_scalar();
  }
});

// src/source/yaml/load.ts
function loadYaml(text7, file, dialect) {
  const ordinary = readOrdinary(text7);
  if (ordinary !== void 0) return ordinary;
  return loadAnyYaml(text7, file, dialect);
}
function loadAnyYaml(text7, file, dialect) {
  try {
    const parsed4 = yamlEvents(text7);
    const documents = construct(parsed4, dialect);
    if (parsed4.events.some(isAlias)) refuseBomb(documents, file);
    return documents;
  } catch (error) {
    throw error instanceof import_js_yaml5.YAMLException ? asFailure(error, file) : error;
  }
}
function construct({ events, text: source2 }, dialect) {
  const schema = schemaOf(dialect === "template" ? "template" : "manifest");
  const documents = (0, import_js_yaml5.constructFromEvents)(events, { source: source2, schema, json: dialect === "manifest" });
  return documents.map((document) => document === void 0 ? null : document);
}
function isAlias(event) {
  return event.type === import_js_yaml5.EVENT_ID.ALIAS;
}
function refuseBomb(documents, file) {
  const sizes = /* @__PURE__ */ new Map();
  const heights = /* @__PURE__ */ new Map();
  const size2 = (value) => {
    if (typeof value !== "object" || value === null) return 1;
    const counted2 = sizes.get(value);
    if (counted2 !== void 0) return counted2;
    sizes.set(value, Number.POSITIVE_INFINITY);
    const members3 = isList(value) ? value : isObject(value) ? Object.values(value) : [];
    const total = members3.reduce((sum4, member3) => sum4 + size2(member3), 1);
    const height = members3.reduce((most, member3) => Math.max(most, heights.get(member3) ?? 0), 0) + 1;
    heights.set(value, height);
    sizes.set(value, total);
    return total;
  };
  const sizesOfAll = documents.map(size2);
  if (documents.some((document) => (heights.get(document) ?? 0) > deepest6)) {
    throw new Failure("unreadable", nestedTooDeeply, { at: { file } });
  }
  if (sizesOfAll.every((values) => values <= mostValues)) return;
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
var import_js_yaml5, mostValues, duplicateKey;
var init_load2 = __esm({
  "src/source/yaml/load.ts"() {
    "use strict";
    import_js_yaml5 = __toESM(require_js_yaml());
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

// src/source/kubernetes/patches.ts
function patchFiles(files, tree) {
  const kustomizations = files.filter((file) => /(^|\/)kustomization(\.ya?ml)?$/i.test(file));
  return new Set(kustomizations.flatMap((file) => patchesOf(file, tree)));
}
function patchesOf(file, tree) {
  const root = kustomization(file, tree);
  return ["patches", "patchesStrategicMerge"].flatMap((key4) => entriesOf2(memberOf(root, key4))).map((entry3) => typeof entry3 === "string" ? entry3 : memberOf(entry3, "path")).filter((path) => typeof path === "string" && !path.includes("\n")).map((path) => import_node_path.posix.join(import_node_path.posix.dirname(file), String(path)));
}
function kustomization(file, tree) {
  try {
    return loadYaml(decodeText(tree.bytes(file), file), file, "manifest")[0];
  } catch (error) {
    if (error instanceof Failure) return void 0;
    throw error;
  }
}
function entriesOf2(json2) {
  return isList(json2) ? json2 : [];
}
var import_node_path;
var init_patches = __esm({
  "src/source/kubernetes/patches.ts"() {
    "use strict";
    import_node_path = require("node:path");
    init_failure();
    init_plain();
    init_text();
    init_load2();
  }
});

// src/source/placeholder.ts
function placeholderRules(text7) {
  return /\$[{A-Z_]|\{\{/.test(text7) ? { placeholder: placeholderIn } : {};
}
function placeholderIn(text7) {
  if (!text7.includes("$") && !text7.includes("{{")) return void 0;
  if (text7.includes("\n")) return void 0;
  const template = text7.lastIndexOf("}}") > text7.search(filledByTemplate) && filledByTemplate.test(text7);
  return template || filledByShell.test(text7) || whole4.test(text7) ? "filled in by a placeholder" : void 0;
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
  const open3 = [];
  let expected = "a value";
  let at = behind3(space2, json2, 0) ?? 0;
  while (at < json2.length) {
    const next = read(json2, at, expected, open3);
    if (next === void 0) return endsInside(json2, at) ? cut2(json2.length, open3) : wrong(json2, at, expected);
    expected = next.expected;
    at = behind3(space2, json2, next.at) ?? next.at;
  }
  return expected === "nothing more" ? void 0 : cut2(at, open3);
}
function read(json2, at, expected, open3) {
  const mark2 = json2[at];
  switch (expected) {
    case "a value":
      return readValue(json2, at, open3);
    case "a value or `]`":
      return mark2 === "]" ? close(at, open3) : readValue(json2, at, open3);
    case "a key in double quotes":
      return readKey(json2, at);
    case "a key in double quotes or `}`":
      return mark2 === "}" ? close(at, open3) : readKey(json2, at);
    case "`:`":
      return mark2 === ":" ? { at: at + 1, expected: "a value" } : void 0;
    case "`,` or `}`":
      if (mark2 === "}") return close(at, open3);
      return mark2 === "," ? { at: at + 1, expected: "a key in double quotes" } : void 0;
    case "`,` or `]`":
      if (mark2 === "]") return close(at, open3);
      return mark2 === "," ? { at: at + 1, expected: "a value" } : void 0;
    case "nothing more":
      return void 0;
  }
}
function readValue(json2, at, open3) {
  const mark2 = json2[at];
  if (mark2 === "{" || mark2 === "[") {
    open3.push(mark2);
    return { at: at + 1, expected: mark2 === "{" ? "a key in double quotes or `}`" : "a value or `]`" };
  }
  const end = behind3(mark2 === '"' ? text5 : plain4, json2, at);
  return end === void 0 ? void 0 : { at: end, expected: afterValue(open3) };
}
function readKey(json2, at) {
  const end = behind3(text5, json2, at);
  return end === void 0 ? void 0 : { at: end, expected: "`:`" };
}
function close(at, open3) {
  open3.pop();
  return { at: at + 1, expected: afterValue(open3) };
}
function afterValue(open3) {
  const around2 = open3.at(-1);
  if (around2 === void 0) return "nothing more";
  return around2 === "{" ? "`,` or `}`" : "`,` or `]`";
}
function behind3(pattern3, json2, at) {
  pattern3.lastIndex = at;
  return pattern3.test(json2) ? pattern3.lastIndex : void 0;
}
function cut2(offset, open3) {
  const { length: length3 } = open3;
  const unclosed = length3 === 0 ? "" : ` with ${length3} bracket${length3 === 1 ? "" : "s"} open`;
  return { offset, message: `it ends too early${unclosed}`, cut: true };
}
function wrong(json2, at, expected) {
  const found = json2.slice(at, behind3(word2, json2, at));
  const shown3 = found.length <= 3 || expected.startsWith("a key") || harmless.test(found) ? `\`${found}\`` : "a word without quotes";
  return { offset: at, message: `expected ${expected}, found ${shown3}`, cut: false };
}
function endsInside(json2, at) {
  if (json2[at] === '"') return openText.test(json2.slice(at).replace(escapes, "  "));
  const rest = json2.slice(at, at + 30);
  if (at + rest.length < json2.length) return false;
  return ["true", "false", "null"].some((name) => name.startsWith(rest)) || openNumber.test(rest);
}
var space2, text5, plain4, word2, harmless, escapes, openText, openNumber;
var init_mistake = __esm({
  "src/source/json/mistake.ts"() {
    "use strict";
    space2 = /[ \t\n\r]*/y;
    text5 = /"[\u0020\u0021\u0023-\u005b\u005d-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[\u0020\u0021\u0023-\u005b\u005d-\uffff]*)*"/y;
    plain4 = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
    word2 = /[\w.+-]+|./suy;
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
var init_pieces = __esm({
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
  const open3 = [];
  let isKey = false;
  for (let match = token.exec(json2); match !== null; match = token.exec(json2)) {
    const [text7] = match;
    switch (text7) {
      case "{":
        open3.push(/* @__PURE__ */ new Set());
        isKey = true;
        break;
      case "[":
        open3.push(void 0);
        isKey = false;
        break;
      case "}":
      case "]":
        open3.pop();
        isKey = false;
        break;
      case ",":
        isKey = open3.at(-1) !== void 0;
        break;
      default: {
        const keys = isKey ? open3.at(-1) : void 0;
        if (keys?.has(text7)) return match.index;
        keys?.add(text7);
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
        const around2 = this.#around.at(-1);
        if (around2?.kind === "items") {
          if (byte === closeBracket) return this.#leave(at);
          if (byte !== comma) return this.#unexpected(byte, at, "`,` or `]`");
          this.#selection = around2.of;
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
        let inText = this.#inText;
        if (this.#escaped) {
          this.#escaped = false;
          at++;
        }
        while (at < length3) {
          if (inText) {
            let byte2 = 0;
            while (at < length3) {
              byte2 = chunk[at++] ?? 0;
              if (byte2 === quote || byte2 === backslash) break;
            }
            if (byte2 === backslash) {
              if (at === length3) this.#escaped = true;
              at++;
            } else if (byte2 === quote) {
              inText = false;
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
          if (byte === quote) inText = true;
          else if (byte === openBrace || byte === openBracket2) depth++;
          else if (byte === closeBrace || byte === closeBracket) {
            depth--;
            if (depth === 0) return this.#finish(chunk, at);
          }
        }
        this.#depth = depth;
        this.#inText = inText;
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
          const around2 = this.#around.at(-1);
          if (around2?.kind === "members" && typeof key4 === "string") {
            around2.seen?.(key4);
            this.#selection = Object.hasOwn(around2.of, key4) ? around2.of[key4] : void 0;
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
        const text7 = bytes2.toString("utf8");
        try {
          const value = JSON.parse(text7);
          if (!isTooDeep(value)) return value;
          this.#refuse(this.#base + end, nestedTooDeeply, false);
          return void 0;
        } catch {
          const inside = findMistake(text7);
          const before = Buffer.byteLength(text7.slice(0, inside?.offset ?? 0));
          this.#refuse(this.#base + end - bytes2.length + before, inside?.message ?? "it cannot be parsed", false);
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
  const keys = /* @__PURE__ */ new Set();
  const selection = { kind: "members", of: {}, seen: (key4) => keys.add(key4) };
  const isDecided = () => decisive.some((group2) => group2.every((key4) => keys.has(key4)));
  const mistake = splitJson(until(chunks, isDecided), selection, { trailer: true });
  return { keys, broken: mistake !== void 0 && !isDecided() };
}
function* until(chunks, isEnough) {
  for (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += step2) {
      yield chunk.subarray(start, start + step2);
      if (isEnough()) return;
    }
  }
}
var decisive, step2;
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
    step2 = 64 * 1024;
  }
});

// src/source/terraform-shape.ts
function isPlan({ keys, broken }) {
  if (keys.has("planned_values") || keys.has("resource_changes")) return true;
  return broken && keys.has("format_version") && keys.has("terraform_version") && !keys.has("values");
}
function notPlan({ keys, broken }, text7, file) {
  const at = { file };
  const hint = "make a plan and convert it: `terraform plan -out=tfplan && terraform show -json tfplan > tfplan.json`";
  const isOfPlan = keys.has("planned_values") || keys.has("resource_changes");
  if (keys.has("@level") && keys.has("@module") && /"@module"\s*:\s*"(terraform|tofu)\.ui"/.test(text7)) {
    return new Failure("unreadable", "this is the log of `terraform plan -json`, not a plan", { at, hint });
  }
  if (keys.size === 0 && /^\s*"?\{\s*\\*["']?format_version\b/.test(text7)) {
    const copied = "write it straight to a file, `terraform show -json tfplan > tfplan.json`, not through a variable";
    return new Failure("unreadable", "this plan has lost its quotes, as a shell does to it", {
      at,
      hint: copied
    });
  }
  if (isOfPlan || !keys.has("terraform_version")) return void 0;
  if (keys.has("values") || keys.has("lineage") || keys.has("serial")) {
    return new Failure("unreadable", "this is a Terraform state, not a plan", { at, hint });
  }
  if (keys.has("format_version") && !broken) {
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
    import_node_path2.posix.basename(file).replace(/\.json$/i, "")
  );
  const isBlank3 = bytes2.byteLength < 64 && /^\s*$/.test(Buffer.from(bytes2).toString("latin1"));
  const isCommandAlone = bytes2.byteLength < 4096 && /^\[command\][^\n]*(terraform|tofu)[^\n]*\s*$/.test(Buffer.from(bytes2).toString("latin1"));
  if (!isCommandAlone && !(isBlank3 && isNamedPlan && /\.json$/i.test(file))) return void 0;
  return new Failure("unreadable", "this plan is empty", {
    at: { file },
    hint: "the step that wrote it has failed; see what `terraform show -json` says there"
  });
}
function planWithin(text7, file) {
  const isPlanlike = /\.(json|out|plan|tfplan|tofuplan)$/i.test(file) && /"format_version"\s*:\s*"\d/.test(text7) && /"(resource_changes|planned_values)"\s*:\s*[[{]/.test(text7);
  if (!isPlanlike) return void 0;
  return new Failure("unreadable", "there is a plan in this file, and it is not the file's only content", {
    at: { file },
    hint: "write it straight to a file of its own: `terraform show -json tfplan > tfplan.json`"
  });
}
var import_node_path2;
var init_terraform_shape = __esm({
  "src/source/terraform-shape.ts"() {
    "use strict";
    import_node_path2 = require("node:path");
    init_failure();
  }
});

// src/source/unrendered.ts
function unrendered(text7, file, documents) {
  const mark2 = text7.indexOf("{{");
  if (mark2 === -1 || documents !== void 0 && !documents.some(hasHelm)) return void 0;
  const hint = helm.test(text7) ? "render the chart and let the gate read the result: `helm template <chart> > rendered.yaml`" : "fill it in first and let the gate read the result, or leave it out with `exclude`";
  const message = "this manifest is a template that has not been rendered";
  return new Failure("unreadable", message, { at: { file, ...positionOf(text7, mark2) }, hint });
}
function chartFiles(files) {
  const charts = new Set(
    files.filter((file) => /(^|\/)Chart\.ya?ml$/.test(file)).map((file) => import_node_path3.posix.dirname(file))
  );
  return (file) => {
    for (let folder = import_node_path3.posix.dirname(file); charts.size > 0; folder = import_node_path3.posix.dirname(folder)) {
      if (charts.has(folder)) {
        const inside = folder === "." ? file : file.slice(folder.length + 1);
        return inside.startsWith("templates/") ? "template" : "inside";
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
var import_node_path3, helm;
var init_unrendered = __esm({
  "src/source/unrendered.ts"() {
    "use strict";
    import_node_path3 = require("node:path");
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
  const text7 = readable2(bytes2, file);
  return text7 === void 0 ? nothing2 : recogniseText(text7, file);
}
function isOfInterest(bytes2) {
  const buffer = Buffer.from(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength);
  if (words4.some((word3) => buffer.includes(word3))) return true;
  if (!buffer.includes("\\u00") && !buffer.includes("\\x") && !buffer.includes("\\U0000")) return false;
  const text7 = withoutEscapes2(buffer.toString("latin1"));
  return words4.some((word3) => text7.includes(word3));
}
function withoutEscapes2(text7) {
  return text7.replace(
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
function recogniseText(text7, file) {
  const json2 = withoutCommandLine(text7);
  const isJson = /^\s*"?\{(?![{%#])/.test(json2);
  const recognised = isJson ? recogniseJson(json2, file) : recogniseYaml(text7, file);
  const hiddenPlan = recognised.kind === "nothing" ? planWithin(json2, file) : void 0;
  return hiddenPlan === void 0 ? recognised : { kind: "other-terraform", failure: hiddenPlan, saved: false };
}
function recogniseJson(text7, file) {
  const shape = jsonShape([Buffer.from(text7)]);
  const terraform = terraformOf(shape, text7, file);
  if (terraform !== void 0) return terraform;
  if (!["apiVersion", "AWSTemplateFormatVersion", "Resources"].some((key4) => shape.keys.has(key4))) {
    return shape.broken ? recogniseYaml(text7, file) : nothing2;
  }
  const root = parsed2(text7);
  if (root === void 0) {
    if (/\.ya?ml$/i.test(file)) return recogniseYaml(text7, file);
    if (claimsJson(shape, text7)) throw notJson(text7, file);
    return nothing2;
  }
  if (isTooDeep(root)) throw new Failure("unreadable", nestedTooDeeply, { at: { file } });
  if (isTemplate(root)) {
    refuseDuplicates(text7, file);
    return { kind: "template", root };
  }
  return ofDocuments([root], text7, file);
}
function terraformOf(shape, text7, file) {
  const failure = notPlan(shape, text7, file);
  if (failure !== void 0) return { kind: "other-terraform", failure, saved: false };
  return isPlan(shape) ? { kind: "terraform" } : void 0;
}
function parsed2(text7) {
  try {
    return JSON.parse(text7);
  } catch {
    return void 0;
  }
}
function claimsJson({ keys }, text7) {
  if (keys.has("AWSTemplateFormatVersion") || keys.has("apiVersion") && keys.has("kind")) return true;
  return keys.has("Resources") && /"Type"\s*:\s*"(Custom|\w+::\w+)::/.test(text7);
}
function notJson(text7, file) {
  const mistake = findMistake(text7);
  const at = { file, ...positionOf(text7, mistake?.offset ?? 0) };
  return new Failure("unreadable", `this is not valid JSON: ${mistake?.message ?? "it cannot be parsed"}`, {
    at
  });
}
function refuseDuplicates(text7, file) {
  const offset = secondKey(text7);
  if (offset === void 0) return;
  throw new Failure("unreadable", duplicateKey, { at: { file, ...positionOf(text7, offset) } });
}
function recogniseYaml(text7, file) {
  if (!["apiVersion", "AWSTemplateFormatVersion", "Resources"].some((word3) => mentions2(text7, word3)))
    return nothing2;
  const documents = yamlDocuments2(text7, file);
  if (documents === void 0) return nothing2;
  const [first, ...others] = documents;
  if (!documents.some(isTemplate)) return ofDocuments(documents, text7, file);
  if (first !== void 0 && isTemplate(first) && others.every((other) => other === null)) {
    return { kind: "template", root: first };
  }
  throw new Failure("unreadable", "this template is one of several documents of its file", {
    at: { file },
    hint: "CloudFormation takes one template a file; put the others into files of their own"
  });
}
function mentions2(text7, word3) {
  return text7.includes(word3) || /\\[uUx]/.test(text7) && withoutEscapes2(text7).includes(word3);
}
function yamlDocuments2(text7, file) {
  try {
    return loadYaml(text7, file, dialectOf(text7));
  } catch (error) {
    if (!claimsYaml(text7)) return void 0;
    throw (claimsManifest(text7) ? unrendered(text7, file) : void 0) ?? error;
  }
}
function ofDocuments(documents, text7, file) {
  if (!documents.some((document) => isManifest(document) || isClusterConfig(document))) return nothing2;
  const template = text7.includes("{{") ? unrendered(text7, file, documents) : void 0;
  if (template !== void 0) throw template;
  return { kind: "documents", documents, text: text7 };
}
function dialectOf(text7) {
  if (claimsTemplate(text7)) return "template";
  return /^["']?apiVersion["']?[ \t]*:[ \t]*["']?eksctl\.io\//m.test(text7) ? "strict" : "manifest";
}
function claimsYaml(text7) {
  if (claimsTemplate(text7)) return true;
  return claimsManifest(text7);
}
function claimsManifest(text7) {
  return /^["']?apiVersion["']?[ \t]*:/m.test(text7) && /^["']?kind["']?[ \t]*:/m.test(text7);
}
function claimsTemplate(text7) {
  if (claimsManifest(text7)) return false;
  if (/^ {0,4}["']?AWSTemplateFormatVersion["']?[ \t]*:/m.test(text7)) return true;
  return /^["']?Resources["']?[ \t]*:/m.test(text7) && /["'\s{,]Type["']?[ \t]*:[ \t]*["']?(Custom|\w+::\w+)::/.test(text7);
}
var nothing2, largest, words4, claimed;
var init_recognise = __esm({
  "src/source/recognise.ts"() {
    "use strict";
    init_failure();
    init_template2();
    init_depth();
    init_config();
    init_mistake();
    init_pieces();
    init_json_keys();
    init_json_shape();
    init_manifest();
    init_terraform_shape();
    init_text();
    init_unrendered();
    init_load2();
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
function within2(module2, local) {
  return module2 === "" ? local : `${module2}.${local}`;
}
function withoutKeys(address) {
  return address.includes("[") ? address.replace(anyKey, "") : address;
}
function parseReference(text7) {
  if (text7 === "each.key") return { kind: "own key", of: "for_each" };
  if (text7 === "count.index") return { kind: "own key", of: "count" };
  if (text7.startsWith("each.value")) return { kind: "each", path: pathOf(text7.slice("each.value".length)) };
  if (/^(?:path|terraform|self|each|count)(?:\.|$)/.test(text7)) return { kind: "context" };
  const name = named2.exec(text7);
  if (name !== null) {
    const kind = name[1] === "var" ? "variable" : "local";
    return { kind, name: name[2] ?? "", path: pathOf(name[3] ?? "") };
  }
  const out = output.exec(text7);
  if (out !== null) {
    const where = {
      kind: "output",
      call: out[1] ?? "",
      key: out[2] ?? "",
      path: pathOf(out[4] ?? "")
    };
    return out[3] === void 0 ? where : { ...where, name: out[3] };
  }
  const found = resource2.exec(text7);
  if (found === null) return { kind: "context" };
  return { kind: "resource", local: found[1] ?? "", key: found[2] ?? "", path: pathOf(found[3] ?? "") };
}
function writtenReferences(references) {
  const written5 = [];
  let last = "";
  for (const reference3 of references) {
    const next = last[reference3.length];
    const sameRun = last.length > reference3.length && last.startsWith(reference3) && (next === "." || next === "[");
    if (!sameRun) written5.push(reference3);
    last = reference3;
  }
  return written5;
}
function parseReferences(references) {
  const known4 = parsed3.get(references);
  if (known4 !== void 0) return known4;
  const read5 = writtenReferences(references).map(parseReference);
  parsed3.set(references, read5);
  return read5;
}
function pathOf(text7) {
  return [...text7.matchAll(step3)].map(
    ([, name, index2, quoted]) => index2 === void 0 ? name ?? quoted ?? "" : Number(index2)
  );
}
var key3, anyKey, moduleStep, resource2, output, named2, parsed3, step3;
var init_address3 = __esm({
  "src/source/terraform/address.ts"() {
    "use strict";
    key3 = String.raw`(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?`;
    anyKey = new RegExp(key3.slice(0, -1), "g");
    moduleStep = new RegExp(String.raw`module\.([^.[\]]+)${key3}(?:\.|$)`, "y");
    resource2 = new RegExp(String.raw`^((?:data\.|ephemeral\.)?[^.[\]]+\.[^.[\]]+)${key3}(.*)$`, "s");
    output = new RegExp(String.raw`^module\.([^.[\]]+)${key3}(?:\.([^.[\]]+))?(.*)$`, "s");
    named2 = /^(var|local)\.([^.[\]]+)(.*)$/s;
    parsed3 = /* @__PURE__ */ new WeakMap();
    step3 = /\.([^.[\]]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/gy;
  }
});

// src/source/terraform/resource.ts
function placeOf(entry3, owner) {
  const given = typeof entry3.module_address === "string" ? entry3.module_address : void 0;
  const module2 = given !== void 0 && owner.startsWith(`${given}.`) ? given : moduleOf(owner);
  const local = module2 === "" ? owner : owner.slice(module2.length + 1);
  const bracket = local.indexOf("[");
  return bracket === -1 ? { module: module2, local, key: "" } : { module: module2, local: local.slice(0, bracket), key: local.slice(bracket) };
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
  const { local } = splitAddress(owner);
  return owner.slice(0, -local.length - 1);
}
var init_resource2 = __esm({
  "src/source/terraform/resource.ts"() {
    "use strict";
    init_plain();
    init_address3();
  }
});

// src/source/terraform/written.ts
function writtenBody(expressions) {
  return isObject(expressions) ? body(expressions) : emptyBody;
}
function writtenBelow(written5, step4, planned2) {
  if (written5 === void 0 || written5 === null) return void 0;
  if (isExpression(written5)) return written5;
  if (isList(written5)) return typeof step4 === "number" ? blockOf(written5, planned2, step4) : void 0;
  if (!isObject(written5) || typeof step4 !== "string") return void 0;
  return memberOf(written5, step4) ?? null;
}
function isExpression(written5) {
  if (!isObject(written5) || written5 === emptyBody) return false;
  if (Object.hasOwn(written5, "constant_value") || Object.keys(written5).length === 0) return true;
  return isTexts(written5.references);
}
function isConstant(expression2) {
  return Object.hasOwn(expression2, "constant_value");
}
function referencesOf(expression2) {
  const { references } = expression2;
  return isTexts(references) ? references : void 0;
}
function isTexts(json2) {
  return isList(json2) && json2.every((item) => typeof item === "string");
}
function allReferences(written5) {
  if (written5 === void 0 || written5 === null) return [];
  if (isExpression(written5)) return referencesOf(written5) ?? [];
  if (isList(written5)) return written5.flatMap(allReferences);
  return isObject(written5) ? Object.values(written5).flatMap(allReferences) : [];
}
function body(block) {
  return Object.keys(block).length === 0 ? emptyBody : block;
}
function blockOf(blocks, planned2, index2) {
  if (!isList(planned2) || planned2.length !== blocks.length) return void 0;
  const [first, ...others] = blocks.length === 1 ? blocks : blocks.filter((block) => agrees(block, planned2[index2]));
  if (!isObject(first)) return void 0;
  const same3 = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === same3) ? body(first) : void 0;
}
function agrees(block, element) {
  if (!isObject(block)) return false;
  return Object.entries(block).every(([name, expression2]) => {
    const written5 = memberOf(expression2, "constant_value");
    const planned2 = memberOf(element, name);
    if (written5 === void 0 || written5 === null || planned2 === void 0 || planned2 === null) return true;
    return comparable(written5) === comparable(planned2);
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
var init_attribute2 = __esm({
  "src/source/terraform/attribute.ts"() {
    "use strict";
    init_place();
    init_declaration();
    init_plain();
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
        const written5 = this.#written();
        if (written5 === void 0) return nowhere;
        if (written5 === null) return typeof this.#value === "object" ? nowhere : noLinks;
        if (!isExpression(written5)) {
          const { targets, closed } = this.#background.follow(this.#resource, allReferences(written5));
          return { targets, closed, exact: false };
        }
        const references = referencesOf(written5);
        if (references === void 0) return noLinks;
        const trace2 = this.#background.follow(this.#resource, references);
        return { targets: trace2.targets, closed: trace2.closed, exact: this.#isExact(trace2) };
      }
      get(...path) {
        let at = this;
        for (const step4 of path) at = at.#child(step4);
        return at;
      }
      items() {
        return isList(this.#value) ? this.#value.map((_, index2) => this.#child(index2)) : [];
      }
      entries() {
        if (!isObject(this.#value)) return [];
        const keys = new Set(Object.keys(this.#value));
        if (isObject(this.#unknown)) for (const key4 of Object.keys(this.#unknown)) keys.add(key4);
        const entries2 = [...keys].map((key4) => [key4, this.#child(key4)]);
        return entries2.filter(([, attribute]) => attribute.state !== "absent");
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
        const written5 = writtenBelow(this.#written(), step4, this.#value);
        const computed2 = written5 !== void 0 && written5 !== null && isExpression(written5) && !isConstant(written5);
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
        const written5 = this.#written();
        if (written5 === void 0) return true;
        if (written5 === null) return this.#step === "id" && this.#isTopLevel();
        if (!isExpression(written5)) return true;
        if (isConstant(written5)) return false;
        const references = referencesOf(written5);
        return references === void 0 || !this.#background.follow(this.#resource, references).settled;
      }
      /** Whether this or anything below it is unknown. */
      #hasWaiting() {
        if (this.#unknown === true) return this.state === "unknown";
        const marks = this.#unknown;
        if (!hasMark(marks)) return this.#resource.unknown === void 0 && this.#hasGap();
        const steps = isList(marks) ? marks.keys() : isObject(marks) ? Object.keys(marks) : [];
        for (const step4 of steps) if (this.#child(step4).#hasWaiting()) return true;
        return false;
      }
      /** The same where unknown values are left out instead of marked. */
      #hasGap() {
        if (isList(this.#value)) return this.#value.some((_, index2) => this.#child(index2).#hasWaiting());
        if (!isObject(this.#value)) return false;
        const written5 = this.#written();
        const named4 = isObject(written5) && !isExpression(written5) ? Object.keys(written5) : [];
        return [.../* @__PURE__ */ new Set([...Object.keys(this.#value), ...named4])].some(
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
        const { targets, closed, plain: plain5 } = trace2;
        if (!closed || this.#top() !== this) return false;
        const single2 = targets.length === 1;
        switch (this.#shape()) {
          case "single":
            return single2 && this.#unknown === true;
          case "list":
            return plain5 && (!isList(this.#value) || this.#value.length === targets.length);
          case "unclear":
            return plain5 && single2;
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

// src/source/terraform/configuration.ts
function rootModule2(configuration) {
  const root = memberOf(configuration, "root_module");
  return isObject(root) ? moduleOf2(root, [], void 0) : void 0;
}
function summarize(root, variables) {
  const modules = [];
  const visit = (module2) => {
    modules.push({
      path: module2.path,
      source: textOf5(module2.call?.source),
      version: textOf5(module2.call?.version_constraint),
      arguments: keysOf(module2.call?.expressions),
      resources: resourcesOf(module2.json).map(localName)
    });
    for (const name of keysOf(module2.json.module_calls)) {
      const child = module2.child(name);
      if (child !== void 0) visit(child);
    }
  };
  if (root !== void 0) visit(root);
  const values = keysOf(variables).map((name) => {
    const sensitive = memberOf(memberOf(root?.json.variables, name), "sensitive") === true;
    return [name, { value: memberOf(memberOf(variables, name), "value") ?? null, sensitive }];
  });
  return { modules, variables: new Map(values) };
}
function moduleOf2(json2, path, call4) {
  let resources;
  const children = /* @__PURE__ */ new Map();
  const child = (name) => {
    const childCall = memberOf(json2.module_calls, name);
    const body2 = memberOf(childCall, "module");
    return isObject(childCall) && isObject(body2) ? moduleOf2(body2, [...path, name], childCall) : void 0;
  };
  return {
    path,
    call: call4,
    json: json2,
    outputs: keysOf(json2.outputs),
    resource: (local) => {
      resources ??= new Map(resourcesOf(json2).map((resource3) => [localName(resource3), resource3]));
      return resources.get(local);
    },
    child: (name) => {
      if (!children.has(name)) children.set(name, child(name));
      return children.get(name);
    },
    output: (name) => memberOf(memberOf(json2.outputs, name), "expression")
  };
}
function resourcesOf(module2) {
  return isList(module2.resources) ? module2.resources.filter(isObject) : [];
}
function localName(resource3) {
  return `${resource3.mode === "data" ? "data." : ""}${resource3.type}.${resource3.name}`;
}
function keysOf(json2) {
  return isObject(json2) ? Object.keys(json2) : [];
}
function textOf5(json2) {
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
function malformedChange(entry3) {
  if (!isObject(entry3)) return "an entry of `resource_changes` is not an object";
  const { address, type, change } = entry3;
  if (typeof address !== "string" || typeof type !== "string") return void 0;
  if (!isObject(change)) return `\`${address}\` has no \`change\``;
  if (!isObject(change.after ?? {})) return `\`change.after\` of \`${address}\` is not an object`;
  const wrong2 = ["after_unknown", "after_sensitive"].find((mark2) => !isMark(change[mark2]));
  return wrong2 === void 0 ? void 0 : `\`change.${wrong2}\` of \`${address}\` marks nothing`;
}
function malformedValues(values) {
  const modules = [isObject(values) ? values.root_module ?? {} : values];
  for (let module2 = modules.pop(); module2 !== void 0; module2 = modules.pop()) {
    if (!isObject(module2)) return "a module of `planned_values` is not an object";
    const { resources, child_modules: children } = module2;
    const wrong2 = malformedList(resources, "`resources`") ?? malformedList(children, "`child_modules`");
    if (wrong2 !== void 0) return `${wrong2} in a module of \`planned_values\``;
    if (isList(children)) modules.push(...children);
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
  const { resource_changes: changes, deferred_changes: deferred } = top;
  parts2.refuse(malformedList(changes, "`resource_changes`") ?? malformedList(deferred, "`deferred_changes`"));
  if (isList(changes)) parts2.changes = [];
  const later = isList(deferred) ? deferred.map((each2) => memberOf(each2, "resource_change") ?? null) : [];
  for (const entry3 of [...isList(changes) ? changes : [], ...later]) {
    parts2.declares++;
    parts2.addChange(entry3);
  }
  eachResource(valuesOf(top.prior_state), (resource3) => parts2.addRead(resource3));
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
function documentParts(wanted2, planned2) {
  const parts2 = new Parts(wanted2);
  const compact = compactor();
  const change = {
    kind: "value",
    wanted: (head) => {
      parts2.declares++;
      return parts2.isWorthParsing(head, "managed");
    },
    take: (entry3) => parts2.addChange(compact(entry3))
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
  const values = resourcesIn(
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
    seen: (key4) => parts2.keys.add(key4),
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
      planned_values: planned2 ? values : void 0,
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
  const marks = /* @__PURE__ */ new Map();
  const once = (mark2) => {
    const text7 = JSON.stringify(mark2);
    const known4 = marks.get(text7);
    if (known4 === void 0) marks.set(text7, mark2);
    return known4 ?? mark2;
  };
  const pick = (from, values, shared) => {
    const kept = {};
    for (const key4 of values) if (from[key4] !== void 0) kept[key4] = from[key4];
    for (const key4 of shared) if (from[key4] !== void 0) kept[key4] = once(from[key4]);
    return kept;
  };
  return (entry3) => {
    if (!isObject(entry3) || !isObject(entry3.change)) return entry3;
    return { ...pick(entry3, entryKeys, sharedKeys), change: pick(entry3.change, valueKeys, markKeys) };
  };
}
function valuesOf(state) {
  return isObject(state) ? state.values : void 0;
}
function eachResource(values, visit) {
  if (!isObject(values)) return;
  const modules = values.root_module === void 0 ? [] : [values.root_module];
  for (let module2 = modules.pop(); module2 !== void 0; module2 = modules.pop()) {
    if (!isObject(module2)) continue;
    if (isList(module2.resources)) module2.resources.forEach(visit);
    if (isList(module2.child_modules)) modules.push(...[...module2.child_modules].reverse());
  }
}
function resourcesIn(resource3, open3) {
  const of = { resources: { kind: "items", of: resource3 } };
  const module2 = { kind: "members", of };
  of.child_modules = { kind: "items", of: module2 };
  return { kind: "members", of: { root_module: module2 }, seen: () => open3?.() };
}
function headOf(head) {
  const nested = head.indexOf("{", 1);
  const text7 = head.toString("utf8", 0, nested === -1 ? head.length : nested);
  const address = addressKey.exec(text7)?.[1];
  return {
    address: address?.replace(/\\(["\\/])/g, "$1"),
    type: typeKey2.exec(text7)?.[1],
    mode: modeKey.exec(text7)?.[1]
  };
}
var entryKeys, sharedKeys, valueKeys, markKeys, Parts, addressKey, typeKey2, modeKey;
var init_document2 = __esm({
  "src/source/terraform/document.ts"() {
    "use strict";
    init_plain();
    init_address3();
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
      wrong;
      declares = 0;
      read = [];
      others = { present: /* @__PURE__ */ new Set(), deferred: /* @__PURE__ */ new Set() };
      keys = /* @__PURE__ */ new Set();
      #wanted;
      constructor(wanted2) {
        this.#wanted = wanted2;
      }
      addChange(entry3) {
        if (!isObject(entry3)) this.refuse(malformedChange(entry3));
        else if (this.#isWanted(entry3)) {
          this.refuse(malformedChange(entry3));
          this.changes ??= [];
          this.changes.push(entry3);
        } else this.#addOther(entry3.address, entry3.mode === "data");
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
      #isWanted(entry3) {
        return typeof entry3.type !== "string" || this.#wanted(entry3.type);
      }
    };
    addressKey = /"address"\s*:\s*"((?:[^"\\]|\\["\\/])*)"/;
    typeKey2 = /"type"\s*:\s*"([\w-]+)"/;
    modeKey = /"mode"\s*:\s*"(managed|data)"/;
  }
});

// src/source/terraform/instances.ts
function instancesOf(root, planned2) {
  const resources = /* @__PURE__ */ new Map();
  const calls = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  for (const resource3 of planned2) {
    const name = within2(resource3.module, resource3.local);
    const siblings = resources.get(name);
    if (siblings === void 0) resources.set(name, /* @__PURE__ */ new Map([[resource3.key, resource3]]));
    else siblings.set(resource3.key, resource3);
    if (seen.has(resource3.module)) continue;
    seen.add(resource3.module);
    let parent = "";
    for (const step4 of splitAddress(resource3.module).modules) {
      const call4 = within2(parent, step4.name);
      const keys = calls.get(call4);
      if (keys === void 0) calls.set(call4, /* @__PURE__ */ new Set([step4.key]));
      else keys.add(step4.key);
      parent = moduleAddress(parent, step4);
    }
  }
  const top = root && { address: "", module: root, parent: void 0, call: "", key: "" };
  const modules = /* @__PURE__ */ new Map([["", top]]);
  const child = (parent, call4, key4) => {
    const address = moduleAddress(parent.address, { name: call4, key: key4 });
    if (!modules.has(address)) {
      const module2 = parent.module.child(call4);
      modules.set(address, module2 && { address, module: module2, parent, call: call4, key: key4 });
    }
    return modules.get(address);
  };
  return {
    child,
    childKeys: (parent, call4) => calls.get(within2(parent, call4)) ?? none,
    resources: (module2, local) => resources.get(within2(module2, local)) ?? nothing3,
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
    init_address3();
    none = /* @__PURE__ */ new Set();
    nothing3 = /* @__PURE__ */ new Map();
  }
});

// src/source/terraform/references.ts
function followerOf(plan2) {
  let instances;
  return (from, references) => {
    instances ??= instancesOf(plan2.root, plan2.planned());
    const module2 = instances.module(from.module);
    if (module2 === void 0) return { targets: [], closed: false, settled: false, plain: false };
    const config = module2.module.resource(from.local);
    const keys = instances.resources(from.module, from.local);
    const tracer = new Tracer(plan2, instances);
    const own = { key: from.key, keys, forEach: config?.for_each_expression };
    tracer.references(references, { module: module2, own, depth: 0 }, []);
    return tracer.trace(isPlain2(references, tracer.targets.size));
  };
}
function mayBeNone(config) {
  return config?.count_expression !== void 0 || config?.for_each_expression !== void 0;
}
function choose3(all, keys, key4, own, index2) {
  if (key4 !== "") return keys.has(key4) ? [key4] : [];
  if (own === void 0 || index2 === void 0 || !keys.has(own.key)) return all;
  if (index2 === "for_each") return [own.key];
  const same3 = own.keys.size === keys.size && all.every((one3) => own.keys.has(one3));
  return same3 ? [own.key] : all;
}
function pathInto(target, path, tail) {
  const [first] = tail;
  if (path.length > 0 || typeof first !== "string") return path;
  const known4 = memberOf(target.after, first) !== void 0 || memberOf(target.unknown, first) !== void 0;
  return known4 ? tail : [];
}
function isPlain2(references, targets) {
  const written5 = writtenReferences(references);
  const paths = /* @__PURE__ */ new Set();
  for (const reference3 of parseReferences(references)) {
    if (reference3.kind !== "resource" || reference3.path.length === 0) return false;
    paths.add(showPath(reference3.path));
  }
  return paths.size === 1 && new Set(written5).size === targets;
}
var deepest9, Tracer;
var init_references = __esm({
  "src/source/terraform/references.ts"() {
    "use strict";
    init_place();
    init_plain();
    init_address3();
    init_instances();
    init_resource2();
    init_written();
    deepest9 = 100;
    Tracer = class {
      targets = /* @__PURE__ */ new Map();
      #closed = true;
      #settled = true;
      #plan;
      #instances;
      #visited = /* @__PURE__ */ new Set();
      constructor(plan2, instances) {
        this.#plan = plan2;
        this.#instances = instances;
      }
      trace(plain5) {
        return { targets: [...this.targets.values()], closed: this.#closed, settled: this.#settled, plain: plain5 };
      }
      /** `tail` is what is taken out of the value that the references make. `chained`: it is a `for_each` of instances. */
      references(references, scope2, tail, chained = false) {
        if (scope2.depth > deepest9) {
          this.#deadEnd();
          return;
        }
        const written5 = parseReferences(references);
        const keys = written5.filter((reference3) => reference3.kind === "own key");
        const values = written5.filter((reference3) => reference3.kind !== "own key");
        const index2 = values.length > 1 ? void 0 : chained ? "for_each" : keys[0]?.of;
        for (const reference3 of values) this.#follow(reference3, scope2, values.length > 1 ? [] : tail, index2);
      }
      #follow(reference3, scope2, tail, index2) {
        switch (reference3.kind) {
          case "own key":
          case "context":
            break;
          case "variable":
            this.#variable(reference3.name, scope2, [...reference3.path, ...tail]);
            break;
          case "local":
            this.#local(reference3.name, scope2, [...reference3.path, ...tail]);
            break;
          case "each":
            this.#each(scope2, [...reference3.path, ...tail]);
            break;
          case "output":
            this.#output(reference3, scope2, [...reference3.path, ...tail], index2);
            break;
          case "resource":
            this.#resource(reference3, scope2, tail, index2);
            break;
        }
      }
      #expression(expression2, scope2, tail, chained = false) {
        const isOne = expression2 !== void 0 && expression2 !== null && isExpression(expression2);
        if (isOne && isConstant(expression2)) return;
        const references = isOne ? referencesOf(expression2) : void 0;
        if (!isOne) this.#deadEnd();
        else if (references === void 0) this.#settled = false;
        else this.references(references, { ...scope2, depth: scope2.depth + 1 }, tail, chained);
      }
      #variable(name, { module: module2, depth }, tail) {
        const { parent, call: call4, key: key4 } = module2;
        if (parent === void 0 || this.#again("var", module2, name, tail)) return;
        const given = memberOf(module2.module.call?.expressions, name);
        if (given === void 0) return;
        const keys = this.#instances.childKeys(parent.address, call4);
        const own = { key: key4, keys, forEach: module2.module.call?.for_each_expression };
        this.#expression(given, { module: parent, own, depth }, tail);
      }
      #local(name, scope2, tail) {
        if (this.#again("local", scope2.module, name, tail)) return;
        const references = this.#plan.locals?.(scope2.module.module, name);
        if (references === void 0) this.#deadEnd();
        else this.references(references, { ...scope2, depth: scope2.depth + 1 }, tail);
      }
      #each(scope2, tail) {
        const { own } = scope2;
        if (own?.forEach === void 0) this.#deadEnd();
        else this.#expression(own.forEach, { ...scope2, own: { ...own, forEach: void 0 } }, tail, true);
      }
      #output(reference3, scope2, tail, index2) {
        const { call: call4, name } = reference3;
        const outputs = name === void 0 ? scope2.module.module.child(call4)?.outputs ?? [] : [name];
        if (name === void 0) this.#settled = false;
        const keys = this.#instances.childKeys(scope2.module.address, call4);
        const chosen = keys.size === 0 ? [reference3.key] : choose3([...keys], keys, reference3.key, scope2.own, index2);
        for (const key4 of chosen) {
          const module2 = this.#instances.child(scope2.module, call4, key4);
          if (module2 === void 0) this.#deadEnd();
          else
            for (const output2 of outputs)
              this.#outputOf(module2, output2, scope2.depth, name === void 0 ? [] : tail);
        }
      }
      #outputOf(module2, name, depth, tail) {
        if (this.#again("output", module2, name, tail)) return;
        this.#expression(module2.module.output(name), { module: module2, own: void 0, depth }, tail);
      }
      #resource(reference3, scope2, tail, index2) {
        const { local, key: key4 } = reference3;
        const { address, module: module2 } = scope2.module;
        const [first = "", second = ""] = local.split(".");
        if (!this.#plan.wanted(first === "data" ? second : first)) {
          this.#unwanted(reference3, scope2, tail, index2);
          return;
        }
        const all = this.#instances.resources(address, local);
        if (all.size === 0 && !mayBeNone(module2.resource(local))) this.#deadEnd();
        for (const chosen of choose3([...all.keys()], all, key4, scope2.own, index2)) {
          const target = all.get(chosen);
          if (target === void 0) continue;
          const path = pathInto(target, reference3.path, tail);
          this.targets.set(`${target.owner} ${showPath(path)}`, { owner: target.owner, path });
          if (path.length === 0 || isOpen2(target, path)) this.#settled = false;
        }
      }
      /**
       * A resource that was not kept. An attribute that is written leads on to what it was written with
       * (`time_sleep.this.triggers`); data that was read while planning is settled, whatever it is.
       */
      #unwanted(reference3, scope2, tail, index2) {
        const { local, key: key4, path } = reference3;
        const { address, module: module2 } = scope2.module;
        const { present: present2, deferred } = this.#plan.others;
        const config = module2.resource(local);
        const name = withoutKeys(within2(address, local));
        if (!present2.has(name) && mayBeNone(config)) return;
        if (local.startsWith("data.")) {
          this.#closed = false;
          if (deferred.has(name) || !present2.has(name)) this.#settled = false;
          return;
        }
        const [attribute, ...below2] = path;
        const source2 = local.startsWith("terraform_data.") && attribute === "output" ? "input" : attribute;
        const written5 = source2 === void 0 ? void 0 : memberOf(config?.expressions, source2);
        if (!isObject(written5) || written5.constant_value === null) this.#deadEnd();
        else if (!this.#again(local, scope2.module, key4, [...path, ...tail])) {
          const keyed = { key: key4, keys: /* @__PURE__ */ new Set([key4]), forEach: config?.for_each_expression };
          const indexed = index2 === void 0 ? void 0 : scope2.own;
          this.#expression(written5, { ...scope2, own: key4 === "" ? indexed : keyed }, [...below2, ...tail]);
        }
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
  const { changes, read: data, others, variables, declares } = document;
  if (document.wrong !== void 0) throw unsound(document.wrong, file);
  refuseUnfinished(document, file);
  const entries2 = document.planned ?? changes;
  if (entries2 === void 0) throw notAPlan(file, document.keys);
  const root = rootModule2(document.configuration);
  const planned2 = [];
  const background = {
    written: writtenIn(root),
    follow: followerOf({
      root,
      planned: () => planned2,
      wanted: options2.wanted,
      others,
      locals: options2.locals
    })
  };
  const declarations = [];
  const add = (entry3, declare3) => {
    const declaration = declare3(file, entry3, background, planned2);
    if (declaration !== void 0) declarations.push(declaration);
  };
  const declare2 = document.planned === void 0 ? changed : listed;
  for (const entry3 of entries2) add(entry3, declare2);
  const owners2 = new Set(declarations.map((declaration) => declaration.owner));
  for (const entry3 of data) if (!owners2.has(ownerOf2(file, entry3))) add(entry3, read2);
  return {
    declarations,
    declares,
    configuration: () => summarize(root, variables)
  };
}
function readSmall(file, tree, wanted2) {
  const text7 = decodeText(tree.bytes(file), file);
  const json2 = withoutCommandLine(text7);
  let plan2;
  try {
    plan2 = JSON.parse(json2);
  } catch (error) {
    const mistake = findMistake(json2);
    if (mistake === void 0) throw error;
    const before = json2 === text7 ? 0 : text7.indexOf("\n") + 1;
    throw notJson2(mistake.message, mistake.cut, { file, ...positionOf(text7, before + mistake.offset) });
  }
  if (isTooDeep(plan2)) throw unsound(nestedTooDeeply, file);
  return documentOf2(plan2, wanted2);
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
function changed(file, entry3, background, planned2) {
  if (typeof entry3.deposed === "string") return void 0;
  const change = isObject(entry3.change) ? entry3.change : {};
  const kind = changeOf(change);
  const gone = kind === "delete";
  const resource3 = resourceOf(file, entry3, {
    after: gone ? void 0 : change.after,
    unknown: gone ? {} : change.after_unknown,
    secret: change.after_sensitive
  });
  if (!gone) planned2.push(resource3);
  const { before } = change;
  const was = { ...resource3, after: before, unknown: {}, secret: change.before_sensitive };
  return declarationOf(resource3, kind, background, isObject(before) ? was : void 0);
}
function listed(file, entry3, background, planned2) {
  const resource3 = resourceOf(file, entry3, {
    after: entry3.values,
    unknown: void 0,
    secret: entry3.sensitive_values
  });
  planned2.push(resource3);
  return declarationOf(resource3, "declared", background, void 0);
}
function read2(file, entry3, background, planned2) {
  const resource3 = resourceOf(file, entry3, {
    after: entry3.values,
    unknown: {},
    secret: entry3.sensitive_values
  });
  planned2.push(resource3);
  return declarationOf(resource3, "none", background, void 0);
}
function declarationOf(resource3, change, background, was) {
  const { file, owner, type, mode } = resource3;
  const root = plannedAttribute(resource3, background);
  const before = was && plannedAttribute(was, past);
  return { format: "terraform", type, owner, file, mode, change, root, before };
}
function resourceOf(file, entry3, state) {
  const owner = ownerOf2(file, entry3);
  const mode = entry3.mode === "data" ? "data" : "managed";
  const type = typeof entry3.type === "string" ? entry3.type : "";
  return { file, owner, type, mode, ...state, ...placeOf(entry3, owner) };
}
function ownerOf2(file, entry3) {
  if (typeof entry3.address === "string" && typeof entry3.type === "string") return entry3.address;
  throw new Failure("unreadable", "a resource of this plan has no `address` or no `type`", {
    at: { file },
    hint: again
  });
}
function changeOf(change) {
  const actions = new Set(isList(change.actions) ? change.actions : []);
  const ends = actions.has("delete") || actions.has("forget");
  if (actions.has("create")) return ends ? "replace" : "create";
  if (ends) return "delete";
  if (actions.has("update")) return "update";
  if (actions.has("read")) return "read";
  if (actions.has("no-op")) return "none";
  return change.after === null ? "delete" : change.before === null ? "create" : "update";
}
function writtenIn(root) {
  const found = /* @__PURE__ */ new Map();
  return ({ module: module2, local }) => {
    if (root === void 0) return void 0;
    const inModule = found.get(module2) ?? /* @__PURE__ */ new Map();
    if (inModule.size === 0) found.set(module2, inModule);
    if (!inModule.has(local)) inModule.set(local, writtenOf(root, module2, local));
    return inModule.get(local);
  };
}
function writtenOf(root, module2, local) {
  const path = splitAddress(module2).modules;
  const at = path.reduce((parent, { name }) => parent?.child(name), root);
  const resource3 = at?.resource(local);
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
function notAPlan(file, keys) {
  const isState = keys.has("values") || keys.has("lineage") || keys.has("serial");
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
    init_pieces();
    init_split();
    init_plain();
    init_text();
    init_address3();
    init_attribute2();
    init_configuration();
    init_document2();
    init_references();
    init_resource2();
    init_written();
    large = 4 * 2 ** 20;
    newestFormat = 1;
    past = {
      written: () => ({ constant_value: null }),
      follow: () => ({ targets: [], closed: true, settled: true, plain: false })
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
  const shown3 = roots.slice(0, 5).map((folder) => `\`${folder}\``);
  const more2 = roots.length > shown3.length ? ` and ${roots.length - shown3.length} more` : "";
  const verb = roots.length === 1 ? "holds" : "hold";
  const chdir = first === "." ? "" : ` -chdir=${first}`;
  const commands2 = ["init", "plan -out=tfplan", "show -json tfplan"].map(
    (command) => `terraform${chdir} ${command}`
  );
  return new Failure(
    "empty",
    `${shown3.join(", ")}${more2} ${verb} Terraform, and there is no plan of it to judge`,
    {
      at: { file: first },
      hint: `make one: \`${commands2.join(" && ")} > ${import_node_path4.posix.join(first, "tfplan.json")}\`, or leave the folder out with \`exclude\``
    }
  );
}
function rootModules(files, tree) {
  const called2 = /* @__PURE__ */ new Set();
  const configured = /* @__PURE__ */ new Set();
  for (const file of files) {
    const folder = import_node_path4.posix.dirname(file);
    const text7 = Buffer.from(tree.bytes(file)).toString("utf8");
    if (/^[ \t]*(provider\s+"|backend\s+"|cloud\s*\{)/m.test(text7)) configured.add(folder);
    for (const [, source2 = ""] of text7.matchAll(/^[ \t]*source[ \t]*=[ \t]*"(\.\.?\/[^"]*)"/gm))
      called2.add(import_node_path4.posix.join(folder, source2, "."));
  }
  return [...configured].filter((folder) => !called2.has(folder) && !called2.has(`${folder}/`)).sort();
}
var import_node_path4;
var init_unplanned = __esm({
  "src/source/unplanned.ts"() {
    "use strict";
    import_node_path4 = require("node:path");
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
  for (const [done, file] of files.entries()) {
    options2.onProgress?.({ file, done, total: files.length });
    reading.attempt(() => {
      if (isTemplate2(file) || patches.has(file)) reading.leftAlone++;
      else readFile(file, tree, options2, reading);
    });
  }
  return reading.sources(() => withoutPlan(all.filter(isTerraformSource), tree));
}
function readFile(file, tree, { wanted: wanted2 }, reading) {
  const recognised = recognise(file, tree);
  switch (recognised.kind) {
    case "nothing":
      reading.leftAlone++;
      return;
    case "terraform": {
      reading.sawTerraform = true;
      const { declarations, declares } = readPlan(file, tree, { wanted: wanted2 });
      reading.add(file, "terraform", tree.size(file), declarations, declares);
      return;
    }
    case "other-terraform":
      reading.sawTerraform = true;
      reading.refuse(recognised.failure, recognised.saved);
      return;
    case "template":
      reading.add(file, "cloudformation", tree.size(file), readTemplate(recognised.root, file));
      return;
    case "documents":
      readDocuments(file, tree, recognised, reading);
      return;
  }
}
function readDocuments(file, tree, { documents, text: text7 }, reading) {
  const rules = placeholderRules(text7);
  const clusters = readClusterConfigs(documents, file, rules);
  const manifests = readManifests(documents, file, rules);
  const bytes2 = tree.size(file);
  if (clusters.length > 0) reading.add(file, "eksctl", bytes2, clusters);
  if (manifests.length > 0 || clusters.length === 0) reading.add(file, "kubernetes", bytes2, manifests);
}
function chartTemplates(files, tree) {
  const placeOf2 = chartFiles(files);
  return (file) => {
    const place2 = placeOf2(file);
    if (place2 !== "inside") return place2 === "template";
    return /\.ya?ml$/.test(file) && Buffer.from(tree.bytes(file)).includes("{{");
  };
}
var import_node_path5, Reading;
var init_read2 = __esm({
  "src/source/read.ts"() {
    "use strict";
    import_node_path5 = require("node:path");
    init_failure();
    init_template2();
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
      #declarations = [];
      #inputs = [];
      #failures = [];
      #saved = [];
      attempt(read5) {
        try {
          read5();
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          this.#failures.push(error);
        }
      }
      add(file, format, bytes2, declared3, declares = declared3.length) {
        for (const declaration of declared3) this.#declarations.push(declaration);
        this.#inputs.push({ file, format, bytes: bytes2, declares });
      }
      refuse(failure, saved) {
        (saved ? this.#saved : this.#failures).push(failure);
      }
      sources(withoutPlan2) {
        const unplanned = this.sawTerraform ? void 0 : withoutPlan2();
        return {
          declarations: this.#declarations,
          inputs: this.#inputs,
          failures: [...this.#failures, ...this.#unconverted(), ...unplanned === void 0 ? [] : [unplanned]],
          leftAlone: this.leftAlone
        };
      }
      /** A saved plan stays behind where it was converted, and then says nothing new. */
      #unconverted() {
        const plans = this.#inputs.filter(({ format }) => format === "terraform").map(({ file }) => import_node_path5.posix.dirname(file));
        return this.#saved.filter(({ at }) => {
          const folder = import_node_path5.posix.dirname(at?.file ?? "");
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
    (a, b) => enforcementOrder.indexOf(a.enforcement) - enforcementOrder.indexOf(b.enforcement) || severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) || Number(a.outcome === "unresolved") - Number(b.outcome === "unresolved") || compare2(a.policy.id, b.policy.id) || compare2(a.place.file, b.place.file) || (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0) || compare2(a.resource, b.resource)
  );
}
function compare2(a, b) {
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
  return shorten2(written4(value).replace(/\s+/g, " ").trim());
}
function isEntity2(value) {
  return typeof value === "object" && value !== null && "reading" in value && "resource" in value;
}
function written4(value) {
  if (value === null) return "none";
  if (typeof value !== "object") return String(value);
  if (value instanceof Unknown) return bounded(value);
  if (value instanceof EvalError) return "(cannot be worked out)";
  if (value instanceof PartialList) return partial2(value);
  if (isList3(value)) return list2(value);
  if (isFields4(value)) return isEntity2(value) ? nameOf4(value) : value.concept;
  return list2([...value].map(([key4, each2]) => `${key4}=${written4(each2)}`));
}
function bounded({ low = 0, high = Number.POSITIVE_INFINITY }) {
  if (low > 0) return high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`;
  return high === Number.POSITIVE_INFINITY ? "(unknown)" : `at most ${high}`;
}
function partial2({ items, candidates, why: why2, atMost }) {
  const certain = items.length === 0 ? [] : [list2(items)];
  const more2 = atMost === 0 ? [] : [candidates === void 0 ? written4(why2) : `perhaps ${list2(distinct3(candidates))}`];
  return [...certain, ...more2].join(", ") || "none";
}
function distinct3(values) {
  return [...new Map(values.map((value) => [written4(value), value])).values()];
}
function list2(values) {
  if (values.length === 0) return "none";
  const shown3 = values.slice(0, mostItems2).map(written4).join(", ");
  const more2 = values.length - mostItems2;
  return more2 > 0 ? `${shown3} and ${more2} more` : shown3;
}
function nameOf4(entity) {
  const name = entity.reading("name");
  if (name === void 0 || typeof name.value !== "string") return entity.resource;
  return name.sensitive ? hidden2 : name.value;
}
function shorten2(text7) {
  return text7.length <= longestText ? text7 : `${text7.slice(0, longestText - 1)}…`;
}
function isList3(value) {
  return Array.isArray(value);
}
function isFields4(value) {
  return "concept" in value;
}
var hidden2, longestText, mostItems2;
var init_show = __esm({
  "src/verdict/show.ts"() {
    "use strict";
    init_value();
    hidden2 = "(sensitive)";
    longestText = 120;
    mostItems2 = 10;
  }
});

// src/verdict/message.ts
function violatedMessage(policy, scope2) {
  return policy.message.map((part) => {
    if (typeof part === "string") return part;
    const { value, sensitive } = scope2.guarded(part);
    return sensitive ? hidden2 : show(value);
  }).join("").trim();
}
function unresolvedMessage(policy, scope2, asked, answers2) {
  const question = `cannot tell whether ${lowered(policy.title.replace(/\.$/, ""))}`;
  const error = answers2.find((answer2) => answer2 instanceof EvalError);
  if (error === void 0) return question;
  return `${question}: ${scope2.guarded(asked).sensitive ? `an error about a ${hidden2} value` : error.message}`;
}
function lowered(title2) {
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
function placesOf2(policy, scope2, entity, reads, missing2) {
  const chosen = policy.at === void 0 ? refsOf(reads) : pointedAt(scope2, policy.at);
  const unknown3 = missing2.flatMap(({ ref }) => ref ?? []);
  const own = unknown3.filter((ref) => isOf(ref, entity.ref));
  const refs = [...own, ...chosen, ...unknown3];
  return refs.length === 0 ? [entity.ref] : distinct4(refs);
}
function isOf(ref, entity) {
  const isSame = ref.file === entity.file && ref.document === entity.document && ref.owner === entity.owner;
  return isSame && ref.path.length > entity.path.length && entity.path.every((step4, index2) => step4 === ref.path[index2]);
}
function pointedAt(scope2, at) {
  const { value, reads } = scope2.explain(at);
  const refs = refsOf(reads);
  return refs.length === 0 && isEntity2(value) ? [value.ref] : refs;
}
function refsOf(reads) {
  return reads.toReversed().flatMap(({ object: object2, field }) => isEntity2(object2) ? object2.reading(field)?.ref ?? [] : []);
}
function distinct4(refs) {
  const kept = /* @__PURE__ */ new Map();
  for (const ref of refs) {
    const key4 = JSON.stringify([ref.file, ref.document, ref.owner, ref.path]);
    if (!kept.has(key4)) kept.set(key4, ref);
  }
  return [...kept.values()];
}
var init_places = __esm({
  "src/verdict/places.ts"() {
    "use strict";
    init_show();
  }
});

// src/verdict/watch.ts
function isList4(value) {
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
        if (isList4(value)) return value.map((item) => this.over(item));
        if (isMap3(value)) return new Map([...value].map(([key4, member3]) => [key4, this.over(member3)]));
        return this.#overFields(value);
      }
      #overPart({ items, why: why2, atMost, atLeast, candidates }) {
        const over = (list4) => list4.map((item) => this.over(item));
        const further2 = candidates === void 0 ? {} : { candidates: over(candidates) };
        return new PartialList(over(items), why2, { atMost, atLeast, ...further2 });
      }
      #overFields(fields3) {
        const known4 = this.#watched.get(fields3);
        if (known4 !== void 0) return known4;
        const watched = new Proxy(fields3, {
          get: (target, property) => {
            if (property === "get") return (field) => this.#read(target, field);
            const member3 = Reflect.get(target, property, target);
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
var init_scope = __esm({
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
      enterElement(element) {
        if (this.#element === void 0) return;
        super.set(this.#element, element);
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
        const names = this.#element === void 0 ? ["self"] : ["self", this.#element];
        const plain5 = names.map((name) => [name, super.get(name)]);
        this.#forget(this.#parts.keys());
        for (const [name, value2] of plain5) if (value2 !== void 0) super.set(name, watch.over(value2));
        const value = expression2.evaluate(this);
        for (const [name, before] of plain5) if (before !== void 0) super.set(name, before);
        this.#forget(this.#parts.keys());
        return { value, sensitive: watch.sensitive };
      }
      #forget(names) {
        for (const name of names) super.delete(name);
      }
    };
  }
});

// src/verdict/judge.ts
function judge(graph, policies2, given) {
  const findings = [];
  const tally = policies2.map((policy) => {
    const bench = new Bench(policy, new Scope(policy, given.facts, given.now), findings);
    for (const entity of graph.entities(policy.select)) bench.judge(entity);
    return bench.tally();
  });
  return { findings, tally };
}
function outcomeOf(applies, asserted) {
  if (applies === false) return "not-applicable";
  if (applies !== true && !(applies instanceof Unknown)) return "unresolved";
  if (asserted === true) return "satisfied";
  return asserted === false && applies === true ? "violated" : "unresolved";
}
function missingOf2(value) {
  return value instanceof Unknown ? value.missing : [];
}
function distinct5(missing2) {
  return [...new Map(missing2.map((each2) => [each2.attribute, each2])).values()];
}
function isList5(value) {
  return Array.isArray(value);
}
var Bench;
var init_judge = __esm({
  "src/verdict/judge.ts"() {
    "use strict";
    init_value();
    init_message();
    init_places();
    init_scope();
    Bench = class {
      #policy;
      #scope;
      #findings;
      #counts = { violated: 0, satisfied: 0, unresolved: 0, "not-applicable": 0 };
      constructor(policy, scope2, findings) {
        this.#policy = policy;
        this.#scope = scope2;
        this.#findings = findings;
      }
      tally() {
        const { violated, satisfied, unresolved, "not-applicable": notApplicable } = this.#counts;
        return { policy: this.#policy, violated, satisfied, unresolved, notApplicable };
      }
      judge(entity) {
        const { when, each: each2 } = this.#policy;
        this.#scope.enter(entity);
        const applies = when === void 0 ? true : when.evaluate(this.#scope);
        if (applies === false) this.#counts["not-applicable"]++;
        else if (applies !== true && !(applies instanceof Unknown))
          this.#report(entity, "unresolved", applies, true);
        else if (each2 === void 0) this.#answer(entity, applies);
        else this.#answerEach(entity, applies, each2.list.evaluate(this.#scope));
      }
      #answer(entity, applies) {
        const asserted = this.#policy.assert.evaluate(this.#scope);
        const outcome = outcomeOf(applies, asserted);
        if (outcome === "violated" || outcome === "unresolved") this.#report(entity, outcome, applies, asserted);
        else this.#counts[outcome]++;
      }
      #answerEach(entity, applies, list4) {
        if (isList5(list4) || list4 instanceof PartialList) {
          const items = isList5(list4) ? list4 : list4.items;
          for (const item of items) {
            this.#scope.enterElement(item);
            this.#answer(entity, applies);
          }
          if (list4 instanceof PartialList) this.#answerFurther(entity, applies, list4);
          else if (items.length === 0) this.#counts["not-applicable"]++;
        } else if (list4 === null) this.#counts["not-applicable"]++;
        else if (list4 instanceof Unknown) this.#answerFurther(entity, applies, new PartialList([], list4));
        else this.#reportList(entity, list4);
      }
      /**
       * The members of a list that are not known: each is one of the candidates, or could be anything. What holds of all
       * of them holds of the members; what holds of none is a violation only where a member certainly exists.
       */
      #answerFurther(entity, applies, list4) {
        if (list4.atMost <= 0) return;
        const stranger = new Unknown(list4.why.missing);
        const candidates = list4.candidates ?? [stranger];
        const answers2 = candidates.map((candidate) => {
          this.#scope.enterElement(candidate);
          return this.#policy.assert.evaluate(this.#scope);
        });
        if (answers2.every((answer2) => answer2 === true)) {
          if (list4.items.length === 0) this.#counts.satisfied++;
          return;
        }
        this.#scope.enterElement(candidates.length === 1 ? candidates[0] ?? stranger : stranger);
        if (applies === true && list4.atLeast > 0 && answers2.every((answer2) => answer2 === false)) {
          this.#report(entity, "violated", applies, false);
        } else {
          const missing2 = [...list4.why.missing, ...answers2.flatMap(missingOf2)];
          const error = answers2.find((answer2) => answer2 instanceof EvalError);
          this.#report(entity, "unresolved", applies, error ?? new Unknown(missing2));
        }
      }
      /**
       * `answer` is what the assertion said, or what stood in its way. What may not be there at all is not violated: of
       * a rule in a list that is not known it cannot be told.
       */
      #report(entity, outcome, applies, answer2) {
        const { assert, when } = this.#policy;
        if (outcome === "violated" && (entity.count?.low ?? 1) < 1) {
          this.#add(entity, "unresolved", assert, applies, entity.count ?? answer2);
          return;
        }
        const isAboutWhen = applies !== true && !(answer2 instanceof Unknown) && !(answer2 instanceof EvalError);
        const decided = isAboutWhen && when !== void 0 ? when : assert;
        this.#add(entity, outcome, decided, applies, answer2);
      }
      #reportList(entity, list4) {
        const { each: each2 } = this.#policy;
        const answer2 = list4 instanceof EvalError ? list4 : new EvalError("`each` is not a list");
        if (each2 !== void 0) this.#add(entity, "unresolved", each2.list, true, answer2);
      }
      #add(entity, outcome, decided, applies, answer2) {
        const policy = this.#policy;
        const isViolated = outcome === "violated";
        const reads = this.#scope.explain(decided).reads;
        const missing2 = isViolated ? [] : distinct5([...missingOf2(applies), ...missingOf2(answer2)]);
        this.#counts[outcome]++;
        this.#findings.push({
          policy,
          outcome,
          severity: policy.severity,
          enforcement: isViolated ? policy.enforcement : policy.unresolved,
          concept: policy.select,
          resource: entity.resource,
          message: isViolated ? violatedMessage(policy, this.#scope) : unresolvedMessage(policy, this.#scope, decided, [applies, answer2]),
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
  const { facts, policies: policies2, mistakes } = await load(options2.settings);
  const sources = read3(options2.tree, { ...options2, wanted: wantsTerraform });
  const graph = buildGraph(sources.declarations);
  await loadEngines(policies2.filter(({ select: select3 }) => graph.entities(select3).length > 0));
  const judged = judge(graph, mistakes.length === 0 ? policies2 : [], {
    facts: facts.value,
    now: options2.now
  });
  const findings = worstFirst(locate(judged.findings, options2.tree, sources.declarations));
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
    leftAlone: sources.leftAlone,
    entities: graph.size,
    elapsedMilliseconds: options2.clock() - started
  };
}
async function load(settings) {
  const { facts, mistakes } = await loadFacts(settings.facts);
  const { overrides: overrides2, unresolved } = settings.configuration;
  const options2 = { vocabulary, facts, overrides: overrides2, ...unresolved === void 0 ? {} : { unresolved } };
  const loaded = await loadPolicies(settings.policies, options2);
  return {
    facts,
    policies: loaded.policies,
    mistakes: [...settings.mistakes, ...mistakes, ...loaded.mistakes]
  };
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
    init_load();
    init_read2();
    init_decide();
    init_judge();
  }
});

// src/source/disk.ts
async function diskTree(root, paths, options2 = {}) {
  const top = (0, import_node_path6.resolve)(root);
  const walk = new Walk(top, await excluder(options2.exclude ?? []));
  for (const path of paths.length === 0 ? ["."] : paths) walk.add(path);
  const files = [...walk.files].sort();
  const sizes = /* @__PURE__ */ new Map();
  let held;
  const sizeOf = (file) => {
    const { size: size2, bytes: bytes2 } = openedOnce((0, import_node_path6.join)(top, file));
    held = bytes2 === void 0 ? void 0 : { file, bytes: bytes2 };
    return size2;
  };
  return {
    files: () => files,
    size: (file) => {
      const size2 = sizes.get(file) ?? opened(file, () => sizeOf(file));
      sizes.set(file, size2);
      return size2;
    },
    bytes: (file) => held?.file === file ? held.bytes : opened(file, () => (0, import_node_fs.readFileSync)((0, import_node_path6.join)(top, file))),
    chunks: (file) => pieces(top, file),
    list: (folder) => listing((0, import_node_path6.join)(top, folder))
  };
}
async function excluder(globs) {
  if (globs.length === 0) return () => false;
  const { Minimatch } = await Promise.resolve().then(() => __toESM(require_minimatch()));
  const matchers = globs.map((glob) => {
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
  return name.startsWith(".") && !name.includes(".", 1) ? name : (0, import_node_path6.extname)(name).toLowerCase();
}
function isWithin2(path, folder) {
  return path === folder || path.startsWith(folder.endsWith(import_node_path6.sep) ? folder : folder + import_node_path6.sep);
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
function entriesOf3(full, name) {
  return opened(name === "" ? "." : name, () => (0, import_node_fs.readdirSync)(full, { withFileTypes: true }));
}
function missing(path, full) {
  let siblings = [];
  try {
    siblings = (0, import_node_fs.readdirSync)((0, import_node_path6.dirname)(full));
  } catch {
  }
  const message = `\`${path}\` does not exist${didYouMean((0, import_node_path6.basename)(full), siblings)}`;
  return new Failure("usage", message, { hint: "name files or folders that exist" });
}
function notAFile(path) {
  return new Failure("usage", `\`${path}\` is neither a file nor a folder`, {
    hint: "write what it holds to a file, and name that"
  });
}
function listing(full) {
  try {
    const entries2 = (0, import_node_fs.readdirSync)(full, { withFileTypes: true });
    const names = (wanted2) => entries2.filter(wanted2).map(({ name }) => name).sort();
    return {
      files: names(
        (entry3) => entry3.isFile() || entry3.isSymbolicLink() && statOf((0, import_node_path6.join)(full, entry3.name))?.isFile() === true
      ),
      folders: names((entry3) => entry3.isDirectory() && !pruned.has(entry3.name))
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
  const full = (0, import_node_path6.join)(top, file);
  const handle = opened(file, () => (0, import_node_fs.openSync)(full, "r"));
  try {
    const buffer = Buffer.allocUnsafe(pieceSize);
    for (; ; ) {
      const read5 = opened(file, () => (0, import_node_fs.readSync)(handle, buffer, 0, pieceSize, null));
      if (read5 === 0) return;
      yield buffer.subarray(0, read5);
    }
  } finally {
    (0, import_node_fs.closeSync)(handle);
  }
}
function opened(file, open3) {
  try {
    return open3();
  } catch (error) {
    const code2 = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Failure("unreadable", `it cannot be opened: ${reasons[code2] ?? code2.toLowerCase()}`, {
      at: { file },
      hint: "make it readable, or leave it out with `exclude`"
    });
  }
}
var import_node_fs, import_node_path6, pruned, extensions, Walk, pieceSize, reasons;
var init_disk = __esm({
  "src/source/disk.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_path6 = require("node:path");
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
      #top;
      #excluded;
      #seen = /* @__PURE__ */ new Set();
      constructor(top, excluded) {
        this.#top = top;
        this.#excluded = excluded;
      }
      add(path) {
        const full = (0, import_node_path6.resolve)(this.#top, path);
        const stat = opened(path, () => statOf(full));
        if (stat === void 0) throw missing(path, full);
        const name = this.#nameOf(full);
        if (stat.isDirectory()) this.#folder(full, name);
        else if (stat.isFile()) this.files.add(name);
        else throw notAFile(path);
      }
      #nameOf(full) {
        const path = (0, import_node_path6.relative)(this.#top, full);
        return ((0, import_node_path6.isAbsolute)(path) ? full : path).split(import_node_path6.sep).join("/");
      }
      #folder(full, name) {
        for (const entry3 of entriesOf3(full, name)) {
          const path = name === "" ? entry3.name : `${name}/${entry3.name}`;
          const child = (0, import_node_path6.join)(full, entry3.name);
          if (entry3.isSymbolicLink()) this.#link(child, path, entry3.name);
          else this.#take(child, path, entry3.name, entry3.isDirectory(), entry3.isFile());
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
        if (isWithin2(full, target) || isWithin2(realPath((0, import_node_path6.dirname)(full)) ?? full, target) || this.#seen.has(target))
          return;
        const stat = statOf(target);
        if (stat === void 0) return;
        this.#seen.add(target);
        if (this.#isReached(target, top)) return;
        this.#take(full, path, name, stat.isDirectory(), stat.isFile());
      }
      /** Whether the walk comes, or came, to a place without following links. */
      #isReached(target, top) {
        const steps = (0, import_node_path6.relative)(top, target).split(import_node_path6.sep);
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
    if (!read5.has(file)) read5.set(file, linesOf((0, import_node_path7.resolve)(folder, file), file));
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
var import_node_fs2, import_node_path7, largest2;
var init_lines2 = __esm({
  "src/source/lines.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    import_node_path7 = require("node:path");
    init_text();
    largest2 = 4 * 1024 * 1024;
  }
});

// src/policy/configuration.ts
function readConfiguration(file, text7) {
  const { source: source2, root, mistakes } = readYaml(file, text7);
  if (root === void 0 || root.kind === "scalar" && root.value === null) {
    return { configuration: noConfiguration, mistakes };
  }
  const shape = safeParse(configurationShape, plain(root));
  const all = [
    ...mistakes,
    ...root.kind === "map" ? unknownEverywhere(source2, root) : [],
    ...shapeMistakes(source2, root, shape.issues),
    ...unsupported(source2, root)
  ];
  if (root.kind !== "map" || !shape.success) return { configuration: noConfiguration, mistakes: all };
  const { output: output2 } = shape;
  const sources = policySources(source2, member2(root, "policies"));
  return {
    configuration: {
      policies: member2(root, "policies") === void 0 ? void 0 : sources.policies,
      overrides: overrides(source2, member2(root, "override")),
      exclude: output2.sources?.exclude ?? [],
      unresolved: output2.gate?.unresolved
    },
    mistakes: [...all, ...sources.mistakes]
  };
}
function unknownEverywhere(source2, root) {
  const { sources, gate: gate2, override } = configurationShape.entries;
  const each2 = member2(root, "override");
  const planned2 = root.kind === "map" ? { ...root, entries: root.entries.filter(({ key: key4 }) => key4.text !== "clusters") } : root;
  return [
    ...unknownKeys(source2, planned2, Object.keys(configurationShape.entries)),
    ...unknownKeys(source2, member2(root, "sources"), Object.keys(sources.wrapped.entries)),
    ...unknownKeys(source2, member2(root, "gate"), Object.keys(gate2.wrapped.entries)),
    ...(each2?.kind === "map" ? each2.entries : []).flatMap(
      ({ value }) => unknownKeys(source2, value, Object.keys(override.wrapped.value.entries))
    )
  ];
}
function unsupported(source2, root) {
  return ["waivers", "clusters"].flatMap((key4) => {
    const found = entry2(root, key4);
    if (found === void 0) return [];
    const at = source2.place(found.key.start, found.key.end);
    return [{ at, message: `\`${key4}\` is not supported yet; remove it, because nothing would come of it` }];
  });
}
function policySources(source2, node) {
  const mistakes = [];
  const policies2 = (node?.kind === "list" ? node.items : []).flatMap((item) => {
    if (item.kind !== "scalar") return [];
    const at = source2.place(item.start, item.end);
    if (policySets.includes(item.text)) return [{ kind: "set", name: item.text, at }];
    if (/[./]/.test(item.text)) return [{ kind: "path", name: item.text, at }];
    mistakes.push({
      at,
      message: `there is no set \`${item.text}\`; sets are ${policySets.join(", ")}, and a folder begins with \`./\``
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
        value: plain(param.value),
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
  return value?.kind === "scalar" ? words5.find((word3) => word3 === value.text) : void 0;
}
var policySets, noConfiguration;
var init_configuration2 = __esm({
  "src/policy/configuration.ts"() {
    "use strict";
    init_dist();
    init_shape();
    init_validate();
    init_yaml2();
    policySets = ["recommended", "none"];
    noConfiguration = {
      policies: void 0,
      overrides: [],
      exclude: [],
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
  const found = (0, import_node_fs3.readdirSync)(path, { recursive: true, withFileTypes: true }).filter((entry3) => entry3.isFile() && /\.ya?ml$/.test(entry3.name) && !/^facts\.ya?ml$/.test(entry3.name)).map((entry3) => `${entry3.parentPath}/${entry3.name}`.replaceAll("\\", "/"));
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
    policies: unique(sources.flatMap((source2) => policiesOf(source2, options2, prepared))),
    facts: prepared?.facts ?? factsText(options2),
    configuration,
    mistakes
  };
}
function configurationOf({ root, config }) {
  const file = config ?? usualFiles.find((usual) => (0, import_node_fs4.existsSync)((0, import_node_path8.join)(root, usual)));
  if (file === void 0) return { configuration: noConfiguration, mistakes: [] };
  if (!(0, import_node_fs4.existsSync)((0, import_node_path8.resolve)(root, file))) {
    throw new Failure("usage", `there is no configuration \`${file}\``, {
      hint: `the usual place is ${usualFiles[0]}`
    });
  }
  return readConfiguration(file, readText2((0, import_node_path8.resolve)(root, file)));
}
function asSource(name) {
  return { kind: policySets.includes(name) ? "set" : "path", name, at: { file: name } };
}
function readPrepared(file) {
  return file === void 0 || !(0, import_node_fs4.existsSync)(file) ? void 0 : JSON.parse(readText2(file));
}
function factsText({ packaged: packaged2 }) {
  return { file: "policies/facts.yaml", text: readText2((0, import_node_path8.join)(packaged2, "facts.yaml")) };
}
function policiesOf(source2, { root, packaged: packaged2 }, prepared) {
  if (source2.kind === "path") return named3(readPolicyFiles((0, import_node_path8.resolve)(root, source2.name)), (0, import_node_path8.resolve)(root), "");
  if (source2.name === "none") return [];
  return prepared?.policies ?? named3(readPolicyFiles(packaged2), packaged2, (0, import_node_path8.basename)(packaged2));
}
function named3(files, folder, label) {
  return files.map(({ file, text: text7 }) => ({
    file: (0, import_node_path8.join)(label, (0, import_node_path8.relative)(folder, file)).replaceAll("\\", "/"),
    text: text7
  }));
}
function unique(files) {
  return [...new Map(files.map((file) => [file.file, file])).values()];
}
var import_node_fs4, import_node_path8, usualFiles;
var init_settings = __esm({
  "src/policy/settings.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_node_path8 = require("node:path");
    init_failure();
    init_configuration2();
    init_folder();
    usualFiles = [".github/eks-policy-gate.yaml", ".github/eks-policy-gate.yml"];
  }
});

// src/cli/options.ts
function parse3(command, args, options2) {
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
function settingsOf(values, wanted2 = { cases: false }) {
  const { policies: policies2 = [], config } = values;
  const prepared = wanted2.cases ? {} : { prepared: (0, import_node_path9.join)(__dirname, "policies.json") };
  return readSettings({ root: process.cwd(), packaged, ...prepared, config, policies: policies2 });
}
var import_node_path9, import_node_util, policyOptions, packaged;
var init_options = __esm({
  "src/cli/options.ts"() {
    "use strict";
    import_node_path9 = require("node:path");
    import_node_util = require("node:util");
    init_failure();
    init_suggest();
    init_settings();
    policyOptions = {
      policies: { type: "string", short: "p", multiple: true },
      config: { type: "string", short: "c" }
    };
    packaged = (0, import_node_path9.join)(__dirname, "..", "policies");
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
      const text7 = `reading ${done} of ${total}  ${file.replace(new RegExp("\\P{L}(?<![\\w./-])", "gu"), "?")}`;
      stream.write(`\r\x1B[2K${text7.slice(0, Math.max(20, stream.columns - 1))}`);
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

// src/report/words.ts
function listed2(parts2) {
  const last = parts2.at(-1) ?? "";
  return parts2.length < 2 ? last : `${parts2.slice(0, -1).join(", ")} and ${last}`;
}
function firstSentence(text7) {
  const flat = text7.replace(/\s+/g, " ").trim();
  return /^.*?[^.](?<!\b(?:e\.g|i\.e|etc|vs))[.!?](?= [^a-z]|$)/u.exec(flat)?.[0] ?? flat;
}
var init_words2 = __esm({
  "src/report/words.ts"() {
    "use strict";
  }
});

// src/report/headline.ts
function told(verdict) {
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
  const { blocking, warnings, unresolved } = told(verdict);
  const beside = listed2([
    ...warnings.length > 0 ? [count3(warnings.length, "warning")] : [],
    ...unresolved.length > 0 ? [count3(unresolved.length, "open question")] : []
  ]);
  const also = beside === "" ? "" : `, with ${beside}`;
  switch (verdict.conclusion) {
    case "pass":
      return `passed${also}`;
    case "blocked":
      return `blocked by ${count3(blocking.length, "finding")}${also}`;
    case "unjudged":
      return `not judged: ${whyUnjudged(verdict)}`;
  }
}
function count3(number4, thing) {
  const many2 = thing.endsWith("y") ? `${thing.slice(0, -1)}ies` : `${thing}s`;
  return `${number4} ${number4 === 1 ? thing : many2}`;
}
function scope(verdict) {
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
  const kinds3 = Object.entries(reasons2).flatMap(([code2, reason2]) => {
    const number4 = verdict.failures.filter((failure) => failure.code === code2).length;
    return number4 === 0 ? [] : [reason2(number4)];
  });
  return kinds3.join(", ");
}
var reasons2;
var init_headline = __esm({
  "src/report/headline.ts"() {
    "use strict";
    init_visible();
    init_words2();
    reasons2 = {
      unreadable: (number4) => `${count3(number4, "file")} cannot be read`,
      policy: (number4) => `${count3(number4, "mistake")} in policies or configuration`,
      usage: (number4) => `${count3(number4, "mistake")} in how the gate was called`,
      empty: () => "nothing was there to judge"
    };
  }
});

// src/report/closing.ts
function closingCounts(verdict) {
  const { violated, unresolved, satisfied } = answers(verdict);
  const notApplicable = verdict.tally.reduce((sum4, tally) => sum4 + tally.notApplicable, 0);
  const { audited } = told(verdict);
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
  const counts2 = /* @__PURE__ */ new Map();
  for (const { format } of inputs3) counts2.set(format, (counts2.get(format) ?? 0) + 1);
  const read5 = [...counts2].map(([format, number4]) => count3(number4, nouns[format]));
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
      eksctl: "eksctl file"
    };
  }
});

// src/report/columns.ts
function columnsOf(text7) {
  let columns = 0;
  for (const character of text7)
    columns += narrow.test(character) ? 1 : zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}
function cropped(text7, from, to) {
  const first = from > 0 ? from + 1 : 0;
  const last = columnsOf(text7) > to ? to - 1 : to;
  let column = 0;
  let part = "";
  for (const character of text7) {
    const next = column + columnsOf(character);
    if (column >= first && next <= last)
      part += part === "" ? " ".repeat(column - first) + character : character;
    column = next;
  }
  return `${from > 0 ? "…" : ""}${part}${last < to ? "…" : ""}`;
}
function wrapped(text7, width2) {
  const lines2 = [];
  let line = "";
  for (const word3 of text7.split(" ")) {
    if (line !== "" && columnsOf(line) + 1 + columnsOf(word3) > width2) {
      lines2.push(line);
      line = word3;
    } else line = line === "" ? word3 : `${line} ${word3}`;
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
  const named4 = secretName.exec(line);
  if (named4 !== null) return `${line.slice(0, named4.index + named4[0].length)}…`;
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

// src/report/paint.ts
function painter(colour) {
  if (!colour) return (text7) => text7;
  return (text7, ...styles) => (0, import_node_util2.styleText)([...styles], text7, { validateStream: false });
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
  const shown3 = verdict.findings.filter(({ enforcement }) => listable.includes(enforcement));
  const sections2 = [
    ...verdict.failures.map((failure) => failureSection(failure, page)),
    ...grouped(shown3, ({ place: place2 }) => place2.file).map((findings) => fileSection(findings, page)),
    ...options2.quiet === true ? [] : [closingCounts(verdict).map((line) => page.paint(line, "dim"))],
    [answer(verdict, page.paint)]
  ];
  return `${sections2.map((section2) => section2.join("\n")).join("\n\n")}
`;
}
function failureSection(failure, page) {
  const { at, message, hint } = failure;
  return [
    ...at === void 0 ? [] : [page.paint(oneLine(showPlace(at)), "underline")],
    ...paragraph(page.paint("error: ", "red", "bold"), message, page),
    ...hint === void 0 ? [] : paragraph(page.paint("help: ", "cyan"), hint, page)
  ];
}
function grouped(findings, by) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key4 = by(finding);
    const group2 = groups.get(key4);
    if (group2 === void 0) groups.set(key4, [finding]);
    else group2.push(finding);
  }
  return [...groups.values()];
}
function fileSection(findings, page) {
  const alike = grouped(findings, ({ policy, outcome }) => `${policy.id} ${outcome}`);
  return [
    page.paint(oneLine(findings[0]?.place.file ?? ""), "underline"),
    ...withoutDoubleBlanks(alike.flatMap((group2) => alikeLines(group2, page)))
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
  const { number: number4, text: text7, mark: mark2 } = line;
  const numbers = page.paint(`${String(number4).padStart(gutter)} │`, "dim");
  if (mark2 === void 0) return [`${numbers} ${page.paint(text7, "dim")}`.trimEnd()];
  const colour = finding.enforcement === "deny" ? "red" : "yellow";
  const under = page.paint("^".repeat(mark2.length), colour, "bold");
  return [
    `${numbers} ${text7}`,
    `${page.paint(`${" ".repeat(gutter)} │`, "dim")} ${" ".repeat(mark2.start)}${under}`
  ];
}
function missingLines({ missing: missing2 }, page) {
  if (missing2.length === 0) return [];
  const reasons4 = [...new Set(missing2.map(({ reason: reason2 }) => reason2))].map((reason2) => {
    const names = missing2.filter((one3) => one3.reason === reason2).map(({ attribute }) => attribute);
    const more2 = names.length > mostNamed ? [`${names.length - mostNamed} more`] : [];
    return `${listed2([...names.slice(0, mostNamed), ...more2])} ${names.length === 1 ? "is" : "are"} ${reason2}`;
  });
  return paragraph(page.paint("to decide this: ", "cyan"), reasons4.join("; "), page);
}
function folded2(findings, page) {
  const named4 = findings.length === mostFolded + 1 ? findings : findings.slice(0, mostFolded);
  const positions2 = named4.map(positionOf2);
  const widest = Math.max(...positions2.map((position) => position.length));
  const others = findings.length - named4.length;
  return [
    `  ${page.paint(`${findings.length} more of ${findings[0]?.policy.id}`, "bold")}`,
    ...named4.map(({ resource: resource3 }, index2) => {
      const position = (positions2[index2] ?? "").padStart(widest);
      return `    ${page.paint(position, "dim")}${widest === 0 ? "" : "  "}${page.paint(oneLine(resource3), "cyan")}`;
    }),
    ...others === 0 ? [] : [`    and ${others} others`]
  ];
}
function paragraph(label, text7, page) {
  const indent = "  ";
  const bare = label.replace(/\u001B\[[\d;]*m/g, "");
  const room = page.width - indent.length;
  const lines2 = wrapped(`${"x".repeat(columnsOf(bare))}${oneLine(text7)}`, room);
  return lines2.map((line, index2) => `${indent}${index2 === 0 ? `${label}${line.slice(bare.length)}` : line}`);
}
var mostInFull, mostNamed, mostFolded;
var init_terminal = __esm({
  "src/report/terminal.ts"() {
    "use strict";
    init_place();
    init_closing();
    init_columns();
    init_visible();
    init_frame2();
    init_paint();
    init_words2();
    mostInFull = 3;
    mostNamed = 3;
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
    counts: counts(verdict),
    failures: verdict.failures.map(failurePart),
    findings: verdict.findings.map(findingPart),
    policies: policies(verdict),
    inputs: verdict.inputs.map(({ file, format, bytes: bytes2, declares }) => ({ file, format, bytes: bytes2, declares })),
    ...options2.elapsed === true ? { run: { elapsedMilliseconds: verdict.elapsedMilliseconds } } : {}
  };
  return `${JSON.stringify(report2, void 0, 2).replace(unseen, escaped)}
`;
}
function counts(verdict) {
  const { blocking, warnings, unresolved, audited } = told(verdict);
  return {
    blocking: blocking.length,
    warnings: warnings.length,
    unresolved: unresolved.length,
    audited,
    answers: { ...answers(verdict), notApplicable: sumOf(verdict, ({ notApplicable }) => notApplicable) },
    entities: verdict.entities,
    leftAlone: verdict.leftAlone
  };
}
function sumOf(verdict, of) {
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
  const { policy, outcome, severity, enforcement, concept: concept2, resource: resource3, message, missing: missing2, place: place2, refs } = finding;
  const [best] = refs;
  return {
    policy: policy.id,
    outcome,
    severity,
    enforcement,
    concept: concept2,
    resource: resource3,
    message,
    place: { ...place2 },
    ...best === void 0 ? {} : { reference: { format: best.format, owner: best.owner, path: [...best.path] } },
    missing: missing2.map(({ attribute, reason: reason2 }) => ({ attribute, reason: reason2 }))
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
function escaped(character) {
  const units = Array.from({ length: character.length }, (_, unit) => character.charCodeAt(unit));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
var unseen;
var init_json2 = __esm({
  "src/report/json.ts"() {
    "use strict";
    init_headline();
    unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
  }
});

// src/report/escape/markdown.ts
function text6(untrusted, most = 2e3) {
  return escapeText(shorten(oneLine(untrusted), most));
}
function prose(untrusted, most = 4e3) {
  return shorten(oneLine(untrusted), most).split(/(`[^`]+`)/).map((part, index2) => index2 % 2 === 1 ? code(part.slice(1, -1)) : escapeText(part)).join("");
}
function paragraphs(untrusted, most = 8e3) {
  return shorten(untrusted.replaceAll("\r\n", "\n").trim(), most).split(/\n\s*\n/).map(
    (paragraph2) => paragraph2.split(/\n(?=\s*[-*] )/).map(listLine).join("\n")
  ).join("\n\n");
}
function code(untrusted, most = 500) {
  const content = shorten(visible(untrusted.replace(/\r\n|\n|\t/g, " ")), most);
  if (content.trim() === "") return "`(empty)`";
  const fence = "`".repeat(longestRun(content) + 1);
  const room = /^[` ]|[` ]$/.test(content) ? " " : "";
  return `${fence}${room}${content}${room}${fence}`;
}
function link(label, address) {
  if (!/^https?:\/\//.test(address)) return `${label} (${text6(address)})`;
  return `[${label}](${destination(address)})`;
}
function listLine(line) {
  const item = /^\s*[-*] (.*)$/s.exec(line);
  return item === null ? prose(line) : `- ${prose(item[1] ?? "")}`;
}
function escapeText(untrusted) {
  return quiet(
    entities(untrusted).replace(/[\\`*[\]|~]/g, "\\$&").replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_").replace(/^(?=[-+=#])/, "\\").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
  );
}
function entities(untrusted) {
  return untrusted.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("$", "&#36;");
}
function quiet(escaped2) {
  return withoutEmoji(escaped2).replace(/@(?=[\p{L}\p{N}])/gu, `@${between}`).replace(/(?<!&)#(?=\d)/g, `#${between}`).replace(/(?<![\p{L}\p{N}])gh-(?=\d)/giu, (reference3) => `${reference3}${between}`).replace(/:(?=\/\/)/g, `:${between}`).replace(/(?<![\p{L}\p{N}])www(?=\.)/giu, (prefix) => `${prefix}${between}`);
}
function withoutEmoji(escaped2) {
  return escaped2.replace(
    /\S*:[\w+\\-]+:\S*/g,
    (word3) => /^\W*arn:/.test(word3) || /^[\da-f:./]+$/i.test(word3) ? word3 : word3.replace(/:(?=[\w+\\-]+:)/g, `:${between}`)
  );
}
function destination(address) {
  return encodeURI(address.replace(new RegExp("\\p{Cs}", "gu"), "�")).replace(/%25(?=[\da-f]{2})/gi, "%").replace(/[()'*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`).replace(
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

// src/report/advice.ts
function advice({ reason: reason2 }) {
  return known3.find(([words5]) => words5.test(reason2))?.[1] ?? otherwise;
}
var known3, otherwise;
var init_advice = __esm({
  "src/report/advice.ts"() {
    "use strict";
    known3 = [
      [
        /known after apply/,
        "Write the value in the configuration where it can be written, or plan again once what it depends on exists."
      ],
      [
        /another stack/,
        "Pass it as a parameter with a default instead of importing it, so that it stands in the template."
      ],
      [/stack is (created|deployed)/, "It is decided with the stack: write the value where the answer matters."],
      [/parameter without a default/, "Give the parameter a `Default` or `AllowedValues`."],
      [
        /nowhere in the template/,
        "Is its name spelled right? If so, the template that declares it has to be read too."
      ],
      [
        /in anything that was read|in the file/,
        "Let the gate read the file that declares it: add it to the paths."
      ],
      [/chosen by AWS/, "Name it, instead of leaving the choice to AWS."],
      [/secret/, "The gate does not look into secrets: this has to be looked at by a person."]
    ];
    otherwise = "Write the value where the gate can read it, or let it read the file that declares it.";
  }
});

// src/report/markdown.ts
function title(verdict) {
  const icon = { pass: "✅", blocked: "❌", unjudged: "❗" }[verdict.conclusion];
  return `### ${icon} EKS policy gate: ${text6(headline(verdict))}`;
}
function sections(verdict, context) {
  const { blocking, warnings, unresolved } = told(verdict);
  return [
    failureSection2(verdict.failures, context),
    findingSection("Blocking", blocking, context),
    findingSection("Warnings", warnings, context),
    findingSection("Unresolved", unresolved, context)
  ].filter((section2) => section2.groups.length > 0);
}
function within3(budget, all, more2) {
  const total = sum3(all.flatMap((section2) => section2.groups.map((group2) => group2.items.length)));
  const cut3 = (items) => [firstItems(all, items), items === total ? "" : more2(total - items)].filter((part) => part !== "").join("\n\n");
  return cut3(largest3(total, (items) => bytes(cut3(items)) <= budget));
}
function bytes(content) {
  return Buffer.byteLength(content, "utf8");
}
function firstItems(all, most) {
  let left = most;
  const taken = all.flatMap(({ heading, groups }) => {
    const parts2 = groups.flatMap(({ head, items, foot }) => {
      const some2 = items.slice(0, left);
      left -= some2.length;
      return some2.length === 0 ? [] : [head, some2.join("\n"), foot];
    });
    return parts2.length === 0 ? [] : [`#### ${heading}`, ...parts2];
  });
  return taken.filter((part) => part !== "").join("\n\n");
}
function largest3(most, isFine) {
  let fine = 0;
  let tooLarge = most + 1;
  let next = most;
  while (next > fine) {
    if (isFine(next)) fine = next;
    else tooLarge = next;
    next = Math.floor((fine + tooLarge) / 2);
  }
  return fine;
}
function failureSection2(failures, context) {
  if (failures.length === 0) return { heading: "", groups: [] };
  const items = failures.map((failure) => {
    const at = failure.at === void 0 ? "" : `${placeLink(failure.at, context)}: `;
    const hint = failure.hint === void 0 ? "" : `<br>${prose(failure.hint)}`;
    return `- ${at}${prose(failure.message)}${hint}`;
  });
  return { heading: "Why there is no verdict", groups: [{ head: "", items, foot: "" }] };
}
function findingSection(heading, findings, context) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key4 = `${finding.policy.id} ${finding.severity} ${finding.outcome}`;
    groups.set(key4, [...groups.get(key4) ?? [], finding]);
  }
  return { heading, groups: [...groups.values()].map((group2) => findingGroup(group2, context)) };
}
function findingGroup(findings, context) {
  const [first] = findings;
  if (first === void 0) return { head: "", items: [], foot: "" };
  const { policy } = first;
  const doubt = first.outcome === "unresolved" && first.enforcement === "deny" ? "unresolved · " : "";
  return {
    head: `**${text6(policy.title, 300)}** · ${doubt}${first.severity} · ${code(policy.id)}`,
    items: findings.map((finding) => findingItem(finding, context)),
    foot: [...fix(first), why(first)].join("\n\n")
  };
}
function findingItem(finding, context) {
  return [
    `- ${code(finding.resource)} at ${placeLink(finding.place, context)}`,
    prose(finding.message, 1e3),
    ...missingLines2(finding.missing)
  ].join("<br>");
}
function missingLines2(missing2) {
  const byReason = /* @__PURE__ */ new Map();
  for (const one3 of missing2) byReason.set(one3.reason, [...byReason.get(one3.reason) ?? [], one3]);
  return [...byReason].slice(0, 5).map(([reason2, some2]) => {
    const names = [...new Set(some2.map((one4) => one4.attribute))];
    const shown3 = names.slice(0, 5).map((name) => code(name, 200));
    const rest = names.length > 5 ? ` and ${count3(names.length - 5, "other")}` : "";
    const [one3] = some2;
    const how = one3 === void 0 ? "" : `<br>${prose(advice(one3))}`;
    return `Not known: ${shown3.join(", ")}${rest} ${names.length === 1 ? "is" : "are"} ${text6(reason2, 200)}.${how}`;
  });
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
  return /^https?:\/\/\S+$/.test(source2) ? link(text6(source2.replace(/^https?:\/\//, ""), 200), source2) : prose(source2, 500);
}
function placeLink(place2, context) {
  const label = code(place2.line === void 0 ? place2.file : `${place2.file}:${place2.line}`, 300);
  const { serverUrl, repository, headSha, isCommitted } = context;
  if (serverUrl === void 0 || repository === void 0 || headSha === void 0) return label;
  if (isCommitted !== void 0 && !isCommitted(place2.file)) return label;
  const path = place2.file.replace(new RegExp("\\p{Cs}", "gu"), "�").split("/").map(encodeURIComponent).join("/");
  return link(label, `${serverUrl}/${repository}/blob/${headSha}/${path}${lines(place2)}`);
}
function lines({ line, endLine }) {
  if (line === void 0) return "";
  return endLine === void 0 || endLine <= line ? `#L${line}` : `#L${line}-L${endLine}`;
}
function sum3(numbers) {
  return numbers.reduce((total, number4) => total + number4, 0);
}
var init_markdown2 = __esm({
  "src/report/markdown.ts"() {
    "use strict";
    init_advice();
    init_markdown();
    init_headline();
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
  const head = title(verdict);
  const foot = footer(verdict, context);
  if (isClean(verdict)) return [head, ...resolved(context), foot].join("\n\n");
  const room = commentBytes - markerBytes - bytes(head) - bytes(foot) - 8;
  return [head, within3(room, sections(verdict, context), (dropped) => more(dropped, context)), foot].join(
    "\n\n"
  );
}
function resolved({ resolved: number4 }) {
  if (number4 === void 0 || number4 === 0) return [];
  return [
    number4 === 1 ? "The finding reported here is resolved." : `All ${number4} findings reported here are resolved.`
  ];
}
function footer(verdict, context) {
  const { audited } = told(verdict);
  const parts2 = [
    scope(verdict),
    ...audited > 0 ? [`${count3(audited, "finding")} under audit, only counted`] : [],
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
  const { values, positionals } = parse3("check", args, options);
  const format = formatOf(values.format);
  const settings = settingsOf(values);
  const exclude = [...settings.configuration.exclude, ...values.exclude ?? []];
  const tree = await diskTree(process.cwd(), positionals, { exclude });
  const progress = progressLine(process.stderr);
  const verdict = await gate({
    tree,
    settings,
    now: dayOf(values.date),
    clock: () => performance.now(),
    onProgress: progress.show
  });
  progress.clear();
  const report2 = await formats[format](verdict, { quiet: values.quiet, toFile: values.output !== void 0 });
  if (values.output === void 0) process.stdout.write(report2);
  else writeReport(values.output, report2);
  return exitCode(verdict.conclusion);
}
function formatOf(name) {
  const names = Object.keys(formats);
  if (name === "terminal" || name === "json" || name === "markdown") return name;
  const meant2 = suggest(name, names);
  const hint = meant2 === void 0 ? `formats are ${names.join(", ")}` : `did you mean \`${meant2}\`?`;
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
  list: () => list3
});
async function list3(args) {
  const { values, positionals } = parse3("list", args, policyOptions);
  if (positionals[0] !== void 0) {
    throw new Failure("usage", `list takes no \`${positionals[0]}\``, {
      hint: "it lists the policies; see eks-policy-gate list --help"
    });
  }
  const { policies: policies2, mistakes } = await load(settingsOf(values));
  const width2 = Math.max(0, ...policies2.map(({ id }) => id.length));
  const families = [...new Set(policies2.map(({ family }) => family))];
  const text7 = families.map((family) => {
    const members3 = policies2.filter((policy) => policy.family === family);
    const rows = members3.map(
      ({ id, enforcement, severity, title: title2 }) => `  ${id.padEnd(width2)}  ${enforcement.padEnd(5)}  ${severity.padEnd(8)}  ${oneLine(title2)}`
    );
    return [family, ...rows].join("\n");
  });
  if (policies2.length > 0) process.stdout.write(`${text7.join("\n\n")}

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
        parameters.map((each2) => `${each2.name} = ${show2(policy.params.get(each2.name) ?? null)}: ${each2.doc}`).join("\n")
      )
    ],
    section("Sources", policy.sources.join("\n"))
  ];
  return `${parts2.join("\n\n")}
`;
}
function section(title2, text7) {
  const lines2 = text7.trim().split("\n");
  return [title2, ...lines2.map((line) => `  ${line}`.trimEnd())].join("\n");
}
function oneLine2(text7) {
  return text7.trim().replace(/\s+/g, " ");
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
  const { values, positionals } = parse3("explain", args, policyOptions);
  const [id, ...others] = positionals;
  if (id === void 0 || others.length > 0) {
    throw new Failure("usage", "explain takes the name of one policy", { hint: "see eks-policy-gate list" });
  }
  const { policies: policies2, mistakes } = await load(settingsOf(values, { cases: true }));
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
function say(text7) {
  process.stdout.write(`${text7}
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
