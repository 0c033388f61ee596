import { z } from 'zod'
import { ground, type TestAuthority } from '#test/harness'
import { readConfig } from '#kernel/config'
import { createApp, PublicRoutes } from '#kernel/http'
import { fill } from '#kernel/module'
import { authenticate, failurePage, proveAnew, publicPage } from '#kernel/pages'
import { clean } from '#kernel/richtext'
import { Visitor } from '#kernel/testing'
import { Head } from '#kernel/ui'
import { create, read } from '#commons/dossiers'
import { type Errand, errands } from '../../dossiers/test/errand.ts'
import { Proof, published, publicText, publisher, publishers, redacted } from '../index.ts'

/** What the public may know of an errand. */
const Content = z.strictObject({ place: publicText(), stops: z.array(z.string()).optional() })

const slugOf = ({ title }: Errand) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

export const errandCopies = publisher({
  name: 'test.errand',
  kind: 'test.errand',
  content: Content,
  compose: async (id) => {
    const errand = await read(errands, id)
    const place = redacted(clean(errand.place).html)
    return { slug: slugOf(errand), title: errand.title, content: { place } }
  },
  path: (slug) => `/test/public/${slug}`,
})

const open = new PublicRoutes('/test/public')
open.get('/:slug', async (c) => {
  const copy = await published(errandCopies, c.req.param('slug') ?? '')
  return publicPage(
    c,
    { title: copy.title, description: copy.title },
    <>
      <Head title={copy.title} />
      <p>{copy.content.place}</p>
      <Proof publication={copy} />
    </>,
  )
})

/** Puts the publisher of errands into the house, in this process only. */
export function prepareCopies(): void {
  if (!publishers.every().includes(errandCopies)) fill(publishers, errandCopies).place()
}

/** Somebody outside who reads the public pages of an authority, those of errands too. */
export async function citizen({ host }: TestAuthority): Promise<Visitor> {
  const { house, database, gate } = await ground()
  const config = readConfig({})
  const routes = [...house.routes, ...open.list]
  const app = createApp({
    config,
    database,
    gate,
    routes,
    authenticate,
    failurePage,
    prove: proveAnew,
  })
  return new Visitor((path, init) => app.request(path, init), host)
}

/** An errand that nobody but the house sees, at a place that is rich text. */
export const opened = (authority: TestAuthority, title: string, place = '<p>Moulin</p>') =>
  authority.asSystem(() => create(errands, { title, state: 'open' }, { place }))
