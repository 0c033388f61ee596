import { formatDate, t } from '#kernel/i18n'
import {
  Badge,
  Button,
  FoldedForm,
  FormActions,
  List,
  Select,
  SideSection,
  TextArea,
} from '#kernel/ui'
import type { Dossier } from '#commons/dossiers'
import { readerNames } from '#commons/directory'
import { type Advice, advices, advicesOn, statusOf } from '../advice.ts'
import { advisedNamed } from '../advised.ts'
import { askable } from '../asking.ts'
import { type AdviceType, typesNamed } from '../type.ts'
import { tones } from './tones.ts'

/** At the side of a dossier on which advice is asked (avis): each, where it stands, and the ways to ask or give one. */
export async function Advices({ dossier }: { dossier: Dossier }) {
  const of = advisedNamed(dossier.kind)
  if (!of) return null
  const [all, free] = [await advicesOn([dossier.id]), await askable({ of, dossier })]
  if (all.length === 0 && free.asks.length === 0 && free.offers.length === 0) return null
  const types = await typesNamed(all.map(({ type_id }) => type_id))
  const items = await Promise.all(
    all.map(async (one) => ({
      title: types.get(one.type_id)?.title ?? one.title,
      href: advices.path(one.id),
      why: await whoAndHow(one),
      due: <StatusBadge advice={one} />,
    })),
  )
  return (
    <SideSection title={t('advices.title')}>
      {items.length > 0 && <List items={items} label={t('advices.title')} />}
      <Begin path={`/advices/of/${dossier.id}`} id="advice" types={free.asks} verb="ask" />
      <Begin
        path={`/advices/of/${dossier.id}/own`}
        id="own-advice"
        types={free.offers}
        verb="offer"
      />
    </SideSection>
  )
}

async function whoAndHow({ giver, inherited_from, confidential, given_on, given_by }: Advice) {
  const by = given_by || (await readerNames([giver])).join(', ')
  const marks = [
    by,
    given_on && formatDate(given_on, 'short'),
    inherited_from && t('advices.inherited'),
    confidential && t('advices.confidential'),
  ]
  return marks.filter(Boolean).join(' · ')
}

/** Where an advice stands today, in a word; what it says, once it is given. */
export function StatusBadge({ advice }: { advice: Advice }) {
  const status = statusOf(advice)
  if (status === 'given' && advice.value)
    return <Badge tone={tones.value(advice.value)}>{t(`advices.value.${advice.value}`)}</Badge>
  const day = advice.due_on ? formatDate(advice.due_on, 'short') : ''
  return <Badge tone={tones.status(status)}>{t(`advices.status.${status}`, { day })}</Badge>
}

interface BeginProps {
  path: string
  id: string
  types: readonly AdviceType[]
  verb: 'ask' | 'offer'
}

function Begin({ path, id, types, verb }: BeginProps) {
  if (types.length === 0) return null
  const label = verb === 'ask' ? t('advices.ask') : t('advices.offer')
  return (
    <FoldedForm label={label} action={path} id={id}>
      <Select
        name="type_id"
        label={t('advices.advice.type')}
        options={types.map((one) => ({ value: one.id, label: one.title }))}
        required
      />
      {verb === 'ask' && (
        <TextArea name="reason" label={t('advices.advice.reason')} rows={3} maxlength={2000} />
      )}
      <FormActions>
        <Button icon="send">{label}</Button>
      </FormActions>
    </FoldedForm>
  )
}
