import { may, permission } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import { form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { Card, EmptyState, List, Stack } from '#kernel/ui'
import { DocumentShelf, documentsOf, onTheirWay } from '#commons/documents'
import { load } from '#commons/dossiers'
import { MeetingHead, meetingPath, meetings } from '#modules/deliberations'
import { recordOf } from '#modules/minutes'
import { askRegister } from '../ask.ts'
import { entriesIn } from '../entries.ts'
import { Made } from '../schema.ts'
import { pages } from './routes.ts'

const makes = permission('register.make')

/** What of a meeting stands in the register, and that as a document. */
pages.get('/meetings/:id/register', permission('register.read'), async (c) => {
  const meeting = await load(c, meetings)
  const record = await recordOf(meeting)
  const entries = await entriesIn(meeting.id)
  const made = record
    ? (await documentsOf(record.id)).filter(({ template }) => template === 'register.sitting')
    : []
  return page(
    c,
    { title: meeting.title, pending: onTheirWay(made) },
    <>
      <MeetingHead meeting={meeting} current="register" />
      <Stack>
        {entries.length === 0 ? (
          <EmptyState icon="book-open" sentence={t('register.not_yet')} />
        ) : (
          <>
            <Card flush>
              <List
                label={t('register.title')}
                items={entries.map(({ id, title, reference, kind, hash }) => ({
                  title,
                  href: `/deliberations/register/entries/${id}`,
                  why: [reference, t(`register.kind.${kind}`), hash.slice(0, 12)].join(' · '),
                }))}
              />
            </Card>
            {record && (
              <DocumentShelf
                documents={made}
                action={`${meetingPath(meeting)}/register`}
                makers={(['pdf', 'docx', 'ods'] as const).map((format) => ({
                  ...{ template: 'register.sitting', format },
                  label: t(`register.document.${format}`),
                }))}
                may={may(makes)}
              />
            )}
          </>
        )}
      </Stack>
    </>,
  )
})

pages.post('/meetings/:id/register', makes, form(Made), async (c, { format }) => {
  const meeting = await load(c, meetings)
  const record = await recordOf(meeting)
  ensure(record, Conflict, 'register.not_yet')
  await askRegister(record, format)
  return redirect(c, `${meetingPath(meeting)}/register`, {
    key: 'register.document.asked',
    tone: 'info',
  })
})
