import { spawn } from 'node:child_process'
import { mailChannel } from './channels/mail-channel.ts'
import { smtpSender } from './channels/mail.ts'
import { webhookSender } from '#server/webhooks/sender.ts'
import { developmentClock } from './clock.ts'
import type { Failpoint } from './failpoint.ts'
import { startWorker } from './jobs/worker.ts'
import { readAllowed } from './outbound-target.ts'
import { makeOutbound } from './outbound.ts'
import { at, silence, testPlatform } from './platform.test-kit.ts'

export type ProcessGiven = { url: string; workspaceId: string; now: string; smtp: string | null; receiver: string }

const SCRIPT = `const { runDueHere } = await import('#server/platform/process.test-kit.ts'); await runDueHere(JSON.parse(process.env.GIVEN))`

/** A process of its own that runs what is due at one moment and ends; or is killed at a failpoint. Says how it ended. */
export function runDueElsewhere(given: ProcessGiven, killedAt: Failpoint | '' = ''): Promise<number | NodeJS.Signals> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT],
    { env: { ...process.env, GIVEN: JSON.stringify(given), LONGHAND_FAILPOINT: killedAt }, stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code ?? 0)))
}

/** What such a process does. Its timers note that they acted, and mail their reader. @public Called by name in that process. */
export async function runDueHere({ url, workspaceId, now, smtp, receiver }: ProcessGiven): Promise<void> {
  const platform = await testPlatform(url, {
    workspaceId, clock: developmentClock(at(now)), outbound: makeOutbound(readAllowed(receiver)),
    timers: { crash: async (act, { key = '', personId = '' }) => {
      await act.emit({ kind: 'test.crash', payload: { key } })
      await act.send({ eventKey: key, personId, subject: key, body: { text: key, links: [] }, reason: 'You are part of this test.' })
    } },
  })
  const worker = startWorker(platform, silence, { mail: mailChannel(smtpSender(smtp === null ? null : { url: smtp, from: 'Longhand <longhand@example.com>' })), webhook: webhookSender })
  await worker.runDue()
  await worker.stop()
  await platform.close()
}
