import type { takeWorkspace as operation } from '#contract/exports.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { readAgreementText } from '#server/agreement/public.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { z } from 'zod'
import { allowTaking, placedBy, SOURCE } from './alone.ts'
import type { Placed } from './alone.ts'
import { readExported, readYaml, unreadable } from './read-file.ts'
import type { ReadFile, SentFile } from './read-file.ts'
import { takeSpace } from './take-space.ts'
import { AGREEMENT, MARKER, PEOPLE, SPACE } from './workspace-files.ts'

const Moment = z.iso.datetime()
const Period = z.object({ from: z.iso.date().or(z.literal('0001-01-01')), zone: z.string(), anchor: z.iso.date(), weeks: z.array(z.array(z.unknown())) })
const PeopleFront = z.object({
  people: z.array(z.object({ handle: z.string().min(1), name: z.string().min(1), email: z.string().optional(), role: z.enum(['owner', 'admin', 'member', 'guest']), zone: z.string(), hours: z.array(Period) })),
  roles: z.array(z.object({ id: z.uuid(), name: z.string(), purpose: z.string(), created: Moment, archived: Moment.optional(), holders: z.array(z.string()) })),
})
const History = z.object({ versions: z.array(z.object({ version: z.number().int(), reason: z.string(), author: z.string(), at: Moment, read: z.array(z.object({ person: z.string(), at: Moment })) })) })

const VERSION = /^agreement\/(\d{4})\.md$/
const SPACE_FILE = new RegExp(`^spaces/([^/]+)/${SPACE.replace('.', '\\.')}$`)

/** What is of the whole workspace, before its entries. */
export async function takeWorkspace(act: Act, { files }: InputOf<typeof operation>): Promise<OutputOf<typeof operation>> {
  await allowTaking(act)
  const told = { people: 0, spaces: 0 }
  const people = files.find(({ path }) => path === PEOPLE)
  for (const file of files) if (file.path === MARKER) readYaml(file)
  if (people) told.people = await takePeople(act, readExported(people))
  const placed = await placedBy(act)
  for (const file of files) {
    const folder = SPACE_FILE.exec(file.path)?.[1]
    if (folder !== undefined) { await takeSpace(act, placed, readExported(file), folder); told.spaces += 1 } else await takeOther(act, placed, file)
  }
  return told
}

async function takeOther(act: Act, placed: Placed, file: SentFile): Promise<void> {
  const version = VERSION.exec(file.path)?.[1]
  if (file.path === 'agreement/history.yaml') await takeHistory(act, placed, file)
  else if (version !== undefined) await takeVersion(act, Number(version), file)
  else if (![PEOPLE, MARKER, AGREEMENT].includes(file.path)) throw unreadable(file.path, 'is nothing that is of a whole workspace.')
}

/** Reads front matter in the form that its file must have. */
function formed<T>(schema: z.ZodType<T>, { path }: Pick<ReadFile, 'path'>, value: unknown): T {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw unreadable(path, `does not say what it must${read.error.issues[0] ? ` (${read.error.issues[0].path.join('.')})` : ''}.`)
}

/** Nobody has this address (RFC 2606); people whose own the export does not tell get one below it. */
const NO_ADDRESS = 'placeholder.invalid'

/** Everybody as a placeholder who comes when they are invited, but the one who imports, known by their address. */
async function takePeople(act: Act, file: ReadFile): Promise<number> {
  const { workspaceId, personId } = act.actor
  const { people, roles } = formed(PeopleFront, file, file.front)
  const here = new Map((await act.tx.selectFrom('person').select(['id', 'email']).where('workspace_id', '=', workspaceId).execute()).map(({ id, email }) => [email.toLowerCase(), id]))
  const known = new Map((await act.tx.selectFrom('import_person').select(['key', 'person_id']).where('workspace_id', '=', workspaceId).where('source', '=', SOURCE).execute()).map(({ key, person_id }) => [key, person_id]))
  for (const [at, { handle, name, email, role, zone, hours }] of people.entries()) {
    if (known.has(handle)) continue
    const found = email === undefined ? undefined : here.get(email.toLowerCase())
    const id = found ?? act.newId()
    known.set(handle, id)
    if (found === undefined) {
      await act.tx.insertInto('person').values({
        workspace_id: workspaceId, id, name, email: email ?? `${handle}.${id}@${NO_ADDRESS}`, role: role === 'guest' ? 'guest' : 'member', state: 'deactivated', zone, password_hash: null,
        created_at: act.now.add({ milliseconds: at }), deactivated_at: act.now, placeholder_source: SOURCE, brief_by_mail: false,
      }).execute()
      if (hours.length > 0) await act.tx.insertInto('work_period').values(hours.map(({ from, zone: where, anchor, weeks }) => ({ workspace_id: workspaceId, person_id: id, from_date: from, zone: where, anchor, weeks: json(weeks), created_at: act.now }))).execute()
    }
    await act.tx.insertInto('import_person').values({ workspace_id: workspaceId, source: SOURCE, key: handle, person_id: id }).execute()
  }
  for (const { id, name, purpose, created, archived, holders } of roles) {
    await act.tx.insertInto('team_role').values({ workspace_id: workspaceId, id, name, purpose, created_at: Temporal.Instant.from(created), archived_at: archived === undefined ? null : Temporal.Instant.from(archived) }).onConflict((row) => row.doNothing()).execute()
    for (const holder of holders) await act.tx.insertInto('team_role_holder').values({ workspace_id: workspaceId, role_id: id, person_id: known.get(holder) ?? personId }).onConflict((row) => row.doNothing()).execute()
  }
  return people.length
}

/** The versions that set-up made are replaced: nobody has worked by them yet. Their texts come with files of their own. */
async function takeHistory(act: Act, placed: Placed, file: SentFile): Promise<void> {
  const workspace_id = act.actor.workspaceId
  const { versions } = formed(History, file, readYaml(file))
  await act.tx.deleteFrom('agreement_acknowledgement').where('workspace_id', '=', workspace_id).execute()
  await act.tx.deleteFrom('agreement_version').where('workspace_id', '=', workspace_id).execute()
  for (const { version, reason, author, at, read } of versions) {
    await act.tx.insertInto('agreement_version').values({ workspace_id, version, text: '', settings: json({}), reason, author_id: placed.person(author), created_at: Temporal.Instant.from(at) }).execute()
    if (read.length > 0) await act.tx.insertInto('agreement_acknowledgement').values(read.map((one) => ({ workspace_id, version, person_id: placed.person(one.person), at: Temporal.Instant.from(one.at) }))).execute()
  }
}

async function takeVersion(act: Act, version: number, { text }: SentFile): Promise<void> {
  const { settings } = readAgreementText(text)
  await act.tx.updateTable('agreement_version').set({ text, settings: json(settings) }).where('workspace_id', '=', act.actor.workspaceId).where('version', '=', version).execute()
}
