import { accepts } from 'hono/accepts'
import { NotFound } from '#kernel/errors'
import { type Call, problemResponse } from '#kernel/http'
import { t } from '#kernel/i18n'
import { openFile } from '#commons/publication'
import type { OtherForms, PublicCopy } from '#modules/decisions'
import { countAsked } from './brake.ts'
import { jsonLd, type Resource, turtle } from './graph.ts'
import { meetingResources } from './meeting.ts'
import { paperOf } from './paper.ts'
import { pointResources } from './point.ts'
import type { Site } from './site.ts'
import { Statements } from './statements.tsx'

/** The forms of a copy besides its page, by what follows the point in their address. */
export const forms = {
  jsonld: 'application/ld+json',
  ttl: 'text/turtle',
  pdf: 'application/pdf',
} as const
export type Form = keyof typeof forms

export const schemeOf = (c: Call) => (c.get('encrypted') ? 'https' : 'http')

/** Where the house is asked: the gate has let its host in. */
export const siteOf = (c: Call): Site => `${schemeOf(c)}://${c.req.header('host') ?? ''}`

/** The form that is asked for by its name (`Accept`); undefined: the page. */
function formAsked(c: Call): Form | undefined {
  if (!c.req.header('accept')) return undefined
  const supports = ['text/html', 'application/json', ...Object.values(forms)]
  const asked = accepts(c, { header: 'Accept', supports, default: 'text/html' })
  if (asked === 'application/json') return 'jsonld'
  return names.find((name) => forms[name] === asked)
}
const labels = { jsonld: 'JSON-LD', ttl: 'Turtle', pdf: 'PDF' } as const
const names = Object.keys(forms) as Form[] // They are those of `forms`.

/** What is told of a copy, as triples. */
export const resourcesOf = (site: Site, what: PublicCopy): Resource[] =>
  what.of === 'point' ? pointResources(site, what.copy) : meetingResources(site, what.copy)

/** A copy in one of its forms. */
export async function copyAs(form: Form, c: Call, what: PublicCopy): Promise<Response> {
  countAsked(form === 'pdf' ? 'paper' : 'copies')

  const headers = { 'content-type': forms[form], link: linksOf(what) }
  if (form === 'pdf') return openFile(new Response(await paperOf(what), { headers }))
  const resources = resourcesOf(siteOf(c), what)
  const body = form === 'ttl' ? await turtle(resources) : JSON.stringify(jsonLd(resources))
  return openFile(new Response(body, { headers }))
}

/** The address of a copy in a form. */
const addressAs = (form: Form, { of, copy }: PublicCopy): string => {
  const number = copy.later === undefined ? '' : `/${copy.number}`
  return `/decisions/${of === 'meeting' ? 'meetings/' : ''}${copy.slug}${number}.${form}`
}

/** Where the other forms are (RFC 8288). */
const linksOf = (what: PublicCopy): string =>
  names.map((form) => `<${addressAs(form, what)}>; rel="alternate"; type="${forms[form]}"`).join()

/** What everybody is told of what was withdrawn, for programs. */
export const goneAnswer = ({
  withdrawn_at,
  said,
}: {
  withdrawn_at: Temporal.Instant
  said: string
}) =>
  openFile(
    new Response(JSON.stringify({ withdrawn: true, withdrawn_at: withdrawn_at.toString(), said }), {
      status: 410,
      headers: { 'content-type': 'application/json' },
    }),
  )

/** What failed, for programs of any site (RFC 9457). */
export const failedAnswer = (thrown: unknown): Response => openFile(problemResponse(thrown))

export const machineForms: OtherForms = {
  answer: async (c, what) => {
    const form = formAsked(c)
    if (form) return copyAs(form, c, what)
    c.header('link', linksOf(what))
    return undefined
  },
  gone: (c, told) => (formAsked(c) ? goneAnswer(told) : undefined),
  missing: (c) => (formAsked(c) ? failedAnswer(new NotFound()) : undefined),
  within: (c, what) => (
    <>
      <p class="small">
        {t('opendata.forms.label')}{' '}
        {names.map((form, index) => (
          <>
            {index > 0 && ' · '}
            <a href={addressAs(form, what)} data-turbo="false">
              {labels[form]}
            </a>
          </>
        ))}
      </p>
      <Statements of={resourcesOf(siteOf(c), what)} />
    </>
  ),
}
