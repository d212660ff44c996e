package org.entente.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.entente.db.Tx;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;

/// Opens what arrives and keeps it in a table of the test, in the transaction it is given.
final class RecordingDesk implements Desk {
    @Nullable
    Inbox inbox;
    /// Thrown after the effect, to show that the effect is undone.
    volatile @Nullable RuntimeException failure;

    @Override
    public Set<String> types() {
        return Set.of("ask.request", "release.sealed");
    }

    @Override
    public void receive(Tx tx, Arrival arrival) {
        Inbox opened = java.util.Objects.requireNonNull(inbox);
        String body = new String(opened.open(tx, arrival.id(), arrival.to()).toArray(), StandardCharsets.UTF_8);
        tx.dsl().execute("create table if not exists public.effect (number bigserial, body text)");
        tx.dsl().execute("insert into public.effect (body) values (?)", body);
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }

    static EntenteException refusalOf(String fact) {
        return new EntenteException(org.entente.kernel.json.JsonCode.JSON_MEMBER_WRONG, fact);
    }

    /// The effects so far, oldest first.
    static List<String> effects(TestNode node) {
        return node.database.in(tx -> {
            tx.dsl().execute("create table if not exists public.effect (number bigserial, body text)");
            return tx.dsl()
                    .fetch("select body from public.effect order by number")
                    .map(row -> row.get(0, String.class));
        });
    }
}
