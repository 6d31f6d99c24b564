import { z } from 'zod'

/** RFC 9457 problem details, as every error of the API answers. */
export const Problem = z.object({
  type: z.string().describe('A page that explains the code.'),
  title: z.string().describe('What happened, in one sentence.'),
  status: z.number().int(),
  code: z.string().describe('Stable; branch on this.'),
  next: z.string().describe('What to do now, in one sentence.'),
  detail: z.string().optional(),
  instance: z.string().optional().describe('Names this one failure as the log of the server does, and as the header `x-request-id` says; of faults and outages alone.'),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional().describe('Which fields were wrong, and why.'),
})
export type Problem = z.output<typeof Problem>

/** Thrown by the client when the server said no or could not be reached. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}
