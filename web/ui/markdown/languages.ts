import type { HLJSApi, LanguageFn } from 'highlight.js'

type Load = () => Promise<{ default: LanguageFn }>

/** Languages that can be coloured, each in a file of its own that is asked for when a text first names it. */
const LOADS: Record<string, Load> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  elixir: () => import('highlight.js/lib/languages/elixir'),
  go: () => import('highlight.js/lib/languages/go'),
  graphql: () => import('highlight.js/lib/languages/graphql'),
  http: () => import('highlight.js/lib/languages/http'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  nginx: () => import('highlight.js/lib/languages/nginx'),
  php: () => import('highlight.js/lib/languages/php'),
  powershell: () => import('highlight.js/lib/languages/powershell'),
  protobuf: () => import('highlight.js/lib/languages/protobuf'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scala: () => import('highlight.js/lib/languages/scala'),
  scss: () => import('highlight.js/lib/languages/scss'),
  shell: () => import('highlight.js/lib/languages/shell'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
}

/** Other names that people write after the fence. */
const ALIASES: Record<string, string> = {
  'sh': 'bash', 'zsh': 'bash', 'console': 'shell', 'shellsession': 'shell', 'h': 'c', 'c++': 'cpp', 'cc': 'cpp', 'hpp': 'cpp', 'cs': 'csharp', 'c#': 'csharp',
  'patch': 'diff', 'docker': 'dockerfile', 'ex': 'elixir', 'golang': 'go', 'gql': 'graphql', 'toml': 'ini', 'conf': 'ini', 'js': 'javascript', 'jsx': 'javascript', 'mjs': 'javascript',
  'jsonc': 'json', 'kt': 'kotlin', 'make': 'makefile', 'mk': 'makefile', 'md': 'markdown', 'ps1': 'powershell', 'proto': 'protobuf', 'py': 'python', 'rb': 'ruby', 'rs': 'rust',
  'postgres': 'sql', 'postgresql': 'sql', 'psql': 'sql', 'ts': 'typescript', 'tsx': 'typescript', 'html': 'xml', 'svg': 'xml', 'vue': 'xml', 'yml': 'yaml',
}

/** Longer code stays plain: colouring it would hold the page up. Unit: characters. */
const COLOURED_MAX = 50_000

let tool: HLJSApi | undefined

/** The language that a fence names, as it is known here; undefined when it cannot be coloured. */
export function languageOf(named: string | undefined): string | undefined {
  const name = named?.toLowerCase() ?? ''
  const known = ALIASES[name] ?? name
  return Object.hasOwn(LOADS, known) ? known : undefined
}

/** Fetches what is needed to colour a language. @returns false when it could not be fetched; the code then stays plain */
export async function loadLanguage(language: string): Promise<boolean> {
  const load = LOADS[language]
  if (!load) return false
  try {
    const [{ default: core }, { default: grammar }] = await Promise.all([import('highlight.js/lib/core'), load()])
    if (!core.getLanguage(language)) core.registerLanguage(language, grammar)
    tool = core
    return true
  } catch {
    return false
  }
}

/** Code with marks of highlight.js around its parts; undefined while the language is not loaded, or when the code is too long. */
export function marked(code: string, language: string): string | undefined {
  if (!tool?.getLanguage(language) || code.length > COLOURED_MAX) return undefined
  return tool.highlight(code, { language, ignoreIllegals: true }).value
}
