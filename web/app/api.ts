import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { QueryClient, UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { makeClient } from '#contract/client.ts'
import type { AnyOperation, GivenTo, OutputOf } from '#contract/operation.ts'
import { ProblemError } from '#contract/problem.ts'
import type { Problem } from '#contract/problem.ts'
import { newKey } from './new-key.ts'
import { reach } from './reach.ts'
import { t } from '../ui/words.ts'

/** The contract's client for this browser: same origin, the session cookie speaks for the person. */
export const call = makeClient({ base: '', newKey, fetch: reach })

/** What a component needs to show an error: `<Problem {...problemFrom(error)} />`. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return { type: 'about:blank', status: 500, code: 'unexpected', title: t`This page met something it did not expect.`, next: t`Reload the page; if it happens again, tell whoever runs this workspace.` }
}

/** The cache key of a read; `invalidate` and live events match on the operation's name. */
export const keyOf = (operation: Pick<AnyOperation, 'name'>, input: unknown = {}) => [operation.name, input] as const

type ReadOptions = {
  /** False while the input is not known yet. */
  when?: boolean
  /** Asks again this often. Unit: ms. Live events make this needless for almost everything. */
  every?: number
}

/**
 * Reads through the contract. `data` stays while it is refreshed, so the page does not jump.
 * @example const brief = useRead(readBrief, {})
 */
export function useRead<Op extends AnyOperation>(operation: Op, input: GivenTo<Op>, options: ReadOptions = {}): UseQueryResult<OutputOf<Op>> {
  return useQuery<OutputOf<Op>>({
    queryKey: keyOf(operation, input),
    queryFn: ({ signal }) => call(operation, input, { signal }),
    enabled: options.when ?? true,
    refetchInterval: options.every ?? false,
  })
}

type WriteOptions<Op extends AnyOperation> = {
  /** Names of operations, or features (`handoffs`), that must be read again afterwards. */
  refreshes?: readonly string[]
  /** Is tried without a network too, since what gets no answer is kept (`offline/use-waiting.ts`). Others stand still until there is one. */
  waits?: boolean
  onDone?: (output: OutputOf<Op>, input: GivenTo<Op>) => void
}

/**
 * Writes through the contract. One press is one idempotency key: pressing again after a lost answer with the same
 * input repeats the key, so nothing is done twice. A second press of the same while the first is under way does nothing,
 * so that the answer of the first, which may show a secret once, is the one that is seen.
 * @example const accept = useWrite(acceptBaton, { refreshes: ['handoffs', 'brief'] }); accept.mutate({ id })
 */
export function useWrite<Op extends AnyOperation>(operation: Op, options: WriteOptions<Op> = {}): UseMutationResult<OutputOf<Op>, Error, GivenTo<Op>> {
  const queries = useQueryClient()
  const [presses] = useState(makeOnePress)
  const write = useMutation<OutputOf<Op>, Error, GivenTo<Op>>({
    networkMode: options.waits ? 'always' : 'online',
    mutationFn: async (input) => {
      const idempotencyKey = pressKeys.keyFor(operation.name, input)
      const output = await call(operation, input, { idempotencyKey }).catch((error: unknown) => {
        if (problemFrom(error).status !== 0) pressKeys.settle(operation.name, input)
        throw error
      })
      pressKeys.settle(operation.name, input)
      return output
    },
    onSuccess: (output, input) => {
      refresh(queries, options.refreshes ?? [])
      options.onDone?.(output, input)
    },
  })
  const { mutate: send, isPending, submittedAt } = write
  useEffect(() => { if (!isPending) presses.over() }, [presses, isPending, submittedAt])
  const mutate = useCallback<typeof send>((...press) => { if (presses.begin(press[0])) send(...press) }, [presses, send])
  return { ...write, mutate }
}

/** Marks everything read by these operations or features as out of date; what is on screen is read again at once. */
export function refresh(queries: QueryClient, names: readonly string[]) {
  if (names.length === 0) return
  void queries.invalidateQueries({ predicate: ({ queryKey }) => isNamed(String(queryKey[0]), names) })
}

/** `handoffs.list` is named by `handoffs.list` and by its feature `handoffs`. */
export function isNamed(operation: string, names: readonly string[]): boolean {
  return names.some((name) => operation === name || operation.startsWith(`${name}.`))
}

/** Remembers the key of a write until its answer is known. */
export function makePressKeys(make: () => string) {
  const open = new Map<string, string>()
  const nameOf = (operation: string, input: unknown) => `${operation} ${JSON.stringify(input)}`
  return {
    keyFor(operation: string, input: unknown): string {
      const name = nameOf(operation, input)
      const key = open.get(name) ?? make()
      open.set(name, key)
      return key
    },
    settle(operation: string, input: unknown) {
      open.delete(nameOf(operation, input))
    },
  }
}

const pressKeys = makePressKeys(newKey)

/** Lets one press through until it is over. A press of something else is another one, and goes through. */
export function makeOnePress() {
  let pressed: string | undefined
  return {
    /** @returns false where the same was pressed and is under way: a double click comes before a page can show that it is busy */
    begin(input: unknown): boolean {
      const name = JSON.stringify(input) ?? ''
      if (pressed === name) return false
      pressed = name
      return true
    },
    over() {
      pressed = undefined
    },
  }
}

/** The key that a write without an answer was sent with. From then on it is its keeper's: pressing again is a new write. */
export function pressedKey(operation: Pick<AnyOperation, 'name'>, input: unknown): string {
  const key = pressKeys.keyFor(operation.name, input)
  pressKeys.settle(operation.name, input)
  return key
}
