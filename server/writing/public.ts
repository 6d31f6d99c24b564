import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { settingsOf } from '#server/agreement/public.ts'
import type { Act } from '#server/platform/act.ts'
import { viewChecked } from './views.ts'

type Wanted = Pick<Parameters<typeof viewChecked>[1], 'text' | 'kind' | 'ask' | 'filled'>

/**
 * Holds a text to the rules of the check that the team insists on, the agreement's `writing.gate`. Where it names none,
 * nothing is looked at.
 * @throws {Refusal} `bad_input` with the first finding of such a rule
 */
export async function insist(act: Act, wanted: Wanted): Promise<void> {
  const { writing: { gate } } = await settingsOf(act)
  if (gate.length === 0) return
  const found = (await viewChecked(act, wanted)).findings.find((finding) => gate.includes(finding.rule))
  if (found) throw new Refusal('bad_input', found.message, said`Your agreement insists on this (writing.gate: ${found.rule}). ${found.why}`)
}
