import { type ButtonTone, type IconName, PostButton, Row, Stack } from '#kernel/ui'
import type { Document } from './document.ts'
import { DocumentFiles } from './document-files.tsx'
import type { Format } from './formats.ts'

/** A button that asks for a document: it posts `template` and, where told, `format`. */
export interface DocumentMaker {
  template: string
  format?: Format | undefined
  /** « Établir l’ordre du jour » */
  label: string
  icon?: IconName | undefined
  tone?: ButtonTone | undefined
}

export interface DocumentShelfProps {
  documents: readonly Document[]
  /** Where the buttons post. */
  action: string
  makers: readonly DocumentMaker[]
  /** Whether the one who acts may ask for documents. */
  may: boolean
}

/** The documents of a dossier below the buttons that ask for more. The page is `pending` by `onTheirWay`. */
export function DocumentShelf({ documents, action, makers, may }: DocumentShelfProps) {
  return (
    <Stack>
      {may && makers.length > 0 && (
        <Row>
          {makers.map(({ template, format, label, icon = 'file-text', tone }) => (
            <PostButton
              action={action}
              fields={{ template, ...(format && { format }) }}
              icon={icon}
              tone={tone}
            >
              {label}
            </PostButton>
          ))}
        </Row>
      )}
      <DocumentFiles documents={documents} />
    </Stack>
  )
}

/** Whether one of them is being made: the page then looks again (`pending`). */
export const onTheirWay = (documents: readonly Document[]) =>
  documents.some(({ state }) => state === 'pending')
