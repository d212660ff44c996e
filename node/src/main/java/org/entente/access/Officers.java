package org.entente.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.kernel.Actor;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Role;
import org.entente.kernel.Secret;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;

/// The people of this node: accounts, single-use sign-in links, sessions, mandates. Every sign-in, link and mandate is
/// a
/// DUTY leaf. Thread-safe.
public final class Officers implements Mandates {
    private final Transactions transactions;
    private final Accounts accounts;
    private final Ledger ledger;
    private final AgreementId agreement;
    private final Clock clock;
    private volatile List<Mandate> mandates;

    public Officers(Transactions transactions, Accounts accounts, Ledger ledger, AgreementId agreement, Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.ledger = ledger;
        this.agreement = agreement;
        this.clock = clock;
        this.mandates = loadMandates();
    }

    /// Enrols a roster into an installation and gives every operator a token for the command line. Accounts that exist
    /// unchanged stay and get no new token.
    ///
    /// @throws EntenteException ACCESS_OFFICER_EXISTS if one exists and differs; then none was enrolled
    public Map<OfficerId, Secret> enrol(Roster roster) {
        Instant now = clock.instant();
        return transactions.in(tx -> {
            Map<OfficerId, Secret> tokens = new LinkedHashMap<>();
            for (Officer officer : roster.officers()) {
                Optional<Officer> present = accounts.officer(tx, officer.id());
                if (present.isPresent()) {
                    if (!present.get().equals(officer)) {
                        throw new EntenteException(
                                AccessCode.ACCESS_OFFICER_EXISTS, officer.id().value());
                    }
                    continue;
                }
                accounts.enrol(tx, officer, now);
                record(tx, "access.enrol", Map.of("officer", officer.id().value()));
                if (officer.has(Role.OPERATOR)) {
                    tokens.put(officer.id(), operatorToken(tx, officer.id(), now));
                }
            }
            return tokens;
        });
    }

    /// A new token for an operator whose own has run out or was lost; the older ones end.
    ///
    /// @throws EntenteException ACCESS_OFFICER_UNKNOWN, ACCESS_TOKEN_NOT_OPERATOR
    public Secret renewToken(OfficerId officer) {
        return transactions.in(tx -> {
            Officer known = known(tx, officer);
            if (!known.has(Role.OPERATOR)) {
                throw new EntenteException(AccessCode.ACCESS_TOKEN_NOT_OPERATOR, officer.value());
            }
            accounts.endSessions(tx, officer);
            record(tx, "access.token-renewed", Map.of("officer", officer.value()));
            return operatorToken(tx, officer, clock.instant());
        });
    }

    /// Officers by account name.
    public List<Officer> all(Access access, Actor actor) {
        access.require(actor, AccessAction.LIST_OFFICERS, Marking.UNMARKED);
        return transactions.in(accounts::all);
    }

    /// A link for another operator is refused: one person would be both of the two that pairing needs.
    ///
    /// @throws EntenteException ACCESS_OFFICER_UNKNOWN, ACCESS_LINK_OPERATOR
    public SignInLink issueLink(Access access, Actor actor, OfficerId officer) {
        access.require(actor, AccessAction.ISSUE_LINK, Marking.UNMARKED);
        Secret code = fresh();
        Instant expires = clock.instant().plus(Limits.LINK_LIFETIME);
        transactions.run(tx -> {
            OfficerId issuer = actor instanceof Officer person ? person.id() : officer;
            if (known(tx, officer).has(Role.OPERATOR) && !issuer.equals(officer)) {
                throw new EntenteException(AccessCode.ACCESS_LINK_OPERATOR);
            }
            accounts.putLink(tx, hash(code), officer, issuer, expires);
            record(tx, "access.link-issued", Map.of("officer", officer.value(), "by", actor.label()));
        });
        return new SignInLink(officer, code, expires);
    }

    /// Whether a link can still be used; using it is `redeem`. A page that is only looked at spends nothing.
    public boolean isOpen(Secret code) {
        return transactions.in(tx -> accounts.isOpen(tx, hash(code), clock.instant()));
    }

