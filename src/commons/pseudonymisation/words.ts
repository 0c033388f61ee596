import { folded } from '#kernel/i18n'

const set = (words: string) => new Set(words.split(/\s+/).filter(Boolean).map(folded))

/** What stands before a name (civilités): « M. », « Maître ». */
export const titles =
  set(`m m. mm mm. mr mr. mrs mme mme. mmes mlle mlle. mlles monsieur madame mademoiselle messieurs mesdames mesdemoiselles maître
maitre me me. dr dr. docteur pr pr. prof. professeur herr herrn frau fräulein dhr. dhr heer mevr. mevr mevrouw juffrouw sieur sieurs dame dames veuf veuve vve
hr. hr fr. mw. mw wijlen caporal sergent adjudant capitaine lieutenant major colonel sapeur sap. cpl. sgt. brigadier epoux eheleute époux épouse épouses consorts dénommé dénommée dénommés nommé nommée nommés feu feue abbé sœur`)

/** After these stand several names, with commas between. */
export const titlesOfMany = set(
  'mm. messieurs mmes mesdames mlles consorts sieurs dames époux dénommés nommés',
)

/** What stands between title and name, or before a name of which it says that it is one. */
export const cues =
  set(`né née famille consorts succession héritiers hoirs enfant enfants élève fils fille frère sœur père mère mari compagnon compagne
candidat candidate lauréat lauréate agent ouvrier ouvrière employé employée gérant gérante exploitant exploitante propriétaire locataire demandeur
demanderesse requérant requérante notaire avocat architecte géomètre comparant comparante soussigné soussignée riverain riveraine citoyen citoyenne
habitant habitante bénéficiaire assuré assurée conducteur conductrice stagiaire étudiant étudiante institutrice instituteur enseignant enseignante
puéricultrice cohabitant cohabitante tuteur tutrice curateur administrateur administratrice représenté représentée voisin voisine plaignant plaignante
défunt défunte titulaire concessionnaire dit dite alias surnommé surnommée prénom prénoms grand-mère grand-père petit petite frères sœurs ménage couple indivision succession conseil nièce neveu oncle tante cousin cousine veuve
beau-père belle-mère fiancé fiancée docteur expert experte ingénieur ingénieure géomètre-expert architekt architektin notar familie geborene geborener verwitwete genannt architect notaris familie weduwe weduwnaar`)

/** Parts of a surname that stand before it, small. */
export const particles =
  set(`de du des d' d le la les l' van von der den dem zu zur ten ter te 't op in het el al ait ben bel ould abu di da dal dalla wa nsi von't 't t vander vanden
del della delle dello degli dos das do lo y e bin ibn mac mc saint st`)

/** Offices and functions: after a title they are nobody's name. */
export const functions =
  set(`bourgmestre bourgmestres échevin échevine échevins échevines président présidente directeur directrice conseiller
conseillère conseillers conseillères secrétaire receveur receveuse gouverneur gouverneure ministre commissaire fonctionnaire député députée
inspecteur inspectrice greffier greffière juge procureur notaire avocat bâtonnier curé préfet préfète chef cheffe officier commandant
commandante agent inspectrice architecte vice-président vice-présidente administrateur administratrice
coordinateur coordinatrice responsable gestionnaire délégué déléguée membre membres rapporteur bürgermeister bürgermeisterin schöffe schöffin
ratsmitglied ratsmitglieder finanzdirektor finanzdirektorin raadslid raadsleden schepenen gemeinderatsmitglied schulschöffe schulschöffin direktor direktorin schulleiter schulleiterin architekt architektin notar kollegium
generaldirektor generaldirektorin präsident präsidentin burgemeester schepen voorzitter voorzitster régisseur commissaire-réviseur`)

/** Ways: a name after them is that of a street. */
export const ways =
  set(`rue rues r. ruelle avenue avenues av. av boulevard bd. bd bld chaussée chée chée. chaussee chemin sentier place pl. placette square quai
quais impasse allée clos drève venelle voie montée thier tienne tige pavé faubourg esplanade rond-point carrefour cour passage galerie résidence cité
lotissement hameau lieu-dit route rte rte. pont promenade parvis cité-jardin porte campagne parc bois pré champ fond sart rwe batty trixhe
straat laan weg plein steenweg dreef kaai straße strasse str. platz gasse allee`)

