import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Button } from './button.tsx'

interface DockedProps {
  /** Id of the form that the boxes of the table and the buttons of the dock send. */
  form: string
  /** Where it shows what an act would do (GET). */
  action: string
  /** Sent along: the query of the list. */
  keep: Readonly<Record<string, string>>
  /** How many the list shows in all: the box in the head of the table takes them. */
  all: string
  /** The acts, the one that leads on last. */
  acts: readonly { name: string; value: string; label: string }[]
  /** The table, with boxes to tick. */
  children?: Child
}

/**
 * Rows of which some are ticked, and below them, once one is, the dock: how many, and what can be done to
 * them. Style alone shows it, so that it works without scripts; `islands/docked.ts` counts.
 */
export function Docked({ form, action, keep, all, acts, children }: DockedProps) {
  return (
    <div class="docked">
      {children}
      <form class="dock" id={form} method="get" action={action}>
        {Object.entries(keep).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p>
          <strong class="dock-count">
            {t('ui.dock.count')} <output />
          </strong>
          <strong class="dock-all">{t('ui.dock.all', { all })}</strong>
          <Button type="reset" tone="quiet" small>
            {t('ui.dock.none')}
          </Button>
        </p>
        <div class="dock-acts">
          {acts.map(({ name, value, label }, index) => (
            <Button
              name={name}
              value={value}
              tone={index === acts.length - 1 ? 'primary' : 'normal'}
            >
              {label}
            </Button>
          ))}
        </div>
      </form>
    </div>
  )
}
