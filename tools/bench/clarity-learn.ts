import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SIGNS } from '#domain/writing/signs/signs.ts'
import { corpusFolder, featuresOf, readPosts } from './clarity-data.ts'
import { fit, type Example, type Model } from './clarity-fit.ts'

/**
 * How strongly the weights are held to the leanings. Chosen once, strong: between 8 and 1000 the figures hardly differ.
 */
export const PULL = 32
const PLACES = 1000
const file = join(import.meta.dirname, '../../domain/writing/signs/weights.json')

export const learn = (examples: readonly Example[]): Model => fit(examples, { size: SIGNS.length, leanings: SIGNS.map((sign) => sign.leaning), pull: PULL })

/** `node tools/bench/clarity-learn.ts CORPUS` writes the weights anew. */
function main(): void {
  const posts = readPosts(corpusFolder(process.argv[2]))
  if (posts === null) {
    console.error('Give the folder that holds A-clarity/clarity.jsonl: node tools/bench/clarity-learn.ts CORPUS')
    process.exitCode = 2
    return
  }
  const { intercept, weights } = learn(posts.map(({ text, asked }) => ({ features: featuresOf(text), asked })))
  const round = (value: number) => Math.round(value * PLACES) / PLACES
  const signs = Object.fromEntries(SIGNS.map(({ name }, index) => [name, round(weights[index] ?? 0)]))
  writeFileSync(file, `${JSON.stringify({ intercept: round(intercept), signs }, null, 2)}\n`)
  console.log(`Learned from ${posts.length} texts.`)
}

if (import.meta.main) main()
