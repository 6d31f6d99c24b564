import { Choice } from '../ui/Choice.tsx'
import { setTheme, useTheme } from './theme.ts'
import type { Theme } from './theme.ts'

const THEMES: readonly { value: Theme, label: string }[] = [{ value: 'system', label: 'System' }, { value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }]

/** Light, dark, or as the machine has it; kept on this device. */
export function ThemeSwitch() {
  return <div className="theme-switch"><Choice legend="Light or dark" legendUnseen options={THEMES} value={useTheme()} onChange={setTheme} /></div>
}
