package org.entente.hold.store;

/// The statements of [ResolutionStore].
final class ResolutionSql {
    /// The number is "hold" in ASCII.
    static final String LOCK = "select pg_advisory_xact_lock(1752132708)";

    static final String TAKE = """
            delete from hold.unresolved where ctid = any(array(select ctid from hold.unresolved limit ?))
            returning subject
            """;

    static final String UNPROTECTED =
            "('SUSPECT', 'CONVICTED', 'LISTED_ADMINISTRATIVE', 'CONTACT', 'MISSING'," + " 'NOT_A_PERSON')";

    /// Of a subject that has left its list, what it said last.
    static final String FACETS = """
            select s.id as subject, s.kind, st.facet, st.id as statement, st.property, st.value,
                coalesce(case when st.key_type is not null then st.key_value end, st.date_value) as canonical
            from hold.subject s
            join hold.statement st on st.subject = s.id
            join hold.facet f on f.id = st.facet
            join hold.terms t on t.id = st.terms
            where s.id = any(?::uuid[]) and array[s.person_class, t.person_class] <@ ?::text[]
                and t.retain_until >= ? and (st.withdrawn is null or s.status = 'DELISTED')
            order by s.id, f.kind <> 'primary', f.key, st.facet, st.ordinal, st.id
            """;

    static final String FRESH = """
            create temp table fresh_key (key bigint, subject uuid, strong boolean) on commit drop
            """;

    /// What is there already under the same keys, each asked for by itself: the planner knows nothing of how
    /// seldom a key is and would read the whole table. `again`: the record itself, from before.
    static final String NEAR = """
            create temp table near_key on commit drop as
            select f.key, b.subject,
                exists (select from fresh_key own where own.key = f.key and own.subject = b.subject) as again
            from (select distinct key from fresh_key order by key) f
            cross join lateral (select subject from hold.blocking_key b where b.key = f.key limit ?) b
            """;

    /// Keys of too many records, counting those that are there; a record that comes again counts once.
    static final String OVERSIZED = """
            create temp table fresh_oversized on commit drop as
            select key from (select key from fresh_key union all select key from near_key where not again) b
            group by key having count(*) > ?
            union
            select o.key from (select distinct key from fresh_key) f
            cross join lateral (select key from hold.oversized_key o where o.key = f.key limit 1) o
            """;

    static final String KEEP_OVERSIZED =
            "insert into hold.oversized_key select key from fresh_oversized on conflict do nothing";

    static final String EMPTY_OVERSIZED = "delete from hold.blocking_key b using fresh_oversized o where b.key = o.key";

    static final String SKIP_OVERSIZED = "delete from fresh_key f using fresh_oversized o where f.key = o.key";

    static final String SKIP_NEAR = "delete from near_key f using fresh_oversized o where f.key = o.key";

    static final String ENTER = """
            insert into hold.blocking_key (key, subject, strong)
            select key, subject, strong from fresh_key f
            where not exists (select from near_key n where n.again and n.key = f.key and n.subject = f.subject)
            order by key
            """;

    static final String CANDIDATES = """
            select one, other from (
                select f.subject as one, b.subject as other, f.strong
                from fresh_key f join fresh_key b on b.key = f.key and f.subject < b.subject
                union all
                select least(f.subject, b.subject), greatest(f.subject, b.subject), f.strong
                from fresh_key f join near_key b on b.key = f.key
                where b.subject not in (select subject from fresh_key)
            ) shared group by one, other having bool_or(strong) or count(*) > 1
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
