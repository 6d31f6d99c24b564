import type { DecisionHead, DecisionView, PositionView } from '#contract/decisions.ts'
import { t } from '../ui/words.ts'

export type DecisionState = DecisionHead['state']
export type PositionKind = PositionView['kind']

export const STATE_WORDS: Readonly<Record<DecisionState, string>> = {
  'draft': t`Draft`, 'open': t`Open¦state`, 'call-needed': t`Needs a call`, 'ready': t`Ready to be signed`, 'decided': t`Decided`, 'provisional': t`Provisional`, 'expired': t`Expired`, 'withdrawn': t`Withdrawn`,
  'lapsed': t`Lapsed`, 'superseded': t`Superseded`, 'deprecated': t`Deprecated`,
}

/** In front of everybody, and still to be decided. */
export const isAsked = (state: DecisionState): boolean => state === 'open' || state === 'call-needed' || state === 'ready'

/** A record: its text never changes any more. */
export const isRecord = (state: DecisionState): boolean => ['decided', 'provisional', 'expired', 'superseded', 'deprecated'].includes(state)

/** What the words of a state say, repeated by colour. */
export function toneOf(state: DecisionState): 'plain' | 'clock' | 'late' | 'settled' {
  if (state === 'decided') return 'settled'
  if (state === 'expired' || state === 'call-needed') return 'late'
  return state === 'provisional' ? 'clock' : 'plain'
}

export const DOOR_WORDS: Readonly<Record<DecisionHead['door'], string>> = { 'two-way': t`two-way door`, 'one-way': t`one-way door` }

/** A position as its owner takes it, and as others read it: `Ana Duarte objects`. */
export const POSITION_WORDS: Readonly<Record<PositionKind, { mine: string, theirs: string, several: string }>> = {
  'support': { mine: t`I support it`, theirs: t`supports it`, several: t`support it` }, 'no-concern': { mine: t`No concern`, theirs: t`has no concern`, several: t`have no concern` }, 'question': { mine: t`I have a question`, theirs: t`asks`, several: t`ask` },
  'objection': { mine: t`I object`, theirs: t`objects`, several: t`object` }, 'abstain': { mine: t`I abstain`, theirs: t`abstains`, several: t`abstain` },
}

/** What may not go without words: a question, and what speaks against it. */
export const needsWords = (kind: PositionKind): boolean => kind === 'question' || kind === 'objection'

/** `Mei Tanaka` → `MT`; one name gives its first two letters. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/)
  const [first = '', last = ''] = [parts[0] ?? '', parts.length > 1 ? parts.at(-1) : '']
  const letters = last === '' ? [...first].slice(0, 2) : [[...first][0] ?? '', [...last][0] ?? '']
  return letters.join('').toLocaleUpperCase('en-GB')
}

/** How a record is called in its space: `ADR 0031`. */
export const adrName = (adrNumber: number): string => `ADR ${String(adrNumber).padStart(4, '0')}`

export type Content = DecisionView['content']
export type Option = Content['options'][number]

/** What a position is about, in words: `about “A message broker”: a second system to run`; undefined for the whole. */
export function pointWords({ optionId, tradeOffId }: Pick<PositionView, 'optionId' | 'tradeOffId'>, { options }: Pick<Content, 'options'>): string | undefined {
  const option = options.find(({ id }) => id === optionId)
  if (!option) return undefined
  const tradeOff = option.tradeOffs.find(({ id }) => id === tradeOffId)
  return tradeOff ? t`“${tradeOff.text}”, of ${option.title}` : option.title
}

/** The fields of a decision that are people's text, in the order in which they are read. */
export const TEXT_FIELDS = ['needed', 'context', 'criteria', 'objectionsForeseen', 'consequences', 'confirmation', 'more'] as const
export type TextField = (typeof TEXT_FIELDS)[number]
export const FIELD_WORDS: Readonly<Record<TextField, string>> = {
  needed: t`What has to be decided`, context: t`Context`, criteria: t`What the options are judged by`, objectionsForeseen: t`Objections foreseen`, consequences: t`What follows from it`, confirmation: t`How we see that it was done`, more: t`More¦text`,
}
