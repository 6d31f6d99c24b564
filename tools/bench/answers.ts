import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ask } from '#contract/answers.ts'
import type { Answer } from '#contract/answers.ts'
import { deleteEntry, restoreEntry } from '#contract/entries.ts'
import type { Call } from '#contract/client.ts'
import { readUnseen } from './answers-unseen.ts'
import type { Part } from './answers-unseen.ts'
import { corpusFolder } from './clarity-data.ts'
import { inWorkspace, readDocuments, readQueries, titlesOf, withoutTitles } from './search.ts'
import type { Query } from './search.ts'

const PAGE = 'docs/benchmarks-search.md'
const HEADING = '## Does it answer?'
const ABSENT = 'How well questions are answered was not measured: give the folder that holds G-search/queries.tsv with --corpus or LONGHAND_CORPUS.'

/** Questions about things that none of the public documents is about; written before anything was measured with them. */
const NOWHERE = [
  'what time does the swimming pool open', 'who cleans the windows of the warehouse', 'how do I order business cards', 'which airline do we fly to Chicago', 'why was the branch in Dublin sold', 'what do we charge for a workshop of two days',
  'how many paid holidays does an intern have', 'which font stands on our letterhead', 'why do we use Salesforce for leads', 'how many cars are in the garage', 'what did the investors say about the valuation', 'which camera do we film interviews with',
  'how do I apply for parental leave in Sweden', 'what is the guarantee on the office chairs', 'who bakes the cake for birthdays', 'why did revenue grow in Canada', 'when is the fire drill in the Oslo office', 'what is the recipe of the welcome drink',
  'how do we sterilise the laboratory glasses', 'which notary signed the purchase of the building',
]

type Rates = { name: string; questions: number; claimed: number; shown: number; right: number | null; first: number | null }

/** `npm run bench -- answers [--corpus FOLDER] [--out FILE|-]`. */
export async function benchAnswers(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { corpus: { type: 'string' }, quick: { type: 'boolean', default: false }, out: { type: 'string', default: join(import.meta.dirname, '../..', PAGE) } } })
  const folder = corpusFolder(values.corpus)
  const part = [HEADING, '', ...folder !== undefined && existsSync(join(folder, 'G-search/queries.tsv')) ? await measured(folder, values.quick) : [ABSENT]].join('\n')
  console.log(part)
  if (values.out === '-') return
  const page = existsSync(values.out) ? readFileSync(values.out, 'utf8') : '# Benchmarks of search\n'
  const [before = '', after = ''] = page.split(HEADING)
  const rest = after.includes('\n## ') ? after.slice(after.indexOf('\n## ') + 1) : ''
  writeFileSync(values.out, `${before.trimEnd()}\n\n${part}\n${rest === '' ? '' : `\n${rest}`}`)
}

async function measured(folder: string, quick: boolean): Promise<string[]> {
  const documents = readDocuments(folder)
  const rows = await inWorkspace(documents, async (call, numbers) => [
    await judge('questions that avoid the words of the title', readQueries(folder), { call, numbers }),
    await judge('questions about things that no document is about', NOWHERE.map((text) => ({ text, path: null })), { call, numbers }),
    ...await unseen('first', { call, numbers }), ...await unseen('second', { call, numbers }), ...await unseen('third', { call, numbers }), ...await unseen('last', { call, numbers }),
  ])
  if (!quick) rows.push(...await inWorkspace(withoutTitles(documents), async (call, numbers) => [
    await judge('titles, taken out of their own documents', titlesOf(documents), { call, numbers }), await heldOut(titlesOf(documents), { call, numbers }),
  ]))
  return [
    `${documents.length} public documents as above. An answer quotes at most three passages and says that they answer, or that they are near; or it quotes nothing. From when on was chosen on the titles and on seventy questions about nothing, of which the twenty below are those that were written last; the twenty-two were in sight.`,
    'The questions of `tools/bench/answers-unseen.tsv` were written later, before any of them was asked, about documents drawn by lot. Which document is among the three was mended by none of them. That questions without an answer were said to be answered was mended after parts one, two and three; part four was written after that and is only measured. The one of it that is said to be answered asks how to register a trademark, and is quoted who has registered one.',
    'Many of the documents have siblings (minutes of the same meeting, runbooks of the same alarm): where one is held out, what is quoted for its title is often a passage of these, which no measure of words tells from an answer.', '',
    '| questions | how many | said to be answered | passages are shown | the right document is among the three | it is quoted first |', '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ name, questions, claimed, shown, right, first }) => `| ${name} | ${questions} | ${claimed.toFixed(2)} | ${shown.toFixed(2)} | ${right === null ? '–' : right.toFixed(2)} | ${first === null ? '–' : first.toFixed(2)} |`),
  ]
}

const PARTS: Readonly<Record<Part, string>> = { first: 'part one', second: 'part two', third: 'part three', last: 'part four' }

async function unseen(part: Part, asking: Asking): Promise<Rates[]> {
  const { known, nowhere } = readUnseen(part)
  return [...known.length === 0 ? [] : [await judge(`later questions, ${PARTS[part]}`, known, asking)], await judge(`later questions that nothing answers, ${PARTS[part]}`, nowhere, asking)]
}

type Asking = { call: Call; numbers: ReadonlyMap<string, number> }

async function judge(name: string, questions: readonly (Omit<Query, 'path'> & { path: string | null })[], { call, numbers }: Asking): Promise<Rates> {
  const answers: { quotes: Answer['quotes']; sure: boolean; wanted: number | undefined }[] = []
  for (const { text, path } of questions) {
    const { quotes, outcome } = await call(ask, { q: plain(text) })
    answers.push({ quotes, sure: outcome === 'quoted', wanted: path === null ? undefined : numbers.get(path) })
  }
  const share = (fits: (one: (typeof answers)[number]) => boolean) => answers.filter(fits).length / answers.length
  const known = answers.some(({ wanted }) => wanted !== undefined)
  return {
    name, questions: answers.length, claimed: share(({ sure }) => sure), shown: share(({ quotes }) => quotes.length > 0),
    right: known ? share(({ quotes, wanted }) => quotes.some(({ number }) => number === wanted)) : null, first: known ? share(({ quotes, wanted }) => quotes[0]?.number === wanted) : null,
  }
}

/** The same titles, each while its own document is away. */
async function heldOut(titles: readonly Query[], asking: Asking): Promise<Rates> {
  let [claimed, shown] = [0, 0]
  for (const { text, path } of titles) {
    const number = asking.numbers.get(path) ?? 0
    await asking.call(deleteEntry, { number })
    const { quotes, outcome } = await asking.call(ask, { q: plain(text) })
    if (quotes.length > 0) shown += 1
    if (outcome === 'quoted') claimed += 1
    await asking.call(restoreEntry, { number })
  }
  return { name: 'the same titles, while their document is away', questions: titles.length, claimed: claimed / titles.length, shown: shown / titles.length, right: null, first: null }
}

/** Signs of operators mean nothing in these. */
const plain = (text: string): string => text.replaceAll(/["“”„«»:#-]/g, ' ')
