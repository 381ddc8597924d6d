import { afterEach, describe, expect, test } from "vitest";
import { connect } from "../../src/github/api.ts";
import { type CommentRequest, keepComment } from "../../src/github/comment.ts";
import { commentId, digest, readMarker, withMarker } from "../../src/github/marker.ts";
import type { Clock } from "../../src/github/patience.ts";
import {
  type Fault,
  type GitHub,
  type GitHubOptions,
  type SeenRequest,
  startGitHub,
  token,
} from "../action/github.ts";
import { botName, repository } from "../action/identities.ts";

const head = "a".repeat(40);
const id = commentId("Plan", "gate", "");
const servers: GitHub[] = [];

afterEach(async () => {
  for (const github of servers.splice(0)) {
    await github.close();
    expect(github.mistakes).toEqual([]);
  }
});

async function start(options: Partial<GitHubOptions> = {}): Promise<GitHub> {
  const github = await startGitHub({ head, number: 7, ...options });
  servers.push(github);
  return github;
}

/** A clock on which waiting takes no time, and which remembers for how long was waited. */
function quickClock() {
  let time = 1_800_000_000_000;
  const waits: number[] = [];
  const clock: Clock = {
    now: () => time,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
  };
  return { clock, waits };
}

function request(more: Partial<CommentRequest> = {}): CommentRequest {
  return {
    id,
    head,
    run: 10,
    attempt: 1,
    speaks: true,
    findings: 2,
    always: false,
    render: (resolved) => (resolved > 0 ? `clean, ${resolved} resolved` : "two findings"),
    ...more,
  };
}

async function keep(github: GitHub, more: Partial<CommentRequest> = {}, time = quickClock()) {
  const [owner = "", repo = ""] = repository.split("/");
  const patience = { clock: time.clock, deadline: time.clock.now() + 60_000, perRequest: 300 };
  const api = await connect({ token, apiUrl: github.url, owner, repo, pullNumber: 7, patience });
  return keepComment(api, request(more), time.clock);
}

function comment(text: string, more: { readonly run?: number; readonly attempt?: number } = {}): string {
  return withMarker({ id, head, run: 9, attempt: 1, told: 2, ...more, digest: digest(text) }, text);
}

function sent(github: GitHub, method: string): readonly SeenRequest[] {
  return github.requests.filter((one) => one.method === method && one.path !== "/graphql");
}

/** The fault for the first so many requests that fit. */
function first(times: number, method: string, fault: Fault): GitHubOptions["fault"] {
  return (now, earlier) =>
    now.method === method && now.path !== "/graphql" && sentSoFar(earlier, method) < times
      ? fault
      : undefined;
}

function sentSoFar(earlier: readonly SeenRequest[], method: string): number {
  return earlier.filter((one) => one.method === method && one.path !== "/graphql").length;
}

