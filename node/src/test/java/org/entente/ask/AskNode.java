package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.access.Roll;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.ShippedPack;
import org.entente.exchange.Desk;
import org.entente.exchange.ProvingNode;
import org.entente.exchange.Pseudonyms;
import org.entente.exchange.TestParty;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Role;
import org.entente.keys.TestKeyring;
import org.entente.ledger.leaf.Leaf;
import org.entente.prove.LogKind;
import org.entente.prove.LogWatch;
import org.entente.prove.NodeLedger;
import org.entente.release.Releases;
import org.jspecify.annotations.Nullable;

/// One party's ASK and RELEASE in a node with a database of its own and both logs on disk, cosigned by the other's
/// witness. Nothing is replaced but the wire, which is a call.
final class AskNode implements AutoCloseable {
    final ProvingNode node;
    final Officer officer;
    final Officer lawyer;
    private final Path releaseKeys;
    private final Path parcels;
    private @Nullable Casework casework;
    private @Nullable Releases releases;
    private @Nullable LogWatch watch;
    /// Of the last envelope sent.
    private long sequence;
    /// Requests opened since the last look at the log.
    private int openedCount;

    AskNode(String code, Path parent) throws IOException {
        releaseKeys = Files.createDirectory(parent.resolve(code + "-release"));
        parcels = Files.createDirectory(parent.resolve(code + "-parcels"));
        node = new ProvingNode(code, parent, this::desks);
        officer = officer(Role.CASE_OFFICER);
        lawyer = officer(Role.LAWYER);
    }

    /// Each knows the other, and what the pairing left in the logs is passed over.
    static void pair(AskNode one, AskNode other) {
        one.node.party.packHash = ShippedPack.read().packHash();
        other.node.party.packHash = one.node.party.packHash;
        ProvingNode.pair(one.node, other.node);
        one.watch = one.watching();
        other.watch = other.watching();
    }

    private LogWatch watching() {
        return new LogWatch(node.ledger, TestParty.AGREEMENT, node.database);
    }

    private List<Desk> desks(ProvingNode made) {
        Access access = new Access(Mandates.none(), made.clock());
        Agreements laws = new Agreements(List.of(ShippedPack.read()));
        Releases own = new Releases(
                new org.entente.release.Surroundings(
                        made.database,
                        access,
                        laws,
                        made.ledger,
                        (_, _, _) -> List.of(),
                        new org.entente.release.ExchangePost(made.outbox, () -> made.inbox),
                        made.clock()),
                TestKeyring.in(releaseKeys));
        Casework asking = new Casework(new Surroundings(
                made.database,
                access,
                laws,
                made.ledger,
                new ExchangePost(made.outbox, () -> made.inbox, new Pseudonyms(made.party)),
                new ReleaseAnswering(own),
                Roll.none(),
                made.clock(),
                made.parcels(parcels)));
        releases = own;
        casework = asking;
        return List.of(asking.desk(), own.desk());
    }

    private Officer officer(Role role) {
        String prefix = node.party.party().code().toLowerCase(Locale.ROOT);
        return new Officer(
                new OfficerId(
                        prefix + "-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                node.party.party(),
                new InstitutionId(prefix + "-central-authority"),
                "Demonstration officer",
                Set.of(role));
    }

    Casework casework() {
        return Objects.requireNonNull(casework);
    }

    Releases releases() {
        return Objects.requireNonNull(releases);
    }

    /// As the officer opens it, which is a duty of the log too.
    RequestDetail request(RequestNumber number) {
        openedCount++;
        return casework().request(officer, number);
    }

    /// Carries across what this side has said, and looks at all four logs: on this side the words as sent, on the other
    /// the same envelopes as received, in the order and under the numbers in which they were sent; of each side the
    /// duties, and nothing else; all of it under the log's newest checkpoint.
    void said(AskNode to, List<String> words, List<String> duties, List<String> theirDuties)
            throws InterruptedException {
        node.deliver();
        List<NodeLedger.Entry> sent = watch().news(LogKind.EXCHANGE);
        List<NodeLedger.Entry> received = to.watch().news(LogKind.EXCHANGE);
        assertEquals(words, types(sent));
        assertEquals(words, types(received));
        for (int i = 0; i < words.size(); i++) {
            Leaf.Exchange out = LogWatch.crossing(sent.get(i));
            Leaf.Exchange in = LogWatch.crossing(received.get(i));
            assertEquals(Leaf.Direction.SENT, out.direction());
            assertEquals(Leaf.Direction.RECEIVED, in.direction());
            assertEquals(to.node.party.party().code(), out.peer());
            assertEquals(node.party.party().code(), in.peer());
            assertEquals(out.messageId(), in.messageId());
            assertEquals(out.envelope(), in.envelope());
            assertEquals(out.sequence(), in.sequence());
            assertEquals(++sequence, out.sequence());
        }
        didItsDuties(duties);
        to.didItsDuties(theirDuties);
    }

    /// Nothing more was said or done, and the other side cosigned all of it.
    void ends(AskNode with) throws InterruptedException {
        said(with, List.of(), List.of(), List.of());
        watch().awaitCosigned();
        with.watch().awaitCosigned();
    }

    /// What was left of an earlier story is no part of the next.
    void begin() {
        openedCount = 0;
        sequence += watch().news(LogKind.EXCHANGE).stream()
                .filter(entry -> LogWatch.crossing(entry).direction() == Leaf.Direction.SENT)
                .count();
        watch().news(LogKind.DUTY);
    }

    /// And opened what it opened before.
    private void didItsDuties(List<String> duties) {
        List<String> expected = new ArrayList<>(Collections.nCopies(openedCount, "ask.opened"));
        expected.addAll(duties);
        openedCount = 0;
        assertEquals(expected, types(watch().news(LogKind.DUTY)));
    }

    private static List<String> types(List<NodeLedger.Entry> entries) {
        return entries.stream().map(entry -> entry.type().orElse("(destroyed)")).toList();
    }

    private LogWatch watch() {
        return Objects.requireNonNull(watch);
    }

    @Override
    public void close() {
        node.close();
    }
}
