import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { SlowFirst } from './tools/slow-first.ts'

/** Servers and command lines that tests start find here what Node made of our sources before; half of each start is that. */
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/longhand-node')

/** How long one pure test may take on a busy machine; alone, all of domain takes seconds. Unit: ms. */
const PURE_TEST_MS = 60_000

/**
 * In all projects files follow each other in one process, so that modules are loaded once for each worker and not once
 * for each file. A file that puts something in the place of a module lets go of all modules before and after
 * (`server/files/removal.db.test.ts`); spies and failpoints are taken back for it.
 * @see docs/decisions/0027-how-tests-stay-quick.md
 */
const together = { isolate: false, restoreMocks: true }

/** Pure tests: no database, no browser. */
const pure = { name: 'unit', ...together, include: ['**/*.test.ts', '**/*.test.tsx'], exclude: ['**/node_modules/**', '**/*.db.test.ts', '**/*.journey.test.ts', '**/*.browser.test.ts', '**/*.twin.test.ts', 'data/**', 'dist/**'], testTimeout: PURE_TEST_MS }

/** How long one database, journey or browser test may take on a slow machine with two cores. Unit: ms. */
const SLOW_TEST_MS = 120_000

/** How long a whole demo team may take to come to life there. Unit: ms. */
const SLOW_HOOK_MS = 240_000

/** How long a poll waits for what follows at once on an idle machine. Unit: ms. */
const POLL_MS = 30_000

function withServer(name: string, pattern: string, also: readonly string[] = []) {
  return { test: { name, ...together, include: [pattern], exclude: ['**/node_modules/**', 'data/**', 'dist/**'], testTimeout: SLOW_TEST_MS, hookTimeout: SLOW_HOOK_MS, expect: { poll: { timeout: POLL_MS } }, globalSetup: ['./tools/database.test-kit.ts', ...also] } }
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    projects: [
      { test: pure },
      { test: { name: 'twin', include: ['**/*.twin.test.ts'], exclude: ['**/node_modules/**'], testTimeout: SLOW_TEST_MS } },
      withServer('db', '**/*.db.test.ts'),
      withServer('journey', '**/*.journey.test.ts'),
      withServer('browser', '**/*.browser.test.ts', ['./tools/web.test-kit.ts']),
    ],
  },
})
