import type { setUpWorkspace, signIn } from '#contract/account.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { adoptPreset } from '#server/agreement/public.ts'
import { addPerson } from '#server/people/public.ts'
import type { Act, Visit } from '#server/platform/act.ts'
import { passwordMatches } from '#server/platform/auth/passwords.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { addSpace } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import { hashChosen } from './easy-passwords.ts'
import { countFailures } from './failures.ts'
import { writeInvite } from './invites.ts'
import { viewMe } from './me.ts'
import { byPasskeyAlone } from './passkeys/ways-in.ts'
import { openInstead, openSession } from './sessions.ts'
import { signedIn } from './signed-in.ts'

/** Serialises set-up: two first visitors at once make one workspace. Any number that nothing else locks. */
const SET_UP_LOCK = 7400

/** True once somebody has set up a workspace of their own; the demo does not count. */
export async function isSetUp(db: Db): Promise<boolean> {
  return await db.selectFrom('workspace').select('id').where('demo', '=', false).limit(1).executeTakeFirst() !== undefined
}

/** Makes the first workspace: owner, hours, agreement, and a space to begin in. */
export async function setUp(visit: Visit, input: InputOf<typeof setUpWorkspace>): Promise<OutputOf<typeof setUpWorkspace>> {
  await sql`select pg_advisory_xact_lock(${SET_UP_LOCK})`.execute(visit.tx)
  if (await isSetUp(visit.tx)) throw new Refusal('conflict', said`This Longhand is set up already.`, said`Sign in, or ask somebody in the workspace to invite you.`)
  const workspaceId = visit.newId()
  await visit.tx.insertInto('workspace').values({ id: workspaceId, name: input.workspace, created_at: visit.now }).execute()
  const act = visit.as(workspaceId)
  const ownerId = await addPerson(act, {
    name: input.name, email: input.email, role: 'owner', zone: input.zone, state: 'active', weeks: input.weeks, locale: input.locale, passwordHash: await hashChosen(input.password, [input.name, input.email, input.workspace]),
  })
  await adoptPreset(act, input.preset, ownerId)
  const spaceId = await addSpace(act, { name: 'Team', purpose: 'Where the team hands work over.', visibility: 'open', noise: 'work' }, ownerId)
  const owner = await signedIn(act, ownerId)
  await openSession(owner, ownerId, visit.userAgent)
  const invites = await inviteTeam(owner, input, spaceId)
  return { me: await viewMe(owner), invites }
}

async function inviteTeam(owner: Act, { invite, email }: Pick<InputOf<typeof setUpWorkspace>, 'invite' | 'email'>, spaceId: string) {
  const spelt = [email, ...invite].map((address) => address.toLowerCase())
  const made = []
  for (const address of invite.filter((one, index) => spelt.indexOf(one.toLowerCase()) === index + 1)) {
    const { link, mailed } = await writeInvite(owner, { email: address, role: 'member', spaceIds: [spaceId] })
    made.push({ email: address, link: mailed ? null : link })
  }
  return made
}

const failures = countFailures()

/** Signs in by password. Says the same, and takes as long, for unknown addresses and wrong passwords. */
export async function signInByPassword(visit: Visit, input: InputOf<typeof signIn>): Promise<OutputOf<typeof signIn>> {
  failures.check(input.email)
  const people = await visit.tx.selectFrom('person').select(['workspace_id', 'id', 'password_hash'])
    .where((is) => is(is.fn<string>('lower', ['email']), '=', input.email.toLowerCase())).where('state', '=', 'active').orderBy('created_at').execute()
  const candidates = people.length > 0 ? people : [{ workspace_id: '', id: '', password_hash: null }]
  let closed = false
  for (const person of candidates) {
    if (!await passwordMatches(person.password_hash, input.password)) continue
    failures.right(input.email)
    if (await byPasskeyAlone(visit.tx, person.workspace_id, person.id)) { closed = true; continue }
    const act = await signedIn(visit.as(person.workspace_id), person.id)
    const token = await openInstead(visit, act, person.id)
    return { me: await viewMe(act), token }
  }
  if (closed) throw new Refusal('not_allowed', said`A passkey alone lets you in.`, said`Sign in with your passkey; the command line takes a personal token instead. If you have lost it, ask an owner or admin for a sign-in link.`)
  failures.wrong(input.email)
  throw new Refusal('wrong_credentials', said`This e-mail address and password do not belong together.`, visit.server.mailWorks ? said`Check both, or have a sign-in link mailed to you.` : said`Check both, or come in by a sign-in link.`)
}

/** Ends the session or token that asks. */
export async function signOut(act: Act): Promise<{ ok: true }> {
  if (act.actor.credentialId !== null) {
    await act.tx.updateTable('credential').set({ revoked_at: act.now })
      .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', act.actor.credentialId).execute()
  }
  act.setSession(null)
  await act.emit({ kind: 'account.signed_out', personId: act.actor.personId })
  return { ok: true }
}
