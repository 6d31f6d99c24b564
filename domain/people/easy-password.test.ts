import { expect, test } from 'vitest'
import { easyPassword } from './easy-password.ts'

const KNOWN = ['Olga Owner', 'olga.berg@harbour.example', 'Harbour', 'Longhand']
const COMMON = new Set(['1234567890', 'qwertyuiop'])

test.each([
  ['1234567890', 'common'], ['QWERTYuiop', 'common'], ['longhand123', 'name'], ['Olga.Owner!', 'name'], ['harbour 2026', 'name'], ['Owner-Owner-1', 'name'], ['ＬＯＮＧＨＡＮＤ99', 'name'],
  ['a long password', null], ['harbour lamps burn late', null], ['12345678901', null], ['correct horse battery', null], ['…………………', null],
])('%s', (password, easy) => expect(easyPassword(password, KNOWN, (one) => COMMON.has(one))).toBe(easy))
