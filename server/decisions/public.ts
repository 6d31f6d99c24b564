export { decisionTexts } from './texts.ts'
export { decisionsAwaitedBy, decisionsOwedBy } from './duties.ts'
export { decisionNews } from './news.ts'
export type { DecisionNews } from './news.ts'
