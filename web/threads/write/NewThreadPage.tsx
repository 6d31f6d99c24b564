import '../threads.css'
import { useRouter, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import type { MeView } from '#contract/account.ts'
import { postThread } from '#contract/threads.ts'
import { call } from '../../app/api.ts'
import { useNow } from '../../app/clock.ts'
import { serverDrafts } from '../../app/draft-server.ts'
import { useDraft } from '../../app/drafts.ts'
import { useMe } from '../../app/me.ts'
import { serverSlot, slotOf } from '../../app/text-draft-list.ts'
import { useCallable } from '../../app/use-callable.ts'
import { useMentionCost } from '../../app/use-mention-cost.ts'
import { useSendOrWait } from '../../app/offline/use-waiting.ts'
import { useWritingCheck } from '../../app/use-writing-check.ts'
import { AttachList } from '../../ui/AttachList.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Composer } from '../../ui/composer/Composer.tsx'
import type { ComposerHandle } from '../../ui/composer/handle.ts'
import { TitleField } from '../../ui/composer/TitleField.tsx'
import { DraftLine } from '../../ui/DraftLine.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { mentionsOf } from '../../ui/markdown/mentions-of.ts'
import { Notice } from '../../ui/Notice.tsx'
import { RailPart } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Select } from '../../ui/Select.tsx'
import { detailOf } from '../../ui/SendForm.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useAttach } from '../../ui/use-attach.ts'
import { ChangeFields } from './ChangeFields.tsx'
import { allArrived, keptFrom } from './kept-files.ts'
import { missingIn, NEW_THREAD, postOf, SLOT } from './new-thread.ts'
import type { NewThread } from './new-thread.ts'
import { t, tr } from '../../ui/words.ts'

const WritingNotes = lazy(async () => ({ default: (await import('../../ui/WritingNotes.tsx')).WritingNotes }))
const saver = serverDrafts<NewThread>(call, serverSlot)
const KINDS = [{ value: 'thread', label: t`A thread` }, { value: 'change', label: t`Notice of a change` }] as const

/** Writes a thread, or notice of a change. */
export function NewThreadPage() {
  const me = useMe().data
  return me ? <NewThreadForm me={me} /> : <Skeleton lines={6} />
}

function NewThreadForm({ me }: { me: MeView }) {
  const search = useSearch({ strict: false })
  const router = useRouter()
  const spaces = me.spaces.filter(({ joined }) => joined)
  const draft = useDraft<NewThread>(slotOf(SLOT, me.person.id), { ...NEW_THREAD, ...(search.kind === 'change' && { kind: 'change' }) }, saver)
  const composer = useRef<ComposerHandle>(null)
  const [tried, setTried] = useState(false)
  const today = useNow().toZonedDateTimeISO(me.person.zone).toPlainDate().toString()
  const value: NewThread = { ...draft.value, change: { ...draft.value.change, since: draft.value.change.since || today } }
  const wanted = spaces.find(({ id }) => id === search.space)?.id ?? (spaces.length === 1 ? spaces[0]?.id : undefined)
  const spaceId = value.spaceId ?? wanted ?? null
  const set = (part: Partial<NewThread>) => draft.set({ ...value, ...part })
  const called = useCallable(spaceId ?? undefined)
  const cost = useMentionCost(spaceId ?? undefined, value.body, called.callable)
  const check = useWritingCheck(value.body, { kind: 'thread' }, value.body.trim() !== '')
  const attach = useAttach((markdown, file) => {
    set({ files: [...value.files, keptFrom(file)] })
    if (file.image) composer.current?.insertBlock(markdown)
  })
  const { send, busy, problem } = useSendOrWait(postThread, {
    refreshes: ['threads', 'entries', 'brief'], personId: me.person.id, onWaiting: draft.clear,
    named: ({ title, body }) => ({ title: t`A thread: ${title}`, text: body ?? '', href: '/threads/new', draft: { slot: slotOf(SLOT, me.person.id), serverSlot: SLOT, value } }),
  })
  const whole = { ...value, spaceId }
  const missing = tried ? missingIn(whole) : {}
  const submit = () => {
    setTried(true)
    if (Object.keys(missingIn(whole)).length > 0) return
    send(postOf(whole), ({ number }) => {
      draft.clear()
      check?.onSent()
      router.history.replace(`/${number}`)
    })
  }
  const ask = `/ask/new?from=thread${spaceId === null ? '' : `&space=${spaceId}`}`
  return (
    <div className="new-thread">
      <h1 className="unseen" tabIndex={-1} ref={leadToTitle}>{value.kind === 'change' ? t`Give notice of a change` : t`Write a thread`}</h1>
      <Composer
        ref={composer} look="page" label={t`Text`} rows={8} value={value.body} onChange={(body) => set({ body })} onSend={submit} send={value.kind === 'change' ? t`Give notice` : t`Open the thread`} busy={busy}
        placeholder={value.kind === 'change' ? t`Anything more that readers need` : t`What it is about, what you know, and what should come of it`} error={missing.body} ready={allArrived(attach)}
        title={<TitleField label={t`Title`} placeholder={t`Title`} value={value.title} onChange={(title) => set({ title })} error={missing.title} onEnter={() => composer.current?.focus()} />}
        sources={called.sources} mentions={mentionsOf(value.body, called.callable)} onFiles={attach.onFiles}
        attachments={<><AttachList files={value.files} onItsWay={attach.onItsWay} said={attach.said} onRetry={attach.onRetry} onDrop={attach.onDrop} onRemove={(id) => set({ files: value.files.filter((file) => file.id !== id) })} /><Notice tone="clock">{cost}</Notice></>}
        contract={
          <>
            <RailPart title={t`What it is`}>
              <Choice legend={t`What it is`} legendUnseen options={KINDS} value={value.kind} onChange={(kind) => set({ kind })} hint={tr`Somebody should answer? ${<LinkAction href={ask}>{t`Ask somebody`}</LinkAction>} instead; the text comes along.`} />
            </RailPart>
            <div className="rail-part"><Select label={t`Space`} options={spaces.map(({ id, name }) => ({ value: id, label: name }))} value={spaceId} onChange={(id) => set({ spaceId: id })} placeholder={t`Choose a space`} error={missing.space} /></div>
            {value.kind === 'change' && <ChangeFields change={value.change} spaceId={spaceId} missing={missing} onChange={(change) => set({ change: { ...value.change, ...change } })} />}
          </>
        }
        notes={check && ((places) => <RailPart title={t`Before you send`}><Suspense><WritingNotes text={check.text} checked={check.checked} onDismiss={check.onDismiss} {...(check.current && { onShow: ({ start, end }) => places.select(start, end) })} /></Suspense></RailPart>)}
        draft={<DraftLine kept={draft.kept} zone={me.person.zone} other={draft.other && `${draft.other.title}\n\n${draft.other.body}`} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />}
      />
      {problem && <Problem title={problem.title} detail={detailOf(problem)} next={problem.next} textSafe />}
    </div>
  )
}

/** Arriving here is arriving at the title. */
function leadToTitle(heading: HTMLHeadingElement | null) {
  heading?.addEventListener('focus', () => heading.parentElement?.querySelector('textarea')?.focus())
}