describe("the one comment", () => {
  test("is found on the last page, although pages are shorter than asked for", async () => {
    const github = await start({ pageSize: 3 });
    for (let index = 0; index < 10; index++)
      github.addComment({ body: `comment ${index}`, author: "somebody" });
    github.addComment({ body: comment("old"), author: botName });
    expect(await keep(github)).toBe("updated");
    expect(github.comments).toHaveLength(11);
    expect(github.comments.at(-1)?.body).toContain("two findings");
  });

  test("is told apart by workflow, job and key", async () => {
    const github = await start();
    await keep(github);
    await keep(github, { id: commentId("Plan", "gate", "eu-west-1") });
    expect(github.comments).toHaveLength(2);
  });

  test("is mended after an edit by hand", async () => {
    const github = await start();
    github.addComment({
      body: comment("two findings").replace("two findings", "nothing to see"),
      author: botName,
    });
    expect(await keep(github)).toBe("updated");
    expect(github.comments[0]?.body).toContain("two findings");
  });

  test("is not rewritten for what a browser does to line ends", async () => {
    const github = await start();
    const text = "one\ntwo";
    github.addComment({ body: `${comment(text).replaceAll("\n", "\r\n")}\r\n`, author: botName });
    expect(await keep(github, { render: () => text })).toBe("unchanged");
  });

  test("is not rewritten for the link to another run alone", async () => {
    const github = await start();
    const text = (run: number) => `two findings, see https://github.com/a/b/actions/runs/${run}`;
    github.addComment({ body: comment(text(9)), author: botName });
    expect(await keep(github, { render: () => text(10) })).toBe("unchanged");
  });

  test("remembers how many findings there were, also when it has been clean for long", async () => {
    const github = await start();
    github.addComment({ body: comment("old"), author: botName });
    const clean = { speaks: false, findings: 0 };
    expect(await keep(github, clean)).toBe("updated");
    expect(await keep(github, { ...clean, run: 11 })).toBe("unchanged");
    expect(github.comments[0]?.body).toContain("clean, 2 resolved");
  });

  test("is recognised by a token that cannot say whose it is", async () => {
    const github = await start({ fault: ({ path }) => (path === "/graphql" ? { status: 403 } : undefined) });
    github.addComment({ body: comment("copied"), author: "somebody" });
    github.addComment({ body: comment("copied"), author: "no-app[bot]" });
    github.addComment({ body: comment("old"), author: "an-app[bot]", viaApp: true });
    expect(await keep(github)).toBe("updated");
    expect(github.comments.map(({ edits }) => edits)).toEqual([0, 0, 1]);
  });

  test("belongs to the app whose token it is", async () => {
    const github = await start({ viewer: "other-app[bot]" });
    github.addComment({ body: comment("old"), author: botName });
    github.addComment({ body: comment("old"), author: "other-app[bot]", viaApp: true });
    expect(await keep(github)).toBe("updated");
    expect(github.comments.map(({ edits }) => edits)).toEqual([0, 1]);
  });
});

describe("a second comment that a cancelled run left", () => {
  test("goes with the next run", async () => {
    const github = await start();
    github.addComment({ body: comment("first"), author: botName });
    github.addComment({ body: comment("again"), author: botName });
    github.addComment({ body: comment("copied"), author: "somebody" });
    expect(await keep(github)).toBe("updated");
    expect(github.comments.map(({ body }) => body.split("\n")[1])).toEqual(["two findings", "copied"]);
  });

  test("stays where a newer run wrote it, and so does the first", async () => {
    const github = await start();
    github.addComment({ body: comment("first"), author: botName });
    github.addComment({ body: comment("newer", { run: 11 }), author: botName });
    expect(await keep(github)).toBe("superseded");
    expect(github.comments).toHaveLength(2);
  });
});

describe("two runs at once", () => {
  test.each([
    { run: 11, attempt: 1 },
    { run: 10, attempt: 2 },
  ])("the older one does not overwrite the newer ($run, attempt $attempt)", async (newer) => {
    const github = await start();
    github.addComment({ body: comment("newer", newer), author: botName });
    expect(await keep(github)).toBe("superseded");
    expect(github.comments[0]?.body).toContain("newer");
  });

  test("a run for a commit that is no longer the last says nothing", async () => {
    const github = await start({ head: "b".repeat(40) });
    expect(await keep(github)).toBe("superseded");
    github.addComment({ body: comment("old"), author: botName });
    expect(await keep(github)).toBe("superseded");
    expect(sent(github, "POST").length + sent(github, "PATCH").length).toBe(0);
  });

  test("that both create a comment leave the oldest, with what the newer run says", async () => {
    const rival = (github: GitHub) =>
      github.addComment({ body: comment("older run"), author: botName, viaApp: true });
    const github = await start({ fault: first(1, "POST", { also: rival }) });
    expect(await keep(github)).toBe("updated");
    expect(github.comments.map(({ body }) => body.split("\n")[1])).toEqual(["two findings"]);
    expect(sent(github, "DELETE")).toHaveLength(1);
  });

  test("that both create a comment agree whichever looks first", async () => {
    const rival = (github: GitHub) => {
      github.addComment({ body: comment("younger"), author: botName, viaApp: true });
      github.addComment({ body: comment("copied"), author: "somebody" });
    };
    const afterPost: GitHubOptions["fault"] = ({ method, path }, earlier) =>
      method === "GET" && path.endsWith("/comments") && sentSoFar(earlier, "POST") === 1
        ? { also: rival }
        : undefined;
    const github = await start({ fault: afterPost });
    expect(await keep(github)).toBe("created");
    expect(github.comments.map(({ body }) => body.split("\n")[1])).toEqual(["two findings", "copied"]);
  });
});

