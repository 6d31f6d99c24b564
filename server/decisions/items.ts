import { diffLines } from '#domain/agreement/line-diff.ts'
import { contentText } from '#domain/decisions/content-text.ts'
import type { DecisionContent } from '#domain/decisions/content.ts'
import { dutyOf } from '#domain/decisions/duty.ts'
import type { Duty } from '#domain/decisions/duty.ts'
import { standingObjections } from '#domain/decisions/readiness.ts'
import { dutySentence } from '#domain/decisions/words.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act, ItemSource, ItemText } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { castIdsOf, knownOf, viewerOf, viewHead } from './head-view.ts'
import type { Known } from './head-view.ts'
import { ASKED, MIND, REMARK, SIGN, STATE } from './names.ts'
import { isSeen, selectDecisions, selectHeads } from './queries.ts'
import type { DecisionRow } from './queries.ts'
import { SOURCE_OF } from './telling.ts'

type Whole = Known<DecisionRow>
type One = { known: Whole; duty: Duty | null; status: string; names: ReadonlyMap<string, { name: string }> }
type Telling = (act: Act, one: One) => Promise<string | null> | string | null

/** So much of a change is told; the page shows all of it. Unit: lines. */
const CHANGED_MAX = 30

/** Describes decisions to one reader, as they are now; `telling` leaves out what is not so any more. Drafts are told to nobody. */
function source(telling: Telling): ItemSource {
  return async (act, ids) => {
    const rows = (await selectDecisions(act).where('d.entry_id', 'in', [...ids]).where('d.state', '!=', 'draft').execute()).filter((row) => isSeen(act, row))
    const all = await knownOf(act, rows)
    const names = await namesOf(act, all.flatMap(castIdsOf))
    const texts = await Promise.all(all.map(async (known): Promise<[string, ItemText] | null> => {
      const { row, decision } = known
      const head = viewHead(act, known, names)
      const text = await telling(act, { known, names, duty: dutyOf(decision, row.review_due, act.actor.personId), status: head.status })
      return text === null ? null : [row.entry_id, { title: row.title, text, byName: head.authorName, spaceName: row.space_name, number: row.number, replyId: null, replyTo: { kind: 'thread', id: row.entry_id } }]
    }))
    return new Map(texts.filter((text) => text !== null))
  }
}

/** What the reader has to do is told only while they have to. */
const duty = (name: string, telling: (act: Act, one: One & { duty: Duty }) => Promise<string> | string): Telling => (act, one) =>
  one.duty !== null && SOURCE_OF[one.duty] === name ? telling(act, { ...one, duty: one.duty }) : null

const paragraphs = (...parts: readonly (string | false | null)[]): string => parts.filter((part) => part !== null && part !== false && part !== '').join('\n\n')

const asked = duty(ASKED, async (act, { known: { row, decision }, duty: what }) => paragraphs(
  dutySentence(what, decision, viewerOf(act)), await changedFor(act, { row, decision }), row.content.needed, options(row.content), recommended(row.content, wordsOf(act)),
))

const options = (content: DecisionContent): string => content.options.map(({ title }, at) => `${at + 1}. ${title}`).join('\n')
function recommended({ options: all, recommendation }: DecisionContent, words: Words): string {
  const title = all.find(({ id }) => id === recommendation.optionId)?.title
  return title === undefined ? '' : `${inWords(said`Recommended: ${title}.`, words)} ${recommendation.why}`.trim()
}

const sign = duty(SIGN, (act, { known: { row, decision }, duty: what, status, names }) => paragraphs(
  dutySentence(what, decision, viewerOf(act)), status, what === 'call' && standingObjections(decision).map(({ personId, text }) => `- ${names.get(personId)?.name ?? ''}: ${text}`).join('\n'), row.content.needed,
))

const mind = duty(MIND, (act, { known: { row, decision }, duty: what, status }) => paragraphs(
  dutySentence(what, decision, viewerOf(act)), status, row.triggers.length > 0 && `${inWords(said`To be looked at again when:`, wordsOf(act))}\n\n${row.triggers.map((trigger) => `- ${trigger}`).join('\n')}`,
))

const state: Telling = async (act, { known: { row, decision }, status }) => paragraphs(status, await changedFor(act, { row, decision }), row.content.needed)

/** What changed since the text on which the reader took a position; empty for who took none, and on what is settled. */
async function changedFor(act: Act, { row, decision }: Pick<Whole, 'row' | 'decision'>): Promise<string> {
  const mine = decision.positions.filter(({ personId }) => personId === act.actor.personId).map(({ revision }) => revision)
  const last = Math.max(...mine)
  if (mine.length === 0 || last >= decision.revision || row.state !== 'open') return ''
  const before = await act.tx.selectFrom('decision_version').select('content').where('workspace_id', '=', act.actor.workspaceId).where('decision_id', '=', decision.id).where('revision', '<=', last)
    .orderBy('version', 'desc').limit(1).executeTakeFirst()
  if (!before) return ''
  const words = wordsOf(act)
  const lines = diffLines(contentText(before.content, words), contentText(row.content, words)).filter(({ kind, text }) => kind !== 'same' && text.trim() !== '')
  if (lines.length === 0) return ''
  const shown = lines.slice(0, CHANGED_MAX).map(({ kind, text }) => `- ${inWords(kind === 'added' ? said`Now: ${text.trim()}` : said`Before: ${text.trim()}`, words)}`)
  return paragraphs(inWords(said`Since you took a position, the text changed:`, words), [...shown, ...lines.length > CHANGED_MAX ? ['- …'] : []].join('\n'))
}

const remarks: ItemSource = async (act, ids) => {
  const { workspaceId } = act.actor
  const rows = await act.tx.selectFrom('decision_remark as r').innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.author_id'))
    .select(['r.id', 'r.decision_id', 'r.quote', 'r.body', 'p.name']).where('r.workspace_id', '=', workspaceId).where('r.id', 'in', [...ids]).execute()
  if (rows.length === 0) return new Map()
  const decisions = await selectHeads(act).where('d.entry_id', 'in', [...new Set(rows.map((row) => row.decision_id))]).execute()
  const seen = new Map(decisions.filter((row) => isSeen(act, row)).map((row) => [row.entry_id, row]))
  return new Map(rows.flatMap((row): [string, ItemText][] => {
    const one = seen.get(row.decision_id)
    const quote = row.quote === '' ? null : row.quote.split('\n').map((line) => `> ${line}`).join('\n')
    return one ? [[row.id, { title: one.title, text: paragraphs(quote, row.body), byName: row.name, spaceName: one.space_name, number: one.number, replyId: null, replyTo: { kind: 'thread', id: one.entry_id } }]] : []
  }))
}

/** How items of this room read, with the eyes of who is told. */
export const decisionItems = { [ASKED]: source(asked), [SIGN]: source(sign), [STATE]: source(state), [MIND]: source(mind), [REMARK]: remarks } satisfies Record<string, ItemSource>
