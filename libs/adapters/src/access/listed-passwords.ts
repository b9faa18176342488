import { dictionary } from '@zxcvbn-ts/language-common';
import { CommonPasswords } from '#application/access/common-passwords.js';

/** Dutch words that stand high on published lists of leaked passwords, and what people here would think of first. */
const DUTCH = `
  aanmelden administrator amsterdam appeltaart autoverzekering babbelbox beheerder beveiliging bloemetje chocolade computer
  dolfijn eindhoven enschede fietsbel feyenoord geheim gefeliciteerd groningen hallo hallodaar helpdesk herfst hoihoi
  ikhouvanjou ikhouvanjouw ikhouvanvoetbal inloggen internet jantje kaassouffle kabouter klaverblad knuffelbeer koekje
  konijntje lente liefde liefje lieverd maandag medewerker melding melder meldpunt moeder nederland nijntje olifant
  oefenen oranje paardrijden paashaas paswoord pannenkoek patatje poesje popcorn prinses prinsesje psveindhoven
  rotterdam schatje schildpad sinterklaas slagroom snoepje sneeuwwitje spongebob stroopwafel tilburg tulpen utrecht
  vader vakantie verjaardag vlinder vlinders voetbal voetballen vrienden vriendin vrijdag wachtwoord welkom
  welkomthuis winter zaterdag zomer zomervakantie zondag zonnebloem zonnetje
  januari februari maart april juni juli augustus september oktober november december
  hulplijn helpline hotline meldcode trustedflagger flagger kinderporno sextortion offlimits seinpost
`;

/** Some fifty thousand leaked passwords and eight thousand plain words (@zxcvbn-ts/language-common), with Dutch ones. */
export class ListedPasswords extends CommonPasswords {
  private readonly all = new Set([...Object.values(dictionary).flat(), ...DUTCH.trim().split(/\s+/)].map(String));

  has(text: string): boolean {
    return this.all.has(text);
  }
}
