import { useState } from 'react'
import { UNDO_CHOICES_S } from '#domain/attention/undo.ts'
import type { UndoSeconds } from '#domain/attention/undo.ts'
import { languageOf } from '#domain/words/said.ts'
import type { Language } from '#domain/words/said.ts'
import type { editMe, MeView } from '#contract/account.ts'
import type { GivenTo } from '#contract/operation.ts'
import { localeOf, speakTo } from '../app/language.ts'
import type { Send } from '../app/send.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Section.tsx'
import { useSaidAt } from '../ui/said-at.ts'
import { SendForm } from '../ui/SendForm.tsx'
import { t } from '../ui/words.ts'

/** How long what one sent can be taken back. */
const UNDO_WORDS: Record<UndoSeconds, () => string> = { 10: () => t`10 seconds`, 30: () => t`30 seconds`, 60: () => t`a minute`, 120: () => t`two minutes` }

type Props = { person: MeView['person'], edit: Send<GivenTo<typeof editMe>> }

/** Each by its own name, so that it is found by those who read no other. */
const LANGUAGES: readonly { value: Language, label: string }[] = [{ value: 'en', label: 'English' }, { value: 'de', label: 'Deutsch' }]

/** Name, language, time to take back, and whether the brief also comes by mail. */
export function ProfileSection({ person, edit }: Props) {
  const [name, setName] = useState(person.name)
  const [briefByMail, setMail] = useState(person.briefByMail)
  const [language, setLanguage] = useState(languageOf(person.locale))
  const [undo, setUndo] = useState(String(person.undoSeconds))
  const [saved, setSaved] = useState(false)
  const [tried, setTried] = useState(false)
  const said = useSaidAt(edit.problem, 'name', name)
  const empty = name.trim() === ''
  const save = () => {
    setTried(true)
    setSaved(false)
    const locale = language === languageOf(person.locale) ? person.locale : localeOf(language)
    if (!empty) edit.send({ name: name.trim(), locale, briefByMail, undoSeconds: UNDO_CHOICES_S.find((one) => String(one) === undo) }, () => setSaved(!speakTo(locale, { chosen: true })))
  }
  return (
    <Section id="you" title={t`You`} aside={person.email}>
      <SendForm submit={t`Save`} look="quiet" onSubmit={save} busy={edit.busy} problem={edit.problem} saysAt={['name']} label={t`You`}>
        <Field label={t`Name`} autoComplete="name" value={name} onChange={setName} error={tried && empty ? t`Write your name as others should read it.` : said} />
        <Choice legend={t`Language`} options={LANGUAGES} value={language} onChange={setLanguage} hint={t`Of the pages and of your mails. What people write stays as they wrote it.`} />
        <Choice legend={t`Time to take back what you sent`} options={UNDO_CHOICES_S.map((one) => ({ value: String(one), label: UNDO_WORDS[one]() }))} value={undo} onChange={setUndo} hint={t`Nobody is told until then, not even of what is urgent.`} />
        <Checkbox label={t`Send me the brief by mail when my shift starts`} checked={briefByMail} onChange={setMail} hint={t`It is on the first page in any case.`} />
      </SendForm>
      <Notice tone="settled">{saved && t`Saved.`}</Notice>
    </Section>
  )
}
