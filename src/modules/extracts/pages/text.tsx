import { itsLanguage } from '#kernel/tenancy'
import { Facts, Stack } from '#kernel/ui'
import { type Attendee, PointText } from '#modules/minutes'
import type { ExtractData } from '../data.ts'

/** An extract as it is read: its points, its formula, who certifies it. */
export const ExtractText = ({ data }: { data: ExtractData }) => (
  <div lang={itsLanguage()}>
    <Stack>
      <Presences data={data} />
      {data.points.map((point) => (
        <PointText point={point} within={2} />
      ))}
      {data.closing.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p>{data.signing.formula}</p>
      <ul>
        {data.signing.signatories.map(({ mention, role, name }) => (
          <li>{[mention, role, name].filter(Boolean).join(' ')}</li>
        ))}
      </ul>
    </Stack>
  </div>
)

/** Who was there for these points, as the extract says it: those of whom nothing is said are left out. */
function Presences({ data }: { data: ExtractData }) {
  const { labels, represented = [] } = data
  const said = (label: string, some: readonly Attendee[]) => ({
    label,
    value: some
      .filter(({ name }) => name)
      .map(inWords)
      .join('\u00A0; '),
  })
  const facts = [
    said(labels.president, [data.president]),
    said(labels.secretary, [data.secretary]),
    said(labels.present, data.present),
    said(labels.excused, data.excused),
    said(labels.absent, data.absent),
    { label: labels.represented ?? '', value: represented.join(' ') },
  ].filter(({ value }) => value)
  if (facts.length === 0) return null
  return (
    <section aria-label={labels.attendance}>
      <Facts facts={facts} />
    </section>
  )
}

const inWords = ({ name, mandate }: Attendee) => [name, mandate].filter(Boolean).join(', ')
