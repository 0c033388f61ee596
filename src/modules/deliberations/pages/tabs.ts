import { permission } from '#kernel/access'
import { tradeTabs } from '#kernel/pages'

/** The tabs at the head of the trade, to which other modules add theirs. */
export const deliberationTabs = tradeTabs('deliberations', 'deliberations.title', [
  {
    label: 'deliberations.tab.meetings',
    href: '/deliberations',
    permission: permission('deliberations.read'),
  },
  {
    label: 'deliberations.tab.items',
    href: '/deliberations/items',
    permission: permission('deliberations.read'),
  },
])
