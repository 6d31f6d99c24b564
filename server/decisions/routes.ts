import type { Feature } from '#server/platform/http/on.ts'

/** Decisions in writing: options, positions, a signature, and the record that stays. */
export const decisions: Feature = { name: 'decisions', routes: [] }
