import type { RunHead, RunStep, RunView, ScheduleView } from '#contract/runs.ts'
import { capital, counted, countInWords, formatSpan } from '../ui/format.ts'
import { t } from '../ui/words.ts'

/** What a run is called where its state is named; colour repeats it. */
export const STATE_WORDS: Readonly<Record<RunHead['state'], string>> = { running: t`Under way`, finished: t`Finished`, abandoned: t`Given up` }
export const toneOf = (state: RunHead['state']): 'plain' | 'clock' | 'settled' => (state === 'finished' ? 'settled' : state === 'running' ? 'clock' : 'plain')

/** `Seven of nine steps ticked, one skipped.` */
export function progressWords({ steps, done, skipped }: Pick<RunHead, 'steps' | 'done' | 'skipped'>): string {
  if (steps === 0) return t`No steps.`
  if (done + skipped === 0) return capital(t`${counted(steps, 'step')}, none ticked yet.`)
  const ticked = done === steps ? t`all ${counted(steps, 'step')} ticked` : t`${countInWords(done)} of ${counted(steps, 'step')} ticked`
  return capital(`${ticked}${skipped > 0 ? t`, ${countInWords(skipped)} skipped` : ''}.`)
}

/** What a run says of how it went, in a list: `40 min · three steps went differently`. */
export function endWords({ minutes, different, outcome, state }: Pick<RunHead, 'minutes' | 'different' | 'outcome' | 'state'>): string {
  return [state === 'running' ? '' : t`took ${formatSpan(minutes)}`, different > 0 ? t`${counted(different, 'step')} went differently` : '', outcome].filter(Boolean).join(' · ')
}

/** The step that is next: the first that is neither ticked nor skipped. */
export const nextOf = (list: readonly RunStep[]): RunStep | undefined => list.find(({ state }) => state === 'open')

/** Whether every step is ticked or skipped, so that the run can be finished. */
export const isThrough = ({ list }: Pick<RunView, 'list'>): boolean => list.length > 0 && nextOf(list) === undefined

export const WEEKDAYS = [
  { value: 1, label: t`Mon` }, { value: 2, label: t`Tue` }, { value: 3, label: t`Wed` }, { value: 4, label: t`Thu` }, { value: 5, label: t`Fri` }, { value: 6, label: t`Sat` }, { value: 7, label: t`Sun` },
] as const

type Rhythm = ScheduleView['rhythm']
/** How a rhythm is typed: every so many days, weeks or months, on which days. */
export type RhythmDraft = { every: string, unit: Rhythm['unit'], days: readonly number[], week: string, from: string }

export const newRhythm = (today: string, weekday: number): RhythmDraft => ({ every: '1', unit: 'weeks', days: [weekday], week: '1', from: today })

/** What is sent of it; undefined while it says no rhythm. */
export function rhythmFrom({ every, unit, days, week, from }: RhythmDraft): Rhythm | undefined {
  const count = Number(every)
  if (!Number.isInteger(count) || count < 1 || count > 366 || from === '' || (unit !== 'days' && days.length === 0)) return undefined
  return { every: count, unit, days: [...days].toSorted((a, b) => a - b), week: week === '-1' ? -1 : week === '2' ? 2 : week === '3' ? 3 : week === '4' ? 4 : 1, from }
}
