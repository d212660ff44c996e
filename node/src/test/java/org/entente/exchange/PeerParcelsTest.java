package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entente.exchange.store.ParcelStore;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.PeerParty;
import org.entente.keys.Keyring;
import org.entente.keys.TestKeyring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes and a wire that can be cut and lied on.
class PeerParcelsTest {
    private static final int CHUNK = Limits.CHUNK_BYTES;

    @TempDir
    Path folder;

    private final TestNode us = new TestNode("US");
    private final TestNode mx = new TestNode("MX");
    private final List<String> calls = new ArrayList<>();
    private Keyring keyring;
    private Parcels sender;
    private Parcels receiver;
    private PeerParcels door;
    private UnaryOperator<PeerReply> onTheWire = UnaryOperator.identity();

    @BeforeEach
    void make() throws IOException {
        sender = mx.parcels(Files.createDirectories(folder.resolve("mx")));
        keyring = TestKeyring.in(Files.createDirectories(folder.resolve("keyring")));
        receiver = reopened();
        door = new PeerParcels((_, _, _, _) -> new PeerReply.Away("nobody"), sender, mx.clock);
    }

    @AfterEach
    void close() {
        us.close();
        mx.close();
    }

    private PeerParcels fetching() {
        return new PeerParcels(this::post, receiver, us.clock);
    }

    private PeerReply post(AgreementId agreement, String path, Bytes request, int answerBytesMax) {
        calls.add(new String(request.toArray(), StandardCharsets.UTF_8));
        PeerParty peer = new PeerParty(us.party.party(), agreement);
        PeerReply reply;
        try {
            reply = new PeerReply.Answered(200, door.serve(peer, path.substring(path.indexOf('/') + 1), request));
        } catch (EntenteException refused) {
            reply = new PeerReply.Answered(422, Bytes.of(new byte[0]));
        }
        return onTheWire.apply(reply);
    }

    private Parcels.Sealed sent(byte[] clear) {
        Parcels.Sealed sealed = sender.seal(new ByteArrayInputStream(clear));
        mx.database.run(tx -> {
            sender.keep(tx, TestParty.AGREEMENT, sealed);
            sender.offer(tx, sealed.parcel().id());
        });
        return sealed;
    }

    private void expect(Parcel parcel, ParcelKey key) {
        us.database.run(tx -> receiver.expect(tx, TestParty.AGREEMENT, List.of(new Parcels.Sealed(parcel, key))));
    }

    private Parcels.Standing standing(Parcels.Sealed sealed) {
        return us.database.in(tx -> receiver.standing(tx, sealed.parcel().id()));
    }

    private byte[] received(Parcels.Sealed sealed) throws IOException {
        try (ParcelContent opened = receiver.open(sealed.parcel().id());
                InputStream clear = opened.stream()) {
            return clear.readAllBytes();
        }
    }

    private static UnaryOperator<PeerReply> changing(UnaryOperator<byte[]> change) {
        return reply ->
                reply instanceof PeerReply.Answered answered && answered.body().sizeBytes() > 64
                        ? new PeerReply.Answered(
                                200, Bytes.of(change.apply(answered.body().toArray())))
                        : reply;
    }

    @Test
    void aParcelCrossesAndOpens() throws IOException {
        byte[] clear = ParcelsTest.invented(2 * CHUNK + 5);
        Parcels.Sealed sealed = sent(clear);
        expect(sealed.parcel(), sealed.key());
        assertEquals(new Parcels.Standing(ParcelState.AWAITED, 0, 3), standing(sealed));
        assertEquals(3, fetching().pull());
        assertEquals(new Parcels.Standing(ParcelState.COMPLETE, 3, 3), standing(sealed));
        assertArrayEquals(clear, received(sealed));
    }

    @Test
    void anEmptyFileCrosses() throws IOException {
        Parcels.Sealed sealed = sent(new byte[0]);
        expect(sealed.parcel(), sealed.key());
        fetching().pull();
        assertArrayEquals(new byte[0], received(sealed));
    }

    @Test
    void aFlippedByteIsRefusedAndItsChunkFetchedAgain() throws IOException {
        byte[] clear = ParcelsTest.invented(CHUNK + 5);
        Parcels.Sealed sealed = sent(clear);
        expect(sealed.parcel(), sealed.key());
        PeerParcels fetching = fetching();
        onTheWire = changing(bytes -> {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        });
        assertEquals(0, fetching.pull());
        onTheWire = UnaryOperator.identity();
        assertEquals(0, fetching.pull(), "it rests a while");
        us.advance(Limits.PARCEL_BACKOFF_LAST);
        assertEquals(2, fetching.pull());
        assertArrayEquals(clear, received(sealed));
    }

