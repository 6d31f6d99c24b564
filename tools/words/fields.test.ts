import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changes } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { fieldWords } from '#contract/field-words.ts'
import { expect, test } from 'vitest'
import { writtenIn } from './fields.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Imports of a page from the contract: what it sends, and from which file. */
const IMPORTS = /^import \{([^}]*)\} from '(#contract\/[\w-]+\.ts)'/gm

/** Fields that no form lets anybody write, and why. */
const NOT_WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/^key\b|^keys\.|^endpoint$/, 'made by the browser'], [/^done\.source\.|(?:^|\.)(?:id|key|optionId|tradeOffId)$/, 'an id that the page gives'], [/^token$|^slot$|^locale$/, 'known to the page'],
  [/(?:^|\.)(?:number|version|base|seq|step|position|parent|fromThread|threadNumber|source|secondsTaken|startedAt)$/, 'what the page shows or counts'],
  [/^(?:files|invite|calendarIds|replyIds|scopes|spaceIds|types|filled|weeks|rhythm\.days|schedule\.days|days)\b/, 'chosen, and checked where it is chosen'],
  [/^(?:field|prefix|suffix|place|message|said)$/, 'a place or a note that the page read'], [/^(?:ics|bundled|anchor|language)$/, 'a file or a choice'],
]

/** Operations that pages send and that change something. */
async function sent(): Promise<AnyOperation[]> {
  const pages = globSync('web/**/*.{ts,tsx}', { cwd: ROOT }).filter((file) => !/\.test\.|test-kit|specimen/.test(file)).map((file) => readFileSync(join(ROOT, file), 'utf8'))
  const imported = new Set(pages.flatMap((page) => [...page.matchAll(IMPORTS)].flatMap(([, names = '', file = '']) => names.split(',').map((name) => `${file} ${name.trim()}`))))
  const found = await Promise.all([...imported].map(async (one) => {
    const [file = '', name = ''] = one.split(' ')
    return (await import(join(ROOT, file.slice(1))) as Record<string, unknown>)[name]
  }))
  return found.filter((one): one is AnyOperation => typeof one === 'object' && one !== null && 'input' in one && 'method' in one).filter(changes)
}

test('each field that somebody writes in a form is named in words when it is wrong, never by its path', async () => {
  const operations = await sent()
  expect(operations.length).toBeGreaterThan(100)
  const nameless = operations.flatMap(({ name, input }) => writtenIn(input).filter((path) => fieldWords(path) === undefined && !NOT_WRITTEN.some(([field]) => field.test(path))).map((path) => `${name}: ${path}`))
  expect(nameless).toEqual([])
})
