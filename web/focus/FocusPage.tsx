import './focus.css'
import { endFocus, listFocus, noteFocus, readAttention, readFocus, startFocus } from '#contract/attention.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Blocks } from './Blocks.tsx'
import { Delivery } from './Delivery.tsx'
import { DoneNote } from './DoneNote.tsx'
import { FocusRibbon } from './FocusRibbon.tsx'
import { headline } from './focus-words.ts'
import { Mine } from './Mine.tsx'
import { Running } from './Running.tsx'
import { StartFocus } from './StartFocus.tsx'
import { t } from '../ui/words.ts'

const TOUCHED = ['focus', 'attention', 'inbox', 'asks'] as const

/** Focus of one's own: the block that runs, those that repeat, and when everything else reaches one. */
export function FocusPage() {
  const me = useMe().data
  const zone = zoneOf(me)
  const now = useNow()
  const focus = useRead(readFocus, {})
  const blocks = useRead(listFocus, {})
  const attention = useRead(readAttention, {})
  const start = useSend(startFocus, ...TOUCHED)
  const end = useSend(endFocus, ...TOUCHED)
  const note = useSend(noteFocus, ...TOUCHED)
  const failed = focus.error ?? blocks.error ?? attention.error
  if (failed) return <Page title={t`Focus`}><Problem {...problemFrom(failed)} action={<LinkAction strong onClick={() => { void focus.refetch(); void blocks.refetch(); void attention.refetch() }}>{t`Try again`}</LinkAction>} /></Page>
  if (!focus.data || !blocks.data || !attention.data) return <Page title={t`Focus`}><Skeleton lines={8} /></Page>
  const { now: running, ended } = focus.data
  return (
    <Page
      title={headline(focus.data, zone, now)} over={t`Focus and delivery`} head={<FocusRibbon attention={attention.data} zone={zone} now={now} />}
      lede={running ? t`Nothing but urgent reaches you. Everything else comes at the end, in one batch.` : t`What is not urgent never reaches you in focus or outside your hours.`}
    >
      {running && <Running running={running} announcement={focus.data.announcement} busy={end.busy} problem={end.problem} onEnd={(gotDone) => end.send({ gotDone })} />}
      {!running && ended && <DoneNote ended={ended} zone={zone} now={now} busy={note.busy} problem={note.problem} onNote={(gotDone) => note.send({ id: ended.id, startedAt: ended.startedAt, gotDone })} />}
      {!running && <StartFocus floorMinutes={blocks.data.floorMinutes} announcement={focus.data.announcement} busy={start.busy} problem={start.problem} onStart={(minutes, what) => start.send({ minutes, what })} />}
      <Blocks list={blocks.data} touched={TOUCHED} />
      <Delivery attention={attention.data} zone={zone} now={now} touched={TOUCHED} />
      <Section title={t`Your last seven days`}><Mine zone={zone} now={now} /></Section>
    </Page>
  )
}
