import { DEFAULT_CLAUSES } from '#domain/attention/types.ts'
import type { Reader } from '#domain/attention/types.ts'
import type { AttentionSettings } from '#contract/attention.ts'
import type { z } from 'zod'
import type { WorkCalendar } from '#domain/time/types.ts'
import { calendarsOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { kept } from '#server/platform/kept.ts'
import type { Kept } from '#server/platform/kept.ts'
import { blocksOf, windowChoices } from './choices.ts'
import { peopleToPlan } from './queries.ts'

type Looker = Pick<Act, 'tx' | 'actor' | 'now'> & { kept?: Kept }
export type Choices = z.output<typeof AttentionSettings>

/** A reader as the planner sees them, with what the channels need. */
export type KnownReader = Reader & { personId: string; name: string; zone: string; locale: string; choices: Choices }

/** Somebody who has not chosen: the windows of `DEFAULT_WINDOWS`, a digest at its start, and mail for what asks something of them. */
const DEFAULT_CHOICES: Choices = {
  windows: ['shift-start', 'midday', 'focus-end', 'before-wrap'], digest: 'daily', digestAt: null, channels: { mail: 'all', push: 'obligations' },
}

/** Readers by id, however many: calendars, focus, windows and channels. Ids of nobody are left out. */
export async function readersOf(act: Looker, personIds: readonly string[]): Promise<Map<string, KnownReader>> {
  const ids = [...new Set(personIds)]
  return ids.length === 0 ? new Map() : kept(act, 'reader', ids, (some) => loadReaders(act, some))
}

async function loadReaders(act: Looker, ids: readonly string[]): Promise<Map<string, KnownReader>> {
  const [people, calendars] = await Promise.all([peopleToPlan(act, ids), calendarsOf(act, ids)])
  return new Map(people.map(({ id, name, zone, locale, active, choices: chosen, blocks }) => {
    const choices = chosen ?? DEFAULT_CHOICES
    const calendar = calendars.get(id) ?? NO_HOURS
    return [id, {
      personId: id, name, zone, locale, choices, calendar, active, clauses: DEFAULT_CLAUSES,
      focus: blocksOf(blocks), windows: windowChoices(choices.windows),
      digest: { every: choices.digest === 'weekly' ? 'week' : 'day', time: choices.digestAt },
    }]
  }))
}

export async function readerOf(act: Looker, personId: string): Promise<KnownReader> {
  const reader = (await readersOf(act, [personId])).get(personId)
  if (!reader) throw new Error(`There is no person ${personId} to plan for.`)
  return reader
}

const NO_HOURS: WorkCalendar = { periods: [], holidays: new Set(), absences: [], given: new Set(), taken: [] }
