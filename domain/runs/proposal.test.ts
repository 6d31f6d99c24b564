import { describe, expect, test } from 'vitest'
import { proposalFor } from './proposal.ts'
import { stepsOf } from './steps.ts'
import { checkFinish, minutesOf, runStatus } from './words.ts'

const PAGE = '# Restore\n\n1. Stop the writers.\n\n   ```sh\n   stop\n   ```\n\n   1. All of them.\n2. Restore the copy.\n\nThat is all.\n'
const differing = (index: number, ...texts: string[]) => {
  const step = stepsOf(PAGE)[index]
  return { index, title: step?.title ?? '', body: step?.body ?? '', remarks: texts.map((text) => ({ head: 'Different on 3 March (Mei)', text })) }
}
const propose = (text: string, sameVersion: boolean, ...some: ReturnType<typeof differing>[]) => proposalFor(text, some, { sameVersion, heading: 'From a run on 3 March' })

describe('what went differently becomes an edit of the page', () => {
  test.each([
    ['nothing did', [], PAGE],
    ['beside its step, before the steps below it', [differing(0, 'Two of them.')], PAGE.replace('   ```\n\n', '   ```\n   > Different on 3 March (Mei): Two of them.\n\n')],
    ['as far in as its step', [differing(1, 'One\nby one.')], PAGE.replace('All of them.\n', 'All of them.\n      > Different on 3 March (Mei): One\n      > by one.\n')],
    ['several', [differing(0, 'A', 'B'), differing(2, 'C')], PAGE.replace('   ```\n\n', '   ```\n   > Different on 3 March (Mei): A\n   >\n   > Different on 3 March (Mei): B\n\n').replace('copy.\n', 'copy.\n   > Different on 3 March (Mei): C\n')],
  ])('%s', (_why, some, expected) => { expect(propose(PAGE, true, ...some)).toBe(expected) })

  test('in a text that was edited since, its step is known by its words', () => {
    const now = `0. Breathe.\n${PAGE}`.replace('# Restore\n\n', '')
    expect(propose(now, false, differing(2, 'C'))).toBe(now.replace('copy.\n', 'copy.\n   > Different on 3 March (Mei): C\n'))
  })
  test('a step that is gone stands at the end', () => {
    expect(propose('# Other\n', false, differing(2, 'C'))).toBe('# Other\n\n## From a run on 3 March\n\n**Restore the copy.**\n\n> Different on 3 March (Mei): C\n')
  })
  test('line ends stay as they are', () => { expect(propose('1. One\r\n2. Two\r\n', true, differing(0, 'C'))).toBe('1. One\r\n   > Different on 3 March (Mei): C\r\n2. Two\r\n') })
  test('the steps of the page stay its steps', () => {
    const before = stepsOf(PAGE).map(({ title, depth }) => ({ title, depth }))
    expect(stepsOf(propose(PAGE, true, differing(0, 'A'), differing(1, 'B'), differing(2, 'C'))).map(({ title, depth }) => ({ title, depth }))).toEqual(before)
  })
})

describe('a run in one line', () => {
  const at = (text: string) => Temporal.Instant.from(text)
  const run = { state: 'running', steps: 7, done: 4, skipped: 0, holderName: 'Mei', startedAt: at('2026-03-03T09:12:00Z'), endedAt: null, endedByName: null } as const
  const read = { zone: 'UTC', now: at('2026-03-03T09:54:00Z') }
  test.each([
    [run, '4 of 7 steps done; Mei has it, since 09:12.'],
    [{ ...run, state: 'finished', skipped: 1, endedAt: at('2026-03-03T09:54:00Z'), endedByName: 'Ben' } as const, 'Finished by Ben on 3 March, after 42 min; 1 step skipped.'],
    [{ ...run, state: 'abandoned', endedAt: at('2026-03-03T11:12:00Z'), endedByName: null } as const, 'Abandoned by somebody who left on 3 March, after 2 h.'],
  ])('%#', (facts, words) => { expect(runStatus(facts, read)).toBe(words) })
  test('its minutes count to now', () => { expect(minutesOf(run, read.now)).toBe(42) })

  test('it is finished once every step is dealt with', () => {
    expect(() => checkFinish([])).not.toThrow()
    expect(() => checkFinish([3])).toThrow('Step 3 is neither ticked nor skipped.')
    expect(() => checkFinish([1, 2, 3, 4, 5, 6, 7])).toThrow('Steps 1, 2, 3, 4, 5 and 2 more are neither ticked nor skipped.')
  })
})
