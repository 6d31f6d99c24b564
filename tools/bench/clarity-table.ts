import { SIGNS } from '#domain/writing/signs/signs.ts'
import { featuresOf, type Post } from './clarity-data.ts'
import { auc, fit, scoreOf, type Estimate, type Example, type Features, type Model } from './clarity-fit.ts'
import { learn, PULL } from './clarity-learn.ts'
import { balanced, readUnseen, withinCommunities, type Community } from './clarity-unseen.ts'

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
export const asRow = (name: string, { auc: value, low, high }: Estimate): string[] => [name, value.toFixed(2), `${low.toFixed(2)}–${high.toFixed(2)}`]

/** For the bag of words, whose rows have length one. */
const BAG_PULL = 1
const wordsOf = (text: string): string[] => [...new Set(text.toLowerCase().match(/\p{L}{2,}/gu) ?? [])]

/** Each word of the texts seen is a feature; the vocabulary, too, is learned from them alone. */
export function bagModel(seen: readonly Post[]): (text: string) => number {
  const vocabulary = new Map([...new Set(seen.flatMap(({ text }) => wordsOf(text)))].map((word, at) => [word, at]))
  const bag = (text: string): Features => {
    const known = wordsOf(text).flatMap((word) => vocabulary.get(word) ?? [])
    return known.map((at) => [at, 1 / Math.sqrt(known.length)])
  }
  const model = fit(seen.map(({ text, asked }) => ({ features: bag(text), asked })), { size: vocabulary.size, leanings: [], pull: BAG_PULL })
  return (text) => scoreOf(model, bag(text))
}

const ABOUT = [
  'Openers of four other chats, most of them one or two lines long, labelled once and quickly from their first answer. The check learned nothing from them.',
  'Only texts of the same chat are compared. A row that learns leaves out the chat that it is asked about; it learns from the three others, as many of each kind, and from the texts above.',
].join('\n')

/** What scores the texts of one community, knowing those of others. */
type Guesser = (others: readonly Post[]) => (text: string) => number

/** How the check and simpler guessers fare where they have not been; nothing where the folder does not hold the chats. */
export function unseenTable(folder: string, known: readonly Post[]): string[] {
  const communities = readUnseen(folder)
  if (communities === null) return []
  const head = ['what guesses', ...communities.map(({ name, posts }) => `${name} (${posts.filter((post) => post.asked).length} of ${posts.length})`), 'together', '95 % interval']
  const rows = guessers(known).map(([name, guesser]) => {
    const scored = communities.map((community) => scoredBy(guesser([...known, ...otherThan(community, communities)]), community))
    const [, ...together] = asRow(name, withinCommunities(scored))
    return [name, ...scored.map(({ scores, asked }) => auc(scores, asked).toFixed(2)), ...together]
  })
  return ['## In communities never seen', '', ABOUT, '', ...table(head, rows), '']
}

const otherThan = (community: Community, all: readonly Community[]): Post[] => all.filter((one) => one !== community).flatMap(({ posts }) => balanced(posts))
const scoredBy = (score: (text: string) => number, { posts }: Community) => ({ scores: posts.map(({ text }) => score(text)), asked: posts.map((post) => post.asked) })

function guessers(known: readonly Post[]): [string, Guesser][] {
  const signs = new Map<string, Features>()
  const signsOf = (text: string): Features => {
    const found = signs.get(text) ?? featuresOf(text)
    signs.set(text, found)
    return found
  }
  const examples = (posts: readonly Post[]): Example[] => posts.map(({ text, asked }) => ({ features: signsOf(text), asked }))
  const by = (model: Model) => (text: string): number => scoreOf(model, signsOf(text))
  return [
    ['the check as it stands', () => by(learn(examples(known)))],
    ['the leanings alone, nothing learned', () => by({ intercept: 0, weights: SIGNS.map((sign) => sign.leaning) })],
    ['the check, learned from the other chats too', (others) => by(learn(examples(others)))],
    ['the same signs without leanings', (others) => by(fit(examples(others), { size: SIGNS.length, leanings: [], pull: PULL }))],
    ['shortness alone', () => (text) => -text.length],
    ['bag of words', bagModel],
  ]
}
