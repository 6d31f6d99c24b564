import * as contract from '#contract/mail-in.ts'
import { ACT, FORGET } from '#server/platform/channels/inbound/receive.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { actOn } from './act-on.ts'
import { forget, mailInListeners } from './timers.ts'
import { changeWish, viewMailIn, viewWishes } from './views.ts'

/** Mails that come in: what they do is in the `replies` of the other rooms; here they act, and one sees what became of them. */
export const mailIn = (rooms: readonly Feature[]): Feature => ({
  name: 'mail-in',
  routes: [on(contract.listMailIn, viewMailIn), on(contract.readMailWishes, viewWishes), on(contract.setMailWish, changeWish)],
  timers: { [ACT]: actOn(new Map(rooms.flatMap((room) => Object.entries(room.replies ?? {})))), [FORGET]: forget },
  listens: mailInListeners,
})
