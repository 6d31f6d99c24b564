import type { dropFaq, faqCandidates, FaqCandidate, faqOf, keepFaq } from '#contract/faq.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { areAlike } from '#domain/answers/alike.ts'
import { FAQ_TITLE, faqSection, withSection } from '#domain/answers/faq-page.ts'
import { Refusal } from '#domain/refusal.ts'
import { inWords, said } from '#domain/words/said.ts'
import { dateWords } from '#domain/time/time-words.ts'
import { entryByNumber } from '#server/entries/public.ts'
import { changed, insertPage, pageFor, pageForChange, pagesOfKind, saveText } from '#server/pages/public.ts'
import type { Act, Listener, TimerHandler } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { languageOf, lexemesIn, tellingWords, tsquery } from '#server/search/public.ts'
import { spaceFor, visibleSpaces } from '#server/spaces/public.ts'
import { answeredLike, selectAnswered } from './faq-queries.ts'
import type { AnsweredRow } from './faq-queries.ts'

/** Most candidates that are shown: the newest. */
const SHOWN_MAX = 50
const COMPARE = 'faq.compare'

/** An ask was settled: whether it was asked before is looked at right after. */
export const onSettled: Listener = async (act, { payload }) => {
  const entryId = payload?.['entryId']
  if (typeof entryId === 'string') await act.timer({ kind: COMPARE, key: entryId, at: act.now, payload: { entryId } })
}

/** Makes an ask a candidate for the FAQ when one that was answered before, in the same space, asks the same in other words. */
const compare: TimerHandler = async (act, { entryId = '' }) => {
  const ask = await selectAnswered(act).where('a.entry_id', '=', entryId).executeTakeFirst()
  if (!ask) return
  const language = await languageOf(act)
  const words = await tellingWords(act, language, wordsIn(ask.title))
  const lexemes = await lexemesIn(act, language, words.join(' '))
  if (lexemes.length === 0) return
  for (const other of await answeredLike(act, ask, tsquery(lexemes.map((lexeme) => [lexeme])))) {
    if (!areAlike(words, await tellingWords(act, language, wordsIn(other.title)))) continue
    await act.tx.insertInto('faq_candidate').values({ workspace_id: act.actor.workspaceId, ask_id: ask.entry_id, like_id: other.entry_id, at: act.now, settled: null, settled_by: null, settled_at: null })
      .onConflict((row) => row.doNothing()).execute()
    return act.emit({ kind: 'faq.changed', spaceId: ask.space_id, payload: { entryId } }).then(() => undefined)
  }
}
export const faqTimers = { [COMPARE]: compare }

const wordsIn = (title: string): string[] => title.toLowerCase().split(/[^\p{L}\p{N}_.-]+/u).filter(Boolean)

/** Asks that were answered twice and of which nobody has said what becomes of them, newest first. */
export async function candidates(act: Act, { spaceId }: InputOf<typeof faqCandidates>): Promise<OutputOf<typeof faqCandidates>> {
  const spaceIds = spaceId === undefined ? (await visibleSpaces(act)).map(({ id }) => id) : [(await spaceFor(act, spaceId, 'space.see')).id]
  const rows = await act.tx.selectFrom('faq_candidate').select(['ask_id', 'like_id']).where('workspace_id', '=', act.actor.workspaceId).where('settled', 'is', null).orderBy('at', 'desc').orderBy('ask_id').execute()
  const ids = rows.flatMap(({ ask_id, like_id }) => [ask_id, like_id])
  const asks = new Map(ids.length === 0 || spaceIds.length === 0 ? [] : (await selectAnswered(act).where('a.entry_id', 'in', ids).where('s.id', 'in', spaceIds).execute()).map((row) => [row.entry_id, row] as const))
  const items = rows.flatMap(({ ask_id, like_id }): FaqCandidate[] => {
    const [ask, like] = [asks.get(ask_id), asks.get(like_id)]
    return ask && like ? [{ ...head(ask), spaceId: ask.space_id, spaceName: ask.space_name, answer: ask.answer, answeredByName: ask.answered_by_name, like: head(like) }] : []
  }).slice(0, SHOWN_MAX)
  return { items, sentence: inWords(items.length === 0 ? said`Nothing was asked and answered twice.` : items.length === 1 ? said`One ask was answered twice.` : said`${items.length} asks were answered twice.`, wordsOf(act)) }
}

const head = ({ number, title, answered_at }: AnsweredRow) => ({ number, title, answeredAt: answered_at.toString() })

