import { cleanText } from './foldText.js';
import { isGenericText, splitDeadMark } from './genericNames.js';
import { signsIn } from './signs.js';
import { decoration } from './splitName.js';

const mostDecorations = 2;

/** A tenant's name as its organisation would write it: without "(Tenant)", "- Microsoft 365", "DO NOT USE" and the like; places and legal forms stay. */
export function bareName(raw: string): string {
  const clean = cleanText(raw);
  let name = splitDeadMark(clean, signsIn(clean)).name.replace(/\s+/g, ' ').trim();
  for (let round = 0; round < mostDecorations; round += 1) {
    const bare = name.replace(decoration, '').trim();
    if (bare === '' || isGenericText(bare)) break;
    name = bare;
  }
  return name;
}
