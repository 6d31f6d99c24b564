import { SIGN_IN_PATH } from '#contract/access.ts'
import type { SignedIn, makeSignInLink, redeemMagicLink, requestMagicLink } from '#contract/access.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import { personFor } from '#server/people/public.ts'
import type { Act, Visit } from '#server/platform/act.ts'
import { wordsFor } from '#server/platform/words.ts'
import { makeLink, redeemLink } from './links.ts'
import { viewMe } from './me.ts'
import { byPasskeyAlone } from './passkeys/ways-in.ts'
import { openInstead, requireSession } from './sessions.ts'
import { signedIn } from './signed-in.ts'

/** Of links that were mailed to whoever asked; those that are handed over in person let somebody in who has lost their passkey. */
const BY_MAIL = 'mail'
/** Letters of a date in an instant. */
const DATE_LETTERS = 10
/** More unused links than this at once are not mailed to anybody, whoever asks; see `requestLink`. */
const OPEN_LINKS_MAX = 5

/**
 * Mails a sign-in link to the active people behind an address: one for each workspace. Nothing is made for an address
 * that is unknown, so that a stranger can neither learn who is here nor prepare an account for somebody else; and
 * nobody's mailbox is flooded, because only a handful of unused links exist at a time.
 */
export async function requestLink(visit: Visit, { email }: InputOf<typeof requestMagicLink>): Promise<{ ok: true }> {
  const people = await visit.tx.selectFrom('person as p').innerJoin('workspace as w', 'w.id', 'p.workspace_id').select(['p.workspace_id', 'p.id', 'p.locale', 'w.name'])
    .where((is) => is(is.fn<string>('lower', ['p.email']), '=', email.toLowerCase())).where('p.state', '=', 'active').orderBy('p.created_at').execute()
  for (const person of people) {
    const act = visit.as(person.workspace_id)
    const words = wordsFor(person.locale)
    if (await byPasskeyAlone(visit.tx, person.workspace_id, person.id)) {
      await sayByPasskey(act, person, words)
      continue
    }
    if (await openLinks(act, person.id) >= OPEN_LINKS_MAX) continue
    const { id, token } = await makeLink(act, { kind: 'magic', personId: person.id, createdBy: null, data: { by: BY_MAIL } })
    const text = inWords(said`Open this link to sign in. It works once, for 30 minutes. If you did not ask for it, nothing happens unless you open it.`, words)
    await act.send({
      eventKey: `magic:${id}`, personId: person.id, subject: inWords(said`Sign in to ${person.name}`, words),
      body: { text, links: [{ label: inWords(said`Sign in`, words), url: signInUrl(act, token) }], oneTime: true },
      reason: inWords(said`You get this because somebody asked for a sign-in link for your address.`, words),
    })
  }
  return { ok: true }
}

/** In place of a link that would open nothing; at most once in a day, since nothing else limits it. */
async function sayByPasskey(act: Act, person: { id: string; name: string }, words: Words): Promise<void> {
  await act.send({
    eventKey: `magic-by-passkey:${person.id}:${act.now.toString().slice(0, DATE_LETTERS)}`, personId: person.id, subject: inWords(said`Sign in to ${person.name}`, words),
    body: { text: inWords(said`Somebody asked for a sign-in link for your address. There is none, since a passkey alone lets you in: sign in with it. If you have lost it, ask an owner or admin of the workspace for a link.`, words), links: [] },
    reason: inWords(said`You get this because somebody asked for a sign-in link for your address.`, words),
  })
}

const signInUrl = (act: Pick<Act, 'server'>, token: string): string => `${act.server.publicUrl}${SIGN_IN_PATH}${token}`

async function openLinks(act: Act, personId: string): Promise<number> {
  const rows = await act.tx.selectFrom('credential').select('id')
    .where('workspace_id', '=', act.actor.workspaceId).where('person_id', '=', personId).where('kind', '=', 'magic')
    .where('used_at', 'is', null).where('revoked_at', 'is', null).where('expires_at', '>', act.now).limit(OPEN_LINKS_MAX).execute()
  return rows.length
}

/** Signs in with a one-time link. */
export async function redeem(visit: Visit, { token }: InputOf<typeof redeemMagicLink>): Promise<SignedIn> {
  const link = await redeemLink(visit, token, 'magic')
  if (link.data['by'] === BY_MAIL && await byPasskeyAlone(visit.tx, link.workspaceId, link.personId)) {
    throw new Refusal('not_allowed', said`A passkey alone lets you in.`, said`Sign in with your passkey. If you have lost it, ask an owner or admin for a sign-in link.`)
  }
  const act = await signedIn(visit.as(link.workspaceId), link.personId)
  return { token: await openInstead(visit, act, link.personId), me: await viewMe(act) }
}

/** A link to hand over in person. It opens the whole account, so only those who manage its owner make one, and no token does. */
export async function handLink(act: Act, { id }: InputOf<typeof makeSignInLink>): Promise<OutputOf<typeof makeSignInLink>> {
  allow(act.actor, 'workspace.manage')
  const { person, rights } = await personFor(act, id)
  allow(act.actor, 'person.manage', { person: rights })
  await requireSession(act, said`A token cannot make sign-in links.`)
  if (person.state !== 'active') throw new Refusal('conflict', said`${person.name} is not active here.`, said`Invite them again, or reactivate them first.`)
  const { token, expiresAt } = await makeLink(act, { kind: 'magic', personId: id, createdBy: act.actor.personId })
  return { link: signInUrl(act, token), expiresAt: expiresAt.toString() }
}
