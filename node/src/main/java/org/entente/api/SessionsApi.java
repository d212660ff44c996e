package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.access.Access;
import org.entente.access.Officers;
import org.entente.access.SignIn;
import org.entente.access.SignInLink;
import org.entente.access.web.OfficerAuthentication;
import org.entente.kernel.Officer;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Secret;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Sign-in and the people of this node.
@RestController
public class SessionsApi {
    /// An officer as the API shows it.
    public record OfficerView(String id, String name, String party, String institution, List<String> roles) {
        static OfficerView of(Officer officer) {
            return new OfficerView(
                    officer.id().value(),
                    officer.name(),
                    officer.party().code(),
                    officer.institution().value(),
                    officer.roles().stream().map(Items::word).sorted().toList());
        }
    }

    @Schema(name = "SignInCode")
    public record Code(String code) {}

    @Schema(name = "SignInSession")
    public record Session(String token, OfficerView officer, Instant expires) {}

    public record LinkOrder(String officer) {}

    @Schema(name = "SignInLink")
    public record Link(String url, String code, Instant expires) {}

    public record MandateOrder(String officer, List<String> classes, String reason, Instant until) {}

    private final Officers officers;
    private final Access access;

    public SessionsApi(Officers officers, Access access) {
        this.officers = officers;
        this.access = access;
    }

    @PostMapping("/v1/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Session begin(@RequestBody Code code) {
        SignIn session = officers.redeem(new Secret(code.code()));
        return new Session(session.token().reveal(), OfficerView.of(session.officer()), session.expires());
    }

    @DeleteMapping("/v1/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(OfficerAuthentication authentication) {
        officers.signOut(authentication.getCredentials());
    }

    @PostMapping("/v1/sign-in-links")
    @ResponseStatus(HttpStatus.CREATED)
    Link link(@AuthenticationPrincipal Officer officer, @RequestBody LinkOrder order) {
        SignInLink link = officers.issueLink(access, officer, Words.officer("officer", order.officer()));
        String url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/sign-in/" + link.code().reveal())
                .toUriString();
        return new Link(url, link.code().reveal(), link.expires());
    }

    @GetMapping("/v1/me")
    OfficerView me(@AuthenticationPrincipal Officer officer) {
        return OfficerView.of(officer);
    }

    @GetMapping("/v1/officers")
    Items<OfficerView> all(@AuthenticationPrincipal Officer officer) {
        return new Items<>(
                officers.all(access, officer).stream().map(OfficerView::of).toList());
    }

    @PostMapping("/v1/mandates")
    @ResponseStatus(HttpStatus.CREATED)
    void grant(@AuthenticationPrincipal Officer lawyer, @RequestBody MandateOrder order) {
        Set<PersonClass> classes = order.classes().stream()
                .map(word -> Words.parse(PersonClass.class, "classes", word))
                .collect(Collectors.toUnmodifiableSet());
        officers.grant(
                access, lawyer, Words.officer("officer", order.officer()), classes, order.reason(), order.until());
    }
}
