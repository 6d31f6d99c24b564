import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { TestSpecification, Vitest } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

const root = dirname(import.meta.dirname)

/**
 * Files that take longest although they are short, by what they took on two quiet cores. On a fresh clone Vitest begins
 * with the largest files; one of these would then be left for the end, where one core runs it and the other one waits.
 */
const SLOW: readonly string[] = [
  'tools/locks.test.ts', 'server/platform/channels/inbound/read-apart.test.ts',
  'domain/attention/never-interrupts.twin.test.ts', 'domain/asks/naive.twin.test.ts', 'domain/time/naive.twin.test.ts',
  'server/permissions/matrix.db.test.ts', 'server/kill.db.test.ts', 'server/platform/channels/crashes.db.test.ts', 'server/platform/db/embedded.db.test.ts',
  'server/mail-in/mail-in.db.test.ts', 'server/exports/exports.db.test.ts', 'server/main.db.test.ts', 'tools/bench/bench.db.test.ts', 'server/past/22-scripts-in-mails.db.test.ts',
  'server/demo/week.journey.test.ts', 'cli/daily/daily.journey.test.ts', 'server/demo/decisions.journey.test.ts', 'cli/decide/decide.journey.test.ts', 'cli/connection/connection.journey.test.ts',
  'web/decisions/decisions.browser.test.ts', 'web/rooms.browser.test.ts', 'web/threads/threads.browser.test.ts',
]

/** @throws {Error} naming those that are not there any more, so that the list stays true */
function slowFiles(): readonly string[] {
  const gone = SLOW.filter((file) => !existsSync(join(root, file)))
  if (gone.length > 0) throw new Error(`tools/slow-first.ts names files that are not there: ${gone.join(', ')}.`)
  return SLOW
}

/** The order in which test files of a project begin: those that take longest first, then as Vitest has them. */
export class SlowFirst extends BaseSequencer {
  readonly #slow: readonly string[]

  constructor(vitest: Vitest) {
    super(vitest)
    this.#slow = slowFiles()
  }

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...Map.groupBy(sorted, (file) => file.project.name).values()].flatMap((project) => project.toSorted((a, b) => this.#rank(a) - this.#rank(b)))
  }

  #rank(file: TestSpecification): number {
    const at = this.#slow.indexOf(relative(root, file.moduleId))
    return at === -1 ? this.#slow.length : at
  }
}
