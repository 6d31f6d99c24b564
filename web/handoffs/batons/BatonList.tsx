import type { BatonView } from '#contract/handoffs.ts'
import { BatonItem } from './BatonItem.tsx'
import { OfferForm } from './OfferForm.tsx'
import { useBatonActions } from './use-baton-actions.ts'

type Props = { batons: readonly BatonView[], me: string, zone: string, now: Temporal.Instant, inWrap?: boolean, /** Of the giver; shown beside each step on hover. */ otherZone?: string }

/** Batons with everything that can be done with them. */
export function BatonList({ batons, me, zone, now, inWrap = false, otherZone }: Props) {
  const { progress, onDo, onOffer } = useBatonActions()
  return batons.map((baton) => (
    <BatonItem
      key={baton.id} baton={baton} me={me} zone={zone} now={now} inWrap={inWrap} otherZone={otherZone} progress={progress.get(baton.id) ?? {}}
      onDo={(verb, text) => onDo(baton, verb, text)}
      offerForm={(close) => <OfferForm baton={baton} me={me} onOffer={(to) => onOffer(baton, to)} onClose={close} />}
    />
  ))
}
