import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import type { Platform } from '../../act.ts'
import type { MailInSettings } from '../../config.ts'
import { asciiLower } from './address-words.ts'
import { findReplyAddress } from './addresses.ts'
import type { ReplyAddress } from './addresses.ts'
import { receive } from './receive.ts'

/** Largest mail taken. Unit: bytes. */
const SIZE_MAX = 20 * 1024 * 1024
/** All mails that are being taken at one moment together; the next is asked to come later. Unit: bytes. */
const TOGETHER_MAX = 3 * SIZE_MAX
const CONNECTIONS_MAX = 50
/** A mail answers one mail; one that names more reply addresses than this is no answer. */
const RECIPIENTS_MAX = 10
/** How long a silent sender is waited for, and how long an open one may take to end when the server stops. Unit: ms. */
const SILENCE_MS = 60_000
const GRACE_MS = 2000

export type MailListener = { port: number; stop(): Promise<void> }

/**
 * Takes mails to reply addresses by SMTP or LMTP, and nothing else: no relaying, no mailboxes. A mail is acknowledged
 * once it is safe in the database, so that a sender who was not answered sends it again and nothing is lost.
 */
export async function listenForMail(platform: Platform, { lmtp, host, port, domain, trust }: MailInSettings): Promise<MailListener> {
  const found = new WeakMap<SMTPServerSession, Map<string, ReplyAddress>>()
  const take = takerOf(platform, trust)
  const server = new SMTPServer({
    lmtp, name: domain, size: SIZE_MAX, disabledCommands: ['AUTH', 'STARTTLS'], authOptional: true, disableReverseLookup: true, logger: false,
    maxClients: CONNECTIONS_MAX, socketTimeout: SILENCE_MS, closeTimeout: GRACE_MS,
    onMailFrom(_address, session, done) {
      found.set(session, new Map())
      done()
    },
    onRcptTo({ address }, session, done) {
      const known = found.get(session) ?? new Map<string, ReplyAddress>()
      if (known.size >= RECIPIENTS_MAX) return done(answer(452, 'Too many recipients.'))
      findReplyAddress(platform.db, address, domain, platform.clock.now()).then((reply) => {
        if (reply === null) return done(answer(550, 'Only reply addresses of Longhand are taken here.'))
        if (!reply.live) return done(answer(550, 'This reply address does not work any more. Open Longhand and answer there.'))
        found.set(session, known.set(asciiLower(address), reply))
        return done()
      }).catch((error: unknown) => done(notNow(platform, error)))
    },
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope
      const known = found.get(session)
      const addresses = new Map(rcptTo.flatMap(({ address }) => known?.get(asciiLower(address)) ?? []).map((one) => [one.id, one]))
      take(stream, { envelopeFrom: mailFrom ? mailFrom.address : '', addresses: [...addresses.values()] }).then((problem) => done(problem)).catch((error: unknown) => done(notNow(platform, error)))
    },
  })
  server.on('error', (error) => platform.log.warn({ err: error }, 'a connection of the mail listener broke'))
  await new Promise<void>((listening, fail) => {
    server.server.once('error', fail)
    server.listen(port, host, listening)
  })
  return { port: (server.server.address() as AddressInfo).port, stop: () => new Promise((stopped) => { server.close(() => stopped()) }) }
}

type Envelope = { envelopeFrom: string; addresses: readonly ReplyAddress[] }

/** Reads mails into memory as far as there is room for them, and hands them on. @returns the answer to a mail that is not taken */
function takerOf(platform: Platform, trust: string | null) {
  let held = 0
  return async (stream: SMTPServerDataStream, envelope: Envelope): Promise<Error | null> => {
    const chunks: Buffer[] = []
    let size = 0
    let problem: Error | null = null
    const letGo = () => { held -= size; size = 0; chunks.length = 0 }
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        problem ??= size + chunk.length > SIZE_MAX ? TOO_LARGE() : held + chunk.length > TOGETHER_MAX ? answer(451, 'Many mails come in at this moment. Try again later.') : null
        if (problem) letGo()
        else {
          chunks.push(chunk)
          size += chunk.length
          held += chunk.length
        }
      }
      if (problem || stream.sizeExceeded) return stream.sizeExceeded ? TOO_LARGE() : problem
      await receive(platform, trust, { ...envelope, raw: Buffer.concat(chunks) })
      return null
    } finally {
      letGo()
    }
  }
}

const TOO_LARGE = () => answer(552, 'This mail is larger than 20 MB. Send less, or a link to it.')
const answer = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode })

/** The sending server keeps the mail and tries again. */
function notNow(platform: Platform, error: unknown): Error {
  platform.log.warn({ err: error }, 'a mail could not be taken for now')
  return answer(451, 'The mail cannot be taken at this moment. Try again later.')
}
