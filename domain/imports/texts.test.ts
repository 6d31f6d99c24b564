import { describe, expect, test } from 'vitest'
import { ARCHIVE, entryProblem, shownPath } from './archive.ts'
import { Batcher } from './batches.ts'
import { factsOf, folderTitle, frontMatterOf } from './markdown-file.ts'
import { markdownTree } from './markdown-tree.ts'
import { mboxMails } from './mbox.ts'
import { cleanText, foreignNumbers, hardBreaks, inPieces, plainToMarkdown } from './prose.ts'
import { pageAt, targetOf, targetsIn } from './relink.ts'
import { dayTitle, titleOf } from './titles.ts'
import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Piece } from './types.ts'

describe('what an archive may hold, to the byte', () => {
  const entry = { path: 'a.bin', packed: 1_000_000, size: 1_000_000, mode: 0o100644, encrypted: false }
  test.each<[string, Partial<typeof entry>, string | null]>([
    ['a path of a thousand', { path: 'a'.repeat(1000) }, null], ['a path of one more', { path: 'a'.repeat(1001) }, 'Its name has 1,001 characters, more than the 1,000 that are read.'], ['a name that is no text', { path: 'a\ufffd' }, 'Its name holds characters that cannot be shown.'], ['two points in a name', { path: 'a..b/c..' }, null], ['a backslash at its root', { path: '\\x' }, 'Its name leads out of the archive.'],
    ['the largest file', { size: ARCHIVE.fileBytes, packed: ARCHIVE.fileBytes }, null], ['one byte more', { size: ARCHIVE.fileBytes + 1, packed: ARCHIVE.fileBytes }, 'It has 25 MB, more than the 25 MB that a file of its kind may have.'], ['the largest text', { path: 'a/b.MD', size: ARCHIVE.textBytes, packed: ARCHIVE.textBytes }, null], ['more', { path: 'a/b.MD', size: 9 * 1024 * 1024, packed: 9e6 }, 'It has 9 MB, more than the 8 MB that a file of its kind may have.'],
    ['a list', { path: 'x/users.json', size: ARCHIVE.listBytes, packed: ARCHIVE.listBytes }, null], ['a larger list', { path: 'channels.json', size: ARCHIVE.listBytes + 1, packed: 9e6 }, 'It has 20 MB, more than the 20 MB that a file of its kind may have.'], ['what is called like one', { path: 'myusers.json', size: ARCHIVE.listBytes, packed: 9e6 }, 'It has 20 MB, more than the 8 MB that a file of its kind may have.'],
    ['packed 200 times', { size: 2_000_000, packed: 10_000 }, null], ['packed more', { size: 2_000_001, packed: 10_000 }, 'It would grow 200 times when unpacked, as only a bomb does.'], ['packed to nothing', { size: 2_000_000, packed: 0 }, 'It would grow 2,000,000 times when unpacked, as only a bomb does.'], ['small and packed well', { size: ARCHIVE.ratioFrom, packed: 1 }, null],
  ])('%s', (_what, given, problem) => { const found = entryProblem({ ...entry, ...given }); expect(found && inWords(found, ENGLISH)).toBe(problem) })
  test('a path is shown without what cannot be seen, and cut', () => {
    expect([shownPath('a\u0000\u0007b'), shownPath('a'.repeat(200)), shownPath('a'.repeat(201)), shownPath('a\ud800')]).toEqual(['a b', 'a'.repeat(200), `${'a'.repeat(200)}…`, 'a\ufffd'])
  })
})

