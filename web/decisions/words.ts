import type { DecisionHead, DecisionView, PositionView } from '#contract/decisions.ts'

export type DecisionState = DecisionHead['state']
export type PositionKind = PositionView['kind']

export const STATE_WORDS: Readonly<Record<DecisionState, string>> = {
  'draft': 'Draft', 'open': 'Open', 'call-needed': 'Needs a call', 'ready': 'Ready to be signed', 'decided': 'Decided', 'provisional': 'Provisional', 'expired': 'Expired', 'withdrawn': 'Withdrawn',
  'lapsed': 'Lapsed', 'superseded': 'Superseded', 'deprecated': 'Deprecated',
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

export const DOOR_WORDS: Readonly<Record<DecisionHead['door'], string>> = { 'two-way': 'two-way door', 'one-way': 'one-way door' }

/** A position as its owner takes it, and as others read it: `Ana Duarte objects`. */
export const POSITION_WORDS: Readonly<Record<PositionKind, { mine: string, theirs: string, several: string }>> = {
  'support': { mine: 'I support it', theirs: 'supports it', several: 'support it' }, 'no-concern': { mine: 'No concern', theirs: 'has no concern', several: 'have no concern' }, 'question': { mine: 'I have a question', theirs: 'asks', several: 'ask' },
  'objection': { mine: 'I object', theirs: 'objects', several: 'object' }, 'abstain': { mine: 'I abstain', theirs: 'abstains', several: 'abstain' },
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
  return tradeOff ? `“${tradeOff.text}”, of ${option.title}` : option.title
}

/** The fields of a decision that are people's text, in the order in which they are read. */
export const TEXT_FIELDS = ['needed', 'context', 'criteria', 'objectionsForeseen', 'consequences', 'confirmation', 'more'] as const
export type TextField = (typeof TEXT_FIELDS)[number]
export const FIELD_WORDS: Readonly<Record<TextField, string>> = {
  needed: 'What has to be decided', context: 'Context', criteria: 'What the options are judged by', objectionsForeseen: 'Objections foreseen', consequences: 'What follows from it', confirmation: 'How we see that it was done', more: 'More',
}
