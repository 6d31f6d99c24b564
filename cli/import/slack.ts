import { basename } from 'node:path'
import { readSlackFiles } from '#contract/import-slack.ts'
import { emojiOf } from './html.ts'
import { openFiles } from './open-files.ts'

/** An export of Slack: the zip file as it came, or the folder that it was unpacked to. */
export const readSlack = async (path: string): ReturnType<typeof readSlackFiles> => readSlackFiles(await openFiles(path), { name: basename(path), emoji: emojiOf })
