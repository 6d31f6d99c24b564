import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; mail: Email; raw: string }

export type MailServer = {
  url: string
  received: Received[]
  /** What the server says to the next mails, one after the other; then it takes everything again. */
  answers: ('451' | '550' | 'reset')[]
  stop(): Promise<void>
}

/** A real mail server on this machine that keeps what it is given, and misbehaves when told to. */
export async function startMailServer(): Promise<MailServer> {
  const received: Received[] = []
  const answers: MailServer['answers'] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const answer = answers.shift()
        if (answer === 'reset') {
          for (const connection of server.connections) connection._socket.destroy()
          return
        }
        if (answer !== undefined) {
          done(Object.assign(new Error('not now'), { responseCode: Number(answer) }))
          return
        }
        const raw = Buffer.concat(chunks)
        void PostalMime.parse(raw).then((mail) => {
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail, raw: raw.toString('latin1') })
          done()
        })
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`, received, answers,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  }
}

/** Lets a server listen on any free port of this machine. */
export function listening(server: Server): Promise<number> {
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)))
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((closed) => server.close(closed))
  return port
}
