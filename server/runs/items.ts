import { runStatus } from '#domain/runs/words.ts'
import { inWords, said } from '#domain/words/said.ts'
import { isSeen } from '#server/pages/public.ts'
import { namesOf } from '#server/people/public.ts'
import type { ItemSource, ItemText } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { HANDED, TURN } from './names.ts'
import { selectRuns } from './queries.ts'
import { selectTurns } from './schedule-queries.ts'
import { viewTurns } from './turn-view.ts'

/** A run that the reader has in hand, for as long as they have. */
const handed: ItemSource = async (act, ids) => {
  const rows = (await selectRuns(act).where('r.id', 'in', [...ids]).where('r.state', '=', 'running').where('r.holder_id', '=', act.actor.personId).execute()).filter((row) => isSeen(act, row))
  const names = await namesOf(act, rows.flatMap((row) => [row.started_by, row.holder_id]))
  return new Map(rows.map((row): [string, ItemText] => {
    const status = runStatus({ state: row.state, steps: Number(row.steps), done: Number(row.done), skipped: Number(row.skipped), holderName: names.get(row.holder_id)?.name ?? '', startedAt: row.started_at, endedAt: null, endedByName: null }, { zone: act.actor.zone, now: act.now, words: wordsOf(act) })
    const text = [inWords(said`The run of #${row.number} is in your hands: ${status}`, wordsOf(act)), row.why, `/${row.number}/runs/${row.id}`].filter((part) => part !== '').join('\n\n')
    return [row.id, { title: row.title, text, byName: names.get(row.started_by)?.name ?? '', spaceName: row.space_name, number: row.number, replyId: null, replyTo: { kind: 'thread', id: row.page_id } }]
  }))
}

/** A turn that is the reader's, until it was started or left out. */
const turns: ItemSource = async (act, ids) => {
  const rows = (await selectTurns(act).where('u.id', 'in', [...ids]).where('u.state', '=', 'due').where('u.person_id', '=', act.actor.personId).where('e.deleted_at', 'is', null).execute()).filter((row) => isSeen(act, row))
  const [names, views] = [await namesOf(act, rows.map((row) => row.created_by)), await viewTurns(act, rows)]
  return new Map(rows.map((row, at): [string, ItemText] => [row.id, {
    title: row.title, text: `${views[at]?.sentence ?? ''}\n\n${inWords(said`Start it on #${row.number}.`, wordsOf(act))}`, byName: names.get(row.created_by)?.name ?? '', spaceName: row.space_name, number: row.number, replyId: null, replyTo: { kind: 'thread', id: row.page_id },
  }]))
}

/** How items of this room read, with the eyes of who is told. */
export const runItems = { [HANDED]: handed, [TURN]: turns } satisfies Record<string, ItemSource>
