import type { publicFr } from './public.fr.ts'

export const publicDe: Record<keyof typeof publicFr, string> = {
  too_many:
    'Diese Adresse wurde mehr als {most} Mal in einer Minute abgefragt: Fragen Sie in einer Minute wieder.',
  paper_busy:
    'Andere Dokumente werden gerade hergestellt: Fragen Sie nach diesem in einer Minute wieder.',
  whole_busy:
    'Andere vollständige Dateien sind unterwegs: Fragen Sie nach dieser in einer Minute wieder.',
  changes_over:
    'Dieses Haus hat diesen Schlüssel noch nicht erreicht: Lesen Sie ohne „after“ von vorn.',
  'paper.of': '{organ}, Sitzung vom {day}',
  'paper.starts': 'Datum und Uhrzeit',
  'paper.place': 'Ort',
  'paper.published': 'Veröffentlicht am',
  'paper.version': 'Version',
  'paper.number': 'Punkt',
  'paper.reference': 'Aktenzeichen',
  'paper.stage': 'Stand',
  'paper.stage.project': 'Vorlage',
  'paper.stage.decision': 'Beschluss',
  'paper.hash': 'Prüfsumme der veröffentlichten Kopie (SHA-256): {hash}',
  'paper.votes': 'Abstimmungen',
  'paper.vote': 'Gegenstand',
  'paper.whole': 'Das Ganze',
  'paper.yes': 'Dafür',
  'paper.no': 'Dagegen',
  'paper.abstain': 'Enthaltungen',
  'terms.title': 'Begriffe der veröffentlichten Beschlüsse',
  'catalogue.title': 'Offene Daten: {name}',
  'catalogue.about': 'Alles, was von den Sitzungen veröffentlicht ist, für Programme.',
  'catalogue.decisions': 'Beschlüsse und Tagesordnungen: {name}',
  'catalogue.decisions.about':
    'Öffentliche Vorlagen und Beschlüsse, Abstimmungen und Tagesordnungen, sobald sie veröffentlicht sind.',
  'catalogue.keyword': 'Beschlüsse',
  'what.dump': 'Alles, eine Kopie je Zeile (NDJSON)',
  'what.csv': 'Die Beschlüsse als Tabelle (SCDL, CSV)',
  'what.changes': 'Was veröffentlicht und zurückgezogen wurde, der Reihe nach',
  'what.oparl': 'OParl-1.1-Schnittstelle',
  'what.catalogue': 'DCAT-AP-Katalog',
  'what.terms': 'Verwendete Begriffe',
  'what.maturity': 'Wie weit die Daten lesbar sind',
  'what.sitemap': 'Sitemap für Suchmaschinen',
  'what.authorities': 'Behörden und ihre Lage (GeoJSON)',
  link: 'Offene Daten',
  title: 'Offene Daten',
  lead: 'Alles, was die Behörde von ihren Sitzungen veröffentlicht, für Programme: ohne Konto, ohne Schlüssel, unter bleibenden Adressen.',
  lead_of_all:
    'Alles, was die Behörden von ihren Sitzungen veröffentlichen, für Programme: ohne Konto, ohne Schlüssel, unter bleibenden Adressen.',
  given: 'Was gegeben wird',
  'how.dump':
    'Jeder öffentliche Punkt und jede Tagesordnung mit ihrer Prüfsumme. Auf Anfrage hergestellt: Was zurückgezogen ist, steht nicht mehr darin.',
  'how.dump_of_all':
    'Alle Behörden nacheinander in einer Datei, mit der Prüfsumme jeder Kopie. Auf Anfrage hergestellt: Was zurückgezogen ist, steht nicht mehr darin.',
  'how.csv':
    'Eine Zeile je Beschluss, mit den Abstimmungen, im Format SCDL 2.1.3. Die Unternehmensnummer steht an Stelle der SIRET-Nummer.',
  'how.changes':
    'Dem Feld „next“ zu folgen. Ein Rückzug wird mit seinem Satz gemeldet, ohne etwas von dem, was veröffentlicht war.',
  'how.changes_of_all':
    'Von allen Behörden. Dem Feld „next“ zu folgen; jede Adresse steht einmal da, mit dem, was dort jetzt steht, oder dem Satz ihres Rückzugs.',
  'how.oparl':
    'Organe, Sitzungen, Punkte und Dokumente in JSON, in seitenweisen Listen, mit Datumsfiltern.',
  'how.oparl_of_all':
    'Ein System, in dem jede Behörde ein „body“ ist, mit ihren Listen unter ihrer eigenen Adresse.',
  'how.catalogue': 'Die Beschreibung dieser Datensätze in DCAT-AP (JSON-LD oder Turtle).',
  'how.catalogue_of_all':
    'Die Beschreibung dieser Datensätze, und wo der Katalog jeder Behörde steht (DCAT-AP, JSON-LD oder Turtle).',
  'how.terms': 'Die Begriffe, die in den Daten verwendet werden, in vier Sprachen (SKOS).',
  'how.maturity':
    'Wie viele Kopien die Stufen 1 (Tagesordnung), 2 (Beschlüsse und Abstimmungen) und 3 (Artikel und Verweise) erreichen, und was fehlt.',
  'how.sitemap': 'Alle öffentlichen Seiten, je 50\u00A0000 auf einmal.',
  'how.sitemap_of_all': 'Die Seiten dieses Portals; robots.txt führt zur Sitemap jeder Behörde.',
  'how.authorities':
    'Jene, von denen etwas öffentlich ist, und wie viel, mit einem Punkt, wo sie sagen, wo sie liegen.',
  forms: 'Jede Seite in mehreren Formen',
  'forms.how':
    'Die Seite eines Punktes oder einer Sitzung sagt dasselbe in HTML mit RDFa (OSLO Besluit und ELI), JSON-LD, Turtle und PDF: Fragen Sie die Form über den Header Accept ab, oder hängen Sie .jsonld, .ttl oder .pdf an die Adresse.',
  'forms.label': 'Andere Formen',
  each: 'Bei jeder Behörde',
  'each.how':
    'Ihre Punkte, Sitzungen und Dokumente stehen unter ihrer eigenen Adresse, in allen Formen. Die vollständige Datei und die Änderungen führen über das Feld „url“ dorthin.',
  follow: 'Auf dem Laufenden bleiben',
  'follow.how':
    'Lesen Sie einmal die vollständige Datei, dann die Änderungen seit dem letzten Lesen. Eine Zeile „withdrawn“ nimmt alle früheren Kopien ihrer Adresse weg.',
  rules: 'Bedingungen',
  'rules.how':
    'Amtliche Akten sind nicht urheberrechtlich geschützt (belgisches Wirtschaftsgesetzbuch, Artikel XI.172 § 2): Verwenden Sie sie frei (CC0). Jede Website darf sie lesen (CORS). Wer zu oft fragt, erhält die Antwort 429 und den Header Retry-After.',
  organs: 'Organe, die veröffentlichen',
  'proof.title': 'Eine Veröffentlichung prüfen',
  'proof.lead':
    'Jeder kann sich vergewissern, dass ein Beschluss der ist, der veröffentlicht wurde, und dass seither nichts geändert wurde.',
  'proof.what': 'Was eine Veröffentlichung beweist',
  'proof.copy':
    'Veröffentlichen heißt, eine Kopie herzustellen, die niemand mehr ändern kann. Ihre Prüfsumme (SHA-256) wird aus allem berechnet, was sie sagt: Ein einziges geändertes Zeichen ergibt eine andere Prüfsumme.',
  'proof.chain':
    'Jede Kopie enthält die Prüfsumme der Kopie, die unmittelbar vor ihr veröffentlicht wurde. Eine alte Kopie zu ändern, würde alles Folgende brechen: Es genügt, eine neuere Prüfsumme zu notieren, um alle vor ihr zu überwachen.',
  'proof.withdrawn':
    'Eine zurückgezogene Kopie ist nicht mehr lesbar, bleibt aber in der Kette: Ihre Prüfsumme steht in der nächsten Kopie.',
  'proof.yourself': 'Selbst prüfen',
  'proof.step.take':
    'Öffnen Sie auf der Seite eines Beschlusses, im Rahmen des Nachweises, „Diese Version, für ein Programm“: Das ist die Kopie in JSON.',
  'proof.step.without': 'Legen Sie das Feld „hash“ beiseite: Das ist die angekündigte Prüfsumme.',
  'proof.step.spell':
    'Schreiben Sie den Rest als kanonisches JSON (RFC 8785): sortierte Felder, ohne Leerzeichen.',
  'proof.step.hash':
    'Berechnen Sie die SHA-256 dieses Textes in UTF-8: Sie ist gleich der angekündigten Prüfsumme.',
  'proof.step.before':
    'Für die Kette: Das Feld „previous_hash“ ist die Prüfsumme der vorherigen Kopie der Behörde.',
  'proof.script': 'In Python, mit der JSON-Adresse der Kopie:',
}
