import { connect, createServer } from 'node:net'
import type { NetConnectOpts, Server, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { listening } from './channels/smtp.test-kit.ts'

/**
 * What a network does to a link: nothing; it refuses; it ends in the middle of an answer; it is open and silent; answers
 * come five seconds late, a byte at a time, or slowly; it ends once a COMMIT was sent, before its answer comes.
 */
export type Fault = 'none' | 'refuse' | 'reset' | 'half-open' | 'delay' | 'slices' | 'slow' | 'after-commit'

export type FaultProxy = {
  port: number
  fault: Fault
  /** How often a link was cut after a COMMIT since the start. */
  cuts: number
  /** Ends every open link, as a cable does. */
  cut(): void
  stop(): Promise<void>
}

const DELAY_MS = 5000
/** Of an answer so many bytes come before its link ends. */
const RESET_AFTER = 5
/** 10 kB/s, in pieces. */
const SLOW = { bytes: 1000, everyMs: 100 }
/** A COMMIT as pg sends it: a simple query. */
const COMMIT = /Q....commit\0/is

/** A link between Longhand and something that it depends on, which misbehaves as a test wants. */
export async function startFaultProxy(to: NetConnectOpts): Promise<FaultProxy> {
  const open = new Set<Socket>()
  const proxy: FaultProxy = { port: 0, fault: 'none', cuts: 0, cut: () => open.forEach((socket) => socket.destroy()), stop: async () => undefined }
  const server: Server = createServer((client) => {
    if (proxy.fault === 'refuse') { client.resetAndDestroy(); return }
    const upstream = connect(to)
    for (const socket of [client, upstream]) {
      open.add(socket)
      if (socket === client) socket.setNoDelay(true)
      socket.on('error', () => undefined).on('close', () => { open.delete(socket); client.destroy(); upstream.destroy() })
    }
    let commits = false
    client.on('data', (sent: Buffer) => {
      if (proxy.fault === 'half-open') return
      if (proxy.fault === 'after-commit' && COMMIT.test(sent.toString('latin1'))) commits = true
      upstream.write(sent)
    })
    let answers: Promise<unknown> = Promise.resolve()
    upstream.on('data', (answer: Buffer) => {
      if (proxy.fault === 'half-open') return
      if (commits) { proxy.cuts += 1; client.resetAndDestroy(); return }
      answers = answers.then(() => give(client, answer, proxy))
    })
  })
  proxy.port = await listening(server)
  proxy.stop = () => new Promise((done) => { server.close(() => done()); proxy.cut() })
  return proxy
}

async function give(client: Socket, answer: Buffer, proxy: FaultProxy): Promise<void> {
  if (client.destroyed) return
  switch (proxy.fault) {
    case 'reset': client.write(answer.subarray(0, RESET_AFTER)); client.resetAndDestroy(); return
    case 'delay': await pause(DELAY_MS); break
    case 'slices':
      for (const byte of answer) client.write(Buffer.from([byte]))
      return
    case 'slow':
      for (let at = 0; at < answer.length; at += SLOW.bytes) { client.write(answer.subarray(at, at + SLOW.bytes)); await pause(SLOW.everyMs) }
      return
    default:
  }
  client.write(answer)
}