/** Keeps an answered ask in the FAQ of its space. @throws {Refusal} `conflict` for one that stands there, `bad_input` for one without an answer */
export async function keep(act: Act, { number, question, answer }: InputOf<typeof keepFaq>): Promise<OutputOf<typeof keepFaq>> {
  const entry = await entryByNumber(act, number)
  const ask = await selectAnswered(act).where('a.entry_id', '=', entry.id).executeTakeFirst()
  if (!ask) throw new Refusal('bad_input', said`#${number} is no ask that was answered.`, said`Keep it once it is answered, or write a page.`)
  const space = await spaceFor(act, ask.space_id, 'space.write')
  await act.tx.selectFrom('space').select('id').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', space.id).forNoKeyUpdate().executeTakeFirst()
  await checkNotKept(act, ask)
  const asked = (question ?? ask.title).trim()
  const on = ask.answered_at.toZonedDateTimeISO(act.actor.zone).toPlainDate()
  const section = faqSection({ question: asked, answer: answer ?? ask.answer, answeredByName: ask.answered_by_name, on: `${dateWords(on.toString())} ${on.year}`, askNumber: number })
  const page = await extend(act, { space, section, note: `From #${number}` })
  const done = { kept_by: act.actor.personId, at: act.now, page_id: page.id }
  await act.tx.insertInto('faq_entry').values({ workspace_id: act.actor.workspaceId, ask_id: ask.entry_id, ...done }).onConflict((row) => row.columns(['workspace_id', 'ask_id']).doUpdateSet(done)).execute()
  await settle(act, ask.entry_id, 'kept')
  await act.emit({ kind: 'faq.changed', spaceId: space.id, payload: { entryId: ask.entry_id } })
  return { page: page.number, title: page.title, made: page.made, question: asked }
}

/** The page that an ask stands in; nothing once that was deleted. */
const pageWith = (act: Act, askId: string) => act.tx.selectFrom('faq_entry as f').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'f.workspace_id').onRef('e.id', '=', 'f.page_id'))
  .select(['e.number', 'e.space_id']).where('f.workspace_id', '=', act.actor.workspaceId).where('f.ask_id', '=', askId).where('e.deleted_at', 'is', null).executeTakeFirst()

/** Says in which FAQ an ask stands. @throws {Refusal} `not_found` for what is not seen */
export async function keptIn(act: Act, { number }: InputOf<typeof faqOf>): Promise<OutputOf<typeof faqOf>> {
  const { id } = await entryByNumber(act, number)
  const kept = await pageWith(act, id)
  const seen = kept && (await visibleSpaces(act)).some((space) => space.id === kept.space_id)
  return { page: seen ? kept.number : null }
}

async function checkNotKept(act: Act, { entry_id, number }: AnsweredRow): Promise<void> {
  const kept = await pageWith(act, entry_id)
  if (kept) throw new Refusal('conflict', said`#${number} stands in #${kept.number} already.`, said`Edit #${kept.number} where it should read otherwise.`)
}

type Extended = { id: string; number: number; title: string; made: boolean }

/** The first FAQ page of the space with one more section, or a new one. */
async function extend(act: Act, { space, section, note }: { space: Awaited<ReturnType<typeof spaceFor>>; section: string; note: string }): Promise<Extended> {
  const [first] = await pagesOfKind(act, { spaceId: space.id, kind: 'faq' })
  if (first) {
    const page = await pageForChange(act, first.number)
    await saveText(act, page.entry_id, { text: withSection(page.text, section), how: 'written', note })
    return { id: page.entry_id, number: page.number, title: page.title, made: false }
  }
  const made = await insertPage(act, { space, kind: 'faq', title: FAQ_TITLE, text: section, tags: [], ownerId: act.actor.personId, note })
  await changed(act, await pageFor(act, made.number), 'page.created')
  return { ...made, title: FAQ_TITLE, made: true }
}

async function settle(act: Act, askId: string, settled: 'kept' | 'dropped'): Promise<void> {
  await act.tx.updateTable('faq_candidate').set({ settled, settled_by: act.actor.personId, settled_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('ask_id', '=', askId).where('settled', 'is', null).execute()
}

/** @throws {Refusal} `not_found` for what is not seen */
export async function drop(act: Act, { number }: InputOf<typeof dropFaq>): Promise<{ ok: true }> {
  const entry = await entryByNumber(act, number)
  if (entry.spaceId === null) throw new Refusal('not_found', said`There is no #${number} that you can see.`, said`Check the number, or ask the person who sent it.`)
  const space = await spaceFor(act, entry.spaceId, 'space.write')
  await settle(act, entry.id, 'dropped')
  await act.emit({ kind: 'faq.changed', spaceId: space.id, payload: { entryId: entry.id } })
  return { ok: true }
}
