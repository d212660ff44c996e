package org.entente.ask;

import java.util.List;
import java.util.Set;
import org.entente.agreement.Course;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Ground;
import org.entente.agreement.Institution;
import org.entente.agreement.Ruling;
import org.entente.release.ReleaseId;
import org.jspecify.annotations.Nullable;

/// All a person of this party may see of a request. `ruling` is this side's, with the facts known now;
/// `openFacts` the questions this side's lawyer still has to answer; `grounds` those open for a
/// refusal, on the asked side, `consulted` the keys of those the sides consulted on; `milestones` those
/// this side may tell now, `unsettled` those that were told and began what is not over; `authorities`
/// the other institutions of the asked side that it may be given to. `parts` is what was answered or
/// refused in part, `releases` all that answered it, `changes` what its text says otherwise since it was
/// sent back. `checkers` are the labels of who found its basis good last, and for whom; `attachments` its files and how
/// far each is here, `assistance` its counsel and interpreters, `papers` the documents there are of it. `revision`
/// grows with every change of its text and every
/// supplement.
public record RequestDetail(
        Filed filed,
        RequestSummary summary,
        RequestDocument document,
        Ruling ruling,
        List<FactTerm> openFacts,
        List<Ground> grounds,
        Set<String> consulted,
        List<Course.Milestone> milestones,
        List<Course.Milestone> unsettled,
        List<Institution> authorities,
        List<Part> parts,
        Set<ReleaseId> releases,
        List<Change> changes,
        int revision,
        Set<String> checkers,
        Post.@Nullable Progress progress,
        List<AttachedFile> attachments,
        List<RecordedAssistance> assistance,
        List<PaperKind> papers,
        List<HistoryEntry> history) {
    public RequestDetail {
        openFacts = List.copyOf(openFacts);
        grounds = List.copyOf(grounds);
        consulted = Set.copyOf(consulted);
        milestones = List.copyOf(milestones);
        unsettled = List.copyOf(unsettled);
        authorities = List.copyOf(authorities);
        parts = List.copyOf(parts);
        releases = Set.copyOf(releases);
        changes = List.copyOf(changes);
        attachments = List.copyOf(attachments);
        assistance = List.copyOf(assistance);
        checkers = Set.copyOf(checkers);
        papers = List.copyOf(papers);
        history = List.copyOf(history);
    }

    /// Whether a refusal on this ground still wants a consultation, or the reason why there was none.
    public boolean wantsConsultation(Ground ground) {
        return ground.consulted().contains(filed.request().type().measure()) && !consulted.contains(ground.key());
    }
}
