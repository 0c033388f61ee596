import { z } from 'zod'
import { plainText } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { Note, TextField } from '#kernel/ui'
import {
  choice,
  email,
  type Field,
  optional,
  optionalChoice,
  type OwnColumns,
  type Part,
  remark,
  type Said,
  text,
  yesNo,
} from '#commons/records'
import { enterpriseInWords, enterpriseNumber, nationalNumber } from '#kernel/identifiers'
import { byEnterprise, byNational, PartyLink, similarTo } from './known.tsx'

const ofPerson = { field: 'nature', is: ['person'] } as const
const ofOrganisation = { field: 'nature', is: ['organisation'] } as const

/** What takes a number away that is kept. */
export const noNumber = '-'

/**
 * A national number: what is given are its digits, what the dossier holds is since when one is kept. The verbs of
 * parties encipher it; no page of a form, no list, no file and no line of history has it.
 */
const national = (said: Said): Field<Temporal.Instant | null, string | null> => ({
  ...said,
  copied: false,
  schema: z.union([
    z.literal(noNumber),
    z.literal(['', null]).transform(() => null),
    plainText(40).transform((typed, context) => {
      const digits = nationalNumber(typed)
      if (digits === null)
        context.addIssue({ code: 'custom', message: 'parties.not_a_national_number' })
      return digits
    }),
  ]),
  absent: null,
  answer: z.preprocess((at) => at?.toString() ?? null, z.iso.datetime().nullable()),
  input: async (name, value, { typed }) => {
    const sent = typed?.[name]
    const twin = typeof sent === 'string' ? await byNational(nationalNumber(sent) ?? '') : undefined
    return (
      <>
        <TextField
          name={name}
          label={t(said.label)}
          help={t(value ? 'parties.national_number_kept' : 'parties.national_number_help')}
          mark={t('parties.enciphered')}
          inputmode="numeric"
          autocomplete="off"
          maxlength={40}
        />
        {twin && (
          <Note tone="warn">
            {t('parties.known_by_number')} <PartyLink of={twin} />
          </Note>
        )}
      </>
    )
  },
  kept: (given, _name, before) => {
    if (given === null) return before ?? null
    return given === noNumber ? null : Temporal.Now.instant()
  },
  shown: async () => (at) => at && t('parties.kept_since', { when: formatDateTime(at, 'short') }),
  typed: null,
  leaves: null,
  order: null,
})

/** The number of an organisation in the Crossroads Bank: public. */
export const enterprise = (said: Said): Field<string> => ({
  ...text(20, said),
  schema: plainText(20).transform((typed, context) => {
    const digits = enterpriseNumber(typed)
    if (digits === null)
      context.addIssue({ code: 'custom', message: 'parties.not_an_enterprise_number' })
    return digits ?? ''
  }),
  copied: false,
  input: async (name, value, { typed }) => {
    const sent = typed?.[name]
    const digits = typeof sent === 'string' ? enterpriseNumber(sent) : null
    const twin = digits && digits !== value ? await byEnterprise(digits) : undefined
    return (
      <>
        <TextField
          name={name}
          label={t(said.label)}
          help={t('parties.enterprise_number_help')}
          value={value ? enterpriseInWords(value) : ''}
          maxlength={20}
        />
        {twin && (
          <Note tone="warn">
            {t('parties.known_by_number')} <PartyLink of={twin} />
          </Note>
        )}
      </>
    )
  },
  shown: async () => enterpriseInWords,
  plain: async () => enterpriseInWords,
  words: async () => (digits) => `${digits} ${enterpriseInWords(digits)}`,
})

/** That it is not the one that looks like it: who looks like it is shown above. */
const another = (said: Said): Field<boolean> => {
  const plain = yesNo(said)
  return {
    ...plain,
    copied: false,
    input: async (name, value, asking) => {
      const { typed, of } = asking
      const line = (one: unknown) => (typeof one === 'string' ? one : '')
      const alike = typed
        ? await similarTo({
            title: line(typed['title']),
            first_name: line(typed['first_name']),
            postal_code: line(typed['postal_code']),
            id: of?.id,
          })
        : []
      return (
        <>
          {alike.length > 0 && (
            <Note tone="warn" title={t('parties.alike')}>
              <ul>
                {alike.map((one) => (
                  <li>
                    <PartyLink of={one} />
                  </li>
                ))}
              </ul>
            </Note>
          )}
          {await plain.input(name, value, asking)}
        </>
      )
    },
  }
}

const personal = { personal: true } as const

/** What is said of a party, in the order of its form. */
export const partyFields = {
  nature: choice(['person', 'organisation'], (one) => t(`parties.nature.${one}`), {
    label: 'parties.nature',
    stays: true,
  }),
  title: text(200, { label: 'parties.name', help: 'parties.name_help' }),
  first_name: remark(100, { label: 'parties.first_name', shownWhen: ofPerson, ...personal }),
  national_number: national({
    label: 'parties.national_number',
    shownWhen: ofPerson,
    ...personal,
  }),
  enterprise_number: optional(
    enterprise({ label: 'parties.enterprise_number', shownWhen: ofOrganisation }),
  ),
  street: remark(200, { label: 'parties.street', ...personal }),
  house_number: remark(20, { label: 'parties.house_number', ...personal }),
  box: remark(20, { label: 'parties.box', ...personal }),
  postal_code: remark(20, { label: 'parties.postal_code', ...personal }),
  municipality: remark(100, { label: 'parties.municipality', ...personal }),
  country: remark(60, { label: 'parties.country', help: 'parties.country_help', ...personal }),
  email: optional(email({ label: 'parties.email', ...personal })),
  phone: remark(40, { label: 'parties.phone', ...personal }),
  language: optionalChoice(['fr', 'nl', 'de', 'en'], (one) => t(`parties.language.${one}`), {
    label: 'parties.language',
  }),
  is_another: another({ label: 'parties.is_another', help: 'parties.is_another_help' }),
}

export const partyParts: readonly Part<keyof typeof partyFields>[] = [
  {
    title: 'parties.part.who',
    names: ['nature', 'title', 'first_name', 'national_number', 'enterprise_number', 'is_another'],
  },
  {
    title: 'parties.part.where',
    names: ['street', 'house_number', 'box', 'postal_code', 'municipality', 'country'],
  },
  { title: 'parties.part.reached', names: ['email', 'phone', 'language'] },
]

export interface PartyColumns extends OwnColumns<typeof partyFields> {
  number_sealed: Buffer | null
  number_index: Buffer | null
  merged_into: string | null
}
