import { describe, expect, test } from 'vitest'
import { alikeness, areAlike } from './alike.ts'

const words = (text: string) => text.toLowerCase().split(' ')

describe('whether two questions ask the same', () => {
  test.each([
    ['rotate staging certificate', 'rotate certificate staging', true],
    ['renew certificate staging', 'rotate staging certificates', true],
    ['run invoices second time', 'rerun invoices twice', true],
    ['invoices run fails month end', 'invoice run failed end month', true],
    ['deploy frozen december', 'deploy freeze december', true],
    ['cache sessions valkey', 'pager weekend', false],
    ['restore backup staging', 'backup restore production', true],
    ['', 'anything', false],
  ])('%s / %s', (a, b, alike) => expect(areAlike(words(a), words(b))).toBe(alike))

  test('a question is like itself, and the order of the two does not matter', () => {
    expect(alikeness(['certificate'], ['certificate'])).toBe(1)
    expect(alikeness(['certificate', 'staging'], ['certificates'])).toBe(alikeness(['certificates'], ['certificate', 'staging']))
  })
})
