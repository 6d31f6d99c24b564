import { postAsk } from '#contract/asks.ts'
import type { Call } from '#contract/client.ts'
import { createDecision, withdrawDecision } from '#contract/decisions.ts'
import { uploadFile } from '#contract/files.ts'
import { acceptBaton, postWrap } from '#contract/handoffs.ts'
import { beginImport, sendConversations } from '#contract/imports.ts'
import { createPage } from '#contract/pages.ts'
import { subscribePush } from '#contract/push.ts'
import { startRun } from '#contract/runs.ts'
import { addWebhook } from '#contract/webhooks.ts'
import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { CONTENT } from '#server/decisions/decisions.test-kit.ts'
import type { Mail } from '#server/platform/channels/mail.ts'
import { startReceiver } from '#server/platform/channels/receiver.test-kit.ts'
import type { Receiver } from '#server/platform/channels/receiver.test-kit.ts'
import { startMailServer } from '#server/platform/channels/smtp.test-kit.ts'
import type { MailServer } from '#server/platform/channels/smtp.test-kit.ts'
import type { Failpoint } from '#server/platform/failpoint.ts'
import { readAllowed } from '#server/platform/outbound-target.ts'
import { testDevice } from '#server/push/device.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'

const PROCESSES = 4

/** What somebody does, and does again with the same keys when no answer came. Everything that it writes begins with `label`. */
export type Deed = (one: { ana: Call; ben: Call; owner: Call; at: World['at'] & { now: Temporal.Instant }; label: string; key: (name: string) => { idempotencyKey: string } }) => Promise<unknown>

/** One workspace with a webhook, a device, and four processes at one clock. */
export type World = {
  app: TestApp; ana: TestPerson; ben: TestPerson; others: App[]; mails: Mail[]; receiver: Receiver; service: Receiver; mailServer: MailServer
  at: { spaceId: string; benId: string; runbook: number; importId: string }
}

/** Further away than any test goes, so that nothing of it becomes late. Unit: hours. */
const FAR_H = 24 * 360

const ask: Deed = ({ ana, at, label, key }) => ana(postAsk, { spaceId: at.spaceId, title: `${label} Which?`, body: 'The old one?', kind: 'answer', to: at.benId, dueAt: at.now.add({ hours: FAR_H }).toString() }, key('ask'))
const file: Deed = ({ ana, label, key }) => ana(uploadFile, { name: `${label} notes.txt` }, { file: new Blob([label]), ...key('file') })
const decision: Deed = async ({ ana, at, label, key }) => {
  const { number } = await ana(createDecision, { spaceId: at.spaceId, content: { ...CONTENT, title: `${label} Cache` }, roles: { accountableId: at.benId }, open: true }, key('open'))
  return ana(withdrawDecision, { number, reason: 'Not now.' }, key('withdraw'))
}
const baton: Deed = async ({ ana, ben, at, label, key }) => {
  const { batons } = await ana(postWrap, { spaceId: at.spaceId, state: 'All green.', nextAction: 'Go on.', mostImportant: 'All is well.', batons: [{ text: `${label} keys`, to: { kind: 'person', personId: at.benId } }] }, key('wrap'))
  return ben(acceptBaton, { id: batons[0]?.id ?? '' }, key('accept'))
}
const run: Deed = ({ ana, at, label, key }) => ana(startRun, { number: at.runbook, title: `${label} run` }, key('run'))
const bring: Deed = ({ owner, at, label, key }) => owner(sendConversations, { id: at.importId, people: [{ key: 'U1', name: 'Pia Plank', email: null }], conversations: [{
  key: `C:${label}`, place: { key: 'C1', name: 'wharf', purpose: '' }, title: `${label} ferry`, messages: [{ key: `M:${label}`, author: 'U1', at: '2019-05-06T10:00:00Z', markdown: 'Where?', editedAt: null, reactions: [] }],
}] }, key('bring'))

/** What goes through each place. */
export const DEEDS: Partial<Record<Failpoint, Deed>> = {
  'write.before_commit': ask, 'write.after_commit': ask, 'idempotency.after_claim': ask,
  'timer.after_claim': ask, 'timer.after_effect': ask, 'timer.before_commit': ask,
  'outbox.after_claim': ask, 'outbox.after_send': ask, 'outbox.after_note': ask,
  'webhook.after_answer': ask, 'push.after_answer': ask, 'attention.after_plan': ask, 'attention.after_release': ask, 'brief.after_compose': ask, 'ask.after_change': ask, 'search.after_count': ask,
  'file.before_move': file, 'file.after_put': file, 'file.after_remove': file,
  'decision.after_change': decision, 'baton.after_change': baton, 'run.after_start': run, 'import.after_batch': bring,
}

/** Places between sent and noted: what was sent there is sent again, under its first id. */
export const REPEATS: ReadonlySet<Failpoint> = new Set(['outbox.after_send', 'webhook.after_answer', 'push.after_answer'])

export async function makeWorld(on: { url: string }): Promise<World> {
  const [receiver, service, mailServer] = await Promise.all([startReceiver(), startReceiver(), startMailServer()])
  const mails: Mail[] = []
  const sender = async (mail: Mail) => { mails.push(mail) }
  const app = await startTestApp(on, { outboundAllow: [receiver.host, service.host], sender })
  const [ana, ben] = [await app.person('Ana'), await app.person('Ben')]
  await app.owner.call(addWebhook, { url: receiver.url, types: ['ask.posted', 'thread.started', 'decision.opened', 'wrap.signed'] })
  await ben.call(subscribePush, testDevice().subscription(`${service.url}/ben`))
  const { number: runbook } = await ana.call(createPage, { spaceId: app.spaceId, kind: 'runbook', title: 'Restore', text: '# Restore\n\n1. Stop.\n2. Start.\n' })
  const { id: importId } = await app.owner.call(beginImport, { kind: 'slack', source: 'slack:T1', name: 'export.zip', spaceId: app.spaceId })
  const others: App[] = []
  for (let index = 1; index < PROCESSES; index += 1) {
    others.push(await createApp({
      databaseUrl: on.url, clockStart: app.app.platform.clock.now(), smtp: null, sender, files: { folder: app.filesIn, s3: null }, webDir: null, logLevel: 'silent', triesPerMinute: 10_000,
      publicUrl: 'http://longhand.test', outboundAllow: readAllowed(`${receiver.host},${service.host}`),
    }))
  }
  return { app, ana, ben, others, mails, receiver, service, mailServer, at: { spaceId: app.spaceId, benId: ben.id, runbook, importId } }
}
