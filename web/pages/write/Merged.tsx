import type { PageView } from '#contract/pages.ts'
import { diffLines } from '#domain/agreement/line-diff.ts'
import { listInWords } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { TextDiff } from '../history/TextDiff.tsx'
import { t } from '../../ui/words.ts'

type Props = { page: PageView, /** Whose changes it was joined with. */ names: readonly string[], /** The text as it was sent. */ mine: string }

/** The page was saved together with what others saved while it was written: what came in, so that nobody is surprised. */
export function Merged({ page, names, mine }: Props) {
  const who = listInWords(names) || 'somebody'
  return (
    <Page over={<>{t`Page`} <a href={`/${page.number}`}>#{page.number}</a> · {page.spaceName}</>} title={page.title} lede={t`Saved. It was joined with what ${who} saved meanwhile; nothing of either is lost.`}>
      <p className="page-first part-choices"><LinkAction strong href={`/${page.number}`}>{t`Read the page`}</LinkAction> <LinkAction href={`/${page.number}/history`}>{t`History`}</LinkAction></p>
      <Section title={t`What came in`}><TextDiff lines={diffLines(mine, page.text)} /></Section>
    </Page>
  )
}
