import { describe, expect, test } from 'vitest'
import { planDelivery, planner } from './plan.ts'
import { GERMAN } from '../words/german/german.ts'
import { reasonWords } from './reason-words.ts'
import { FOCUS_PRESETS } from './presets.ts'
import { ALL_DAYS, at, block, calendarOf, itemAt, readerWith } from './attention.test-kit.ts'
import { planFromJson, planToJson } from './types.ts'
import type { Item, Reader } from './types.ts'

const berlin = readerWith()
const morning = readerWith({ focus: [block('09:00-11:30')] })
const preset = (name: string, source: string): Reader => {
  const { focus } = FOCUS_PRESETS.find((one) => one.name === name && one.source === source)!
  return readerWith({ focus: focus.map(({ start, end }) => block(`${start}-${end}`)) })
}
const away = (start: string, end: string, reader = berlin): Reader =>
  ({ ...reader, calendar: { ...reader.calendar, absences: [{ start: at(start), end: at(end), coverId: null }] } })
const inZone = (zone: string, hours = '09:00-17:00', known: Partial<Reader> = {}) => readerWith({ calendar: calendarOf(zone, hours, ALL_DAYS), ...known })

/** Rows: why, reader, when it may leave (2026-05-05 is a Tuesday), what more is known, and when and why it arrives. */
type Row = [why: string, reader: Reader, from: string, known: Partial<Item>, when: string, arrives: string | null, code: string]

describe('an ask arrives', () => {
  test.each<Row>([
    ['at the start of the shift, sent at night', berlin, '2026-05-05T03:00+02:00', {}, 'window', '2026-05-05T09:00+02:00', 'off_hours'],
    ['at midday, sent in the morning', berlin, '2026-05-05T09:10+02:00', {}, 'window', '2026-05-05T13:00+02:00', 'next_window'],
    ['before the wrap, sent in the afternoon', berlin, '2026-05-05T13:01+02:00', {}, 'window', '2026-05-05T16:30+02:00', 'next_window'],
    ['in the next shift, sent after the last window', berlin, '2026-05-05T16:31+02:00', {}, 'window', '2026-05-06T09:00+02:00', 'next_window'],
    ['at once, sent at a window', berlin, '2026-05-05T13:00+02:00', {}, 'window', '2026-05-05T13:00+02:00', 'next_window'],
    ['on Monday, sent on Friday evening', berlin, '2026-05-08T18:00+02:00', {}, 'window', '2026-05-11T09:00+02:00', 'off_hours'],
    ['at the end of focus, sent in focus', morning, '2026-05-05T10:00+02:00', {}, 'focus_end', '2026-05-05T11:30+02:00', 'in_focus'],
    ['at the end of focus, sent before work', morning, '2026-05-05T07:00+02:00', {}, 'focus_end', '2026-05-05T11:30+02:00', 'off_hours'],
    ['at the start of the shift, with which a focus before work ends', readerWith({ focus: [block('07:00-09:00')] }), '2026-05-05T07:30+02:00', {}, 'window', '2026-05-05T09:00+02:00', 'off_hours'],
    ['between two blocks (001:42)', preset('two_blocks', '001:42'), '2026-05-05T09:30+02:00', {}, 'focus_end', '2026-05-05T13:00+02:00', 'in_focus'],
    ['next morning, sent in the focus that ends the day (001:42)', preset('two_blocks', '001:42'), '2026-05-05T15:30+02:00', {}, 'focus_end', '2026-05-06T13:00+02:00', 'in_focus'],
    ['after four hours of core focus (001:42)', preset('core_block', '001:42'), '2026-05-05T09:00+02:00', {}, 'focus_end', '2026-05-05T13:00+02:00', 'in_focus'],
    ['in the sync hours, sent at night (002:211–214)', preset('afternoon', '002:211–214'), '2026-05-05T01:00+02:00', {}, 'window', '2026-05-05T09:00+02:00', 'off_hours'],
    ['after two and a half hours (000:12)', preset('one_block', '000:12'), '2026-05-05T09:00+02:00', {}, 'focus_end', '2026-05-05T11:30+02:00', 'in_focus'],
    ['after an absence', away('2026-05-05T00:00+02:00', '2026-05-07T12:00+02:00'), '2026-05-05T10:00+02:00', {}, 'window', '2026-05-07T12:00+02:00', 'away'],
    ['after an absence and the focus in which it ends', away('2026-05-05T00:00+02:00', '2026-05-07T10:00+02:00', morning), '2026-05-05T10:00+02:00', {}, 'focus_end', '2026-05-07T11:30+02:00', 'away'],
    ['at once, on the last afternoon before a leave of two years', away('2026-05-05T17:00+02:00', '2028-05-05T17:00+02:00'), '2026-05-05T16:40+02:00', {}, 'window', '2026-05-05T16:40+02:00', 'next_window'],
    ['after a holiday', { ...berlin, calendar: { ...berlin.calendar, holidays: new Set(['2026-05-05']) } }, '2026-05-05T10:00+02:00', {}, 'window', '2026-05-06T09:00+02:00', 'off_hours'],
    ['after a break', readerWith({ calendar: calendarOf('Europe/Berlin', '09:00-12:00 14:00-17:00') }), '2026-05-05T11:00+02:00', {}, 'window', '2026-05-05T14:00+02:00', 'next_window'],
    ['although its thread is muted', berlin, '2026-05-05T09:10+02:00', { mutedUntil: at('2027-01-01T00:00Z') }, 'window', '2026-05-05T13:00+02:00', 'next_window'],
    ['although its space is social', berlin, '2026-05-05T09:10+02:00', { quiet: true, standing: 'mentioned' }, 'window', '2026-05-05T13:00+02:00', 'next_window'],
  ])('%s', check)
})

