import { Conflict } from '#kernel/errors'
import { meaningsOf, type Comparison, type ReceivedMeeting } from '#modules/incoming'
import { type Asker, fetchFile } from './client.ts'
import { itemsThere, type MappedTokens, meetingThere } from './questions.ts'
import { fileKey, type Read, readAnswers } from './read.ts'

/** In bytes: so much may the files of a meeting be that are fetched at once. */
const mostOfAll = 200_000_000

/** Which tokens of a source stand for something here. */
export async function mappedTokens(sourceId: string): Promise<MappedTokens> {
  const { subjects, people } = await meaningsOf(sourceId)
  return { subjects: new Set(subjects.keys()), people: new Set(people.keys()) }
}

/** Asks for a meeting and its public points, without the bytes of its files. Throws `Conflict`, `Unavailable`. */
export async function gather(asker: Asker, uid: string, mapped: MappedTokens): Promise<Read> {
  const meeting = await meetingThere(asker, uid)
  return readAnswers(asker.of, meeting, await itemsThere(asker, uid, mapped), mapped)
}

/** Gives a meeting the bytes of those files that are new or other than ours, of the chosen points. */
export async function withFiles(
  asker: Asker,
  { meeting, downloads }: Read,
  { points: compared }: Comparison,
  only: readonly string[] | null,
): Promise<ReceivedMeeting> {
  const wanted = new Set(
    compared.flatMap((point) =>
      only && !only.includes(point.id)
        ? []
        : point.annexes.flatMap((annex) =>
            annex.what === 'added' || annex.what === 'modified' ? fileKey(point, annex) : [],
          ),
    ),
  )
  let size = 0
  const points: ReceivedMeeting['points'] = []
  for (const point of meeting.points) {
    const annexes: typeof point.annexes = []
    for (const annex of point.annexes) {
      const key = fileKey(point, annex)
      const content = wanted.has(key)
        ? await fetchFile(asker, downloads.get(key) ?? '', annex.title)
        : null
      size += content?.byteLength ?? 0
      if (size > mostOfAll)
        throw new Conflict('pulls.files_too_big', { most: mostOfAll / 1_000_000 })
      annexes.push({ ...annex, content })
    }
    points.push({ ...point, annexes })
  }
  return { ...meeting, points }
}
