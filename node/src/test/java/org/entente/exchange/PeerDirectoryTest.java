package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.entente.access.AccessCode;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Role;
import org.entente.prove.Leaf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeerDirectoryTest {
    private final TestNode us = new TestNode("US");
    private final TestNode mx = new TestNode("MX");
    private final Bytes file = mx.directory.exportPartyFile(mx.party.operator(1), TestParty.AGREEMENT);
    private final String fingerprint = PartyFile.fingerprint(file);

    @AfterEach
    void close() {
        us.close();
        mx.close();
    }

    @Test
    void twoOfficersWithTheFingerprintPinThePeer() {
        us.directory.propose(us.party.operator(1), file, fingerprint.toUpperCase(java.util.Locale.ROOT));
        assertTrue(us.directory.peer(TestParty.AGREEMENT).isEmpty());
        us.directory.confirm(us.party.operator(2), TestParty.AGREEMENT, fingerprint.replace("-", " "));
        assertEquals(
                mx.party.partyFile(TestParty.AGREEMENT),
                us.directory.require(TestParty.AGREEMENT).file());
        assertTrue(us.directory.byCertificate(mx.party.certificate.toArray()).isPresent());
        assertFalse(us.directory.byCertificate(us.party.certificate.toArray()).isPresent());
        assertEquals(
                mx.party.signing.get(mx.party.centralAuthority()),
                us.directory.signingKey(TestParty.AGREEMENT, mx.party.centralAuthority()));
        assertEquals(
                java.util.List.of("exchange.pin-proposed", "exchange.pin-confirmed"),
                us.ledger.leaves().stream()
                        .map(leaf -> ((Leaf.Duty) leaf).type())
                        .toList());
    }

    @Test
    void oneOfficerAloneCannotPin() {
        us.directory.propose(us.party.operator(1), file, fingerprint);
        assertRefused(
                ExchangeCode.PIN_SAME_OFFICER,
                () -> us.directory.confirm(us.party.operator(1), TestParty.AGREEMENT, fingerprint));
        assertTrue(us.directory.peer(TestParty.AGREEMENT).isEmpty());
    }

    @Test
    void aWrongFingerprintPinsNothing() {
        String wrong = (fingerprint.startsWith("0") ? "1" : "0") + fingerprint.substring(1);
        assertRefused(
                ExchangeCode.PARTY_FILE_FINGERPRINT, () -> us.directory.propose(us.party.operator(1), file, wrong));
        us.directory.propose(us.party.operator(1), file, fingerprint);
        assertRefused(
                ExchangeCode.PARTY_FILE_FINGERPRINT,
                () -> us.directory.confirm(us.party.operator(2), TestParty.AGREEMENT, wrong));
    }

    @Test
    void onlyOperatorsExportAndPin() {
        Officer analyst = new Officer(
                new OfficerId("us-analyst"), us.party.party(), us.party.centralAuthority(), "A", Set.of(Role.ANALYST));
        assertRefused(AccessCode.ACCESS_DENIED, () -> us.directory.propose(analyst, file, fingerprint));
        assertRefused(AccessCode.ACCESS_DENIED, () -> us.directory.confirm(analyst, TestParty.AGREEMENT, fingerprint));
        assertRefused(AccessCode.ACCESS_DENIED, () -> us.directory.exportPartyFile(analyst, TestParty.AGREEMENT));
    }

    @Test
    void ownFileAndForeignPackAreRefused() {
        Bytes own = us.directory.exportPartyFile(us.party.operator(1), TestParty.AGREEMENT);
        assertRefused(
                ExchangeCode.PARTY_FILE_OWN,
                () -> us.directory.propose(us.party.operator(1), own, PartyFile.fingerprint(own)));
        mx.party.packHash = Ids.random256();
        Bytes foreign = mx.directory.exportPartyFile(mx.party.operator(1), TestParty.AGREEMENT);
        assertRefused(
                ExchangeCode.PARTY_FILE_PACK,
                () -> us.directory.propose(us.party.operator(1), foreign, PartyFile.fingerprint(foreign)));
    }

    @Test
    void aNewPinTakesTheOldOnesPlaceOnlyWhenConfirmed() {
        TestNode.pair(us, mx);
        Bytes before = us.directory.require(TestParty.AGREEMENT).file().certificate();
        mx.party.certificate = Ids.random256();
        Bytes next = mx.directory.exportPartyFile(mx.party.operator(1), TestParty.AGREEMENT);
        us.directory.propose(us.party.operator(2), next, PartyFile.fingerprint(next));
        assertEquals(before, us.directory.require(TestParty.AGREEMENT).file().certificate());
        us.directory.confirm(us.party.operator(1), TestParty.AGREEMENT, PartyFile.fingerprint(next));
        assertEquals(
                mx.party.certificate,
                us.directory.require(TestParty.AGREEMENT).file().certificate());
        assertTrue(us.directory.proposals(us.party.operator(1)).isEmpty());
    }

    @Test
    void aPinOutlivesARestart() {
        TestNode.pair(us, mx);
        var again = new PeerDirectory(
                us.database,
                new org.entente.access.Access(org.entente.access.Mandates.none(), us.clock),
                us.ledger,
                us.party,
                us.clock);
        assertEquals(us.directory.require(TestParty.AGREEMENT), again.require(TestParty.AGREEMENT));
    }

    @Test
    void everyFlippedBitOfAPartyFileIsRefused() {
        byte[] bytes = file.toArray();
        for (int i = 0; i < bytes.length; i++) {
            byte[] mangled = bytes.clone();
            mangled[i] ^= (byte) (1 << (i % 8));
            assertRefused(ExchangeCode.PARTY_FILE_MALFORMED, () -> PartyFile.parse(Bytes.of(mangled)));
        }
    }

    private static void assertRefused(org.entente.kernel.Code code, org.junit.jupiter.api.function.Executable work) {
        assertEquals(code, assertThrows(EntenteException.class, work).code());
    }
}
