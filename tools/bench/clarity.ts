import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readMarkdown } from '#contract/writing-text.ts'
import { checkText } from '#domain/writing/check-text.ts'
import { SIGNS } from '#domain/writing/signs/signs.ts'
import { RULES } from '#domain/writing/types.ts'
import { corpusFolder, featuresOf, readOrdinary, readPosts, type Post } from './clarity-data.ts'
import { auc, crossValidate, fit, intervalOf, scoreOf, type Estimate, type Example } from './clarity-fit.ts'
import { learn, PULL } from './clarity-learn.ts'
import { asRow, bagModel, table, unseenTable } from './clarity-table.ts'

const ABSENT = 'Whether a text will draw a question was not measured: give the folder that holds A-clarity/clarity.jsonl with --corpus or LONGHAND_CORPUS.'
const PAGE = 'docs/benchmarks-writing.md'
/** From here on the page is written by hand and kept. */
const BY_HAND = '\n## What was tried'

/** `npm run bench -- clarity [--corpus FOLDER] [--out FILE|-]`. */
export function benchClarity(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { corpus: { type: 'string' }, out: { type: 'string', default: join(import.meta.dirname, '../..', PAGE) } } })
  const folder = corpusFolder(values.corpus)
  const posts = readPosts(folder)
  if (posts === null || folder === undefined) return console.log(ABSENT)
  const page = [...guessing(posts), ...unseenTable(folder, posts), ...speaking(folder, posts), ...speed(posts)].join('\n')
  console.log(page)
  if (values.out !== '-') writeFileSync(values.out, `${page}${byHand(values.out)}\n`)
}

function byHand(file: string): string {
  const page = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const at = page.indexOf(BY_HAND)
  return at < 0 ? '' : page.slice(at).trimEnd()
}

function guessing(posts: readonly Post[]): string[] {
  const examples = posts.map(({ text, asked }): Example => ({ features: featuresOf(text), asked }))
  const asked = posts.map((post) => post.asked)
  const learned = (how: (seen: Example[]) => ReturnType<typeof fit>, all: readonly Example[]) => crossValidate(asked, (seen) => {
    const model = how(seen.flatMap((index) => all[index] ?? []))
    return (index) => scoreOf(model, all[index]?.features ?? [])
  })
  const fixed = (scores: readonly number[]): Estimate => ({ auc: auc(scores, asked), ...intervalOf(scores, asked) })
  const leanings = { intercept: 0, weights: SIGNS.map((sign) => sign.leaning) }
  const rows: [string, Estimate][] = [
    ['the check: leanings, moved by what was counted', learned(learn, examples)],
    ['the leanings alone, nothing learned', fixed(examples.map(({ features }) => scoreOf(leanings, features)))],
    ['the same signs without leanings', learned((seen) => fit(seen, { size: SIGNS.length, leanings: [], pull: PULL }), examples)],
    ['length alone', fixed(posts.map(({ text }) => text.length))],
    ['bag of words', bagOfWords(posts, asked)],
  ]
  return [
    '# Benchmarks of the check before sending', '', 'Written by `npm run bench -- clarity --corpus FOLDER`.', '', '## Will it draw a question?', '',
    `${posts.length} opening posts of one public chat, half of which were answered with a question. Area under the curve: 0.5 is chance; a careful person who reads without the answers reaches 0.66.`,
    'Repeated, stratified cross-validation, all learning inside the folds; the interval is that of drawing other texts of the same chat (bootstrap, 95 %) and says nothing about other communities.', '',
    ...table(['what guesses', 'area under the curve', '95 % interval'], rows.map(([name, estimate]) => asRow(name, estimate))), '',
  ]
}

const bagOfWords = (posts: readonly Post[], asked: readonly boolean[]): Estimate => crossValidate(asked, (seen) => {
  const score = bagModel(seen.flatMap((index) => posts[index] ?? []))
  return (index) => score(posts[index]?.text ?? '')
})

function speaking(folder: string, posts: readonly Post[]): string[] {
  const sets = [{ name: 'help requests', texts: posts.map((post) => post.text) }, ...readOrdinary(folder)]
  const counts = sets.map(({ texts }) => texts.map((text) => new Set(checkText(readMarkdown(text)).findings.map((finding) => finding.rule))))
  const share = (of: readonly ReadonlySet<string>[], rule: string) => of.length === 0 ? '–' : `${(100 * of.filter((rules) => rules.has(rule)).length / of.length).toFixed(0)} %`
  return [
    '## How often each rule speaks up', '', 'Share of ordinary texts in which a rule finds something, without any context. A rule that finds fault with a third of decent texts is noise.', '',
    ...table(['rule', ...sets.map(({ name, texts }) => `${name} (${texts.length})`)], RULES.map((rule) => [rule, ...counts.map((of) => share(of, rule))])), '',
  ]
}

/** Texts are joined until they are so long. Unit: words. */
const SPEED_WORDS = 10_000

function speed(posts: readonly Post[]): string[] {
  const once = posts.map((post) => post.text).join('\n\n')
  const text = `${once}\n\n`.repeat(Math.ceil(SPEED_WORDS / once.split(/\s+/).length))
  const cost = () => {
    const before = process.cpuUsage()
    const { words } = checkText(readMarkdown(text))
    const { user, system } = process.cpuUsage(before)
    return (user + system) / words
  }
  const [, , fastest = 0] = [cost(), cost(), cost()].toSorted((a, b) => b - a)
  return ['## Speed', '', `${fastest.toFixed(1)} ms of processor time for 1,000 words, parsing included (≤ 20: ${fastest <= 20 ? 'ok' : '**over**'}).`, '']
}
