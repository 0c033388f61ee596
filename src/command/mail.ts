import { mostOfReport, noteReturn, readReport } from '#kernel/mail'
import { asHouse, everyAuthority, onHouse } from './standing.ts'

/** Takes in what came back of a message, as a server for mail pipes it (RFC 3464). What is anything else is let be. */
export async function takeReturn(_given: string[]): Promise<void> {
  const report = await readReport(await whole(process.stdin))
  if (!report || report.tokens.length === 0)
    return console.log('This is no report on a message of this house that failed for good.')
  await onHouse(async (standing) => {
    for (const authority of await everyAuthority(standing))
      if (await asHouse(standing, authority, () => noteReturn(report)))
        return console.log(`${authority.name}: ${report.status} ${report.said}`)
    console.log('No message of this house has this secret, or it came back before.')
  })
}

/** What is read of a report; the rest is taken too, so that whoever pipes it is done. */
async function whole(from: AsyncIterable<Buffer | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of from) {
    const bytes = Buffer.from(chunk)
    if (size <= mostOfReport) chunks.push(bytes)
    size += bytes.length
  }
  return Buffer.concat(chunks)
}
