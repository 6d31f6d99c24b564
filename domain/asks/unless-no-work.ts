import { Refusal } from '../refusal.ts'

/** Null instead of the refusal that somebody has no working time within a year. */
export function unlessNoWork<T>(find: () => T): T | null {
  try {
    return find()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no_working_time') return null
    throw error
  }
}
