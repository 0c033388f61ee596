import type { RawBuilder } from 'kysely'
import { slot } from '#kernel/module'

/** What else is found of points, which all may read who see them: text in SQL, of the point `e."subjectId"`. */
export const wordsBeside = slot<RawBuilder<string | null>>('deliberations-words-beside')
