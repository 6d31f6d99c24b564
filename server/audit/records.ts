import * as access from '#contract/access.ts'
import * as account from '#contract/account.ts'
import * as agreement from '#contract/agreement.ts'
import * as demo from '#contract/demo.ts'
import * as exports from '#contract/exports.ts'
import * as imports from '#contract/imports.ts'
import * as members from '#contract/members.ts'
import * as outbox from '#contract/outbox.ts'
import * as passkeys from '#contract/passkeys.ts'
import * as people from '#contract/people.ts'
import * as searches from '#contract/searches.ts'
import * as spaces from '#contract/spaces.ts'
import * as webhooks from '#contract/webhooks.ts'
import type { MeView } from '#contract/account.ts'
import type { Act } from '#server/platform/act.ts'
import type { Told } from '#server/platform/audit/chain.ts'
import { recorder } from '#server/platform/audit/recorded.ts'
import type { Recorder, ToldOf } from '#server/platform/audit/recorded.ts'
import { refusedSignIns } from './queries.ts'
import type { Deed } from './says.ts'

type More = Omit<Told, 'deed'>
const told = (deed: Deed, more: More = {}): Told => ({ deed, ...more })
/** Of somebody who just came in. */
const came = (deed: Deed, { person, workspace }: MeView, more: More = {}): ToldOf => ({ deed, workspaceId: workspace.id, actorId: person.id, ...more })

const WAYS_IN: readonly Recorder[] = [
  recorder(account.setUpWorkspace, ({ answer }) => came('workspace.set-up', answer.me, { facts: { invited: String(answer.invites.length) } })),
  recorder(account.signIn, ({ answer }) => came('sign-in.password', answer.me), {
    refused: async (tx, { email }, code) => code === 'wrong_credentials' ? (await refusedSignIns(tx, email)).map(({ workspaceId, personId }) => ({ ...told('sign-in.refused', { personId }), workspaceId, actorId: null })) : [],
  }),
  recorder(access.redeemMagicLink, ({ answer }) => came('sign-in.link', answer.me)),
  recorder(passkeys.signInByPasskey, ({ answer }) => came('sign-in.passkey', answer.me)),
  recorder(demo.enterDemo, ({ answer }) => came('sign-in.demo', answer.me)),
  recorder(access.makeSignInLink, ({ input }) => told('sign-in.link-made', { personId: input.id })),
  recorder(account.signOut, () => told('session.signed-out')),
  recorder(access.endSession, ({ input }) => told('session.ended', { thingId: input.id })),
  recorder(access.endOtherSessions, ({ answer }) => told('session.others-ended', { facts: { ended: String(answer.ended) } })),
  recorder(access.createToken, ({ answer: { view } }) => told('token.made', { thingId: view.id, facts: { scopes: view.scopes.join(', '), ...(view.expiresAt !== null && { until: view.expiresAt }) } })),
  recorder(access.revokeToken, ({ input }) => told('token.ended', { thingId: input.id })),
  recorder(account.editMe, ({ input }) => input.password ? told('password.changed') : null),
  recorder(passkeys.addPasskey, ({ answer }) => told('passkey.added', { thingId: answer.passkey.id })),
  recorder(passkeys.removePasskey, ({ input }) => told('passkey.removed', { thingId: input.id })),
  recorder(passkeys.choosePasskeysOnly, ({ input }) => told(input.only ? 'passkey.only' : 'passkey.not-only')),
  recorder(passkeys.requirePasskeys, ({ input }) => told(input.required ? 'passkey.required' : 'passkey.not-required')),
]

const roleOf = async (act: Act, { id }: { id: string }): Promise<string | null> =>
  (await act.tx.selectFrom('person').select('role').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).executeTakeFirst())?.role ?? null
const stateOf = async (act: Act, { id }: { id: string }): Promise<string | null> =>
  (await act.tx.selectFrom('person').select('state').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).executeTakeFirst())?.state ?? null

