import { Markdown } from '../Markdown.tsx'
import type { Mention } from '../markdown/text-parts.ts'
import { t } from '../words.ts'

/** The text as it will read, in its place. Has focus at once. */
export function ComposerPreview({ text, mentions }: { text: string, mentions?: readonly Mention[] | undefined }) {
  return <div className="composer-preview" tabIndex={-1} ref={takeFocus} role="region" aria-label={t`How it will look`}><Markdown text={text} mentions={mentions} /></div>
}

function takeFocus(element: HTMLElement | null) {
  element?.focus({ preventScroll: true })
}
