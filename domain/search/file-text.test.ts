import { expect, test } from 'vitest'
import { readableText } from './file-text.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['notes.txt', bytes('Grüezi'), 'Grüezi'], ['README.MD', bytes('# x'), '# x'], ['Dockerfile', bytes('FROM x'), 'FROM x'], ['a.log', bytes(''), ''], ['data.csv', bytes('a,b'), 'a,b'], ['x.tar.gz', bytes('a'), ''], ['photo.png', bytes('abc'), ''], ['no-end', bytes('x'), ''],
  ['binary.txt', new Uint8Array([65, 0, 66]), ''], ['latin.txt', new Uint8Array(Array.from({ length: 50 }, () => 0xE9)), ''], ['cut.txt', bytes('Zürich é').subarray(0, 9), 'Zürich '],
])('%s', (name, given, text) => expect(readableText(name, new TextDecoder().decode(given))).toBe(text))
