import * as contract from '#contract/threads.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { viewCost } from './called.ts'
import { close, dismiss, propose } from './calls.ts'
import { confirm } from './change.ts'
import { edit, editOne, history } from './edit.ts'
import { elevate } from './elevate.ts'
import { follow, followTimers } from './follow.ts'
import { viewHeads } from './head-view.ts'
import { threadItems } from './items.ts'
import { viewLinks } from './links.ts'
import { threadListeners } from './listeners.ts'
import { move } from './move.ts'
import { post } from './open-thread.ts'
import { post as reply, replyByMail } from './post-reply.ts'
import { mark as markOne, react } from './react.ts'
import { mark } from './read-state.ts'
import { save, savedTimers, viewSaved } from './saved.ts'
import { split } from './split.ts'
import { reopen, resolve, set } from './state.ts'
import { remove, restore, undo, undoOne } from './take-back.ts'
import { viewThread } from './thread-view.ts'

/** Every topic as a thread with a title: replies, where it stands, what came out of it, and who has read what. */
export const threads: Feature = {
  name: 'threads',
  routes: [
    on(contract.listThreads, viewHeads), on(contract.postThread, post), on(contract.readThread, viewThread), on(contract.postReply, reply),
    on(contract.editThread, edit), on(contract.editReply, editOne), on(contract.readHistory, history), on(contract.undoThread, undo), on(contract.undoReply, undoOne),
    on(contract.deleteReply, remove), on(contract.restoreReply, restore), on(contract.setState, set), on(contract.resolveThread, resolve), on(contract.reopenThread, reopen),
    on(contract.splitThread, split), on(contract.moveThread, move), on(contract.followThread, follow), on(contract.markRead, mark), on(contract.saveForLater, save),
    on(contract.listSaved, viewSaved), on(contract.react, react), on(contract.markReply, markOne), on(contract.confirmRead, confirm), on(contract.mentionCost, viewCost),
    on(contract.listLinks, viewLinks), on(contract.elevate, elevate), on(contract.proposeCall, propose), on(contract.dismissCall, dismiss), on(contract.closeCall, close),
  ],
  webhooks: {
    'thread.posted': { type: 'thread.started', afterUndo: true }, 'thread.changed': 'thread.changed', 'thread.resolved': 'thread.resolved', 'thread.moved': 'thread.moved',
    'reply.posted': { type: 'reply.posted', afterUndo: true }, 'reply.changed': 'reply.changed',
  },
  timers: { ...followTimers, ...savedTimers },
  listens: threadListeners,
  items: threadItems,
  replies: { thread: replyByMail },
}
