/** Verbs of minutes that no other trade calls, for tests of the whole. */
export { approve, provide } from '../life.ts'
