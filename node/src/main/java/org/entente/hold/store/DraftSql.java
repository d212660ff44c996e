package org.entente.hold.store;

import java.util.List;

/// The statements of [DraftStore].
final class DraftSql {
    /// What only the database knows, the numbers of source and terms, comes last in a row.
    static final String SUBJECT_COLUMNS =
            " (id, locator, kind, person_class, status, status_date, name, as_of, import, source)";

    static final String FACET_COLUMNS = " (id, subject, key, kind, status, status_date)";

    static final String STATEMENT_COLUMNS = """
             (id, subject, facet, ordinal, property, value, key_type, key_value, date_value, name_codes, row_number,
            as_of, recorded, import, origin, terms)""";

    static final String LINK_COLUMNS = " (id, subject, kind, target_locator, target_name, as_of, import, terms)";

    /// One import of a source at a time writes: what is new to it is decided before it is written.
    static final String LOCK_SOURCE = "select id from hold.source where id = ? for no key update";

    static final String HELD_AMONG = """
            select id, case when status = 'DELISTED' then greatest(as_of, status_date) else as_of end
            from hold.subject where id = any(?::uuid[])
            """;

    /// Tables of one transaction. `stage_changed` collects the subjects that something changed about.
    static final List<String> STAGES = List.of(
            "set local work_mem = '64MB'",
            """
            create temp table stage_subject (id uuid, source smallint, locator text, kind text, person_class text,
                status text, status_date date, name text, as_of date, import uuid) on commit drop
            """,
            """
            create temp table stage_facet (id uuid, subject uuid, key text, kind text, status text, status_date date)
                on commit drop
            """,
            """
            create temp table stage_statement (id uuid, subject uuid, facet uuid, ordinal integer, property text,
                value text, key_type text, key_value text, date_value text, name_codes text[], row_number integer,
                as_of date, recorded timestamptz, terms integer, import uuid, origin text) on commit drop
            """,
            """
            create temp table stage_link (id uuid, subject uuid, kind text, target_locator text, target_name text,
                as_of date, terms integer, import uuid) on commit drop
            """,
            "create temp table stage_changed (subject uuid) on commit drop");

    static final String STAGE_TERMS = """
            create temp table stage_terms (n integer, instrument text, article text, handling text[], evaluation text,
                retain_until date, person_class text) on commit drop
            """;

    private static final String PROTECTED =
            "('VICTIM', 'WITNESS', 'MINOR', 'SOURCE', 'SMUGGLED_MIGRANT', 'ASYLUM_APPLICANT')";

    /// A row read again replaces, whatever it said before; only a protection no file takes away, of whatever date.
    /// Drafts older than what is held do not come here.
    private static final String TAKE_SUBJECTS = """
            with taken as (
                insert into hold.subject as held
                    (id, source, locator, kind, person_class, status, status_date, name, as_of, import)
                select id, source, locator, kind, person_class, status, status_date, name, as_of, import
                from stage_subject
                on conflict (id) do update set kind = excluded.kind, status = excluded.status,
                    person_class = case when held.person_class in PROTECTED
                            and excluded.person_class not in PROTECTED
                        then held.person_class else excluded.person_class end,
                    status_date = excluded.status_date, name = excluded.name,
                    as_of = excluded.as_of, import = excluded.import
                where excluded.as_of > held.as_of
                    or (excluded.kind, excluded.status, excluded.status_date, excluded.name)
                        <> (held.kind, held.status, held.status_date, held.name)
                    or (excluded.person_class <> held.person_class
                        and not (held.person_class in PROTECTED and excluded.person_class not in PROTECTED))
                returning id)
            insert into stage_changed select id from taken
            """.replace("PROTECTED", PROTECTED);

    /// What an older edition says of a subject is not taken, but for a protection.
    static final String PROTECT = """
            update hold.subject set person_class = ? where id = ? and person_class not in PROTECTED
            """.replace("PROTECTED", PROTECTED);

    private static final String TAKE_FACETS = """
            with taken as (
                insert into hold.facet as held (id, subject, key, kind, status, status_date)
                select id, subject, key, kind, status, status_date from stage_facet
                on conflict (id) do update set kind = excluded.kind, status = excluded.status,
                    status_date = excluded.status_date
                where (excluded.kind, excluded.status, excluded.status_date)
                    is distinct from (held.kind, held.status, held.status_date)
                returning subject)
            insert into stage_changed select subject from taken
            """;

