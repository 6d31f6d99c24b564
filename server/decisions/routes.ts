import * as contract from '#contract/decisions.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { viewAdr, viewExport } from './adr/export.ts'
import { importRecords } from './adr/import.ts'
import { viewHistory } from './history.ts'
import { decisionItems } from './items.ts'
import { list } from './lists.ts'
import { viewMap } from './map.ts'
import { moreTime, openOne, see } from './open.ts'
import { prefill } from './prefill.ts'
import { preview } from './preview.ts'
import { confirm, deprecate, resume, supersede, withdraw } from './record-commands.ts'
import { review } from './review.ts'
import { sign } from './sign.ts'
import { holdCall, placeCall, position, proposeCall, remark, resolve, waive } from './talk.ts'
import { decisionListeners, decisionTimers } from './timers.ts'
import { viewDecision } from './views.ts'
import { create, edit, setRoles } from './write.ts'

/** Decisions in writing: options, positions, a signature, and the record that stays. */
export const decisions: Feature = {
  name: 'decisions',
  routes: [
    on(contract.previewDecision, preview), on(contract.createDecision, create), on(contract.listDecisions, list), on(contract.decisionMap, viewMap), on(contract.prefillDecision, prefill),
    on(contract.readDecision, viewDecision), on(contract.editDecision, edit), on(contract.decisionHistory, viewHistory), on(contract.openDecision, openOne), on(contract.seeDecision, see),
    on(contract.takePosition, position), on(contract.addRemark, remark), on(contract.resolveRemark, resolve), on(contract.setDecisionRoles, setRoles), on(contract.waiveInput, waive),
    on(contract.moreTimeForDecision, moreTime), on(contract.proposeDecisionCall, proposeCall), on(contract.placeDecisionCall, placeCall), on(contract.holdDecisionCall, holdCall), on(contract.signDecision, sign),
    on(contract.withdrawDecision, withdraw), on(contract.resumeDecision, resume), on(contract.confirmDecision, confirm), on(contract.deprecateDecision, deprecate),
    on(contract.supersedeDecision, supersede), on(contract.reviewDecision, review),
    on(contract.importAdr, importRecords), on(contract.exportAdr, viewExport), on(contract.readAdr, viewAdr),
  ],
  webhooks: {
    'decision.opened': { type: 'decision.opened', afterUndo: true }, 'decision.changed': 'decision.changed', 'decision.settled': 'decision.settled', 'decision.status': 'decision.status',
  },
  timers: decisionTimers, listens: decisionListeners, items: decisionItems,
}
