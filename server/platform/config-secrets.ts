import { readFileSync } from 'node:fs'

/** Settings that hold a secret, and so may be said by a file that only the server can read. */
const SECRETS = ['DATABASE_URL', 'DATABASE_REPLICA_URL', 'DATABASE_SESSION_URL', 'SMTP_URL', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'MODEL_KEY', 'LONGHAND_METRICS_TOKEN'] as const

type Environment = Record<string, string | undefined>

/**
 * The environment with `X_FILE` read into `X`, as containers and systemd hand secrets over: what stands in a file is seen by no
 * `ps`, no crash report and no child process. The line break at its end is not part of it.
 * @param refuse makes the error that names what is wrong; it never holds what stands in a file
 */
export function withSecretFiles(environment: Environment, refuse: (message: string, cause?: unknown) => Error): Environment {
  const read = SECRETS.flatMap((name) => {
    const path = environment[`${name}_FILE`]
    if (path === undefined || path === '') return []
    if (environment[name] !== undefined && environment[name] !== '') throw refuse(`${name} and ${name}_FILE are both set. Set one of them.`)
    return [[name, contentOf(path, (problem, cause) => refuse(`${name}_FILE names ${path}, which ${problem}.`, cause))] as const]
  })
  return { ...environment, ...Object.fromEntries(read) }
}

function contentOf(path: string, refuse: (problem: string, cause?: unknown) => Error): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw refuse('cannot be read. Check that the file is there and that the server may read it', error)
  }
  if (text === '') throw refuse('is empty')
  return text
}
