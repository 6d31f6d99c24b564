import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import type { Instant } from '../time/types.ts'
import type { Ask, AskChange } from './ask.ts'
import { checkChosenDue, termOf } from './clock.ts'
import type { Allowance, ResponseTime } from '../agreement/settings.ts'
import type { AskKind, AskScope } from './kinds.ts'
import { silenceOf } from './kinds.ts'
import type { AskPlan, Terms } from './plan-ask.ts'

/** What the asker wrote down. */
export type NewAsk = {
  readonly askerId: string
  readonly kind: AskKind
  readonly answererId: string
  readonly otherIds: readonly string[]
  /** Name of a response of the agreement. */
  readonly urgency: string
  readonly reason: string
  readonly scope: AskScope
  readonly criteria: string
  readonly blockedPath: string
  readonly silentDefault: string | null
  readonly chosenDue: Instant | null
}

/** The time that the agreement, or the asker, gives. */
export type Given = Terms & { readonly allowance: Allowance }

/**
 * Which clock a new ask gets: the response that its urgency names, or the moment the asker chose.
 * @param responses of the agreement, most urgent first
 * @throws {Refusal} `bad_input` for an urgency that the agreement does not name
 */
export function termsOf(wanted: Pick<NewAsk, 'kind' | 'urgency' | 'chosenDue' | 'silentDefault'>, responses: readonly ResponseTime[]): Given {
  const index = responses.findIndex(({ name }) => name === wanted.urgency)
  const response = responses[index]
  if (response === undefined) {
    throw new Refusal('bad_input', said`The agreement names no urgency called ${wanted.urgency}.`, said`Choose one of ${responses.map(({ name }) => name).join(', ')}.`)
  }
  return { term: termOf(response.allowance, wanted.chosenDue), urgent: index === 0, silent: silenceOf(wanted) !== null, allowance: response.allowance }
}

/**
 * Checks what a person wrote before it is asked.
 * @throws {Refusal} `bad_input`: asking oneself, an urgent ask without a reason or without what it blocks, a silent
 * default on an urgent ask, and a time that has passed or is too far away
 */
export function checkAsk(wanted: NewAsk, { urgent }: Pick<Terms, 'urgent'>, now: Instant): void {
  if (wanted.answererId === wanted.askerId) throw new Refusal('bad_input', said`You are asking yourself.`, said`Choose somebody else to answer.`)
  if (urgent && wanted.reason.trim() === '') throw new Refusal('bad_input', said`An urgent ask needs a reason.`, said`Say in a sentence why it cannot wait, or choose another urgency.`)
  if (urgent && wanted.blockedPath.trim() === '') throw new Refusal('bad_input', said`An urgent ask says what it blocks.`, said`Name what stands still until it is answered, or choose another urgency.`)
  if (urgent && wanted.silentDefault !== null) {
    throw new Refusal('bad_input', said`Silence cannot answer an urgent ask: somebody has to act.`, said`Leave the silent default out, or choose another urgency.`)
  }
  if (wanted.silentDefault !== null && wanted.silentDefault.trim() === '') {
    throw new Refusal('bad_input', said`The silent default does not say what silence means.`, said`Write what happens without a reply, such as “we merge it”.`)
  }
  if (wanted.chosenDue !== null) checkChosenDue(wanted.chosenDue, now)
}

/** A new ask with its running clock, checked before by `checkAsk` and planned by `planAsk`. */
export function openAsk(id: string, wanted: NewAsk, terms: Terms, plan: AskPlan, now: Instant): AskChange {
  const ask: Ask = {
    id, askerId: wanted.askerId, kind: wanted.kind, answererId: plan.answererId, firstAnswererId: plan.firstAnswererId,
    otherIds: [...new Set(wanted.otherIds)].filter((other) => other !== wanted.askerId && other !== plan.answererId),
    urgency: wanted.urgency, urgent: terms.urgent, reason: terms.urgent ? wanted.reason : '', scope: wanted.scope, criteria: wanted.criteria,
    blockedPath: wanted.blockedPath, silentDefault: wanted.silentDefault, chosenDue: wanted.chosenDue, term: terms.term, askedAt: now,
    state: 'open', clock: plan.clock, takeover: plan.takeover, seenAt: null, acknowledgedAt: null, question: null, clarification: null,
    overdueAt: null, escalatedTo: [], escalatedAt: null, rating: null, settledAt: null, answeredById: null,
  }
  const told = [ask.answererId, ...ask.otherIds]
  return {
    ask, steps: [{ kind: 'asked', actorId: ask.askerId, personId: ask.answererId, text: '' }],
    effects: told.map((personId) => ({ kind: 'tell', personId, about: 'asked' })),
  }
}
