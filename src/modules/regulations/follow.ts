import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import type { Event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { today } from '#commons/clock'
import { read } from '#commons/dossiers'
import { contentOf, publish, withdrawAll } from '#commons/publication'
import { enchain } from './chain.ts'
import { PublicPosting } from './content.ts'
import { postingCopies } from './copies.ts'
import { enter, leaveOut, setAside } from './entry.ts'
import { slugsOf } from './guards.ts'
import { ensureGivenOut } from './pdf.ts'
import { postings } from './posting.ts'
import { beginProof } from './proof.ts'

/** The postings of events, as the house reads them. */
async function each(
  events: readonly Event[],
  act: (posting: Awaited<ReturnType<typeof one>>) => Promise<void>,
) {
  for (const { subjectId } of events) if (subjectId) await act(await one(subjectId))
}
const one = (id: string) => actAs(system, () => read(postings, id))

/**
 * What becomes public with the step that publishes: the copy, where it is found, what it replaces, its proof. In the transaction of
 * that step, by whatever door it came: all of it or nothing. The stamp is asked for afterwards.
 */
export const goPublic = (events: readonly Event[]): Promise<void> =>
  each(events, async (posting) => {
    if (posting.pdf_id) await ensureGivenOut(posting.pdf_id)
    const copy = await publish(posting, postingCopies)
    const content = PublicPosting.parse((await contentOf([copy])).get(copy.id))
    await enter(copy, content)
    await enchain(copy.slug, content)
    await beginProof(posting.id, copy.hash, content)
  })

/** What is withdrawn is gone at once from every public page; everybody is told why, as who did it says. */
export const goAway = (events: readonly Event[]): Promise<void> =>
  each(events, async (posting) => {
    const because = events.find(({ subjectId }) => subjectId === posting.id)?.data['comment']
    const said = inItsLanguage(() => t('regulations.withdrawn_said'))
    const why = typeof because === 'string' && because ? because : said
    await leaveOut(await withdrawAll(posting, postingCopies, { reason: why, said: why }))
    await db()
      .updateTable('regulations.proof')
      .set({ wanted: false })
      .where('posting_id', '=', posting.id)
      .where('token', 'is', null)
      .execute()
  })

/** What is archived stays at its address, said to stand no longer, with its proof; or stands again. */
export const goAside = (events: readonly Event[]): Promise<void> =>
  each(events, async (posting) => {
    const slug = (await slugsOf([posting.id])).get(posting.id)
    if (slug) await setAside(slug, posting.state === 'archived' ? today() : null)
  })
