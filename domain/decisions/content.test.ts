import { describe, expect, test } from 'vitest'
import { EMPTY_CONTENT, OPTIONS_MAX, checkContent, checkDraft, contentProblems } from './content.ts'
import { ENGLISH, inWords } from '../words/said.ts'
import type { DecisionContent, DecisionOption } from './content.ts'

const option = (id: string, title: string, tradeOffIds: readonly string[] = []): DecisionOption => ({ id, title, body: '', tradeOffs: tradeOffIds.map((one) => ({ id: one, side: 'good', text: 'Fast.' })) })
const CACHE = option('cache', 'A cache')
const INDEX = option('index', 'An index')
const whole = (more: Partial<DecisionContent> = {}): DecisionContent => ({ ...EMPTY_CONTENT, title: 'How the list gets fast', needed: 'What we do about Mondays.', options: [CACHE, INDEX], ...more })

describe('what keeps a text from being opened', () => {
  test.each([
    ['nothing', whole(), []],
    ['everything', EMPTY_CONTENT, ['title', 'needed', 'options']],
    ['a title of spaces', whole({ title: ' \n ' }), ['title']],
    ['no question', whole({ needed: '\t' }), ['needed']],
    ['one option', whole({ options: [CACHE] }), ['options']],
    ['an option without a name', whole({ options: [CACHE, option('x', '  ')] }), ['options']],
    ['equal options', whole({ options: [CACHE, option('x', 'A cache')] }), ['options']],
    ['options that differ in case and spaces alone', whole({ options: [CACHE, option('x', ' a  CACHE ')] }), ['options']],
    ['three of the same', whole({ options: [CACHE, option('x', 'A cache'), option('y', 'A cache')] }), ['options', 'options']],
    ['two without a name', whole({ options: [option('x', ''), option('y', '')] }), ['options', 'options']],
    ['a recommendation that is gone', whole({ recommendation: { optionId: 'queue', why: '' } }), ['recommendation']],
    ['a recommendation that is there', whole({ recommendation: { optionId: 'index', why: '' } }), []],
  ])('%s', (_why, content, fields) => {
    const problems = contentProblems(content)
    expect(problems.map(({ field }) => field)).toEqual(fields)
    for (const { message, next } of problems) for (const sentence of [inWords(message, ENGLISH), inWords(next, ENGLISH)]) expect(sentence).toMatch(/^[A-Z][^!]+[.]$/)
    if (fields.length === 0) expect(() => { checkContent(content) }).not.toThrow()
    else expect(() => { checkContent(content) }).toThrow(expect.objectContaining({ code: 'bad_input', said: { message: problems[0]?.message, next: problems[0]?.next } }))
  })
})

describe('what even a draft may not have', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => option(`o${at}`, `Option ${at}`))
  test.each([
    ['nothing yet', [], null],
    ['as many options as are allowed', many(OPTIONS_MAX), null],
    ['one more', many(OPTIONS_MAX + 1), `${OPTIONS_MAX + 1} options`],
    ['two hundred options', many(200), '200 options'],
    ['two options of one id', [CACHE, option('cache', 'Another')], 'same id'],
    ['two trade-offs of one id', [option('a', 'A', ['x', 'x'])], 'same id'],
    ['trade-offs of one id in two options', [option('a', 'A', ['x']), option('b', 'B', ['x'])], 'same id'],
    ['a trade-off called like an option', [option('a', 'A', ['b']), option('b', 'B')], 'same id'],
  ])('%s', (_why, options, refused) => {
    const attempt = () => { checkDraft({ options }) }
    if (refused === null) expect(attempt).not.toThrow()
    else expect(attempt).toThrow(expect.objectContaining({ code: 'bad_input', message: expect.stringContaining(refused) }))
    if (refused !== null) expect(() => { checkContent(whole({ options })) }).toThrow(expect.objectContaining({ message: expect.stringContaining(refused) }))
  })
})
