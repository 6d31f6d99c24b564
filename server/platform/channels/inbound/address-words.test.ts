import { describe, expect, test } from 'vitest'
import { readAddress, shortSignature, writeAddress } from './address-words.ts'

const PARTS = { workspaceId: '01957c4e-7e00-7abc-bdef-0123456789ab', id: 9_007_199_254_740_991, signature: shortSignature(Buffer.alloc(32, 0xab)) }
const ADDRESS = writeAddress(PARTS, 'ws.example')

describe('a reply address', () => {
  test('holds what it was made of, in a local part that every mail server takes', () => {
    expect(readAddress(ADDRESS, 'ws.example')).toEqual(PARTS)
    expect(ADDRESS.indexOf('@')).toBeLessThanOrEqual(64)
    expect(ADDRESS).toMatch(/^[a-z0-9+@.]+$/)
  })
  test('reads the same in capitals, as some mail servers write them', () => expect(readAddress(ADDRESS.toUpperCase(), 'ws.example')).toEqual(PARTS))
  test.each([
    ['of another domain', ADDRESS.replace('ws.example', 'evil.example')], ['of a domain that ends like ours', ADDRESS.replace('ws.example', 'evilws.example')],
    ['cut short', ADDRESS.replace('b@', '@')], ['with more', ADDRESS.replace('@', 'a@')], ['with another mailbox', ADDRESS.replace('reply', 'root')],
    ['without a token', 'reply@ws.example'], ['with a number too large', ADDRESS.replace(/.{11}(?=.{20}@)/, 'vvvvvvvvvvv')], ['empty', ''], ['with two domains', `${ADDRESS}@evil.example`],
  ])('is none %s', (_how, address) => expect(readAddress(address, 'ws.example')).toBeNull())
})
