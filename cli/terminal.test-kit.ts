import pc from 'picocolors'
import type { Terminal } from './terminal.ts'

/** A terminal that only remembers what was written to it. */
export function testTerminal(over: Partial<Terminal> = {}): { terminal: Terminal; out: string[]; said: string[] } {
  const out: string[] = []
  const said: string[] = []
  const terminal: Terminal = {
    out: (text) => { out.push(text) }, say: (text) => { said.push(text) }, readInput: async () => '', piped: false, interactive: false,
    env: {}, colors: pc.createColors(false), width: 80, tableWidth: 80, ...over,
  }
  return { terminal, out, said }
}
