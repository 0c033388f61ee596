import { permission } from '#kernel/access'
import { ensure, Forbidden, NotFound } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { adding, type Attempt, type Call, form } from '#kernel/http'
import { page, redirect, typed } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Facts,
  Form,
  FormActions,
  Head,
  PostButton,
  useDraft,
} from '#kernel/ui'
import { myServices } from '#commons/directory'
import { ensureFresh, foundAgain, load, Version, VersionField } from '#commons/dossiers'
import { factsOf, labelsOf } from '#commons/records'
import { terms } from '#commons/vocabularies'
import { type Element, actions, elementPath, mayEdit } from '../element.ts'
import { type Level, levelsBelow } from '../level.ts'
import { managersOf, partiesOf } from '../party.ts'
import { type Plan, planOf, planPath } from '../plan.ts'
import { allFields, elementFields, labelLists, WrittenElement } from '../element-fields.tsx'
import { LevelOf } from '../schema.ts'
import { eraseElement, isErasable } from '../structure.ts'
import { editElement, toldOf, writeBelow } from '../writing.ts'
import { ElementFields, type Given } from './element-fields.tsx'
import { pages } from './routes.ts'

const edits = permission('strategy.element.edit')

pages.get('/elements/:id/new', edits, (c) => newPage(c))

pages.post(
  '/elements/:id/children',
  edits,
  adding(form(WrittenElement.extend(LevelOf.shape), newPage)),
  async (c, { level, ...written }) => {
    const parent = await load(c, actions)
    const added = await writeBelow(parent, level, written)
    return redirect(c, elementPath(added), await toldOf(added))
  },
)

async function newPage(c: Call, attempt?: Attempt): Promise<Response> {
  const parent = await load(c, actions)
  ensure(mayEdit(parent), Forbidden, 'strategy.element.not_yours')
  const asked = attempt?.values['level'] ?? c.req.query('level')
  const level = levelsBelow(parent.level).find((one) => one === asked)
  ensure(level, NotFound, 'errors.not_found')
  const title = t(`strategy.add.${level}`)
  const plan = await planOf(parent)
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head
        reference={<a href={elementPath(parent)}>{parent.reference || parent.title}</a>}
        title={title}
      />
      <ElementForm
        action={`${elementPath(parent)}/children`}
        attempt={attempt}
        back={elementPath(parent)}
        plan={plan}
        level={level}
        given={await inherited(parent)}
      />
    </>,
  )
}

/** What a new element takes from its parent: labels, and the managers whose services one works in. */
async function inherited(parent: Element): Promise<Given> {
  const parties = await partiesOf([parent.id])
  const managers = managersOf(parties)
  const mine = managers.filter((id) => myServices().includes(id))
  return {
    categories: await stillProposed(labelLists.categories, parent.categories ?? []),
    plans: await stillProposed(labelLists.plans, parent.plans ?? []),
    managers: mine.length > 0 ? mine : managers,
    parties: [],
  }
}

const stillProposed = async (vocabulary: string, ids: readonly string[]) =>
  (await terms(vocabulary)).flatMap(({ id }) => (ids.includes(id) ? id : []))

pages.get('/elements/:id/edit', edits, (c) => editPage(c))

pages.post(
  '/elements/:id',
  edits,
  form(WrittenElement.extend(Version.shape), editPage),
  async (c, { version, ...written }) => {
    const one = await load(c, actions)
    await ensureFresh(one, version)
    const saved = await editElement(one, written)
    const path = saved ? elementPath(saved) : planPath({ id: one.plan_id })
    return redirect(c, path, await toldOf(saved ?? one))
  },
)

async function editPage(c: Call, attempt?: Attempt): Promise<Response> {
  const one = await load(c, actions)
  ensure(mayEdit(one), Forbidden, 'strategy.element.not_yours')
  const parties = await partiesOf([one.id])
  const managers = managersOf(parties)
  return page(
    c,
    { title: one.title, status: attempt ? 422 : 200 },
    <>
      <Head reference={t('strategy.edit')} title={one.title} />
      <ElementForm
        action={elementPath(one)}
        attempt={attempt}
        back={elementPath(one)}
        plan={await planOf(one)}
        level={one.level}
        given={{ ...one, managers, parties }}
        element={one}
      />
      {isErasable(one) && (
        <PostButton
          action={`${elementPath(one)}/erase`}
          tone="danger"
          icon="trash-2"
          confirm={t('strategy.erase.confirm', { title: one.title })}
        >
          {t('strategy.erase')}
        </PostButton>
      )}
    </>,
  )
}

pages.post('/elements/:id/erase', edits, async (c) => {
  const one = await load(c, actions)
  await eraseElement(one)
  const said = { key: 'strategy.erase.done', params: { title: one.title } } as const
  return redirect(c, planPath({ id: one.plan_id }), said)
})

interface ElementFormProps {
  action: string
  attempt: Attempt | undefined
  back: string
  plan: Plan
  level: Level
  given: Given
  /** As it is now, where it is there already. */
  element?: Element
}

async function ElementForm({ action, attempt, back, element, ...asked }: ElementFormProps) {
  const fields = { level: asked.level }
  const draft = useDraft({ action, fields })
  const shown = attempt ?? (await foundAgain(await draft, element))
  return (
    <Form
      action={action}
      fields={fields}
      errors={attempt?.errors ?? {}}
      values={typed(attempt)}
      labels={labelsOf(allFields)}
    >
      {element && (
        <VersionField dossier={element} attempt={shown}>
          <Facts facts={shown?.stale ? await factsOf(elementFields, element) : []} />
        </VersionField>
      )}
      <ElementFields {...asked} attempt={shown} />
      <FormActions>
        <Button tone="primary" icon="save">
          {t('strategy.save')}
        </Button>
        <ButtonLink href={back}>{t('strategy.cancel')}</ButtonLink>
      </FormActions>
    </Form>
  )
}
