import type { AgreementView } from '#contract/agreement.ts'
import type { diffAgreement, listVersions } from '#contract/agreement.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { diffLines } from '#domain/agreement/line-diff.ts'
import { settingChanges, settingRows } from '#domain/agreement/setting-words.ts'
import { allow, may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { acknowledgements, findVersion, versionHeads } from './queries.ts'
import type { Version } from './queries.ts'
import { lastChanges } from './last-changes.ts'
import { clausesOf, readAgreementText } from './read-text.ts'
import { wordsOf } from '#server/platform/words.ts'

type Reading = Pick<Act, 'tx' | 'actor'>

/**
 * A version, the newest unless said otherwise.
 * @throws {Refusal} `not_found`
 */
export async function versionFor(act: Reading, version?: number): Promise<Version> {
  allow(act.actor, 'agreement.see')
  const found = await findVersion(act, version)
  if (found) return found
  throw new Refusal('not_found', version === undefined ? said`This workspace has no working agreement yet.` : said`There is no version ${String(version)} of the working agreement.`,
    version === undefined ? said`Ask an owner or admin to adopt a preset.` : said`Choose a version from its history.`)
}

/** The agreement as people read it: each clause with the settings that it drives, its last change and why. */
export async function viewAgreement(act: Reading, version?: number): Promise<AgreementView> {
  const shown = await versionFor(act, version)
  const [changes, acknowledged] = await Promise.all([lastChanges(act, shown), acknowledgements(act, shown.version)])
  const names = await namesOf(act, [shown.authorId, ...changes.values().map((change) => change.authorId)])
  const nameOf = (id: string) => names.get(id)?.name ?? ''
  const rows = settingRows(shown.settings, wordsOf(act))
  return {
    version: shown.version, text: shown.text, settings: shown.settings, reason: shown.reason, authorName: nameOf(shown.authorId), createdAt: shown.createdAt.toString(),
    clauses: clausesOf(shown.text).map((clause) => {
      const last = changes.get(clause.number) ?? shown
      return {
        ...clause, settings: rows.filter((row) => row.clause === clause.number).map(({ path, value, meaning }) => ({ path, value, meaning })),
        lastChange: { version: last.version, at: last.createdAt.toString(), byName: nameOf(last.authorId), reason: last.reason },
      }
    }),
    acknowledged: acknowledged.map(({ personId, name, at }) => ({ personId, name, at: at.toString() })),
    mine: acknowledged.some(({ personId }) => personId === act.actor.personId),
    can: may(act.actor, 'agreement.change') ? ['change', 'acknowledge'] : ['acknowledge'],
  }
}

export async function viewVersions(act: Reading): Promise<OutputOf<typeof listVersions>> {
  allow(act.actor, 'agreement.see')
  const versions = await versionHeads(act)
  const names = await namesOf(act, versions.map((version) => version.authorId))
  return { versions: versions.map(({ version, reason, authorId, createdAt }) => ({ version, reason, authorName: names.get(authorId)?.name ?? '', createdAt: createdAt.toString() })) }
}

/** What a text would change, or what changed since an older version. */
export async function viewDiff(act: Reading, input: InputOf<typeof diffAgreement>): Promise<OutputOf<typeof diffAgreement>> {
  const inForce = await versionFor(act)
  if ((input.text === undefined) === (input.version === undefined)) {
    throw new Refusal('bad_input', said`A comparison needs a text or a version, and only one of them.`, said`Send either text or version.`)
  }
  const [before, after] = input.text === undefined
    ? [await versionFor(act, input.version), inForce]
    : [inForce, { text: input.text, settings: readAgreementText(input.text).settings }]
  return { lines: diffLines(before.text, after.text), changed: before.text !== after.text, settings: settingChanges(before.settings, after.settings, wordsOf(act)) }
}
