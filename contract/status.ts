import { FINDING_STATES } from '#domain/status/finding.ts'
import { z } from 'zod'
import { operation } from './operation.ts'
import { CHANNELS } from './outbox.ts'
import { InstantText } from './shapes.ts'

const FindingView = z.object({
  id: z.string().describe('Stable, such as `database.clock`.'), about: z.string(), state: z.enum(FINDING_STATES).describe('`look`: worth a look; `broken`: does not work.'),
  says: z.string(), next: z.string().describe('What to do; empty where nothing is to be done.'),
})

export const ServerStatus = z.object({
  at: InstantText,
  versions: z.object({ longhand: z.string(), node: z.string(), database: z.string(), zones: z.string().describe('Of the table of time zones that Node holds.') }),
  findings: z.array(FindingView).describe('Worst first.'),
  deliveries: z.array(z.object({ channel: z.enum(CHANNELS), waiting: z.number(), failed: z.number().describe('Given up within the last seven days.'), dueSince: InstantText.nullable().describe('Since when the oldest of those that wait could have left.') }))
    .describe('Of this workspace.'),
  timers: z.object({ due: z.number(), failing: z.number(), dueSince: InstantText.nullable() }).describe('Of this workspace.'),
  lastBackupAt: InstantText.nullable().describe('As far as the data folder knows.'),
})

export const readServerStatus = operation({
  name: 'server.status', method: 'GET', path: '/server/status', needs: 'admin:read',
  does: 'Tells owners and admins how the server does: versions, time zones, clocks, room on the disk, what waits and what fails, the last backup; each with what to do next.',
  input: z.object({}), output: ServerStatus, refuses: ['not_allowed'],
})

export type ServerStatus = z.output<typeof ServerStatus>
