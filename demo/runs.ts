import { usePage } from '#contract/page-truth.ts'
import { addSchedule, finishRun, noteStep, skipStep, startRun, tickStep } from '#contract/runs.ts'
import { ROLE_IDS } from './settings.ts'
import type { Numbers, Scene } from './story.ts'
import type { DemoName } from './team.ts'
import type { Teller } from './teller.ts'

/** What somebody does with a step: ticks it, with a note perhaps, or skips it. */
type Doing = { step: number; by: DemoName; different?: string; skip?: string }
type StoryRun = { page: string; title: string; why: string; by: DemoName; begins: string; doings: readonly (Doing & { at: string })[]; ends?: { at: string; by: DemoName; outcome: string } }

const RUNS: readonly StoryRun[] = [
  {
    page: 'page undo', title: 'A copy of batch 1', why: 'Ben reads it as if it were night, before anybody needs it.', by: 'ben', begins: '2026-03-06T15:28:00Z',
    doings: [
      { at: '2026-03-06T15:29:00Z', step: 1, by: 'ben', different: 'It took a minute until it said where it had stopped, and I pressed again. That did no harm.' }, { at: '2026-03-06T15:30:00Z', step: 2, by: 'ben', skip: 'It is a copy; finance sees nothing of it.' },
      { at: '2026-03-06T15:33:00Z', step: 3, by: 'ben' }, { at: '2026-03-06T15:35:00Z', step: 4, by: 'ana' }, { at: '2026-03-06T15:36:00Z', step: 5, by: 'ben' }, { at: '2026-03-06T15:36:30Z', step: 6, by: 'ben', skip: 'No customer has seen anything.' },
    ],
    ends: { at: '2026-03-06T15:37:00Z', by: 'ben', outcome: 'Nine minutes, and two sentences that I read wrongly. Both are in the page in a moment.' },
  },
  {
    page: 'page rollback', title: 'The deploy of Wednesday', why: 'Declines at one bank since it left.', by: 'kenji', begins: '2026-03-19T01:40:00Z',
    doings: [
      { at: '2026-03-19T01:40:40Z', step: 1, by: 'kenji' }, { at: '2026-03-19T01:43:00Z', step: 2, by: 'kenji' }, { at: '2026-03-19T01:46:00Z', step: 3, by: 'mei' },
      { at: '2026-03-19T01:50:00Z', step: 4, by: 'mei', different: 'It was one bank alone. The sum of all payments looked healthy the whole time.' }, { at: '2026-03-19T01:51:00Z', step: 5, by: 'kenji' }, { at: '2026-03-19T01:51:30Z', step: 6, by: 'kenji' },
    ],
    ends: { at: '2026-03-19T01:52:00Z', by: 'kenji', outcome: 'Back on the release of Tuesday after six minutes; the bank takes our payments again.' },
  },
  {
    page: 'page archive', title: 'November', why: 'First quiet evening since deploys leave at eight.', by: 'ben', begins: '2026-03-23T15:30:00Z',
    doings: [{ at: '2026-03-23T15:32:00Z', step: 1, by: 'ben' }],
  },
]

/** Runbooks that were run: one tried in daylight, one needed, one that is running; one comes round every fourth week. Moments are as written; see `StoryDates`. */
export function runs(teller: Teller, numbers: Numbers): Scene[] {
  const { dates: { moved, movedDate } } = teller
  const at = (moment: string, play: () => Promise<unknown>): Scene => ({ at: moved(moment), play: async () => { await play() } })
  return [
    ...RUNS.flatMap((run) => told(teller, numbers, run, at)),
    at('2026-03-11T09:00:00Z', () => teller.as('ben')(addSchedule, { number: numbers.of('page archive'), title: 'A month of audit rows', roleId: ROLE_IDS['On call'], rhythm: { unit: 'weeks', every: 4, days: [2], from: movedDate('2026-04-07') } })),
    at('2026-03-19T02:05:00Z', () => teller.as('mei')(usePage, { number: numbers.of('page rollback'), verdict: 'helped' })),
    at('2026-03-19T08:00:00Z', () => teller.as('kenji')(usePage, { number: numbers.of('page night'), verdict: 'wrong', quote: 'Stop the reports, not the payment run', note: 'The reports stop by themselves above 85 % since Wednesday. Looking at who writes logs would help more.' })),
  ]
}

function told(teller: Teller, numbers: Numbers, { page, title, why, by, begins, doings, ends }: StoryRun, at: (moment: string, play: () => Promise<unknown>) => Scene): Scene[] {
  let id = ''
  const doing = ({ step, by: who, different, skip }: Doing): Promise<unknown> => skip === undefined
    ? teller.as(who)(tickStep, { id, step, ...different !== undefined && { note: different, different: true } }) : teller.as(who)(skipStep, { id, step, reason: skip })
  return [
    at(begins, async () => { id = (await teller.as(by)(startRun, { number: numbers.of(page), title, why })).id }),
    ...doings.map((one) => at(one.at, () => doing(one))),
    ...ends === undefined ? [at('2026-03-23T15:36:00Z', () => teller.as(by)(noteStep, { id, step: 2, text: 'Five seconds of lag at most, and falling.' }))] : [at(ends.at, () => teller.as(ends.by)(finishRun, { id, outcome: ends.outcome }))],
  ]
}
