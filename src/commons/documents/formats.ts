/** What a document can be: PDF/A to keep, DOCX to write on, ODS to reckon with. */
export const formats = ['pdf', 'docx', 'ods'] as const
export type Format = (typeof formats)[number]

export const contentTypes: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}
