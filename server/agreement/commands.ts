import type { AgreementView, pushAgreement } from '#contract/agreement.ts'
import type { InputOf } from '#contract/operation.ts'
import { settingChanges } from '#domain/agreement/setting-words.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { insertAcknowledgement, insertVersion, lockAgreement, versionHeads } from './queries.ts'
import { readAgreementText } from './read-text.ts'
import { versionFor, viewAgreement } from './views.ts'

/**
 * Makes the next version from a whole text. A text that says what is in force already changes nothing.
 * @throws {Refusal} `not_allowed`, `cannot_be_read` with the line, `conflict` with what changed since `base`
 */
export async function pushText(act: Act, input: InputOf<typeof pushAgreement>): Promise<AgreementView> {
  allow(act.actor, 'agreement.change')
  await lockAgreement(act)
  const inForce = await versionFor(act)
  if (input.text === inForce.text) return viewAgreement(act)
  if (input.base !== inForce.version) throw await staleBase(act, input.base, inForce.version)
  const { settings } = readAgreementText(input.text)
  const version = inForce.version + 1
  await insertVersion(act, { version, text: input.text, settings, reason: input.reason, authorId: act.actor.personId })
  await insertAcknowledgement(act, version, act.actor.personId)
  const changed = settingChanges(inForce.settings, settings).map((change) => change.path)
  await act.emit({ kind: 'agreement.changed', payload: { version, settings: changed } })
  return viewAgreement(act)
}

async function staleBase(act: Act, base: number, inForce: number): Promise<Refusal> {
  if (base > inForce) return new Refusal('conflict', said`There is no version ${String(base)} yet; version ${String(inForce)} is in force.`, said`Pull the agreement and edit that.`)
  const since = (await versionHeads(act, base)).toReversed()
  const names = await namesOf(act, since.map((version) => version.authorId))
  const told = since.map(({ version, authorId, reason }) => said`Version ${String(version)} by ${names.get(authorId)?.name ?? said`somebody`}: “${reason}”`).reduce((all, one) => said`${all} ${one}`)
  return new Refusal('conflict', said`The agreement changed since version ${String(base)}. ${told}`, said`Pull version ${String(inForce)}, put your change into it and push again; your text is not lost.`)
}

/** Notes that the caller has read a version and works by it. */
export async function acknowledgeVersion(act: Act, version: number): Promise<{ ok: true }> {
  const { version: known } = await versionFor(act, version)
  await insertAcknowledgement(act, known, act.actor.personId)
  await act.emit({ kind: 'agreement.acknowledged', payload: { version: known, personId: act.actor.personId } })
  return { ok: true }
}
