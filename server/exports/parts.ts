import type { Tables } from '#server/platform/db/schema.ts'

/**
 * How a column is written into a file: as it is; as the name of a person; as the number of an entry; as JSON in which people
 * go by their names; or, of a row that stands alone, as a section of Markdown under this heading.
 */
export type How = 'plain' | 'person' | 'entry' | 'json' | `text:${string}`
type Table = keyof Tables

/** Rows that belong to an entry. What is derived, private to one person, or a matter of delivery is left out. */
export type Part = {
  /** Its name in the front matter. */
  name: string
  table: Table
  /** The column that says which entry it belongs to; through `of`, the part whose rows it belongs to. */
  by: string
  of?: string
  one: boolean
  order: readonly string[]
  columns: Readonly<Record<string, How>>
}

const part = (name: string, table: Table, by: string, order: readonly string[], columns: Part['columns'], of?: string): Part => ({ name, table, by, one: false, order, columns, ...(of !== undefined && { of }) })
const alone = (name: string, table: Table, by: string, columns: Part['columns']): Part => ({ name, table, by, one: true, order: [by], columns })
const plain = (...names: string[]): Record<string, How> => Object.fromEntries(names.map((name) => [name, 'plain' as const]))

const WRAP: readonly Part[] = [
  alone('wrap', 'wrap', 'entry_id', { ...plain('shift_start', 'shift_end'), state_text: 'text:Where things stand', next_action: 'text:Next action', most_important: 'text:Most important' }),
  part('lines', 'wrap_line', 'entry_id', ['position'], { ...plain('id', 'position', 'kind', 'text', 'why', 'eta', 'cleared_at'), person_id: 'person', cleared_by: 'person', source: 'json' }),
  part('batons', 'baton', 'entry_id', ['position'], {
    ...plain('id', 'position', 'text', 'next_step', 'state', 'question', 'answer', 'offered_at', 'starts_at', 'lapses_at', 'accepted_at', 'unowned_at', 'done_at', 'outcome', 'to_kind', 'to_role_id'),
    giver_id: 'person', to_person_id: 'person', receiver_id: 'person', first_receiver_id: 'person', cover_id: 'person',
  }),
  part('baton_steps', 'baton_step', 'baton_id', ['at', 'id'], { ...plain('id', 'baton_id', 'at', 'kind', 'text'), actor_id: 'person', receiver_id: 'person' }, 'batons'),
]

const CHECKIN: readonly Part[] = [
  alone('prompt', 'checkin_prompt', 'entry_id', { ...plain('id', 'form_id', 'on_date', 'asked_at', 'window_ends_at', 'state', 'reason'), person_id: 'person' }),
  part('answers', 'checkin_answer', 'entry_id', ['position'], plain('position', 'key', 'question', 'text', 'source_number')),
]

/** Where talk stands, of every kind that has a thread. */
const TALK: readonly Part[] = [
  alone('thread', 'thread', 'entry_id', { ...plain('via', 'edited_at', 'state_text', 'state_version', 'state_at', 'outcome', 'resolved_at', 'active_at', 'last_seq'), state_by: 'person', resolved_by: 'person', stands_in: 'entry' }),
]

const CHANGE: readonly Part[] = [
  alone('change', 'change_notice', 'entry_id', { ...plain('since'), was: 'text:Until now', now: 'text:From now on', why: 'text:Why' }),
  part('must_read', 'change_reader', 'entry_id', ['person_id'], { person_id: 'person', read_at: 'plain' }),
]

