-- A number stands for one request for ever, also when that was refused.
alter table find.evaluation add column refusal text;

-- Every refusal this node signed: the same bytes get the same answer and make no second leaf.
create table find.refusal (
    agreement text not null,
    request_hash bytea not null check (octet_length(request_hash) = 32),
    code text not null,
    day date not null,
    answer bytea not null,
    primary key (agreement, request_hash)
);

-- Refusals signed on a day of this party's calendar: the peer can fill neither table nor log.
create table find.refusal_day (
    agreement text not null,
    day date not null,
    given_count integer not null check (given_count >= 1),
    primary key (agreement, day)
);

-- The signed request while no answer was settled: sent again after a crash, then erased.
alter table find.query add column frame bytea;
update find.query set settled = asked, refusal = 'FIND_ANSWER_LOST' where settled is null;
alter table find.query add constraint query_frame check ((settled is null) = (frame is not null));
create index query_unsettled on find.query (asked) where settled is null;

-- A key that had to go early leaves its handles for as long as an ordinary one would.
alter table find.own_set add column handles_forgotten timestamptz;
update find.own_set set handles_forgotten = destroyed;