const MEMBERS: readonly Recorder[] = [
  recorder(members.invitePerson, ({ answer: { invite } }) => told('invite.made', { personId: invite.personId, thingId: invite.id, facts: { role: invite.role, spaces: String(invite.spaceIds.length) } })),
  recorder(members.renewInvite, ({ answer: { invite } }) => told('invite.renewed', { personId: invite.personId, thingId: invite.id })),
  recorder(members.revokeInvite, ({ input }) => told('invite.revoked', { thingId: input.id })),
  recorder(members.acceptInvite, ({ answer }) => came('invite.accepted', answer.me, { facts: { role: answer.me.person.role } })),
  recorder(members.changeRole, ({ input, was }) => was === input.role ? null : told('member.role-changed', { personId: input.id, facts: { from: was ?? '', to: input.role } }), { before: roleOf }),
  recorder(members.deactivateMember, ({ input, was }) => was === 'deactivated' ? null : told('member.deactivated', { personId: input.id }), { before: stateOf }),
  recorder(members.reactivateMember, ({ input, was }) => was === 'deactivated' ? told('member.reactivated', { personId: input.id }) : null, { before: stateOf }),
  recorder(people.saveTeamRole, ({ input }) => told(input.archived ? 'team-role.archived' : 'team-role.saved', { thingId: input.id, facts: { holders: String(input.holders.length) } })),
]

const visibilityOf = async (act: Act, { id }: { id: string }): Promise<string | null> =>
  (await act.tx.selectFrom('space').select('visibility').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).executeTakeFirst())?.visibility ?? null

const SPACES: readonly Recorder[] = [
  recorder(spaces.createSpace, ({ answer }) => told(answer.visibility === 'private' ? 'space.made-private' : 'space.made-open', { spaceId: answer.id })),
  recorder(spaces.editSpace, ({ input: { id, visibility }, was }) => told(visibility === undefined || visibility === was ? 'space.changed' : visibility === 'private' ? 'space.closed' : 'space.opened', { spaceId: id }), { before: visibilityOf }),
  recorder(spaces.joinSpace, ({ input }) => told('space.joined', { spaceId: input.id })),
  recorder(spaces.leaveSpace, ({ input }) => told('space.left', { spaceId: input.id })),
  recorder(spaces.addSpaceMember, ({ input }) => told('space.member-added', { spaceId: input.id, personId: input.personId })),
  recorder(spaces.removeSpaceMember, ({ input }) => told('space.member-removed', { spaceId: input.id, personId: input.personId })),
  recorder(spaces.archiveSpace, ({ input }) => told(input.archived ? 'space.archived' : 'space.reopened', { spaceId: input.id })),
]

const SETTINGS: readonly Recorder[] = [
  recorder(agreement.pushAgreement, ({ answer }) => told('agreement.changed', { facts: { version: String(answer.version) } })),
  recorder(searches.setLanguage, ({ answer }) => told('search.language-set', { facts: { language: answer.language } })),
  recorder(imports.beginImport, ({ answer }) => told('import.begun', { thingId: answer.id, facts: { kind: answer.kind } })),
  recorder(imports.finishImport, ({ input }) => told('import.finished', { thingId: input.id })),
  recorder(imports.undoImport, ({ input }) => input.dryRun ? null : told('import.undone', { thingId: input.id })),
  recorder(imports.claimPlaceholder, ({ input }) => told('import.claimed', { personId: input.personId, thingId: input.id })),
  recorder(exports.takeWorkspace, () => told('import.workspace-taken')),
  recorder(exports.takeEntries, ({ answer }) => answer.taken === 0 ? null : told('import.entries-taken', { facts: { taken: String(answer.taken) } })),
  recorder(exports.exportFiles, ({ input }) => input.cursor === undefined ? told('export.taken') : null),
  recorder(webhooks.addWebhook, ({ answer: { endpoint } }) => told('webhook.added', { thingId: endpoint.id })),
  recorder(webhooks.editWebhook, ({ input }) => told('webhook.changed', { thingId: input.id })),
  recorder(webhooks.renewWebhookSecret, ({ input }) => told('webhook.secret-renewed', { thingId: input.id })),
  recorder(webhooks.disableWebhook, ({ input }) => told('webhook.disabled', { thingId: input.id })),
  recorder(webhooks.enableWebhook, ({ input }) => told('webhook.enabled', { thingId: input.id })),
  recorder(webhooks.removeWebhook, ({ input }) => told('webhook.removed', { thingId: input.id })),
  recorder(outbox.sendAgain, ({ input }) => told('message.sent-again', { thingId: input.id })),
]

/** What the audit log is told: who did what to rights, ways in, settings, and what leaves or comes in as a whole. */
export const RECORDS: readonly Recorder[] = [...WAYS_IN, ...MEMBERS, ...SPACES, ...SETTINGS]