    /// Spends the link and begins a session of 12 hours.
    ///
    /// @throws EntenteException ACCESS_LINK_SPENT when it is unknown, used or older than 15 minutes
    public SignIn redeem(Secret code) {
        Instant now = clock.instant();
        Instant expires = now.plus(Limits.SESSION_LIFETIME);
        Secret token = fresh();
        Officer officer = transactions.in(tx -> {
            OfficerId id = accounts.spendLink(tx, hash(code), now)
                    .orElseThrow(() -> new EntenteException(AccessCode.ACCESS_LINK_SPENT));
            accounts.putSession(tx, hash(token), id, now, expires);
            record(tx, "access.signed-in", Map.of("officer", id.value()));
            return known(tx, id);
        });
        return new SignIn(officer, token, expires);
    }

    /// An account of this node, for rooms that name officers.
    public Optional<Officer> find(OfficerId id) {
        return transactions.in(tx -> accounts.officer(tx, id));
    }

    /// Who holds this token, while its session lasts.
    public Optional<Officer> session(Secret token) {
        return transactions.in(tx -> accounts.session(tx, hash(token), clock.instant()));
    }

    public void signOut(Secret token) {
        transactions.run(tx -> accounts.endSession(tx, hash(token)));
    }

    /// Lets an officer see protected persons of these classes until then.
    ///
    /// @throws EntenteException ACCESS_MANDATE_INVALID without a protected class, a reason, or an end within a year
    public void grant(
            Access access, Officer lawyer, OfficerId officer, Set<PersonClass> classes, String reason, Instant until) {
        access.require(lawyer, AccessAction.GRANT_MANDATE, Marking.UNMARKED);
        Instant now = clock.instant();
        boolean valid = !classes.isEmpty()
                && classes.stream().allMatch(PersonClass::isProtected)
                && !reason.isBlank()
                && reason.length() <= Limits.REASON_LENGTH_MAX
                && until.isAfter(now)
                && !until.isAfter(now.plus(Limits.MANDATE_LIFETIME_MAX));
        if (!valid) {
            throw new EntenteException(AccessCode.ACCESS_MANDATE_INVALID);
        }
        if (officer.equals(lawyer.id())) {
            throw new EntenteException(AccessCode.ACCESS_MANDATE_OWN);
        }
        transactions.run(tx -> {
            known(tx, officer);
            accounts.putMandate(tx, new Mandate(officer, classes, reason, lawyer.id(), now, until));
            record(
                    tx,
                    "access.mandate-granted",
                    Map.of(
                            "officer",
                            officer.value(),
                            "by",
                            lawyer.label(),
                            "until",
                            until.toString(),
                            "classes",
                            classes.stream().map(PersonClass::name).sorted().collect(Collectors.joining(","))));
        });
        mandates = loadMandates();
    }

    /// From memory: the policy point is asked inside transactions too, and every mandate is granted through here.
    @Override
    public Set<PersonClass> visibleTo(OfficerId officer, Instant at) {
        return mandates.stream()
                .filter(mandate -> mandate.officer().equals(officer) && mandate.isInForce(at))
                .flatMap(mandate -> mandate.classes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The reader's own mandates in force: under which one they see what they see.
    public List<Mandate> mandatesOf(Officer reader) {
        Instant now = clock.instant();
        return mandates.stream()
                .filter(mandate -> mandate.officer().equals(reader.id()) && mandate.isInForce(now))
                .toList();
    }

    private Secret operatorToken(Tx tx, OfficerId officer, Instant now) {
        Secret token = fresh();
        accounts.putSession(tx, hash(token), officer, now, now.plus(Limits.OPERATOR_TOKEN_LIFETIME));
        return token;
    }

    private Officer known(Tx tx, OfficerId officer) {
        return accounts.officer(tx, officer)
                .orElseThrow(() -> new EntenteException(AccessCode.ACCESS_OFFICER_UNKNOWN, officer.value()));
    }

    private List<Mandate> loadMandates() {
        return transactions.in(tx -> accounts.mandates(tx, clock.instant()));
    }

    private void record(Tx tx, String type, Map<String, String> fields) {
        ledger.request(tx, new Leaf.Duty(agreement, type, new TreeMap<>(fields)));
    }

    private static Secret fresh() {
        return new Secret(Ids.random256().hex());
    }

    private static Bytes hash(Secret secret) {
        try {
            return Bytes.of(
                    MessageDigest.getInstance("SHA-256").digest(secret.reveal().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
