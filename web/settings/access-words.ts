import type { SessionView, TokenView } from '#contract/access.ts'
import { SCOPES } from '#contract/scopes.ts'
import type { Scope } from '#contract/scopes.ts'
import { capital, formatDay, formatWhen, listInWords } from '../ui/format.ts'
import { t } from '../ui/words.ts'

const BROWSERS: readonly (readonly [RegExp, string])[] = [[/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'], [/Chrom(e|ium)\//, 'Chrome'], [/Safari\//, 'Safari']]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [[/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Mac OS X/, 'macOS'], [/Windows/, 'Windows'], [/Linux/, 'Linux']]

/** `Firefox on Linux` out of what a browser says of itself; anything else as it stands. */
export function agentWords(label: string): string {
  const browser = BROWSERS.find(([sign]) => sign.test(label))?.[1]
  const system = SYSTEMS.find(([sign]) => sign.test(label))?.[1]
  if (browser && system) return t`${browser} on ${system}`
  return label.trim() === '' ? t`A browser or script` : label
}

/** `last used yesterday 18:04`. */
export function usedWords({ lastUsedAt, createdAt }: Pick<SessionView, 'lastUsedAt' | 'createdAt'>, zone: string, now: Temporal.Instant): string {
  return lastUsedAt ? t`last used ${formatWhen(Temporal.Instant.from(lastUsedAt), zone, now)}` : t`made ${formatWhen(Temporal.Instant.from(createdAt), zone, now)}, not used yet`
}

/** `ends Friday 3 April`, or that it does not. */
export function endsWords({ expiresAt }: Pick<TokenView, 'expiresAt'>, zone: string, now: Temporal.Instant): string {
  if (expiresAt === null) return t`does not end by itself`
  const at = Temporal.Instant.from(expiresAt)
  return Temporal.Instant.compare(at, now) <= 0 ? t`ended ${formatDay(at, zone, now)}` : t`ends ${formatDay(at, zone, now)}`
}

const SUBJECTS: Record<string, string> = {
  account: t`my account`, people: t`people and hours`, spaces: t`spaces¦scope`, handoffs: t`wraps with batons and briefs`, checkins: t`check-ins¦scope`, threads: t`threads¦scope`, asks: t`asks¦scope`, decisions: t`decisions¦scope`, pages: t`pages¦scope`, attention: t`focus and inbox`, files: t`files¦scope`, search: t`search¦scope`, agreement: t`the agreement`, admin: t`members and outbox`,
}

/** What a scope allows: `Read wraps, batons and briefs`. */
export function scopeWords(scope: Scope): string {
  const [subject = '', verb] = scope.split(':')
  const what = SUBJECTS[subject] ?? subject
  return capital(verb === 'read' ? t`Read ${what}` : t`Change ${what}`)
}

/** What a token may, in a sentence: `May read check-ins; change check-ins`. */
export function scopesWords(scopes: readonly Scope[]): string {
  const said = (verb: 'read' | 'write') => listInWords(scopes.filter((scope) => scope.endsWith(`:${verb}`)).map((scope) => SUBJECTS[scope.split(':')[0] ?? ''] ?? scope))
  const [reads, writes] = [said('read'), said('write')]
  return t`May ${[reads && t`read ${reads}`, writes && t`change ${writes}`].filter(Boolean).join('; ')}`
}

/** All that can be granted; what manages the workspace only to those who do. */
export const grantable = (manages: boolean): Scope[] => SCOPES.filter((scope) => manages || !scope.startsWith('admin:'))
