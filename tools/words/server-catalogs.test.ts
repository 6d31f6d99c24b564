import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Texts } from '#domain/words/said.ts'
import { expect, test } from 'vitest'
import { faultsIn } from './catalogs.ts'
import { keysIn } from './keys.ts'

const ROOT = join(import.meta.dirname, '../..')

const catalogsIn = (pattern: string) => Promise.all(globSync(pattern, { cwd: ROOT }).filter((file) => !file.endsWith('/german.ts')).toSorted()
  .map(async (file) => ({ file, texts: (await import(join(ROOT, file)) as { GERMAN: Texts }).GERMAN })))

/** Files with counted nouns of their own, which are English only, ask no catalog. */
const said = globSync('{domain,contract,server}/**/*.ts', { cwd: ROOT }).filter((file) => !/test|\/german\//.test(file)).toSorted().flatMap((file) => {
  const source = readFileSync(join(ROOT, file), 'utf8')
  return source.includes("words/said.ts'") ? keysIn(file, source) : []
})

test('what domain, contract and server say has a German text in one of the catalogs that the server reads, since mails know none of the pages, and none is left over', async () => {
  expect(faultsIn(said, await catalogsIn('{domain/words,server/platform}/german/*.ts'))).toEqual([])
})
