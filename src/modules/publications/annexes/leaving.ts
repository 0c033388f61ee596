import { isExamining } from '#kernel/antivirus'
import { fileName } from '#kernel/characters'
import { db } from '#kernel/db'
import type { PublicFile } from '#commons/publication'
import type { PublicAnnex } from '../content.ts'
import './tables.ts'

/** The files that leave with a point. */
export interface ItemFiles {
  /** As its copy names them. */
  annexes: PublicAnnex[]
  /** What everybody is given of them: each, and the picture of its first page. */
  files: PublicFile[]
  /** Whether one that was chosen is not ready: the point leaves with all of them or not at all. */
  waits: boolean
}

const none: ItemFiles = { annexes: [], files: [], waits: false }

/**
 * What leaves of the files that were chosen of points, by the ids of these, asked anew. One that was withdrawn, or in which a virus was
 * found, never does, whatever was chosen. One query.
 */
export async function filesLeaving(
  chosen: ReadonlyMap<string, readonly string[]>,
): Promise<(itemId: string) => ItemFiles> {
  const ids = [...chosen.values()].flat()
  const rows =
    ids.length === 0
      ? []
      : await db()
          .selectFrom('commons.annex as a')
          .leftJoin('publications.file as f', (join) =>
            join.onRef('f.tenant_id', '=', 'a.tenant_id').onRef('f.annex_id', '=', 'a.id'),
          )
          .leftJoin('kernel.file as p', (join) =>
            join.onRef('p.tenant_id', '=', 'f.tenant_id').onRef('p.hash', '=', 'f.preview'),
          )
          .select(['a.id', 'a.dossier_id', 'a.title as own_title', 'a.scan', 'a.hash as source'])
          .select(['f.state', 'f.source_hash', 'f.title', 'f.pages', 'f.hash', 'f.type', 'f.size'])
          .select(['f.preview', 'p.size as preview_size'])
          .where('a.id', 'in', ids)
          .where('a.dossier_id', 'in', [...chosen.keys()])
          .where('a.removed_at', 'is', null)
          .where('a.scan', '!=', 'infected')
          .orderBy('a.id')
          .execute()
  const found = new Map<string, ItemFiles>()
  for (const row of rows) {
    const item = found.get(row.dossier_id) ?? { annexes: [], files: [], waits: false }
    found.set(row.dossier_id, item)
    const { state, hash, type, size, preview, preview_size } = row
    const isOurs = row.source_hash === row.source && !(row.scan === 'waiting' && isExamining())
    if (state !== 'ready' || !isOurs || !hash || !type || size === null || !preview) {
      item.waits = true
      continue
    }
    const title = row.title || row.own_title
    const file = { hash, type, size, name: `${fileName(title) || 'annexe'}${endings[type] ?? ''}` }
    item.files.push(file)
    item.annexes.push({ ...file, title, pages: row.pages ?? 1, preview })
    const shown = type === 'image/png' ? 'image/png' : 'image/jpeg'
    item.files.push({
      ...{ hash: preview, type: shown, size: preview_size ?? 0 },
      name: `${preview.slice(0, 12)}${endings[shown]}`,
    })
  }
  return (itemId) => found.get(itemId) ?? none
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
}
