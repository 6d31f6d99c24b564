import { describe, expect, test } from 'vitest'
import { FOLDER, LOG4BRAINS_OLD, MADR, MALFORMED, NYGARD, OLD, PROPOSAL } from './fixtures.test-kit.ts'
import { kindOfFile, numberOf, pathProblem, titleOfName } from './file-kind.ts'
import { linksOfLine, relativePath, resolvePath } from './links.ts'
import { matchPeople, namesIn } from './people.ts'
import { readAdr } from './read.ts'
import { dateIn, stateOf, untilIn } from './status.ts'

const optionsOf = (path: string, text: string) => readAdr(path, text).content.options.map(({ title, body, tradeOffs }) => ({ title, body, tradeOffs: tradeOffs.map(({ side, text: said }) => `${side}: ${said}`) }))

describe('each format gives what it says', () => {
  test('MADR 4', () => {
    const read = readAdr('0002-keep-sessions.md', MADR)
    expect(read).toMatchObject({ format: 'madr', state: 'decided', date: '2026-02-03', number: 2, deciders: ['Ana', 'Zoe Nobody'], consulted: ['mei@example.test'], tags: ['storage'], chosenOptionId: 'option-2', notes: [] })
    expect(read.content).toMatchObject({
      title: 'Keep Sessions in the Database', needed: 'Sessions are lost at each restart. Where do they live?', criteria: '* Nothing is lost', consequences: '* Good, because backups hold it', confirmation: 'A test restarts the server.',
      recommendation: { optionId: 'option-2', why: 'It comes out best (see below).\nIt costs one query.' },
    })
    expect(read.links).toEqual([{ how: 'depends_on', target: '0001-record-decisions.md', line: expect.any(Number) }])
    expect(optionsOf('0002.md', MADR)).toEqual([
      { title: 'Redis – one more server', body: '[Redis](https://redis.io) – one more server\n\nFast, see <https://redis.io>.', tradeOffs: ['good: quick', 'neutral: known', 'bad: one more server\nto watch at night'] },
      { title: 'A table', body: '', tradeOffs: ['good: It is there'] }, { title: 'Signed cookies', body: '', tradeOffs: [] },
    ])
  })

  test('Nygard, with options below headings', () => {
    const read = readAdr('0001-record-decisions.md', NYGARD)
    expect(read).toMatchObject({ format: 'nygard', state: 'decided', status: '✅ Accepted', date: '2026-01-05', number: 1, chosenOptionId: 'option-2' })
    expect(read.content).toMatchObject({ title: 'Record decisions', context: 'We forget why.', consequences: 'They have to be kept.', recommendation: { why: 'Option 2. We write records.' } })
    expect(optionsOf('0001.md', NYGARD)).toEqual([{ title: 'Minutes', body: '', tradeOffs: ['good: Easy', 'bad: Nobody reads them'] }, { title: 'Records', body: 'Short files.', tradeOffs: [] }])
  })

  test('lines that end as on Windows', () => {
    expect(readAdr('0003-use-cron.md', OLD)).toMatchObject({ state: 'decided', date: '2026-01-06', content: { title: 'Use cron', context: 'Jobs.', recommendation: { why: 'We use cron.' } } })
  })

  test('log4brains', () => {
    const read = readAdr('app/20260301-use-polling.md', LOG4BRAINS_OLD)
    expect(read).toMatchObject({ format: 'log4brains', state: 'superseded', date: '2026-03-01', number: null, deciders: ['Ana', 'Tom'], tags: ['live', 'server'], links: [{ how: 'superseded_by', target: '20260302-use-events.md', line: 3 }] })
    expect(read.content).toMatchObject({ title: 'Use polling', context: 'Technical Story: none', needed: 'Pages are stale.', recommendation: { why: 'We poll.' } })
  })

  test('proposals: the alternatives that headings name, or one text and a note', () => {
    const read = readAdr('text/0012-tidy-up.md', PROPOSAL)
    expect(read).toMatchObject({ format: 'proposal', state: 'decided', date: '2026-02-10', chosenOptionId: 'option-1', notes: [] })
    expect(read.content.options.map(({ title }) => title)).toEqual(['As proposed', 'By hand', 'Never'])
    expect(read.content).toMatchObject({ title: 'Tidy up', context: 'It is a mess.', objectionsForeseen: 'Noise.' })
    const open = readAdr('text/0000-tidy-up.md', PROPOSAL.replace('pull/12', 'pull/0000').replace('### By hand\n\nSlow.\n\n### Never', 'By hand.'))
    expect(open).toMatchObject({ state: 'draft', notes: [{ line: null, message: 'No heading names options; what it proposes stands as one text.' }] })
  })

  test.each([['README.md', 'page'], ['template.md', 'template']])('%s is no decision', (path, kind) => {
    expect(readAdr(path, FOLDER[path] ?? '').format).toBe(kind)
  })
})

