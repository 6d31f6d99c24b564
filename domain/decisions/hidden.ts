import type { Decision } from './decision.ts'

/**
 * Whether others' positions are kept from a reader: while a decision that hides them is open, from everybody who has
 * taken none, whoever it is. Once it is ready, needs a call or is settled, everybody sees all.
 */
export function isHidden({ state, positions }: Pick<Decision, 'state' | 'positions'>, hiddenUntilMine: boolean, viewerId: string): boolean {
  return hiddenUntilMine && state === 'open' && !positions.some(({ personId }) => personId === viewerId)
}
