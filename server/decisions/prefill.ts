import type { prefillDecision } from '#contract/decisions.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { beginningOf, fromThread } from '#domain/decisions/templates.ts'
import { inWords } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { knownTo } from '#server/people/public.ts'
import { wordsOf } from '#server/platform/words.ts'
import { spaceFor, whoSees } from '#server/spaces/public.ts'
import { pointsOf } from '#server/threads/public.ts'
import type { Reading } from './head-view.ts'
import { viewContent } from './wire.ts'

/** More people are not asked without being chosen. */
const CONSULTED_MAX = 10

/** A decision to begin with: from a template, and from a thread with its open points and those who talked there. @throws {Refusal} `not_found` for the thread */
export async function prefill(act: Reading, { template, threadNumber }: InputOf<typeof prefillDecision>): Promise<OutputOf<typeof prefillDecision>> {
  const beginning = beginningOf(template)
  const said = (notes: readonly Said[]) => notes.map((note) => inWords(note, wordsOf(act)))
  if (threadNumber === undefined) return { content: viewContent(beginning.content), roles: { accountableId: act.actor.personId }, windowDays: beginning.windowDays, notes: said(beginning.notes) }
  const thread = await pointsOf(act, threadNumber)
  const space = await spaceFor(act, thread.spaceId, 'space.see')
  const [seeing, known] = await Promise.all([whoSees(act, space, thread.personIds), knownTo(act, thread.personIds)])
  const consultedIds = thread.personIds.filter((id) => id !== act.actor.personId && seeing.includes(id) && known.has(id)).slice(0, CONSULTED_MAX)
  const { content, windowDays, notes } = fromThread(beginning, thread)
  return { content: viewContent(content), roles: { accountableId: act.actor.personId, responsibleIds: [], consultedIds, informedIds: [] }, windowDays, notes: said(notes) }
}
