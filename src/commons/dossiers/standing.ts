import { z } from 'zod'
import { enqueue, type Task, task, type Timer } from '#kernel/jobs'
import { forgetWords, indexForSearch, readAgain, staleEntries } from '#kernel/search'
import { namesOf } from '#commons/directory'
import { type Dossier, type Kind, kinds, type Root } from './kind.ts'
import { type Lent, rowsOf } from './rows.ts'
import { forAll } from './withheld.ts'

/** What its trade says of a dossier as it is now: who may see it, for whom it waits. Each once, in order. */
export async function standing<Own extends object>(
  kind: Kind<Own>,
  dossier: Lent<Own>,
): Promise<Pick<Root, 'readers' | 'awaits'>> {
  const once = (principals: readonly string[]) => [...new Set(principals)].toSorted()
  const { $lent: lent = [] } = dossier
  return {
    readers: once([...(await kind.readers(dossier)), ...lent]),
    awaits: once(kind.awaits(dossier)),
  }
}

/** Tells search what is found of dossiers, and by whom: words that all of them may read. */
export async function makeFindable<Own extends object>(
  kind: Kind<Own>,
  dossiers: readonly Dossier<Own>[],
): Promise<void> {
  const bodies = await bodiesOf(kind, dossiers)
  await indexForSearch(
    dossiers.map((dossier, at) => ({
      subjectId: dossier.id,
      kind: kind.name,
      title: dossier.title,
      reference: dossier.reference,
      body: bodies[at] ?? '',
      readers: dossier.readers,
    })),
    kind.beside?.(),
  )
}

/** What is found of each besides title and reference: what all who see it may read, and who wrote it. */
async function bodiesOf<Own extends object>(
  kind: Kind<Own>,
  dossiers: readonly Dossier<Own>[],
): Promise<string[]> {
  const readable = await forAll(kind, dossiers)
  const tell = await kind.body(readable)
  const authors = await namesOf(dossiers.flatMap(({ created_by }) => created_by ?? []))
  return readable.map((one) => [tell(one), authors.get(one.created_by ?? '') ?? ''].join('\n'))
}

/** How many are read again at a time: others work beside it. */
const batch = 200

/** Reads what is found of dossiers again, after search has learned to read otherwise; until none is left. */
export const readAgainAll: Task = task('dossiers.read_again', z.object({}), async () => {
  const stale = await staleEntries(batch)
  if (stale.length === 0) return
  for (const name of new Set(stale.map(({ kind }) => kind))) {
    const ids = stale.flatMap((one) => (one.kind === name ? one.subject_id : []))
    const bodies = new Map<string, string>()
    // Each kind is given the rows of its own table.
    const kind = kinds.every().find((one) => one.name === name) as Kind<object> | undefined
    if (kind) {
      const rows = await rowsOf(kind, ids)
      const told = await bodiesOf(kind, rows)
      for (const [at, { id }] of rows.entries()) bodies.set(id, told[at] ?? '')
    }
    // A dossier of a trade that this house has no more keeps its title.
    await readAgain(
      ids.map((subjectId) => ({ subjectId, body: bodies.get(subjectId) ?? '' })),
      kind?.beside?.(),
    )
  }
  await enqueue(readAgainAll, {}, 'dossiers.read_again')
})

/** Once a week, words that nothing has any more are forgotten, those of dossiers that were erased among them. */
export const forgetOldWords: Timer = {
  at: '50 2 * * 0',
  task: task('dossiers.forget_words', z.object({}), forgetWords),
}
