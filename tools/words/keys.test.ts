import { expect, test } from 'vitest'
import { keysIn, unsaidIn } from './keys.ts'

test('sentences and counted nouns are found with their keys', () => {
  const source = "const a = t`Due ${when} by ${name}`\nconst b = counted(3, 'reply', 'replies')\nconst c = other`Not this`"
  expect(keysIn('a.ts', source)).toEqual([{ key: 'Due {0} by {1}', file: 'a.ts', line: 1 }, { key: 'reply|replies', file: 'a.ts', line: 2 }])
  expect(keysIn('b.ts', "amount(n, 'thing')")).toEqual([{ key: 'thing|things', file: 'b.ts', line: 1 }])
})

test('what people see and no catalog is asked for is found', () => {
  const source = '<p title="Some words" className="page first">Read it <b>{x ? \'No\' : t`Yes`}</b> {\'As it is\'}</p>'
  expect(unsaidIn('a.tsx', source).map(({ key }) => key)).toEqual(['Some words', 'Read it', 'As it is'])
})
