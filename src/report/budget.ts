/** What belongs together under one heading. */
export interface Section {
  /** In Markdown; there is none where it is left out. */
  readonly heading?: string;
  /** HTML, of the line that it is folded behind; it is open where that is left out. */
  readonly fold?: string;
  readonly groups: readonly Group[];
}

/** Items with what is said of them together. */
export interface Group {
  readonly head: string;
  readonly items: readonly Item[];
  readonly foot: string;
  /** So many items are shown; the others are folded away. */
  readonly open?: number;
}

export interface Item {
  readonly text: string;
  /** How many findings it tells of. */
  readonly findings: number;
}

/**
 * The sections in so many bytes of UTF-8. What does not fit is left out as whole items, from the end, and `more` says
 * so; its own size is part of the budget.
 */
export function within(budget: number, all: readonly Section[], more: (dropped: number) => string): string {
  const items = all.flatMap((section) => section.groups.flatMap((group) => group.items));
  const cut = (kept: number) => {
    const dropped = items.slice(kept).reduce((sum, { findings }) => sum + findings, 0);
    return [firstItems(all, kept), kept === items.length ? "" : more(dropped)]
      .filter((part) => part !== "")
      .join("\n\n");
  };
  return cut(largest(items.length, (kept) => bytes(cut(kept)) <= budget));
}

/** The first lines, in no more than so many bytes. */
export function firstLines(lines: readonly string[], room: number): readonly string[] {
  let left = room;
  const tooMany = lines.findIndex((line) => {
    left -= bytes(line) + 1;
    return left < 0;
  });
  return tooMany < 0 ? lines : lines.slice(0, tooMany);
}

/** How much room a text takes where limits are counted in bytes. */
export function bytes(content: string): number {
  return Buffer.byteLength(content, "utf8");
}

/** Markdown behind a line that opens it; `summary` is HTML. */
export function folded(summary: string, content: string, isOpen: boolean = false): string {
  return `<details${isOpen ? " open" : ""}>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/** The first so many items, under the headings and with the words that belong to them. */
function firstItems(all: readonly Section[], most: number): string {
  let left = most;
  const taken = all.flatMap(({ heading, fold, groups }) => {
    const parts = groups.flatMap(({ items, ...group }) => {
      const some = items.slice(0, left);
      left -= some.length;
      return some.length === 0 ? [] : [group.head, ...shown(some, group.open), group.foot];
    });
    if (parts.length === 0) return [];
    const content = parts.filter((part) => part !== "").join("\n\n");
    return [
      ...(heading === undefined ? [] : [`#### ${heading}`]),
      fold === undefined ? content : folded(fold, content),
    ];
  });
  return taken.join("\n\n");
}

/** One more than are shown is shown too: a line that opens a line helps nobody. */
function shown(items: readonly Item[], open: number = items.length): readonly string[] {
  const first = items.length === open + 1 ? items : items.slice(0, open);
  const rest = items.slice(first.length);
  return [lines(first), ...(rest.length === 0 ? [] : [folded(`${rest.length} more`, lines(rest))])];
}

function lines(items: readonly Item[]): string {
  return items.map(({ text }) => text).join("\n");
}

/** The largest number up to `most` that is fine; when one is not, those above are not either. 0 is taken for granted. */
function largest(most: number, isFine: (number: number) => boolean): number {
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