describe('where and when people live', () => {
  test.each<Row>([
    ['Berlin as summer begins', inZone('Europe/Berlin'), '2026-03-28T20:00+01:00', {}, 'window', '2026-03-29T09:00+02:00', 'off_hours'],
    ['New York as summer ends', inZone('America/New_York'), '2026-10-31T20:00-04:00', {}, 'window', '2026-11-01T09:00-05:00', 'off_hours'],
    ['Lord Howe as summer begins', inZone('Australia/Lord_Howe', '00:00-08:00'), '2026-10-03T20:00+10:30', {}, 'window', '2026-10-04T00:00+10:30', 'off_hours'],
    ['Lord Howe, in the middle of a shift shortened by half an hour', inZone('Australia/Lord_Howe', '00:00-08:00'), '2026-10-04T01:00+10:30', {}, 'window', '2026-10-04T04:15+11:00', 'next_window'],
    ['Kathmandu', inZone('Asia/Kathmandu'), '2026-05-05T00:00Z', {}, 'window', '2026-05-05T03:15Z', 'off_hours'],
    ['Chatham as summer ends', inZone('Pacific/Chatham', '09:00-17:00', { focus: [block('09:00-11:30', ALL_DAYS)] }), '2026-04-04T22:00+13:45', {}, 'focus_end', '2026-04-05T11:30+12:45', 'off_hours'],
    ['Manila, where a focus ends with the week elsewhere', inZone('Asia/Manila', '06:00-14:00', { focus: [block('06:00-08:00', ALL_DAYS)] }), '2026-05-11T07:00+08:00', {}, 'focus_end', '2026-05-11T08:00+08:00', 'in_focus'],
    ['a night shift, in its middle', inZone('Asia/Manila', '22:00-06:00'), '2026-05-05T23:00+08:00', {}, 'window', '2026-05-06T02:00+08:00', 'next_window'],
    ['a night shift, focus over midnight', inZone('Asia/Manila', '22:00-06:00', { focus: [block('23:00-01:00', ALL_DAYS)] }), '2026-05-05T23:30+08:00', {}, 'focus_end', '2026-05-06T01:00+08:00', 'in_focus'],
  ])('%s', check)
})

