import { describe, expect, test } from 'vitest'
import { UsageError } from './errors.ts'
import { pick } from './lookup.ts'

const people = [{ id: '1', name: 'Ben Bauer' }, { id: '2', name: 'Ben Baker' }, { id: '3', name: 'Méi Tan' }, { id: '4', name: 'Ben' }, { id: '5', name: 'Ali Öz' }, { id: '6', name: 'Ali Öz' }]
const wanted = { what: 'person', see: 'longhand people' }
const nextOf = (given: string): string => {
  try { pick(given, people, wanted); return 'found' } catch (error) { return error instanceof UsageError ? `${error.message} ${error.next}` : String(error) }
}

describe('somebody by name', () => {
  test.each([['Ben Bauer', '1'], ['ben bauer', '1'], ['mei', '3'], ['TAN', '3'], ['Ben', '4'], ['bak', '2'], ['3', '3']])('%s', (given, id) => expect(pick(given, people, wanted).id).toBe(id))
  test('several fit: all are named', () => expect(nextOf('ba')).toContain('could be Ben Bauer, Ben Baker'))
  test('of the same name: told apart by id', () => expect(nextOf('ali öz')).toContain('Ali Öz (5), Ali Öz (6)'))
  test('none fits: what there is', () => expect(nextOf('Zoe')).toContain('There is no person "Zoe". There is Ben Bauer'))
  test('nothing is never everybody', () => expect(nextOf('')).toContain('There is no person'))
})
