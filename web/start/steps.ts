/** What set-up asks, in this order. */
export const STEPS = ['you', 'hours', 'preset', 'team'] as const
export type Step = (typeof STEPS)[number]

export const stepBefore = (step: Step): Step | undefined => STEPS[STEPS.indexOf(step) - 1]
export const stepAfter = (step: Step): Step | undefined => STEPS[STEPS.indexOf(step) + 1]

/** The step that an address names; the first one where it names none. */
export function stepIn(value: unknown): Step {
  return STEPS.find((step) => step === value) ?? 'you'
}
