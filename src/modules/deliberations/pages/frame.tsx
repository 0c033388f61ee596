import { may } from '#kernel/access'
import { t } from '#kernel/i18n'
import { Tabs } from '#kernel/ui'

/** The tabs at the head of the trade: meetings, points, import. */
export function TradeTabs({ current }: { current: 'meetings' | 'items' | 'import' }) {
  const tabs = [
    { name: 'meetings', href: '/deliberations', open: true },
    { name: 'items', href: '/deliberations/items', open: true },
    { name: 'import', href: '/deliberations/import', open: may('deliberations.import') },
  ] as const
  return (
    <Tabs
      label={t('deliberations.title')}
      tabs={tabs
        .filter(({ open }) => open)
        .map(({ name, href }) => ({
          label: t(`deliberations.tab.${name}`),
          href,
          current: name === current,
        }))}
    />
  )
}
