package org.entente.hold;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.entente.access.Access;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.hold.imports.Finding;
import org.entente.hold.imports.Profile;
import org.entente.hold.store.HoldingStore;
import org.entente.hold.store.HoldingStore.View;
import org.entente.hold.store.JudgementStore;
import org.entente.kernel.Action;
import org.entente.kernel.Actor;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Statement;
import org.entente.kernel.Texts;
import org.entente.match.Identifier;
import org.entente.match.IdentifierType;
import org.entente.match.Identifiers;
import org.entente.match.NameKeys;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;

/// What this party holds: take in, search, open, and offer to the peer's blinded look-ups. Thread-safe.
///
/// Protected persons are absent for whoever has no mandate, by the WHERE of every query. Every search, opening
/// and export is a leaf of the DUTY log, asked for in the transaction that reads.
public final class Holdings {
    private final Transactions transactions;
    private final Access access;
    private final Ledger ledger;
    private final AgreementId dutyAgreement;
    private final Clock clock;
    private final Supplier<Bytes> handles;
    private final HoldingStore holdings = new HoldingStore();
    private final JudgementStore judgements = new JudgementStore();
    private final Intake intake;

    public Holdings(Transactions transactions, Access access, Ledger ledger, AgreementId dutyAgreement, Clock clock) {
        this(transactions, access, ledger, dutyAgreement, clock, Ids::random128);
    }

    Holdings(
            Transactions transactions,
            Access access,
            Ledger ledger,
            AgreementId dutyAgreement,
            Clock clock,
            Supplier<Bytes> handles) {
        this.transactions = transactions;
        this.access = access;
        this.ledger = ledger;
        this.dutyAgreement = dutyAgreement;
        this.clock = clock;
        this.handles = handles;
        this.intake = new Intake(transactions, clock);
    }

    /// Takes files in, a chunk a transaction; the report is in the tables when this returns. Interrupted (or
    /// killed), it leaves whole chunks; the same order given again goes on behind them. Importing what is there
    /// already changes nothing; a row read again later replaces what it said. A whole list takes off what it no
    /// longer has, except for rows that could not be taken; where that is a large share and not confirmed, the
    /// import ends as failed with HOLD_DELISTING_UNCONFIRMED and the count, and nothing is taken off.
    ///
    /// @throws EntenteException HOLD_PROFILE_UNKNOWN, HOLD_PART_MISSING, HOLD_DATE_MISSING, HOLD_IMPORT_RUNNING
    ///     (the same files), HOLD_FILE_UNREADABLE, HOLD_FILE_FORMAT, HOLD_IMPORT_FAILED; after it began the import
    ///     is recorded as failed
    public ImportReport importFiles(Officer officer, ImportOrder order, ImportListener listener) {
        access.require(officer, HoldAction.IMPORT, Marking.UNMARKED);
        return intake.take(
                officer,
                order,
                (tx, profile, filesHash) -> duty(
                        tx,
                        officer,
                        HoldAction.IMPORT,
                        Map.of("profile", profile.key(), "files-sha256", filesHash.hex())),
                listener);
    }

    public List<ImportReport> imports(Officer officer) {
        access.require(officer, HoldAction.IMPORT, Marking.UNMARKED);
        return intake.reports();
    }

    /// @throws EntenteException HOLD_IMPORT_UNKNOWN
    public ImportReport importReport(Officer officer, UUID importId) {
        access.require(officer, HoldAction.IMPORT, Marking.UNMARKED);
        return intake.report(importId).orElseThrow(() -> new EntenteException(HoldCode.HOLD_IMPORT_UNKNOWN));
    }

    /// Writes the report as CSV (RFC 4180, UTF-8), every line of the same columns: what was read under which profile,
    /// the counts, and a line a finding with its reason in both languages. Logged like an export.
    public void importReportCsv(Officer officer, UUID importId, Appendable out) throws IOException {
        access.require(officer, HoldAction.REPORT, Marking.UNMARKED);
        ImportReport report = importReport(officer, importId);
        ReportCsv csv = new ReportCsv(out, Profile.shipped(report.profile()));
        List<Finding> page = intake.findings(
                importId,
                0,
                ReportCsv.PAGE_COUNT,
                tx -> duty(tx, officer, HoldAction.REPORT, Map.of("import", importId.toString())));
        csv.head(report);
        int from = 0;
        while (true) {
            for (Finding finding : page) {
                csv.line(finding);
            }
            if (page.size() < ReportCsv.PAGE_COUNT) {
                return;
            }
            from += page.size();
            page = intake.findings(importId, from, ReportCsv.PAGE_COUNT, _ -> {});
        }
    }

