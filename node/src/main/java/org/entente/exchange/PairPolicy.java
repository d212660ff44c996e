package org.entente.exchange;

import static java.util.Comparator.comparing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.ledger.checkpoint.Policy;
import org.entente.ledger.note.VerifierKey;

/// Under which keys a third person may believe this pair: both EXCHANGE logs, both witnesses, any one of them as
/// quorum. A check of a bundle counts only the witness of the other party, so for each log that one is the other's.
/// Both nodes make the same text.
final class PairPolicy {
    private static final String QUORUM = "either";

    private PairPolicy() {}

    static Policy of(PartyFile one, PartyFile other) {
        List<PartyFile> parties = Stream.of(one, other)
                .sorted(comparing(file -> file.party().code()))
                .toList();
        Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
        parties.forEach(file -> witnesses.put(file.party().code(), file.witness()));
        Policy.Group either = new Policy.Group(QUORUM, 1, List.copyOf(witnesses.keySet()));
        List<VerifierKey> logs = parties.stream().map(PartyFile::exchangeLog).toList();
        return new Policy(logs, witnesses, List.of(either), QUORUM);
    }
}
