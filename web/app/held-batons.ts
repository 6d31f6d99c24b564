import { useState } from 'react'
import type { BatonView } from '#contract/handoffs.ts'
import { heldFrom } from '#domain/handoffs/held.ts'
import { formatWhen } from '../ui/format.ts'
import { t } from '../ui/words.ts'

type Reader = { me: string, now: Temporal.Instant }

/** Whether somebody accepted a baton and has it in hand still. */
const isHeld = (baton: BatonView, { me, now }: Reader): boolean =>
  baton.state === 'accepted' && baton.receiverId === me && Temporal.Instant.compare(acceptedAt(baton), heldFrom(now)) >= 0

/** Held, or said to be done where it was shown as held: it stays there, so that it can be taken back in its place. */
export const staysHeld = (baton: BatonView, { shown, ...reader }: Reader & { shown: ReadonlySet<string> }): boolean =>
  isHeld(baton, reader) || (baton.state === 'done' && shown.has(baton.id))

/** Ids of the batons that were shown as held since the page was opened. */
export function useShownAsHeld(batons: readonly BatonView[], reader: Reader): ReadonlySet<string> {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const more = batons.filter((baton) => isHeld(baton, reader) && !shown.has(baton.id))
  if (more.length > 0) setShown(new Set([...shown, ...more.map(({ id }) => id)]))
  return shown
}

/** Asked when somebody says that a baton is done, wherever it stands. */
export const DONE_FORM = { label: t`What came of it, in a line`, hint: t`It may stay empty. Whoever gave the baton reads it.`, send: t`Done`, optional: true } as const

/** The reads that any change of a baton makes out of date. */
export const TOUCHED_BY_BATONS = ['batons', 'wraps', 'brief']

/** Said of a baton that nobody holds, wherever it stands. @example 'Nobody holds this since 09:30' */
export const unownedWords = ({ steps, offeredAt }: Pick<BatonView, 'steps' | 'offeredAt'>, zone: string, now: Temporal.Instant): string =>
  t`Nobody holds this since ${formatWhen(Temporal.Instant.from(steps.findLast(({ kind }) => kind === 'unowned')?.at ?? offeredAt), zone, now)}`

/** When a baton was accepted, taken or taken up again; when it was offered, where that is not told. */
function acceptedAt({ steps, offeredAt }: Pick<BatonView, 'steps' | 'offeredAt'>): Temporal.Instant {
  return Temporal.Instant.from(steps.findLast(({ kind }) => kind === 'accepted' || kind === 'taken' || kind === 'reopened')?.at ?? offeredAt)
}
