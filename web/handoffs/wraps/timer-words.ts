import { t } from '../../ui/words.ts'
/** The words move on this often, so that nothing ticks beside the text. Unit: seconds. */
export const SHOWN_EVERY = 10
const MINUTE = 60

/** `Just begun.`, `About 40 s so far.`, `About 2 min so far.` Unit: seconds. */
export function timerWords(seconds: number): string {
  const rounded = Math.floor(seconds / SHOWN_EVERY) * SHOWN_EVERY
  if (rounded === 0) return t`Just begun.`
  return rounded < MINUTE ? t`About ${rounded} s so far.` : t`About ${Math.floor(rounded / MINUTE)} min so far.`
}

/** How long a wrap took, for its author: `You took 48 s.`, `You took 2 min 5 s.` Unit: seconds. */
export function tookWords(seconds: number): string {
  const minutes = Math.floor(seconds / MINUTE)
  const rest = seconds % MINUTE
  return t`You took ${[minutes > 0 && `${minutes} min`, (rest > 0 || minutes === 0) && `${rest} s`].filter(Boolean).join(' ')}.`
}
