/**
 * How long what was sent can be taken back before anybody is told: ten seconds, unless its author wants longer. The longest
 * is more than ten times the shortest, as WCAG 2.2.1 asks of a time that can be adjusted. Unit: seconds.
 */
export const UNDO_CHOICES_S = [10, 30, 60, 120] as const
export type UndoSeconds = (typeof UNDO_CHOICES_S)[number]

/** Of whoever never chose, and of Longhand itself. Unit: seconds. */
export const UNDO_S: UndoSeconds = 10
