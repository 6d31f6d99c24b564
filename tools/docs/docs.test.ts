import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeProgram } from '#cli/run.ts'
import { testTerminal } from '#cli/terminal.test-kit.ts'
import { OPERATIONS } from '#contract/index.ts'
import { describe, expect, test } from 'vitest'
import { unknownIn } from './command-line.ts'
import { brokenLinks, commandsIn, documentsIn, isRouted, missingPaths, requestsIn, scriptsIn } from './documents.ts'
import type { Wrong } from './documents.ts'

const root = join(import.meta.dirname, '../..')
const documents = documentsIn(root)
const lines = (wrongs: readonly Wrong[]) => wrongs.map(({ path, line, says }) => `${path}:${line} ${says}`)
const program = makeProgram(testTerminal().terminal)
/** What the server answers beside the contract. */
const ASIDE = ['GET /events', 'GET /files/:space/:name', 'GET /health/live', 'GET /health/accepting', 'GET /health/ready', 'GET /metrics', 'POST /dev/clock']
const document = (text: string) => ({ path: 'README.md', text })

describe('the documents say what is so', () => {
  test('links lead somewhere', () => expect(lines(brokenLinks(root, documents))).toEqual([]))

  test('files are where they are said to be', () => expect(lines(missingPaths(root, documents))).toEqual([]))

  test('commands are ones that the command line knows', () => {
    const shown = documents.flatMap(commandsIn)
    expect(shown.length).toBeGreaterThan(100)
    expect(shown.flatMap((one) => {
      const unknown = unknownIn(program, one.says)
      return unknown === null ? [] : [`${one.path}:${one.line} longhand ${one.says}: ${unknown}`]
    })).toEqual([])
  })

  test('requests are ones that the server answers', () => {
    const routes = [...OPERATIONS.map(({ method, path }) => `${method} ${path}`), ...ASIDE]
    const shown = documents.flatMap(requestsIn)
    expect(shown.length).toBeGreaterThan(40)
    expect(lines(shown.filter(({ says }) => !isRouted(says, routes)))).toEqual([])
  })

  test('scripts are ones of package.json', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    expect(lines(documents.flatMap(scriptsIn).filter(({ says }) => !(says in scripts)))).toEqual([])
  })
})

describe('what is not so is found', () => {
  test.each([
    ['a link to no file', '[Guide](docs/guides/nothing.md)', ['README.md:1 docs/guides/nothing.md']],
    ['a link to no heading', '# One\n[Two](#two)', ['README.md:2 #two']],
    ['a link to a heading', '# One, two\n[Two](#one-two)', []],
    ['a link elsewhere', '[Node](https://nodejs.org/nothing)', []],
    ['a link inside code', '`[a](b.md)`', []],
  ])('%s', (_what, text, found) => expect(lines(brokenLinks(root, [document(text)]))).toEqual(found))

  test('a file that is not there', () => expect(lines(missingPaths(root, [document('`server/nothing.ts`, `and/or` and `server/main.ts`')]))).toEqual(['README.md:1 server/nothing.ts']))

  test.each([['GET /asks/128', true], ['POST /asks/128', false], ['GET /asks/128/nothing', false]])('%s: %s', (request, routed) => expect(isRouted(request, ['GET /asks/:number'])).toBe(routed))

  test.each([
    ['page edit 189', null], ['pages nothing', 'pages knows no “nothing”'], ['brief --since 2026-03-16', null], ['brief --nothing', 'brief has no --nothing'],
    ['nothing', 'longhand knows no “nothing”'], ['ask Mei "Which --index do we keep?"', null],
  ])('longhand %s: %s', (line, unknown) => expect(unknownIn(program, line)).toBe(unknown))
})
