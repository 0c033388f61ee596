import { ofTransaction } from '#kernel/db'
import type { Dossier, Kind } from './kind.ts'
import { rowsOf } from './rows.ts'

/** Dossiers that were written just now, while those who listen are told of it. */
const beingTold = ofTransaction(() => new Map<string, Dossier<object>>())

/** Tells that dossiers were written: whoever is told has them as they are, without reading them again (`toldOf`). */
export async function whileTold(
  written: readonly Dossier<object>[],
  tell: () => Promise<void>,
): Promise<void> {
  for (const one of written) beingTold().set(one.id, one)
  try {
    await tell()
  } finally {
    forgetTold(written)
  }
}

/** What is written once more while it is told is read by who wants it. */
export function forgetTold(some: readonly { id: string }[]): void {
  for (const { id } of some) beingTold().delete(id)
}

/** These dossiers as they are, whoever acts: for who is told what was done to them. */
export async function toldOf<Own extends object>(
  kind: Pick<Kind<Own>, 'table'>,
  ids: readonly string[],
): Promise<Dossier<Own>[]> {
  const known = ids.flatMap((id) => beingTold().get(id) ?? [])
  // Each was written as one of this kind: its event names it.
  return known.length === ids.length ? (known as Dossier<Own>[]) : rowsOf(kind, ids)
}
