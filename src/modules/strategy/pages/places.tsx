import { permission } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import { percent, t } from '#kernel/i18n'
import { type Attempt, type Call, form, typedNumber } from '#kernel/http'
import { EditionField, ensureEdition, page, redirect } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  Form,
  FormActions,
  Head,
  PostButton,
  Select,
  Stack,
  TextField,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import { type Element, actions, elementPath, mayEdit } from '../element.ts'
import { levelRules } from '../level.ts'
import { mirror, movePlace, placesOf, shareOut, standingPlaces, unplace } from '../placement.ts'
import { planOf } from '../plan.ts'
import { AtParent, MovedPlace, Weights } from '../schema.ts'
import { type PlanTree, inOrder, loadTree } from '../tree.ts'
import { linkOf } from '../writing.ts'
import type { SideProps } from './element-side.tsx'
import { pages } from './routes.ts'

const edits = permission('strategy.element.edit')
const placesPath = (one: Element) => `${elementPath(one)}/places`

pages.get('/elements/:id/places', edits, (c) => placesPage(c))

/** Where an element stands, how its budget is shared out, and where else it could stand. */
async function placesPage(c: Call, attempt?: Attempt): Promise<Response> {
  const one = await load(c, actions)
  ensure(mayEdit(one), Forbidden, 'strategy.element.not_yours')
  const tree = await loadTree(await planOf(one))
  const node = tree.byId.get(one.id)
  const title = t('strategy.places')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head
        reference={<a href={elementPath(one)}>{linkOf(one).label}</a>}
        title={title}
        facts={t('strategy.places.help')}
      />
      <Stack>
        {node && node.places.length > 1 && (
          <Shares element={one} node={node} tree={tree} attempt={attempt} />
        )}
        <Elsewhere element={one} tree={tree} />
      </Stack>
    </>,
  )
}

function Shares({ element, node, tree, attempt }: SideProps & { attempt: Attempt | undefined }) {
  const parents = node.places.flatMap(({ parent_id, weight }) => {
    const parent = tree.byId.get(parent_id)
    return parent ? [{ parent, weight }] : []
  })
  return (
    <Card title={t('strategy.places.shares')}>
      <Form action={placesPath(element)} id="shares">
        <EditionField of={standingPlaces(node.places)} attempt={attempt}>
          <ul>
            {parents.map(({ parent, weight }) => (
              <li>
                {linkOf(parent).label} <strong>{percent(weight / 100)}</strong>
              </li>
            ))}
          </ul>
        </EditionField>
        {parents.map(({ parent, weight }) => (
          <TextField
            name={`weights.${parent.id}`}
            label={linkOf(parent).label}
            value={typedNumber(weight / 100)}
            inputmode="decimal"
            size="short"
            unit="%"
          />
        ))}
        <FormActions>
          <Button tone="primary">{t('strategy.save')}</Button>
          <ButtonLink href={elementPath(element)}>{t('strategy.cancel')}</ButtonLink>
        </FormActions>
      </Form>
      {parents.length > 1 &&
        parents.map(({ parent }) => (
          <PostButton
            action={`${placesPath(element)}/removal`}
            fields={{ parent: parent.id }}
            icon="x"
            tone="quiet"
            confirm={t('strategy.places.remove_confirm', { title: parent.title })}
          >
            {t('strategy.places.remove', { title: linkOf(parent).label })}
          </PostButton>
        ))}
    </Card>
  )
}

function Elsewhere({ element, tree }: { element: Element; tree: PlanTree }) {
  const { under } = levelRules[element.level]
  const here = new Set(tree.byId.get(element.id)?.places.map(({ parent_id }) => parent_id))
  const options = inOrder(tree)
    .filter(({ node }) => under.includes(node.level) && !here.has(node.id) && mayEdit(node))
    .map(({ node }) => ({ value: node.id, label: linkOf(node).label }))
  const places = [...here].flatMap((id) => {
    const parent = tree.byId.get(id)
    return parent ? [{ value: id, label: linkOf(parent).label }] : []
  })
  if (options.length === 0) return null
  const path = placesPath(element)
  return (
    <Card title={t('strategy.places.elsewhere')}>
      <Form action={`${path}/mirrors`} id="elsewhere">
        <Select
          name="parent"
          label={t('strategy.places.where')}
          options={options}
          help={t('strategy.places.mirror_help')}
        />
        {places.length > 1 && (
          <Select name="from" label={t('strategy.places.from')} options={places} />
        )}
        <FormActions>
          <Button icon="git-fork">{t('strategy.places.mirror')}</Button>
          <Button icon="arrow-right" formaction={`${path}/move`}>
            {t('strategy.places.move')}
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

const saved = (c: Call, one: Element) =>
  redirect(c, placesPath(one), { key: 'strategy.places.saved' })

pages.post('/elements/:id/places', edits, form(Weights, placesPage), async (c, sent) => {
  const { weights, edition } = sent
  const one = await load(c, actions)
  ensureEdition(standingPlaces(await placesOf(one.id)), edition)
  await shareOut(one, weights)
  return saved(c, one)
})

pages.post('/elements/:id/places/mirrors', edits, form(AtParent), async (c, { parent }) => {
  const one = await load(c, actions)
  await mirror(one, parent)
  return redirect(c, placesPath(one), { key: 'strategy.places.mirrored' })
})

pages.post('/elements/:id/places/removal', edits, form(AtParent), async (c, { parent }) => {
  const one = await load(c, actions)
  await unplace(one, parent)
  return saved(c, one)
})

pages.post('/elements/:id/places/move', edits, form(MovedPlace), async (c, { parent, from }) => {
  const one = await load(c, actions)
  await movePlace(one, parent, from)
  return saved(c, one)
})
