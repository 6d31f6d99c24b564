import { keepWith } from '../reach.ts'
import { forgetAll, hear } from './kept.ts'

const KEY = 'longhand.keep'

/** Whether this device keeps what is read; on unless it was switched off here, as on a device that others use. */
export function keepsWhatIsRead(): boolean {
  try { return localStorage.getItem(KEY) !== 'off' } catch { return false }
}

/** Keeps from now on what is read, or forgets it at once and keeps nothing. */
export function keepWhatIsRead(on: boolean) {
  try { localStorage.setItem(KEY, on ? 'on' : 'off') } catch { /* Without storage nothing is kept anyway. */ }
  keepWith(on ? hear : () => {})
  if (!on) void forgetAll()
}
