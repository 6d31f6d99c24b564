import type { Gate } from '../gate.ts'

/** Crashes, faults of the database and the network, full disks, restores, upgrades and races. */
export const gates: readonly Gate[] = [
  {
    id: 'G5', promise: 'Each notification is effectively told once: in the app exactly once, elsewhere never lost, and repeats carry the same id.', project: 'db',
    files: ['server/crashes.db.test.ts', 'server/platform/channels/crashes.db.test.ts', 'server/past/32-lost-and-doubled.db.test.ts', 'server/mail-in/mail-in.db.test.ts'],
    shortfall: 'The notifications of one run are hundreds, not 10,000. Slack is no channel of ours.',
  },
  {
    id: 'G6', promise: 'Killed in mid-write at any moment, nothing that was acknowledged is lost and nothing is half there.', project: 'db', files: ['server/kill.db.test.ts'],
    shortfall: '1,000 kills a night are for whoever has a night: `LONGHAND_SHARE=10 npm run reliability -- G6`.',
  },
  {
    id: 'G7', promise: 'One process owns a data folder, and a lock that nobody holds any more is taken over.', project: 'db', files: ['server/one-owner.db.test.ts', 'server/platform/db/embedded.db.test.ts'],
    shortfall: 'No disk that forgets what was not flushed: that PostgreSQL flushes is a setting of it that is tested, and power loss is not played. No control run without the lock.',
  },
  {
    id: 'G10', promise: 'While the database or the network fails, each request is answered right or told to come back, and then all is well.', project: 'db', files: ['server/faults.db.test.ts', 'server/platform/http/outage.db.test.ts', 'server/platform/http/transactions.db.test.ts'],
    shortfall: 'Of the six links, Slack is no channel of ours, and no calendar is fetched from elsewhere; the file store fails in its place, and the browser’s link fails under G18.',
  },
  {
    id: 'G11', promise: 'A full disk is said, reads go on, and once there is space all goes on without a restart.', project: 'db', files: ['server/disk-full.db.test.ts'],
    shortfall: 'On the embedded PostgreSQL 18 alone, and where the tests run as root, who may make a small disk.',
  },
  {
    id: 'G13', promise: 'A backup made under load is restored elsewhere whole, and nobody is told again; a damaged one is refused with the reason.', project: 'db', files: ['server/platform/backup/backup.db.test.ts'],
    shortfall: 'A small database: the ten minutes for 1 GB are not measured.',
  },
  {
    id: 'G14', promise: 'An upgrade that is killed anywhere goes on at the next start, and loses nothing.', project: 'db', files: ['server/platform/db/upgrade.db.test.ts', 'server/platform/db/migrate.db.test.ts'],
    shortfall: 'There are no earlier releases yet: an old database is one on which the last migrations were not run.. That the old version serves until it is switched is not played.',
  },
  {
    id: 'G15', promise: 'However many act at one moment: no document loses a save, a decision closes once, an ask has one owner, an invite lets one in, the last owner stays.', project: 'db',
    files: ['server/races.db.test.ts', 'server/past/09-races.db.test.ts'], shortfall: 'Thousands of operations, not 80,000.',
  },
]
