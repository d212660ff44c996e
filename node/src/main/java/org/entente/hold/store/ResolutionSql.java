package org.entente.hold.store;

/// The statements of [ResolutionStore].
final class ResolutionSql {
    /// The number is "hold" in ASCII.
    static final String LOCK = "select pg_advisory_xact_lock(1752132708)";

    static final String UNPROTECTED = "('SUSPECT', 'CONVICTED', 'LISTED_ADMINISTRATIVE', 'CONTACT', 'MISSING',"
            + " 'NOT_A_PERSON')";

    /// Of a subject that has left its list, what it said last.
    static final String FACETS = """
            select s.id as subject, s.kind, st.facet, st.id as statement, st.property, st.value,
                coalesce(case when st.key_type is not null then st.key_value end, st.date_value) as canonical
            from hold.subject s
            join hold.statement st on st.subject = s.id
            join hold.facet f on f.id = st.facet
            join hold.terms t on t.id = st.terms
            where s.id = any(?::uuid[]) and s.person_class in UNPROTECTED and t.person_class in UNPROTECTED
                and t.retain_until >= ? and (st.withdrawn is null or s.status = 'DELISTED')
            order by s.id, f.kind <> 'primary', f.key, st.facet, st.ordinal, st.id
            """.replace("UNPROTECTED", UNPROTECTED);

    static final String FRESH = """
            create temp table fresh_key (key bigint, subject uuid, strong boolean) on commit drop
            """;

    /// Keys of too many records, counting those that are there; a record that comes again counts once.
    static final String OVERSIZED = """
            create temp table fresh_oversized on commit drop as
            select f.key from (select key, count(*) as n from fresh_key group by key) f
            where f.n > ? or exists (select from hold.oversized_key o where o.key = f.key)
                or f.n + (select count(*) from hold.blocking_key b where b.key = f.key and not exists
                    (select from fresh_key again where again.key = b.key and again.subject = b.subject)) > ?
            """;

    static final String KEEP_OVERSIZED =
            "insert into hold.oversized_key select key from fresh_oversized on conflict do nothing";

    static final String EMPTY_OVERSIZED =
            "delete from hold.blocking_key b using fresh_oversized o where b.key = o.key";

    static final String SKIP_OVERSIZED = "delete from fresh_key f using fresh_oversized o where f.key = o.key";

    static final String ENTER = """
            insert into hold.blocking_key (key, subject, strong)
            select key, subject, strong from fresh_key order by key, subject on conflict do nothing
            """;

    static final String CANDIDATES = """
            select least(f.subject, b.subject) as one, greatest(f.subject, b.subject) as other
            from fresh_key f join hold.blocking_key b on b.key = f.key and b.subject <> f.subject
            group by 1, 2 having bool_or(f.strong) or count(distinct f.key) > 1
            union
            select one, other from hold.judgement where one = any(?::uuid[]) or other = any(?::uuid[])
            order by 1, 2
            """;

    static final String FOUND = """
            create temp table found_pair (one uuid, other uuid, one_facet uuid, other_facet uuid, bits double precision,
                joinable boolean) on commit drop
            """;

    private static final String MACHINES = "('joined-by-machine', 'to-review', 'apart')";

    /// Whether a machine join stands is the clustering's to say; until then it is to review.
    static final String KEEP = """
            insert into hold.judgement as held
                (one, other, one_facet, other_facet, bits, model_version, joinable, verdict, judged)
            select one, other, one_facet, other_facet, bits, ?, joinable, 'to-review', ?::timestamptz from found_pair
            on conflict (one, other) do update set one_facet = excluded.one_facet, other_facet = excluded.other_facet,
                bits = excluded.bits, model_version = excluded.model_version, joinable = excluded.joinable,
                verdict = case when held.verdict = 'apart' then 'to-review' else held.verdict end,
                judged = case when held.verdict in MACHINES then excluded.judged else held.judged end
            where (excluded.one_facet, excluded.other_facet, excluded.bits, excluded.model_version, excluded.joinable)
                    <> (held.one_facet, held.other_facet, held.bits, held.model_version, held.joinable)
                or held.verdict = 'apart'
            returning one, other
            """.replace("MACHINES", MACHINES);

    /// What was compared again and is no longer alike.
    static final String NO_LONGER = """
            update hold.judgement j set verdict = 'apart', joinable = false, judged = ?::timestamptz
            from unnest(?::uuid[], ?::uuid[]) as compared (one, other)
            where j.one = compared.one and j.other = compared.other
                and j.verdict in ('joined-by-machine', 'to-review')
                and not exists (select from found_pair f where f.one = j.one and f.other = j.other)
            returning j.one, j.other
            """;

    static final String PROTECTED_AMONG =
            "select id from hold.subject where id = any(?::uuid[]) and person_class not in " + UNPROTECTED;

    static final String RETIRE = """
            delete from hold.judgement where (one = any(?::uuid[]) or other = any(?::uuid[])) and verdict in MACHINES
            returning one, other
            """.replace("MACHINES", MACHINES);

    static final String REACH = """
            with recursive near as (
                select unnest(?::uuid[]) as subject
                union
                select m.subject from hold.member m where m.cluster in
                    (select own.cluster from hold.member own where own.subject = any(?::uuid[]))),
            reach as (
                select subject from near
                union
                select next.subject from reach r cross join lateral (
                    select j.other as subject from hold.judgement j where j.one = r.subject
                        and (j.joinable or j.verdict = 'joined-by-person')
                    union all
                    select j.one from hold.judgement j where j.other = r.subject
                        and (j.joinable or j.verdict = 'joined-by-person')) next)
            select subject from reach
            """;

    static final String EDGES = """
            select j.one, j.other, j.bits,
                case j.verdict when 'joined-by-person' then 'ONE' when 'apart-by-person' then 'TWO' else 'LIKELY' end
                    as says
            from hold.judgement j join hold.subject s on s.id = j.one join hold.subject o on o.id = j.other
            where j.one = any(?::uuid[]) and s.person_class in UNPROTECTED and o.person_class in UNPROTECTED
                and (j.verdict in ('joined-by-person', 'apart-by-person')
                    or (j.joinable and j.verdict in ('joined-by-machine', 'to-review')))
            """.replace("UNPROTECTED", UNPROTECTED);

    static final String VERDICTS = """
            select j.verdict, count(*)
            from (select distinct one, other from unnest(?::uuid[], ?::uuid[]) as pair (one, other)) p
            join hold.judgement j on j.one = p.one and j.other = p.other group by 1
            """;

    static final String STANDING = """
            with standing as (select * from unnest(?::uuid[], ?::uuid[]) as pair (one, other))
            update hold.judgement j set verdict = case
                when exists (select from standing p where p.one = j.one and p.other = j.other)
                    then 'joined-by-machine' else 'to-review' end
            where j.one = any(?::uuid[]) and j.verdict in ('joined-by-machine', 'to-review')
                and j.verdict <> case
                    when exists (select from standing p where p.one = j.one and p.other = j.other)
                        then 'joined-by-machine' else 'to-review' end
            """;

    private ResolutionSql() {}
}
