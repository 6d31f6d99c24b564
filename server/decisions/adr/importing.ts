import type { Act } from '#server/platform/act.ts'
import type { Space } from '#server/spaces/public.ts'
import type { Person } from './people.ts'
import type { AdrNote, AdrRecord } from './record.ts'
import type { Shelved } from './shelf.ts'

/** What came of one file; `state` is null where it is no decision. */
export type Outcome = { path: string; format: string; title: string; state: Shelved['state'] | null; number: number | null; unchanged: boolean; notes: AdrNote[] }
/** One import; the shelf grows with what comes. */
export type Importing = { act: Act; space: Space; people: readonly Person[]; shelf: Shelved[]; dryRun: boolean }

export const outcomeOf = (record: AdrRecord, more: Partial<Outcome>): Outcome => ({
  path: record.path, format: record.format, title: record.content.title, state: record.state, number: null, unchanged: false, ...more, notes: [...record.notes, ...more.notes ?? []],
})
