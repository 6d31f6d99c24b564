import * as contract from '#contract/page-truth.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { truthItems } from './items.ts'
import { REMIND } from './names.ts'
import { viewOrphans } from './orphans.ts'
import { own } from './own.ts'
import { answerRemark, remark, resolveRemark } from './remarks.ts'
import { onRemind, truthListeners } from './reminders.ts'
import { settle, unuse, use } from './use.ts'
import { verify } from './verify.ts'

/** Whether pages are still true: who minds them, who looked when, and what readers say where they use them. */
export const pageTruth: Feature = {
  name: 'page-truth',
  routes: [
    on(contract.ownPage, own), on(contract.verifyPage, verify), on(contract.usePage, use), on(contract.forgetUse, unuse), on(contract.settleWrong, settle),
    on(contract.remarkOnPage, remark), on(contract.answerPageRemark, answerRemark), on(contract.resolvePageRemark, resolveRemark), on(contract.soleOwners, (act) => viewOrphans(act)),
  ],
  timers: { [REMIND]: onRemind }, listens: truthListeners, items: truthItems,
}
