import type { MeView } from '#contract/account.ts'
import type { Act } from '#server/platform/act.ts'
import { visibleSpaces } from '#server/spaces/public.ts'

/** Who asks, where, and what time it is there. */
export async function viewMe(act: Act): Promise<MeView> {
  const { workspaceId, personId, memberOf } = act.actor
  const [person, workspace, spaces] = await Promise.all([
    act.tx.selectFrom('person').select(['id', 'name', 'email', 'role', 'zone', 'locale', 'brief_by_mail', 'undo_s', 'git_emails'])
      .where('workspace_id', '=', workspaceId).where('id', '=', personId).executeTakeFirstOrThrow(),
    act.tx.selectFrom('workspace').select(['id', 'name', 'demo']).where('id', '=', workspaceId).executeTakeFirstOrThrow(),
    visibleSpaces(act),
  ])
  return {
    person: { id: person.id, name: person.name, email: person.email, role: person.role, zone: person.zone, locale: person.locale, briefByMail: person.brief_by_mail, undoSeconds: person.undo_s, gitEmails: person.git_emails, passkeyFirst: act.actor.passkeyFirst },
    workspace,
    spaces: spaces.filter((space) => space.archived_at === null)
      .map(({ id, name, noise, visibility }) => ({ id, name, noise, visibility, joined: memberOf.has(id) })),
    clock: { now: act.now.toString(), stands: act.server.clockStands },
  }
}
