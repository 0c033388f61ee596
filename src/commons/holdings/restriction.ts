import { Conflict } from '#kernel/errors'
import { slot } from '#kernel/module'

/** That what is held of somebody is kept and not used for now (limitation du traitement). GDPR art. 18. */
export interface Restriction {
  /** A person of the directory, or a party of the address book. */
  readonly subjectId: string
  /** The request under which it is, and since when, as people read them. */
  readonly reference: string
  readonly since: string
}

/** Finds which of these are restricted; filled by the folder that keeps the requests of persons. */
export const restrictions =
  slot<(subjectIds: readonly string[]) => Promise<readonly Restriction[]>>('restrictions')

/** Those of these whose data are not to be used for now. */
export const restrictionsOf = async (
  subjectIds: readonly string[],
): Promise<readonly Restriction[]> =>
  (await Promise.all(restrictions.all().map((find) => find(subjectIds)))).flat()

/** Throws `Conflict` where what is held of one of these is not to be changed nor used for now. */
export async function ensureUnrestricted(...subjectIds: readonly string[]): Promise<void> {
  const [found] = await restrictionsOf(subjectIds)
  if (found)
    throw new Conflict('privacy.is_restricted', { reference: found.reference, since: found.since })
}

type Named = ReadonlyMap<string, Restriction>

/** Finds which of these dossiers of a kind name somebody who is restricted, and under what; filled by the same folder. */
export const restrictedDossiers =
  slot<(kind: string, ids: readonly string[]) => Promise<Named>>('restrictedDossiers')

/** Those of these dossiers that name somebody whose data are not to be used for now, by their ids. */
export async function namingRestricted(kind: string, ids: readonly string[]): Promise<Named> {
  const found = await Promise.all(restrictedDossiers.all().map((find) => find(kind, ids)))
  return new Map(found.flatMap((one) => [...one]))
}
