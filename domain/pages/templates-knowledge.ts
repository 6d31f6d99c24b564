import type { PageTemplate } from './templates.ts'

/** Pages on how things are, how they are done, and what was learned. */
export const KNOWLEDGE_TEMPLATES: readonly PageTemplate[] = [
  {
    kind: 'runbook', title: 'Runbook: ', does: 'Steps that somebody who is tired and alone can follow: each with what to do, how to know that it worked, and the way back.',
    text: `*What this is for, and when to use it, in one sentence: “The relay does not forward events, and the alarm says so.”*

**Takes** about *20 minutes*. **Needs** *access to the relay, and somebody on call beside you*. **Stop and ask** *whoever is on call* when a check fails twice.

## Before you begin

- [ ] Say in the thread of the incident that you begin, and who you are.
- [ ] *What must be true first: a backup of today, no deploy under way.*

## Steps

1. *One thing to do, as a command or a click:*

   \`\`\`sh
   relay status
   \`\`\`

   **Check.** *What you see when it worked: “state: paused”.*
   **If not.** *What to try once; then go to “Way back”.*

2. *The next thing. A step that needs somebody’s word asks for it:* (ask @*name*: *is the copy up to date?*)

   **Check.** *How to know.*

3. *The last thing, which is always to look whether the user of it is served again.*

   **Check.** *A real request gets a real answer.*

## Way back

1. *How to undo the steps above, from the last to the first.*
2. *How to know that everything is as it was.*

## Afterwards

- [ ] Say in the thread that it is done, and what you saw.
- [ ] Write here what went differently, so that the next one has it easier.
`,
  },
  {
    kind: 'context', title: 'Context: ', does: 'What somebody must know to work on a project: who the client is, what was decided, how it is built, and what is known to be wrong.',
    text: `*Two sentences: what we build here, and for whom.*

## Who it is for

*Who the client is, what they sell, and what a good day looks like for them. Who speaks for them, in which hours, and what they have asked us never to do.*

## What was decided

*The decisions that shape everything else, each with its number and one sentence on why: “We write to both ledgers until the last customer has moved (#12), since the way back must take minutes.”*

## How it is built

*The parts, and what goes from one to the other. A list of five lines is better than a picture of fifty boxes.*

| part | what it does | who minds it |
|---|---|---|
| *name* | *one sentence* | *name* |

## What is known to be wrong

*What surprises people who are new, and what we live with for now. Each with since when, and where it is followed.*

## Where to look

- *The repository, the board, the alarms, the runbooks: a link each.*
`,
  },
  {
    kind: 'faq', title: 'Frequently asked: ', does: 'Questions as people ask them, each with a short answer and where it comes from.',
    text: `*Ask first here. If your question is missing, ask it in a thread; whoever answers adds it below.*

## *How do I …?*

*The answer in one or two sentences.* *Where it comes from: a decision, a thread, a page.*

## *Why do we not …?*

*The answer, and what would have to change for it to be another one.*
`,
  },
  {
    kind: 'process', title: 'How we ', does: 'How something is done here that several people do: when it begins, who does what, and how it ends.',
    text: `*What this is for, and what goes wrong without it, in two sentences.*

**Begins when** *something happens that everybody can see*. **Ends when** *something is written down*. **Minded by** *whom*.

## Who does what

1. *Who* *does what*, by *when on their own clock*.
2. *Who* *is told, where, and what they may object to until then.*
3. *Who* *says that it is done.*

## When it does not fit

*Which exceptions are fine, who may make them, and where they say so.*

## Why it is like this

*The decision or the bad day that it comes from.*
`,
  },
  {
    kind: 'learning', title: 'What we learned from ', does: 'What happened, why it made sense at the time, and what we change: without blame.',
    text: `*In two sentences: what happened, whom it touched, and for how long.*

Everybody did what seemed right with what they knew then. This page is about what they could know, and what we make easier.

## What happened

| when (UTC) | what |
|---|---|
| *08:30* | *what could be seen, and what was done* |
| *08:40* | *…* |

## Why it made sense

*What those who were there saw and believed at each turn. No “should have”.*

## What helped, and what was luck

- *What worked as it was meant to.*
- *What went well by chance, and may not next time.*

## What we change

- [ ] *One thing that makes it impossible or visible, with who does it and by when. Three things that are done are better than ten that are not.*

## What we still do not know

*Questions that are open, and who looks for the answer.*
`,
  },
  {
    kind: 'memo', title: 'Memo: ', does: 'A thought written out before a decision, so that readers can tell what is known from what is assumed.',
    text: `*The whole of it in three sentences: what this is about, what it proposes, and what it asks of its readers.*

## What is known

- *A fact, with its source.*

## What is assumed

- *Something we believe, how sure we are, and what would show that it is wrong.*

## What follows

*The argument, in paragraphs that can be read without you in the room.*

## What speaks against it

*The best objection that you have heard, as whoever made it would put it; and your answer.*

## What I ask of you

- *Who should read it by when, and what they should say.*
`,
  },
  {
    kind: 'reference', title: '', does: 'Anything that is worth finding again and fits none of the others.',
    text: `*What this is, in one sentence, and when somebody will need it.*

`,
  },
]
