/** A locale in the spelling of BCP 47: `de-ch` → `de-CH`. */
export const spelt = (locale: string): string => Intl.getCanonicalLocales(locale)[0] ?? locale
