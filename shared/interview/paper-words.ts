/** What stands on a paper questionnaire beside its own texts, per language. */
import type { Language } from '../study/questionnaire.ts';

export interface PaperWords {
  readonly howTo: readonly string[];
  /** `{value}`: the number of a question. */
  readonly goTo: string;
  readonly goToEnd: string;
  /** Above a question, or several; `{value}`: the condition. */
  readonly onlyWhen: string;
  readonly onlyWhenAll: string;
  readonly moreAnswers: string;
  readonly rank: string;
  readonly oneInEachRow: string;
  readonly moreInEachRow: string;
  /** Letters under the boxes of a day. */
  readonly day: readonly [day: string, month: string, year: string];
  readonly agreed: string;
  readonly code: string;
  /** `{page}` of `{pages}`. */
  readonly page: string;
  readonly thanks: string;
}

const dutch: PaperWords = {
  howTo: [
    'Vul de vragenlijst in met een blauwe of zwarte pen.',
    'Zet een kruisje in het vakje van uw antwoord. Hebt u een fout gemaakt? Maak het verkeerde vakje dan helemaal zwart en zet een kruisje in het goede vakje.',
    'Geef één antwoord op elke vraag, behalve als er staat dat u meer antwoorden mag geven.',
    'Niet elke vraag is voor u. Staat er ‘ga door naar vraag’ achter uw antwoord? Sla dan de vragen ertussen over.',
  ],
  goTo: 'ga door naar vraag {value}',
  goToEnd: 'ga door naar het einde',
  onlyWhen: 'Alleen invullen als {value}.',
  onlyWhenAll: 'Vraag {first} tot en met {last}: alleen invullen als {value}.',
  moreAnswers: 'U mag meer antwoorden geven.',
  rank: 'Schrijf in elk vakje een nummer. Zet 1 bij wat op de eerste plaats komt.',
  oneInEachRow: 'Eén kruisje op elke regel.',
  moreInEachRow: 'U mag op elke regel meer kruisjes zetten.',
  day: ['dag', 'maand', 'jaar'],
  agreed: 'Ja, dat is goed',
  code: 'Uw code',
  page: 'Bladzijde {page} van {pages}',
  thanks: 'Dit is het einde van de vragenlijst. Dank u wel.',
};

const english: PaperWords = {
  howTo: [
    'Fill in the questionnaire with a blue or black pen.',
    'Put a cross in the box of your answer. Did you make a mistake? Then make the wrong box completely black and put a cross in the right one.',
    'Give one answer to each question, unless it says that you may give more.',
    'Not every question is for you. Does it say ‘go to question’ behind your answer? Then skip the questions in between.',
  ],
  goTo: 'go to question {value}',
  goToEnd: 'go to the end',
  onlyWhen: 'Only fill in if {value}.',
  onlyWhenAll: 'Questions {first} to {last}: only fill in if {value}.',
  moreAnswers: 'You may give more than one answer.',
  rank: 'Write a number in each box. Put 1 beside what comes first.',
  oneInEachRow: 'One cross in each row.',
  moreInEachRow: 'You may put more than one cross in each row.',
  day: ['day', 'month', 'year'],
  agreed: 'Yes, I agree',
  code: 'Your code',
  page: 'Page {page} of {pages}',
  thanks: 'This is the end of the questionnaire. Thank you.',
};

const german: PaperWords = {
  howTo: [
    'Füllen Sie den Fragebogen mit einem blauen oder schwarzen Stift aus.',
    'Setzen Sie ein Kreuz in das Kästchen Ihrer Antwort. Haben Sie sich geirrt? Malen Sie das falsche Kästchen ganz schwarz aus und kreuzen Sie das richtige an.',
    'Geben Sie auf jede Frage eine Antwort, außer wenn dort steht, dass Sie mehrere geben dürfen.',
    'Nicht jede Frage ist für Sie. Steht hinter Ihrer Antwort ‘weiter mit Frage’? Dann lassen Sie die Fragen dazwischen aus.',
  ],
  goTo: 'weiter mit Frage {value}',
  goToEnd: 'weiter zum Ende',
  onlyWhen: 'Nur ausfüllen, wenn gilt: {value}.',
  onlyWhenAll: 'Frage {first} bis {last}: nur ausfüllen, wenn gilt: {value}.',
  moreAnswers: 'Sie dürfen mehrere Antworten geben.',
  rank: 'Schreiben Sie in jedes Kästchen eine Nummer. 1 steht an erster Stelle.',
  oneInEachRow: 'Ein Kreuz in jeder Zeile.',
  moreInEachRow: 'Sie dürfen in jeder Zeile mehrere Kreuze setzen.',
  day: ['Tag', 'Monat', 'Jahr'],
  agreed: 'Ja, einverstanden',
  code: 'Ihr Code',
  page: 'Seite {page} von {pages}',
  thanks: 'Das ist das Ende des Fragebogens. Vielen Dank.',
};

