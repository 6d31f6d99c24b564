import { settingRows } from '#domain/agreement/setting-words.ts'
import type { Act } from '#server/platform/act.ts'
import { versionsUpTo } from './queries.ts'
import type { Version } from './queries.ts'
import { clausesOf } from './read-text.ts'

/** How many versions are read at a time while looking back. */
const STEP = 20

/** For each clause of a version, by number, the version that last changed its words or its settings. */
export async function lastChanges(act: Pick<Act, 'tx' | 'actor'>, shown: Version): Promise<Map<number, Version>> {
  const now = clausePrints(shown)
  const found = new Map<number, Version>([...now.keys()].map((number) => [number, shown]))
  const open = new Set(now.keys())
  for (let from = shown.version - 1; from >= 1 && open.size > 0; from -= STEP) {
    for (const version of await versionsUpTo(act, from, STEP)) {
      const prints = clausePrints(version)
      for (const number of open) {
        if (prints.get(number) === now.get(number)) found.set(number, version)
        else open.delete(number)
      }
    }
  }
  return found
}

/** All that a clause says and drives, as one string to compare. */
function clausePrints({ text, settings }: Version): Map<number, string> {
  const rows = settingRows(settings)
  return new Map(clausesOf(text).map((clause) => [clause.number, JSON.stringify([clause, rows.filter((row) => row.clause === clause.number)])]))
}