    @Test
    void shorterAndLongerChunksAreRefused() {
        Parcels.Sealed sealed = sent(ParcelsTest.invented(CHUNK + 5));
        expect(sealed.parcel(), sealed.key());
        PeerParcels fetching = fetching();
        for (int by : new int[] {-1, 1}) {
            onTheWire = changing(bytes -> Arrays.copyOf(bytes, bytes.length + by));
            assertEquals(0, fetching.pull());
            us.advance(Limits.PARCEL_BACKOFF_LAST);
        }
        assertEquals(ParcelState.AWAITED, standing(sealed).state());
    }

    @Test
    void aListOfHashesThatWasNotAnnouncedIsRefused() {
        Parcels.Sealed sealed = sent(ParcelsTest.invented(CHUNK + 5));
        Parcel other = new Parcel(
                sealed.parcel().id(),
                sealed.parcel().sizeBytes(),
                sealed.parcel().content(),
                Envelope.sha256(new byte[] {1}));
        expect(other, sealed.key());
        assertEquals(0, fetching().pull());
        assertEquals(1, calls.size());
    }

    @Test
    void contentOtherThanAnnouncedIsBrokenAndNothingOfItIsKept() throws IOException {
        Parcels.Sealed sealed = sent(ParcelsTest.invented(CHUNK + 5));
        Parcel lie = new Parcel(
                sealed.parcel().id(),
                sealed.parcel().sizeBytes(),
                Envelope.sha256(new byte[] {1}),
                sealed.parcel().chunks());
        expect(lie, sealed.key());
        fetching().pull();
        assertEquals(ParcelState.BROKEN, standing(sealed).state());
        assertEquals(Set.of(), receiver.files().all());
        assertEquals(
                ExchangeCode.PARCEL_NOT_HERE,
                assertThrows(EntenteException.class, () -> receiver.open(lie.id()))
                        .code());
    }

    @Test
    void aKeyThatIsNotItsKeyMakesItBroken() {
        Parcels.Sealed sealed = sent(ParcelsTest.invented(10));
        expect(sealed.parcel(), ParcelKey.fresh());
        fetching().pull();
        assertEquals(ParcelState.BROKEN, standing(sealed).state());
    }

    /// The other process knows nothing of the first but the disk; a write was torn when it died.
    @Test
    void afterAKillNoWholeChunkIsFetchedAgain() throws IOException {
        byte[] clear = ParcelsTest.invented(5 * CHUNK);
        Parcels.Sealed sealed = sent(clear);
        expect(sealed.parcel(), sealed.key());
        onTheWire = reply -> calls.size() > 4 ? new PeerReply.Away("cut") : reply;
        assertEquals(3, fetching().pull());
        assertEquals(new Parcels.Standing(ParcelState.AWAITED, 3, 5), standing(sealed));
        Files.write(receiver.files().part(sealed.parcel().id()), new byte[CHUNK / 2], StandardOpenOption.APPEND);
        calls.clear();
        onTheWire = UnaryOperator.identity();
        receiver = reopened();
        receiver.sweep();
        assertEquals(2, fetching().pull());
        assertEquals(
                List.of(
                        "{\"chunk\":3,\"parcel\":\"" + sealed.parcel().id() + "\"}",
                        "{\"chunk\":4,\"parcel\":\"" + sealed.parcel().id() + "\"}"),
                calls);
        assertArrayEquals(clear, received(sealed));
    }

    /// Killed between the file's name and the line in the table.
    @Test
    void aFileThatWasNamedAndNotNotedIsNotFetchedAgain() throws IOException {
        byte[] clear = ParcelsTest.invented(CHUNK + 1);
        Parcels.Sealed sealed = sent(clear);
        expect(sealed.parcel(), sealed.key());
        fetching().pull();
        us.database.run(tx -> new ParcelStore().move(tx, sealed.parcel().id().hex(), "COMPLETE", "AWAITED"));
        calls.clear();
        receiver = reopened();
        fetching().pull();
        assertEquals(List.of(), calls);
        assertArrayEquals(clear, received(sealed));
    }

    @Test
    void whatRottedOnTheDiskBeforeItWasWholeIsFetchedAgain() throws IOException {
        byte[] clear = ParcelsTest.invented(3 * CHUNK);
        Parcels.Sealed sealed = sent(clear);
        expect(sealed.parcel(), sealed.key());
        onTheWire = reply -> calls.size() > 3 ? new PeerReply.Away("cut") : reply;
        fetching().pull();
        Path part = receiver.files().part(sealed.parcel().id());
        byte[] lying = Files.readAllBytes(part);
        lying[7] ^= 1;
        Files.write(part, lying);
        onTheWire = UnaryOperator.identity();
        receiver = reopened();
        assertEquals(3, fetching().pull());
        assertArrayEquals(clear, received(sealed));
    }

