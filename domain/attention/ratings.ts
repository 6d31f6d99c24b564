/** What a reader says afterwards of an urgent ask: it was, it could have waited an hour, or a day (001:81, 002:32). */
export const RATINGS = ['urgent', 'could_wait_hour', 'could_wait_day'] as const
export type Rating = (typeof RATINGS)[number]

/** How often somebody's urgent asks were urgent to those who were interrupted. Shown to the sender alone. */
export type HitRate = {
  readonly rated: number
  readonly urgent: number
  /** 0 to 1; null before the first rating. */
  readonly rate: number | null
}

export function hitRate(ratings: readonly Rating[]): HitRate {
  const urgent = ratings.filter((rating) => rating === 'urgent').length
  return { rated: ratings.length, urgent, rate: ratings.length === 0 ? null : urgent / ratings.length }
}