describe('what is wrong is told by its line, and the rest is read', () => {
  test.each([
    ['bad/0010-front.md', { title: 'Broken front', state: 'decided' }, /^[123]: The front matter cannot be read/],
    ['bad/0011-open-front.md', { title: 'Never closed', state: 'decided' }, /^1: The front matter begins here and never ends/],
    ['bad/0013-odd.md', { title: 'Odd status', state: 'decided' }, /^7: The status “Marinating” is none that is known here; it was taken for decided\./],
    ['bad/0013-odd.md', {}, /^3: The date “soon” cannot be read/], ['bad/0013-odd.md', {}, /^null: The heading says number 99, the name of the file 13/],
    ['bad/0014-no-title.md', { title: 'No title' }, /^1: There is no title/],
    ['bad/0018-chosen.md', { title: 'Chosen' }, /^8: The option that it names as chosen is none of those it lists/],
  ])('%s', (path, { title, state }: { title?: string; state?: string }, note) => {
    const read = readAdr(path, MALFORMED[path] ?? '')
    if (title !== undefined) expect(read.content.title).toBe(title)
    if (state !== undefined) expect(read.state).toBe(state)
    expect(read.notes.map(({ line, message }) => `${line}: ${message}`)).toContainEqual(expect.stringMatching(note))
  })
})

describe('words', () => {
  test.each([['✅ Accepted', 'decided'], ['⌛️ Superseded [0019](0019-x.md)', 'superseded'], ['Superceded by [3](x.md)', 'superseded'], ['on hold', 'draft'], ['🤔 Proposed', 'draft'], ['❌ Rejected', 'withdrawn'], ['deprecated', 'deprecated'], ['accepted, provisionally until 2026-05-01', 'decided'], ['expired, held until 2026-05-01', 'expired'], ['gut', null], ['', null]])('status %s', (words, state) => {
    expect(stateOf(words)).toBe(state)
  })
  test.each([['2026-03-24', '2026-03-24'], ['2026/3/4', '2026-03-04'], ['2026-02-30', null], ['24.03.2026', null], ['2026-03-24T08:00:00Z', '2026-03-24'], ['', null]])('date %s', (words, date) => { expect(dateIn(words)).toBe(date) })
  test('until', () => { expect(untilIn('accepted, provisionally until 2026-05-01')).toBe('2026-05-01') })

  test.each([
    ['Superseded by [7. Tables](../b/0007-tables.md)', [['superseded_by', '../b/0007-tables.md']]], ['superseded by ADR-0123', [['superseded_by', '123']]], ['Supercedes [2. x](0002-x.md)', [['supersedes', '0002-x.md']]],
    ['Supersedes [12]', [['supersedes', '12']]], ['Accepted', []], ['Superseded by [the site](https://example.test)', []], ['Amended by [3](3.md), [4](4.md)', [['needed_by', '3.md'], ['needed_by', '4.md']]], ['Depends on #4', [['depends_on', '4']]],
  ])('link %s', (line, links) => {
    expect(linksOfLine(line, 1).map(({ how, target }) => [how, target])).toEqual(links)
  })

  test.each([['a/b.md', 'c.md', 'a/c.md'], ['a/b.md', '../c.md#x', 'c.md'], ['b.md', '../c.md', null], ['a/b.md', './c%20d.md', 'a/c d.md'], ['a/b.md', '/c.md', 'c.md']])('%s names %s', (from, target, path) => { expect(resolvePath(from, target)).toBe(path) })
  test.each([['a/b.md', 'a/c.md', 'c.md'], ['a/b.md', 'd/c.md', '../d/c.md'], ['b.md', 'a/c d.md', 'a/c%20d.md']])('from %s to %s', (from, to, path) => {
    expect(relativePath(from, to)).toBe(path)
    expect(resolvePath(from, path)).toBe(to)
  })

  test('people by address, else by whole name, else kept as text', () => {
    const people = [{ id: '1', name: 'Ana Örn', email: 'ana@example.test' }, { id: '2', name: 'Tom', email: 'tom@example.test' }, { id: '3', name: 'Tom', email: 'tom2@example.test' }]
    expect(matchPeople(namesIn(['Somebody <Ana@example.test>, ana orn; Tom and Zoe']), people)).toEqual({ ids: ['1'], rest: ['Tom', 'Zoe'] })
    expect(namesIn(['{list everyone involved}'])).toEqual([])
  })

  test('names of files', () => {
    expect([numberOf('a/0007-x.md'), numberOf('20260301-x.md'), numberOf('adr-012-x.md'), numberOf('x.md')]).toEqual([7, null, 12, null])
    expect([titleOfName('0109-remove-crate-id.md'), kindOfFile('adr-template.md', 'A', 'x'), kindOfFile('0001-template-engine.md', 'A', 'x')]).toEqual(['Remove crate id', 'template', null])
    expect(['../a.md', '/a.md', 'a/.git/b.md', 'a.txt', 'c:/a.md', 'a\\b.md', 'a/b.md'].map((path) => pathProblem(path) === null)).toEqual([false, false, false, false, false, false, true])
  })
})
