import type { ColumnType, Generated } from 'kysely'

export type Instant = Temporal.Instant
/** A jsonb column: read as a value, written through `json()`. */
export type Json<T> = ColumnType<T, string, string>
export type GeneratedJson<T> = ColumnType<T, string | undefined, string>
export type { Generated }

/** Writes a value for a jsonb column. */
export const json = (value: unknown): string => JSON.stringify(value)
