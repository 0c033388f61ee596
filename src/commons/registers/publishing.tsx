import type { Permission } from '#kernel/access'
import { may } from '#kernel/access'
import { type Attempt, type Call, form, type PageRoutes } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { type Dossier, type Kind, load } from '#commons/dossiers'
import {
  PublicationCard,
  publicationsOf,
  publish,
  type Publisher,
  withdraw,
  Withdrawal,
} from '#commons/publication'

interface BesideProps {
  dossier: Dossier
  /** `/permits/permits/<id>` */
  path: string
  by: Publisher
  publishes: Permission
}

/** What of a dossier is public, and the way to change that. */
export async function PublicationBeside({ dossier, path, by, publishes }: BesideProps) {
  return (
    <PublicationCard
      publications={await publicationsOf(dossier.id)}
      path={by.path}
      publishAction={`${path}/publication`}
      withdrawAction={`${path}/withdrawal`}
      may={may(publishes, dossier)}
    />
  )
}

interface Publishing {
  by: Publisher
  publishes: Permission
  again: (c: Call, attempt: Attempt) => Promise<Response>
}

/** Adds the two routes that `PublicationBeside` posts to; both lead back to the dossier. */
export function publicationRoutes<Own extends object>(
  pages: PageRoutes,
  one: string,
  kind: Kind<Own>,
  { by, publishes, again }: Publishing,
): void {
  pages.post(`${one}/publication`, publishes, async (c) => {
    const dossier = await load(c, kind)
    await publish(dossier, by)
    return redirect(c, kind.path(dossier.id), { key: 'registers.published' })
  })
  pages.post(`${one}/withdrawal`, publishes, form(Withdrawal, again), async (c, sent) => {
    const dossier = await load(c, kind)
    await withdraw(dossier, sent.publication, sent.reason)
    return redirect(c, kind.path(dossier.id), { key: 'registers.unpublished' })
  })
}
