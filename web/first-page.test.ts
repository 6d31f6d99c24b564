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

  test.each([['/web/ui/Item.tsx', 'kit'], ['/web/ui/Select.tsx', null], ['/domain/rule.ts', null]])('%s, which many pages show, goes into %s', (id, file) => {
    const imports: Record<string, readonly string[]> = { '/web/ui/Item.tsx': ['/web/ui/Why.tsx', '/node_modules/react.js'], '/web/ui/Select.tsx': ['/node_modules/menu.js'], 'start': ['/node_modules/react.js'] }
    const name = firstPageChunks('start')[2]?.name
    expect(typeof name === 'function' && name(id, { getModuleInfo: (asked) => ({ importedIds: imports[asked] ?? [] }) })).toBe(file)
  })
})
