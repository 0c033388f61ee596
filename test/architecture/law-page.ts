import type { LegalRule, OrganKind, RuleValue } from '#commons/clock'

const organs: Record<OrganKind, string> = {
  council: 'conseil communal',
  college: 'collège communal',
  cpas_council: 'conseil de l’action sociale',
  permanent_bureau: 'bureau permanent',
  provincial_council: 'conseil provincial',
  provincial_college: 'collège provincial',
  police_council: 'conseil de police',
  police_college: 'collège de police',
  rescue_council: 'conseil de zone de secours',
  rescue_college: 'collège de zone de secours',
}

const ties = {
  rejected: 'à parité, la proposition est rejetée',
  postponed: 'à parité, l’affaire est remise',
  president: 'à parité, la voix du président est prépondérante',
}

const matters = {
  candidate_presentation: 'présentation de candidats',
  appointment: 'nominations aux emplois',
  availability: 'mises en disponibilité',
  preventive_suspension: 'suspensions préventives',
  discipline: 'sanctions disciplinaires',
}

const count = (days: number, what: string) =>
  `${days} jour${days > 1 ? 's' : ''}${what && ` ${what}${days > 1 ? 's' : ''}`}`

/** What a rule says, in words. */
export function inWords(value: RuleValue): string {
  switch (value.kind) {
    case 'clear_days_before':
      return `${count(value.days, 'franc')} avant la séance`
    case 'days_after':
      return `${count(value.days, '')} après, le jour de l’échéance compris${
        value.moved === 'none' ? '' : '\u00A0; reporté au jour ouvrable suivant'
      }`
    case 'working_days_after':
      return `${count(value.days, 'ouvrable')} après`
    case 'months_after':
      return `${value.months} mois après, le jour de l’échéance compris`
    case 'term_share':
      return value.numerator === value.denominator
        ? 'à la fin de la législature'
        : `à ${value.numerator}/${value.denominator} de la législature`
    case 'majority':
      return `majorité des suffrages exprimés\u00A0; ${ties[value.tie]}`
    case 'quorum':
      return `majorité des membres en fonction${
        value.waivedFrom === null ? '' : `, sans condition à la ${value.waivedFrom}e convocation`
      }`
    case 'share_of_present':
      return `${value.numerator}/${value.denominator} des membres présents`
    case 'secret_ballot':
      return `scrutin secret\u00A0: ${value.matters.map((matter) => matters[matter]).join(', ')}`
  }
}

const head = [
  'Règle',
  'Organe',
  'Ce qu’elle dit',
  'Article',
  'Du',
  'Au (non compris)',
  'Vérifiée',
  'Source',
]

/** The page of docs/law that lists all rules of law as the clock and the votes read them. */
export function lawPage(rules: readonly LegalRule[]): string {
  const ordered = rules.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  const verified = rules.filter((rule) => rule.verified).length
  return [
    '# Les règles de droit que Beffroi applique',
    '',
    'Écrit par `bin/schema` d’après la table `commons.legal_rule`\u00A0: une règle se change par une',
    'migration, jamais ici. «\u00A0Non vérifié\u00A0»\u00A0: à lire encore dans le texte coordonné.',
    '',
    `${rules.length} règles, dont ${verified} vérifiées.`,
    '',
    row(head),
    row(head.map(() => '---')),
    ...ordered.map((rule) => row(cells(rule))),
    '',
  ].join('\n')
}

const orderOf = ({ key, organKind, validFrom }: LegalRule) =>
  [key, organKind ?? '', validFrom.toString()].join(' ')

function cells(rule: LegalRule): string[] {
  const { key, organKind, value, article, validFrom, validTo, verified, source } = rule
  return [
    `\`${key}\``,
    organKind ? organs[organKind] : 'tout organe',
    inWords(value),
    article,
    validFrom.toString(),
    validTo?.toString() ?? '',
    verified ? 'vérifié' : 'non vérifié',
    source,
  ]
}

const row = (texts: readonly string[]) =>
  `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`
