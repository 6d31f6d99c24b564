import { said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { isOwnMessageId } from '../outbox.ts'
import { asciiLower } from './address-words.ts'
import { whyNotBelieved } from './auth-results.ts'
import type { MailHead } from './head.ts'

/** How a mail came: what the sending server said, and what this one knows. */
export type Arrival = {
  /** The envelope sender; empty for bounces. */
  envelopeFrom: string
  publicUrl: string
  /** The relay whose checks count; null to go by addresses alone. */
  trust: string | null
  /** From where the person of this reply address may write. */
  mayWriteFrom: readonly string[]
}

/** `take`: may act. `refuse`: no effect, and the person is told. `ignore`: no effect, and nobody is told, so that machines do not answer each other. */
export type Verdict = { verdict: 'take' } | { verdict: 'refuse'; why: Said } | { verdict: 'ignore'; why: string }

/** Words that machines put on what they write for many, or by themselves. */
const PRECEDENCES = new Set(['bulk', 'junk', 'list', 'auto_reply'])

/**
 * Whether a mail may act, by its envelope and headers. Who holds the secret address has read the mail that carried it;
 * that the mail comes from the person's own address is checked besides, and is worth what the relay in front checks.
 */
export function judge(head: MailHead | null, arrival: Arrival): Verdict {
  if (arrival.envelopeFrom === '') return { verdict: 'ignore', why: 'A notice of a mail server, with no sender.' }
  if (head === null) return { verdict: 'refuse', why: said`Its headers cannot be read.` }
  const automatic = whyAutomatic(head, arrival.publicUrl)
  if (automatic !== null) return { verdict: 'ignore', why: automatic }
  const own = new Set(arrival.mayWriteFrom.map(asciiLower))
  const [from = ''] = head.from
  if (head.from.length !== 1 || !own.has(asciiLower(from)) || !own.has(asciiLower(arrival.envelopeFrom))) return { verdict: 'refuse', why: said`It came from another address than the person’s own.` }
  const doubted = arrival.trust === null ? null : whyNotBelieved(head.headers.get('authentication-results') ?? [], arrival.trust)
  return doubted === null ? { verdict: 'take' } : { verdict: 'refuse', why: doubted }
}

function whyAutomatic({ headers, messageId }: MailHead, publicUrl: string): string | null {
  const first = (name: string) => asciiLower(headers.get(name)?.[0] ?? '')
  const submitted = first('auto-submitted').split(';')[0]?.trim() ?? ''
  if (submitted !== '' && submitted !== 'no') return 'An automatic answer (Auto-Submitted).'
  if (PRECEDENCES.has(first('precedence'))) return 'Written for many, or by a machine (Precedence).'
  const named = ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'list-id'].find((name) => headers.has(name))
  if (named !== undefined) return `An automatic answer, or a mailing list (${named}).`
  if (first('content-type').startsWith('multipart/report')) return 'A receipt or a notice of a mail server.'
  return messageId !== null && isOwnMessageId(messageId, publicUrl) ? 'A mail of ours that came back.' : null
}
