/// The law of one agreement, as data, and the rulings it gives.
///
/// A **pack** is a folder of YAML files that both parties sign: instruments and their articles, purposes,
/// institutions, facts, rules, grounds, clocks, calendars, forms. `pack.PackReader` checks it against the schema and
/// makes an [Agreement]; `Agreement.rule` answers a [Question] with a [Ruling]. Everything here is pure and immutable;
/// the law knows no verb, no database and no clock of its own.
///
/// Rules are conditions over declared facts in Kleene's strong three-valued logic: a fact nobody stated is unknown, and
/// unknown stays unknown unless the rest decides. Nothing is permitted but by a rule that permits it.
///
/// An article carries `checked: no` until a person has compared its paraphrase with the authentic text; a ruling that
/// rests on one is provisional, and says so.
@NullMarked
package org.entente.agreement;

import org.jspecify.annotations.NullMarked;
