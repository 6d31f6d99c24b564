import * as contract from '#contract/answers.ts'
import * as faq from '#contract/faq.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { answer } from './answer.ts'
import { candidates, drop, faqTimers, keep, keptIn, onSettled } from './faq.ts'

/** Questions answered out of the record with sources, and what was asked twice kept as a FAQ. */
export const answers: Feature = {
  name: 'answers',
  routes: [on(contract.ask, answer), on(faq.faqCandidates, candidates), on(faq.keepFaq, keep), on(faq.faqOf, keptIn), on(faq.dropFaq, drop)],
  timers: faqTimers,
  listens: { 'ask.settled': onSettled },
}
