import type { Declaration } from "../declaration.ts";

/**
 * What the resources of a plan are before it is applied, by their addresses of after it. Data that was read while
 * planning is as it is; data that waits for the apply is left out, for nobody knows what it was.
 */
export function beforeApply(planned: readonly Declaration[]): readonly Declaration[] {
  return planned.flatMap((declaration): readonly Declaration[] => {
    const { format, type, owner, file, mode, change, before } = declaration;
    if (change === "declared" || (mode === "data" && change === "none")) return [declaration];
    if (before === undefined) return [];
    return [
      {
        ...{ format, type, owner, file, mode, before },
        change: "none",
        root: before,
        get provider() {
          return declaration.provider;
        },
      },
    ];
  });
}
