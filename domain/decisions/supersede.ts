import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'

/** One decision supersedes another; both pages show it. Ids or numbers, of one kind. */
export type SupersedeLink<Id> = { readonly by: Id; readonly of: Id }

/**
 * @throws {Refusal} `bad_input` for a decision that would supersede itself, directly or through others; nothing twice
 */
export function checkSupersede<Id>(links: readonly SupersedeLink<Id>[], { by, of }: SupersedeLink<Id>): void {
  if (by === of) throw new Refusal('bad_input', said`A decision cannot supersede itself.`, said`Name the older one.`)
  const olderThan = Map.groupBy(links, (link) => link.by)
  const waiting = [of]
  const seen = new Set<Id>()
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === by) throw new Refusal('bad_input', said`These two would supersede each other.`, said`Check which of them is the newer one.`)
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...(olderThan.get(at) ?? []).map((link) => link.of))
  }
}
