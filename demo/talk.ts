import { answerAsk, askBack, clarifyAsk, declineAsk, postAsk, rateAsk, acknowledgeAsk } from '#contract/asks.ts'
import { adoptFocus } from '#contract/attention.ts'
import type { GivenTo } from '#contract/operation.ts'
import { markRead, postReply, postThread, react, readThread, resolveThread, setState } from '#contract/threads.ts'
import type { Numbers, Scene } from './story.ts'
import type { DemoName, DemoSpaceName } from './team.ts'
import type { Teller } from './teller.ts'

type Ask = Omit<GivenTo<typeof postAsk>, 'spaceId' | 'to' | 'title' | 'kind'> & { kind?: GivenTo<typeof postAsk>['kind'] }

/** What the team talks of in its last days: threads in each state, and asks of each kind. Moments are as written; see `StoryDates`. */
export function talk(teller: Teller, numbers: Numbers): Scene[] {
  const numberOf = numbers.of
  const at = (moment: string, play: () => Promise<unknown>): Scene => ({ at: teller.dates.moved(moment), play: async () => { await play() } })
  const thread = (moment: string, key: string, by: DemoName, space: DemoSpaceName, title: string, body: string): Scene =>
    at(moment, async () => numbers.set(key, (await teller.as(by)(postThread, { spaceId: teller.spaces[space], title, body })).number))
  const reply = (moment: string, key: string, by: DemoName, body: string): Scene => at(moment, () => teller.as(by)(postReply, { number: numberOf(key), body }))
  const read = (moment: string, key: string, by: DemoName): Scene => at(moment, async () => {
    const { items } = await teller.as(by)(readThread, { number: numberOf(key) })
    await teller.as(by)(markRead, { number: numberOf(key), seq: items.at(-1)?.seq ?? 0 })
  })
  const ask = (moment: string, key: string, by: DemoName, to: DemoName, space: DemoSpaceName, title: string, more: Ask): Scene =>
    at(moment, async () => numbers.set(key, (await teller.as(by)(postAsk, { spaceId: teller.spaces[space], to: teller.people[to], title, kind: 'answer', ...more })).number))
  return [
    at('2026-03-16T00:10:00Z', () => teller.as('kenji')(adoptFocus, { key: 'one_block' })),
    at('2026-03-16T09:10:00Z', () => teller.as('ben')(adoptFocus, { key: 'core_block' })),

    thread('2026-03-18T09:40:00Z', 'retries', 'ana', 'Billing', 'How often do we try a failed card again?', 'Three tries in five days is what the old ledger does. The bank would accept **four in fourteen**.\n\n| tries | paid in the end |\n|---|---|\n| 3 in 5 days | 61 % |\n| 4 in 14 days | 74 % |\n\nWhat speaks against the longer one?'),
    reply('2026-03-19T01:20:00Z', 'retries', 'mei', 'Nothing from the ledger. It needs the new column for the next try, which the migration brings anyway.'),
    reply('2026-03-19T10:05:00Z', 'retries', 'ana', 'Then I write it as four in fourteen, with a mail before the last one.'),
    at('2026-03-19T10:06:00Z', () => teller.as('ana')(setState, { number: numberOf('retries'), text: 'Four tries in fourteen days, once the migration is through.', version: 0 })),
    reply('2026-03-20T08:30:00Z', 'retries', 'ben', 'Fine with me. The job that tries again runs at 04:00 UTC; say if that is a bad hour for anybody.'),
    at('2026-03-20T17:40:00Z', () => teller.as('priya')(react, { number: numberOf('retries'), emoji: '👍' })),
    at('2026-03-23T10:15:00Z', () => teller.as('ana')(resolveThread, { number: numberOf('retries'), outcome: 'Four tries in fourteen days, with a mail before the last one.' })),

    thread('2026-03-18T18:30:00Z', 'typos', 'priya', 'Search', 'Typo tolerance finds too much', 'Since Tuesday `lisbon` also finds `listen`. The threshold went from 0.4 to 0.3 in that release.\n\n```sql\nselect similarity(\'lisbon\', \'listen\');  -- 0.38\n```\n\nI would go back to 0.4 and keep the shorter words exact.'),
    reply('2026-03-19T02:10:00Z', 'typos', 'mei', 'Words under five letters exact, 0.4 for the rest. That finds all 22 queries of the test set.'),
    reply('2026-03-19T18:05:00Z', 'typos', 'priya', 'Done on staging; it goes out on Monday unless somebody speaks up.'),

    thread('2026-03-20T13:20:00Z', 'oncall', 'ben', 'Platform', 'Who is on call over Easter', 'Ten days with holidays in all three zones. I put @kenji first, myself second; swap if you like.\n\n- [x] Friday to Sunday: Ben\n- [ ] Monday: open\n- [ ] Tuesday: Kenji'),
    reply('2026-03-23T02:45:00Z', 'oncall', 'kenji', 'Tuesday is fine. Monday is a working day here, so I can take it as well.'),
    reply('2026-03-23T08:25:00Z', 'oncall', 'ben', 'Then Monday is yours, and I take the Saturday after.'),
    at('2026-03-19T09:20:00Z', async () => numbers.set('hours', (await teller.as('mei')(postThread, {
      spaceId: teller.spaces.Announcements, title: 'Deploys leave two hours earlier', body: '', kind: 'change',
      change: { was: 'Deploys left at 10:00 Lisbon.', now: 'Deploys leave at 08:00 Lisbon, while Tokyo is still there.', since: teller.dates.movedDate('2026-03-23'), why: 'Twice in March nobody from Tokyo was awake when a deploy went wrong.', mustRead: [teller.people.ben, teller.people.kenji, teller.people.ana] },
    })).number)),

    ask('2026-03-17T10:00:00Z', 'export', 'ana', 'mei', 'Billing', 'May the export leave out draft invoices?', { body: 'The accountant asks for issued ones only. Nothing else reads the export, as far as I know.', criteria: 'Nobody else depends on drafts being in it.', scope: 'brief' }),
    at('2026-03-18T01:30:00Z', () => teller.as('mei')(askBack, { number: numberOf('export'), body: 'Does the monthly report read it too?' })),
    at('2026-03-18T09:15:00Z', () => teller.as('ana')(clarifyAsk, { number: numberOf('export'), body: 'No, the report reads the ledger.' })),
    at('2026-03-19T02:00:00Z', () => teller.as('mei')(answerAsk, { number: numberOf('export'), body: 'Yes, leave them out. I checked the jobs: nothing else opens that file.' })),

    ask('2026-03-19T09:00:00Z', 'outage', 'ben', 'kenji', 'Incidents', 'Payments fail in Japan: roll back?', { kind: 'approve', body: 'Since 08:40 UTC every card of one bank is declined. The release of 08:30 is the only change.', urgency: 'urgent', urgentReason: 'Customers cannot pay.', blockedPath: 'Every payment with that bank.' }),
    at('2026-03-19T09:04:00Z', () => teller.as('kenji')(acknowledgeAsk, { number: numberOf('outage') })),
    at('2026-03-19T09:11:00Z', () => teller.as('kenji')(answerAsk, { number: numberOf('outage'), body: 'Roll back. I watch the declines.' })),
    at('2026-03-19T09:30:00Z', () => teller.as('kenji')(rateAsk, { number: numberOf('outage'), rating: 'urgent' })),

    ask('2026-03-20T11:00:00Z', 'colours', 'ana', 'priya', 'Search', 'Concerns about the new result colours?', { kind: 'fyi', body: 'Blue for pages, green for settled. They pass AA in both themes.' }),
    ask('2026-03-20T14:00:00Z', 'index', 'ben', 'mei', 'Platform', 'Which index do we keep on orders?', { kind: 'review', body: 'The plan with both is slower than with either one. I lean to the newer one.', scope: 'detailed', urgency: 'low', criteria: 'Both month-end reports stay under ten seconds.' }),
    ask('2026-03-23T10:30:00Z', 'ledger', 'ana', 'kenji', 'Billing', 'Which ledger month do we migrate first?', { body: 'February is closed and small; January is where the corrections are. I would take February, so that a mistake costs little.', urgency: 'important', blockedPath: 'The dry run on Wednesday.', criteria: 'A mistake can be undone within the hour.' }),
    ask('2026-03-23T16:20:00Z', 'backup', 'ben', 'kenji', 'Platform', 'Approve the new backup window by tomorrow', { kind: 'approve', body: '02:00 to 02:40 UTC instead of 05:00. It is the quietest hour on all three sides.', silentDefault: 'The backup moves to 02:00 UTC on Thursday.' }),
    ask('2026-03-23T02:40:00Z', 'fonts', 'kenji', 'ana', 'Billing', 'Do invoices need the Japanese font embedded?', { urgency: 'low', body: 'It adds 4 MB to each PDF. Without it some printers show boxes.' }),
    ask('2026-03-23T02:50:00Z', 'quota', 'kenji', 'ben', 'Platform', 'Raise the disk quota before the month ends?', { kind: 'input', body: 'We are at 78 % and grow by 3 % a week.', others: [teller.people.mei] }),
    at('2026-03-23T08:40:00Z', () => teller.as('ben')(askBack, { number: numberOf('quota'), body: 'To the next tier, or only by a tenth?' })),
    ask('2026-03-20T15:10:00Z', 'vendor', 'priya', 'ana', 'Billing', 'Who speaks to the payment vendor about fees?', { urgency: 'low', body: 'The new price list came on Tuesday. They want an answer within the month.' }),
    at('2026-03-23T09:20:00Z', () => teller.as('ana')(declineAsk, { number: numberOf('vendor'), reason: 'Mei knows them and signs the contract.', to: teller.people.mei })),

    read('2026-03-19T05:00:00Z', 'retries', 'kenji'), read('2026-03-23T01:20:00Z', 'typos', 'mei'),
  ]
}
