import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { Forbidden, NotFound } from '#kernel/errors'
import { t } from '#kernel/i18n'
import {
  type Attempt,
  type Call,
  flag,
  form,
  id,
  integer,
  line,
  optionalLine,
  PageRoutes,
} from '#kernel/http'
import { Edition, EditionField, ensureEdition, page, placed, redirect, typed } from '#kernel/pages'
import {
  Badge,
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  EmptyState,
  Form,
  FormActions,
  Head,
  List,
  Note,
  Outline,
  PostButton,
  Stack,
  TextField,
} from '#kernel/ui'
import {
  type Term,
  addTerm,
  allTerms,
  hideTerm,
  lockedTerm,
  moveTerm,
  removeTerm,
  renameTerm,
  TermInUse,
} from './term.ts'
import { type Vocabulary, vocabularies } from './vocabulary.ts'

export const pages = new PageRoutes('/vocabularies')
const keeps = permission('vocabularies.keep')

const pathOf = ({ name }: Vocabulary) => `/vocabularies/${name}`
const termPath = (list: Vocabulary, term: Term) => `${pathOf(list)}/terms/${term.id}`

pages.get('/', keeps, (c) => {
  const mine = vocabularies.all().filter((one) => may(one.permission))
  const title = t('vocabularies.title')
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('vocabularies.lead')} />
      <Card flush>
        <List
          label={title}
          items={mine.map((one) => ({
            title: t(one.label),
            href: pathOf(one),
            why: one.help && t(one.help),
          }))}
        />
      </Card>
    </>,
  )
})

/** The list that a route is about. Throws where there is none, or where it is others’ to keep. */
function listOf(c: Call): Vocabulary {
  const list = vocabularies.all().find(({ name }) => name === c.req.param('name'))
  if (!list) throw new NotFound()
  if (!may(list.permission)) throw new Forbidden()
  return list
}

/** The term that a route is about. */
async function termOf(c: Call, list: Vocabulary): Promise<Term> {
  const term = (await allTerms(list.name)).find((one) => one.id === c.req.param('id'))
  if (!term) throw new NotFound()
  return term
}

const NewTerm = z.object({ name: line(), grouping: optionalLine() })
const ChangedTerm = NewTerm.extend({ ...Edition.partial().shape, hidden: flag() })

/** What the form of a term is made from. */
const standing = ({ name, grouping, hidden }: Term) => [name, grouping, hidden]
const Move = z.object({ id: id(), position: integer(1, 10_000), told: flag() })

pages.get('/:name', keeps, (c) => listPage(c))

pages.post('/:name', keeps, form(NewTerm, listPage), async (c, { name, grouping }) => {
  const list = listOf(c)
  await addTerm(list.name, name, grouping)
  return redirect(c, pathOf(list), { key: 'vocabularies.added', params: { name } })
})

pages.post('/:name/order', keeps, form(Move), async (c, { id, position, told }) => {
  const list = listOf(c)
  const all = await allTerms(list.name)
  if (!all.some((one) => one.id === id)) throw new NotFound()
  await moveTerm(id, position)
  return redirect(c, pathOf(list), told ? null : placed(position))
})

pages.get('/:name/terms/:id', keeps, (c) => termPage(c))

pages.post('/:name/terms/:id', keeps, form(ChangedTerm, termPage), async (c, changed) => {
  const list = listOf(c)
  const { id } = await termOf(c, list)
  const { name, grouping, hidden, edition } = changed
  if (edition) ensureEdition(standing(await lockedTerm(id)), edition)
  await renameTerm(id, name, grouping)
  await hideTerm(id, hidden)
  return redirect(c, pathOf(list), { key: 'vocabularies.saved', params: { name } })
})

pages.post('/:name/terms/:id/removal', keeps, async (c) => {
  const list = listOf(c)
  const { id, name } = await termOf(c, list)
  try {
    await removeTerm(id)
  } catch (problem) {
    if (!(problem instanceof TermInUse)) throw problem
    return termPage(c, undefined, problem)
  }
  return redirect(c, pathOf(list), { key: 'vocabularies.removed', params: { name } })
})

