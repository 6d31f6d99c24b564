import { defineConfig } from 'vite'
import type { HtmlTagDescriptor, Plugin } from 'vite'
import react from '@vitejs/plugin-react'
import { firstPageChunks, reachedFrom } from './first-page.ts'
import { leanContract } from './lean-contract.ts'

const web = new URL('.', import.meta.url).pathname

/** The two faces every first page needs; italics and other alphabets load when a page uses them. */
const FIRST_PAGE_FONTS = /(literata-latin-opsz-normal|instrument-sans-latin-wght-normal).*\.woff2$/

/** The module that `app/main.tsx` asks for once it knows whether the browser has Temporal. */
const START_MODULE = 'start'

type Chunk = { fileName: string, type: 'chunk', name: string, imports: string[] }
type Built = { fileName: string, type: 'asset' } | Chunk

/** Asks the browser for fonts and code of the first page together with the page, so nothing waits in a row. */
function preloadFirstPage(): Plugin {
  return {
    name: 'longhand-preload-first-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => preloadTags(Object.values(bundle ?? {}) as Built[]),
    },
  }
}

function preloadTags(built: Built[]): HtmlTagDescriptor[] {
  const fonts = built.filter((part) => FIRST_PAGE_FONTS.test(part.fileName))
  const chunks = new Map(built.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part] as const] : [])))
  const start = [...chunks.values()].find((chunk) => chunk.name === START_MODULE)
  const scripts = start ? [...reachedFrom(start.fileName, (file) => chunks.get(file)?.imports)] : []
  return [
    ...fonts.map((font) => ({ tag: 'link', injectTo: 'head' as const, attrs: { rel: 'preload', href: `/${font.fileName}`, as: 'font', type: 'font/woff2', crossorigin: true } })),
    ...scripts.map((file) => ({ tag: 'link', injectTo: 'head' as const, attrs: { rel: 'modulepreload', href: `/${file}`, crossorigin: true } })),
  ]
}

const config = defineConfig({
  root: web,
  resolve: { alias: { zod: `${web}app/trusting-schema.ts` } },
  plugins: [react(), leanContract(), preloadFirstPage()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: firstPageChunks(`${web}app/start.tsx`) } } },
  },
  server: {
    port: 7401,
    proxy: { '/api': 'http://127.0.0.1:7400', '/health': 'http://127.0.0.1:7400', '/dev': 'http://127.0.0.1:7400' },
  },
})

// The one default export of the project: Vite reads its settings from it.
export { config as default }
