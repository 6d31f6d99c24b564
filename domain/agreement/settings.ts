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
  asks: {
    /** Whether the clock of an ask stands still while its reader is in focus. */
    clock_stops_in_focus: boolean
    /** Exchanges back and forth on one open question, messages, and days it is open, from which a call is offered. */
    rounds_limit: number
    rounds_messages: number
    rounds_days: number
  }
  focus: {
    /** The shortest block that counts as focus. */
    floor_minutes: number
    /** ISO weekdays on which no meeting stands, Monday being 1; two at most. */
    meeting_free_days: number[]
  }
  urgent: {
    /** How often an urgent ask is repeated until somebody says that they are on it. */
    repeat_minutes: number
    /** How long each step of the path has before the next one is told as well. */
    step_minutes: number
    /** E-mail addresses of the people told one after the other once the reader has not answered. */
    people: string[]
    /** The role told after them, whoever of it is on shift; empty for none. The alarm in the space comes last. */
    role: string
  }
  writing: {
    /** A text longer than this wants its gist first. Unit: words. */
    tldr_words: number
    /** A text longer than this is offered to become a page. Unit: words. */
    page_words: number
    /** Rules of the pre-send check that must pass before something is sent; none unless the team says so. */
    gate: string[]
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

/**
 * A new workspace's settings with the preset it chose. Rounds: 001:68, 002:215; focus floor: 002:22; the gist and the
 * page: 001:58, 002:87.
 */
export function defaultSettings(preset: PresetName): AgreementSettings {
  return {
    preset, responses: [...RESPONSES[preset]],
    handoff: { grace_minutes: 30 },
    standup: { window_minutes: 120 },
    brief: { reading_minutes: 2 },
    asks: { clock_stops_in_focus: true, rounds_limit: 3, rounds_messages: 20, rounds_days: 3 },
    focus: { floor_minutes: 90, meeting_free_days: [] },
    urgent: { repeat_minutes: 10, step_minutes: 30, people: [], role: '' },
    writing: { tldr_words: 200, page_words: 600, gate: [] },
  }
}

/**
 * Settings as they were kept, with defaults for groups that came into being later: an agreement of last year runs
 * on the software of today.
 */
export function completeSettings(kept: Pick<AgreementSettings, 'preset'> & Partial<AgreementSettings>): AgreementSettings {
  return { ...defaultSettings(kept.preset), ...kept }
}
