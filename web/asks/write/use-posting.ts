import { useRouter } from '@tanstack/react-router'
import { postAsk } from '#contract/asks.ts'
import type { GivenTo } from '#contract/operation.ts'
import { keepAsked } from '../../app/just-asked.ts'
import { useSend } from '../../app/send.ts'
import type { AskDraft } from './ask-draft.ts'

/** Sends an ask and goes to it; the draft is gone once the server has it. */
export function usePosting(draft: AskDraft, thread: number | undefined, clear: () => void) {
  const router = useRouter()
  const { send, busy, problem } = useSend(postAsk, 'asks', 'threads', 'entries', 'brief', 'inbox')
  return {
    busy, problem,
    send: (ask: GivenTo<typeof postAsk>) => send(ask, ({ number }) => {
      keepAsked(sessionStorage, number, { thread, draft })
      clear()
      router.history.replace(`/${number}`)
    }),
  }
}
