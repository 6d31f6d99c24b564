import type { Gate } from '../gate.ts'

/** The planner, time, whole lives from one seed, bad input, and words that are being typed. */
export const gates: readonly Gate[] = [
  { id: 'G12', promise: 'A whole team lives a month from one seed, with things going wrong, and every promise is kept; the same seed is the same month.', files: ['server/simulation/simulation.journey.test.ts'], project: 'journey' },
  { id: 'G16', promise: 'Whatever is sent, the answer is one that our own description names, and never a fault of ours.', files: ['server/fuzz/requests.db.test.ts'], project: 'db' },
]
