package org.entente.cli.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.entente.cli.NodeClient;
import org.entente.kernel.Party;

/// One side of the demonstration: its node and the people signed in there. The storyteller holds nothing else: what it
/// cannot do as one of these people it cannot do.
final class DemoParty {
    /// The six people of a demonstration node, by the last part of their account name.
    enum Person {
        ANALYST("analyst"),
        OFFICER("officer"),
        LAWYER("lawyer"),
        AUDITOR("auditor"),
        OPERATOR_1("operator-1"),
        OPERATOR_2("operator-2");

        private final String suffix;

        Person(String suffix) {
            this.suffix = suffix;
        }

        String accountAt(Party party) {
            return party.code().toLowerCase(java.util.Locale.ROOT) + "-" + suffix;
        }
    }

    private final Party party;
    private final Path home;
    private final Map<Person, NodeClient> signedIn;

    DemoParty(Party party, Path home, Map<Person, NodeClient> signedIn) {
        this.party = party;
        this.home = home;
        this.signedIn = Map.copyOf(signedIn);
    }

    Party party() {
        return party;
    }

    Path home() {
        return home;
    }

    NodeClient as(Person person) {
        return Optional.ofNullable(signedIn.get(person)).orElseThrow();
    }
}
