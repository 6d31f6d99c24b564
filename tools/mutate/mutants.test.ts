import { expect, test } from 'vitest'
import { mutantsOf, mutated, rightsOf, sampleOf } from './mutants.ts'

const all = (source: string) => mutantsOf('a.ts', source).map((mutant) => mutated(source, mutant))

test.each([
  ['a comparison', 'const a = (b: number) => f(b < 2)', ['const a = (b: number) => f(((b) <= (2)))', 'const a = (b: number) => f(b < 3)']],
  ['a condition', 'if (a) b = c', ['if (true) b = c', 'if (false) b = c', 'if (a) ;']],
  ['a negation', 'x(!a)', ['x((a))', ';']],
  ['a return', 'function a() { return b }', ['function a() { return (undefined) }']],
  ['a method', 'const a = b.some(c)', ['const a = b.every(c)']],
  ['a method that is left out', 'const a = b.filter(c)', ['const a = b']],
  ['a text with “ and ” before', 'const a = [“0”].length'.replaceAll(/[“”]/g, '\''), []],
])('%s', (_what, source, some) => {
  expect(all(source)).toEqual(expect.arrayContaining(some))
})

test('a plus between texts, and a text, are left alone', () => {
  expect(all('const a = `x` + b')).toEqual([])
})

test('characters of more than one byte move nothing', () => {
  expect(all('const a = \'“é😀”\', b = 1')).toEqual(['const a = \'“é😀”\', b = 2'])
})

test('a right is given to everybody', () => {
  const source = 'allow(act.actor, \'workspace.own\')\nif (!may(actor, \'x\')) throw no\nbeMay(1)'
  expect(rightsOf('a.ts', source).map((one) => mutated(source, one).split('\n')[one.line - 1])).toEqual(['undefined', 'if (!true) throw no'])
})

test('a sample is spread evenly and the same each time', () => {
  expect(sampleOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3)).toEqual([2, 6, 9])
  expect(sampleOf([1, 2], 3)).toEqual([1, 2])
})
