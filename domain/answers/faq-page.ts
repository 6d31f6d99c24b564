/** The name of the page on which a space keeps what it was asked, until somebody gives it another one. */
export const FAQ_TITLE = 'Frequently asked questions'

export type FaqEntry = { question: string; answer: string; answeredByName: string; on: string; askNumber: number }

/** One question with its answer, as a section of a page: who answered it, when, and where. */
export function faqSection({ question, answer, answeredByName, on, askNumber }: FaqEntry): string {
  return `## ${question.replaceAll(/\s+/g, ' ').trim()}\n\n${answer.trim()}\n\nAnswered by ${answeredByName} on ${on}, in #${askNumber}.\n`
}

/** The page with one more section at its end; what stands there stays as it is, to the byte. */
export function withSection(text: string, section: string): string {
  if (text.trim() === '') return section
  return `${text}${text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n'}${section}`
}
