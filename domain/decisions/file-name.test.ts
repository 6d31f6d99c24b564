import { describe, expect, test } from 'vitest'
import { fileNameOf } from './file-name.ts'

describe('the file of a record', () => {
  test.each([
    [7, 'Use Café tables, not DB rows!', '0007-use-cafe-tables-not-db-rows.md'],
    [12, 'キャッシュをどこに置くか', '0012-キャッシュをどこに置くか.md'],
    [1, '…', '0001-decision.md'],
    [12345, 'After  the\tmove / C++', '12345-after-the-move-c.md'],
    [3, `${'word '.repeat(40)}`, '0003-word-word-word-word-word-word-word-word-word-word.md'],
    [4, '../../etc/passwd', '0004-etc-passwd.md'],
  ])('%d, “%s”', (number, title, name) => {
    expect(fileNameOf(number, title)).toBe(name)
  })
})
