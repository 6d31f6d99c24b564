import type { postWrap } from '#contract/handoffs.ts'
import type { GivenTo } from '#contract/operation.ts'
import { receiverOf } from '../../receiver.ts'
import type { WrapDraft } from './draft.ts'
import { etaOf } from './eta.ts'
import { written } from './lines.ts'
import { t } from '../../../ui/words.ts'

export type PostWrap = GivenTo<typeof postWrap>
/** What is missing, by field: `state`, or `batons-3` for the line with that key. */
export type Missing = Readonly<Record<string, string>>

/**
 * Turns a draft into what is signed: kept lines only, times in UTC.
 * @param zone the writer's, in which times were typed
 * @returns the wrap, or one sentence for each field that is not ready
 */
export function readyToSign(draft: WrapDraft, spaceId: string, zone: string): { wrap: PostWrap } | { missing: Missing } {
  const missing: Record<string, string> = { ...missingTexts(draft), ...missingInLines(draft, zone) }
  if (Object.keys(missing).length > 0) return { missing }
  return {
    wrap: {
      spaceId, state: draft.state.trim(), nextAction: draft.nextAction.trim(), mostImportant: draft.mostImportant.trim(), secondsTaken: Math.round(draft.seconds),
      done: written(draft.done).map(({ text, source }) => ({ text: text.trim(), source })),
      blockers: written(draft.blockers).map(({ text, ownerId, eta }) => ({ text: text.trim(), ownerId, eta: instantOf(eta, zone) })),
      decisions: written(draft.decisions).map(({ text, why }) => ({ text: text.trim(), why: why.trim() })),
      questions: written(draft.questions).map(({ text, answererId }) => ({ text: text.trim(), answererId })),
      batons: written(draft.batons).flatMap(({ text, nextStep, to }) => {
        const receiver = receiverOf(to)
        return receiver ? [{ text: text.trim(), nextStep: nextStep.trim(), to: receiver }] : []
      }),
    },
  }
}

function missingTexts({ state, nextAction, mostImportant }: WrapDraft): Record<string, string> {
  return {
    ...(state.trim() === '' && { state: t`Say in a sentence where things stand.` }),
    ...(nextAction.trim() === '' && { nextAction: t`Name the one thing to do next.` }),
    ...(mostImportant.trim() === '' && { mostImportant: t`Write the sentence they should read if they read only one.` }),
  }
}

function missingInLines(draft: WrapDraft, zone: string): Record<string, string> {
  const batons = written(draft.batons).filter(({ to }) => !receiverOf(to)).map(({ key }) => [`batons-${key}`, t`Say who takes it: a person, a role or the next shift.`])
  const etas = written(draft.blockers).flatMap(({ key, eta }) => {
    const read = etaOf(eta, zone)
    return 'problem' in read ? [[`blockers-${key}`, read.problem]] : []
  })
  return Object.fromEntries([...batons, ...etas])
}

function instantOf(eta: string, zone: string): string | null {
  const read = etaOf(eta, zone)
  return 'at' in read ? read.at : null
}
