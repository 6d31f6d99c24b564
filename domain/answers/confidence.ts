/** What is known of how well a question was met. */
export type Met = {
  /** Share of the question, by rarity, that stands in the best text. 0..1 */
  text: number
  /** The same for its best passage with its headings and title. 0..1 */
  passage: number
  /** The same for all texts together: what stands nowhere is missing. 0..1 */
  anywhere: number
}

export const CLAIMED_MIN = 0

/** How sure one may be that the record answers. */
export const confidence = ({ text, passage, anywhere }: Met): number => (text + passage + anywhere) / 3
