/** The servers on which the storage contract suite runs too: TEST_MONGODB_URI, separated by commas. */
export function testMongoUris(): string[] {
  return (process.env['TEST_MONGODB_URI'] ?? '').split(',').map((uri) => uri.trim()).filter((uri) => uri !== '');
}
