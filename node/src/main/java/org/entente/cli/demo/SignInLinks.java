package org.entente.cli.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.cli.Home;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.kernel.Party;
import tools.jackson.databind.JsonNode;

/// Single-use links, valid 15 minutes, for the four people a side who work in the console. Issued by the side's own
/// operator, as in service.
final class SignInLinks {
    static final List<Party> PARTIES = List.of(new Party("US"), new Party("MX"));
    private static final List<Person> PEOPLE = List.of(Person.ANALYST, Person.OFFICER, Person.LAWYER, Person.AUDITOR);

    private final Path data;
    private final Narrator narrator;

    SignInLinks(Path data, Narrator narrator) {
        this.data = data;
        this.narrator = narrator;
    }

    void print() {
        for (Party party : PARTIES) {
            Home home = new Home(homeOf(data, party));
            NodeClient operator = home.client(Person.OPERATOR_1.accountAt(party));
            narrator.say("links.party", party, home.address());
            for (Person person : PEOPLE) {
                JsonNode link = operator.post("/v1/sign-in-links", Map.of("officer", person.accountAt(party)));
                narrator.say(
                        "links.person",
                        person.accountAt(party),
                        link.path("url").asString());
            }
        }
        narrator.say("links.valid");
    }

    static Path homeOf(Path data, Party party) {
        return data.resolve(party.code().toLowerCase(Locale.ROOT));
    }
}
