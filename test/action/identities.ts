import { payload } from "./events.ts";

export const repository = "octo-org/infrastructure";
export const botName = "github-actions[bot]";

/** A user as GitHub shows one. */
export function user(login: string): object {
  const { user: example } = payload("pull_request", "opened").pull_request;
  return { ...example, login, type: login.endsWith("[bot]") ? "Bot" : "User" };
}
