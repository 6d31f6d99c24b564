export { ensureDemo } from './routes.ts'
/** Where a demo under a development clock begins. */
export { WRITTEN_END as DEMO_BEGINS } from '#demo/dates.ts'
