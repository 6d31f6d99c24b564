import { expect, test } from 'vitest'
import { keptFiles } from './build-worker.ts'

test('a device keeps the app: names with a hash as they are, others by what they hold, and nothing that few people need', () => {
  const files = ['index.html', 'assets/first-abc.js', 'assets/mails-abc.js', 'assets/open-zip-abc.js', '.vite/manifest.json', 'sw.js']
  expect(keptFiles(files, () => Buffer.from('page'))).toEqual([{ url: '/assets/first-abc.js', revision: null }, { url: '/index.html', revision: expect.stringMatching(/^[0-9a-f]{64}$/) }])
})
