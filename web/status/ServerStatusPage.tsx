import { readServerStatus } from '#contract/status.ts'
import type { ServerStatus } from '#contract/status.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { isAdmin, useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { formatWhen } from '../ui/format.ts'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page, RailPart } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { withCode } from './with-code.tsx'
import { queueWords, stateWords, statusWords, toneOf } from './status-words.ts'
import { t, tr } from '../ui/words.ts'

/** How the server does and what to do next, for those who manage the workspace. */
export function ServerStatusPage() {
  const me = useMe().data
  if (me && !isAdmin(me)) return <NotFound />
  return <Status zone={zoneOf(me)} />
}

function Status({ zone }: { zone: string }) {
  const read = useRead(readServerStatus, {})
  const now = useNow()
  if (read.error) return <Page title={t`How this server is doing`}><Problem {...problemFrom(read.error)} action={<LinkAction strong onClick={() => void read.refetch()}>{t`Try again`}</LinkAction>} /></Page>
  if (!read.data) return <Page title={t`How this server is doing`}><Skeleton lines={7} /></Page>
  const { findings } = read.data
  return (
    <Page title={t`How this server is doing`} lede={statusWords(findings)} rail={<Rail status={read.data} zone={zone} now={now} />} railLabel={t`Versions and queues`}>
      {findings.map(({ id, about, state, says, next }) => (
        <Item key={id} text={withCode(says)} by={about} clock={stateWords(state)} tone={toneOf(state)} why={next === '' ? undefined : <span>{withCode(next)}</span>} />
      ))}
      <p className="page-first"><LinkAction busy={read.isFetching} onClick={() => void read.refetch()}>{t`Look again`}</LinkAction></p>
    </Page>
  )
}

const CHANNEL = { mail: t`Mails`, push: t`Devices`, webhook: t`Webhooks` } as const

function Rail({ status, zone, now }: { status: ServerStatus, zone: string, now: Temporal.Instant }) {
  const { versions, deliveries, lastBackupAt } = status
  return (
    <>
      <RailPart title={t`Versions`}>
        <p>{tr`Longhand ${versions.longhand}`}</p><p>{tr`Node ${versions.node}`}</p><p>{versions.database}</p><p>{tr`Time zones ${versions.zones}`}</p>
      </RailPart>
      <RailPart title={t`On the way out`}>{deliveries.map((one) => <p key={one.channel}>{CHANNEL[one.channel]}: {queueWords(one)}</p>)}</RailPart>
      <RailPart title={t`Last backup`}><p>{lastBackupAt === null ? t`None that this server knows of.` : formatWhen(Temporal.Instant.from(lastBackupAt), zone, now)}</p></RailPart>
    </>
  )
}
