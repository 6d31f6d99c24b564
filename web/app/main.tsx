import '../ui/tokens.css'
import '../ui/fonts.css'
import '../ui/base.css'
import './app.css'

// Browsers without Temporal get it before any module that may use it is evaluated.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const { start } = await import('./start.tsx')
start()
