import { itsLanguage } from '#kernel/tenancy'
import { Stack } from '#kernel/ui'
import { PointText } from '#modules/minutes'
import type { ExtractData } from '../data.ts'

/** An extract as it is read: its points, its formula, who certifies it. */
export const ExtractText = ({ data }: { data: ExtractData }) => (
  <div lang={itsLanguage()}>
    <Stack>
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
