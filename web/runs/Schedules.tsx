import { useState } from 'react'
import type { ReactNode } from 'react'
import type { MeView } from '#contract/account.ts'
import type { PageView } from '#contract/pages.ts'
import { editSchedule, skipTurn } from '#contract/runs.ts'
import type { ScheduleView, Turn } from '#contract/runs.ts'
import { announce } from '../app/Announcer.tsx'
import { useSend } from '../app/send.ts'
import { InlineForm } from '../ui/InlineForm.tsx'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Time } from '../ui/Time.tsx'
import { ScheduleForm } from './ScheduleForm.tsx'
import { t, tr } from '../ui/words.ts'

type Props = { page: PageView, me: MeView, now: Temporal.Instant, schedules: readonly ScheduleView[] }

/** When the runbook runs by itself, and whose turn it is. */
export function Schedules({ page, me, now, schedules }: Props) {
  const [adding, setAdding] = useState(false)
  const live = schedules.filter(({ ended }) => !ended)
  if (live.length === 0 && !page.can.includes('run')) return null
  return (
    <Section title={t`On a schedule`}>
      {live.map((schedule) => <Schedule key={schedule.id} schedule={schedule} me={me} now={now} />)}
      {adding ? <ScheduleForm page={page} me={me} now={now} onClose={() => setAdding(false)} /> : page.can.includes('run') && <p className="run-schedule-add"><LinkAction onClick={() => setAdding(true)}>{live.length === 0 ? t`Have it run again and again` : t`Another schedule`}</LinkAction></p>}
    </Section>
  )
}

function Schedule({ schedule, me, now }: { schedule: ScheduleView, me: MeView, now: Temporal.Instant }) {
  const { send, busy, problem } = useSend(editSchedule, 'runs')
  const { id, sentence, responsibleName, nextAt, nextPersonName, paused, can, turns } = schedule
  const [skipping, setSkipping] = useState<Turn>()
  const waiting = turns.find((turn) => turn.can.includes('skip'))
  return (
    <Item
      text={sentence} tone={waiting?.overdue ? 'late' : 'plain'}
      by={<>{responsibleName}{paused ? t` · paused` : nextAt !== null && nextWords(nextPersonName, <Time at={Temporal.Instant.from(nextAt)} zone={me.person.zone} now={now} />)}</>}
      clock={waiting?.sentence}
      actions={
        <>
          {waiting && !skipping && <LinkAction keys="s" onClick={() => setSkipping(waiting)}>{t`Leave this turn out`}</LinkAction>}
          {can.includes('pause') && <LinkAction busy={busy} onClick={() => send({ id, paused: !paused }, () => announce(paused ? t`It runs again.` : t`It is paused.`))}>{paused ? t`Go on with it` : t`Pause it`}</LinkAction>}
          {can.includes('end') && <LinkAction busy={busy} onClick={() => send({ id, ended: true }, () => announce(t`The schedule has ended; its runs stay.`))}>{t`End it`}</LinkAction>}
        </>
      }
    >
      {problem && <Problem {...problem} />}
      {skipping && <SkipTurn turn={skipping} onClose={() => setSkipping(undefined)} />}
    </Item>
  )
}

const nextWords = (name: string | null, at: ReactNode) => name === null ? tr` · next ${at}` : tr` · next ${name}, ${at}`

function SkipTurn({ turn, onClose }: { turn: Turn, onClose: () => void }) {
  const { send, busy, problem } = useSend(skipTurn, 'runs', 'inbox')
  return <InlineForm label={t`Why this turn is left out`} send={t`Leave it out`} busy={busy} problem={problem} onSend={(reason) => send({ id: turn.id, reason }, onClose)} onCancel={onClose} />
}
