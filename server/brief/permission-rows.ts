import { openedBrief, readBrief } from '#contract/brief.ts'
import { EVERYBODY, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'

/** A brief is composed for whoever asks; the matrix looks that it tells nobody of spaces they do not see. */
export const permissionRows: readonly Row[] = [
  row(readBrief, 'one’s own', () => ({}), EVERYBODY),
  row(readBrief, 'of a whole week', () => ({ since: '2026-03-16T00:00:00Z' }), EVERYBODY),
  row(openedBrief, 'one’s own', () => ({}), EVERYBODY),
]
