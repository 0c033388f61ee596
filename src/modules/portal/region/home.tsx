import { t } from '#kernel/i18n'
import { regionPage, regionPath } from '#kernel/pages'
import { EmptyState, PublicOpening, PublicSection } from '#kernel/ui'
import { knownAuthorities, knownMeetings } from '#modules/publications'
import { Meetings } from './meetings.tsx'
import { AuthorityNames } from './names.tsx'
import { ofAll } from './routes.ts'

/** What one finds at the portal: what was decided, by whom, and where. */
ofAll.get('/', async (c) => {
  const all = await knownAuthorities()
  const decisions = all.reduce((sum, one) => sum + one.decisions, 0)
  const since = Math.min(...all.map((one) => one.since))
  const lead =
    all.length === 0
      ? t('portal.none')
      : t('portal.lead', { decisions, count: all.length, since: String(since) })
  const sections = [
    { title: t('portal.to_come'), some: await knownMeetings('to_come', { most: 5 }) },
    { title: t('portal.latest'), some: await knownMeetings('held', { most: 5 }) },
  ].filter(({ some }) => some.length > 0)
  return regionPage(
    c,
    { title: t('portal.title'), description: lead },
    <>
      <PublicOpening title={t('portal.title')} lead={lead} />
      {sections.map(({ title, some }) => (
        <PublicSection title={title}>
          <Meetings c={c} some={some} all={all} />
        </PublicSection>
      ))}
      <PublicSection
        title={t('portal.authorities')}
        more={{ label: t('portal.all'), href: regionPath(c, '/authorities') }}
      >
        {all.length === 0 ? (
          <EmptyState sentence={t('portal.none')} />
        ) : (
          <AuthorityNames c={c} all={all} />
        )}
      </PublicSection>
    </>,
  )
})
