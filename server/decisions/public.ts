export { decisionsAwaitedBy, decisionsOwedBy } from './duties.ts'
