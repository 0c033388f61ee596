import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { figure } from '#test/harness'
import { givenMeeting } from '../../deliberations/test/council.ts'
import { tellNews } from '../tell.ts'
import { follows } from './subscribers.ts'
import {
  choose,
  close,
  frozen,
  inTown,
  mill,
  mine,
  park,
  person,
  publish,
  slugs,
  tell,
  town,
  withhold,
  zoe,
} from './town.ts'

inTown()

describe('who is told', () => {
  test('follows a street, an organ or words, whatever else is published', async () => {
    const wants = {
      'street@example.org': { place: 'moulin' },
      'elsewhere@example.org': { place: 'rue haute' },
      'council@example.org': { organ: town.council.name },
      'college@example.org': { organ: town.college.name },
      'both@example.org': { q: 'banc', organ: town.council.name },
      'all@example.org': {},
    }
    for (const [email, wanted] of Object.entries(wants))
      await follows(town.authority, email, wanted)
    const { meeting } = await frozen([mill, park])
    await publish(meeting)
    await town.authority.asSystem(() =>
      sql`update publications.entry set places = '{rue du Moulin}' where title like 'Réfection%'`.execute(
        db(),
      ),
    )
    const told: [string, string[]][] = []
    for (const email of Object.keys(wants)) {
      const text = (await mine(email)).map(({ body }) => body).join('')
      const titles = [mill, park].flatMap(({ title = '' }) => (text.includes(title) ? title : []))
      told.push([email, titles])
    }
    expect(Object.fromEntries(told)).toEqual({
      'street@example.org': [mill.title],
      'elsewhere@example.org': [],
      'council@example.org': [mill.title, park.title],
      'college@example.org': [],
      'both@example.org': [park.title],
      'all@example.org': [mill.title, park.title],
    })
  })

  test('follows a subject', async () => {
    const { meeting } = await frozen([mill])
    await publish(meeting)
    const subject = await town.authority.asSystem(async () => {
      const row = await sql<{ subject: string }>`select subject from publications.entry`.execute(
        db(),
      )
      return row.rows[0]?.subject ?? ''
    })
    expect(subject).not.toBe('')
    await follows(town.authority, zoe, { subject })
    await follows(town.authority, 'other@example.org', { subject: 'Autre matière' })
    await tell(await slugs())
    expect(await mine()).toHaveLength(1)
    expect(await mine('other@example.org')).toEqual([])
  })

  test('hears nothing of a closed session', async () => {
    await follows(town.authority, zoe)
    const { meeting } = await frozen([mill, person])
    await close(meeting)
    await publish(meeting)
    const [letter] = await mine()
    expect(letter?.body).toContain(mill.title)
    expect(letter?.body).not.toContain('Engagement')
  })

  test('gets one letter for a project, one for what became of it, and none for a correction', async () => {
    await follows(town.authority, zoe)
    const { meeting, points } = await frozen([mill, park])
    await publish(meeting)
    expect(await mine()).toHaveLength(1)
    await close(meeting)
    await publish(meeting)
    const [, decided] = await mine()
    expect(decided?.body).toContain('Adopté\u00A0: Réfection de la rue du Moulin')
    await choose(meeting, points[0], { title: 'Réfection d’une rue' })
    await publish(meeting)
    expect(await mine()).toHaveLength(2)
  })

  test('hears nothing of an archive that is published late', async () => {
    await follows(town.authority, zoe)
    const { meeting } = await givenMeeting(town, { items: [mill], until: 'frozen' })
    await publish(meeting)
    expect(await mine()).toEqual([])
  })

  test('gets nothing twice where the job is killed and comes again', async () => {
    await follows(town.authority, zoe)
    const { meeting } = await frozen([mill])
    await publish(meeting)
    const some = await slugs()
    const killed = town.authority.asSystem(async () => {
      await tellNews.run({ slugs: some })
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    await tell(some)
    await tell(some)
    expect(await mine()).toHaveLength(1)
  })

  test('does not hear of a point that is withdrawn before the letter is written', async () => {
    await follows(town.authority, zoe)
    const { meeting, points } = await frozen([mill, park])
    await publish(meeting)
    await withhold(meeting, points[0])
    const [letter] = await mine()
    expect(letter?.body).toContain(park.title)
    expect(letter?.body).not.toContain('Moulin')
  })

  test('gets another letter without it where it is withdrawn before that one leaves', async () => {
    await follows(town.authority, zoe)
    const { meeting, points } = await frozen([mill, park])
    await publish(meeting)
    await tell(await slugs())
    await withhold(meeting, points[0])
    const letters = await mine()
    expect(letters).toHaveLength(1)
    expect(letters[0]?.body).toContain(park.title)
    expect(letters[0]?.body).not.toContain('Moulin')
  })

  test('reads it in the language in which they asked', async () => {
    await town.authority.asSystem(() =>
      sql`insert into alerts.subscriber (email, language, origin) values (${zoe}, 'nl', 'http://here')`.execute(
        db(),
      ),
    )
    await town.authority.asSystem(() =>
      sql`insert into alerts.follow (subscriber_id, words, subject, organ, place)
        select id, '', '', '', '' from alerts.subscriber`.execute(db()),
    )
    const { meeting } = await frozen([mill])
    await publish(meeting)
    expect((await mine())[0]?.body).toContain('Ontwerp: Réfection de la rue du Moulin')
  })

  test('is one of a thousand, in one go', async () => {
    const { meeting } = await frozen([mill, park])
    await publish(meeting)
    const some = await slugs()
    const measured = town.authority.asSystem(async () => {
      await sql`insert into alerts.subscriber (email, language, origin)
        select 's' || n || '@example.org', 'fr', 'http://here' from generate_series(1, 1000) n`.execute(
        db(),
      )
      await sql`insert into alerts.follow (subscriber_id, words, subject, organ, place)
        select id, case when row_number() over () % 2 = 0 then 'moulin' else 'banc ' || left(email, 3) end, '', '', ''
        from alerts.subscriber`.execute(db())
      const began = performance.now()
      const [, half] = await sql<{
        id: string
      }>`select id from alerts.subscriber order by id offset 499 limit 1`
        .execute(db())
        .then(({ rows }) => [0, rows[0]?.id])
      await tellNews.run({ slugs: some })
      await tellNews.run({ slugs: some, after: half })
      const seconds = (performance.now() - began) / 1000
      const { rows } = await sql<{
        count: number
      }>`select count(*)::int as count from kernel.mail`.execute(db())
      expect(rows[0]?.count).toBe(500)
      figure('letters of alerts to 500 of 1 000 subscribers, written', seconds, 's')
      expect(seconds).toBeLessThan(10)
      // Nobody delivers a thousand letters here.
      throw new Error('taken back')
    })
    await expect(measured).rejects.toThrow('taken back')
  })
})
