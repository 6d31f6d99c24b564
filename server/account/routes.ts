import * as access from '#contract/access.ts'
import * as contract from '#contract/account.ts'
import * as membership from '#contract/members.ts'
import * as passkeys from '#contract/passkeys.ts'
import { signInTurn } from '#server/platform/auth/passwords.ts'
import { on, onVisit } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { accept, lookAtInvite } from './accept-invite.ts'
import { isSetUp, setUp, signInByPassword, signOut } from './commands.ts'
import { changeMe } from './edit-me.ts'
import { invite, renew, revoke, viewInvites } from './invites.ts'
import { handLink, redeem, requestLink } from './magic-links.ts'
import { viewMe } from './me.ts'
import { deactivate, giveRole, reactivate, viewMembers } from './members.ts'
import * as keys from './passkeys/commands.ts'
import { beginSignIn, signInByKey } from './passkeys/sign-in.ts'
import { siteOf } from './passkeys/site.ts'
import { endOne, endOthers, viewSessions } from './sessions.ts'
import { endToken, makeToken, viewTokens } from './tokens.ts'

/** Set-up, the ways in, who belongs to the workspace, and what a signed-in person knows of themselves. */
export const account: Feature = {
  name: 'account',
  routes: [
    onVisit(contract.readStart, async (visit) => ({
      setUp: await isSetUp(visit.tx), demo: await visit.tx.selectFrom('workspace').select('id').where('demo', '=', true).limit(1).executeTakeFirst() !== undefined,
      mailWorks: visit.server.mailWorks, passkeys: siteOf(visit.server) !== null, clock: { now: visit.now.toString(), stands: visit.server.clockStands },
    })),
    onVisit(contract.setUpWorkspace, setUp),
    onVisit(contract.signIn, signInByPassword, signInTurn),
    on(contract.signOut, (act) => signOut(act)),
    on(contract.readMe, (act) => viewMe(act)),
    on(contract.editMe, changeMe),
    onVisit(access.requestMagicLink, requestLink),
    onVisit(access.redeemMagicLink, redeem),
    on(access.makeSignInLink, handLink),
    on(access.listSessions, viewSessions),
    on(access.endSession, endOne),
    on(access.endOtherSessions, endOthers),
    on(access.listTokens, viewTokens),
    on(access.createToken, makeToken),
    on(access.revokeToken, endToken),
    on(passkeys.listPasskeys, keys.viewPasskeys),
    on(passkeys.beginPasskey, keys.beginAdding),
    on(passkeys.addPasskey, keys.add),
    on(passkeys.removePasskey, keys.remove),
    on(passkeys.choosePasskeysOnly, keys.chooseOnly),
    on(passkeys.requirePasskeys, keys.requireOfAll),
    onVisit(passkeys.beginPasskeySignIn, beginSignIn),
    onVisit(passkeys.signInByPasskey, signInByKey),
    on(membership.invitePerson, invite),
    on(membership.listInvites, viewInvites),
    on(membership.renewInvite, renew),
    on(membership.revokeInvite, revoke),
    onVisit(membership.readInvite, lookAtInvite),
    onVisit(membership.acceptInvite, accept),
    on(membership.listMembers, viewMembers),
    on(membership.changeRole, giveRole),
    on(membership.deactivateMember, deactivate),
    on(membership.reactivateMember, reactivate),
  ],
}
