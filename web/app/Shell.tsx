import { useState } from 'react'
import type { ReactNode } from 'react'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { t } from '../ui/words.ts'

/** One line of the navigation. `waiting` is said in words to people who hear the page. */
export type Place = { href: string, text: string, waiting?: number | undefined }

/** What stands around every page. Given, never fetched here. */
export type ShellData = {
  workspace: string
  /** The signed-in person. */
  person: string
  spaces: readonly Place[]
  /** Owner and admin also see members and the outbox. */
  admin: boolean
}

type Props = ShellData & {
  /** Path of the page shown. */
  path: string
  onSignOut: () => void
  onPalette: () => void
  children: ReactNode
}

const WORK: readonly Place[] = [{ href: '/', text: t`Brief` }, { href: '/inbox', text: t`Inbox` }, { href: '/owe', text: t`I owe` }, { href: '/wait', text: t`I wait` }, { href: '/wrap', text: t`Wrap` }, { href: '/threads', text: t`Threads` }, { href: '/decisions', text: t`Decisions` }, { href: '/pages', text: t`Pages` }, { href: '/batons', text: t`Batons` }, { href: '/check-ins', text: t`Check-ins` }, { href: '/search', text: t`Search` }]
const YOU: readonly Place[] = [{ href: '/focus', text: t`Focus` }, { href: '/people', text: t`People and hours` }, { href: '/agreement', text: t`Agreement` }, { href: '/start-here', text: t`Start here` }, { href: '/team', text: t`Who we are` }, { href: '/settings', text: t`Settings` }]
const ADMIN: readonly Place[] = [{ href: '/members', text: t`Members` }, { href: '/outbox', text: t`Outbox` }]

/** The frame of the app: where one is and can go on the left, the page on the right; on a phone a bar that unfolds. */
export function Shell({ workspace, person, spaces, admin, path, onSignOut, onPalette, children }: Props) {
  const [openAt, setOpenAt] = useState<string | undefined>()
  const open = openAt === path
  return (
    <div className="shell" data-open={open || undefined}>
      <header className="shell-bar">
        <a className="shell-mark" href="/">{workspace}</a>
        <button type="button" className="shell-menu" aria-expanded={open} aria-controls="shell-nav" onClick={() => setOpenAt(open ? undefined : path)}>
          {open ? t`Close` : t`Menu`}
        </button>
      </header>
      <nav className="shell-nav" id="shell-nav" aria-label={t`Workspace`}>
        <a className="shell-mark" href="/">{workspace}</a>
        <div className="shell-places">
          <Places places={WORK} path={path} />
          <Places title={<a href="/spaces">{t`Spaces`}</a>} places={spaces} path={path} />
          <Places title={t`You`} places={YOU} path={path} />
          {admin && <Places title={t`Workspace`} places={ADMIN} path={path} />}
        </div>
        <div className="shell-foot">
          <button type="button" className="shell-quiet" onClick={onPalette}>{t`Commands and keys`}</button>
          <ThemeSwitch />
          <p className="shell-person">{person}</p>
          <button type="button" className="shell-quiet" onClick={onSignOut}>{t`Sign out`}</button>
        </div>
      </nav>
      <main className="shell-main" id="main" tabIndex={-1}>{children}</main>
    </div>
  )
}

function Places({ title, places, path }: { title?: ReactNode, places: readonly Place[], path: string }) {
  return (
    <>
      {title && <h2 className="shell-title">{title}</h2>}
      <ul className="shell-list">
        {places.map((place) => (
          <li key={place.href}>
            <a href={place.href} aria-current={isHere(place.href, path) ? 'page' : undefined}>
              <span>{place.text}</span>
              {place.waiting ? <small>{place.waiting}<span className="unseen"> {t`waiting`}</span></small> : null}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A place is current on its own page and on the pages below it; the brief only on its own. */
export function isHere(href: string, path: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`))
}
