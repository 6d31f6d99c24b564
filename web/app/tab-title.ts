import { t } from '../ui/words.ts'

let address: string | undefined
let heading: string | undefined

function paint(): void {
  const title = address ?? heading
  document.title = title ? t`${title} · Longhand` : 'Longhand'
}

/** What an address is called in the browser's tab, such as `Inbox`; undefined where its heading says it, as for whatever has a number. */
export function nameAddress(title: string | undefined): void {
  address = title
  paint()
}

/** What the page's heading says, such as the title of a thread. */
export function nameHeading(text: string | undefined): void {
  heading = text
  paint()
}
