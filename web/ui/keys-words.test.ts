import { expect, test } from 'vitest'
import { spokenKeys, writtenKeys } from './keys-words.ts'

test.each([
  ['mod+k', true, ['⌘K'], 'Command k'], ['mod+k', false, ['Ctrl K'], 'Control k'], ['g b', true, ['g', 'b'], 'g then b'],
  ['mod+alt+k', true, ['⌘⌥K'], 'Command Alt k'], ['?', false, ['?'], 'question mark'], ['mod+enter', true, ['⌘↵'], 'Command Enter'],
])('%s', (keys, mac, written, spoken) => {
  expect(writtenKeys(keys, mac)).toEqual(written)
  expect(spokenKeys(keys, mac)).toBe(spoken)
})
