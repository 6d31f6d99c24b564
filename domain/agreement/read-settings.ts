import { defaultSettings } from './settings.ts'
import type { AgreementSettings, Allowance, PresetName, ResponseTime } from './settings.ts'

export type SettingPath = readonly (string | number)[]
/** What is wrong with one setting; `path` leads to it, and `key` is true where the key itself should not be there. */
export type SettingProblem = { path: SettingPath; key: boolean; message: string }

/** Bounds that keep a slip of the finger from stopping the team. Unit: minutes, but for days and counts. */
const GRACE_MAX = 1440
const WINDOW_MIN = 15
const WINDOW_MAX = 10_080
const READING_MAX = 60
const ALLOWANCE_MAX = 43_200
const DAYS_MAX = 60
const RESPONSES_MAX = 12
const MEANING_MAX = 300
const NAME = /^[a-z][a-z0-9-]{0,29}$/

type Rows = Record<string, unknown>
type Note = (path: SettingPath, message: string, key?: boolean) => void

/**
 * Checks the front matter, already parsed, and completes what it leaves out with the defaults of its preset.
 * Unknown keys are problems, not ignored.
 * @returns settings only where there is no problem at all
 */
export function readSettings(given: unknown): { settings: AgreementSettings | null; problems: SettingProblem[] } {
  const problems: SettingProblem[] = []
  const note: Note = (path, message, key = false) => { problems.push({ path, key, message }) }
  const rows = mapping(given, [], note)
  if (!rows) return { settings: null, problems }
  known(rows, [], ['preset', 'responses', 'handoff', 'standup', 'brief'], note)
  const preset = presetOf(rows['preset'], note)
  const settings = defaultSettings(preset)
  if (rows['responses'] !== undefined) settings.responses = responsesOf(rows['responses'], note)
  settings.handoff.grace_minutes = numberIn(rows, ['handoff', 'grace_minutes'], [0, GRACE_MAX], settings.handoff.grace_minutes, note)
  settings.standup.window_minutes = numberIn(rows, ['standup', 'window_minutes'], [WINDOW_MIN, WINDOW_MAX], settings.standup.window_minutes, note)
  settings.brief.reading_minutes = numberIn(rows, ['brief', 'reading_minutes'], [1, READING_MAX], settings.brief.reading_minutes, note)
  return { settings: problems.length === 0 ? settings : null, problems }
}

function mapping(value: unknown, path: SettingPath, note: Note): Rows | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Rows
  note(path, path.length === 0 ? 'The front matter must be settings such as "preset: \\"002\\"".' : `${named(path)} must hold settings of its own, indented below it.`)
  return null
}

function known(rows: Rows, path: SettingPath, allowed: readonly string[], note: Note): void {
  for (const key of Object.keys(rows)) {
    if (!allowed.includes(key)) note([...path, key], `${named([...path, key])} is no setting; allowed here: ${allowed.join(', ')}.`, true)
  }
}

function presetOf(value: unknown, note: Note): PresetName {
  if (value === '001' || value === '002') return value
  note(['preset'], value === undefined ? 'preset is missing; write preset: "001" or preset: "002".' : `preset is ${shown(value)}; allowed: "001" or "002", with the quotation marks.`)
  return '002'
}

function numberIn(rows: Rows, [group, key]: readonly [string, string], [min, max]: readonly [number, number], otherwise: number, note: Note): number {
  if (rows[group] === undefined) return otherwise
  const inner = mapping(rows[group], [group], note)
  if (!inner) return otherwise
  known(inner, [group], [key], note)
  return inner[key] === undefined ? otherwise : whole(inner[key], [group, key], [min, max], note)
}

function whole(value: unknown, path: SettingPath, [min, max]: readonly [number, number], note: Note): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value
  note(path, `${named(path)} is ${shown(value)}; allowed: a whole number from ${min} to ${max}.`)
  return min
}

function responsesOf(value: unknown, note: Note): ResponseTime[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > RESPONSES_MAX) {
    note(['responses'], `responses must be a list of one to ${RESPONSES_MAX} urgencies, each with name, allowance and meaning.`)
    return []
  }
  const read = value.map((one: unknown, at) => responseOf(one, ['responses', at], note))
  for (const [at, { name }] of read.entries()) {
    if (read.findIndex((other) => other.name === name) < at) note(['responses', at, 'name'], `The urgency ${name} stands here twice.`)
  }
  return read
}

function responseOf(value: unknown, path: SettingPath, note: Note): ResponseTime {
  const rows = mapping(value, path, note) ?? {}
  known(rows, path, ['name', 'allowance', 'meaning'], note)
  const { name, meaning } = rows
  const named = typeof name === 'string' && NAME.test(name)
  if (!named) note([...path, 'name'], `The name of an urgency is ${shown(name)}; allowed: a small word such as urgent.`)
  const meant = typeof meaning === 'string' && meaning.length <= MEANING_MAX
  if (!meant) note([...path, 'meaning'], `The meaning of an urgency is ${shown(meaning)}; allowed: a sentence of at most ${MEANING_MAX} characters.`)
  return { name: named ? name : '', allowance: allowanceOf(rows['allowance'], [...path, 'allowance'], note), meaning: meant ? meaning : '' }
}

function allowanceOf(value: unknown, path: SettingPath, note: Note): Allowance {
  const rows = mapping(value, path, note) ?? { working_days: 0 }
  if ('working_days' in rows) {
    known(rows, path, ['working_days'], note)
    return { working_days: whole(rows['working_days'], [...path, 'working_days'], [0, DAYS_MAX], note) }
  }
  known(rows, path, ['minutes', 'around_the_clock', 'working_days'], note)
  const round = rows['around_the_clock'] ?? false
  if (typeof round !== 'boolean') note([...path, 'around_the_clock'], `around_the_clock is ${shown(round)}; allowed: true or false.`)
  return { minutes: whole(rows['minutes'], [...path, 'minutes'], [1, ALLOWANCE_MAX], note), around_the_clock: round === true }
}

/** @example named(['responses', 0, 'name']) is 'responses[1].name': people count from one */
function named(path: SettingPath): string {
  return path.map((part) => typeof part === 'number' ? `[${part + 1}]` : `.${part}`).join('').replace(/^\./, '')
}

/** Longest value that is repeated in an error. Unit: characters. */
const SHOWN_MAX = 40

function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'empty'
  if (typeof value === 'string') return `“${value.slice(0, SHOWN_MAX)}”`
  return typeof value === 'object' ? 'a list or group' : String(value)
}