describe('batches', () => {
  const message = (length: number) => ({ key: 'k', author: 'a', at: 'x', markdown: 'x'.repeat(length), editedAt: null, reactions: [] })
  const talk = (lengths: readonly number[]): Piece => ({ conversation: { key: 'c', title: 'C', place: { key: 'p', name: 'p', purpose: '' }, messages: lengths.map(message) } })
  const sizes = (...pieces: Piece[]) => {
    const batcher = new Batcher()
    return [...pieces.flatMap((piece) => [...batcher.put(piece)]), ...batcher.end()].map(({ people, conversations }) => [people.length, ...conversations.map(({ messages }) => messages.length)])
  }
  const somebody = (count: number, from = 0): Piece => ({ people: Array.from({ length: count }, (_none, index) => ({ key: `p${from + index}`, name: 'P', email: null })) })
  test.each<[string, Piece[], number[][]]>([
    ['nothing', [], []], ['what is neither', [{ left: said`x`, count: 1 }], []], ['people of four hundred', [somebody(400)], [[400]]], ['one more', [somebody(401)], [[400], [1]]], ['the same people again', [somebody(2), somebody(3)], [[3]]],
    ['four hundred messages', [talk(Array.from({ length: 400 }, () => 1))], [[0, 400]]], ['one more message', [talk(Array.from({ length: 401 }, () => 1))], [[0, 400], [0, 1]]], ['a conversation of nothing', [talk([])], []], ['several conversations', [talk([1, 1]), talk([1])], [[0, 2, 1]]],
    ['much text', [talk([100_000, 100_000, 100_000])], [[0, 2], [0, 1]]], ['one long text', [talk([400_000, 1])], [[0, 1], [0, 1]]], ['a long text after people', [somebody(1), talk([400_000])], [[1, 1]]], ['after a full batch all is counted anew', [talk([200_000, 100_000, 100_000, 100_000])], [[0, 1], [0, 2], [0, 1]]],
  ])('%s', (_what, pieces, found) => { expect(sizes(...pieces)).toEqual(found) })
})

describe('what a file of Markdown says of itself', () => {
  const facts = (path: string, text: string, front: unknown = null) => factsOf(path, text, front)
  test.each([
    ['a heading behind front matter', 'a.md', '\ufeff---\r\ntitle: no\r\n---\r\n## Two\n  # One ##  \n', 'One'], ['not four blanks before it', 'on-call_now.md', '    # One', 'on call now'], ['links and code in it', 'a.md', '# See [the `pier`](x.md) <b>now</b> ~', 'See the pier now'], ['a heading of nothing', 'Team/README.md', '# ', 'Team'],
    ['an index alone', 'index.md', '', 'index'], ['a name of Notion', 'x/_index.markdown', '', 'x'], ['a long one', 'a.md', `# ${'x'.repeat(300)}`, 'x'.repeat(200)], ['nothing at all', '-_-.md', '', 'A page without a title'],
  ])('%s', (_what, path, text, title) => { expect(facts(path, text).title).toBe(title) })
  test.each<[unknown, string]>([[7, '7'], [' A \n B ', 'A B'], ['', 'a'], [null, 'a'], [['x'], 'a'], ['x'.repeat(300), 'x'.repeat(200)]])('the title %j of its front matter is %j', (title, shown) => { expect(facts('a.md', '', { title }).title).toBe(shown) })
  test.each<[object, string[]]>([
    [{ tags: ['#a', 'a', ' b ', 7, null, ''] }, ['a', 'b', '7']], [{ tag: 'a,b  c' }, ['a', 'b', 'c']], [{ labels: ['x'.repeat(60)] }, ['x'.repeat(40)]], [{ categories: 'a' }, ['a']], [{ tags: Array.from({ length: 30 }, (_none, index) => `t${index}`) }, Array.from({ length: 20 }, (_none, index) => `t${index}`)], [{ tags: 7 }, []], [{}, []],
  ])('%j has the tags %j', (front, tags) => { expect(facts('a.md', '', front).tags).toEqual(tags) })
  test.each<[object, string | null]>([
    [{ updated: '2019-05-06', date: '2018-01-01' }, '2019-05-06T12:00:00Z'], [{ updated: 'soon', date: '2018-01-01' }, '2018-01-01T12:00:00Z'], [{ lastmod: '2019-05-06 10:00:00+02:00' }, '2019-05-06T08:00:00Z'], [{ created_at: new Date('2019-05-06T10:00:00Z') }, '2019-05-06T10:00:00Z'], [{ created: new Date(Number.NaN) }, null],
    [{ date: '1969-05-06' }, null], [{ date: '1970-01-01T00:00:00Z' }, '1970-01-01T00:00:00Z'], [{ date: '2019-13-01' }, null], [{ updated_at: '2019-05-06T25:00' }, '2019-05-06T12:00:00Z'], [{ date: 20190506 }, null],
  ])('%j was written at %j', (front, at) => { expect(facts('a.md', '', front).at).toBe(at) })
  test('front matter ends at its fence, and folders are called by their name', () => {
    expect([frontMatterOf('---\na: 1\n...\nx'), frontMatterOf('---\na: 1\n---'), frontMatterOf('--- \na: 1\n--- \n'), frontMatterOf(`---\n${'a'.repeat(20_001)}\n---\n`), frontMatterOf(' ---\na\n---\n')]).toEqual(['a: 1', 'a: 1', 'a: 1', null, null])
    expect([folderTitle('a/b_c/'), folderTitle('a/'), folderTitle('README/'), folderTitle('a/README/'), folderTitle('_/')]).toEqual(['b c', 'a', 'README', 'a', 'A folder without a name'])
  })
})

