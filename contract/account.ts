import { UNDO_CHOICES_S } from '#domain/attention/undo.ts'
import { ROLES } from '#domain/policy.ts'
import { z } from 'zod'
import { operation } from './operation.ts'
import { Email, Id, InstantText, LocaleText, Ok, TimeText, words, ZoneText } from './shapes.ts'

/** Set-up, password and what one says of oneself. Links, sessions and tokens: `access.ts`. Invites and members: `members.ts`. Mails: `outbox.ts`. */

const NAME_MAX = 100
/** NIST SP 800-63B: length is what helps; no rules about signs. */
export const PASSWORD_MIN = 10
const PASSWORD_MAX = 200
const GIT_EMAILS_MAX = 10
const INVITES_MAX = 50

/** Never shown, and never written where others can read it: the command line asks for what has this format. */
const SECRET = { format: 'password' }
/** A password that is typed to be compared with the one that is kept. */
const TypedPassword = z.string().max(PASSWORD_MAX).meta(SECRET)
export const Password = z.string().min(PASSWORD_MIN, `must have at least ${PASSWORD_MIN} characters`).max(PASSWORD_MAX).meta(SECRET)
export const Interval = z.strictObject({
  day: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)]).describe('1 is Monday.'),
  start: TimeText, end: TimeText.describe('Not after the start: ends on the next day.'),
})
/** How many weeks may rotate, and how many intervals one week may hold. */
const WEEKS_MAX = 12
const INTERVALS_MAX = 70
export const Weeks = z.array(z.array(Interval).max(INTERVALS_MAX)).min(1).max(WEEKS_MAX)

const SpaceRef = z.object({ id: Id, name: z.string(), noise: z.enum(['announcements', 'work', 'social']), visibility: z.enum(['open', 'private']), joined: z.boolean() })

const UndoSeconds = z.literal(UNDO_CHOICES_S)

export const MeView = z.object({
  person: z.object({ id: Id, name: z.string(), email: z.string(), role: z.enum(ROLES), zone: z.string(), locale: z.string(), briefByMail: z.boolean(), undoSeconds: UndoSeconds, gitEmails: z.array(z.string()), passkeyFirst: z.boolean().describe('The workspace asks a passkey of everybody, and you have yet to add one: until then only your account is open.') }),
  workspace: z.object({ id: Id, name: z.string(), demo: z.boolean() }),
  spaces: z.array(SpaceRef),
  clock: z.object({ now: InstantText, stands: z.boolean().describe('A development clock that only moves when told to.') }),
})

export const readStart = operation({
  name: 'account.start', method: 'GET', path: '/start', needs: 'anyone',
  does: 'Tells a first visitor whether a workspace exists here and whether there is a demo to look at.',
  input: z.object({}),
  output: z.object({ setUp: z.boolean(), demo: z.boolean(), mailWorks: z.boolean(), passkeys: z.boolean().describe('Whether somebody can be let in by a passkey at this address.'), clock: z.object({ now: InstantText, stands: z.boolean() }) }),
})

export const setUpWorkspace = operation({
  name: 'account.set-up', method: 'POST', path: '/start', needs: 'anyone',
  does: 'Makes the workspace with its owner, hours and response times; only while there is none.',
  input: z.object({
    workspace: words(NAME_MAX), name: words(NAME_MAX), email: Email, password: Password, zone: ZoneText,
    weeks: Weeks.meta({ description: 'The hours of the owner: one list of intervals for each week that takes turns, so one list where every week is alike.', examples: [[[{ day: 1, start: '09:00', end: '17:00' }]]] }),
    locale: LocaleText.optional().describe('The language of the owner; British English where it is left out.'),
    preset: z.enum(['001', '002']).describe('The response times to begin with. 001: answers in hours, for a team that keeps something running. 002: answers in days, for a team that works in long stretches.'),
    invite: z.array(Email).max(INVITES_MAX).default([]),
  }),
  output: z.object({ me: MeView, invites: z.array(z.object({ email: z.string(), link: z.string().nullable().describe('To hand over where no mail server is set; null once mailed.') })) }),
  refuses: ['conflict', 'bad_input'],
})

export const signIn = operation({
  name: 'account.sign-in', method: 'POST', path: '/session', needs: 'anyone',
  does: 'Signs in with e-mail and password; the browser is given a session cookie.',
  input: z.object({ email: Email, password: TypedPassword }),
  output: z.object({ me: MeView, token: z.string().describe('The same session for a client without cookies, such as the CLI. Empty for a browser, where no script may read it.') }),
  refuses: ['wrong_credentials', 'not_allowed', 'too_many'],
})

export const signOut = operation({
  name: 'account.sign-out', method: 'DELETE', path: '/session', needs: 'account:write',
  does: 'Ends the session or token that asks.', input: z.object({}), output: Ok,
})

export const readMe = operation({
  name: 'account.me', method: 'GET', path: '/me', needs: 'account:read', tool: true,
  does: 'Says who you are, which spaces you see, and what time it is here.', input: z.object({}), output: MeView,
})

export const editMe = operation({
  name: 'account.edit-me', method: 'PATCH', path: '/me', needs: 'account:write',
  does: 'Changes your name, language, mail wishes, time to take back, git addresses or password. A new password signs your other sessions out.',
  input: z.object({
    name: words(NAME_MAX).optional(), locale: LocaleText.optional().describe('What Longhand speaks to you, and how it tells days: en-GB, en-US, de-DE, de-CH.'), briefByMail: z.boolean().optional(),
    undoSeconds: UndoSeconds.optional().describe('How long you may take back what you sent. Nobody is told until then, not even of what is urgent.'),
    gitEmails: z.array(Email).max(GIT_EMAILS_MAX).optional().describe('Further addresses under which git knows your commits.'),
    password: z.strictObject({ current: TypedPassword.optional().describe('Left out only by those who have none yet.'), next: Password }).optional(),
  }),
  output: MeView, refuses: ['wrong_credentials', 'not_allowed', 'bad_input'],
})

export type MeView = z.output<typeof MeView>
