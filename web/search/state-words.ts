import { t } from '../ui/words.ts'

/** How a thread, an ask, a decision or a page stands, as search tells it. */
const STATES: Readonly<Record<string, string>> = {
  open: t`open¦state`, resolved: t`resolved¦state`,
  seen: t`seen¦state`, question_back: t`question back¦state`, clarified: t`clarified¦state`, answered: t`answered¦state`, declined: t`declined¦state`, lapsed: t`lapsed¦state`, overdue: t`overdue¦state`, escalated: t`escalated¦state`, withdrawn: t`withdrawn¦state`,
  draft: t`draft¦state`, call_needed: t`call needed¦state`, ready: t`ready¦state`, decided: t`decided¦state`, provisional: t`provisional¦state`, expired: t`expired¦state`, superseded: t`superseded¦state`, deprecated: t`deprecated¦state`,
  unverified: t`unverified¦state`, stale: t`stale¦state`, verified: t`verified¦state`,
}

/** A state in words: `call_needed` → `call needed`. */
export const stateWords = (state: string): string => STATES[state.replaceAll('-', '_')] ?? state.replaceAll(/[-_]/g, ' ')
