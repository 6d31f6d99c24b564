import { amount, said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'

/** Names as the reader may know them, and the facts of the line. */
export type Named = { by: string | Said; person: string | Said; space: string | Said; facts: Readonly<Record<string, string>> }

const ROLES: Readonly<Record<string, Said>> = { owner: said`owner¦role`, admin: said`admin¦role`, member: said`member¦role`, guest: said`guest¦role` }
const role = (name: string | undefined): string | Said => ROLES[name ?? ''] ?? name ?? ''
const number = (text: string | undefined): number => Number(text ?? 0)

/** Every deed that the audit log knows, with its sentence. Deeds are added, never renamed: they stand in chains. */
export const DEEDS = {
  'workspace.set-up': ({ by }) => said`${by} set this workspace up.`,
  'sign-in.password': ({ by }) => said`${by} signed in with their password.`,
  'sign-in.link': ({ by }) => said`${by} signed in with a one-time link.`,
  'sign-in.passkey': ({ by }) => said`${by} signed in with a passkey.`,
  'sign-in.demo': ({ by }) => said`${by} came into the demo.`,
  'sign-in.refused': ({ person }) => said`A wrong password was given for ${person}.`,
  'sign-in.link-made': ({ by, person }) => said`${by} made a one-time sign-in link for ${person}.`,
  'sign-in.link-by-operator': ({ person }) => said`Whoever runs the server made a one-time sign-in link for ${person}.`,
  'instance.secret-changed': () => said`Whoever runs the server changed the secret of the instance.`,
  'instance.secret-leaked': () => said`Whoever runs the server changed the secret of the instance, since it came into other hands.`,
  'session.signed-out': ({ by }) => said`${by} signed out.`,
  'session.ended': ({ by }) => said`${by} signed another browser or script of theirs out.`,
  'session.others-ended': ({ by, facts }) => said`${by} signed out everywhere else, which ended ${amount(number(facts['ended']), 'session or link', 'sessions and links')}.`,
  'token.made': ({ by, facts }) => said`${by} made a personal token for ${facts['scopes'] ?? ''}.`,
  'token.ended': ({ by }) => said`${by} ended a personal token of theirs.`,
  'password.changed': ({ by }) => said`${by} changed their password.`,
  'passkey.added': ({ by }) => said`${by} added a passkey.`,
  'passkey.removed': ({ by }) => said`${by} took a passkey of theirs away.`,
  'passkey.only': ({ by }) => said`${by} chose that a passkey alone lets them in.`,
  'passkey.not-only': ({ by }) => said`${by} chose that their password lets them in, too.`,
  'passkey.required': ({ by }) => said`${by} asked a passkey of everybody.`,
  'passkey.not-required': ({ by }) => said`${by} asked a passkey of nobody any more.`,
  'invite.made': ({ by, person, facts }) => said`${by} invited ${person} as ${role(facts['role'])}.`,
  'invite.renewed': ({ by, person }) => said`${by} made a new invitation link for ${person}.`,
  'invite.revoked': ({ by }) => said`${by} took an invitation back.`,
  'invite.accepted': ({ by, facts }) => said`${by} accepted an invitation, as ${role(facts['role'])}.`,
  'member.role-changed': ({ by, person, facts }) => said`${by} changed what ${person} is here from ${role(facts['from'])} to ${role(facts['to'])}.`,
  'member.deactivated': ({ by, person }) => said`${by} ended the access of ${person}.`,
  'member.reactivated': ({ by, person }) => said`${by} let ${person} in again.`,
  'team-role.saved': ({ by, facts }) => said`${by} changed a role that things are handed to; ${amount(number(facts['holders']), 'person holds it', 'people hold it')} now.`,
  'team-role.archived': ({ by }) => said`${by} archived a role that things are handed to.`,
  'space.made-open': ({ by, space }) => said`${by} made ${space}, which is open.`,
  'space.made-private': ({ by, space }) => said`${by} made ${space}, which is private.`,
  'space.opened': ({ by, space }) => said`${by} opened ${space} to everybody.`,
  'space.closed': ({ by, space }) => said`${by} made ${space} private.`,
  'space.changed': ({ by, space }) => said`${by} changed name, purpose or noise level of ${space}.`,
  'space.joined': ({ by, space }) => said`${by} joined ${space}.`,
  'space.left': ({ by, space }) => said`${by} left ${space}.`,
  'space.member-added': ({ by, person, space }) => said`${by} added ${person} to ${space}.`,
  'space.member-removed': ({ by, person, space }) => said`${by} took ${person} out of ${space}.`,
  'space.archived': ({ by, space }) => said`${by} archived ${space}.`,
  'space.reopened': ({ by, space }) => said`${by} opened ${space} for writing again.`,
  'agreement.changed': ({ by, facts }) => said`${by} put version ${number(facts['version'])} of the agreement into force, with its settings.`,
  'search.language-set': ({ by, facts }) => said`${by} set the language of search to ${facts['language'] ?? ''}.`,
  'import.begun': ({ by, facts }) => said`${by} began an import: ${facts['kind'] ?? ''}.`,
  'import.finished': ({ by }) => said`${by} finished an import.`,
  'import.undone': ({ by }) => said`${by} took an import back.`,
  'import.claimed': ({ by, person }) => said`${by} said that somebody named by an import is ${person}.`,
  'import.workspace-taken': ({ by }) => said`${by} took people and spaces of an export in.`,
  'import.entries-taken': ({ by, facts }) => said`${by} took ${amount(number(facts['taken']), 'entry', 'entries')} of an export in.`,
  'export.taken': ({ by }) => said`${by} took everything that they may see out as files.`,
  'webhook.added': ({ by }) => said`${by} added a webhook.`,
  'webhook.changed': ({ by }) => said`${by} changed a webhook.`,
  'webhook.secret-renewed': ({ by }) => said`${by} made a new secret for a webhook.`,
  'webhook.disabled': ({ by }) => said`${by} switched a webhook off.`,
  'webhook.enabled': ({ by }) => said`${by} switched a webhook on.`,
  'webhook.removed': ({ by }) => said`${by} removed a webhook.`,
  'webhook.given-up': () => said`Longhand switched a webhook off that did not listen any more, or whose owner may not have it.`,
  'message.sent-again': ({ by }) => said`${by} sent a message of the outbox again.`,
  'trash.emptied': ({ facts }) => said`Entry #${number(facts['number'])} was emptied, 30 days after it was deleted.`,
  'backup.made': ({ facts }) => said`A backup of the whole server was made: ${amount(number(facts['rows']), 'row', 'rows')}.`,
  'backup.restored': () => said`The server was restored from a backup.`,
} satisfies Record<string, (named: Named) => Said>

export type Deed = keyof typeof DEEDS

/** Of a deed that a newer version told of, at least its name. */
export const sayDeed = (deed: string, named: Named): Said => Object.hasOwn(DEEDS, deed) ? DEEDS[deed as Deed](named) : said`${named.by}: ${deed}`
