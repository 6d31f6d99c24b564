import type { checkWriting, CheckedView } from '#contract/writing.ts'
import type { InputOf } from '#contract/operation.ts'
import { readMarkdown } from '#contract/writing-text.ts'
import { checkText } from '#domain/writing/check-text.ts'
import { settingsOf } from '#server/agreement/public.ts'
import type { Act } from '#server/platform/act.ts'
import { withoutDismissed } from './dismissals.ts'

/** The check with the agreement's numbers, and with examples on the writer's clock, without what they set aside. Nothing of the text is kept. */
export async function viewChecked(act: Act, { text, kind, ask, filled, place }: InputOf<typeof checkWriting>): Promise<CheckedView> {
  const { writing } = await settingsOf(act)
  const { zone } = act.actor
  const today = act.now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const checked = checkText(readMarkdown(text), { tldrOverWords: writing.tldr_words, pageOverWords: writing.page_words, zone, today, ...(kind && { kind }), ...(ask && { ask }), ...(filled && { filled }) })
  const findings = place === undefined ? [...checked.findings] : await withoutDismissed(act, { place, text }, checked.findings)
  return { ...checked, findings, dismissed: checked.findings.length - findings.length }
}
