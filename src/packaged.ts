import { join } from "node:path";

/** The policies that come with the gate. The bundle stands in `dist/`, beside `policies/`. */
export const packaged = join(__dirname, "..", "policies");

/** The same, as the build prepared them: read at once, and without their cases. */
export const prepared = join(__dirname, "policies.json");
