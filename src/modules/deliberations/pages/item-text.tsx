import { t } from '#kernel/i18n'
import { ActText } from '#kernel/pages'
import { Card } from '#kernel/ui'
import type { Item } from '../item.ts'

/** The words of a point, in the language of the authority; they were cleaned when they came in. */
export function ItemText({ item }: { item: Item }) {
  return (
    <>
      <Words
        title={t('deliberations.item.motivation')}
        html={item.motivation}
        none={t('deliberations.item.no_motivation')}
      />
      <Words
        title={t('deliberations.item.decision')}
        html={item.decision}
        none={t('deliberations.item.no_decision')}
      />
    </>
  )
}

function Words({ title, html, none }: { title: string; html: string; none: string }) {
  return (
    <Card title={title}>
      {html ? <ActText html={html} label={title} /> : <p class="muted">{none}</p>}
    </Card>
  )
}
