import type { Gate } from '../gate.ts'

/** Security that can be checked, and that Longhand runs where people run things. */
export const gates: readonly Gate[] = [
  {
    id: 'G19', promise: 'Every requirement of ASVS 5.0.0, levels 1 and 2, names a test, a fact, why it does not apply, or what comes next.', project: 'unit', files: ['tools/asvs.test.ts'],
    shortfall: 'Some requirements are not met and say so in docs/security-asvs.md: above all TLS inside one machine, drafts that stay on a device, and files that nothing has looked through for viruses.',
  },
  {
    id: 'G19', promise: 'No header, body, token or address of a request comes into the log, and figures are not for strangers.', project: 'db',
    files: ['server/platform/telemetry/telemetry.db.test.ts', 'server/doctor.db.test.ts', 'server/status/status.db.test.ts'],
  },
  {
    id: 'G19', promise: 'The audit log is a chain of hashes, told in the transaction of the deed: 100 of 100 tamperings are found, 12 of them against a head that was kept elsewhere.', project: 'db',
    files: ['server/audit/tamper.db.test.ts', 'server/audit/audit.db.test.ts'],
  },
  {
    id: 'G19', promise: 'The image, the units and the manifests hold to their rules; their steps and the guides’ commands work in plain processes.', project: 'unit',
    files: ['tools/deploy.test.ts'], env: { LONGHAND_LONG: '1' },
    shortfall: 'No container engine and no cluster: the files are read by rules, and the steps of the image are taken in a plain process.',
  },
]
