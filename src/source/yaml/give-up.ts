/** Thrown by the quick reader where it cannot be sure; nobody but it ever sees it. */
export const gaveUp = new Error("not ordinary YAML");

export function giveUp(): never {
  throw gaveUp;
}
