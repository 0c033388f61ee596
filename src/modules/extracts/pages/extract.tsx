import { may, permission } from '#kernel/access'
import { form } from '#kernel/http'
import { formatDate, t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { Card, Facts, Head, Stack, WithSide } from '#kernel/ui'
import { DocumentShelf, documentsOf, onTheirWay } from '#commons/documents'
import { load, pathOf } from '#commons/dossiers'
import { BesideDossier } from '#commons/workflow'
import { meetings } from '#modules/deliberations'
import { extracts } from '../extract.ts'
import { askExtract } from '../issue.ts'
import { isHidden, wordsOf } from '../paper.ts'
import { Made } from '../schema.ts'
import { ExtractText } from './text.tsx'
import { pages } from './routes.ts'

const issues = permission('extracts.issue')

pages.get('/extracts/:id', permission('extracts.read'), async (c) => {
  const extract = await load(c, extracts)
  const made = await documentsOf(extract.id)
  const data = wordsOf(extract)
  const path = extracts.path(extract.id)
  return page(
    c,
    { title: extract.title, pending: onTheirWay(made) },
    <>
      <Head
        reference={extract.reference}
        title={extract.title}
        facts={<a href={pathOf(meetings.name, extract.meeting_id)}>{data.meeting}</a>}
      />
      <WithSide side={<BesideDossier dossier={extract} />}>
        <Stack>
          <Card title={t('extracts.issued')}>
            <Facts
              facts={[
                { label: t('extracts.issued_on'), value: formatDate(extract.issued_on) },
                { label: t('extracts.issued_by'), value: extract.issued_by },
                { label: t('extracts.recipient'), value: extract.recipient || '—' },
                { label: t('extracts.hash'), value: <code>{extract.hash}</code> },
              ]}
            />
          </Card>
          <DocumentShelf
            documents={made}
            action={`${path}/documents`}
            makers={(['pdf', 'docx'] as const).map((format) => ({
              ...{ template: 'extract', format, label: t(`extracts.document.${format}`) },
            }))}
            may={may(issues)}
          />
          <Card title={t('extracts.words')}>
            {(await isHidden(extract)) ? (
              <p>{t('deliberations.item.under_writing')}</p>
            ) : (
              <ExtractText data={data} />
            )}
          </Card>
        </Stack>
      </WithSide>
    </>,
  )
})

pages.post('/extracts/:id/documents', issues, form(Made), async (c, { format }) => {
  const extract = await load(c, extracts)
  await askExtract(extract, format)
  return redirect(c, extracts.path(extract.id), { key: 'extracts.document.asked', tone: 'info' })
})
