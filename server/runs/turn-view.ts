import type { InputOf } from '#contract/operation.ts'
import type { dueTurns, Turn } from '#contract/runs.ts'
import { pastDayWords } from '#domain/time/time-words.ts'
import { localDate } from '#domain/time/local.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { isSeen } from '#server/pages/public.ts'
import { namesOf } from '#server/people/public.ts'
import { wordsOf } from '#server/platform/words.ts'
import { spaceFor, visibleSpaces } from '#server/spaces/public.ts'
import { mayRun } from './queries.ts'
import type { Reading } from './queries.ts'
import { selectTurns } from './schedule-queries.ts'
import type { TurnRow } from './schedule-queries.ts'

/** Nobody has more to start at once. */
const MANY = 100

export async function viewTurns(act: Reading, rows: readonly TurnRow[]): Promise<Turn[]> {
  const names = await namesOf(act, rows.map((row) => row.person_id))
  return rows.map((row) => {
    const personName = names.get(row.person_id)?.name ?? ''
    const overdue = row.state === 'due' && row.told_again_at !== null
    const mine = row.person_id === act.actor.personId
    return {
      id: row.id, scheduleId: row.schedule_id, number: row.number, pageTitle: row.page_title, spaceId: row.space_id, spaceName: row.space_name, title: row.title, date: row.date, dueAt: row.due_at.toString(),
      personId: row.person_id, personName, state: row.state, runId: row.run_id, reason: row.reason, overdue, mine, sentence: sentenceOf(act, row, { personName, mine, overdue }),
      can: (row.state === 'due' || row.state === 'missed') && mayRun(act, row) ? ['start', 'skip'] : [],
    }
  })
}

/** Whose turn it is, or what came of it. */
function sentenceOf({ actor, now }: Reading, row: TurnRow, { personName, mine, overdue }: { personName: string; mine: boolean; overdue: boolean }): string {
  const words = wordsOf({ actor })
  const day = pastDayWords(row.date, localDate(now, actor.zone), words)
  switch (row.state) {
    case 'started': return inWords(said`The turn of ${day} was started.`, words)
    case 'missed': return inWords(said`The turn of ${day} was not started before the next one.`, words)
    case 'skipped': return inWords(said`The turn of ${day} was left out: ${row.reason}`, words)
    case 'due': return inWords(dueSaid(day, { personName, mine, overdue }), words)
  }
}

function dueSaid(day: string, { personName, mine, overdue }: { personName: string; mine: boolean; overdue: boolean }): Said {
  if (overdue) return mine ? said`The turn of ${day} was not started in time; you are to run it.` : said`The turn of ${day} was not started in time; ${personName} is to run it.`
  return mine ? said`It is your turn of ${day} to run it.` : said`It is ${personName}’s turn of ${day} to run it.`
}

/** What waits to be started: the actor's own turns, and those that nobody started in time. Index: run_turn_due. */
export async function viewDue(act: Reading, { spaceId }: InputOf<typeof dueTurns>): Promise<{ turns: Turn[] }> {
  const spaces = spaceId === undefined ? (await visibleSpaces(act)).map((space) => space.id) : [(await spaceFor(act, spaceId, 'space.see')).id]
  if (spaces.length === 0) return { turns: [] }
  const rows = await selectTurns(act).where('u.state', '=', 'due').where('e.space_id', 'in', spaces).where('e.deleted_at', 'is', null)
    .where((is) => is.or([is('u.person_id', '=', act.actor.personId), is('u.told_again_at', 'is not', null)])).orderBy('u.due_at').orderBy('u.id').limit(MANY).execute()
  return { turns: await viewTurns(act, rows.filter((row) => isSeen(act, row))) }
}
