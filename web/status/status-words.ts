import type { ServerStatus } from '#contract/status.ts'
import { counted } from '../ui/format.ts'
import { t } from '../ui/words.ts'

type Findings = ServerStatus['findings']

/** The whole in one sentence. */
export function statusWords(findings: Findings): string {
  const broken = findings.filter(({ state }) => state === 'broken').length
  const look = findings.filter(({ state }) => state === 'look').length
  if (broken === 0 && look === 0) return t`All ${findings.length} things that were looked at are well.`
  const worth = look === 0 ? '' : t`${counted(look, 'thing is', 'things are')} worth a look`
  if (broken === 0) return t`Nothing is broken; ${worth}.`
  const wrong = counted(broken, 'thing is', 'things are')
  return worth === '' ? t`${capital(wrong)} broken.` : t`${capital(wrong)} broken, and ${worth}.`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const STATE_WORDS = { ok: t`Well`, look: t`Worth a look`, broken: t`Broken` } as const

/** How one finding stands; colour only repeats it. */
export const stateWords = (state: Findings[number]['state']): string => STATE_WORDS[state]
export const toneOf = (state: Findings[number]['state']) => (state === 'broken' ? 'late' as const : state === 'ok' ? 'settled' as const : 'clock' as const)

/** What waits in one queue. */
export function queueWords({ waiting, failed }: Pick<ServerStatus['deliveries'][number], 'waiting' | 'failed'>): string {
  const waits = waiting === 0 ? t`Nothing waits` : t`${capital(counted(waiting, 'message waits', 'messages wait'))} to leave`
  return failed === 0 ? `${waits}.` : t`${waits}; ${counted(failed, 'was', 'were')} given up within seven days.`
}
