package org.entente.console;

import java.util.List;

/// Figures of cooperation of a period, the other party's beside them, the ages of what is open.
///
/// @param isOpen false for who may not see them: the page then says who may
record CooperationPage(
        boolean isOpen,
        Form form,
        String period,
        String query,
        List<Link> months,
        Verdict verdict,
        List<Difference> differences,
        List<Side> sides,
        List<Ground> grounds,
        List<Age> ages,
        List<String> bands,
        List<InstitutionGround> institutionGrounds,
        List<Exchanged> exchanged,
        boolean maySend) {
    CooperationPage {
        months = List.copyOf(months);
        differences = List.copyOf(differences);
        sides = List.copyOf(sides);
        grounds = List.copyOf(grounds);
        ages = List.copyOf(ages);
        bands = List.copyOf(bands);
        institutionGrounds = List.copyOf(institutionGrounds);
        exchanged = List.copyOf(exchanged);
    }

    /// Whether both sides count the same, in a sentence, with what was not delivered.
    record Verdict(Mark mark, String sentence, List<String> notes) {
        Verdict {
            notes = List.copyOf(notes);
        }
    }

    record Difference(String figure, String ours, String theirs) {}

    /// What one party asked of the other.
    record Side(String title, List<Row> rows, String lapsed) {
        Side {
            rows = List.copyOf(rows);
        }
    }

    record Row(
            String type,
            String asked,
            String exercises,
            String answered,
            String refused,
            String withdrawn,
            String open,
            String heard,
            String median,
            String ninetieth) {}

    record Ground(String asker, String type, String ground, String article, String count) {}

    record Count(String band, String count) {}

    record Age(String institution, List<Count> counts, String total) {
        Age {
            counts = List.copyOf(counts);
        }
    }

    record InstitutionGround(String institution, String ground, String count) {}

    record Exchanged(String href, String period, String what, String when) {}
}
