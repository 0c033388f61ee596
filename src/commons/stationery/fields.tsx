import { t } from '#kernel/i18n'
import { Select } from '#kernel/ui'
import { mergeSources } from '#commons/documents'
import { kinds } from '#commons/dossiers'
import {
  type Asking,
  type Field,
  type OwnColumns,
  remark,
  rich,
  type Said,
  simply,
  text,
} from '#commons/records'
import { kindName } from '#commons/workflow'
import { z } from 'zod'
import { NamesToInsert } from './names-list.tsx'

/** The kinds of which templates can tell, in the order of their names. */
export const tellable = (): string[] => {
  const known = new Set(kinds.all().map(({ name }) => name))
  return [...new Set(mergeSources.all().map(({ kind }) => kind))]
    .filter((kind) => known.has(kind))
    .toSorted((one, other) => kindName(one).localeCompare(kindName(other)))
}

const nameOf = (kind: string) => (kind === '' ? t('stationery.part') : kindName(kind))

/** Of which dossiers a template tells; none: it is a part that others take in. */
function aboutKind(said: Said): Field<string> {
  const choices = () => ['', ...tellable()].map((one) => [one, nameOf(one)] as const)
  return {
    ...said,
    schema: z.string().max(100),
    answer: z.string(),
    input: (name, value, { required }) => (
      <Select
        name={name}
        label={t(said.label)}
        help={said.help && t(said.help)}
        required={required}
        value={value ?? ''}
        options={choices().map(([one, label]) => ({ value: one, label }))}
      />
    ),
    shown: simply(nameOf),
    plain: simply(nameOf),
    choices: async () => choices(),
    narrow: 'choices',
  }
}

/** The text of a template, below the names that it may use. */
function textWithNames(said: Said) {
  const plain = rich(said, 18)
  return {
    ...plain,
    input: async (name, value, asking) => (
      <>
        <NamesToInsert about={aboutOf(asking)} kinds={tellable()} into={name} />
        {await plain.input(name, value, asking)}
      </>
    ),
  } satisfies typeof plain
}

/** Of what the template in the form tells, where that was said. */
function aboutOf({ of, typed }: Asking): string | undefined {
  const about: unknown = typed?.['about'] ?? (of && Reflect.get(of, 'about'))
  return typeof about === 'string' ? about : undefined
}

/** What is said of a template, in the order of its form. */
export const templateFields = {
  title: text(200, { label: 'stationery.title_of', help: 'stationery.title_help' }),
  about: aboutKind({ label: 'stationery.about', help: 'stationery.about_help' }),
  condition: remark(500, { label: 'stationery.condition', help: 'stationery.condition_help' }),
  document_title: remark(300, {
    label: 'stationery.document_title',
    help: 'stationery.document_title_help',
  }),
  body: textWithNames({ label: 'stationery.body', help: 'stationery.body_help' }),
  head: remark(300, { label: 'stationery.head', help: 'stationery.head_help' }),
  foot: remark(300, { label: 'stationery.foot', help: 'stationery.foot_help' }),
}

export type TemplateColumns = OwnColumns<typeof templateFields>
