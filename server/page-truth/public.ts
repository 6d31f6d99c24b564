export { pagesOwedBy } from './duties.ts'
export type { OwedPage } from './duties.ts'
