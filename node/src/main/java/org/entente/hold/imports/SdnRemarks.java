package org.entente.hold.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.hold.FacetKind;
import org.entente.hold.LinkKind;
import org.entente.hold.Property;
import org.entente.match.Identifiers;

/// Reads the remarks column of the Treasury list: fragments between semicolons, each beginning with a word that
/// says what it is. A fragment that begins with nothing known is kept whole as [Property#DETAIL]: nothing is
/// dropped.
final class SdnRemarks {
    /// What the number is up to its country, its dates or the end.
    private static final Pattern NUMBER = Pattern.compile(
            "(?:#\\s*)?(.*?)(?:\\s+\\(([^()]*)\\))?(?:\\s+issued\\s.*?)?(?:\\s+expires\\s.*?)?(?:\\s+\\(([^()]*)\\))?");

    private static final Pattern ABBREVIATION =
            Pattern.compile("(?i)(?:\\b[A-Z]\\.[A-Z]|\\b(?:LTD|CO|INC|CORP|LLC|JR|SR))\\.$");

    private static final Pattern QUOTED = Pattern.compile("[\"']?(.*?)[\"']?");

    /// A label of the profile and the property its number is.
    record Label(String prefix, Property property) {}

    private final List<Label> labels;

    /// `labels` in any order; the longest that fits is taken.
    SdnRemarks(List<Label> labels) {
        this.labels = labels.stream()
                .sorted(Comparator.comparingInt((Label label) -> label.prefix().length())
                        .reversed())
                .toList();
    }

    /// Adds the statements to `primary`, alias facets to `facets`, links to `links`.
    void read(String remarks, FacetBuilder primary, AliasFacets facets, List<Draft.Link> links) {
        for (String raw : withoutFullStop(remarks).split(";")) {
            String fragment = raw.strip();
            if (!fragment.isEmpty()) {
                fragment(fragment, primary, facets, links);
            }
        }
    }

    /// Opens a facet for an alias.
    @FunctionalInterface
    interface AliasFacets {
        void alias(FacetKind kind, String name);
    }

    private void fragment(String whole, FacetBuilder primary, AliasFacets facets, List<Draft.Link> links) {
        String text = whole.startsWith("alt. ") ? whole.substring(5) : whole;
        if (text.startsWith("DOB ")) {
            primary.sayDate(Property.BIRTH_DATE, text.substring(4));
        } else if (text.startsWith("POB ")) {
            primary.say(Property.BIRTH_PLACE, text.substring(4));
        } else if (text.startsWith("nationality ")) {
            primary.say(Property.NATIONALITY, text.substring(12));
        } else if (text.startsWith("citizen ")) {
            primary.say(Property.CITIZENSHIP, text.substring(8));
        } else if (text.startsWith("Gender ")) {
            primary.say(Property.GENDER, text.substring(7));
        } else if (text.startsWith("a.k.a. ")) {
            facets.alias(FacetKind.WEAK_ALIAS, unquoted(text.substring(7)));
        } else if (text.startsWith("f.k.a. ")) {
            facets.alias(FacetKind.FORMER, unquoted(text.substring(7)));
        } else if (text.startsWith("Linked To: ")) {
            links.add(
                    new Draft.Link(LinkKind.LINKED_TO, null, text.substring(11).strip()));
        } else if (text.startsWith("Organization Established Date ")) {
            primary.sayDate(Property.ESTABLISHED, text.substring(30));
        } else if (!labelled(whole, text, primary)) {
            primary.say(Property.DETAIL, whole);
        }
    }

    private boolean labelled(String whole, String text, FacetBuilder primary) {
        for (Label label : labels) {
            if (text.startsWith(label.prefix()) && endsWord(text, label.prefix().length())) {
                String rest = text.substring(label.prefix().length()).strip();
                Matcher number = NUMBER.matcher(rest);
                boolean named = label.property().identifierType().isEmpty();
                if (rest.isEmpty() || !number.matches() || (!named && !hasDigit(number.group(1)))) {
                    return false;
                }
                say(label.property(), rest, number.group(1), whole, primary);
                return true;
            }
        }
        return false;
    }

    private static void say(Property property, String rest, String number, String whole, FacetBuilder primary) {
        if (property.identifierType().isEmpty()) {
            primary.say(property, rest);
        } else if (property == Property.PHONE) {
            primary.sayIdentifier(property, Identifiers.phone(rest, ""), rest);
        } else {
            primary.sayIdentifier(property, number, property == Property.IDENTIFIER ? whole : rest);
        }
    }

    /// "Passport issued in Sarajevo" says something about a passport and gives no number.
    private static boolean hasDigit(String number) {
        return number.chars().anyMatch(Character::isDigit);
    }

    private static boolean endsWord(String text, int at) {
        return at >= text.length() || text.charAt(at) == ' ' || text.charAt(at) == ':' || text.charAt(at) == '#';
    }

    private static String unquoted(String text) {
        Matcher quoted = QUOTED.matcher(text.strip());
        return quoted.matches() ? quoted.group(1) : text;
    }

    /// Only the last fragment ends in the remark's full stop; an abbreviation there has swallowed it.
    private static String withoutFullStop(String remarks) {
        String text = remarks.strip();
        return text.endsWith(".") && !ABBREVIATION.matcher(text).find() ? text.substring(0, text.length() - 1) : text;
    }

    static List<Label> labels(Map<String, String> table) {
        List<Label> labels = new ArrayList<>();
        table.forEach((prefix, property) ->
                labels.add(new Label(prefix, Property.ofKey(property).orElseThrow())));
        return labels;
    }
}
