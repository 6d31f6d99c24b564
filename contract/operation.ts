import type { RefusalCode } from '#domain/refusal.ts'
import type { z } from 'zod'
import type { Scope } from './scopes.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One thing that may be said over the wire. Routes, the typed client, OpenAPI, CLI commands and MCP tools
 * are all made from this description.
 */
export type Operation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  /** `feature.verb`, stable for ever: the CLI and MCP call it by this name. */
  readonly name: string
  readonly method: Method
  /** Below `/api/v1`; `:word` takes the input of that name. */
  readonly path: string
  /** The scope that a token needs, or `anyone` where no sign-in is needed. */
  readonly needs: Scope | 'anyone'
  /** Offered as an MCP tool. */
  readonly tool: boolean
  /** The answer shows a secret once: it is not kept, so a repeat with the same Idempotency-Key is refused instead of answered again. */
  readonly secret: boolean
  /** Only reads, although its input is too long for an address: nothing is kept of it, so it takes no `Idempotency-Key`. */
  readonly reads: boolean
  /** `file`: the body is the bytes of one file, and the rest of the input stands in the query. */
  readonly takes: 'json' | 'file'
  /** `file`: the answer is bytes, and `output` says to the HTTP layer which. */
  readonly gives: 'json' | 'file'
  /** The longest text in it, where its input cannot say so. Unit: UTF-16 units. */
  readonly holds: number
  /** One sentence for API readers, `--help` and tools. */
  readonly does: string
  readonly input: I
  readonly output: O
  readonly refuses: readonly RefusalCode[]
}

export type AnyOperation = Operation
export type InputOf<Op extends AnyOperation> = z.output<Op['input']>
/** What a caller may leave out because a default exists. */
export type GivenTo<Op extends AnyOperation> = z.input<Op['input']>
export type OutputOf<Op extends AnyOperation> = z.output<Op['output']>

type Spec<S extends z.ZodRawShape, O extends z.ZodType> = {
  name: string; method: Method; path: string; needs: Scope | 'anyone'; tool?: boolean; secret?: boolean; reads?: boolean; takes?: 'json' | 'file'; gives?: 'json' | 'file'; holds?: number; does: string
  input: z.ZodObject<S>; output: O; refuses?: readonly RefusalCode[]
}

/** Declares an operation. Its input is closed: an unknown key is an error, never ignored. */
export function operation<S extends z.ZodRawShape, O extends z.ZodType>(spec: Spec<S, O>) {
  return { tool: false, secret: false, reads: false as boolean, takes: 'json' as 'json' | 'file', gives: 'json' as 'json' | 'file', holds: 0, refuses: [] as readonly RefusalCode[], ...spec, input: spec.input.strict() } satisfies AnyOperation
}

/** The names in a path: `/batons/:id/accept` → `['id']`. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
}

/** True for operations that change something, which therefore take an `Idempotency-Key`. */
export const changes = (operation: Pick<AnyOperation, 'method' | 'reads'>): boolean => operation.method !== 'GET' && !operation.reads

/** The content type of a body that is a file. Browsers send it to other sites only after asking; its real type is read from the bytes. */
export const FILE_BODY = 'application/octet-stream'
