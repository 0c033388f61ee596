import { formatDate, formatDateTime, t } from '#kernel/i18n'
import { Badge, Card, Facts, Table } from '#kernel/ui'
import { printed } from '#commons/law'
import type { Act, Notice } from '../convocation.ts'
import { LetterText } from './convoke-form.tsx'

/** All that was sent, the last first: to whom, how, what became of it, and the letter with its hash. */
export function Acts({ acts }: { acts: readonly Act[] }) {
  return (
    <>
      {acts.map((act) => (
        <Card title={t(`convocations.kind.${act.kind}`)} aside={formatDateTime(act.at, 'short')}>
          <Facts facts={factsOf(act)} />
          <Table
            caption={t('convocations.addressees')}
            hideCaption
            rows={act.notices}
            columns={[
              { header: t('convocations.column.name'), cell: ({ name }) => name, main: true },
              { header: t('convocations.column.way'), cell: wayOf },
              {
                header: t('convocations.column.sent'),
                cell: ({ sent_on }) => formatDate(sent_on, 'short'),
              },
              { header: t('convocations.column.received'), cell: receiptOf },
            ]}
          />
          <details>
            <summary>{t('convocations.letter.show')}</summary>
            <LetterText subject={act.subject} body={act.body} />
            <p>
              {t('convocations.hash')} <code>{act.hash}</code>
            </p>
          </details>
        </Card>
      ))}
    </>
  )
}

const factsOf = (act: Act) => [
  { label: t('convocations.fact.by'), value: act.by_name },
  { label: t('convocations.fact.for'), value: `${formatDateTime(act.starts_at)}, ${act.place}` },
  ...(act.agenda_version
    ? [{ label: t('convocations.fact.agenda'), value: String(act.agenda_version) }]
    : []),
  ...(act.last_day
    ? [
        {
          label: t('convocations.fact.last'),
          value: `${formatDate(act.last_day, 'short')} · ${printed(act.article)}`,
        },
      ]
    : []),
  ...(act.urgency ? [{ label: t('convocations.fact.urgency'), value: act.urgency }] : []),
]

const wayOf = ({ way, address }: Notice) =>
  [t(`convocations.way.${way}`), address].filter(Boolean).join(' · ')

function receiptOf({ state, received_on, noted_by }: Notice) {
  if (!received_on) return <Badge tone={toneOf(state)}>{t(`convocations.state.${state}`)}</Badge>
  const by = state === 'kept' ? 'convocations.received_here' : 'convocations.received_server'
  const said = noted_by ? t('convocations.received_by', { name: noted_by }) : t(by)
  return `${formatDate(received_on, 'short')} · ${said}`
}

const toneOf = (state: Notice['state']) =>
  state === 'refused' || state === 'returned' || state === 'kept' ? 'bad' : 'neutral'
