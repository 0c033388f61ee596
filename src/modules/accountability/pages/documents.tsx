import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { page, redirect } from '#kernel/pages'
import { Card, PostButton, Row, Stack } from '#kernel/ui'
import { DocumentShelf, documentsOf, formats, onTheirWay } from '#commons/documents'
import { load } from '#commons/dossiers'
import { type Plan, PlanHead, planPath, plans } from '#modules/strategy'
import { Asked, askReport } from '../ask.ts'
import { reportNames } from '../reports.ts'
import { pages } from './routes.ts'

const reads = permission('strategy.read')
const documentsPath = (plan: Plan) => `${planPath(plan)}/documents`

pages.get('/plans/:id/documents', reads, async (c) => {
  const plan = await load(c, plans)
  const made = await documentsOf(plan.id)
  return page(
    c,
    { title: plan.title, pending: onTheirWay(made) },
    <>
      <PlanHead plan={plan} current="documents" />
      <Stack>
        {reportNames.map((template) => (
          <Card title={t(`accountability.report.${template}`)}>
            <Stack>
              <p>{t(`accountability.report.${template}_help`)}</p>
              <Row>
                {formats.map((format) => (
                  <PostButton
                    action={documentsPath(plan)}
                    fields={{ template, format }}
                    icon={format === 'ods' ? 'table' : 'file-text'}
                  >
                    {t(`accountability.report.make_${format}`)}
                  </PostButton>
                ))}
              </Row>
            </Stack>
          </Card>
        ))}
        <DocumentShelf documents={made} action={documentsPath(plan)} makers={[]} may />
      </Stack>
    </>,
  )
})

pages.post('/plans/:id/documents', reads, form(Asked), async (c, asked) => {
  const plan = await load(c, plans)
  await askReport(plan, asked)
  return redirect(c, documentsPath(plan), { key: 'accountability.report.asked', tone: 'info' })
})
