import type { Decision, Position } from './decision.ts'

/** What stands between an open decision and its signature. */
export type Readiness = {
  /** Whose required input is not in, in the order in which they are named. */
  readonly missingIds: readonly string[]
  readonly objections: readonly Position[]
  /** Asked and not followed by another position of the same person on the same point. */
  readonly questions: readonly Position[]
}

/** Whose input is required: the responsible and the consulted, once each, without the accountable, who signs. */
export function inputIds({ roles }: Pick<Decision, 'roles'>): string[] {
  return [...new Set([...roles.responsibleIds, ...roles.consultedIds])].filter((id) => id !== roles.accountableId)
}

/** Everybody who is named, once each. */
export function namedIds({ roles }: Pick<Decision, 'roles'>): string[] {
  return [...new Set([...(roles.accountableId === null ? [] : [roles.accountableId]), ...roles.responsibleIds, ...roles.consultedIds, ...roles.informedIds])]
}

/** Objections that stand: of any revision, of anybody, unless a call has put them on record. */
export function standingObjections({ positions, call }: Pick<Decision, 'positions' | 'call'>): Position[] {
  return positions.filter((position) => position.kind === 'objection' && !(call?.objections.some((known) => sameObjection(known, position)) ?? false))
}

const sameObjection = (a: Position, b: Position): boolean =>
  a.personId === b.personId && a.optionId === b.optionId && a.tradeOffId === b.tradeOffId && a.text === b.text && a.at.equals(b.at)

/**
 * Whether it can be signed, and if not, why. A person's input is in when they took a position on this revision other than
 * a question; an objection is input too, and stands in the way by itself.
 */
export function readinessOf(decision: Pick<Decision, 'roles' | 'positions' | 'revision' | 'waived' | 'call'>): Readiness {
  const current = decision.positions.filter(({ revision }) => revision === decision.revision)
  const questions = current.filter(({ kind }) => kind === 'question')
  const spoken = new Set(current.filter(({ kind }) => kind !== 'question').map(({ personId }) => personId))
  const waived = new Set(decision.waived.map(({ personId }) => personId))
  return { missingIds: inputIds(decision).filter((id) => !spoken.has(id) && !waived.has(id)), objections: standingObjections(decision), questions }
}

/** Nothing stands in the way: all required input is in, no objection stands, no question of a required reader is open. */
export function isReady(decision: Pick<Decision, 'roles' | 'positions' | 'revision' | 'waived' | 'call'>): boolean {
  const { missingIds, objections, questions } = readinessOf(decision)
  const required = new Set(inputIds(decision))
  const waived = new Set(decision.waived.map(({ personId }) => personId))
  return missingIds.length === 0 && objections.length === 0 && !questions.some(({ personId }) => required.has(personId) && !waived.has(personId))
}

/**
 * Whether silence closes it at the deadline: a two-way door, nothing said against it, no question open, and every reader
 * whose input is missing has opened this text or was absent with a cover.
 */
export function silenceCloses(decision: Pick<Decision, 'roles' | 'positions' | 'revision' | 'waived' | 'call' | 'door' | 'seen'>, absentWithCover: ReadonlySet<string>): boolean {
  const { missingIds, objections, questions } = readinessOf(decision)
  return decision.door === 'two_way' && objections.length === 0 && questions.length === 0 && missingIds.every((id) => decision.seen.has(id) || absentWithCover.has(id))
}
