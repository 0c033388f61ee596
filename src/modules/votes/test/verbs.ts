/** Verbs of votes that no other trade calls, for tests of sittings. */
export { adoptRemaining, adoptUnanimously, decide, pollOn, reopen } from '../session.ts'
export { castVotes } from '../vote.ts'
export { withdrawMotion } from '../motion.ts'
