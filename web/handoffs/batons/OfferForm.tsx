import { useState } from 'react'
import type { BatonView, Receiver } from '#contract/handoffs.ts'
import { listPeople, listTeamRoles } from '#contract/people.ts'
import { useRead } from '../../app/api.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { receiverOptions } from '../people.ts'
import { ReceiverPicker } from '../ReceiverPicker.tsx'
import { receiverOf } from '../receiver.ts'
import { t } from '../../ui/words.ts'

type Props = { baton: BatonView, me: string, onOffer: (to: Receiver) => void, onClose: () => void }

/** Chooses another receiver in the place of the baton; people are read only once somebody asks for it. */
export function OfferForm({ baton, me, onOffer, onClose }: Props) {
  const [to, setTo] = useState<string | null>(null)
  const people = useRead(listPeople, { spaceId: baton.spaceId })
  const roles = useRead(listTeamRoles, {})
  const receiver = receiverOf(to)
  const offer = () => {
    if (!receiver) return
    onOffer(receiver)
    onClose()
  }
  return (
    <div className="offer-form">
      <ReceiverPicker label={t`To`} spaceId={baton.spaceId} options={receiverOptions(people.data?.people ?? [], roles.data?.roles ?? [], me)} value={to} onChange={setTo} />
      <p><LinkAction strong disabled={!receiver} onClick={offer}>{t`Offer it`}</LinkAction><LinkAction onClick={onClose}>{t`Leave it`}</LinkAction></p>
    </div>
  )
}
