package org.entente.console;

import java.util.List;

/// One dossier: facets, each a table of statements with their source on the same line.
record SubjectPage(
        String id,
        String name,
        String kind,
        List<Mark> marks,
        List<String> banners,
        List<Facet> facets,
        List<LinkRow> links,
        List<Joined> joined,
        List<JudgedView> judged,
        List<Link> actions) {
    /// What one source says together.
    record Facet(String title, List<Row> rows) {
        Facet {
            rows = List.copyOf(rows);
        }
    }

    /// One statement. `source` names source, locator and date; `terms` basis, evaluation and last day held.
    record Row(String property, String value, String source, String caution, String terms, List<Mark> marks) {
        Row {
            marks = List.copyOf(marks);
        }
    }

    /// `status` is that of the subject named, where the source lists it.
    record LinkRow(String kind, String name, String href, List<Mark> status, String source) {
        LinkRow {
            status = List.copyOf(status);
        }
    }

    /// Another record of the same subject, with its own source and status; `note` says what a join by machine does not
    /// allow, empty where a person confirmed it.
    record Joined(String name, String href, String source, List<Mark> marks, String note, List<Facet> facets) {
        Joined {
            marks = List.copyOf(marks);
            facets = List.copyOf(facets);
        }
    }

    SubjectPage {
        joined = List.copyOf(joined);
        judged = List.copyOf(judged);
        marks = List.copyOf(marks);
        banners = List.copyOf(banners);
        facets = List.copyOf(facets);
        links = List.copyOf(links);
        actions = List.copyOf(actions);
    }
}
