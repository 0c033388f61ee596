import { permission } from '#kernel/access'
import { formatDate, formatDateTime, t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { itsLanguage } from '#kernel/tenancy'
import { Card, Facts, Head, Stack } from '#kernel/ui'
import { pathOf } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { PointText } from '#modules/minutes'
import { type Entry, entryNamed } from '../entries.ts'
import { pointIn } from '../paper.ts'
import { Corrected } from '../schema.ts'
import { pages } from './routes.ts'

pages.get('/register/entries/:id', permission('register.read'), async (c) => {
  const entry = await entryNamed(c.req.param('id'))
  return page(
    c,
    { title: entry.title },
    <>
      <Head
        reference={<a href="/deliberations/register">{t('register.title')}</a>}
        title={`${entry.reference} · ${entry.title}`}
      />
      <Stack>
        <Card title={t(`register.kind.${entry.kind}`)}>
          <Facts
            facts={[
              { label: t('register.organ'), value: entry.organ },
              {
                label: t('register.day'),
                value: (
                  <a href={pathOf(meetings.name, entry.meeting_id)}>{formatDate(entry.day)}</a>
                ),
              },
              { label: t('register.seq'), value: String(entry.seq) },
              { label: t('register.written_at'), value: formatDateTime(entry.written_at) },
              { label: t('register.written_by'), value: entry.written_by },
              { label: t('register.hash'), value: <code>{entry.hash}</code> },
            ]}
          />
        </Card>
        <Card title={t('register.words')}>
          <div lang={itsLanguage()}>
            {entry.kind === 'act' ? (
              <PointText point={pointIn(entry)} within={2} />
            ) : (
              <Correction of={entry} />
            )}
          </div>
        </Card>
      </Stack>
    </>,
  )
})

function Correction({ of: { title, content } }: { of: Entry & { content: string } }) {
  const { words, reason } = Corrected.parse(JSON.parse(content))
  return (
    <>
      <p>{t('register.corrects', { title })}</p>
      <p>{words}</p>
      <p>{t('register.because', { reason })}</p>
    </>
  )
}
