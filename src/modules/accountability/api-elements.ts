import { z } from 'zod'
import { permission } from '#kernel/access'
import { type ApiRoutes, optionalLine } from '#kernel/http'
import { load } from '#commons/dossiers'
import { ElementQuery, filtered, loadTree, Node, nodeAnswer, plans } from '#modules/strategy'
import { ensureUnderstood } from './pages/narrowing.ts'

/** How many elements of a plan are told at once. */
const most = 200

const reads = permission('strategy.read')

/** Adds to an API what the list of the elements of a plan shows, narrowed by the same conditions. */
export const elementsApi = (api: ApiRoutes) =>
  api.on(
    'get',
    '/plans/:id/elements',
    reads,
    {
      summary:
        'The elements of a plan that are asked for, a page at a time; tasks only by their level',
      query: ElementQuery.omit({ sort: true, lapsed: true, with: true }).extend({
        after: optionalLine(40).describe('The last one of the page before'),
      }),
      answer: z.object({
        items: z.array(Node),
        next: z.uuid().nullable().describe('Give it as `after` for the next page.'),
        total: z.int(),
      }),
    },
    async (c, { after, ...asked }) => {
      const tree = await loadTree(await load(c, plans))
      const query = { ...asked, sort: '', lapsed: '', with: '' }
      await ensureUnderstood(query, tree)
      const all = filtered(tree, query)
      const from = all.findIndex(({ id }) => id === after) + 1
      const items = all.slice(from, from + most)
      return {
        items: items.map((node) => nodeAnswer(node, tree)),
        next: from + most < all.length ? (items.at(-1)?.id ?? null) : null,
        total: all.length,
      }
    },
  )
