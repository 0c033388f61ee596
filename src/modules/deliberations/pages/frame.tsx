import { may } from '#kernel/access'
import { type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { Tabs } from '#kernel/ui'

/** A tab at the head of the trade, for those who have the permission. */
interface TradeTab {
  label: MessageKey
  href: string
  permission: string
}

/** Tabs that other modules add after those of the trade. */
export const tradeTabs = slot<TradeTab>('deliberations-tabs')

const own: readonly TradeTab[] = [
  {
    label: 'deliberations.tab.meetings',
    href: '/deliberations',
    permission: 'deliberations.read',
  },
  {
    label: 'deliberations.tab.items',
    href: '/deliberations/items',
    permission: 'deliberations.read',
  },
]

/** The tabs at the head of the trade; `current` is the address of one of them. */
export function TradeTabs({ current }: { current: string }) {
  const tabs = [...own, ...tradeTabs.all()].filter(({ permission }) => may(permission))
  return (
    <Tabs
      label={t('deliberations.title')}
      tabs={tabs.map(({ label, href }) => ({ label: t(label), href, current: href === current }))}
    />
  )
}
