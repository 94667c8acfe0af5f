/** Special categories of personal data (bijzondere persoonsgegevens), AVG art. 9, and convictions and offences, art. 10. */
export const specialCategories = [
  'ethnicity',
  'politics',
  'religion',
  'union',
  'genetic',
  'biometric',
  'health',
  'sex-life',
  'convictions',
] as const;
export type SpecialCategory = (typeof specialCategories)[number];
