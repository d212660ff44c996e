package org.entente.act;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.entente.act.store.OperationStore;
import org.entente.agreement.Ground;
import org.entente.agreement.Ruling;
import org.entente.db.Tx;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.Role;
import org.entente.kernel.Texts;
import org.entente.kernel.UnfitValueException;
import org.jspecify.annotations.Nullable;

/// The host's side: consent under two signatures, refuse, revoke.
final class Host {
    private static final List<Role> SIGNING_ROLES = List.of(Role.LAWYER, Role.CASE_OFFICER);
    private static final int SIGNER_SIZE_BYTES = 8;

    private final Surroundings around;
    private final OperationStore store;
    private final Journal journal;
    private final Letters letters;
    private final ConsentCheck check;

    Host(Surroundings around, OperationStore store, Journal journal) {
        this.around = around;
        this.store = store;
        this.journal = journal;
        this.letters = new Letters(around);
        this.check = new ConsentCheck(around.seals());
    }

    Signing consent(Officer officer, OperationId id, ConsentOrder order) {
        return around.transactions().in(tx -> {
            Operation operation = journal.locked(tx, id, Operation.Side.HOST);
            Proposal proposal = operation.proposal();
            Optional<SigningRefusal> refusal = refusal(tx, officer, operation, order);
            if (refusal.isPresent()) {
                String key = "sign." + refusal.get().name();
                return new Signing.NotSigned(refusal.get(), Texts.of("act").bilingual(key));
            }
            Ruling ruling = OperationLaw.consenting(around.law(proposal), proposal, around.today());
            if (!ruling.allows()) {
                around.duty(tx, proposal, officer, "act.not-signed", Map.of("ruling", ruling.word()));
                return new Signing.Unlawful(ruling);
            }
            return sign(tx, officer, operation, order);
        });
    }

    private Optional<SigningRefusal> refusal(Tx tx, Officer officer, Operation operation, ConsentOrder order) {
        if (operation.proposal().window().isPast(around.now())) {
            return Optional.of(SigningRefusal.WINDOW_PAST);
        }
        SignedConsent before = operation.consent();
        if (before == null) {
            return Optional.empty();
        }
        if (store.hasSigned(tx, operation.id(), officer.id())) {
            return Optional.of(SigningRefusal.SAME_OFFICER);
        }
        if (openRole(officer, before).isEmpty()) {
            return Optional.of(SigningRefusal.ROLE_TAKEN);
        }
        return saysTheSame(before.consent(), order) ? Optional.empty() : Optional.of(SigningRefusal.OTHER_WORDS);
    }

    private static boolean saysTheSame(Consent consent, ConsentOrder order) {
        boolean sameCondition =
                order.condition() == null || ActWire.nfc(order.condition()).equals(consent.condition());
        boolean sameEnd =
                order.until() == null || order.until().equals(consent.window().end());
        return sameCondition && sameEnd;
    }

    private Signing sign(Tx tx, Officer officer, Operation operation, ConsentOrder order) {
        SignedConsent before = operation.consent();
        Consent consent = before == null ? consent(operation.proposal(), order) : before.consent();
        List<ConsentSignature> signatures = new ArrayList<>(before == null ? List.of() : before.signatures());
        Role role = openRole(officer, before)
                .orElseThrow(() -> new EntenteException(
                        ActCode.ACT_NOT_POSSIBLE_NOW, operation.state().name(), "SIGN"));
        ConsentSignature signature = signature(officer, role, consent);
        signatures.add(signature);
        SignedConsent signed = new SignedConsent(consent, signatures);
        boolean isComplete = signatures.size() == 2;
        Operation moved =
                journal.move(tx, operation, isComplete ? OperationEvent.COUNTERSIGN : OperationEvent.SIGN, officer);
        store.signer(tx, moved.id(), officer.id(), role, signature.signed());
        store.consent(tx, moved.id(), signed);
        if (isComplete) {
            requireSound(operation.proposal(), signed);
            letters.toProposer(tx, operation, ConsentWire.TYPE, ConsentWire.encode(signed));
        }
        return new Signing.Signed(journal.reload(tx, moved.id()), signatures.size());
    }

