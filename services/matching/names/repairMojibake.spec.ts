import { expect } from 'chai';
import { repairMojibake } from './repairMojibake.js';

describe('repairMojibake', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['TalbrÃ¼ck', 'Talbrück'],
    ['Oâ€™Dunmore', 'O’Dunmore'],
    ['NordvÃ¦rk', 'Nordværk'],
    ['Talbrück', 'Talbrück'],
    ['Ã-Werk', 'Ã-Werk'],
    ['Fornía Ã¼ber Ω', 'Fornía Ã¼ber Ω'],
    ['plain', 'plain'],
  ];
  for (const [given, expected] of cases) it(`${given} -> ${expected}`, () => expect(repairMojibake(given)).to.equal(expected));
});
