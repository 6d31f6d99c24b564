import type { Gate } from '../gate.ts'

/** Several machines. What needs a whole cluster is shown by `npm run cluster`, with its figures in docs/scale-figures.md. */
export const gates: readonly Gate[] = [
  {
    id: 'SCALE', promise: 'A replica never shows less than was written; keys, constraints and statements stay inside one workspace.', project: 'db',
    files: ['server/platform/db/replica.db.test.ts', 'tools/citus/life.db.test.ts'],
    shortfall: 'No package of Citus can be had from Debian 12, so its rules are checked and it is not run; the statements are those of a sample life, not of every operation. Failover, rolling restarts and upgrades are shown by `npm run cluster` alone, since they need root and eight minutes: docs/scale-figures.md.',
  },
]
