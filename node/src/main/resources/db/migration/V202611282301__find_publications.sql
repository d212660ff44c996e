-- Publications that operators ordered: a new set for every key type of a purpose, each committed by itself.
create table find.publication (
    id uuid primary key,
    agreement text not null,
    purpose text not null,
    officer text not null,
    started timestamptz not null,
    -- Null while it runs, and where the process that ran it is no more.
    ended timestamptz,
    -- Why it ended without all of its sets: a code.
    failure text,
    check (failure is null or ended is not null)
);

create unique index publication_unfinished on find.publication (agreement, purpose) where ended is null;

-- Null for a set that replaced another by itself.
alter table find.own_set add publication uuid references find.publication (id);

create index own_set_publication on find.own_set (publication);
