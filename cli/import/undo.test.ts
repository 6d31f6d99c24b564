import { expect, test } from 'vitest'
import { undoWords } from './undo.ts'

const run = { id: '', kind: 'slack' as const, source: 'slack:T1', name: 'export.zip', byName: 'Olga', state: 'finished' as const, beganAt: '', finishedAt: null, counts: { conversations: 0, messages: 0, pages: 0, known: 0, matched: 0, placeholders: 0, spaces: 0 }, problemCount: 0, problems: [], takenBackAt: null, can: [] }

test('what went and what stays is told in words, with the reason of each', () => {
  expect(undoWords({ run, taken: 1200, replies: 1, stays: [{ number: 12, title: 'Ferry', why: 'somebody replied' }], stayCount: 3 }, false))
    .toBe('1,200 entries and 1 reply of export.zip are gone.\n3 stay:\n  #12  Ferry: somebody replied\n  and 2 more\nPeople and spaces that came with it stay.\n')
  expect(undoWords({ run, taken: 1, replies: 0, stays: [], stayCount: 0 }, true)).toBe('1 entry of export.zip would go.\nNothing was changed. Leave out --dry-run to take it back.\n')
})
