import type { DecisionContent, DecisionOption } from '#domain/decisions/content.ts'
import { AS_IS_OPTION, PROPOSED_OPTION } from '#domain/decisions/templates.ts'
import { diffLines } from '#domain/agreement/line-diff.ts'
import type { LineChange } from '#domain/agreement/line-diff.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { pushText, readAgreementText, versionFor } from '#server/agreement/public.ts'
import type { Act } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import type { DecisionRow } from './queries.ts'

/** The agreement as it would be, and the version that it was written on. */
export type AgreementChange = { text: string; base: number }

/** A proposed text on the version that is in force now. */
export async function proposedOn(act: Act, text: string): Promise<AgreementChange & { inForce: string }> {
  const { version, text: inForce } = await versionFor(act)
  return { text, base: version, inForce }
}

/** Such a decision has always what is proposed, which shows its lines (`diffBody`), and something else to choose: as it is, unless others stand there. */
export function withAgreementOptions(content: DecisionContent, body: string): DecisionContent {
  const proposed: DecisionOption = { ...content.options.find(({ id }) => id === PROPOSED_OPTION) ?? { id: PROPOSED_OPTION, title: 'As proposed', tradeOffs: [] }, body }
  const others = content.options.filter(({ id }) => id !== PROPOSED_OPTION)
  const asItIs: DecisionOption = { id: AS_IS_OPTION, title: 'As it is', body: 'The agreement stays as it is.', tradeOffs: [] }
  return { ...content, options: [...others.length === 0 ? [asItIs] : others, proposed] }
}

/** So many lines around a change say where it is. */
const AROUND = 2
const SIGNS: Readonly<Record<LineChange['kind'], string>> = { same: ' ', added: '+', removed: '-' }

/** What changes, as a diff in a Markdown fence that no line of it can close. */
export function diffBody(before: string, after: string): string {
  const lines = diffLines(before, after)
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same'))
  const shown = lines.flatMap(({ kind, text }, at) => near[at] ? [`${SIGNS[kind]}${text}`] : near[at - 1] && near.includes(true, at) ? ['…'] : [])
  if (shown.length === 0) return 'Nothing changes.'
  const ticks = Math.max(2, ...[...`${before}\n${after}`.matchAll(/`+/g)].map(([run]) => run.length)) + 1
  return `${'`'.repeat(ticks)}diff\n${shown.join('\n')}\n${'`'.repeat(ticks)}`
}

/**
 * What must hold before such a decision is opened: the text can be read, and whoever signs may change the agreement.
 * @throws {Refusal} `bad_input`
 */
export async function checkAgreementChange(act: Act, { agreement_text: text, accountable_id: accountableId }: Pick<DecisionRow, 'agreement_text' | 'accountable_id'>): Promise<void> {
  if (text === null) return
  const signer = accountableId === null ? null : await actorOf(act.tx, act.actor.workspaceId, accountableId)
  if (signer && !may(signer, 'agreement.change')) throw new Refusal('bad_input', said`${signer.name} may not change the agreement, so the signature could not apply it.`, said`Make an owner or admin accountable.`)
  try {
    readAgreementText(text)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('bad_input', said`The agreement as proposed cannot be read. ${error.said.message}`, error.said.next)
    throw error
  }
}

/**
 * Applies the proposed text when its option is signed, with the decision as the reason; any other option changes nothing.
 * @throws {Refusal} `conflict` where the agreement changed since the text was written
 */
export async function applyAgreement(act: Act, { agreement_text: text, agreement_base: base, number, title }: Pick<DecisionRow, 'agreement_text' | 'agreement_base' | 'number' | 'title'>, optionId: string): Promise<void> {
  if (text === null || optionId !== PROPOSED_OPTION) return
  try {
    await pushText(act, { text, base: base ?? 0, reason: `Decided in #${number}: ${title}` })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error
    throw new Refusal('conflict', said`${error.said.message} The text of this decision was written on the older version.`, said`Edit the proposed text so that it begins with the agreement in force; whoever had taken a position is asked again. Or sign “As it is”.`)
  }
}
