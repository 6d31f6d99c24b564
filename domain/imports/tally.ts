import { ENGLISH, inWords } from '../words/said.ts'
import type { Words } from '../words/said.ts'
import { COUNTED } from './types.ts'
import type { ImportCounts, Piece, Problem, ToldProblem } from './types.ts'

/** What came, or would come, of one import. `places`: what was read, by channel, list or folder. */
export type ImportReport = {
  source: string; name: string; dryRun: boolean
  counts: ImportCounts
  /** How many of the pages are folders without a page of their own. */
  folders?: number
  places: { name: string; conversations: number; messages: number; isNew: boolean }[]
  left: { what: string; count: number }[]
  problems: ToldProblem[]
}

type Met = { matched: number; placeholders: number; known: number; spaces: readonly { key: string; there: boolean }[] }

/** Counts while an import runs, and says what could not be read in the words of whoever imports. */
export class Tally {
  readonly counts: ImportCounts = { conversations: 0, messages: 0, pages: 0, known: 0, matched: 0, placeholders: 0, spaces: 0 }
  readonly problems: ToldProblem[] = []
  folders = 0
  readonly #words: Words
  readonly #places = new Map<string, { name: string; keys: Set<string>; messages: number; isNew: boolean }>()
  readonly #left = new Map<string, number>()

  constructor(words: Words = ENGLISH) {
    this.#words = words
  }

  problem({ file, line, what, next }: Problem): void {
    this.problems.push({ file, line, what: inWords(what, this.#words), next: inWords(next, this.#words) })
  }

  read(piece: Piece): void {
    if ('problem' in piece) this.problem(piece.problem)
    if ('left' in piece) {
      const left = inWords(piece.left, this.#words)
      this.#left.set(left, (this.#left.get(left) ?? 0) + piece.count)
    }
    if (!('conversation' in piece)) return
    const { key, place, messages } = piece.conversation
    const held = this.#places.get(place.key) ?? { name: place.name, keys: new Set(), messages: 0, isNew: false }
    this.#places.set(place.key, held)
    held.keys.add(key)
    held.messages += messages.length
  }

  /** What the server says that it wrote. */
  sent(counts: ImportCounts): void {
    for (const name of COUNTED) this.counts[name] += counts[name]
  }

  /** What the server says that it would meet. */
  met({ matched, placeholders, spaces }: Met): void {
    this.counts.matched += matched
    this.counts.placeholders += placeholders
    for (const { key, there } of spaces) {
      const place = this.#places.get(key)
      if (place) place.isNew = !there
      if (!there) this.counts.spaces += 1
    }
  }

  report({ source, name, dryRun }: { source: string; name: string; dryRun: boolean }): ImportReport {
    const places = [...this.#places.values()].map(({ name: called, keys, messages, isNew }) => ({ name: called, conversations: keys.size, messages, isNew })).toSorted((a, b) => b.messages - a.messages)
    const counts = dryRun ? { ...this.counts, conversations: sum(places.map((place) => place.conversations)), messages: sum(places.map((place) => place.messages)) - this.counts.known } : this.counts
    return { source, name, dryRun, counts, folders: this.folders, places, left: [...this.#left].map(([what, count]) => ({ what, count })), problems: this.problems }
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
