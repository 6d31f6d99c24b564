import { KIND_RULES } from '#domain/asks/kinds.ts'
import type { AskView } from '#contract/asks.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Said, Words } from '#domain/words/said.ts'
import type { ItemSource, ItemText } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { isSeen, OPEN, selectAsks } from './queries.ts'
import { viewAsks } from './views.ts'

type Telling = (ask: AskView, words: Words) => { text: string; byName: string; replyTo: boolean } | null

/** Describes asks to one reader, as they are now; `telling` leaves out what is not so any more. */
function source(telling: Telling): ItemSource {
  return async (act, askIds) => {
    const words = wordsOf(act)
    const rows = (await selectAsks(act).where('a.entry_id', 'in', [...askIds]).execute()).filter((row) => isSeen(act, row))
    const views = new Map((await viewAsks(act, rows)).map((view) => [view.number, view]))
    return new Map(rows.flatMap((row): [string, ItemText][] => {
      const view = views.get(row.number)
      const told = view && telling(view, words)
      if (!view || !told) return []
      return [[row.entry_id, {
        title: view.title, text: told.text, byName: told.byName, spaceName: view.spaceName, number: view.number, replyId: null,
        replyTo: told.replyTo ? { kind: 'ask', id: row.entry_id } : null,
      }]]
    }))
  }
}

const isOpen = (view: AskView): boolean => OPEN.some((state) => state.replace('_', '-') === view.state)

const asked: Telling = (view, words) => isOpen(view) ? {
  byName: view.askerName, replyTo: true,
  text: [view.body || view.title, `${inWords(said`Wanted: ${KIND_RULES[view.kind].wants}.`, words)} ${view.clock}`, ...besides(view).map((one) => inWords(one, words))].join('\n\n'),
} : null

function besides({ criteria, blockedPath, urgentReason, silentDefault }: AskView): Said[] {
  return [
    ...criteria ? [said`Judged by: ${criteria}`] : [], ...blockedPath ? [said`Blocked: ${blockedPath}`] : [],
    ...urgentReason ? [said`Urgent because: ${urgentReason}`] : [], ...silentDefault ? [said`Without a reply: ${silentDefault}`] : [],
  ]
}

/** States of which the answerer is the subject. */
const LATE: ReadonlySet<AskView['state']> = new Set(['overdue', 'escalated', 'lapsed'])

export const askItems = {
  'asks.asked': source(asked),
  'asks.question': source((view) => view.state === 'question-back' ? { byName: view.answererName, replyTo: true, text: view.question ?? '' } : null),
  'asks.clarified': source((view) => isOpen(view) ? { byName: view.askerName, replyTo: true, text: `${view.steps.findLast((step) => step.kind === 'clarified')?.sentence ?? ''}\n\n${view.clock}` } : null),
  'asks.answer': source((view) => view.answer === null ? null : { byName: view.steps.findLast((step) => step.kind === 'answered')?.actorName ?? view.answererName, replyTo: true, text: view.answer }),
  'asks.state': source((view) => ({ byName: LATE.has(view.state) ? view.answererName : view.askerName, replyTo: false, text: view.status })),
} satisfies Record<string, ItemSource>
