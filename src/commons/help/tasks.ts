import { permission } from '#kernel/access'
import type { Task } from './topic.ts'

const read = permission('help.read')

/** What is the same in every trade. */
export const tasks: readonly Task[] = [
  { of: 'help', title: 'help.find', steps: 'help.find.steps', href: '/search', permission: read },
  { of: 'help', title: 'help.inbox', steps: 'help.inbox.steps', href: '/inbox', permission: read },
  { of: 'help', title: 'help.draft', steps: 'help.draft.steps', href: '/drafts', permission: read },
  { of: 'help', title: 'help.keys', steps: 'help.keys.steps', href: '/help', permission: read },
]
