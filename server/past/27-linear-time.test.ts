import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseMentions } from '#domain/asks/mentions.ts'
import { linksIn } from '#domain/links/links-in.ts'
import { plainMention } from '#domain/links/plain-mention.ts'
import { stepsOf } from '#domain/runs/steps.ts'
import { codeRanges } from '#domain/text/code-ranges.ts'
import { splitAtNumbers } from '#domain/text/links.ts'
import { standsIn } from '#domain/threads/quote.ts'
import { tldrOf } from '#domain/handoffs/tldr.ts'
import { unknownCalls } from '#domain/threads/unknown-calls.ts'
import { describe, expect, test } from 'vitest'

/** Twice the text may take four times as long on a shared machine, not more; a text that is quadratic in its repeats takes 16 times as long for four times the text. */
const TIMES_FOR_FOUR = 9
/** Whatever takes less than the first is fast; nothing that is read in one go may take the second for a small part of a text. Unit: ms. */
const FAST_MS = 60
const HOPELESS_MS = 240
const US_A_MS = 1000
/** How often something slow is asked again before it counts: the machine does other things too. */
const TRIES = 5
/** The longest text that may be posted, and a quarter of it. Unit: characters. */
const WHOLE = 100_000
const QUARTER = WHOLE / 4

/** What hostile texts are made of: repeated, each made one of our expressions slow once or might. */
const PIECES = [
  '> ', '>', '`', '` ', '`` ` ', '```\n', '~', '[', '[[', '[[a', '[[a]]', '[](', '[a](', '![', '](', '(', ')', '()', '[a](b)', '&', '&#', '&a', '#', '#1', '#1 ', '@', '@a', '@a ', '@Ann ', '`a` @b ', '> @a\n', '`a`\n\n', ' ', '\t', '\n', '\n\n',
  '- ', '    a\n', '\\`', '\\', '.', '!', '?', '-', '_', 'a', 'a ', 'a.', 'é', '\u0301', '👍', '\u2028', '```\u2028', '\r', '\r\n', '<', '<a', '*', '**a', '|', ':', '/', 'https://a', 'a@b.',
]
const STARTS = ['', '[', '`']
const PEOPLE = { people: [{ id: 'ann', name: 'Ann' }, { id: 'bo', name: 'Bo Bee' }], roles: [{ id: 'r', name: 'On call' }] }

const READERS: [string, (text: string) => unknown][] = [
  ['code and quotes are found', codeRanges], ['mentions are found', (text) => parseMentions(text, PEOPLE)], ['unknown calls are found', (text) => unknownCalls(text, [])],
  ['a quote is looked for', (text) => standsIn('nowhere to be found', text)], ['numbers are found', splitAtNumbers], ['the first sentence is taken', tldrOf],
  ['links are found', (text) => linksIn(text, { origin: 'https://a', people: PEOPLE.people })], ['a title is looked for', (text) => plainMention(text, 'nowhere')], ['steps are read', stepsOf],
]

/** The least of several tries, since the machine does other things too. Unit: ms. */
/** What the processor needed, which does not depend on what else the machine does. */
function tookMs(work: () => unknown, tries = 3): number {
  return Math.min(...Array.from({ length: tries }, () => {
    const began = process.threadCpuUsage()
    work()
    return process.threadCpuUsage(began).user / US_A_MS
  }))
}

const repeated = (start: string, piece: string, length: number) => start + piece.repeat(Math.ceil(length / piece.length))

/** What took too long: more than its share for four times the text, however often it is asked. Small texts first, so that what is hopeless ends soon. */
function slow(read: (text: string) => unknown, make: (length: number) => string): string | null {
  const small = tookMs(() => read(make(QUARTER / 16)), 1)
  if (small > HOPELESS_MS && tookMs(() => read(make(QUARTER / 16))) > HOPELESS_MS) return `${Math.round(small)} ms for ${QUARTER / 16} characters`
  for (let again = 0; again < TRIES; again += 1) {
    const whole = tookMs(() => read(make(WHOLE)), 1 + again)
    if (whole < HOPELESS_MS || whole / tookMs(() => read(make(QUARTER)), 1 + again) < TIMES_FOR_FOUR) return null
  }
  return 'more than nine times as long for four times the text'
}

describe('past/27: the time of reading grows with the text, whatever it is made of', () => {
  test.each(READERS)('when %s', { timeout: 120_000 }, (_what, read) => {
    const found = STARTS.flatMap((start) => PIECES.flatMap((piece) => {
      const why = slow(read, (length) => repeated(start, piece, length))
      return why === null ? [] : [`${JSON.stringify(start + piece)}…: ${why}`]
    }))
    expect(found).toEqual([])
  })

  test('a line of quote signs is no riddle', () => {
    expect(tookMs(() => codeRanges(`${'> '.repeat(40)}x`), 1)).toBeLessThan(FAST_MS)
  })
})

const ROOT = join(import.meta.dirname, '..', '..')
/** A regular expression as it stands in our source: after what can come before one, on one line. */
const LITERAL = /(?<=(?:[(=,:[?&|>]\s{0,3}|return ))\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/g

type Found = { where: string; source: string; flags: string }

function expressions(): Found[] {
  const files = globSync(['domain/**/*.ts', 'contract/**/*.ts', 'server/**/*.ts'], { cwd: ROOT }).filter((file) => !/test|node_modules/.test(file))
  return files.flatMap((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').flatMap((line, index) => /^\s*(?:\*|\/\*|\/\/)/.test(line) ? []
    : [...line.matchAll(LITERAL)].map(([, source = '', flags = '']) => ({ where: `${file}:${index + 1}`, source, flags })).filter(isExpression))).filter(({ where }) => !GIVEN_A_LINE.test(where))
}

function isExpression({ source, flags }: Found): boolean {
  try { return new RegExp(source, flags) instanceof RegExp } catch { return false }
}

/** Runs an expression as `matchAll` does, over pieces that begin like it matches and then do not. */
const ALL_PIECES = [...PIECES, '0', '1a', 'A', '"', "'", '=', ';', '{', '}', '%', '$', 'a,', 'a:', 'a-', 'a_', '--', 'T', '+', '<!--', '</', 'x-', 'so ', 'on ', 'someone ', '= ', '=?', ';a=']
const ENDS = ['', '\u0000']
/** A tenth of the longest text: what is slow there keeps the server at one text for seconds. Unit: characters. */
const GIVEN = 12_000
/** These are given at most a line of the writer's own words, which is cut at 120 characters. */
const GIVEN_A_LINE = /^domain\/writing\/rules\//

describe('past/27: each of our regular expressions', () => {
  const all = expressions()
  test('is found in the source', () => expect(all.length).toBeGreaterThan(150))

  test('takes no text by surprise', { timeout: 240_000 }, () => {
    const found = [...new Map(all.map((one) => [`/${one.source}/${one.flags}`, one]))].flatMap(([shown, one]) => {
      const expression = new RegExp(one.source, one.flags.replace(/[gy]/g, '') + 'g')
      expression.exec('')
      const bad = ALL_PIECES.find((piece) => ENDS.some((end) => {
        const run = (length: number) => tookMs(() => [...(repeated('', piece, length) + end).matchAll(expression)].length, 1)
        return [24, GIVEN / 12, GIVEN].some((length) => Array.from({ length: TRIES }).every(() => run(length) > FAST_MS))
      }))
      return bad === undefined ? [] : [`${one.where} ${shown} on ${JSON.stringify(bad)}`]
    })
    expect(found).toEqual([])
  })
})
