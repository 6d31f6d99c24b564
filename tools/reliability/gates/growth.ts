import type { Gate } from '../gate.ts'

/** How it holds under load. */
export const gates: readonly Gate[] = [
  {
    id: 'G17', promise: 'Under load nothing fails, open pages are told soon, and with too much of it writes are turned away first.', project: 'db', files: ['tools/load/load.db.test.ts'],
    shortfall: 'The test is a few seconds of a small load. A thousand open pages and thirty minutes on a million entries are `npm run load`, which writes docs/benchmarks-load.md; its times count on an idle machine alone.',
  },
  { id: 'G17', promise: 'Writes are turned away before reads, with when to come back, and all are let in again.', project: 'unit', files: ['server/platform/http/shed.test.ts'] },
]
