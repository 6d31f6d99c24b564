import { describe, expect, test } from 'vitest'
import { headWords, hrefOf, unreadWords } from './list/list-words.ts'
import { viewOf } from './list/view.ts'
import { asMarkdown } from './read/as-markdown.ts'
import { decisionDraft, slotWords } from './read/slot-words.ts'
import { aboutWords, firstWords, marksWords, quoteFrom } from './read/text-words.ts'
import { filesBeside } from './read/texts.ts'
import type { ThreadText } from './read/texts.ts'
import { readUpTo, unreadOf } from './read/unread.ts'
import { dropUnsent, keepUnsent, unsentIn } from './write/unsent.ts'

const text = (seq: number, authorId: string, deletedAt: string | null = null) => ({ seq, authorId, deletedAt })
const THREAD = [text(0, 'ana'), text(1, 'ben'), text(2, 'me'), text(3, 'ana', '2026-03-24T09:00:00Z'), text(4, 'ana'), text(5, 'ben')]

describe('what is new to a reader', () => {
  test('leaves out one’s own and what was deleted', () => expect(unreadOf(THREAD, 0, 'me').map(({ seq }) => seq)).toEqual([1, 4, 5]))
  test.each([
    ['nothing seen', 0, [], undefined], ['the first one seen', 0, [1], 3], ['a later one alone', 0, [4, 5], undefined], ['all', 0, [1, 4, 5], 5],
    ['up to the one that was not on screen', 0, [1, 5], 3], ['the opening too', -1, [0, 1], 3], ['everything was read before', 5, [5], undefined],
  ])('the mark moves over what was on screen: %s', (_what, readSeq, seen, mark) => expect(readUpTo(THREAD, readSeq, new Set(seen), 'me')).toBe(mark))
})

describe('words beside a text', () => {
  test.each([
    [{ kind: 'answer' as const, askNumber: 12, via: 'web' as const }, ['answers #12']], [{ kind: 'reply' as const, askNumber: null, via: 'mail' as const }, ['by mail']],
    [{ kind: 'reply' as const, askNumber: null, via: 'web' as const }, []], [{ kind: 'outcome' as const, askNumber: null, via: 'cli' as const }, ['the outcome', 'from the command line']],
  ])('%o', (said, words) => expect(aboutWords(said)).toEqual(words))
  test('marks are counted for the author', () => {
    expect(marksWords({ tooLong: 2, missingContext: 1 })).toBe('Two readers found it too long; one reader missed context. Only you see this.')
    expect(marksWords({ tooLong: 0, missingContext: 0 })).toBeUndefined()
  })
  test('a text is named by its first words', () => {
    expect(firstWords('> ## Which limit\nmore')).toBe('Which limit')
    expect(firstWords('one two three four', 9)).toBe('one two …')
  })
  test('a quote is what was selected, else the whole text', () => {
    expect(quoteFrom('All of it.', ' of ')).toBe('of')
    expect(quoteFrom('All of it.', '')).toBe('All of it.')
  })
  test('a picture that the text shows does not stand below it again', () => {
    const file = { id: '1', name: 'a.png', type: 'image/png', size: 1, url: '/files/1/a.png', image: true }
    expect(filesBeside({ body: '![a](/files/1/a.png)', files: [file, { ...file, id: '2', url: '/files/2/b.pdf', image: false }] }).map(({ id }) => id)).toEqual(['2'])
  })
})

describe('the list', () => {
  test('an address names a view, everywhere or in a space', () => {
    expect([viewOf('unread'), viewOf('nonsense'), viewOf(undefined)]).toEqual(['unread', 'all', 'all'])
    expect([hrefOf('all', undefined), hrefOf('unread', 'x'), hrefOf('all', 'x')]).toEqual(['/threads', '/threads?view=unread&space=x', '/threads?space=x'])
  })
  const head = { kind: 'thread' as const, replies: 0, unread: 0, following: 'off' as const, resolved: false, ask: null }
  test('says what a thread is', () => {
    expect(headWords({ ...head, replies: 2, following: 'muted' })).toEqual(['two replies', 'muted'])
    expect(headWords({ ...head, kind: 'ask', ask: { state: 'overdue', answererName: 'Mei', dueAt: null } })).toEqual(['Ask late, waits for Mei'])
  })
  test('says what is new', () => expect([unreadWords({ unread: 0, replies: 4 }), unreadWords({ unread: 2, replies: 4 }), unreadWords({ unread: 1, replies: 0 })]).toEqual([undefined, 'Two new texts', 'New']))
})

test('a time for a call has everybody’s clock', () => {
  const now = Temporal.Instant.from('2026-03-24T08:00:00Z')
  const slot = { start: Temporal.Instant.from('2026-03-25T08:00:00Z'), end: Temporal.Instant.from('2026-03-25T08:15:00Z') }
  const people = [{ id: 'me', name: 'Olga', zone: 'Europe/Berlin' }, { id: 'k', name: 'Kenji', zone: 'Asia/Tokyo' }, { id: 'b', name: 'Ben', zone: 'Europe/Paris' }]
  expect(slotWords(slot, people, 'me', 'Europe/Berlin', now)).toBe('tomorrow 09:00 to 09:15; 17:00 for Kenji in Tokyo')
})
test('a decision draft holds the open points', () => expect(decisionDraft('Limits', ['Three or five?'])).toContain('**What is open:**\n- Three or five?'))

test('a thread is taken along as Markdown', () => {
  const said: ThreadText = {
    key: 'opening', replyId: null, seq: 0, kind: 'reply', authorId: 'a', authorName: 'Ana', authorZone: 'Europe/Lisbon', body: 'Why three?', quote: { replyId: null, authorName: 'Ben', text: 'It is\nthree' }, askNumber: null,
    via: 'web', postedAt: '2026-03-24T08:00:00Z', editedAt: null, deletedAt: null, undoUntil: null, files: [], reactions: [], saved: false, marks: null, myMarks: [], can: [],
  }
  const thread = { number: 7, title: 'Limits', spaceName: 'Billing', outcome: null, state: { text: 'Measuring.', version: 1, byName: 'Ana', at: null } }
  expect(asMarkdown(thread, [said, { ...said, deletedAt: '2026-03-24T09:00:00Z' }], { origin: 'https://x.example', zone: 'Europe/Berlin' }))
    .toBe('# Limits\n\n[#7](https://x.example/7) · Billing\n\n**Where it stands:** Measuring.\n\n---\n\n**Ana**, Tuesday 24 March 2026, 09:00 in Berlin\n\n> It is\n> three\n>\n> — Ben\n\nWhy three?\n')
})

test('a reply on its way is kept for its writer and thread until the server has it', () => {
  const kept = new Map<string, string>()
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) }
  const reply = { key: 'k', number: 7, personId: 'me', body: 'Yes.', quote: null, files: [], at: '2026-03-24T08:00:00Z' }
  keepUnsent(storage, reply)
  expect([unsentIn(storage, 7, 'me'), unsentIn(storage, 7, 'ben'), unsentIn(storage, 8, 'me')]).toEqual([[reply], [], []])
  dropUnsent(storage, 'k')
  expect(kept.size).toBe(0)
  kept.set('longhand.unsent', 'broken')
  expect(unsentIn(storage, 7, 'me')).toEqual([])
})
