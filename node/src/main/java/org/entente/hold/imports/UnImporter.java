package org.entente.hold.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.entente.hold.FacetKind;
import org.entente.hold.HoldCode;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;

/// The Security Council's consolidated list: one INDIVIDUAL or ENTITY element a subject, streamed. No document
/// type and no entity is accepted: the list has none, and both are how an XML file reads other files.
final class UnImporter implements Importer {
    private final Profile profile;

    UnImporter(Profile profile) {
        this.profile = profile;
    }

    /// An element below a subject: its texts, and its children by name in order.
    private static final class Element {
        final StringBuilder text = new StringBuilder();
        final Map<String, List<Element>> children = new LinkedHashMap<>();
        int count;

        List<Element> all(String name) {
            return children.getOrDefault(name, List.of());
        }

        String first(String name) {
            List<Element> found = all(name);
            return found.isEmpty() ? "" : found.getFirst().text.toString().strip();
        }
    }

    @Override
    public void read(SourceFiles files, LocalDate asOf, Held held, DraftSink sink) throws IOException {
        try (InputStream stream = Files.newInputStream(files.path("file"))) {
            XMLStreamReader reader = factory().createXMLStreamReader(stream);
            read(reader, asOf, sink);
            reader.close();
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw new EntenteException(HoldCode.HOLD_FILE_FORMAT, broken, "XML, " + line);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void read(XMLStreamReader reader, LocalDate asOf, DraftSink sink) throws XMLStreamException {
        Set<String> seen = new HashSet<>();
        int row = 0;
        boolean listed = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new EntenteException(HoldCode.HOLD_FILE_FORMAT, "XML, DOCTYPE");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = reader.getLocalName();
            listed |= name.equals("CONSOLIDATED_LIST");
            if (name.equals("INDIVIDUAL") || name.equals("ENTITY")) {
                sink.rowRead();
                Element element = element(reader);
                subject(
                        ++row,
                        element,
                        name.equals("INDIVIDUAL") ? SubjectKind.PERSON : SubjectKind.ORGANISATION,
                        asOf,
                        seen,
                        sink);
            }
        }
        if (!listed) {
            throw new EntenteException(HoldCode.HOLD_FILE_FORMAT, "CONSOLIDATED_LIST");
        }
    }

    private static Element element(XMLStreamReader reader) throws XMLStreamException {
        Element root = new Element();
        Deque<Element> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            int event = reader.next();
            Element top = open.element();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++root.count > Limits.STATEMENT_COUNT_MAX || open.size() > 8) {
                        throw new EntenteException(HoldCode.HOLD_FILE_FORMAT, "XML, size");
                    }
                    Element child = new Element();
                    top.children
                            .computeIfAbsent(reader.getLocalName(), _ -> new ArrayList<>())
                            .add(child);
                    open.push(child);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (top.text.length() + reader.getTextLength() > Limits.FIELD_LENGTH_MAX) {
                        throw new EntenteException(HoldCode.HOLD_FILE_FORMAT, "XML, size");
                    }
                    top.text.append(reader.getText());
                }
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.END_DOCUMENT ->
                    throw new EntenteException(HoldCode.HOLD_FILE_FORMAT, "XML, DOCTYPE");
                default -> {}
            }
        }
        return root;
    }

    private void subject(int row, Element element, SubjectKind kind, LocalDate asOf, Set<String> seen, DraftSink sink) {
        String locator = element.first("REFERENCE_NUMBER");
        String name = joined(element, " ", "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME");
        if (locator.isEmpty() || name.isEmpty() || !seen.add(locator)) {
            Finding.Reason reason = locator.isEmpty()
                    ? Finding.Reason.LOCATOR_MISSING
                    : name.isEmpty() ? Finding.Reason.NAME_MISSING : Finding.Reason.LOCATOR_TWICE;
            // A number given twice is one row's lost one.
            String certain = reason == Finding.Reason.NAME_MISSING ? locator : "";
            sink.rejected(new Finding("file", row, "REFERENCE_NUMBER", locator, reason), certain);
            return;
        }
        FacetBuilder primary = new FacetBuilder("file", row, sink, "main", FacetKind.PRIMARY);
        primary.say(Property.NAME, name).say(Property.PROGRAMME, element.first("UN_LIST_TYPE"));
        if (!element.first("LISTED_ON").isEmpty()) {
            primary.sayDate(Property.LISTED_ON, element.first("LISTED_ON"));
        }
        primary.say(Property.GENDER, element.first("GENDER"));
        for (String listed : List.of("TITLE", "DESIGNATION")) {
            values(element, listed).forEach(value -> primary.say(Property.TITLE, value));
        }
        values(element, "NATIONALITY").forEach(value -> primary.say(Property.NATIONALITY, value));
        births(element, primary);
        documents(element, primary);
        for (String kindOfAddress : List.of("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS")) {
            for (Element address : element.all(kindOfAddress)) {
                primary.say(
                        Property.ADDRESS,
                        joined(address, ", ", "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE"));
            }
        }
        primary.say(Property.DETAIL, element.first("COMMENTS1"));
        List<Draft.Facet> facets = new ArrayList<>();
        facets.add(primary.build());
        aliases(row, element, sink, facets);
        sink.draft(new Draft(
                locator,
                row,
                1,
                false,
                kind,
                EvidentialStatus.LISTED,
                asOf,
                false,
                profile.supply(kind, asOf),
                facets,
                List.of()));
    }

    private static void births(Element element, FacetBuilder primary) {
        for (Element birth : element.all("INDIVIDUAL_DATE_OF_BIRTH")) {
            String circa = birth.first("TYPE_OF_DATE").equals("APPROXIMATELY") ? "circa " : "";
            String from = birth.first("FROM_YEAR");
            String to = birth.first("TO_YEAR");
            String range = to.isEmpty() ? from : from + " to " + to;
            String day = birth.first("DATE").isEmpty() ? birth.first("YEAR") : birth.first("DATE");
            String written = day.isEmpty() ? range : circa + day;
            if (!written.isEmpty()) {
                primary.sayDate(Property.BIRTH_DATE, written);
            }
            String note = birth.first("NOTE");
            if (!note.isEmpty()) {
                primary.say(Property.DETAIL, ("Date of birth: " + written).strip() + " (" + note + ")");
            }
        }
        for (Element birth : element.all("INDIVIDUAL_PLACE_OF_BIRTH")) {
            primary.say(Property.BIRTH_PLACE, joined(birth, ", ", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE"));
        }
    }

    private void documents(Element element, FacetBuilder primary) {
        for (Element document : element.all("INDIVIDUAL_DOCUMENT")) {
            String kind = joined(document, ", ", "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2");
            String number = document.first("NUMBER");
            String rest = joined(
                    document, ", ", "ISSUING_COUNTRY", "COUNTRY_OF_ISSUE", "CITY_OF_ISSUE", "DATE_OF_ISSUE", "NOTE");
            String written = number + (rest.isEmpty() ? "" : " (" + rest + ")");
            if (number.isEmpty()) {
                primary.say(Property.DETAIL, kind.isEmpty() ? rest : kind + (rest.isEmpty() ? "" : " (" + rest + ")"));
            } else if ("passport".equals(profile.labels().get(document.first("TYPE_OF_DOCUMENT")))) {
                primary.sayIdentifier(Property.PASSPORT, number, written);
            } else {
                primary.sayIdentifier(Property.IDENTIFIER, number, (kind + " " + written).strip());
            }
        }
    }

    private static void aliases(int row, Element element, DraftSink sink, List<Draft.Facet> facets) {
        Set<String> keys = new HashSet<>();
        alias(row, "script", FacetKind.ALIAS, element.first("NAME_ORIGINAL_SCRIPT"), keys, sink, facets, null);
        for (String container : List.of("INDIVIDUAL_ALIAS", "ENTITY_ALIAS")) {
            for (Element alias : element.all(container)) {
                FacetKind kind = switch (alias.first("QUALITY")) {
                    case "Low" -> FacetKind.WEAK_ALIAS;
                    case "f.k.a.", "F.k.a." -> FacetKind.FORMER;
                    default -> FacetKind.ALIAS;
                };
                alias(row, "alias", kind, alias.first("ALIAS_NAME"), keys, sink, facets, alias);
            }
        }
    }

    private static void alias(
            int row,
            String prefix,
            FacetKind kind,
            String name,
            Set<String> keys,
            DraftSink sink,
            List<Draft.Facet> facets,
            @org.jspecify.annotations.Nullable Element alias) {
        if (name.isEmpty() || facets.size() >= Limits.FACET_COUNT_MAX || !keys.add(prefix + ":" + name)) {
            return;
        }
        FacetBuilder facet = new FacetBuilder("file", row, sink, prefix + ":" + name, kind);
        facet.say(Property.NAME, name);
        if (alias != null) {
            if (!alias.first("DATE_OF_BIRTH").isEmpty()) {
                facet.sayDate(Property.BIRTH_DATE, alias.first("DATE_OF_BIRTH"));
            }
            facet.say(Property.BIRTH_PLACE, joined(alias, ", ", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"));
            facet.say(Property.DETAIL, alias.first("NOTE"));
        }
        facets.add(facet.build());
    }

    private static List<String> values(Element element, String name) {
        return element.all(name).stream()
                .flatMap(list -> list.all("VALUE").stream())
                .map(value -> value.text.toString().strip())
                .toList();
    }

    private static String joined(Element element, String separator, String... names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            String text = element.first(name);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return String.join(separator, texts);
    }
}
