import * as contract from '#contract/asks.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { acknowledge, addTo, answer, back, clarify, decline, moreTime, rate, reassign, reopen, see, snooze, withdraw } from './commands.ts'
import { askItems } from './items.ts'
import { list, owe, viewHitRate, wait } from './lists.ts'
import { post, preview } from './post.ts'
import { replyToAsk } from './replies.ts'
import { askListeners, askTimers } from './timers.ts'
import { viewAskByNumber } from './views.ts'

/** Asks: one question to one accountable person, with a clock that runs in their working time. */
export const asks: Feature = {
  name: 'asks',
  routes: [
    on(contract.previewAsk, preview), on(contract.postAsk, post), on(contract.owe, owe), on(contract.wait, (act) => wait(act)), on(contract.hitRate, (act) => viewHitRate(act)),
    on(contract.listAsks, list), on(contract.readAsk, (act, { number }) => viewAskByNumber(act, number)), on(contract.seeAsk, see), on(contract.answerAsk, answer), on(contract.askBack, back),
    on(contract.clarifyAsk, clarify), on(contract.addToAsk, addTo), on(contract.declineAsk, decline), on(contract.reassignAsk, reassign), on(contract.withdrawAsk, withdraw),
    on(contract.notAnswered, reopen), on(contract.changeDue, moreTime), on(contract.acknowledgeAsk, acknowledge), on(contract.rateAsk, rate), on(contract.snoozeAsk, snooze),
  ],
  webhooks: { 'ask.asked': { type: 'ask.posted', afterUndo: true }, 'ask.changed': 'ask.changed', 'ask.settled': 'ask.settled' },
  timers: askTimers, listens: askListeners, items: askItems, replies: { ask: replyToAsk },
}
