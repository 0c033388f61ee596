import { beforeEach, describe, expect, test } from 'vitest'
import { today } from '#commons/clock'
import { givenTown, mainWords, type Town } from '../../deliberations/test/council.ts'
import { deskOf, market } from './desk.ts'
import { asks, givenComing, publicationOf, road } from './given.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

const publish = (meeting: { id: string }) =>
  town.secretariat.visitor.post(publicationOf(meeting), {})
const yearIn = (days: number) => today().add({ days }).year

interface Line {
  title: string
  verdict: string
  asked: number
  in_time: number
  late_days: number
  withheld: { why: string; count: number }[]
  first_public: string | null
}
const report = async (days: number) =>
  (await town.secretariat.visitor.api('GET', `/publicity/report?year=${yearIn(days)}`)).json<{
    items: Line[]
  }>().items

describe('the report of a year', () => {
  test('says of a meeting whose projects were public five clear days before it that they were on time', async () => {
    const { meeting } = await givenComing(town, 7)
    await publish(meeting)
    expect(await report(7)).toMatchObject([
      { verdict: 'in_time', asked: 1, in_time: 1, first_public: today().toString() },
    ])
    const read = mainWords(await asks(town, `/on-time/${yearIn(7)}`))
    expect(read).toContain('Décret du 18 mai 2022')
    expect(read).toContain('1 séance à temps, aucune en retard')
  })

  test('says by how many days they were late, and why points are kept back', async () => {
    const { meeting, points } = await givenComing(town, 5, [road, { title: 'Un marché' }])
    await town.secretariat.visitor.api(
      'POST',
      `${publicationOf(meeting)}/choices/${points[1]?.id}`,
      { withheld: 'Négociation en cours' },
    )
    await publish(meeting)
    expect(await report(5)).toMatchObject([
      {
        ...{ verdict: 'late', in_time: 0, late_days: 1 },
        withheld: [{ why: 'Négociation en cours', count: 1 }],
      },
    ])
    expect(mainWords(await asks(town, `/on-time/${yearIn(5)}`))).toContain('1 jour de retard')
    const { text } = await asks(town, `/on-time/${yearIn(5)}.csv`)
    expect(text).toContain('Négociation en cours')
  })

  test('forgets no day by what is withdrawn later', async () => {
    const { meeting, points } = await givenComing(town, 7)
    await publish(meeting)
    const choices = `${publicationOf(meeting)}/choices/${points[0]?.id}`
    await town.secretariat.visitor.api('POST', choices, { withheld: 'Négociation en cours' })
    expect(await report(7)).toMatchObject([
      { first_public: today().toString(), verdict: 'in_time', withheld: [{ count: 1 }] },
    ])
  })

  test('counts no decision that is public no more', async () => {
    const { meeting, points } = await deskOf(() => town).held([road, market])
    const of = async () =>
      (
        await town.secretariat.visitor.api(
          'GET',
          `/publicity/report?year=${meeting.starts_at.toZonedDateTimeISO('Europe/Brussels').year}`,
        )
      ).json<{ items: { decisions: number }[] }>().items
    expect(await of()).toMatchObject([{ decisions: 2 }])
    const choices = `${publicationOf(meeting)}/choices/${points[0]?.id}`
    await town.secretariat.visitor.api('POST', choices, { withheld: 'Négociation en cours' })
    expect(await of()).toMatchObject([{ decisions: 1, withheld: [{ count: 1 }] }])
  })

  test('counts a point that is kept back since once', async () => {
    const { meeting, points } = await givenComing(town, 7, [road, { title: 'Un marché' }])
    await publish(meeting)
    const choices = `${publicationOf(meeting)}/choices/${points[0]?.id}`
    expect(await report(7)).toMatchObject([{ asked: 2, in_time: 2, withheld: [] }])
    await town.secretariat.visitor.api('POST', choices, { withheld: 'Négociation en cours' })
    expect(await report(7)).toMatchObject([
      { verdict: 'in_time', asked: 1, in_time: 1, withheld: [{ count: 1 }] },
    ])
  })

  test('names to agents the meetings of which nothing is public, and to nobody else', async () => {
    const { meeting } = await givenComing(town, 3)
    expect(await report(3)).toMatchObject([{ title: meeting.title, verdict: 'late' }])
    const read = mainWords(await asks(town, `/on-time/${yearIn(3)}`))
    expect(read).not.toContain(meeting.title)
    const file = await town.secretariat.visitor.get(`/publicity/report?year=${yearIn(3)}&as=csv`)
    expect(file.text).toContain(meeting.title)
  })

  test('is found from the decisions of the authority', async () => {
    expect((await asks(town, '/decisions')).text).toContain('href="/on-time"')
    expect((await asks(town, '/on-time')).status).toBe(200)
    expect((await asks(town, '/on-time/0000')).status).toBe(404)
  })
})
