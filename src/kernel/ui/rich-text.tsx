import { aLotOfHtml } from '#kernel/aside'
import { t } from '#kernel/i18n'
import { fromField, toField } from '#kernel/richtext'
import { FieldFrame, type FieldProps, useField } from './field.tsx'
import { Icon, type IconName } from './icons.tsx'
import { PictureByForm, PicturePanel } from './rich-picture.tsx'

/** What a toolbar button does: read by islands/rich-text.ts. */
export type RichTextCommand =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'masked'
  | 'heading'
  | 'bulletList'
  | 'orderedList'
  | 'indent'
  | 'outdent'
  | 'quote'
  | 'link'
  | 'table'
  | 'picture'
  | 'undo'
  | 'redo'
  | 'addRow'
  | 'addColumn'
  | 'deleteRow'
  | 'deleteColumn'
  | 'deleteTable'

interface Tool {
  command: RichTextCommand
  icon: IconName
  label: string
  /** Pressed or not: a mark or a kind of block. */
  toggles?: boolean
  /** Said in words beside its icon. */
  words?: boolean
}

const groups = (): Tool[][] => [
  [
    { command: 'bold', icon: 'bold', label: t('ui.rich.bold'), toggles: true },
    { command: 'italic', icon: 'italic', label: t('ui.rich.italic'), toggles: true },
    { command: 'underline', icon: 'underline', label: t('ui.rich.underline'), toggles: true },
  ],
  [
    { command: 'heading', icon: 'heading', label: t('ui.rich.heading'), toggles: true },
    { command: 'bulletList', icon: 'list', label: t('ui.rich.bullet_list'), toggles: true },
    { command: 'orderedList', icon: 'list-ordered', label: t('ui.rich.list'), toggles: true },
    { command: 'outdent', icon: 'list-indent-decrease', label: t('ui.rich.outdent') },
    { command: 'indent', icon: 'list-indent-increase', label: t('ui.rich.indent') },
    { command: 'quote', icon: 'text-quote', label: t('ui.rich.quote'), toggles: true },
  ],
  [
    { command: 'link', icon: 'link', label: t('ui.rich.link'), toggles: true },
    { command: 'table', icon: 'table', label: t('ui.rich.table') },
    { command: 'picture', icon: 'image', label: t('ui.rich.picture'), toggles: true },
  ],
  [
    { command: 'undo', icon: 'undo-2', label: t('ui.rich.undo') },
    { command: 'redo', icon: 'redo-2', label: t('ui.rich.redo') },
  ],
  [
    {
      command: 'masked',
      icon: 'eye-off',
      label: t('ui.rich.masked'),
      toggles: true,
      words: true,
    },
  ],
]

const tableTools = (): Tool[] => [
  { command: 'addRow', icon: 'plus', label: t('ui.rich.add_row'), words: true },
  { command: 'addColumn', icon: 'plus', label: t('ui.rich.add_column'), words: true },
  { command: 'deleteRow', icon: 'minus', label: t('ui.rich.delete_row'), words: true },
  { command: 'deleteColumn', icon: 'minus', label: t('ui.rich.delete_column'), words: true },
  { command: 'deleteTable', icon: 'trash-2', label: t('ui.rich.delete_table'), words: true },
]

export interface RichTextFieldProps extends FieldProps {
  /** HTML of the acts' subset, or plain text in which a blank line starts a paragraph. */
  value?: string | undefined
  rows?: number | undefined
}

/**
 * The words of an act. The textarea is the field that is sent; the island puts an editor in its
 * place and keeps it in step. The server must sanitise what arrives: anybody can post anything.
 */
export function RichTextField(props: RichTextFieldProps) {
  const field = useField(props)
  const { id } = field.tied
  return (
    <FieldFrame {...props} field={field}>
      <rich-text data-paste-failed={t('ui.rich.paste_failed')}>
        <div
          class="rich-tools"
          role="toolbar"
          aria-label={t('ui.rich.toolbar')}
          aria-controls={id}
          hidden
        >
          {groups().map((tools) => (
            <div class="rich-group">
              {tools.map((tool) => (
                <ToolButton tool={tool} />
              ))}
            </div>
          ))}
          <div class="rich-group" data-in-table hidden>
            {tableTools().map((tool) => (
              <ToolButton tool={tool} />
            ))}
          </div>
        </div>
        <LinkPanel id={id} />
        <PicturePanel id={id} />
        <output class="note" data-pasted hidden />
        <textarea {...field.tied} class="act" rows={props.rows ?? 10}>
          {plainly(field.typed(props.value) ?? '')}
        </textarea>
      </rich-text>
      <PictureByForm id={id} name={props.name} />
    </FieldFrame>
  )
}

/** What an editor typed, as a browser without scripts shows it: plain text, where that says the same. */
function plainly(typed: string): string {
  // Bytes of a picture that was refused stay as they were sent, and so does what would keep others waiting.
  if (!typed.startsWith('<') || typed.includes('src="data:') || typed.length >= aLotOfHtml)
    return typed
  const { html, broken } = fromField(typed)
  return broken.length === 0 ? toField(html) : typed
}

function ToolButton({ tool: { command, icon, label, toggles, words } }: { tool: Tool }) {
  return (
    <button
      type="button"
      data-do={command}
      tabindex={-1}
      aria-pressed={toggles ? 'false' : undefined}
      aria-label={words ? undefined : label}
      title={words ? undefined : label}
    >
      <Icon name={icon} />
      {words && label}
    </button>
  )
}

/** Asks for the address of a link; no form of its own, since it stands inside one. */
function LinkPanel({ id }: { id: string }) {
  return (
    <div class="rich-link" data-link hidden>
      <label for={`${id}-link`}>{t('ui.rich.link_address')}</label>
      <input id={`${id}-link`} type="url" inputmode="url" placeholder="https://" />
      <button type="button" class="button small" data-link-set>
        {t('ui.rich.link_set')}
      </button>
      <button type="button" class="button small quiet" data-link-remove>
        {t('ui.rich.link_remove')}
      </button>
    </div>
  )
}
