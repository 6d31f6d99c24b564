/** One promise of RELIABILITY.md with the tests that show it. Each file in `gates/` exports some as `gates`. */
export type Gate = {
  /** Such as `G5`; several entries of one id make one section. */
  id: string
  /** One sentence. */
  promise: string
  /** Test files from the root of the repository. */
  files: readonly string[]
  project: 'db' | 'journey' | 'unit' | 'twin' | 'browser'
  env?: Readonly<Record<string, string>>
  /** What is not shown, and why. */
  shortfall?: string
}

/** What its tests came to. */
export type Counts = { passed: number; failed: number }
