import * as contract from '#contract/answers.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { answer } from './answer.ts'

/** Questions answered out of the record, with sources. */
export const answers: Feature = {
  name: 'answers',
  routes: [on(contract.ask, answer)],
}
