package org.entente.ledger.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;
import org.entente.ledger.StrictText;
import org.entente.ledger.checkpoint.Policy;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.leaf.Json;
import org.entente.ledger.leaf.Opening;
import org.entente.ledger.note.VerifierKey;

/// One file that shows, to someone who trusts neither party's node, that a request was sent, received and answered
/// (`spec/bundle.md`). It has exactly one byte form: [#parse] builds the bundle anew from what it read, statement and
/// manifest included, and refuses bytes that differ.
///
/// `suggestedPolicy` is what the maker of the bundle would trust. It is a convenience and never a reason to believe.
public record ProofBundle(List<Crossing> crossings, Policy suggestedPolicy) {
    static final String FORMAT = "entente-proof/1";
    private static final String MANIFEST = "manifest.json";
    private static final String POLICY = "policy.txt";
    private static final String STATEMENT = "statement.txt";
    private static final String ENVELOPE = ".envelope";
    private static final String VKEY = ".vkey";
    private static final String SENT = ".sent";
    private static final String RECEIVED = ".received";
    private static final String LEAF = ".leaf";
    private static final String PROOF = ".tlog-proof";
    private static final String OPENING = ".opening";

    public ProofBundle {
        crossings = List.copyOf(crossings);
        List<Step> steps = crossings.stream().map(Crossing::step).toList();
        boolean ordered = steps.equals(Arrays.asList(Step.values()).subList(0, Math.min(steps.size(), 3)));
        if (steps.size() < 2 || !ordered) {
            throw new LedgerException(Fault.BUNDLE_MALFORMED, "steps");
        }
    }

    public static ProofBundle parse(byte[] bytes) {
        ProofBundle bundle = read(Archive.read(bytes));
        if (!Arrays.equals(bundle.bytes(), bytes)) {
            throw new LedgerException(Fault.BUNDLE_MALFORMED, "other bytes than its one form");
        }
        return bundle;
    }

    static ProofBundle read(SortedMap<String, Octets> members) {
        List<Crossing> crossings = new ArrayList<>();
        for (Step step : Step.values()) {
            if (members.containsKey(step.prefix() + ENVELOPE)) {
                crossings.add(crossing(step, members));
            }
        }
        Policy policy = Policy.parse(member(members, POLICY).toArray());
        return new ProofBundle(crossings, policy);
    }

    public byte[] bytes() {
        SortedMap<String, Octets> members = new TreeMap<>();
        for (Crossing crossing : crossings) {
            String prefix = crossing.step().prefix();
            members.put(prefix + ENVELOPE, crossing.header().bytes());
            members.put(prefix + VKEY, Octets.utf8(crossing.key().text() + "\n"));
            put(members, prefix + SENT, crossing.sent());
            put(members, prefix + RECEIVED, crossing.received());
        }
        members.put(POLICY, policyBytes());
        members.put(STATEMENT, Octets.utf8(Statement.of(this)));
        members.put(MANIFEST, manifest(members));
        return Archive.write(members);
    }

    /// SHA-256 of the suggested policy's text.
    public Hash policyFingerprint() {
        return Hash.sha256(policyBytes().toArray());
    }

    private Octets policyBytes() {
        return Octets.of(suggestedPolicy.text().getBytes(StandardCharsets.UTF_8));
    }

    private static void put(SortedMap<String, Octets> members, String prefix, Logged logged) {
        members.put(prefix + LEAF, logged.entry());
        members.put(prefix + PROOF, Octets.of(logged.proof().bytes()));
        logged.opening().ifPresent(opening -> members.put(prefix + OPENING, opening.bytes()));
    }

    private static Octets manifest(SortedMap<String, Octets> members) {
        Json.MembersBuilder hashes = Json.members();
        members.forEach((name, content) ->
                hashes.with(name, Hash.sha256(content.toArray()).base64Url()));
        return Json.members()
                .with("format", FORMAT)
                .with("members", hashes.build())
                .build()
                .encode();
    }

    private static Crossing crossing(Step step, SortedMap<String, Octets> members) {
        String vkey = StrictText.utf8(member(members, step.prefix() + VKEY).toArray(), Fault.BUNDLE_MALFORMED);
        return new Crossing(
                step,
                EnvelopeHeader.parse(member(members, step.prefix() + ENVELOPE)),
                VerifierKey.parse(vkey.strip()),
                logged(step.prefix() + SENT, members),
                logged(step.prefix() + RECEIVED, members));
    }

    private static Logged logged(String prefix, SortedMap<String, Octets> members) {
        Octets opening = members.get(prefix + OPENING);
        return new Logged(
                member(members, prefix + LEAF),
                TlogProof.parse(member(members, prefix + PROOF).toArray()),
                opening == null ? Optional.empty() : Optional.of(Opening.parse(opening.toArray())));
    }

    private static Octets member(SortedMap<String, Octets> members, String name) {
        Octets content = members.get(name);
        if (content == null) {
            throw new LedgerException(Fault.BUNDLE_MALFORMED, "missing " + name);
        }
        return content;
    }
}
