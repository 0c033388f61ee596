import { z } from 'zod'
import { permission } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import { type Attempt, type Call, form, longText } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { emptyText } from '#kernel/richtext'
import {
  ActText,
  Edition,
  EditionField,
  ensureEdition,
  ensureMatch,
  page,
  redirect,
  tellEdition,
  typed,
} from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  FormActions,
  Head,
  RichTextField,
  Stack,
} from '#kernel/ui'
import { lastToChange, load } from '#commons/dossiers'
import { richTextOf } from '#commons/records'
import {
  agendaOf,
  type Item,
  itemPath,
  items,
  type Meeting,
  mayEdit,
  meetingPath,
  meetings,
} from '#modules/deliberations'
import { explanationPath } from './explanation-card.tsx'
import { explain, explanationOf, explanationsOn, explanationVersions } from './explanation.ts'
import { mayNote } from './note.ts'
import { api, pages } from './routes.ts'

const [reads, acts] = [permission('preparation.read'), permission('preparation.act')]

const Explaining = z.object({
  words: longText().describe('HTML of the acts, or plain text; empty takes the note away.'),
})

pages.get('/of/:id/explanation', acts, (c) => explanationPage(c))

/** The explanatory note of a point, in the words of its service. */
async function explanationPage(c: Call, attempt?: Attempt): Promise<Response> {
  const item = await load(c, items)
  ensure(mayEdit(item), Forbidden, 'preparation.not_yours')
  const { words } = await explanationOf(item)
  const title = t('preparation.explanation')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head reference={<a href={itemPath(item)}>{item.title}</a>} title={title} />
      <Form action={explanationPath(item)} errors={attempt?.errors ?? {}} values={typed(attempt)}>
        <EditionField of={words} attempt={attempt}>
          <ActText html={words} label={title} />
        </EditionField>
        <RichTextField
          name="words"
          label={title}
          help={t('preparation.explanation_help')}
          value={words}
        />
        <FormActions>
          <Button tone="primary">{t('preparation.explanation_save')}</Button>
          <ButtonLink href={itemPath(item)}>{t('preparation.explanation_leave')}</ButtonLink>
        </FormActions>
      </Form>
    </>,
  )
}

pages.post(
  '/of/:id/explanation',
  acts,
  form(Explaining.extend(Edition.shape), explanationPage),
  async (c, { words, edition }) => {
    const item = await load(c, items)
    ensureEdition((await explanationOf(item)).words, edition, await lastToChange(item.id))
    await explain(item, await richTextOf(words, 'words'))
    return redirect(c, itemPath(item), { key: 'preparation.noted' })
  },
)

pages.get('/of/:id/explanation/versions', reads, async (c) => {
  const item = await load(c, items)
  ensure(mayNote(item), Forbidden, 'preparation.not_yours')
  const all = await explanationVersions(item)
  const title = t('preparation.explanation_versions')
  return page(
    c,
    { title },
    <>
      <Head reference={<a href={itemPath(item)}>{item.title}</a>} title={title} />
      {all.length === 0 ? (
        <EmptyState icon="file-text" sentence={t('preparation.explanation_none')} />
      ) : (
        <Stack>
          {all.map(({ words, by, at }) => {
            const said = `${by} · ${at ? formatDateTime(at, 'short') : ''}`
            return (
              <Card title={said}>
                {words === emptyText ? (
                  <p class="muted">{t('preparation.explanation_taken_away')}</p>
                ) : (
                  <ActText html={words} label={said} />
                )}
              </Card>
            )
          })}
        </Stack>
      )}
    </>,
  )
})

/** The points of an agenda that have an explanatory note, as far as the one who acts sees them, in their order. */
async function explainedOn(meeting: Meeting) {
  const lines = await agendaOf(meeting.id)
  const known = await explanationsOn(lines.map(({ id }) => id))
  return lines.flatMap(({ id, position, number, title }) => {
    const words = known.get(id)
    return words === undefined ? [] : [{ id, position, number, title, words }]
  })
}

pages.get('/meetings/:id/explanations', reads, async (c) => {
  const meeting = await load(c, meetings)
  const all = await explainedOn(meeting)
  const title = t('preparation.explanations')
  return page(
    c,
    { title: `${title} · ${meeting.title}` },
    <>
      <Head reference={<a href={meetingPath(meeting)}>{meeting.title}</a>} title={title} />
      {all.length === 0 ? (
        <EmptyState icon="file-text" sentence={t('preparation.explanations_none')} />
      ) : (
        <Stack>
          {all.map((one) => (
            <Card title={<a href={itemPath(one)}>{`${one.number}. ${one.title}`}</a>}>
              <ActText html={one.words} label={one.title} />
            </Card>
          ))}
        </Stack>
      )}
    </>,
  )
})

const Explained = z.object({
  words: z.string().describe('HTML; empty: there is none.'),
  by: z.string(),
  at: z.iso.datetime().nullable(),
})

async function explained(c: Call, item: Item): Promise<z.input<typeof Explained>> {
  const { at, ...said } = await explanationOf(item)
  tellEdition(c, said.words)
  return { ...said, at: at?.toString() ?? null }
}

api.on(
  'get',
  '/of/:id/explanation',
  reads,
  { summary: 'The explanatory note of a point', answer: Explained },
  async (c) => explained(c, await load(c, items)),
)

api.on(
  'get',
  '/of/:id/explanation/versions',
  reads,
  {
    summary:
      'The texts that the explanatory note of a point had, the last first, for those who write it',
    answer: z.array(Explained),
  },
  async (c) => {
    const item = await load(c, items)
    ensure(mayNote(item), Forbidden, 'preparation.not_yours')
    const all = await explanationVersions(item)
    return all.map(({ at, ...said }) => ({ ...said, at: at?.toString() ?? null }))
  },
)

api.on(
  'post',
  '/of/:id/explanation',
  acts,
  { summary: 'Write the explanatory note of a point', body: Explaining, answer: Explained },
  async (c, { words }) => {
    const item = await load(c, items)
    ensureMatch(c, (await explanationOf(item)).words, await lastToChange(item.id))
    await explain(item, await richTextOf(words, 'words'))
    return explained(c, item)
  },
)

api.on(
  'get',
  '/meetings/:id/explanations',
  reads,
  {
    summary: 'The explanatory notes of the points of a meeting, in their order',
    answer: z.array(
      z.object({
        ...{ id: z.uuid(), position: z.int(), number: z.string() },
        ...{ title: z.string(), words: z.string() },
      }),
    ),
  },
  async (c) => explainedOn(await load(c, meetings)),
)
