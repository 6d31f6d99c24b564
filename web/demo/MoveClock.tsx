import { useMutation, useQueryClient } from '@tanstack/react-query'
import { listPeople } from '#contract/people.ts'
import { calendarFromJson } from '#domain/time/types.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Problem } from '../ui/Problem.tsx'
import { clockMoves } from './clock-moves.ts'
import type { ClockMove } from './clock-moves.ts'
import { moveClock } from './move-clock.ts'
import { moveWords } from './words.ts'
import { t } from '../ui/words.ts'

type Props = { me: string, zone: string, now: Temporal.Instant, onMoved: () => void }

/** Where the clock can go. While it moves, whatever is due on the way happens. */
export function MoveClock({ me, zone, now, onMoved }: Props) {
  const queries = useQueryClient()
  const people = useRead(listPeople, {})
  const move = useMutation({ mutationFn: ({ at }: ClockMove) => moveClock(queries, at), onSuccess: onMoved })
  const moves = clockMoves(now, me, (people.data?.people ?? []).map((person) => ({ ...person, calendar: calendarFromJson(person.calendar) })))
  const problem = move.error && problemFrom(move.error)
  return (
    <div className="demo-panel">
      {moves.map((one) => <LinkAction key={one.kind} busy={move.isPending} onClick={() => move.mutate(one)}>{moveWords(one, zone, now)}</LinkAction>)}
      <Notice>{move.isPending && t`The clock moves. What is due on the way happens now.`}</Notice>
      {problem && <Problem title={problem.title} next={problem.next} />}
    </div>
  )
}
