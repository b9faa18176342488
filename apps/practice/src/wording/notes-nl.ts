import type { Words } from './variant.js';

/** Alles wat geen besluit is, in het Nederlands. `mixed` heeft alleen een aanhef; de tabel volgt. */
export const NOTES_NL: Words = {
  receipt: [
    [
      'Ontvangstbevestiging',
      'Wij hebben uw melding over {item} ontvangen. Uw zaaknummer is {ticket}.',
      'U hoort van ons zodra wij een besluit hebben genomen.',
    ],
    [
      'Wij hebben uw melding ontvangen',
      'Bedankt voor uw melding. Die is in behandeling onder nummer {ticket} en krijgt voorrang, omdat u betrouwbare flagger bent.',
    ],
    [
      'Uw melding {ticket}',
      'Goedendag,',
      'Dit is een bevestiging dat uw melding in goede orde is ontvangen. Kenmerk: {ticket}.',
      'Wij kijken ernaar.',
    ],
  ],
  'conditional-receipt': [
    [
      'Wij bekijken uw melding',
      'Bedankt voor uw melding {ticket}. Als wij een overtreding vaststellen, wordt de inhoud verwijderd en hoort u dat van ons. Zo niet, dan blijft de inhoud staan.',
    ],
    [
      'Bevestiging van ontvangst',
      'Wij hebben uw melding ontvangen ({ticket}). Inhoud die onze regels schendt kan worden verwijderd of beperkt. Over {item} is nog geen besluit genomen.',
    ],
  ],
  mixed: [
    ['Besluiten over uw melding', 'U meldde meer dan één adres. Hieronder staat per adres wat wij hebben besloten.'],
    [
      'Uitkomst per adres',
      'Wij hebben alle adressen uit uw melding {ticket} afzonderlijk beoordeeld. Dit is het resultaat:',
    ],
  ],
  question: [
    [
      'Wij hebben meer informatie nodig',
      'Om {item} te beoordelen hebben wij meer informatie nodig. Graag ontvangen wij een toelichting op waarom de afgebeelde een redelijk belang heeft.',
      'Beantwoord deze mail; laat het nummer {ticket} in de onderwerpregel staan.',
    ],
    [
      'Aanvullende gegevens gevraagd',
      'Kunt u ons de exacte link en een korte beschrijving van de inhoud sturen? Wij vragen dit over {item}. Zonder antwoord sluiten wij uw melding.',
    ],
  ],
  'confirm-address': [
    [
      'Bevestig uw e-mailadres',
      'Voordat wij uw melding in behandeling nemen, willen wij zeker weten dat dit adres van u is. Klik op de link om uw e-mailadres te bevestigen: {link}',
    ],
    [
      'Nog één stap',
      'Bevestig uw e-mailadres om uw melding in te dienen: {link}',
      'Doet u niets, dan vervalt de melding.',
    ],
  ],
  duplicate: [
    [
      'Dubbele melding',
      'Uw melding {ticket} is een dubbele van een eerdere melding over {item}. Wij hebben ze samengevoegd; u krijgt één antwoord.',
    ],
    [
      'Melding samengevoegd',
      'Over {item} ontvingen wij al eerder een melding. De nieuwe is samengevoegd met de eerdere en blijft in behandeling.',
    ],
  ],
  'under-review': [
    [
      'Nog in behandeling',
      'Uw melding {ticket} is nog in behandeling. Wij hebben meer tijd nodig en nemen contact op zodra wij een besluit hebben.',
    ],
    [
      'Stand van zaken',
      'Door drukte duurt de beoordeling van {item} langer dan u van ons gewend bent. Er is nog geen besluit.',
    ],
  ],
  withdrawn: [
    [
      'Uw melding is ingetrokken',
      'Op uw verzoek hebben wij melding {ticket} ingetrokken en gesloten. Wij nemen geen besluit.',
    ],
    [
      'Intrekking bevestigd',
      'Wij bevestigen dat u uw melding {ticket} hebt ingetrokken. Er gebeurt verder niets met {item}.',
    ],
  ],
  survey: [
    [
      'Hoe hebben wij het gedaan?',
      'U had onlangs contact met ons. Wilt u twee vragen beantwoorden in onze klanttevredenheidsenquête? Hoe waarschijnlijk is het dat u ons aanbeveelt, van 0 tot 10?',
    ],
    [
      'Beoordeel onze klantenservice',
      'Uw mening telt! Doe mee aan onze enquête over de klantenservice; het kost één minuut.',
    ],
  ],
  'out-of-office': [
    [
      'Automatisch antwoord: afwezig',
      'Bedankt voor uw mail. Ik ben niet op kantoor en ben terug op maandag. Uw mail wordt niet doorgestuurd.',
    ],
    ['Afwezig', 'Wegens een teamdag zijn wij vandaag afwezig. Morgen lezen wij uw bericht.'],
  ],
  bounce: [
    [
      'Onbestelbaar: {subject}',
      'Uw bericht kon niet worden bezorgd bij {recipient}. Adres niet gevonden. Dit is een blijvende fout; de mail wordt niet opnieuw aangeboden.',
    ],
    [
      'Bericht niet bezorgd',
      'Dit is de mailserver van het oefenplatform. Het bericht aan {recipient} is niet bezorgd: het adres bestaat niet.',
    ],
  ],
  'mailbox-full': [
    ['Onbestelbaar: postbus vol', 'Uw bericht aan {recipient} is niet bezorgd, omdat de postbus vol is.'],
  ],
  delayed: [
    [
      'Vertraging bij het bezorgen',
      'Dit is een waarschuwing. U hoeft uw bericht aan {recipient} NIET opnieuw te sturen. Het is nog niet bezorgd; de server blijft het proberen.',
    ],
  ],
};
