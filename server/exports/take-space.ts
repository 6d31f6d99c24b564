import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { z } from 'zod'
import { SOURCE } from './alone.ts'
import type { Placed } from './alone.ts'
import { unreadable } from './read-file.ts'
import type { ReadFile } from './read-file.ts'

const Moment = z.iso.datetime()
const Front = z.object({
  space: z.string().min(1), purpose: z.string(), visibility: z.enum(['open', 'private']), noise: z.enum(['announcements', 'work', 'social']), by: z.string(), created: Moment, archived: Moment.optional(), members: z.array(z.string()),
  checkins: z.array(z.object({ id: z.uuid(), kind: z.enum(['standup', 'weekly_plans', 'weekly_shipped', 'custom']), name: z.string(), questions: z.array(z.unknown()), schedule: z.record(z.string(), z.unknown()), by: z.string(), created: Moment, paused: Moment.optional(), archived: Moment.optional() })),
})
type Front = z.output<typeof Front>

const instant = (text: string | undefined): Temporal.Instant | null => text === undefined ? null : Temporal.Instant.from(text)

/** A space with its members and check-ins; one of the same name that set-up made becomes it. */
export async function takeSpace(act: Act, placed: Placed, file: ReadFile, folder: string): Promise<void> {
  const workspace_id = act.actor.workspaceId
  const read = Front.safeParse(file.front)
  if (!read.success) throw unreadable(file.path, 'does not say what a space must.')
  const front = read.data
  const id = await spaceOf(act, placed, front)
  await act.tx.insertInto('import_place').values({ workspace_id, source: SOURCE, key: folder, space_id: id }).onConflict((row) => row.doNothing()).execute()
  // Whoever imports a private space has to see it.
  const members = new Set([...front.members.map(placed.person), ...front.visibility === 'private' ? [act.actor.personId] : []])
  if (members.size > 0) await act.tx.insertInto('space_member').values([...members].map((person_id) => ({ workspace_id, space_id: id, person_id, joined_at: act.now }))).onConflict((row) => row.doNothing()).execute()
  for (const { id: form, kind, name, questions, schedule, by, created, paused, archived } of front.checkins) {
    await act.tx.insertInto('checkin_form').values({
      workspace_id, id: form, space_id: id, kind, name, questions: json(questions), schedule: json(schedule), created_by: placed.person(by), created_at: Temporal.Instant.from(created), paused_at: instant(paused), archived_at: instant(archived),
    }).onConflict((row) => row.doNothing()).execute()
  }
  await act.emit({ kind: 'space.created', spaceId: id })
}

async function spaceOf(act: Act, placed: Placed, { space: name, purpose, visibility, noise, by, created, archived }: Front): Promise<string> {
  const workspace_id = act.actor.workspaceId
  const values = { purpose, visibility, noise, created_by: placed.person(by), created_at: Temporal.Instant.from(created), archived_at: instant(archived) }
  const there = await act.tx.selectFrom('space').select('id').where('workspace_id', '=', workspace_id).where((is) => is(is.fn<string>('lower', ['name']), '=', name.toLowerCase())).executeTakeFirst()
  const id = there?.id ?? act.newId()
  if (there) await act.tx.updateTable('space').set(values).where('workspace_id', '=', workspace_id).where('id', '=', id).execute()
  else await act.tx.insertInto('space').values({ workspace_id, id, name, ...values }).execute()
  return id
}
