package org.entente.api;

import java.util.UUID;
import org.entente.find.Discovery;
import org.entente.find.FindCode;
import org.entente.find.Publication;
import org.entente.find.PublishedSet;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What either party lets the other ask about blindly. A publication runs on a thread of its own and goes on where it
/// stood when it is ordered again.
@RestController
public class DiscoveryApi {
    public record PublicationOrder(String purpose) {}

    /// An entry is a value of one record; padding is not counted. `explained` says the state in words, with what to do.
    public record PublicationView(
            String id,
            String purpose,
            String officer,
            String started,
            @Nullable String ended,
            String state,
            @Nullable String failure,
            Bilingual explained,
            int setsDone,
            int sets,
            long done,
            long total,
            long ratePerSecond,
            long secondsLeft) {
        static PublicationView of(Publication publication) {
            return new PublicationView(
                    publication.id().toString(),
                    publication.purpose().code(),
                    publication.officer().value(),
                    publication.started().toString(),
                    publication.ended() == null ? null : publication.ended().toString(),
                    Items.word(publication.state()),
                    publication.failure(),
                    publication.explained(),
                    publication.setDone(),
                    publication.setTotal(),
                    publication.entryDone(),
                    publication.entryTotal(),
                    publication.ratePerSecond(),
                    publication.left().toSeconds());
        }
    }

    public record SetView(
            String direction,
            String keyType,
            String purpose,
            int epoch,
            int paddedCount,
            String setId,
            String publicKey,
            String published,
            String state) {
        static SetView of(PublishedSet set) {
            return new SetView(
                    Items.word(set.direction()),
                    set.keyType(),
                    set.purpose().code(),
                    set.epoch(),
                    set.entryCount(),
                    set.setId().hex(),
                    set.publicKey().hex(),
                    set.published().toString(),
                    Items.word(set.state()));
        }
    }

    private final Discovery discovery;
    private final AgreementId agreement;

    public DiscoveryApi(Discovery discovery, AgreementId agreement) {
        this.discovery = discovery;
        this.agreement = agreement;
    }

    @PostMapping("/v1/discovery/publications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PublicationView publish(@AuthenticationPrincipal Officer officer, @RequestBody PublicationOrder order) {
        return PublicationView.of(
                discovery.beginPublication(officer, agreement, Words.purpose("purpose", order.purpose())));
    }

    @GetMapping("/v1/discovery/publications")
    Items<PublicationView> publications(@AuthenticationPrincipal Officer officer) {
        return new Items<>(discovery.publications(officer, agreement).stream()
                .map(PublicationView::of)
                .toList());
    }

    @GetMapping("/v1/discovery/publications/{id}")
    PublicationView publication(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return PublicationView.of(discovery.publication(officer, agreement, parse(id)));
    }

    @GetMapping("/v1/discovery/sets")
    Items<SetView> sets(@AuthenticationPrincipal Officer officer) {
        return new Items<>(
                discovery.sets(officer, agreement).stream().map(SetView::of).toList());
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new EntenteException(FindCode.FIND_PUBLICATION_UNKNOWN, e);
        }
    }
}
