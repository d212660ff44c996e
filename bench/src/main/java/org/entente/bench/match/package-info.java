/// What measures the matching engine: published truth sets read in place, figures of pairs and clusters, and
/// generators of people, organisations, vehicles and firearms of both countries with their truth.
@NullMarked
package org.entente.bench.match;

import org.jspecify.annotations.NullMarked;
