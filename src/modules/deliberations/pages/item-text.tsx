import { raw } from 'hono/html'
import { t } from '#kernel/i18n'
import { Card } from '#kernel/ui'
import type { Item } from '../item.ts'

/** The words of a point: they were cleaned when they came in. */
export function ItemText({ item }: { item: Item }) {
  return (
    <>
      <Card title={t('deliberations.item.motivation')}>
        {item.motivation ? (
          <div class="act">{raw(item.motivation)}</div>
        ) : (
          <p class="muted">{t('deliberations.item.no_motivation')}</p>
        )}
      </Card>
      <Card title={t('deliberations.item.decision')}>
        {item.decision ? (
          <div class="act">{raw(item.decision)}</div>
        ) : (
          <p class="muted">{t('deliberations.item.no_decision')}</p>
        )}
      </Card>
    </>
  )
}