test('folders stand below folders, and one that has a page of its own is that page', () => {
  const shown = (...paths: string[]) => markdownTree(paths).map(({ path, parent, isFolder }) => [path, parent, isFolder])
  expect(shown('a/b/c.md')).toEqual([['a/', null, true], ['a/b/', 'a/', true], ['a/b/c.md', 'a/b/', false]])
  expect(shown('a/index.md', 'a.md')).toEqual([['a.md', null, false], ['a/index.md', null, false]])
  expect(shown('z/README.MD', 'z/b/c.md', 'z/b.markdown')).toEqual([['z/README.MD', null, false], ['z/b.markdown', 'z/README.MD', false], ['z/b/c.md', 'z/b.markdown', false]])
  expect(shown('README.md', 'a/x-readme.md')).toEqual([['README.md', null, false], ['a/', null, true], ['a/x-readme.md', 'a/', false]])
})

describe('plain text as Markdown', () => {
  test.each([
    ['numbers of elsewhere', 'see #12, a#12 &#12 /#12 #0 #1x #1234567890 ##12', 'see #\u206012, a#12 &#12 /#12 #0 #1x #1234567890 ##12'], ['not in code', '`#12` #12', '`#12` #\u206012'],
  ])('%s', (_what, text, markdown) => { expect(foreignNumbers(text)).toBe(markdown) })
  test.each([
    ['<b> </b> <!-- <? <1 < b', '\\<b> \\</b> \\<!-- \\<? <1 < b'], ['<mailto:a@b> <http://x> <x@y.z>', '<mailto:a@b> <http://x> <x@y.z>'], ['   # a\n    # b\n####### c\n#', '   \\# a\n    # b\n####### c\n\\#'],
  ])('%j reads %j', (text, markdown) => { expect(plainToMarkdown(text)).toBe(markdown) })
  test('line ends of chat stay where they are asked to', () => {
    expect([plainToMarkdown('a\nb'), plainToMarkdown('a\nb', { breaks: true })]).toEqual(['a\nb', 'a  \nb'])
  })
  test.each([
    ['a \nb', 'a  \nb'], ['a\n1. b\n2) c', 'a\n1. b\n2) c'], ['a\n| b |\n# c', 'a\n| b |\n# c'], ['- a\nb', '- a  \nb'], ['a\n> b\n> c\nd', 'a\n> b  \n> c\nd'], ['~~~\na\n~~~\nb', '~~~\na\n~~~\nb'], ['a\n\t\nb', 'a\n\t\nb'], ['a', 'a'], ['a\n• b', 'a\n• b'],
  ])('lines of chat %j read %j', (text, markdown) => { expect(hardBreaks(text)).toBe(markdown) })
  test('what no text may hold is left out', () => { expect(cleanText('a\r\nb\u0000\u0007\tc\ud800 \n')).toBe('a\nb\tc\ufffd') })
  test.each<[string, number, string[]]>([
    ['ab cd ef', 8, ['ab cd ef']], ['ab cd ef', 7, ['ab cd', ' ef']], ['aaaa\nbb\n\ncc', 10, ['aaaa\nbb', 'cc']], ['aaaa\nbb cc', 8, ['aaaa\nbb', ' cc']], ['a bbbbbbbb', 8, ['a bbbbbb', 'bb']], ['aaaaaaa😀b', 8, ['aaaaaaa', '😀b']], ['aaaa    ', 4, ['aaaa']], ['', 4, ['']], [' ', 4, [' ']],
  ])('%j in pieces of %i', (text, max, pieces) => { expect(inPieces(text, max)).toEqual(pieces) })
})

