import type { StoryRecord } from './madr.ts'

/** What Platform had decided in the year before the story. */
export const PLATFORM_RECORDS: readonly StoryRecord[] = [
  {
    in: 'Platform', number: 1, on: '2025-03-24', by: ['mei', 'ben'], consulted: ['kenji', 'tom'], title: 'Write decisions down beside the code',
    context: 'In February Tokyo and Lisbon each chose a way to rotate keys, in two calls of which neither knew. It took a week to find out, and another to undo one of them.',
    drivers: ['Whoever was asleep must be able to read why.', 'Nobody should have to look in a second tool.', 'It must still be there in five years.'],
    options: [
      { name: 'Markdown files in the repository', good: ['they are reviewed and found with the code.', 'they outlive every tool that we pay for.'], bad: ['who does not use git cannot write them.'] },
      { name: 'Pages in the wiki', good: ['everybody can write there.'], bad: ['of the last forty pages eleven are out of date, and nobody can say which.'] },
      { name: 'Minutes of the weekly call', bad: ['three of six people cannot be in it.'] },
    ],
    chosen: 'Markdown files in the repository', because: 'the reason has to stand where the code is that it explains.',
    good: ['a newcomer reads a year of reasons in an hour.'], bad: ['small decisions will be left out; that is all right.'],
  },
  {
    in: 'Platform', number: 2, on: '2025-04-14', by: ['ben'], consulted: ['tom'], status: { supersededBy: 6 }, title: 'Run background jobs from cron',
    context: 'We have four jobs: the payment run, two reports and the clean-up. They run by hand today, from whoever remembers.',
    drivers: ['They must run when nobody is awake.', 'It should take a day, not a month.'],
    options: [
      { name: 'cron on one machine', good: ['everybody knows it.', 'it is there today.'], bad: ['when that machine is down, nothing runs, and nothing says so.'] },
      { name: 'A queue with workers', good: ['jobs can be tried again.'], bad: ['it is one more thing to keep alive for four jobs.'] },
    ],
    chosen: 'cron on one machine', because: 'four jobs do not justify a queue, and a mail says when one of them failed.',
    good: ['it took an afternoon.'], bad: ['two jobs at once are possible, and each job has to take care of it.'],
    more: 'Look at it again when there are more than ten jobs, or when one has to run within a minute.',
  },
  {
    in: 'Platform', number: 3, on: '2025-04-28', by: ['tom', 'mei'], consulted: ['ana', 'ben'], title: 'One PostgreSQL for all services',
    context: 'Search asks for a database of its own, since its nightly build made invoices slow twice. A second one would have to be backed up, upgraded and watched.',
    drivers: ['Three people look after databases, in three time zones.', 'Invoices must not wait for search.', 'A restore must bring everything back to the same moment.'],
    options: [
      { name: 'One instance, a schema and a role for each service', good: ['one backup, one upgrade, one restore to one moment.'], bad: ['a bad query of one service is felt by all.'] },
      { name: 'An instance for each service', good: ['services cannot disturb each other.'], bad: ['after a restore they stand at different moments, and somebody has to bring them together by hand.'] },
    ],
    chosen: 'One instance, a schema and a role for each service', because: 'we can limit what a role may use, and cannot bring three backups to one moment at three in the morning.',
    good: ['a restore was rehearsed in 50 minutes.'], bad: ['each role needs limits, and somebody must set them.'],
    confirmation: 'The nightly build of search runs under `statement_timeout` and a limit of two connections; the invoice page stays under 300 ms meanwhile.',
  },
  {
    in: 'Platform', number: 4, on: '2025-05-19', by: ['ben', 'kenji'], consulted: ['tom', 'mei'], title: 'Deploy from the main branch only',
    context: 'Lisbon deploys from release branches, Tokyo from main. Last month a fix was on one and not on the other, and came back as the same fault nine days later.',
    drivers: ['It must be clear what runs, without asking.', 'A fix must not get lost between branches.'],
    options: [
      { name: 'Main only, unfinished work behind switches', good: ['what runs is a commit on main.', 'a roll-back is the commit before.'], bad: ['unfinished work needs a switch.'] },
      { name: 'A release branch each week', good: ['there is time to test.'], bad: ['every fix has to be made twice.'] },
    ],
    chosen: 'Main only, unfinished work behind switches', because: 'both faults of the spring were fixes that stood on the wrong branch.',
    good: ['thirty deploys a week instead of two, each of them small.'], bad: ['main must always be fit to run, so the checks have to be quick.'],
  },
  {
    in: 'Platform', number: 5, on: '2025-06-16', by: ['ben'], consulted: ['kenji', 'mei', 'tom'], status: 'deprecated', title: 'No deploys on Fridays',
    context: 'Two Friday deploys in May were repaired on Saturday, in Tokyo, by people who had not made them.',
    drivers: ['Nobody repairs on Saturday what somebody else sent on Friday.', 'It has to be simple.'],
    options: [
      { name: 'No deploys after Thursday 17:00 Lisbon', good: ['it is one sentence.'], bad: ['San Francisco loses its Thursday, and everybody the Friday.'] },
      { name: 'Deploys at any time, with whoever sent it on call for a day', good: ['who sends it repairs it.'], bad: ['a day on call for each deploy is too much.'] },
    ],
    chosen: 'No deploys after Thursday 17:00 Lisbon', because: 'we have nothing yet that finds a bad deploy by itself.',
    good: ['quiet weekends.'], bad: ['Monday’s deploy is large.'],
    more: 'No longer held since February: the smoke test (ADR-0011) finds what the weekend used to find.',
  },
  {
    in: 'Platform', number: 6, on: '2025-06-30', by: ['ben', 'tom'], consulted: ['kenji'], status: { supersededBy: 9 }, title: 'Run background jobs from a queue in Redis',
    context: 'There are 23 jobs. On 11 June the cron machine was down for four hours, and the payment run started twice when it came back: 140 customers were charged twice.',
    drivers: ['A job runs once, or says that it did not.', 'A machine may be lost.', 'Jobs that fail are tried again.'],
    options: [
      { name: 'A queue in Redis', good: ['the library is good, and tries again by itself.', 'we run Redis already, for sessions.'], bad: ['a job and the rows that it is about are not in one transaction.'] },
      { name: 'A second cron machine with a lock', good: ['little changes.'], bad: ['a lock that is lost is the same fault again.'] },
      { name: 'A queue of the cloud', good: ['nobody has to run it.'], bad: ['it cannot run on a laptop.'] },
    ],
    chosen: 'A queue in Redis', because: 'it solves what happened in June, and can be there in two weeks.',
    good: ['jobs are tried again, and the board shows which are waiting.'], bad: ['a commit that fails after its job was sent leaves a job about nothing.'],
  },
  {
    in: 'Platform', number: 7, on: '2025-08-11', by: ['mei'], consulted: ['ben', 'tom'], title: 'Secrets come from the vault, never from files',
    context: 'The auditors found the password of the payment vendor in a file on two laptops. It had been sent by chat, because the one who knew it was about to sleep.',
    drivers: ['A secret can be changed within an hour, in any time zone.', 'Nobody needs to send one to anybody.', 'It is known who read it.'],
    options: [
      { name: 'The vault of the cloud', good: ['rights and log are those that we have already.'], bad: ['laptops need to be signed in.'] },
      { name: 'Encrypted files in the repository', good: ['they work without a network.'], bad: ['who has read one has it for ever.'] },
    ],
    chosen: 'The vault of the cloud', because: 'a secret that was in a file cannot be taken back.',
    good: ['all 31 secrets were changed in one afternoon.'], bad: ['without a network nothing starts, on purpose.'],
    confirmation: 'A check in every build looks for anything that looks like a secret; it found two in the first week.',
  },
  {
    in: 'Platform', number: 8, on: '2025-09-15', by: ['ben'], consulted: ['ana', 'priya'], title: 'Feature switches are rows in a table',
    context: 'Since ADR-0004 unfinished work stands behind switches. There are 14 of them in three config files, and turning one on takes a deploy.',
    drivers: ['On and off within a minute, without a deploy.', 'One customer in ten can have it first.', 'Old switches go away again.'],
    options: [
      { name: 'A table, read every ten seconds', good: ['it is one query and one page.'], bad: ['we have to write the page.'] },
      { name: 'A service for switches', good: ['it is finished, with statistics.'], bad: ['340 a month, and every page would wait for somebody else’s server.'] },
    ],
    chosen: 'A table, read every ten seconds', because: 'what we need fits on one page, and nothing of ours should stop when somebody else’s server does.',
    good: ['search went to one customer in ten in two minutes.'], bad: ['a switch acts up to ten seconds late.'],
    confirmation: 'Each switch has an owner and a date; the check-in on Monday lists those whose date has passed.',
  },
  {
    in: 'Platform', number: 9, on: '2025-11-17', by: ['tom'], consulted: ['ben', 'kenji', 'mei'], title: 'Keep background jobs in PostgreSQL',
    context: 'In October 61 jobs ran for invoices that did not exist, because the transaction had been rolled back after the job was sent; and nine invoices had no job, because Redis restarted between the two. We have 40,000 jobs a day.',
    drivers: ['A job exists exactly when its row does.', 'One thing less to run.', '40,000 a day today, ten times that in two years.'],
    options: [
      { name: 'A table in PostgreSQL, claimed with skip locked', good: ['the job is a row of the same transaction.', 'the backup has the jobs too.'], bad: ['the table has to be vacuumed more often.'] },
      { name: 'Redis, with an outbox table in front', good: ['the library stays.'], bad: ['two queues, one of which we write ourselves.'] },
      { name: 'A log such as Kafka', good: ['it takes any amount.'], bad: ['nobody here has run one, and 40,000 a day is one every two seconds.'] },
    ],
    chosen: 'A table in PostgreSQL, claimed with skip locked', because: 'both faults of October cannot happen when job and row are one commit. We measured 3,100 jobs a second on the database that we have.',
    good: ['Redis is only for sessions now, and may be lost.'], bad: ['a long job must not hold its transaction; it takes a lease.'],
    confirmation: 'The nightly check counts invoices without a job and jobs without an invoice. Both must be 0.',
    more: 'Look at it again above 1,000 jobs a second.',
  },
  {
    in: 'Platform', number: 10, on: '2025-12-08', by: ['mei', 'ben'], consulted: ['tom'], title: 'Logs are kept for thirty days',
    context: 'Logs cost more than the database. Support opens old ones about twice a month, never older than three weeks.',
    drivers: ['What support needs is there.', 'Personal data does not lie about for longer than it must.', 'Cost.'],
    options: [
      { name: 'Thirty days', good: ['it covers every case of the last year.'] },
      { name: 'A year', bad: ['1,900 a month, for logs that nobody has opened.'] },
      { name: 'Seven days', bad: ['in four cases of last year support would have had nothing.'] },
    ],
    chosen: 'Thirty days', because: 'the oldest log that helped anybody last year was 22 days old.',
    good: ['the bill went from 1,900 to 210.'], bad: ['what is found later is found without logs.'],
  },
  {
    in: 'Platform', number: 11, on: '2026-01-19', by: ['ben', 'tom'], consulted: ['kenji'], title: 'Deploys wait for a smoke test',
    context: 'Nine steps that a customer takes, from signing in to a paid invoice, would have found four of the five bad deploys of the autumn.',
    drivers: ['A bad deploy stops by itself, also at night.', 'A good one does not wait for long.'],
    options: [
      { name: 'Nine steps against the new version, before it gets traffic', good: ['it would have caught four of five.'], bad: ['two minutes a deploy.'] },
      { name: 'One server in ten first, and watch', good: ['real traffic.'], bad: ['real customers, and at night nobody watches.'] },
    ],
    chosen: 'Nine steps against the new version, before it gets traffic', because: 'it needs nobody to be awake.',
    good: ['the rule about Fridays can go.'], bad: ['a test that fails without a reason stops everybody.'],
    confirmation: 'We count how often it fails and passes when repeated; above one in fifty it gets mended before anything else.',
  },
]
