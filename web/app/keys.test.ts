import { describe, expect, test } from 'vitest'
import { makeKeyReader } from './keys.ts'
import type { Press } from './keys.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, code: `Key${key.toUpperCase()}`, mod: false, alt: false, where: 'page', ...more })
const known = (keys: string) => keys === 'g b'

describe('keys are read as the registry names them', () => {
  test.each([
    ['a letter', press('w'), 'w'],
    ['a sign', press('?', { code: 'Slash' }), '?'],
    ['the palette', press('k', { mod: true }), 'mod+k'],
    ['the palette from a field', press('k', { mod: true, where: 'field' }), 'mod+k'],
    ['in an editor ⌘K makes a link', press('k', { mod: true, where: 'editor' }), undefined],
    ['there ⌘⌥K opens it, whatever ⌥K types', press('˚', { code: 'KeyK', mod: true, alt: true, where: 'editor' }), 'mod+k'],
    ['letters typed in a field are text', press('w', { where: 'field' }), undefined],
    ['⌥ with a letter types a sign', press('å', { code: 'KeyA', alt: true }), undefined],
  ])('%s', (_why, pressed, keys) => expect(makeKeyReader()(pressed, 0, known)).toBe(keys))
})

describe('sequences', () => {
  test('g, then b', () => {
    const read = makeKeyReader()
    expect(read(press('g'), 0, known)).toBe('g')
    expect(read(press('b'), 300, known)).toBe('g b')
    expect(read(press('b'), 400, known)).toBe('b')
  })
  test('too late is two keys', () => {
    const read = makeKeyReader()
    read(press('g'), 0, known)
    expect(read(press('b'), 2_000, known)).toBe('b')
  })
  test('a chord in between ends it', () => {
    const read = makeKeyReader()
    read(press('g'), 0, known)
    read(press('k', { mod: true }), 100, known)
    expect(read(press('b'), 200, known)).toBe('b')
  })
})
