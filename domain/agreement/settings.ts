/**
 * How long an answer may take. `minutes` counts the reader's working time, or the clock on the wall where
 * `around_the_clock`; `working_days` means by the end of that working day, 0 being today's.
 */
export type Allowance = { minutes: number; around_the_clock: boolean } | { working_days: number }

export type ResponseTime = { name: string; allowance: Allowance; meaning: string }
export type PresetName = '001' | '002'

/** What the software runs on. Each number is a default here, shown where it acts, and changed in the agreement. */
export type AgreementSettings = {
  preset: PresetName
  /** Most urgent first. */
  responses: ResponseTime[]
  handoff: {
    /** Working minutes after the receiver's shift starts until a baton goes to the cover. */
    grace_minutes: number
  }
  standup: {
    /** Working minutes after the start of a person's shift in which the standup is expected. */
    window_minutes: number
  }
  brief: {
    /** How long reading may take before the rest is folded. */
    reading_minutes: number
  }
}

/** Time-boxes of the seeds: 001:45–48, and 002:147–151. The sources disagree, so a team must choose. */
export const RESPONSES: Readonly<Record<PresetName, readonly ResponseTime[]>> = {
  '001': [
    { name: 'urgent', allowance: { minutes: 30, around_the_clock: true }, meaning: 'System down, client emergency.' },
    { name: 'important', allowance: { minutes: 240, around_the_clock: false }, meaning: 'A blocker or a time-sensitive question.' },
    { name: 'standard', allowance: { working_days: 0 }, meaning: 'A general question, sharing information.' },
    { name: 'low', allowance: { minutes: 960, around_the_clock: false }, meaning: 'For your information, not urgent.' },
  ],
  '002': [
    { name: 'urgent', allowance: { working_days: 0 }, meaning: 'Same day, within working hours.' },
    { name: 'normal', allowance: { working_days: 1 }, meaning: 'By the end of the next business day.' },
    { name: 'complex', allowance: { working_days: 3 }, meaning: 'Two to three days for a thoughtful answer.' },
  ],
}

/** A new workspace's settings with the preset it chose. */
export function defaultSettings(preset: PresetName): AgreementSettings {
  return {
    preset, responses: [...RESPONSES[preset]],
    handoff: { grace_minutes: 30 },
    standup: { window_minutes: 120 },
    brief: { reading_minutes: 2 },
  }
}
