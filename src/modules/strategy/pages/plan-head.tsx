import type { Child } from 'hono/jsx'
import { may, type Permission, permission } from '#kernel/access'
import { type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { Tabs } from '#kernel/ui'
import { DossierHead } from '#commons/workflow'
import { type Plan, planPath } from '../plan.ts'
import { steps } from '../step.ts'

/** A tab of a plan, for those who have the permission. */
export interface PlanTab {
  /** The end of its address, below that of the plan; empty: the plan itself. */
  name: string
  label: MessageKey
  permission: Permission
  /** Where it stands among the others: the tree is 0, the settings come last; 90 unless told. */
  position?: number
}

/** Tabs of a plan that other modules add. */
export const planTabs = slot<PlanTab>('strategy-plan-tabs')

const reads = permission('strategy.read')
const runs = permission('strategy.plan.run')
const own: readonly PlanTab[] = [
  { name: '', label: 'strategy.tab.tree', permission: reads, position: 0 },
  { name: 'settings', label: 'strategy.tab.settings', permission: runs, position: 100 },
]

interface PlanHeadProps {
  plan: Plan
  /** The name of the tab that the page is. */
  current: string
  facts?: Child
  /** The next actions of this view, before the steps of the plan. */
  children?: Child
}

/** The head of a plan, the same on all its tabs. */
export function PlanHead({ plan, current, facts, children }: PlanHeadProps) {
  const tabs = [...own, ...planTabs.all()]
    .filter((tab) => may(tab.permission))
    .toSorted((a, b) => (a.position ?? 90) - (b.position ?? 90))
  return (
    <>
      <DossierHead dossier={plan} steps={steps['strategy.plan']} facts={facts} before={children} />
      <Tabs
        label={t('strategy.tabs')}
        tabs={tabs.map(({ name, label }) => ({
          label: t(label),
          href: name ? `${planPath(plan)}/${name}` : planPath(plan),
          current: name === current,
        }))}
      />
    </>
  )
}