describe("a request that fails", () => {
  test("is repeated where that does no harm", async () => {
    const github = await start({ fault: first(2, "GET", { status: 503 }) });
    expect(await keep(github)).toBe("created");
    expect(github.comments).toHaveLength(1);
  });

  test("waits as long as GitHub asks", async () => {
    const github = await start({ fault: first(1, "POST", { status: 429, headers: { "retry-after": "7" } }) });
    const time = quickClock();
    expect(await keep(github, {}, time)).toBe("created");
    expect(time.waits).toEqual([7_000]);
    expect(github.comments).toHaveLength(1);
  });

  test("waits for the limit to be lifted", async () => {
    const time = quickClock();
    const reset = String(Math.floor(time.clock.now() / 1_000) + 20);
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset };
    const github = await start({ fault: first(1, "GET", { status: 403, headers }) });
    expect(await keep(github, {}, time)).toBe("created");
    expect(time.waits).toEqual([20_000]);
  });

  test("is given up where waiting would take longer than a minute", async () => {
    const github = await start({
      fault: first(9, "GET", { status: 429, headers: { "retry-after": "3600" } }),
    });
    const time = quickClock();
    await expect(keep(github, {}, time)).rejects.toMatchObject({ status: 429 });
    expect(time.waits).toEqual([]);
  });

  test.each([401, 403, 404, 422])("is not repeated after a plain refusal (%i)", async (status) => {
    const github = await start({ fault: first(9, "POST", { status }) });
    await expect(keep(github)).rejects.toMatchObject({ status });
    expect(sent(github, "POST")).toHaveLength(1);
    expect(github.comments).toEqual([]);
  });

  test("leaves no second comment where the first was stored and never confirmed", async () => {
    const github = await start({ fault: first(1, "POST", { hang: true, stored: true }) });
    expect(await keep(github)).toBe("created");
    expect(sent(github, "POST")).toHaveLength(1);
    expect(github.comments).toHaveLength(1);
  });

  test("is sent once more where the list says that nothing was stored", async () => {
    const github = await start({ fault: first(1, "POST", { status: 502 }) });
    expect(await keep(github)).toBe("created");
    expect(sent(github, "POST")).toHaveLength(2);
    expect(github.comments).toHaveLength(1);
  });

  test("on a page of the list creates nothing", async () => {
    const github = await start({
      pageSize: 2,
      fault: ({ method, path }, earlier) =>
        method === "GET" && path.endsWith("/comments") && sentSoFar(earlier, "GET") > 0
          ? { status: 500 }
          : undefined,
    });
    for (let index = 0; index < 5; index++) github.addComment({ body: "x", author: "somebody" });
    await expect(keep(github)).rejects.toMatchObject({ status: 500 });
    expect(sent(github, "POST")).toEqual([]);
  });
});

describe("the marker", () => {
  test("reads as it was written", () => {
    const marker = { id, head, run: 12_345_678_901, attempt: 3, digest: digest("text"), told: 4 };
    expect(readMarker(withMarker(marker, "text\n<!-- more -->"))).toEqual({
      marker,
      text: "text\n<!-- more -->",
    });
  });

  test.each([
    "",
    "text",
    `text\n${comment("x")}`,
    "<!-- eks-policy-gate:v2 id=1 -->\nx",
    "<!-- eks-policy-gate:v1 id=1",
  ])("is not found in %j", (body) => {
    expect(readMarker(body)).toBeUndefined();
  });
});
