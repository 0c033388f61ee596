import { may, type Permission } from '#kernel/access'
import { type MessageKey, t } from '#kernel/i18n'
import { type Slot, slot } from '#kernel/module'
import { Tabs } from '#kernel/ui'

/** A tab at the head of a trade, for those who have the permission. */
export interface TradeTab {
  label: MessageKey
  href: string
  permission: Permission
}

/** The tabs at the head of a trade: its own, then those that other modules put into `others`. */
export interface TradeTabList {
  readonly label: MessageKey
  readonly own: readonly TradeTab[]
  readonly others: Slot<TradeTab>
}

/** Names the tabs at the head of a trade; `name` is its folder, `label` what the row of tabs is called. */
export function tradeTabs(name: string, label: MessageKey, own: readonly TradeTab[]): TradeTabList {
  return { label, own, others: slot<TradeTab>(`${name}-tabs`) }
}

/** The tabs at the head of a trade; `current` is the address of one of them. */
export function TradeTabs({ of, current }: { of: TradeTabList; current: string }) {
  const tabs = [...of.own, ...of.others.all()].filter(({ permission }) => may(permission))
  return (
    <Tabs
      label={t(of.label)}
      tabs={tabs.map(({ label, href }) => ({ label: t(label), href, current: href === current }))}
    />
  )
}
