import { z } from 'zod'
import { inPerson, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import {
  type Attempt,
  type Call,
  flag,
  form,
  line,
  optionalLine,
  PageRoutes,
  several,
} from '#kernel/http'
import { localPath, page, redirect, typed } from '#kernel/pages'
import { Head } from '#kernel/ui'
import { keepColumns, moved } from './columns.ts'
import { normalisedQuery, removeView, saveView } from './view.ts'
import { SaveViewForm } from './view-menu.tsx'

export const pages = new PageRoutes('/views')
const keeps = inPerson(permission('views.keep'))

const listName = z.string().regex(/^[a-z_]+(\.[a-z_]+)+$/)

const SavedFilters = z.object({
  list: listName,
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

const Columns = z.object({
  list: listName,
  view: optionalLine(2000),
  columns: several(z.string().max(80)).pipe(z.array(z.string()).max(100).default([])),
  /** `up:state`: besides, this one changes places. */
  move: z
    .string()
    .regex(/^(up|down):\w+$/)
    .optional(),
  back: optionalLine(4000),
})

pages.post('/columns', keeps, form(Columns), async (c, { list, view, columns, move, back }) => {
  const chosen = [...new Set(columns)]
  await keepColumns(list, normalisedQuery(view), move ? moved(chosen, move) : chosen)
  return redirect(c, localPath(back), null)
})

const Removal = z.object({ back: optionalLine(4000) })

pages.post('/:id/removal', keeps, form(Removal), async (c, { back }) => {
  const name = await removeView(c.req.param('id') ?? '')
  return redirect(c, localPath(back), { key: 'views.removed', params: { name } })
})
