import { t } from '../ui/words.ts'

const WAYS: Readonly<Record<string, string>> = { web: t`in the browser`, cli: t`command line`, api: t`by a token`, mcp: t`by MCP`, mail: t`by mail`, import: t`import` }

/** How a deed reached the server, where somebody did it. */
export const howWords = (via: string): string => WAYS[via] ?? via
