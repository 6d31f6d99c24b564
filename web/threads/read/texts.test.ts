import { expect, test } from 'vitest'
import { filesBeside } from './texts.ts'

test('a picture that the text shows does not stand below it again', () => {
  const file = { id: '1', name: 'a.png', type: 'image/png', size: 1, url: '/files/1/a.png', image: true }
  expect(filesBeside({ body: '![a](/files/1/a.png)', files: [file, { ...file, id: '2', url: '/files/2/b.pdf', image: false }] }).map(({ id }) => id)).toEqual(['2'])
})
