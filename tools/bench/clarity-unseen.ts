import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Post } from './clarity-data.ts'
import { auc, seeded, type Estimate } from './clarity-fit.ts'

/** Openers of a chat from which nothing was learned. */
export type Community = { readonly name: string; readonly posts: readonly Post[] }

/**
 * Where the openers stand: a file of the corpus, then the numbers of the lines that make up one opener, with `asked`
 * where the first who answered asked for something missing. Labelled once and quickly: an answer that holds neither a
 * question nor a request counts as clear without reading, the others were read with their opener; answers that only
 * guess aloud ("the wiki?") are clear, and doubtful ones were left out. No text is kept.
 */
const PLACES = join(import.meta.dirname, 'clarity-unseen.txt')
const LOGS = 'E-chat/jkkummerfeld__irc-disentanglement'
const FIRST_FOLDER = 'dev/'
/** `[12:34] <name> text` or `channel 2019-09-05 [12:34:56] <name> text`. */
const SPOKEN = /^(?:\S+ \S+ )?\[[\d:]+\] <[^>]+>\s+/

/** Openers of four chats with their labels; null where the folder does not hold them. */
export function readUnseen(folder: string): Community[] | null {
  const logs = join(folder, LOGS)
  return existsSync(logs) ? communitiesIn(readFileSync(PLACES, 'utf8'), (file) => readFileSync(join(logs, file), 'utf8').split('\n')) : null
}

/** The openers at these places, by the chat that the file is from. */
export function communitiesIn(places: string, linesOf: (file: string) => readonly string[]): Community[] {
  const communities = new Map<string, Post[]>()
  for (const part of places.split('# ').slice(1)) {
    const [file = '', ...openers] = part.trimEnd().split('\n')
    const lines = linesOf(file)
    const name = file.startsWith(FIRST_FOLDER) ? 'ubuntu' : file.slice(file.indexOf('/') + 1, file.indexOf('.'))
    communities.set(name, [...communities.get(name) ?? [], ...openers.map((opener) => postAt(lines, opener))])
  }
  return [...communities].map(([name, posts]) => ({ name, posts }))
}

function postAt(lines: readonly string[], place: string): Post {
  const [numbers = '', asked] = place.split(' ')
  const text = numbers.split(',').map((number) => (lines[Number(number) - 1] ?? '').replace(SPOKEN, '').trim()).join('\n')
  return { text, asked: asked === 'asked' }
}

/** As many clear texts as asked ones of each community, so that no community's habit of asking is learned. */
export function balanced(posts: readonly Post[]): Post[] {
  const next = seeded(13)
  const asked = posts.filter((post) => post.asked)
  const clear = posts.filter((post) => !post.asked).map((post) => ({ post, at: next() })).toSorted((a, b) => a.at - b.at)
  return [...asked, ...clear.slice(0, asked.length).map(({ post }) => post)]
}

const RESAMPLES = 1000
const INTERVAL = [0.025, 0.975] as const
type Scored = { readonly scores: readonly number[]; readonly asked: readonly boolean[] }

/** How often, within one community, a text that drew a question scores above one that did not; each text drawn counts the same. */
export function withinCommunities(all: readonly Scored[]): Estimate {
  const next = seeded(17)
  const drawn = Array.from({ length: RESAMPLES }, () => weighed(all.map((one) => drawAgain(one, next)))).toSorted((a, b) => a - b)
  const [low = 0, high = 0] = INTERVAL.map((share) => drawn[Math.floor(share * drawn.length)] ?? 0)
  return { auc: weighed(all), low, high }
}

function weighed(all: readonly Scored[]): number {
  const weight = ({ asked }: Scored) => asked.filter(Boolean).length
  return all.reduce((sum, one) => sum + weight(one) * auc(one.scores, one.asked), 0) / all.reduce((sum, one) => sum + weight(one), 0)
}

/** Texts of both kinds drawn anew, as many of each as there were. */
function drawAgain({ scores, asked }: Scored, next: () => number): Scored {
  const kinds = [true, false].map((kind) => asked.flatMap((one, index) => one === kind ? [index] : []))
  const drawn = kinds.flatMap((kind) => kind.map(() => kind[Math.floor(next() * kind.length)] ?? 0))
  return { scores: drawn.map((index) => scores[index] ?? 0), asked: drawn.map((index) => asked[index] === true) }
}
