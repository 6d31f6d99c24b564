import type { Call } from '#contract/client.ts'
import type { StoryDates } from './dates.ts'
import type { DemoName, DemoSpaceName } from './team.ts'

/** What a story is told with: the same operations that people use, at moments of the past. */
export type Teller = {
  /** Goes on to a later moment; everything due on the way happens. */
  until(at: Temporal.Instant): Promise<void>
  /** Acts as one of the team, through the contract. */
  as(name: DemoName): Call
  readonly dates: StoryDates
  readonly people: Readonly<Record<DemoName, string>>
  readonly spaces: Readonly<Record<DemoSpaceName, string>>
  /** Where the story ends: the present of whoever looks. */
  readonly end: Temporal.Instant
}
