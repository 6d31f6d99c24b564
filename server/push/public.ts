import { ENGLISH, inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { newDelivery } from '#server/platform/channels/outbox.ts'
import { devicesOf } from './queries.ts'

export type Push = {
  /** Names the cause: the same cause never shows twice on one device. */
  eventKey: string
  personId: string
  /** In which it says why they get it; English unless given. Title and body come in them. */
  words?: Words
  /** "Longhand" unless given. Title and body say that something waits, never what: they lie open on a locked screen. */
  title?: string
  body: string
  /** Path or address that a click opens. */
  url: string
  /** What belongs to the same tag takes the place of what still stands on the screen. */
  tag?: string
  /** When it may leave; now unless given. */
  at?: Temporal.Instant
}

/**
 * Puts a message for each device of somebody into the outbox, in the caller's transaction.
 * @returns how many devices it is for; none where the person has switched on none
 */
export async function pushTo(act: Act, { eventKey, personId, words = ENGLISH, title = 'Longhand', body, url, tag = 'longhand', at = act.now }: Push): Promise<number> {
  const devices = await devicesOf(act, personId)
  const reason = inWords(said`They switched messages on for this device.`, words)
  for (const device of devices) {
    await newDelivery(act.tx, { workspaceId: act.actor.workspaceId, now: act.now, delivery: {
      channel: 'push', targetId: device.id, eventKey, personId, subject: title, body: { title, body, url: new URL(url, act.server.publicUrl).href, tag }, reason, at,
    } })
  }
  return devices.length
}
