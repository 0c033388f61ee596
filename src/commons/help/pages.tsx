import { z } from 'zod'
import { permission } from '#kernel/access'
import { form, optionalLine, PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { ButtonLink, Card, EmptyState, Filters, Head, Stack } from '#kernel/ui'
import { type Explained, explained } from './topic.ts'

/** What one can do here, and how: by task, searched. */
export const pages = new PageRoutes('/help')

pages.get('/', permission('help.read'), form(z.object({ q: optionalLine(100) })), (c, { q }) => {
  const title = t('help.title')
  const tasks = explained(q)
  const trades = [...new Set(tasks.map(({ trade }) => trade))]
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('help.lead')} />
      <Filters
        action="/help"
        reset={q ? '/help' : undefined}
        apply={t('help.search')}
        sentence={[t('help.about'), { kind: 'text', name: 'q', label: t('help.about'), value: q }]}
      />
      <Stack>
        {tasks.length === 0 && <EmptyState icon="search" sentence={t('help.none')} />}
        {trades.map((trade) => (
          <Card title={trade}>
            {tasks
              .filter((one) => one.trade === trade)
              .map((one) => (
                <Task of={one} open={Boolean(q) && tasks.length <= 3} />
              ))}
          </Card>
        ))}
      </Stack>
    </>,
  )
})

const Task = ({ of: { title, steps, href }, open }: { of: Explained; open: boolean }) => (
  <details class="help-task" open={open}>
    <summary>{title}</summary>
    <ol>
      {steps.map((step) => (
        <li>{step}</li>
      ))}
    </ol>
    <p>
      <ButtonLink href={href} icon="arrow-right" small>
        {t('help.begin')}
      </ButtonLink>
    </p>
  </details>
)
