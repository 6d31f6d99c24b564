import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVitest } from 'vitest/node'
import type { Mutant } from './mutants.ts'
import { mutated } from './mutants.ts'

export type Runner = {
  /** Runs these test files with a mutant in place, or with none; true when all of them pass. */
  passes(files: readonly string[], mutant: Mutant | null, only?: RegExp): Promise<boolean>
  close(): Promise<void>
}

/** How long a test may take before it counts as one that noticed: a loop that does not end is noticed too. Unit: ms. */
const PURE_TEST_MS = 20_000
const DB_TEST_MS = 60_000

/** A vitest that stays open: each run reads the files anew, with the mutant in place of what is written in one of them. */
export async function openRunner(root: string, withDatabase: boolean): Promise<Runner> {
  let active: Mutant | null = null
  const vitest = await createVitest({
    root, config: false, fsModuleCache: false, watch: false, reporters: [{}], bail: 1, maxWorkers: 1, pool: withDatabase ? 'forks' : 'threads', include: ['**/*.test.ts'], exclude: ['**/node_modules/**'],
    testTimeout: withDatabase ? DB_TEST_MS : PURE_TEST_MS, hookTimeout: DB_TEST_MS, ...(withDatabase && { globalSetup: ['./tools/database.test-kit.ts'] }),
  }, {
    logLevel: 'silent',
    plugins: [{
      name: 'a-mutant', enforce: 'pre',
      transform(_code, id) {
        if (active === null || id.split('?')[0] !== join(root, active.file)) return null
        return { code: mutated(readFileSync(join(root, active.file), 'utf8'), active), map: null }
      },
    }],
  })
  await vitest.standalone()
  return {
    async passes(files, mutant, only) {
      if (files.length === 0) return true
      active = mutant
      if (mutant) vitest.invalidateFile(join(root, mutant.file))
      if (only) vitest.setGlobalTestNamePattern(only)
      else vitest.resetGlobalTestNamePattern()
      const specifications = await vitest.globTestSpecifications([...files])
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
      if (mutant) vitest.invalidateFile(join(root, mutant.file))
      active = null
      return unhandledErrors.length === 0 && testModules.every((one) => one.ok())
    },
    close: () => vitest.close(),
  }
}
