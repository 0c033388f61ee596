import { z } from 'zod'
import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { type Attempt, type Call, flag, form, line, optionalLine, PageRoutes } from '#kernel/http'
import { localPath, page, redirect, typed } from '#kernel/pages'
import { Head } from '#kernel/ui'
import { removeView, saveView } from './view.ts'
import { SaveViewForm } from './view-tabs.tsx'

export const pages = new PageRoutes('/views')
const keeps = permission('views.keep')

const SavedFilters = z.object({
  list: z.string().regex(/^[a-z_]+(\.[a-z_]+)+$/),
  name: line(80),
  query: optionalLine(2000),
  shared: flag(),
  /** Where the list stands, to go back to. */
  back: optionalLine(4000),
})

pages.post('/', keeps, form(SavedFilters, formAgain), async (c, { back, ...view }) => {
  await saveView(view)
  return redirect(c, localPath(back), { key: 'views.saved', params: { name: view.name } })
})

/** A refused form on a page of its own: the list is not ours to show. */
function formAgain(c: Call, attempt: Attempt): Promise<Response> {
  const values = typed(attempt)
  const given = (name: string) => String(values[name] ?? '')
  const title = t('views.save')
  return page(
    c,
    { title, status: 422 },
    <>
      <Head title={title} />
      <SaveViewForm
        list={given('list')}
        query={given('query')}
        back={given('back')}
        errors={attempt.errors}
        values={values}
      />
    </>,
  )
}

const Removal = z.object({ back: optionalLine(4000) })

pages.post('/:id/removal', keeps, form(Removal), async (c, { back }) => {
  const name = await removeView(c.req.param('id') ?? '')
  return redirect(c, localPath(back), { key: 'views.removed', params: { name } })
})
