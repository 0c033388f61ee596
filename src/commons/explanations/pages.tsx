import { permission } from '#kernel/access'
import { PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { Badge, ButtonLink, Card, Head, List, SideSection, Stack, Table } from '#kernel/ui'
import { type Dossier, pathOf } from '#commons/dossiers'
import { kindName } from '#commons/workflow'
import {
  type Answer,
  explainable,
  explanationOf,
  forWhom,
  mayActOn,
  type Seer,
} from './explanation.ts'

export const pages = new PageRoutes('/explained')

/** At the side of a dossier, for who may act on it: where it is explained. */
export function ExplainedAt({ dossier }: { dossier: Dossier }) {
  if (!mayActOn(dossier)) return null
  return (
    <SideSection title={t('explanations.title')}>
      <p>
        <a href={`/explained/${dossier.id}`}>{t('explanations.link')}</a>
      </p>
    </SideSection>
  )
}

const named = ({ persons, more }: { persons: readonly string[]; more: number }): string => {
  if (persons.length === 0) return t('explanations.nobody')
  return more > 0
    ? t('explanations.and_more', { names: persons.join(', '), count: more })
    : persons.join(', ')
}

pages.get('/:id', permission('explanations.read'), async (c) => {
  const dossier = await explainable(c.req.param('id') ?? '')
  const { state, seers, now, elsewhere } = await explanationOf(dossier)
  return page(
    c,
    { title: t('explanations.of', { title: dossier.title }) },
    <>
      <Head
        reference={dossier.reference || kindName(dossier.kind)}
        title={dossier.title}
        state={<Badge tone="neutral">{state}</Badge>}
        actions={
          <ButtonLink href={pathOf(dossier.kind, dossier.id)}>{t('explanations.back')}</ButtonLink>
        }
      />
      <Stack>
        <Card title={t('explanations.who_sees')}>
          <Table
            caption={t('explanations.who_sees')}
            hideCaption
            rows={seers}
            columns={[
              {
                header: t('explanations.reader'),
                cell: ({ called, mine, lent }: Seer) => (
                  <>
                    {called} {mine && <Badge tone="info">{t('explanations.you')}</Badge>}
                    {lent && <p class="small">{t('explanations.lent')}</p>}
                  </>
                ),
              },
              { header: t('explanations.persons'), cell: (one: Seer) => named(one) },
            ]}
          />
        </Card>
        <Card title={t('explanations.what_now')}>
          <Table
            caption={t('explanations.what_now')}
            hideCaption
            rows={now}
            empty={t('explanations.nothing')}
            columns={[
              { header: t('explanations.step'), cell: ({ label }: Answer) => label },
              {
                header: t('explanations.can_i'),
                cell: ({ open, why }: Answer) =>
                  open ? <Badge tone="good">{t('explanations.yes')}</Badge> : why,
              },
              {
                header: t('explanations.for_whom'),
                cell: (one: Answer) => (
                  <>
                    {forWhom(dossier, one.verb)}
                    <p class="small">{named(one)}</p>
                  </>
                ),
              },
            ]}
          />
        </Card>
        {elsewhere.length > 0 && (
          <Card title={t('explanations.elsewhere')}>
            <List
              label={t('explanations.elsewhere')}
              items={elsewhere.map(({ label, from }) => ({
                title: label,
                why: t('explanations.from', { states: from.join(', ') }),
              }))}
            />
          </Card>
        )}
      </Stack>
    </>,
  )
})
