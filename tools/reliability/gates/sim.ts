import type { Gate } from '../gate.ts'

/** The planner, time, whole lives from one seed, bad input, and words that are being typed. */
export const gates: readonly Gate[] = [
  { id: 'G4', promise: 'Nothing that can wait interrupts, nothing is lost, and a naive second planner says the same.', files: ['domain/attention/never-interrupts.twin.test.ts', 'domain/attention/planner.twin.test.ts'], project: 'twin' },
  { id: 'G8', promise: 'Each local date of every zone has one digest, and working time is counted as a naive twin counts it.', files: ['domain/attention/digest-calendar.twin.test.ts', 'domain/time/naive.twin.test.ts', 'domain/asks/naive.twin.test.ts'], project: 'twin', shortfall: 'Jumps of the clock of the machine are not forced upon a running server; the development clock jumps forwards by up to 30 hours in the lives of G12 and never goes back.' },
  { id: 'G12', promise: 'A whole team lives a month from one seed, with things going wrong, and every promise is kept; the same seed is the same month.', files: ['server/simulation/simulation.journey.test.ts'], project: 'journey', shortfall: 'Of the faults of RELIABILITY.md, partitions, a database that restarts and upgrades are not in it (G10 and G14 have their own tests), and neither are webhooks and mails that come in; the audit chain does not exist.' },
  { id: 'G16', promise: 'Whatever is sent, the answer is one that our own description names, and never a fault of ours.', files: ['server/fuzz/requests.db.test.ts'], project: 'db', shortfall: 'Parsers are not fed mutated files by the million; that their time grows with their input is shown by past failure 27.' },
  { id: 'G18', promise: 'What is typed is kept as it is typed, and shown twice where two typed.', files: ['web/app/frame.browser.test.ts'], project: 'browser', shortfall: 'Tabs are not killed, connections cut and servers restarted at 1,000 random moments while somebody types, so that at most one second is lost is not measured.' },
]
