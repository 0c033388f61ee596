import { permission } from '#kernel/access'
import { PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { nearly, ownUse, shareOf } from '#kernel/quotas'
import { page } from '#kernel/pages'
import { Card, Head, Meter, Note, Stack } from '#kernel/ui'
import { amountOf, labelOf } from './words.ts'

/** How much the authority uses of what it may. */
export const pages = new PageRoutes('/use')

pages.get('/', permission('quotas.read'), async (c) => {
  const title = t('quotas.title')
  const uses = await ownUse()
  const pressing = uses.filter((use) => (shareOf(use) ?? 0) >= nearly)
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('quotas.lead')} />
      <Stack>
        {pressing.map((use) => {
          const full = (shareOf(use) ?? 0) >= 100
          return (
            <Note tone={full ? 'bad' : 'warn'}>
              {t(full ? 'quotas.is_full' : 'quotas.is_near', { what: t(labelOf[use.name]) })}
            </Note>
          )
        })}
        <Card title={t('quotas.used')}>
          <dl>
            {uses.map((use) => (
              <>
                <dt>{t(labelOf[use.name])}</dt>
                <dd>
                  {amountOf(use)}{' '}
                  {use.most !== null && (
                    <Meter
                      value={shareOf(use)}
                      label={t(labelOf[use.name])}
                      tone={(shareOf(use) ?? 0) >= nearly ? 'warn' : 'info'}
                    />
                  )}
                </dd>
              </>
            ))}
          </dl>
        </Card>
      </Stack>
    </>,
  )
})
