import { useEffect, useRef, useState } from 'react'
import { saveForLater } from '#contract/threads.ts'
import { announce } from '../../app/Announcer.tsx'
import { useSend } from '../../app/send.ts'
import { chosenMoment } from '../../ui/ask/ask-words.ts'
import { Field } from '../../ui/Field.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useKeysInside } from '../../ui/use-keys-inside.ts'
import { saveMoments } from './save-moments.ts'
import type { ThreadText } from './texts.ts'
import { t } from '../../ui/words.ts'

type Props = { number: number, text: Pick<ThreadText, 'replyId'>, zone: string, now: Temporal.Instant, onClose: () => void }

/** Keeps a text for later, with a reminder where one is wanted; it comes in the reader's next window after that moment. */
export function SaveForm({ number, text, zone, now, onClose }: Props) {
  const { send, busy, problem } = useSend(saveForLater, 'threads')
  const [local, setLocal] = useState('')
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector('button')?.focus(), [])
  useKeysInside(form, (event) => { if (event.key === 'Escape') onClose() })
  const save = (at: Temporal.Instant | null) => send({ number, replyId: text.replyId, saved: true, remindAt: at?.toString() ?? null }, () => {
    announce(t`Saved for later.`)
    onClose()
  })
  const chosen = chosenMoment(local, zone)
  return (
    <div className="text-part" role="group" aria-label={t`Save for later`} ref={form}>
      <p className="part-choices">{saveMoments(now, zone).map(({ text: words, at }, index) => <LinkAction key={words} strong={index === 0} busy={busy} onClick={() => save(at)}>{words}</LinkAction>)}</p>
      <div className="part-moment">
        <Field label={t`Or remind me at`} type="datetime-local" value={local} onChange={setLocal} />
        <LinkAction strong disabled={!chosen} busy={busy} onClick={() => { if (chosen) save(chosen) }}>{t`Save with this reminder`}</LinkAction>
      </div>
      <p className="hint">{t`A reminder comes in your next delivery window after that moment.`}</p>
      {problem && <Problem {...problem} />}
      <p className="text-part-end"><LinkAction onClick={onClose}>{t`Leave it`}</LinkAction></p>
    </div>
  )
}
