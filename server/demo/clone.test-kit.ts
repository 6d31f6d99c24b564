import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Who commits in the clone, whom the demo takes for its first reader. */
export const CLONE_AUTHOR = 'new.comer@example.com'

/** A repository with two commits of one author, as somebody who has just cloned has one. @param at when they were made @returns its folder */
export async function makeClone(at: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'longhand-clone-'))
  await chmod(folder, 0o755)
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore', env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at } })
  git('init', '-b', 'main')
  git('config', 'user.name', 'New Comer')
  git('config', 'user.email', CLONE_AUTHOR)
  for (const [file, subject] of [['ledger.md', 'feat: stop at the first duplicate'], ['undo.md', 'docs: say how to undo a batch']] as const) {
    await writeFile(join(folder, file), 'Text.\n')
    git('add', file)
    git('commit', '-m', subject)
  }
  return folder
}
