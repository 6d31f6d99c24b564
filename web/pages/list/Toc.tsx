import type { ReactNode } from 'react'
import { pageKindName } from '#domain/pages/kinds.ts'
import type { PageHead } from '#contract/pages.ts'
import { Time } from '../../ui/Time.tsx'
import { toneOf, TRUTH_SHORT } from '../words.ts'
import { treeOf } from '../tree.ts'
import type { Branch } from '../tree.ts'
import { heard } from '../../ui/words.ts'

type Told = { zone: string, now: Temporal.Instant }

/** The pages of a space as a table of contents: each below the page that it belongs to. */
export function Toc({ pages, ...told }: { pages: readonly PageHead[] } & Told) {
  return <ol className="toc">{treeOf(pages).map((branch) => <TocBranch key={branch.page.number} branch={branch} {...told} />)}</ol>
}

function TocBranch({ branch: { page, below }, ...told }: { branch: Branch<PageHead> } & Told) {
  return (
    <li>
      <TocLine page={page} {...told} />
      {below.length > 0 && <ol>{below.map((branch) => <TocBranch key={branch.page.number} branch={branch} {...told} />)}</ol>}
    </li>
  )
}

/** Pages that were looked for, last edited first, each with where it stands. */
export function TocList({ pages, inSpace, ...told }: { pages: readonly PageHead[], inSpace: boolean } & Told) {
  return <ol className="toc" data-flat>{pages.map((page) => <li key={page.number}><TocLine page={page} where={inSpace ? undefined : page.spaceName} {...told} /></li>)}</ol>
}

/** One page: its title, what it is, whether it is still true, and who edited it when. */
function TocLine({ page, where, zone, now }: { page: PageHead, where?: ReactNode } & Told) {
  const kind = page.kind === 'reference' ? undefined : heard(pageKindName(page.kind))
  return (
    <div className="toc-line" data-item tabIndex={-1}>
      <p className="toc-title"><a href={`/${page.number}`} aria-keyshortcuts="Enter o">{page.title}</a> <span className="toc-kind">{[kind, where].filter(Boolean).join(' · ')}</span></p>
      <p className="toc-truth" data-tone={toneOf(page.truth)}>{TRUTH_SHORT[page.truth]}</p>
      <p className="toc-edited"><Time at={Temporal.Instant.from(page.editedAt)} zone={zone} now={now} show="day" /></p>
    </div>
  )
}
