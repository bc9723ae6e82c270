import { expect } from 'chai';
import { isPublicAddress } from './publicAddress.js';

describe('isPublicAddress', () => {
  it('refuses what lies inside, and what is no address', () => {
    const inside = [
      '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.168.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
      '::', '::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'ff02::1', '2001::1', '2001:db8::1', '2002:a00:1::', '', 'localhost', '8.8.8', '8.8.8.8.8',
    ];
    expect(inside.filter(isPublicAddress)).to.deep.equal([]);
  });

  it('accepts the rest', () => {
    const outside = ['8.8.8.8', '93.184.216.34', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450:4001:81b::200e'];
    expect(outside.filter((address) => !isPublicAddress(address))).to.deep.equal([]);
  });
});
