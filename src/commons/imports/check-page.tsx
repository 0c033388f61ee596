import type { Attempt } from '#kernel/http'
import { t } from '#kernel/i18n'
import { EditionField, typed } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  Checkbox,
  Form,
  FormActions,
  CheckboxGroup,
  Note,
  Table,
} from '#kernel/ui'
import type { Found } from './found.ts'
import type { ListState } from './list.ts'

interface CheckFormProps {
  at: string
  of: ListState & { found: Found }
  attempt: Attempt | undefined
}

/** What a list would do, what is to be answered before, and the act. */
export function CheckForm({ at, of: { id, found, changed }, attempt }: CheckFormProps) {
  const { counts, unread, alike } = found
  const some = counts.new + counts.known + counts.alike
  return (
    <Card>
      <Form action={`${at}/${id}`} errors={attempt?.errors} values={typed(attempt)}>
        <EditionField of={found.edition} attempt={attempt}>
          {t('imports.look_again')}
        </EditionField>
        {changed && (
          <div role="alert">
            <Note tone="warn">
              {t('imports.changed')} {t('imports.look_again')}
            </Note>
          </div>
        )}
        <Note tone={counts.wrong > 0 ? 'warn' : 'info'}>
          {t('imports.counts', { ...counts, fresh: counts.new })}
        </Note>
        {unread.length > 0 && <Note>{t('imports.unread', { columns: unread.join(', ') })}</Note>}
        {counts.known > 0 && (
          <Checkbox name="same" label={t('imports.same')} help={t('imports.same_help')} />
        )}
        {counts.alike > 0 && (
          <>
            <CheckboxGroup
              name="others"
              label={t('imports.others')}
              help={t('imports.others_help', { shown: alike.length, count: counts.alike })}
              choices={alike.map(({ number, name, words }) => ({
                value: String(number),
                label: t('imports.other', { number, name, words }),
              }))}
              values={[]}
            />
            {counts.alike > 1 && (
              <Checkbox
                name="all_others"
                label={t('imports.all_others', { count: counts.alike })}
              />
            )}
          </>
        )}
        {counts.wrong > 0 && some > 0 && (
          <Checkbox name="leave_out" label={t('imports.leave_out')} />
        )}
        <FormActions>
          {some > 0 && (
            <Button tone="primary" icon="check">
              {counts.alike > 0
                ? t('imports.write_chosen')
                : t('imports.write', { count: counts.new + counts.known })}
            </Button>
          )}
          <ButtonLink href={at}>{t('imports.other_file')}</ButtonLink>
        </FormActions>
      </Form>
    </Card>
  )
}

/** Row by row: what is wrong, who is there already, what will be written. */
export function FoundTables({ found }: { found: Found }) {
  const { wrong, wrongCount, known, alike, counts, heads, shown, language } = found
  const met = [
    ['imports.known', known, counts.known],
    ['imports.alike', alike, counts.alike],
  ] as const
  return (
    <>
      {wrong.length > 0 && (
        <Card flush>
          <Table
            caption={t('imports.wrong', { shown: wrong.length, count: wrongCount })}
            rows={wrong}
            columns={[
              { header: t('imports.row'), width: 'narrow', cell: ({ number }) => number },
              { header: t('imports.in_list'), cell: ({ name }) => name || '—' },
              {
                header: t('imports.column'),
                cell: ({ column }) => <span lang={language}>{column || '—'}</span>,
              },
              {
                header: t('imports.sentence'),
                cell: ({ sentence }) => <span lang={language}>{sentence}</span>,
              },
            ]}
          />
        </Card>
      )}
      {met.map(
        ([caption, rows, count]) =>
          rows.length > 0 && (
            <Card flush>
              <Table
                caption={t(caption, { shown: rows.length, count })}
                rows={rows}
                columns={[
                  { header: t('imports.row'), width: 'narrow', cell: ({ number }) => number },
                  { header: t('imports.in_list'), cell: ({ name }) => name },
                  {
                    header: t('imports.there'),
                    cell: ({ words, href }) => (href ? <a href={href}>{words}</a> : words),
                  },
                ]}
              />
            </Card>
          ),
      )}
      {shown.length > 0 && (
        <Card flush>
          <Table
            caption={t('imports.preview', { shown: shown.length, count: counts.new })}
            rows={shown}
            columns={[
              { header: t('imports.row'), width: 'narrow', cell: ({ number }) => number },
              ...heads.map((header, at) => ({
                ...{ header, lang: language },
                cell: ({ cells }: { cells: string[] }) => cells[at] ?? '',
              })),
            ]}
          />
        </Card>
      )}
    </>
  )
}
