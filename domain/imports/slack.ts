import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'
import { keyOf } from './keys.ts'
import { inPieces } from './prose.ts'
import { slackToMarkdown } from './slack-text.ts'
import type { SlackNames } from './slack-text.ts'
import { dayTitle, titleOf } from './titles.ts'
import type { ImportedMessage, ImportedPerson, ImportedPlace, ImportedReaction, Piece } from './types.ts'
import { fieldsIn, fieldsOf, instantOfSeconds, lineOf, listIn, wordsOf } from './unknown.ts'
import type { Fields } from './unknown.ts'

/** An export as its lists describe it. `closed`: channels that not everybody was in; they are never made open. */
export type SlackWorkspace = {
  team: string | null
  people: Map<string, ImportedPerson>
  places: Map<string, ImportedPlace>
  closed: Set<string>
  /** False where the export has no list of channels: then each folder is one. */
  listed: boolean
}

const PERSON_MAX = 100
const PLACE_MAX = 80
const PURPOSE_MAX = 200

/** Reads `users.json`, `channels.json`, `groups.json`, `dms.json` and `mpims.json`, each parsed, or undefined where it is not there. */
export function slackWorkspace(lists: { users?: unknown; channels?: unknown; groups?: unknown; dms?: unknown; mpims?: unknown }): SlackWorkspace {
  const users = fieldsIn(lists.users)
  const people = new Map(users.flatMap((user): [string, ImportedPerson][] => {
    const id = wordsOf(user['id'])
    const profile = fieldsOf(user['profile']) ?? {}
    const name = wordsOf(profile['real_name']) ?? wordsOf(user['real_name']) ?? wordsOf(profile['display_name']) ?? wordsOf(user['name'])
    return id === null ? [] : [[id, { key: keyOf(id), name: nameOf(name ?? id), email: emailOf(profile['email']) }]]
  }))
  const places = new Map(listIn(lists.channels).flatMap((one): [string, ImportedPlace][] => {
    const channel = fieldsOf(one)
    const [id, name] = [wordsOf(channel?.['id']), wordsOf(channel?.['name'])]
    if (id === null || name === null) return []
    return [[name, { key: keyOf(id), name: nameOf(name, PLACE_MAX), purpose: nameOf(wordsOf(fieldsOf(channel?.['purpose'])?.['value']) ?? '', PURPOSE_MAX) }]]
  }))
  const closed = new Set([...listIn(lists.groups), ...listIn(lists.dms), ...listIn(lists.mpims)].flatMap((one) => [wordsOf(fieldsOf(one)?.['name']), wordsOf(fieldsOf(one)?.['id'])]).filter((name) => name !== null))
  return { team: users.map((user) => wordsOf(user['team_id'])).find((team) => team !== null) ?? null, people, places, closed, listed: lists.channels !== undefined }
}

const nameOf = (name: string, max = PERSON_MAX): string => name.replace(/[\p{Cc}\s]+/gu, ' ').toWellFormed().trim().slice(0, max).toWellFormed().trim()
const EMAIL = /^[^\s@<>,;]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}$/i
export const emailOf = (value: unknown): string | null => {
  const text = wordsOf(value)
  return text !== null && EMAIL.test(text) ? text : null
}

/** What the server of Slack itself notes, and nobody wrote. */
const NOTICES = new Set(['channel_join', 'channel_leave', 'channel_topic', 'channel_purpose', 'channel_name', 'channel_archive', 'channel_unarchive', 'channel_convert_to_private', 'channel_posting_permissions',
  'group_join', 'group_leave', 'group_topic', 'group_purpose', 'group_name', 'group_archive', 'group_unarchive', 'bot_add', 'bot_remove', 'bot_enable', 'bot_disable', 'pinned_item', 'unpinned_item', 'reminder_add', 'huddle_thread', 'sh_room_created', 'app_conversation_join'])

type File = { path: string; text: string; workspace: SlackWorkspace; emoji(name: string): string | null }

