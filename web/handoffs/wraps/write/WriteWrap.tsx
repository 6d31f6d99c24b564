import { useCallback, useMemo, useRef, useState } from 'react'
import type { MeView } from '#contract/account.ts'
import type { WrapView } from '#contract/handoffs.ts'
import { postWrap } from '#contract/handoffs.ts'
import type { PersonView, TeamRoleView } from '#contract/people.ts'
import { call } from '../../../app/api.ts'
import { useNow } from '../../../app/clock.ts'
import { useDraft } from '../../../app/drafts.ts'
import { serverDrafts } from '../../../app/draft-server.ts'
import { useSendOrWait } from '../../../app/offline/use-waiting.ts'
import { serverSlot, slotOf } from '../../../app/text-draft-list.ts'
import { DraftLine } from '../../../ui/DraftLine.tsx'
import { Page } from '../../../ui/Page.tsx'
import { stillWrong } from '../../../ui/still-wrong.ts'
import { peopleOptions, receiverOptions } from '../../people.ts'
import { draftFrom, withOffers } from './draft.ts'
import type { Prefill, WrapDraft } from './draft.ts'
import { readyToSign } from './ready.ts'
import type { Missing } from './ready.ts'
import { Signed } from './Signed.tsx'
import { WrapForm } from './WrapForm.tsx'
import { WrapRail } from './WrapRail.tsx'
import { t } from '../../../ui/words.ts'

const saver = serverDrafts<WrapDraft>(call, serverSlot)

type Props = {
  me: MeView, spaceId: string, spaces: MeView['spaces'], /** Nobody else is in the space. */ alone: boolean, prefill: Prefill, people: readonly PersonView[], roles: readonly TeamRoleView[]
  onSpace: (id: string) => void
}

/** One draft of one space, from the first word to the signature. */
export function WriteWrap({ me, spaceId, spaces, alone, prefill: offered, people, roles, onSpace }: Props) {
  // What is offered later waits for the next visit, so that nothing moves under the hands that write.
  const [prefill] = useState(offered)
  const { zone, id } = me.person
  const now = useNow()
  const slot = slotOf(`wrap:${spaceId}`, id)
  const draft = useDraft(slot, useMemo(() => draftFrom(prefill, zone), [prefill, zone]), saver)
  const value = useMemo(() => withOffers(draft.value, prefill), [draft.value, prefill])
  const { count, onSecond, forget } = useSeconds(value.seconds)
  const signing = useSigning({ slot, value, spaceId, zone, seconds: count, onSigned: () => { draft.clear(); forget() }, personId: id })
  if (signing.signed) return <Signed wrap={signing.signed} zone={zone} now={now} />
  return (
    <Page
      title={t`Wrap up your shift in ${spaces.find((space) => space.id === spaceId)?.name ?? t`this space`}`} lede={ledeOf(prefill)} railLabel={t`About this wrap`}
      rail={<WrapRail spaces={spaces} spaceId={spaceId} alone={alone} onSpace={onSpace} prefill={prefill} zone={zone} now={now} seconds={value.seconds} onSecond={onSecond} />}
    >
      <WrapForm
        {...signing} draft={value} spaceId={spaceId} zone={zone} people={peopleOptions(people)} receivers={receiverOptions(people, roles, id)}
        onChange={(next) => draft.set({ ...next, seconds: count() })}
        kept={<DraftLine kept={draft.kept} zone={zone} other={draft.other && summaryOf(draft.other)} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />}
      />
    </Page>
  )
}

function ledeOf({ done }: Prefill): string {
  return done.length === 0 ? t`A minute of writing, so that nobody has to ask.` : t`A minute of writing. What you did since your last wrap stands there already; only what you sign is published.`
}

/** Everything that the other version says, since whoever chooses lets go of one. */
const summaryOf = ({ mostImportant, state, nextAction, done, blockers, decisions, questions, batons }: WrapDraft) =>
  [mostImportant, state, nextAction, ...textsOf([...done, ...blockers, ...decisions, ...questions, ...batons])].filter((text) => text.trim() !== '').join('\n') || t`A wrap with other lines.`

const textsOf = (lines: readonly { kept: boolean, text: string, why?: string, nextStep?: string }[]) => lines.filter(({ kept }) => kept).flatMap(({ text, why = '', nextStep = '' }) => [text, why, nextStep])

/** The writer's seconds, counted beside the draft so that no key waits for a clock. */
function useSeconds(kept: number) {
  const seconds = useRef(kept)
  return { count: () => Math.max(seconds.current, kept), onSecond: useCallback((count: number) => { seconds.current = count }, []), forget: () => { seconds.current = 0 } }
}

const NOTHING: Missing = {}

type Signing = { slot: string, personId: string, value: WrapDraft, spaceId: string, zone: string, seconds: () => number, onSigned: () => void }

function useSigning({ slot, value, spaceId, zone, seconds, onSigned, personId }: Signing) {
  const [missing, setMissing] = useState<Missing>({})
  const [signed, setSigned] = useState<WrapView>()
  const post = useSendOrWait(postWrap, {
    refreshes: ['wraps', 'batons', 'brief', 'entries'], personId, onWaiting: onSigned,
    named: ({ state, mostImportant }) => ({ title: t`A wrap`, text: mostImportant || state, href: `/wrap?space=${spaceId}`, draft: { slot, serverSlot: serverSlot(slot), value } }),
  })
  const onSign = () => {
    const ready = readyToSign({ ...value, seconds: seconds() }, spaceId, zone)
    setMissing('missing' in ready ? ready.missing : {})
    if (!('wrap' in ready)) return
    post.send(ready.wrap, (wrap) => {
      setSigned(wrap)
      onSigned()
    })
  }
  const now = Object.keys(missing).length === 0 ? undefined : readyToSign(value, spaceId, zone)
  return { missing: now && 'missing' in now ? stillWrong(missing, now.missing) : NOTHING, tried: missing, signed, onSign, busy: post.busy, problem: post.problem }
}
