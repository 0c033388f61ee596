import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import type { Template } from './standing.ts'

/** So many are listed on the page of a template. */
export const listed = 50

const textsOf = ({ id }: Pick<Template, 'id'>) =>
  db()
    .selectFrom('commons.template_version')
    .select([
      'version',
      'written_by',
      'written_at',
      'title',
      'document_title',
      'head',
      'foot',
      'body',
    ])
    .where('template_id', '=', id)

/** The last texts that a template had, the last first. */
export const versionsOf = (template: Pick<Template, 'id'>) =>
  textsOf(template).orderBy('version', 'desc').limit(listed).execute()

/** One of all that it had, however long ago. Throws `NotFound`. */
export async function versionOf(template: Pick<Template, 'id'>, version: number) {
  if (!Number.isSafeInteger(version) || version > 2 ** 31 - 1) throw new NotFound()
  const found = await textsOf(template).where('version', '=', version).executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}
