import type { ServerStatus } from '#contract/status.ts'
import { allow } from '#domain/policy.ts'
import { findingsIn, worstFirst } from '#domain/status/finding.ts'
import type { Finding } from '#domain/status/finding.ts'
import { judgeBackup, judgeLate, judgePath, judgeSkew, judgeVersion } from '#domain/status/judge.ts'
import { said } from '#domain/words/said.ts'
import type { Said, Words } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { lastBackup } from '#server/platform/backup/last.ts'
import { judgePublicUrl } from '#server/platform/doctor/address.ts'
import { clockSkew } from '#server/platform/doctor/clock-skew.ts'
import { lookAtDisk } from '#server/platform/doctor/disk.ts'
import { pathTo } from '#server/platform/doctor/path.ts'
import { longhandVersion } from '#server/platform/doctor/version.ts'
import { compareZones } from '#server/platform/doctor/zones.ts'
import { databaseVersion, silentTargets, waitingMessages, waitingTimers, zonesInUse } from './queries.ts'
import type { Waiting } from './queries.ts'

/** How the server does, for those who manage the workspace: of what waits, only their own. */
export async function viewStatus(act: Act): Promise<ServerStatus> {
  allow(act.actor, 'workspace.manage')
  const { server } = act
  const words = wordsOf(act)
  const database = await databaseVersion(act)
  const deliveries = await waitingMessages(act)
  const timers = await waitingTimers(act)
  const backup = server.dataDir === undefined ? null : await lastBackup(server.dataDir)
  const findings: Finding[] = [
    judgeVersion(database.major, words), judgePath(await pathTo(act.tx), words), server.clockStands ? findingsIn(words).fine('database.clock', said`Clocks`, said`This server runs on a development clock.`) : judgeSkew(await clockSkew(act.tx), words),
    ...await compareZones(act.tx, { zones: await zonesInUse(act), now: act.now, words }),
    judgeTimers(act, timers), ...deliveries.map((one) => judgeChannel(act, one)), judgeSilent(await silentTargets(act), words), judgeMail(server.mailWorks, words),
    judgePublicUrl(server.publicUrl, { loopback: false, mailWorks: server.mailWorks }, words),
    ...server.dataDir === undefined ? [] : [await lookAtDisk('machine.disk', said`Room on the disk`, server.dataDir, words), judgeBackup(backup, act.now, words)],
  ]
  return {
    at: act.now.toString(), versions: { longhand: longhandVersion(), node: process.version, database: `PostgreSQL ${database.text}`, zones: process.versions.tz ?? '' },
    findings: worstFirst(findings), deliveries: deliveries.map((one) => ({ ...one, dueSince: one.dueSince?.toString() ?? null })),
    timers: { ...timers, dueSince: timers.dueSince?.toString() ?? null }, lastBackupAt: backup?.toString() ?? null,
  }
}

const lateS = ({ now }: Act, since: Temporal.Instant | null): number | null => since === null ? null : now.since(since).total('seconds')

function judgeTimers(act: Act, { due, failing, dueSince }: { due: number; failing: number; dueSince: Temporal.Instant | null }): Finding {
  const [id, about, words] = ['timers', said`Deadlines and reminders`, wordsOf(act)] as const
  if (failing === 0) return judgeLate(id, about, { waiting: due, lateS: lateS(act, dueSince) }, words)
  return findingsIn(words).look(id, about, failing === 1 ? said`One has failed and will be tried again.` : said`${String(failing)} have failed and will be tried again.`, said`Look into the log for “a timer failed”; it says which and why.`)
}

const CHANNEL_WORDS: Readonly<Record<Waiting['channel'], Said>> = { mail: said`Mails`, push: said`Messages to devices`, webhook: said`Webhooks` }

function judgeChannel(act: Act, { channel, waiting, failed, dueSince }: Waiting): Finding {
  const [id, about, words] = [`outbox.${channel}`, CHANNEL_WORDS[channel], wordsOf(act)] as const
  if (failed > 0) return findingsIn(words).look(id, about, failed === 1 ? said`One was given up within the last seven days.` : said`${String(failed)} were given up within the last seven days.`, said`Open the outbox, see why, and send them again.`)
  return judgeLate(id, about, { waiting, lateS: lateS(act, dueSince) }, words)
}

function judgeSilent({ webhooks, devices }: { webhooks: number; devices: number }, words: Words): Finding {
  const { fine, look } = findingsIn(words)
  const [id, about] = ['outbox.silent', said`Endpoints and devices`] as const
  if (webhooks > 0) return look(id, about, webhooks === 1 ? said`One webhook does not answer.` : said`${String(webhooks)} webhooks do not answer.`, said`Open the webhooks; each says since when and what it answered.`)
  if (devices === 0) return fine(id, about, said`All that were written to have answered.`)
  return fine(id, about, devices === 1 ? said`One device has not been reached lately; their owners see which.` : said`${String(devices)} devices have not been reached lately; their owners see which.`)
}

function judgeMail(works: boolean, words: Words): Finding {
  const { fine, look } = findingsIn(words)
  const [id, about] = ['config.mail', said`Mail server`] as const
  return works ? fine(id, about, said`Mails leave by the mail server that is set.`) : look(id, about, said`No mail server is set, so mails are kept in the outbox.`, said`Set SMTP_URL and MAIL_FROM, unless that is what you want.`)
}
