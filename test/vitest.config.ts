import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    // Vitest keeps one core for itself, which is half of a small machine.
    maxWorkers: availableParallelism(),
  },
});