    private static final String TAKE_STATEMENTS = """
            with taken as (
                insert into hold.statement as held (id, subject, facet, ordinal, property, value, key_type, key_value,
                    date_value, name_codes, row_number, as_of, recorded, terms, import, origin)
                select id, subject, facet, ordinal, property, value, key_type, key_value, date_value, name_codes,
                    row_number, as_of, recorded, terms, import, origin
                from stage_statement
                on conflict (id) do update set as_of = excluded.as_of, row_number = excluded.row_number,
                    terms = excluded.terms, import = excluded.import, origin = excluded.origin, withdrawn = null
                where excluded.as_of > held.as_of or (excluded.as_of = held.as_of
                    and (held.withdrawn is not null or (excluded.terms, excluded.origin) <> (held.terms, held.origin)))
                returning subject)
            insert into stage_changed select subject from taken
            """;

    private static final String TAKE_LINKS = """
            with taken as (
                insert into hold.link as held (id, subject, kind, target_locator, target_name, as_of, terms, import)
                select id, subject, kind, target_locator, target_name, as_of, terms, import
                from stage_link
                on conflict (id) do update set as_of = excluded.as_of, terms = excluded.terms,
                    import = excluded.import, withdrawn = null
                where excluded.as_of > held.as_of or (excluded.as_of = held.as_of
                    and (held.withdrawn is not null or excluded.terms <> held.terms))
                returning subject)
            insert into stage_changed select subject from taken
            """;

    static final List<String> TAKE = List.of(TAKE_SUBJECTS, TAKE_FACETS, TAKE_STATEMENTS, TAKE_LINKS);

    /// What a row that was read again no longer says.
    static final String UNSAY_STATEMENTS = """
            with read_again as (select distinct subject, origin, as_of from stage_statement),
            gone as (
                update hold.statement st set withdrawn = ?::timestamptz from read_again r
                where st.subject = r.subject and st.origin = r.origin and st.withdrawn is null and st.as_of <= r.as_of
                    and not exists (select from stage_statement said where said.id = st.id)
                returning st.subject)
            insert into stage_changed select subject from gone
            """;

    static final String UNSAY_LINKS = """
            with gone as (
                update hold.link l set withdrawn = ?::timestamptz from stage_subject s
                where l.subject = s.id and l.withdrawn is null and l.as_of <= s.as_of
                    and not exists (select from stage_link said where said.id = l.id)
                returning l.subject)
            insert into stage_changed select subject from gone
            """;

    static final String CHANGED = "select distinct subject from stage_changed";

    /// Whether so many new subjects are a share that the planner must learn of at once; below it autovacuum's own turn
    /// is
    /// soon enough (its default share is a tenth too).
    static final String IS_MUCH = """
            select ? > 0 and reltuples < 10 * ? from pg_class where oid = 'hold.subject'::regclass
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

    static final String HAS_LOOSE_LINKS = """
            select exists (select from hold.link l join hold.subject s on s.id = l.subject
                where l.target is null and s.source = ?)
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

    /// How many subjects of the source are listed, and how many of them a whole list no longer has.
    static final String LEAVING = """
            select count(*), count(*) filter (where as_of < ? and locator <> all(?::text[]))
            from hold.subject where source = ? and status <> 'DELISTED'
            """;

    static final String WITHDRAW_STATEMENTS = """
            update hold.statement st set withdrawn = ?::timestamptz
            from hold.subject s, unnest(?::text[], ?::date[]) as given (part, as_of)
            where s.id = st.subject and s.source = ? and st.withdrawn is null
                and given.part = split_part(st.origin, ':', 1) and st.as_of < given.as_of
                and s.locator <> all(?::text[])
            """;

    /// A subject that has left keeps nothing, whichever part said it.
    static final String WITHDRAW_ALL_OF_DELISTED = """
            update hold.statement st set withdrawn = ?::timestamptz from hold.subject s
            where s.id = st.subject and s.source = ? and s.status = 'DELISTED' and s.status_date = ?
                and st.withdrawn is null
            """;

    static final String WITHDRAW_LINKS = """
            update hold.link l set withdrawn = ?::timestamptz from hold.subject s
            where s.id = l.subject and s.source = ? and l.as_of < ? and l.withdrawn is null
                and s.locator <> all(?::text[])
            """;

    static final String DELIST = """
            update hold.subject set status = 'DELISTED', status_date = ?
            where source = ? and as_of < ? and status <> 'DELISTED' and locator <> all(?::text[])
            """;

    static final String HELD_PROCEDURES = """
            select s.locator, s.kind, f.key, f.status, f.status_date
            from hold.subject s
            left join hold.facet f on f.subject = s.id and f.status is not null
                and exists (select from hold.statement st
                    where st.subject = s.id and st.facet = f.id and st.withdrawn is null)
            where s.source = ? and s.locator = any(?::text[])
            """;

    private DraftSql() {}
}
