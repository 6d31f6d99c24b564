export { runsOwedBy } from './duties.ts'
export type { OwedRun } from './duties.ts'
