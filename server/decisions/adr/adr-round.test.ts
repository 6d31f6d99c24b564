import { EMPTY_CONTENT } from '#domain/decisions/content.ts'
import type { DecisionContent } from '#domain/decisions/content.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded } from './marks.ts'
import { tidy } from './outline.ts'
import { readAdr } from './read.ts'
import { writeMadr } from './write.ts'
import type { MadrGiven } from './write.ts'

/** Pieces that open, close or break Markdown, among ordinary words. */
const PIECES = ['a', 'Redis', ' ', '  ', '    ', '\n', '\n\n', '\n\n\n', '# ', '## ', '### ', '#### ', '## Decision Outcome', '### Consequences', '### Links', '## Status', '---', '===', '***', '* ', '- ', '+ ', '1. ', '> ', '```', '~~~',
  '<!--', '-->', '<div>', '</div>', '<script>', '[x](y.md)', '](', '[', ']', '\\', '\\#', '`', '"', '", because ', ', because', 'because', 'It is ', 'it is ', 'The ', 'we’re ', 'Chosen option: ', 'Recommended option: "a"', 'Good, because ', 'Bad, ', 'Known, high confidence: ', '| a | b |',
  '|---|---|', '\t', '&amp;', '✅', 'é', '日本', '…', ':', '.', '!', '#', '\r\n', 'status: accepted', '{x}', 'Option 1: ', '[^1]: x', '[a]: b'] as const
const words = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 12 }).map((parts) => parts.join(''))
const clean = (text: string): string => tidy(text)
const field = words.map(clean)
const line = words.map((text) => text.replace(/\s+/g, ' ').trim())
const title = line.filter((text) => /[\p{L}\p{N}]/u.test(text) && !/^(?:\{.*\}|\[[^\]]*\])$/.test(text))
const note = field.map((text) => text.trimStart())

const tradeOff = fc.record({ side: fc.constantFrom('good' as const, 'neutral' as const, 'bad' as const), text: note })
const option = fc.record({ title: title.map((text) => text.slice(0, 150).trim()).filter((text) => text.isWellFormed() && folded(text) !== ''), body: field, tradeOffs: fc.array(tradeOff, { maxLength: 3 }) })
const claim = fc.record({ text: note.filter((text) => text !== ''), basis: fc.constantFrom('known' as const, 'assumed' as const), confidence: fc.constantFrom('high' as const, 'medium' as const, 'low' as const) })
const content: fc.Arbitrary<DecisionContent> = fc.record({
  title: title.map((text) => text.slice(0, 150).trim()).filter((text) => folded(text) !== ''), needed: field, context: field, criteria: field, claims: fc.array(claim, { maxLength: 3 }),
  options: fc.uniqueArray(option, { maxLength: 4, selector: ({ title: name }) => folded(name) }).map((options) => options.map((one, at) => ({
    id: `option-${at + 1}`, ...one, tradeOffs: one.tradeOffs.map((each, index) => ({ id: `option-${at + 1}-${index + 1}`, ...each })),
  }))),
  recommendation: fc.record({ optionId: fc.constantFrom(null, 'option-1', 'option-2'), why: field }), objectionsForeseen: field, consequences: field, confirmation: field, more: field,
}).map((one) => ({ ...one, recommendation: { ...one.recommendation, optionId: one.options.some(({ id }) => id === one.recommendation.optionId) ? one.recommendation.optionId : null } }))

const FRONT = 'status: accepted\ndate: 2026-03-24\ndecision-makers:\n  - Mei Tan\n'
const given = (said: DecisionContent, chosen: string | null): MadrGiven => ({
  content: said, front: FRONT, chosenOptionId: said.options.some(({ id }) => id === chosen) ? chosen : null, links: ['Supersedes [ADR-0003](0003-old.md)'],
  reviewOn: '2026-09-01', triggers: ['more than 5 % of requests fail'], onRecord: [],
})

describe('what is written as MADR is read again', () => {
  test('word for word, whatever people wrote', () => {
    fc.assert(fc.property(content, fc.constantFrom(null, 'option-1', 'option-2', 'option-3'), (said, chosen) => {
      const madr = given(said, chosen)
      const read = readAdr('0007-x.md', writeMadr(madr).text)
      expect(read.content).toEqual(said)
      expect(read.chosenOptionId).toBe(madr.chosenOptionId)
      expect([read.format, read.state, read.date, read.reviewOn]).toEqual(['madr', 'decided', '2026-03-24', '2026-09-01'])
      expect(read.links.map(({ how, target }) => [how, target])).toEqual([['supersedes', '0003-old.md']])
    }), { numRuns: 1000 })
  })

  test.each(['Option 1: it is there.', 'Recommended option: "1. a"', 'Chosen option: "1. a".', 'Recommendation: take it.'])('a reason that begins like a choice is none: %s', (why) => {
    const said: DecisionContent = { ...EMPTY_CONTENT, title: 'a', options: [{ id: 'option-1', title: '1. a', body: '', tradeOffs: [] }], recommendation: { optionId: null, why } }
    const read = readAdr('0007-x.md', writeMadr(given(said, null)).text)
    expect([read.content, read.chosenOptionId]).toEqual([said, null])
  })

  test.each(['0: !', 'ADR-12: Caches', '7. Sessions', 'adr 3) x', '12'])('a title that begins with a number keeps it: %s', (name) => {
    expect(readAdr('0007-x.md', writeMadr(given({ ...EMPTY_CONTENT, title: name }, null)).text).content.title).toBe(name)
  })

  test('and written the same again', () => {
    fc.assert(fc.property(content, (said) => {
      const once = writeMadr(given(said, null)).text
      expect(writeMadr(given(readAdr('0007-x.md', once).content, null)).text).toBe(once)
    }), { numRuns: 500 })
  })
})

describe('nothing makes the reader give up', () => {
  const noise = fc.array(fc.oneof(fc.constantFrom(...PIECES, '---\n', '\nstatus: ', '\n- Status: ', '\n## Status\n', '\n## Context\n', '\n## Options\n', '\n### Pros\n', 'Superseded by [x](x.md)', '# 1. ', '\uFEFF', '\r', ': [', '&a', '*a', '\n'), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 60 })
    .map((parts) => parts.join(''))
  test.each([['any text', fc.string({ unit: 'binary', maxLength: 400 })], ['pieces of records', noise]])('%s', (_what, texts) => {
    fc.assert(fc.property(texts, fc.constantFrom('0001-a.md', '20200101-a.md', 'a.md', '', 'a/b c/0002.md'), (text, path) => {
      const read = readAdr(path, text)
      expect(read.content.title).not.toBe('')
      expect(read.content.title.length).toBeLessThanOrEqual(200)
    }), { numRuns: 3000 })
  })

  test.each([['brackets', '['], ['stars', '*a '], ['comments', '<!--'], ['headings', '# a\n'], ['options', '\n## Options\n### a\n'], ['lists in lists', ' * '], ['quotations', '> '], ['lines of data', 'Status: a\n\n'], ['backticks', '`'], ['rules', '---\n'], ['a status', 'Status: <!-- '], ['a section of it', '\n## Status\n<!--<!--'], ['YAML', '---\na: [']])('nor take long: a megabyte of %s', (_what, piece) => {
    const started = performance.now()
    readAdr('0001-a.md', `# A\n\n## Decision\n\n${piece.repeat(1_000_000 / piece.length)}`)
    readAdr('0001-a.md', piece.repeat(1_000_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})
