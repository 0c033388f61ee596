import { raw } from 'hono/html'
import { t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
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
      {html ? (
        <div class="act" lang={itsLanguage()} {...(html.includes('<table') && scrolling(title))}>
          {raw(html)}
        </div>
      ) : (
        <p class="muted">{none}</p>
      )}
    </Card>
  )
}

/** A table too wide for the screen scrolls in its act: the keyboard must reach it (WCAG 2.1.1). */
const scrolling = (label: string) => ({ tabindex: 0, role: 'region', 'aria-label': label }) as const
