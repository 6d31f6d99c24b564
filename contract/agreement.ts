import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, Ok, text, words } from './shapes.ts'

const TEXT_MAX = 100_000
const REASON_MAX = 1000

const Allowance = z.union([
  z.object({ minutes: z.number(), around_the_clock: z.boolean() }), z.object({ working_days: z.number() }),
])
const Settings = z.object({
  preset: z.enum(['001', '002']), responses: z.array(z.object({ name: z.string(), allowance: Allowance, meaning: z.string() })),
  handoff: z.object({ grace_minutes: z.number() }), standup: z.object({ window_minutes: z.number() }), brief: z.object({ reading_minutes: z.number() }),
  asks: z.object({ clock_stops_in_focus: z.boolean(), rounds_limit: z.number(), rounds_messages: z.number(), rounds_days: z.number() }),
  focus: z.object({ floor_minutes: z.number(), meeting_free_days: z.array(z.number()) }),
  urgent: z.object({ repeat_minutes: z.number(), step_minutes: z.number(), people: z.array(z.string()), role: z.string() }),
  writing: z.object({ tldr_words: z.number(), page_words: z.number(), gate: z.array(z.string()) }),
})
const ClauseView = z.object({ number: z.number(), title: z.string(), text: z.string().describe('Markdown.'), settings: z.array(z.object({ path: z.string(), value: z.string(), meaning: z.string() })), lastChange: z.object({ version: z.number(), at: InstantText, byName: z.string(), reason: z.string() }) })
export const AgreementView = z.object({
  version: z.number(), text: z.string().describe('Markdown with YAML front matter, as pull writes it.'), settings: Settings, clauses: z.array(ClauseView),
  reason: z.string(), authorName: z.string(), createdAt: InstantText, acknowledged: z.array(z.object({ personId: Id, name: z.string(), at: InstantText })), mine: z.boolean().describe('Whether you acknowledged this version.'), can: z.array(z.enum(['change', 'acknowledge'])),
})
const VersionView = z.object({ version: z.number(), reason: z.string(), authorName: z.string(), createdAt: InstantText })
export const DiffLine = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

export const readAgreement = operation({ name: 'agreement.read', method: 'GET', path: '/agreement', needs: 'agreement:read', tool: true, does: 'Reads the working agreement and the settings the software runs on.', input: z.object({ version: z.coerce.number().int().min(1).optional() }), output: AgreementView, refuses: ['not_found'] })
export const listVersions = operation({ name: 'agreement.history', method: 'GET', path: '/agreement/versions', needs: 'agreement:read', does: 'Lists every version: who changed it, when and why.', input: z.object({}), output: z.object({ versions: z.array(VersionView) }) })
export const pushAgreement = operation({
  name: 'agreement.push', method: 'PUT', path: '/agreement', needs: 'agreement:write', does: 'Makes a new version from a whole text, with the reason. `base` is the version that was edited.',
  input: z.object({ text: words(TEXT_MAX), base: z.number().int().min(1), reason: words(REASON_MAX) }), output: AgreementView, refuses: ['not_allowed', 'conflict', 'cannot_be_read', 'bad_input'],
})
export const diffAgreement = operation({ name: 'agreement.diff', method: 'POST', path: '/agreement/diff', needs: 'agreement:read', does: 'Compares a text, or an older version, with the agreement in force.', input: z.object({ text: text(TEXT_MAX).optional(), version: z.number().int().min(1).optional() }), output: z.object({ lines: z.array(DiffLine), changed: z.boolean(), settings: z.array(z.object({ path: z.string(), before: z.string(), after: z.string() })) }), refuses: ['not_found', 'cannot_be_read', 'bad_input'] })
export const acknowledge = operation({ name: 'agreement.acknowledge', method: 'POST', path: '/agreement/acknowledge', needs: 'agreement:write', does: 'Says that you have read this version and work by it.', input: z.object({ version: z.number().int().min(1) }), output: Ok, refuses: ['not_found'] })

export type AgreementView = z.output<typeof AgreementView>
export type DiffLine = z.output<typeof DiffLine>
