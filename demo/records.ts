import type { StoryRecord } from './madr.ts'
import { PLATFORM_RECORDS } from './records-platform.ts'

/** What Billing had decided in the year before the story. */
const BILLING_RECORDS: readonly StoryRecord[] = [
  {
    in: 'Billing', number: 1, on: '2025-04-07', by: ['kenji', 'ana'], title: 'Amounts are whole numbers of the smallest unit',
    context: 'One invoice in 9,000 is off by a cent, because 0.1 and 0.2 are not what they seem. The yen has no smaller unit, the dinar has three digits.',
    drivers: ['A sum is the same in every service.', 'Currencies with no or three digits work.'],
    options: [
      { name: 'Whole numbers of the smallest unit, with the currency beside them', good: ['sums are exact in every language that we use.'], bad: ['whoever shows an amount has to know the currency.'] },
      { name: 'Decimals of the database', good: ['they are exact in SQL.'], bad: ['they become floating point in JavaScript, where it began.'] },
    ],
    chosen: 'Whole numbers of the smallest unit, with the currency beside them', because: 'an exact sum must not depend on who adds it up.',
    good: ['no difference of this kind since.'], bad: ['shares of a cent, as in interest, need a place of their own.'],
  },
  {
    in: 'Billing', number: 2, on: '2025-05-26', by: ['ana'], consulted: ['kenji', 'mei'], title: 'Invoice numbers have no gaps, country by country',
    context: 'Portugal and Spain ask for numbers without gaps. Ours come from a sequence, which leaves a gap for every payment that fails: 312 of them last quarter, each to be explained.',
    drivers: ['The law in six countries.', 'Two invoices at once must not wait for long.'],
    options: [
      { name: 'A counter row for each country and year, locked while the invoice is written', good: ['no gaps by construction.'], bad: ['invoices of one country are written one after the other.'] },
      { name: 'A sequence, and a list of gaps with reasons', good: ['nothing waits.'], bad: ['somebody has to write reasons, and the inspector has to like them.'] },
    ],
    chosen: 'A counter row for each country and year, locked while the invoice is written', because: 'the lock is held for four milliseconds, and our busiest country writes six invoices a second.',
    good: ['the auditor had no question about numbers this year.'], bad: ['a slow transaction must not come between the number and the commit.'],
    confirmation: 'The nightly check looks for gaps and doubles in every country.',
  },
  {
    in: 'Billing', number: 3, on: '2025-07-21', by: ['mei', 'kenji', 'ana'], consulted: ['ben', 'priya'], title: 'Replace the old ledger rather than repair it',
    context: 'The old ledger is eleven years old, and two of its authors have left. A foreign tax took us five weeks in it. The European rules of next year need three more.',
    drivers: ['Three tax changes until the summer of 2026.', 'No customer notices the move.', 'Somebody can be on call for it without having written it.'],
    options: [
      { name: 'A new ledger, beside the old one', good: ['entries are never changed, so every sum can be computed again.', 'a tax is a rule in one place.'], bad: ['nine months, and two ledgers for half of them.'] },
      { name: 'Repair the old one', good: ['there is no move.'], bad: ['five weeks for each tax, if it goes well.'] },
      { name: 'Buy one', good: ['taxes are somebody else’s work.'], bad: ['our invoices for several sites at once fit none of the three that we tried.'] },
    ],
    chosen: 'A new ledger, beside the old one', because: 'three taxes in the old one cost more than the new one, and it would still be the old one.',
    good: ['the first tax in the new one took four days.'], bad: ['until spring everybody has to know both.'],
    more: 'Hard to undo once the last customer has moved. Until then, ADR-0004 is the way back.',
  },
  {
    in: 'Billing', number: 4, on: '2025-09-01', by: ['kenji'], consulted: ['ana', 'priya'], title: 'Write to both ledgers until the last customer has moved',
    context: 'A customer who was moved may have to be moved back: because of a fault of ours, or since their accountant asks for it.',
    drivers: ['Back within ten minutes, without a loss.', 'Differences are found by us, not by customers.'],
    options: [
      { name: 'Write to both, read from one', good: ['the way back is a switch.', 'both can be compared every night.'], bad: ['a write takes 11 ms longer.'] },
      { name: 'Move, and keep a copy of the old state', good: ['it is simple.'], bad: ['what came after the copy is lost on the way back.'] },
    ],
    chosen: 'Write to both, read from one', because: 'the nightly comparison is worth it alone.',
    good: ['the rounding of February was found in this way.'], bad: ['the old ledger has to be kept alive until the end.'],
  },
  {
    in: 'Billing', number: 5, on: '2025-10-13', by: ['ana'], consulted: ['kenji'], title: 'Failed cards are tried three times in five days',
    context: 'One payment in 26 fails, most for want of money. We try once and write a mail; 48 % pay in the end.',
    drivers: ['More of them pay without a mail.', 'Banks punish whoever tries too often.'],
    options: [
      { name: 'Three tries in five days', good: ['all banks that we asked accept it.'] },
      { name: 'Once a day for two weeks', bad: ['two banks count this as abuse.'] },
      { name: 'One try and a mail, as today', bad: ['52 % do not pay.'] },
    ],
    chosen: 'Three tries in five days', because: 'it is the most that every bank accepts without a contract of its own.',
    good: ['61 % pay in the end.'], bad: ['whoever is paid at the end of the month is missed.'],
    more: 'Look at it again when a bank offers more, or when fewer than 55 % pay.',
  },
  {
    in: 'Billing', number: 6, on: '2025-12-01', by: ['priya'], consulted: ['ana', 'mei'], title: 'Invoice files are made once and kept',
    context: 'A PDF is made anew each time somebody opens it. In November we changed the logo, and 40 customers saw it on invoices of 2023.',
    drivers: ['What was sent is what is seen, for ten years.', 'Opening one is quick.'],
    options: [
      { name: 'Make it once, keep it with its hash', good: ['it is what was sent.', 'it opens in 80 ms instead of two seconds.'], bad: ['31 GB a year.'] },
      { name: 'Keep every version of the template', good: ['it needs no room.'], bad: ['fonts and libraries change as well, and nobody keeps those.'] },
    ],
    chosen: 'Make it once, keep it with its hash', because: 'an invoice is a document, not a view.',
    good: ['support no longer gets asked why an old one changed.'], bad: ['a mistake is mended by a second document, as in the law.'],
  },
  {
    in: 'Billing', number: 7, on: '2026-02-09', by: ['kenji', 'ana'], consulted: ['priya', 'ben'], title: 'Customers move in batches, the smallest first',
    context: '46,200 customers have to move to the new ledger. Half of all amounts belong to 60 of them.',
    drivers: ['A fault meets as few as possible.', 'Everything is over before the summer’s taxes.', 'Nothing moves around the monthly run.'],
    options: [
      { name: 'Nine batches, the smallest customers first', good: ['what we learn costs little.'], bad: ['the hard cases come last.'] },
      { name: 'The largest first, one by one', good: ['the hard cases are over early.'], bad: ['a fault in the first week meets half of all the money.'] },
      { name: 'All in one night', bad: ['there is no night that suits Tokyo, Lisbon and San Francisco.'] },
    ],
    chosen: 'Nine batches, the smallest customers first', because: 'after each batch we stop, compare, and may go back within ten minutes.',
    good: ['anybody on call can undo a batch by the page.'], bad: ['it takes until the end of March.'],
  },
]