/** Kinds of ways that end their name: « Hufengasse », « Kerkstraat ». */
export const wayEndings =
  /.(?:stra(?:ss|s)e|str\.?|weg|platz|gasse|allee|ring|straat|laan|plein|dreef|steenweg|kaai|baan|singel|vest)$/

/** Houses, bodies, events and acts that bear the name of somebody. */
export const bearers =
  set(`école écoles collège athénée institut lycée salle salles centre maison maisons hall complexe stade piscine hôpital clinique église chapelle
basilique paroisse fondation prix bibliothèque musée théâtre auditoire amphithéâtre gymnase crèche crèches foyer home séniorie internat
caserne ferme château moulin tour monument statue buste arboretum barrage gare aéroport espace domaine villa arrêt arrêts
loi décret arrêté ordonnance circulaire règle jurisprudence amendement réforme directive arrêt doctrine tempête ouragan
société entreprise entreprises firme ets établissements éts groupe groupement imprimerie garage boulangerie pharmacie librairie carrosserie menuiserie
toitures transports construction constructions jardins funèbres compagnie brasserie café restaurant taverne friterie magasin cercle club confrérie
harmonie fanfare chorale royal royale géant géants ss ss. saints saintes troupe coordonnées mémorial challenge trophée coupe tournoi
schule halle haus firma gesellschaft verein school zaal stichting bedrijf vereniging schrijnwerkerij schreinerei bauunternehmen`)

/** Those that stand in the plural, before several names. */
export const bearersOfMany = set('écoles salles crèches arrêts rues géants maisons centres clubs')

/** What may stand between such a body and its name. */
export const ofBodies =
  set(`communal communale communales libre libres maternelle primaire fondamentale secondaire omnisports sportif sportive polyvalente paroissial paroissiale
générale anonyme agricole funèbres communaux spécialisé spécialisée supérieur royal royale commerciale technique provinciale provincial de d' du des bus`)

/** Forms of companies and associations, before or after their name. */
export const companies =
  set(`sa s.a. sprl s.p.r.l. srl s.r.l. scrl s.c.r.l. sc s.c. scs snc s.n.c. asbl a.s.b.l. aisbl bv bvba nv vzw vog gmbh ag ltd sarl sas scop
eurl ltée inc`)

/** What ends the name of a firm. */
export const firmEndings = set(
  'fils filles frères cie associés partners group soeurs zonen söhne gebrüder',
)

/** Offices of an authority: who is followed by one in a list acts in it. */
export const offices =
  set(`bourgmestre échevin échevine conseiller conseillère directeur directrice président présidente receveur receveuse secrétaire bürgermeister
bürgermeisterin schöffe schöffin ratsmitglied generaldirektor generaldirektorin finanzdirektor finanzdirektorin burgemeester schepen raadslid
administrateur administratrice vice-président vice-présidente commandant échevins échevines conseillers conseillères bourgmestres
gemeinderatsmitglied ratsmitglieder schepenen raadsleden`)

