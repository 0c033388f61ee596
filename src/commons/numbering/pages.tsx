import { z } from 'zod'
import { permission, stepUp } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { type Attempt, type Call, form, gathered, integer, line, PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Edition, EditionField, page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  FormActions,
  Head,
  List,
  Note,
  Select,
  Stack,
  Table,
  TextField,
  WhileTyping,
} from '#kernel/ui'
import { today } from '#commons/clock'
import { nextOf } from './counter.ts'
import { highest, longestPattern, type Said, tokensOf, troubles, written } from './pattern.ts'
import { countersOf, decide, ruleOf, seriesNamed, standing } from './rule.ts'
import { allSeries, type Counter, restarts, type Rule, type Series } from './series.ts'

export const pages = new PageRoutes('/numbering')
const decides = stepUp(permission('numbering.decide'))

const pathOf = ({ name }: Series) => `/numbering/${name}`

const Decided = z.preprocess(
  (sent) => ({ ...Object(sent), next: gathered('next')(sent) }),
  z.object({
    pattern: line(longestPattern),
    restarts: z.enum(restarts),
    next: z.record(z.string().max(40), integer(1, highest)).default({}),
    ...Edition.partial().shape,
  }),
)

function seriesOf(c: Call): Series {
  const found = seriesNamed(c.req.param('name'))
  if (!found) throw new NotFound()
  return found
}

pages.get('/', decides, async (c) => {
  const title = t('numbering.title')
  const all = allSeries.all()
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('numbering.lead')} />
      {all.length === 0 ? (
        <EmptyState icon="list-ordered" sentence={t('numbering.none')} />
      ) : (
        <Card flush>
          <List
            label={title}
            items={await Promise.all(
              all.map(async (one) => ({
                title: t(one.label),
                href: pathOf(one),
                why: (await previews(one, await ruleOf(one))).map(({ text }) => text).join(' · '),
              })),
            )}
          />
        </Card>
      )}
    </>,
  )
})

pages.get('/:name', decides, (c) => seriesPage(c))

pages.post('/:name', decides, form(Decided, seriesPage), async (c, decided) => {
  const of = seriesOf(c)
  await decide(of, decided)
  return redirect(c, pathOf(of), { key: 'numbering.saved', params: { name: t(of.label) } })
})

/** All that its form sends: it is shown again with what it would give, and not taken. */
const Typed = z.record(z.string(), z.unknown())

pages.post('/:name/preview', decides, form(Typed), (c, sent) => {
  const of = seriesOf(c)
  const asked = Decided.safeParse(sent)
  const wrong = asked.success ? troubles(of, asked.data) : []
  const sentences = wrong.map(({ key, params }) => t(key, params))
  const errors = sentences.length > 0 ? { pattern: sentences } : {}
  const tried = asked.success && wrong.length === 0 ? asked.data : undefined
  return seriesPage(c, { values: sent, errors }, tried)
})

async function seriesPage(c: Call, attempt?: Attempt, tried?: Rule): Promise<Response> {
  const of = seriesOf(c)
  const rule = await ruleOf(of)
  const counters = await countersOf(of)
  const title = t(of.label)
  const next = await Promise.all(counters.map((one) => nextOf(of, rule, one)))
  const first = { number: next[0]?.number ?? 1, day: today(), words: wordsOf(of, counters) }
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[{ label: t('numbering.title'), href: '/numbering' }, { label: title }]}
      />
      <Head title={title} facts={t('numbering.kept')} />
      <Stack>
        <Card title={t('numbering.rule')}>
          <Form
            action={pathOf(of)}
            again={`${pathOf(of)}/preview`}
            errors={attempt?.errors ?? {}}
            values={typed(attempt)}
          >
            <EditionField of={standing(rule)} attempt={attempt}>
              {rule.pattern}
            </EditionField>
            <TextField
              name="pattern"
              label={t('numbering.pattern')}
              help={t('numbering.pattern_help')}
              value={rule.pattern}
              maxlength={longestPattern}
              required
            />
            {of.places ? (
              <input type="hidden" name="restarts" value="never" />
            ) : (
              <Select
                name="restarts"
                label={t('numbering.restarts')}
                options={restarts.map((value) => ({
                  value,
                  label: t(`numbering.restarts.${value}`),
                }))}
                value={rule.restarts}
                required
              />
            )}
            {counters.map(({ scope, name }, at) => (
              <TextField
                name={`next.${scope}`}
                label={name ? t('numbering.next_of', { name }) : t('numbering.next')}
                help={t('numbering.next_help')}
                value={String(next[at]?.number ?? 1)}
                inputmode="numeric"
                size="short"
              />
            ))}
            <WhileTyping
              id="preview"
              address={`${pathOf(of)}/preview`}
              fields={['pattern', 'restarts']}
            >
              <Previews
                shown={await previews(of, tried ?? rule)}
                tried={tried !== undefined}
                wrong={attempt?.errors['pattern']}
              />
            </WhileTyping>
            <FormActions>
              <Button tone="primary" icon="save">
                {t('numbering.save')}
              </Button>
              <Button icon="eye" formaction={`${pathOf(of)}/preview`}>
                {t('numbering.look')}
              </Button>
              <ButtonLink href="/numbering">{t('numbering.back')}</ButtonLink>
            </FormActions>
          </Form>
        </Card>
        <Card title={t('numbering.tokens')} flush>
          <Table
            caption={t('numbering.tokens')}
            hideCaption
            rows={tokensOf(of)}
            columns={[
              { header: t('numbering.token'), cell: ([token]) => <code>{`{${token}}`}</code> },
              { header: t('numbering.means'), cell: ([, means]) => t(means) },
              { header: t('numbering.example'), cell: ([token]) => examples(token, first) },
            ]}
          />
        </Card>
      </Stack>
    </>,
  )
}

interface Preview {
  name: string
  text: string
}

/** What the words of a series are in an example: those of its first counter, or how they are called. */
const wordsOf = ({ words = {} }: Series, [first]: readonly Counter[] = []) =>
  first && Object.keys(first.words).length > 0
    ? first.words
    : Object.fromEntries(Object.keys(words).map((one) => [one, one]))

/** What an element writes today, with the figures that may be asked of it. */
const examples = (token: string, said: Said) =>
  (token === 'number' ? ['number', 'number:4'] : token === 'year' ? ['year', 'year:2'] : [token])
    .map((one) =>
      t('numbering.writes', { token: `{${one}}`, text: written(`{${one}}`, said) || '—' }),
    )
    .join(' · ')

/** What each counter would write next. */
async function previews(of: Series, rule: Rule): Promise<Preview[]> {
  if (of.places) {
    return [
      { name: '', text: written(rule.pattern, { number: 1, day: today(), words: wordsOf(of) }) },
    ]
  }
  const told = async (one: Counter) => ({
    name: one.name,
    text: (await nextOf(of, rule, one)).reference,
  })
  return Promise.all((await countersOf(of)).map(told))
}

interface PreviewsProps {
  shown: readonly Preview[]
  tried: boolean
  wrong: readonly string[] | undefined
}

const Previews = ({ shown, tried, wrong = [] }: PreviewsProps) =>
  wrong.length > 0 ? (
    <Note tone="warn">{wrong.join(' ')}</Note>
  ) : (
    <Note title={tried ? t('numbering.would_be') : t('numbering.will_be')}>
      {shown
        .map(({ name, text }) => (name ? t('numbering.named', { name, text }) : text))
        .join(' · ')}
    </Note>
  )
