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

export const fine = (id: string, about: string, says: string): Finding => ({ id, about, state: 'ok', says, next: '' })
export const look = (id: string, about: string, says: string, next: string): Finding => ({ id, about, state: 'look', says, next })
export const broken = (id: string, about: string, says: string, next: string): Finding => ({ id, about, state: 'broken', says, next })

const WORST: Readonly<Record<FindingState, number>> = { ok: 0, look: 1, broken: 2 }

/** Worst first, otherwise as they were looked at. */
export const worstFirst = (findings: readonly Finding[]): Finding[] => findings.toSorted((a, b) => WORST[b.state] - WORST[a.state])
