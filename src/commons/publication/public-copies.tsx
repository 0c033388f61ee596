import type { Child } from 'hono/jsx'
import { PublicRoutes } from '#kernel/http'
import { publicPage } from '#kernel/pages'
import { Head, Stack } from '#kernel/ui'
import { Proof } from './proof.tsx'
import { published } from './published.ts'
import type { Publisher } from './publisher.ts'

/**
 * The public pages of copies that say all of themselves: the latest at `path(slug)` of their publisher, older ones
 * below it by their number, each with its proof. `shown` is given what its whitelist let through, and reads nothing else.
 */
export function publicCopies<C>(by: Publisher<C>, shown: (content: C) => Child): PublicRoutes {
  const open = new PublicRoutes(by.path('').replace(/\/$/, ''))
  open.get('/:slug/:number{[0-9]+}?', async (c) => {
    const { slug = '', number } = c.req.param()
    const copy = await published(by, slug, number === undefined ? number : Number(number))
    const { title } = copy
    return publicPage(
      c,
      { title, description: title },
      <Stack>
        <Head title={title} />
        {shown(copy.content)}
        <Proof publication={copy} />
      </Stack>,
    )
  })
  return open
}
