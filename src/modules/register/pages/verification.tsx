import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { Card, EmptyState, Head, Note, Stack, Table } from '#kernel/ui'
import { findingInWords } from '../words.ts'
import { verifyRegister, type Walked } from '../verify.ts'
import { pages } from './routes.ts'

/** Whether the register of each organ is whole, walked over now. */
pages.get('/register/verification', permission('register.verify'), async (c) => {
  const walked = await verifyRegister()
  const findings = walked.flatMap((one) => one.findings)
  const count = walked.reduce((sum, { entries }) => sum + entries, 0)
  return page(
    c,
    { title: t('register.verification') },
    <>
      <Head
        reference={<a href="/deliberations/register">{t('register.title')}</a>}
        title={t('register.verification')}
      />
      <Stack>
        {walked.length === 0 ? (
          <EmptyState icon="book-open" sentence={t('register.none')} />
        ) : (
          <>
            <Note tone={findings.length === 0 ? 'good' : 'bad'}>
              {findings.length === 0
                ? t('register.whole', { count })
                : t('register.broken', { count: findings.length })}
            </Note>
            {findings.length > 0 && (
              <Card title={t('register.findings')}>
                <ul>
                  {findings.map((one) => (
                    <li>{findingInWords(one)}</li>
                  ))}
                </ul>
              </Card>
            )}
            <Card flush>
              <Table<Walked>
                caption={t('register.chains')}
                rows={walked}
                columns={[
                  { header: t('register.organ'), cell: ({ organ }) => organ, main: true },
                  { header: t('register.count'), cell: ({ entries }) => String(entries) },
                  { header: t('register.untold'), cell: ({ untold }) => String(untold) },
                  {
                    header: t('register.head'),
                    cell: ({ head }) => <code>{head?.slice(0, 16) ?? '—'}</code>,
                  },
                ]}
              />
            </Card>
          </>
        )}
      </Stack>
    </>,
  )
})
