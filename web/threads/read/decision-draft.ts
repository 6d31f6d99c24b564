/** A decision as it could be written, prefilled from what is open: the other way out of going round. */
export const decisionDraft = (title: string, agenda: readonly string[]): string =>
  [`**Decision needed:** ${title}`, `**What is open:**\n${agenda.map((point) => `- ${point}`).join('\n')}`, '**Options:**\n1. \n2. ', '**I would take:** … because …', '**Unless somebody objects by:** …'].join('\n\n')
