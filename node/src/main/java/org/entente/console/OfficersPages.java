package org.entente.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.access.AccessAction;
import org.entente.access.Officers;
import org.entente.access.SignInLink;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Role;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/// Accounts: an operator makes sign-in links, a lawyer gives mandates.
@Controller
final class OfficersPages {
    private static final int REASON_LENGTH_MAX = 1_000;
    private static final String OFFICER = "officer";
    private static final String CLASSES = "classes";
    private static final String UNTIL = "until";

    /// Where each refusal stands in the form.
    private static final Map<String, String> FIELDS =
            Map.of("ACCESS_OFFICER_UNKNOWN", OFFICER, "ACCESS_MANDATE_INVALID", UNTIL);

    private final Officers officers;
    private final Office office;

    OfficersPages(Officers officers, Office office) {
        this.officers = officers;
        this.office = office;
    }

    @GetMapping("/officers")
    View show(Frame frame) {
        return page(frame, null);
    }

    /// The code is in this answer only: a reload asks the browser for a new press, and a new link.
    @PostMapping("/officers/{id}/link")
    View issue(Frame frame, @PathVariable String id) {
        SignInLink link = officers.issueLink(office.access(), frame.officer(), new OfficerId(id));
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/sign-in/{code}")
                .buildAndExpand(link.code().reveal())
                .toUriString();
        String until = office.lexicon(frame).moment(link.expires());
        return page(frame.at("/officers"), new OfficersPage.Fresh(id, address, until));
    }

    @GetMapping("/officers/mandate")
    View write(Frame frame) {
        return office.pages().show("reason", frame, mandate(frame, Form.EMPTY));
    }

    /// The first press names the effect; the second, with `signed`, gives the mandate.
    @PostMapping("/officers/mandate")
    View grant(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<OfficerId> officer = reader.value(OFFICER, OfficerId::new);
        Set<PersonClass> classes = classes(form);
        if (classes.isEmpty()) {
            reader.wrong(CLASSES, "error.needed");
        }
        String reason = reader.text("reason");
        Optional<Instant> until = reader.endOfDay(UNTIL, lexicon.zone());
        if (reader.isBroken()) {
            return office.pages().show("reason", frame, mandate(frame, reader.form()));
        }
        if (!form.has("signed", "yes")) {
            return office.pages()
                    .show("confirm", frame, effect(lexicon, form, officer.orElseThrow(), until.orElseThrow()));
        }
        try {
            officers.grant(
                    office.access(), frame.officer(), officer.orElseThrow(), classes, reason, until.orElseThrow());
        } catch (EntenteException e) {
            String field = FIELDS.get(e.code().name());
            if (field == null) {
                throw e;
            }
            Form marked = form.with(field, frame.words().of(Texts.what(e)));
            return office.pages().show("reason", frame, mandate(frame, marked));
        }
        return new RedirectView("/officers?done=mandate-given");
    }

    private ReasonPage mandate(Frame frame, Form form) {
        Words words = frame.words();
        List<Choice> classes = Arrays.stream(PersonClass.values())
                .filter(PersonClass::isProtected)
                .map(one -> new Choice(one.name(), HoldingsPages.personClass(words, one)))
                .toList();
        return new ReasonPage(
                words.of("mandate.title"),
                words.of("place.officers"),
                words.of("mandate.state"),
                form,
                List.of(
                        new ReasonPage.Field.Line(
                                OFFICER, words.of("field.officer"), words.of("mandate.officer.hint"), 60),
                        new ReasonPage.Field.Several(CLASSES, words.of("field.classes"), "", classes),
                        new ReasonPage.Field.Text(
                                "reason",
                                words.of("field.reason"),
                                words.of("mandate.reason.hint"),
                                REASON_LENGTH_MAX,
                                words.tag()),
                        new ReasonPage.Field.Day(UNTIL, words.of("field.until"), words.of("mandate.until.hint"))),
                List.of(),
                "/officers/mandate",
                words.of("mandate.check"),
                false,
                "/officers",
                "mandate");
    }

    private static ConfirmPage effect(Lexicon lexicon, Form form, OfficerId officer, Instant until) {
        Words words = lexicon.words();
        Map<String, List<String>> fields = new TreeMap<>(form.values());
        fields.put("signed", List.of("yes"));
        String classes = classes(form).stream()
                .sorted()
                .map(one -> HoldingsPages.personClass(words, one))
                .collect(Collectors.joining(", "));
        return new ConfirmPage(
                words.of("mandate.title"),
                words.of("place.officers"),
                List.of(
                        new ConfirmPage.Row(words.of("field.officer"), officer.value()),
                        new ConfirmPage.Row(words.of("field.classes"), classes),
                        new ConfirmPage.Row(words.of("field.reason"), form.value("reason")),
                        new ConfirmPage.Row(words.of("field.until"), lexicon.moment(until))),
                words.of("mandate.warning"),
                List.of(),
                null,
                "/officers/mandate",
                fields,
                words.of("mandate.do"),
                false,
                "/officers/mandate");
    }

    private static Set<PersonClass> classes(Form form) {
        return Arrays.stream(PersonClass.values())
                .filter(one -> one.isProtected() && form.has(CLASSES, one.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private View page(Frame frame, OfficersPage.@Nullable Fresh fresh) {
        Officer reader = frame.officer();
        Lexicon lexicon = office.lexicon(frame);
        boolean lists = office.offers(reader, AccessAction.LIST_OFFICERS);
        List<OfficersPage.Row> rows = lists
                ? officers.all(office.access(), reader).stream()
                        .map(one -> row(lexicon, reader, one))
                        .toList()
                : List.of();
        OfficersPage page = new OfficersPage(
                lists,
                office.offers(reader, AccessAction.ISSUE_LINK),
                office.offers(reader, AccessAction.GRANT_MANDATE),
                rows,
                fresh);
        return office.pages().show("officers", frame, page);
    }

    private static OfficersPage.Row row(Lexicon lexicon, Officer reader, Officer officer) {
        String roles = officer.roles().stream()
                .sorted()
                .map(role -> lexicon.words().of("role." + role.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        return new OfficersPage.Row(
                officer.id().value(),
                officer.name(),
                lexicon.institution(officer.institution()),
                roles,
                !officer.has(Role.OPERATOR) || officer.equals(reader));
    }
}