    /// Searches by name and, if the text could be one, by identifier. A date or a range of dates beside a name
    /// (`1970..1975`) says when the person was born.
    ///
    /// @throws EntenteException HOLD_QUERY_EMPTY for a text without a letter or digit, or longer than 300
    ///     characters
    public SearchResult search(Officer officer, SearchQuery query) {
        access.require(officer, HoldAction.SEARCH, Marking.UNMARKED);
        SearchText sought = SearchText.of(query.text());
        NameKeys name = NameKeys.ofQuery(sought.words());
        String number = Identifiers.compact(sought.words());
        if (query.text().length() > Limits.QUERY_LENGTH_MAX || (name.isEmpty() && number.isEmpty())) {
            throw new EntenteException(HoldCode.HOLD_QUERY_EMPTY);
        }
        int limit = Math.clamp(query.limit(), 1, Limits.RESULT_COUNT_MAX);
        View view = view(officer, query.purpose());
        return transactions.in(tx -> {
            Map<SubjectId, SearchResult.Item> found = new LinkedHashMap<>();
            if (isIdentifierLike(number)) {
                holdings.byIdentifier(tx, view, prefixes(sought.words(), number), Limits.CANDIDATE_COUNT_MAX)
                        .forEach(item -> found.putIfAbsent(item.subject(), item));
            }
            byName(tx, view, name, sought).forEach(item -> found.putIfAbsent(item.subject(), item));
            sought.born().ifPresent(range -> {
                Map<SubjectId, List<String>> born = holdings.birthDates(tx, view, found.keySet());
                found.keySet()
                        .removeIf(subject ->
                                born.getOrDefault(subject, List.of()).stream().noneMatch(range::mayBe));
            });
            List<SearchResult.Item> items = found.values().stream()
                    .limit(limit)
                    .map(item -> item.found(sought))
                    .toList();
            duty(
                    tx,
                    officer,
                    HoldAction.SEARCH,
                    Map.of(
                            "purpose", query.purpose().code(),
                            "query", query.text(),
                            "found", String.valueOf(items.size())));
            return new SearchResult(
                    items,
                    found.size() > limit,
                    items.isEmpty() ? sought.none(name) : Texts.of("hold").bilingual("search.found", items.size()));
        });
    }

    /// Opens a subject. Empty when there is none in the officer's view: the answer is the same for a protected
    /// one.
    public Optional<Dossier> dossier(Officer officer, SubjectId subject, Purpose purpose) {
        access.require(officer, HoldAction.OPEN, Marking.UNMARKED);
        View view = view(officer, purpose);
        return transactions.in(tx -> {
            Optional<Dossier> dossier = holdings.dossier(tx, view, subject).map(own -> resolved(tx, view, own));
            duty(
                    tx,
                    officer,
                    HoldAction.OPEN,
                    Map.of(
                            "purpose", purpose.code(),
                            "subject", subject.toString(),
                            "found", String.valueOf(dossier.isPresent())));
            return dossier;
        });
    }

    /// With the records that are joined with it, and what stands about them.
    private Dossier resolved(Tx tx, View view, Dossier own) {
        Set<SubjectId> cluster = judgements.cluster(tx, view, own.subject());
        List<JudgedPair> judged = judgements.of(tx, view, own.subject(), cluster, Limits.JUDGED_COUNT_MAX);
        Set<SubjectId> confirmed = Confirmed.with(own.subject(), judgements.personJoins(tx, own.subject()));
        List<Dossier.Joined> joined = cluster.stream()
                .filter(record -> !record.equals(own.subject()))
                .sorted(Comparator.comparing(SubjectId::toString))
                .flatMap(record -> holdings.dossier(tx, view, record).stream())
                .map(record -> new Dossier.Joined(record, confirmed.contains(record.subject())))
                .toList();
        return own.with(joined, judged);
    }

