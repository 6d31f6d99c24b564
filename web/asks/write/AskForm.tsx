import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react'
import type { MeView } from '#contract/account.ts'
import type { EntryView } from '#contract/spaces.ts'
import type { AgreementSettings } from '#domain/agreement/settings.ts'
import { useNow } from '../../app/clock.ts'
import { useCallable } from '../../app/use-callable.ts'
import { useMentionCost } from '../../app/use-mention-cost.ts'
import { useWritingCheck } from '../../app/use-writing-check.ts'
import { localMoment } from '../../ui/ask/ask-words.ts'
import { AttachList } from '../../ui/AttachList.tsx'
import { Composer } from '../../ui/composer/Composer.tsx'
import type { ComposerHandle } from '../../ui/composer/handle.ts'
import { TitleField } from '../../ui/composer/TitleField.tsx'
import { DraftLine } from '../../ui/DraftLine.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { mentionsOf } from '../../ui/markdown/mentions-of.ts'
import { Notice } from '../../ui/Notice.tsx'
import { RailPart } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { detailOf } from '../../ui/SendForm.tsx'
import { useAttach } from '../../ui/use-attach.ts'
import { fieldsOf, isUrgent, missingIn, wholeText, wrongFrom } from './ask-draft.ts'
import type { CameAlong } from './came-along.ts'
import { Contract } from './Contract.tsx'
import { filledIn } from './filled-in.ts'
import { slotFor, useAskDraft } from './use-ask-draft.ts'
import { useAskPeople } from './use-ask-people.ts'
import { useOffers } from './use-offers.ts'
import { usePosting } from './use-posting.ts'
import { usePreview } from './use-preview.ts'
import { WhereItLands } from './WhereItLands.tsx'
import { t, tr } from '../../ui/words.ts'

const WritingNotes = lazy(async () => ({ default: (await import('../../ui/WritingNotes.tsx')).WritingNotes }))

type Props = {
  me: MeView
  came: CameAlong
  /** The thread it is asked in. */
  thread: EntryView | undefined
  responses: AgreementSettings['responses']
}

/** An ask as it is written: title and text, its contract beside it, and where it lands. */
export function AskForm({ me, came, thread, responses }: Props) {
  const [myId, zone] = [me.person.id, me.person.zone]
  const now = useNow()
  const page = useRef<HTMLDivElement>(null)
  const composer = useRef<ComposerHandle>(null)
  const [tried, setTried] = useState(false)
  useLayoutEffect(() => page.current?.querySelector('textarea')?.focus(), [])
  const { draft, set, offered, clear } = useAskDraft(came, myId)
  const value = draft.value
  const spaces = me.spaces.filter(({ joined }) => joined)
  const spaceId = thread?.spaceId ?? value.spaceId ?? (spaces.length === 1 ? spaces[0]?.id : undefined) ?? null
  const people = useAskPeople(me, spaceId, now)
  const chosen = value.to !== null && people.some((one) => one.value === value.to) ? value.to : null
  const urgent = isUrgent(value, responses)
  const fields = chosen === null ? undefined : fieldsOf({ ...value, to: chosen }, responses, zone)
  const landing = usePreview(fields && spaceId !== null ? { spaceId, ...fields } : undefined)
  const onTake = useOffers(page, set, responses)
  const called = useCallable(spaceId ?? undefined)
  const cost = useMentionCost(spaceId ?? undefined, value.body, called.callable)
  const check = useWritingCheck(value.body, { kind: 'thread', ask: value.kind, filled: filledIn(value) }, value.body.trim() !== '')
  const attach = useAttach((markdown, file) => {
    const { id, name, type, size, url, image } = file
    set({ files: [...value.files, { id, name, type, size, url, image }] })
    if (image) composer.current?.insertBlock(markdown)
  })
  const { send, busy, problem } = usePosting(value, { thread: thread?.number, personId: myId, slot: slotFor(came.thread, myId) }, () => {
    clear()
    check?.onSent()
  })
  const missing = missingIn({ ...value, to: chosen }, { hasPlace: spaceId !== null, urgent })
  const wrong = { ...wrongFrom(landing.preview?.problems ?? []), ...(tried && missing) }
  const dueNow = landing.preview?.landings.find(({ dueAt }) => dueAt !== null)?.dueAt
  const submit = () => {
    setTried(true)
    if (Object.keys(missing).length > 0 || !fields) return requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
    return send({ ...(thread ? { threadNumber: thread.number } : { spaceId: spaceId ?? '' }), title: value.title.trim(), body: value.body.trim(), files: value.files.map(({ id }) => id), fromReplyId: came.replyId, ...fields })
  }
  const who = people.find((one) => one.value === chosen)?.label
  return (
    <div className="new-ask" ref={page}>
      <h1 className="unseen" tabIndex={-1} ref={leadToTitle}>{t`Ask somebody`}</h1>
      {thread && <p className="page-over">{tr`Stands in ${<a href={`/${thread.number}`}>#{thread.number} {thread.title}</a>}`}</p>}
      {offered && <Notice>{t`You had begun another ask, which stands below.`} <LinkAction strong onClick={() => set(came.text)}>{t`Take what you brought along instead`}</LinkAction></Notice>}
      <Composer
        ref={composer} look="page" label={t`Text`} rows={8} value={value.body} onChange={(body) => set({ body })} onSend={submit} send={who === undefined ? t`Ask¦verb` : t`Ask ${who}`} busy={busy}
        placeholder={t`What you know, what you tried, and what exactly you want to know`} error={wrong.body} ready={attach.onItsWay.every((file) => file.problem !== undefined)}
        title={<TitleField label={t`Title`} placeholder={t`What you ask, in one line`} value={value.title} onChange={(title) => set({ title })} error={wrong.title} onEnter={() => composer.current?.focus()} />}
        sources={called.sources} mentions={mentionsOf(value.body, called.callable)} onFiles={attach.onFiles}
        attachments={<><AttachList files={value.files} onItsWay={attach.onItsWay} said={attach.said} onRetry={attach.onRetry} onDrop={attach.onDrop} onRemove={(id) => set({ files: value.files.filter((file) => file.id !== id) })} /><Notice tone="clock">{cost}</Notice></>}
        contract={
          <>
            <Contract
              draft={{ ...value, to: chosen }} set={set} wrong={wrong} spaces={thread ? undefined : spaces.map(({ id, name }) => ({ value: id, label: name }))} spaceId={spaceId}
              people={people} responses={responses} zone={zone} dueNow={dueNow ? localMoment(Temporal.Instant.from(dueNow), zone) : ''}
            />
            <WhereItLands {...landing} now={now} onTake={onTake} />
          </>
        }
        notes={check && ((places) => <RailPart title={t`Before you send`}><Suspense><WritingNotes text={check.text} checked={check.checked} onDismiss={check.onDismiss} {...(check.current && { onShow: ({ start, end }) => places.select(start, end) })} /></Suspense></RailPart>)}
        draft={<DraftLine kept={draft.kept} zone={zone} other={draft.other && wholeText(draft.other)} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />}
      />
      {problem && <Problem title={problem.title} detail={detailOf(problem)} next={problem.next} textSafe />}
    </div>
  )
}

/** Arriving here is arriving at the title. */
function leadToTitle(heading: HTMLHeadingElement | null) {
  heading?.addEventListener('focus', () => heading.parentElement?.querySelector('textarea')?.focus())
}
