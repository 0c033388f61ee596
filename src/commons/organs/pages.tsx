import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { db, latest } from '#kernel/db'
import { Invalid, NotFound } from '#kernel/errors'
import {
  type Attempt,
  type Call,
  form,
  isId,
  optionalDay,
  PageRoutes,
  wantsAll,
} from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import { Breadcrumbs, Card, Cut, EmptyState, Head, History, Stack, Table } from '#kernel/ui'
import { todayHere } from '#commons/directory'
import { organInWords } from '#commons/law'
import { dayAfter, meant, proposed } from '#commons/people'
import { type Organ, organ, organs, votes } from './organ.ts'
import { EndFields, RankFields, ReplacementFields, SeatFields } from './schema.ts'
import {
  deedInWords,
  endSeat,
  nameOf,
  rankSeat,
  replaceSeat,
  seatNamed,
  seatPerson,
  seatsOf,
  sitsOn,
} from './seat.ts'
import { DayFilter, NewSeatForm, SeatTable } from './seat-table.tsx'

export const pages = new PageRoutes('/organs')
const reads = permission('organs.read')
const seats = permission('organs.seat')
const pathOf = ({ id }: Pick<Organ, 'id'>) => `/organs/${id}`

pages.get('/', reads, async (c) => {
  const today = todayHere()
  const all = await Promise.all(
    (await organs()).map(async (one) => ({
      ...one,
      sitting: (await seatsOf(one.id)).filter((seat) => sitsOn(seat, today)),
    })),
  )
  const title = t('organs.title')
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('organs.lead')} />
      <Card flush>
        <Table
          caption={title}
          hideCaption
          rows={all}
          empty={<EmptyState icon="users" sentence={t('organs.none')} />}
          columns={[
            { header: t('organs.name'), cell: (one) => <a href={pathOf(one)}>{one.name}</a> },
            { header: t('organs.acronym'), cell: ({ acronym }) => acronym },
            { header: t('organs.kind'), cell: ({ kind }) => organInWords(kind) },
            {
              header: t('organs.president'),
              cell: ({ sitting }) => {
                const president = sitting.find(({ part }) => part === 'president')
                return president ? nameOf(president) : '—'
              },
            },
            {
              header: t('organs.taken'),
              cell: ({ sitting, seats: most }) => {
                const count = sitting.filter(votes).length
                return most === null
                  ? String(count)
                  : t('organs.taken_of', { count, most: String(most) })
              },
            },
          ]}
        />
      </Card>
    </>,
  )
})

const Query = z.object({ on: optionalDay().default(null).catch(null) })

pages.get('/:id', reads, form(Query), (c, { on }) => organPage(c, on ?? todayHere()))

const again = (c: Call, attempt: Attempt) => organPage(c, todayHere(), attempt)

pages.post('/:id/seats', seats, form(SeatFields, again), async (c, sent) => {
  const body = await organHere(c)
  await seatPerson(body, {
    ...{ personId: await personIn(sent.person), part: sent.part, title: sent.title },
    ...{ validFrom: sent.first_day, validTo: dayAfter(sent.last_day) },
  })
  return redirect(c, pathOf(body), { key: 'organs.seated', params: { name: sent.person } })
})

pages.post('/:id/seats/:seat/end', seats, form(EndFields), async (c, { last_day }) => {
  const body = await organHere(c)
  const seat = await seatNamed(body.id, c.req.param('seat'))
  await endSeat(body, seat, dayAfter(last_day) ?? todayHere().add({ days: 1 }))
  return redirect(c, pathOf(body), { key: 'organs.seat_ended', params: { name: nameOf(seat) } })
})

pages.post('/:id/seats/:seat/replacement', seats, form(ReplacementFields), async (c, sent) => {
  const body = await organHere(c)
  const seat = await seatNamed(body.id, c.req.param('seat'))
  const { title, first_day: from } = sent
  await replaceSeat(body, seat, { personId: await personIn(sent.person), title, from })
  return redirect(c, pathOf(body), {
    key: 'organs.seat_replaced',
    params: { name: nameOf(seat), by: sent.person },
  })
})

pages.post('/:id/seats/:seat/rank', seats, form(RankFields), async (c, { way }) => {
  const body = await organHere(c)
  const seat = await seatNamed(body.id, c.req.param('seat'))
  await rankSeat(body, seat, way)
  return redirect(c, pathOf(body), { key: 'organs.seat_ranked', params: { name: nameOf(seat) } })
})

export async function organHere(c: Call): Promise<Organ> {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw new NotFound()
  return organ(id)
}

/** Whom a form or a program means. Throws `Invalid`. */
export async function personIn(text: string): Promise<string> {
  const id = await meant(text, 'person')
  if (!id) throw Invalid.field('person', 'http.field.required')
  return id
}

async function organPage(c: Call, day: Temporal.PlainDate, attempt?: Attempt): Promise<Response> {
  const body = await organHere(c)
  const all = await seatsOf(body.id)
  const mayChange = may(seats)
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
        facts={[
          organInWords(body.kind),
          t('organs.voting', { count: sitting.filter(votes).length }),
          body.seats !== null && t('organs.of_seats', { seats: body.seats }),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <Stack>
        <DayFilter path={pathOf(body)} day={day} />
        <SeatTable {...table} seats={sitting} caption={t('organs.sitting')} />
        {others.length > 0 && (
          <SeatTable {...table} seats={others} caption={t('organs.not_sitting')} />
        )}
        {mayChange && (
          <Card title={t('organs.add_seat')}>
            <NewSeatForm
              action={`${pathOf(body)}/seats`}
              names={names}
              errors={attempt?.errors}
              values={attempt && typed(attempt)}
            />
          </Card>
        )}
        {mayChange && (
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
