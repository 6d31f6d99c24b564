import type { Texts } from '../said.ts'

/** What runs says to people, in German. */
export const GERMAN: Texts = {
  'Step {0} is neither ticked nor skipped.': 'Schritt {0} ist weder abgehakt noch übersprungen.',
  'Steps {0} and {1} more are neither ticked nor skipped.': 'Die Schritte {0} und {1} weitere sind weder abgehakt noch übersprungen.',
  'Steps {0} and {1} are neither ticked nor skipped.': 'Die Schritte {0} und {1} sind weder abgehakt noch übersprungen.',
  'Tick what was done, and skip the rest with a reason.': 'Hake ab, was getan ist, und überspring den Rest mit einem Grund.',
}
