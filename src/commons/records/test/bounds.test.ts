import { describe, expect, test } from 'vitest'
import { Invalid } from '#kernel/errors'
import type { MessageKey } from '#kernel/i18n'
import { date, FormParts, money, optional, remark, taken } from '../index.ts'

const label: MessageKey = 'records.title'
const fields = {
  fee: money({ label }),
  day: date({ label }),
  why: remark(90, { label, neededWhen: { field: 'fee', from: 1_000_000 } }),
  season: remark(90, {
    label,
    shownWhen: { field: 'day', from: '2027-06-01', until: '2027-08-31' },
  }),
  over: optional(money({ label, neededWhen: { field: 'day', until: '2026-12-31' } })),
}
const day = (text: string) => Temporal.PlainDate.from(text)
const given = { fee: 999_999, day: day('2027-03-01'), why: '', season: 'Été', over: null }

/** The names of what is missing. */
const missing = (answers: object) =>
  taken(fields, { ...given, ...answers }).then(
    () => [],
    (failure: unknown) => (failure instanceof Invalid ? Object.keys(failure.fields) : failure),
  )

describe('an answer that depends on a number, an amount or a day', () => {
  test('is needed from the bound on, and until it', async () => {
    expect(await missing({})).toEqual([])
    expect(await missing({ fee: 1_000_000 })).toEqual(['why'])
    expect(await missing({ day: day('2026-12-31') })).toEqual(['over'])
    expect(await missing({ day: day('2027-01-01') })).toEqual([])
  })

  test('is asked for within the bounds alone, and emptied elsewhere', async () => {
    const season = async (at: string) => (await taken(fields, { ...given, day: day(at) })).season
    expect(await season('2027-05-31')).toBe('')
    expect(await season('2027-06-01')).toBe('Été')
    expect(await season('2027-08-31')).toBe('Été')
    expect(await season('2027-09-01')).toBe('')
  })

  test('says so in words, and its page knows the amount as it is typed', async () => {
    const parts = [{ title: label, names: Object.keys(fields) }]
    const form = String(await FormParts({ fields, parts })).replaceAll(/\s/g, ' ')
    expect(form).toContain('à partir de 10 000 €')
    expect(form).toContain('de 01/06/2027 à 31/08/2027')
    expect(form).toContain(
      '&quot;neededWhen&quot;:{&quot;field&quot;:&quot;fee&quot;,&quot;from&quot;:10000}',
    )
  })
})
