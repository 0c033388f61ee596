import { formatDate, formatDateTime, t } from '#kernel/i18n'
import { publicPage } from '#kernel/pages'
import { itsLanguage } from '#kernel/tenancy'
import { Head, Note, PrevNext, PublicSection, type Relation, Stack } from '#kernel/ui'
import { copiesUnder, copyAmong, Proof, type Published } from '#commons/publication'
import { outcomeInWords, PointWords, type PublicMeeting, type PublicPoint } from '#modules/copies'
import { meetingCopies, pointCopies } from '#modules/publications'
import { inAnotherForm, Within } from './forms.tsx'
import { publishedOrNone, copyOr, dayOf, Superseded, Way } from './copy.tsx'
import { open } from './routes.ts'
import { Timely } from './timely.tsx'

/** A point: its latest copy, or the one with a number; what stands before and after it on its agenda, and its older copies. */
open.kept('/:slug/:number{[0-9]+}?', async (c) => {
  const { slug = '', number } = c.req.param()
  const copies = await copiesUnder(pointCopies, slug)
  const wanted = number === undefined ? undefined : Number(number)
  const copy = copyAmong(copies, wanted) ?? (await copyOr(c, pointCopies, slug, number))
  if (copy instanceof Response) return copy
  const other = await inAnotherForm(c, { of: 'point', copy })
  if (other) return other
  const { title, content } = copy
  const agenda = await publishedOrNone(meetingCopies, content.meeting)
  const shown = agenda?.content.points.filter((one) => one.slug !== null) ?? []
  const at = shown.findIndex((one) => one.slug === slug)
  const beside = (['prev', 'next'] as const).flatMap((rel) => {
    const one = at < 0 ? undefined : shown[rel === 'prev' ? at - 1 : at + 1]
    return one?.slug ? [{ rel, href: pointCopies.path(one.slug), title: one.title }] : []
  })
  const { organ } = content
  return publicPage(
    c,
    {
      title,
      description: t('publications.description', { title, organ: organ.name }),
      relations: [
        ...beside.map(({ rel, href }): Relation => ({ rel, href })),
        ...(copy.later === undefined && number === undefined
          ? []
          : [{ rel: 'canonical' as const, href: pointCopies.path(slug) }]),
      ],
    },
    <Stack>
      <Way
        over={[
          {
            label: organ.name,
            href: `/decisions?${new URLSearchParams({ organ: organ.name })}`,
          },
          ...(agenda
            ? [
                {
                  label: formatDate(dayOf(Temporal.Instant.from(content.starts_at))),
                  href: meetingCopies.path(content.meeting),
                },
              ]
            : []),
        ]}
        last={t('publications.point', { number: content.number })}
      />
      <Head title={<span lang={itsLanguage()}>{title}</span>} reference={content.reference} />
      <Superseded copy={copy} path={pointCopies.path(slug)} />
      {agenda && <Moved point={content} agenda={agenda.content} />}
      <PointWords point={content} title={title}>
        <Timely copies={copies} />
      </PointWords>
      <PrevNext
        label={t('publications.agenda')}
        links={beside.map(({ rel, href, title: name }) => ({
          ...{ rel, href, title: <span lang={itsLanguage()}>{name}</span> },
          label: t(rel === 'prev' ? 'publications.previous' : 'publications.next'),
        }))}
      />
      <Copies of={copies} shown={copy.number} />
      <Proof publication={copy} />
      <Within c={c} of="point" copy={copy} />
    </Stack>,
  )
})

/** Where the agenda says meanwhile that the meeting is at another time, or is not: what this copy says of it is so no more. */
function Moved({ point, agenda }: { point: PublicPoint; agenda: PublicMeeting }) {
  if (agenda.state === 'cancelled')
    return <Note tone="warn">{t('publications.meeting_cancelled')}</Note>
  const [was, now] = [point, agenda].map(({ starts_at }) => Temporal.Instant.from(starts_at))
  if (!was || !now || was.equals(now)) return null
  return <Note tone="warn">{t('publications.meeting_moved', { when: formatDateTime(now) })}</Note>
}

/** Each copy with its day and what changed since the one before. */
function Copies({ of, shown }: { of: readonly Published<PublicPoint>[]; shown: number }) {
  if (of.length < 2) return null
  return (
    <PublicSection title={t('publications.copies')} aside>
      <ol class="plain">
        {of.map(({ slug, number, content, published_at }, at) => {
          const day = formatDate(dayOf(published_at))
          const words = t('publications.copies.one', {
            ...{ number, day },
            stage: outcomeInWords(content.outcome) || t(`publications.stage.${content.stage}`),
          })
          return (
            <li>
              {number === shown ? (
                <strong aria-current="true">{words}</strong>
              ) : (
                <a href={`${pointCopies.path(slug)}/${number}`}>{words}</a>
              )}
              {at < of.length - 1 && (
                <>
                  {' · '}
                  <a href={`${pointCopies.path(slug)}/${number}/changes`}>
                    {t('publications.changes', { number })}
                  </a>
                </>
              )}
            </li>
          )
        })}
      </ol>
    </PublicSection>
  )
}
