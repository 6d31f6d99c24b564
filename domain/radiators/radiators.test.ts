import { describe, expect, test } from 'vitest'
import { availabilityLine } from '../time/availability.ts'
import type { Interval, WorkCalendar } from '../time/types.ts'
import { sinceAway } from './away.ts'
import { citiesOf, sharedHours } from './cities.ts'
import type { Document, Member, Reader, Wrap } from './facts.ts'
import { awayOf, weekWords, yourTimes } from './hours.ts'
import { GERMAN } from '../words/german/german.ts'
import { ENGLISH } from '../words/said.ts'
import { entryLink, inList, line, read, wordsOf } from './pieces.ts'
import type { Section } from './pieces.ts'
import { readFirst } from './read-first.ts'
import { startHere } from './start-here.ts'
import type { StartFacts } from './start-here.ts'
import { projectStatus, statusLede } from './status.ts'
import { teamReadme } from './team.ts'

const at = (iso: string) => Temporal.Instant.from(iso)
const now = at('2026-03-24T10:00:00Z')
const days = (start: string, end: string, list: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[] = [1, 2, 3, 4, 5]): Interval[] => list.map((day) => ({ day, start, end }))
const works = (zone: string, week: Interval[]): WorkCalendar => ({ periods: [{ from: null, zone, anchor: '2026-01-05', weeks: [week] }], holidays: new Set(), absences: [], given: new Set(), taken: [] })
const member = (id: string, name: string, calendar: WorkCalendar, over: Partial<Member> = {}): Member => ({ id, name, zone: calendar.periods[0]?.zone ?? 'UTC', calendar, roles: [], guest: false, ...over })
const ana = member('ana', 'Ana Duarte', works('Europe/Lisbon', days('09:00', '18:00')), { roles: ['On call'] })
const ben = member('ben', 'Ben Okafor', works('Europe/Lisbon', [...days('08:00', '12:00'), ...days('13:00', '17:00')]))
const kenji = member('kenji', 'Kenji Mori', works('Asia/Tokyo', days('09:00', '18:00')))
const reader = { id: 'ana', zone: 'Europe/Lisbon', now }
const document = (over: Partial<Document>): Document => ({ number: 1, title: 'One queue', gist: 'One for all', kind: 'decision', spaceId: 'b', spaceName: 'Billing', ownerId: 'ben', ownerName: 'Ben Okafor', at: now, truth: 'unverified', links: 0, ...over })
const wrap: Wrap = { number: 9, spaceId: 'b', authorId: 'ben', authorName: 'Ben Okafor', at: at('2026-03-23T17:00:00Z'), mostImportant: 'The migration is half done', next: 'Run batch four.', blockers: [{ text: 'The bank has not answered.', byName: null, eta: null }] }
const billing = { id: 'b', name: 'Billing', purpose: 'Invoices and payments.', private: false, noise: 'work' as const }
const told = (sections: readonly Section[]) => sections.flatMap(({ title, paragraphs, items }) => [`## ${title}`, ...paragraphs.map(wordsOf), ...items.map((item) => `- ${wordsOf(item)}`)])

test('a sentence keeps its links, and plain words beside each other are one piece', () => {
  expect(read(line`See ${entryLink('this', 3)}, ${'and'} ${inList(['a', 'b', 'c'])}.`, ENGLISH)).toEqual([{ text: 'See ', href: null }, { text: 'this', href: '/3' }, { text: ', and a, b and c.', href: null }])
})

