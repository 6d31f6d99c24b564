import { ENGLISH, inWords } from '../words/said.ts'
import type { SaidValue, Words } from '../words/said.ts'

/** How a thing stands: as it should, worth a look, or not working. */
export const FINDING_STATES = ['ok', 'look', 'broken'] as const
export type FindingState = (typeof FINDING_STATES)[number]

/** One thing that was looked at. Holds no secrets: owners and whoever reads a log may see it. */
export type Finding = {
  /** Stable, for scripts: `database.version`. */
  id: string
  /** What was looked at, in two or three words. */
  about: string
  state: FindingState
  /** What is so, in one sentence. */
  says: string
  /** What to do next, in one sentence; empty where nothing is to be done. */
  next: string
}

/** How findings are put down in a language: what is as it should be, what is worth a look, and what does not work. */
export function findingsIn(words: Words) {
  const found = (state: FindingState, id: string, parts: { about: SaidValue; says: SaidValue; next: SaidValue }): Finding =>
    ({ id, about: inWords(parts.about, words), state, says: inWords(parts.says, words), next: inWords(parts.next, words) })
  return {
    fine: (id: string, about: SaidValue, says: SaidValue): Finding => found('ok', id, { about, says, next: '' }),
    look: (id: string, about: SaidValue, says: SaidValue, next: SaidValue): Finding => found('look', id, { about, says, next }),
    broken: (id: string, about: SaidValue, says: SaidValue, next: SaidValue): Finding => found('broken', id, { about, says, next }),
  }
}

/** In English, as a terminal and a log have them. */
export const { fine, look, broken } = findingsIn(ENGLISH)

const WORST: Readonly<Record<FindingState, number>> = { ok: 0, look: 1, broken: 2 }

/** Worst first, otherwise as they were looked at. */
export const worstFirst = (findings: readonly Finding[]): Finding[] => findings.toSorted((a, b) => WORST[b.state] - WORST[a.state])
