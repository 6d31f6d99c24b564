import type { Document } from './facts.ts'

/** More is not read on a first day. */
const READ_MAX = 10

/** What a newcomer needs of each kind, in steps of one link; a decision that holds comes after what explains it. */
const KIND_WEIGHT: Readonly<Record<Document['kind'], number>> = { start: 4, readme: 4, context: 3, process: 3, runbook: 2, faq: 2, decision: 2, memo: 1, learning: 1, status: 0, reference: 0 }
const TRUTH_WEIGHT: Readonly<Record<Document['truth'], number>> = { verified: 2, unverified: 0, stale: -2 }

/**
 * What to read first: by kind, by whether somebody has verified it, and by how many entries point at it, each doubling of them
 * counting one step; of equals the newer.
 */
export function readFirst(documents: readonly Document[], most = READ_MAX): Document[] {
  const weight = ({ kind, truth, links }: Document): number => KIND_WEIGHT[kind] + TRUTH_WEIGHT[truth] + Math.log2(1 + links)
  return documents.toSorted((a, b) => weight(b) - weight(a) || b.at.epochMilliseconds - a.at.epochMilliseconds || a.number - b.number).slice(0, most)
}
