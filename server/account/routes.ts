import * as contract from '#contract/account.ts'
import { on, onVisit } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { isSetUp, setUp, signInByPassword, signOut } from './commands.ts'
import { changeMe } from './edit-me.ts'
import { viewMe } from './me.ts'

/** Set-up, sign-in and what a signed-in person knows of themselves. */
export const account: Feature = {
  name: 'account',
  routes: [
    onVisit(contract.readStart, async (visit) => ({
      setUp: await isSetUp(visit.tx), demo: await visit.tx.selectFrom('workspace').select('id').where('demo', '=', true).limit(1).executeTakeFirst() !== undefined,
      mailWorks: visit.server.mailWorks, clock: { now: visit.now.toString(), stands: visit.server.clockStands },
    })),
    onVisit(contract.setUpWorkspace, setUp),
    onVisit(contract.signIn, signInByPassword),
    on(contract.signOut, (act) => signOut(act)),
    on(contract.readMe, (act) => viewMe(act)),
    on(contract.editMe, changeMe),
  ],
}
