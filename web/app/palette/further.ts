import type { Command } from '../commands.ts'
import { t } from '../../ui/words.ts'

type Go = (path: string) => void

/** The pages of those who manage the workspace, as the sidebar has them, and what hangs on these. */
const MANAGED: readonly (readonly [path: string, title: string, words: string])[] = [
  ['/members', t`Go to members`, t`invite people accounts roles deactivate guest add user`],
  ['/outbox', t`Go to the outbox`, t`mails sent messages delivery push failed`],
  ['/import', t`Bring in what was written elsewhere`, t`import slack mails pages confluence notion upload`],
  ['/mail-in', t`Go to mail that came in`, t`replies by mail received incoming`],
  ['/webhooks', t`Go to webhooks`, t`integrations calls api events`],
]

/** Pages that others link to, and the parts of the settings. */
const PARTS: readonly (readonly [path: string, title: string, words: string])[] = [
  ['/faq', t`Go to asked twice`, t`faq questions known answers`],
  ['/people/roles', t`Go to the roles of the team`, t`who minds on call cover`],
  ['/settings#you', t`Your name and language`, t`settings profile locale german english deutsch sprache undo git`],
  ['/settings#password', t`Change your password`, t`settings sign in secret passwort`],
  ['/settings#passkeys', t`Your passkeys`, t`settings fingerprint sign in security webauthn two factor`],
  ['/settings#mails', t`Mails you get`, t`settings notifications digest unsubscribe email`],
  ['/settings#push', t`Push to this device`, t`settings notifications phone mobile`],
  ['/settings#device', t`What this device keeps`, t`settings theme dark offline single keys`],
  ['/settings#sessions', t`Where you are signed in`, t`settings sessions devices browsers log out everywhere`],
  ['/settings#tokens', t`Personal tokens`, t`settings api command line mcp program`],
  ['/settings#first-steps', t`Show the first steps again`, t`settings onboarding tour begin`],
  ['/settings/dismissed', t`Notes you dismissed`, t`settings writing check rules`],
]

/** Places that need no key of their own, and that the palette alone offers. @param manages owner or admin, who see the pages of the workspace */
export function furtherPlaces(go: Go, { manages, typed }: { manages: boolean, typed: boolean }): readonly Command[] {
  const shown = [...(manages ? MANAGED : []), ...(typed ? PARTS : [])]
  return shown.map(([path, title, words]) => ({ id: `go.${path}`, title, group: 'Go to', words, run: () => go(path) }))
}
