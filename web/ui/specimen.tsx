import './specimen.css'
import { SpecimenAttach } from './specimen-attach.tsx'
import { SpecimenEditor } from './specimen-editor.tsx'
import { SpecimenForms } from './specimen-forms.tsx'
import { SpecimenReading } from './specimen-reading.tsx'
import { SpecimenRibbons } from './specimen-ribbons.tsx'
import { SpecimenStates } from './specimen-states.tsx'
import { SpecimenNotes } from './specimen-notes.tsx'
import { SpecimenThread } from './specimen-thread.tsx'
import { SpecimenComposers } from './specimen-composers.tsx'
import { Shell } from '../app/Shell.tsx'
import { setPaletteOpen } from '../app/Palette.tsx'

const SPACES = [{ href: '/spaces/billing', text: 'Billing', waiting: 2 }, { href: '/spaces/search', text: 'Search' }, { href: '/spaces/platform', text: 'Platform' }]

/** Every component of the kit in each of its states, at one standing moment: Tuesday 24 March 2026, 09:04 in Tokyo. */
export function Specimen() {
  return (
    <Shell workspace="Northwind" person="Kenji Mori" spaces={SPACES} admin path="/" onSignOut={() => {}} onPalette={() => setPaletteOpen(true)}>
      <SpecimenReading />
      <div className="specimen-rest">
        <SpecimenRibbons />
        <SpecimenThread />
        <SpecimenForms />
        <SpecimenAttach />
        <SpecimenNotes />
        <SpecimenStates />
      </div>
      <SpecimenEditor />
      <SpecimenComposers />
    </Shell>
  )
}
