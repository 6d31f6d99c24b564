import { describe, expect, test } from 'vitest'
import { splitLine } from './line-parts.ts'

const written = (line: string) => splitLine(line).map((part) => (part.kind === 'words' ? part.text : `<${part.kind} ${part.text}>`)).join('')

describe('a line is split at code and mentions', () => {
  test.each([
    ['nothing special', 'nothing special'],
    ['check #212, then resume', 'check <mention #212>, then resume'],
    ['resume with `--skip-duplicates` now', 'resume with <code --skip-duplicates> now'],
    ['`#212` is quoted, #213 is not', '<code #212> is quoted, <mention #213> is not'],
    ['all resumed; **no** row lost', 'all resumed; <strong no> row lost'],
    ['**read #212** first, `2 ** 3 ** 4` is code', '<strong read #212> first, <code 2 ** 3 ** 4> is code'],
    ['2 ** 3 ** 4, a**b**c, ** and **** stay', '2 ** 3 ** 4, a**b**c, ** and **** stay'],
    ['an open ` stays', 'an open ` stays'],
    ['', ''],
  ])('%s', (line, expected) => {
    expect(written(line)).toBe(expected)
  })
})
