import type { Teller } from './teller.ts'

/** How long the demo's past is. Unit: days. */
export const STORY_DAYS = 29

/** A lived-in month of the team, told through the contract; its last days leave batons in every state. */
export async function tellStory(teller: Teller): Promise<void> {
  await teller.until(teller.end)
}
