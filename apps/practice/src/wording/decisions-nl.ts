import type { Words } from './variant.js';

const redress =
  'Bent u het niet eens met dit besluit? Dan kunt u binnen zes maanden een klacht indienen bij ons (artikel 20 DSA) of naar een ' +
  'geschilleninstantie gaan (artikel 21 DSA).';

/** Besluiten in het Nederlands. */
export const DECISIONS_NL: Words = {
  'removed-terms': [
    [
      'Besluit over uw melding',
      'We hebben {item} beoordeeld en verwijderd. Het past niet bij onze gemeenschapsregels.',
      'U hoeft niets meer te doen.',
    ],
    [
      'Uw melding is afgehandeld',
      '{Item} is verwijderd, omdat het in strijd is met onze gebruiksvoorwaarden (artikel 4: beeld van anderen).',
      redress,
    ],
    [
      'Update: wij hebben actie ondernomen',
      'Dank voor uw melding. Na controle door een medewerker is {item} offline gehaald op grond van onze huisregels.',
    ],
  ],
  'removed-law': [
    [
      'Besluit over uw melding',
      '{Item} is verwijderd. Wij hebben uw toelichting getoetst aan de wet en vinden de inhoud onrechtmatig.',
      redress,
    ],
    [
      'Uw melding is gegrond',
      'Naar aanleiding van uw melding op grond van de Auteurswet hebben wij {item} verwijderd. De plaatser heeft onze motivering ontvangen.',
    ],
    [
      'Beslissing inzake illegale inhoud',
      'Wij hebben vastgesteld dat {item} illegale inhoud bevat naar Nederlands recht. De inhoud is wereldwijd niet meer toegankelijk.',
      redress,
    ],
  ],
  reversed: [
    [
      'Wij herzien ons besluit',
      'Wij hebben opnieuw naar uw melding gekeken en komen terug op ons eerdere besluit. {Item} is nu verwijderd op grond van onze voorwaarden.',
    ],
    [
      'Nieuw besluit over uw melding',
      'Bij een tweede beoordeling kwamen wij tot een andere uitkomst: {item} is alsnog verwijderd.',
      'Onze excuses voor het ongemak.',
    ],
  ],
  'geo-blocked': [
    [
      'Besluit over uw melding',
      '{Item} is niet beschikbaar in Nederland vanaf vandaag. Buiten Nederland blijft de inhoud te zien.',
      redress,
    ],
    [
      'Inhoud beperkt in uw land',
      'Op basis van plaatselijke wetgeving hebben wij {item} geblokkeerd in Nederland. Het is niet in strijd met onze eigen regels.',
    ],
  ],
  'account-suspended': [
    [
      'Account geschorst',
      'Het account dat {item} plaatste, is geschorst wegens herhaalde overtreding van onze voorwaarden. Alle berichten van dit account zijn daarmee niet meer te zien.',
    ],
    [
      'Maatregel tegen een account',
      'Wij hebben het account achter {item} uitgeschakeld. Dat is een zwaardere maatregel dan verwijderen van één bericht.',
      redress,
    ],
  ],
  'age-restricted': [
    [
      'Besluit over uw melding',
      'Wij hebben voor {item} een leeftijdsbeperking ingesteld. Alleen volwassenen die zijn ingelogd kunnen het nog zien.',
      redress,
    ],
    [
      'Uitkomst van de beoordeling',
      '{Item} heeft nu een leeftijdsbeperking (18 jaar en ouder). Een verdere maatregel vonden wij niet nodig.',
    ],
  ],
  labelled: [
    [
      'Besluit over uw melding',
      'Wij hebben {item} gelabeld en minder zichtbaar gemaakt: het verschijnt niet meer in aanbevelingen.',
      redress,
    ],
    ['Uitkomst van de beoordeling', '{Item} is gelabeld als bewerkt beeld en staat achter een waarschuwing.'],
  ],
  'no-violation': [
    [
      'Besluit over uw melding',
      'Wij hebben {item} beoordeeld. De inhoud is niet in strijd met onze regels en naar ons oordeel niet illegaal. Wij hebben geen actie ondernomen.',
      redress,
    ],
    ['Uitkomst: geen overtreding', 'Na onderzoek zien wij geen overtreding. {Item} blijft staan.', redress],
    [
      'Reactie op uw melding',
      'Wij begrijpen uw zorg, maar zien geen aanleiding om in te grijpen. {Item} is niet verwijderd.',
      'Wilt u dat iemand anders kijkt? ' + redress,
    ],
  ],
  'not-found': [
    [
      'Wij kunnen de inhoud niet vinden',
      'Wij hebben gezocht, maar {item} is niet gevonden. De link werkt niet of de inhoud bestaat niet meer.',
      'Wij sluiten uw melding.',
    ],
    [
      'Besluit over uw melding',
      'Op het opgegeven adres is niets aangetroffen: {item} bestaat niet, voor zover wij kunnen nagaan. De melding is gesloten.',
    ],
  ],
  private: [
    [
      'Inhoud niet bereikbaar',
      '{Item} is niet beschikbaar: de plaatser heeft het besloten gemaakt. Wij konden de inhoud niet meer vinden en sluiten uw melding.',
    ],
    [
      'Besluit over uw melding',
      'Het account staat op besloten. {Item} is voor ons niet beschikbaar en dus niet te beoordelen.',
    ],
  ],
  'already-removed': [
    [
      'Reeds verwijderd',
      '{Item} is al verwijderd voordat wij uw melding konden beoordelen. Wij hebben daarom geen besluit genomen.',
    ],
    [
      'Uw melding is gesloten',
      'Bij controle bleek dat {item} eerder is verwijderd door de plaatser zelf. Er is voor ons niets meer te doen.',
    ],
  ],
  'not-entitled': [
    [
      'Wij kunnen uw melding niet behandelen',
      'Een melding over een portret kan alleen door de afgebeelde persoon zelf worden gedaan, of door een gemachtigde. Over {item} nemen wij geen besluit.',
    ],
    [
      'Machtiging ontbreekt',
      'U bent volgens onze gegevens niet bevoegd om namens de betrokkene te melden. Laat de betrokkene zelf het formulier invullen. {Item} is niet beoordeeld.',
    ],
  ],
  'wrong-channel': [
    [
      'Verkeerd formulier',
      'U gebruikte het verkeerde formulier voor dit soort inhoud. Dien uw melding over {item} opnieuw in bij ons team Auteursrecht. Deze melding is gesloten.',
    ],
    [
      'Uw melding hoort bij een andere afdeling',
      'Dit adres is voor andere vragen. Gebruik het formulier op {link}. Wij hebben {item} niet beoordeeld en sluiten deze melding.',
    ],
  ],
  insufficient: [
    [
      'Uw melding is gesloten',
      'Wij vroegen u om aanvullende gegevens en hebben die niet ontvangen. Zonder die gegevens kunnen wij {item} niet beoordelen; daarom hebben wij uw melding gesloten.',
    ],
    [
      'Gesloten wegens ontbrekende informatie',
      'Omdat wij geen antwoord kregen op onze vraag, is uw melding over {item} gesloten wegens onvoldoende informatie.',
    ],
  ],
  'portal-only': [
    [
      'Er staat een bericht voor u klaar',
      'Er is een bericht over uw melding. U kunt het lezen in het meldportaal: {link}',
      'De link werkt veertien dagen.',
    ],
    [
      'Nieuw bericht in het meldportaal',
      'Log in op het meldportaal om onze reactie te lezen: {link}',
      'Wij zetten om veiligheidsredenen niets in deze mail.',
    ],
  ],
};
