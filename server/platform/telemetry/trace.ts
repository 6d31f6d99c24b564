import { AsyncLocalStorage } from 'node:async_hooks'

export type Attributes = Readonly<Record<string, string | number>>

/** One piece of work with a beginning and an end. */
export type Span = {
  /** As W3C Trace Context writes it for the next one: version, trace, span, flags. */
  readonly traceparent: string
  /** The kind of error alone: what it says may hold people's words. */
  fail(kind: string): void
  end(): void
}

export type Begun = { kind: 'server' | 'client' | 'internal'; attributes: Attributes; /** The span around it, or the traceparent that a caller sent. */ parent: Span | string | null; /** How long ago it began. Unit: ms. */ agoMs?: number }
export type Starter = (name: string, begun: Begun) => Span

let starter: Starter | null = null
const current = new AsyncLocalStorage<Span>()

/** Lets spans be made from now on; nothing is made, and next to nothing spent, before. @returns how to stop */
export function traceWith(next: Starter): () => void {
  starter = next
  return () => { starter = null }
}

export const isTracing = (): boolean => starter !== null

type Given = { kind?: Begun['kind']; attributes?: Attributes; from?: string | undefined }

/** Does a piece of work inside a span of its own, which is told the kind of error that the work ends in. */
export async function traced<T>(name: string, work: () => Promise<T>, { kind = 'internal', attributes = {}, from }: Given = {}): Promise<T> {
  if (starter === null) return work()
  const span = starter(name, { kind, attributes, parent: from ?? current.getStore() ?? null })
  try {
    return await current.run(span, work)
  } catch (error) {
    span.fail(error instanceof Error ? error.name : 'unknown')
    throw error
  } finally {
    span.end()
  }
}

/** What the next one is told of the trace; null outside of one. */
export const traceparent = (): string | null => current.getStore()?.traceparent ?? null

/** A statement that has just been answered, by its verb and its first table: never its values. */
export function tracedStatement(sql: string, tookMs: number): void {
  const parent = current.getStore()
  if (starter === null || parent === undefined) return
  const name = statementName(sql)
  starter(name, { kind: 'client', attributes: { 'db.system.name': 'postgresql', 'db.query.summary': name }, parent, agoMs: tookMs }).end()
}

/** @example statementName('select "a" from "person" where …') is 'select person' */
export function statementName(sql: string): string {
  const verb = /^\s*\(?(select|insert|update|delete|with|notify|listen|set)\b/i.exec(sql)?.[1]?.toLowerCase() ?? 'statement'
  const table = /\b(?:from|into|update)\s+"?([a-z_]+)"?/i.exec(sql)?.[1]?.toLowerCase()
  return table === undefined ? verb : `${verb} ${table}`
}
