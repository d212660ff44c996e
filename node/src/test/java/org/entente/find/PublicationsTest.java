package org.entente.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.match.IdentifierType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationsTest {
    private TwoNodes nodes;
    private OwnKeys keys;
    private Publications publications;
    private Officer operator;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        nodes = new TwoNodes(folder);
        keys = new OwnKeys(nodes.mx.parts);
        publications = publications();
        operator = nodes.mx.officer(Role.OPERATOR);
    }

    @AfterEach
    void stop() {
        publications.close();
        keys.close();
        nodes.close();
    }

    @Test
    void aRunningPublicationTellsHowFarItIsAndNoOtherBegins() throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        nodes.mx.source.onRead = () -> {
            read.countDown();
            await(mayGoOn);
        };

        Publication begun = publications.begin(operator, TestNode.AGREEMENT, TestNode.PURPOSE);
        assertTrue(read.await(10, TimeUnit.SECONDS));

        assertEquals(Publication.State.RUNNING, begun.state());
        assertEquals(Publication.State.RUNNING, standing(begun.id()).state());
        assertEquals(2, begun.entryTotal(), "two taxpayers are held");
        assertEquals(0, begun.entryDone());
        TwoNodes.assertCode(
                FindCode.FIND_PUBLICATION_RUNNING,
                () -> publications.begin(operator, TestNode.AGREEMENT, TestNode.PURPOSE));
        mayGoOn.countDown();
        Publication done = ended(begun.id());
        assertEquals(Publication.State.DONE, done.state());
        assertEquals(done.setTotal(), done.setDone());
        assertEquals(2, done.entryDone());
    }

    @Test
    void anInterruptedPublicationGoesOnBehindTheLastSetThatWasAnnounced() throws IOException {
        nodes.mx.source.holds(IdentifierType.CURP, "INVX000101HDFAAA00", "m3", EvidentialStatus.LISTED);
        AtomicInteger readCount = new AtomicInteger();
        nodes.mx.source.onRead = () -> {
            if (readCount.incrementAndGet() == 3) {
                publications.close();
            }
        };
        assertThrows(
                CancellationException.class,
                () -> publications.publish(operator, TestNode.AGREEMENT, TestNode.PURPOSE));
        Publications later = publications();
        Publication left = later.all(TestNode.AGREEMENT).getFirst();
        assertEquals(Publication.State.INTERRUPTED, left.state());
        List<Bytes> before = announced();
        assertTrue(before.size() >= 2 && before.size() < left.setTotal());
        assertEquals(before.size(), left.setDone());

        Publication done = later.publish(operator, TestNode.AGREEMENT, TestNode.PURPOSE);

        assertEquals(left.id(), done.id());
        assertEquals(Publication.State.DONE, done.state());
        assertEquals(done.setTotal(), announced().size(), "none was made twice");
        assertTrue(announced().containsAll(before));
        assertEquals(1, later.all(TestNode.AGREEMENT).size());
        assertEquals(files(announced()), ownFiles());
        assertTrue(announced().containsAll(nodes.mx.source.setsWithHandles()), "no handle of a set nobody was told of");
        nodes.advance(Duration.ofSeconds(1));
        Publication next = later.publish(operator, TestNode.AGREEMENT, TestNode.PURPOSE);
        assertEquals(2 * done.setTotal(), announced().size(), "after one that is done, a new epoch of each");
        assertEquals(next.id(), later.all(TestNode.AGREEMENT).getFirst().id());
    }

    @Test
    void aPublicationThatFailsSaysWhyAndLeavesNeitherHandlesNorFiles() throws IOException {
        AtomicInteger readCount = new AtomicInteger();
        nodes.mx.source.onRead = () -> {
            if (readCount.incrementAndGet() == 2) {
                throw new IllegalStateException("a fault of ours");
            }
        };
        assertThrows(
                IllegalStateException.class,
                () -> publications.publish(operator, TestNode.AGREEMENT, TestNode.PURPOSE));

        Publication failed = publications.all(TestNode.AGREEMENT).getFirst();
        assertEquals(Publication.State.FAILED, failed.state());
        assertEquals(FindCode.FIND_PUBLICATION_FAILED.name(), failed.failure());
        assertEquals(1, failed.setDone());
        nodes.mx.source.onRead = () -> {};
        Publication again = publications.publish(operator, TestNode.AGREEMENT, TestNode.PURPOSE);
        assertEquals(Publication.State.DONE, again.state());
        assertEquals(files(announced()), ownFiles());
    }

    @Test
    void aPurposeThatTheAgreementOpensNothingToIsRefused() {
        TwoNodes.assertCode(
                FindCode.FIND_PURPOSE_CLOSED,
                () -> publications.begin(operator, TestNode.AGREEMENT, new Purpose("no-such-purpose")));
        assertEquals(List.of(), publications.all(TestNode.AGREEMENT));
    }

    @Test
    void onlyOperatorsSeePublications() {
        Publication done = nodes.mx.discovery.publish(operator, TestNode.AGREEMENT, TestNode.PURPOSE);
        for (Role role : List.of(Role.ANALYST, Role.CASE_OFFICER, Role.LAWYER, Role.AUDITOR)) {
            Officer other = nodes.mx.officer(role);
            assertThrows(EntenteException.class, () -> nodes.mx.discovery.publications(other, TestNode.AGREEMENT));
            assertThrows(
                    EntenteException.class, () -> nodes.mx.discovery.publication(other, TestNode.AGREEMENT, done.id()));
        }
        TwoNodes.assertCode(
                FindCode.FIND_PUBLICATION_UNKNOWN,
                () -> nodes.mx.discovery.publication(operator, TestNode.AGREEMENT, UUID.randomUUID()));
    }

    private Publications publications() {
        return new Publications(nodes.mx.parts, new Publisher(nodes.mx.parts, keys));
    }

    private Publication standing(UUID id) {
        return publications.find(TestNode.AGREEMENT, id).orElseThrow();
    }

    private Publication ended(UUID id) throws InterruptedException {
        long last = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (standing(id).state() == Publication.State.RUNNING && System.nanoTime() < last) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return standing(id);
    }

    private List<Bytes> announced() {
        return nodes.mx.discovery.sets(operator, TestNode.AGREEMENT).stream()
                .map(PublishedSet::setId)
                .toList();
    }

    private Set<String> files(List<Bytes> sets) {
        return sets.stream()
                .map(id -> Publisher.file(nodes.mx.parts.folder(), id)
                        .getFileName()
                        .toString())
                .collect(Collectors.toSet());
    }

    private Set<String> ownFiles() throws IOException {
        try (var files = Files.list(nodes.mx.parts.folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("own-"))
                    .collect(Collectors.toSet());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
