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
  ]
}

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

const minuteWords = (minutes: number): string => minutes === 1 ? '1 minute' : `${minutes} minutes`
