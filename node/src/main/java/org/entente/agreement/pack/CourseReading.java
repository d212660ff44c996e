package org.entente.agreement.pack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.agreement.Course;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Measure;

/// The part of the schema that says what follows an acceptance: `course` of a measure.
///
/// A milestone stands behind those it comes after. One that ends the request is told by the requested side; a course
/// that is not answered has one.
final class CourseReading {
    private static final List<FactTerm.AskedOf> SIDES =
            List.of(FactTerm.AskedOf.REQUESTING, FactTerm.AskedOf.REQUESTED);

    private final MeasureReading measures;
    private final Set<String> all = new LinkedHashSet<>();
    private final Set<String> read = new LinkedHashSet<>();

    CourseReading(MeasureReading measures) {
        this.measures = measures;
    }

    Course course(Node node) {
        node.only("answered", "milestones");
        boolean answered = node.at("answered").yesNo();
        if (node.find("milestones").isPresent()) {
            node.at("milestones").items().forEach(one -> all.add(one.at("key").text()));
        }
        Course course = new Course(
                answered,
                node.find("milestones").isPresent()
                        ? node.eachOnce("milestones", this::milestone, Course.Milestone::key)
                        : List.of());
        if (!answered && course.milestones().stream().noneMatch(Course.Milestone::ends)) {
            throw node.at("answered").unfit("no", "ends: yes");
        }
        return course;
    }

    private Course.Milestone milestone(Node node) {
        node.only("key", "name", "by", "after", "unless", "lifts", "settled-by", "ends", "form", "article");
        FactTerm.AskedOf by = node.at("by").among(SIDES, side -> PackReader.word(side.name()));
        boolean ends = node.find("ends").map(Node::yesNo).orElse(false);
        if (ends && by != FactTerm.AskedOf.REQUESTED) {
            throw node.at("by").unfit(PackReader.word(by.name()), "requested");
        }
        String key = node.at("key").text("[a-z][a-z0-9-]{0,59}", "person-arrested");
        read.add(key);
        return new Course.Milestone(
                key,
                node.at("name").bilingual(),
                by,
                milestones(node, "after", read),
                milestones(node, "unless", all),
                milestones(node, "lifts", all),
                milestones(node, "settled-by", all),
                ends,
                node.find("form").isPresent()
                        ? node.eachOnce("form", measures::field, Measure.FormField::key)
                        : List.of(),
                measures.article(node));
    }

    /// Of those it may name.
    private static Set<String> milestones(Node node, String key, Set<String> known) {
        Set<String> named = new LinkedHashSet<>();
        if (node.find(key).isPresent()) {
            node.at(key).items().forEach(one -> named.add(one.among(known, word -> word)));
        }
        return named;
    }
}
