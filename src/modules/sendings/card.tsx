import { bears } from '#kernel/access'
import { knownMessage, t } from '#kernel/i18n'
import {
  Badge,
  Button,
  Checkbox,
  FoldedForm,
  FormActions,
  Hidden,
  List,
  Note,
  PostButton,
  RichTextField,
  Select,
  SideSection,
  TextArea,
  TextField,
} from '#kernel/ui'
import { type Dossier, readMany } from '#commons/dossiers'
import { StateBadge } from '#commons/workflow'
import {
  type Item,
  itemPath,
  items,
  itemWorkflow,
  secretariat,
  wholeChain,
} from '#modules/deliberations'
import type { Destination } from './destination.ts'
import { cameBy, destinationsOf, mayWish, openTo, type Sending, sendingsOf } from './sending.ts'

/** At the side of a point: to which organs it goes on, whence it came, and the whole of its chain. */
export async function Sendings({ dossier }: { dossier: Dossier }) {
  if (dossier.kind !== items.name) return null
  const [item] = await readMany(items, [dossier.id])
  if (!item) return null
  const [all, came] = [await sendingsOf([item.id]), await cameBy(item)]
  const open = mayWish(item) ? await openTo(item) : []
  if (all.length === 0 && !came && open.length === 0) return null
  const ways = await destinationsOf(all)
  const copies = new Map(
    (
      await readMany(
        items,
        all.flatMap(({ copy_id }) => copy_id ?? []),
      )
    ).map((one) => [one.id as string, one]),
  )
  return (
    <SideSection title={t('sendings.title')}>
      {came && <Origin came={came} />}
      {all.map((one) => (
        <Going
          sending={one}
          way={ways.get(one.destination_id)}
          copy={copies.get(one.copy_id ?? '')}
          wishes={mayWish(item)}
        />
      ))}
      {(came || all.some(({ sent_at }) => sent_at)) && <Chain item={item} />}
      {open.length > 0 && <WishForm item={item} open={open} />}
    </SideSection>
  )
}

const notAdopted = new Set(['refused', 'removed', 'delayed', 'cancelled'])

async function Origin({ came }: { came: Sending }) {
  const [source] = await readMany(items, [came.item_id])
  if (!source) return <p>{t('sendings.from_unseen')}</p>
  return (
    <>
      <p>
        {t('sendings.from')} <a href={itemPath(source)}>{source.title}</a>{' '}
        <StateBadge flow={itemWorkflow} state={source.state} />
      </p>
      {notAdopted.has(source.state) && <Note tone="warn">{t('sendings.source_not_adopted')}</Note>}
      {came.urgent && <p>{t('sendings.urgent_because', { why: came.urgency })}</p>}
    </>
  )
}

interface GoingProps {
  sending: Sending
  way: Destination | undefined
  copy: Item | undefined
  wishes: boolean
}

function Going({ sending, way, copy, wishes }: GoingProps) {
  const title = way?.title ?? ''
  const manages = bears(secretariat.principal)
  const path = `/sendings/${sending.id}/steps`
  const halt = knownMessage(sending.halted)
  return (
    <div>
      <p>
        <strong>{title}</strong>{' '}
        {sending.urgent && <Badge tone="warn">{t('sendings.urgent')}</Badge>}{' '}
        {!sending.sent_at && (
          <Badge tone="info">{t(`sendings.will.${way?.sent_when ?? 'manual'}`)}</Badge>
        )}
        {copy && (
          <>
            <a href={itemPath(copy)}>{copy.title}</a>{' '}
            <StateBadge flow={itemWorkflow} state={copy.state} />
          </>
        )}
        {sending.sent_at && !copy && t('sendings.sent_unseen')}
      </p>
      {halt && <p class="small">{t('sendings.halted', { why: t(halt) })}</p>}
      {!sending.sent_at && wishes && (
        <PostButton action={path} fields={{ verb: 'drop' }} tone="quiet" small icon="trash-2">
          {t('sendings.drop')}
          <Hidden> : {title}</Hidden>
        </PostButton>
      )}
      {!sending.sent_at && manages && (
        <PostButton action={path} fields={{ verb: 'send' }} small icon="send">
          {t('sendings.send')}
          <Hidden> : {title}</Hidden>
        </PostButton>
      )}
      {sending.sent_at && manages && (
        <PostButton action={path} fields={{ verb: 'take_back' }} tone="quiet" small icon="undo-2">
          {t('sendings.take_back')}
          <Hidden> : {title}</Hidden>
        </PostButton>
      )}
    </div>
  )
}

async function Chain({ item }: { item: Item }) {
  const links = await wholeChain(item)
  return (
    <details>
      <summary>{t('sendings.chain')}</summary>
      <List
        label={t('sendings.chain')}
        items={links.map((link) => ({
          title: link.title,
          ...(link.id !== item.id && { href: itemPath(link) }),
          why: [link.organ, link.reference].filter(Boolean).join(' · '),
          due: <StateBadge flow={itemWorkflow} state={link.state} />,
        }))}
      />
    </details>
  )
}

function WishForm({ item, open }: { item: Item; open: readonly Destination[] }) {
  return (
    <FoldedForm label={t('sendings.wish')} action={`/sendings/of/${item.id}`} id="sending">
      <Select
        name="destination_id"
        label={t('sendings.to')}
        options={open.map(({ id, title }) => ({ value: id, label: title }))}
        required
      />
      <p class="small muted">{t('sendings.other_words')}</p>
      <TextField name="title" label={t('sendings.other_title')} maxlength={500} />
      <RichTextField name="motivation" label={t('sendings.other_motivation')} value="" rows={3} />
      <RichTextField name="decision" label={t('sendings.other_decision')} value="" rows={3} />
      <Select
        name="privacy"
        label={t('deliberations.item.privacy')}
        options={[
          { value: '', label: t('sendings.privacy.by_destination') },
          { value: 'public', label: t('deliberations.item.privacy.public') },
          { value: 'secret', label: t('deliberations.item.privacy.secret') },
        ]}
      />
      <Checkbox name="urgent" label={t('sendings.is_urgent')} help={t('sendings.is_urgent_help')} />
      <TextArea name="urgency" label={t('sendings.urgency')} rows={2} maxlength={1000} />
      <FormActions>
        <Button icon="send">{t('sendings.wish')}</Button>
      </FormActions>
    </FoldedForm>
  )
}
