import { Problem } from '#contract/problem.ts'
import { REFUSALS, Refusal, type RefusalCode } from '#domain/refusal.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ENGLISH } from '#domain/words/said.ts'
import { wordsFor } from '../words.ts'
import { issuesIn } from './issues.ts'
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

  const FORM = z.strictObject({ name: z.string().min(1).max(80), email: z.email(), spaces: z.array(z.string()).max(2), role: z.enum(['member', 'guest']), at: z.strictObject({ day: z.int() }) })
  const right = { name: 'Ana', email: 'ana@example.org', spaces: [], role: 'guest', at: { day: 1 } }
  test.each([
    ['too long', { name: 'x'.repeat(81) }, 'The name is longer than 80 characters.', 'Der Name ist länger als 80 Zeichen.'],
    ['empty', { name: '' }, 'The name must not be empty.', 'Der Name darf nicht leer sein.'],
    ['left out', { name: undefined }, 'The name is missing.', 'Der Name fehlt.'],
    ['no address', { email: 'ana@' }, 'The e-mail address is not a whole address.', 'Die Mailadresse ist keine vollständige Adresse.'],
    ['too many', { spaces: ['a', 'b', 'c'] }, 'spaces: holds more than 2 things', 'spaces: enthält mehr als 2 Einträge'],
    ['none of a list', { role: 'king' }, 'role: must be one of these: member, guest', 'role: muss eines davon sein: member, guest'],
    ['another kind', { at: { day: 1.5 } }, 'at.day: must be a whole number', 'at.day: muss eine ganze Zahl sein'],
    ['unknown', { more: 1 }, 'The request holds what is unknown here: more.', 'Die Anfrage enthält, was hier unbekannt ist: more.'],
  ])('of wrong input are sentences in the words of their reader: %s', (_what, wrong, english, german) => {
    const titleIn = (words: typeof ENGLISH) => problemFrom(FORM.safeParse({ ...right, ...wrong }, issuesIn(words)).error, words).title
    expect([titleIn(ENGLISH), titleIn(wordsFor('de-DE'))]).toEqual([english, german])
  })

  test('of a field within a list are in the words over it, and what else is wrong stands beside the first', () => {
    const decision = z.strictObject({ content: z.strictObject({ needed: z.string().min(1), options: z.array(z.strictObject({ tradeOffs: z.array(z.strictObject({ text: z.string().max(3) })) })) }) })
    const wrong = { content: { needed: '', options: [{ tradeOffs: [{ text: 'ok' }, { text: 'long' }] }] } }
    const said = (words: typeof ENGLISH) => problemFrom(decision.safeParse(wrong, issuesIn(words)).error, words)
    expect(said(ENGLISH)).toMatchObject({ title: '“What has to be decided” must not be empty.', detail: 'A trade-off is longer than 3 characters.', issues: [{ path: 'content.needed' }, { path: 'content.options.0.tradeOffs.1.text' }] })
    expect(said(wordsFor('de-DE'))).toMatchObject({ title: '„Was zu entscheiden ist“ darf nicht leer sein.', detail: 'Eine Abwägung ist länger als 3 Zeichen.' })
  })

  test.each([[undefined], [null], ['text'], [{}], [{ statusCode: 502 }]])('of %j thrown are unexpected', (thrown) => {
    expect(problemFrom(thrown)).toMatchObject({ status: 500, code: 'unexpected' })
  })
})