    private Consent consent(Proposal proposal, ConsentOrder order) {
        Instant until = order.until();
        try {
            Window window = until == null
                    ? proposal.window()
                    : new Window(proposal.window().start(), until);
            return new Consent(
                    proposal.id(),
                    proposal.agreement(),
                    ProposalWire.hash(proposal),
                    proposal.host(),
                    window,
                    order.condition(),
                    around.now());
        } catch (IllegalArgumentException e) {
            throw new EntenteException(ActCode.ACT_ORDER_INVALID, e, UnfitValueException.fact(e));
        }
    }

    private ConsentSignature signature(Officer officer, Role role, Consent consent) {
        Instant now = around.now();
        String signer = signer(consent, officer);
        Bytes message = ConsentWire.toBeSigned(consent, officer.institution(), role, signer, now);
        return new ConsentSignature(
                officer.institution(), role, signer, now, around.seals().sign(officer.institution(), message));
    }

    /// HMAC-SHA-256 under this party's key over the operation and the account, first 8 bytes: unlinkable between
    /// operations, and not to be guessed from a list of account names.
    private String signer(Consent consent, Officer officer) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(around.seals().signerKey(consent.agreement()).toArray()));
        byte[] text = (consent.operation().hex() + "\n" + officer.id().value()).getBytes(StandardCharsets.US_ASCII);
        mac.update(text, 0, text.length);
        byte[] full = new byte[mac.getMacSize()];
        mac.doFinal(full, 0);
        return Bytes.of(full).hex().substring(0, 2 * SIGNER_SIZE_BYTES);
    }

    private static Optional<Role> openRole(Officer officer, @Nullable SignedConsent before) {
        List<Role> taken = before == null
                ? List.of()
                : before.signatures().stream().map(ConsentSignature::role).toList();
        return SIGNING_ROLES.stream()
                .filter(role -> officer.has(role) && !taken.contains(role))
                .findFirst();
    }

    /// What this node would send must hold by its own check; only the window may be narrower than asked for.
    private void requireSound(Proposal proposal, SignedConsent signed) {
        boolean isSound =
                check.flaws(proposal, signed).stream().allMatch(flaw -> flaw == ConsentFlaw.WINDOW_NOT_COVERED);
        if (!isSound) {
            throw new IllegalStateException("an own consent does not verify");
        }
    }

    Operation refuse(Officer officer, OperationId id, String groundKey, Bilingual reasons) {
        return around.transactions().in(tx -> {
            Operation operation = journal.locked(tx, id, Operation.Side.HOST);
            Proposal proposal = operation.proposal();
            Ground ground = OperationLaw.ground(around.law(proposal), groundKey);
            Refusal refusal;
            try {
                refusal = new Refusal(
                        id,
                        ProposalWire.hash(proposal),
                        ground.key(),
                        ground.article().toString(),
                        reasons,
                        around.now());
            } catch (IllegalArgumentException e) {
                throw new EntenteException(ActCode.ACT_ORDER_INVALID, e, UnfitValueException.fact(e));
            }
            store.refusal(tx, refusal);
            letters.toProposer(tx, operation, DecisionWire.REFUSAL, DecisionWire.encode(refusal));
            return journal.move(tx, operation, OperationEvent.REFUSE, officer);
        });
    }

    Operation revoke(Officer officer, OperationId id, Bilingual reasons) {
        return around.transactions().in(tx -> {
            Operation operation = journal.locked(tx, id, Operation.Side.HOST);
            Revocation revocation;
            try {
                revocation = new Revocation(id, ProposalWire.hash(operation.proposal()), reasons, around.now());
            } catch (IllegalArgumentException e) {
                throw new EntenteException(ActCode.ACT_ORDER_INVALID, e, UnfitValueException.fact(e));
            }
            Operation revoked = journal.move(tx, operation, OperationEvent.REVOKE, officer);
            store.revocation(tx, revocation);
            letters.toProposer(tx, operation, DecisionWire.REVOCATION, DecisionWire.encode(revocation));
            return journal.reload(tx, revoked.id());
        });
    }
}
