import { useRouter } from '@tanstack/react-router'
import { postAsk } from '#contract/asks.ts'
import type { GivenTo } from '#contract/operation.ts'
import { useSend } from '../../app/send.ts'

/** Sends an ask and goes to it; the draft is gone once the server has it. */
export function usePosting(clear: () => void) {
  const router = useRouter()
  const { send, busy, problem } = useSend(postAsk, 'asks', 'threads', 'entries', 'brief', 'inbox')
  return {
    busy, problem,
    send: (ask: GivenTo<typeof postAsk>) => send(ask, ({ number }) => {
      clear()
      router.history.replace(`/${number}`)
    }),
  }
}
