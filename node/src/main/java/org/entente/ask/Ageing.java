package org.entente.ask;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.kernel.InstitutionId;

/// How long requests have been open, by the institution that was asked, and on which ground those of a period were
/// refused there. Counted from what crossed: where both nodes know the same words, both have the same.
///
/// @param open by institution
/// @param refused by institution and ground
public record Ageing(Instant at, List<Open> open, List<Refused> refused) {
    public Ageing {
        open = List.copyOf(open);
        refused = List.copyOf(refused);
    }

    /// Whole days since a request was sent.
    public enum Band {
        UP_TO_7(7),
        UP_TO_30(30),
        UP_TO_60(60),
        UP_TO_90(90),
        OVER_90(Long.MAX_VALUE);

        private final long daysMax;

        Band(long daysMax) {
            this.daysMax = daysMax;
        }

        static Band of(long days) {
            return Arrays.stream(values())
                    .filter(band -> days <= band.daysMax)
                    .findFirst()
                    .orElse(OVER_90);
        }

        /// As the API writes it: `up-to-7`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Open requests to an institution, by band.
    public record Open(InstitutionId institution, Map<Band, Long> counts) {
        public Open {
            counts = Map.copyOf(counts);
        }

        public long count(Band band) {
            return counts.getOrDefault(band, 0L);
        }

        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public record Refused(InstitutionId institution, String ground, long count) {}

    static Ageing of(Instant at, Collection<AskedRequest> open, Collection<AskedRequest> ofPeriod) {
        Map<String, Map<Band, Long>> bands = open.stream()
                .collect(Collectors.groupingBy(
                        one -> one.subject().to().value(),
                        TreeMap::new,
                        Collectors.groupingBy(one -> band(one, at), Collectors.counting())));
        Map<String, Map<String, Long>> grounds = new TreeMap<>();
        for (AskedRequest one : ofPeriod) {
            Crossing end = one.end();
            Crossing.Stated stated = end == null ? null : end.refusal();
            if (stated != null) {
                grounds.computeIfAbsent(one.subject().to().value(), _ -> new TreeMap<>())
                        .merge(stated.ground(), 1L, Long::sum);
            }
        }
        return new Ageing(
                at,
                bands.entrySet().stream()
                        .map(one -> new Open(new InstitutionId(one.getKey()), one.getValue()))
                        .toList(),
                grounds.entrySet().stream()
                        .flatMap(one -> one.getValue().entrySet().stream()
                                .map(ground -> new Refused(
                                        new InstitutionId(one.getKey()), ground.getKey(), ground.getValue())))
                        .sorted(Comparator.comparing((Refused refused) ->
                                        refused.institution().value())
                                .thenComparing(Refused::ground))
                        .toList());
    }

    private static Band band(AskedRequest one, Instant at) {
        return Band.of(Math.max(0, Duration.between(one.asked(), at).toDays()));
    }
}
