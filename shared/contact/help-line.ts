/** That there is help with a letter, said in the reader's own language: one line, with where to ask. */

interface HelpWords {
  /** As the language calls itself. */
  readonly name: string;
  readonly line: (askAt: string) => string;
}

/** A number or an address from left to right within writing from right to left (UAX 9, isolates). */
const apart = (text: string) => `\u2066${text}\u2069`;

const words: Readonly<Record<string, HelpWords>> = {
  nl: { name: 'Nederlands', line: (at) => `Hulp nodig bij deze brief? ${at}` },
  en: { name: 'English', line: (at) => `Do you need help with this letter? ${at}` },
  tr: { name: 'Türkçe', line: (at) => `Bu mektup için yardıma mı ihtiyacınız var? ${at}` },
  ar: { name: 'العربية', line: (at) => `هل تحتاج إلى مساعدة بخصوص هذه الرسالة؟ ${apart(at)}` },
  pl: { name: 'polski', line: (at) => `Potrzebujesz pomocy z tym listem? ${at}` },
  ru: { name: 'русский', line: (at) => `Нужна помощь с этим письмом? ${at}` },
  uk: { name: 'українська', line: (at) => `Потрібна допомога з цим листом? ${at}` },
  fr: { name: 'français', line: (at) => `Besoin d’aide pour cette lettre ? ${at}` },
  de: { name: 'Deutsch', line: (at) => `Brauchen Sie Hilfe bei diesem Brief? ${at}` },
  es: { name: 'español', line: (at) => `¿Necesita ayuda con esta carta? ${at}` },
  pt: { name: 'português', line: (at) => `Precisa de ajuda com esta carta? ${at}` },
  it: { name: 'italiano', line: (at) => `Ha bisogno di aiuto con questa lettera? ${at}` },
  ro: { name: 'română', line: (at) => `Aveți nevoie de ajutor cu această scrisoare? ${at}` },
  bg: { name: 'български', line: (at) => `Нуждаете се от помощ с това писмо? ${at}` },
  so: { name: 'Soomaali', line: (at) => `Ma u baahan tahay caawimaad ku saabsan warqaddan? ${at}` },
  fa: { name: 'فارسی', line: (at) => `آیا برای این نامه به کمک نیاز دارید؟ ${apart(at)}` },
};

/** The languages in which it can be said. */
export const helpLanguages: readonly string[] = Object.keys(words);

export const languageName = (language: string): string => words[language]?.name ?? language;

/** One line per language, in their order; a language without a line of its own gives none. */
export function helpLines(languages: readonly string[], askAt: string): readonly string[] {
  return languages.flatMap((language) => words[language]?.line(askAt) ?? []);
}