async function listPage(c: Call, attempt?: Attempt): Promise<Response> {
  const list = listOf(c)
  const all = await allTerms(list.name)
  const title = t(list.label)
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[{ label: t('vocabularies.title'), href: '/vocabularies' }, { label: title }]}
      />
      <Head title={title} facts={list.help && t(list.help)} />
      <Stack>
        {all.length === 0 ? (
          <EmptyState icon="list" sentence={t('vocabularies.empty')} />
        ) : (
          <Outline
            label={t('vocabularies.words')}
            parts={[{ items: all.map((term, at) => outlined(list, term, at + 1)) }]}
            reorder={{ action: `${pathOf(list)}/order`, moving: c.req.query('move') }}
          />
        )}
        <Card title={t('vocabularies.add')}>
          <Form action={pathOf(list)} errors={attempt?.errors ?? {}} values={typed(attempt)}>
            <TermFields all={all} />
            <FormActions>
              <Button tone="primary" icon="plus">
                {t('vocabularies.add')}
              </Button>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </>,
  )
}

const outlined = (list: Vocabulary, term: Term, number: number) => ({
  id: term.id,
  number: String(number),
  title: term.name,
  href: termPath(list, term),
  meta: term.grouping ? [term.grouping] : undefined,
  state: term.hidden && <Badge>{t('vocabularies.hidden')}</Badge>,
})

async function termPage(c: Call, attempt?: Attempt, inUse?: TermInUse): Promise<Response> {
  const list = listOf(c)
  const term = await termOf(c, list)
  const refused = inUse ? 409 : attempt && 422
  return page(
    c,
    { title: term.name, status: refused ?? 200 },
    <>
      <Breadcrumbs
        trail={[
          { label: t('vocabularies.title'), href: '/vocabularies' },
          { label: t(list.label), href: pathOf(list) },
          { label: term.name },
        ]}
      />
      <Head title={term.name} />
      <Stack>
        {inUse && <InUseNote problem={inUse} />}
        <Form action={termPath(list, term)} errors={attempt?.errors ?? {}} values={typed(attempt)}>
          <EditionField of={standing(term)} attempt={attempt}>
            {[term.name, term.grouping].filter(Boolean).join(' · ')}
            {term.hidden && ` · ${t('vocabularies.hidden')}`}
          </EditionField>
          <TermFields all={await allTerms(list.name)} term={term} />
          <Checkbox
            name="hidden"
            label={t('vocabularies.hide')}
            help={t('vocabularies.hide_help')}
            checked={term.hidden}
          />
          <FormActions>
            <Button tone="primary" icon="save">
              {t('vocabularies.save')}
            </Button>
            <ButtonLink href={pathOf(list)}>{t('vocabularies.back')}</ButtonLink>
          </FormActions>
        </Form>
        <PostButton
          action={`${termPath(list, term)}/removal`}
          tone="danger"
          icon="trash-2"
          confirm={t('vocabularies.remove_sure', { name: term.name })}
        >
          {t('vocabularies.remove')}
        </PostButton>
      </Stack>
    </>,
  )
}

/** Why a term stays, with a link to what uses it. */
function InUseNote({ problem: { sentence, use } }: { problem: TermInUse }) {
  return (
    <Note tone="bad" title={sentence}>
      {use !== 'unseen' && <a href={use.href}>{t('vocabularies.used_by', { title: use.title })}</a>}
    </Note>
  )
}

function TermFields({ all, term }: { all: readonly Term[]; term?: Term }) {
  const groups = [...new Set(all.map(({ grouping }) => grouping).filter(Boolean))]
  return (
    <>
      <TextField name="name" label={t('vocabularies.name')} value={term?.name} required />
      <TextField
        name="grouping"
        label={t('vocabularies.grouping')}
        help={t('vocabularies.grouping_help')}
        value={term?.grouping}
        suggestions={groups}
      />
    </>
  )
}
