import type { Permission } from '#kernel/access'
import type { PageRoutes } from '#kernel/http'
import { page } from '#kernel/pages'
import { documentsOf } from '#commons/documents'
import { type Kind, load } from '#commons/dossiers'
import { type Fields, only } from '#commons/records'
import { DocumentCard, documentRoute, FactsCard, RecordButtons, RecordSide } from '../index.ts'

/** The page of one dossier as a trade writes it by hand: it tells some facts only. */
export function ownPage<Own extends object>(
  pages: PageRoutes,
  kind: Kind<Own>,
  fields: Fields,
  { reads, names }: { reads: Permission; names: readonly string[] },
): void {
  documentRoute(pages, '/keys/:id', kind, reads)
  pages.get('/keys/:id', reads, async (c) => {
    const dossier = await load(c, kind)
    return page(
      c,
      { title: dossier.title },
      <>
        <RecordButtons dossier={dossier} edits copies={false} />
        <FactsCard dossier={dossier} fields={only<Fields, string>(fields, names)} />
        <DocumentCard dossier={dossier} made={await documentsOf(dossier.id)} />
        <RecordSide dossier={dossier} fields={fields} all={false} />
      </>,
    )
  })
}
