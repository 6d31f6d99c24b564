import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { listening } from './smtp.test-kit.ts'

export type Got = { path: string; headers: IncomingHttpHeaders; body: Buffer; text: string }

export type Receiver = {
  /** `127.0.0.1:4711`, for the list of what may be called. */
  host: string
  url: string
  got: Got[]
  /** What the next calls are answered, one after the other: a status, or nothing at all. Then everything is taken again. */
  answers: (number | 'reset' | 'silence')[]
  /** What stands in each answer. */
  says: string
  /** Ends the calls that were answered with silence. */
  hangUp(): void
  stop(): Promise<void>
}

/** Another program on this machine that keeps what it is told, and misbehaves when a test wants it to. */
export async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = { host: '', url: '', got: [], answers: [], says: 'thank you', hangUp: () => server.closeAllConnections(), stop: async () => undefined }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const body = Buffer.concat(chunks)
      receiver.got.push({ path: request.url ?? '', headers: request.headers, body, text: body.toString() })
      const answer = receiver.answers.shift() ?? 200
      if (answer === 'silence') return
      if (answer === 'reset') { request.socket.destroy(); return }
      response.writeHead(answer, answer >= 300 && answer < 400 ? { location: '/elsewhere' } : {}).end(receiver.says)
    })
  })
  receiver.host = `127.0.0.1:${await listening(server)}`
  receiver.url = `http://${receiver.host}`
  receiver.stop = () => new Promise((stopped) => {
    server.closeAllConnections()
    server.close(() => stopped())
  })
  return receiver
}
