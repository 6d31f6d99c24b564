import { Choice } from '../ui/Choice.tsx'
import { setTheme, useTheme } from './theme.ts'
import type { Theme } from './theme.ts'
import { t } from '../ui/words.ts'

const THEMES: readonly { value: Theme, label: string }[] = [{ value: 'system', label: t`System` }, { value: 'light', label: t`Light` }, { value: 'dark', label: t`Dark` }]

/** Light, dark, or as the machine has it; kept on this device. */
export function ThemeSwitch() {
  return <div className="theme-switch"><Choice legend={t`Light or dark`} legendUnseen options={THEMES} value={useTheme()} onChange={setTheme} /></div>
}
