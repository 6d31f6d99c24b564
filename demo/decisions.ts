import { readAgreement } from '#contract/agreement.ts'
import { addRemark, createDecision, holdDecisionCall, importAdr, openDecision, proposeDecisionCall, readDecision, seeDecision, signDecision, takePosition, waiveInput, withdrawDecision } from '#contract/decisions.ts'
import type { POSITIONS } from '#contract/decisions.ts'
import type { GivenTo } from '#contract/operation.ts'
import { TEXTS } from './decision-texts.ts'
import type { DemoDecision } from './decision-texts.ts'
import { madrOf, pathOf } from './madr.ts'
import { RECORDS } from './records.ts'
import type { Numbers, Scene } from './story.ts'
import type { DemoName, DemoSpaceName } from './team.ts'
import type { Teller } from './teller.ts'

type Kind = (typeof POSITIONS)[number]
type More = Omit<GivenTo<typeof createDecision>, 'spaceId' | 'content' | 'roles' | 'open'> & { draft?: true }
type Asked = { signs: DemoName; does?: readonly DemoName[]; asked?: readonly DemoName[]; told?: readonly DemoName[] }

/** A year of decisions: the older ones as the files they were, the month's own as they happened, and one in each state. Moments are as written; see `StoryDates`. */
export function decisions(teller: Teller, numbers: Numbers): Scene[] {
  const { people, spaces, dates: { moved, movedDate, begin } } = teller
  const ids = (names: readonly DemoName[] = []) => names.map((name) => people[name])
  const at = (moment: string, play: () => Promise<unknown>): Scene => ({ at: moved(moment), play: async () => { await play() } })
  const of = (key: DemoDecision): { number: number } => ({ number: numbers.of(`decision ${key}`) })
  const write = (moment: string, key: DemoDecision, by: DemoName, space: DemoSpaceName, { signs, does, asked, told }: Asked, more: () => More | Promise<More> = () => ({})): Scene => at(moment, async () => {
    const { draft, ...given } = await more()
    const { number } = await teller.as(by)(createDecision, {
      spaceId: spaces[space], content: TEXTS[key], roles: { accountableId: people[signs], responsibleIds: ids(does), consultedIds: ids(asked), informedIds: ids(told) }, ...given,
    })
    numbers.set(`decision ${key}`, number)
    if (!draft) await teller.as(by)(openDecision, { number })
  })
  const say = (moment: string, key: DemoDecision, by: DemoName, kind: Kind, text = '', optionId: string | null = null): Scene => at(moment, () => teller.as(by)(takePosition, { ...of(key), kind, text, optionId }))
  const sign = (moment: string, key: DemoDecision, by: DemoName, optionId: string, more: { provisionalUntil?: string; supersedes?: number[] } = {}): Scene => at(moment, async () => {
    await goOn(teller, by, of(key))
    await teller.as(by)(signDecision, { ...of(key), optionId, ...more })
  })
  return [
    ...(['Platform', 'Billing', 'Search'] as const).map((space): Scene => ({ at: begin, play: () => importRecords(teller, space, numbers) })),

    write('2026-02-24T02:30:00Z', 'rounding', 'kenji', 'Billing', { signs: 'ana', does: ['kenji'], asked: ['ben', 'mei'] }, () => ({ windowDays: 3, reviewOn: movedDate('2026-03-23'), triggers: ['Finance changes how it adds up.'] })),
    say('2026-02-24T05:30:00Z', 'rounding', 'kenji', 'support'), say('2026-02-24T05:40:00Z', 'rounding', 'mei', 'support', 'A cent that was not there before is a call to support.'),
    say('2026-02-24T10:00:00Z', 'rounding', 'ben', 'objection', 'The report for finance adds up lines. With this its columns are off by up to a euro a month, and I have to explain it each time.', 'invoice'),
    at('2026-02-25T09:30:00Z', () => teller.as('ana')(proposeDecisionCall, of('rounding'))),
    at('2026-02-26T09:40:00Z', () => teller.as('ana')(holdDecisionCall, { ...of('rounding'), outcome: 'Ben still would rather round lines. The report gets a line “rounding”, which Kenji writes, so that its columns add up. We round per invoice, and look at it again in a month.' })),
    sign('2026-02-26T10:05:00Z', 'rounding', 'ana', 'invoice'),

    write('2026-02-23T18:30:00Z', 'prices', 'priya', 'Search', { signs: 'ana', asked: ['tom', 'mei'] }, () => ({ windowDays: 1 })),
    write('2026-02-25T09:00:00Z', 'night', 'ben', 'Platform', { signs: 'ben', asked: ['kenji', 'tom'] }, () => ({ windowDays: 2 })),
    say('2026-02-25T18:00:00Z', 'night', 'tom', 'support'), say('2026-02-26T02:00:00Z', 'night', 'kenji', 'no-concern', 'Half past two is early enough; we read them after lunch.'),
    sign('2026-02-26T09:10:00Z', 'night', 'ben', 'later', { provisionalUntil: movedDate('2026-03-13') }),

    write('2026-03-02T09:00:00Z', 'wednesday', 'ben', 'Announcements', { signs: 'mei', asked: ['ana', 'kenji', 'tom'], told: ['priya'] }, async () => ({ windowDays: 3, agreementText: await withoutWednesdays(teller) })),
    say('2026-03-02T11:00:00Z', 'wednesday', 'ana', 'support', 'Tuesdays are full already; I move two calls to Thursday.'), say('2026-03-02T18:00:00Z', 'wednesday', 'tom', 'support'), say('2026-03-03T01:10:00Z', 'wednesday', 'kenji', 'support', 'Please.'),
    sign('2026-03-03T03:00:00Z', 'wednesday', 'mei', 'proposed'),

    write('2026-03-03T20:00:00Z', 'stemmer', 'priya', 'Search', { signs: 'priya', asked: ['ana', 'mei'], told: ['tom'] }, () => ({ windowDays: 2 })),
    say('2026-03-04T10:00:00Z', 'stemmer', 'ana', 'support', 'Portuguese stays as it is, so support has nothing to explain.', 'language'), at('2026-03-04T02:00:00Z', () => teller.as('mei')(seeDecision, of('stemmer'))),
    sign('2026-03-09T18:00:00Z', 'stemmer', 'priya', 'language'),

    write('2026-03-03T19:00:00Z', 'archive', 'tom', 'Platform', { signs: 'mei', does: ['tom'], asked: ['kenji', 'ben'] }, () => ({ reviewOn: movedDate('2026-09-01'), triggers: ['The disk passes 70 %.', 'Somebody asks for an old row more than once a month.'] })),
    say('2026-03-03T19:10:00Z', 'archive', 'tom', 'support'), say('2026-03-04T01:20:00Z', 'archive', 'kenji', 'no-concern', 'A month takes three minutes to move; I tried one.'),
    say('2026-03-04T09:00:00Z', 'archive', 'ben', 'support', 'The alarm should come at 70 % from now on.'), sign('2026-03-05T02:00:00Z', 'archive', 'mei', 'archive'),
    write('2026-03-04T17:30:00Z', 'disk', 'tom', 'Platform', { signs: 'ben', asked: ['kenji', 'mei'] }, () => ({ windowDays: 10, dependsOn: [numbers.of('Platform 3')], door: 'one-way' })),
    say('2026-03-05T02:00:00Z', 'disk', 'kenji', 'question', 'How late may the partitions be before it is too late to buy?'),
    at('2026-03-12T15:00:00Z', () => teller.as('ben')(withdrawDecision, { ...of('disk'), reason: 'The audit log has moved; the disk is at 52 %, and nothing needs buying.' })),

    write('2026-03-13T23:40:00Z', 'smoke', 'tom', 'Platform', { signs: 'ben', does: ['ben'], asked: ['kenji'] }, () => ({ windowDays: 1 })),
    say('2026-03-16T00:30:00Z', 'smoke', 'kenji', 'support', 'Two minutes are nothing at three in the morning.'), at('2026-03-16T08:30:00Z', () => teller.as('ben')(signDecision, { ...of('smoke'), optionId: 'twice', supersedes: [numbers.of('Platform 11')] })),

    write('2026-03-16T09:30:00Z', 'builds', 'ben', 'Platform', { signs: 'ben', asked: ['kenji', 'mei', 'tom'] }, () => ({ door: 'one-way', hiddenUntilMine: true })),
    say('2026-03-17T01:00:00Z', 'builds', 'kenji', 'support', 'I waited 40 minutes on Thursday.', 'rent'),
    say('2026-03-17T03:00:00Z', 'builds', 'mei', 'objection', 'The fixtures of Nordlicht are real invoices. Their contract says that nothing of theirs leaves our network.', 'rent'),
    at('2026-03-20T10:30:00Z', () => teller.as('ben')(proposeDecisionCall, of('builds'))),

    write('2026-03-19T01:00:00Z', 'oncall', 'kenji', 'Platform', { signs: 'kenji', asked: ['ben', 'mei'], told: ['tom'] }),
    say('2026-03-19T02:30:00Z', 'oncall', 'mei', 'support', 'And it goes into the wrap of Wednesday, in one line.', 'wednesday'),
    at('2026-03-20T09:00:00Z', () => teller.as('ben')(addRemark, { ...of('oncall'), field: 'context', quote: 'two alarms of a Sunday', body: 'Three; the one of the 15th was closed by itself before anybody saw it.' })),
    say('2026-03-23T11:00:00Z', 'oncall', 'ben', 'no-concern', 'Fine, from April on.'),

    write('2026-03-21T19:00:00Z', 'mistyped', 'priya', 'Search', { signs: 'mei', does: ['priya'], asked: ['ana'] }, () => ({ windowDays: 2 })),
    say('2026-03-21T19:05:00Z', 'mistyped', 'priya', 'support'), say('2026-03-23T09:10:00Z', 'mistyped', 'ana', 'support'), sign('2026-03-23T09:40:00Z', 'mistyped', 'mei', 'two-weeks', { provisionalUntil: movedDate('2026-04-06') }),

    write('2026-03-23T10:25:00Z', 'retries', 'ana', 'Billing', { signs: 'ana', does: ['mei'], asked: ['kenji', 'ben'], told: ['priya'] }, () => ({ fromThread: numbers.of('retries'), supersedes: [numbers.of('Billing 5')], reviewOn: movedDate('2026-06-22') })),
    say('2026-03-23T11:30:00Z', 'retries', 'ben', 'question', 'Does the mail before the last one go out in the customer’s language?', 'four'),
    at('2026-03-23T11:35:00Z', () => teller.as('ben')(addRemark, { ...of('retries'), field: 'consequences', quote: '04:00 UTC', body: 'That is when the backup may run from Thursday on, if Kenji approves it; five minutes later would be safer.' })),

    write('2026-03-23T18:45:00Z', 'names', 'priya', 'Search', { signs: 'priya', asked: ['mei'] }, () => ({ draft: true, dependsOn: [of('mistyped').number, numbers.of('Search 1')] })),
  ]
}

