import { ProblemError } from '#contract/problem.ts'

/** The least that a wrap says. */
export const someWrap = { state: 'All green.', nextAction: 'Start the rollout.', mostImportant: 'The rollout is ready.' }

/** The code of a refusal, or what came instead of one. */
export const refusalOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(() => 'no refusal', (error: unknown) => error instanceof ProblemError ? error.problem.code : String(error))
