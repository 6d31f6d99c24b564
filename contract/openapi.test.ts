import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { OPERATIONS } from './index.ts'
import { openApi } from './openapi.ts'
import { lintOpenApi } from './openapi-lint.ts'

describe('the description of the API', () => {
  test('is what the snapshot says; a changed contract is written down with `npm run snapshot`', () => {
    const snapshot: unknown = JSON.parse(readFileSync(new URL('contract.snapshot.json', import.meta.url), 'utf8'))
    expect(JSON.parse(JSON.stringify(openApi()))).toEqual(snapshot)
  })

  test('is a valid OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(openApi())) as Record<string, unknown>)
    expect(result).toMatchObject({ valid: true })
  })

  test('describes every operation well', () => {
    expect(lintOpenApi(openApi())).toEqual([])
  })

  test('names operations and shapes once', () => {
    const names = OPERATIONS.map((operation) => operation.name)
    expect(names.length).toBe(new Set(names).size)
    const routes = OPERATIONS.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':x')}`)
    expect(routes.length).toBe(new Set(routes).size)
  })
})

describe('the lint finds what a reader would miss', () => {
  const good = { operationId: 'a.b', summary: 'Says it.', tags: ['a'], responses: { 200: { description: 'Done.' }, 400: { description: 'No.', content: { 'application/problem+json': {} } } } }
  const document = (operation: object) => ({ ...openApi([]), tags: [{ name: 'a' }], paths: { '/x/{id}': { get: operation } } })
  test.each([
    ['no id', { ...good, operationId: undefined }, 'has no operationId'],
    ['no summary', { ...good, summary: '' }, 'has no summary'],
    ['a summary that is no sentence', { ...good, summary: 'Says it' }, 'does not end like a sentence'],
    ['an undeclared tag', { ...good, tags: ['b'] }, 'has the tag b, which is not declared'],
    ['no refusal', { ...good, responses: { 200: {} } }, 'answers no problem'],
    ['a path name without parameter', good, 'does not describe {id}'],
  ])('%s', (_why, operation, said) => {
    expect(lintOpenApi(document(operation)).join('\n')).toContain(said)
  })

  test('two paths that differ by the names of their parameters only', () => {
    const parameter = (name: string) => ({ ...good, operationId: name, parameters: [{ in: 'path', name }] })
    const paths = { '/x/{id}': { get: parameter('id') }, '/x/{token}': { post: parameter('token') } }
    expect(lintOpenApi({ ...openApi([]), tags: [{ name: 'a' }], paths }).join('\n')).toContain('/x/{token} is the same path as /x/{id}')
  })

  test('a reference that leads nowhere', () => {
    expect(lintOpenApi(document({ ...good, requestBody: { $ref: '#/components/schemas/Nothing' } })).join('\n')).toContain('Nothing leads nowhere')
  })
})
