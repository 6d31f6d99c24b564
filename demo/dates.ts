type Instant = Temporal.Instant

/** When the story as it is written begins and ends: it ends as Tokyo starts on a Tuesday. */
const WRITTEN_BEGIN = '2026-02-23T00:04:00Z'
export const WRITTEN_END = '2026-03-24T00:04:00Z'
const WEEK_HOURS = 7 * 24

/**
 * The story told at another time: moved by whole weeks, so that its Fridays stay Fridays, and as far as it can be without
 * reaching beyond the present. All of it has then happened, whatever the weekday; the days since, six at most, bring
 * mornings and check-ins, and what is still open grows older in them.
 */
export function storyDates(present: Instant) {
  const weeks = Math.floor(Temporal.Instant.from(WRITTEN_END).until(present).total('hours') / WEEK_HOURS)
  const moved = (at: string): Instant => Temporal.Instant.from(at).add({ hours: weeks * WEEK_HOURS })
  return {
    begin: moved(WRITTEN_BEGIN), moved,
    movedDate: (date: string): string => Temporal.PlainDate.from(date).add({ weeks }).toString(),
  }
}

export type StoryDates = ReturnType<typeof storyDates>
