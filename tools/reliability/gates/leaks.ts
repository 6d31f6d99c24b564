import type { Gate } from '../gate.ts'

/** Nobody sees what they may not, tests that would notice, and rights that end at once. */
export const gates: readonly Gate[] = [
  {
    id: 'G1', promise: 'Nobody sees or does what they may not: every operation in every kind of place by everybody, as tables by hand say.', project: 'db',
    files: ['server/permissions/matrix.db.test.ts', 'server/permissions/cells/cells.db.test.ts'],
    shortfall: 'Operations on what is more than a thing in a place (an offered call, a remark, a run, a check-in) have rows of the matrix and no generated cells; drafts, public links and mail have no cells, since the product has no such entries, no such links, and mails act at one address with tests of their own.',
  },
  {
    id: 'G2', promise: 'Two records that differ in one private entry answer alike to everybody outside, and its words stand nowhere outside its circle.', project: 'journey', files: ['server/past/leak-twins.journey.test.ts'],
  },
  { id: 'G3', promise: 'The tests would notice: `npm run mutate` takes out rights and puts small faults in; the figures stand in docs/mutation.md.', project: 'unit', files: ['tools/mutate/mutants.test.ts', 'domain/policy.test.ts'], shortfall: 'All rights are taken out, and small faults are put into a sample of the rules, by hand and not in each run: see docs/mutation.md.' },
  { id: 'G9', promise: 'What somebody holds ends with the right to it: nothing comes by it a second later.', project: 'db', files: ['server/past/revocation.db.test.ts', 'server/past/16-streams.db.test.ts'] },
  {
    id: 'G15', promise: 'A flood of sign-ins holds nobody else up, and guesses are counted.', project: 'db', files: ['server/past/17-guessing.db.test.ts', 'server/past/09-races.db.test.ts'],
  },
]
