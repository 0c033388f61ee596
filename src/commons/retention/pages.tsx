import { may, permission } from '#kernel/access'
import { PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { Badge, ButtonLink, Card, Head, Table } from '#kernel/ui'
import { retentions } from '#commons/holdings'
import { fieldsInWords, keepingInWords, nameOf } from './retention.ts'

export const pages = new PageRoutes('/retention')

const destroys = permission('retention.destroy')

/** What the authority holds, how long, and why: what its register of processing (RGPD, art. 30) asks. */
pages.get('/', permission('retention.read'), (c) => {
  const title = t('retention.title')
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        facts={t('retention.lead')}
        actions={
          may(destroys) && (
            <ButtonLink href="/retention/due" icon="archive">
              {t('retention.due')}
            </ButtonLink>
          )
        }
      />
      <Card flush>
        <Table
          caption={title}
          hideCaption
          rows={retentions.all()}
          columns={[
            { header: t('retention.what'), cell: nameOf },
            {
              header: t('retention.keep'),
              cell: (one) => {
                const fields = fieldsInWords(one)
                const { keep } = one
                if (fields.length === 0) return keepingInWords(keep)
                const sooner = t('retention.sooner', { fields: fields.join(', ') })
                return (
                  <>
                    {keepingInWords(keep)} <small>{sooner}</small>
                  </>
                )
              },
            },
            {
              header: t('retention.because'),
              cell: ({ because, verified }) => (
                <>
                  {t(because)} {!verified && <Badge tone="warn">{t('retention.unverified')}</Badge>}
                </>
              ),
            },
            {
              header: t('retention.personal'),
              cell: ({ personal = [] }) =>
                personal.map((label) => t(label)).join(', ') || t('retention.nobody'),
            },
          ]}
        />
      </Card>
    </>,
  )
})
