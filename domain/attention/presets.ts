import type { Weekday } from '../time/types.ts'

type Stretch = { readonly start: string; readonly end: string }

/** A day's focus as a seed draws it, ready to become recurring blocks from Monday to Friday. Times are local. */
export type FocusPreset = {
  readonly name: 'one_block' | 'two_blocks' | 'core_block' | 'afternoon'
  readonly title: string
  /** Where it comes from: seed and line. */
  readonly source: string
  readonly focus: readonly Stretch[]
  /** When one meets and answers, where the seed says so. */
  readonly sync: readonly Stretch[]
}

export const PRESET_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5]

export const FOCUS_PRESETS: readonly FocusPreset[] = [
  { name: 'one_block', title: 'One block of two and a half hours each morning', source: '000:12', focus: [{ start: '09:00', end: '11:30' }], sync: [] },
  { name: 'two_blocks', title: 'Focus from 9 to 13 and from 15 to 17, meetings between', source: '001:42', focus: [{ start: '09:00', end: '13:00' }, { start: '15:00', end: '17:00' }], sync: [{ start: '13:00', end: '15:00' }] },
  { name: 'core_block', title: 'Four hours of core focus each day', source: '001:42', focus: [{ start: '09:00', end: '13:00' }], sync: [] },
  { name: 'afternoon', title: 'Talking from 10 to 12, focus from 13 to 17', source: '002:211–214', focus: [{ start: '13:00', end: '17:00' }], sync: [{ start: '10:00', end: '12:00' }] },
]
