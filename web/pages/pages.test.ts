import { describe, expect, test } from 'vitest'
import type { PageRemark, PageView, Saved } from '#contract/pages.ts'
import { diffLines } from '#domain/agreement/line-diff.ts'
import { placeIn } from '../ui/passages.ts'
import { partsOf, wordRuns } from './history/words-diff.ts'
import { comparedIn, linesWords, noteOf } from './history/version-words.ts'
import { askedFor, hrefOf, isNarrow, searchIn } from './list/search.ts'
import { doneOf, notesOf, quoteOf } from './read/notes.ts'
import { outlineOf, shownIn, spread } from './read/outline.ts'
import { daysFrom, reviewValue } from './read/review.ts'
import { helpedWords } from './read/Use.tsx'
import { linesOf, selfAndBelow, treeOf } from './tree.ts'
import { tagsIn } from './words.ts'
import { around, joined, joiningOf, openIn } from './write/conflict.ts'
import type { Chosen } from './write/conflict.ts'
import { begunWith, draftFrom, missingIn, NEW_PAGE, savedFrom } from './write/draft.ts'
import { cameAlong } from './write/NewPagePage.tsx'

const uuid = (last: number): string => `0198c0de-0000-7000-8000-${String(last).padStart(12, '0')}`
const SPACE = uuid(9)

const planted = (number: number, parent: number | null, position = 0, title = `Page ${number}`) => ({ number, title, parent, position })

describe('the tree of a space', () => {
  const shown = (pages: ReturnType<typeof planted>[]) => linesOf(treeOf(pages)).map(({ page, depth }) => `${'-'.repeat(depth)}${page.number}`)
  test('pages stand below their parents, in their places, then by title', () => expect(shown([planted(3, 1), planted(2, null, 1), planted(1, null, 0), planted(4, 1, 0, 'A')])).toEqual(['1', '-4', '-3', '2']))
  test('a page whose parent is not there stands at the top; none is missing', () => expect(shown([planted(3, 99), planted(1, null)])).toEqual(['1', '3']))
  test('a page is not moved below itself', () => expect([...selfAndBelow([planted(1, null), planted(2, 1), planted(3, 2), planted(4, null)], 1)]).toEqual([1, 2, 3]))
})

describe('the outline', () => {
  test('lines keep their address while their words stay; equal ones are told apart', () => expect(outlineOf([{ level: 3, text: 'Before you start: keys' }, { level: 4, text: 'Überblick' }, { level: 3, text: 'Before you start: keys' }])).toEqual([
    { id: 'before-you-start-keys', text: 'Before you start: keys', depth: 0 }, { id: 'überblick', text: 'Überblick', depth: 1 }, { id: 'before-you-start-keys-2', text: 'Before you start: keys', depth: 0 },
  ]))
  test('what stands deep is left to the text', () => expect(shownIn(outlineOf([2, 3, 4, 5].map((level) => ({ level, text: `h${level}` })))).map(({ text }) => text)).toEqual(['h2', 'h3', 'h4']))
  test('a text without headings has none', () => expect(outlineOf([])).toEqual([]))
  test('notes stand beside their passage, and under one another where there is no room', () => expect(spread([{ wanted: 40, height: 50 }, { wanted: 60, height: 20 }, { wanted: 400, height: 10 }], 16)).toEqual([40, 106, 400]))
})

describe('where a selection stands in the Markdown', () => {
  const source = 'Call [redis](https://redis.example) first.\n\nThen **restart** redis and wait.'
  test('the words before it tell equal ones apart, whatever stands in a link', () => expect(placeIn(source, 'redis', 'Call redis first. Then restart ')).toEqual({ start: source.lastIndexOf('redis'), end: source.lastIndexOf('redis') + 5 }))
  test('signs between the words do not count', () => expect(placeIn(source, 'Then restart redis', 'Call redis first. ')).toEqual({ start: source.indexOf('Then'), end: source.indexOf(' and wait') }))
  test('what is not there is not found', () => expect(placeIn(source, 'postgres', 'Call ')).toBeUndefined())
})

const remark = (id: number, change: Partial<PageRemark> = {}): PageRemark => ({ id: uuid(id), authorId: uuid(1), authorName: 'Ben', at: '2026-03-24T09:00:00Z', body: 'Why?', anchor: { quote: 'restart', prefix: '', suffix: '', start: 20, end: 27 }, inReplyTo: null, resolvedAt: null, resolvedByName: null, can: [], ...change })

