import type { Child } from 'hono/jsx'
import type { Call } from '#kernel/http'
import { Head, PlainShell } from '#kernel/ui'
import { takeFlash } from './flash.ts'
import { authorityLook, preferencesOf } from './frame.tsx'

interface PlainOptions {
  title: string
  facts?: Child
  /** Where a choice of language comes back to. */
  path: string
  status?: 200 | 404 | 422 | 429 | 503
  scripts?: readonly string[]
  /** `footOf()`, where citizens come. */
  footLinks?: readonly { label: string; href: string }[]
  /** As wide as what citizens read, instead of one question. */
  wide?: boolean
  /** Another address to which the browser goes by itself. */
  onwards?: string
}

/** Answers with a page for whoever has not signed in: one question, without the rail. */
export function plainPage(
  c: Call,
  options: PlainOptions,
  body: Child,
): Response | Promise<Response> {
  const { title, facts, path, status = 200, scripts, footLinks } = options
  if (options.onwards) c.header('refresh', `0;url=${options.onwards}`)
  return c.html(
    <PlainShell
      kind={options.wide ? 'public' : 'narrow'}
      title={title}
      authority={authorityLook()}
      preferences={preferencesOf(c)}
      path={path}
      footLinks={footLinks}
      flash={takeFlash(c).messages}
      {...(scripts && { scripts })}
    >
      <Head title={title} facts={facts} />
      {body}
    </PlainShell>,
    status,
  )
}
