import { t } from '#kernel/i18n'
import { EditionField } from '#kernel/pages'
import {
  Badge,
  Button,
  CheckboxGroup,
  FoldedForm,
  FormActions,
  Hidden,
  PostButton,
  SideSection,
} from '#kernel/ui'
import { allServices, services } from '#commons/directory'
import { type Dossier, readMany } from '#commons/dossiers'
import { StateBadge } from '#commons/workflow'
import { type Item, itemPath, items, itemWorkflow } from '#modules/deliberations'
import { copiesOf, mayShare } from './copy.ts'
import { type Label, labels, labelsOn, mayPut } from './label.ts'
import { linkedTo, mayLink, otherField } from './linking.ts'
import { originalOf } from './taken-over.ts'

/** At the side of a point: its labels, the services that read it, the points that have to do with it. */
export async function Circulation({ dossier }: { dossier: Dossier }) {
  if (dossier.kind !== items.name) return null
  const [item] = await readMany(items, [dossier.id])
  if (!item) return null
  return (
    <>
      <FromOriginal item={item} />
      <Labels item={item} />
      <Links item={item} />
      <Copies item={item} />
    </>
  )
}

const at = ({ id }: Item, what: string) => `/circulation/of/${id}/${what}`

async function FromOriginal({ item }: { item: Item }) {
  const original = await originalOf(item)
  if (!original || original.annexes.length === 0) return null
  return (
    <SideSection title={t('circulation.original')}>
      <p>
        <a href={itemPath(original.item)}>{original.item.title}</a>
      </p>
      <FoldedForm label={t('circulation.take')} action={at(item, 'annexes')} id="take-annexes">
        <CheckboxGroup
          name="annexes"
          label={t('circulation.annexes')}
          choices={original.annexes.map(({ id, title }) => ({ value: id, label: title }))}
          values={[]}
        />
        <FormActions>
          <Button icon="copy">{t('circulation.take')}</Button>
        </FormActions>
      </FoldedForm>
    </SideSection>
  )
}

/** A label, told by its colour and its word. */
export const Chip = ({ label }: { label: Label }) => (
  <Badge tone={label.tone} icon="tag">
    {label.name}
  </Badge>
)

async function Labels({ item }: { item: Item }) {
  const [on, all] = [await labelsOn(item), await labels()]
  const puts = all.filter((one) => mayPut(one, item))
  if (on.length === 0 && puts.length === 0) return null
  return (
    <SideSection title={t('circulation.labels')}>
      {on.length > 0 && (
        <p>
          {on.map((one) => (
            <>
              <a href={`/circulation/labels/${one.id}`}>
                <Chip label={one} />
              </a>{' '}
            </>
          ))}
        </p>
      )}
      {puts.length > 0 && (
        <FoldedForm label={t('circulation.label')} action={at(item, 'labels')} id="labels">
          <EditionField of={on} attempt={undefined}>
            {on.map(({ name }) => name).join(', ')}
          </EditionField>
          <CheckboxGroup
            name="labels"
            label={t('circulation.labels')}
            choices={puts.map(({ id, name, own }) => ({
              value: id,
              label: own ? t('circulation.own_label', { name }) : name,
            }))}
            values={on.map(({ id }) => id)}
          />
          <FormActions>
            <Button icon="tag">{t('circulation.put')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </SideSection>
  )
}

async function Links({ item }: { item: Item }) {
  const linked = await linkedTo(item)
  const open = mayLink(item)
  if (linked.length === 0 && !open) return null
  return (
    <SideSection title={t('circulation.linked')}>
      {linked.map((one) => (
        <div>
          <p>
            <a href={itemPath(one)}>{[one.reference, one.title].filter(Boolean).join(' · ')}</a>{' '}
            <StateBadge flow={itemWorkflow} state={one.state} />
          </p>
          {open && (
            <PostButton
              action={at(item, 'unlinking')}
              fields={{ other: one.id }}
              tone="quiet"
              small
              icon="trash-2"
            >
              {t('circulation.unlink')}
              <Hidden> : {one.title}</Hidden>
            </PostButton>
          )}
        </div>
      ))}
      {open && (
        <FoldedForm label={t('circulation.link')} action={at(item, 'links')} id="links">
          {await otherField.input('other', undefined, { of: item })}
          <FormActions>
            <Button icon="link">{t('circulation.link')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </SideSection>
  )
}

async function Copies({ item }: { item: Item }) {
  const given = await copiesOf(item)
  const open = mayShare(item)
  if (given.length === 0 && !open) return null
  const named = (await allServices()).filter(({ id }) => given.includes(id))
  return (
    <SideSection title={t('circulation.copies')}>
      {named.length > 0 && <p>{named.map(({ label }) => label).join(', ')}</p>}
      {open && (
        <FoldedForm label={t('circulation.share')} action={at(item, 'copies')} id="copies">
          <EditionField of={given} attempt={undefined}>
            {named.map(({ label }) => label).join(', ')}
          </EditionField>
          <CheckboxGroup
            name="services"
            label={t('circulation.copies')}
            help={t('circulation.copies_help')}
            choices={(await services()).map(({ id, label }) => ({ value: id, label }))}
            values={given}
          />
          <FormActions>
            <Button icon="copy">{t('circulation.share')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </SideSection>
  )
}