/**
 * One day of one channel, or a list of messages beside the lists: threads by `thread_ts`, and what was said in passing
 * as one conversation of the channel and the day. The same thread may come in several files; its parts are joined by key.
 */
export function* slackDay(file: File): Generator<Piece> {
  const { path, text } = file
  let parsed: unknown
  try { parsed = JSON.parse(text) } catch (error) {
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    yield { problem: { file: path, line: line === undefined ? 1 : Number(line), what: said`This file is no JSON.`, next: said`Export it again, or mend it by hand.` } }
    return
  }
  if (!Array.isArray(parsed)) {
    yield { problem: { file: path, line: 1, what: said`This file holds no list of messages.`, next: said`Look whether it belongs to the export; the rest was read.` } }
    return
  }
  const reader = new DayReader(file)
  for (const [index, one] of parsed.entries()) yield* reader.read(one, index)
  yield* reader.conversations()
}

class DayReader {
  readonly file: File
  readonly names: SlackNames
  readonly talks = new Map<string, { place: ImportedPlace; title: string; messages: ImportedMessage[] }>()

  constructor(file: File) {
    this.file = file
    const byId = new Map([...file.workspace.places.values()].map((place) => [place.key, place.name]))
    this.names = { person: (id) => file.workspace.people.get(id)?.name ?? null, channel: (id) => byId.get(id) ?? null, emoji: (name) => file.emoji(name) }
  }

  *read(one: unknown, index: number): Generator<Piece> {
    const message = fieldsOf(one)
    const ts = wordsOf(message?.['ts'])
    const at = instantOfSeconds(ts)
    if (message === null || ts === null || at === null) return yield this.problem(null, said`The ${index + 1}. message has no time that can be read.`)
    const subtype = wordsOf(message['subtype'])
    if (subtype !== null && NOTICES.has(subtype)) return yield { left: said`notices that Slack wrote itself`, count: 1 }
    const place = this.placeOf(message)
    if (place === null) return yield this.problem(ts, said`This channel is not in the list of public channels.`)
    const markdown = textOf(message, this.names)
    if (markdown === '') return yield this.problem(ts, said`This message holds no text.`)
    const author = yield* this.authorOf(message, ts)
    const reactions = yield* this.reactionsOf(message, ts)
    const base = `${place.key}:${ts}`
    const pieces = inPieces(markdown).map((piece, part): ImportedMessage => ({
      key: keyOf(part === 0 ? base : `${base}~${part + 1}`), author, at, markdown: piece, editedAt: instantOfSeconds(fieldsOf(message['edited'])?.['ts']), reactions: part === 0 ? reactions : [],
    }))
    this.put(message, { place, at, ts }, pieces)
  }

  /** A message with replies, or a reply, belongs to its thread; any other to the day. */
  put(message: Fields, { place, at, ts }: { place: ImportedPlace; at: string; ts: string }, pieces: ImportedMessage[]): void {
    const thread = wordsOf(message['thread_ts'])
    const date = at.slice(0, 'YYYY-MM-DD'.length)
    const key = keyOf(thread === null ? `${place.key}/${date}` : `${place.key}:${thread}`)
    const talk = this.talks.get(key) ?? { place, title: thread === null ? dayTitle(place.name, date) : '', messages: [] }
    this.talks.set(key, talk)
    if (thread === ts) talk.messages.unshift(...pieces)
    else talk.messages.push(...pieces)
  }

  *conversations(): Generator<Piece> {
    for (const [key, { place, title, messages }] of this.talks) {
      const [first] = messages
      if (first) yield { conversation: { key, place, title: title || titleOf(first.markdown, dayTitle(place.name, first.at.slice(0, 'YYYY-MM-DD'.length))), messages } }
    }
  }

