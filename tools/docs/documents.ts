import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A Markdown file of ours, by its path from the root. */
export type Document = { path: string; text: string }
/** Something that a document says and that is not so. Lines count from 1. */
export type Wrong = { path: string; line: number; says: string }

const WRITTEN = ['*.md', 'docs/**/*.md', '{web,cli,server,domain,contract,demo,tools,deploy}/**/README.md']
/** Folders of which documents name files; other words with a stroke between them are no paths. */
const ROOMS = new Set(['domain', 'contract', 'server', 'web', 'cli', 'demo', 'tools', 'docs', 'deploy', 'changes'])

/** Every document of the repository; what a tool made of changes is left to that tool. */
export const documentsIn = (root: string): Document[] =>
  WRITTEN.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: (name) => name.includes('node_modules') })).filter((path) => path !== 'CHANGELOG.md').toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const FENCE = /^ *```/
const CODE = /`([^`\n]+)`/g
const LINK = /\]\(([^()\s]+)\)/g
const PATH = /^[\w.-]+(?:\/[\w.-]+)+$/
/** Commands stand in fenced blocks, perhaps behind a prompt, and between backticks. */
const COMMAND = /^(?:\$ )?(?:\.\/)?longhand (.*)$/

type Line = { line: number; text: string; fenced: boolean }

function linesOf({ text }: Document): Line[] {
  let fenced = false
  return text.split('\n').map((line, at) => {
    if (FENCE.test(line)) fenced = !fenced
    return { line: at + 1, text: line, fenced }
  })
}

/** As GitHub makes the address of a heading: small, without signs, strokes for spaces. */
const anchorOf = (heading: string): string => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(/\s/g, '-')

const anchorsOf = (document: Document): Set<string> =>
  new Set(linesOf(document).filter(({ fenced, text }) => !fenced && /^#+ /.test(text)).map(({ text }) => anchorOf(text.replace(/^#+ /, ''))))

/** Links inside the repository that lead to no file or to no heading of it. */
export function brokenLinks(root: string, documents: readonly Document[]): Wrong[] {
  const anchors = new Map(documents.map((one) => [one.path, anchorsOf(one)]))
  return documents.flatMap((document) => linesOf(document).filter(({ fenced }) => !fenced).flatMap(({ line, text }) => [...text.replaceAll(CODE, '').matchAll(LINK)].flatMap(([, to = '']) => {
    if (/^[a-z]+:/.test(to)) return []
    const [file = '', anchor] = to.split('#')
    const path = file === '' ? document.path : join(dirname(document.path), file)
    const leads = existsSync(join(root, path)) && (anchor === undefined || anchors.get(path)?.has(anchor) !== false)
    return leads ? [] : [{ path: document.path, line, says: to }]
  })))
}

/** Files and folders of our rooms that a document names and that are not there; `test.ts` behind a name may be left out. */
export const missingPaths = (root: string, documents: readonly Document[]): Wrong[] =>
  documents.flatMap((document) => linesOf(document).flatMap(({ line, text }) => [...text.matchAll(CODE)].map(([, code = '']) => code)
    .filter((code) => PATH.test(code) && ROOMS.has(code.split('/')[0] ?? '') && !existsSync(join(root, code)) && globSync(`${code}.*`, { cwd: root }).length === 0)
    .map((says) => ({ path: document.path, line, says }))))

/** Every command line of `longhand` that a document shows, without its name and without what is said about it. */
export const commandsIn = (document: Document): Wrong[] =>
  linesOf(document).flatMap(({ line, text, fenced }) => (fenced ? [text.trim()] : [...text.matchAll(CODE)].map(([, code = '']) => code))
    .flatMap((code) => COMMAND.exec(code)?.[1] ?? []).map((says) => ({ path: document.path, line, says: says.split(/ {2,}| [#|<>](?: |$)| && | \\$/)[0] ?? '' })))

/** Scripts of package.json that a document runs. */
export const scriptsIn = (document: Document): Wrong[] =>
  linesOf(document).flatMap(({ line, text }) => [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, says = '']) => ({ path: document.path, line, says })))

/** Requests that a document names: `GET /asks/128`, with or without `/api/v1`, without question and body. Blocks may show what others are sent. */
export const requestsIn = (document: Document): Wrong[] =>
  linesOf(document).flatMap(({ line, text, fenced }) => (fenced ? [] : [...text.matchAll(CODE)].map(([, code = '']) => code))
    .flatMap((code) => /^((?:GET|POST|PUT|PATCH|DELETE) \/[^\s?]*)/.exec(code)?.[1] ?? []).map((says) => ({ path: document.path, line, says: says.replace('/api/v1/', '/') })))

/** Whether a request is one of these, where `:word` of a route takes any part of the address. */
export const isRouted = (request: string, routes: readonly string[]): boolean =>
  routes.some((route) => new RegExp(`^${route.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/:\w+/g, '[^/]+')}$`).test(request))
