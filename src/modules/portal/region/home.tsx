import { languageInAddress } from '#kernel/http'
import { t } from '#kernel/i18n'
import { regionPage, regionPath } from '#kernel/pages'
import { EmptyState, PublicOpening, PublicSearch, PublicSection, Split } from '#kernel/ui'
import { knownAuthorities, knownMeetings, meetingWithin, pickedPoints } from '#modules/publications'
import { AuthorityMap } from './map.tsx'
import { Meetings } from './meetings.tsx'
import { AuthorityNames } from './names.tsx'
import { ofAll } from './routes.ts'

/** How many meetings of each sort its home shows, and points of each: the pages of meetings have all. */
const shown = { coming: 4, held: 5, points: 2 }

/** Who meets within so many days is told apart on the map. */
const days = 7

/** What one finds at the portal: one search, what comes, what was decided, and of whom. */
ofAll.get('/', async (c) => {
  const all = await knownAuthorities()
  const coming = await knownMeetings('to_come', shown.coming)
  const held = await knownMeetings('held', shown.held)
  const picked = await pickedPoints(held, shown.points)
  const decisions = all.reduce((sum, one) => sum + one.decisions, 0)
  const projects = all.reduce((sum, one) => sum + one.projects, 0)
  const since = String(Math.min(...all.map((one) => one.since)))
  const lead =
    all.length === 0
      ? t('portal.none')
      : t('portal.lead', { decisions, projects, count: all.length, since })
  const toMeetings = { label: t('portal.all_meetings'), href: regionPath(c, '/meetings') }
  return regionPage(
    c,
    { title: t('portal.title'), description: lead, drawn: true },
    <>
      <Split
        side={
          coming.length > 0 && (
            <PublicSection title={t('portal.to_come')} more={toMeetings}>
              <Meetings c={c} some={coming} all={all} />
            </PublicSection>
          )
        }
      >
        <PublicOpening title={t('portal.title')} lead={lead} />
        <PublicSearch
          action="/decisions"
          label={t('portal.search.words')}
          button={t('portal.search.go')}
          keep={{ lang: languageInAddress(c) }}
        />
      </Split>
      <Split
        side={
          <PublicSection
            title={t('portal.about')}
            more={{ label: t('portal.more'), href: regionPath(c, '/about') }}
            aside
          >
            <p>{t('portal.about.short')}</p>
          </PublicSection>
        }
      >
        {held.length > 0 && (
          <PublicSection title={t('portal.latest')} more={toMeetings}>
            <Meetings c={c} some={held} all={all} picked={picked} />
          </PublicSection>
        )}
      </Split>
      <PublicSection title={t('portal.index', { count: all.length })} wide>
        {all.length === 0 ? (
          <EmptyState sentence={t('portal.none')} />
        ) : (
          <div class={all.some(({ lies_at }) => lies_at) ? 'region-where' : undefined}>
            <AuthorityMap c={c} all={all} meet={await meetingWithin(days)} />
            <AuthorityNames c={c} all={all} />
          </div>
        )}
      </PublicSection>
    </>,
  )
})
