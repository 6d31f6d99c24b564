import { createHash } from 'node:crypto'
import type { Act, Platform } from '#server/platform/act.ts'
import type { Claimed, Outcome, Sender } from '#server/platform/channels/sender.ts'
import { vapidKeys } from '#server/platform/instance.ts'
import { OutboundError } from '#server/platform/outbound-target.ts'
import webPush from 'web-push'
import { deviceById, dropDevice } from './queries.ts'
import type { Device } from './queries.ts'
import { failpoint } from '#server/platform/failpoint.ts'

/** What says "something waits" is stale soon: five tries over a few hours. Unit: seconds. */
const WAITS_S = [10, 60, 600, 7200]
const PARALLEL = 8
const TIMEOUT_MS = 10_000
const ANSWER_MAX = 500
/** How long the browser's service may keep a message for a device that is off. Unit: seconds. */
const KEPT_S = 43_200
/** Longest name of a topic (RFC 8030, 5.4). Unit: characters. */
const TOPIC_MAX = 32
/** The device has thrown its address away, or never had it (RFC 8030, 7.3). */
const NO_SUCH_DEVICE: ReadonlySet<number> = new Set([404, 410])
const FIRST_OK = 200
const LAST_OK = 299

type Message = Claimed<'push'>

/** Tells devices by web push, encrypted for them alone. Nothing goes to a browser that has signed out. */
export const pushSender: Sender<'push'> = {
  parallel: PARALLEL, waits: WAITS_S,
  async send(platform, message, { now }) {
    const device = await deviceById(platform.db, { workspaceId: message.workspace_id, id: message.target_id ?? '', now })
    if (!device || device.person_id !== message.person_id) return { state: 'dropped', error: 'The device was switched off.' }
    if (!device.signed_in) return { state: 'dropped', error: 'Its person signed out there.', note: (act) => dropDevice(act, device.id) }
    try {
      const status = await call(platform, device, message)
      await failpoint('push.after_answer')
      return judge(device, status, now)
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error
      return unreached(device, error.message, now)
    }
  },
}

async function call(platform: Platform, device: Device, { body }: Message): Promise<number> {
  const subscription = { endpoint: device.endpoint, keys: { p256dh: device.p256dh, auth: device.auth } }
  const topic = createHash('sha256').update(body.tag).digest('base64url').slice(0, TOPIC_MAX)
  const vapidDetails = { subject: subjectOf(platform.facts().publicUrl), ...await vapidKeys(platform.db) }
  const request = webPush.generateRequestDetails(subscription, JSON.stringify(body), { vapidDetails, TTL: KEPT_S, topic, urgency: 'normal' })
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const answer = await platform.outbound.fetchOutside(device.endpoint, { method: 'POST', headers, body: request.body, timeoutMs: TIMEOUT_MS, maxBytes: ANSWER_MAX, redirects: 0 })
  return answer.status
}

/** Whom the browser's service may write to about us (RFC 8292, 2.1). */
const subjectOf = (publicUrl: string): string => publicUrl.startsWith('https:') ? publicUrl : `mailto:postmaster@${new URL(publicUrl).hostname}`

function judge(device: Device, status: number, now: Temporal.Instant): Outcome {
  if (NO_SUCH_DEVICE.has(status)) return { state: 'dropped', error: 'The browser does not take messages any more.', note: (act) => dropDevice(act, device.id) }
  if (status < FIRST_OK || status > LAST_OK) return unreached(device, `The browser’s service answered ${status}.`, now)
  return { state: 'sent', note: (act) => noteReach(act, device, { reached_at: now, failing_since: null, last_error: null }) }
}

function unreached(device: Device, error: string, now: Temporal.Instant): Outcome {
  return { state: 'again', error, note: (act) => noteReach(act, device, { failing_since: device.failing_since ?? now, last_error: error }) }
}

async function noteReach(act: Act, device: Device, set: { reached_at?: Temporal.Instant; failing_since: Temporal.Instant | null; last_error: string | null }): Promise<void> {
  await act.tx.updateTable('push_device').set(set).where('workspace_id', '=', device.workspace_id).where('id', '=', device.id).execute()
  if ((device.failing_since === null) !== (set.failing_since === null)) await act.emit({ kind: 'push.changed', personId: device.person_id })
}
