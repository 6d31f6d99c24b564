import { expect, test } from 'vitest'
import { SAID } from '../said.test-kit.ts'
import { asMarkdown } from './as-markdown.ts'

test('a thread is taken along as Markdown', () => {
  const thread = { number: 7, title: 'Limits', spaceName: 'Billing', outcome: null, state: { text: 'Measuring.', version: 1, byName: 'Ana', at: null } }
  expect(asMarkdown(thread, [SAID, { ...SAID, deletedAt: '2026-03-24T09:00:00Z' }], { origin: 'https://x.example', zone: 'Europe/Berlin' }))
    .toBe('# Limits\n\n[#7](https://x.example/7) · Billing\n\n**Where it stands:** Measuring.\n\n---\n\n**Ana**, Tuesday 24 March 2026, 09:00 in Berlin\n\n> It is\n> three\n>\n> — Ben\n\nWhy three?\n')
})
