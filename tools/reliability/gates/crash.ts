import type { Gate } from '../gate.ts'

/** Crashes, faults of the database and the network, full disks, restores, upgrades and races. */
export const gates: readonly Gate[] = [
  { id: 'G5', promise: 'Each notification is effectively told once: in the app exactly once, elsewhere never lost, and repeats carry the same id.', files: ['server/platform/channels/crashes.db.test.ts', 'server/past/32-lost-and-doubled.db.test.ts'], project: 'db' },
  { id: 'G6', promise: 'Killed in mid-write at any moment, nothing that was acknowledged is lost and nothing is half there.', files: ['server/kill.db.test.ts'], project: 'db' },
]
