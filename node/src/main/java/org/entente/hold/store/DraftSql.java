package org.entente.hold.store;

import java.util.List;

/// The statements of [DraftStore].
final class DraftSql {
    /// Tables of one transaction. `stage_changed` collects the subjects that something changed about.
    static final List<String> STAGES = List.of(
            "set local work_mem = '64MB'",
            """
            create temp table stage_subject (id uuid, source smallint, locator text, kind text, person_class text,
                status text, status_date date, name text, as_of date, import uuid) on commit drop
            """,
            "create temp table stage_facet (id uuid, subject uuid, key text, kind text) on commit drop",
            """
            create temp table stage_statement (id uuid, subject uuid, facet uuid, ordinal integer, property text,
                value text, key_type text, key_value text, date_value text, name_codes text[], row_number integer,
                as_of date, recorded timestamptz, terms integer, import uuid) on commit drop
            """,
            """
            create temp table stage_link (id uuid, subject uuid, kind text, target_locator text, target_name text,
                as_of date, terms integer, import uuid) on commit drop
            """,
            """
            create temp table stage_terms (n integer, instrument text, article text, handling text[], evaluation text,
                retain_until date, person_class text) on commit drop
            """,
            "create temp table stage_changed (subject uuid) on commit drop");

    /// A newer edition replaces; the same edition may only say something newer of the same subject, or protect
    /// it: a second row never takes a protection away. Of two rows about one subject the newer status stands.
    private static final String TAKE_SUBJECTS = """
            with taken as (
                insert into hold.subject as held
                    (id, source, locator, kind, person_class, status, status_date, name, as_of, import)
                select distinct on (id) id, source, locator, kind, person_class, status, status_date, name, as_of,
                    import
                from stage_subject order by id, status_date desc, status desc, name desc
                on conflict (id) do update set kind = excluded.kind, person_class = excluded.person_class,
                    status = excluded.status, status_date = excluded.status_date, name = excluded.name,
                    as_of = excluded.as_of, import = excluded.import
                where excluded.as_of > held.as_of
                    or (excluded.as_of = held.as_of and (excluded.status_date, excluded.status, excluded.name)
                        > (held.status_date, held.status, held.name))
                    or (excluded.as_of = held.as_of and excluded.person_class <> held.person_class
                        and excluded.person_class in ('VICTIM', 'WITNESS', 'MINOR', 'SOURCE', 'SMUGGLED_MIGRANT',
                            'ASYLUM_APPLICANT'))
                returning id)
            insert into stage_changed select id from taken
            """;

    private static final String TAKE_FACETS = """
            with taken as (
                insert into hold.facet (id, subject, key, kind)
                select distinct on (id) id, subject, key, kind from stage_facet
                on conflict (id) do nothing
                returning subject)
            insert into stage_changed select subject from taken
            """;

    private static final String TAKE_STATEMENTS = """
            with taken as (
                insert into hold.statement as held (id, subject, facet, ordinal, property, value, key_type, key_value,
                    date_value, name_codes, row_number, as_of, recorded, terms, import)
                select distinct on (id) id, subject, facet, ordinal, property, value, key_type, key_value, date_value,
                    name_codes, row_number, as_of, recorded, terms, import
                from stage_statement order by id, ordinal
                on conflict (id) do update set as_of = excluded.as_of, row_number = excluded.row_number,
                    terms = excluded.terms, import = excluded.import, withdrawn = null
                where excluded.as_of > held.as_of
                returning subject)
            insert into stage_changed select distinct subject from taken
            """;

    private static final String TAKE_LINKS = """
            with taken as (
                insert into hold.link as held (id, subject, kind, target_locator, target_name, as_of, terms, import)
                select distinct on (id) id, subject, kind, target_locator, target_name, as_of, terms, import
                from stage_link
                on conflict (id) do update set as_of = excluded.as_of, terms = excluded.terms,
                    import = excluded.import, withdrawn = null
                where excluded.as_of > held.as_of
                returning subject)
            insert into stage_changed select distinct subject from taken
            """;

    static final List<String> TAKE = List.of(TAKE_SUBJECTS, TAKE_FACETS, TAKE_STATEMENTS, TAKE_LINKS);

    static final String CHANGED_COUNT = """
            select count(*) from stage_subject where id in (select subject from stage_changed)
            """;

    static final String TAKE_TERMS = """
            insert into hold.terms (instrument, article, handling, evaluation, retain_until, person_class)
            select instrument, article, handling, evaluation, retain_until, person_class from stage_terms
            on conflict do nothing
            """;

    static final String FIND_TERMS = """
            select s.n, t.id from stage_terms s join hold.terms t using
                (instrument, article, handling, evaluation, retain_until, person_class)
            """;

    static final String JOIN_LINKS_BY_LOCATOR = """
            update hold.link l set target = t.id from hold.subject s, hold.subject t
            where l.target is null and l.target_locator is not null and s.id = l.subject and s.source = ?
                and t.source = s.source and t.locator = l.target_locator
            """;

    /// Only where the name names one subject of the source.
    static final String JOIN_LINKS_BY_NAME = """
            update hold.link l set target = t.id from hold.subject s,
                (select source, name, min(id::text)::uuid as id from hold.subject
                    group by source, name having count(*) = 1) t
            where l.target is null and l.target_locator is null and s.id = l.subject and s.source = ?
                and t.source = s.source and t.name = l.target_name
            """;

    static final String WITHDRAW_STATEMENTS = """
            update hold.statement st set withdrawn = ?::timestamptz from hold.subject s
            where s.id = st.subject and s.source = ? and st.as_of < ? and st.withdrawn is null
            """;

    static final String WITHDRAW_LINKS = """
            update hold.link l set withdrawn = ?::timestamptz from hold.subject s
            where s.id = l.subject and s.source = ? and l.as_of < ? and l.withdrawn is null
            """;

    static final String DELIST = """
            update hold.subject set status = 'DELISTED', status_date = ?
            where source = ? and as_of < ? and status <> 'DELISTED'
            """;

    private DraftSql() {}
}
