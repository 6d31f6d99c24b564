import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the benchmark fills a small workspace and measures every operation against its limit', { timeout: 240_000 }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), '--requests', '3', '--entries', '200', '--out', '-'], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'Measuring 200 entries …\n' })
  expect(stdout).toContain('## 200 entries')
  const rows = stdout.split('\n').filter((line) => /^\| (read|sign|list|post|preview|what|search|answer)/.test(line)).map((line) => line.split(' | '))
  expect(rows.map(([name, connections]) => `${name} ${connections}`)).toEqual(['read the brief', 'sign a wrap with a baton', 'read a wrap', 'list 50 entries', 'read a thread of 100 replies', 'list 50 threads', 'post a reply', 'read the inbox', 'list what I owe', 'what an entry links to', 'what links to an entry', 'preview an ask', 'search two rare words', 'search a common and a rare word', 'answer a question'].flatMap((name) => [`| ${name} 1`, `| ${name} 10`]))
  expect(stdout).toContain('One text planned for 200 readers')
  for (const row of rows) expect(row.slice(3, 10).map(Number).every((figure) => figure >= 0)).toBe(true)
})

test('it says how it is called', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), '--entries', 'many'], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain('npm run bench -- [--entries 10000,100000,1000000] [--requests 500]')
})
