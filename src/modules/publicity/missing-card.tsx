import { t } from '#kernel/i18n'
import { Card, List } from '#kernel/ui'
import { DueBadge } from '#commons/clock'
import { publicationPath } from '#modules/publications'
import { missingProjects } from './missing.ts'

/** The meetings whose projects are to be published now; nothing once they are. */
export async function MissingProjects() {
  const missing = await missingProjects()
  if (missing.length === 0) return null
  return (
    <Card title={t('publicity.missing')} id="projects-to-publish">
      <List
        label={t('publicity.missing')}
        items={missing.map(({ meeting, due, count }) => ({
          title: meeting.title,
          href: publicationPath(meeting),
          why: t('publicity.missing.count', { count }),
          due: <DueBadge date={due} legal />,
        }))}
      />
    </Card>
  )
}
