package org.entente.ledger.bundle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.ledger.LedgerException;
import org.entente.ledger.bundle.Verdict.Reason;
import org.entente.ledger.checkpoint.Judgement;
import org.entente.ledger.checkpoint.Policy;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.leaf.Leaf;
import org.entente.ledger.merkle.Merkle;
import org.entente.ledger.note.Cosignature;
import org.entente.ledger.note.Note;
import org.entente.ledger.note.Opening;
import org.entente.ledger.note.SignatureLine;
import org.entente.ledger.note.VerifierKey;

/// Holds a bundle against a policy. Pure.
///
/// The party of a key is the part of its name before the first "/". A checkpoint counts only with a quorum of
/// witnesses of another party than its log's: a log does not vouch for itself. Under each policy, every line below a
/// checkpoint is the log's or one of those.
public final class BundleCheck {
    /// The disclosed field of a leaf that names the sender's envelope key.
    public static final String ENVELOPE_KEY = "envelope.key";

    /// Who may have signed what is in the bundle, says its maker.
    private final Policy suggested;
    private final Set<Verdict.Witnessing> witnessings = new LinkedHashSet<>();

    private BundleCheck(Policy suggested) {
        this.suggested = suggested;
    }

    /// Without a policy the best answer is [Verdict.CannotDecide].
    public static Verdict check(byte[] bytes, Optional<Policy> policy) {
        try {
            ProofBundle bundle = ProofBundle.parse(bytes);
            BundleCheck check = new BundleCheck(bundle.suggestedPolicy());
            check.run(bundle, bundle.suggestedPolicy());
            OneForm.failure(bundle).ifPresent(where -> {
                throw new Failed(Reason.DAMAGED, where);
            });
            if (policy.isEmpty()) {
                return new Verdict.CannotDecide(bundle.policyFingerprint());
            }
            if (!policy.get().equals(bundle.suggestedPolicy())) {
                check.witnessings.clear();
                check.run(bundle, policy.get());
            }
            return new Verdict.Verified(bundle, List.copyOf(check.witnessings));
        } catch (LedgerException e) {
            return new Verdict.NotVerified(Reason.DAMAGED, e.fault().name());
        } catch (Failed e) {
            return e.verdict;
        }
    }

    /// What a bundle under this policy would be refused for, were this entry of an envelope in it; empty if
    /// nothing. For whoever collects the entries of a bundle and must know whose is wrong.
    public static Optional<Reason> failure(
            EnvelopeHeader header, Leaf.Direction direction, Logged logged, Policy policy) {
        try {
            new BundleCheck(policy).checkLogged(logged.origin(), header, logged, direction, policy);
            return Optional.empty();
        } catch (Failed e) {
            return Optional.of(e.verdict.reason());
        }
    }

    /// Carries the first failed check out of the walk.
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Verdict.NotVerified verdict;

