import type { ServerStatus } from '#contract/status.ts'
import { allow } from '#domain/policy.ts'
import { fine, look, worstFirst } from '#domain/status/finding.ts'
import type { Finding } from '#domain/status/finding.ts'
import { judgeBackup, judgeLate, judgeSkew, judgeVersion } from '#domain/status/judge.ts'
import type { Act } from '#server/platform/act.ts'
import { lastBackup } from '#server/platform/backup/last.ts'
import { judgePublicUrl } from '#server/platform/doctor/address.ts'
import { clockSkew } from '#server/platform/doctor/clock-skew.ts'
import { lookAtDisk } from '#server/platform/doctor/disk.ts'
import { longhandVersion } from '#server/platform/doctor/version.ts'
import { compareZones } from '#server/platform/doctor/zones.ts'
import { databaseVersion, silentTargets, waitingMessages, waitingTimers, zonesInUse } from './queries.ts'
import type { Waiting } from './queries.ts'

/** How the server does, for those who manage the workspace: of what waits, only their own. */
export async function viewStatus(act: Act): Promise<ServerStatus> {
  allow(act.actor, 'workspace.manage')
  const { server } = act
  const database = await databaseVersion(act)
  const deliveries = await waitingMessages(act)
  const timers = await waitingTimers(act)
  const backup = server.dataDir === undefined ? null : await lastBackup(server.dataDir)
  const findings: Finding[] = [
    judgeVersion(database.major), server.clockStands ? fine('database.clock', 'Clocks', 'This server runs on a development clock.') : judgeSkew(await clockSkew(act.tx)),
    ...await compareZones(act.tx, { zones: await zonesInUse(act), now: act.now }),
    judgeTimers(act, timers), ...deliveries.map((one) => judgeChannel(act, one)), judgeSilent(await silentTargets(act)), judgeMail(server.mailWorks),
    judgePublicUrl(server.publicUrl, { loopback: false, mailWorks: server.mailWorks }),
    ...server.dataDir === undefined ? [] : [await lookAtDisk('machine.disk', 'Room on the disk', server.dataDir), judgeBackup(backup, act.now)],
  ]
  return {
    at: act.now.toString(), versions: { longhand: longhandVersion(), node: process.version, database: `PostgreSQL ${database.text}`, zones: process.versions.tz ?? '' },
    findings: worstFirst(findings), deliveries: deliveries.map((one) => ({ ...one, dueSince: one.dueSince?.toString() ?? null })),
    timers: { ...timers, dueSince: timers.dueSince?.toString() ?? null }, lastBackupAt: backup?.toString() ?? null,
  }
}

const lateS = ({ now }: Act, since: Temporal.Instant | null): number | null => since === null ? null : now.since(since).total('seconds')

function judgeTimers(act: Act, { due, failing, dueSince }: { due: number; failing: number; dueSince: Temporal.Instant | null }): Finding {
  const [id, about] = ['timers', 'Deadlines and reminders'] as const
  if (failing === 0) return judgeLate(id, about, { waiting: due, lateS: lateS(act, dueSince) })
  return look(id, about, `${failing === 1 ? 'One has' : `${failing} have`} failed and will be tried again.`, 'Look into the log for “a timer failed”; it says which and why.')
}

const CHANNEL_WORDS: Readonly<Record<Waiting['channel'], string>> = { mail: 'Mails', push: 'Messages to devices', webhook: 'Webhooks' }

function judgeChannel(act: Act, { channel, waiting, failed, dueSince }: Waiting): Finding {
  const [id, about] = [`outbox.${channel}`, CHANNEL_WORDS[channel]] as const
  if (failed > 0) return look(id, about, `${failed === 1 ? 'One was' : `${failed} were`} given up within the last seven days.`, 'Open the outbox, see why, and send them again.')
  return judgeLate(id, about, { waiting, lateS: lateS(act, dueSince) })
}

function judgeSilent({ webhooks, devices }: { webhooks: number; devices: number }): Finding {
  const [id, about] = ['outbox.silent', 'Endpoints and devices'] as const
  if (webhooks === 0) return fine(id, about, devices === 0 ? 'All that were written to have answered.' : `${devices === 1 ? 'One device has' : `${devices} devices have`} not been reached lately; their owners see which.`)
  return look(id, about, `${webhooks === 1 ? 'One webhook does' : `${webhooks} webhooks do`} not answer.`, 'Open the webhooks; each says since when and what it answered.')
}

const judgeMail = (works: boolean): Finding => works ? fine('config.mail', 'Mail server', 'Mails leave by the mail server that is set.')
  : look('config.mail', 'Mail server', 'No mail server is set, so mails are kept in the outbox.', 'Set SMTP_URL and MAIL_FROM, unless that is what you want.')
