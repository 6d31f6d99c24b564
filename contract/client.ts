import { changes, FILE_BODY, pathNames } from './operation.ts'
import type { AnyOperation, GivenTo, OutputOf } from './operation.ts'
import { Problem, ProblemError } from './problem.ts'

export type CallOptions = {
  signal?: AbortSignal; idempotencyKey?: string
  /** The bytes, where the operation takes a file. */
  file?: Blob
}
export type Call = <Op extends AnyOperation>(operation: Op, input: GivenTo<Op>, options?: CallOptions) => Promise<OutputOf<Op>>
type ClientSettings = { base: string; token?: string; fetch?: typeof fetch; newKey: () => string; agent?: string }

/** How the command line names itself, so that what it wrote says so. */
export const CLI_AGENT = 'longhand-cli'

/**
 * A typed client over the contract, the same for web, CLI and MCP.
 * @param settings `base` without `/api/v1`; `token` where no cookie speaks for the caller; `newKey` makes idempotency keys;
 * `agent` is what a program calls itself
 * @throws {ProblemError} with status 0 and code `unreachable` when no answer came
 */
export function makeClient(settings: ClientSettings): Call {
  return async (operation, input, options = {}) => {
    const answer = await send(settings, operation, input as Record<string, unknown>, options)
    return operation.output.parse(await answer.json()) as OutputOf<typeof operation>
  }
}

/**
 * The same for operations that give a file: the answer with its bytes still to come.
 * @throws {ProblemError} as `makeClient`
 */
export function makeDownload(settings: ClientSettings) {
  return <Op extends AnyOperation>(operation: Op, input: GivenTo<Op>, options: CallOptions = {}): Promise<Response> => send(settings, operation, input as Record<string, unknown>, options)
}

async function send(settings: ClientSettings, operation: AnyOperation, input: Record<string, unknown>, options: CallOptions): Promise<Response> {
  const ask = settings.fetch ?? fetch
  const { url, body: json } = address(settings.base, operation, input)
  const body = operation.takes === 'file' ? options.file : json
  const headers: Record<string, string> = { accept: operation.gives === 'file' ? '*/*' : 'application/json' }
  if (settings.token) headers['authorization'] = `Bearer ${settings.token}`
  if (settings.agent) headers['user-agent'] = settings.agent
  if (body !== undefined) headers['content-type'] = operation.takes === 'file' ? FILE_BODY : 'application/json'
  if (changes(operation)) headers['idempotency-key'] = options.idempotencyKey ?? settings.newKey()
  const answer = await ask(url, {
    method: operation.method, headers, credentials: 'same-origin',
    ...(body !== undefined && { body }), ...(options.signal && { signal: options.signal }),
  }).catch((cause: unknown) => { throw unreachable(settings.base, cause) })
  if (!answer.ok) throw await problemOf(answer)
  return answer
}

/** Where an input goes: names of the path first, the rest into the query of a GET and of an upload, else into the body. */
export function address(base: string, operation: AnyOperation, input: Record<string, unknown>): { url: string; body?: string } {
  const rest = { ...input }
  let path = operation.path
  for (const name of pathNames(operation.path)) {
    path = path.replace(`:${name}`, encodeURIComponent(String(rest[name])))
    delete rest[name]
  }
  const url = `${base}/api/v1${path}`
  if (operation.method !== 'GET' && operation.takes === 'json') return { url, body: JSON.stringify(rest) }
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(rest)) {
    if (Array.isArray(value)) for (const one of value) query.append(key, String(one))
    else if (value !== undefined && value !== null) query.set(key, String(value))
  }
  return { url: query.size > 0 ? `${url}?${query}` : url }
}

async function problemOf(answer: Response): Promise<ProblemError> {
  const parsed = Problem.safeParse(await answer.json().catch(() => null))
  return new ProblemError(parsed.success ? parsed.data : {
    type: 'about:blank', title: `The server answered ${answer.status}.`, status: answer.status, code: 'unexpected',
    next: 'Try again in a minute; what you wrote is kept.',
  })
}

function unreachable(base: string, cause: unknown): Error {
  if (cause instanceof Error && cause.name === 'AbortError') return cause
  return new ProblemError({
    type: 'about:blank', title: `No answer from ${base || 'the server'}.`, status: 0, code: 'unreachable',
    next: 'Check that Longhand is running and that you are online; what you wrote is kept.',
  })
}
