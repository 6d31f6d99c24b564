import { emojiNamed } from '#domain/imports/emoji.ts'
import { htmlAsMarkdown, isLinkPreview, pictureAsLink } from '#domain/imports/html.ts'
import { nameToEmoji } from 'gemoji'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import type { Options } from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

/** The emoji that a name of Slack or Zulip means; null for those that a workspace made itself. */
const emojiOf = (name: string): string | null => emojiNamed(name, nameToEmoji)

const handlers: NonNullable<Options['handlers']> = {
  div: (state, node) => isLinkPreview(node.properties) ? undefined : state.all(node),
  img: (_state, node) => pictureAsLink(node.properties),
}
const pipeline = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark, { handlers }).use(remarkGfm).use(remarkStringify, { bullet: '-', emphasis: '*', fences: true, rule: '-' })

/** HTML of a message as Markdown. Scripts and styles are left out; what cannot be read comes as the text in it. */
export const htmlToMarkdown = (html: string): string => htmlAsMarkdown(html, { convert: (ready) => String(pipeline.processSync(ready)), emoji: emojiOf })
