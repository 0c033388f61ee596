import { factsOnPaper, type Letter } from '#commons/registers'
import { t } from '#kernel/i18n'
import { type Occupation, occupationFields } from './occupation.ts'

const told = ['applicants', 'places', 'starts_on', 'ends_on', 'diversion', 'fee'] as const

/** The permit, which whoever occupies the road keeps at hand. */
export const permit: Letter<Occupation> = {
  name: 'streets.permit',
  title: 'streets.permit',
  from: ['granted'],
  compose: async (occupation) => ({
    title: t('streets.permit'),
    subtitle: `${occupation.reference} ${occupation.title}`,
    facts: await factsOnPaper(occupationFields, occupation, told),
    blocks: [{ kind: 'paragraph', text: t('streets.permit.terms') }],
  }),
}
