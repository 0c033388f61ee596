/** What the pages of a file say, for tests that look into files which were drawn anew. */
export { readPages } from '../pdf/pdf.ts'
