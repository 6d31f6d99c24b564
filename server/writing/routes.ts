import * as contract from '#contract/writing.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { dismiss, forget, list, sent } from './dismissals.ts'
import { viewChecked } from './views.ts'

/** Looks at a text before it is sent, and keeps for its author what they set aside. */
export const writing: Feature = {
  name: 'writing',
  routes: [on(contract.checkWriting, viewChecked), on(contract.dismissFinding, dismiss), on(contract.listDismissals, list), on(contract.forgetDismissal, forget), on(contract.textSent, sent)],
}
