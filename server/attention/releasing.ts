import { nextRelease, release, replan } from '#domain/attention/release.ts'
import type { Bundle, Release, Waiting } from '#domain/attention/release.ts'
import { focusAt } from '#domain/attention/focus.ts'
import { planFromJson, planToJson } from '#domain/attention/types.ts'
import type { Item, Plan } from '#domain/attention/types.ts'
import { isWorking } from '#domain/time/next-working-moment.ts'
import { actAs } from '#server/platform/act.ts'
import type { Act, ItemText, TimerHandler } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { json } from '#server/platform/db/columns.ts'
import { RELEASE } from './names.ts'
import { itemRows } from './item-queries.ts'
import type { ItemRow } from './item-queries.ts'
import { sendBatch } from './mails.ts'
import { readerOf } from './readers.ts'
import type { KnownReader } from './readers.ts'
import { describe } from './describe.ts'
import { failpoint } from '#server/platform/failpoint.ts'

/** One item that leaves, with what it says now. */
export type Leaving = { row: ItemRow; text: ItemText }
export type Parcel = { kind: 'now' | 'focus_end' | 'window' | 'digest'; batchId: string; bundles: readonly (readonly Leaving[])[] }

/**
 * Lets go of what is due for one reader: rights, mutes, focus and hours are those of this moment, and so is the text.
 * What is not due yet is planned again, so that a change of any of them acts at once.
 */
export const releaseDue: TimerHandler = async (act, { personId = '' }) => {
  const rows = await itemRows(act, personId).where('i.state', '=', 'waiting').orderBy('i.not_before').orderBy('i.id').forUpdate('i').execute()
  if (rows.length === 0) return
  const [reader, actor] = await Promise.all([readerOf(act, personId), actorOf(act.tx, act.actor.workspaceId, personId)])
  const texts = actor ? await describe(actAs(act, actor), rows) : new Map<string, ItemText>()
  const again = replan(rows.map((row) => waitingOf(row, texts.get(row.id))), reader, act.now)
  const leaving = release(again.waiting, reader, act.now)
  const out = { ...leaving, settled: [...again.settled, ...leaving.settled] }
  await keepPlans(act, rows, out)
  await keepSettled(act, out)
  await deliver(act, reader, parcelsOf(act, { rows, texts, plans: new Map(again.waiting.map(({ item, plan }) => [item.id, plan])) }, out))
  const next = nextRelease(out.waiting)
  if (next) await act.timer({ kind: RELEASE, key: personId, at: next, payload: { personId } })
  await failpoint('attention.after_release')
}

function waitingOf(row: ItemRow, text: ItemText | undefined): Waiting {
  const forGood = text?.muted?.until === null
  const item: Item = {
    id: row.id, conversation: row.conversation_id, at: row.not_before, urgent: row.urgent,
    standing: forGood && row.standing !== 'asked' && row.standing !== 'mentioned' ? 'muted' : row.standing,
    quiet: row.noise !== 'work', mutedUntil: text?.muted?.until ?? null, maySee: text !== undefined,
  }
  return { item, plan: planFromJson(row.plan), isRead: false, isDeleted: false }
}

async function keepPlans(act: Act, rows: readonly ItemRow[], out: Release): Promise<void> {
  const before = new Map(rows.map((row) => [row.id, JSON.stringify(row.plan)]))
  for (const { item, plan } of out.waiting) {
    const written = json(planToJson(plan))
    if (JSON.stringify(JSON.parse(written)) === before.get(item.id)) continue
    await act.tx.updateTable('attention_item').set({ plan: written, deliver_at: plan.at }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', item.id).execute()
  }
}

const STATES = { delivered: 'delivered', digested: 'digest', read: 'read', withdrawn: 'withdrawn' } as const

async function keepSettled(act: Act, out: Release): Promise<void> {
  for (const { itemId, outcome, at, reason } of out.settled) {
    await act.tx.updateTable('attention_item').set({ state: STATES[outcome], settled_at: at, settled_reason: reason.code, ...(outcome === 'withdrawn' && { deliver_at: null }) })
      .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', itemId).execute()
  }
}

type Known = { rows: readonly ItemRow[]; texts: ReadonlyMap<string, ItemText>; plans: ReadonlyMap<string, Plan> }

function parcelsOf(act: Act, { rows, texts, plans }: Known, out: Release): Parcel[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const filled = (bundles: readonly Bundle[]) => bundles.map(({ items }) => items.flatMap(({ id }): Leaving[] => {
    const [row, text] = [byId.get(id), texts.get(id)]
    return row && text ? [{ row, text }] : []
  })).filter((bundle) => bundle.length > 0)
  const kindOf = (bundles: readonly Bundle[]): Plan['when'] | undefined => plans.get(bundles[0]?.items[0]?.id ?? '')?.when
  return [
    ...filled(out.urgent).map((bundle): Parcel => ({ kind: 'now', batchId: act.newId(), bundles: [bundle] })),
    { kind: kindOf(out.batch) === 'focus_end' ? 'focus_end' as const : 'window' as const, batchId: act.newId(), bundles: filled(out.batch) },
    { kind: 'digest' as const, batchId: act.newId(), bundles: filled(out.digest) },
  ].filter(({ bundles }) => bundles.length > 0)
}

async function deliver(act: Act, reader: KnownReader, parcels: readonly Parcel[]): Promise<void> {
  for (const parcel of parcels) {
    const { workspaceId } = act.actor
    const ids = parcel.bundles.flat().map(({ row }) => row.id)
    await act.tx.insertInto('attention_batch').values({
      workspace_id: workspaceId, id: parcel.batchId, person_id: reader.personId, at: act.now, kind: parcel.kind, items: ids.length, urgent: parcel.kind === 'now',
      in_focus: focusAt(reader.focus, reader.calendar, act.now) !== null, off_hours: !isWorking(act.now, reader.calendar),
    }).execute()
    await act.tx.updateTable('attention_item').set({ batch_id: parcel.batchId }).where('workspace_id', '=', workspaceId).where('id', 'in', ids).execute()
    await sendBatch(act, reader, parcel)
  }
  if (parcels.length > 0) await act.emit({ kind: 'inbox.changed', personId: reader.personId })
}
