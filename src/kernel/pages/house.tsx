import type { Child } from 'hono/jsx'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { forSignedIn, openToAll } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { languages, t } from '#kernel/i18n'
import {
  type FailurePage,
  form,
  isThere,
  languageCookie,
  wayBack,
  PageRoutes,
  ApiRoutes,
  openApi,
  type ProblemDetails,
  type Route,
} from '#kernel/http'
import { slot } from '#kernel/module'
import { tenant } from '#kernel/tenancy'
import { ButtonLink, Head, PlainShell, StyleGuide } from '#kernel/ui'
import { redirect } from './flash.ts'
import { authorityLook, page, preferencesOf } from './frame.tsx'
import { localPath } from './local-path.ts'
import { PublicShell } from './public.tsx'
import { RegionShell } from './region.tsx'

/** The pages that every house has besides those of its trades. */
export const housePages = new PageRoutes('')

/** Where a person who is signed in begins; the first that is filled. */
export const personHome = slot<string>('personHome')

housePages.get('/', forSignedIn, (c) => c.redirect(personHome.all()[0] ?? '/rail', 303))

/** Elements of a trade, as the style guide shows them. */
export const guides = slot<() => Child>('guides')

housePages.get('/styleguide', forSignedIn, (c) =>
  page(
    c,
    { title: t('pages.styleguide') },
    <StyleGuide>{guides.all().map((Piece) => Piece())}</StyleGuide>,
  ),
)

housePages.get('/arms.svg', openToAll, () => {
  const { arms } = tenant()
  if (!arms) throw new NotFound()
  return new Response(arms, {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=3600',
    },
  })
})

const Preference = z.object({
  language: z.enum(languages).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  keys: z.enum(['on', 'off']).optional(),
  back: wayBack(),
})

housePages.post('/preferences', openToAll, form(Preference), (c, chosen) => {
  const { back, ...preferences } = chosen
  for (const [name, value] of Object.entries(preferences))
    if (value)
      setCookie(c, name === 'language' ? languageCookie : name, value, {
        path: '/',
        sameSite: 'Lax',
        maxAge: 31_536_000,
      })
  return redirect(c, localPath(back), null)
})

/** The description of the API of an authority, made from `routes` once all are known. */
export function descriptionApi(routes: () => readonly Route[], version: string): ApiRoutes {
  const api = new ApiRoutes('')
  // As it was written last, by the routes that an authority has: a million signs, and anybody may ask.
  let last = { of: '', text: '' }
  const described = () => {
    const there = routes().filter(isThere)
    const of = there.map(({ method, path }) => `${method} ${path}`).join('\n')
    if (of !== last.of) last = { of, text: JSON.stringify(openApi(there, version)) }
    return last.text
  }
  api.on(
    'get',
    '/openapi.json',
    openToAll,
    { summary: 'This description', answer: z.record(z.string(), z.unknown()) },
    async (c) => c.body(described(), 200, { 'content-type': 'application/json' }),
  )
  return api
}

/** The page that tells a person what went wrong; it needs no database and no authority. */
export const failurePage: FailurePage = async (problem, c) => {
  const { title } = problem
  const body = (
    <>
      <Head title={title} />
      {whatIsWrong(problem)}
    </>
  )
  if (c.get('region')) return String(await (<RegionShell c={c} title={title} body={body} />))
  if (c.get('face') === 'public')
    return String(await (<PublicShell c={c} title={title} body={body} />))
  let authority
  try {
    authority = authorityLook()
  } catch {
    authority = { name: 'Beffroi' }
  }
  const html = await (
    <PlainShell
      kind="narrow"
      title={title}
      authority={authority}
      preferences={preferencesOf(c)}
      path="/"
    >
      {body}
      <p>
        <ButtonLink href="/" icon="arrow-left">
          {t('pages.home')}
        </ButtonLink>
      </p>
    </PlainShell>
  )
  return String(html)
}

function whatIsWrong({ detail, errors = {} }: ProblemDetails) {
  const fields = Object.values(errors).flat()
  return (
    <>
      <p>{detail}</p>
      {fields.length > 0 && (
        <ul>
          {fields.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  )
}
