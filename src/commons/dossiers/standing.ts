import { indexForSearch } from '#kernel/search'
import type { Dossier, Kind, Root } from './kind.ts'
import { forAll } from './withheld.ts'

/** What its trade says of a dossier as it is now: who may see it, for whom it waits. Each once, in order. */
export async function standing<Own extends object>(
  kind: Kind<Own>,
  dossier: Dossier<Own>,
): Promise<Pick<Root, 'readers' | 'awaits'>> {
  const once = (principals: readonly string[]) => [...new Set(principals)].toSorted()
  return { readers: once(await kind.readers(dossier)), awaits: once(kind.awaits(dossier)) }
}

/** Tells search what is found of dossiers, and by whom: words that all of them may read. */
export async function makeFindable<Own extends object>(
  kind: Kind<Own>,
  dossiers: readonly Dossier<Own>[],
): Promise<void> {
  const readable = await forAll(kind, dossiers)
  await indexForSearch(
    dossiers.map((dossier, at) => ({
      subjectId: dossier.id,
      kind: kind.name,
      title: dossier.title,
      reference: dossier.reference,
      body: kind.body(readable[at] ?? dossier),
      readers: dossier.readers,
    })),
  )
}
