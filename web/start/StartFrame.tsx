import './start.css'
import type { ReactNode } from 'react'
import { Page } from '../ui/Page.tsx'
import { t } from '../ui/words.ts'

type Props = { title: ReactNode, over?: ReactNode, lede?: ReactNode, children?: ReactNode }

/** The pages before one is signed in: the mark, a sentence, and what there is to do. */
export function StartFrame({ title, over, lede, children }: Props) {
  return (
    <div className="start">
      <p className="start-mark">{t`Longhand`}</p>
      <Page title={title} over={over} lede={lede} wide>{children}</Page>
    </div>
  )
}
