import { permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { form } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { Card, Facts, Head, Stack } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { TextsCompared } from '#commons/records'
import { records } from '../record.ts'
import { Compared } from '../schema.ts'
import { linesOf, versionsOf, wordsOf } from '../version.ts'
import { pages } from './routes.ts'
import { MinutesText } from './text.tsx'

/** A version of minutes, word for word, and what it says otherwise than another. */
pages.get(
  '/minutes/:id/versions/:number',
  permission('minutes.read'),
  form(Compared),
  async (c, { with: other }) => {
    const record = await load(c, records)
    const versions = await versionsOf(record)
    const version = versions.find(({ number }) => String(number) === c.req.param('number'))
    const before = versions.find(({ number }) => String(number) === other)
    if (!version || (other && !before)) throw new NotFound()
    const data = await wordsOf(record, version.number)
    const title = t('minutes.version.title', { number: version.number })
    return page(
      c,
      { title: `${title} · ${record.title}` },
      <>
        <Head reference={<a href={records.path(record.id)}>{record.title}</a>} title={title} />
        <Stack>
          <Card title={t(`minutes.version.kind.${version.kind}`)}>
            <Facts
              facts={[
                { label: t('minutes.version.made'), value: formatDateTime(version.made_at) },
                { label: t('minutes.version.by'), value: version.made_by },
                ...(version.reason
                  ? [{ label: t('minutes.version.reason'), value: version.reason }]
                  : []),
                { label: t('minutes.version.hash'), value: <code>{version.hash}</code> },
              ]}
            />
          </Card>
          {before && (
            <Card title={t('minutes.version.difference', { number: before.number })}>
              <TextsCompared
                before={linesOf(await wordsOf(record, before.number))}
                after={linesOf(data)}
              />
            </Card>
          )}
          <MinutesText data={data} />
        </Stack>
      </>,
    )
  },
)
