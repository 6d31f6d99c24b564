import { SOON_DAYS } from '#domain/pages/reminders.ts'
import { truthSentence } from '#domain/pages/truth.ts'
import { dayNumber } from '#domain/time/dates.ts'
import { localDate } from '#domain/time/local.ts'
import { inWords, said } from '#domain/words/said.ts'
import { isSeen, selectPages, verificationOf } from '#server/pages/public.ts'
import type { PageHeadRow } from '#server/pages/public.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act, ItemSource, ItemText } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { LOOK, OWNED, REMARK, SETTLED, WRONG } from './names.ts'

type Looking = Pick<Act, 'tx' | 'actor' | 'now'>
export type Names = Awaited<ReturnType<typeof namesOf>>

/** Whether the actor is to look at a page again by now: it is theirs to mind, and its time runs out within a week, or has. */
function isToLookAt({ actor, now }: Looking, row: PageHeadRow): boolean {
  if (row.expires_on === null || (row.owner_id ?? row.verified_by) !== actor.personId) return false
  return dayNumber(row.expires_on) - dayNumber(localDate(now, actor.zone)) <= SOON_DAYS
}

/** What it asks of whoever minds the page. @example 'Look again at #141: verified by Mei on 3 March; look again by 1 June.' */
export function lookSentence({ actor, now }: Looking, row: PageHeadRow, names: Names): string {
  const words = wordsOf({ actor })
  const truth = truthSentence(verificationOf(row, names), row.version, now, words)
  const after = words.language === 'en' ? `${truth.slice(0, 1).toLowerCase()}${truth.slice(1)}` : truth
  return inWords(said`Look again at #${row.number}: ${after}`, words)
}

const item = (row: PageHeadRow, text: string, byName: string): ItemText => ({ title: row.title, text, byName, spaceName: row.space_name, number: row.number, replyId: null, replyTo: { kind: 'thread', id: row.entry_id } })

async function seenPages(act: Act, ids: readonly string[]): Promise<PageHeadRow[]> {
  if (ids.length === 0) return []
  return (await selectPages(act).where('p.entry_id', 'in', [...new Set(ids)]).execute()).filter((row) => isSeen(act, row))
}

const look: ItemSource = async (act, ids) => {
  const rows = (await seenPages(act, ids)).filter((row) => isToLookAt(act, row))
  const names = await namesOf(act, rows.flatMap((row) => row.verified_by ?? []))
  return new Map(rows.map((row) => [row.entry_id, item(row, lookSentence(act, row, names), names.get(row.verified_by ?? '')?.name ?? '')]))
}

const owned: ItemSource = async (act, ids) => {
  const rows = (await seenPages(act, ids)).filter((row) => row.owner_id === act.actor.personId)
  const names = await namesOf(act, rows.map((row) => row.edited_by))
  return new Map(rows.map((row) => [row.entry_id, item(row, inWords(said`You mind #${row.number} from now on: you are told what readers find wrong, and when it is time to look at it again.`, wordsOf(act)), names.get(row.edited_by)?.name ?? '')]))
}

const quoted = (quote: string): string => quote.split('\n').map((line) => `> ${line}`).join('\n')
const paragraphs = (...parts: readonly (string | false)[]): string => parts.filter((part) => part !== false && part !== '').join('\n\n')

/** What readers said of pages; `settled` tells who reported it that it was dealt with. */
const uses = (settled: boolean): ItemSource => async (act, ids) => {
  const rows = await act.tx.selectFrom('page_use').select(['id', 'page_id', 'person_id', 'quote', 'note', 'settled_by', 'settled_note']).where('workspace_id', '=', act.actor.workspaceId).where('id', 'in', [...ids])
    .where('settled_at', settled ? 'is not' : 'is', null).execute()
  const pages = new Map((await seenPages(act, rows.map((row) => row.page_id))).map((row) => [row.entry_id, row]))
  const names = await namesOf(act, rows.map((row) => row.settled_by ?? row.person_id))
  const words = wordsOf(act)
  return new Map(rows.flatMap((row): [string, ItemText][] => {
    const page = pages.get(row.page_id)
    const what = inWords(settled ? said`What you found wrong was dealt with.` : said`This is wrong, says somebody who used it.`, words)
    return page ? [[row.id, item(page, paragraphs(what, row.quote !== '' && quoted(row.quote), settled ? row.settled_note : row.note), names.get(row.settled_by ?? row.person_id)?.name ?? '')]] : []
  }))
}

const remarks: ItemSource = async (act, ids) => {
  const { workspaceId } = act.actor
  const rows = await act.tx.selectFrom('page_remark as r').leftJoin('page_remark as f', (join) => join.onRef('f.workspace_id', '=', 'r.workspace_id').onRef('f.id', '=', 'r.in_reply_to'))
    .select(['r.id', 'r.page_id', 'r.author_id', 'r.quote', 'r.body', 'f.quote as on_quote']).where('r.workspace_id', '=', workspaceId).where('r.id', 'in', [...ids]).execute()
  const pages = new Map((await seenPages(act, rows.map((row) => row.page_id))).map((row) => [row.entry_id, row]))
  const names = await namesOf(act, rows.map((row) => row.author_id))
  return new Map(rows.flatMap((row): [string, ItemText][] => {
    const page = pages.get(row.page_id)
    return page ? [[row.id, item(page, paragraphs(quoted(row.on_quote ?? row.quote), row.body), names.get(row.author_id)?.name ?? '')]] : []
  }))
}

/** How items of this room read, with the eyes of who is told. */
export const truthItems = { [LOOK]: look, [OWNED]: owned, [WRONG]: uses(false), [SETTLED]: uses(true), [REMARK]: remarks } satisfies Record<string, ItemSource>
