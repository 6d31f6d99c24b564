import { may } from '#domain/policy.ts'
import { stringify } from 'yaml'
import type { Cast, Looker } from './cast.ts'
import { FORMAT, frontMatter } from './entry-file.ts'
import type { ExportedFile } from './entry-file.ts'

/** What says of a folder that it is an export of Longhand, and of which form. */
export const MARKER = 'longhand.yaml'
export const PEOPLE = 'people.md'
export const AGREEMENT = 'agreement.md'
export const SPACE = 'space.md'
const YAML = { lineWidth: 0, aliasDuplicateObjects: false } as const
const VERSION_DIGITS = 4

/** Everything that is of the whole workspace. Nothing in it says when it was made, so that nothing changes by itself. */
export async function workspaceFiles(act: Looker, cast: Cast): Promise<ExportedFile[]> {
  const workspace = await act.tx.selectFrom('workspace').select('name').where('id', '=', act.actor.workspaceId).executeTakeFirstOrThrow()
  return [
    { path: MARKER, text: stringify({ longhand: FORMAT, workspace: workspace.name }, YAML) },
    await peopleFile(act, cast), ...await agreementFiles(act, cast), ...await spaceFiles(act, cast),
  ]
}

/** Addresses are told to those who manage the workspace, and to each of their own. */
async function peopleFile(act: Looker, cast: Cast): Promise<ExportedFile> {
  const { workspaceId, personId } = act.actor
  const ids = cast.people.map(({ id }) => id)
  const manages = may(act.actor, 'workspace.manage')
  const periods = await act.tx.selectFrom('work_period').select(['person_id', 'from_date', 'zone', 'anchor', 'weeks']).where('workspace_id', '=', workspaceId).where('person_id', 'in', ids).orderBy('from_date').execute()
  const holders = await act.tx.selectFrom('team_role_holder').select(['role_id', 'person_id']).where('workspace_id', '=', workspaceId).where('person_id', 'in', ids).execute()
  const roles = await act.tx.selectFrom('team_role').select(['id', 'name', 'purpose', 'created_at', 'archived_at']).where('workspace_id', '=', workspaceId).orderBy('name').execute()
  const people = cast.people.map(({ id, name, email, role, state, zone }) => ({
    handle: cast.person(id), name, ...((manages || id === personId) && { email }), role, state, zone,
    hours: periods.filter((period) => period.person_id === id).map(({ from_date, zone: where, anchor, weeks }) => ({ from: from_date, zone: where, anchor, weeks })),
  }))
  const told = roles.map(({ id, name, purpose, created_at, archived_at }) => ({ id, name, purpose, created: created_at.toString(), ...(archived_at && { archived: archived_at.toString() }), holders: holders.filter(({ role_id }) => role_id === id).map(({ person_id }) => cast.person(person_id)).toSorted() }))
  const list = people.map(({ name, role, zone }) => `* ${name.replace(/\s+/g, ' ')}, ${role}, ${zone}\n`).join('')
  return { path: PEOPLE, text: `${frontMatter({ longhand: FORMAT, people, roles: told })}# People\n\n${list}` }
}

/** The agreement as it is pulled and pushed, each version of it, and who said when that they had read which. */
async function agreementFiles(act: Looker, cast: Cast): Promise<ExportedFile[]> {
  const { workspaceId } = act.actor
  const versions = await act.tx.selectFrom('agreement_version').select(['version', 'text', 'reason', 'author_id', 'created_at']).where('workspace_id', '=', workspaceId).orderBy('version').execute()
  const read = await act.tx.selectFrom('agreement_acknowledgement').select(['version', 'person_id', 'at']).where('workspace_id', '=', workspaceId).orderBy('version').orderBy('at').execute()
  const newest = versions.at(-1)
  if (!newest) return []
  const known = new Set(cast.people.map(({ id }) => id))
  const history = versions.map(({ version, reason, author_id, created_at }) => ({
    version, reason, author: cast.person(author_id), at: created_at.toString(),
    read: read.filter((one) => one.version === version && known.has(one.person_id)).map(({ person_id, at }) => ({ person: cast.person(person_id), at: at.toString() })).toSorted((a, b) => a.person < b.person ? -1 : 1),
  }))
  return [
    { path: AGREEMENT, text: newest.text }, { path: 'agreement/history.yaml', text: stringify({ longhand: FORMAT, versions: history }, YAML) },
    ...versions.map(({ version, text }) => ({ path: `agreement/${String(version).padStart(VERSION_DIGITS, '0')}.md`, text })),
  ]
}

/** Each space with its members and the check-ins that it asks. */
async function spaceFiles(act: Looker, cast: Cast): Promise<ExportedFile[]> {
  const { workspaceId } = act.actor
  const ids = cast.spaces.map(({ id }) => id)
  const made = await act.tx.selectFrom('space').select(['id', 'created_at', 'created_by']).where('workspace_id', '=', workspaceId).where('id', 'in', ids).execute()
  const members = await act.tx.selectFrom('space_member').select(['space_id', 'person_id']).where('workspace_id', '=', workspaceId).where('space_id', 'in', ids).execute()
  const forms = await act.tx.selectFrom('checkin_form').select(['id', 'space_id', 'kind', 'name', 'questions', 'schedule', 'created_by', 'created_at', 'paused_at', 'archived_at']).where('workspace_id', '=', workspaceId).where('space_id', 'in', ids).orderBy('created_at').orderBy('id').execute()
  const known = new Set(cast.people.map(({ id }) => id))
  return cast.spaces.map(({ id, name, purpose, visibility, noise, archived_at }) => {
    const one = made.find((row) => row.id === id)
    const asked = forms.filter(({ space_id }) => space_id === id).map((form) => ({
      id: form.id, kind: form.kind, name: form.name, questions: form.questions, schedule: form.schedule, by: cast.person(form.created_by), created: form.created_at.toString(),
      ...(form.paused_at && { paused: form.paused_at.toString() }), ...(form.archived_at && { archived: form.archived_at.toString() }),
    }))
    const front = {
      longhand: FORMAT, space: name, purpose, visibility, noise, ...(one && { by: cast.person(one.created_by), created: one.created_at.toString() }), ...(archived_at && { archived: archived_at.toString() }),
      members: members.filter(({ space_id, person_id }) => space_id === id && known.has(person_id)).map(({ person_id }) => cast.person(person_id)).toSorted(), checkins: asked,
    }
    return { path: `${cast.folder(id)}/${SPACE}`, text: `${frontMatter(front)}# ${name.replace(/\s+/g, ' ')}\n\n${purpose}\n` }
  })
}
