import type { DecisionContent } from '#contract/decisions.ts'

type Written = Partial<Omit<DecisionContent, 'options' | 'recommendation'>> & {
  title: string; needed: string; recommend?: string; why?: string
  options: readonly { id: string; title: string; body?: string; good?: readonly string[]; bad?: readonly string[] }[]
}

/** A decision as its author writes it; trade-offs get their ids from their option. */
function written({ options, recommend, why = '', ...rest }: Written): DecisionContent {
  return {
    context: '', criteria: '', claims: [], objectionsForeseen: '', consequences: '', confirmation: '', more: '', ...rest, recommendation: { optionId: recommend ?? null, why },
    options: options.map(({ id, title, body = '', good = [], bad = [] }) => ({
      id, title, body, tradeOffs: [...good.map((text, index) => ({ id: `${id}-good-${index + 1}`, side: 'good' as const, text })), ...bad.map((text, index) => ({ id: `${id}-bad-${index + 1}`, side: 'bad' as const, text }))],
    })),
  }
}

/** What the team decided in the month of the story, or has still before it. */
export const TEXTS = {
  rounding: written({
    title: 'Round per invoice, not per line', needed: 'Does the new ledger round each line, or the invoice as a whole?',
    context: 'The old ledger rounds per invoice, the new one per line. Of 18,044 invoices of February 61 differ, each by one cent. Every one of them is explained by this.',
    criteria: 'Customers compare with last month’s invoice. Finance must be able to add it up.',
    claims: [{ text: 'All 61 differences have this one cause.', basis: 'known', confidence: 'high' }, { text: 'Finance does not add up single lines.', basis: 'assumed', confidence: 'medium' }],
    options: [
      { id: 'invoice', title: 'Per invoice', good: ['It is what customers have seen for eleven years.', 'February has no differences.'], bad: ['The lines of a report may add up to a cent more than its sum.'] },
      { id: 'line', title: 'Per line', good: ['Lines add up to the sum, always.'], bad: ['61 customers a month would see a cent that was not there before.'] },
    ],
    recommend: 'invoice', why: 'Somebody who sees another cent writes to us; nobody has ever written about the sum of a column.',
    objectionsForeseen: 'Ben builds the report for finance, and its columns would no longer add up.', consequences: 'A switch in the new ledger. The report gets a line “rounding”.', confirmation: 'The nightly comparison of both ledgers shows 0 differences.',
  }),
  archive: written({
    title: 'Audit rows older than 90 days move to the archive', needed: 'Where do audit rows live, and for how long?',
    context: 'The main database grows by 1.1 % a day and is full in about 25 days; 60 % of that is the audit log. By law audit rows are kept for ten years; nobody has opened one older than 80 days in two years.',
    criteria: 'Room until the summer. An old row can be found within a working day. No restore becomes slower.',
    claims: [{ text: 'The law asks that we keep them, and says nothing about how fast we find them.', basis: 'known', confidence: 'high' }, { text: 'Nobody will ask for an old row more than once a month.', basis: 'assumed', confidence: 'high' }],
    options: [
      { id: 'archive', title: 'Partitions by month; after 90 days to the archive', good: ['Half of the disk comes back.', 'Moving a month can be undone.'], bad: ['An old row takes minutes instead of milliseconds.'] },
      { id: 'disk', title: 'A larger disk', good: ['It is done in an hour.'], bad: ['In a year we stand here again, with a backup twice as large.'] },
      { id: 'sample', title: 'Write fewer audit rows', bad: ['Which ones are needed is only known afterwards.'] },
    ],
    recommend: 'archive', why: 'It is the only one of the three that ends.', consequences: 'Months are moved at night in Lisbon, one at a time, and stop when a replica is ten seconds behind.', confirmation: 'The disk is below 60 % at the end of March.',
  }),
  stemmer: written({
    title: 'Choose the stemmer by the customer’s language', needed: 'How do we find “invoice” when somebody types “invoices”?',
    context: 'One search in fourteen finds nothing because of a plural. The stemmer that comes with the database helps English and German, and harms Portuguese: `conta` finds `conto`.',
    criteria: 'Fewer searches without a result, in no language more than today.',
    claims: [{ text: '91 % of customers have a language set.', basis: 'known', confidence: 'high' }, { text: 'Their invoices are in that language.', basis: 'assumed', confidence: 'medium' }],
    options: [
      { id: 'language', title: 'By the language of the customer; plain words for the rest', good: ['In the trial searches without a result went from 7 % to 1.8 %.'], bad: ['Six indexes instead of one: 9 GB.'] },
      { id: 'english', title: 'The English stemmer for everybody', good: ['One index.'], bad: ['Portuguese gets worse: 11 % without a result.'] },
      { id: 'triples', title: 'Letter triples for everything', good: ['Typing mistakes too.'], bad: ['Too much is found: `lisbon` also finds `listen`.'] },
    ],
    recommend: 'language', why: 'Nine of ten customers gain, and the tenth is no worse off than today.',
  }),
  wednesday: written({
    title: 'No meetings on Wednesdays', needed: 'Do we keep one day a week without meetings?',
    context: 'In February 31 of our 44 focus blocks were cut by a call, 19 of them on a Wednesday, the day into which everybody puts what did not fit elsewhere.',
    criteria: 'Everybody gets one whole day. Nobody has to explain it to a customer.',
    options: [
      { id: 'as-it-is', title: 'As it is', good: ['Nothing to learn.'], bad: ['Blocks go on being cut.'] },
      { id: 'proposed', title: 'As proposed', good: ['One day that is whole, for all six.'], bad: ['Calls with customers move to Tuesday and Thursday.'] },
    ],
    recommend: 'proposed', why: 'We can take it back in a month if Tuesdays become unbearable.', confirmation: 'At the end of April we count the cut blocks again.',
  }),
  prices: written({
    title: 'Show amounts in the list of results', needed: 'Does the list of results show the amount of each invoice?',
    context: 'Support says that customers open three invoices to find the one with the right amount.', criteria: 'Fewer invoices opened for nothing. Nothing is shown over a shoulder that should not be.',
    options: [
      { id: 'show', title: 'Show it', good: ['The right one is opened first.'], bad: ['Amounts stand on a screen that others may see.'] },
      { id: 'hover', title: 'Show it on demand', good: ['Nobody sees it by chance.'], bad: ['On a phone there is nothing to hover with.'] },
    ],
    recommend: 'show', why: 'Who may search may open as well.',
  }),
  night: written({
    title: 'Nightly jobs start at 04:00 UTC while the disk is short', needed: 'When do the large jobs run until the audit log has moved?',
    context: 'At 02:00 UTC the payment run and the reports write at the same time, and the disk passes 85 % for half an hour.', criteria: 'The disk stays below 80 %. Tokyo has its reports by 15:00.',
    options: [
      { id: 'later', title: 'Reports at 04:00 UTC', good: ['The two never write together.'], bad: ['Tokyo gets its reports at 14:30 instead of 12:30.'] },
      { id: 'same', title: 'As it is', good: ['Reports at noon.'], bad: ['85 %, and an alarm each night.'] },
    ],
    recommend: 'later', why: 'It costs two hours, and only for two weeks.',
  }),
  disk: written({
    title: 'Buy a second disk for the main database', needed: 'Do we buy room before the month-end run?',
    context: 'The disk is at 79 % and is full at the end of March. A second one takes four days to come and an hour without writes to attach.', criteria: 'Room at the month’s end. No hour without payments.',
    options: [
      { id: 'buy', title: 'Buy it now', good: ['It is certain.'], bad: ['310 a month, and an hour without payments.'] },
      { id: 'wait', title: 'Wait for the partitions', good: ['It may not be needed.'], bad: ['If they are late, it is too late to buy.'] },
    ],
    recommend: 'buy', why: 'Four days are too long to wait until we know.',
  }),
  smoke: written({
    title: 'Production deploys need the smoke test to pass twice', needed: 'When does the smoke test run, so that it would have found Friday’s fault?',
    context: 'On Friday a new worker could not read jobs that the old one had written. The smoke test passed, since no old job was waiting when it ran. We rolled back within six minutes.',
    criteria: 'Friday’s fault is found. A deploy does not take twice as long.',
    claims: [{ text: 'A second run after the switch finds it: tried on staging with a worker that refuses old jobs.', basis: 'known', confidence: 'high' }],
    options: [
      { id: 'twice', title: 'Before and after the switch', good: ['It finds what only shows once both versions have met.'], bad: ['Two minutes more for each deploy.'] },
      { id: 'jobs', title: 'Once, with an old job put there on purpose', good: ['No minute more.'], bad: ['It finds this fault, and not the next one of its kind.'] },
    ],
    recommend: 'twice', why: 'Two minutes are less than six minutes of roll-back, ten times a year.',
  }),
  mistyped: written({
    title: 'Keep mistyped searches for two weeks', needed: 'May we keep what people mistyped, to compare two ways of finding names?',
    context: 'A third of what is still not found is a typing mistake in a name. To choose between letter triples and a list of known names we need about 4,000 of them.',
    criteria: 'Enough to compare. Nobody can be found by what they typed.', claims: [{ text: 'Legal agrees to two weeks without the customer; they answered in writing.', basis: 'known', confidence: 'high' }],
    options: [
      { id: 'two-weeks', title: 'Two weeks, without who typed it', good: ['About 4,000 searches.'], bad: ['We cannot ask back what somebody meant.'] },
      { id: 'none', title: 'Keep none, and make some up', good: ['Nothing to keep safe.'], bad: ['Made-up mistakes are not the ones that people make.'] },
    ],
    recommend: 'two-weeks', why: 'Real mistakes are what we want to learn from, and they need nobody’s name.', consequences: 'The table is emptied by a job at the end.',
  }),
  builds: written({
    title: 'Move the builds to rented machines', needed: 'Where do our builds run from May on?',
    context: 'The two build machines under Tom’s desk wait for 22 minutes at noon in Lisbon, when San Francisco is asleep and cannot restart them. Twice this winter one stood still for a whole Tokyo day.',
    criteria: 'A build starts within a minute. Somebody awake can mend it. It costs less than 500 a month.',
    claims: [{ text: 'Rented machines would cost 380 a month at our size.', basis: 'known', confidence: 'high' }, { text: 'Fixtures hold no customer data.', basis: 'assumed', confidence: 'low' }],
    options: [
      { id: 'rent', title: 'Rented machines', good: ['They start within 20 seconds.', 'Nobody has to stand beside them.'], bad: ['Code and fixtures leave our network.'] },
      { id: 'own', title: 'A third machine, in Lisbon', good: ['Nothing leaves the network.'], bad: ['1,900 now, and somebody has to look after it.'] },
      { id: 'stay', title: 'As it is', bad: ['22 minutes at noon.'] },
    ],
    recommend: 'rent', why: 'It is the only one that nobody has to get up for.', objectionsForeseen: 'What stands in the fixtures has to be looked at first.',
  }),
  oncall: written({
    title: 'The on-call week begins on Wednesday', needed: 'On which day does on-call pass to the next person?',
    context: 'It passes on Monday at 00:00 UTC: for Tokyo in the middle of the morning, for Lisbon at night, for San Francisco on Sunday. In February two alarms of a Sunday were handed on without a word.',
    criteria: 'Both sides are at work when it passes. No holiday falls on it more often than twice a year.',
    claims: [{ text: 'Of this year’s 34 public holidays in our three countries 12 are on a Monday, three on a Wednesday.', basis: 'known', confidence: 'high' }],
    options: [
      { id: 'wednesday', title: 'Wednesday, 09:00 of who hands it on', good: ['It is handed on in a wrap, by somebody awake.', 'Few holidays.'], bad: ['A week is split in two for whoever plans by weeks.'] },
      { id: 'monday', title: 'Monday, as it is', good: ['Everybody knows it.'], bad: ['It is Sunday in San Francisco.'] },
      { id: 'friday', title: 'Friday', good: ['The weekend is in one hand.'], bad: ['Whoever takes it begins with the weekend, and knows nothing yet.'] },
    ],
    recommend: 'wednesday', why: 'It is the only day on which all of us work at the moment of the change.', confirmation: 'After three months: no alarm without somebody who was told.',
  }),
  retries: written({
    title: 'Try a failed card four times in fourteen days', needed: 'How often, and for how long, do we try a card that failed?',
    context: 'Three tries in five days is what the old ledger does; 61 % pay in the end. The bank would now accept four in fourteen, and in a trial with 900 customers 74 % paid. The thread has the numbers.',
    criteria: 'More of them pay. No bank counts it as abuse. The customer is told before the last one.',
    claims: [{ text: '74 % of 900 customers paid in the trial.', basis: 'known', confidence: 'high' }, { text: 'The other banks accept what this one does.', basis: 'assumed', confidence: 'medium' }],
    options: [
      { id: 'four', title: 'Four tries in fourteen days, with a mail before the last one', good: ['It reaches whoever is paid at the end of the month.', '13 points more pay.'], bad: ['An unpaid invoice stays open for nine days longer.'] },
      { id: 'three', title: 'Three tries in five days, as it is', good: ['Every bank accepts it.'], bad: ['39 % do not pay.'] },
      { id: 'daily', title: 'Each day for two weeks', good: ['Nobody is missed.'], bad: ['Two banks count this as abuse.'] },
    ],
    recommend: 'four', why: 'The end of the month is within fourteen days of any failure, and that is when cards work again.', objectionsForeseen: 'Finance waits longer for the list of unpaid invoices.',
    consequences: 'The job that tries again runs at 04:00 UTC, and needs the column for the next try, which comes with the migration.', confirmation: 'Above 70 % pay in the first three months.',
  }),
  names: written({
    title: 'Find mistyped names', needed: 'How do we find a customer’s name that was mistyped?', context: 'Names are what people mistype. We keep mistyped searches for two weeks to see which way finds more.',
    criteria: 'Nine of ten mistyped names are found. No right one is pushed down the list.',
    options: [{ id: 'triples', title: 'Letter triples, on names only', good: ['No list to look after.'], bad: ['Short names are close to many others.'] }],
  }),
} as const satisfies Readonly<Record<string, DecisionContent>>
export type DemoDecision = keyof typeof TEXTS
