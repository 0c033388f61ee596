import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { bears, isSystem } from '#kernel/access'
import { t } from '#kernel/i18n'
import { fromField } from '#kernel/richtext'
import { inItsLanguage } from '#kernel/tenancy'
import { directorGeneral } from '#commons/directory'
import type { Kind } from '#commons/dossiers'
import { secretariat } from './role.ts'

/** The words of a point that are hidden while what was decided is written (décision en cours de rédaction). */
const words: readonly string[] = ['motivation', 'decision']

/** Who writes what was decided: they read it all along (CDLD L1132-1). */
const writes = () =>
  isSystem() || [secretariat, directorGeneral].some(({ principal }) => bears(principal))

/**
 * Whether something of the document `o` of a query, which tells of a point or of a whole meeting, is hidden from the one who
 * acts; null for who writes.
 */
export const veiledOnPaper = (): RawBuilder<SqlBool> | null =>
  writes()
    ? null
    : sql<SqlBool>`exists (select from deliberations.item v where v.tenant_id = o.tenant_id
        and o.dossier_id in (v.id, v.meeting_id) and v.veiled)`

const neutral = () => fromField(inItsLanguage(() => t('deliberations.item.under_writing'))).html

/** Of a point that is veiled only those who write read the words; others read that they are being written (C13). */
export const veil: Required<
  Pick<Kind<{ veiled: boolean }>, 'withheld' | 'withheldIn' | 'instead'>
> = {
  withheld: async () => {
    const reads = writes()
    return ({ veiled }) => (veiled && !reads ? words : [])
  },
  withheldIn: (column) =>
    words.includes(column) && !writes()
      ? sql<SqlBool>`(select v.veiled from deliberations.item v where (v.tenant_id, v.id) = (d.tenant_id, d.id))`
      : null,
  instead: { motivation: neutral, decision: neutral },
}

/**
 * The points of which words are hidden from the one who acts, by a condition of the point `v`: for what was made of them and holds
 * those words. Null where nothing is hidden from them.
 */
export const hiddenAmong = (of: RawBuilder<SqlBool>): RawBuilder<SqlBool> | null =>
  writes() ? null : sql<SqlBool>`exists (select from deliberations.item v where v.veiled and ${of})`