    private Parcels reopened() {
        return new Parcels(us.database, keyring, folder.resolve("us"), us.clock);
    }

    @Test
    void whatIsGivenUpIsNotFetchedAndLeavesNothing() throws IOException {
        Parcels.Sealed sealed = sent(ParcelsTest.invented(3 * CHUNK));
        expect(sealed.parcel(), sealed.key());
        onTheWire = reply -> calls.size() > 2 ? new PeerReply.Away("cut") : reply;
        fetching().pull();
        us.database.run(tx -> receiver.giveUp(tx, sealed.parcel().id()));
        calls.clear();
        us.advance(Limits.PARCEL_BACKOFF_LAST);
        fetching().pull();
        assertEquals(List.of(), calls);
        assertEquals(Set.of(), receiver.files().all());
    }

    @Test
    void whoItWasNotSentToLearnsNothingOfIt() {
        Parcels.Sealed sealed = sent(ParcelsTest.invented(10));
        Parcels.Sealed draft = sender.seal(new ByteArrayInputStream(ParcelsTest.invented(11)));
        mx.database.run(tx -> sender.keep(tx, TestParty.AGREEMENT, draft));
        PeerParty stranger = new PeerParty(us.party.party(), new AgreementId("us-ca"));
        PeerParty peer = new PeerParty(us.party.party(), TestParty.AGREEMENT);
        Bytes none = refusal(peer, "00".repeat(16));
        assertEquals(none, refusal(stranger, sealed.parcel().id().hex()));
        assertEquals(none, refusal(peer, draft.parcel().id().hex()));
        assertFalse(
                door.serve(peer, "hashes", request(sealed.parcel().id().hex())).sizeBytes() == 0);
    }

    private static Bytes request(String id) {
        return Bytes.of(("{\"parcel\":\"" + id + "\"}").getBytes(StandardCharsets.US_ASCII));
    }

    private Bytes refusal(PeerParty peer, String id) {
        EntenteException refused = assertThrows(EntenteException.class, () -> door.serve(peer, "hashes", request(id)));
        return Bytes.of(refused.code().name().getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void anIdThatIsKnownIsNotAnnouncedTwice() {
        Parcels.Sealed sealed = sent(ParcelsTest.invented(10));
        expect(sealed.parcel(), sealed.key());
        EntenteException taken = assertThrows(EntenteException.class, () -> expect(sealed.parcel(), sealed.key()));
        assertEquals(ExchangeCode.PARCEL_TAKEN, taken.code());
    }

    @Test
    void oneKnownIdRefusesAllThatWereAnnouncedWithItBeforeAKeyIsMade() {
        Parcels.Sealed known = sent(ParcelsTest.invented(10));
        Parcels.Sealed young = sent(ParcelsTest.invented(11));
        expect(known.parcel(), known.key());
        for (List<Parcels.Sealed> announced : List.of(List.of(young, known), List.of(young, young))) {
            EntenteException taken = assertThrows(
                    EntenteException.class,
                    () -> us.database.run(tx -> receiver.expect(tx, TestParty.AGREEMENT, announced)));
            assertEquals(ExchangeCode.PARCEL_TAKEN, taken.code());
        }
        assertEquals(
                Set.of(known.parcel().id().hex()), Set.copyOf(keyring.qualifiers(org.entente.keys.KeyRole.PARCEL)));
    }

    @Test
    void aPeerAnnouncesNoMoreThanItsBytes() {
        Parcels.Sealed sealed = sent(ParcelsTest.invented(10));
        for (int i = 0; i < Limits.AWAITED_BYTES / Limits.PARCEL_BYTES; i++) {
            expect(named(sealed.parcel(), Limits.PARCEL_BYTES), sealed.key());
        }
        EntenteException refused =
                assertThrows(EntenteException.class, () -> expect(named(sealed.parcel(), 1), sealed.key()));
        assertEquals(ExchangeCode.PARCEL_AWAITED, refused.code());
    }

    private static Parcel named(Parcel as, long sizeBytes) {
        ParcelId id = new ParcelId(org.entente.kernel.Ids.random128().hex());
        return new Parcel(id, sizeBytes, as.content(), as.chunks());
    }

    @Test
    void aPeerThatIsAwayIsAskedOnceATurn() {
        for (int i = 0; i < 3; i++) {
            Parcels.Sealed sealed = sent(ParcelsTest.invented(10 + i));
            expect(sealed.parcel(), sealed.key());
        }
        onTheWire = _ -> new PeerReply.Away("no road");
        assertEquals(0, fetching().pull());
        assertEquals(1, calls.size());
    }
}
