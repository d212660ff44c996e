package org.entente.agreement.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.agreement.Article;
import org.entente.agreement.ContactDuty;
import org.entente.agreement.clock.LegalClock;
import org.entente.kernel.Party;

/// The part of the schema about reports of contacts: `contact-reports` of `agreement.yaml`.
record ContactReading(Map<String, LegalClock> clocks, Map<String, Article> articles) {
    ContactReading(List<LegalClock> clocks, Map<String, Article> articles) {
        this(PackReader.by(clocks, LegalClock::key), articles);
    }

    /// Empty where the pack has no such list.
    List<ContactDuty> read(Node head, String key) {
        return head.find(key).isEmpty()
                ? List.of()
                : head.eachOnce(key, this::duty, duty -> duty.party().code());
    }

    private ContactDuty duty(Node node) {
        node.only("party", "clock", "recipients", "leave-for", "article");
        return new ContactDuty(
                new Party(node.at("party").text("[A-Z]{2}", "MX")),
                node.at("clock").declared(clocks, PackFiles.CLOCKS).key(),
                node.each("recipients", Node::bilingual),
                Set.copyOf(node.each("leave-for", kind -> kind.among(ContactDuty.KINDS, word -> word))),
                node.at("article").declared(articles, PackFiles.INSTRUMENTS).basis());
    }
}
