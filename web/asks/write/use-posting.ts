import { useRouter } from '@tanstack/react-router'
import { postAsk } from '#contract/asks.ts'
import type { GivenTo } from '#contract/operation.ts'
import { keepAsked } from '../../app/just-asked.ts'
import { serverSlot } from '../../app/text-draft-list.ts'
import { useSendOrWait } from '../../app/offline/use-waiting.ts'
import { t } from '../../ui/words.ts'
import type { AskDraft } from './ask-draft.ts'

type From = { thread: number | undefined, personId: string, /** Where the draft is kept. */ slot: string }

/** Sends an ask and goes to it; the draft is gone once the server has it, or once it waits on this device. */
export function usePosting(draft: AskDraft, { thread, personId, slot }: From, clear: () => void) {
  const router = useRouter()
  const { send, busy, problem } = useSendOrWait(postAsk, {
    refreshes: ['asks', 'threads', 'entries', 'brief', 'inbox'], personId, onWaiting: clear,
    named: ({ title, body }) => ({ title: t`An ask: ${title}`, text: body ?? '', href: thread === undefined ? '/ask/new' : `/ask/new?thread=${thread}`, draft: { slot, serverSlot: serverSlot(slot), value: draft } }),
  })
  return {
    busy, problem,
    send: (ask: GivenTo<typeof postAsk>) => send(ask, ({ number }) => {
      keepAsked(sessionStorage, number, { thread, draft })
      clear()
      router.history.replace(`/${number}`)
    }),
  }
}
