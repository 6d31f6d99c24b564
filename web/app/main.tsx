import '../ui/tokens.css'
import '../ui/fonts.css'
import '../ui/base.css'
import './app.css'
import { speakAsHere } from './language.ts'

// Browsers without Temporal get it before any module that may use it is evaluated.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
// Constants of the pages are said as their modules are evaluated, so the words come before them.
await speakAsHere()
const { start } = await import('./start.tsx')
start()
