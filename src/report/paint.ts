import { styleText } from "node:util";

type Style = "bold" | "dim" | "red" | "yellow" | "blue" | "green" | "cyan" | "underline";

/** Gives a text its styles, or leaves it alone where the terminal has none. */
export type Paint = (text: string, ...styles: readonly Style[]) => string;

export function painter(colour: boolean): Paint {
  if (!colour) return (text) => text;
  return (text, ...styles) => styleText([...styles], text, { validateStream: false });
}
