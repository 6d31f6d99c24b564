import { capital, listInWords } from '../../ui/format.ts'
import type { AskDraft } from './ask-draft.ts'
import { t } from '../../ui/words.ts'

/** What stands on the fold over the rest of the contract: what of it is filled in. */
export function moreWords({ scope, criteria, blockedPath, silentDefault }: AskDraft, urgent: boolean): string {
  const filled = (text: string) => text.trim() !== ''
  const said = [filled(criteria) && t`criteria`, !urgent && filled(blockedPath) && t`what is blocked`, !urgent && filled(silentDefault) && t`what silence means`].filter((part) => part !== false)
  const look = scope === 'detailed' ? t`in detail` : t`a brief look`
  return capital(said.length === 0 ? t`${look}; if you like, criteria and what silence means` : t`${look}, with ${listInWords(said)}`)
}
