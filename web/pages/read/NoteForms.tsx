import { answerPageRemark, remarkOnPage, usePage } from '#contract/page-truth.ts'
import type { PageRemark } from '#contract/pages.ts'
import { announce } from '../../app/Announcer.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { plainQuote } from '../../ui/passages.ts'
import type { Stretch } from '../../ui/passages.ts'
import { usePageWrite } from '../use-page-write.ts'
import { quoteOf } from './notes.ts'
import type { Talk } from './talk.ts'
import { t } from '../../ui/words.ts'

/** A remark on a passage. */
export function RemarkForm({ talk: { page, onClose }, stretch }: { talk: Talk, stretch: Stretch }) {
  const { send, busy, problem } = usePageWrite(remarkOnPage)
  const submit = (body: string) => send({ number: page.number, version: page.version, ...stretch, body }, () => {
    onClose()
    announce(t`Your remark stands beside the passage.`)
  })
  return (
    <>
      <Quote page={page} stretch={stretch} />
      <InlineForm label={t`Your remark`} send={t`Remark`} busy={busy} problem={problem} onSend={submit} onCancel={onClose} />
    </>
  )
}

/** What is wrong in a passage, or in the page without naming one. */
export function WrongForm({ talk: { page, onClose }, stretch }: { talk: Talk, stretch: Stretch | undefined }) {
  const { send, busy, problem } = usePageWrite(usePage)
  const submit = (note: string) => send({ number: page.number, verdict: 'wrong', quote: stretch ? quoteOf(page.text, stretch) : '', note }, () => {
    onClose()
    announce(page.ownerName === null || page.ownerId === null ? t`It stands beside the text; nobody minds this page yet.` : t`It stands beside the text, and ${page.ownerName} is told.`)
  })
  return (
    <>
      <Quote page={page} stretch={stretch} />
      <InlineForm label={t`What is wrong here?`} hint={page.ownerName === null ? t`Nobody minds this page; whoever edits it next will see it.` : t`${page.ownerName} minds this page and is told.`} send={t`Say so`} busy={busy} problem={problem} onSend={submit} onCancel={onClose} />
    </>
  )
}

/** An answer to a remark. */
export function AnswerForm({ talk: { page, onClose }, remark }: { talk: Talk, remark: PageRemark }) {
  const { send, busy, problem } = usePageWrite(answerPageRemark)
  const submit = (body: string) => send({ number: page.number, id: remark.id, body }, () => {
    onClose()
    announce(t`Your answer stands below the remark.`)
  })
  return <InlineForm label={t`Your answer to ${remark.authorName}`} send={t`Answer`} busy={busy} problem={problem} onSend={submit} onCancel={onClose} />
}

function Quote({ page, stretch }: { page: Talk['page'], stretch: Stretch | undefined }) {
  return stretch ? <p className="note-quote">“{plainQuote(quoteOf(page.text, stretch))}”</p> : null
}