describe('what is said beside the text', () => {
  const wrong = { id: uuid(5), at: '2026-03-24T09:00:00Z', byName: 'Ana', quote: 'wait', note: 'Not any more.', mine: false }
  const page = { text: 'Then restart redis and wait.', wrong: [wrong], remarks: [remark(1), remark(2, { inReplyTo: uuid(1) }), remark(3, { resolvedAt: '2026-03-24T10:00:00Z' }), remark(4, { anchor: { quote: 'gone', prefix: '', suffix: '', start: null, end: null } })] }
  test('in the order of the passages; what has none comes last, what is dealt with apart', () => {
    expect(notesOf(page).map(({ id, start }) => [id.at(-1), start])).toEqual([['1', 20], ['5', 23], ['4', null]])
    expect(doneOf(page).map(({ id }) => id.at(-1))).toEqual(['3'])
  })
  test('a quote is cut where it is too long, and cuts no character in two', () => expect(quoteOf(`${'x'.repeat(999)}😀`, { start: 0, end: 1001 })).toBe('x'.repeat(999)))
  test.each([[0, false, ''], [1, true, ''], [3, true, 'And two others.'], [1, false, 'It helped one person.']])('it helped %s, the reader among them: %s', (helped, mine, words) => expect(helpedWords(helped, mine)).toBe(words))
})

const conflict: Extract<Saved, { outcome: 'conflict' }> = {
  outcome: 'conflict', version: 4, theirTitle: 'Restart', theirByNames: ['Ben'],
  stretches: [{ kind: 'same', text: '# Restart\n' }, { kind: 'conflict', base: 'wait 5 min\n', mine: 'wait 10 min\n', theirs: 'wait 2 min\n' }, { kind: 'same', text: 'Then:\n' }, { kind: 'conflict', base: 'call Mei', mine: 'call Ana', theirs: 'call Ben' }],
}

describe('a conflict is joined without losing a word', () => {
  const choose = (...chosen: (Chosen | null)[]) => joined({ stretches: conflict.stretches, chosen })
  test('every place is chosen before there is a text', () => expect(choose({ take: 'mine' }, null)).toBeUndefined())
  test.each<[string, Chosen, Chosen, string]>([
    ['one side each', { take: 'mine' }, { take: 'theirs' }, '# Restart\nwait 10 min\nThen:\ncall Ben'], ['both, each in its own lines', { take: 'both' }, { take: 'both' }, '# Restart\nwait 10 min\nwait 2 min\nThen:\ncall Ana\ncall Ben'],
    ['by hand, ending as the sides did', { take: 'hand', text: 'wait 4 min' }, { take: 'hand', text: 'call both' }, '# Restart\nwait 4 min\nThen:\ncall both'], ['nothing at all', { take: 'hand', text: '' }, { take: 'mine' }, '# Restart\nThen:\ncall Ana'],
  ])('%s', (_why, first, second, text) => expect(choose(first, second)).toBe(text))
  test('titles that both changed are a choice too; one that only one side changed stands', () => {
    expect(openIn(joiningOf(conflict, 'Restart', 'Relay'))).toBe(2)
    expect(openIn(joiningOf(conflict, 'Restart the relay', 'Relay'))).toBe(3)
    expect(joiningOf(conflict, 'Relay', 'Relay')).toMatchObject({ title: 'theirs', titles: false })
    expect(joiningOf(conflict, 'Restart it', 'Restart')).toMatchObject({ title: 'mine', titles: false })
  })
  test('what stands around is folded but for the lines beside a place', () => {
    expect(around('a\nb\nc\nd\ne\nf\n', { first: false, last: false })).toEqual({ above: 'a\nb', folded: 2, below: 'e\nf' })
    expect(around('a\nb\nc\nd\ne\nf\n', { first: true, last: false })).toEqual({ above: '', folded: 4, below: 'e\nf' })
    expect(around('a\nb\n', { first: false, last: false })).toEqual({ above: 'a\nb\n', folded: 0, below: '' })
  })
})