/** Told at another time of the year, holidays can move a deadline beyond the moment at which the story signs; whoever is missing is then not waited for. */
async function goOn(teller: Teller, by: DemoName, { number }: { number: number }): Promise<void> {
  const { state, missing } = await teller.as(by)(readDecision, { number })
  if (state !== 'open') return
  for (const { id } of missing) await teller.as(by)(waiveInput, { number, personId: id, reason: 'Holidays moved the deadline, and the work begins today.' })
}

/** The folder of a space as it stood beside the code; its records can be named by their number there. */
async function importRecords(teller: Teller, space: 'Platform' | 'Billing' | 'Search', numbers: Numbers): Promise<void> {
  const records = RECORDS.filter((record) => record.in === space)
  const { files } = await teller.as('mei')(importAdr, { spaceId: teller.spaces[space], files: records.map((record) => ({ path: pathOf(record), text: madrOf(record, records, teller.dates) })) })
  for (const record of records) {
    const number = files.find(({ path }) => path === pathOf(record))?.number
    if (typeof number !== 'number') throw new Error(`${pathOf(record)} of ${space} was not imported.`)
    numbers.set(`${space} ${record.number}`, number)
  }
}

async function withoutWednesdays(teller: Teller): Promise<string> {
  const { text } = await teller.as('ben')(readAgreement, {})
  return text.replace('meeting_free_days: []', 'meeting_free_days: [3]')
}
