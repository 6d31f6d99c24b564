import type { BatonView } from '#contract/handoffs.ts'
import { heldFrom } from '#domain/handoffs/held.ts'

type Reader = { me: string, now: Temporal.Instant }

/** Whether somebody accepted a baton and has it in hand still. */
export const isHeld = (baton: BatonView, { me, now }: Reader): boolean =>
  baton.state === 'accepted' && baton.receiverId === me && Temporal.Instant.compare(acceptedAt(baton), heldFrom(now)) >= 0

/** When a baton was accepted or taken; when it was offered, where that is not told. */
function acceptedAt({ steps, offeredAt }: Pick<BatonView, 'steps' | 'offeredAt'>): Temporal.Instant {
  return Temporal.Instant.from(steps.findLast(({ kind }) => kind === 'accepted' || kind === 'taken')?.at ?? offeredAt)
}
