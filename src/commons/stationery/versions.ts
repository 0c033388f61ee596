import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import type { Template } from './template.ts'

/** So many are listed on the page of a template. */
const listed = 50

/** The texts that a template had, the last first. */
export const versionsOf = ({ id }: Pick<Template, 'id'>) =>
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
    .orderBy('version', 'desc')
    .limit(listed)
    .execute()

/** One of them. Throws `NotFound`. */
export async function versionOf(template: Pick<Template, 'id'>, version: number) {
  const found = (await versionsOf(template)).find((one) => one.version === version)
  if (!found) throw new NotFound()
  return found
}
