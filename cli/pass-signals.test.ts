import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Ends in order when it is told once, and at once when it is told again. */
const SERVER = `let told = 0; process.on('SIGTERM', () => { if (told++) process.exit(1); setTimeout(() => { console.log('ended in order'); process.exit(7) }, 200) }); setInterval(() => undefined, 1000); console.log('started')`
const COMMAND = `
  import { spawn } from 'node:child_process'
  import { passSignals } from ${JSON.stringify(join(import.meta.dirname, 'pass-signals.ts'))}
  const server = spawn(process.execPath, ['-e', ${JSON.stringify(SERVER)}], { stdio: 'inherit', detached: true })
  passSignals(server)
  server.once('exit', (code) => process.exit(code))`
/** Two processes are started, on a machine that does much else. */
const SLOW_MS = 60_000

test.each([['to the command alone', false], ['to all that it began, as a terminal does, and twice', true]])('a server is told once when a signal is sent %s', async (_whom, group) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', COMMAND], { stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  let said = ''
  const ended = new Promise<number | null>((done) => child.once('close', done))
  await new Promise<void>((done) => child.stdout.on('data', (data: Buffer) => {
    said += data.toString()
    if (said.includes('started')) done()
  }))
  for (let times = 0; times < (group ? 2 : 1); times += 1) process.kill(group ? -(child.pid ?? 0) : child.pid ?? 0, 'SIGTERM')
  expect(await ended).toBe(7)
  expect(said).toContain('ended in order')
}, SLOW_MS)
