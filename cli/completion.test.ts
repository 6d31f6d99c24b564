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

describe('what people try first', () => {
  const ran = async (...args: string[]) => {
    const { terminal, out, said } = testTerminal()
    return { code: await runCli(args, terminal), out: out.join(''), said: said.join('') }
  }
  test.each([['-V'], ['--version']])('%s says the version', async (flag) => expect(await ran(flag)).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), said: '' }))
  test('help is --help, of all and of each command', async () => {
    expect(await ran('help')).toEqual(await ran('--help'))
    expect(await ran('help', 'baton', 'accept')).toEqual(await ran('baton', 'accept', '--help'))
    expect((await ran('help', 'baton', 'accept')).out).toMatch(/^ {2}\$ longhand baton accept 3f9a1c\n/)
    expect(await ran('help', 'frobnicate')).toMatchObject({ code: 2, said: expect.stringContaining('There is no command "frobnicate".') })
  })
})

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
    expect(said.join('')).toContain('The shell cannot be "csh".\n  It is one of bash, zsh, fish.')
  })
})
