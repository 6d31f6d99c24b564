import type { BatonView } from '#contract/handoffs.ts'
import { staysHeld } from '../../app/held-batons.ts'
import { capital, counted } from '../../ui/format.ts'
import { t } from '../../ui/words.ts'

export type Piles = Record<'unowned' | 'offered' | 'held' | 'given' | 'settled', BatonView[]> & { all: number }
type Reader = { me: string, now: Temporal.Instant, shown: ReadonlySet<string> }

/** Sorts a person's batons by what they ask of them; each stands in one pile only. */
export function inPiles(batons: readonly BatonView[], reader: Reader): Piles {
  const piles: Piles = { unowned: [], offered: [], held: [], given: [], settled: [], all: 0 }
  for (const baton of new Map(batons.map((one) => [one.id, one])).values()) {
    piles[pileOf(baton, reader)].push(baton)
    piles.all += 1
  }
  return piles
}

const SETTLED: readonly BatonView['state'][] = ['accepted', 'withdrawn', 'done']

function pileOf(baton: BatonView, reader: Reader): Exclude<keyof Piles, 'all'> {
  if (staysHeld(baton, reader)) return 'held'
  if (SETTLED.includes(baton.state)) return 'settled'
  if (baton.giverId === reader.me) return 'given'
  return baton.state === 'unowned' ? 'unowned' : 'offered'
}

/** One of several lists read page by page, each newest first. `more`: there are older ones to read. */
export type Stream = { items: readonly BatonView[], more: boolean }

/** How far back all of the lists have been read: an id, which follows time; empty where each is read to its end. */
export function readTo(streams: readonly Stream[]): string {
  return streams.flatMap(({ items, more }) => more ? [items.at(-1)?.id ?? ''] : []).toSorted().at(-1) ?? ''
}

/** Newest first, no older than `from`, so that what is read later comes below what already stands there. */
export function inOneLine(batons: readonly BatonView[], from: string): BatonView[] {
  return batons.filter(({ id }) => id >= from).toSorted((a, b) => a.id < b.id ? 1 : -1)
}

/** What waits: `One baton is offered to you; two of yours wait.`, and what nobody holds. */
export function titleOf(piles: Piles): string {
  const unowned = piles.unowned.length
  return unowned === 0 ? waitingWords(piles) : `${waitingWords(piles)} ${capital(t`${counted(unowned, 'baton is held', 'batons are held')} by nobody.`)}`
}

function waitingWords({ offered, given }: Piles): string {
  const waiting = `${counted(given.length, 'of yours waits', 'of yours wait')}`
  if (offered.length > 0) return capital(t`${counted(offered.length, 'baton is', 'batons are')} offered to you${given.length > 0 ? `; ${waiting}` : ''}.`)
  return given.length > 0 ? t`Nothing is offered to you; ${waiting}.` : t`Nothing is offered to you, and nothing of yours waits.`
}

/** Over the folded ones: `Three settled batons`, or `The newest twenty settled batons`. */
export function settledWords(count: number, more: boolean): string {
  const words = counted(count, 'settled baton')
  return more ? t`The newest ${words}` : capital(words)
}
