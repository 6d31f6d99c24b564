import { EMPTY_CONTENT } from '#domain/decisions/content.ts'
import type { Tables } from '#server/platform/db/schema.ts'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

type Table = keyof Tables
/** Rows that belong to an entry by this column, or through rows that do. */
type Of = { by: string; through?: { table: Table; by: string } }
/** What is put in the place of each column that people write into. */
export type Emptied = Of & { table: Table; columns: Readonly<Record<string, RawBuilder<unknown>>> }

const NO_WORDS = sql`''`
const NOTHING = sql`null`
const NO_LIST = sql`'[]'::jsonb`
/** Whether it was said stays; what was said does not. */
const unsaid = (column: string) => sql`case when ${sql.ref(column)} is not null then '' end`

const words = (...columns: string[]) => Object.fromEntries(columns.map((column) => [column, NO_WORDS]))
const none = (...columns: string[]) => Object.fromEntries(columns.map((column) => [column, NOTHING]))
const of = (table: Table, by: string, columns: Emptied['columns'], through?: Of['through']): Emptied => ({ table, by, columns, ...(through && { through }) })

const TALK: readonly Emptied[] = [
  of('entry', 'id', { ...words('title', 'tldr'), word_count: sql`0` }), of('thread', 'entry_id', { ...words('body', 'state_text'), outcome: unsaid('outcome') }),
  of('reply', 'entry_id', { ...words('body'), ...none('quote_text') }), of('change_notice', 'entry_id', words('was', 'now', 'why')), of('thread_call', 'entry_id', { ...words('reason'), agenda: NO_LIST }),
  of('ask', 'entry_id', { ...words('urgent_reason', 'criteria', 'blocked_path'), silent_default: unsaid('silent_default'), question: unsaid('question'), clarification: unsaid('clarification') }), of('ask_step', 'ask_id', words('text')),
]

const SHIFTS: readonly Emptied[] = [
  of('wrap', 'entry_id', words('state_text', 'next_action', 'most_important')), of('wrap_line', 'entry_id', { ...words('text', 'why'), ...none('source') }),
  of('baton', 'entry_id', { ...words('text', 'next_step'), question: unsaid('question'), answer: unsaid('answer'), outcome: unsaid('outcome') }), of('baton_step', 'baton_id', words('text'), { table: 'baton', by: 'entry_id' }),
  of('checkin_answer', 'entry_id', words('text')), of('checkin_prompt', 'entry_id', { ...words('reason'), prefill: sql`'{}'::jsonb` }),
]

const EMPTY_DECISION = sql`${JSON.stringify(EMPTY_CONTENT)}::jsonb`
const DECISIONS: readonly Emptied[] = [
  of('decision', 'entry_id', { content: EMPTY_DECISION, ...none('call', 'file_name', 'agreement_text', 'agreement_base'), ...words('reason'), triggers: NO_LIST, tags: NO_LIST, deciders: NO_LIST }),
  of('decision_person', 'decision_id', { waived: unsaid('waived') }), of('decision_position', 'decision_id', words('text')), of('decision_version', 'decision_id', { content: EMPTY_DECISION }),
  of('decision_remark', 'decision_id', words('quote', 'prefix', 'suffix', 'body')), of('decision_step', 'decision_id', words('text')),
]

const PAGES: readonly Emptied[] = [
  of('page', 'entry_id', { ...words('text', 'verified_against'), tags: NO_LIST, ...none('source') }), of('page_version', 'page_id', words('title', 'text', 'note')),
  of('page_remark', 'page_id', words('quote', 'prefix', 'suffix', 'body')), of('page_use', 'page_id', words('quote', 'note', 'settled_note')),
  of('run_schedule', 'page_id', words('title')), of('run_turn', 'schedule_id', words('reason'), { table: 'run_schedule', by: 'page_id' }), of('run', 'page_id', words('title', 'why', 'outcome')),
  of('run_step', 'run_id', { ...words('title', 'body', 'reason'), ...none('asks') }, { table: 'run', by: 'page_id' }), of('run_note', 'run_id', words('text'), { table: 'run', by: 'page_id' }),
]

/** Rows that stay when an entry goes, and say who did what when; without a word of what it was. */
export const EMPTIED: readonly Emptied[] = [...TALK, ...SHIFTS, ...DECISIONS, ...PAGES]

/** Rows that go with it, since they are nothing but its words, or somebody's note on them. What is searched and linked goes by `forgetTexts`. */
export const REMOVED: readonly (Of & { table: Table })[] = [
  { table: 'text_version', by: 'entry_id' }, { table: 'wrap_note', by: 'entry_id' }, { table: 'saved_text', by: 'entry_id' }, { table: 'decision_source', by: 'decision_id' },
]

/** Which rows: `by` is one of these entries, or names a row that belongs to one. */
export const whose = ({ by, through }: Of, workspaceId: string, entryId: string): RawBuilder<boolean> => through
  ? sql`workspace_id = ${workspaceId} and ${sql.ref(by)} in (select id from ${sql.table(through.table)} where workspace_id = ${workspaceId} and ${sql.ref(through.by)} = ${entryId})`
  : sql`workspace_id = ${workspaceId} and ${sql.ref(by)} = ${entryId}`
