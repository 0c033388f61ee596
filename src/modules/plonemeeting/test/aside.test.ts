import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestPerson } from '#test/harness'
import { meetingYears } from '#modules/deliberations'
import type { UploadedFile } from '#commons/imports'
import { arrived, crossing } from '../aside.ts'
import { uploadOf } from '../importing.ts'
import { read } from '../read.ts'
import { limits } from '../types.ts'
import { said, sampleWith } from './beauval.ts'

/** The sample, the first points of which say this. */
const withTexts = (text: string, count = 12): UploadedFile[] =>
  sampleWith((items) => {
    const rich = { 'content-type': 'text/html', data: `<p>${text}</p>` }
    for (const item of items.slice(0, count))
      Object.assign(item, { motivation: rich, decision: rich })
  })

describe('an upload that is read beside the server', () => {
  test('says the same as one that is read here', async () => {
    const files = withTexts('mot '.repeat(20_000), 1)
    expect(arrived(crossing(files))).toEqual(read(files))
    const beside = await uploadOf(files)
    expect(beside.meeting?.startsAt).toEqual(read(files).meeting?.startsAt)
    expect(beside.items.map(({ hash }) => hash)).toEqual(read(files).items.map(({ hash }) => hash))
    expect(beside.findings).toEqual(read(files).findings)
  })

  test('is refused in words where it holds more text than a meeting does (H19)', async () => {
    const long = await uploadOf(withTexts('a'.repeat(500_001), 1))
    expect(said(long.findings, 'wrong_value')[0]?.params).toEqual({
      reason: 'too_long',
      most: limits.keptText,
    })
    const much = await uploadOf(withTexts('a'.repeat(490_000)))
    expect([much.items, much.meeting]).toEqual([[], null])
    expect(said(much.findings, 'wrong_file')[0]?.params).toEqual({ reason: 'too_much' })
  })
})

test('the years of meetings are those of meetings that are written here', () => {
  expect(limits.years).toEqual(meetingYears)
})

describe('whoever imports', () => {
  let secretariat: TestPerson
  beforeAll(async () => {
    const authority = await givenAuthority()
    secretariat = await authority.person({ roles: ['agent', 'secretariat'] })
  })

  test('holds nobody up meanwhile (H19)', async () => {
    const files = withTexts('mot '.repeat(100_000), 3)
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 20)
    const shown = await secretariat.visitor.api('POST', '/deliberations/imports/preview', {
      files: files.map(({ name, bytes }) => ({
        name,
        base64: Buffer.from(bytes).toString('base64'),
      })),
    })
    clearInterval(beat)
    expect(shown.status).toBe(200)
    expect(longest).toBeLessThan(1500)
  })
})
