import type { Gate } from '../gate.ts'

/** Everybody can use it. */
export const gates: readonly Gate[] = [
  {
    id: 'G20', promise: 'Every screen is sound for axe in light and dark, at a desk and on a phone, and can be magnified; nothing that has focus is covered.', project: 'browser', files: ['web/every-screen.browser.test.ts'],
    shortfall: 'Tools find a part of what people meet: nobody who lives with a screen reader has walked through Longhand yet. Criteria that are not met say so in docs/accessibility.md.',
  },
  { id: 'G20', promise: 'Twelve flows are walked by keyboard alone.', project: 'browser', files: ['web/keyboard.browser.test.ts'] },
  { id: 'G20', promise: 'Every criterion of WCAG 2.2, levels A and AA, names a test, a fact, why it does not apply, or what comes next.', project: 'unit', files: ['tools/wcag.test.ts'] },
]
