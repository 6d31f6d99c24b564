import { parseMentions } from '#domain/asks/mentions.ts'
import type { Callable } from '#domain/asks/mentions.ts'
import type { Mention } from './text-parts.ts'

/** The mentions of a text as `Markdown` takes them: people lead to their page; roles, `@here` and `@space` are set apart. */
export function mentionsOf(text: string, callable: Callable): Mention[] {
  const mentions = new Map<string, Mention>()
  for (const mention of parseMentions(text, callable)) {
    if (mention.kind === 'entry') continue
    const written = text.slice(mention.start, mention.end)
    mentions.set(written, mention.kind === 'person' ? { written, href: `/people/${mention.id}` } : { written })
  }
  return [...mentions.values()]
}
