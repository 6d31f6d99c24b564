import './write.css'
import { useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { MeView } from '#contract/account.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { useCallable } from '../../app/use-callable.ts'
import { AttachList } from '../../ui/AttachList.tsx'
import { Button } from '../../ui/Button.tsx'
import { TitleField } from '../../ui/composer/TitleField.tsx'
import { DraftLine } from '../../ui/DraftLine.tsx'
import { RichEditor } from '../../ui/editor/RichEditor.tsx'
import type { RichEditorHandle } from '../../ui/editor/RichEditor.tsx'
import { Field } from '../../ui/Field.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { mentionsOf } from '../../ui/markdown/mentions-of.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useAttach } from '../../ui/use-attach.ts'
import { toTitle } from '../../ui/to-title.ts'
import { useKeysInside } from '../../ui/use-keys-inside.ts'
import { WritingHeading } from '../../ui/WritingHeading.tsx'
import { missingIn } from './draft.ts'
import type { PageDraft } from './draft.ts'
import { Placement } from './Placement.tsx'
import { useOnline } from './use-online.ts'
import type { PageDrafting } from './use-page-draft.ts'
import { t } from '../../ui/words.ts'

type Props = {
  me: MeView
  drafting: PageDrafting
  heading: string
  over: ReactNode
  notices?: ReactNode
  /** What its text may begin with. */
  begin?: ReactNode
  /** The verb that saves it. */
  save: string
  onSave: (draft: PageDraft) => void
  busy: boolean
  problem: ProblemView | undefined
  /** A new page chooses where it stands. */
  isNew: boolean
  aside?: ReactNode
}

/** A page as it is written: its title and text, and beside it what it is and where it stands. ⌘↵ saves. */
export function PageForm({ me, drafting: { draft, value, set }, heading, over, notices, begin, save, onSave, busy, problem, isNew, aside }: Props) {
  const page = useRef<HTMLDivElement>(null)
  const editor = useRef<RichEditorHandle>(null)
  const online = useOnline()
  const [tried, setTried] = useState(false)
  const called = useCallable(value.spaceId ?? undefined)
  const attach = useAttach((markdown) => editor.current?.insertBlock(markdown))
  const waits = attach.onItsWay.some((file) => file.problem === undefined)
  const wrong = tried ? missingIn(value) : {}
  useLayoutEffect(() => { if (isNew) toTitle(page.current) }, [isNew])
  const submit = () => {
    setTried(true)
    if (busy || waits) return
    if (Object.keys(missingIn(value)).length === 0) return onSave(value)
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  useKeysInside(page, (event) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    submit()
  })
  return (
    <div className="page page-form" data-rail ref={page}>
      <div className="page-text">
        <WritingHeading>{heading}</WritingHeading>
        <p className="page-over">{over}</p>
        {notices}
        <TitleField label={t`Title`} placeholder={t`What the page is about`} value={value.title} onChange={(title) => set({ title })} error={wrong.title} onEnter={() => editor.current?.focus()} />
        {begin}
        <RichEditor
          ref={editor} label={t`Text of the page`} value={value.text} onChange={(text) => set({ text })} onSave={submit} onFiles={attach.onFiles} sources={called.sources} mentions={mentionsOf(value.text, called.callable)}
          attachments={<AttachList {...attach} files={[]} />}
        />
      </div>
      <aside className="page-rail" aria-label={t`What it is and where it stands`}><Placement me={me} value={value} set={set} wrong={wrong} isNew={isNew} /></aside>
      <div className="page-save">
        {!isNew && <Field label={t`What changed, and why`} hint={t`For the history of the page. May stay empty.`} value={value.note} onChange={(note) => set({ note })} />}
        {problem && <Problem title={problem.title} detail={problem.detail} next={problem.next} textSafe />}
        {!online && <Notice tone="clock">{t`You are offline. What you write is kept on this device; what you save waits there, and is saved once you are back.`}</Notice>}
        {waits && <Notice>{t`A file is still on its way; the page can be saved once it is here.`}</Notice>}
        <p className="page-save-acts"><Button busy={busy} disabled={waits} onClick={submit}>{save}</Button><Kbd keys="mod+enter" hint />{aside}</p>
        <DraftLine kept={draft.kept} zone={me.person.zone} other={draft.other && `${draft.other.title}\n\n${draft.other.text}`} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />
      </div>
    </div>
  )
}
