import { permission } from '#kernel/access'
import { formatDate, t, euros } from '#kernel/i18n'
import { ActText, page } from '#kernel/pages'
import { ButtonLink, Card, type Column, Meter, Note, Stack, TreeTable } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { StateBadge } from '#commons/workflow'
import { PlanHead, elementPath, levelRules, loadTree, plans, workflowOf } from '#modules/strategy'
import type { ContentElement } from '../content.ts'
import { submissionsOf } from '../council.ts'
import { nested } from '../nested.ts'
import { totalOf } from '../version-report.ts'
import { readable, version, versionsPath } from '../version.ts'
import { pages } from './routes.ts'
import { VersionFacts, versionName } from './versions.tsx'

pages.get('/plans/:id/versions/:version', permission('accountability.read'), async (c) => {
  const plan = await load(c, plans)
  const frozen = await version(plan, c.req.param('version') ?? '')
  const { elements } = readable(frozen.content, await loadTree(plan))
  const { holds } = frozen
  return page(
    c,
    { title: versionName(frozen), pageClass: 'wide' },
    <>
      <PlanHead plan={plan} current="versions">
        <ButtonLink href={`${versionsPath(plan)}/compare?from=${frozen.id}`} icon="git-compare">
          {t('accountability.compare.since')}
        </ButtonLink>
      </PlanHead>
      <Stack>
        <Card title={versionName(frozen)}>
          <Stack>
            <VersionFacts version={frozen} point={(await submissionsOf(plan.id)).get(frozen.id)} />
            <Note tone={holds ? 'good' : 'bad'}>
              {t(holds ? 'accountability.version.holds' : 'accountability.version.broken')}
            </Note>
          </Stack>
        </Card>
        {frozen.report && (
          <Card title={t('accountability.version.report')}>
            <ActText html={frozen.report} label={t('accountability.version.report')} />
          </Card>
        )}
        <Card flush>
          <TreeTable
            caption={t('accountability.version.elements')}
            hideCaption
            columns={columns()}
            roots={nested(elements.map((row) => ({ id: row.id, depth: row.depth, row })))}
          />
        </Card>
      </Stack>
    </>,
  )
})

const columns = (): Column<ContentElement>[] => [
  {
    header: t('strategy.element.title'),
    main: true,
    cell: ({ id, reference, title }) => (
      <a href={elementPath({ id })}>
        {reference && <span class="muted">{reference} </span>}
        {title}
      </a>
    ),
  },
  {
    header: t('strategy.element.state'),
    cell: ({ level, state }) =>
      level !== 'volet' && <StateBadge flow={workflowOf[levelRules[level].kind]} state={state} />,
  },
  {
    header: t('strategy.field.progress'),
    cell: ({ done, title }) => <Meter value={done} label={title} />,
  },
  {
    header: t('strategy.field.planned_end'),
    cell: ({ deadline }) => deadline && formatDate(Temporal.PlainDate.from(deadline), 'short'),
  },
  {
    header: t('strategy.field.budget'),
    align: 'end',
    cell: (one) => totalOf(one) > 0 && euros(totalOf(one)),
  },
]
