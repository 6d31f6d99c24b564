import { addRemark } from '#contract/decisions.ts'
import type { RemarkView } from '#contract/decisions.ts'
import { announce } from '../../app/Announcer.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { plainQuote } from '../../ui/passages.ts'
import type { Quote } from '../../ui/passages.ts'
import type { Talk } from './talk.ts'
import { useDecisionWrite } from './use-decision-write.ts'
import { t } from '../../ui/words.ts'

type Props = { talk: Talk, field: string, quote: Quote | undefined, /** What is answered. */ to?: RemarkView | undefined }

/** A remark on a passage or a whole field, or an answer to one. */
export function RemarkForm({ talk, field, quote, to }: Props) {
  const { send, busy, problem } = useDecisionWrite(addRemark)
  const submit = (body: string) => send({ number: talk.decision.number, field, body, ...quote, inReplyTo: to?.id ?? null }, () => {
    talk.onClose()
    announce(to ? t`Your answer stands below the remark.` : t`Your remark stands below the passage.`)
  })
  return (
    <div className="remark-form">
      {quote && !to && <blockquote className="remark-quote">{plainQuote(quote.quote)}</blockquote>}
      <InlineForm label={to ? t`Your answer to ${to.authorName}` : t`Your remark`} send={to ? t`Answer` : t`Remark`} busy={busy} problem={problem} onSend={submit} onCancel={talk.onClose} />
    </div>
  )
}
