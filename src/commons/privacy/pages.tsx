import { permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { form, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { ButtonLink, Card, Facts, Head, Note, Stack, type ValueColumn } from '#kernel/ui'
import { exportAnswer, ExportMenu } from '#commons/exports'
import { As } from './as.ts'
import { activities, type Activity, ofAuthority } from './register.ts'

const path = '/privacy'
export const readsRegister = permission('privacy.register')

/** The register of processing activities. */
export function privacyPages(pages: PageRoutes): void {
  pages.get('/', readsRegister, form(As), async (c, { as }) => {
    const title = t('privacy.title')
    const all = activities()
    if (as) {
      await audit('download', c.req.path)
      return exportAnswer(as, title, columns(await said()), all)
    }
    const own = await ofAuthority()
    const lacks = own.controller === '' || own.officer === ''
    return page(
      c,
      { title },
      <>
        <Head
          title={title}
          facts={t('privacy.lead')}
          actions={
            <>
              <ExportMenu href={(format) => `${path}?as=${format}`} />
              <ButtonLink href={`${path}/requests`} icon="inbox">
                {t('privacy.request.list')}
              </ButtonLink>
            </>
          }
        />
        <Stack>
          {lacks && <Note tone="warn">{t('privacy.lacks')}</Note>}
          <Card title={t('privacy.authority')}>
            <Facts facts={await said()} />
          </Card>
          {all.map((one) => (
            <Card title={one.title}>
              <Facts
                facts={[
                  { label: t('privacy.purpose'), value: one.purpose },
                  { label: t('privacy.basis'), value: one.basis },
                  { label: t('privacy.persons'), value: one.persons },
                  { label: t('privacy.data'), value: <Lines of={one.data} /> },
                  { label: t('privacy.recipients'), value: one.recipients },
                  { label: t('privacy.kept'), value: <Lines of={one.kept} /> },
                ]}
              />
            </Card>
          ))}
        </Stack>
      </>,
    )
  })
}

const Lines = ({ of }: { of: string }) => (
  <>
    {of.split('\n').map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

/** What the authority says of itself, and what the house does for all. */
async function said() {
  const { controller, officer, transfers, security } = await ofAuthority()
  const nothing = t('privacy.unsaid')
  return [
    { label: t('privacy.controller'), value: controller || nothing },
    { label: t('privacy.officer'), value: officer || nothing },
    { label: t('privacy.transfers'), value: transfers || t('privacy.no_transfers') },
    {
      label: t('privacy.security'),
      value: [t('privacy.measures'), security].filter(Boolean).join(' '),
    },
  ]
}

const columns = (besides: { label: string; value: string }[]): ValueColumn<Activity>[] => [
  { header: t('privacy.activity'), value: ({ title }) => title },
  { header: t('privacy.purpose'), value: ({ purpose }) => purpose },
  { header: t('privacy.basis'), value: ({ basis }) => basis },
  { header: t('privacy.persons'), value: ({ persons }) => persons },
  { header: t('privacy.data'), value: ({ data }) => data },
  { header: t('privacy.recipients'), value: ({ recipients }) => recipients },
  { header: t('privacy.kept'), value: ({ kept }) => kept },
  ...besides.map(({ label, value }) => ({ header: label, value: () => value })),
]
