package org.entente.ask;

import java.util.List;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.agreement.Measure;
import org.entente.kernel.UnfitValueException;

/// What a request asks for: a measure of the agreement's pack, which is also the word on the wire. The pack, and no
/// class, says what a type is.
public record RequestType(String measure) {
    public RequestType {
        if (!measure.matches("[a-z][a-z0-9-]{0,59}")) {
            throw new UnfitValueException(
                    "a type of request is a word such as firearm-trace",
                    "un tipo de solicitud es una palabra como firearm-trace");
        }
    }

    public static List<RequestType> all(Agreement agreement) {
        return agreement.requests().stream()
                .map(Measure::key)
                .map(RequestType::new)
                .toList();
    }

    /// The type of that word, if the agreement lets it be asked by request.
    public static Optional<RequestType> of(Agreement agreement, String word) {
        return all(agreement).stream().filter(type -> type.measure.equals(word)).findFirst();
    }
}
