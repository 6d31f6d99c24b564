import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { splitThread } from '#contract/threads.ts'
import { useSend } from '../../app/send.ts'
import { Field } from '../../ui/Field.tsx'
import { capital, counted } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SendForm } from '../../ui/SendForm.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { t } from '../../ui/words.ts'

type Props = { number: number, chosen: ReadonlySet<string>, onClose: () => void }

/** Gives chosen replies a thread of their own that opens with a summary; both ends link to each other. */
export function SplitForm({ number, chosen, onClose }: Props) {
  const router = useRouter()
  const [title, setTitle] = useState('')
  const [summary, setSummary] = useState('')
  const [tried, setTried] = useState(false)
  const { send, busy, problem } = useSend(splitThread, 'threads', 'entries')
  const missing = (text: string, words: string) => (tried && text.trim() === '' ? words : undefined)
  const submit = () => {
    setTried(true)
    if (chosen.size === 0 || title.trim() === '' || summary.trim() === '') return
    send({ number, replyIds: [...chosen], title: title.trim(), summary: summary.trim() }, (made) => router.history.push(`/${made.number}`))
  }
  return (
    <section className="thread-part" aria-label={t`Split off a thread`}>
      <p className="hint">{t`Choose below the replies that go along. The new thread opens with your summary, and both link to each other.`}</p>
      <SendForm label={t`Split off a thread`} submit={t`Split it off`} onSubmit={submit} busy={busy} problem={problem} aside={<LinkAction onClick={onClose}>{t`Leave it whole`}</LinkAction>}>
        <Field label={t`Title of the new thread`} value={title} onChange={setTitle} error={missing(title, t`Give it a title.`)} />
        <TextArea label={t`Summary: what its readers need to know`} value={summary} onChange={setSummary} rows={3} error={missing(summary, t`Write the summary that it opens with.`)} />
        <Notice tone={tried && chosen.size === 0 ? 'late' : 'plain'}>{chosen.size === 0 ? t`No reply is chosen yet.` : moving(chosen.size)}</Notice>
      </SendForm>
    </section>
  )
}

function moving(count: number): string {
  const replies = capital(counted(count, 'reply', 'replies'))
  return count === 1 ? t`${replies} will move.` : t`${replies} will move.¦several`
}
