/**
 * How much a test does: `small` with each `npm test`, `full` in the long form. `LONGHAND_SHARE=0.1` makes the long form a tenth of
 * it, for a machine that is busy or short of time; the figures then say what was done.
 */
export function sizeOf(full: number, small: number): number {
  if (process.env['LONGHAND_LONG'] !== '1') return small
  return Math.max(small, Math.round(full * Number(process.env['LONGHAND_SHARE'] ?? 1)))
}
