-- Sealed files that travel beside envelopes: what is known of each. The sealed bytes lie in the node's folder of
-- parcels, the key that wraps `key` in the keyring. `content` is the SHA-256 of the clear bytes, `chunks` that of the
-- list of the SHA-256 of every sealed chunk.
create table exchange.parcel (
    id text primary key check (id ~ '^[0-9a-f]{32}$'),
    agreement text not null,
    own boolean not null,
    size bigint not null check (size >= 0),
    content bytea not null check (octet_length(content) = 32),
    chunks bytea not null check (octet_length(chunks) = 32),
    key bytea not null,
    -- An own one is KEPT until the envelope that names it leaves, then OFFERED; one of the peer's is AWAITED until it
    -- is whole.
    state text not null check (state in ('KEPT', 'OFFERED', 'AWAITED', 'COMPLETE', 'BROKEN', 'GIVEN_UP')),
    created timestamptz not null,
    check (own = (state in ('KEPT', 'OFFERED')))
);
create index parcel_awaited on exchange.parcel (created, id) where state = 'AWAITED';
create index parcel_kept on exchange.parcel (id) where state = 'KEPT';