describe('windows that the reader chose', () => {
  const chose = (...windows: Reader['windows']) => readerWith({ windows })
  const focused = (...windows: Reader['windows']) => ({ ...morning, windows })
  test.each<Row>([
    ['only the start of the shift', chose({ kind: 'shift_start' }), '2026-05-05T09:10+02:00', {}, 'window', '2026-05-06T09:00+02:00', 'next_window'],
    ['a local time', chose({ kind: 'local_time', time: '15:15' }), '2026-05-05T09:10+02:00', {}, 'window', '2026-05-05T15:15+02:00', 'next_window'],
    ['a local time before work moves to its start', chose({ kind: 'local_time', time: '07:00' }), '2026-05-05T06:00+02:00', {}, 'window', '2026-05-05T09:00+02:00', 'off_hours'],
    ['a local time after work moves to the next start', chose({ kind: 'local_time', time: '19:00' }), '2026-05-05T16:00+02:00', {}, 'window', '2026-05-06T09:00+02:00', 'next_window'],
    ['a local time in focus moves to its end', focused({ kind: 'local_time', time: '10:00' }), '2026-05-05T08:00+02:00', {}, 'focus_end', '2026-05-05T11:30+02:00', 'off_hours'],
    ['one that passed while it could not arrive still counts', focused({ kind: 'local_time', time: '10:00' }), '2026-05-05T11:00+02:00', {}, 'focus_end', '2026-05-05T11:30+02:00', 'in_focus'],
    ['ends of focus, on a day without one: the start', { ...chose({ kind: 'focus_end' }), focus: [block('09:00-11:30', [3])] }, '2026-05-04T20:00+02:00', {}, 'window', '2026-05-05T09:00+02:00', 'off_hours'],
    ['ends of focus, on a day with one', { ...chose({ kind: 'focus_end' }), focus: [block('10:00-11:30', [2])] }, '2026-05-05T09:10+02:00', {}, 'focus_end', '2026-05-05T11:30+02:00', 'next_window'],
    ['without ends of focus it waits for the window', { ...morning, windows: [{ kind: 'midday' }] }, '2026-05-05T10:00+02:00', {}, 'window', '2026-05-05T13:00+02:00', 'in_focus'],
    ['an hour before the wrap', chose({ kind: 'before_wrap', minutes: 60 }), '2026-05-05T09:10+02:00', {}, 'window', '2026-05-05T16:00+02:00', 'next_window'],
    ['at night on a night shift', inZone('Europe/Berlin', '22:00-06:00', { windows: [{ kind: 'local_time', time: '03:00' }] }), '2026-05-05T23:00+02:00', {}, 'window', '2026-05-06T03:00+02:00', 'next_window'],
  ])('%s', check)
})

