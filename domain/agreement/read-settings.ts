import { defaultSettings } from './settings.ts'
import type { AgreementSettings, Allowance, PresetName, ResponseTime } from './settings.ts'

export type SettingPath = readonly (string | number)[]
/** What is wrong with one setting; `path` leads to it, and `key` is true where the key itself should not be there. */
export type SettingProblem = { path: SettingPath; key: boolean; message: string }

/** Bounds that keep a slip of the finger from stopping the team. Unit: minutes, but for days and counts. */
const BOUNDS = {
  handoff: { grace_minutes: [0, 1440] },
  standup: { window_minutes: [15, 10_080] },
  brief: { reading_minutes: [1, 60] },
  asks: { rounds_limit: [1, 50], rounds_messages: [3, 1000], rounds_days: [1, 365] },
  focus: { floor_minutes: [15, 720] },
  urgent: { repeat_minutes: [1, 1440], step_minutes: [1, 10_080] },
  writing: { tldr_words: [20, 10_000], page_words: [50, 100_000] },
} as const satisfies Record<string, Record<string, readonly [number, number]>>
/** Settings that are no numbers, by group. */
const OTHERS: Readonly<Partial<Record<keyof typeof BOUNDS, readonly string[]>>> = {
  asks: ['clock_stops_in_focus'], focus: ['meeting_free_days'], urgent: ['people', 'role'], writing: ['gate'],
}
const MEETING_FREE_MAX = 2
const LIST_MAX = 20
const LINE_MAX = 120
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
  known(rows, [], ['preset', 'responses', ...Object.keys(BOUNDS)], note)
  const preset = presetOf(rows['preset'], note)
  const settings = defaultSettings(preset)
  if (rows['responses'] !== undefined) settings.responses = responsesOf(rows['responses'], note)
  for (const group of Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]) readGroup(rows, group, settings, note)
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

function readGroup(rows: Rows, group: keyof typeof BOUNDS, settings: AgreementSettings, note: Note): void {
  if (rows[group] === undefined) return
  const inner = mapping(rows[group], [group], note)
  if (!inner) return
  const bounds: Readonly<Record<string, readonly [number, number]>> = BOUNDS[group]
  known(inner, [group], [...Object.keys(bounds), ...OTHERS[group] ?? []], note)
  const read: Record<string, unknown> = settings[group]
  for (const [key, range] of Object.entries(bounds)) {
    if (inner[key] !== undefined) read[key] = whole(inner[key], [group, key], range, note)
  }
  for (const key of OTHERS[group] ?? []) {
    if (inner[key] !== undefined) read[key] = other(inner[key], [group, key], note)
  }
}

/** A setting that is no number: yes or no, a line, or a list. */
function other(value: unknown, path: readonly [string, string], note: Note): unknown {
  switch (path[1]) {
    case 'clock_stops_in_focus':
      if (typeof value !== 'boolean') note(path, `${named(path)} is ${shown(value)}; allowed: true or false.`)
      return value === true
    case 'role':
      if (typeof value !== 'string' || value.length > LINE_MAX) note(path, `${named(path)} is ${shown(value)}; allowed: the name of a role, or "" for none.`)
      return value
    case 'meeting_free_days':
      return listOf(value, path, { most: MEETING_FREE_MAX, fits: (one) => typeof one === 'number' && [1, 2, 3, 4, 5, 6, 7].includes(one), what: 'a list of at most two weekdays, Monday being 1', note })
    default:
      return listOf(value, path, { most: LIST_MAX, fits: (one) => typeof one === 'string' && one !== '' && one.length <= LINE_MAX, what: path[1] === 'people' ? 'a list of e-mail addresses' : 'a list of names of rules', note })
  }
}

type ListRule = { most: number; fits: (one: unknown) => boolean; what: string; note: Note }

function listOf(value: unknown, path: SettingPath, { most, fits, what, note }: ListRule): unknown[] {
  if (Array.isArray(value) && value.length <= most && value.every(fits) && new Set(value).size === value.length) return value
  note(path, `${named(path)} is ${shown(value)}; allowed: ${what}.`)
  return []
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
