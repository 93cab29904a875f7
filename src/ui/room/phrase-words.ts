// Picked to be said aloud over a poor line: common things, four to nine letters, three letters apart from every other word
// of the list, no word that sounds like another, and none that could hurt (no weapon, medicine, alcohol, family, body, date).
// The order is part of the protocol: two browsers must read the same byte as the same word.
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The 256 French words of the group phrase, one per byte. */
export const frenchWords: readonly string[] = words(`
	abeille abricot accordéon aiguille album alouette amande ananas ardoise argile artichaut asperge atelier atlas
	aubergine automne avion avocat balcon bambou banane barque basilic bateau betterave biscuit blouson bonnet boucle
	boussole brioche brocoli brosse cabine cacao cactus cahier caillou canard canoë caramel caravane carotte carton
	casquette cerise chaloupe chandail chariot chenille cheval chocolat cigale cigogne citron cloche coffre colibri
	colline comète compas concombre confiture coquille corbeille coussin crayon cuillère cuisine dauphin dentelle dessin
	diamant domino drapeau duvet écharpe échelle éclair écorce écran écureuil éléphant enveloppe épinard éponge érable
	escalier escargot étagère étoile falaise fauteuil fenêtre feuille ficelle figue flocon flûte forêt fougère foulard
	fourmi framboise fromage fusée galet garage gazelle gazon géranium glacier gomme grelot grenier guitare hamster
	harmonica hérisson hibou homard horizon horloge image indigo iris jaguar jardin journal kangourou kayak kiwi koala
	laitue lampe lapin légume lézard libellule lionceau livre loutre lunettes macaron magasin mandarine manège marais
	marbre marmite mésange miel mimosa miroir moineau montagne mosaïque moulin muguet myrtille navire neige nénuphar
	noisette nougat oasis oignon ombrelle omelette orchestre orchidée oreiller ourson paille palmier panda panneau
	papaye papillon parachute parapluie parasol parfum pastèque pêche pélican pendule perroquet pétale piano pilote
	pingouin piscine planète poisson polaire poney potager puzzle pyramide raisin récolte réglisse rideau rivière
	robinet rocher romarin ruban ruisseau salade sandale saumon saxophone semaine sentier serrure serviette sifflet sofa
	soleil soupe souris statue studio sucre tableau tablier tabouret tartine téléphone théâtre timbre toboggan tondeuse
	toucan tournesol tracteur trèfle triangle trombone trompette truite tulipe turquoise velours verger village virgule
	vitrail vitrine voilier voyage yogourt zèbre zigzag
`);

/** The 256 English words of the group phrase, one per byte. */
export const englishWords: readonly string[] = words(`
	acorn airplane album amber anchor apple apricot armchair atlas autumn avocado badge balloon bamboo banana banjo
	barley basil basket beach bicycle biscuit blossom blueberry boat bonnet bookshelf bracelet breeze broccoli brush
	buffalo butter cabbage cabin cactus calendar camel canary candle canvas canyon carpet cedar celery cheese cherry
	chestnut chimney cinnamon circle citrus clover coconut coffee compass concert cookie copper cottage cotton cricket
	crystal cucumber cupboard curtain cushion daffodil daisy desert diamond dolphin domino doorway dragon duckling eagle
	eggplant elephant emerald engine fabric falcon feather fennel fern festival fiddle flamingo flute forest fountain
	frog galaxy garden garlic ginger giraffe glacier gondola grape guitar hammock hamster harbour harvest hedgehog
	helmet hiking horizon hotel iceberg igloo indigo island ivory jaguar jasmine jungle juniper kangaroo kayak keyboard
	kitchen kiwi koala ladder lagoon lantern lavender lemon lettuce library lilac lime lizard lobster locket magnet
	marble marigold meadow melody meteor mint mirror mitten mosaic muffin museum mushroom mustard napkin needle nest
	newspaper notebook nutmeg oatmeal ocean omelette onion orange orchard orchestra painting palace pancake panda papaya
	paper peanut pebble pelican pencil penguin piano picnic pigeon pillow pineapple popcorn poppy postcard potato
	prairie pretzel pumpkin puppet puzzle pyramid rabbit raccoon rainbow raisin raspberry ribbon rosemary ruby sailor
	sandwich sapphire saturn saxophone scarf seagull shepherd silver sketch slipper snowflake sofa spaghetti spinach
	spiral spoon squirrel starfish statue studio sunflower sunset sweater syrup tangerine teacup telescope tennis
	theatre thunder tortoise toucan tractor treasure triangle trombone trumpet tulip turquoise turtle umbrella unicorn
	vanilla village violet volcano voyage waffle walnut waterfall whistle window yogurt zebra zigzag zucchini
`);

/** The words of a phrase in one language. */
export const phraseIn = (language: 'fr' | 'en', bytes: readonly number[]): readonly string[] =>
	bytes.map((byte) => (language === 'fr' ? frenchWords : englishWords)[byte] ?? '');
