import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

/** Takes the picture of the README: the demo's brief as its first reader finds it. Run: `node tools/picture.ts`. */
const ROOT = resolve(import.meta.dirname, '..')
const BROWSER = '/usr/bin/chromium'
const BROWSER_FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
/** What a reader sees without scrolling on a common screen, at twice the sharpness. Unit: CSS pixels. */
const SIZE = { width: 1280, height: 900 }
const SHARPNESS = 2

async function startDemo(dataDir: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = spawn(process.execPath, ['server/main.ts', '--demo'], { cwd: ROOT, env: { ...process.env, LONGHAND_DATA: dataDir, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((found, failed) => {
    server.stdout.on('data', (data: Buffer) => found(data.toString().trim()))
    server.on('exit', (code) => failed(new Error(`The demo ended with ${code}.`)))
  })
  return {
    url, stop: () => new Promise((done) => {
      server.removeAllListeners('exit').once('exit', () => done())
      server.kill('SIGTERM')
    }),
  }
}

const dataDir = await mkdtemp(join(tmpdir(), 'longhand-picture-'))
await chmod(dataDir, 0o711)
const demo = await startDemo(dataDir)
const browser = await chromium.launch({ executablePath: BROWSER, args: BROWSER_FLAGS })
try {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: SHARPNESS, colorScheme: 'light' })
  await page.goto(demo.url)
  await page.getByRole('heading', { level: 1, name: /You work until/ }).waitFor()
  await page.waitForFunction('document.fonts.status === "loaded"')
  await page.screenshot({ path: join(ROOT, 'docs/brief.png') })
} finally {
  await browser.close()
  await demo.stop()
  await rm(dataDir, { recursive: true, force: true })
}
