import { expect } from 'chai';
import { isDue, isTimeZone, localTimeOf } from './noticeTimes.js';

describe('noticeTimes', () => {
  it('tells day and time where the people are, summer time included', () => {
    expect(localTimeOf(new Date('2026-01-15T23:30:00Z'), 'Europe/Berlin')).to.deep.equal({ day: '2026-01-16', time: '00:30' });
    expect(localTimeOf(new Date('2026-07-15T22:30:00Z'), 'Europe/Berlin')).to.deep.equal({ day: '2026-07-16', time: '00:30' });
    expect(localTimeOf(new Date('2026-07-15T03:05:00Z'), 'America/Los_Angeles')).to.deep.equal({ day: '2026-07-14', time: '20:05' });
  });

  it('knows time zones', () => {
    expect(['Europe/Berlin', 'UTC', 'America/New_York'].every(isTimeZone)).to.equal(true);
    expect(['', 'Nowhere/Land', '<at>x</at>'].some(isTimeZone)).to.equal(false);
  });

  const at = (time: string, day = '2026-03-02') => ({ day, time });
  const night = { dailyAt: null, quiet: { from: '19:00', to: '07:00' } };
  for (const [time, due] of [['18:59', true], ['19:00', false], ['23:59', false], ['00:00', false], ['06:59', false], ['07:00', true]] as const) {
    it(`with quiet hours over midnight ${due ? 'sends' : 'is quiet'} at ${time}`, () => expect(isDue(night, null, at(time))).to.equal(due));
  }

  const noon = { dailyAt: null, quiet: { from: '12:00', to: '13:30' } };
  for (const [time, due] of [['11:59', true], ['12:00', false], ['13:29', false], ['13:30', true]] as const) {
    it(`with quiet hours within a day ${due ? 'sends' : 'is quiet'} at ${time}`, () => expect(isDue(noon, null, at(time))).to.equal(due));
  }

  it('without quiet hours always sends', () => {
    for (const quiet of [null, { from: '08:00', to: '08:00' }]) expect(isDue({ dailyAt: null, quiet }, null, at('08:00'))).to.equal(true);
  });

  it('once a day sends from the chosen time on, once, quiet hours or not', () => {
    const daily = { dailyAt: '20:00', quiet: { from: '19:00', to: '07:00' } };
    expect(isDue(daily, null, at('19:59'))).to.equal(false);
    expect(isDue(daily, '2026-03-01', at('20:00'))).to.equal(true);
    expect(isDue(daily, '2026-03-02', at('20:01'))).to.equal(false);
    expect(isDue(daily, '2026-03-02', at('20:00', '2026-03-03'))).to.equal(true);
  });
});
