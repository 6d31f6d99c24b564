import { Problem } from '#contract/problem.ts'
import { REFUSALS, Refusal, type RefusalCode } from '#domain/refusal.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problemFrom } from './problems.ts'

const coded = (code: string) => Object.assign(new Error('in the words of a driver: select secret from person'), { code })

describe('problem details', () => {
  test.each(Object.keys(REFUSALS) as RefusalCode[])('of the refusal %s say what happened and what to do', (code) => {
    const problem = problemFrom(new Refusal(code, 'What happened.', 'What to do.'))
    expect(Problem.parse(problem)).toEqual({ type: `/problems/${code}`, title: 'What happened.', status: REFUSALS[code], code, next: 'What to do.' })
  })

  test.each([
    ['ECONNREFUSED', 503, 'unavailable'], ['57P01', 503, 'unavailable'], ['53300', 503, 'unavailable'], ['40001', 503, 'unavailable'],
    ['53100', 507, 'disk_full'], ['23505', 409, 'conflict'], ['42703', 500, 'unexpected'], ['FST_ERR_NOT_FOUND', 500, 'unexpected'],
  ])('of an error with the code %s are %i and give nothing of it away', (from, status, code) => {
    const problem = problemFrom(coded(from))
    expect(problem).toMatchObject({ status, code })
    expect(JSON.stringify(problem)).not.toContain('secret')
  })

  test.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect', 'Client has encountered a connection error and is not queryable'])('know an outage that has no code: %s', (message) => {
    expect(problemFrom(new Error(message))).toMatchObject({ status: 503, code: 'unavailable' })
  })

  test('of wrong input name each field', () => {
    const { error } = z.strictObject({ name: z.string(), at: z.strictObject({ day: z.number() }) }).safeParse({ at: { day: 'x', more: 1 } })
    expect(problemFrom(error)).toMatchObject({ status: 400, code: 'bad_input', issues: [{ path: 'name' }, { path: 'at.day' }, { path: 'at' }] })
  })

  test.each([[undefined], [null], ['text'], [{}], [{ statusCode: 502 }]])('of %j thrown are unexpected', (thrown) => {
    expect(problemFrom(thrown)).toMatchObject({ status: 500, code: 'unexpected' })
  })
})
