import type { BatonView } from '#contract/handoffs.ts'
import { counted } from '../../ui/format.ts'

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

/** `You hold two batons; one is offered to you.` */
export function titleOf({ held, offered }: Piles): string {
  const holding = `You hold ${counted(held.length, 'baton')}`
  if (offered.length === 0) return `${holding}.`
  return `${holding}; ${counted(offered.length, 'is', 'are')} offered to you.`
}
