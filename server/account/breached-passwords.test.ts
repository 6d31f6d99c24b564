import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breachedCheck } from './breached-passwords.ts'

const KEPT_BYTES = 8

test('the list is sorted and holds each once, as breached-passwords.md counts them', () => {
  const kept = readFileSync(join(import.meta.dirname, 'breached-passwords.bin'))
  const hashes = Array.from({ length: kept.length / KEPT_BYTES }, (_none, at) => kept.readBigUInt64BE(at * KEPT_BYTES))
  expect(hashes).toHaveLength(112_130)
  expect(hashes.every((hash, at) => at === 0 || (hashes[at - 1] ?? 0n) < hash)).toBe(true)
})

test.each(['qwertyuiop', '1234567890', 'usuckballz1', '1qaz2wsx3edc', 'manchester', 'password123', 'letmein123'])('%s is found', async (password) => {
  expect((await breachedCheck())(password)).toBe(true)
})

test('what nobody has chosen before is not', async () => {
  const isBreached = await breachedCheck()
  fc.assert(fc.property(fc.uuid(), (password) => { expect(isBreached(password)).toBe(false) }))
})
