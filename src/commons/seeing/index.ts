import { role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { administrator } from '#commons/directory'
import { noticeWords } from '#commons/notifications'
import { personActs } from '#commons/people'
import { api } from './api.ts'
import './locales/index.ts'
import { pages, SeeButton } from './pages.tsx'
import { seenWords } from './see-as.ts'

/** An administrator sees the house as somebody else does (voir comme): read only, for a while, told and logged. */
export const seeing: Module = {
  name: 'seeing',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'notifications', 'people'],
  permissions: { see_as: role(administrator) },
  pages,
  api,
  fills: [fill(personActs, SeeButton), fill(noticeWords, seenWords)],
}
