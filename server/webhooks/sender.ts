import { afterTry, WAITS_S } from '#domain/webhooks/endpoint.ts'
import { may } from '#domain/policy.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { makeAct } from '#server/platform/act.ts'
import type { Act, Platform } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import type { Claimed, Outcome, Sender } from '#server/platform/channels/sender.ts'
import { elapsedMs } from '#server/platform/clock.ts'
import { wordsFor } from '#server/platform/words.ts'
import { OutboundError } from '#server/platform/outbound-target.ts'
import { mayLearn } from './may-learn.ts'
import { changeEndpoint, endpointById } from './queries.ts'
import type { Endpoint } from './queries.ts'
import { signedHeaders } from './secrets.ts'
import { rightsOf } from './tell.ts'
import { failpoint } from '#server/platform/failpoint.ts'

/** How long an endpoint may take, and how much of its answer is kept. Units: ms, bytes. */
const TIMEOUT_MS = 15_000
const ANSWER_MAX = 1000
/** Enough that a dozen silent endpoints keep nobody waiting; each gets one message at a time. */
const PARALLEL = 16

type Message = Claimed<'webhook'>
type Tried = { status: number | null; answer: string; error: string | null; tookMs: number }

/** Tells endpoints by Standard Webhooks. State and rights are read again as each message leaves. */
export const webhookSender: Sender<'webhook'> = {
  parallel: PARALLEL, waits: WAITS_S,
  async send(platform, message, { now }) {
    const endpoint = await endpointById(platform.db, message.workspace_id, message.target_id ?? '')
    if (endpoint?.state !== 'active') return { state: 'dropped', error: 'The endpoint is switched off.' }
    const owner = await actorOf(platform.db, endpoint.workspace_id, endpoint.owner_id)
    if (!owner || !may(owner, 'webhook.change', { webhook: rightsOf(endpoint) })) return { state: 'dropped', error: 'Its owner does not manage the workspace any more.', note: (act) => switchOff(act, endpoint, 'owner') }
    if (!await mayLearn(makeAct(platform, { tx: platform.db, actor: owner, now }), message.body)) return { state: 'dropped', error: 'It was taken back, or its owner may not see it any more.' }
    const tried = await call(platform, endpoint, message, now)
    await failpoint('webhook.after_answer')
    return judge(endpoint, message, { tried, now })
  },
}

async function call(platform: Platform, endpoint: Endpoint, message: Message, now: Temporal.Instant): Promise<Tried> {
  const { type, timestamp, data } = message.body
  const body = JSON.stringify({ type, timestamp, data })
  const headers = { 'content-type': 'application/json', ...await signedHeaders(platform.db, endpoint, { messageId: message.message_id, at: now, body }) }
  const began = elapsedMs()
  const took = () => Math.round(elapsedMs() - began)
  try {
    const answer = await platform.outbound.fetchOutside(endpoint.url, { method: 'POST', headers, body, timeoutMs: TIMEOUT_MS, maxBytes: ANSWER_MAX, redirects: 0 })
    return { status: answer.status, answer: answer.body.toString('utf8').replaceAll('\u0000', ''), error: null, tookMs: took() }
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    return { status: null, answer: '', error: error.message, tookMs: took() }
  }
}

function judge(endpoint: Endpoint, message: Message, { tried, now }: { tried: Tried; now: Temporal.Instant }): Outcome {
  const after = afterTry({ ...tried, at: now, failingSince: endpoint.failing_since })
  const note = async (act: Act) => {
    await act.tx.insertInto('webhook_attempt').values({
      workspace_id: endpoint.workspace_id, id: act.newId(), endpoint_id: endpoint.id, delivery_id: message.id, at: now, status: tried.status, answer: tried.answer, error: tried.error, took_ms: tried.tookMs,
    }).execute()
    const before = endpoint.failing_since
    if (before === null ? after.failingSince !== null : after.failingSince === null) await changeEndpoint(act, endpoint.id, { failing_since: after.failingSince })
    if (after.disable !== null) await switchOff(act, endpoint, after.disable)
  }
  return after.state === 'sent' ? { state: 'sent', note } : { state: after.state, error: after.error, note }
}

/** Switches an endpoint off, once, and tells its owner by mail when the endpoint itself is the reason. */
async function switchOff(act: Act, endpoint: Endpoint, because: 'gone' | 'failing' | 'owner'): Promise<void> {
  const now = await endpointById(act.tx, endpoint.workspace_id, endpoint.id)
  if (now?.state !== 'active') return
  await changeEndpoint(act, endpoint.id, { state: 'disabled', disabled_because: because, disabled_at: act.now })
  await act.emit({ kind: 'webhooks.switched_off', personId: endpoint.owner_id, payload: { endpointId: endpoint.id } })
  if (because === 'owner') return
  const host = new URL(endpoint.url).hostname
  const words = wordsFor((await actorOf(act.tx, endpoint.workspace_id, endpoint.owner_id))?.locale)
  const say = (one: Said) => inWords(one, words)
  const missed = said`What it was not told stands in its log for 30 days. Once it listens again, switch it on and send again what it missed.`
  await act.send({
    eventKey: `webhook ${endpoint.id} off ${act.now.toString()}`, personId: endpoint.owner_id, subject: say(said`Your webhook to ${host} was switched off`),
    body: { text: `${say(SAYS[because](host))}\n\n${say(missed)}`, links: [{ label: say(said`Look at its log`), url: `${act.server.publicUrl}/webhooks/${endpoint.id}` }] },
    reason: say(said`You own this webhook.`),
  })
}

const SAYS = {
  gone: (host: string) => said`${host} answered 410, so it wants to hear nothing any more.`,
  failing: (host: string) => said`Each try to tell ${host} what happens has failed for three days.`,
}
