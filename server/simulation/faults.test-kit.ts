import type { Life } from './life.test-kit.ts'

/** What goes wrong in a life; each seed has its own few. */
export const FAULTS = ['crash', 'paused worker', 'mails refused', 'mails taken without an answer', 'clock jump', 'database cut', 'disk error'] as const
export type Fault = (typeof FAULTS)[number]

/** Which of them this life has: none to all. */
export const faultsOf = ({ dice }: Pick<Life, 'dice'>): Fault[] => FAULTS.filter(() => !dice.one(3))

/** Lets one thing go wrong, or, where it lasts, lets it begin or end. */
export async function goWrong({ dice, stage, told }: Life, fault: Fault): Promise<void> {
  const { broken } = stage
  told.push(`${stage.now().toString().slice(0, 16)} — ${fault} —`)
  switch (fault) {
    case 'crash': return stage.restart()
    case 'database cut': return stage.cutDatabase()
    case 'clock jump': return stage.advanceTo(stage.now().add({ hours: 1 + dice.upTo(30) }))
    case 'paused worker': broken.worker = !broken.worker; return
    case 'mails refused': broken.mail = broken.mail === null ? 'refused' : null; return
    case 'mails taken without an answer': broken.mail = broken.mail === null ? 'taken, then silent' : null; return
    case 'disk error': broken.disk = true
  }
}

/** Everything works again. */
export function mend({ stage: { broken } }: Life): void {
  broken.mail = null
  broken.disk = false
  broken.worker = false
}
