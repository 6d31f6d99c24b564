import { parentPort, workerData } from 'node:worker_threads'
import { readMail } from './read-mail.ts'

/** The thread that takes one mail apart and ends. */
parentPort?.postMessage(await readMail(workerData as Uint8Array))
