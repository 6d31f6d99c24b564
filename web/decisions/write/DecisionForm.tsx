import './write.css'
import { useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { MeView } from '#contract/account.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { useNow } from '../../app/clock.ts'
import { localMoment } from '../../ui/ask/ask-words.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckedNotes } from '../../ui/CheckedNotes.tsx'
import { TitleField } from '../../ui/composer/TitleField.tsx'
import { DraftLine } from '../../ui/DraftLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RailPart } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Select } from '../../ui/Select.tsx'
import { toTitle } from '../../ui/to-title.ts'
import { useKeysInside } from '../../ui/use-keys-inside.ts'
import { WritingHeading } from '../../ui/WritingHeading.tsx'
import { AgreementField } from './AgreementField.tsx'
import { WritingTogether } from './DecisionText.tsx'
import { missingIn, missingInDraft, sentRoles, settingsOf, wholeText } from './draft.ts'
import type { DecisionDraft, Wrong } from './draft.ts'
import { RoleFields } from './RoleFields.tsx'
import { TextFields } from './TextFields.tsx'
import { LaterFields, TimeFields } from './TimeFields.tsx'
import type { DecisionDrafting } from './use-decision-draft.ts'
import { noneIn, useSpacePeople } from './use-space-people.ts'
import { useWindowPreview } from './use-window-preview.ts'
import { useWritingTogether } from './use-writing-together.ts'
import { WindowPreview } from './WindowPreview.tsx'
import { t } from '../../ui/words.ts'

/** A way to send it: the first one is the button that ⌘↵ presses. `whole` ones want every field that opening wants. */
export type Way = { label: string, whole: boolean, onSend: (draft: DecisionDraft) => void }
type Props = {
  me: MeView
  drafting: DecisionDrafting
  heading: string
  over?: ReactNode
  notices?: ReactNode
  ways: readonly [Way, ...Way[]]
  busy: boolean
  problem: ProblemView | undefined
  /** A new one chooses its space; who is asked, and for how long, is chosen until it is open. */
  isNew: boolean
  isOpen?: boolean
}

/** A decision as it is written: its text on the left, who and how long beside it, with the days of each reader. */
export function DecisionForm({ me, drafting: { draft, set }, heading, over, notices, ways, busy, problem, isNew, isOpen = false }: Props) {
  const page = useRef<HTMLDivElement>(null)
  const [tried, setTried] = useState<Way>()
  useLayoutEffect(() => { if (isNew) toTitle(page.current) }, [isNew])
  const { value } = draft
  const { zone } = me.person
  const { writing, waits, check, onShow } = useWritingTogether(value)
  const wrong: Wrong = tried === undefined ? {} : tried.whole ? missingIn(value) : missingInDraft(value)
  const send = (way: Way) => {
    setTried(way)
    if (busy || waits) return
    if (Object.keys(way.whole ? missingIn(value) : missingInDraft(value)).length === 0) return way.onSend(value)
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-wrong]')?.focus())
  }
  useKeysInside(page, (event) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    send(ways[0])
  })
  const other = draft.other && wholeText(draft.other.content)
  return (
    <div className="page decision-form" data-rail ref={page}>
      <div className="page-text">
        <WritingHeading>{heading}</WritingHeading>
        {over && <p className="page-over">{over}</p>}
        {notices}
        <TitleField label={t`Title`} placeholder={t`What is decided, in one line`} value={value.content.title} onChange={(title) => set({ content: { ...value.content, title } })} error={wrong.title} />
        <WritingTogether value={writing}><TextFields content={value.content} onChange={(content) => set({ content })} wrong={wrong} /></WritingTogether>
        {value.agreementText !== null && <AgreementField text={value.agreementText} onChange={(agreementText) => set({ agreementText })} />}
      </div>
      <aside className="page-rail" aria-label={t`Who decides, and by when`}><Contract me={me} value={value} set={set} wrong={wrong} isNew={isNew} isOpen={isOpen} />{check && <RailPart title={t`Before you send`}><CheckedNotes check={check} onShow={onShow} /></RailPart>}</aside>
      <div className="decision-send">
        {problem && <Problem title={problem.title} detail={problem.detail} next={problem.next} textSafe />}
        {waits && <Notice>{t`A file is still on its way; it is sent once it is here.`}</Notice>}
        <p className="decision-ways">{ways.map((way, at) => <Button key={way.label} look={at === 0 ? 'primary' : 'quiet'} busy={busy} disabled={waits} onClick={() => send(way)}>{way.label}</Button>)}</p>
        <DraftLine kept={draft.kept} zone={zone} other={other} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />
      </div>
    </div>
  )
}

type ContractProps = { me: MeView, value: DecisionDraft, set: (part: Partial<DecisionDraft>) => void, wrong: Wrong, isNew: boolean, isOpen: boolean }

function Contract({ me, value, set, wrong, isNew, isOpen }: ContractProps) {
  const now = useNow()
  const { zone } = me.person
  const people = useSpacePeople(me, value.spaceId, now)
  const roles = sentRoles(value.roles)
  const window = useWindowPreview(value.spaceId !== null && roles && !isOpen ? { spaceId: value.spaceId, roles, ...settingsOf(value, zone) } : undefined)
  const spaces = me.spaces.filter(({ joined }) => joined).map(({ id, name }) => ({ value: id, label: name }))
  const due = window.preview?.deadline
  return (
    <>
      {isNew && <div className="rail-part"><Select label={t`Space`} options={spaces} value={value.spaceId} onChange={(spaceId) => set({ spaceId })} placeholder={t`Choose a space`} error={wrong.space} /></div>}
      {!isOpen && <div className="rail-part"><RoleFields roles={value.roles} people={people} none={noneIn(value.spaceId)} onChange={(next) => set({ roles: next })} error={wrong.accountable} /></div>}
      {!isOpen && <TimeFields draft={value} set={set} wrong={wrong} zone={zone} dueNow={due ? localMoment(Temporal.Instant.from(due), zone) : ''} />}
      {!isOpen && <WindowPreview {...window} zone={zone} now={now} />}
      <LaterFields draft={value} set={set} isNew={isNew} />
    </>
  )
}
