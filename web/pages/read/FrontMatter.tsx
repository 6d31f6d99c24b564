import type { FrontMatter as Front } from '#domain/pages/front-matter.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { t } from '../../ui/words.ts'

/** What the file of a page says of itself, folded above the text: a quiet table, or as it is written where it is more than keys and values. */
export function FrontMatter({ front: { source, rows } }: { front: Front }) {
  return (
    <div className="front-matter">
      <Disclosure summary={t`What the file says of itself`}>
        {rows.every(({ value }) => value !== '')
          ? <dl>{rows.map(({ name, value }, at) => <div key={at}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
          : <pre>{source}</pre>}
      </Disclosure>
    </div>
  )
}
