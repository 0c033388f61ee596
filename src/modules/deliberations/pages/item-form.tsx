import { raw } from 'hono/html'
import { permission } from '#kernel/access'
import { Conflict, ensure, Forbidden } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { type Attempt, type Call, form } from '#kernel/http'
import { page, redirect, typed } from '#kernel/pages'
import { toField } from '#kernel/richtext'
import {
  Button,
  ButtonLink,
  EmptyState,
  Form,
  FormActions,
  Head,
  Note,
  RadioGroup,
  RichTextField,
  Select,
  TextField,
} from '#kernel/ui'
import { allServices, type Service, writableServices } from '#commons/directory'
import { ensureFresh, load } from '#commons/dossiers'
import { termChoices, terms } from '#commons/vocabularies'
import { categories } from '../category.ts'
import { type Item, itemPath, items, mayEdit, rewrite, writeItem } from '../item.ts'
import { organs } from '../organ.ts'
import { RewrittenItem, WrittenItem } from '../schema.ts'
import { pages } from './routes.ts'

pages.get('/items/new', permission('deliberations.item.write'), (c) => newItemPage(c))

pages.post(
  '/items',
  permission('deliberations.item.write'),
  form(WrittenItem, newItemPage),
  async (c, written) => {
    const item = await writeItem(written)
    return redirect(c, itemPath(item), { key: 'deliberations.item.saved' })
  },
)

async function newItemPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('deliberations.item.write')
  const mine = await writableServices()
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} />
      {mine.length === 0 ? (
        <EmptyState icon="users" sentence={t('deliberations.item.no_service')} />
      ) : (
        <ItemForm action="/deliberations/items" attempt={attempt} services={mine} />
      )}
    </>,
  )
}

pages.get('/items/:id/edit', permission('deliberations.item.edit'), (c) => editPage(c))

pages.post(
  '/items/:id',
  permission('deliberations.item.edit'),
  form(RewrittenItem, editPage),
  async (c, { version, ...written }) => {
    const item = await load(c, items)
    try {
      await ensureFresh(item, version)
    } catch (problem) {
      if (!(problem instanceof Conflict)) throw problem
      return editPage(c, { values: { ...written, version: item.version }, errors: {} }, problem)
    }
    await rewrite(item, written)
    return redirect(c, itemPath(item), { key: 'deliberations.item.saved' })
  },
)

async function editPage(c: Call, attempt?: Attempt, stale?: Conflict): Promise<Response> {
  const item = await load(c, items)
  ensure(mayEdit(item), Forbidden, 'deliberations.item.not_editable')
  const mine = await writableServices()
  const own = (await allServices()).filter(({ id }) => id === item.service_id)
  const choices = [...own, ...mine.filter(({ id }) => id !== item.service_id)]
  return page(
    c,
    { title: item.title, status: attempt ? 422 : 200 },
    <>
      <Head reference={t('deliberations.item.edit')} title={item.title} />
      {stale && <StaleNote item={item} by={String(stale.params['name'] ?? '')} />}
      <ItemForm action={itemPath(item)} attempt={attempt} services={choices} item={item} />
    </>,
  )
}

/** Shows the other person's change: a stale form overwrites nothing. */
function StaleNote({ item, by }: { item: Item; by: string }) {
  return (
    <div role="alert">
      <Note tone="warn" title={t('deliberations.item.stale', { name: by })}>
        <details>
          <summary>{t('deliberations.item.stale_theirs')}</summary>
          <p>
            <strong>{item.title}</strong>
          </p>
          <div class="act">
            {raw(item.motivation)}
            {raw(item.decision)}
          </div>
        </details>
      </Note>
    </div>
  )
}

interface ItemFormProps {
  action: string
  attempt: Attempt | undefined
  services: readonly Service[]
  item?: Item
}

async function ItemForm({ action, attempt, services: choices, item }: ItemFormProps) {
  const bodies = await organs()
  const known = await terms(categories.name, item?.category_id)
  const version = Number(attempt?.values['version'] ?? item?.version ?? 1)
  return (
    <Form action={action} errors={attempt?.errors ?? {}} values={typed(attempt)}>
      {item && <input type="hidden" name="version" value={version} />}
      <TextField
        name="title"
        label={t('deliberations.item.title')}
        help={t('deliberations.item.title_help')}
        value={item?.title ?? ''}
        maxlength={500}
        required
      />
      <Select
        name="organ_id"
        label={t('deliberations.item.organ')}
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        value={item?.organ_id ?? bodies[0]?.id ?? ''}
        required
      />
      <Select
        name="service_id"
        label={t('deliberations.item.service')}
        options={choices.map(({ id, label }) => ({ value: id, label }))}
        value={item?.service_id ?? choices[0]?.id ?? ''}
        required
      />
      <Select
        name="category_id"
        label={t('deliberations.item.category')}
        options={[{ value: '', label: t('deliberations.item.no_category') }, ...termChoices(known)]}
        value={item?.category_id ?? ''}
      />
      <RadioGroup
        name="privacy"
        label={t('deliberations.item.privacy')}
        help={t('deliberations.item.privacy_help')}
        value={item?.privacy ?? 'public'}
        choices={(['public', 'secret'] as const).map((value) => ({
          value,
          label: t(`deliberations.item.privacy.${value}`),
        }))}
      />
      <RadioGroup
        name="poll_type"
        label={t('deliberations.item.poll')}
        help={t('deliberations.item.poll_help')}
        value={item?.poll_type ?? 'freehand'}
        choices={(['freehand', 'secret', 'no_vote'] as const).map((value) => ({
          value,
          label: t(`deliberations.item.poll.${value}`),
        }))}
      />
      <RichTextField
        name="motivation"
        label={t('deliberations.item.motivation')}
        help={t('deliberations.item.motivation_help')}
        value={item ? toField(item.motivation) : ''}
      />
      <RichTextField
        name="decision"
        label={t('deliberations.item.decision')}
        value={item ? toField(item.decision) : ''}
      />
      <FormActions>
        <Button tone="primary" icon="save">
          {t('deliberations.item.save')}
        </Button>
        {item && <ButtonLink href={itemPath(item)}>{t('deliberations.item.back')}</ButtonLink>}
      </FormActions>
    </Form>
  )
}
