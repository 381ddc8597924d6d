import type { FunctionDeclaration } from "../signature.ts";
import { conversionFunctions } from "./conversions.ts";
import { dateFunctions } from "./dates.ts";
import { listFunctions } from "./lists.ts";
import { networkFunctions } from "./network.ts";
import { patternFunctions } from "./patterns.ts";
import { quantityFunctions } from "./quantity.ts";
import { setFunctions } from "./sets.ts";
import { stringFunctions } from "./strings.ts";
import { versionFunctions } from "./version.ts";

/** Every function of the language, with the sentence that the authors' page shows. */
export const standardFunctions: readonly FunctionDeclaration[] = [
  ...stringFunctions,
  ...patternFunctions,
  ...conversionFunctions,
  ...listFunctions,
  ...setFunctions,
  ...networkFunctions,
  ...quantityFunctions,
  ...versionFunctions,
  ...dateFunctions,
];