    /// Statements by id, to be looked at. Ids outside the officer's view are missing from the answer.
    ///
    /// @throws EntenteException HOLD_ID_MALFORMED, HOLD_SELECTION_TOO_LARGE
    public List<Statement> statements(Officer officer, Set<String> ids, Purpose purpose) {
        return stated(officer, ids, purpose, Holdings::accept).stream()
                .map(StatementOfSubject::statement)
                .toList();
    }

    /// As [#statements], to be released, each with how far the allegations against its subject have come. One
    /// release never brings together statements of records that only the machine joined: whoever reads it would
    /// take them for one person's.
    ///
    /// @throws EntenteException HOLD_ID_MALFORMED, HOLD_SELECTION_TOO_LARGE, HOLD_JOIN_UNCONFIRMED
    public List<StatementOfSubject> releasable(Officer officer, Set<String> ids, Purpose purpose) {
        return stated(officer, ids, purpose, this::requireConfirmed);
    }

    private List<StatementOfSubject> stated(
            Officer officer, Set<String> ids, Purpose purpose, BiConsumer<Tx, List<UUID>> check) {
        access.require(officer, HoldAction.OPEN, Marking.UNMARKED);
        if (ids.size() > Limits.STATEMENT_COUNT_MAX) {
            throw new EntenteException(HoldCode.HOLD_SELECTION_TOO_LARGE, String.valueOf(Limits.STATEMENT_COUNT_MAX));
        }
        List<UUID> parsed = ids.stream().sorted().map(SubjectId::parseId).toList();
        View view = view(officer, purpose);
        return transactions.in(tx -> {
            List<StatementOfSubject> statements = holdings.statements(tx, view, parsed);
            check.accept(
                    tx,
                    statements.stream()
                            .map(each -> UUID.fromString(each.statement().id()))
                            .toList());
            duty(
                    tx,
                    officer,
                    HoldAction.OPEN,
                    Map.of("purpose", purpose.code(), "statements", String.valueOf(statements.size())));
            return statements;
        });
    }

    private static void accept(Tx tx, List<UUID> statements) {
        // What is only looked at may be of any record.
    }

    private void requireConfirmed(Tx tx, List<UUID> statements) {
        Map<UUID, Set<SubjectId>> clusters = judgements.clusters(tx, statements);
        for (Set<SubjectId> records : clusters.values()) {
            SubjectId first = records.stream().findFirst().orElseThrow();
            if (!Confirmed.with(first, judgements.personJoins(tx, first)).containsAll(records)) {
                throw new EntenteException(HoldCode.HOLD_JOIN_UNCONFIRMED);
            }
        }
    }

    /// Takes the identifiers of a selection out for a batch: an export, logged as one.
    ///
    /// @throws EntenteException HOLD_SELECTION_TOO_LARGE beyond 65,535
    public List<IdentifierSelection.Selected> identifiers(Officer officer, IdentifierSelection selection) {
        access.require(officer, HoldAction.EXPORT, Marking.UNMARKED);
        View view = view(officer, selection.purpose());
        return transactions.in(tx -> {
            List<IdentifierSelection.Selected> selected =
                    holdings.identifiers(tx, view, selection, Limits.SELECTION_COUNT_MAX + 1);
            if (selected.size() > Limits.SELECTION_COUNT_MAX) {
                throw new EntenteException(
                        HoldCode.HOLD_SELECTION_TOO_LARGE, String.valueOf(Limits.SELECTION_COUNT_MAX));
            }
            duty(
                    tx,
                    officer,
                    HoldAction.EXPORT,
                    Map.of(
                            "purpose", selection.purpose().code(),
                            "key-type", selection.type().key(),
                            "source", selection.source(),
                            "exported", String.valueOf(selected.size())));
            return selected;
        });
    }

    /// Streams, in the caller's transaction, every value of a type that the peer may find, ascending, and mints
    /// their handles. Protected persons and covered values are never in it; cleared ones only if the agreement
    /// says so.
    public void discoverable(Tx tx, Actor actor, DiscoveryOrder order, Consumer<Discoverable> sink) {
        access.require(actor, HoldAction.DISCOVER, Marking.UNMARKED);
        if (order.type() != IdentifierType.GENERIC) {
            holdings.discoverable(tx, order, today(), clock.instant(), handles, sink);
        }
    }

