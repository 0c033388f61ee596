import { folded } from '#kernel/i18n'

/** Names of places that stand in acts of Belgian authorities: nobody's name where nothing says that they are one. */
export const geography: ReadonlySet<string> = new Set(
  `aiseau-presles amay amel amblève andenne anderlecht anderlues anhée ans anthisnes antoing anvers antwerpen arlon arlon-ville assesse ath attert aubange
aubel auderghem auvelais awans aywaille baelen bassenge bastogne beaumont beauraing beauvechain belœil berloz bernissart bertogne bertrix beyne-heusay bièvre binche
blegny bonneville borgloon bouillon boussu braine braine-l'alleud braine-le-château braine-le-comte braives bruges brugge brugelette bruxelles brussel brüssel brunehaut büllingen bullange burdinne
burg-reuland bütgenbach butgenbach celles cerfontaine chapelle-lez-herlaimont charleroi chastre châtelet chaudfontaine chaumont-gistoux chièvres chimay chiny ciney clavier
colfontaine comblain-au-pont comines comines-warneton courcelles court-saint-étienne couvin crisnée dalhem daverdisse dinant dison dolhain donceel doische dour durbuy
ecaussinnes écaussinnes eghezée éghezée ellezelles enghien engis erezée érezée erquelinnes esneux estaimpuis estinnes etalle étalle etterbeek eupen evere faimes farciennes fauvillers fernelmont
ferrières fexhe-le-haut-clocher flémalle flemalle fléron fleurus flobecq floreffe florennes florenville fontaine-l'évêque forest fosses-la-ville frameries franière frasnes-lez-anvaing
froidchapelle ganshoren gand gent gedinne geer gembloux genappe genk gerpinnes gesves gouvy grâce-hollogne grez-doiceau habay ham-sur-heure-nalinnes hamoir hamois ham-sur-heure
hannut hasselt hastière havelange hélécine hensies herbeumont hermalle herstal herve héron honnelles hotton houffalize houyet huy incourt ittre ixelles jalhay jambes jemeppe jemeppe-sur-sambre
jette jodoigne juprelle jurbise kelmis koekelberg kortrijk courtrai la-bruyère la-calamine lasne lens lessines leuven louvain léglise libin libramont libramont-chevigny liège liege lüttich luik lierneux limbourg lincent lobbes
lontzen malines mechelen malmedy malmédy manage manhay marche marche-en-famenne marchin martelange meix-devant-virton merbes-le-château messancy mettet modave molenbeek molenbeek-saint-jean
momignies mons mont-de-l'enclus montigny-le-tilleul mont-saint-guibert morlanwelz mouscron musson namur namen nandrin nassogne neufchâteau neupré nivelles ohey olne onhaye ophain oreye orp-jauche ostende oostende
ottignies ottignies-louvain-la-neuve ouffet oupeye ougrée paliseul pecq pepinster péruwelz perwez philippeville plombières pont-à-celles profondeville quaregnon quévy quiévrain raeren ramillies
rebecq remicourt rendeux rixensart rocourt rochefort rouvroy rumes saint-georges saint-ghislain saint-gilles saint-hubert saint-josse saint-léger saint-nicolas saint-vith sankt sainte-ode sambreville schaerbeek seneffe
seraing silly sint-truiden saint-trond sivry sivry-rance soignies sombreffe somme-leuze soumagne spa sprimont stavelot stoumont tellin tenneville theux thimister thimister-clermont thuin tinlot tintigny tongeren tongres tournai
trois-ponts trooz tubize turnhout uccle ukkel vaux-sur-sûre verlaine verviers vielsalm vilvorde vilvoorde villers-la-ville villers-le-bouillet viroinval virton visé vresse-sur-semois waimes walcourt walhain
wanze waremme waterloo watermael-boitsfort wavre wavre-nord welkenraedt wellin woluwe woluwe-saint-lambert woluwe-saint-pierre yvoir zaventem voeren fourons riemst walhorn
belgique belgië belgien wallonie flandre flandres vlaanderen bruxelles-capitale hainaut luxembourg brabant limburg liégeois namurois ardenne ardennes condroz hesbaye famenne gaume fagne fagnes borinage
ostbelgien thiérache tournaisis brabant-wallon europe france allemagne deutschland pays-bas nederland italie espagne portugal pologne roumanie maroc turquie algérie tunisie congo rwanda burundi syrie ukraine russie
aix-la-chapelle aachen maastricht cologne köln paris lille rome berlin londres madrid lisbonne genève strasbourg casablanca rabat tanger nador oujda kinshasa lubumbashi kigali
bujumbura istanbul ankara varsovie bucarest porto palerme agrigente catane naples milan turin sicile cracovie emirdag athènes alger tunis damas bagdad kaboul dakar conakry douala
meuse sambre ourthe amblève vesdre lesse semois hoyoux mehaigne geer dyle senne escaut lys haine ourthe-amblève mosan mosane hoëgne warche salm viroin molignée bocq samson
nord sud est ouest proximus bpost belfius belgacom ores resa swde cile spge forem onem actiris tec sncb infrabel ethias partenamut solidaris luminus engie electrabel`
    .split(/\s+/)
    .map(folded),
)
