import { call } from '../../app/api.ts'
import { serverDrafts } from '../../app/draft-server.ts'
import { useDraft } from '../../app/drafts.ts'
import type { DraftHandle } from '../../app/drafts.ts'
import { serverSlot, slotOf } from '../../app/text-draft-list.ts'
import type { KeptFile, Unsent } from '../../app/offline/unsent.ts'

/** What goes with the text of a reply. */
export type ReplyMore = { quote: Unsent['quote'], files: readonly KeptFile[] }

const saver = serverDrafts<ReplyMore>(call, serverSlot)
const NOTHING: ReplyMore = { quote: null, files: [] }

/** Quote and files of a reply that is being written, kept like its text. */
export const useReplyMore = (number: number, personId: string): DraftHandle<ReplyMore> => useDraft<ReplyMore>(slotOf(`reply:${number}:more`, personId), NOTHING, saver)
