import { AttachList } from '../AttachList.tsx'
import { CheckedNotes } from '../CheckedNotes.tsx'
import { allArrived } from '../kept-files.ts'
import { mentionsOf } from '../markdown/mentions-of.ts'
import { Notice } from '../Notice.tsx'
import { RailPart } from '../Page.tsx'
import { t } from '../words.ts'
import { Composer } from './Composer.tsx'
import type { ComposerProps } from './Composer.tsx'
import { TitleField } from './TitleField.tsx'
import type { TitledText, useTitledText } from './use-titled-text.ts'

type Props = Pick<ComposerProps, 'onSend' | 'send' | 'busy' | 'placeholder' | 'contract' | 'lands' | 'draft'> & {
  text: ReturnType<typeof useTitledText<TitledText>>
  titlePlaceholder: string
  wrong: { title?: string | undefined, body?: string | undefined }
}

/** Where a text with a title is written as a page of its own: a thread, notice of a change, an ask. */
export function TitledComposer({ text: { value, set, composer, called, cost, check, attach }, titlePlaceholder, wrong, ...props }: Props) {
  return (
    <Composer
      {...props} ref={composer} look="page" label={t`Text`} rows={8} value={value.body} onChange={(body) => set({ body })} error={wrong.body} ready={allArrived(attach)}
      title={<TitleField label={t`Title`} placeholder={titlePlaceholder} value={value.title} onChange={(title) => set({ title })} error={wrong.title} onEnter={() => composer.current?.focus()} />}
      sources={called.sources} mentions={mentionsOf(value.body, called.callable)} onFiles={attach.onFiles}
      attachments={<><AttachList {...attach} files={value.files} onRemove={(id) => set({ files: value.files.filter((file) => file.id !== id) })} /><Notice tone="clock">{cost}</Notice></>}
      notes={check && ((places) => <RailPart title={t`Before you send`}><CheckedNotes check={check} onShow={({ start, end }) => places.select(start, end)} /></RailPart>)}
    />
  )
}
