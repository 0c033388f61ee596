import { accepts } from 'hono/accepts'
import type { Call } from '#kernel/http'
import { openFile } from '#commons/publication'
import { countAsked } from './brake.ts'
import { catalogue } from './catalogue.ts'
import { changesAfter } from './changes.ts'
import { forms, siteOf } from './forms.tsx'
import { jsonLd, type Resource, turtle } from './graph.ts'
import { maturity } from './maturity.ts'
import { changedAt } from './reading.ts'
import { why } from './refuse.ts'
import { terms } from './terms.ts'
import { deliberations, dump } from './whole.ts'

/** Values for programs, open to any site. */
export const json = (value: unknown, status = 200): Response =>
  openFile(
    new Response(JSON.stringify(value), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  )

/** Resources as they are asked for. */
export async function linked(
  c: Call,
  resources: readonly Resource[],
  as?: 'ttl',
): Promise<Response> {
  const supports = [forms.jsonld, forms.ttl]
  const asked = as ? forms.ttl : accepts(c, { header: 'Accept', supports, default: forms.jsonld })
  const body = asked === forms.ttl ? await turtle(resources) : JSON.stringify(jsonLd(resources))
  return openFile(new Response(body, { headers: { 'content-type': asked } }))
}

export async function catalogueAnswer(c: Call, as?: 'ttl'): Promise<Response> {
  countAsked('lists')
  return linked(c, catalogue(siteOf(c), await changedAt()), as)
}

export const termsAnswer = (c: Call): Promise<Response> => linked(c, terms(siteOf(c)))

export function wholeAnswer(c: Call, what: 'dump' | 'csv'): Promise<Response> {
  countAsked('whole')
  return what === 'dump' ? dump(siteOf(c)) : deliberations(siteOf(c))
}

export async function changesAnswer(c: Call, after: string): Promise<Response> {
  countAsked('lists')
  const site = siteOf(c)
  const { items, next, more } = await changesAfter(site, after || undefined)
  return json({ items, more, next: `${site}/open-data/changes?after=${next}` })
}

/** How many copies of each kind are looked at for an answer; the command looks at all. */
const mostLookedAt = 200

export async function maturityAnswer(): Promise<Response> {
  countAsked('maturity')
  const { lacks, ...found } = await maturity(mostLookedAt)
  return json({
    ...found,
    looked_at_most: mostLookedAt,
    lacks: lacks.map((one) => ({ ...one, said: why(one) })),
  })
}
