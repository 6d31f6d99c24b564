import { renderToStaticMarkup as draw } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { calendarFromJson } from '#domain/time/types.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'
import { Reactions } from './Reactions.tsx'
import { readerRibbon } from './reader-day.ts'
import { ReaderRibbons } from './ReaderRibbons.tsx'
import { RoundsMark } from './RoundsMark.tsx'
import { StateLine } from './StateLine.tsx'
import { UndoSend } from './UndoSend.tsx'

const NOW = Temporal.Instant.from('2026-03-24T00:04:00Z')
const at = (iso: string) => Temporal.Instant.from(iso)
const DAYS = [1, 2, 3, 4, 5] as const
const calendar = (zone: string) => calendarFromJson({ periods: [{ from: null, zone, anchor: '2026-03-23', weeks: [DAYS.map((day) => ({ day, start: '09:00', end: '18:00' }))] }], holidays: [], absences: [], given: [], taken: [] })
const manila = { zone: 'Asia/Manila', calendar: calendar('Asia/Manila'), focus: [{ start: at('2026-03-24T01:30:00Z'), end: at('2026-03-24T03:00:00Z') }] }

describe('a reader’s day', () => {
  test('is in their own zone, with the moments it is read and due', () => {
    const shape = readerRibbon({ ...manila, readsAt: at('2026-03-24T03:00:00Z'), dueAt: at('2026-03-24T08:00:00Z') }, NOW)
    expect(shape).toMatchObject({ work: [[540, 1080]], focus: [[570, 660]], now: 484, land: { at: 660, label: 'reads 11:00' }, due: { at: 960, label: 'due 16:00' }, from: 420, to: 1140 })
  })
  test('goes on into the next where it is due then', () => {
    const shape = readerRibbon({ ...manila, readsAt: at('2026-03-24T09:00:00Z'), dueAt: at('2026-03-25T03:00:00Z') }, NOW)
    expect(shape).toMatchObject({ work: [[540, 1080], [1980, 2520]], notch: 1440, due: { at: 2100, label: 'due Wed 11:00' }, to: 2580 })
  })
  test('leaves what is due later to the words', () => {
    const shape = readerRibbon({ ...manila, readsAt: at('2026-03-24T09:00:00Z'), dueAt: at('2026-03-27T03:00:00Z') }, NOW)
    expect(shape.to).toBeLessThanOrEqual(1440)
    expect(shape.notch).toBeUndefined()
  })
  test('is that of the reading, also days ahead, and today’s where nobody knows', () => {
    expect(readerRibbon({ ...manila, readsAt: at('2026-03-27T01:00:00Z'), dueAt: null }, NOW)).toMatchObject({ land: { at: 540, label: 'reads Fri 09:00' } })
    expect(readerRibbon({ ...manila, readsAt: null, dueAt: null }, NOW)).toMatchObject({ work: [[540, 1080]], land: undefined, due: undefined })
  })
  test('without work still has a length', () => {
    const shape = readerRibbon({ ...manila, calendar: calendarFromJson({ periods: [{ from: null, zone: 'Asia/Manila', anchor: '2026-03-23', weeks: [[]] }], holidays: [], absences: [], given: [], taken: [] }), readsAt: null, dueAt: null }, NOW)
    expect((shape.to ?? 0) - (shape.from ?? 0)).toBe(720)
  })
  test('of a change of clocks keeps its hours in place', () => {
    const lisbon = { zone: 'Europe/Lisbon', calendar: calendar('Europe/Lisbon'), focus: [], dueAt: null }
    const shape = readerRibbon({ ...lisbon, readsAt: at('2026-03-29T11:00:00Z') }, NOW)
    expect(shape.dayMinutes).toBe(1380)
    expect(shape.ticks?.find(({ label }) => label === '12')?.at).toBe(660)
  })
})

describe('readers in words', () => {
  const readers = ['Mei', 'Ana', 'Ben', 'Tom'].map((name) => ({ ...manila, key: name, name, readsAt: at('2026-03-24T03:00:00Z'), dueAt: null, sentence: `${name} reads this at 11:00.` }))
  test('say where they are, what time it is there, and when they read', () => {
    const html = draw(<ReaderRibbons readers={readers} now={NOW} warning="Later than you need it." offers={[{ key: 'c', label: 'Ask the cover', onTake: () => {} }]} />)
    expect(html).toContain('08:04 in Manila')
    expect(html).toContain('aria-label="The day of Mei: reads 11:00."')
    expect(html).toContain('<figcaption>Mei reads this at 11:00.</figcaption>')
    expect(html).toContain('<summary>Two more readers</summary>')
    expect(html).toContain('Later than you need it.')
    expect(html).toContain('Ask the cover</button>')
  })
})

describe('around a thread', () => {
  test('reactions say who gave them and what they mean', () => {
    const html = draw(<Reactions reactions={[{ emoji: '👍', names: ['Mei', 'Ben'], mine: true }, { emoji: '🚀', names: ['a', 'b', 'c', 'd'], mine: false }]} onReact={() => {}} />)
    expect(html).toContain('aria-label="Agreed: Mei and Ben" aria-pressed="true"')
    expect(html).toContain('4 people')
    expect(draw(<Reactions reactions={[{ emoji: '👍', names: ['Mei'], mine: false }]} />)).not.toContain('<button')
    expect(draw(<Reactions reactions={[]} />)).toBe('')
  })
  test('a state says who wrote it and when, and offers to say it where nobody has', () => {
    expect(draw(<StateLine text="Waiting for `#12`" byName="Ana" at={NOW} zone="UTC" now={NOW} />)).toContain('Ana, <time dateTime="2026-03-24T00:04:00Z">00:04</time>')
    expect(draw(<StateLine text="" byName={null} at={null} zone="UTC" now={NOW} onSave={() => Promise.resolve(true)} />)).toMatch(/Nobody has said so yet.*Say it in a line/)
    expect(draw(<StateLine text="" byName={null} at={null} zone="UTC" now={NOW} />)).not.toContain('<button')
  })
  test('an outcome offers to open again only where one may', () => {
    const line = (onReopen?: () => void) => draw(<OutcomeLine text="Five." byName="Ana" at={NOW} zone="UTC" now={NOW} onReopen={onReopen} />)
    expect(line(() => {})).toContain('Open again')
    expect(line()).not.toContain('Open again')
  })
  test('a quote leads to where it stands, and stays text', () => {
    expect(draw(<QuoteBlock text="<b>x</b>" authorName="Ana" href="#reply-2" />)).toBe('<blockquote class="quote-block"><p>&lt;b&gt;x&lt;/b&gt;</p><footer><a href="#reply-2">Ana</a></footer></blockquote>')
  })
  test.each([[0, ''], [2, 'two rounds back and forth.'], [3, 'three rounds back and forth; talking may be quicker.']])('%i rounds', (rounds, words) => {
    expect(draw(<RoundsMark rounds={rounds} limit={3} />)).toContain(words)
  })
  test('sending can be taken back for the seconds that are left', () => {
    const bar = (until: string) => draw(<UndoSend text="Sent." now={NOW} until={at(until)} onUndo={() => {}} />)
    expect(bar('2026-03-24T00:04:10Z')).toMatch(/taken back for .*10.* seconds.*Undo.*10.* s</s)
    expect(bar('2026-03-24T00:04:00Z')).not.toContain('Undo')
  })
})
