import * as contract from '#contract/agreement.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { acknowledgeVersion, pushText } from './commands.ts'
import { viewAgreement, viewDiff, viewVersions } from './views.ts'

/** The working agreement: one text with its settings, versioned. */
export const agreement: Feature = {
  name: 'agreement',
  routes: [
    on(contract.readAgreement, (act, input) => viewAgreement(act, input.version)),
    on(contract.listVersions, (act) => viewVersions(act)),
    on(contract.pushAgreement, pushText),
    on(contract.diffAgreement, viewDiff),
    on(contract.acknowledge, (act, input) => acknowledgeVersion(act, input.version)),
  ],
}
