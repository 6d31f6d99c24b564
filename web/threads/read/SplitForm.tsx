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
    <section className="thread-part" aria-label="Split off a thread">
      <p className="hint">Choose below the replies that go along. The new thread opens with your summary, and both link to each other.</p>
      <SendForm label="Split off a thread" submit="Split it off" onSubmit={submit} busy={busy} problem={problem} aside={<LinkAction onClick={onClose}>Leave it whole</LinkAction>}>
        <Field label="Title of the new thread" value={title} onChange={setTitle} error={missing(title, 'Give it a title.')} />
        <TextArea label="Summary: what its readers need to know" value={summary} onChange={setSummary} rows={3} error={missing(summary, 'Write the summary that it opens with.')} />
        <Notice tone={tried && chosen.size === 0 ? 'late' : 'plain'}>{chosen.size === 0 ? 'No reply is chosen yet.' : `${capital(counted(chosen.size, 'reply', 'replies'))} will move.`}</Notice>
      </SendForm>
    </section>
  )
}
