import type { RunHead, RunStep, RunView, ScheduleView, Turn } from '#contract/runs.ts'
import type { Reader } from '../context.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'

const MARKS = { open: '[ ]', done: '[x]', skipped: '[-]' } as const
const DEPTH = '    '

/** Runs, one on two lines. */
export function headsText(runs: readonly RunHead[], width: number): string {
  if (runs.length === 0) return 'Nothing was run here yet. Start with: longhand run <number of a runbook>\n'
  return runs.map((run) => `#${run.number}  ${oneLine(run.title)}\n${fold(`${run.status}${run.different === 0 ? '' : ` ${run.different} ${run.different === 1 ? 'step' : 'steps'} went differently.`} ${run.id}`, width, '     ')}\n`).join('')
}

/** A run with its steps: who ticked them when, what was noted, what is asked. */
export function runText(run: RunView, reader: Reader, width: number): string {
  const about = [`${oneLine(run.title)}, a run of #${run.number} ${oneLine(run.pageTitle)}`, run.why === '' ? '' : oneLine(run.why), run.status, run.outcome === '' ? '' : oneLine(run.outcome)].filter((line) => line !== '')
  return `${about.map((line) => `${fold(line, width)}\n`).join('')}\n${run.list.map((step) => stepText(step, reader, width)).join('')}`
}

function stepText(step: RunStep, reader: Reader, width: number): string {
  const indent = DEPTH.repeat(step.depth)
  const when = (at: string) => whenWords(Temporal.Instant.from(at), reader.now, reader.zone)
  const done = step.at === null ? '' : ` (${oneLine(step.byName ?? '')}, ${when(step.at)}${step.reason === '' ? '' : `: ${oneLine(step.reason)}`})`
  const below = [
    ...step.notes.map((note) => `${note.different ? 'Differently: ' : ''}${oneLine(note.text)} (${oneLine(note.byName)})`), ...step.asked === null ? [] : [`#${step.asked.number} ${oneLine(step.asked.answererName)}: ${oneLine(step.asked.status)}`],
  ]
  return [fold(`${MARKS[step.state]} ${step.step}. ${oneLine(step.title)}${done}`, width, indent), ...below.map((line) => fold(line, width, `${indent}${DEPTH}`))].map((text) => `${text}\n`).join('')
}

/** The whole text of a step, as it is read before it is done. */
export const stepBody = (step: RunStep): string => `\n${step.step}. ${clean(step.body)}\n`

/** What comes round, and what waits to be started. */
export function schedulesText(schedules: readonly ScheduleView[], turns: readonly Turn[], reader: Reader): string {
  if (schedules.length === 0 && turns.length === 0) return 'Nothing is run on a schedule.\n'
  const next = (one: ScheduleView): string => one.paused ? 'Paused.' : one.nextAt === null ? 'No turn is planned.' : `Next ${whenWords(Temporal.Instant.from(one.nextAt), reader.now, reader.zone)}, ${oneLine(one.nextPersonName ?? '')}.`
  return [...turns.map((turn) => `#${turn.number}  ${oneLine(turn.title)}: ${oneLine(turn.sentence)} Start it with: longhand run ${turn.number}\n`), ...schedules.map((one) => `#${one.number}  ${oneLine(one.title)}: ${oneLine(one.sentence)} ${next(one)}\n`)].join('')
}
