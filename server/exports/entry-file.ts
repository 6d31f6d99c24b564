import { besideText } from '#domain/exports/links.ts'
import { entryFileName, slugOf } from '#domain/exports/names.ts'
import { writeSections } from '#domain/exports/sections.ts'
import type { Section } from '#domain/exports/sections.ts'
import { stringify } from 'yaml'
import type { Cast } from './cast.ts'
import type { FileRow, Loaded, Row } from './load.ts'
import { keyOf, PARTS, REPLY_COLUMNS } from './parts.ts'
import type { How, Part } from './parts.ts'

/** Counted up when an older Longhand could no longer read what a newer one writes. */
export const FORMAT = 1
/** So many digits of its hash name the folder of an attached file: its name never changes, and the same bytes stand once. */
const HASH_DIGITS = 12

/** The names of what an entry points at; null for what the actor may not see, which is then left out. */
export type Names = Cast & { entry(id: string): number | null }
export type ExportedFile = { path: string; text: string }

/** Keys in a fixed order, long lines whole: the same values are always the same text. */
const YAML = { lineWidth: 0, aliasDuplicateObjects: false } as const

export const frontMatter = (front: Row): string => `---\n${stringify(front, YAML)}---\n\n`

export const entryPath = ({ entry: { number, title, kind, space_id } }: Pick<Loaded, 'entry'>, names: Cast): string => `${names.folder(space_id)}/${entryFileName(number, title, kind)}`

/** Where the bytes of an attached file stand, below the folder of its space. */
export function attachmentPath(file: Pick<FileRow, 'name' | 'sha256'>): string {
  const dot = file.name.lastIndexOf('.')
  const [name, ending] = dot > 0 ? [file.name.slice(0, dot), slugOf(file.name.slice(dot + 1), 'bin')] : [file.name, 'bin']
  return `files/${file.sha256.slice(0, HASH_DIGITS)}/${slugOf(name, 'file')}.${ending}`
}

/** Texts of an entry as they stand beside its files; `up` leads to the folder of its space. */
export function linkedBeside({ files }: Pick<Loaded, 'files'>, up = ''): (text: string) => string {
  const placed = files.map((file) => ({ id: file.id, name: file.name, path: attachmentPath(file) }))
  return (text) => besideText(text, placed, up)
}

/** One entry with all that belongs to it as one file. */
export function entryFile(loaded: Loaded, names: Names, madr: string | null): ExportedFile {
  const { entry, parts, files } = loaded
  const linked = linkedBeside(loaded)
  const front: Row = {
    longhand: FORMAT, number: entry.number, kind: entry.kind, title: entry.title, space: names.folder(entry.space_id).split('/').at(-1), author: names.person(entry.author_id),
    at: entry.published_at.toString(), edited: entry.updated_at.toString(), ...stateOf(parts), ...(madr !== null && { record: madr }), tldr: entry.tldr, words: entry.word_count,
  }
  const sections: Section[] = []
  for (const part of PARTS) {
    const rows = parts.get(part.name) ?? []
    const told = rows.map((row) => rowOf(part, row, { ...names, linked })).filter((row) => row !== null)
    if (told.length > 0) front[part.name] = part.one ? told[0] : told
    if (part.one && rows[0]) sections.push(...textsOf(part, rows[0], linked))
  }
  const reactions = reactionsOf(loaded, entry.id, names)
  if (reactions.length > 0) front['reactions'] = reactions
  if (files.length > 0) front['files'] = files.map((file) => fileOf(file, names))
  front['id'] = entry.id
  sections.push(...loaded.replies.map((reply) => replyOf(loaded, reply, names, linked)))
  return { path: entryPath(loaded, names), text: frontMatter(front) + writeSections(linked(loaded.body), sections) }
}

/** In one word, for readers; it follows from the parts. */
function stateOf(parts: Loaded['parts']): Row {
  const [ask] = parts.get('ask') ?? []
  const [decision] = parts.get('decision') ?? []
  const [thread] = parts.get('thread') ?? []
  const state = ask?.['state'] ?? decision?.['state'] ?? (thread ? (thread['resolved_at'] === null ? 'open' : 'resolved') : null)
  return state === null ? {} : { state }
}

/** A row without what is empty; null where it points at something that may not be seen. */
function rowOf({ columns, one }: Part, row: Row, names: Linking): Row | null {
  const told: Row = {}
  for (const [column, how] of Object.entries(columns)) {
    const value = row[column]
    if (value === null || value === undefined || how.startsWith('text:')) continue
    const written = valueOf(how, value, names)
    if (written === null && !one) return null
    if (written !== null) told[keyOf(column)] = written
  }
  return told
}

type Linking = Names & { linked(text: string): string }

function valueOf(how: How, value: unknown, names: Linking): unknown {
  if (how === 'person') return names.person(String(value))
  if (how === 'entry') return names.entry(String(value))
  if (how === 'json') return deep(value, names)
  if (typeof value === 'string') return names.linked(value)
  return value instanceof Temporal.Instant ? value.toString() : value
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Before the name of a person inside of JSON, where other texts stand too; one that begins like this gets a second colon. */
export const PERSON = 'person:'

function deep(value: unknown, names: Linking): unknown {
  if (Array.isArray(value)) return value.map((one) => deep(one, names))
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one, names)]))
  if (typeof value === 'string' && value.startsWith(PERSON)) return `${PERSON}:${value.slice(PERSON.length)}`
  if (typeof value !== 'string') return value
  if (!UUID.test(value)) return names.linked(value)
  const name = names.person(value)
  return name === value ? value : `${PERSON}${name}`
}

function textsOf({ name, columns }: Part, row: Row, linked: (text: string) => string): Section[] {
  return Object.entries(columns).flatMap(([column, how]) => how.startsWith('text:') ? [{ about: { of: `${name}.${keyOf(column)}` }, heading: how.slice('text:'.length), text: linked(String(row[column] ?? '')) }] : [])
}

function replyOf(loaded: Loaded, reply: Row, names: Names, linked: (text: string) => string): Section {
  const about: Row = { reply: reply['seq'] }
  for (const [column, how] of Object.entries(REPLY_COLUMNS)) {
    const value = reply[column]
    const written = value === null || value === undefined || column === 'seq' ? null : valueOf(how, value, { ...names, linked })
    if (written !== null) about[keyOf(column)] = written
  }
  const reactions = reactionsOf(loaded, String(reply['id']), names)
  if (reactions.length > 0) about['reactions'] = reactions
  const author = names.people.find(({ id }) => id === reply['author_id'])?.name ?? String(about['author'])
  return { about, heading: `${author}, ${String(about['posted_at']).slice(0, 16).replace('T', ' ')} UTC`, text: linked(String(reply['body'])) }
}

function reactionsOf({ reactions }: Loaded, subjectId: string, names: Names): Row[] {
  return reactions.filter((row) => row['subject_id'] === subjectId).map((row) => ({ emoji: row['emoji'], person: names.person(String(row['person_id'])), at: String(row['at']) }))
}

function fileOf(file: FileRow, names: Names): Row {
  return { path: attachmentPath(file), name: file.name, size: file.size, sha256: file.sha256, ...(file.reply_id !== null && { reply: file.reply_id }), by: names.person(file.added_by), at: file.added_at.toString() }
}
