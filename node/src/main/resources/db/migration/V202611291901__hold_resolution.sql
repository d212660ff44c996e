-- Which records are of one subject. A record stays as its source gave it: a judgement stands beside two of them, and
-- taking it back leaves nothing behind.

-- By what a record is looked up when another comes in: keys of the engine, which depend on the record alone. `strong`:
-- an identifier, or anything of a thing; of people two weak keys must be shared. Written by HOLD's own store together
-- with the subject; a stale row costs one comparison and finds nobody.
create table hold.blocking_key (
    key bigint not null,
    subject uuid not null,
    strong boolean not null
);
create index blocking_key_key on hold.blocking_key (key);

-- Shared by more records than are worth comparing: none is kept, and each record that has one is counted in its import's
-- report.
create table hold.oversized_key (key bigint primary key);

-- Records whose keys or values changed and that no comparison has seen since: an import that was cut off leaves some.
create table hold.unresolved (subject uuid not null);
insert into hold.unresolved select id from hold.subject;

create table hold.judgement (
    one uuid not null,
    other uuid not null,
    -- The two identities that are most alike; facets are never blended.
    one_facet uuid not null,
    other_facet uuid not null,
    bits double precision not null,
    model_version integer not null,
    -- Whether the machine may join them: bits enough, and more than a name or a name and a year agrees.
    joinable boolean not null,
    verdict text not null check (verdict in ('joined-by-machine', 'to-review', 'apart', 'joined-by-person',
        'apart-by-person', 'unsure-by-person')),
    judged timestamptz not null,
    officer text,
    reason text,
    primary key (one, other),
    check (one < other)
);
create index judgement_other on hold.judgement (other);
create index judgement_review on hold.judgement (bits desc, one, other) where verdict = 'to-review';

-- The records of one subject, from the judgements; a record that stands alone has no row.
create table hold.member (
    subject uuid primary key,
    cluster uuid not null
);
create index member_cluster on hold.member (cluster);

alter table hold.import add column oversized_count bigint not null default 0;
alter table hold.import add column joined_count bigint not null default 0;
alter table hold.import add column review_count bigint not null default 0;
