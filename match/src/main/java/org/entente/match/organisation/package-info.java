/// Names of organisations, compared word by word and explained in bits.
///
/// [OrganisationName#parse] reads a name once: its legal form comes off and becomes one of a canonical table over both
/// countries' languages; what is left are numbers, places, ordinary words of business and distinctive words.
/// [OrganisationName#compare] aligns two names and gives each part a level, `m`, `u` and bits; the parts sum to the
/// total exactly.
///
/// Three lessons of others' matchers are rules here:
/// - A shared ordinary word never carries a match: where no distinctive word agrees and a word is left over, a part of
/// its
///   own says so and costs more than ordinary words can bring.
/// - The frequency of a word is that of the thing it names, over all its writings ([Vocabulary]), and ordinary words
/// are
///   worth the root of their rarity, since they come in company.
/// - Numbers must agree; two names that are both given with their legal form must agree in every word.
@NullMarked
package org.entente.match.organisation;

import org.jspecify.annotations.NullMarked;
