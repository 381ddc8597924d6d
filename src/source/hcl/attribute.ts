import { parseJsonExpression } from "./json-expression.ts";
import { parseExpression } from "./parse.ts";
import type { Attribute } from "./scan.ts";
import type { Expression } from "./syntax.ts";

/** What an attribute is set to, in a `.tf` file or in a `.tf.json` file. */
export function attributeExpression(text: string, { value, json }: Attribute): Expression {
  return json === true ? parseJsonExpression(text, value) : parseExpression(text, value);
}
