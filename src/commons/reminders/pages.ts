import { permission } from '#kernel/access'
import { adding, form, PageRoutes } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { pathOf } from '#commons/dossiers'
import { AskedReminder, remindAsAsked } from './asked.ts'
import { forget, reminded } from './reminder.ts'

export const pages = new PageRoutes('/reminders')
const keeps = permission('reminders.keep')

pages.post('/of/:id', keeps, adding(form(AskedReminder)), async (c, asked) => {
  const dossier = await reminded(c.req.param('id') ?? '')
  await remindAsAsked(dossier, asked)
  return redirect(c, pathOf(dossier.kind, dossier.id), { key: 'reminders.added' })
})

pages.post('/:id/removal', keeps, async (c) => {
  const { kind, id } = await forget(c.req.param('id') ?? '')
  return redirect(c, pathOf(kind, id), { key: 'reminders.removed' })
})
