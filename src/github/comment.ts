import type { Api, Comment } from "./api.ts";
import { plainLogin } from "./login.ts";
import { digest, isNewer, type Marker, readMarker, withMarker } from "./marker.ts";
import { type Clock, refusalOf } from "./patience.ts";

/** What this run has to say, and as which run it says it. */
export interface CommentRequest {
  readonly id: string;
  readonly head: string;
  readonly run: number;
  readonly attempt: number;
  /** Whether there is anything to tell; otherwise the comment is short. */
  readonly speaks: boolean;
  /** How many findings it tells of. */
  readonly findings: number;
  /** Whether a pull request that has no comment gets one for a clean verdict. */
  readonly always: boolean;
  /** The comment's text; for a clean verdict, with how many findings are resolved. */
  readonly render: (resolved: number) => string;
}

/**
 * - `unchanged`: it says already what there is to say
 * - `unneeded`: there is nothing to say, and nothing was ever said
 * - `superseded`: a later run or commit speaks for the pull request
 */
export type CommentOutcome = "created" | "updated" | "unchanged" | "unneeded" | "superseded";

/**
 * Keeps the one comment of this workflow, job and key current: created once, edited in place, never repeated.
 * Throws what the requests throw; a comment is never created unless the list of comments was read.
 */
export async function keepComment(api: Api, request: CommentRequest, clock: Clock): Promise<CommentOutcome> {
  const [existing, ...repeated] = await ownComments(api, request.id);
  if (existing !== undefined) {
    if (repeated.some(({ marker }) => isNewer(marker, request))) return "superseded";
    const outcome = await revise(api, existing, request);
    // A run that was cancelled at the wrong moment has left them.
    for (const { comment } of repeated) await deleteIfThere(api, comment.id);
    return outcome;
  }
  if (!request.speaks && !request.always) return "unneeded";
  if ((await api.headSha()) !== request.head) return "superseded";
  return create(api, request, clock);
}

interface OwnComment {
  readonly comment: Comment;
  readonly marker: Marker;
  readonly text: string;
}

async function revise(api: Api, existing: OwnComment, request: CommentRequest): Promise<CommentOutcome> {
  const marker = markerOf(request, existing.marker);
  const text = request.render(resolvedBy(request, marker));
  const next = { ...marker, digest: digest(text) };
  if (isNewer(existing.marker, next)) return "superseded";
  // The digest of what is there is taken again, so that an edit by hand does not last.
  if (existing.marker.digest === next.digest && digest(existing.text) === next.digest) return "unchanged";
  if ((await api.headSha()) !== request.head) return "superseded";
  await api.updateComment(existing.comment.id, withMarker(next, text));
  return "updated";
}

async function create(api: Api, request: CommentRequest, clock: Clock): Promise<CommentOutcome> {
  const marker = markerOf(request, undefined);
  const text = request.render(resolvedBy(request, marker));
  const body = withMarker({ ...marker, digest: digest(text) }, text);
  try {
    return await onlyOne(api, await api.createComment(body), request);
  } catch (error) {
    // It may stand there although the answer was an error. Only the list can tell.
    if (!mayHaveHappened(error)) throw error;
    await clock.sleep(1_000);
    const stored = (await ownComments(api, request.id))[0];
    if (stored === undefined) return onlyOne(api, await api.createComment(body), request);
    const outcome = await revise(api, stored, request);
    return outcome === "unchanged" ? "created" : outcome;
  }
}

/** Another run may have created its comment at the same moment. The oldest stays, and says what the later run says. */
async function onlyOne(api: Api, created: Comment, request: CommentRequest): Promise<CommentOutcome> {
  const own = (await api.listComments()).flatMap((comment) =>
    comment.author === created.author ? withId(comment, request.id) : [],
  );
  const oldest = own.reduce<OwnComment | undefined>(
    (first, next) => (first === undefined || next.comment.id < first.comment.id ? next : first),
    undefined,
  );
  if (oldest === undefined || oldest.comment.id === created.id) {
    for (const { comment } of own) if (comment.id > created.id) await deleteIfThere(api, comment.id);
    return "created";
  }
  const outcome = await revise(api, oldest, request);
  await deleteIfThere(api, created.id);
  return outcome;
}

/** Oldest first. Whoever copies the marker into a comment of theirs does not make it ours. */
async function ownComments(api: Api, id: string): Promise<readonly OwnComment[]> {
  const marked = (await api.listComments()).flatMap((comment) => withId(comment, id));
  if (marked.length === 0) return [];
  const isOwn = await authorship(api);
  return marked.filter(({ comment }) => isOwn(comment)).sort((a, b) => a.comment.id - b.comment.id);
}

function withId(comment: Comment, id: string): readonly OwnComment[] {
  const read = readMarker(comment.body);
  return read === undefined || read.marker.id !== id ? [] : [{ comment, ...read }];
}

/** An app's token may not know its own name; then only what an app wrote can be its own. */
async function authorship(api: Api): Promise<(comment: Comment) => boolean> {
  try {
    const viewer = plainLogin(await api.viewer());
    return ({ author }) => author !== undefined && plainLogin(author) === viewer;
  } catch {
    return ({ isBot, viaApp }) => isBot && viaApp;
  }
}

function markerOf(request: CommentRequest, previous: Marker | undefined): Marker {
  const { id, head, run, attempt, speaks, findings } = request;
  return { id, head, run, attempt, digest: "", told: speaks ? findings : (previous?.told ?? 0) };
}

function resolvedBy(request: CommentRequest, marker: Marker): number {
  return request.speaks ? 0 : marker.told;
}

function mayHaveHappened(error: unknown): boolean {
  const { status } = refusalOf(error);
  return status === 0 || status >= 500;
}

async function deleteIfThere(api: Api, id: number): Promise<void> {
  try {
    await api.deleteComment(id);
  } catch (error) {
    if (refusalOf(error).status !== 404) throw error;
  }
}
