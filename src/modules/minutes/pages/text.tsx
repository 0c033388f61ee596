import { t } from '#kernel/i18n'
import { ActText } from '#kernel/pages'
import { toHtml } from '#kernel/richtext'
import { itsLanguage } from '#kernel/tenancy'
import { ButtonLink, Card, Facts, Stack } from '#kernel/ui'
import type { Attendee, MinutesData, MinutesPoint } from '../data.ts'

interface MinutesTextProps {
  data: MinutesData
  /** Where what was said of a point is written, by its number; nothing where nothing is to be written. */
  writeAt?: ReadonlyMap<string, string> | undefined
}

/** Minutes as they are read: who was there, then each point, in the language of the authority. */
export function MinutesText({ data, writeAt }: MinutesTextProps) {
  const { labels } = data
  const those = (['present', 'excused', 'absent'] as const).filter((how) => data[how].length > 0)
  return (
    <div lang={itsLanguage()}>
      <Stack>
        <Card title={data.meeting} level={3}>
          <Facts
            facts={[
              { label: labels.place, value: data.place },
              { label: labels.opened, value: data.opened },
              { label: labels.closed, value: data.closed },
              { label: labels.quorum ?? '', value: data.quorum },
              { label: labels.president, value: named(data.president) },
              { label: labels.secretary, value: named(data.secretary) },
              ...those.map((how) => ({
                label: labels[how],
                value: data[how].map(named).join('\u00A0; '),
              })),
              { label: labels.represented ?? '', value: data.represented?.join(' ') },
            ].filter(({ value }) => value)}
          />
        </Card>
        {data.parts.map(({ title, opening, points }) => (
          <Card title={title} level={3}>
            <Stack>
              {opening.map((sentence) => (
                <p>{sentence}</p>
              ))}
              {points.map((point) => (
                <PointText point={point} writeAt={writeAt?.get(point.number)} />
              ))}
            </Stack>
          </Card>
        ))}
        {data.closing.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </Stack>
    </div>
  )
}

const named = ({ name, mandate }: Attendee) => [name, mandate].filter(Boolean).join(', ')

/** A point as minutes say it. */
export function PointText({
  point,
  writeAt,
  within = 3,
}: {
  point: MinutesPoint
  writeAt?: string | undefined
  /** The level of the heading below which it stands. */
  within?: 2 | 3
}) {
  const title = `${point.number}. ${point.title}`
  return (
    <section>
      <Stack>
        {point.before.map((sentence) => (
          <p>
            <em>{sentence}</em>
          </p>
        ))}
        {within === 2 ? <h3>{title}</h3> : <h4>{title}</h4>}
        {point.continued && <p>{point.continued}</p>}
        {point.reference && <p>{point.reference}</p>}
        {point.urgent?.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {point.discussion.length > 0 && <ActText html={toHtml(point.discussion)} label={title} />}
        {point.course?.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {point.organSpeaks && <p>{point.organSpeaks}</p>}
        {point.motivation.length > 0 && <ActText html={toHtml(point.motivation)} label={title} />}
        {point.votes.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {point.verb && (
          <p>
            <strong>{point.verb}</strong>
          </p>
        )}
        {point.decision.length > 0 && <ActText html={toHtml(point.decision)} label={title} />}
        {point.after.map((sentence) => (
          <p>
            <em>{sentence}</em>
          </p>
        ))}
        {writeAt && (
          <p>
            <ButtonLink href={writeAt} small icon="pencil">
              {t('minutes.remark.write', { number: point.number })}
            </ButtonLink>
          </p>
        )}
      </Stack>
    </section>
  )
}
