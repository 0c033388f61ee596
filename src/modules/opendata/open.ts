import { z } from 'zod'
import { NotFound } from '#kernel/errors'
import { type Call, form, optionalLine, PublicRoutes } from '#kernel/http'
import { goneOr, shownIn } from './copy.ts'
import { copyAs, failedAnswer, type Form, forms, siteOf } from './forms.tsx'
import {
  catalogueAnswer,
  changesAnswer,
  maturityAnswer,
  termsAnswer,
  wholeAnswer,
} from './answers.ts'
import { robots, sitemap, sitemapIndex } from './sitemap.ts'

/** What programs read of the authority, at addresses that stay. */
export const open = new PublicRoutes('', failedAnswer)

const endings = Object.keys(forms).join('|')
const file = `[a-z0-9-]+[.](?:${endings})`
const numbered = `[0-9]+[.](?:${endings})`

open.get(`/decisions/:file{${file}}`, (c) => inForm(c, 'point'))
open.get(`/decisions/:slug/:file{${numbered}}`, (c) => inForm(c, 'point'))
open.get(`/decisions/meetings/:file{${file}}`, (c) => inForm(c, 'meeting'))
open.get(`/decisions/meetings/:slug/:file{${numbered}}`, (c) => inForm(c, 'meeting'))

/** A copy in the form that its address ends with: the latest, or the one with a number. */
async function inForm(c: Call, of: 'point' | 'meeting'): Promise<Response> {
  const [name = '', ending = ''] = (c.req.param('file') ?? '').split('.')
  const slug = c.req.param('slug')
  if (!isForm(ending)) throw new NotFound()
  const number = slug === undefined ? undefined : Number(name)
  return goneOr(of, slug ?? name, async () =>
    copyAs(ending, c, await shownIn(of, slug ?? name, number)),
  )
}

const isForm = (ending: string): ending is Form => ending in forms

open.get('/open-data/catalogue', (c) => catalogueAnswer(c))
open.get('/open-data/catalogue.ttl', (c) => catalogueAnswer(c, 'ttl'))
open.get('/open-data/terms', (c) => termsAnswer(c))
open.get('/open-data/dump.ndjson.gz', (c) => wholeAnswer(c, 'dump'))
open.get('/open-data/deliberations.csv', (c) => wholeAnswer(c, 'csv'))
open.get('/open-data/maturity', () => maturityAnswer())
open.get('/open-data/changes', form(z.object({ after: optionalLine(500) })), (c, { after }) =>
  changesAnswer(c, after),
)

const From = z.object({
  from: z
    .string()
    .regex(/^[a-z0-9-]{1,200}$/)
    .default(''),
})
open.get('/sitemap.xml', (c) => sitemapIndex(siteOf(c)))
open.get('/sitemap/points.xml', form(From), (c, { from }) => sitemap(siteOf(c), 'points', from))
open.get('/sitemap/meetings.xml', form(From), (c, { from }) => sitemap(siteOf(c), 'meetings', from))
open.get('/robots.txt', (c) => robots(siteOf(c)))