    /// How many records [#discoverable] would stream, by the key of the identifier type.
    public Map<String, Long> discoverableCounts(Tx tx, Actor actor, boolean clearancesShared) {
        access.require(actor, HoldAction.DISCOVER, Marking.UNMARKED);
        return holdings.discoverableCounts(tx, clearancesShared, today());
    }

    /// Forgets the handles of every set of the agreement but these.
    public void keepHandles(Tx tx, Actor actor, AgreementId agreement, List<Bytes> setIds) {
        access.require(actor, HoldAction.DISCOVER, Marking.UNMARKED);
        holdings.keepHandles(tx, agreement, setIds);
    }

    /// Whether a set still offers what may no longer be found: a subject that became protected since, or a value that
    /// nothing within its retention says any more. A value that its source withdrew is no such case.
    public boolean isStale(Tx tx, Actor actor, AgreementId agreement, Bytes setId) {
        access.require(actor, HoldAction.DISCOVER, Marking.UNMARKED);
        return holdings.isStale(tx, agreement, setId, today());
    }

    /// The subject behind a handle that the peer's request names; logged like an opening.
    public Optional<SearchResult.Item> resolve(Officer officer, AgreementId agreement, Bytes handle, Purpose purpose) {
        access.require(officer, HoldAction.RESOLVE, Marking.UNMARKED);
        View view = view(officer, purpose);
        return transactions.in(tx -> {
            Optional<SearchResult.Item> item = holdings.resolve(tx, view, agreement, handle);
            duty(
                    tx,
                    officer,
                    HoldAction.RESOLVE,
                    Map.of(
                            "purpose", purpose.code(),
                            "handle", handle.hex(),
                            "found", String.valueOf(item.isPresent())));
            return item;
        });
    }

    public HoldingCounts counts(Officer officer) {
        access.require(officer, HoldAction.COUNT, Marking.UNMARKED);
        return transactions.in(holdings::counts);
    }

    /// Four characters and a digit: shorter beginnings fit too many.
    private static boolean isIdentifierLike(String compact) {
        return compact.length() >= 4 && compact.chars().anyMatch(letter -> letter >= '0' && letter <= '9');
    }

    /// The text as written, and as each kind of identifier that writes it another way.
    private static List<String> prefixes(String text, String compact) {
        Set<String> prefixes = new LinkedHashSet<>(List.of(compact));
        for (IdentifierType type :
                List.of(IdentifierType.IMO, IdentifierType.IMEI, IdentifierType.PHONE, IdentifierType.FIREARM)) {
            if (Identifiers.parse(type, text) instanceof Identifier.Parsed parsed && parsed.isWellFormed()) {
                prefixes.add(parsed.canonical());
            }
        }
        return List.copyOf(prefixes);
    }

    /// First the names that have every word, then, if they are few, those that have all but one.
    private List<SearchResult.Item> byName(Tx tx, View view, NameKeys name, SearchText sought) {
        List<List<String>> blocks = name.blocks();
        if (blocks.isEmpty()) {
            return List.of();
        }
        List<SearchResult.Item> whole = holdings.byName(tx, view, blocks.subList(0, 1), Limits.CANDIDATE_COUNT_MAX);
        // Of two words one alone fits too many; it is only tried when both together fit nothing.
        boolean few =
                blocks.size() > 1 && (blocks.size() == 3 ? whole.isEmpty() : whole.size() < Limits.RESULT_COUNT_MAX);
        List<SearchResult.Item> candidates =
                few ? holdings.byName(tx, view, blocks, Limits.CANDIDATE_COUNT_MAX) : whole;
        return candidates.stream()
                .map(item -> new Ranked(item, sought.nearness(name, item.matchedOn())))
                .sorted(Comparator.comparingDouble((Ranked ranked) -> -ranked.nearness()))
                .map(Ranked::item)
                .toList();
    }

    private record Ranked(SearchResult.Item item, double nearness) {}

    /// Asked before the transaction begins: what an officer may see is a question to `access` with one of its own.
    private View view(Officer officer, Purpose purpose) {
        return new View(access.scope(officer, purpose), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void duty(Tx tx, Officer officer, Action action, Map<String, String> facts) {
        SortedMap<String, String> fields = new TreeMap<>(facts);
        fields.put("type", action.key());
        fields.put("officer", officer.label());
        fields.put("institution", officer.institution().value());
        ledger.request(tx, new Leaf.Duty(dutyAgreement, action.key(), fields));
    }
}
