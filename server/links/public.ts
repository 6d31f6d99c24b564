export { linkCounts } from './backlinks.ts'
