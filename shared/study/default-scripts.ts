/**
 * The scripts that every study begins with, in Dutch and English: short sentences at B1, with "u". They say what the law asks to be said, and
 * a study may put its own words in their place. What each has to say stands above it.
 */
import type { Script } from './script.ts';

const paragraphs = (...parts: readonly string[]) => parts.join('\n\n');

export const defaultScripts: readonly Script[] = [
  // AVG art. 4(11) and 7: freely given, informed, and as easy to stop as to begin; art. 13(2) what happens with the answers.
  {
    kind: 'consent',
    title: { nl: 'Toestemming', en: 'Consent' },
    text: {
      nl: paragraphs(
        'Meedoen is vrijwillig. U hoeft geen antwoord te geven op een vraag die u niet wilt beantwoorden. U kunt op elk moment stoppen. U hoeft niet te zeggen waarom.',
        'Wij slaan uw antwoorden op zonder uw naam. Wij maken er tabellen en een rapport van voor {{client}}. Niemand kan daarin zien wat u hebt gezegd.',
        'Wilt u later dat wij uw antwoorden verwijderen? Dat kan zolang wij nog weten welke antwoorden van u zijn. Mail naar {{objectTo}}.',
        'Vindt u het goed dat ik u de vragen stel?',
      ),
      en: paragraphs(
        'Taking part is voluntary. You do not have to answer a question that you do not want to answer. You may stop at any time. You do not have to say why.',
        'We store your answers without your name. We make tables and a report of them for {{client}}. Nobody can see in those what you said.',
        'Do you want us to remove your answers later? We can, for as long as we know which answers are yours. Send an e-mail to {{objectTo}}.',
        'Is it all right if I ask you the questions?',
      ),
    },
  },
  // AVG art. 14: not from the person, so the source, the purpose, who is responsible, how long, and what they may do about it.
  {
    kind: 'how-number',
    title: { nl: 'Hoe komt u aan mijn nummer?', en: 'How did you get my number?' },
    text: {
      nl: paragraphs(
        'Wij hebben uw naam en nummer gekregen van {{client}}. Dat is de opdrachtgever van dit onderzoek. Wij zijn {{bureau}}: wij voeren het onderzoek uit.',
        'Wij gebruiken uw gegevens alleen voor dit onderzoek: {{purpose}}. Daarna wissen wij ze.',
        'U mag weten wat wij van u hebben. U mag het laten verbeteren of wissen. En u mag bezwaar maken: dan bellen wij u niet meer. U kunt dat nu tegen mij zeggen, of mailen naar {{objectTo}}.',
      ),
      en: paragraphs(
        'We got your name and number from {{client}}, the client of this study. We are {{bureau}}: we carry out the study.',
        'We use your data for this study only: {{purpose}}. After that we erase them.',
        'You may know what we have about you. You may have it corrected or erased. And you may object: then we will not call you again. You can tell me now, or send an e-mail to {{objectTo}}.',
      ),
    },
  },
  {
    kind: 'is-it-real',
    title: { nl: 'Is dit wel echt?', en: 'Is this real?' },
    text: {
      nl: paragraphs(
        'Goed dat u dat vraagt. Ik bel namens {{bureau}}. Wij doen dit onderzoek voor {{client}}.',
        'U kunt dit nagaan. Bel {{client}} op het nummer dat u zelf kent of zelf opzoekt, en vraag naar dit onderzoek. Of mail naar {{objectTo}}.',
        'Ik verkoop niets. Ik vraag u nooit om geld, een wachtwoord, een pincode of uw burgerservicenummer. Wilt u het eerst nagaan? Dan bel ik u op een ander moment terug.',
      ),
      en: paragraphs(
        'It is good that you ask. I am calling for {{bureau}}. We carry out this study for {{client}}.',
        'You can check this. Call {{client}} on a number that you know or look up yourself, and ask about this study. Or send an e-mail to {{objectTo}}.',
        'I do not sell anything. I will never ask you for money, a password, a PIN or your citizen service number. Would you like to check first? Then I will call you back at another time.',
      ),
    },
  },
  {
    kind: 'purpose',
    title: { nl: 'Waar is dit voor?', en: 'What is it for?' },
    text: {
      nl: paragraphs(
        'Wij doen dit onderzoek voor {{client}}. Het gaat om: {{purpose}}.',
        'Wat u zegt, voegen wij samen met wat anderen zeggen. {{client}} ziet alleen de uitkomst van iedereen samen, en niet wie wat heeft gezegd.',
        'Of u meedoet, en wat u zegt, verandert niets aan de hulp die u krijgt.',
      ),
      en: paragraphs(
        'We carry out this study for {{client}}. It is about: {{purpose}}.',
        'We put what you say together with what others say. {{client}} sees only the outcome for everyone together, and not who said what.',
        'Whether you take part, and what you say, changes nothing about the help that you get.',
      ),
    },
  },
  // AVG art. 13(2)(d) and 14(2)(e): the right to lodge a complaint with the supervisory authority, art. 77.
  {
    kind: 'complaint',
    title: { nl: 'Ik heb een klacht', en: 'I have a complaint' },
    text: {
      nl: paragraphs(
        'Wat vervelend. U kunt uw klacht aan ons vertellen. Mail naar {{objectTo}}. U krijgt antwoord van {{bureau}}. U kunt uw klacht ook aan {{client}} vertellen.',
        'Gaat het om uw persoonsgegevens? Dan kunt u ook klagen bij de Autoriteit Persoonsgegevens. De website is autoriteitpersoonsgegevens.nl. Het telefoonnummer is 088 1805 250.',
        'Wilt u dat wij u niet meer bellen? Dan leg ik dat nu vast.',
      ),
      en: paragraphs(
        'I am sorry to hear that. You can tell us your complaint. Send an e-mail to {{objectTo}}. {{bureau}} will answer you. You can also tell {{client}}.',
        'Is it about your personal data? Then you can also complain to the Dutch Data Protection Authority. The website is autoriteitpersoonsgegevens.nl. The telephone number is 088 1805 250.',
        'Do you want us not to call you again? Then I will record that now.',
      ),
    },
  },
  // Others may hear it: never what the call is about, nor for whom we call.
  {
    kind: 'voicemail',
    title: { nl: 'Voicemail', en: 'Voicemail' },
    text: {
      nl: 'Goedendag, u spreekt met {{bureau}}. Wij proberen het op een ander moment nog eens. U hoeft niets te doen. Dank u wel.',
      en: 'Hello, this is {{bureau}}. We will try again at another time. You do not have to do anything. Thank you.',
    },
  },
  {
    kind: 'someone-else',
    title: { nl: 'Iemand anders neemt op', en: 'Someone else picks up' },
    text: {
      nl: paragraphs(
        'Goedendag, u spreekt met {{bureau}}. Mag ik de persoon spreken voor wie ik bel?',
        'Het is persoonlijk. Daarom mag ik u niet zeggen waarover het gaat. Wanneer kan ik het beste terugbellen?',
        'Dank u wel. Ik bel op een ander moment terug.',
      ),
      en: paragraphs(
        'Hello, this is {{bureau}}. May I speak to the person I am calling for?',
        'It is personal. So I may not tell you what it is about. When is a good time to call back?',
        'Thank you. I will call back at another time.',
      ),
    },
  },
  // What the person needs goes before the interview; passed on only when they say yes.
  {
    kind: 'trouble',
    title: { nl: 'Iemand heeft hulp nodig', en: 'Someone needs help' },
    text: {
      nl: paragraphs(
        'Ik hoor dat het niet goed met u gaat. Wij kunnen stoppen met de vragen.',
        'Bent u nu in gevaar, of is er nu iemand in gevaar? Bel dan 112. Denkt u aan zelfmoord? Bel 113, of gratis 0800 0113. Dat kan dag en nacht.',
        'Zal ik aan {{client}} vragen of iemand u terugbelt? Ik geef dan uw naam en nummer door, en wat u wilt dat ik erbij zeg. Uw antwoorden geef ik niet door. Ik doe dit alleen als u ja zegt.',
      ),
      en: paragraphs(
        'I hear that you are not well. We can stop with the questions.',
        'Are you in danger now, or is someone else? Then call 112. Are you thinking of suicide? Call 113, or 0800 0113 free of charge. Day and night.',
        'Shall I ask {{client}} to call you back? Then I pass on your name and number, and what you would like me to say. I do not pass on your answers. I only do this if you say yes.',
      ),
    },
  },
];