describe('everything else', () => {
  const nobody = readerWith({ calendar: calendarOf('Europe/Berlin', '') })
  test.each<Row>([
    ['urgent: at once, at night, in focus and muted', morning, '2026-05-05T03:00+02:00', { urgent: true, standing: 'muted', mutedUntil: at('2027-01-01T00:00Z') }, 'now', '2026-05-05T03:00+02:00', 'urgent'],
    ['urgent, but not visible any more: never', berlin, '2026-05-05T03:00+02:00', { urgent: true, maySee: false }, 'never', null, 'lost_access'],
    ['what one follows: at the next window', berlin, '2026-05-05T09:10+02:00', { standing: 'following' }, 'window', '2026-05-05T13:00+02:00', 'next_window'],
    ['what one follows in a social space: in the digest', berlin, '2026-05-05T09:10+02:00', { standing: 'following', quiet: true }, 'digest', '2026-05-06T09:00+02:00', 'for_digest'],
    ['a space: in the digest', berlin, '2026-05-05T09:10+02:00', { standing: 'space' }, 'digest', '2026-05-06T09:00+02:00', 'for_digest'],
    ['a call to everybody: in the digest', berlin, '2026-05-08T09:10+02:00', { standing: 'broadcast' }, 'digest', '2026-05-11T09:00+02:00', 'for_digest'],
    ['the digest of somebody who starts in focus: at its end', morning, '2026-05-05T08:00+02:00', { standing: 'space' }, 'digest', '2026-05-05T11:30+02:00', 'for_digest'],
    ['muted without end: never', berlin, '2026-05-05T09:10+02:00', { standing: 'muted' }, 'never', null, 'muted'],
    ['muted for a day: at the window after it', berlin, '2026-05-05T09:10+02:00', { standing: 'following', mutedUntil: at('2026-05-06T10:00+02:00') }, 'window', '2026-05-06T13:00+02:00', 'timed_mute'],
    ['no longer visible: never', berlin, '2026-05-05T09:10+02:00', { maySee: false }, 'never', null, 'lost_access'],
    ['to somebody who left: never', readerWith({ active: false }), '2026-05-05T09:10+02:00', {}, 'never', null, 'deactivated'],
    ['to somebody without hours: in a digest at nine', nobody, '2026-05-05T09:10+02:00', {}, 'digest', '2026-05-06T09:00+02:00', 'no_working_time'],
    ['to somebody without hours, weekly: on Monday', { ...nobody, digest: { every: 'week', time: '08:15' } }, '2026-05-05T09:10+02:00', {}, 'digest', '2026-05-11T08:15+02:00', 'no_working_time'],
    ['to somebody always in focus: in a digest at nine', readerWith({ focus: [block('00:00-24:00', ALL_DAYS)] }), '2026-05-05T09:10+02:00', {}, 'digest', '2026-05-06T09:00+02:00', 'no_working_time'],
    ['to somebody without hours, in focus at nine: after it', { ...nobody, focus: [block('08:00-10:00', ALL_DAYS)] }, '2026-05-05T08:10+02:00', {}, 'digest', '2026-05-05T10:00+02:00', 'no_working_time'],
    ['to somebody away for two years: when they are back', away('2026-05-01T00:00Z', '2028-05-01T00:00Z'), '2026-05-05T09:10+02:00', {}, 'digest', '2028-05-01T09:00+02:00', 'no_working_time'],
  ])('%s', check)

  test('only somebody without a moment of their own is flagged', () => {
    expect(planDelivery(itemAt('2026-05-05T09:10+02:00'), nobody, at('2026-05-05T07:10Z')).flagged).toBe(true)
    expect(planDelivery(itemAt('2026-05-05T09:10+02:00'), berlin, at('2026-05-05T07:10Z')).flagged).toBe(false)
  })
})

test('planning early does not let it leave before it may', () => {
  expect(planDelivery(itemAt('2026-05-06T12:00+02:00'), berlin, at('2026-05-04T10:00+02:00')).at?.toString()).toBe(at('2026-05-06T13:00+02:00').toString())
})

test('planning later than it might leave plans from now on', () => {
  expect(planDelivery(itemAt('2026-05-05T09:10+02:00'), berlin, at('2026-05-05T14:00+02:00')).at?.toString()).toBe(at('2026-05-05T16:30+02:00').toString())
})

test('many items on one layout get the plans that each gets alone', () => {
  const plan = planner(morning)
  const alike = ['2026-05-05T07:00Z', '2026-03-01T00:00Z', '2026-12-24T12:34:56.789Z', '2026-05-05T08:00Z'].map((from) => itemAt(from))
  expect(alike.map((item) => planToJson(plan(item, item.at)))).toEqual(alike.map((item) => planToJson(planDelivery(item, morning, item.at))))
})

test('a plan comes back as it was stored', () => {
  for (const known of [{}, { urgent: true }, { standing: 'muted' as const }, { standing: 'space' as const }]) {
    const json = planToJson(planDelivery(itemAt('2026-05-05T08:00Z', known), morning, at('2026-05-05T08:00Z')))
    expect(planToJson(planFromJson(JSON.parse(JSON.stringify(json))))).toEqual(json)
  }
})

const GERMAN_WORDS = { language: 'de' as const, texts: GERMAN }

