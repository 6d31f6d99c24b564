import { expect, test } from 'vitest'
import { placeholderWords, runWords, takenWords } from './import-words.ts'

const counts = { conversations: 0, messages: 0, pages: 0, known: 0, matched: 0, placeholders: 0, spaces: 0 }
test.each([
  [{ kind: 'slack', state: 'finished', counts: { ...counts, messages: 9494, conversations: 890 }, problemCount: 1 }, '9,494 messages in 890 conversations from Slack; 1 thing could not be read.'],
  [{ kind: 'markdown', state: 'running', counts: { ...counts, pages: 1 }, problemCount: 0 }, '1 page from Markdown; it was not finished: the same import goes on.'],
  [{ kind: 'mbox', state: 'finished', counts: { ...counts, known: 3 }, problemCount: 0 }, 'Nothing new from mail; 3 messages were here already.'],
] as const)('%#: a run is said in one sentence', (run, words) => expect(runWords(run)).toBe(words))
test.each([
  [{ taken: 890, replies: 1, stayCount: 2 }, false, 'This would go: 890 entries and 1 reply; this stays, since somebody built on it: 2 entries.'],
  [{ taken: 1, replies: 0, stayCount: 0 }, true, 'Taken back: 1 entry.'],
] as const)('%#: what is taken back is said in one sentence', (taken, done, words) => expect(takenWords(taken, done)).toBe(words))
test('somebody who has not come', () => expect(placeholderWords({ id: 'x', name: 'Quin', email: null, source: 'slack:T1', texts: 1 })).toBe('Named by slack:T1 · wrote 1 text'))
