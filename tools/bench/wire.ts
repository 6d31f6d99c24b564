import { spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { join } from 'node:path'

export type Ask = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }
export type Answer = { status: number; text: string }

/** Asks over connections that stay open, one for each number. */
export function wire(base: string): { ask(connection: number, given: Ask): Promise<Answer>; close(): void } {
  const agents = new Map<number, Agent>()
  const agentOf = (connection: number) => {
    const agent = agents.get(connection) ?? new Agent({ keepAlive: true, maxSockets: 1 })
    agents.set(connection, agent)
    return agent
  }
  return {
    ask: (connection, { method, path, headers = {}, body }) => new Promise((done, fail) => {
      const asked = request(base + path, { method, agent: agentOf(connection), headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) } }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.once('end', () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
        answer.once('error', fail)
      })
      asked.once('error', fail)
      asked.end(body)
    }),
    close() { for (const agent of agents.values()) agent.destroy() },
  }
}

/** A bare Node server that answers so many bytes, in a process of its own. */
export async function startBare(bytes: number): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts')], { env: { ...process.env, BYTES: String(bytes) }, stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<string>((done) => child.stdout.once('data', (data: Buffer) => done(data.toString().trim())))
  return {
    url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0,
    stop: () => new Promise((done) => { child.once('exit', () => done()); child.kill('SIGTERM') }),
  }
}
