import type { Attempt } from '#kernel/http'
import { type MessageKey, t } from '#kernel/i18n'
import { localPath } from '#kernel/pages'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  type Column,
  EmptyState,
  Filters,
  Form,
  FormActions,
  Stack,
  Table,
  TextArea,
} from '#kernel/ui'
import type { Effect, Effects, Offered, Picked } from './act.ts'

interface BesidesProps {
  path: string
  offered: Offered
  from: string
  picked: readonly Picked[]
  effects: Effects
}

/** What the step asks besides, as a sentence that shows the effect anew. */
export async function Besides({ path, offered, from, picked, effects: { answers } }: BesidesProps) {
  const asks = Object.entries(offered.asks)
  if (asks.length === 0) return null
  const parts = asks.map(async ([name, { label, choices }]) => [
    `${t(label)}\u00A0:`,
    {
      kind: 'select' as const,
      name,
      label: t(label),
      options: ((await choices?.()) ?? []).map(([value, words]) => ({ value, label: words })),
      value: String(answers?.[name] ?? ''),
    },
  ])
  return (
    <Filters
      action={`${path}/acts`}
      keep={{ verb: offered.verb, from, ids: picked.map(({ id }) => id).join(',') }}
      sentence={(await Promise.all(parts)).flat()}
      apply={t('records.act.show_effect')}
    />
  )
}

interface EffectTableProps {
  effects: Effects
  count: MessageKey
  path: string
}

/** Those that are left first, each with its reason. */
export function EffectTable({ effects: { effects, unseen }, count, path }: EffectTableProps) {
  const left = effects.filter((one) => one.left !== null)
  const follow = effects.filter((one) => one.left === null)
  const columns: Column<Effect>[] = [
    {
      header: t('records.title'),
      main: true,
      cell: ({ id, title, reference }) => (
        <>
          <a href={`${path}/${id}`}>{title}</a>
          {reference && <small class="muted below"> {reference}</small>}
        </>
      ),
    },
    {
      header: t('records.act.effect'),
      cell: (one) => (
        <Badge>{t(one.left === null ? 'records.act.follows' : 'records.act.left')}</Badge>
      ),
    },
    { header: t('records.act.reason'), cell: (one) => one.left ?? '' },
  ]
  return (
    <Stack>
      <p>
        <strong>
          {t('records.act.effects', {
            done: t(count, { count: follow.length }),
            left: t(count, { count: left.length }),
            none: left.length === 0 ? 'none' : 'some',
          })}
        </strong>
        {unseen > 0 && ` ${t('records.act.unseen', { count: unseen })}`}
      </p>
      <Card flush>
        <Table
          caption={t('records.act.effect')}
          hideCaption
          columns={columns}
          rows={[...left, ...follow]}
          empty={<EmptyState icon="search" sentence={t('records.act.none')} />}
        />
      </Card>
    </Stack>
  )
}

interface ConfirmFormProps extends EffectTableProps {
  offered: Offered
  from: string
  attempt: Attempt | undefined
}

/** The confirmation: those that follow, each in the version of which the effect is shown. */
export function ConfirmForm({ offered, from, effects, count, path, attempt }: ConfirmFormProps) {
  const { answers } = effects
  const follow = effects.effects.filter(({ left }) => left === null)
  if (follow.length === 0 || !answers) return null
  const what = t(count, { count: follow.length })
  return (
    <Form
      action={`${path}/acts`}
      errors={attempt?.errors ?? {}}
      values={attempt ? { comment: String(attempt.values['comment'] ?? '') } : {}}
      fields={{ verb: offered.verb }}
    >
      <input type="hidden" name="from" value={from} />
      {Object.entries(answers).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      {follow.map(({ id, version }) => (
        <input type="hidden" name="picked" value={`${id}:${version}`} />
      ))}
      {offered.comment && (
        <TextArea name="comment" label={t('workflow.comment')} required rows={3} />
      )}
      <FormActions>
        <Button tone="primary">{t('records.act.confirm', { step: offered.label, what })}</Button>
        <ButtonLink href={localPath(`${path}?${from}`)}>{t('records.act.back')}</ButtonLink>
      </FormActions>
    </Form>
  )
}
