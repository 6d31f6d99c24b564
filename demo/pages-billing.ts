import type { StoryPage } from './pages.ts'

/** What Billing and the others have written down. `#{…}` is the number of something in the story. */
export const BILLING_PAGES: readonly StoryPage[] = [
  {
    key: 'page ledger', in: 'Billing', kind: 'context', by: 'ana', at: '2026-02-24T11:20:00Z', title: 'The move to the new ledger', tags: ['ledger'],
    text: `We replace a ledger of eleven years by a new one, customer by customer, without any of them noticing. Some 45,000 customers move until the end of March, and 28 large ones after them.

## Who it is for

Small firms that send invoices and want to be paid. They compare this month’s invoice with last month’s, so a cent that was not there before is a letter to support. Finance closes the month on the last working day; nothing moves on the three days around it.

Nordlicht is the largest of them: 212,000 invoices, and a contract that says that nothing of theirs leaves our network.

## What was decided

- We replace it rather than repair it, since each tax in the old one costs five weeks (#{Billing 3}).
- We write to both until the last customer has moved, so that the way back is a switch (#{Billing 4}).
- Customers move in batches, the smallest first (#{Billing 7}).

## How it is built

| part | what it does | who minds it |
|---|---|---|
| old ledger | what everybody reads until their batch has moved | Kenji |
| new ledger | what is written to as well, and read once moved | Ana |
| nightly comparison | finds every cent between the two | Kenji |
| the switch | decides for each customer which one is read | Ana |

## What is known to be wrong

- Foreign tax numbers are not checked by the old ledger, so some of them are wrong. Since 2015.
- The report for finance reads the old ledger. Ben moves it last.
`,
    edits: [
      { at: '2026-03-05T05:30:00Z', by: 'kenji', note: 'Rounding is decided.', change: ['- Customers move in batches', '- The new ledger rounds per invoice, as the old one does (#{decision rounding}).\n- Customers move in batches'] },
      { at: '2026-03-18T16:20:00Z', by: 'ana', note: 'Seven batches later.', change: ['- Foreign tax numbers are not checked by the old ledger, so some of them are wrong. Since 2015.', '- Foreign tax numbers are not checked by the old ledger: six of 310 were wrong, and wait for finance.\n- Two questions come up again and again; their answers are in #{page support}.'] },
    ],
    verify: { at: '2026-03-18T16:30:00Z', by: 'ana', against: 'batches 5 to 7', reviewDays: 30 },
  },
  {
    key: 'page undo', in: 'Billing', kind: 'runbook', by: 'ana', at: '2026-03-06T11:00:00Z', title: 'Undo a batch', tags: ['ledger', 'on call'], under: 'page ledger',
    text: `For when customers of a batch see something wrong and we do not know why within a quarter of an hour. Undoing loses nothing: both ledgers are written to (#{Billing 4}).

**Takes** 10 minutes for 5,000 customers. **Needs** the number of the batch. **Stop and ask** Ana or Kenji, whoever is awake.

## Steps

1. Stop the batch if it still runs.

   \`\`\`sh
   batch stop 4
   \`\`\`

   **Check.** “stopped at customer …”. Write that number down.

2. Ask whether finance is in the middle of something. (ask @Ana: does finance close or report anything in the next hour?)

3. Turn the switch back for the whole batch.

   \`\`\`sh
   ledger read-from old --batch 4
   \`\`\`

   **Check.** The last line says how many customers now read the old one. It is the size of the batch, or the number of step 1.

4. Open two customers of the batch as support sees them.

   **Check.** Their last invoice is there, with the same amount as in the mail that they got.

## Afterwards

- [ ] Compare the batch once by hand, instead of waiting for the night: \`ledger compare --batch 4\`.
- [ ] Tell support in one sentence what customers may have seen.
`,
    edits: [{ at: '2026-03-06T15:40:00Z', by: 'ben', note: 'I had not seen it before. Nine minutes, and two sentences that I read wrongly.', change: ['   **Check.** “stopped at customer …”. Write that number down.', '   **Check.** “stopped at customer …”. Write that number down; it takes up to a minute to appear, and pressing again does no harm.'] }],
    verify: { at: '2026-03-06T15:50:00Z', by: 'ben', against: 'a copy of batch 1, in nine minutes', reviewDays: 60 },
  },
  {
    key: 'page memo', in: 'Billing', kind: 'memo', by: 'kenji', at: '2026-03-19T05:20:00Z', title: 'Large customers move one at a time', tags: ['ledger'], under: 'page ledger',
    text: `After batch 9 only the 28 large customers are left. I propose to move them one at a time, Nordlicht last, and ask Ana and Priya to say until Monday what speaks against it.

## What is known

- Nordlicht took eleven minutes in the rehearsal, with 212,000 invoices.
- While a customer moves, their new invoices wait. In a batch of small ones nobody waits longer than two seconds.
- The monthly run is on Wednesday, and needs the switch to stand still for six hours.

## What is assumed

- Time grows with the number of invoices and nothing else. Fairly sure: four customers of different size lie on one line.
- None of the 28 sends invoices between 03:00 and 05:00 UTC. Not sure; support knows of two shops that might.

## What follows

Eleven minutes are too long to make 27 others wait for the same batch. One at a time takes two nights instead of one, and each of them can be undone alone (#{page undo}).

## What speaks against it

Two nights instead of one before the monthly run. If the first night goes wrong there is no second. My answer is that we would then rather not have moved them at all.

## What I ask of you

- **Ana**: may the last of them move after the monthly run, if it comes to that?
- **Priya**: do searches of a customer who is moving find half of their invoices, or all?
`,
    edits: [{ at: '2026-03-20T11:10:00Z', by: 'ana', note: 'My answer.', change: ['may the last of them move after the monthly run, if it comes to that?', 'may the last of them move after the monthly run, if it comes to that? *Yes, finance would even like it better. Ana*'] }],
  },
  {
    key: 'page support', in: 'Billing', kind: 'faq', by: 'ana', at: '2026-03-11T17:10:00Z', title: 'What support is asked about the move', tags: ['ledger', 'support'], under: 'page ledger',
    text: `Sentences that you may send as they are. If a question is missing, ask in Billing; whoever answers puts it here.

## Why does my invoice have another address line?

“The line with your country is new. It is what the post office asks for on letters abroad, and changes nothing about your invoice.”

## Is my invoice number still without gaps?

Yes, country by country, as before (#{Billing 2}).

## Will my amounts change?

No. Both ledgers round the invoice as a whole (#{decision rounding}), and we compare all of them every night.
`,
    edits: [{ at: '2026-03-13T19:30:00Z', by: 'priya', note: 'Came up twice with batch 4.', change: ['## Will my amounts change?', '## I cannot find an invoice of last week.\n\nIt is there within a minute. While a customer moves, new invoices wait for up to two seconds, and search sees them a little later.\n\n## Will my amounts change?'] }],
    verify: { at: '2026-03-18T17:00:00Z', by: 'ana', against: 'the questions of batches 1 to 7', reviewDays: 30 },
  },
  {
    key: 'page retries', in: 'Billing', kind: 'reference', by: 'ana', at: '2026-02-25T12:10:00Z', title: 'When we try a failed card again', tags: ['payments'],
    text: `A card that fails is tried three times in five days: after one day, after three, and after five (#{Billing 5}). The customer gets one mail, after the last try.

| try | after | what the bank sees |
|---|---|---|
| 1 | a day | the same amount, marked as a repetition |
| 2 | three days | the same |
| 3 | five days | the same; then we stop |

Two banks count more than one try a day as abuse, and block the merchant for a week. That merchant is us.
`,
    edits: [], verify: { at: '2026-02-25T12:20:00Z', by: 'ana', against: 'the settings of the worker', reviewDays: 21 },
  },
  {
    key: 'page search', in: 'Search', kind: 'context', by: 'priya', at: '2026-03-05T21:30:00Z', title: 'How search reads words', tags: ['search'],
    text: `People type what they remember: a name, an amount, half a word. Search stands in the same database as everything else (#{Search 1}), so what was written a second ago is found.

## What was decided

- An index for each kind of thing, so that invoices never crowd out pages (#{Search 3}).
- Words are cut to their stem by the language of the customer; nine of ten have set one. The rest are searched for plain words.

## What is known to be wrong

- 7 % of searches find nothing because of a plural. The indexes by language are built, and not switched on yet.
- Names with a typing mistake are not found at all.

## Where to look

- The test set: 22 searches with what they should find. It runs with every build.
- A week of real searches without who typed them, renewed each Monday.
`,
    edits: [{ at: '2026-03-17T18:40:00Z', by: 'priya', note: 'On for everybody since today.', change: ['- 7 % of searches find nothing because of a plural. The indexes by language are built, and not switched on yet.', '- 1.8 % of searches still find nothing, a third of them for a typing mistake; before it was 7 % for plurals alone (#{decision stemmer}).'] }],
  },
  {
    key: 'page readme', in: 'Announcements', kind: 'readme', by: 'mei', at: '2026-02-25T04:20:00Z', title: 'How we work together', tags: ['welcome'],
    text: `Six people in Tokyo, Lisbon and San Francisco who make sure that small firms are paid. Somebody is always awake, and nobody is awake for long.

## How to reach us

Ask in the space that it is about, not in a private message: somebody else will have the same question next month. Who is on call answers within minutes, everybody else within their working day.

## How we like to work

- The day ends with a wrap. Whoever begins three hours later should not have to guess.
- We decide in writing, and say what would change our minds.
- We meet when we like each other’s company or cannot agree, and hardly ever to tell each other what we could have written.

## What we do not do

We take no decision in a call that half of us slept through.
`,
    edits: [{ at: '2026-03-04T10:30:00Z', by: 'ana', note: 'Wednesdays, as agreed.', change: ['## What we do not do', '- Wednesdays have no meetings (#{decision wednesday}). It is the day on which things get finished.\n\n## What we do not do'] }],
    verify: { at: '2026-03-06T03:00:00Z', by: 'mei', against: 'what we really do', reviewDays: 90 },
  },
]
