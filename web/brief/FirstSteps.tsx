import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import type { MeView } from '#contract/account.ts'
import { listEntries } from '#contract/entries.ts'
import { listInvites } from '#contract/members.ts'
import { listPeople, readHours } from '#contract/people.ts'
import { useRead } from '../app/api.ts'
import { isAdmin } from '../app/me.ts'
import { putStepsAway, stepsAreAway } from '../app/steps-away.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Section } from '../ui/Section.tsx'
import { firstSteps } from './first-steps.ts'
import { t } from '../ui/words.ts'

/** So much of what somebody wrote is looked at. */
const LOOKED_AT = 50

/**
 * The first steps of a new workspace or of somebody who joined one, until they are done or put away. What follows them is drawn
 * once it is known whether they come, so that it does not move.
 */
export function FirstSteps({ me, children }: { me: MeView, children: ReactNode }) {
  const id = me.person.id
  const queries = useQueryClient()
  const away = useQuery({ queryKey: ['first-steps', id], queryFn: () => stepsAreAway(id), staleTime: Infinity })
  const wanted = { when: away.data === false }
  const reads = { hours: useRead(readHours, { id }, wanted), people: useRead(listPeople, {}, wanted), invites: useRead(listInvites, {}, { when: wanted.when && isAdmin(me) }), entries: useRead(listEntries, { authorId: id, limit: LOOKED_AT }, wanted) }
  const [hours, people, invites, entries] = [reads.hours.data, reads.people.data, reads.invites.data, reads.entries.data]
  const known = hours && people && entries && (invites ?? !isAdmin(me))
  const steps = known && firstSteps({
    personId: id, manages: isAdmin(me), hasHours: hours.periods.some(({ weeks }) => weeks.some((week) => week.length > 0)), spaces: me.spaces.filter(({ joined }) => joined).length,
    others: people.people.length - 1 + (invites?.invites.length ?? 0), written: entries.items.map(({ kind }) => kind),
  })
  const finished = steps ? steps.every(({ done }) => done) : false
  const putAway = () => {
    queries.setQueryData(['first-steps', id], true)
    void putStepsAway(id).catch(() => {})
  }
  useEffect(() => { if (finished) void putStepsAway(id).catch(() => {}) }, [finished, id])
  if (!steps && [away, ...Object.values(reads)].some(({ isFetching }) => isFetching)) return null
  if (away.data !== false || !steps || finished) return children
  return (
    <>
      <Section title={t`First steps`} aside={<LinkAction onClick={putAway}>{t`Put these away`}</LinkAction>}>
        <ol className="first-steps">
          {steps.map(({ name, done, href }) => (
            <li key={name} data-done={done || undefined}>
              <span aria-hidden>{done ? '✓' : '·'}</span>
              {done ? <span>{name}<span className="unseen">{t`, done`}</span></span> : <a href={href}>{name}</a>}
            </li>
          ))}
        </ol>
      </Section>
      {children}
    </>
  )
}