/** What Search had decided in the year before the story. */
const SEARCH_RECORDS: readonly StoryRecord[] = [
  {
    in: 'Search', number: 1, on: '2025-06-09', by: ['tom', 'ana'], consulted: ['priya', 'mei'], title: 'Search in PostgreSQL, not in an engine of its own',
    context: 'Customers search 2.1 million invoices and pages. An engine of its own finds more; it also shows what was deleted an hour ago, as our trial did twice.',
    drivers: ['What a customer may not see is never found.', 'What was deleted is gone at once.', 'An answer within 300 ms.'],
    options: [
      { name: 'Full-text search of PostgreSQL', good: ['rights and deletions are the same query.', 'nothing else to run.'], bad: ['typing mistakes need work of ours.'] },
      { name: 'An engine of its own', good: ['typing mistakes and languages come with it.'], bad: ['rights have to be copied, and a copy is late.'] },
    ],
    chosen: 'Full-text search of PostgreSQL', because: 'to find too little is a nuisance, and to find what one may not see is the end of a contract.',
    good: ['p95 is 140 ms.'], bad: ['plurals and typing mistakes are ours to solve.'],
    confirmation: 'A test asks as each kind of user for words that stand only in what they may not see.', more: 'Look at it again at 20 million rows.',
  },
  {
    in: 'Search', number: 2, on: '2025-10-27', by: ['priya'], consulted: ['ana'], status: { supersededBy: 3 }, title: 'One index for pages and invoices',
    context: 'People look for a thing, not for a kind of thing. Two searches side by side made them search twice.',
    drivers: ['One field, one list.', 'The most likely result comes first.'],
    options: [
      { name: 'One table with one index', good: ['one query, one ranking.'], bad: ['a short page and an invoice with 200 lines are measured alike.'] },
      { name: 'An index for each kind, brought together when shown', good: ['each can be ranked by what matters in it.'], bad: ['scores have to be made comparable.'] },
    ],
    chosen: 'One table with one index', because: 'it is the simplest that could work, and we did not know yet how people search.',
    good: ['it was there in a week.'], bad: ['long invoices stand above the page that explains them.'],
  },
  {
    in: 'Search', number: 3, on: '2026-01-12', by: ['priya', 'ana'], consulted: ['tom', 'mei'], title: 'An index for each kind of thing',
    context: 'In 1,000 real searches that we read, the page that people opened in the end stood on place 9 at the median; above it stood invoices that had the word in 40 lines.',
    drivers: ['What people open stands among the first three.', 'Each kind can change without the others.'],
    options: [
      { name: 'An index for each kind, brought together by place', good: ['scores need not be compared, only places.'], bad: ['two queries instead of one.'] },
      { name: 'One index, with long texts counted less', good: ['little changes.'], bad: ['tried: the median went from 9 to 6, and short invoices vanished.'] },
    ],
    chosen: 'An index for each kind, brought together by place', because: 'the median of the same 1,000 searches went from 9 to 2.',
    good: ['a language can be switched on for one kind first.'], bad: ['the list takes 30 ms longer.'],
  },
]

export const RECORDS: readonly StoryRecord[] = [...PLATFORM_RECORDS, ...BILLING_RECORDS, ...SEARCH_RECORDS]
