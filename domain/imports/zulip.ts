import { said } from '../words/said.ts'
import { keyOf } from './keys.ts'
import { cleanText, foreignNumbers, inPieces } from './prose.ts'
import { titleOf } from './titles.ts'
import type { ImportedMessage, ImportedPerson, ImportedPlace, Piece } from './types.ts'
import { fieldsOf, instantOfSeconds, lineOf, wordsOf } from './unknown.ts'

const PERSON_MAX = 100
const PLACE_MAX = 80
const TITLE_MAX = 200
/** Zulip's own name for a topic that is done. */
const DONE = /^✔\s*/u

/** `.20` is a space, `.C3.A9` an é: how the archive writes what no address may hold. What is no code stays. */
export function zulipName(written: string): string {
  const percent = written.replace(/%/g, '%25').replace(/\.([0-9A-F]{2})/g, '%$1')
  try { return decodeURIComponent(percent) } catch { return written }
}

/** The stream that a folder of the archive holds: `426461-SIG-Documentation` → `SIG-Documentation`. */
export function zulipPlace(folder: string): ImportedPlace {
  const found = /^(\d+)-(.+)$/.exec(folder)
  return { key: keyOf(found?.[1] ?? folder), name: zulipName(found?.[2] ?? folder).replace(/\p{Cc}/gu, ' ').trim().slice(0, PLACE_MAX).toWellFormed() || 'Zulip', purpose: '' }
}

type File = { path: string; text: string; place: ImportedPlace; toMarkdown(html: string): string }

/** One topic: a file of messages in HTML, whose name is its title. */
export function* zulipTopic({ path, text, place, toMarkdown }: File): Generator<Piece> {
  let parsed: unknown
  try { parsed = JSON.parse(text) } catch { parsed = null }
  if (!Array.isArray(parsed)) {
    yield { problem: { file: path, line: 1, what: said`This file holds no list of messages in JSON.`, next: said`Look whether it belongs to the archive; the rest was read.` } }
    return
  }
  const topic = zulipName(path.split('/').at(-1)?.replace(/\.json$/i, '') ?? path)
  const messages: ImportedMessage[] = []
  for (const [index, one] of parsed.entries()) {
    const fields = fieldsOf(one)
    const at = instantOfSeconds(fields?.['timestamp'])
    const id = typeof fields?.['id'] === 'number' ? String(fields['id']) : wordsOf(fields?.['id'])
    const line = id === null ? null : lineOf(text, `"id": ${id}`) ?? lineOf(text, `"id":${id}`)
    if (fields === null || at === null || id === null) { yield { problem: { file: path, line: line ?? 1, what: said`The ${index + 1}. message has no time or no number.`, next: said`Look at it in the archive; the rest was read.` } }; continue }
    const person = personOf(fields)
    const markdown = foreignNumbers(cleanText(toMarkdown(typeof fields['content'] === 'string' ? fields['content'] : '')))
    if (markdown.trim() === '') { yield { problem: { file: path, line: line ?? 1, what: said`This message holds no text.`, next: said`Look at it in the archive; the rest was read.` } }; continue }
    yield { people: [person] }
    messages.push(...inPieces(markdown).map((piece, part) => ({ key: keyOf(part === 0 ? id : `${id}~${part + 1}`), author: person.key, at, markdown: piece, editedAt: instantOfSeconds(fields['last_edit_timestamp']), reactions: [] })))
  }
  const [first] = messages
  if (first) yield { conversation: { key: keyOf(`${place.key}/${topic}`), place, title: titleFor(topic, first.markdown), messages } }
}

const titleFor = (topic: string, markdown: string): string => topic.replace(DONE, '').replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, TITLE_MAX).toWellFormed().trim() || titleOf(markdown, 'A topic without a name')

/** Archives name people only; an export also says their address. */
function personOf(fields: Readonly<Record<string, unknown>>): ImportedPerson {
  const name = (wordsOf(fields['sender_full_name']) ?? 'Somebody').replace(/[\p{Cc}\s]+/gu, ' ').slice(0, PERSON_MAX).toWellFormed().trim() || 'Somebody'
  const email = wordsOf(fields['sender_email'])
  return { key: keyOf(email ?? name), name, email: email !== null && /^[^\s@<>]{1,64}@[a-z0-9.-]{1,190}\.[a-z]{2,63}$/i.test(email) ? email : null }
}
