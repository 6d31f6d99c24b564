import { z } from 'zod'
import { MeView } from './account.ts'
import { operation } from './operation.ts'
import { READ_SCOPES, SCOPES } from './scopes.ts'
import { Email, Id, InstantText, Ok, words } from './shapes.ts'

/** Ways into an account besides the password: one-time links, sessions and personal tokens. */

const LABEL_MAX = 100
/** A link carries `lh_m_<22>_<43>`; anything longer was never one. */
const TOKEN_MAX = 120

/** Pages of the web app that one-time links open; the token follows. They redeem it by a button, since mail scanners open links too. */
export const SIGN_IN_PATH = '/sign-in/'
export const INVITE_PATH = '/invite/'

export const LinkToken = z.string().max(TOKEN_MAX).describe('The part of the link after its last slash.')
export const SignedIn = z.object({ me: MeView, token: z.string().describe('The same session for a client without cookies, such as the CLI. Empty for a browser, where no script may read it.') })

export const requestMagicLink = operation({
  name: 'account.request-magic-link', method: 'POST', path: '/magic-links', needs: 'anyone',
  does: 'Mails a one-time sign-in link. Answers the same whether or not the address is known here.',
  input: z.object({ email: Email }), output: Ok, refuses: ['too_many'],
})
export const redeemMagicLink = operation({
  name: 'account.redeem-magic-link', method: 'POST', path: '/magic-links/redeem', needs: 'anyone',
  does: 'Signs in with a one-time link; it works once and for 30 minutes.',
  input: z.object({ token: LinkToken }), output: SignedIn, refuses: ['link_used', 'link_expired', 'not_found', 'not_allowed', 'too_many'],
})
export const makeSignInLink = operation({
  name: 'account.make-sign-in-link', method: 'POST', path: '/people/:id/sign-in-link', needs: 'admin:write', secret: true,
  does: 'Makes a one-time sign-in link to hand to somebody whom mail does not reach. Only an owner makes one for an owner.',
  input: z.object({ id: Id }), output: z.object({ link: z.string(), expiresAt: InstantText }), refuses: ['not_found', 'not_allowed', 'conflict'],
})

export const SessionView = z.object({
  id: Id, label: z.string().describe('What the browser or script said it is.'), createdAt: InstantText, lastUsedAt: InstantText.nullable(), expiresAt: InstantText.nullable(),
  current: z.boolean().describe('The one that asks.'),
})
export const listSessions = operation({
  name: 'account.sessions', method: 'GET', path: '/sessions', needs: 'account:read',
  does: 'Lists where you are signed in.', input: z.object({}), output: z.object({ sessions: z.array(SessionView) }),
})
export const endSession = operation({
  name: 'account.end-session', method: 'DELETE', path: '/sessions/:id', needs: 'account:write',
  does: 'Signs one of your browsers or scripts out.', input: z.object({ id: Id }), output: Ok, refuses: ['not_found'],
})
export const endOtherSessions = operation({
  name: 'account.end-other-sessions', method: 'POST', path: '/sessions/end-others', needs: 'account:write',
  does: 'Signs you out everywhere but here.', input: z.object({}), output: z.object({ ended: z.number() }),
})

export const TokenView = z.object({ id: Id, label: z.string(), scopes: z.array(z.enum(SCOPES)), createdAt: InstantText, lastUsedAt: InstantText.nullable(), expiresAt: InstantText.nullable() })
export const listTokens = operation({
  name: 'account.tokens', method: 'GET', path: '/tokens', needs: 'account:read',
  does: 'Lists your personal tokens; never the secrets.', input: z.object({}), output: z.object({ tokens: z.array(TokenView) }),
})
export const createToken = operation({
  name: 'account.create-token', method: 'POST', path: '/tokens', needs: 'account:write', secret: true,
  does: 'Makes a personal token with the scopes you choose; its secret is shown this once. A token cannot make tokens.',
  input: z.object({ label: words(LABEL_MAX), scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length).default([...READ_SCOPES]), expiresAt: InstantText.optional().describe('Never, unless given.') }),
  output: z.object({ token: z.string(), view: TokenView }), refuses: ['not_allowed', 'bad_input'],
})
export const revokeToken = operation({
  name: 'account.revoke-token', method: 'DELETE', path: '/tokens/:id', needs: 'account:write',
  does: 'Ends a personal token at once.', input: z.object({ id: Id }), output: Ok, refuses: ['not_found'],
})

export type SessionView = z.output<typeof SessionView>
export type TokenView = z.output<typeof TokenView>
export type SignedIn = z.output<typeof SignedIn>
