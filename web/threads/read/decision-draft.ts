import { t } from '../../ui/words.ts'
/** A decision as it could be written, prefilled from what is open: the other way out of going round. */
export const decisionDraft = (title: string, agenda: readonly string[]): string =>
  [t`**Decision needed:** ${title}`, t`**What is open:**\n${agenda.map((point) => `- ${point}`).join('\n')}`, t`**Options:**\n1. \n2. `, t`**I would take:** … because …`, t`**Unless somebody objects by:** …`].join('\n\n')
