import { PASSWORD_MIN } from '#contract/account.ts'
import type { PresetName } from '#domain/agreement/settings.ts'
import type { Interval, Weekday } from '#domain/time/types.ts'
import { emailsIn, isEmail } from './emails.ts'
import { STEPS } from './steps.ts'
import type { Step } from './steps.ts'
import { t } from '../ui/words.ts'

/** The answers as they are kept while somebody thinks. The password is not among them: it is never stored. */
export type Answers = {
  name: string, workspace: string, email: string
  zone: string
  week: Interval[]
  preset: PresetName | null
  /** As typed: addresses between commas, spaces or lines. */
  invite: string
}
export type FieldErrors = Partial<Record<'name' | 'workspace' | 'email' | 'password' | 'zone' | 'week' | 'preset' | 'invite', string>>

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5]

/** Monday to Friday, nine to five: something to change is easier than something to make. */
export const usualWeek = (): Interval[] => WEEKDAYS.map((day) => ({ day, start: '09:00', end: '17:00' }))

export const noAnswers = (zone: string): Answers => ({ name: '', workspace: '', email: '', zone, week: usualWeek(), preset: null, invite: '' })

/** What is wrong with one step, by field, with how to mend it; empty when one can go on. */
export function wrongWith(step: Step, answers: Answers, password: string): FieldErrors {
  switch (step) {
    case 'you': return {
      ...(answers.name.trim() === '' && { name: t`Write your name as others should read it.` }),
      ...(answers.workspace.trim() === '' && { workspace: t`Give the workspace a name; the team’s will do.` }),
      ...(!isEmail(answers.email) && { email: t`This is not a whole e-mail address. Write one such as mei@example.org.` }),
      ...passwordError(password),
    }
    case 'hours': return hoursErrors(answers.zone, answers.week)
    case 'preset': return answers.preset === null ? { preset: t`Choose one of the two; the team can change it later.` } : {}
    case 'team': {
      const { wrong } = emailsIn(answers.invite)
      return wrong.length === 0 ? {} : { invite: t`Not a whole e-mail address: ${wrong.join(', ')}. Mend it or take it out.` }
    }
  }
}

/** @returns an error while the password is too short to be one */
export function passwordError(password: string): Pick<FieldErrors, 'password'> {
  return password.length < PASSWORD_MIN ? { password: t`Write at least ${PASSWORD_MIN} characters; a few words make a good one.` } : {}
}

export function hoursErrors(zone: string, week: readonly Interval[]): FieldErrors {
  return {
    ...(zone === '' && { zone: t`Choose where your clock runs.` }),
    ...(week.length === 0 && { week: t`Draw at least one stretch of work, so that others know when you read.` }),
  }
}

/** Whether question one stands but for its password: a reload took that away, and it is asked for again where one is. */
export function lacksOnlyPassword(answers: Answers): boolean {
  return Object.keys(wrongWith('you', answers, '')).every((field) => field === 'password')
}

/** The first step that cannot stand as it is; undefined when all can. A reload takes the password away, so this is asked again. */
export function firstWrong(answers: Answers, password: string): Step | undefined {
  return STEPS.find((step) => Object.keys(wrongWith(step, answers, password)).length > 0)
}