test.each([
  ['# Head *of* `x`', 'Head *of* x'], ['1. one', 'one'], ['> > - deep', 'deep'], ['~~gone~~ **bold**', 'gone bold'], ['![pier](a(b).png) [x](y)', 'pier x'], ['\\# no \\*head', 'no *head'], ['\n \n— \nwords', 'words'], ['a\t b', 'a b'], ['x'.repeat(200), expect.stringMatching(/^x{1,109}…$/)],
])('the title of %j', (markdown, title) => { expect(titleOf(markdown, 'else')).toEqual(title) })
test('titles of days', () => { expect([dayTitle('p', '2019-12-31'), dayTitle('p', '2019-01-01')]).toEqual(['p, 31 December 2019', 'p, 1 January 2019']) })

describe('links', () => {
  test.each<[string, string, ReturnType<typeof targetOf>]>([
    ['a/x.md', './b.md?raw#y', { path: 'a/b.md', rest: '?raw#y' }], ['x.md', '../b.md', null], ['a/x.md', '..', { path: '', rest: '' }], ['a/b/x.md', '../../c/', { path: 'c/', rest: '' }], ['a/x.md', 'b%zz.md', { path: 'a/b%zz.md', rest: '' }], ['a/x.md', '\\\\host', null], ['a/x.md', '?q', null], ['a/x.md', '<b.md', { path: 'a/<b.md', rest: '' }], ['a/x.md', 'b//c.md', { path: 'a/b/c.md', rest: '' }],
  ])('in %j, %j leads to %j', (from, written, target) => { expect(targetOf(from, written)).toEqual(target) })
  test('each target once, in their order', () => { expect(targetsIn('x.md', '[a](b.md) [a](c.md) [a](b.md)\n\n<a href="d.md">')).toEqual(['b.md', 'c.md', 'd.md']) })
  test.each([['a', 'a'], ['b', 'b.md'], ['b/', 'b.md'], ['c', 'c.markdown'], ['d', 'd/README.md'], ['e', 'e/readme.md'], ['f', 'f/index.md'], ['g', 'g/_index.md'], ['h', 'h/'], ['i', null]])('the page at %j is %j', (path, page) => {
    expect(pageAt(path, new Set(['a', 'a.md', 'b.md', 'c.markdown', 'd/README.md', 'e/readme.md', 'f/index.md', 'g/_index.md', 'h/']))).toBe(page)
  })
})

test.each([
  ['From a Mon May  6 10:00:00 2019', '2019-05-06T10:00:00.000Z'], ['From a Mon May  6 10:00:00 2019 +0200', '2019-05-06T08:00:00.000Z'], ['From a Mon, 6 May 2019 10:00:00 GMT', '2019-05-06T10:00:00.000Z'], ['From a', null], ['From ', null],
])('the first line %j says %j', async (line, time) => {
  const found = []
  for await (const mail of mboxMails((async function* () { yield new TextEncoder().encode(`${line}\nx`) })())) found.push(mail.time)
  expect(found).toEqual([time])
})
