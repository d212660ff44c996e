package org.entente.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.entente.access.Access;
import org.entente.access.AccessAction;
import org.entente.act.ActAction;
import org.entente.ask.AskAction;
import org.entente.contact.ContactAction;
import org.entente.hold.HoldAction;
import org.entente.kernel.Action;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.law.LawAction;
import org.entente.release.ReleaseAction;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Nobody fills in a form whose sending their role does not allow: the refusal comes before the form.
/// The verb behind it asks again.
final class FormRoles implements HandlerInterceptor {
    private record Row(PathPattern path, Action action) {}

    /// The pages that are forms.
    private static final List<Row> ROWS = List.of(
            row("/requests/new", AskAction.SUBMIT),
            row("/requests/{number}/revision", AskAction.SUBMIT),
            row("/requests/{number}/attachments", AskAction.ATTACH),
            row("/requests/{number}/check", AskAction.CHECK_BASIS),
            row("/requests/{number}/refusal", AskAction.REFUSE),
            row("/requests/{number}/question", AskAction.QUESTION),
            row("/requests/{number}/supplement", AskAction.SUPPLEMENT),
            row("/requests/{number}/acceptance", AskAction.ACCEPT),
            row("/requests/{number}/extension", AskAction.EXTEND),
            row("/requests/{number}/postponement", AskAction.POSTPONE),
            row("/requests/{number}/resumption", AskAction.RESUME),
            row("/requests/{number}/transfer", AskAction.TRANSFER),
            row("/requests/{number}/disclosure", AskAction.DISCLOSE),
            row("/requests/{number}/milestones/{milestone}", AskAction.TELL_MILESTONE),
            row("/requests/{number}/withdrawal", AskAction.WITHDRAW),
            row("/requests/{number}/assignment", AskAction.ASSIGN),
            row("/requests/several/withdrawal", AskAction.WITHDRAW),
            row("/requests/{number}/answer", AskAction.ANSWER),
            row("/about/law/{pack}/approval", LawAction.DECIDE),
            row("/about/law/{pack}/refusal", LawAction.DECIDE),
            row("/requests/{number}/assistance", AskAction.RECORD_ASSISTANCE),
            row("/requests/{number}/assistance/{id}/end", AskAction.RECORD_ASSISTANCE),
            row("/requests/{number}/assistance/{id}/telling", AskAction.RECORD_ASSISTANCE),
            row("/inbox/forewarnings/new", AskAction.WRITE_FOREWARNING),
            row("/inbox/forewarnings/{id}/decision", AskAction.WRITE_FOREWARNING),
            row("/requests/{number}/who-knows", AskAction.NAME_WHO_KNOWS),
            row("/cooperation/figures", AskAction.SEND_FIGURES),
            row("/contacts/reports", ContactAction.REPORT),
            row("/releases/{id}/acknowledgement", ReleaseAction.ACKNOWLEDGE),
            row("/releases/{id}/opening", ReleaseAction.OPEN),
            row("/releases/{id}/recall", ReleaseAction.RECALL),
            row("/releases/{id}/challenge", ReleaseAction.CHALLENGE),
            row("/releases/challenges/{id}/again", ReleaseAction.CHALLENGE),
            row("/releases/challenges/{id}/answer", ReleaseAction.ANSWER_CHALLENGE),
            row("/operations/new", ActAction.PROPOSE),
            row("/operations/{id}/proposal", ActAction.PROPOSE),
            row("/operations/{id}/consent", ActAction.CONSENT),
            row("/operations/{id}/refusal", ActAction.REFUSE),
            row("/operations/{id}/revocation", ActAction.REVOKE),
            row("/officers/mandate", AccessAction.GRANT_MANDATE),
            row("/imports/new/{profile}", HoldAction.IMPORT));

    private final Access access;

    FormRoles(Access access) {
        this.access = access;
    }

    private static Row row(String path, Action action) {
        return new Row(PathPatternParser.defaultInstance.parse(path), action);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        if (reader != null && reader.getPrincipal() instanceof Officer officer) {
            PathContainer path = PathContainer.parsePath(request.getRequestURI());
            ROWS.stream()
                    .filter(row -> row.path().matches(path))
                    .forEach(row -> access.require(officer, row.action(), Marking.UNMARKED));
        }
        return true;
    }
}
