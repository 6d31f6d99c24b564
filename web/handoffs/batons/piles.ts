import type { BatonView } from '#contract/handoffs.ts'
import { capital, counted } from '../../ui/format.ts'

export type Piles = Record<'offered' | 'held' | 'given' | 'settled', BatonView[]> & { all: number }

/** Sorts a person's batons by what they ask of them; each stands in one pile only. */
export function inPiles(batons: readonly BatonView[], me: string): Piles {
  const piles: Piles = { offered: [], held: [], given: [], settled: [], all: 0 }
  for (const baton of new Map(batons.map((one) => [one.id, one])).values()) {
    piles[pileOf(baton, me)].push(baton)
    piles.all += 1
  }
  return piles
}

function pileOf({ state, receiverId, giverId }: BatonView, me: string): Exclude<keyof Piles, 'all'> {
  if (state === 'accepted') return receiverId === me ? 'held' : 'settled'
  if (state === 'withdrawn') return 'settled'
  return giverId === me ? 'given' : 'offered'
}

/** What waits, in one sentence: `One baton is offered to you; two of yours wait.` */
export function titleOf({ offered, given }: Piles): string {
  const waiting = `${counted(given.length, 'of yours waits', 'of yours wait')}`
  if (offered.length > 0) return capital(`${counted(offered.length, 'baton is', 'batons are')} offered to you${given.length > 0 ? `; ${waiting}` : ''}.`)
  return given.length > 0 ? `Nothing is offered to you; ${waiting}.` : 'Nothing is offered to you, and nothing of yours waits.'
}
