import { folded } from '#kernel/i18n'

/**
 * First names (prénoms) that people bear in Belgium, of every origin, as `folded` writes them: a word that is capitalised beside one
 * of these is most likely a surname. Words that are first of all something else (« Pierre », « Rose », « Clément ») are here too.
 */
export const isGivenName = (word: string): boolean => {
  const key = folded(word)
  if (names.has(key)) return true
  // « El-Houssine », « Abd-el-Kader »
  return (
    key.includes('-') &&
    key.split('-').every((part) => names.has(part) || /^(?:el|al|abd|ed|es)$/.test(part))
  )
}

const written = `
aaron abdel abdelhamid abdelkader abdellah abderrahim abdou abdoulaye abdul abdullah abel abraham achille achraf adam adama adel adele adelaide
adelin adeline adem adil adrian adriana adriano adrien adrienne aeneas agathe agnes agnieszka ahmed ahmet aicha aida aime aimee aissa aissatou
akim alain alan alana alba albane albert alberte alberto albin aldo alena alessandra alessandro alessia alessio alex alexander alexandra
alexandre alexandru alexia alexis alfons alfonso alfred ali alia alice alicia alida alina aline alisson alix aliya allan alois alonso aloys
alphonse alyssa amadou amal amanda amandine amaury ambre ambroise amedeo amel amelie amina amine amir amira amandus ana anael anais anastasia
andre andrea andreas andree andrei andres andrzej andy ange angel angela angele angelina angelo angelique anika anis anissa anita ann anna
annabel annabelle anne annelies annemarie annette annick annie annika anouchka anouck anouk anselme anthony antoine antoinette anton antonella
antonia antonin antonino antonio anya apolline arber archibald ariane arielle aristide arlette armand armande armando armelle arnaud arne
arno arnold arsene art arthur artur arturo asia asma astrid athena aubin aubry aude audrey august auguste augustin aurele aurelia aurelie
aurelien aurore axel axelle ayla aymane aymeric ayoub aysegul ayse aziz aziza
babette bachir baptiste barbara barnabe bart bartosz basile bastian bastien baudouin beatrice beatrix bechir bella ben benedetta benedicte
benjamin benno benoit benoite berengere berenice bernadette bernard bernardo bernd bert berta bertha berthe bertrand betty bianca bilal billy
birgit blaise blanche blandine blerim boban bogdan bonaventure boris bouchra brahim bram brandon brenda brian brice brieuc brigitte britt
bruna brunehilde bruno bryan burak
calixte calogero camelia camil camilla camille candice capucine carine carl carla carlo carlos carmela carmen carmine carol carole carolina
caroline casimir cassandra cassandre catarina caterina catherine cathy cecile cecilia cedric celestin celestine celia celina celine celeste
cengiz cesar chadi chafik chaima chantal charlene charles charlie charline charlotte charly chelsea cherif cheikh chiara chloe christa christel
christelle christian christiane christina christine christof christoph christophe christopher cindy claire clara clarence clarisse claude claudette
claudia claudie claudine claudio claudy clea clelia clemence clement clementine cleo clovis colette colin coline concetta concetto constance
constant constantin cora coralie coraline corentin corinne corneel cornelia cornelis cosimo cosme costa courtney crescence cristian cristiana
cristina cyprien cyriaque cyril cyrille cyrine
daan daisy dalila damian damiano damien damla dan dana daniel daniela daniele danielle danilo danny dante dany daphne daria dario dave david davide
davina davy dawid debora deborah delfina delphine denis denise denisa deniz desire desiree diana diane didier diego dieter dieudonne dieudonnee
dilan dilara dimitar dimitri dina dino dirk djamel djamila djibril dolores domenica domenico dominik dominique donatella donatien donatienne donato
donovan dora dorian doriane dorien doris dorota dorothee driss dylan dzenan
eddy eden edgar edgard edith edmond edmonde edna edoardo edouard eduard eduardo edward edwige edwin egide ekaterina elena eleonora eleonore elfriede
eli elia elian eliane elias elie elif elina elinor eliot elisa elisabeth elise elisee eliza elke ella ellen ellie elma eloan elodie eloi eloise elon
elsa elsie elton elvire elvira elzbieta emanuel emanuele emeline emeric emerick emile emilia emilie emilien emilienne emilio emily emin emine emma
emmanuel emmanuelle emmy emre engelbert enis enrico enrique enzo eric erica erich erik erika erna ernest ernestine ernst erwan erwin esma esmee
esmeralda esteban estelle esther esteve ethan etienne eugene eugenia eugenie eulalie eunice eva evan evangeline eve evelien evelyne everard evi
evrard ewa ewan ezio ezra
fabian fabien fabienne fabiola fabio fabrice fabrizio fadila fadma fahim faical fanny fares farid farida faten fatiha fatima fatimata fatma fatou
fatoumata faustine faustino federica federico feli felicia felicie felicien felicite felix ferdinand ferdinande fernand fernanda fernande fernando
fiona fien filip filippo filomena firmin firmine flavia flavie flavien flavio flora flore floreal florence florent florentin florentine florian
floriane florianne florimond florin foulques franca france francesca francesco francine francis francisca francisco franciska franck franco francois
francoise francky frank franklin franz franziska fred freddy frederic frederico frederik frederique freya frida frieda friedrich fritz fulbert fulvio
gabin gabriel gabriela gabriele gabriella gabrielle gael gaelle gaetan gaetana gaetane gaetano gaia galina gaspard gaston gaultier gauthier gautier
genevieve geoffray geoffrey geoffroy georg george georges georgette georgina georgios gerald geraldine gerard gerarda gerardo gerda gerhard germain
germaine gerrit gertrud gertrude gery ghislain ghislaine ghita giacomo giada giampaolo gian giancarlo gianfranco gianluca gianni giannina gilbert
gilberte gilda gilles gina ginette gino gioacchino giordano giorgia giorgio giovanna giovanni gisele gisela giulia giuliana giuliano giulio giuseppa
giuseppe giuseppina gladys gloria godefroid godelieve gonzague goran gordon grace graziella gregoire gregor gregory greta gretel griet grzegorz
guenael guenaelle guglielmo guido guilherme guillaume guillemette gunter gunther gustaaf gustav gustave guy guylaine gwen gwenael gwenaelle
gwendoline gwenn gwladys
habib habiba hachim hadrien hafid hafida hakan hakim halil halima hamid hamida hamza hana hanae hanan hanna hannah hannelore hannes hans harald
harold haroun harry hasan hasna hassan hatice haydar hector hedi hedwig heidi heike heinrich heinz helena helene helga helmut heloise hendrik
henk henri henriette henrik henrique henry herbert hercule heribert herman hermann hermine herve hicham hilaire hilal hilda hilde hildegard
himanshu hippolyte hoda honore honorine horst hortense houda houria houssine hubert hubertine hugo hugues huguette humbert huseyin hussein hyacinthe
ian ianis ibrahim ibrahima ibtissam ida idris idriss ignace ignacio igor ihsan ikram ilaria ilan ilena ilham ilhan ilias iliana ilies ilona ilse
ilyas ilyes imad imane imelda imen imran ina inaya ines inge ingeborg ingo ingrid innocent iole ioana ion ionel iovana irena irene irina iris irma
irmgard isaac isabel isabella isabelle isaline isaura isidore isis isla ismael ismail ismet issam italo ivan ivana ivo ivona iwona izabela
jaak jack jackie jacky jacob jacqueline jacques jad jade jaime jakob jakub jalil jamal jamel james jamila jan jana jane janine janna jannick jannis
janusz jaouad jaroslaw jasmin jasmina jasmine jason jasper javier jawad jayden jean jeanine jeanne jeannette jeannine jeannot jef jeff jeffrey
jelena jelle jennifer jenny jens jeremie jeremy jeroen jerome jerzy jesse jessica jessie jesus jessy jihad jihane jill jim jimmy jo joachim joana
joanna joanne joao joaquim jocelyn jocelyne joel joelle joey johan johann johanna johannes john johnny jolan jolanda jolie jonas jonathan joost
jordan jordi jordy jorge joris joseph josepha josephe josephine josette josiane josianne josquin joss josselin josue josy joyce juan juana jude
judith jules julia julian juliana julie julien julienne juliette julio julius july junior jurgen justin justine justyna
kaan kacper kadiatou kadija kais kamal kamel kamil kamila karel karen karim karima karin karina karine karl karla karlien karolien karolina karoline
kasper kassandra katarina katarzyna kate katelijne kathelyne katherine kathleen kathy katia katja katleen katrien katrin kay kayla kazimierz keira
kelly kemal ken kenan kenny kenza kenzo kerim kerstin kevin khadija khadra khaled khalid khalil khalissa kim kimberly kirsten klaas klara klaus koen
konrad konstantin koray kris kristel kristien kristina kristof krystian krystyna krzysztof kubilay kurt kylian
laetitia laila lambert lamia lana lara larbi larissa lars latifa laura laure laureen laureline laurence laurene laurent laurenz laurette laurie
laurine lazare lea leandre leandro leen leila leia lena leni lennert lenny leny leo leon leona leonard leonardo leonce leone leonel leonhard leonid
leonie leonora leontine leopold leopoldine leslie leszek leticia letizia lia liam lian liana lidia lien lies liesbet liese lieve lila lili lilia
lilian liliana liliane lilly lilou lily lina linda line lino lionel lisa lisbeth lise liselotte lisette litzy liv livia livio liza loan loana loic
loick lois lola lorena lorenza lorenzo loredana lore lorraine lothar lotte lou louane louay louis louisa louise louisette louka loris lore luana
luc luca lucas lucia lucian luciana luciano lucie lucien lucienne lucile lucilla lucille lucina lucio ludivine ludmila ludo ludovic luigi luis luisa
luka lukas lukasz luna luther lutgarde lydia lydie lyna lynn lysiane
maarten mabel mabrouk maciej madeleine madeline madison madjid mael maelle maeva magali magalie magdalena maggy mahaut mahmoud mahmut maia maike maite
malak malaurie malek malgorzata malik malika malo malou malvina mamadou manel manfred manoel manolo manon manu manuel manuela manuelle mara marc marcel
marcela marcella marcelle marcellin marcelline marcello marcin marco marcos marcus mardoche mare margareta margarete margarida margarita margaux
marguerite margit margot maria mariam mariama marian mariana mariane marianna marianne mariarosa marie mariella marielle mariem marietta mariette
marija marijke marijn marika marilyn marilyne marin marina marine marino mario marion marisa marita marius mariusz marjolaine marjolein marjorie
mark marko marleen marlene marlies marlise marnik marouane mart marta marte martha marthe marti martial martijn martin martina martine martinus
marvin mary marylene maryline maryse maryvonne marwa marwan massimo mateo mateusz mathias mathieu mathilda mathilde mathis mathurin mathys matilda
matteo matthew matthias matthieu matthijs mattia maud maude maureen maurice mauricette maurizio mauro max maxence maxim maxime maximilian maximilien
maxine may maya mayssa mebrouk medard medhi mehdi mehmet meike melanie melchior melek melina melissa melodie melody merlin mert mertens meryem mia micha
michael michaela michaella michal micheal michel michela michele micheline michelle miguel mihai mihaela mikael mike mikhael milan milena miloud
milo mimoun mina mindy mira miranda mireille mirella miriam mirko miroslav miroslaw mischa mohamed mohammad mohammed mohand moise moktar mona monia
monica monika monique morad morgan morgane morgana moritz mouhamed mounia mounir mourad moussa moustapha muhammad muhammed murat muriel mustafa mustapha
mwamba mylene myriam myrthe
nabil nabila nacer nacera nada nadege nadia nadine nadja nael nahla naim naima najat najib nancy naomi narcisse nassim nassima nasser natacha natalia
natalie natalina natasha nathalie nathan nathanael nawal nazim ndeye neil nele nelly nelson nermin nesrine nestor neven nicodeme nicola nicolai nicolas
nicole nicolette nicoletta niels niklas niko nikola nikolaos nikos nils nina nino niels noa noah noam noe noel noelle noemi noemie nolan nolwenn nora
norbert norberto nordine norma normand nour noura nourdine nouredine noureddine nuno nuria
oceane octave octavia octavie odette odile odilon odon ofelia olaf oleg olga olimpia olive oliver olivia olivier olivio omar omer ondine orane orelie
orlando ornella orphee orso oscar oswald othman othmane otto ouarda oumar oumou ousmane ovide ozan ozgur ozlem
pablo palmyre paloma pamela paola paolo parfait pascal pascale pascaline pasquale pasqualina pascual patience patric patrice patricia patrick patrik
patrizia patryk paul paula paule paulette paulien paulin paulina pauline paulo paulus pavel pawel pedro peggy peio pelagie penelope perrine peter
petra petronella petrus philemon philibert philip philippa philippe philippine philomene pia piero pierre pierrette pierrick pierrot piet pieter pietro
pina pino placide pol polina pompeo prisca priscilla prosper prudence pryscillia
quentin quincy quinten
rabah rabia rachel rachid rachida radia radoslav rafael rafaela rafal raffaele ragnhild rahma raimondo raisa rajae ralf ralph ramazan rami ramon
ramona ramzi rana ranya raoul raphael raphaelle rasha raymond raymonde rayan rebecca recep reda redouane regina reginald regine regis reinhard reinhilde
reinhold remi remo remy renaat renald renata renate renato renaud rene renee renelde renilde renzo reynald rhea rhiana ria ricardo riccardo richard
rik rita robbe robert roberta roberte roberto robin robine rocco roch rodolphe rodrigo rodrigue rodrigues roel roger rogier roland rolande rolf romain
romaine roman romana romane romeo romina romuald romy ronald ronny rosa rosalia rosalie rosanna rosario rose roseline roselyne rosemarie rosetta rosette
rosina rosine rosita rosy roxana roxane roy ruben rudi rudolf rudy rui rune rustem ruth ryan ryszard
saad saadia sabah sabina sabine sabri sabrina sacha sade safa safae safia sahra said saida sajid salah salem salim salima sally salman salma salome
salvador salvatore sam samantha sami samia samir samira samson samuel samuele samy sana sander sandie sandra sandrine sandro sandy sanja sanne santa
santina santino santo sara sarah sascha sasha saskia saturnin saul sauveur savannah saverio scarlett scott sean sebastian sebastiano sebastiaan sebastien
sefa seif selena selim selima selin selina selma senne seppe septime seraphin seraphine serena serge sergei sergio servais servane serkan seth severin
severine seyit shana shanon sharon sheila shirley shoshana sibylle sidi sidonie sidney siegfried siegrid sigismond sigrid silke silvain silvana silvano
silvia silvie silvio simeon simon simona simone simonetta sinan sinem sixtine slimane slobodan smail sofia sofiane sofie sohan soizic solange soledad
solene soline sonia sonja sophia sophie soraya soren souad soufiane soulaimane soumaya souleymane stan stanislas stanislaw stef stefaan stefan stefania
stefanie stefano steffi stella stephan stephane stephanie stephen sterre steve steven stijn sueda suleyman sultan summer susan susana susanna susanne
suzanna suzanne suzette svetlana swan sybille sylvain sylvaine sylvana sylvester sylvestre sylvia sylviane sylvie sylwia synthia
tadeusz taha tamara tancrede tania tanguy tanja tarek tariq tatiana tatjana tayeb teddy tedy teo teresa tereza tess tessa thea thelma theo theodora
theodore theodoor theophile therese theresia thibaud thibault thibaut thiebaut thierry thijs thirza thomas tia tiago tibault tibo tiffany til tilda
tilde till tim timothee timothy timeo tina tine tino tiziana tjeu tobias tom tomas tomasz tomaso tommaso tommy toni tony toon torsten toussaint tracy
trinidad tristan tudor tugba tulay
ugo ulrich ulrike umberto urbain ursula ursule ute uwe
vahid valentin valentina valentine valere valeria valerian valeriane valerie valerio valery valter vanessa vanina vanya vasile vassili veerle venance
vera verena veronica veronika veronique vesna vicky victor victoire victoria victorien victorine vigdis viktor viktoria vilma vince vincent vincente
vincenza vincenzo vinciane viola violaine violette violetta virgil virgile virgilio virginia virginie vita vital vitalie vito vittoria vittorio viviana
viviane vivien vivienne vladimir volkan
wadi wael waldemar walid wally walter wanda wanja ward warren wassim wassila wauthier wendy wenceslas werner wiebke wiktor wilfred wilfried wilhelm
wilhelmina willem willemijn william willy wim winand wivine wojciech wolf wolfgang wouter
xander xavier xaviere ximena
yacine yael yahya yamina yan yanis yann yannick yannis yara yasar yasemin yasin yasmin yasmina yasmine yassin yassine yassir yavuz ylan yoan yoann
yohan yohann yolaine yolande yolanda younes youri youssef youssouf ysaline ysee yul yulia yusuf yvan yves yvette yvon yvonne
zachary zaccaria zahia zahra zakaria zakia zara zbigniew zdzislaw zehra zelie zena zenon zeynep zineb zinedine zita ziyad zoe zoran zoubida zoubir
zuzanna zygmunt
adelheid adriaan agata albrecht aleksander aleksandra alisa aloisia alwin amani anastasie andries angelika angeline anja anke annabella anneke
anneleen anneliese annelore annemie annemiek annouk ansgar antje antonie antoon arlind arlinda arta artan artem assunta aydin ayhan aysun azra
azzedine badr bahati baraka baran barbel barthelemy bartholome bartlomiej batoul beate beatrijs beatriz behar behzad bekim benediction benedikt beni
berat bernadetta bernhard berthold besnik betul biagio bibiche bienvenu bijou birsen blerta bojan boleslaw bonaventura boniface boubacar bozena
bozidar branislav branko brunhilde bulent burcu bushra caetano calin carina carsten caspar cataldo catherina cecil cem cenk ceren cezary chance chayma
cheyenne chiraz christ christiaan christl christoffel ciro claes claire-marie clara-marie claus conceicao consolata constantino cornel corrado
costantino cristiano cristobal cyrus czeslaw czeslawa daddy dagmar dalibor danuta daoud dariusz david-alexandre debby delia demba demetrio denys derya
desideria desir destiny detlef diamantino dieumerci divine dogan dolf domitille donat dorothea dragan dragana dries duarte dunja dzemal eberhard ebru
eckhard edeltraud edmund eduarda edwina eefje eglantine egon ekrem elania elfi elfride elisabetta elmar elodia elona elvis elwira emanuela emiel emir
engel engin enrica ercan erdal erdem erol erwina esin esperance esra estera etelvina eugeniusz eulalia eusebe evangelos evert ewelina exauce faisal
fanta farah faruk fatih fatmire fatos faycal fazil fehmi felicitas feliks felipe fernao ferran ferre fethi filiz finn fiston flamur fleur floor flor
florina florjan fons foued franciszek frans frauke fredericus freek friedel friedhelm fulgence funda furaha furkan gabor gamze garance geert gennaro
gerben gerlinde gerold giacinto gines giorgi giulietta gizem glenn glody gloire godelive goedele goele gonca gonzalo gorica gosia graca grazyna greet
gretchen grietje guenter guillermo gul gulay gulcan gulsen gulsum gunnar gunnel gurkan gust gustavo haci hadja haider hajar halina hamdi hanane
hanneke hannelies hans-peter hansjorg harriet hartmut hatim havva hedwige heiner hella hennie henning heriberto heritier herwig hildegarde hilmi hind
holger horia hortensia houssam hovhannes huberta hulya husnu ibtihal idrissa ieva ignaas ignacy ilda ileana ilir ilker ilknur imani imke immaculee
ingeburg inger inke ioan iolanda iraida irakli irfan irmela isolde iwan jaap jacek jacinta jacquy jadranka jadwiga jalal janina janka jaroslav jasmien
jean-noel jemima jeroom jesper jitka jochen joeri joie jolanta joop jorg jos josee josef josefa josefien josefine josip jost jovan jozef jozefa
juanita judoc jurij juste justina jutta kaat kabedi kadir kalala karl-heinz karlijn karol karola kasia kaspar kateryna kathia kathrin katrijn kilian
kjell kobe korneel kornel krista kristin kubra kunigunde kyra lahcen lamine lander laszlo laurens laurien lavinia layla lenka leonor lesley levent
leyla lidwine liesel lieselotte lieven lieze lode loes lorie loubna lourdes lubomir lucette lucrece ludwig ludwika lut luz maaike macarena machteld
madalena magda mahamadou maja makar makiese marc-antoine marcelo mardochee mareike marek margaretha margret margriet mariano marilou marise marjan
markus maryam matheo matilde mats maura maurane maurits mayke mbaye mbuyi mehtap melanija melike meltem mercedes meriem merijn merve merveille
michalina mickael mieke mignon mila milica mirabelle mirco mirek mirjam moana modeste modou moedim momar moncef moreno mukaddes mukendi musa mwadi
myrtille nadir nagihan najla nana napoleon natasja nazli neal neema nejma nesrin nevena nezha ngalula nicaise nicanor nick nico nicolae nicoleta niel
nihal nijole nikita nikolai nikolaus noelie noella nono norah noreddine ntumba nunzio nuray nurten nzuzi oguz oksana olcay oleksandr olena olivine
olympe ona onofrio oona ophelie oreste orhan oriane orsolina oskar osman otilia ottavio ouafae ourdia ovidiu oya ozge pancrace papy patricio perpetue
petru piedad pier pierino pilar pim piotr pitchou plamedi polycarpe prince princesse providence prudent przemyslaw quintin quirin radouan raf rafik
rainer rainier raissa ramiro rania raphaella raquel rasa rashid raul raven ray razan reine reinhart reinier reinout resul reyhan rhita rick rida
rikkert robbie robrecht rocio roddy roderick rodica roeland rogelio romanus ronan rony rosaria rossana roswitha rudiger rufin rukiye ruslan rusudan
saban sadia safiatou sahin sakina salih savas savina scholastique seda sedat selcuk semra sengul senol serafino serap serhat servaas sevda sevgi sevim
seyda shanti sibel siegmund sif sifa silviana simonne sina siobhan sira sixte slaheddine slavica slawomir slim snezana soeren sofian soleil soufian
steeve steffen steffie sten stine stoyan suat sumeyye suna suzy sven svenja sverre swann szymon tahar tara tarik teodor teodora teofil terry thais
thanh theobald thilo thorsten tibor tijl tilman timo timur tineke titus tjeerd todor toke tolga tonia tonino toos tresor trevor troy trudy trui
tshiala tugce tuncay turgut tyler uda udo ugur ulku ulrik umit uri vaclav valdemar vania vasco vasil vasiliki vedat velma vernon veysel vicente
victorino vidal visar vitaly vlad vladislav volker volodymyr wacim wahid walther walthere waltraud wesley wiebe wies wieslaw wilhelmine wiliam
willemien willi willibrord wilma wilson winfried winoc wioletta witold wladimir wladyslaw wlodzimierz wojtek wolfram yacoub yaelle yannic yeliz yeter
ygor yildiz yilmaz youness younous yousra yudith yuksel yuliya yuri yveline zahir zain zakariya zana zawadi zaynab zdenek zekeriya zeki zeliha zhanna
zijad zlatan zlatko zofia zohra zoltan zora zouhair zoulikha zsofia zsolt zuhal zuleyha zuzana
abigail alassane alban alberic alison alizee allison aminata andrii ashley audric auriane awa bakary beata berangere bettina bilonda binta bintou
bogumila boguslaw britney byron catalin chen chris ciprian clarice claudiu clothilde clotilde conchita consuelo corneille cornelie cosmin cynthia
cyrielle djeneba dmytro dumitru eliott elliot elouan enola eveline ewald fanchon faustin florine gaby georgiana gerd gerry gheorghe gontran gracieuse
gratien grazia gudrun hakima hao hawa hayat henryk horace hung huong ilunga ionut iryna ivette jing joke jolien jordane jose joy kabeya kadidia
kalonji kasongo katy killian kimberley kyllian lan lassana laurane lauriane li liviu logan lurdes lylou madalina maeline mailys marceau marceline
marieke marlis marlon mbombo mei minh mircea mory mujinga mutombo mykhailo mykola nafissatou nataliia ngoy nguyet oleh oleksii olha oriana orianne
papa radu razvan resi rokia sekou serhii seydou sorin svitlana terence tetiana theresa thi tidiane trude tshala tshilanda tuan ursel urszula vasyl
vianney viktoriia viorel wei wieslawa wout xin ying yuliia yurii
`

const names = new Set(written.split(/\s+/).filter(Boolean))
