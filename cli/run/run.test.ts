import type { RunStep, RunView } from '#contract/runs.ts'
import { describe, expect, test } from 'vitest'
import type { Ask } from '../ask.ts'
import { makeCli } from '../context.ts'
import { runCli } from '../run.ts'
import { testTerminal } from '../terminal.test-kit.ts'
import { runThrough } from './dialogue.ts'
import { runText } from './render.ts'

const STEP: RunStep = { step: 1, depth: 0, title: 'Stop the writers.', body: 'Stop the writers.', ask: null, state: 'open', byId: null, byName: null, at: null, reason: '', notes: [], asked: null }
const RUN: RunView = {
  id: 'r', number: 141, pageTitle: 'Restore', spaceId: 's', spaceName: 'Platform', title: 'Drill', why: 'Incident 7', state: 'running', version: 1, startedAt: '2026-03-23T07:00:00Z', startedById: 'm', startedByName: 'Mei', holderId: 'm', holderName: 'Mei',
  endedAt: null, endedByName: null, outcome: '', minutes: 0, steps: 2, done: 0, skipped: 0, different: 0, people: [], dueOn: null, status: '0 of 2 steps done; Mei has it, since 08:00.', list: [STEP, { ...STEP, step: 2, depth: 1, title: 'All of them.', body: 'All of them.' }],
  pageVersion: 1, proposes: false, fed: false, can: ['tick'],
}

test('a run shows its steps with who ticked them and what was noted', () => {
  const [one, two] = RUN.list as [RunStep, RunStep]
  const done: RunStep = { ...one, state: 'done', byName: 'Ben', at: '2026-03-23T07:05:00Z', notes: [{ id: 'n', byId: 'b', byName: 'Ben', at: '2026-03-23T07:05:00Z', text: 'Two of them.', different: true }] }
  const text = runText({ ...RUN, list: [done, { ...two, asked: { number: 9, title: 'x', open: true, status: 'Due tomorrow.', answererName: 'Ana', ticks: true } }] }, { zone: 'UTC', now: Temporal.Instant.from('2026-03-23T08:00:00Z') }, 80)
  expect(text.split('\n').slice(4)).toEqual(['[x] 1. Stop the writers. (Ben, 07:05)', '    Differently: Two of them. (Ben)', '    [ ] 2. All of them.', '        #9 Ana: Due tomorrow.', ''])
})

test('the open steps are gone through, and what went differently is offered to the page', async () => {
  const sent: string[] = []
  let run = RUN
  const answers = ['different', 'Two of them.', 'skip', 'None here.', '']
  const ask = { one: async () => answers.shift() ?? '', line: async () => answers.shift() ?? '', yes: async () => true, secret: async () => '', some: async () => [] } satisfies Ask
  const set = (step: number, state: RunStep['state']): RunView => {
    run = { ...run, list: run.list.map((one) => one.step === step ? { ...one, state } : one), proposes: true }
    return run = { ...run, done: run.list.filter((one) => one.state === 'done').length, skipped: run.list.filter((one) => one.state === 'skipped').length }
  }
  const { terminal, said } = testTerminal()
  const call = async ({ name }: { name: string }, input: { step?: number }) => {
    sent.push(name)
    if (name === 'runs.tick') return set(input.step ?? 0, 'done')
    if (name === 'runs.skip') return set(input.step ?? 0, 'skipped')
    return name === 'runs.proposal' ? { number: 141, base: 1, title: 'Restore', text: 'x', note: '', lines: [{ kind: 'added', text: '> Different: Two of them.' }], changes: 1 } : run
  }
  await runThrough({ ...makeCli(terminal, () => ({})), call: call as never }, RUN, ask)
  expect(sent).toEqual(['runs.tick', 'runs.skip', 'runs.read', 'runs.finish', 'runs.proposal', 'runs.feed'])
  expect(said.join('')).toContain('+ > Different: Two of them.')
})

describe('what cannot be understood', () => {
  test.each([
    ['no number', ['run', 'relay'], '"relay" is not the number of a page.'], ['no step', ['run', 'tick', '141', 'x'], '"x" is not the number of a step.'], ['no days', ['page', 'own', '141', '--nobody', '--days', 'x'], '--days takes a number of days.'],
  ])('%s', async (_why, args, message) => {
    const { terminal, said } = testTerminal()
    expect(await runCli(args, terminal)).toBe(2)
    expect(said.join('')).toContain(message)
  })
})

test.each([['run', 'list'], ['run', 'show'], ['run', 'tick'], ['run', 'finish'], ['run', 'due'], ['page', 'verify'], ['page', 'own'], ['page', 'wrong'], ['page', 'helped']])('help of %s %s has an example', async (group, verb) => {
  const { terminal, out } = testTerminal()
  await runCli([group, verb, '--help'], terminal)
  expect(out.join('')).toContain(`longhand ${group} ${verb}`)
})
