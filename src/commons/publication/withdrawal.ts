import { db } from '#kernel/db'
import './tables.ts'

/** Keeps what everybody is told in the place of copies that were withdrawn, slug by slug. Returns the slugs. */
export async function tellWithdrawn(
  { name: publisher }: { name: string },
  withdrawn: readonly { slug: string; published_at: Temporal.Instant }[],
  { withdrawn_at, said }: { withdrawn_at: Temporal.Instant; said: string },
): Promise<string[]> {
  const slugs = Map.groupBy(withdrawn, ({ slug }) => slug)
  for (const [slug, some] of slugs) {
    const [first_published_at = withdrawn_at] = some
      .map(({ published_at }) => published_at)
      .toSorted(Temporal.Instant.compare)
    await db()
      .insertInto('commons.publication_withdrawal')
      .values({ publisher, slug, withdrawn_at, said, first_published_at })
      .onConflict((clash) =>
        clash.columns(['tenant_id', 'publisher', 'slug']).doUpdateSet({ withdrawn_at, said }),
      )
      .execute()
  }
  return [...slugs.keys()]
}

/** Says otherwise what everybody is told in the place of what was withdrawn under a slug: the day stays. Nothing where nothing was. */
export const tellOtherwise = async (
  { name: publisher }: { name: string },
  slug: string,
  said: string,
): Promise<void> => {
  await db()
    .updateTable('commons.publication_withdrawal')
    .set({ said })
    .where('publisher', '=', publisher)
    .where('slug', '=', slug)
    .where('said', '<>', said)
    .execute()
}
