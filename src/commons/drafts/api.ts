import { z } from 'zod'
import { inPerson, permission, theirOwn } from '#kernel/access'
import { discardDraft, draftsOfMine, mostBytes } from '#kernel/drafts'
import { NotFound } from '#kernel/errors'
import { ApiRoutes, isId } from '#kernel/http'
import { KeepDraft, keep, KeptDraft } from './keep.ts'

export const api = new ApiRoutes('/drafts')
const keeps = theirOwn(inPerson(permission('drafts.keep')))

const Draft = z.object({ id: z.uuid(), form: z.string(), page: z.string(), at: z.iso.datetime() })

api.on(
  'get',
  '',
  keeps,
  { summary: 'My drafts, the last first', answer: z.array(Draft) },
  async () => {
    const mine = await draftsOfMine()
    return mine.map(({ id, form, page, at }) => ({ id, form, page, at: at.toString() }))
  },
)

api.on(
  'put',
  '',
  keeps,
  {
    summary: 'Keep what is typed in a form, for me alone, unless another tab kept something since',
    body: KeepDraft,
    answer: KeptDraft,
    bounds: { bytes: mostBytes },
  },
  (_c, typed) => keep(typed),
)

api.on('delete', '/:id', keeps, { summary: 'Discard a draft of mine' }, async (c) => {
  const id = c.req.param('id') ?? ''
  if (!isId(id) || (await discardDraft(id)) === undefined) throw new NotFound()
})
