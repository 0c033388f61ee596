import { z } from 'zod'
import { may } from '#kernel/access'
import { db, latest } from '#kernel/db'
import { type Attempt, type Call, form, optionalDay, wantsAll } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { Edition, ensureEdition, page, redirect, typed } from '#kernel/pages'
import { Breadcrumbs, ButtonLink, Card, Cut, EmptyState, Head, History, Stack } from '#kernel/ui'
import { todayHere } from '#commons/directory'
import { organInWords } from '#commons/law'
import { dayAfter, proposed } from '#commons/people'
import { deedInWords } from '../deeds.ts'
import { type Organ, standsOn, votes } from '../organ.ts'
import { nameOf, sitsOn } from '../room.ts'
import { EndFields, RankFields, ReplacementFields, SeatFields, TitleFields } from '../schema.ts'
import {
  endSeat,
  rankSeat,
  replaceSeat,
  retitleSeat,
  resumeSeat,
  seatNamed,
  seatPerson,
  seatsOf,
  standingSeat,
} from '../seat.ts'
import { Ending } from './life.tsx'
import { EndBadge } from './list.tsx'
import { keeps, organHere, organPath, pages, personIn, reads, seats } from './routes.ts'
import { DayFilter, NewSeatForm, SeatTable } from './seat-table.tsx'

const Query = z.object({ on: optionalDay().default(null) })

pages.get('/:id', reads, form(Query), (c, { on }) => organPage(c, on ?? todayHere()))

const again = (c: Call, attempt: Attempt) => organPage(c, todayHere(), attempt)

pages.post('/:id/seats', seats, form(SeatFields, again), async (c, sent) => {
  const body = await organHere(c)
  await seatPerson(body, {
    ...{ personId: await personIn(sent.person), part: sent.part },
    ...{ title: sent.title, group: sent.group },
    ...{ validFrom: sent.first_day, validTo: dayAfter(sent.last_day) },
  })
  return redirect(c, organPath(body), { key: 'organs.seated', params: { name: sent.person } })
})

pages.post('/:id/seats/:seat/end', seats, form(EndFields), async (c, { last_day }) => {
  const body = await organHere(c)
  const seat = await seatNamed(body.id, c.req.param('seat'))
  await endSeat(body, seat, dayAfter(last_day) ?? todayHere().add({ days: 1 }))
  return redirect(c, organPath(body), { key: 'organs.seat_ended', params: { name: nameOf(seat) } })
})

pages.post('/:id/seats/:seat/resumption', seats, async (c) => {
  const body = await organHere(c)
  const seat = await seatNamed(body.id, c.req.param('seat'))
  await resumeSeat(body, seat)
  return redirect(c, organPath(body), {
    key: 'organs.seat_resumed',
    params: { name: nameOf(seat) },
  })
})

pages.post('/:id/seats/:seat/replacement', seats, form(ReplacementFields), async (c, sent) => {
  const body = await organHere(c)
  const seat = await seatNamed(body.id, c.req.param('seat'))
  const { title, group, first_day: from } = sent
  await replaceSeat(body, seat, { personId: await personIn(sent.person), title, group, from })
  return redirect(c, organPath(body), {
    key: 'organs.seat_replaced',
    params: { name: nameOf(seat), by: sent.person },
  })
})

const Titled = TitleFields.extend(Edition.partial().shape)

pages.post('/:id/seats/:seat/title', seats, form(Titled), async (c, { edition, ...sent }) => {
  const body = await organHere(c)
  const seat = await seatNamed(body.id, c.req.param('seat'))
  if (edition !== undefined) ensureEdition(standingSeat(seat), edition)
  await retitleSeat(body, seat, sent)
  return redirect(c, organPath(body), {
    key: 'organs.seat_retitled',
    params: { name: nameOf(seat) },
  })
})

pages.post('/:id/seats/:seat/rank', seats, form(RankFields), async (c, { way }) => {
  const body = await organHere(c)
  const seat = await seatNamed(body.id, c.req.param('seat'))
  await rankSeat(body, seat, way)
  return redirect(c, organPath(body), { key: 'organs.seat_ranked', params: { name: nameOf(seat) } })
})

async function organPage(c: Call, day: Temporal.PlainDate, attempt?: Attempt): Promise<Response> {
  const body = await organHere(c)
  const all = await seatsOf(body.id)
  const mayChange = may(seats) && standsOn(body, todayHere())
  const mayKeep = may(keeps)
  const names = mayChange ? await proposed() : []
  const sitting = all.filter((one) => sitsOn(one, day))
  const others = all.filter((one) => !sitsOn(one, day))
  const table = { organ: body, names, mayChange }
  return page(
    c,
    { title: body.name, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs trail={[{ label: t('organs.title'), href: '/organs' }, { label: body.name }]} />
      <Head
        title={body.name}
        state={<EndBadge organ={body} />}
        actions={
          mayKeep && (
            <>
              <ButtonLink href={`${organPath(body)}/change`} icon="pencil">
                {t('organs.change')}
              </ButtonLink>
              {!body.closed_on && (
                <ButtonLink href={`${organPath(body)}/closing`}>{t('organs.close')}</ButtonLink>
              )}
            </>
          )
        }
        facts={[
          organInWords(body.kind),
          t('organs.voting', { count: sitting.filter(votes).length }),
          body.seats !== null && t('organs.of_seats', { seats: body.seats }),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <Stack>
        <Ending organ={body} mayKeep={mayKeep} />
        <DayFilter path={organPath(body)} day={day} />
        <SeatTable {...table} seats={sitting} caption={t('organs.sitting')} />
        {others.length > 0 && (
          <SeatTable {...table} seats={others} caption={t('organs.not_sitting')} />
        )}
        {mayChange && (
          <Card title={t('organs.add_seat')}>
            <NewSeatForm
              action={`${organPath(body)}/seats`}
              names={names}
              errors={attempt?.errors}
              values={attempt && typed(attempt)}
            />
          </Card>
        )}
        {may(seats) && (
          <Card title={t('organs.history')}>
            <Deeds organ={body} most={wantsAll(c, 'deeds') ? null : 30} />
          </Card>
        )}
      </Stack>
    </>,
  )
}

async function Deeds({ organ: { id }, most }: { organ: Organ; most: number | null }) {
  const lines = await latest(
    db()
      .selectFrom('kernel.event')
      .select(['id', 'type', 'actor_name', 'at', 'data'])
      .where('subject_id', '=', id)
      .where('type', 'like', 'organs.%')
      .orderBy('id', 'desc'),
    most,
  )
  if (lines.rows.length === 0)
    return <EmptyState icon="history" sentence={t('organs.no_history')} />
  return (
    <>
      <History
        entries={lines.rows.map(({ type, actor_name, at, data }) => ({
          who: actor_name,
          what: deedInWords(type, data),
          when: { text: formatDateTime(at, 'short'), datetime: at },
        }))}
      />
      <Cut of={lines} href={`/organs/${id}?all=deeds`} />
    </>
  )
}
