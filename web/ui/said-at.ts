import { useState } from 'react'
import type { Problem } from '#contract/problem.ts'

type Refused = Pick<Problem, 'title' | 'issues'>

/** Whether all that is wrong is wrong with one of these fields of a request. */
export const isSaidAt = ({ issues = [] }: Refused, fields: readonly string[]): boolean => issues.length === 1 && fields.includes(issues[0]?.path ?? '')

/**
 * What the server said of one field, to stand at that field until it is changed. A form with such fields names them in `saysAt`.
 * @param field as the contract calls it: `name`
 */
export function useSaidAt(problem: Refused | undefined, field: string, value: string): string | undefined {
  const [refused, setRefused] = useState({ problem, value })
  if (problem !== refused.problem) setRefused({ problem, value })
  return problem && refused.value === value && isSaidAt(problem, [field]) ? problem.title : undefined
}
