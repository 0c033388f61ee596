import { permission } from '#kernel/access'
import { PageRoutes } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { putAway } from './shown.ts'

export const pages = new PageRoutes('/first-steps')

pages.post('/putting-away', permission('beginning.follow'), async (c) => {
  await putAway()
  return redirect(c, '/inbox', { key: 'beginning.is_away' })
})
