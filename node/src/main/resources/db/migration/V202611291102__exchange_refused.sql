-- Envelopes that the receiving side refused, which are few.
create index outbox_refused on exchange.outbox (agreement, type) where refusal is not null;
create index inbox_refused on exchange.inbox (agreement, type) where refusal is not null;
