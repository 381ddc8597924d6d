import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Body, scanHcl } from "../../../src/source/hcl/scan.ts";
import { hclFile } from "./generated-hcl.ts";
import { type OutlinedBody, outline } from "./outline.ts";
import { treeSitter } from "./tree-sitter.ts";

let readOtherwise: (text: string) => OutlinedBody | undefined;
beforeAll(async () => {
  readOtherwise = await treeSitter();
});

const root = new URL("../../../", import.meta.url);
const files = ["test", "examples"].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:tf|tofu)$/.test(file))
    .map((file) => `${folder}/${file}`),
);
const textOf = (file: string) => readFileSync(new URL(file, root), "utf8").replace(/^\uFEFF/, "");

const odd = `
a = b ? c : d ? e : f
b=-a.b[0].c*(d+1)/-2
c = "\${a}\${"b\${c}"}\${~ {x = "}"}["x"] ~}"
d = [for k, v in {for x in y : x => z...} : "\${k}" if v != null]
e = a[*].b[0].c[d.e].f.*.g
f = a.0.b["c.d"].e
g = f(f(), [], {}, [[]], {a={}})[0].b
h = {
  a   = 1 # }
  "b" : 2, (c) = 3 // {
  "d\${e}" = { f = <<-EOT
      } \${ { a = "EOT" }["a"] }
      EOT
  }

  /* g = */ null = true
}
i = provider::a::b(c...)
j = <<EOT
EOT
k = "$\${ %%{ \\" \\\\"
l = (((1)))
m = !(a || b) && c >= d == e < f
n = (
  a # ]
  + b
  - /* ) */ c
)
o = "a%{ if b ~} c \${d} %{ else }%{ endif }"
block {}
block label "quoted" { x = 1 }
block "größe" { # {
  名前 "x" {
  }
  ü-1 = ö
  nested { deeper {
    x = "y" }
  }
}
`;

describe("HCL is read as tree-sitter reads it", () => {
  test.each(files)("in %s", (file) => {
    const text = textOf(file);
    expect(outline(text)).toEqual(readOtherwise(text));
  });

  test("where it is odd", () => {
    expect(outline(odd)).toEqual(readOtherwise(odd));
    const windows = odd.replaceAll("\n", "\r\n");
    expect(outline(windows)).toEqual(readOtherwise(windows));
  });

  test("where it is generated", () => {
    let compared = 0;
    const runs = 300;
    fc.assert(
      fc.property(hclFile, (text) => {
        const otherwise = readOtherwise(text);
        if (otherwise === undefined) return;
        compared++;
        expect(outline(text)).toEqual(otherwise);
      }),
      { seed: 20261122, numRuns: runs },
    );
    // There is HCL that tree-sitter fails to read, such as `a ? (b ? c : d) : e || -1`.
    expect(compared).toBeGreaterThan(runs * 0.9);
  });
});

describe("a file that is broken", () => {
  const texts = files.map(textOf);

  test("has all that ends before the place where it is cut off", () => {
    for (const text of [odd, ...texts]) {
      const whole = placesIn(scanHcl(text));
      for (let cut = 0; cut < text.length; cut += text === odd ? 1 : 71) {
        const left = new Set(placesIn(scanHcl(text.slice(0, cut))).map(({ place }) => place));
        const lost = whole.filter(({ end, place }) => end <= cut && !left.has(place));
        expect(lost, text.slice(0, cut)).toEqual([]);
      }
    }
  });

  test("has all blocks but the one in which a character is missing", () => {
    // Without its marker, a heredoc goes on to the next one.
    for (const text of texts.filter((text) => text.split("<<").length <= 2)) {
      const { blocks } = scanHcl(text);
      for (const [at, { header }] of blocks.entries()) {
        const others = blocks.filter((_, other) => other !== at).map(nameOf);
        const end = blocks[at + 1]?.header.start ?? text.length;
        for (let missing = header.start; missing < end - 2; missing += 23) {
          const left = new Set(scanHcl(text.slice(0, missing) + text.slice(missing + 1)).blocks.map(nameOf));
          expect(others.filter((name) => !left.has(name))).toEqual([]);
        }
      }
    }
  });
});

interface Found {
  /** Blocks and names that lead to it, and its offsets. */
  readonly place: string;
  readonly end: number;
}

function placesIn(body: Body, within = ""): readonly Found[] {
  return [
    ...[...body.attributes].map(([name, { value }]) => ({
      place: `${within}${name} ${value.start}-${value.end}`,
      end: value.end,
    })),
    ...body.blocks.flatMap((block) => placesIn(block, `${within}${nameOf(block)} ${block.header.start} / `)),
  ];
}

function nameOf({ type, labels }: { readonly type: string; readonly labels: readonly string[] }): string {
  return [type, ...labels].join(" ");
}
