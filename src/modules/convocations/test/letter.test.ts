import { expect, test } from 'vitest'
import { inItsLanguage } from '#kernel/tenancy'
import { versionAt } from '#modules/deliberations'
import {
  foundTown,
  givenCpas,
  givenMeeting,
  givenTown,
  onMeeting,
  type Town,
} from '../../deliberations/test/council.ts'
import { frenchIn } from '../../deliberations/test/french.ts'
import { letterOf } from '../letter.ts'

/** What members of the council are sent. */
async function letterIn(town: Town): Promise<string> {
  const { meeting } = await givenMeeting(town, { until: 'frozen' })
  const { body } = await onMeeting(town, town.secretariat, meeting, (found) =>
    inItsLanguage(() =>
      letterOf({
        ...{ kind: 'convocation', meeting: found, agenda: undefined, repeated: undefined },
        ...{ quote: '', reason: '', urgency: '' },
      }),
    ),
  )
  return body
}

test('a council is convoked by its college (L1122-12); director general and burgomaster sign (L1132-3); no deadline is told to members', async () => {
  const body = await letterIn(await givenTown())
  expect(body).toMatch(
    /^Madame, Monsieur,\n\nLe Collège communal vous convoque à la séance que le Conseil communal.* tiendra le /,
  )
  expect(body).toMatch(/considération distinguée\.\n\nLa secretary,\n.+\n\nLa president,\n.+\n$/)
  expect(body).not.toContain('au plus tard')
})

test('a council of social action is convoked by its own president', async () => {
  const body = await letterIn(await givenCpas())
  expect(body).toMatch(/\n\nNous vous convoquons à la séance que /)
  expect(body).toMatch(/\n\nLa secretary,\n.+\n\nLa president,\n.+\n$/)
})

test('a German-speaking municipality convokes in German, from the greeting to the agenda, a second time too', async () => {
  const town = await foundTown('municipality', ['de', 'fr'])
  const { meeting } = await givenMeeting(town, { until: 'frozen' })
  const letters = await onMeeting(town, town.secretariat, meeting, (found) =>
    inItsLanguage(async () => {
      const none = { quote: '', reason: '', urgency: '', agenda: await versionAt(found.id) }
      const again = { meeting: { ...found, rank: 2 }, repeated: found }
      return [
        await letterOf({ ...none, kind: 'convocation', meeting: found }),
        await letterOf({ ...none, kind: 'convocation', ...again }),
      ]
    }),
  )
  expect(letters[0]?.body).toContain('Das Gemeindekollegium beruft Sie zur Sitzung ein, die der')
  expect(letters[1]?.body).toContain('Zweite Einberufung')
  expect(frenchIn(letters)).toEqual([])
})