describe('hours in words', () => {
  test.each<[string, WorkCalendar, string | null]>([
    ['days in a row', ana.calendar, 'Monday to Friday 09:00 to 18:00'], ['breaks are left out', ben.calendar, 'Monday to Friday 08:00 to 17:00'],
    ['days apart', works('UTC', [...days('10:00', '18:00', [1, 2]), ...days('10:00', '14:00', [6])]), 'Monday to Tuesday 10:00 to 18:00 and Saturday 10:00 to 14:00'], ['no hours', { ...ana.calendar, periods: [] }, null],
  ])('%s', (_why, calendar, words) => expect(weekWords(calendar, reader)).toBe(words))
  test('on the clock of who reads, where that is another', () => expect([yourTimes(kenji, reader), yourTimes(ben, reader)]).toEqual(['00:00 to 09:00', null]))
  test('who is away, and when they are back', () => {
    const calendar = { ...ben.calendar, absences: [{ start: at('2026-03-23T00:00:00Z'), end: at('2026-03-26T00:00:00Z'), coverId: 'ana' }] }
    expect([awayOf({ calendar }, reader), awayOf(ben, reader)]).toEqual([{ coverId: 'ana', back: { today: false, when: 'Thursday' } }, null])
  })
  test('cities west to east, and what they share', () => {
    const cities = citiesOf([kenji, ana, ben], reader)
    expect(cities.map(({ name }) => name)).toEqual(['Lisbon', 'Tokyo'])
    expect(sharedHours(cities, reader)).toEqual(['Lisbon and Tokyo share 08:00 to 09:00 on most days'])
  })
})

test('what to read first: by kind, verified, linked; of equals the newer', () => {
  const list = [document({ number: 1 }), document({ number: 2, links: 7 }), document({ number: 3, kind: 'context', truth: 'verified' }), document({ number: 4, kind: 'runbook', truth: 'stale' }), document({ number: 5, at: now.add({ hours: 1 }) })]
  expect(readFirst(list, 4).map(({ number }) => number)).toEqual([2, 3, 5, 1])
})

const facts: StartFacts = {
  reader, workspace: 'Lighthouse', space: null, members: [ana, ben, kenji], places: [billing], roles: [{ name: 'On call', purpose: 'Looks after the night.', holders: [{ id: 'ana', name: 'Ana Duarte' }] }], documents: [document({})], records: 1, wraps: [wrap],
  agreement: { version: 2, changedAt: at('2026-03-20T10:00:00Z'), changedBy: 'Mei', clauses: [{ number: 1, title: 'Response times', gist: 'Each question carries an urgency.' }], responses: [{ name: 'urgent', within: 'within 30 min', meaning: 'System down.' }] },
  openDecisions: [{ number: 4, title: 'Which bank?', status: 'Waits for Kenji', spaceId: 'b', byName: 'Kenji', at: now }],
}

describe('start here', () => {
  test('reads as a colleague would tell it', () => {
    expect(told(startHere(facts))).toEqual([
      '## Who we are', 'Lighthouse is three people in two cities: Ben Okafor and you in Lisbon, Kenji Mori in Tokyo.',
      'On your clock, Lisbon and Tokyo share 08:00 to 09:00 on most days; everything else is written, so that nobody has to wait up for it. Everybody’s hours stand on the page of the team.',
      '## How we work', 'We work by an agreement, now in its version 2, which Mei changed on Friday. In a sentence each:', '- Response times. Each question carries an urgency.',
      '## Where things live', 'What we decided, and why, stands in the decisions: one that holds, and one that is open. What somebody says about either stands beside it, and search looks through all of it.', '- Billing: invoices and payments. See how it stands.',
      '## Read this first', '- One queue: we chose “One for all”; Ben Okafor answers for it.',
      '## Who to ask', '- On call: Ana Duarte (looks after the night).', '- About Billing: Ben Okafor, who answers for One queue.',
      '## What is going on now', '- In Billing: The migration is half done. Ben Okafor wrote so yesterday.', '- Which bank? is being decided. Waits for Kenji.',
    ])
  })
  test('of an empty workspace it says little, and nothing wrong', () => {
    expect(told(startHere({ ...facts, members: [], places: [], agreement: null, roles: [], documents: [], records: 0, wraps: [], openDecisions: [] }))).toEqual([
      '## Who we are', 'Nobody has joined Lighthouse yet.', '## Where things live', 'Search looks through everything that was written.',
    ])
  })
})