describe('says why, to the reader and to the sender', () => {
  const mei = { name: 'Mei', zone: 'Asia/Manila' }
  const manila = (known: Partial<Reader> = {}) => readerWith({ calendar: calendarOf('Asia/Manila', '09:00-17:00'), focus: [block('09:30-11:30')], ...known })
  test.each<[string, Reader, string, Partial<Item>, string, string]>([
    ['in focus', manila(), '2026-05-05T10:00+08:00', {}, 'Held until 11:30: you are in focus (clause 5).', 'Mei reads this at 11:30 Manila, at the end of a focus (clause 5).'],
    ['before work', manila(), '2026-05-05T07:00+08:00', {}, 'Held until 09:00: you are off until then (clause 5).', 'Mei reads this at 09:00 Manila, at the start of the shift (clause 5).'],
    ['over a weekend', manila(), '2026-05-08T19:00+08:00', {}, 'Held until Monday at 09:00: you are off until then (clause 5).', 'Mei reads this on Monday at 09:00 Manila, at the start of the shift (clause 5).'],
    ['before work and then in focus', manila({ focus: [block('08:00-11:00')] }), '2026-05-05T07:00+08:00', {}, 'Held until 11:00: you are off until 09:00, and then in focus (clause 5).', 'Mei reads this at 11:00 Manila, at the end of a focus (clause 5).'],
    ['in the focus that ends the day', manila({ focus: [block('14:00-17:00')] }), '2026-05-05T15:00+08:00', {}, 'Held until Wednesday at 09:00: you are in focus until 17:00 (clause 5).', 'Mei reads this on Wednesday at 09:00 Manila, at the start of the shift (clause 5).'],
    ['between windows', manila(), '2026-05-05T12:00+08:00', {}, 'Held until 13:00: the middle of your shift.', 'Mei reads this at 13:00 Manila, in the middle of the shift.'],
    ['before the wrap', manila(), '2026-05-05T14:00+08:00', {}, 'Held until 16:30: shortly before your wrap.', 'Mei reads this at 16:30 Manila, shortly before the wrap.'],
    ['urgent', manila(), '2026-05-05T14:00+08:00', { urgent: true }, 'Delivered at once: it is urgent (clause 1).', 'Mei is told at once, whatever the hour (clause 1).'],
    ['a digest', manila(), '2026-05-05T14:00+08:00', { standing: 'space' }, 'Waits for your digest on Wednesday at 09:00.', 'Mei finds this in the digest on Wednesday at 09:00 Manila.'],
    ['muted', manila(), '2026-05-05T14:00+08:00', { standing: 'muted' }, 'Not sent: you muted this conversation.', 'Mei finds this on the page; nothing is sent.'],
    ['muted for a while', manila(), '2026-05-05T14:00+08:00', { standing: 'following', mutedUntil: at('2026-05-06T14:00+08:00') }, 'Held until Wednesday at 16:30: you muted this conversation until Wednesday at 14:00.', 'Mei reads this on Wednesday at 16:30 Manila, shortly before the wrap.'],
    ['no access', manila(), '2026-05-05T14:00+08:00', { maySee: false }, 'Not sent: you can no longer see this.', 'Not sent: Mei can no longer see this.'],
    ['away', away('2026-05-05T00:00+08:00', '2026-05-11T00:00+08:00', manila({ focus: [] })), '2026-05-05T14:00+08:00', {}, 'Held until Monday at 09:00: you are away until Monday at 00:00 (clause 5).', 'Mei reads this on Monday at 09:00 Manila, at the start of the shift (clause 5).'],
    ['no hours at all', readerWith({ calendar: calendarOf('Asia/Manila', '') }), '2026-05-05T14:00+08:00', {}, 'Waits for your digest on Wednesday at 09:00: you have no working time outside focus within a year (clause 5).', 'Mei has no working time set; this goes into a digest on Wednesday at 09:00 Manila.'],
  ])('%s', (_why, reader, from, known, toReader, toSender) => {
    const now = at(from)
    const plan = planDelivery(itemAt(from, known), reader, now)
    expect(reasonWords(plan, mei, { side: 'reader', zone: 'Asia/Manila', now })).toBe(toReader)
    expect(reasonWords(plan, mei, { side: 'sender', zone: 'Europe/Berlin', now })).toBe(toSender)
  })

  test.each<[string, Reader, string, Partial<Item>, string, string]>([
    ['in focus', manila(), '2026-05-05T10:00+08:00', {}, 'Zurückgehalten bis 11:30: Du bist im Fokus (Klausel 5).', 'Mei liest das um 11:30 (Manila), am Ende eines Fokus (Klausel 5).'],
    ['over a weekend', manila(), '2026-05-08T19:00+08:00', {}, 'Zurückgehalten bis Montag um 09:00: Du bist bis dahin nicht bei der Arbeit (Klausel 5).', 'Mei liest das am Montag um 09:00 (Manila), zu Beginn der Schicht (Klausel 5).'],
    ['before work and then in focus', manila({ focus: [block('08:00-11:00')] }), '2026-05-05T07:00+08:00', {}, 'Zurückgehalten bis 11:00: Du bist bis 09:00 nicht bei der Arbeit, und danach im Fokus (Klausel 5).', 'Mei liest das um 11:00 (Manila), am Ende eines Fokus (Klausel 5).'],
    ['between windows', manila(), '2026-05-05T12:00+08:00', {}, 'Zurückgehalten bis 13:00: die Mitte deiner Schicht.', 'Mei liest das um 13:00 (Manila), in der Mitte der Schicht.'],
    ['urgent', manila(), '2026-05-05T14:00+08:00', { urgent: true }, 'Sofort zugestellt: Es ist dringend (Klausel 1).', 'Mei erfährt es sofort, zu jeder Uhrzeit (Klausel 1).'],
    ['a digest', manila(), '2026-05-05T14:00+08:00', { standing: 'space' }, 'Kommt am Mittwoch um 09:00 mit deiner Sammelmeldung.', 'Mei findet das am Mittwoch um 09:00 (Manila) in der Sammelmeldung.'],
    ['muted for a while', manila(), '2026-05-05T14:00+08:00', { standing: 'following', mutedUntil: at('2026-05-06T14:00+08:00') }, 'Zurückgehalten bis Mittwoch um 16:30: Du hast diesen Thread bis Mittwoch um 14:00 stummgeschaltet.', 'Mei liest das am Mittwoch um 16:30 (Manila), kurz vor der Übergabe.'],
    ['no access', manila(), '2026-05-05T14:00+08:00', { maySee: false }, 'Nicht zugestellt: Du kannst das nicht mehr sehen.', 'Nicht zugestellt: Mei kann das nicht mehr sehen.'],
    ['away', away('2026-05-05T00:00+08:00', '2026-05-18T00:00+08:00', manila({ focus: [] })), '2026-05-05T14:00+08:00', {}, 'Zurückgehalten bis 18. Mai um 09:00: Du bist bis 18. Mai um 00:00 abwesend (Klausel 5).', 'Mei liest das am 18. Mai um 09:00 (Manila), zu Beginn der Schicht (Klausel 5).'],
  ])('in German: %s', (_why, reader, from, known, toReader, toSender) => {
    const now = at(from)
    const plan = planDelivery(itemAt(from, known), reader, now)
    expect(reasonWords(plan, mei, { side: 'reader', zone: 'Asia/Manila', now, words: GERMAN_WORDS })).toBe(toReader)
    expect(reasonWords(plan, mei, { side: 'sender', zone: 'Europe/Berlin', now, words: GERMAN_WORDS })).toBe(toSender)
  })

  test('without the city where both clocks show the same', () => {
    const now = at('2026-05-05T10:00+08:00')
    const plan = planDelivery(itemAt(now), manila(), now)
    expect(reasonWords(plan, mei, { side: 'sender', zone: 'Asia/Singapore', now })).toBe('Mei reads this at 11:30, at the end of a focus (clause 5).')
  })
})

function check(_why: string, reader: Reader, from: string, known: Partial<Item>, when: string, arrives: string | null, code: string): void {
  const item = itemAt(from, known)
  const plan = planDelivery(item, reader, item.at)
  expect({ when: plan.when, at: plan.at?.toString() ?? null, code: plan.reason.code })
    .toEqual({ when, at: arrives === null ? null : at(arrives).toString(), code })
}