const ASK: readonly Part[] = [
  alone('ask', 'ask', 'entry_id', {
    ...plain('kind', 'state', 'urgency', 'urgent', 'urgent_reason', 'scope', 'criteria', 'blocked_path', 'silent_default', 'chosen_due', 'need_by', 'asked_at', 'reads_at', 'due_at', 'seen_at', 'acknowledged_at', 'question', 'clarification', 'overdue_at', 'escalated_at', 'rating', 'rated_at', 'settled_at', 'answer_reply_id'),
    thread_id: 'entry', asker_id: 'person', answerer_id: 'person', first_answerer_id: 'person', answered_by: 'person', term: 'json', clock: 'json', takeover: 'json', escalated_to: 'json',
  }),
  part('others', 'ask_other', 'ask_id', ['position'], { position: 'plain', person_id: 'person' }),
  part('ask_steps', 'ask_step', 'ask_id', ['at', 'id'], { ...plain('id', 'at', 'kind', 'text', 'due_at'), actor_id: 'person', person_id: 'person' }),
]

const DECISION: readonly Part[] = [
  alone('decision', 'decision', 'entry_id', {
    ...plain('state', 'door', 'version', 'revision', 'window_days', 'chosen_deadline', 'hidden_until_mine', 'created_at', 'opened_at', 'deadline', 'phase', 'ready_by', 'chosen_option', 'signed_at', 'provisional_until', 'decided_at', 'reason', 'review_on', 'review_due', 'adr_number', 'file_name', 'agreement_text', 'agreement_base'),
    accountable_id: 'person', deadline_by: 'person', signed_by: 'person', from_thread: 'entry', content: 'json', call: 'json', triggers: 'json', tags: 'json', deciders: 'json',
  }),
  part('named', 'decision_person', 'decision_id', ['position', 'person_id'], { ...plain('role', 'position', 'waived'), person_id: 'person' }),
  part('positions', 'decision_position', 'decision_id', ['at', 'id'], { ...plain('id', 'kind', 'option_id', 'trade_off_id', 'text', 'at', 'revision', 'replaced_at'), person_id: 'person' }),
  part('remarks', 'decision_remark', 'decision_id', ['at', 'id'], { ...plain('id', 'field', 'quote', 'prefix', 'suffix', 'body', 'in_reply_to', 'at', 'resolved_at'), author_id: 'person', resolved_by: 'person' }),
  part('records', 'decision_link', 'from_id', ['at', 'to_id', 'how'], { ...plain('how', 'at'), to_id: 'entry' }),
  part('decision_steps', 'decision_step', 'decision_id', ['at', 'id'], { ...plain('id', 'at', 'kind', 'text'), actor_id: 'person', person_id: 'person' }),
  alone('source', 'decision_source', 'decision_id', { ...plain('path', 'format', 'text', 'state', 'imported_at'), notes: 'json', links: 'json' }),
]

const PAGE: readonly Part[] = [
  alone('page', 'page', 'entry_id', {
    ...plain('kind', 'version', 'edited_at', 'position', 'verified_at', 'verified_version', 'verified_against', 'review_days', 'expires_on'),
    edited_by: 'person', parent_id: 'entry', tags: 'json', owner_id: 'person', verified_by: 'person', from_thread: 'entry', source: 'json',
  }),
  part('page_remarks', 'page_remark', 'page_id', ['at', 'id'], { ...plain('id', 'quote', 'prefix', 'suffix', 'body', 'in_reply_to', 'at', 'resolved_at'), author_id: 'person', resolved_by: 'person' }),
]

const MADE: readonly Part[] = [part('made', 'entry_link', 'from_id', ['at', 'to_id', 'how'], { ...plain('subject_id', 'how', 'at'), to_id: 'entry' })]

/** All parts, in the order in which they can be written back: each after what it points at. */
export const PARTS: readonly Part[] = [...TALK, ...WRAP, ...CHECKIN, ...CHANGE, ...ASK, ...DECISION, ...PAGE, ...MADE]

/** What a reply says of itself, beside its text. */
export const REPLY_COLUMNS: Readonly<Record<string, How>> = {
  ...plain('seq', 'id', 'kind', 'posted_at', 'edited_at', 'via', 'quote_reply_id', 'quote_text'), author_id: 'person', quote_author_id: 'person', ask_id: 'entry',
}

/** `giver_id` → `giver`; others keep their names. */
export const keyOf = (column: string): string => column.replace(/_id$/, '')