test('the team: hours, what is shared, answers, who minds what, and what hangs on one person', () => {
  const off = { ...ben, calendar: { ...ben.calendar, absences: [{ start: at('2026-03-23T00:00:00Z'), end: at('2026-03-26T00:00:00Z'), coverId: 'ana' }] } }
  expect(told(teamReadme({ reader, name: 'Lighthouse', members: [ana, off, kenji], agreement: facts.agreement, documents: [document({}), document({ number: 2, title: 'Orphan', ownerId: null, ownerName: null })], roles: [{ name: 'Release', purpose: '', holders: [] }], places: [{ ...billing, memberIds: ['ben'] }] }))).toEqual([
    '## When we work', '- You are in Lisbon and work Monday to Friday 09:00 to 18:00. You hold the role On call.', '- Ben Okafor is in Lisbon and works Monday to Friday 08:00 to 17:00. They are away now, back on Thursday; Ana Duarte covers.', '- Kenji Mori is in Tokyo and works Monday to Friday 09:00 to 18:00, which is 00:00 to 09:00 for you.',
    '## When we share time', '- With Ben Okafor you share 09:00 to 12:00 and 13:00 to 17:00 on most days.', '- With Kenji Mori you share 09:00 to 10:00 on some days.',
    '## How fast we answer', 'This is what the agreement asks of whoever is asked, on their own clock.', '- Urgent: within 30 min. System down.', '## Who minds what', '- Ben Okafor answers for One queue.',
    '## What hangs on one person, or on nobody', '- Ben Okafor is alone in Billing.', '- Nobody holds Release.', '- Nobody minds Orphan.',
  ])
})

describe('who is away is back on a day of the reader, the same beside a name and in the sentences of the team', () => {
  const los = works('America/Los_Angeles', days('10:00', '18:00')), kiritimati = works('Pacific/Kiritimati', days('09:00', '17:00')), lisbon = works('Europe/Lisbon', days('09:00', '18:00'))
  test.each<[string, WorkCalendar, string, string, string, string, string]>([
    ['tomorrow here is today there', los, '2026-03-24T00:04:00Z', '2026-03-24T16:00:00Z', 'Asia/Tokyo', 'Away until Wednesday', 'back on Wednesday'],
    ['today here is tomorrow there', kiritimati, '2026-03-24T12:00:00Z', '2026-03-24T19:00:00Z', 'America/Los_Angeles', 'Away until 09:00 (Kiritimati)', 'back at 09:00 (Kiritimati)'],
    ['the day before, across the date line', kiritimati, '2026-03-23T12:00:00Z', '2026-03-25T18:00:00Z', 'Pacific/Pago_Pago', 'Away until Wednesday', 'back on Wednesday'],
    ['later today in both places', lisbon, '2026-03-24T08:00:00Z', '2026-03-24T12:00:00Z', 'Europe/Lisbon', 'Away until 12:00', 'back at 12:00'],
    ['a week ahead is told by its date', los, '2026-03-24T00:04:00Z', '2026-03-30T17:00:00Z', 'Asia/Tokyo', 'Away until 31 March', 'back on 31 March'],
  ])('%s', (_why, calendar, moment, end, zone, line, sentence) => {
    const away = { ...calendar, absences: [{ start: at('2026-03-20T00:00:00Z'), end: at(end), coverId: null }] }
    expect(availabilityLine(null, away, at(moment), zone, new Map())).toBe(line)
    expect(told(teamReadme({ reader: { id: 'me', zone, now: at(moment) }, name: 'Lighthouse', members: [member('tom', 'Tom Reyes', away)], agreement: null, documents: [], roles: [], places: [] })).join('\n')).toContain(`They are away now, ${sentence}.`)
  })
  test('in German', () => {
    const away = { ...los, absences: [{ start: at('2026-03-20T00:00:00Z'), end: at('2026-03-24T16:00:00Z'), coverId: null }] }
    expect(availabilityLine(null, away, at('2026-03-24T00:04:00Z'), 'Asia/Tokyo', new Map(), { language: 'de', texts: GERMAN })).toBe('Abwesend bis Mittwoch')
  })
})

