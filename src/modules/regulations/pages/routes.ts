import { permission } from '#kernel/access'
import type { ApiRoutes, PageRoutes } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { load } from '#commons/dossiers'
import { items } from '#modules/deliberations'
import { z } from 'zod'
import { postings } from '../posting.ts'
import { askPoster } from '../poster.ts'
import { askForStamps, latestProof } from '../proof.ts'
import { takeOver } from '../take-over.ts'
import { addLookingRoutes } from './looking-routes.ts'

const [reads, writes, stamps] = [
  permission('regulations.read'),
  permission('regulations.write'),
  permission('regulations.stamp'),
]

async function again(id: string): Promise<void> {
  const proof = await latestProof(id)
  if (proof) await askForStamps(proof.hash)
}

const Begun = z.object({ id: z.uuid() })

const ProofAnswer = z.object({
  hash: z.string().nullable(),
  slug: z.string().nullable(),
  wanted: z.boolean(),
  stamped_at: z.iso.datetime().nullable(),
  stamped_by: z.string().nullable(),
  tries: z.int(),
})

/** Adds what agents and programs do with a text besides the steps of its register. */
export function addOwnRoutes(pages: PageRoutes, api: ApiRoutes): void {
  addLookingRoutes(pages, api)

  pages.post('/of/:id', writes, async (c) => {
    const item = await load(c, items)
    const { id } = await takeOver(item.id)
    return redirect(c, postings.path(id), { key: 'regulations.taken_over' })
  })

  pages.post('/postings/:id/poster', reads, async (c) => {
    const posting = await load(c, postings)
    await askPoster(posting)
    return redirect(c, postings.path(posting.id), { key: 'registers.asked', tone: 'info' })
  })

  pages.post('/postings/:id/stamping', stamps, async (c) => {
    const posting = await load(c, postings)
    await again(posting.id)
    return redirect(c, postings.path(posting.id), { key: 'regulations.stamp.asked', tone: 'info' })
  })

  api.on(
    'post',
    '/of/:id',
    writes,
    { summary: 'Begin a text with what was decided', answer: Begun, status: 201 },
    async (c) => {
      const item = await load(c, items)
      return { id: (await takeOver(item.id)).id }
    },
  )

  api.on(
    'post',
    '/postings/:id/poster',
    reads,
    { summary: 'Ask for the poster of a text', status: 202 },
    async (c) => askPoster(await load(c, postings)),
  )

  api.on(
    'get',
    '/postings/:id/proof',
    reads,
    { summary: 'Read how the proof of a text stands', answer: ProofAnswer },
    async (c) => {
      const proof = await latestProof((await load(c, postings)).id)
      return {
        ...{ hash: proof?.hash ?? null, slug: proof?.slug ?? null, wanted: proof?.wanted ?? false },
        stamped_at: proof?.stamped_at?.toString() ?? null,
        ...{ stamped_by: proof?.stamped_by ?? null, tries: proof?.tries ?? 0 },
      }
    },
  )

  api.on(
    'post',
    '/postings/:id/stamping',
    stamps,
    { summary: 'Ask for the timestamp of a text again', status: 202 },
    async (c) => again((await load(c, postings)).id),
  )
}