        private Failed(Reason reason, String where) {
            super(reason.name(), null, false, false);
            this.verdict = new Verdict.NotVerified(reason, Statement.oneLine(where));
        }
    }

    private void run(ProofBundle bundle, Policy policy) {
        for (Crossing crossing : bundle.crossings()) {
            checkHeader(crossing);
            String prefix = crossing.step().prefix() + " ";
            Logged sent = crossing.sent();
            Logged received = crossing.received();
            checkLogged(prefix + sent.origin(), crossing.header(), sent, Leaf.Direction.SENT, policy);
            checkLogged(prefix + received.origin(), crossing.header(), received, Leaf.Direction.RECEIVED, policy);
        }
        checkStory(bundle);
        checkOrder(bundle);
    }

    private static void checkHeader(Crossing crossing) {
        String where = crossing.step().prefix();
        Note note = crossing.header().note();
        requireNamed(note, List.of(crossing.key()), where);
        require(note.open(List.of(crossing.key())) instanceof Opening.Opened, Reason.SIGNATURE_FORGED, where);
        require(party(crossing.key().name()).equals(party(crossing.sent().origin())), Reason.STORY_DIFFERS, where);
        Stream.of(crossing.sent(), crossing.received())
                .flatMap(logged -> logged.opening().stream())
                .flatMap(opening -> opening.value(ENVELOPE_KEY).stream())
                .forEach(vkey -> require(vkey.equals(crossing.key().text()), Reason.STORY_DIFFERS, where));
    }

    private void checkLogged(
            String where, EnvelopeHeader header, Logged logged, Leaf.Direction direction, Policy policy) {
        SignedCheckpoint signed = logged.proof().signed();
        requireNamed(signed.note(), keysOf(suggested, logged.origin()), where);
        checkSignatures(policy, signed, where);
        boolean included = logged.proof()
                .inclusion()
                .proves(
                        Merkle.leafHash(logged.entry().toArray()),
                        signed.checkpoint().root());
        require(included, Reason.NOT_INCLUDED, where);
        Leaf.Exchange leaf = logged.leaf();
        logged.opening()
                .ifPresent(opening ->
                        require(opening.commitment().equals(leaf.commitment()), Reason.COMMITMENT_DIFFERS, where));
        boolean isSent = direction == Leaf.Direction.SENT;
        boolean same = leaf.direction() == direction
                && leaf.envelope().equals(header.hash())
                && leaf.messageId().equals(header.id())
                && leaf.sequence() == header.sequence()
                && leaf.peer().equals(isSent ? header.to() : header.from());
        require(same, Reason.LEAF_DIFFERS, where);
    }

    private void checkSignatures(Policy policy, SignedCheckpoint signed, String where) {
        String origin = signed.checkpoint().origin();
        switch (policy.judge(signed, witness -> !party(witness.name()).equals(party(origin)))) {
            case Judgement.Accepted accepted -> {
                require(!accepted.cosigned().isEmpty(), Reason.WITNESS_MISSING, where);
                int counted = 1 + accepted.cosigned().size();
                require(signed.note().signatures().size() == counted, Reason.UNKNOWN_SIGNATURE, where);
                for (Map.Entry<VerifierKey, SignatureLine> entry :
                        accepted.cosigned().entrySet()) {
                    witnessings.add(new Verdict.Witnessing(
                            origin,
                            signed.checkpoint().size(),
                            entry.getKey().name(),
                            Cosignature.time(entry.getValue())));
                }
            }
            case Judgement.NoQuorum _ -> throw new Failed(Reason.WITNESS_MISSING, where);
            case Judgement.UnknownLog _ -> throw new Failed(Reason.LOG_NOT_TRUSTED, where);
            case Judgement.NotSignedByLog _ -> throw new Failed(Reason.LOG_NOT_TRUSTED, where);
            case Judgement.Forged _ -> throw new Failed(Reason.SIGNATURE_FORGED, where);
        }
    }

    /// Two parties, each with one log; every answer comes from whom it was asked of and names what it replies to.
    private static void checkStory(ProofBundle bundle) {
        Crossing request = bundle.crossings().getFirst();
        EnvelopeHeader asked = request.header();
        require(
                !party(request.sent().origin()).equals(party(request.received().origin())),
                Reason.STORY_DIFFERS,
                request.step().prefix());
        for (int i = 1; i < bundle.crossings().size(); i++) {
            Crossing before = bundle.crossings().get(i - 1);
            Crossing reply = bundle.crossings().get(i);
            EnvelopeHeader header = reply.header();
            boolean fits = header.inReplyTo().equals(Optional.of(before.header().id()))
                    && header.from().equals(before.header().to())
                    && header.to().equals(before.header().from())
                    && header.agreement().equals(asked.agreement())
                    && reply.sent().origin().equals(before.received().origin())
                    && reply.received().origin().equals(before.sent().origin());
            require(fits, Reason.STORY_DIFFERS, reply.step().prefix());
        }
    }

    private static void checkOrder(ProofBundle bundle) {
        for (int i = 1; i < bundle.crossings().size(); i++) {
            Crossing before = bundle.crossings().get(i - 1);
            Crossing reply = bundle.crossings().get(i);
            boolean follows =
                    index(before.received()) < index(reply.sent()) && index(before.sent()) < index(reply.received());
            require(follows, Reason.ORDER_DIFFERS, reply.step().prefix());
        }
    }

    private static long index(Logged logged) {
        return logged.proof().inclusion().index();
    }

    /// Every line names one of these keys, and no key is named twice. Whether it verifies is checked elsewhere.
    private static void requireNamed(Note note, List<VerifierKey> keys, String where) {
        long named = keys.stream()
                .filter(key -> note.signatures().stream().anyMatch(key::isNamedBy))
                .count();
        require(named == note.signatures().size(), Reason.UNKNOWN_SIGNATURE, where);
    }

    /// The keys that [Policy#judge] verifies on a checkpoint of this origin.
    private static List<VerifierKey> keysOf(Policy policy, String origin) {
        List<VerifierKey> keys = new ArrayList<>(policy.witnesses().values());
        policy.logs().stream().filter(log -> log.name().equals(origin)).forEach(keys::add);
        return keys;
    }

    /// The part of a key name or origin before the first "/".
    static String party(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    private static void require(boolean holds, Reason reason, String where) {
        if (!holds) {
            throw new Failed(reason, where);
        }
    }
}
