import type { DecisionContent } from '#contract/decisions.ts'
import { describe, expect, test } from 'vitest'
import { runCli } from '../run.ts'
import { testTerminal } from '../terminal.test-kit.ts'
import { withFlags } from './flags.ts'

const blank: DecisionContent = { title: '', needed: '', context: '', criteria: '', claims: [], options: [], recommendation: { optionId: null, why: '' }, objectionsForeseen: '', consequences: '', confirmation: '', more: '' }

describe('a decision in flags', () => {
  test('options get ids, trade-offs go to their option, and one is recommended', () => {
    const content = withFlags(blank, { title: 'Cache', option: ['Redis', 'A table | One less to run.'], good: ['redis | We know it.'], bad: ['A table | Slower.'], recommend: 'redis', why: 'It works.' })
    expect(content).toMatchObject({
      title: 'Cache', recommendation: { optionId: 'redis', why: 'It works.' },
      options: [
        { id: 'redis', title: 'Redis', body: '', tradeOffs: [{ id: 'redis-good', side: 'good', text: 'We know it.' }] },
        { id: 'a-table', title: 'A table', body: 'One less to run.', tradeOffs: [{ id: 'a-table-bad', side: 'bad', text: 'Slower.' }] },
      ],
    })
  })

  test('what was there keeps its ids and its words', () => {
    const content = withFlags({ ...blank, needed: 'Which?', options: [{ id: 'one', title: 'Redis', body: '', tradeOffs: [{ id: 'x', side: 'good', text: 'Known.' }] }] }, { option: ['Nothing'], bad: ['Redis | A process more.'] })
    expect(content.needed).toBe('Which?')
    expect(content.options.map(({ id, tradeOffs }) => [id, tradeOffs.map((one) => one.id)])).toEqual([['one', ['x', 'one-bad']], ['nothing', []]])
  })

  test.each([{ good: ['Memcached | Small.'] }, { recommend: 'Memcached' }])('an option that is not there is told: %o', (flags) => {
    expect(() => withFlags(blank, { option: ['Redis'], ...flags })).toThrow(/"Memcached", which is no option/)
  })
})

describe('what cannot be understood', () => {
  test.each([
    ['no number', ['decide', 'show', 'cache'], '"cache" is not the number of a decision.'],
    ['no position', ['decide', 'position', '128', 'maybe'], 'The kind cannot be "maybe".\n  It is one of support, no-concern, question, objection, abstain.'],
    ['a newer record without its number', ['decide', 'supersede', '96'], "required option '--by <number>' not specified"],
  ])('%s', async (_why, args, message) => {
    const { terminal, said } = testTerminal()
    expect(await runCli(args, terminal)).toBe(2)
    expect(said.join('')).toContain(message)
  })

  test('every verb begins its help with an example', async () => {
    const { terminal, out } = testTerminal()
    await runCli(['decide', '--help'], terminal)
    const verbs = [...out.join('').matchAll(/^ {2}([a-z-]+) /gm)].map(([, verb]) => verb)
    expect(verbs).toEqual(expect.arrayContaining(['new', 'list', 'show', 'open', 'position', 'remark', 'call', 'waive', 'more-time', 'sign', 'edit', 'roles', 'withdraw', 'resume', 'confirm', 'supersede', 'deprecate', 'review']))
  })
})
