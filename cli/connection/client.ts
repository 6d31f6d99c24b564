import { randomUUID } from 'node:crypto'
import { CLI_AGENT, makeClient, makeDownload } from '#contract/client.ts'
import type { Call } from '#contract/client.ts'
import { ProblemError } from '#contract/problem.ts'
import { z } from 'zod'

export type Where = {
  url: string
  token?: string | undefined
  /** Where the token stands: what `login` kept, LONGHAND_TOKEN, or what is being piped into `login`. */
  tokenOf?: keyof typeof NOT_KNOWN
}

/** What is said of a token that the server does not take. */
const NOT_KNOWN = {
  login: (url: string) => ({ title: `Your sign-in at ${url} has ended.`, next: `Run \`longhand login ${url}\` again.` }),
  environment: (url: string) => ({ title: `The token in LONGHAND_TOKEN is not known at ${url}, or it has ended.`, next: `Make another in Longhand under Settings; or unset it and run \`longhand login ${url}\`.` }),
  pipe: (url: string) => ({ title: `The token that was piped in is not known at ${url}, or it has ended.`, next: 'Make another in Longhand under Settings.' }),
} as const

/** The first status that speaks of the server's own trouble. */
const SERVER_TROUBLE = 500

/** The client of the command line: what stands between it and a Longhand is said as it looks from a terminal. */
export function clientAt(where: Where): Call {
  const call = makeClient(settingsOf(where))
  return (operation, input, options) => call(operation, input, options).catch((error: unknown) => { throw fromHere(error, where) })
}

/** The same for operations that give a file. */
export function downloadAt(where: Where): ReturnType<typeof makeDownload> {
  const download = makeDownload(settingsOf(where))
  return (operation, input, options) => download(operation, input, options).catch((error: unknown) => { throw fromHere(error, where) })
}

const settingsOf = ({ url, token }: Where) => ({ base: url, newKey: randomUUID, agent: CLI_AGENT, ...(token !== undefined && { token }) })

/** The same failure in words for whoever sits at a terminal; what is no matter of the connection stays as it is. */
function fromHere(error: unknown, { url, token, tokenOf }: Where): unknown {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return noLonghand(url)
  if (!(error instanceof ProblemError)) return error
  const { problem } = error
  if (problem.code === 'unexpected' && problem.type === 'about:blank' && problem.status < SERVER_TROUBLE) return noLonghand(url)
  if (problem.code === 'unreachable') return new ProblemError({ ...problem, next: 'Check that Longhand is running there, and that you are online.' })
  if (problem.code !== 'not_signed_in' || token === undefined || tokenOf === undefined) return error
  return new ProblemError({ ...problem, ...NOT_KNOWN[tokenOf](url) })
}

/** Something answered, and not as the contract says: another program, or a version too far from this one. Nobody is there who can be asked. */
const noLonghand = (url: string): ProblemError => new ProblemError({
  type: 'about:blank', title: `There is no Longhand at ${url}, or one of another version.`, status: 0, code: 'no_longhand', next: 'Check the address; it is the one that you open in the browser.',
})