  /** By the folder; in a file without one, by the name that each message carries. */
  placeOf(message: Fields): ImportedPlace | null {
    const { path, workspace } = this.file
    const folder = path.includes('/') ? path.split('/').at(-2) ?? '' : wordsOf(message['channel_name']) ?? path.replace(/\.json$/i, '')
    const listed = workspace.places.get(folder)
    if (listed) return listed
    if (workspace.listed || workspace.closed.has(folder)) return null
    return { key: keyOf(folder), name: nameOf(folder, PLACE_MAX) || 'Slack', purpose: '' }
  }

  *authorOf(message: Fields, ts: string): Generator<Piece, string> {
    const { people } = this.file.workspace
    const id = wordsOf(message['user']) ?? wordsOf(message['bot_id']) ?? wordsOf(message['username']) ?? 'unknown'
    const known = people.get(id)
    const called = wordsOf(fieldsOf(message['user_profile'])?.['real_name']) ?? wordsOf(fieldsOf(message['bot_profile'])?.['name']) ?? wordsOf(message['username'])
    const person = known ?? { key: keyOf(id), name: nameOf(called ?? `Somebody ${id}`), email: null }
    if (!known) {
      people.set(id, person)
      if (called === null && id !== 'USLACKBOT') yield this.problem(ts, said`Nobody in users.json has the id ${id}; the message came in under this id.`, said`Say who it is under “People named by imports”.`)
    }
    yield { people: [person] }
    return person.key
  }

  *reactionsOf(message: Fields, ts: string): Generator<Piece, ImportedReaction[]> {
    const reactions: ImportedReaction[] = []
    for (const one of listIn(message['reactions'])) {
      const reaction = fieldsOf(one)
      const name = wordsOf(reaction?.['name'])
      if (name === null) continue
      const emoji = this.file.emoji(name.split('::')[0] ?? name)
      if (emoji === null) { yield this.problem(ts, said`The reaction :${name.slice(0, PERSON_MAX)}: is no emoji that everybody has; it was left out.`, said`Nothing; the message came in.`); continue }
      const users = listIn(reaction?.['users']).flatMap((id) => this.file.workspace.people.get(wordsOf(id) ?? '') ?? [])
      yield { people: users }
      if (users.length > 0) reactions.push({ emoji, people: users.map(({ key }) => key) })
    }
    return reactions
  }

  problem(ts: string | null, what: Said, next = said`Look at it in the export; the rest was read.`): Piece {
    return { problem: { file: this.file.path, line: ts === null ? null : lineOf(this.file.text, `"${ts}"`), what, next } }
  }
}

/** What was said, or what an app showed instead, and the files by reference: an export does not hold them. */
function textOf(message: Fields, names: SlackNames): string {
  const text = wordsOf(message['text'])
  const spoken = text !== null ? [text] : listIn(message['attachments']).flatMap((one) => {
    const shown = fieldsOf(one)
    const parts = ['pretext', 'title', 'text'].flatMap((field) => wordsOf(shown?.[field]) ?? [])
    return parts.length > 0 ? parts : wordsOf(shown?.['fallback']) ?? []
  })
  const markdown = slackToMarkdown(spoken.join('\n'), names)
  const whole = wordsOf(message['subtype']) === 'me_message' && markdown !== '' ? `*${markdown.replaceAll('*', '')}*` : markdown
  const files = listIn(message['files']).flatMap((one) => fileLine(fieldsOf(one)))
  return [whole, ...files].filter((part) => part !== '').join('\n\n')
}

/** Links to files of Slack carry a token that opens them for anybody; it stays behind. */
function fileLine(file: Fields | null): string[] {
  const name = (wordsOf(file?.['title']) ?? wordsOf(file?.['name']) ?? 'without a name').replace(/[[\]\\\n]/g, ' ').slice(0, PURPOSE_MAX)
  const url = wordsOf(file?.['permalink']) ?? wordsOf(file?.['url_private'])
  if (file === null) return []
  const bare = url === null ? null : url.split(/[?#]/)[0] ?? ''
  return [bare !== null && /^https:\/\/[^\s()<>]+$/.test(bare) ? `File: [${name}](${bare})` : `File: ${name}`]
}
