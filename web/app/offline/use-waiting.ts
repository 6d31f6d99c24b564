import { useRouter } from '@tanstack/react-router'
import type { AnyOperation, GivenTo, OutputOf } from '#contract/operation.ts'
import { pressedKey, problemFrom, useWrite } from '../api.ts'
import { currentTime } from '../clock.ts'
import type { Send } from '../send.ts'
import { keepWaiting } from './list.ts'
import type { Waiting } from './list.ts'

/** Where what waits can be seen, and taken back. */
const LIST = '/drafts'

export type What<Op extends AnyOperation> = {
  refreshes: readonly string[]
  personId: string | undefined
  /** What it is called while it waits. */
  named: (input: GivenTo<Op>) => Pick<Waiting, 'title' | 'text' | 'href' | 'draft'>
  /** The composer may be emptied: the device keeps what was sent. */
  onWaiting: () => void
}

/**
 * A write that waits on this device where no answer comes, and is sent once when there is one again. Its writer is led to
 * what waits. Whether the first try arrived does not matter: the key says that it is the same.
 */
export function useSendOrWait<Op extends AnyOperation>(operation: Op, what: What<Op>): Send<GivenTo<Op>, OutputOf<Op>> {
  const router = useRouter()
  const write = useWrite(operation, { refreshes: what.refreshes, waits: true })
  const wait = (input: GivenTo<Op>) => {
    if (!keptWaiting(operation, input, { ...what.named(input), personId: what.personId })) return
    what.onWaiting()
    router.history.push(LIST)
  }
  return {
    send: (input, after) => write.mutate(input, { onSuccess: (output) => after?.(output), onError: (error) => { if (problemFrom(error).status === 0) wait(input) } }),
    busy: write.isPending, problem: write.error ? problemFrom(write.error) : undefined, reset: write.reset,
  }
}

type Named = Pick<Waiting, 'title' | 'text' | 'href' | 'draft'> & { personId: string | undefined }

/** Keeps a write that got no answer, under the key it was sent with. @returns false where the device keeps nothing */
export function keptWaiting<Op extends AnyOperation>(operation: Op, input: GivenTo<Op>, { personId, ...named }: Named): boolean {
  if (personId === undefined) return false
  try {
    keepWaiting(localStorage, { ...named, personId, operation: operation.name, input, key: pressedKey(operation, input), at: currentTime().toString() })
    return true
  } catch {
    return false
  }
}
