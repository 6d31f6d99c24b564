import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'

/** What a line of the audit log says: ids, a moment, and words of a fixed list; never a text of anybody. */
export type AuditContent = {
  workspaceId: string
  /** Known to nobody who may not see the content, so that its hash cannot be guessed at. */
  id: string
  /** Unit: ISO 8601 instant, to the millisecond. */
  at: string
  deed: string
  /** Who did it; null for Longhand itself, and where nobody is known. */
  actorId: string | null
  via: string
  /** To whom, where, and to what of them. */
  personId: string | null; spaceId: string | null; thingId: string | null
  facts: Readonly<Record<string, string>>
}

/** A link as it stands in the chain. `content` null: not for whoever checks; the chain can be followed all the same. Hashes are hexadecimal SHA-256. */
export type AuditLink = { seq: number; content: AuditContent | null; contentHash: string; hash: string }
/** The newest link, or one that was kept elsewhere. */
export type AuditHead = Pick<AuditLink, 'seq' | 'hash'>

/** Hexadecimal SHA-256 of the UTF-8 of a text; given by whoever has one. */
export type Sha256 = (text: string) => string

/** What the first link of a chain holds as the hash before it. */
export const NO_LINK: AuditHead = { seq: 0, hash: '0'.repeat(64) }

/** Names this way of writing contents down, should there ever be another. */
const FORM = 'longhand-audit-1'

/** The one way to write a content down: the same content gives the same text, whatever order its facts came in. */
export function canonical({ workspaceId, id, at, deed, actorId, via, personId, spaceId, thingId, facts }: AuditContent): string {
  const sorted = Object.entries(facts).toSorted(([one], [other]) => one < other ? -1 : 1)
  return JSON.stringify([FORM, workspaceId, id, at, deed, actorId, via, personId, spaceId, thingId, sorted])
}

/** What the hash of a link is made of: the link before, its place, and what it says. */
export const linkText = (before: AuditHead, seq: number, contentHash: string): string => `${before.hash}\n${seq}\n${contentHash}`

/** Puts a content behind the newest link. */
export function nextLink(before: AuditHead, content: AuditContent, sha256: Sha256): AuditLink {
  const seq = before.seq + 1
  const contentHash = sha256(canonical(content))
  return { seq, content, contentHash, hash: sha256(linkText(before, seq, contentHash)) }
}

export type Fault = { seq: number; what: 'missing' | 'changed' | 'broken' | 'cut' | 'other' }
/** How a chain stands. `read`: how many links were followed; `head` the last of them. */
export type Verdict = { read: number; head: AuditHead; faults: readonly Fault[] }

/** More faults than this are not told one by one: the first says where to look. */
const FAULTS_TOLD = 20

export type ChainCheck = {
  /** The next link, in the order of their places. */
  add(link: AuditLink): void
  /** Once all were added. `head`: where the server says that the chain ends. */
  end(head: AuditHead): Verdict
}

/**
 * Follows a chain from its first link. After a fault it goes on with what the link itself says, so that one changed
 * line is one fault and not as many as come after it.
 *
 * A chain shows that something was changed, taken out, put in or moved; it cannot show that its end was cut off, or all of
 * it written anew, by somebody who also changed the head. That shows against heads that were `kept` elsewhere.
 */
export function checkChain(sha256: Sha256, kept: readonly AuditHead[] = []): ChainCheck {
  const faults: Fault[] = []
  const known = new Map(kept.map(({ seq, hash }) => [seq, hash]))
  let [before, read] = [NO_LINK, 0]
  const fault = (seq: number, what: Fault['what']) => { if (faults.length < FAULTS_TOLD) faults.push({ seq, what }) }
  return {
    add({ seq, content, contentHash, hash }) {
      read += 1
      if (content !== null && sha256(canonical(content)) !== contentHash) fault(seq, 'changed')
      else if (seq !== before.seq + 1) fault(before.seq + 1, 'missing')
      else if (sha256(linkText(before, seq, contentHash)) !== hash) fault(seq, 'broken')
      else if (known.has(seq) && known.get(seq) !== hash) fault(seq, 'other')
      known.delete(seq)
      before = { seq, hash }
    },
    end(head) {
      if (head.seq !== before.seq || head.hash !== before.hash) fault(Math.max(head.seq, before.seq), 'cut')
      for (const seq of known.keys()) if (seq > before.seq) fault(seq, 'cut')
      return { read, head: before, faults }
    },
  }
}

/** What is wrong at one place of the log, in a sentence. */
export function faultWords({ seq, what }: Fault): Said {
  switch (what) {
    case 'missing': return said`Line ${seq} is missing, or stands in another place.`
    case 'changed': return said`What line ${seq} says was changed.`
    case 'broken': return said`Line ${seq} does not follow from the one before.`
    case 'cut': return said`The log does not end where it should: at line ${seq}.`
    case 'other': return said`Line ${seq} is another than when it was last looked at.`
  }
}
