/**
 * First names that are common in Germany among pupils and teachers of today, by the letter they begin with. Only names
 * that mean nothing else in a list of rooms and devices: no `Berg`, `Stern`, `Linde`, `Max` (as in „max. 30“), and no brand
 * or model (`Nova`, `Mika`, `Aria`). Written in lower case.
 */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `achim adam adrian ahmad ahmed alexander alexandra ali alina amelie amina amira amy andrea andreas angelika anja anke anna
anne annegret anneke annelie annett annette annika anton antje antonia armin arthur astrid ayse
barbara bastian beate ben benedikt benjamin bennet bernd bernhard bettina bianca birgit birgitta birte bjarne björn boris
brigitte britta
carina carl carla carlotta carmen carolin caroline carsten cem charlotte christa christel christian christiane christin
christina christine christof christoph claas clara claudia claus clemens conny constantin constanze cornelia corinna
dagmar daniel daniela david deniz dennis detlef diana dieter dietmar dirk dominik doreen doris dorothea
eberhard eckhard edith elena eleni elias elif elisa elisabeth elke ella ellen emil emilia emily emma emre enrico eric erich
erik erwin esther etienne eva evelyn
fabian fatima fatma felicitas felix ferdinand filip finja finn finnja florentine florian franka franz franziska frauke
frederik frida friederike friedrich 
gabi gabriel gabriele georg gerd gerda gerhard gerlinde gert gesa gesine gisela gitta gregor greta gudrun guido gunnar gustav
hanna hannah hannelore hannes hans harald hartmut hauke heidi heidrun heike heiko heiner heinrich heinz helena helga
helge helmut hendrik henning henri henrik henriette herbert hermann hilde holger horst hubert hugo
ida ilona ilse imke ina ines inga inge ingeborg ingo ingrid irene irina irmgard isabel isabell isabella isabelle
jacqueline jakob jan jana janina janine jannik jannis jasmin jasper jelena jenny jens jessica jessika joachim johann johanna
johannes john jolina jona jonas jonathan jonna jördis jörg jörn josef josefine joseph josephine joshua judith julia julian
juliana juliane julius justin justus jutta jürgen
karen karim karin karina karl karla karolin karoline karsten katarina katharina kathleen kathrin katja katrin kerstin
kevin kilian kim kirsten kirstin klara klaus konrad konstantin kristian kristin kristina kristine kurt
lara larissa lars lasse laura lea leander lena leni lennard lennart lenny leon leonard leonie levi levin liam lilli
lilly lina linn linnea linus lisa lisbeth lorenz lotta lotte louis louisa louise luca lucas lucia lucie luis luisa luise luka
lukas lutz lydia
mads magdalena maike maja malte mandy manfred manuel manuela marc marcel marco marcus mareike maren margarete margit margot
margret maria marianne marie marika marina mario marion marius marko markus marlene marlies marlon marta martha martin
martina marvin mateo mathias mathilda mathilde mathis matilda matteo matthias matti maximilian mechthild mehmet mehdi meike
melanie melina melissa merle mia michael michaela michel michelle mila milan milena miriam mirko mohamed mohammad mohammed
mona monika moritz murat mustafa
nadine nadja natalia natalie natascha nele nicholas nick nico nicolas nicole nikita niklas nikolai nils nina noah noel nora
norbert
ole olaf olga oliver olivia omar oskar otto
pascal patricia patrick paul paula pauline peer peggy peter petra philip philipp philippa phillip pia
rainer ralf ralph ramona raphael rebecca rebekka regina regine reiner reinhard reinhold renate rené richard rita robert robin
rolf roman ronja ronny rosemarie roswitha rudi rudolf ruth rüdiger
sabine sabrina sally samira samuel sandra sandro sara sarah sascha sebastian selina selma sibylle siegfried sigrid silja silke
silvia silvio simon simone sina sofia sofie sonja sophia sophie stefan stefanie steffen steffi stephan stephanie sten
susann susanna susanne sven svenja sybille sylvia sylke sönke sören
tabea tamara tanja tarek tatjana teresa thea theo theresa thilo thomas thore thorben thorsten tilman tim timo timm tina tobias
tom toni torben torsten
udo ulf uli ulla ulrich ulrike ursula ute uwe
valentin valentina vanessa verena veronika viktor viktoria vincent vivian vivien volker volkmar
waldemar walter waltraud wanda werner wiebke wilfried wilhelm willi wolfgang wolfram
yannick yannik yasemin yasin yusuf yvonne
zoe zoé`.split(/\s+/),
);
