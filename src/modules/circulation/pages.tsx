import { z } from 'zod'
import { permission } from '#kernel/access'
import { adding, type Attempt, type Call, flag, form, id, line, PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Edition, ensureEdition, page, redirect, TradeTabs } from '#kernel/pages'
import {
  Button,
  Card,
  Checkbox,
  EmptyState,
  Form,
  FormActions,
  Head,
  List,
  PostButton,
  RadioGroup,
  Stack,
  TextField,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import { ticked } from '#commons/records'
import { StateBadge } from '#commons/workflow'
import { deliberationTabs, itemPath, items, itemWorkflow } from '#modules/deliberations'
import { Chip } from './card.tsx'
import { copiesOf, shareWith } from './copy.ts'
import {
  addLabel,
  dropLabel,
  labelledWith,
  labelNamed,
  labels,
  labelsOn,
  keepsAll,
  labelWith,
  mayKeep,
  tones,
} from './label.ts'
import { linkTo, unlink } from './linking.ts'
import { takeAnnexes } from './taken-over.ts'

export const pages = new PageRoutes('/circulation')
const [reads, acts] = [permission('circulation.read'), permission('circulation.act')]

const NewLabel = z.object({
  name: line(40),
  tone: z.enum(tones).default('neutral'),
  own: flag(),
})
const Shared = z.object({ services: ticked(id()), ...Edition.shape })
const Labelled = z.object({ labels: ticked(id()), ...Edition.shape })
const Linked = z.object({ other: line(700) })
const Taken = z.object({ annexes: ticked(id()) })

pages.get('/labels', reads, (c) => labelsPage(c))

async function labelsPage(c: Call, attempt?: Attempt): Promise<Response> {
  const all = await labels()
  return page(
    c,
    { title: t('circulation.labels'), status: attempt ? 422 : 200 },
    <>
      <Head title={t('circulation.labels')} />
      <TradeTabs of={deliberationTabs} current="/circulation/labels" />
      <Stack>
        <p>{t('circulation.labels_lead')}</p>
        {all.length === 0 ? (
          <EmptyState icon="tag" sentence={t('circulation.no_label')} />
        ) : (
          <Card flush>
            <List
              label={t('circulation.labels')}
              items={all.map((one) => ({
                title: one.name,
                href: `/circulation/labels/${one.id}`,
                why: t(one.own ? 'circulation.of_me' : 'circulation.of_all'),
                due: <Chip label={one} />,
              }))}
            />
          </Card>
        )}
        <Card title={t('circulation.new_label')}>
          <Form action="/circulation/labels" errors={attempt?.errors ?? {}}>
            <TextField name="name" label={t('circulation.name')} required maxlength={40} />
            <RadioGroup
              name="tone"
              label={t('circulation.tone')}
              value="neutral"
              choices={tones.map((value) => ({ value, label: t(`circulation.tone.${value}`) }))}
            />
            {keepsAll() ? (
              <Checkbox name="own" label={t('circulation.is_own')} checked />
            ) : (
              <input type="hidden" name="own" value="on" />
            )}
            <FormActions>
              <Button icon="plus">{t('circulation.new_label')}</Button>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </>,
  )
}

pages.post('/labels', acts, adding(form(NewLabel, labelsPage)), async (c, said) => {
  await addLabel(said)
  return redirect(c, '/circulation/labels', { key: 'circulation.label_added' })
})

pages.get('/labels/:id', reads, async (c) => {
  const label = await labelNamed(c.req.param('id') ?? '')
  const some = await labelledWith(label)
  return page(
    c,
    { title: label.name },
    <>
      <Head
        reference={t('circulation.labels')}
        title={label.name}
        actions={
          mayKeep(label) && (
            <PostButton
              action={`/circulation/labels/${label.id}/removal`}
              tone="quiet"
              icon="trash-2"
              confirm={t('circulation.drop_sure', { name: label.name })}
            >
              {t('circulation.drop_label')}
            </PostButton>
          )
        }
      />
      <TradeTabs of={deliberationTabs} current="/circulation/labels" />
      {some.length === 0 ? (
        <EmptyState icon="tag" sentence={t('circulation.on_no_point')} />
      ) : (
        <Card flush>
          <List
            label={label.name}
            items={some.map((one) => ({
              title: one.title,
              href: itemPath(one),
              why: one.reference,
              due: <StateBadge flow={itemWorkflow} state={one.state} />,
            }))}
          />
        </Card>
      )}
    </>,
  )
})

pages.post('/labels/:id/removal', acts, async (c) => {
  await dropLabel(await labelNamed(c.req.param('id') ?? ''))
  return redirect(c, '/circulation/labels', { key: 'circulation.label_dropped' })
})

pages.post('/of/:id/labels', acts, form(Labelled), async (c, { labels: ids, edition }) => {
  const item = await load(c, items)
  ensureEdition(await labelsOn(item), edition)
  await labelWith(item, ids)
  return redirect(c, itemPath(item), { key: 'circulation.labelled' })
})

pages.post('/of/:id/copies', acts, form(Shared), async (c, { services, edition }) => {
  const item = await load(c, items)
  ensureEdition(await copiesOf(item), edition)
  await shareWith(item, services)
  return redirect(c, itemPath(item), { key: 'circulation.shared' })
})

pages.post('/of/:id/links', acts, form(Linked), async (c, { other }) => {
  const item = await load(c, items)
  await linkTo(item, other)
  return redirect(c, itemPath(item), { key: 'circulation.was_linked' })
})

pages.post('/of/:id/unlinking', acts, form(z.object({ other: id() })), async (c, { other }) => {
  const item = await load(c, items)
  await unlink(item, other)
  return redirect(c, itemPath(item), { key: 'circulation.was_unlinked' })
})

pages.post('/of/:id/annexes', acts, form(Taken), async (c, { annexes }) => {
  const item = await load(c, items)
  const count = await takeAnnexes(item, annexes)
  return redirect(c, itemPath(item), { key: 'circulation.taken', params: { count } })
})