describe('two versions compared', () => {
  test('a changed word is marked inside its line', () => expect(wordRuns('wait five minutes,\nthen go', 'wait ten minutes,\nthen go')).toEqual([
    { kind: 'same', text: 'wait ' }, { kind: 'removed', text: 'five' }, { kind: 'added', text: 'ten' }, { kind: 'same', text: ' minutes,\nthen go' },
  ]))
  test('a line written anew is not marked word by word', () => expect(wordRuns('wait five minutes', 'Ask Mei for the key')).toBeUndefined())
  test('lines are gathered into what is the same and what differs', () => expect(partsOf(diffLines('a\nb\nc', 'a\nB\nc'))).toEqual([{ kind: 'same', lines: ['a'] }, { kind: 'changed', removed: ['b'], added: ['B'] }, { kind: 'same', lines: ['c'] }]))
  test.each([[{ added: 3, removed: 1 }, 'three lines added, one removed'], [{ added: 0, removed: 2 }, 'two lines removed'], [{ added: 0, removed: 0 }, '']])('%j', (lines, words) => expect(linesWords(lines)).toBe(words))
  test.each([['?from=5&to=2', { from: 2, to: 5 }], ['?version=3', { version: 3 }], ['?from=2&to=2', undefined], ['?from=x', undefined], ['', undefined]])('the address %s', (query, compared) => expect(comparedIn(query)).toEqual(compared))
  const plain = { note: '', how: 'written' as const, restoredFrom: null, version: 5, added: 0, removed: 0 }
  test('a version says what it did, where its writer did not', () => expect([noteOf({ ...plain, how: 'restored', restoredFrom: 2 }), noteOf({ ...plain, note: 'Mei moved' }), noteOf({ ...plain, added: 2 }), noteOf(plain)]).toEqual(['Made version 2 the newest again', 'Mei moved', 'Two lines added', 'Its title or its tags changed']))
})

describe('the address of the pages', () => {
  const everything = { view: 'all', kind: undefined, truth: undefined, spaceId: undefined, ownerId: undefined, tag: undefined } as const
  test('what is not understood is left out', () => expect(searchIn('?view=x&kind=poem&truth=maybe&space=7')).toEqual(everything))
  test.each([`/pages?view=again&kind=runbook&space=${SPACE}&tag=on+call`, '/pages', '/pages?view=trash'])('%s comes back as it was', (href) => expect(hrefOf(searchIn(href.slice('/pages'.length)))).toBe(href))
  test('a space keeps its tree; anything else is a list', () => expect([isNarrow({ ...everything, spaceId: SPACE }), isNarrow({ ...everything, tag: 'x' }), askedFor({ ...everything, view: 'again' })]).toEqual([false, true, { truth: 'stale' }]))
})

describe('a page that is written', () => {
  const page = { number: 7, title: 'Restart', text: 'a', kind: 'runbook', tags: ['relay'], spaceId: SPACE, parent: null, version: 3 } as const
  const draft = draftFrom(page as unknown as PageView)
  test('only what was changed besides the text is sent', () => {
    expect(savedFrom({ ...draft, title: ' Restart it ', note: ' why ' }, { ...page, tags: ['relay'] })).toEqual({ number: 7, base: 3, title: 'Restart it', text: 'a', note: 'why' })
    expect(savedFrom({ ...draft, tags: 'relay, #ops', kind: 'process' }, { ...page, tags: ['relay'] })).toMatchObject({ kind: 'process', tags: ['relay', 'ops'] })
  })
  test('it is saved on the version it was begun on, however the page moved on', () => expect(savedFrom(draft, { ...page, tags: ['relay'], version: 9 }).base).toBe(3))
  test('a title and a space are needed', () => expect([missingIn(NEW_PAGE), missingIn(draft)]).toEqual([{ title: 'Give the page a title.', space: 'Choose the space that it stands in.' }, {}]))
  const TEMPLATES = [{ kind: 'runbook', title: 'Runbook: ', text: 'Steps\n' }, { kind: 'memo', title: 'Memo: ', text: 'Thought\n' }] as const
  test.each([
    ['nothing', { title: '', text: '' }, { title: 'Memo: ', text: 'Thought\n' }],
    ['a title', { title: 'Restart the relay', text: '' }, { title: 'Restart the relay', text: 'Thought\n' }],
    ['another template', { title: 'Runbook: ', text: 'Steps\n' }, { title: 'Memo: ', text: 'Thought\n' }],
    ['a text', { title: 'Runbook: ', text: 'mine' }, { title: 'Memo: ', text: 'mine\n\nThought\n' }],
    ['a text above another template', { title: 'Relay', text: 'mine\n\nSteps\n' }, { title: 'Relay', text: 'mine\n\nThought\n' }],
  ])('a template takes the place of nothing that somebody wrote: %s', (_had, had, then) => expect(begunWith(had, TEMPLATES[1], TEMPLATES)).toEqual({ kind: 'memo', ...then }))
  test('tags are parted by commas', () => expect(tagsIn(' deploys, on call,, #deploys ')).toEqual(['deploys', 'on call']))
  test.each([['?kind=runbook&parent=12', { kind: 'runbook', spaceId: undefined, parent: 12 }], ['?kind=x&parent=-1', { kind: undefined, spaceId: undefined, parent: undefined }]])('comes along: %s', (query, came) => expect(cameAlong(query)).toEqual(came))
  test.each([[null, 'never', null], [90, '90', 90], [100, '180', 180], [700, '365', 365]])('looked at again after %s days', (days, value, back) => expect([reviewValue(days), daysFrom(value)]).toEqual([value, back]))
})
