-- Which row of which part says it ("add:2117"): a row read again replaces what it said, and a part that was not given
-- takes nothing away.
alter table hold.statement add column origin text not null default 'file';
update hold.statement st set origin = case
        when st.property = 'address' then 'add'
        when f.key like 'alt:%' then f.key
        else 'sdn' end
    from hold.facet f, hold.subject s, hold.source src
    where f.id = st.facet and s.id = st.subject and src.id = s.source and src.key = 'us-treasury-sdn';
update hold.statement st set origin = 'file:' || substr(f.key, 8)
    from hold.facet f where f.id = st.facet and f.key like 'notice:%';
alter table hold.statement alter column origin drop default;

-- How far one procedure has come, where a facet is a procedure: a row that comes alone is weighed against the others.
alter table hold.facet add column status text;
alter table hold.facet add column status_date date;

-- Dates of parts that differ from the list's ("add=2025-12-24"), and how many subjects await a confirmation before they
-- leave the list.
alter table hold.import add column part_dates text not null default '';
alter table hold.import add column awaiting_count bigint not null default 0;

-- A subject is only ever written together with its facets and links, under a source and an import that are never
-- deleted: checking that again for every row cost as much as writing it.
alter table hold.subject drop constraint subject_source_fkey;
alter table hold.subject drop constraint subject_import_fkey;
alter table hold.facet drop constraint facet_subject_fkey;
alter table hold.link drop constraint link_subject_fkey;
