import type { PageTemplate } from './templates.ts'

/** Forewords of pages that Longhand puts together by itself: what only people can say. */
export const TEAM_TEMPLATES: readonly PageTemplate[] = [
  {
    kind: 'readme', title: 'Team readme', does: 'How this team works, in its own words; hours, agreement and who minds what are put below it by themselves.',
    text: `*What this team is there for, in two sentences that a customer would understand.*

## How to reach us

*Where a question goes first, and what happens then. What is urgent, and what is not.*

## How we like to work

- *What we write down, and where.*
- *What we talk about in person, and when.*
- *What we ask of people who ask us.*

## What we do not do

*What is often brought to us, and who does it instead.*
`,
  },
  {
    kind: 'start', title: 'Start here', does: 'What somebody reads on their first day; people, pages and decisions are put below it by themselves.',
    text: `*Welcome in one sentence, and what this space is about in two.*

## Your first day

1. *What to read, in this order; three pages at most.*
2. *What to set up, and how to know that it works.*
3. *Whom to write to, and a question that they are glad to get.*

## Your first week

- *A small thing to do that is really needed.*
- *What nobody will tell you unless you ask.*

## Words that we use

| word | what we mean by it |
|---|---|
| *word* | *meaning* |
`,
  },
  {
    kind: 'status', title: 'Status', does: 'Where a project stands, as whoever minds it would tell it; check-ins, decisions and asks are put below it by themselves.',
    text: `*Where it stands in one sentence that is still true if nothing else is read.*

## Since last time

- *What was done that somebody outside would notice.*

## Next

- *What comes, by when, and who does it.*

## What may go wrong

- *The risk, what we do about it, and what would make us stop.*

## What we need

- *From whom, and by when.*
`,
  },
]
