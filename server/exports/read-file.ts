import { readSections } from '#domain/exports/sections.ts'
import type { Section } from '#domain/exports/sections.ts'
import { Refusal } from '#domain/refusal.ts'
import { parse } from 'yaml'
import { FORMAT, PERSON } from './entry-file.ts'
import type { Row } from './load.ts'

export type SentFile = { path: string; text: string }
export type ReadFile = { path: string; front: Row; text: string; sections: Section[] }

const BEGIN = '---\n'
const END = '\n---\n\n'

/** A file that an import cannot take, with the reason. */
export const unreadable = (path: string, why: string): Refusal => new Refusal('bad_input', `${path} ${why}`, 'Nothing of this batch was taken. Use the folder as `longhand export` wrote it.')

/** @throws {Refusal} `bad_input` for anything that no export of this form wrote */
export function readExported({ path, text }: SentFile): ReadFile {
  const end = text.indexOf(END)
  if (!text.startsWith(BEGIN) || end < 0) throw unreadable(path, 'does not begin as an exported file does.')
  const front = readYaml({ path, text: text.slice(BEGIN.length, end + 1) })
  const read = readSections(text.slice(end + END.length))
  if (!read) throw unreadable(path, 'has a section that cannot be read, perhaps since its line ends were changed.')
  return { path, front, text: read.text, sections: read.sections }
}

/** YAML without anchors, so that a short text cannot unfold into a long one. */
export function readYaml({ path, text }: SentFile): Row {
  const value = yamlIn(path, text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable(path, 'has no front matter.')
  const front: Row = { ...value }
  if (front['longhand'] !== FORMAT) throw unreadable(path, `is of form ${String(front['longhand'])}; this Longhand reads form ${FORMAT}.`)
  return front
}

function yamlIn(path: string, text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0, logLevel: 'silent' }) as unknown
  } catch { throw unreadable(path, 'has front matter that cannot be read.') }
}

/** JSON with the names of people back as ids, and other texts as `text` has them. */
export function deepIds(value: unknown, person: (name: string) => string, text: (given: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => deepIds(one, person, text))
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deepIds(one, person, text)]))
  if (typeof value !== 'string') return value
  if (!value.startsWith(PERSON)) return text(value)
  const name = value.slice(PERSON.length)
  return name.startsWith(':') ? `${PERSON}${name.slice(1)}` : person(name)
}
