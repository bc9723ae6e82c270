import { expect } from 'chai';
import { readBearerToken } from './bearerToken.js';

describe('bearerToken', () => {
  it('reads the one token', () => {
    expect(readBearerToken({ rawHeaders: ['Host', 'x', 'authorization', 'Bearer a.b-_.c'] })).to.equal('a.b-_.c');
  });

  it('refuses everything else', () => {
    const headers = [
      [],
      ['Authorization', ''],
      ['Authorization', 'Bearer'],
      ['Authorization', 'Bearer '],
      ['Authorization', 'a.b.c'],
      ['Authorization', 'Basic a.b.c'],
      ['Authorization', 'Bearer a.b'],
      ['Authorization', 'Bearer a.b.c.d'],
      ['Authorization', 'Bearer a..c'],
      ['Authorization', 'Bearer a.b.'],
      ['Authorization', 'Bearer a.b.c, Bearer a.b.c'],
      ['Authorization', 'Bearer  a.b.c'],
      ['Authorization', `Bearer a.b.${'c'.repeat(9000)}`],
      ['Authorization', 'Bearer a.b.c', 'authorization', 'Bearer a.b.c'],
      ['Cookie', 'Bearer a.b.c'],
      // A value that looks like the name of a header.
      ['X-Other', 'authorization', 'Bearer a.b.c', 'x'],
    ];
    for (const rawHeaders of headers) expect(() => readBearerToken({ rawHeaders }), rawHeaders.join().slice(0, 60)).to.throw().with.property('code', 'not-signed-in');
  });
});
