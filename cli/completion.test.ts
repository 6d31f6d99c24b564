import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { completionsOf } from './completion.ts'
import { makeProgram, runCli } from './run.ts'
import { testTerminal } from './terminal.test-kit.ts'

const scriptFor = async (shell: string): Promise<string> => {
  const { terminal, out } = testTerminal()
  expect(await runCli(['completion', shell], terminal)).toBe(0)
  return out.join('')
}

describe('shell completion', () => {
  test('knows every command, verb and flag', () => {
    const all = completionsOf(makeProgram(testTerminal().terminal))
    expect(all['']).toEqual(expect.arrayContaining(['wrap', 'brief', 'baton', 'login', '--json']))
    expect(all['baton']).toEqual(expect.arrayContaining(['accept', 'return']))
    expect(all['wrap']).toEqual(expect.arrayContaining(['--from-git', '--baton', '--no-input']))
  })

  test('bash completes by what was typed', async () => {
    const script = `${await scriptFor('bash')}\nCOMP_WORDS=(longhand baton --json acc); COMP_CWORD=3; _longhand; echo "\${COMPREPLY[*]}"`
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    expect([status, stdout, stderr]).toEqual([0, 'accept\n', ''])
  })

  test('zsh and fish get scripts of their own', async () => {
    expect(await scriptFor('zsh')).toMatch(/^#compdef longhand\n/)
    expect(await scriptFor('fish')).toContain("complete -c longhand -n 'test (__longhand_path) = \"baton\"'")
  })

  test('another shell is not understood', async () => {
    const { terminal, said } = testTerminal()
    expect(await runCli(['completion', 'csh'], terminal)).toBe(2)
    expect(said.join('')).toContain('Allowed choices are bash, zsh, fish')
  })
})
