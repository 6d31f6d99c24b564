import { isBefore, minutesIn } from '../time/spans.ts'
import type { Instant } from '../time/types.ts'
import { planAsk } from './plan-ask.ts'
import type { Answerers, AskPlan, Terms } from './plan-ask.ts'
import type { Term } from './clock.ts'
import { unlessNoWork } from './unless-no-work.ts'

/** One way to have the answer sooner, and the plan that it would give. */
export type LatenessOffer = { readonly kind: 'cover' | 'person' | 'urgent'; readonly plan: AskPlan }
/** Said before sending, when the reader's clock does not fit what the asker needs. */
export type Lateness = {
  /** `read`: they only read it afterwards. `due`: they read it before, but have longer. */
  readonly why: 'read' | 'due'
  readonly needBy: Instant
  /** From the moment it is needed until it is due. Unit: minutes of the wall. */
  readonly lateMinutes: number
  /** Only those that are sooner than the plan; at most one of each kind, in this order. */
  readonly offers: readonly LatenessOffer[]
}

/** What else could be asked: `urgent` is the agreement's most urgent response, null when that was chosen already. */
export type Alternatives = { readonly candidateIds: readonly string[]; readonly urgent: Term | null }

/**
 * Whether an ask would be read, or due, later than the asker needs it, and what would be sooner: a cover whom the
 * answerer named for an absence, another person who would answer first, or making it urgent.
 * @returns null when it fits
 */
export function latenessFor(plan: AskPlan, needBy: Instant, terms: Terms, from: Instant, who: Answerers, others: Alternatives): Lateness | null {
  if (!isBefore(needBy, plan.dueAt)) return null
  const sooner = (kind: LatenessOffer['kind'], found: AskPlan | undefined): LatenessOffer[] => found !== undefined && isBefore(found.dueAt, plan.dueAt) ? [{ kind, plan: found }] : []
  const asked = new Set([plan.answererId, plan.firstAnswererId])
  const covers = coversOf(plan.firstAnswererId, from, who).filter((id) => !asked.has(id))
  const [cover] = rankAnswerers(covers, terms, from, who)
  const [person] = rankAnswerers(others.candidateIds.filter((id) => !asked.has(id) && !covers.includes(id)), terms, from, who)
  const urgent = others.urgent === null ? null : unlessNoWork(() => planAsk(plan.firstAnswererId, { term: others.urgent as Term, urgent: true, silent: false }, from, who))
  return {
    why: isBefore(needBy, plan.readsAt) ? 'read' : 'due', needBy, lateMinutes: minutesIn({ start: needBy, end: plan.dueAt }),
    offers: [...sooner('cover', cover), ...sooner('person', person), ...sooner('urgent', urgent ?? undefined)],
  }
}

/**
 * Who of these people would answer first: by when it would be due, then by when they read it, then in the given order.
 * Who may not answer, who is the asker, and who does not work within a year is left out; so is who would be covered.
 */
export function rankAnswerers(candidateIds: readonly string[], terms: Terms, from: Instant, who: Answerers): AskPlan[] {
  return candidateIds
    .filter((id) => id !== who.askerId && who.mayAnswer.has(id))
    .flatMap((id) => unlessNoWork(() => planAsk(id, terms, from, who)) ?? [])
    .filter(({ answererId, firstAnswererId }) => answererId === firstAnswererId)
    .toSorted((a, b) => a.dueAt.epochMilliseconds - b.dueAt.epochMilliseconds || a.readsAt.epochMilliseconds - b.readsAt.epochMilliseconds)
}

/** Named for an absence that is on or to come. */
function coversOf(personId: string, from: Instant, { readers }: Answerers): string[] {
  const absences = readers.get(personId)?.calendar.absences ?? []
  return [...new Set(absences.flatMap(({ end, coverId }) => coverId !== null && isBefore(from, end) ? [coverId] : []))]
}
