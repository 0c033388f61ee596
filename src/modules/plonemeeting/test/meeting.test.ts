import { describe, expect, test } from 'vitest'
import { noChoices, plan } from '../plan.ts'
import { read } from '../read.ts'
import type { UploadedFile } from '#commons/imports'
import { answer, json, nothingKnown, said, sample } from './beauval.ts'
import type { Fields } from './beauval.ts'

describe('the meeting', () => {
  const sampleMeeting = (fields: Fields): UploadedFile[] => {
    const meeting = answer('meeting.json')
    Object.assign(meeting.items[0] ?? {}, fields)
    return sample().map((file) => (file.name === 'meeting.json' ? json(file.name, meeting) : file))
  }
  const dayOf = (fields: Fields) =>
    read(sampleMeeting(fields)).meeting?.startsAt.toString({ timeZoneName: 'never' })

  test('without it, or with two, nothing is ready', () => {
    const without = read(sample().filter(({ name }) => name !== 'meeting.json'))
    expect(said(without.findings, 'no_meeting')).toHaveLength(1)
    const second = answer('meeting.json')
    Object.assign(second.items[0] ?? {}, { UID: 'another' })
    const two = read([...sample(), json('second.json', second)])
    expect(said(two.findings, 'several_meetings')).toHaveLength(1)
    for (const upload of [without, two]) {
      expect(plan(upload, nothingKnown, { ...noChoices, leaveOutRefused: true }).ready).toBe(false)
    }
  })

  test('the same meeting given twice is one', () => {
    const [twice] = sample().filter(({ name }) => name === 'meeting.json')
    expect(read([...sample(), ...(twice ? [twice] : [])]).meeting).not.toBeNull()
  })

  test('the day is that of its title where date and start differ', () => {
    const fields = {
      title: '15 juin 2026',
      date: '2026-06-09T22:00:00+00:00',
      startDate: '2026-06-14T22:00:00+00:00',
    }
    expect(dayOf(fields)).toBe('2026-06-15T00:00:00+02:00')
    const { findings } = read(sampleMeeting(fields))
    expect(said(findings, 'date_differs')[0]?.params).toMatchObject({
      date: '2026-06-10',
      chosen: '2026-06-15',
    })
    expect(said(findings, 'hour_unknown')).toHaveLength(1)
  })

  test('an hour is preferred to midnight, and a moment without offset is local', () => {
    expect(dayOf({ date: '2026-06-14T22:00:00+00:00' })).toBe('2026-06-15T20:05:00+02:00')
    expect(dayOf({ date: '2026-06-15T20:00:00', startDate: null })).toBe(
      '2026-06-15T20:00:00+02:00',
    )
  })

  test.for([
    '2026-03-29T02:30:00',
    '2026-10-25T02:30:00',
    '1900-06-15T20:00:00',
    '9999-06-15T18:00:00+00:00',
  ])('a meeting at a time that cannot be meant is refused, and the time told (T5): %s', (date) => {
    const upload = read(sampleMeeting({ date, startDate: null }))
    expect(upload.meeting).toBeNull()
    expect(said(upload.findings, 'wrong_value')[0]?.params).toMatchObject({ value: date })
  })

  test('names of the newer generation are read', () => {
    const meeting = read(
      sampleMeeting({
        meetingNumber: undefined,
        meeting_number: 7,
        startDate: undefined,
        start_date: null,
        place: { token: 'hall', title: 'Salle des mariages' },
      }),
    ).meeting
    expect(meeting).toMatchObject({ number: 7, place: 'Salle des mariages' })
  })

  test('a meeting without a date is refused by field', () => {
    const upload = read(sampleMeeting({ date: null, startDate: null }))
    expect(upload.meeting).toBeNull()
    expect(said(upload.findings, 'missing_field')[0]?.where.field).toBe('date')
  })

  test('its points are those asked for by its UID, where it does not list them', () => {
    expect(read(sampleMeeting({ items: undefined })).items).toHaveLength(12)
    const other = read(sampleMeeting({ items: undefined, UID: 'another' }))
    expect(other.items).toEqual([])
    expect(said(other.findings, 'item_of_other_meeting')).toHaveLength(12)
  })
})
