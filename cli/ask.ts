import { confirm, isCancel, multiselect, password, select, text } from '@clack/prompts'
import { Cancelled } from './errors.ts'

export type Choice = { value: string; label: string; hint?: string }

/** Questions to the person at the terminal. A port, so that dialogues can be played through in tests. */
export type Ask = {
  /** A line; empty when `optional` and nothing was typed. */
  line(question: string, options?: { initial?: string; optional?: boolean; hint?: string }): Promise<string>
  secret(question: string): Promise<string>
  one(question: string, choices: readonly Choice[]): Promise<string>
  /** Any number of them; `chosen` stand ticked. */
  some(question: string, choices: readonly Choice[], chosen?: readonly string[]): Promise<string[]>
  yes(question: string, initial?: boolean): Promise<boolean>
}

/** Talk goes to stderr, so that data can be piped on. */
const output = { output: process.stderr }

/** @throws {Cancelled} on Ctrl-C or Escape */
export const terminalAsk: Ask = {
  async line(message, { initial, optional = false, hint } = {}) {
    const needed = (value: string | undefined) => optional || value?.trim() ? undefined : 'Please write a few words.'
    return answered(await text({ message, validate: needed, ...output, ...(initial && { initialValue: initial }), ...(hint && { placeholder: hint }) }) ?? '').trim()
  },
  secret: async (message) => answered(await password({ message, ...output })),
  one: async (message, choices) => answered(await select({ message, options: [...choices], ...output })),
  some: async (message, choices, chosen = []) => answered(await multiselect({ message, options: [...choices], initialValues: [...chosen], required: false, ...output })),
  yes: async (message, initial = true) => answered(await confirm({ message, initialValue: initial, ...output })),
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Cancelled('Stopped. Nothing was sent.')
  return answer as Exclude<T, symbol>
}
