package org.entente.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.agreement.clock.Deadline;
import org.entente.agreement.clock.LegalClock;
import org.entente.agreement.clock.OfficeHours;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;

/// One version of the law between two parties. Pure and immutable: the same question on the same day has the same
/// ruling on both nodes. A ruling costs one pass over the rules of its measure.
public final class Agreement {
    private final AgreementText text;
    private final Bytes packHash;
    private final Map<String, Measure> measures;
    private final Map<String, FactTerm> facts;
    private final Map<String, LegalClock> clocks;
    private final Map<Party, PartyTerms> parties;
    private final Map<String, Article> articles;

    /// `packHash` is the SHA-256 that both parties sign and both logs name.
    public Agreement(AgreementText text, Bytes packHash) {
        this.text = text;
        this.packHash = packHash;
        this.measures = by(text.measures(), Measure::key);
        this.facts = by(text.facts(), FactTerm::key);
        this.clocks = by(text.clocks(), LegalClock::key);
        this.parties = by(text.parties(), PartyTerms::party);
        this.articles = text.instruments().stream()
                .flatMap(instrument -> instrument.articles().stream())
                .collect(Collectors.toUnmodifiableMap(article -> article.basis().toString(), Function.identity()));
    }

    public AgreementId id() {
        return text.id();
    }

    public String version() {
        return text.version();
    }

    public Bytes packHash() {
        return packHash;
    }

    /// All of it, for doors that show the law.
    public AgreementText text() {
        return text;
    }

    public DiscoveryPolicy discovery() {
        return text.discovery();
    }

    /// Rules a question as of a day.
    ///
    /// @throws EntenteException AGREEMENT_MEASURE_UNKNOWN, AGREEMENT_FACT_UNDECLARED for a fact the pack does not
    ///     declare, AGREEMENT_FACT_UNFIT for a value that is none of the fact's
    public Ruling rule(Question question, LocalDate date) {
        measure(question.measure());
        question.facts().forEach((key, fact) -> {
            FactTerm term = facts.get(key);
            if (term == null) {
                throw new EntenteException(AgreementCode.AGREEMENT_FACT_UNDECLARED, key, question.measure());
            }
            if (!term.fits(fact)) {
                throw new EntenteException(AgreementCode.AGREEMENT_FACT_UNFIT, key, fact.text());
            }
        });
        return new RulingMaker(text, packHash, question, date).make();
    }

    /// @throws EntenteException AGREEMENT_MEASURE_UNKNOWN
    public Measure measure(String key) {
        Measure measure = measures.get(key);
        if (measure == null) {
            throw new EntenteException(
                    AgreementCode.AGREEMENT_MEASURE_UNKNOWN, key, text.id().value());
        }
        return measure;
    }

    /// What may be asked by request, in the order of the pack.
    public List<Measure> requests() {
        return text.measures().stream()
                .filter(measure -> measure.askedBy() == Measure.AskedBy.REQUEST)
                .toList();
    }

    /// Whether the law has anything to say of a measure under this article: one of the measure's bases,
    /// or an article of the pack whose instrument is none of them, which the rules then refuse. Any
    /// other is a slip or an invention.
    public boolean isInvocable(String measure, LegalBasis basis) {
        List<LegalBasis> bases = measure(measure).bases();
        boolean namesOther = bases.stream().noneMatch(one -> one.instrument().equals(basis.instrument()))
                && article(basis).isPresent();
        return bases.contains(basis) || namesOther;
    }

    public Optional<FactTerm> fact(String key) {
        return Optional.ofNullable(facts.get(key));
    }

    /// The article that wants a member of every request: `to`, `case`, `basis`, `purpose`, `offence`,
    /// `urgencyReason` or `handling`; empty for any other word.
    public Optional<LegalBasis> wants(String member) {
        return Optional.ofNullable(text.head().get(member));
    }

    /// The articles of the rules that hang on a fact under a measure, in the order of the pack.
    public List<LegalBasis> articlesOn(String measure, String fact) {
        return text.rules().stream()
                .filter(rule ->
                        rule.measures().contains(measure) && rule.when().facts().contains(fact))
                .flatMap(rule -> rule.articles().stream())
                .map(Article::basis)
                .distinct()
                .toList();
    }

    public Optional<Offence> offence(String key) {
        return text.offences().stream().filter(one -> one.key().equals(key)).findFirst();
    }

    public Optional<Institution> institution(InstitutionId id) {
        return text.institutions().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public boolean hasPurpose(Purpose purpose) {
        return text.purposes().stream().anyMatch(term -> term.key().equals(purpose.code()));
    }

    /// The paraphrase of an article the pack cites.
    public Optional<Article> article(LegalBasis basis) {
        return Optional.ofNullable(articles.get(basis.toString()));
    }

    /// The grounds a requested party may state for a measure, in the order of the pack.
    public List<Ground> grounds(String measure) {
        return text.grounds().stream()
                .filter(ground -> ground.measures().contains(measure))
                .toList();
    }

    /// When a term ends that starts now for an exchange between these parties.
    ///
    /// @throws EntenteException AGREEMENT_TERM_UNKNOWN for a clock or party the pack does not name
    public Deadline clock(String key, Instant start, Party requesting, Party requested) {
        LegalClock clock = legalClock(key);
        return clock.from(start, office(clock, requesting, requested));
    }

    /// The deadline with the clock's extension added.
    ///
    /// @throws EntenteException AGREEMENT_CLOCK_EXHAUSTED if the law allows no further extension
    public Deadline extend(Deadline deadline, Party requesting, Party requested) {
        LegalClock clock = legalClock(deadline.clock());
        return clock.extended(deadline, office(clock, requesting, requested))
                .orElseThrow(() -> new EntenteException(AgreementCode.AGREEMENT_CLOCK_EXHAUSTED, clock.key()));
    }

    /// The deadline after its clock stood from `stopped` to `resumed`; both sides compute the same one.
    public Deadline resume(Deadline deadline, Instant stopped, Instant resumed, Party requesting, Party requested) {
        LegalClock clock = legalClock(deadline.clock());
        return clock.resumed(deadline, stopped, resumed, office(clock, requesting, requested));
    }

    /// When the deadline's alarms are, in order; all before it is due.
    public List<Instant> alarms(Deadline deadline, Party requesting, Party requested) {
        LegalClock clock = legalClock(deadline.clock());
        return clock.alarms(deadline, office(clock, requesting, requested));
    }

    /// @throws EntenteException AGREEMENT_TERM_UNKNOWN
    public LegalClock legalClock(String key) {
        LegalClock clock = clocks.get(key);
        if (clock == null) {
            throw new EntenteException(AgreementCode.AGREEMENT_TERM_UNKNOWN, key, "clocks");
        }
        return clock;
    }

    private OfficeHours office(LegalClock clock, Party requesting, Party requested) {
        Party holder = switch (clock.runsFor()) {
            case REQUESTED -> requested;
            case REQUESTING -> requesting;
        };
        PartyTerms terms = parties.get(holder);
        if (terms == null) {
            throw new EntenteException(AgreementCode.AGREEMENT_TERM_UNKNOWN, holder.code(), "parties");
        }
        return terms.office();
    }

    private static <K, V> Map<K, V> by(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
