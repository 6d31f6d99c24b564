import { ProblemError } from '#contract/problem.ts'
import type { Mail } from '#server/platform/channels/mail.ts'
import type { TestApp } from '#server/app.test-kit.ts'

/** The least that a wrap says. */
export const someWrap = { state: 'All green.', nextAction: 'Start the rollout.', mostImportant: 'The rollout is ready.' }

/** The code of a refusal, or what came instead of one. */
export const refusalOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(() => 'no refusal', (error: unknown) => error instanceof ProblemError ? error.problem.code : String(error))

/** Mails that this person has got so far. */
export const mailsTo = (app: TestApp, name: string): Mail[] => app.mails.filter((mail) => mail.to.address === `${name.toLowerCase()}@example.com`)

/** The token of the link about a baton. */
export function tokenIn(mail: Mail | undefined): string {
  const link = mail?.body.links.find(({ url }) => url.includes('/baton/'))
  if (!link) throw new Error('This mail has no link about a baton.')
  return link.url.slice(link.url.lastIndexOf('/') + 1)
}
