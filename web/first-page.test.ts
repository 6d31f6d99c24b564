import { describe, expect, test } from 'vitest'
import { firstPageChunks, reachedFrom } from './first-page.ts'

const IMPORTS: Record<string, readonly string[]> = { start: ['router', 'query'], router: ['query', 'start'], query: [], page: ['router'] }

describe('the first page is one file', () => {
  test('of everything the start reaches, in circles too', () => {
    expect([...reachedFrom('start', (id) => IMPORTS[id])]).toEqual(['start', 'router', 'query'])
  })

  test.each([['start', 'first'], ['query', 'first'], ['page', null]])('%s goes into %s', (id, file) => {
    const [, group] = firstPageChunks('start')
    const name = group?.name
    expect(typeof name === 'function' && name(id, { getModuleInfo: (asked) => ({ importedIds: IMPORTS[asked] ?? [] }) })).toBe(file)
  })
})
