import { diffLines } from '#domain/agreement/line-diff.ts'
import { settingChanges } from '#domain/agreement/setting-words.ts'
import type { AgreementView } from '#contract/agreement.ts'
import { spoken } from '../ui/spoken.ts'

/** Two versions compared: their lines, and what the software does differently. */
export function compareVersions(before: Pick<AgreementView, 'text' | 'settings'>, after: Pick<AgreementView, 'text' | 'settings'>) {
  return { lines: diffLines(before.text, after.text), settings: settingChanges(before.settings, after.settings, spoken()) }
}
