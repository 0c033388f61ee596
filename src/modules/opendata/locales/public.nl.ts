import type { publicFr } from './public.fr.ts'

export const publicNl: Record<keyof typeof publicFr, string> = {
  too_many:
    'Dit adres is meer dan {most} keer in een minuut opgevraagd: vraag het over een minuut opnieuw.',
  paper_busy: 'Er worden andere documenten gemaakt: vraag dit over een minuut opnieuw.',
  whole_busy: 'Er zijn andere volledige bestanden onderweg: vraag dit over een minuut opnieuw.',
  changes_over:
    'Dit huis heeft die sleutel nog niet bereikt: begin opnieuw te lezen zonder “after”.',
  'paper.of': '{organ}, zitting van {day}',
  'paper.starts': 'Datum en uur',
  'paper.place': 'Plaats',
  'paper.published': 'Gepubliceerd op',
  'paper.version': 'Versie',
  'paper.number': 'Punt',
  'paper.reference': 'Kenmerk',
  'paper.stage': 'Stand',
  'paper.stage.project': 'Ontwerp',
  'paper.stage.decision': 'Beslissing',
  'paper.hash': 'Vingerafdruk van de gepubliceerde kopie (SHA-256): {hash}',
  'paper.votes': 'Stemmingen',
  'paper.vote': 'Onderwerp',
  'paper.whole': 'Het geheel',
  'paper.yes': 'Voor',
  'paper.no': 'Tegen',
  'paper.abstain': 'Onthoudingen',
  'terms.title': 'Begrippen van de gepubliceerde beslissingen',
  'catalogue.title': 'Open data: {name}',
  'catalogue.about': 'Alles wat van de zittingen gepubliceerd is, voor programma’s.',
  'catalogue.decisions': 'Beslissingen en agenda’s: {name}',
  'catalogue.decisions.about':
    'Openbare ontwerpen en beslissingen, stemmingen en agenda’s, zodra ze gepubliceerd zijn.',
  'catalogue.keyword': 'beslissingen',
  'what.dump': 'Alles, een kopie per regel (NDJSON)',
  'what.csv': 'De beslissingen als tabel (SCDL, CSV)',
  'what.changes': 'Wat gepubliceerd en ingetrokken is, in volgorde',
  'what.oparl': 'OParl 1.1-interface',
  'what.catalogue': 'DCAT-AP-catalogus',
  'what.terms': 'Gebruikte begrippen',
  'what.maturity': 'Hoe ver de gegevens leesbaar zijn',
  'what.sitemap': 'Sitemap voor zoekmachines',
  'what.authorities': 'Besturen en hun ligging (GeoJSON)',
  link: 'Open data',
  title: 'Open data',
  lead: 'Alles wat het bestuur van zijn zittingen publiceert, voor programma’s: zonder account, zonder sleutel, op adressen die blijven.',
  lead_of_all:
    'Alles wat de besturen van hun zittingen publiceren, voor programma’s: zonder account, zonder sleutel, op adressen die blijven.',
  given: 'Wat gegeven wordt',
  'how.dump':
    'Elk openbaar punt en elke agenda, met hun vingerafdruk. Gemaakt op aanvraag: wat ingetrokken is, staat er niet meer in.',
  'how.dump_of_all':
    'Alle besturen na elkaar in één bestand, met de vingerafdruk van elke kopie. Gemaakt op aanvraag: wat ingetrokken is, staat er niet meer in.',
  'how.csv':
    'Een regel per beslissing, met de stemmingen, in het formaat SCDL 2.1.3. Het ondernemingsnummer staat in de plaats van het SIRET-nummer.',
  'how.changes':
    'Te volgen via het veld “next”. Een intrekking wordt met haar zin gemeld, zonder iets van wat gepubliceerd was.',
  'how.changes_of_all':
    'Van alle besturen. Te volgen via het veld “next”; elk adres staat er één keer in, met wat er nu staat, of de zin van zijn intrekking.',
  'how.oparl':
    'Organen, zittingen, punten en documenten in JSON, in lijsten per pagina, met datumfilters.',
  'how.oparl_of_all':
    'Een systeem waarin elk bestuur een “body” is, met zijn lijsten op zijn eigen adres.',
  'how.catalogue': 'De beschrijving van deze datasets in DCAT-AP (JSON-LD of Turtle).',
  'how.catalogue_of_all':
    'De beschrijving van deze datasets, en waar de catalogus van elk bestuur staat (DCAT-AP, JSON-LD of Turtle).',
  'how.terms': 'De begrippen die in de gegevens gebruikt worden, in vier talen (SKOS).',
  'how.maturity':
    'Hoeveel kopieën de niveaus 1 (agenda), 2 (beslissingen en stemmingen) en 3 (artikelen en verwijzingen) halen, en wat er ontbreekt.',
  'how.sitemap': 'Alle openbare pagina’s, per 50\u00A0000.',
  'how.sitemap_of_all':
    'De pagina’s van dit portaal; robots.txt leidt naar de sitemap van elk bestuur.',
  'how.authorities':
    'Die waarvan iets openbaar is, en hoeveel, met een punt waar ze zeggen waar ze liggen.',
  forms: 'Elke pagina in verschillende vormen',
  'forms.how':
    'De pagina van een punt of een zitting zegt hetzelfde in HTML met RDFa (OSLO Besluit en ELI), JSON-LD, Turtle en pdf: vraag de vorm via de header Accept, of voeg .jsonld, .ttl of .pdf toe aan het adres.',
  'forms.label': 'Andere vormen',
  each: 'Bij elk bestuur',
  'each.how':
    'Zijn punten, zittingen en documenten staan op zijn eigen adres, in al hun vormen. Het volledige bestand en de wijzigingen leiden erheen via het veld “url”.',
  follow: 'Op de hoogte blijven',
  'follow.how':
    'Lees één keer het volledige bestand, daarna de wijzigingen sinds de laatste lezing. Een regel “withdrawn” neemt alle eerdere kopieën van zijn adres weg.',
  rules: 'Voorwaarden',
  'rules.how':
    'Officiële akten zijn niet auteursrechtelijk beschermd (Wetboek van economisch recht, artikel XI.172, § 2): gebruik ze vrij (CC0). Elke site mag ze lezen (CORS). Wie te vaak vraagt, krijgt het antwoord 429 en de header Retry-After.',
  organs: 'Organen die publiceren',
  'proof.title': 'Een publicatie controleren',
  'proof.lead':
    'Iedereen kan nagaan dat een beslissing die is die gepubliceerd werd, en dat er sindsdien niets aan veranderd is.',
  'proof.what': 'Wat een publicatie bewijst',
  'proof.copy':
    'Publiceren is een kopie maken die niemand nog kan wijzigen. Haar vingerafdruk (SHA-256) wordt berekend op alles wat ze zegt: één gewijzigd teken geeft een andere vingerafdruk.',
  'proof.chain':
    'Elke kopie bevat de vingerafdruk van de kopie die net voor haar gepubliceerd werd. Een oude kopie wijzigen zou alles wat volgt breken: het volstaat een recente vingerafdruk te noteren om alle vorige te bewaken.',
  'proof.withdrawn':
    'Een ingetrokken kopie is niet meer leesbaar, maar blijft in de ketting: haar vingerafdruk staat in de volgende kopie.',
  'proof.yourself': 'Zelf controleren',
  'proof.step.take':
    'Open op de pagina van een beslissing, in het kader van het bewijs, “Deze versie, voor een programma”: dat is de kopie in JSON.',
  'proof.step.without': 'Leg het veld “hash” opzij: dat is de aangekondigde vingerafdruk.',
  'proof.step.spell':
    'Schrijf de rest als canonieke JSON (RFC 8785): gesorteerde velden, zonder spaties.',
  'proof.step.hash':
    'Bereken de SHA-256 van die tekst in UTF-8: ze is gelijk aan de aangekondigde vingerafdruk.',
  'proof.step.before':
    'Voor de ketting: het veld “previous_hash” is de vingerafdruk van de vorige kopie van het bestuur.',
  'proof.script': 'In Python, met het JSON-adres van de kopie:',
}
