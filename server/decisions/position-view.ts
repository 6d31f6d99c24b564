import type { DecisionView, PositionView } from '#contract/decisions.ts'
import type { Cast } from '#domain/asks/moment-words.ts'
import type { Decision, Position } from '#domain/decisions/decision.ts'
import { readinessOf, standingObjections } from '#domain/decisions/readiness.ts'
import { missingSentence } from '#domain/decisions/input-words.ts'
import type { Told } from '#domain/decisions/words.ts'
import type { Words } from '#domain/words/said.ts'
import { kindWord } from './wire.ts'

/** Where everybody stands, objections that stand first; of a decision that hides them, the reader’s own alone. */
export function viewPositions({ decision, hidden }: Told, viewerId: string, cast: Cast): PositionView[] {
  const standing = new Set(standingObjections(decision))
  const all = [...decision.positions, ...liftedSince(decision)]
  return all.filter(({ personId }) => !hidden || personId === viewerId).toSorted((a, b) => Number(standing.has(b)) - Number(standing.has(a))).map((position) => ({
    personId: position.personId, name: cast.get(position.personId)?.name ?? '', kind: kindWord(position.kind), optionId: position.optionId, tradeOffId: position.tradeOffId, text: position.text,
    at: position.at.toString(), current: position.revision === decision.revision, onRecord: position.kind === 'objection' && !standing.has(position),
  }))
}

/** Objections that a call has heard stay on record, also where their owner has said something else since. */
function liftedSince({ positions, call }: Decision): Position[] {
  return (call?.objections ?? []).filter((heard) => !positions.some((one) => one.personId === heard.personId && one.optionId === heard.optionId && one.tradeOffId === heard.tradeOffId && one.at.equals(heard.at)))
}

/** Whose input is missing, and why; nobody's once it needs none. */
export function viewMissing({ decision, hidden }: Told, spoke: ReadonlySet<string>, { cast, words }: { cast: Cast; words: Words }): DecisionView['missing'] {
  if (decision.state !== 'open' && decision.state !== 'call_needed') return []
  const { missingIds, questions } = readinessOf(decision)
  const asked = new Set(hidden ? [] : questions.map(({ personId }) => personId))
  return missingIds.map((id) => ({
    id, name: cast.get(id)?.name ?? '', opened: decision.seen.has(id), why: missingSentence({ opened: decision.seen.has(id), asked: asked.has(id), spokeBefore: spoke.has(id) && decision.revision > 1 }, words),
  }))
}
