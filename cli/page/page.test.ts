import { describe, expect, test } from 'vitest'
import { runCli } from '../run.ts'
import { testTerminal } from '../terminal.test-kit.ts'
import { hasMarks, withMarks } from './both-sides.ts'

test('both sides of a conflict stand between marks, and a text with marks is known', () => {
  const both = withMarks([{ kind: 'same', text: 'a\n' }, { kind: 'conflict', base: 'b', mine: 'B', theirs: 'ß\n' }, { kind: 'same', text: 'c' }], 'Mei')
  expect(both).toBe('a\n<<<<<<< yours\nB\n=======\nß\n>>>>>>> Mei\nc')
  expect([hasMarks(both), hasMarks('a\n=======\nc')]).toEqual([true, false])
})

describe('what cannot be understood', () => {
  test.each([
    ['no number', ['page', 'show', 'relay'], '"relay" is not the number of a page.'], ['no version', ['page', 'restore', '141', 'old'], '"old" is not a version.'],
    ['a tree of nothing', ['page', 'list', '--tree'], 'A tree is one of a space.'], ['nowhere to go', ['page', 'move', '141'], 'It must be said where the page goes.'], ['no kind', ['page', 'list', '--kind', 'poem'], 'It is one of reference, runbook'],
  ])('%s', async (_why, args, message) => {
    const { terminal, said } = testTerminal()
    expect(await runCli(args, terminal)).toBe(2)
    expect(said.join('')).toContain(message)
  })
})

test.each(['list', 'show', 'new', 'edit', 'history', 'diff', 'restore', 'move'])('help of %s has an example', async (verb) => {
  const { terminal, out } = testTerminal()
  await runCli(['page', verb, '--help'], terminal)
  expect(out.join('')).toContain(`longhand page ${verb}`)
})
