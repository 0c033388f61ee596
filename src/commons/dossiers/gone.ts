import pg from 'pg'
import { Invalid } from '#kernel/errors'
import './locales/index.ts'

/**
 * Writes what refers to rows that a person chose: a term, a service, somebody. Where one was removed just as it
 * was chosen, the database refuses; that is `Invalid` here, a sentence at the field of that column.
 */
export async function referring<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (failure) {
    const name = goneIn(failure)
    if (name) throw Invalid.field(name, 'dossiers.gone')
    throw failure
  }
}

/**
 * The column of the key that refers to what is gone, from the name that PostgreSQL gives to it
 * (`item_tenant_id_category_id_fkey`): of rows that are isolated it tells no more, and the transaction is lost.
 */
function goneIn(failure: unknown): string | undefined {
  if (!(failure instanceof pg.DatabaseError) || failure.code !== foreignKeyViolation) return
  const { table = '', constraint = '' } = failure
  if (!constraint.startsWith(`${table}_tenant_id_`)) return
  return /^(\w+_id|\w+_by)_fkey\d*$/.exec(constraint.slice(`${table}_tenant_id_`.length))?.[1]
}

const foreignKeyViolation = '23503'
