import { durationWords } from '../time/time-words.ts'
import type { AgreementSettings, Allowance } from './settings.ts'

/** A setting as people read it beside the clause that it belongs to. */
export type SettingRow = { path: string; clause: number; value: string; meaning: string }

/** Every setting, in the order of the front matter, with the clause that it acts for. */
export function settingRows(settings: AgreementSettings): SettingRow[] {
  return [
    { path: 'preset', clause: 1, value: settings.preset, meaning: 'The response times that the team began with.' },
    ...settings.responses.map(({ name, allowance, meaning }) => ({ path: `responses.${name}`, clause: 1, value: allowanceWords(allowance), meaning })),
    { path: 'handoff.grace_minutes', clause: 5, value: minuteWords(settings.handoff.grace_minutes), meaning: 'Working time after a shift starts until a baton that nobody took goes to the cover.' },
    { path: 'standup.window_minutes', clause: 2, value: minuteWords(settings.standup.window_minutes), meaning: 'Working time after the start of a shift in which the standup is expected.' },
    { path: 'brief.reading_minutes', clause: 2, value: minuteWords(settings.brief.reading_minutes), meaning: 'How long a brief may take to read before the rest of it is folded.' },
    { path: 'asks.clock_stops_in_focus', clause: 1, value: settings.asks.clock_stops_in_focus ? 'yes' : 'no', meaning: 'Whether the clock of an ask stands still while its reader is in focus.' },
    { path: 'asks.rounds_limit', clause: 2, value: countWords(settings.asks.rounds_limit, 'round'), meaning: 'Exchanges back and forth on one open question, from which a 15-minute call is offered.' },
    { path: 'asks.rounds_messages', clause: 2, value: countWords(settings.asks.rounds_messages, 'message'), meaning: 'Messages on one open question, from which a call is offered.' },
    { path: 'asks.rounds_days', clause: 2, value: countWords(settings.asks.rounds_days, 'day'), meaning: 'How long a question that goes back and forth may stay open before a call is offered.' },
    { path: 'focus.floor_minutes', clause: 5, value: minuteWords(settings.focus.floor_minutes), meaning: 'The shortest block that counts as focus.' },
    { path: 'focus.meeting_free_days', clause: 4, value: settings.focus.meeting_free_days.length === 0 ? 'none' : settings.focus.meeting_free_days.map((day) => DAY_NAMES[day - 1] ?? '').join(', '), meaning: 'Days without meetings; an exception needs a reason.' },
    { path: 'urgent.repeat_minutes', clause: 4, value: minuteWords(settings.urgent.repeat_minutes), meaning: 'How often an urgent ask is repeated until somebody is on it.' },
    { path: 'urgent.step_minutes', clause: 4, value: minuteWords(settings.urgent.step_minutes), meaning: 'How long each step of the path has before the next one is told as well.' },
    { path: 'urgent.people', clause: 4, value: listWords(settings.urgent.people), meaning: 'Who is told one after the other where the reader does not answer.' },
    { path: 'urgent.role', clause: 4, value: settings.urgent.role === '' ? 'none' : settings.urgent.role, meaning: 'The role that is told after them, whoever of it is on shift; then the space.' },
    { path: 'writing.tldr_words', clause: 2, value: countWords(settings.writing.tldr_words, 'word'), meaning: 'A text longer than this wants its gist first.' },
    { path: 'writing.page_words', clause: 2, value: countWords(settings.writing.page_words, 'word'), meaning: 'A text longer than this is offered to become a page.' },
    { path: 'writing.gate', clause: 2, value: listWords(settings.writing.gate), meaning: 'What the check before sending insists on; everything else it only says.' },
  ]
}

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const countWords = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`
const listWords = (list: readonly string[]): string => list.length === 0 ? 'none' : list.join(', ')

/** Settings that differ, said before and after; `not set` where an urgency is new or gone. */
export function settingChanges(before: AgreementSettings, after: AgreementSettings): { path: string; before: string; after: string }[] {
  const [old, now] = [said(before), said(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? 'not set', after: now.get(path) ?? 'not set' }))
    .filter((change) => change.before !== change.after)
}

/** Only an urgency's meaning is part of the setting; other meanings are Longhand's own words. */
function said(settings: AgreementSettings): Map<string, string> {
  return new Map(settingRows(settings).map(({ path, value, meaning }) => [path, path.startsWith('responses.') ? `${value} (${meaning})` : value]))
}

/** @example allowanceWords({ working_days: 1 }) is 'by the end of the next working day' */
export function allowanceWords(allowance: Allowance): string {
  if ('minutes' in allowance) return `within ${durationWords(allowance.minutes)}${allowance.around_the_clock ? ', around the clock' : ' of working time'}`
  if (allowance.working_days === 0) return 'by the end of the working day'
  if (allowance.working_days === 1) return 'by the end of the next working day'
  return `within ${allowance.working_days} working days`
}

const minuteWords = (minutes: number): string => countWords(minutes, 'minute')
