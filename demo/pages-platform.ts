import type { StoryPage } from './pages.ts'

/** What Platform has written down: how one is woken up, and how one goes back to sleep. `#{…}` is the number of something in the story. */
export const PLATFORM_PAGES: readonly StoryPage[] = [
  {
    key: 'page start', in: 'Platform', kind: 'start', by: 'ben', at: '2026-02-24T10:40:00Z', title: 'Start here: Platform', tags: ['welcome'],
    text: `Platform keeps the ground still that Billing and Search stand on: deploys, databases, alarms. We are three, in three zones, and one of us is always near a keyboard.

## Your first day

1. Read #{Platform 3} and #{Platform 9}. They explain why there is one database and no other engine, which is the first thing that everybody asks.
2. Ask in a thread of Platform for access to the board “deploys”. You need nothing else in your first week.
3. Write to Ben. He likes the question “what surprised you”, best asked before it stops surprising you.

## Your first week

- Follow one deploy from the merge to the last check, beside whoever is release manager.
- Repair one sentence in one of the pages below. There is always one.

## Words that we use

| word | what we mean by it |
|---|---|
| the worker | what takes jobs from the queue, payments among them |
| lag | how far a replica is behind; above ten seconds we stop what we do |
| red | the smoke test says no, and we read why before we try again |
`,
    edits: [{ at: '2026-03-17T09:20:00Z', by: 'ben', note: 'The page for nights is there now.', change: ['- Repair one sentence', '- Read #{page night} before you need it.\n- Repair one sentence'] }],
  },
  {
    key: 'page deploys', in: 'Platform', kind: 'process', by: 'ben', at: '2026-02-24T15:10:00Z', title: 'How deploys leave', tags: ['deploys'], under: 'page start',
    text: `Everything leaves from the main branch (#{Platform 4}), by one person, at one time a day. Before we had this, two releases met on a Thursday and nobody knew which of them was the fault.

**Begins when** the release manager says so in Platform. **Ends when** the smoke test is green and the thread says that it is. **Minded by** whoever has the role *Release manager*.

## Who does what

1. **Whoever wrote it** says in one line how it would be noticed if it were wrong. Without the line it waits for tomorrow.
2. **The release manager** starts it at 10:00 Lisbon and reads the smoke test (#{Platform 11}).
3. **Somebody of the next shift** is told before it leaves, so that nobody wakes up to a surprise.

## When it does not fit

A repair for something that is broken may leave at any hour. Not on a Friday afternoon (#{Platform 5}), unless it repairs what a Friday broke.
`,
    edits: [
      { at: '2026-03-16T09:05:00Z', by: 'ben', note: 'Twice, since Friday.', change: ['reads the smoke test (#{Platform 11}).', 'reads the smoke test, which runs before and after the switch (#{decision smoke}). Both have to be green; the second one is there for what only old jobs show (#{page learning}).'] },
      { at: '2026-03-19T09:40:00Z', by: 'mei', note: 'Two hours earlier from Monday on.', change: ['starts it at 10:00 Lisbon', 'starts it at 08:00 Lisbon, while Tokyo is still there (#{hours}),'] },
    ],
    verify: { at: '2026-03-20T08:40:00Z', by: 'ben', against: 'the deploys of this week', reviewDays: 180 },
  },
  {
    key: 'page rollback', in: 'Platform', kind: 'runbook', by: 'tom', at: '2026-03-13T23:10:00Z', title: 'Roll a deploy back', tags: ['deploys', 'on call'], under: 'page deploys',
    text: `For when something is worse since a deploy than it was before. You need no certainty for it: going back costs six minutes, and being right later costs nothing.

**Takes** 6 minutes. **Needs** the board “deploys”. **Stop and ask** whoever wrote the change when a check below fails twice.

## Steps

1. Say in the thread of the deploy that you go back, and what you saw. One line.

2. Choose the release before on the board, and press *Return to this one*. From a terminal:

   \`\`\`sh
   deploy return --to previous
   deploy status
   \`\`\`

   **Check.** \`deploy status\` shows the old number on all four machines. The last one takes a minute longer than the others.

3. Restart the worker. It keeps the code that it began with, which is what bit us.

   \`\`\`sh
   worker restart --drain
   worker jobs --failed --since 30m
   \`\`\`

   **Check.** No job fails any more. Those that failed are tried again by themselves within ten minutes.

4. Read the first five payments on the board.

   **Check.** All five went through. One that did not is chance; two are not, so ring somebody.

## Afterwards

- [ ] Say in the thread that it is done and what the machines show.
- [ ] Write down the two or three moments at which you hesitated. They are the next version of this page.
`,
    edits: [
      { at: '2026-03-16T10:20:00Z', by: 'ben', note: 'Tried it on staging; the order of steps 2 and 3 matters.', change: ['3. Restart the worker. It keeps the code that it began with, which is what bit us.', '3. Only now restart the worker. It keeps the code that it began with, which is what bit us; restarted before step 2 it begins with the broken one again.'] },
      { at: '2026-03-19T10:30:00Z', by: 'kenji', note: 'From Thursday morning: the sum alone says nothing.', change: ['4. Read the first five payments on the board.', '4. Read the first five payments on the board, and the declines by bank. On Thursday it was one bank alone, and the sum looked healthy.'] },
    ],
    verify: { at: '2026-03-20T09:30:00Z', by: 'ben', against: 'the rollback of Thursday', reviewDays: 90 },
  },
  {
    key: 'page night', in: 'Platform', kind: 'runbook', by: 'ben', at: '2026-03-17T09:00:00Z', title: 'You were woken up: the first ten minutes', tags: ['on call'],
    text: `You are on call, it is three in the morning, and something rings. This page is for the first ten minutes. Nobody expects more of you than these steps.

**Takes** 10 minutes. **Needs** your laptop, and this page. **Stop and ask** at any time: ringing the next one costs nothing.

## Steps

1. Take the alarm, so that it stops ringing for the others.

2. Look whether customers feel it: open the board “payments” and one page of our own as a customer.
   - They do: go on.
   - They do not: write what you saw, and sleep. It can wait for somebody who is awake.

3. Is there a deploy within the last three hours? Then go back first and think later: #{page rollback}.

4. Is a disk above 85 %? Stop the reports, not the payment run. What fills it is in #{page archive}.

5. Still broken? Ring the next one. Say three things: what rings, since when, what you have tried.

## Numbers

| whom | when |
|---|---|
| Kenji | your night is his day, 09:00 to 18:00 Tokyo |
| Ben | 08:00 to 17:00 Lisbon |
| Tom | 09:00 to 17:30 San Francisco |
| the data centre | *is missing* |
| the bank | *is missing* |

## Afterwards

- [ ] One line in the wrap, even if it was nothing.
- [ ] Take the hours back. Whoever slept decides what comes next.
`,
    edits: [
      { at: '2026-03-18T04:30:00Z', by: 'mei', note: 'Read as somebody who was woken up: step 2 first asked me to know things.', change: ['open the board “payments” and one page of our own as a customer.', 'open the board “payments”. Green on the left means that people can pay, and that is the question.'] },
      { at: '2026-03-20T10:10:00Z', by: 'ben', note: 'Both numbers, from Tom’s notes.', change: ['| the data centre | *is missing* |\n| the bank | *is missing* |', '| the data centre | in the vault under “hands”; they want the rack, which is C4 |\n| the bank | in the vault under “cards”; only for declines above 5 % |'] },
    ],
  },
  {
    key: 'page archive', in: 'Platform', kind: 'runbook', by: 'tom', at: '2026-03-10T18:30:00Z', title: 'Move a month of audit rows to the archive', tags: ['database'], under: 'page start',
    text: `Audit rows older than 90 days live in the archive (#{decision archive}). This moves one month of them. Do it on the first quiet evening of a month, Lisbon time.

**Takes** 3 minutes for a month, and an hour in which you should be near. **Needs** a backup of last night. **Stop** when a replica is ten seconds behind, and go on when it has caught up.

## Steps

1. Look at the replicas.

   \`\`\`sh
   db lag --watch
   \`\`\`

   **Check.** Below two seconds for a minute.

2. Move the month, with the watch still open beside it.

   \`\`\`sh
   move-month 2025-12
   \`\`\`

   **Check.** It ends with two equal numbers: rows read, rows written.

3. Open one old row as an auditor would, and note how long it took.

   **Check.** Minutes, not an error.

4. Give the space back.

   \`\`\`sh
   db shrink audit
   \`\`\`

## Way back

A month stays in both places for seven days. \`move-month --back 2025-12\` takes it back, at the same speed.
`,
    edits: [{ at: '2026-03-11T07:40:00Z', by: 'kenji', note: 'Twelve months in one night: what I saw.', change: ['2. Move the month, with the watch still open beside it.', '2. Move the month, with the watch still open beside it. Lag rises to four seconds and falls again; that is normal.'] }],
    verify: { at: '2026-03-11T08:00:00Z', by: 'kenji', against: 'the twelve months of 2024', reviewDays: 90 },
  },
  {
    key: 'page learning', in: 'Platform', kind: 'learning', by: 'tom', at: '2026-03-13T23:50:00Z', title: 'What we learned from the Friday that we rolled back', tags: ['deploys'],
    text: `A deploy was taken back after six minutes, because the new worker could not read old jobs. 214 payments waited for a quarter of an hour; none was lost, and eleven people wrote to support.

Everybody did what seemed right with what they knew. The smoke test was green, and it was right to trust it: it had not been wrong since February.

## What happened

| San Francisco | what |
|---|---|
| 15:02 | The deploy leaves. It is Friday, and it repairs a report that finance needs on Monday, which #{Platform 5} allows. |
| 15:04 | Smoke test green: nine of nine. |
| 15:07 | The first job of before fails. Nobody looks, since failed jobs are tried again by themselves. |
| 15:10 | The alarm: 40 failed jobs. Tom goes back at once. |
| 15:16 | All machines have the old release; the worker still has the new one. |
| 15:21 | The worker is restarted, and the queue empties. |

## Why it made sense

A job carries the name of its fields. The new worker asked for a name that old jobs do not have. On staging there are no old jobs, because staging is emptied each night; so every test that we have said yes.

## What helped, and what was luck

- Going back without discussing it first. Six minutes, as we had rehearsed.
- Luck: it was afternoon for Tom. An hour later the next person would have been asleep.

## What we change

- [x] The smoke test runs again after the switch, with an old job waiting (#{decision smoke}). Ben, Monday.
- [x] The steps of going back are written down, the worker among them (#{page rollback}). Tom, today.
- [ ] Staging keeps one job of each kind overnight. Kenji, by the end of the month.

## What we still do not know

Why five of the eleven customers saw an error instead of “we are on it”. Priya looks at the page that they saw.
`,
    edits: [{ at: '2026-03-16T09:15:00Z', by: 'ben', note: 'What Monday showed.', change: ['## What we still do not know', 'With a worker that refuses old jobs the second run stops, so that Friday would have ended at 15:05.\n\n## What we still do not know'] }],
  },
]
