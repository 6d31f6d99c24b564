import * as contract from '#contract/audit.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import type { Act, Listener } from '#server/platform/act.ts'
import { tellAudit } from '#server/platform/audit/chain.ts'
import { RECORDS } from './records.ts'
import type { Deed } from './says.ts'
import { viewAudit, viewCheck, viewMine } from './views.ts'

const idIn = (payload: Record<string, unknown> | undefined, name: string): string | null => payload?.[name] === undefined ? null : String(payload[name])

/** What Longhand does by itself, from whatever timer. */
const tellOwn = (act: Act, deed: Deed, more: Omit<Parameters<typeof tellAudit>[2], 'deed'>) =>
  tellAudit(act.tx, { workspaceId: act.actor.workspaceId, actorId: null, via: act.actor.via, now: act.now }, { deed, ...more })

const onPurged: Listener = async (act, { spaceId, payload }) => {
  await tellOwn(act, 'trash.emptied', { spaceId: spaceId ?? null, thingId: idIn(payload, 'entryId'), facts: { number: idIn(payload, 'number') ?? '' } })
}
const onSwitchedOff: Listener = async (act, { payload }) => { await tellOwn(act, 'webhook.given-up', { thingId: idIn(payload, 'endpointId') }) }

/** Who did what to rights, ways in and settings, as a chain of hashes (ADR 0036). */
export const audit: Feature = {
  name: 'audit',
  routes: [on(contract.listAudit, viewAudit), on(contract.listMyAudit, viewMine), on(contract.checkAuditLog, (act) => viewCheck(act))],
  records: RECORDS,
  listens: { 'entry.purged': onPurged, 'webhooks.switched_off': onSwitchedOff },
}
