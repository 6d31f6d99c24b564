import type { ImportedConversation, ImportedPerson, Piece } from './types.ts'

/** What goes to the server at once: below its limit of 1 MB, and small enough for progress to show. Units: UTF-16 units of JSON, messages, people. */
const BATCH_CHARS = 250_000
const BATCH_MESSAGES = 400
const BATCH_PEOPLE = 400

export type ImportBatch = { people: ImportedPerson[]; conversations: ImportedConversation[] }

/**
 * Gathers pieces into batches, people before whatever names them. Each person goes once; a long conversation goes in parts,
 * which the server joins by its key.
 */
export class Batcher {
  readonly #sent = new Set<string>()
  #batch: ImportBatch = { people: [], conversations: [] }
  #messages = 0
  #chars = 0

  #flush(): ImportBatch {
    const batch = this.#batch
    this.#batch = { people: [], conversations: [] }
    this.#messages = 0
    this.#chars = 0
    return batch
  }

  /** @returns a batch that is full before this piece was put, if there is one */
  *put(piece: Piece): Generator<ImportBatch> {
    if ('people' in piece) for (const person of piece.people) yield* this.#person(person)
    if ('conversation' in piece) yield* this.#conversation(piece.conversation)
  }

  /** What is left. */
  *end(): Generator<ImportBatch> {
    if (this.#batch.people.length > 0 || this.#batch.conversations.length > 0) yield this.#flush()
  }

  *#person(person: ImportedPerson): Generator<ImportBatch> {
    if (this.#sent.has(person.key)) return
    this.#sent.add(person.key)
    if (this.#batch.people.length >= BATCH_PEOPLE) yield this.#flush()
    this.#batch.people.push(person)
    this.#chars += JSON.stringify(person).length
  }

  *#conversation(conversation: ImportedConversation): Generator<ImportBatch> {
    let part: ImportedConversation | null = null
    for (const message of conversation.messages) {
      const size = JSON.stringify(message).length
      if (this.#messages >= BATCH_MESSAGES || (this.#messages > 0 && this.#chars + size > BATCH_CHARS)) {
        yield this.#flush()
        part = null
      }
      if (part === null) {
        part = { ...conversation, messages: [] }
        this.#batch.conversations.push(part)
        this.#chars += conversation.title.length
      }
      part.messages.push(message)
      this.#messages += 1
      this.#chars += size
    }
  }
}
