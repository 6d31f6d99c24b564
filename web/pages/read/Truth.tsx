import { useEffect, useRef, useState } from 'react'
import { verifyPage } from '#contract/page-truth.ts'
import { REVIEW_DAYS } from '#domain/pages/kinds.ts'
import { announce } from '../../app/Announcer.tsx'
import { Field } from '../../ui/Field.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Select } from '../../ui/Select.tsx'
import { SendForm } from '../../ui/SendForm.tsx'
import { usePageWrite } from '../use-page-write.ts'
import { toneOf } from '../words.ts'
import { daysFrom, REVIEW_OPTIONS, reviewValue } from './review.ts'
import type { Talk } from './talk.ts'
import { heard, t } from '../../ui/words.ts'

type Props = { talk: Talk, verifying: boolean, onVerify: (open: boolean) => void }

/** Whether the page is still true, who said so and until when; one word to say it again. */
export function Truth({ talk, verifying, onVerify }: Props) {
  const { page } = talk
  return (
    <div className="truth" data-tone={toneOf(page.truth)}>
      <p><span className="truth-line">{heard(page.truthSentence)}</span> {page.can.includes('verify') && !verifying && <LinkAction strong={page.truth !== 'verified'} onClick={() => onVerify(true)}>{page.truth === 'unverified' ? t`Verify it` : t`Verify it again`}</LinkAction>}</p>
      {verifying && <VerifyForm talk={talk} onClose={() => onVerify(false)} />}
    </div>
  )
}

function VerifyForm({ talk: { page }, onClose }: { talk: Talk, onClose: () => void }) {
  const { send, busy, problem } = usePageWrite(verifyPage)
  const [against, setAgainst] = useState('')
  const [review, setReview] = useState(reviewValue(page.reviewDays ?? (page.verified === null ? REVIEW_DAYS[page.kind] ?? null : null)))
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const submit = () => send({ number: page.number, version: page.version, against: against.trim(), reviewDays: daysFrom(review) }, () => {
    onClose()
    announce(t`Verified.`)
  })
  return (
    <div ref={form}><SendForm label={t`Verify the page`} submit={t`It is true today`} look="quiet" onSubmit={submit} busy={busy} problem={problem} aside={<LinkAction onClick={onClose}>{t`Leave it`}</LinkAction>}>
      <Field label={t`Held against what`} hint={t`A release, a drill, a person who knows. May stay empty.`} value={against} onChange={setAgainst} />
      <Select label={t`Look again`} options={REVIEW_OPTIONS} value={review} onChange={setReview} />
    </SendForm></div>
  )
}
