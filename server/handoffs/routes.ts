import * as contract from '#contract/handoffs.ts'
import { on, onVisit } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { accept, answer, done, giveBack, offerAgain, readBaton, reopen, withdraw } from './baton-commands.ts'
import { answerLink, readLink } from './baton-links.ts'
import { listOf, preview } from './baton-lists.ts'
import { replyToBaton } from './baton-reply.ts'
import { prefill } from './prefill.ts'
import { batonListeners, batonTimers } from './timers.ts'
import { clear, post } from './wrap-commands.ts'
import { readWrap } from './wrap-views.ts'

/** Wraps, and the batons that are handed over in them. */
export const handoffs: Feature = {
  name: 'handoffs',
  routes: [
    on(contract.prefillWrap, prefill), on(contract.postWrap, post), on(contract.readWrap, readWrap), on(contract.clearLine, clear),
    on(contract.listBatons, listOf), on(contract.readBaton, readBaton), on(contract.acceptBaton, accept), on(contract.returnBaton, giveBack),
    on(contract.answerBaton, answer), on(contract.offerBaton, offerAgain), on(contract.withdrawBaton, withdraw), on(contract.previewReceiver, preview),
    on(contract.batonDone, done), on(contract.reopenBaton, reopen),
    onVisit(contract.readBatonLink, readLink), onVisit(contract.answerBatonLink, answerLink),
  ],
  webhooks: {
    'wrap.posted': 'wrap.signed', 'wrap.line_cleared': 'wrap.line-cleared',
    'baton.offered': 'baton.offered', 'baton.accepted': 'baton.accepted', 'baton.returned': 'baton.returned', 'baton.answered': 'baton.answered',
    'baton.lapsed': 'baton.lapsed', 'baton.unowned': 'baton.unowned', 'baton.taken': 'baton.taken', 'baton.withdrawn': 'baton.withdrawn',
    'baton.done': 'baton.done', 'baton.reopened': 'baton.reopened',
  },
  timers: batonTimers,
  listens: batonListeners,
  replies: { baton: replyToBaton },
}
