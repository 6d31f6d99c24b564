import { describe, expect, test } from 'vitest'
import { rowsOfSheet, tableOf } from './edit-tables.ts'

describe('rows from a sheet', () => {
  test.each([
    ['cells between tabs', 'a\tb\n1\t2\n', [['a', 'b'], ['1', '2']]],
    ['cells with line ends and quotation marks', 'a\tb\r\n"x\ny"\t"he said ""no"""\r\n', [['a', 'b'], ['x\ny', 'he said "no"']]],
    ['a quotation mark inside a cell', 'a\tb\n5" pipe\t2', [['a', 'b'], ['5" pipe', '2']]],
    ['empty cells', 'a\tb\n\t2', [['a', 'b'], ['', '2']]],
    ['one line is no table', 'a\tb', undefined],
    ['one column is no table', 'a\nb', undefined],
    ['lines of different widths are no table', 'a\tb\nc', undefined],
    ['code indented by tabs is no table', '\tif (a)\n\tb()', undefined],
    ['nothing', '', undefined],
  ])('%s', (_why, text, rows) => expect(rowsOfSheet(text)).toEqual(rows))
})

describe('a table', () => {
  test('has a head, stands even, and figures to the right', () => {
    expect(tableOf([['limit', 'recovers', 'note'], ['3', '0.8 %', 'as now'], ['5', '1.9 %', 'a | b']])).toBe([
      '| limit | recovers | note   |', '| ----: | -------: | ------ |', '|     3 |    0.8 % | as now |', '|     5 |    1.9 % | a \\| b |',
    ].join('\n'))
  })
  test('a wide one is not drawn even', () => expect(tableOf([['a', 'b'], ['x'.repeat(120), 'y']])).toBe(`| a | b |\n| --- | --- |\n| ${'x'.repeat(120)} | y |`))
  test.each([[[]], [[['a'], ['b']]]])('%j is none', (rows) => expect(tableOf(rows)).toBeUndefined())
  test('short rows are filled', () => expect(tableOf([['a', 'b'], ['c']])).toContain('| c   |     |'))
})
