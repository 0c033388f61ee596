import { db } from '#kernel/db'
import { heldBack } from '#commons/annexes'
import type { PublicFile } from '#commons/publication'
import { endingOf, type PublicAnnex, publicName } from '#modules/copies'
import { publicTitle } from './titles.ts'
import './tables.ts'

/** The files that leave with a point. */
export interface ItemFiles {
  /** As its copy names them. */
  annexes: PublicAnnex[]
  /** What everybody is given of them: each, and the picture of its first page. */
  files: PublicFile[]
  /** What the bytes of these say that their titles are. */
  titles: string[]
  /** Whether one that was chosen is not ready: the point leaves with all of them or not at all. */
  waits: boolean
}

const none: ItemFiles = { annexes: [], files: [], titles: [], waits: false }

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
          .select(['f.preview', 'p.size as preview_size', 'f.found', 'f.masked', 'f.words'])
          .select('f.made_title')
          .where('a.id', 'in', ids)
          .where('a.dossier_id', 'in', [...chosen.keys()])
          .where('a.removed_at', 'is', null)
          .where('a.scan', '!=', 'infected')
          .orderBy('a.id')
          .execute()
  const found = new Map<string, ItemFiles>()
  for (const row of rows) {
    const item = found.get(row.dossier_id) ?? { annexes: [], files: [], titles: [], waits: false }
    found.set(row.dossier_id, item)
    const { state, hash, type, size, preview, preview_size } = row
    const isOurs = row.source_hash === row.source && heldBack(row.scan) === null
    if (state !== 'ready' || !isOurs || !hash || !type || size === null || !preview) {
      item.waits = true
      continue
    }
    const { found: named, masked, words, title: given, own_title } = row
    const title = publicTitle({
      ...{ title: given ?? '', own_title },
      ...{ found: named ?? [], masked: masked ?? [], words: words ?? [] },
    })
    const file = { hash, type, size, name: publicName(title, type) }
    item.files.push(file)
    item.annexes.push({ ...file, title, pages: row.pages ?? 1, preview })
    if (row.made_title !== null) item.titles.push(row.made_title)
    const shown = type === 'image/png' ? 'image/png' : 'image/jpeg'
    item.files.push({
      ...{ hash: preview, type: shown, size: preview_size ?? 0 },
      name: `${preview.slice(0, 12)}${endingOf(shown)}`,
    })
  }
  return (itemId) => found.get(itemId) ?? none
}
