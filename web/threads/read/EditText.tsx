import { useEffect, useRef, useState } from 'react'
import { editReply, editThread } from '#contract/threads.ts'
import { useSend } from '../../app/send.ts'
import { useTextDraft } from '../../app/text-draft.ts'
import { AttachList } from '../../ui/AttachList.tsx'
import { Composer } from '../../ui/composer/Composer.tsx'
import type { CompletionSource } from '../../ui/composer/completion.ts'
import type { ComposerHandle } from '../../ui/composer/handle.ts'
import { TitleField } from '../../ui/composer/TitleField.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useAttach } from '../../ui/use-attach.ts'
import { allArrived, keptFrom } from '../../ui/kept-files.ts'
import type { ThreadText } from './texts.ts'
import { t } from '../../ui/words.ts'

type Props = { number: number, title: string, text: ThreadText, sources: readonly CompletionSource[], onClose: () => void }

/** Changes one's own text in its place; what was typed is kept until it is saved or left on purpose. */
export function EditText({ number, title: before, text, sources, onClose }: Props) {
  const draft = useTextDraft(`edit:${text.replyId ?? number}`)
  const [title, setTitle] = useState(before)
  const [files, setFiles] = useState(text.files)
  const composer = useRef<ComposerHandle>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    if (draft.value === '') draft.set(text.body)
    requestAnimationFrame(() => composer.current?.focus())
  })
  const attach = useAttach((markdown, file) => {
    setFiles((all) => [...all, keptFrom(file)])
    if (file.image) composer.current?.insertBlock(markdown)
  })
  const opening = useSend(editThread, 'threads', 'entries')
  const reply = useSend(editReply, 'threads')
  const { busy, problem } = text.replyId === null ? opening : reply
  const done = () => {
    draft.clear()
    onClose()
  }
  const save = () => {
    const ids = files.map(({ id }) => id)
    if (text.replyId === null) opening.send({ number, title: title.trim(), body: draft.value, files: ids }, done)
    else reply.send({ id: text.replyId, body: draft.value, files: ids }, done)
  }
  return (
    <Composer
      ref={composer} label={t`The text as it will read`} value={draft.value} onChange={draft.set} onSend={save} send={t`Save`} busy={busy} sources={sources} rows={3}
      title={text.replyId === null && <TitleField label={t`Title`} value={title} onChange={setTitle} />} ready={title.trim() !== '' && allArrived(attach)}
      onFiles={attach.onFiles} attachments={<AttachList {...attach} files={files} onRemove={(id) => setFiles((all) => all.filter((file) => file.id !== id))} />}
      actions={<LinkAction onClick={done}>{t`Leave it as it was`}</LinkAction>} notes={problem && <Problem {...problem} textSafe />}
    />
  )
}