describe('what is shared does not depend on the hour at which it is read', () => {
  const tokyo = (time: string): Reader => ({ id: 'kenji', zone: 'Asia/Tokyo', now: at(`2026-03-24T${time}+09:00`) })
  const early = member('tom', 'Tom Reyes', works('America/Los_Angeles', days('08:00', '17:30', [1, 2, 3, 4, 5])))
  const mei = member('mei', 'Mei Tan', works('Asia/Manila', [...days('09:00', '11:30'), ...days('12:30', '17:00')]))
  test.each(['00:00', '09:04', '11:04', '17:59', '23:59'])('%s', (time) => {
    const shared = told(teamReadme({ reader: tokyo(time), name: 'Lighthouse', members: [kenji, early, mei], agreement: null, documents: [], roles: [], places: [] })).filter((text) => text.startsWith('- With'))
    expect(shared).toEqual(['- With Tom Reyes you share 09:00 to 09:30 on most days.', '- With Mei Tan you share 10:00 to 12:30 and 13:30 to 18:00 on most days.'])
    expect(sharedHours(citiesOf([kenji, early], tokyo(time)), tokyo(time))).toEqual(['Los Angeles and Tokyo share 09:00 to 09:30 on most days'])
  })
})

test('how a project stands, each sentence out of what was written', () => {
  const matter = { number: 4, title: 'Which bank?', status: 'Waits for Kenji.', spaceId: 'b', byName: 'Kenji', at: now }
  const status = { reader, wraps: [wrap], unowned: [{ text: 'Call the bank', number: 8 }], decisions: [matter], asks: [], checkins: [{ ...matter, number: 5, status: 'Batch three is in.' }], outcomes: [{ ...matter, number: 6, title: 'Retry limit', status: 'Five it is.' }], stale: [document({ number: 7, title: 'Runbook' })] }
  expect(statusLede(status)).toBe('One open decision waits; two things are in the way.')
  expect(told(projectStatus(status))).toEqual([
    '## Where it stands', '- The migration is half done. Ben Okafor signed this yesterday. Next: Run batch four.', '## In the way', '- Call the bank. It was handed over and nobody holds it.', '- The bank has not answered. Nobody is named who can clear it, says Ben Okafor.',
    '## Being decided', '- Which bank?: Waits for Kenji.', '## Said in check-ins', '- Kenji, today: Batch three is in.', '## What came of it lately', '- Retry limit, today: Five it is.', '## Due to be looked at again', 'Runbook was verified once, and nobody has looked since.',
  ])
})

test('since you were away: what waits first, then what changed, space by space', () => {
  const item = { tldr: 'Watch the rollout', by: 'Mei, Billing, #3', why: 'Until Friday', number: 3 }
  expect(told(sinceAway([{ title: 'Handed to you', note: null, items: [item], folded: [] }, { title: 'The rest', note: 'From open spaces.', items: [], folded: [{ spaceName: 'Search', items: Array.from({ length: 6 }, () => ({ ...item, why: null, number: null })) }] }]))).toEqual([
    '## Handed to you', '- Watch the rollout. Mei, Billing, #3. Until Friday.', '## The rest', 'From open spaces.', '## The rest: Search', ...Array.from({ length: 5 }, () => '- Watch the rollout. Mei, Billing, #3.'), '- And 1 more.',
  ])
  expect(told(sinceAway([{ title: 'Handed to you', note: null, items: [{ ...item, tldr: 'Resume with `--skip-one`, **carefully**, as [the list](https://example.org) says.', why: null, number: null }], folded: [] }]))[1], 'marks of Markdown are not read out').toBe('- Resume with --skip-one, carefully, as the list says. Mei, Billing, #3.')
})
