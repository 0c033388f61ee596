import { may, permission } from '#kernel/access'
import { formatDate, t, timeZone } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import {
  ButtonLink,
  Card,
  EmptyState,
  Facts,
  Note,
  PostButton,
  Row,
  SideSection,
  WithSide,
} from '#kernel/ui'
import { Citation, cite, LegalTimeline } from '#commons/law'
import { load } from '#commons/dossiers'
import { StateBadge } from '#commons/workflow'
import { itemPath, itemWorkflow } from '#modules/deliberations'
import { type Plan, PlanHead, plans, planPath } from '#modules/strategy'
import { type Submission, mayGo, sendToCouncil, submissionsOf, wayToCouncil } from '../council.ts'
import { type PlanDate, planDates } from '../law.ts'
import { type Version, version, versionsOf, versionsPath } from '../version.ts'
import { pages } from './routes.ts'

const runs = permission('accountability.run')

pages.post('/plans/:id/versions/:version/council', runs, async (c) => {
  const plan = await load(c, plans)
  const item = await sendToCouncil(plan, await version(plan, c.req.param('version') ?? ''))
  const params = { title: item.title }
  return redirect(c, versionsPath(plan), { key: 'accountability.council.sent', params })
})

/** The frozen versions of a plan, what the council said of each, and what the law expects next. */
pages.get('/plans/:id/versions', permission('accountability.read'), async (c) => {
  const plan = await load(c, plans)
  const versions = await versionsOf(plan.id)
  const points = await submissionsOf(plan.id)
  const dates = await planDates(plan, versions, points)
  const way = may(runs) ? await wayToCouncil(plan) : undefined
  const obstacle = way && 'obstacle' in way ? way.obstacle : undefined
  const waiting = versions.some(({ id }) => mayGo(points.get(id)))
  return page(
    c,
    { title: plan.title },
    <>
      <PlanHead plan={plan} current="versions">
        {way && (
          <ButtonLink href={`${versionsPath(plan)}/new`} icon="lock">
            {t('accountability.version.freeze')}
          </ButtonLink>
        )}
      </PlanHead>
      <WithSide side={<Side plan={plan} dates={dates} />}>
        {obstacle && waiting && (
          <Note tone="warn" title={t('accountability.council.hindered')}>
            {t(obstacle)}
          </Note>
        )}
        {versions.length === 0 && (
          <EmptyState icon="archive" sentence={t('accountability.version.none')} />
        )}
        {versions.map((one) => (
          <VersionCard
            plan={plan}
            version={one}
            point={points.get(one.id)}
            sends={Boolean(way) && !obstacle}
          />
        ))}
      </WithSide>
    </>,
  )
})

/** « Présentation au Conseil, 26/11/2026 » */
export const versionName = ({ purpose, frozen_on }: Version): string =>
  t('accountability.version.named', {
    purpose: t(`accountability.purpose.${purpose}`),
    date: formatDate(frozen_on, 'short'),
  })

interface VersionCardProps {
  plan: Plan
  version: Version
  point: Submission | undefined
  sends: boolean
}

function VersionCard({ plan, version, point, sends }: VersionCardProps) {
  const path = `${versionsPath(plan)}/${version.id}`
  return (
    <Card
      title={<a href={path}>{versionName(version)}</a>}
      aside={point && <StateBadge flow={itemWorkflow} state={point.state} />}
      footer={
        <Row>
          <ButtonLink href={`${versionsPath(plan)}/compare?from=${version.id}`} icon="git-compare">
            {t('accountability.compare.since')}
          </ButtonLink>
          {sends && mayGo(point) && (
            <PostButton
              action={`${path}/council`}
              icon="send"
              tone="primary"
              confirm={t('accountability.council.confirm', { version: versionName(version) })}
            >
              {t('accountability.council.send')}
            </PostButton>
          )}
        </Row>
      }
    >
      <VersionFacts version={version} point={point} />
    </Card>
  )
}

/** Who froze a version, under which hash, and where its point stands. */
export function VersionFacts({ version, point }: Omit<VersionCardProps, 'plan' | 'sends'>) {
  return (
    <Facts
      facts={[
        { label: t('accountability.version.by'), value: version.frozen_by },
        {
          label: t('accountability.council'),
          value: point ? (
            <Point point={point} version={version} />
          ) : (
            t('accountability.council.not_sent')
          ),
        },
        { label: t('accountability.version.hash'), value: <code>{version.hash}</code> },
      ]}
    />
  )
}

/** Where the point of a version stands: its meeting, and its title and the way to it for those who may open it. */
function Point({ point, version }: { point: Submission; version: Version }) {
  const { title, visible, organ, starts_at } = point
  const day = starts_at?.toZonedDateTimeISO(timeZone).toPlainDate()
  return (
    <>
      {visible ? (
        <a href={itemPath(point)}>{title}</a>
      ) : (
        t(`accountability.purpose.${version.purpose}`)
      )}
      <br />
      {day
        ? t('accountability.council.meeting', { organ, date: formatDate(day) })
        : t('accountability.council.no_meeting', { organ })}
    </>
  )
}

/** What is expected; in a shared plan, of which body. */
const purposeOf = (plan: Plan, purpose: PlanDate['purpose'], body: PlanDate['body']) =>
  [t(`accountability.purpose.${purpose}`), plan.body === 'shared' && t(`strategy.body.${body}`)]
    .filter(Boolean)
    .join(', ')

function Side({ plan, dates }: { plan: Plan; dates: readonly PlanDate[] }) {
  const run = may(runs)
  return (
    <>
      <SideSection title={t('accountability.dates')}>
        <LegalTimeline
          dates={dates.map(({ purpose, rule, body, reckoning, state }) => ({
            what: purposeOf(plan, purpose, body),
            state,
            ...(reckoning && {
              when: { text: formatDate(reckoning.date), datetime: reckoning.date },
            }),
            cite: reckoning ? <Citation rule={rule} reckoning={reckoning} /> : cite(rule),
          }))}
        />
        {dates
          .filter(({ reckoning }) => !reckoning)
          .map(({ body }) => (
            <Note tone="warn">
              {t('accountability.dates.no_designation', { body })}{' '}
              {run && <a href={`${planPath(plan)}/edit`}>{t('accountability.dates.designate')}</a>}
            </Note>
          ))}
      </SideSection>
      {run && plan.state === 'in_force' && (
        <SideSection title={t('accountability.carry.next')}>
          <ButtonLink href={`${planPath(plan)}/carry-over`} icon="arrow-right">
            {t('accountability.carry.open')}
          </ButtonLink>
        </SideSection>
      )}
    </>
  )
}
