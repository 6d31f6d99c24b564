import { useState } from 'react'
import { ownPage } from '#contract/page-truth.ts'
import { listPeople } from '#contract/people.ts'
import { announce } from '../../app/Announcer.tsx'
import { useRead } from '../../app/api.ts'
import { Combobox } from '../../ui/Combobox.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Select } from '../../ui/Select.tsx'
import { SendForm } from '../../ui/SendForm.tsx'
import { usePageWrite } from '../use-page-write.ts'
import { daysFrom, REVIEW_OPTIONS, reviewValue } from './review.ts'
import type { Talk } from './talk.ts'
import { t } from '../../ui/words.ts'

/** Who minds the page, and how often it is to be looked at. */
export function OwnForm({ talk: { page, me }, onClose }: { talk: Talk, onClose: () => void }) {
  const { send, busy, problem } = usePageWrite(ownPage)
  const [owner, setOwner] = useState<string | null>(page.ownerId)
  const [review, setReview] = useState(reviewValue(page.reviewDays))
  const people = (useRead(listPeople, { spaceId: page.spaceId }).data?.people ?? []).filter(({ state }) => state === 'active').map(({ id, name }) => ({ value: id, label: name, ...(id === me.person.id && { hint: t`you` }) }))
  const submit = () => send({ number: page.number, ownerId: owner, reviewDays: daysFrom(review) }, (fresh) => {
    onClose()
    announce(fresh.ownerName === null ? t`Nobody minds the page now.` : t`${fresh.ownerName} minds the page now.`)
  })
  return (
    <section className="page-part" aria-label={t`Who minds the page`}>
      <SendForm label={t`Who minds the page`} submit={t`Keep it so`} look="quiet" onSubmit={submit} busy={busy} problem={problem} aside={<LinkAction onClick={onClose}>{t`Leave it`}</LinkAction>}>
        <Combobox label={t`Minded by`} hint={t`Is told when something is wrong, and when it is time to look again.`} options={people} value={owner} onChange={setOwner} placeholder={t`Nobody`} none={t`Nobody by that name can see this space.`} />
        <Select label={t`Look at it again`} options={REVIEW_OPTIONS} value={review} onChange={setReview} />
      </SendForm>
    </section>
  )
}
