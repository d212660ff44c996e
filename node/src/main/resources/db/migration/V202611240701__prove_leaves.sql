create schema prove;

-- A leaf asked for inside a transaction. `position` is its index in its log once durable. `opening` holds the keys and
-- fields under the commitment and can be destroyed; the leaf stays. The four columns from `direction` on are set for
-- what crossed between the nodes.
create table prove.leaf_request (
    id bytea primary key check (octet_length(id) = 16),
    agreement text not null,
    log text not null check (log in ('exchange', 'duty')),
    opening bytea,
    direction text check (direction in ('sent', 'received')),
    envelope bytea check (octet_length(envelope) = 16),
    peer text,
    sequence bigint,
    envelope_hash bytea check (octet_length(envelope_hash) = 32),
    requested timestamptz not null,
    position bigint,
    check ((log = 'exchange') = (direction is not null)),
    check ((direction is null) = (envelope_hash is null)),
    unique (agreement, log, position)
);

create index leaf_request_open on prove.leaf_request (agreement, log, requested) where position is null;
create index leaf_request_envelope on prove.leaf_request (envelope) where envelope is not null;

-- What our witness last cosigned for each origin of the peer.
create table prove.witnessed (
    origin text primary key,
    size bigint not null,
    root bytea not null check (octet_length(root) = 32),
    checkpoint bytea not null
);
