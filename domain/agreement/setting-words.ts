import { durationWords, WEEKDAY_NAMES } from '../time/time-words.ts'
import { ENGLISH, amount, inWords, said, sentenceFor } from '../words/said.ts'
import type { Amount, Said, Words } from '../words/said.ts'
import type { AgreementSettings, Allowance } from './settings.ts'

/** A setting as people read it beside the clause that it belongs to. */
export type SettingRow = { path: string; clause: number; value: string; meaning: string }

/** Every setting, in the order of the front matter, with the clause that it acts for. */
export function settingRows(settings: AgreementSettings, words: Words = ENGLISH): SettingRow[] {
  const counted = (one: Amount) => figured(one, words)
  const minutes = (count: number) => counted(amount(count, 'minute'))
  const listed = (list: readonly string[]) => list.length === 0 ? inWords(said`none`, words) : list.join(', ')
  return [
    { path: 'preset', clause: 1, value: settings.preset, meaning: 'The response times that the team began with.' },
    ...settings.responses.map(({ name, allowance, meaning }) => ({ path: `responses.${name}`, clause: 1, value: allowanceWords(allowance, words), meaning })),
    { path: 'handoff.grace_minutes', clause: 5, value: minutes(settings.handoff.grace_minutes), meaning: 'Working time after a shift starts until a baton that nobody took goes to the cover.' },
    { path: 'standup.window_minutes', clause: 2, value: minutes(settings.standup.window_minutes), meaning: 'Working time after the start of a shift in which the standup is expected.' },
    { path: 'brief.reading_minutes', clause: 2, value: minutes(settings.brief.reading_minutes), meaning: 'How long a brief may take to read before the rest of it is folded.' },
    { path: 'asks.clock_stops_in_focus', clause: 1, value: settings.asks.clock_stops_in_focus ? inWords(said`yes`, words) : inWords(said`no`, words), meaning: 'Whether the clock of an ask stands still while its reader is in focus.' },
    { path: 'asks.rounds_limit', clause: 2, value: counted(amount(settings.asks.rounds_limit, 'round')), meaning: 'Exchanges back and forth on one open question, from which a 15-minute call is offered.' },
    { path: 'asks.rounds_messages', clause: 2, value: counted(amount(settings.asks.rounds_messages, 'message')), meaning: 'Messages on one open question, from which a call is offered.' },
    { path: 'asks.rounds_days', clause: 2, value: counted(amount(settings.asks.rounds_days, 'day')), meaning: 'How long a question that goes back and forth may stay open before a call is offered.' },
    { path: 'focus.floor_minutes', clause: 5, value: minutes(settings.focus.floor_minutes), meaning: 'The shortest block that counts as focus.' },
    { path: 'focus.meeting_free_days', clause: 4, value: listed(settings.focus.meeting_free_days.map((day) => sentenceFor(WEEKDAY_NAMES[day - 1] ?? '', words))), meaning: 'Days without meetings; an exception needs a reason.' },
    { path: 'urgent.repeat_minutes', clause: 4, value: minutes(settings.urgent.repeat_minutes), meaning: 'How often an urgent ask is repeated until somebody is on it.' },
    { path: 'urgent.step_minutes', clause: 4, value: minutes(settings.urgent.step_minutes), meaning: 'How long each step of the path has before the next one is told as well.' },
    { path: 'urgent.people', clause: 4, value: listed(settings.urgent.people), meaning: 'Who is told one after the other where the reader does not answer.' },
    { path: 'urgent.role', clause: 4, value: listed(settings.urgent.role === '' ? [] : [settings.urgent.role]), meaning: 'The role that is told after them, whoever of it is on shift; then the space.' },
    { path: 'writing.tldr_words', clause: 2, value: counted(amount(settings.writing.tldr_words, 'word')), meaning: 'A text longer than this wants its gist first.' },
    { path: 'writing.page_words', clause: 2, value: counted(amount(settings.writing.page_words, 'word')), meaning: 'A text longer than this is offered to become a page.' },
    { path: 'writing.gate', clause: 2, value: listed(settings.writing.gate), meaning: 'What the check before sending insists on; everything else it only says.' },
  ]
}

/** Settings are compared, so that they stand in figures: 3 rounds. */
function figured({ count, one, many }: Amount, words: Words): string {
  const [single, several] = sentenceFor(`${one}|${many}`, words).split('|')
  return `${count} ${(count === 1 ? single : several) ?? many}`
}

/** Settings that differ, said before and after; `not set` where an urgency is new or gone. */
export function settingChanges(before: AgreementSettings, after: AgreementSettings, words: Words = ENGLISH): { path: string; before: string; after: string }[] {
  const [old, now] = [told(before, words), told(after, words)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? inWords(said`not set`, words), after: now.get(path) ?? inWords(said`not set`, words) }))
    .filter((change) => change.before !== change.after)
}

/** Only an urgency's meaning is part of the setting; other meanings are Longhand's own words. */
function told(settings: AgreementSettings, words: Words): Map<string, string> {
  return new Map(settingRows(settings, words).map(({ path, value, meaning }) => [path, path.startsWith('responses.') ? `${value} (${meaning})` : value]))
}

/** @example allowanceWords({ working_days: 1 }) is 'by the end of the next working day' */
export function allowanceWords(allowance: Allowance, words: Words = ENGLISH): string {
  if ('working_days' in allowance) return inWords(daysWords(allowance.working_days), words)
  const long = durationWords(allowance.minutes)
  return inWords(allowance.around_the_clock ? said`within ${long}, around the clock` : said`within ${long} of working time`, words)
}

function daysWords(days: number): Said {
  if (days === 0) return said`by the end of the working day`
  return days === 1 ? said`by the end of the next working day` : said`within ${days} working days`
}
