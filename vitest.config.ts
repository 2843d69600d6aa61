import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/e2e/**"],
          // A busy machine is no failure: nothing here is timed, the limit only ends what hangs.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "main-job",
          include: ["tests/e2e/main-job.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          exclude: ["tests/e2e/main-job.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Two cores: one browser at a time gives steadier timing than four at once.
          fileParallelism: false,
        },
      },
    ],
  },
});
