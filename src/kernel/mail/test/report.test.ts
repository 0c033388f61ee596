import { threadCpuUsage } from 'node:process'
import { expect, test } from 'vitest'
import { mostOfReport, readReport, returnAddress } from '../report.ts'
import { report } from './report.ts'

const token = '0123456789abcdef0123456789abcdef'
const read = (text: string) => readReport(Buffer.from(text))

test('each message has a return address of its own', () => {
  expect(returnAddress('retour@commune.be', token)).toBe(`retour+${token}@commune.be`)
})

test('a report of a failure for good names its message and what was said', async () => {
  expect(await read(report(token))).toEqual({
    tokens: [token],
    status: '5.1.1',
    said: '550 5.1.1 No such user',
  })
})

test.each([
  ['a delay', report(token).replace('Action: failed', 'Action: delayed')],
  ['a success', report(token).replace('Action: failed', 'Action: delivered')],
  ['a failure that may pass', report(token).replace('Status: 5.1.1', 'Status: 4.2.2')],
  [
    'an answer of a person',
    `To: retour+${token}@commune.be\r\nSubject: Re\r\n\r\nAction: failed\r\nStatus: 5.1.1`,
  ],
  ['what is no message', '\u0000\u0001'],
  ['nothing', ''],
])('%s is none', async (_, text) => {
  expect(await read(text)).toBeNull()
})

test.each([
  ['parts', (size: number) => report(token, '--b\r\n\r\nx\r\n'.repeat(size / 10))],
  [
    'fields',
    (size: number) => report(token).replace('Status:', `${'A: b\r\n'.repeat(size / 6)}Status:`),
  ],
  [
    'folded lines',
    (size: number) =>
      report(token).replace('Status:', `B: c\r\n${' d\r\n'.repeat(size / 4)}Status:`),
  ],
])('the longest report is read in seconds: %s (S3)', async (_, source) => {
  const took = async (size: number) => {
    const bytes = Buffer.from(source(size))
    const before = threadCpuUsage()
    await readReport(bytes)
    const { user, system } = threadCpuUsage(before)
    return (user + system) / 1000
  }
  await took(1000)
  expect(await took(mostOfReport)).toBeLessThan(3_000)
})