const turkish: PaperWords = {
  howTo: [
    'Anketi mavi veya siyah kalemle doldurun.',
    'Cevabınızın kutusuna çarpı koyun. Hata mı yaptınız? Yanlış kutuyu tamamen karalayın ve doğru kutuya çarpı koyun.',
    'Birden fazla cevap verebileceğiniz yazmıyorsa her soruya bir cevap verin.',
    'Her soru sizin için değildir. Cevabınızın yanında ‘şu soruya geçin’ yazıyorsa aradaki soruları atlayın.',
  ],
  goTo: 'şu soruya geçin: {value}',
  goToEnd: 'sona geçin',
  onlyWhen: 'Yalnızca şu durumda doldurun: {value}.',
  onlyWhenAll: 'Soru {first} - {last}: yalnızca şu durumda doldurun: {value}.',
  moreAnswers: 'Birden fazla cevap verebilirsiniz.',
  rank: 'Her kutuya bir numara yazın. İlk sırada olana 1 yazın.',
  oneInEachRow: 'Her satırda bir çarpı.',
  moreInEachRow: 'Her satırda birden fazla çarpı koyabilirsiniz.',
  day: ['gün', 'ay', 'yıl'],
  agreed: 'Evet, kabul ediyorum',
  code: 'Kodunuz',
  page: 'Sayfa {page} / {pages}',
  thanks: 'Anket burada bitti. Teşekkür ederiz.',
};

const polish: PaperWords = {
  howTo: [
    'Proszę wypełnić ankietę niebieskim lub czarnym długopisem.',
    'Proszę postawić krzyżyk w polu swojej odpowiedzi. W razie pomyłki proszę całkowicie zamalować złe pole i postawić krzyżyk we właściwym.',
    'Proszę podać jedną odpowiedź na każde pytanie, chyba że napisano, że można podać więcej.',
    'Nie każde pytanie jest dla Państwa. Jeśli obok odpowiedzi napisano ‘przejdź do pytania’, proszę pominąć pytania pomiędzy.',
  ],
  goTo: 'przejdź do pytania {value}',
  goToEnd: 'przejdź do końca',
  onlyWhen: 'Wypełnić tylko, jeśli: {value}.',
  onlyWhenAll: 'Pytania {first}-{last}: wypełnić tylko, jeśli: {value}.',
  moreAnswers: 'Można podać kilka odpowiedzi.',
  rank: 'Proszę wpisać numer w każde pole. 1 oznacza pierwsze miejsce.',
  oneInEachRow: 'Jeden krzyżyk w każdym wierszu.',
  moreInEachRow: 'Można postawić kilka krzyżyków w każdym wierszu.',
  day: ['dzień', 'miesiąc', 'rok'],
  agreed: 'Tak, zgadzam się',
  code: 'Kod',
  page: 'Strona {page} z {pages}',
  thanks: 'To koniec ankiety. Dziękujemy.',
};

const arabic: PaperWords = {
  howTo: [
    'املأ الاستبيان بقلم حبر أزرق أو أسود.',
    'ضع علامة × في مربع إجابتك. هل أخطأت؟ لوّن المربع الخطأ كله بالأسود وضع علامة × في المربع الصحيح.',
    'أعط إجابة واحدة عن كل سؤال، إلا إذا كُتب أنه يمكنك إعطاء أكثر من إجابة.',
    'ليست كل الأسئلة موجهة إليك. هل كُتب بجانب إجابتك «انتقل إلى السؤال»؟ إذن اترك الأسئلة التي بينهما.',
  ],
  goTo: 'انتقل إلى السؤال {value}',
  goToEnd: 'انتقل إلى النهاية',
  onlyWhen: 'املأ هذا السؤال فقط إذا: {value}.',
  onlyWhenAll: 'الأسئلة من {first} إلى {last}: املأها فقط إذا: {value}.',
  moreAnswers: 'يمكنك إعطاء أكثر من إجابة.',
  rank: 'اكتب رقما في كل مربع. ضع 1 بجانب ما يأتي في المرتبة الأولى.',
  oneInEachRow: 'علامة واحدة في كل سطر.',
  moreInEachRow: 'يمكنك وضع أكثر من علامة في كل سطر.',
  day: ['اليوم', 'الشهر', 'السنة'],
  agreed: 'نعم، أوافق',
  code: 'رمزك',
  page: 'صفحة {page} من {pages}',
  thanks: 'هذه نهاية الاستبيان. شكرا لك.',
};

const words: Readonly<Record<string, PaperWords>> = {
  nl: dutch,
  en: english,
  de: german,
  tr: turkish,
  pl: polish,
  ar: arabic,
};

/** In English where there are none in `language`. */
export function paperWords(language: Language): PaperWords {
  return words[language.toLowerCase().split(/[-_]/)[0]!] ?? english;
}
