/** Bounds of an answer: a whole year of annexes passes, a hostile one does not. */
export const answerLimits = {
  /** Bytes. */
  jsonBytes: 64 * 1024 * 1024,
  annexBytes: 128 * 1024 * 1024,
  /** Levels of nesting; real answers have six. */
  depth: 32,
  entries: 2_000,
  /** UTF-16 units of one text as it is sent, pictures in it. */
  text: 4 * 1024 * 1024,
  /** The years of meetings that are taken over, as of those that are written here. */
  years: { since: 1990, ahead: 10 },
  /** Signs of a title, as of the points that are written here. */
  title: 500,
} as const
