import { expect, test } from 'vitest'
import { mailInWords } from './mail-in-words.ts'

test.each([['waiting', 'It is read next.'], ['done', 'Taken.'], ['refused', 'No effect; its person was told.'], ['ignored', 'No effect; nobody was told.']] as const)('a mail that came in and is %s: %s', (state, said) => expect(mailInWords(state)).toBe(said))
