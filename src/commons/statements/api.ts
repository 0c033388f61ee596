import { z } from 'zod'
import { ApiRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { contents, names } from './content.ts'
import { keeps, namedIn } from './pages.tsx'
import { publish, standing, standings, type Standing } from './publishing.ts'

export const api = new ApiRoutes('/statements')

const Told = z.object({
  name: z.enum(names),
  state: z.enum(['lacking', 'ready', 'current', 'changed', 'broken']),
  missing: z.array(
    z.object({ what: z.string(), href: z.string().describe('The page on which it is given') }),
  ),
  number: z.int().nullable().describe('How often it was published'),
  published_at: z.iso.datetime().nullable(),
  would_say: z
    .union([contents.accessibility, contents.legal, contents.privacy])
    .nullable()
    .describe('What publishing it now would say'),
})

const told = ({ name, state, missing, last, made }: Standing): z.input<typeof Told> => ({
  ...{ name, state, missing: missing.map(({ what, href }) => ({ what: t(what), href })) },
  ...{ number: last?.number ?? null, published_at: last?.published_at.toString() ?? null },
  would_say: made?.content ?? null,
})

api.on(
  'get',
  '/',
  keeps,
  {
    summary: 'What the authority declares to everybody, and what lacks of it',
    answer: z.array(Told),
  },
  async () => (await standings()).map(told),
)

api.on('get', '/:name', keeps, { summary: 'One of the statements', answer: Told }, async (c) => {
  const found = await standing(namedIn(c))
  tellEdition(c, found.made)
  return told(found)
})

api.on(
  'post',
  '/:name/publication',
  keeps,
  {
    summary:
      'Publish a statement as it would read now; `If-Match` refuses where that is not what was read',
    answer: Told,
  },
  async (c) => {
    const name = namedIn(c)
    const { made } = await standing(name)
    ensureMatch(c, made)
    await publish(name)
    return told(await standing(name))
  },
)
