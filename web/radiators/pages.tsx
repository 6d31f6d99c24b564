import { useParams, useRouter, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { readAway, readStartHere, readStatus, readTeam } from '#contract/radiators.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { sinceDay, sinceIn } from '../app/since.ts'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { RadiatorPage } from './RadiatorPage.tsx'
import { t } from '../ui/words.ts'

const useQueryOf = (name: string): string | undefined => new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr })).get(name) ?? undefined

/** `/start-here`, or of one space by `?space=`. */
export function StartHerePage() {
  const spaceId = useQueryOf('space')
  return <RadiatorPage made={useRead(readStartHere, spaceId === undefined ? {} : { spaceId })} name={t`Start here`} />
}

/** `/team`, or those of one space by `?space=`. */
export function TeamPage() {
  const spaceId = useQueryOf('space')
  return <RadiatorPage made={useRead(readTeam, spaceId === undefined ? {} : { spaceId })} name={t`The team`} />
}

export function StatusPage() {
  const { id = '' } = useParams({ strict: false })
  return <RadiatorPage made={useRead(readStatus, { id })} name={t`How it stands`} more={<LinkAction href={`/spaces/${id}`}>{t`What was written here`}</LinkAction>} />
}

/** `/away`, since the end of the last shift or the start of an absence, or since a chosen day. */
export function AwayPage() {
  const since = sinceIn(useQueryOf('since'))
  return <RadiatorPage made={useRead(readAway, since === undefined ? {} : { since })} name={t`Since you were away`} more={<SinceDay key={since} chosen={since} />} />
}

function SinceDay({ chosen }: { chosen: string | undefined }) {
  const { history } = useRouter()
  const now = useNow()
  const zone = zoneOf(useMe().data)
  const [date, setDate] = useState<string>()
  const from = date === undefined ? undefined : sinceDay(date, zone)
  if (date === undefined) {
    return (
      <>
        <LinkAction onClick={() => setDate((chosen === undefined ? now : Temporal.Instant.from(chosen)).toZonedDateTimeISO(zone).toPlainDate().toString())}>{t`Since another day`}</LinkAction>
        {chosen !== undefined && <LinkAction href="/away">{t`Since my last shift`}</LinkAction>}
      </>
    )
  }
  return (
    <form className="radiator-since" onSubmit={(event) => { event.preventDefault(); if (from) history.push(`/away?since=${encodeURIComponent(from)}`) }}>
      <Field label={t`Since the start of`} type="date" value={date} max={now.toZonedDateTimeISO(zone).toPlainDate().toString()} onChange={setDate} />
      <LinkAction strong disabled={!from} onClick={() => { if (from) history.push(`/away?since=${encodeURIComponent(from)}`) }}>{t`Tell me what changed`}</LinkAction>
    </form>
  )
}
