import { describe, expect, test } from 'vitest'
import { BUILT, whyItStays } from './built-on.ts'
import type { Built } from './built-on.ts'

const with_ = (...built: Built[]) => Object.fromEntries(BUILT.map((one) => [one, built.includes(one)])) as Record<Built, boolean>

describe('what was imported stays where somebody built on it', () => {
  test('and goes where nobody did', () => expect(whyItStays(with_())).toBeNull())
  test.each(BUILT)('“%s” has a sentence of its own', (built) => expect(whyItStays(with_(built))).toMatch(/^(somebody|something|its) /))
  test('the first reason is told', () => expect(whyItStays(with_('edited', 'replied'))).toBe('somebody replied'))
})
