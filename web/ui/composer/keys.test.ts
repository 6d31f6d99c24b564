import { describe, expect, test } from 'vitest'
import { after, at } from './edits.test-kit.ts'
import { commandOf, editOf } from './keys.ts'
import type { TextPress } from './keys.ts'

const press = (keys: string): TextPress => {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  return { key, code: /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`, mod: parts.includes('mod'), shift: parts.includes('shift'), alt: parts.includes('alt') }
}

describe('keys inside a text', () => {
  test.each([['mod+Enter', 'send'], ['mod+shift+P', 'preview']])('%s is %s', (keys, command) => expect(commandOf(press(keys))).toBe(command))

  test.each([
    ['mod+b', '‹a›', '**‹a›**'], ['mod+I', '‹a›', '_‹a›_'], ['mod+e', '‹a›', '`‹a›`'], ['mod+k', '‹a›', '[a](¦)'], ['mod+shift+8', '‹a›', '‹- a›'], ['mod+shift+7', '‹a›', '‹1. a›'], ['Enter', '- a¦', '- a\n- ¦'],
    ['Tab', '- a\n- b¦', '- a\n  - b¦'], ['shift+Tab', '- a\n  - b¦', '- a\n- b¦'],
  ])('%s edits %s', (keys, before, then) => {
    expect(after(at(before), editOf(press(keys), at(before)))).toBe(then)
    expect(commandOf(press(keys))).toBeUndefined()
  })

  test.each([['mod+alt+k', 'opens the palette'], ['Tab', 'goes on'], ['shift+Enter', 'is a line'], ['mod+z', 'undoes'], ['mod+shift+z', 'does again'], ['b', 'is typed'], ['alt+Enter', 'is left to the system']])('%s %s', (keys) => {
    expect(editOf(press(keys), at('a¦'))).toBeUndefined()
    expect(commandOf(press(keys))).toBeUndefined()
  })
})
