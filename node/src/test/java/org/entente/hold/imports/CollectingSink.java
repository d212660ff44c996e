package org.entente.hold.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.hold.Property;

/// Keeps everything an importer gives.
final class CollectingSink implements DraftSink {
    final List<Draft> drafts = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<String> rejectedLocators = new ArrayList<>();
    int rowCount;

    static CollectingSink read(String profile, Map<String, Path> files) {
        CollectingSink sink = new CollectingSink();
        try {
            Importer.of(Profile.shipped(profile))
                    .read(new SourceFiles(files), LocalDate.of(2026, 11, 1), Held.nothing(), sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }

    @Override
    public void draft(Draft draft) {
        drafts.add(draft);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void rejected(Finding finding, String locator) {
        findings.add(finding);
        rejectedLocators.add(locator);
    }

    @Override
    public void rowRead() {
        rowCount++;
    }

    List<Draft.Said> said(Property property) {
        return drafts.stream()
                .flatMap(draft -> draft.facets().stream())
                .flatMap(facet -> facet.statements().stream())
                .filter(said -> said.property() == property)
                .toList();
    }

    Set<String> canonical(Property property) {
        return said(property).stream()
                .filter(said -> said.canonical() != null)
                .map(Draft.Said::canonical)
                .collect(Collectors.toSet());
    }

    /// Every row is taken, rejected or an orphan.
    long accountedRowCount() {
        return drafts.stream().mapToLong(Draft::rowCount).sum()
                + findings.stream()
                        .filter(finding -> finding.reason().outcome() != Finding.Outcome.NOTED)
                        .count();
    }

    long found(Finding.Reason reason) {
        return findings.stream().filter(finding -> finding.reason() == reason).count();
    }
}
