import { useState } from 'react'
import { elevate } from '#contract/threads.ts'
import { announce } from '../../app/Announcer.tsx'
import { useMe } from '../../app/me.ts'
import { useSend } from '../../app/send.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Select } from '../../ui/Select.tsx'
import { SendForm } from '../../ui/SendForm.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useRouter } from '@tanstack/react-router'
import { firstWords } from './text-words.ts'
import { anchorOf } from './texts.ts'
import type { ThreadText } from './texts.ts'
import { t } from '../../ui/words.ts'

type Props = { number: number, text: ThreadText, spaceId: string, onClose: () => void }
const KINDS = [{ value: 'thread', label: t`A thread of its own` }, { value: 'learning', label: t`A learning` }, { value: 'decision', label: t`A decision` }, { value: 'wrap-line', label: t`A line of my next wrap` }] as const
type Kind = (typeof KINDS)[number]['value']

/** Makes a text more than talk; both ends stay linked. */
export function ElevateForm({ number, text, spaceId, onClose }: Props) {
  const router = useRouter()
  const spaces = (useMe().data?.spaces ?? []).filter(({ joined }) => joined)
  const [kind, setKind] = useState<Kind>('thread')
  const [title, setTitle] = useState(() => firstWords(text.body, 120))
  const [body, setBody] = useState(() => quoted(text, number))
  const [space, setSpace] = useState(spaceId)
  const { send, busy, problem } = useSend(elevate, 'threads', 'entries', 'wraps')
  const [isLine, isDecision] = [kind === 'wrap-line', kind === 'decision']
  const submit = () => (kind === 'decision' ? router.history.push(decisionHref(number, text, title.trim())) : send({ number, replyId: text.replyId, to: kind, title: title.trim(), ...(!isLine && { body, spaceId: space }) }, ({ number: made }) => {
    onClose()
    if (made === null) announce(t`It stands among the lines of your next wrap.`)
    else router.history.push(`/${made}`)
  }))
  return (
    <div className="text-part">
      <SendForm label={t`Make more of it`} look="quiet" submit={isLine ? t`Add the line` : isDecision ? t`Write the decision` : t`Make it`} onSubmit={submit} busy={busy} problem={problem} aside={<LinkAction onClick={onClose}>{t`Leave it`}</LinkAction>}>
        <Choice legend={t`What it becomes`} options={KINDS} value={kind} onChange={setKind} />
        <Field label={isLine ? t`The line` : t`Title`} value={title} onChange={setTitle} required error={title.trim() === '' ? t`Give it a title.` : undefined} />
        {!isLine && !isDecision && <TextArea label={t`Text`} value={body} onChange={setBody} rows={4} />}
        {!isLine && !isDecision && <Select label={t`Space`} options={spaces.map(({ id, name }) => ({ value: id, label: name }))} value={space} onChange={setSpace} />}
      </SendForm>
    </div>
  )
}

/** A decision is written on its own page, which begins with the open points of the thread. */
const decisionHref = (number: number, { replyId }: ThreadText, title: string): string => `/decisions/new?${new URLSearchParams({ thread: String(number), ...(replyId !== null && { reply: replyId }), ...(title !== '' && { title }) }).toString()}`

/** The text as a quote with its author and place, as a beginning. */
const quoted = ({ body, authorName, replyId }: ThreadText, number: number): string =>
  `${body.split('\n').map((line) => `> ${line}`).join('\n')}\n>\n> — [${authorName}](/${number}${replyId === null ? '' : `#${anchorOf(replyId)}`})\n\n`