/** Words that are written with a capital without being anybody's name, at the head of a sentence or in the names of bodies. */
export const common =
  set(`considérant considérants vu vus attendu attendus article articles art décide décident délibère arrête arrêtent approuve
approuvent autorise désigne prend marque émet donne fixe charge chargé conseil conseils collège commune communes communal communale ville villes
province région wallonie wallonne communauté fédération état belgique belge royaume roi reine service services public publics publique
publiques administration direction département division bureau cellule zone police secours intercommunale centre action sociale cpas régie
autonome code démocratie locale décentralisation civil pénal judiciaire développement territorial environnement cour tribunal justice paix
gouvernement parlement moniteur séance séances réunion procès-verbal ordre jour point points objet annexe annexes dossier demande demandes
avis rapport courrier lettre convention contrat marché marchés lot lots budget compte comptes exercice taxe redevance règlement règlements
ordonnance décision décisions délibération loi lois décret arrêté arrêtés circulaire titre chapitre section alinéa premier deuxième troisième
la le les un une des du de et ou où mais donc or ni car il elle ils elles on nous vous je tu ce cette ces cet son sa ses leur leurs notre
nos votre vos qui que quoi dont par pour sur sous dans en au aux avec sans entre vers chez depuis dès lors après avant pendant selon suivant
sauf sinon si comme quand lorsque puisque bien tout toute tous toutes autre autres même mêmes aucun aucune chaque plusieurs
présents présent présente présentes excusés excusé excusée absents absent absente ouverture clôture votes vote oui non abstention abstentions
unanimité majorité huis-clos huis clos nom noms prénom prénoms adresse adresses date dates naissance lieu tél téléphone gsm mail courriel
e-mail email compte iban montant total euros euro eur tva bce nn niss rn registre national numéro numéros n réf référence références copie
agent agents ouvrier employé grade échelle traitement temps plein mi-temps contrat durée déterminée indéterminée remplacement engagement
candidat candidats candidate candidates classement résultat résultats épreuve écrite orale jury cotation points remarque remarques
parcelle parcelles cadastre cadastrée cadastrées section contenance are ares centiare centiares plan géomètre acte notaire étude
permis urbanisme unique environnement enquête publique réclamation réclamations riverains auteur projet bien situation sise sis
cimetière concession concessions sépulture columbarium inhumation cendres caveau pelouse année années mois semaine semaines
travaux chantier circulation stationnement signalisation véhicule véhicules plaque immatriculation
français allemand néerlandais anglais nord sud est ouest haut haute bas basse saint sainte notre-dame
der die das den dem des ein eine einen einem einer und oder aber für mit von zu zum zur im in am an auf aus bei nach über unter vor durch gegen ohne um
rat gemeinde stadt gemeinderat gemeindekollegium kollegium bürgermeister beschluss beschließt artikel in erwägung aufgrund angesichts gesetz erlass dekret
het een van voor met aan op bij uit naar over onder door tegen zonder om gemeente gemeenteraad college besluit besluiten gelet overwegende
secrétariat finances patrimoine personnel culture sport jeunesse enseignement tourisme mobilité énergie logement économie emploi
monsieur madame messieurs mesdames mademoiselle maître docteur sentence signature signatures fait pour-extrait extrait certifié conforme
motion interpellation question réponse proposition rapporteur discussion intervention tutelle recours annexe pièce pièces
association asbl sprl srl sa club comité société entreprise école maternelle primaire fondamentale crèche home résidence
européenne union fédéral fédérale flamande wallon germanophone urgence police-secours objet. madame, monsieur, bonjour merci veuillez cordialement salutations distinguées cher chère expéditeur destinataire
demandeur demanderesse vendeur acquéreur bailleur preneur locataire propriétaire propriétaires comparants parties partie soussignés soussigné
catégorie type état situation motif motifs décès mariage divorce filiation nationalité profession domicile résidence qualité fonction fonctions
tableau liste légende page suite néant divers communication communications information informations
nihil ibidem idem oui. non. ok pst pcdr rgpd cdld codt crac spw spf onem onss forem swde ores inasep idea igretec sowaer tec sncb stib vivaqua
renault peugeot citroën opel ford volkswagen fiat toyota bmw audi piaggio vespa dacia volvo seat skoda hyundai kia nissan honda suzuki yamaha
facebook whatsapp google microsoft windows youtube instagram linkedin outlook pâques pentecôte ascension carnaval august nationalregisternummer gegenstand erwägung einstellung auskunft antrag antrags baugenehmigung städtebaugenehmigung personal kennzeichen parkausweise halle aufgrund angesichts
gemeindekollegium gemeindekollegiums verwaltung abteilung dienst onderwerp aanvraag begraafplaats bezwaarschrift vergunning inlichtingen overwegende ambulant
famille consorts succession héritiers hoirs couple indivision ménage élève fille fils enfant enfants épouse epouse
cess ceb cesdd cap tfe bac pv tvac htva etp cdi cdd apea ape dm ucp ucm fgtb csc cgslb slfp`)
