import {
  appliersInWords,
  exampleInWords,
  inWords,
  type LegalRule,
  organInWords,
} from '#commons/law'
import { proofs } from './law-proofs.ts'

const head = [
  'Règle',
  'Organe',
  'Ce qu’elle dit',
  'Exemple',
  'Application',
  'Article',
  'Du',
  'Au (non compris)',
  'Vérifiée',
  'Source',
]

/** The page of docs/law: all rules of law, and of each who applies it, as its code says by asking. */
export function lawPage(rules: readonly LegalRule[]): string {
  const ordered = rules.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  const verified = rules.filter((rule) => rule.verified).length
  const keys = [...new Set(rules.map(({ key }) => key))]
  const applied = keys.filter((key) => appliersInWords(key).length > 0)
  return [
    '# Les règles de droit que Beffroi connaît',
    '',
    'Écrit par `bin/schema` d’après ce que déclarent les métiers\u00A0: une règle se change dans leur dossier',
    '(`law`), jamais ici. «\u00A0Appliquée par\u00A0»\u00A0: le code du métier la demande\u00A0; «\u00A0consignée\u00A0»\u00A0: rien ne la',
    'demande encore. «\u00A0Non vérifié\u00A0»\u00A0: à lire encore dans le texte coordonné.',
    '',
    `${rules.length} règles, dont ${verified} vérifiées, sur ${keys.length} objets, dont ${applied.length} appliqués.`,
    '',
    row(head),
    row(head.map(() => '---')),
    ...ordered.map((rule) => row(cells(rule))),
    '',
    '## Où ce qui ne se compte pas est éprouvé',
    '',
    'Une règle par laquelle rien ne se compte n’a pas d’exemple chiffré\u00A0: un test déroule un cas, de bout en bout.',
    '',
    row(['Règle', 'Test']),
    row(['---', '---']),
    ...Object.entries(proofs).map(([key, { file, title }]) =>
      row([`\`${key}\``, `[${title} …](../../src/modules/${file})`]),
    ),
    '',
  ].join('\n')
}

const orderOf = ({ key, organKind, validFrom }: LegalRule) =>
  [key, organKind ?? '', validFrom.toString()].join(' ')

function cells(rule: LegalRule): string[] {
  const { key, organKind, value, article, validFrom, validTo, verified, source, note } = rule
  const appliers = appliersInWords(key)
  return [
    `\`${key}\``,
    organInWords(organKind),
    inWords(value),
    exampleInWords(rule).replace(/^Exemple\u00A0: /, ''),
    appliers.length > 0
      ? `appliquée par ${appliers.join(', ')}`
      : 'consignée, pas encore appliquée',
    article,
    validFrom.toString(),
    validTo?.toString() ?? '',
    verified ? 'vérifié' : 'non vérifié',
    [source, note].filter((text) => text !== '').join('. '),
  ]
}

const row = (texts: readonly string[]) =>
  `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`
