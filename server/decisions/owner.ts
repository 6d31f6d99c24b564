import type { HeadRow } from './queries.ts'

/**
 * Who is shown as owner. A record that was brought in belongs to whom its file names; where that is nobody here, the
 * names stay as text, and whoever brought it in is not named in their place, though they hold the rights.
 */
export const ownerOf = ({ accountable_id: id, owner_named: named }: Pick<HeadRow, 'accountable_id' | 'owner_named'>): string | null => named ? id : null
