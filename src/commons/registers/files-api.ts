import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { type ApiRoutes, indefinite } from '#kernel/http'
import { documentsOf, formats } from '#commons/documents'
import { type Dossier, type Kind, load } from '#commons/dossiers'
import { publicationsOf, publish, type Publisher, withdraw, Withdrawal } from '#commons/publication'
import { askedOf, askFor, type Letter } from './letter.ts'

const Document = z.object({
  id: z.uuid().describe('Its bytes are at /api/documents/<id>, once it is ready'),
  title: z.string(),
  format: z.enum(formats),
  state: z.enum(['pending', 'ready', 'failed']),
  hash: z.string().nullable().describe('SHA-256'),
  size: z.int().nullable().describe('In bytes'),
  reason: z.string().nullable().describe('Why it failed'),
})

/** Adds to an API the documents of a dossier, its letters and what says all of it: listed, and asked for. */
export function documentApi<Own extends object>(
  api: ApiRoutes,
  at: string,
  kind: Kind<Own>,
  {
    reads,
    what,
    letters,
  }: { reads: Permission; what: string; letters: readonly Letter<Dossier<Own>>[] },
): void {
  api.on(
    'get',
    `${at}/:id/documents`,
    reads,
    {
      summary: `The documents of ${indefinite(what)}, the latest first`,
      answer: z.object({ items: z.array(Document) }),
    },
    async (c) => ({ items: await documentsOf((await load(c, kind)).id) }),
  )
  api.on(
    'post',
    `${at}/:id/documents`,
    reads,
    {
      summary: `Ask for a document of ${indefinite(what)}: the one that says all of it, unless another is named`,
      body: askedOf(letters, kind),
      answer: Document,
      status: 202,
    },
    async (c, asked) => askFor(await load(c, kind), kind, asked, letters),
  )
}

const Publication = z.object({
  id: z.uuid(),
  slug: z.string(),
  number: z.int(),
  title: z.string(),
  hash: z.string().describe('SHA-256'),
  path: z.string().describe('Its public page'),
  withdrawn: z.boolean(),
  withdrawal_reason: z.string().nullable(),
})

interface PublicationApi {
  by: Publisher
  reads: Permission
  publishes: Permission
  what: string
}

/** Adds to an API what citizens read of a dossier: its copies, publishing, withdrawing. */
export function publicationApi<Own extends object>(
  api: ApiRoutes,
  at: string,
  kind: Kind<Own>,
  { by, reads, publishes, what }: PublicationApi,
): void {
  const told = (one: Awaited<ReturnType<typeof publish>>) => ({
    ...one,
    path: by.path(one.slug),
    withdrawn: one.withdrawn_at !== null,
  })
  api.on(
    'get',
    `${at}/:id/publications`,
    reads,
    {
      summary: `The published copies of ${indefinite(what)}, the latest first`,
      answer: z.object({ items: z.array(Publication) }),
    },
    async (c) => ({ items: (await publicationsOf((await load(c, kind)).id)).map(told) }),
  )
  api.on(
    'post',
    `${at}/:id/publications`,
    publishes,
    { summary: `Publish ${indefinite(what)} as it is now`, answer: Publication, status: 201 },
    async (c) => told(await publish(await load(c, kind), by)),
  )
  api.on(
    'post',
    `${at}/:id/withdrawal`,
    publishes,
    { summary: `Withdraw a published copy of ${indefinite(what)}`, body: Withdrawal },
    async (c, { publication, reason }) => withdraw(await load(c, kind), publication, reason),
  )
}
