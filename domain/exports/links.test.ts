import { describe, expect, test } from 'vitest'
import { addressedHere, besideText } from './links.ts'

const ID = '01980000-0000-7000-8000-000000000001'
const OTHER = '01980000-0000-7000-8000-000000000002'
const PLAN = { id: ID, name: 'A plan (1).png', path: 'files/3fa1b2c3d4e5/a-plan-1.png' }
const NOTE = { id: OTHER, name: 'note.txt', path: 'files/aaaaaaaaaaaa/note.txt' }

describe('links to attached files', () => {
  test.each([
    ['a picture', `![x](/files/${ID}/A%20plan%20%281%29.png)`, '![x](files/3fa1b2c3d4e5/a-plan-1.png)'],
    ['with a title', `[x](/files/${OTHER}/note.txt "Notes")`, '[x](files/aaaaaaaaaaaa/note.txt "Notes")'],
    ['in angle brackets', `[x](</files/${OTHER}/note.txt>)`, '[x](<files/aaaaaaaaaaaa/note.txt>)'],
    ['in a definition', `[x]: /files/${OTHER}/note.txt\n`, '[x]: files/aaaaaaaaaaaa/note.txt\n'],
    ['in HTML', `<img src="/files/${ID}/A%20plan%20%281%29.png">`, '<img src="files/3fa1b2c3d4e5/a-plan-1.png">'],
    ['under another name', `[x](/files/${ID}/typed.png)`, '[x](files/3fa1b2c3d4e5/typed.png)'],
    ['of a file that is not attached', '[x](/files/01980000-0000-7000-8000-000000000009/a.png)', '[x](/files/01980000-0000-7000-8000-000000000009/a.png)'],
    ['of another server', `https://example.com/files/${ID}/a.png`, `https://example.com/files/${ID}/a.png`],
    ['with signs that replacing knows', `$& (/files/${OTHER}/note.txt) $1`, '$& (files/aaaaaaaaaaaa/note.txt) $1'],
  ])('%s', (_what, text, beside) => {
    expect(besideText(text, [PLAN, NOTE])).toBe(beside)
    expect(addressedHere(beside, [PLAN, NOTE])).toBe(text)
  })

  test('from a folder below', () => {
    expect(besideText(`[x](/files/${OTHER}/note.txt)`, [NOTE], '../../')).toBe('[x](../../files/aaaaaaaaaaaa/note.txt)')
  })
})
