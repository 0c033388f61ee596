import { permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { form, type Attempt, type Call } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Edition, EditionField, ensureEdition, page, redirect, typed } from '#kernel/pages'
import { emptyText, fromField, toField, toPlainText } from '#kernel/richtext'
import { Button, ButtonLink, Form, FormActions, Head, TextArea } from '#kernel/ui'
import { lastToChange, load } from '#commons/dossiers'
import { agendaOf } from '#modules/deliberations'
import { records } from '../record.ts'
import { remark, remarksOn } from '../remark.ts'
import { Remarking } from '../schema.ts'
import { pages } from './routes.ts'

const keeps = permission('minutes.keep')

pages.get('/minutes/:id/points/:item', keeps, (c) => remarkPage(c))

/** What was said of a point, in the words of whoever keeps the minutes. */
async function remarkPage(c: Call, attempt?: Attempt): Promise<Response> {
  const record = await load(c, records)
  const lines = await agendaOf(record.meeting_id)
  const point = lines.find(({ id }) => id === c.req.param('item'))
  if (!point) throw new NotFound()
  const words = (await remarksOn({ id: record.meeting_id })).get(point.id) ?? emptyText
  const path = records.path(record.id)
  return page(
    c,
    { title: point.title, status: attempt ? 422 : 200 },
    <>
      <Head
        reference={<a href={path}>{record.title}</a>}
        title={`${point.number}. ${point.title}`}
      />
      <Form
        action={`${path}/points/${point.id}`}
        errors={attempt?.errors ?? {}}
        values={typed(attempt)}
      >
        <EditionField of={words} attempt={attempt}>
          <p>{toPlainText(words)}</p>
        </EditionField>
        <TextArea
          name="words"
          label={t('minutes.remark.label')}
          help={t('minutes.remark.help')}
          value={toField(words)}
          rows={12}
        />
        <FormActions>
          <Button tone="primary">{t('minutes.remark.save')}</Button>
          <ButtonLink href={path}>{t('minutes.remark.leave')}</ButtonLink>
        </FormActions>
      </Form>
    </>,
  )
}

pages.post(
  '/minutes/:id/points/:item',
  keeps,
  form(Remarking.extend(Edition.shape), remarkPage),
  async (c, { words, edition }) => {
    const record = await load(c, records)
    const item = c.req.param('item') ?? ''
    const before = (await remarksOn({ id: record.meeting_id })).get(item) ?? emptyText
    ensureEdition(before, edition, await lastToChange(record.id))
    await remark(record, item, fromField(words).html)
    return redirect(c, records.path(record.id), { key: 'minutes.remark.saved' })
  },
)
