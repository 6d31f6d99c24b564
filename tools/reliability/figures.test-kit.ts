import { appendFileSync } from 'node:fs'

/** What one test measured of one promise, as `docs/reliability.md` shows it. */
export type Figure = {
  /** The gate it belongs to, such as `G5`. */
  gate: string
  /** What was counted, in words: `failpoints that were killed at`. */
  what: string
  value: number
  /** What the number means, such as `ms`; a bare count has none. */
  unit?: string
  /** What the gate asks for, in words: `≥ 25`, `0`. */
  wanted: string
  met: boolean
  /** PostgreSQL's major version, where it was measured on one. */
  postgres?: string
}

/**
 * Keeps a figure for the report when one is being made (`npm run reliability` names the file in `LONGHAND_FIGURES`); otherwise nothing.
 * A figure is never the test itself: what must hold is expected where it is measured.
 */
export function figure(one: Figure): void {
  const file = process.env['LONGHAND_FIGURES']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(one)}\n`)
}
