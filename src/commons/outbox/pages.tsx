import { z } from 'zod'
import { permission } from '#kernel/access'
import { form, optionalLine, PageRoutes } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { reasonInWords } from '#kernel/jobs'
import { isLetterboxOpen, mailServer, type MailState } from '#kernel/mail'
import { page } from '#kernel/pages'
import {
  Badge,
  Card,
  EmptyState,
  Facts,
  Head,
  List,
  type ListItem,
  Note,
  Pagination,
  Stack,
  type Tone,
  When,
} from '#kernel/ui'
import { pathOf } from '#commons/dossiers'
import { openMessage, type Sent, sentMessages } from './messages.ts'

const path = '/outbox'

/** What the house wrote by e-mail. */
export const pages = new PageRoutes(path)
const reads = permission('outbox.read')

pages.get('/', reads, form(z.object({ after: optionalLine(40) })), async (c, { after }) => {
  const title = t('outbox.title')
  const { messages, next } = await sentMessages(after)
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('outbox.lead')} />
      <Stack>
        {!mailServer() && <Note>{t('outbox.nothing_leaves')}</Note>}
        {isLetterboxOpen() && <Note tone="warn">{t('outbox.letterbox_open')}</Note>}
        {messages.length === 0 ? (
          <EmptyState icon="send" sentence={t('outbox.none')} />
        ) : (
          <Card title={t('outbox.latest')} flush>
            <List label={t('outbox.latest')} items={messages.map(item)} />
          </Card>
        )}
        <Pagination
          first={after ? path : undefined}
          next={next ? `${path}?after=${next}` : undefined}
        />
      </Stack>
    </>,
  )
})

const item = (one: Sent): ListItem => ({
  title: titleOf(one),
  href: `${path}/${one.id}`,
  why: [recipient(one), one.reason ? reasonInWords(one.reason) : warning(one)]
    .filter(Boolean)
    .join(' · '),
  due: <When datetime={one.at} text={formatDateTime(one.at, 'short')} />,
  act: <State of={one.state} />,
})

const recipient = ({ to_name, to_address }: Sent) =>
  to_name ? `${to_name} <${to_address}>` : to_address || t('outbox.erased_to')

/** Of one whose person was erased, or is named in it, no words stay. */
const titleOf = ({ subject }: Sent) =>
  subject === '' ? t('outbox.erased') : (subject ?? t('outbox.withheld'))

/** « Cette adresse a refusé un message le … »: whoever reads it corrects the address. */
const warning = ({ returned_at }: Sent) =>
  returned_at && t('outbox.returned_at', { at: formatDateTime(returned_at, 'short') })

const tones: Record<MailState, Tone> = {
  waiting: 'neutral',
  sent: 'good',
  refused: 'bad',
  returned: 'bad',
  kept: 'neutral',
}

const State = ({ of }: { of: MailState }) => (
  <Badge tone={tones[of]}>{t(`outbox.state.${of}`)}</Badge>
)

pages.get('/:id', reads, async (c) => {
  const one = await openMessage(c.req.param('id'))
  const title = titleOf(one)
  return page(
    c,
    { title },
    <>
      <Head title={title} state={<State of={one.state} />} />
      <Stack>
        {one.returned_at && <Note>{warning(one)}</Note>}
        <Card title={t('outbox.about')}>
          <Facts
            facts={[
              { label: t('outbox.to'), value: recipient(one) },
              { label: t('outbox.written'), value: formatDateTime(one.at, 'long') },
              ...(one.done_at
                ? [
                    {
                      label: t(`outbox.state.${one.state}`),
                      value: formatDateTime(one.done_at, 'long'),
                    },
                  ]
                : []),
              ...(one.reason
                ? [{ label: t('outbox.reason'), value: reasonInWords(one.reason) }]
                : []),
              ...one.dossiers.map(({ id, kind, reference, title: called }) => ({
                label: t('outbox.dossier'),
                value: (
                  <a href={pathOf(kind, id)}>{[reference, called].filter(Boolean).join(' · ')}</a>
                ),
              })),
            ]}
          />
        </Card>
        <Card title={t('outbox.text')}>
          {one.text === null ? (
            <p>{t('outbox.withheld_why')}</p>
          ) : (
            one.text.split(/\n{2,}/).map((paragraph) => (
              <p>
                {paragraph.split('\n').map((line, index) => (
                  <>
                    {index > 0 && <br />}
                    {line}
                  </>
                ))}
              </p>
            ))
          )}
        </Card>
      </Stack>
    </>,
  )
})
