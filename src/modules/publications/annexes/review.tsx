import { t } from '#kernel/i18n'
import {
  Badge,
  Button,
  Checkbox,
  CheckboxGroup,
  FoldedForm,
  FormActions,
  Note,
  Row,
  Stack,
  TextArea,
  TextField,
  type Tone,
} from '#kernel/ui'
import type { Annex } from '#commons/annexes'
import type { FoundInFile } from '#commons/pseudonymisation'
import type { OpenMeeting } from '../origin.ts'
import { type LeavingFile, sameWords } from './file.ts'
import { filePath } from '../paths.ts'

const tones: Record<LeavingFile['state'], Tone> = {
  ...{ reading: 'info', asks: 'warn', making: 'info', ready: 'good', refused: 'bad' },
}

interface FilesReviewProps {
  meeting: OpenMeeting
  /** Those that were chosen of a point. */
  annexes: readonly Annex[]
  files: ReadonlyMap<string, LeavingFile>
  /** Whether the one who looks says what is masked. */
  may: boolean
}

/** The files that are to leave with a point: what was found in each, what is masked, and what everybody would be given. */
export function FilesReview({ meeting, annexes, files, may }: FilesReviewProps) {
  const shown = annexes.flatMap((annex) => {
    const file = files.get(annex.id)
    return file ? [{ annex, file }] : []
  })
  if (shown.length === 0) return null
  return (
    <section>
      <h3>{t('publications.file.list')}</h3>
      <Stack>
        {shown.map(({ annex, file }) => (
          <FileReview annex={annex} file={file} action={filePath(meeting, annex.id)} may={may} />
        ))}
      </Stack>
    </section>
  )
}

interface FileReviewProps {
  annex: Annex
  file: LeavingFile
  action: string
  may: boolean
}

function FileReview({ annex, file, action, may }: FileReviewProps) {
  const { state, refusal, found, unread, unseen, type } = file
  const inText = found.filter(({ page }) => page > 0)
  const inTitle = found.filter(({ page }) => page === 0)
  const isPicture = annex.content_type.startsWith('image/')
  return (
    <div>
      <Row>
        <strong>{file.title || annex.title}</strong>
        <Badge tone={tones[state]}>{t(`publications.file.state.${state}`)}</Badge>
        <a href={`/annexes/${annex.id}`}>{t('publications.file.original')}</a>
        {state === 'ready' && type && <a href={action}>{t('publications.file.see')}</a>}
      </Row>
      {(state === 'reading' || state === 'making') && <p>{t('publications.file.waits')}</p>}
      {refusal && <Note tone="bad">{t(`publications.file.refused.${refusal}`)}</Note>}
      {unseen > 0 && <p>{t('publications.file.unseen', { count: unseen })}</p>}
      {state === 'asks' && inText.length > 0 && (
        <p>{t('publications.file.found', { count: inText.length })}</p>
      )}
      {unread.length > 0 && state === 'asks' && (
        <Note tone="warn">
          {isPicture
            ? t('publications.file.unread_picture')
            : t('publications.file.unread', { count: unread.length, pages: unread.join(', ') })}
        </Note>
      )}
      {file.nowhere.length > 0 && (
        <Note tone="bad">{t('publications.file.nowhere', { words: file.nowhere.join(', ') })}</Note>
      )}
      {may && (state === 'asks' || state === 'ready') && (
        <FoldedForm label={t('publications.file.review')} action={action} id={`file-${annex.id}`}>
          {inText.length > 0 && (
            <CheckboxGroup
              name="masked"
              label={t('publications.file.masked')}
              help={t('publications.file.masked_help')}
              choices={groupsOf(found).map(({ first, words, where }) => {
                return { value: String(first), label: words, help: where }
              })}
              values={proposed(file)}
            />
          )}
          {!isPicture && (
            <TextArea
              name="words"
              label={t('publications.file.words')}
              help={t('publications.file.words_help')}
              value={file.words.join('\n')}
              rows={2}
            />
          )}
          <TextField
            name="title"
            label={t('publications.file.title')}
            help={
              inTitle.length > 0 &&
              t('publications.file.title_names', {
                words: inTitle.map(({ words }) => words).join(', '),
              })
            }
            value={file.title || annex.title}
          />
          {unread.length > 0 && (
            <Checkbox
              name="looked"
              label={t('publications.file.looked')}
              checked={file.looked}
              required
            />
          )}
          <FormActions>
            <Button>{t('publications.file.save')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </div>
  )
}

/** The same words are one question, wherever they stand. */
function groupsOf(found: readonly FoundInFile[]) {
  const inText = found.flatMap((one, at) => (one.page > 0 ? [{ ...one, at }] : []))
  return [...Map.groupBy(inText, sameWords).values()].flatMap((some) => {
    const [one] = some
    if (!one) return []
    const pages = [...new Set(some.map(({ page }) => page))].join(', ')
    const kind = t(`publications.file.kind.${one.kind}`)
    const said = t('publications.file.where', { kind, count: some.length, pages })
    return {
      ...{ first: one.at, words: one.words },
      where: `${said} · … ${one.before}[${one.words}]${one.after} …`,
    }
  })
}

/** What is ticked: all that was found, until somebody said what is masked. */
const proposed = ({ found, masked, judged_at }: LeavingFile): string[] =>
  (judged_at ? masked : [...found.keys()]).map(String)
