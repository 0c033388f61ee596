import type { Child } from 'hono/jsx'
import { slot } from '#kernel/module'
import type { Dossier } from '#commons/dossiers'

/** What stands at the side of every dossier’s page, filled by folders that its trade need not know. */
export const besideDossiers =
  slot<(of: { dossier: Dossier }) => Child | Promise<Child>>('besideDossiers')

/** Stands at the side of a dossier’s page, after who sees it. */
export function BesideDossier({ dossier }: { dossier: Dossier }) {
  return (
    <>
      {besideDossiers.all().map((Piece) => (
        <Piece dossier={dossier} />
      ))}
    </>
  )
}
