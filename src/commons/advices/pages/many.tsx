import { z } from 'zod'
import { permission } from '#kernel/access'
import {
  type Attempt,
  type Call,
  form,
  id,
  optionalLine,
  optionalLines,
  type PageRoutes,
} from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  CheckboxGroup,
  EmptyState,
  Filters,
  Form,
  FormActions,
  Head,
  Stack,
  Table,
  TextArea,
} from '#kernel/ui'
import { Invalid } from '#kernel/errors'
import { ticked } from '#commons/records'
import { advised } from '../advised.ts'
import {
  askOnMany,
  type Asked,
  everyPair,
  mostProposed,
  proposedFor,
  untold,
  weighAsking,
} from '../many.ts'
import { typesOn } from '../type.ts'

const [reads, asks] = [permission('advices.read'), permission('advices.give')]
const path = '/advices/asking'

const Shown = z.object({ about: optionalLine(120), words: optionalLine(200) })
const Sent = z.object({
  about: optionalLine(120),
  subjects: ticked(id()),
  types: ticked(id()),
  reason: optionalLines(2000),
})
type Sent = z.output<typeof Sent>

/** The kind of dossiers that is meant: the first unless told. */
const kindMeant = (about: string): string =>
  (advised.all().find(({ kind }) => kind.name === about) ?? advised.all()[0])?.kind.name ?? ''

/** Adds the pages by which advices are asked on many dossiers at once: what is chosen, what would become of each, and the act. */
export function manyPages(pages: PageRoutes): void {
  pages.get('/asking', reads, form(Shown), (c, { about, words }) =>
    choosing(c, kindMeant(about), words),
  )

  pages.post('/asking/preview', asks, form(Sent), async (c, sent) => {
    const missing = (['types', 'subjects'] as const).filter((name) => sent[name].length === 0)
    if (missing.length > 0)
      throw new Invalid(
        Object.fromEntries(missing.map((one) => [one, [t(`advices.many.no_${one}`)]])),
      )
    return preview(c, sent)
  })

  pages.post('/asking', asks, form(Sent, again), async (c, sent) => {
    const wanted = everyPair(sent.subjects, sent.types)
    const all = await askOnMany(kindMeant(sent.about), wanted, sent.reason)
    const asked = all.filter(({ why }) => why === null).length
    if (asked === 0) throw Invalid.field('subjects', 'advices.many.none')
    return redirect(c, path, {
      key: 'advices.many.done',
      params: { count: asked, left: all.length - asked, untold: untold(sent.subjects, all) },
    })
  })
}

/** What was looked at is done no more as it was: one chooses again, from what one had chosen. */
const again = (c: Call, attempt: Attempt) =>
  choosing(c, kindMeant(String(attempt.values['about'] ?? '')), '', attempt)

async function choosing(c: Call, about: string, words: string, attempt?: Attempt) {
  const { subjects, more } = await proposedFor(about, words)
  const types = (await typesOn(about)).filter(({ nature }) => nature === 'optional')
  return page(
    c,
    { title: t('advices.many.title'), status: attempt ? 422 : 200 },
    <>
      <Head title={t('advices.many.title')} />
      <Stack>
        <Card flush>
          <Filters
            action={path}
            keep={{ about }}
            sentence={[
              t('advices.many.words'),
              { kind: 'text', name: 'words', label: t('advices.many.words'), value: words },
            ]}
            apply={t('advices.many.find')}
            reset={words === '' ? undefined : `${path}?${new URLSearchParams({ about })}`}
          />
        </Card>
        {subjects.length === 0 || types.length === 0 ? (
          <EmptyState
            icon="message-square"
            sentence={t(words === '' ? 'advices.many.nothing' : 'advices.many.not_found')}
          />
        ) : (
          <Card>
            <Form action={`${path}/preview`} fields={{ about }} values={typed(attempt)}>
              <CheckboxGroup
                name="types"
                label={t('advices.advice.type')}
                choices={types.map((one) => ({ value: one.id, label: one.title }))}
                values={[]}
              />
              <CheckboxGroup
                name="subjects"
                label={t('advices.many.subjects')}
                help={more ? t('advices.many.more', { count: mostProposed }) : undefined}
                choices={subjects.map((one) => ({
                  value: one.id,
                  label: [one.reference, one.title].filter(Boolean).join(' · '),
                }))}
                values={[]}
              />
              <TextArea
                name="reason"
                label={t('advices.advice.reason')}
                rows={3}
                maxlength={2000}
              />
              <FormActions>
                <Button tone="primary">{t('advices.many.preview')}</Button>
              </FormActions>
            </Form>
          </Card>
        )}
      </Stack>
    </>,
  )
}

async function preview(c: Call, { about, subjects, types, reason }: Sent): Promise<Response> {
  const all = await weighAsking(kindMeant(about), everyPair(subjects, types))
  const going = all.filter(({ why }) => why === null)
  return page(
    c,
    { title: t('advices.many.title') },
    <>
      <Head title={t('advices.many.title')} />
      <Stack>
        <p>
          {t('advices.many.would', {
            ...{ count: going.length, left: all.length - going.length },
            untold: untold(subjects, all),
          })}
        </p>
        <Card flush>
          <Table
            caption={t('advices.many.title')}
            hideCaption
            rows={all}
            columns={[
              { header: t('advices.many.subject'), cell: ({ subject }) => subject.title },
              { header: t('advices.advice.type'), cell: ({ type }) => type.title },
              { header: t('advices.many.becomes'), cell: (one) => <Becomes of={one} /> },
            ]}
          />
        </Card>
        <Form action={path} fields={{ about, reason }}>
          {going.length > 0 && (
            <>
              {[...new Set(going.map(({ subject }) => subject.id))].map((one) => (
                <input type="hidden" name="subjects" value={one} />
              ))}
              {[...new Set(going.map(({ type }) => type.id))].map((one) => (
                <input type="hidden" name="types" value={one} />
              ))}
            </>
          )}
          <FormActions>
            {going.length > 0 && (
              <Button tone="primary" icon="send">
                {t('advices.many.ask', { count: going.length })}
              </Button>
            )}
            <ButtonLink href={path}>{t('advices.many.back')}</ButtonLink>
          </FormActions>
        </Form>
      </Stack>
    </>,
  )
}

const Becomes = ({ of: { why } }: { of: Asked }) =>
  why === null ? (
    <Badge tone="good">{t('advices.many.is_asked')}</Badge>
  ) : (
    <Badge tone="neutral">{t(why)}</Badge>
  )
