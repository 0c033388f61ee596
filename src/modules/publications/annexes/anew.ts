import { z } from 'zod'
import { db } from '#kernel/db'
import { enqueue, type Task, task } from '#kernel/jobs'
import { masksOf } from '../review/reviewing.ts'
import { prepareFile } from './preparing.ts'
import { publicTitle } from './titles.ts'
import './tables.ts'

const Asked = z.object({ items: z.array(z.uuid()) })

/**
 * Has files of points made anew that say in themselves a title under which they leave no longer: words of their point were masked, or are
 * no more. Until then their points stay (`weigh`).
 */
export const retitleFiles: Task<typeof Asked> = task(
  'publications.titles',
  Asked,
  async ({ items }) => {
    const files = await db()
      .selectFrom('publications.file as f')
      .innerJoin('commons.annex as a', (join) =>
        join.onRef('a.tenant_id', '=', 'f.tenant_id').onRef('a.id', '=', 'f.annex_id'),
      )
      .select(['f.annex_id', 'f.title', 'f.found', 'f.masked', 'f.words', 'f.made_title'])
      .select(['a.title as own_title', 'a.dossier_id'])
      .where('a.dossier_id', 'in', [...items])
      .where('f.state', '=', 'ready')
      .where('f.made_title', 'is not', null)
      .orderBy('f.annex_id')
      .forUpdate('f')
      .execute()
    const masks = await masksOf(items)
    const old = files.filter(
      (file) => publicTitle(file, masks(file.dossier_id)) !== file.made_title,
    )
    const [first] = old.map(({ annex_id }) => annex_id)
    if (!first) return
    await db()
      .updateTable('publications.file')
      .set({ state: 'making' })
      .where(
        'annex_id',
        'in',
        old.map(({ annex_id }) => annex_id),
      )
      .execute()
    await enqueue(prepareFile, { annex: first }, prepareFile.name)
  },
)
