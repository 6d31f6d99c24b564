import { useQueryClient } from '@tanstack/react-query'
import type { AnyOperation, GivenTo, OutputOf } from '#contract/operation.ts'
import { keyOf } from './api.ts'
import { useSend } from './send.ts'
import type { Send } from './send.ts'

/** A view that the server answered with, and the read that shows it. */
type Shown = { read: AnyOperation, input: unknown, view: unknown }

/**
 * A write to one thing; what the server answered is shown at once, without reading again.
 * @param touched what the write makes out of date besides the thing itself
 * @param shownIn the view in an answer; undefined where it holds none
 */
export const useSendShown = <Op extends AnyOperation>(operation: Op, touched: readonly string[], shownIn: (output: unknown) => Shown | undefined): Send<GivenTo<Op>, OutputOf<Op>> =>
  useShowing(useSend(operation, ...touched), shownIn)

/** The same for a write that is sent in another way. */
export function useShowing<Input, Output>({ send, ...rest }: Send<Input, Output>, shownIn: (output: unknown) => Shown | undefined): Send<Input, Output> {
  const queries = useQueryClient()
  return {
    ...rest,
    send: (input, after) => send(input, (output) => {
      const shown = shownIn(output)
      if (shown) queries.setQueryData(keyOf(shown.read, shown.input), shown.view)
      after?.(output)
    }),
  }
}
