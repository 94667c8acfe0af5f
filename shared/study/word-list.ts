/**
 * 256 short Dutch words, one per byte, for what has to be copied from paper or read over the telephone. Everyday words without accents;
 * their first four letters are enough to know them by, and no single wrong letter makes one of them into another. The order is frozen:
 * sheets are printed with it.
 */
const words = `
  aardbei abrikoos adelaar album amandel ananas april artikel atlas augurk avond badpak balkon banaan basis beton bezem
  biljart biscuit bitter bliksem bocht borstel brief brug buffel buiten bureau cactus cadeau camera cello cement chips
  cirkel citroen colbert cursus dans dennen diamant dinsdag dokter dolfijn dorp douche draad droom dubbel eiland ekster
  elftal erwt esdoorn etage fabriek fakkel familie fazant fiets figuur film fluit fontein framboos fregat galerij
  garage gebouw geluk gember geranium getal gewicht gezin giraf gitaar groen gunst haak handdoek haven hazelaar heide
  herfst heuvel hobby honing hooi horloge hulst ijsbeer inkt insect januari jarig jasmijn jeugd jurk juweel kaars
  kapper kasteel katoen keuken kiezel kimono klaver kleur knoop koffer kolom koraal kosmos krent kubus kussen kwartier
  kwast ladder lamp laurier lente libel lijst limoen lokaal lopen lunch machine magneet mandje mango marmer matras
  medaille mensen metaal middag minuut moeder morgen mosterd motor museum muur muziek naald narcis natuur nectar
  netwerk neus noord november nummer oceaan ochtend okapi oktober olifant olijf omslag onweer oranje orkest pagina
  paleis paprika patroon pelikaan perron piano pinda pinguin plaat ploeg popcorn portret potlood pruim puzzel pyjama
  rabarber radio raket recept rekening ritme rivier robijn rogge roman rotonde rugzak saffier salade sandaal schaap
  servet sleutel sloot smaragd sneeuw snoep spel spiegel staart steen straat suiker symbool tafel tapijt tarwe tekst
  tempel tennis terras theater tijger toets tomaat toneel trein trommel tulp tunnel uitzicht vallei vanille venster
  verf viool vlag vlieger vlinder vogel voorjaar vrede vriend waaier warm wekker wereld wesp wolf zebra zilver zingen
  zomer zondag zuid zwaan zwaluw zwembad`;

/** In the order of the alphabet: the place of a word is its byte. */
export const wordList: readonly string[] = words.trim().split(/\s+/);

const byteOf = new Map(wordList.map((word, byte) => [word.slice(0, 4), byte]));

/** The word of a byte (0 to 255). */
export function wordOf(byte: number): string {
  return wordList[byte]!;
}

/** The byte of a word as someone typed it, whole or its first four letters or more; undefined when no word of the list begins so. */
export function findByteOf(typed: string): number | undefined {
  const word = typed.toLowerCase();
  const byte = byteOf.get(word.slice(0, 4));
  return byte !== undefined && word.length >= 4 && wordList[byte]!.startsWith(word) ? byte : undefined;
}

/** A passphrase of one word per byte, joined by hyphens: 8 random bits a word. It has to be typed as it stands. */
export function passphraseOf(bytes: Uint8Array): string {
  return [...bytes].map(wordOf).join('-');
}
