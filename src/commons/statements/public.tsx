import { NotFound } from '#kernel/errors'
import { PublicRoutes } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { publicPage } from '#kernel/pages'
import { tenant } from '#kernel/tenancy'
import { Head } from '#kernel/ui'
import { type Name, names } from './content.ts'
import { pathOf, published, type Published, titleOf } from './published.ts'
import { describes, Statement } from './shown.tsx'

/** What citizens read of who publishes, how accessible it is, and what becomes of their data. */
export const open = new PublicRoutes('/statements')

open.get('/:name{[a-z]+}', async (c) => {
  const [name, { said, published_at }] = await asked(c.req.param('name'))
  const title = t(titleOf(name))
  return publicPage(
    c,
    { title, description: describes(name, tenant().name) },
    <>
      <Head
        title={title}
        facts={t('statements.published_on', { at: formatDateTime(published_at) })}
      />
      <Statement of={said} />
      <p>
        <a href={`${pathOf(name)}.json`}>{t('statements.data')}</a>
      </p>
    </>,
  )
})

/** The same for programs. */
open.get('/:file{[a-z]+[.]json}', async (c) => {
  const [name, { number, content, published_at }] = await asked(
    c.req.param('file')?.replace('.json', ''),
  )
  return c.json({
    ...{ authority: tenant().slug, name, number, published_at: published_at.toString() },
    content,
  })
})

async function asked(given: string | undefined): Promise<[Name, Published]> {
  const name = names.find((one) => one === given)
  const found = name && (await published(name))
  if (!found) throw new NotFound()
  return [name, found]
}
