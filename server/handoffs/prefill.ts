import type { prefillWrap } from '#contract/handoffs.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { shiftOfWrap } from '#domain/handoffs/shift-of-wrap.ts'
import { calendarOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { spaceFor } from '#server/spaces/public.ts'
import { wrapNotes } from '#server/threads/public.ts'
import { viewBatons } from './baton-views.ts'
import { readRepository } from './git.ts'
import { ownOpenLines, selectBatons, workSince } from './queries.ts'
import type { Mine } from './queries.ts'

/** Somebody's first wrap looks back this far where they have no shift. Unit: hours. */
const FIRST_LOOK_BACK_H = 24
/** Whatever lies further back than this is no news at the end of a shift. Unit: days. */
const LOOK_BACK_DAYS = 31
/** Most batons that are shown as held. */
const HELD_MAX = 50

/** Suggestions for the actor's next wrap in a space. Nothing is written; what git cannot tell is said in `notes`. */
export async function prefill(act: Act, { spaceId }: InputOf<typeof prefillWrap>): Promise<OutputOf<typeof prefillWrap>> {
  const space = await spaceFor(act, spaceId, 'space.write')
  const { workspaceId, personId } = act.actor
  const [last, calendar, person] = await Promise.all([
    lastWrapIn(act, space.id), calendarOf(act, personId),
    act.tx.selectFrom('person').select(['email', 'git_emails']).where('workspace_id', '=', workspaceId).where('id', '=', personId).executeTakeFirstOrThrow(),
  ])
  const emails = [person.email, ...person.git_emails]
  const shift = shiftOfWrap(act.now, calendar)
  const since = latest(act.now.subtract({ hours: LOOK_BACK_DAYS * 24 }), last?.published_at ?? shift?.start ?? act.now.subtract({ hours: FIRST_LOOK_BACK_H }))
  const mine: Mine = { workspaceId, personId, spaceId: space.id }
  const [work, noted, open, held, ...git] = await Promise.all([
    workSince(act.tx, mine, since), wrapNotes(act, { spaceId: space.id, since }), ownOpenLines(act.tx, mine),
    selectBatons(act.tx, workspaceId).where('b.receiver_id', '=', personId).where('b.state', '=', 'accepted').where('b.space_id', '=', space.id)
      .where('b.accepted_at', '>', since).orderBy('b.accepted_at', 'desc').limit(HELD_MAX).execute(),
    ...act.server.repositories.map((repository) => readRepository(repository, { since, until: act.server.clockStands ? act.now : null }, emails)),
  ])
  return {
    since: since.toString(), shift: shift && { start: shift.start.toString(), end: shift.end.toString() }, lastNextAction: last?.next_action ?? null,
    done: [...[...work, ...noted].map(({ text, number }) => ({ text, source: { kind: 'workspace' as const, numbers: [number] } })), ...git.flatMap((answer) => answer.suggestions)],
    blockers: open.filter((line) => line.kind === 'blocker').map((line) => ({ text: line.text, ownerId: line.person_id, eta: line.eta?.toString() ?? null })),
    questions: open.filter((line) => line.kind === 'question').map((line) => ({ text: line.text, answererId: line.person_id })),
    batonsHeld: await viewBatons(act, held), emails, notes: git.flatMap((answer) => answer.note ?? []),
  }
}

/** The actor's last wrap in a space. Index: entry_by_author. */
function lastWrapIn(act: Act, spaceId: string) {
  return act.tx.selectFrom('entry as e').innerJoin('wrap as w', (join) => join.onRef('w.workspace_id', '=', 'e.workspace_id').onRef('w.entry_id', '=', 'e.id'))
    .select(['e.published_at', 'w.next_action']).where('e.workspace_id', '=', act.actor.workspaceId).where('e.author_id', '=', act.actor.personId)
    .where('e.space_id', '=', spaceId).where('e.deleted_at', 'is', null).orderBy('e.published_at', 'desc').limit(1).executeTakeFirst()
}

const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => Temporal.Instant.compare(a, b) < 0 ? b : a
