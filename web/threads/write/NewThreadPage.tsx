import '../threads.css'
import type { MeView } from '#contract/account.ts'
import { useMe } from '../../app/me.ts'
import { Choice } from '../../ui/Choice.tsx'
import { TitledComposer } from '../../ui/composer/TitledComposer.tsx'
import { DraftLine } from '../../ui/DraftLine.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { RailPart } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { WritingHeading } from '../../ui/WritingHeading.tsx'
import { ChangeFields } from './ChangeFields.tsx'
import { useNewThread } from './use-new-thread.ts'
import { t, tr } from '../../ui/words.ts'

const KINDS = [{ value: 'thread', label: t`A thread` }, { value: 'change', label: t`Notice of a change` }] as const

/** Writes a thread, or notice of a change. */
export function NewThreadPage() {
  const me = useMe().data
  return me ? <NewThreadForm me={me} /> : <Skeleton lines={6} />
}

function NewThreadForm({ me }: { me: MeView }) {
  const { draft, value, set, spaces, text, missing, submit, busy, problem } = useNewThread(me)
  const { kind, spaceId, change } = value
  const ask = `/ask/new?from=thread${spaceId === null ? '' : `&space=${spaceId}`}`
  return (
    <div className="new-thread">
      <WritingHeading>{kind === 'change' ? t`Give notice of a change` : t`Write a thread`}</WritingHeading>
      <TitledComposer
        text={text} wrong={missing} onSend={submit} busy={busy} send={kind === 'change' ? t`Give notice` : t`Open the thread`} titlePlaceholder={t`Title`}
        placeholder={kind === 'change' ? t`Anything more that readers need` : t`What it is about, what you know, and what should come of it`}
        contract={
          <>
            <RailPart title={t`What it is`}>
              <Choice legend={t`What it is`} legendUnseen options={KINDS} value={kind} onChange={(next) => set({ kind: next })} hint={tr`Somebody should answer? ${<LinkAction href={ask}>{t`Ask somebody`}</LinkAction>} instead; the text comes along.`} />
            </RailPart>
            <div className="rail-part"><Select label={t`Space`} options={spaces.map(({ id, name }) => ({ value: id, label: name }))} value={spaceId} onChange={(id) => set({ spaceId: id })} placeholder={t`Choose a space`} error={missing.space} /></div>
            {kind === 'change' && <ChangeFields change={change} spaceId={spaceId} missing={missing} onChange={(part) => set({ change: { ...change, ...part } })} />}
          </>
        }
        draft={<DraftLine kept={draft.kept} zone={me.person.zone} other={draft.other && `${draft.other.title}\n\n${draft.other.body}`} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />}
      />
      {problem && <Problem title={problem.title} detail={problem.detail} next={problem.next} textSafe />}
    </div>
  )
}
