import { expect } from 'chai';
import { bareName } from './bareName.js';

describe('bareName', () => {
  const examples: readonly (readonly [string, string])[] = [
    ['Lakeside Dental (Tenant)', 'Lakeside Dental'],
    ['Lakeside Dental Ltd - Microsoft 365', 'Lakeside Dental Ltd'],
    ['Lakeside  Dental Sandbox (M365)', 'Lakeside Dental'],
    ['Lakeside Dental (Bristol)', 'Lakeside Dental (Bristol)'],
    ['Quarry Logistics - DO NOT USE', 'Quarry Logistics'],
    ['Test Tenant', 'Test Tenant'],
    ['', ''],
  ];
  for (const [raw, bare] of examples) it(`"${raw}" is "${bare}"`, () => expect(bareName(raw)).to.equal(bare));
});
