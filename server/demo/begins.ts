/** Where a demo under a development clock begins; by itself, since a start asks for it before it reads the rest of the server. */
export { WRITTEN_END as DEMO_BEGINS } from '#demo/dates.ts'
