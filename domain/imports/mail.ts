import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'
import { keyOf } from './keys.ts'
import { cleanText, inPieces, plainToMarkdown } from './prose.ts'
import { emailOf } from './slack.ts'
import { titleOf } from './titles.ts'
import type { ImportedPerson, ImportedPlace, Piece } from './types.ts'

/** A mail after its parts were decoded. `line`: where it begins in its file. `markdown`: what was HTML only, read already. */
export type DecodedMail = {
  file: string; line: number; messageId: string | null; inReplyTo: string | null; references: readonly string[]; from: { name: string; address: string } | null
  date: string | null; subject: string; text: string; markdown: string; attachments: readonly { name: string; size: number }[]
}

const PERSON_MAX = 100
const TITLE_MAX = 200
const FILES_SHOWN = 50
const ANSWER = /^(?:(?:re|aw|wg|fwd?|sv|antw|res|rif)(?:\[\d{1,3}\])?\s{0,4}:\s{0,4}){1,20}/i
/** What lists put before each subject: `[cranelift] …`. */
const LIST = /^\[[^\]]{1,60}\]\s{0,4}/
const BYTES_PER_KB = 1024

/**
 * Joins mails to threads by References and In-Reply-To, one after the other, keeping ids only. A mail whose parent is not
 * there stands under the parent's id, so that all its answers meet there.
 */
export class MailThreads {
  readonly #roots = new Map<string, string>()
  readonly #place: ImportedPlace

  constructor(place: ImportedPlace) { this.#place = place }

  *read(mail: DecodedMail): Generator<Piece> {
    const problem = (what: Said): Piece => ({ problem: { file: mail.file, line: mail.line, what, next: said`Look at it in the file; the rest was read.` } })
    const at = mail.date === null ? null : instant(mail.date)
    if (at === null) return yield problem(said`This mail has no date that can be read.`)
    if (mail.from === null || mail.from.address === '' && mail.from.name === '') return yield problem(said`This mail does not say who wrote it.`)
    const markdown = textOf(mail)
    if (markdown === '') return yield problem(said`This mail holds no text.`)
    const id = mail.messageId ?? `${at} ${mail.from.address} ${mail.subject}`
    const root = this.#rootOf(id, mail)
    const person = personOf(mail.from)
    yield { people: [person] }
    const messages = inPieces(markdown).map((piece, part) => ({ key: keyOf(part === 0 ? id : `${id}~${part + 1}`), author: person.key, at, markdown: piece, editedAt: null, reactions: [] }))
    yield { conversation: { key: keyOf(root), place: this.#place, title: titleFor(mail.subject, markdown), messages } }
  }

  #rootOf(id: string, { references, inReplyTo }: DecodedMail): string {
    const chain = [...references, ...(inReplyTo === null ? [] : [inReplyTo])]
    const known = chain.map((one) => this.#roots.get(one)).find((root) => root !== undefined)
    const root = this.#roots.get(id) ?? known ?? chain[0] ?? id
    for (const one of [...chain, id]) if (!this.#roots.has(one)) this.#roots.set(one, root)
    return root
  }
}

function textOf({ text, markdown, attachments }: DecodedMail): string {
  const body = text.trim() === '' ? cleanText(markdown).trim() : plainToMarkdown(cleanText(text)).trim()
  const files = attachments.slice(0, FILES_SHOWN).map(({ name, size }) => `File that stayed in the mail: ${cleanText(name).replace(/[\s[\]\\`<>]+/g, ' ').slice(0, TITLE_MAX).trim() || 'without a name'}, ${Math.max(1, Math.round(size / BYTES_PER_KB))} kB`)
  return [body, ...files].filter((part) => part !== '').join('\n\n')
}

const titleFor = (subject: string, markdown: string): string =>
  subject.replace(/[\p{Cc}\s]+/gu, ' ').trim().replace(ANSWER, '').replace(LIST, '').replace(ANSWER, '').slice(0, TITLE_MAX).toWellFormed().trim() || titleOf(markdown, 'A mail without a subject')

function personOf({ name, address }: { name: string; address: string }): ImportedPerson {
  const email = emailOf(address)
  const shown = cleanText(name).replace(/\s+/g, ' ').trim().slice(0, PERSON_MAX).toWellFormed().trim()
  return { key: keyOf((email ?? (address || name)).toLowerCase()), name: shown || (address.split('@')[0] ?? '').slice(0, PERSON_MAX).toWellFormed() || 'Somebody', email }
}

/** Years that clocks and databases here can hold. */
const instant = (text: string): string | null => {
  try {
    const at = Temporal.Instant.from(text)
    return at.epochMilliseconds < 0 || at.epochMilliseconds > LAST_MS ? null : at.toString()
  } catch { return null }
}
const LAST_MS = 253_402_300_799_000
