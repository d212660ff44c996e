package org.entente.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Texts;
import org.entente.kernel.UnfitValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// What a person sees when something was not done: what happened, what was kept, what to do, in both languages, with
/// the code. A fault of the program shows its code only; its details go to the log of the node.
@Controller
@ControllerAdvice(basePackageClasses = ErrorPages.class)
final class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;
    private final Pages pages;

    ErrorPages(Frames frames, Pages pages) {
        this.frames = frames;
        this.pages = pages;
    }

    @ExceptionHandler(EntenteException.class)
    View refused(EntenteException exception, HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(exception);
        if (status.is5xxServerError()) {
            LOG.error("{} {}", exception.code().name(), exception.facts(), exception);
        }
        response.setStatus(status.value());
        return page(request, exception);
    }

    /// Values that a type of the kernel refuses. In an address they name nothing there is; in a form they passed its
    /// own
    /// checks, and the person can mend them.
    @ExceptionHandler(IllegalArgumentException.class)
    View input(IllegalArgumentException exception, HttpServletRequest request, HttpServletResponse response) {
        boolean isForm = request.getMethod().equals("POST");
        response.setStatus((isForm ? HttpStatus.BAD_REQUEST : HttpStatus.NOT_FOUND).value());
        return page(
                request,
                isForm
                        ? new EntenteException(
                                ConsoleCode.CONSOLE_INPUT, exception, UnfitValueException.fact(exception))
                        : new EntenteException(ConsoleCode.CONSOLE_PAGE_UNKNOWN, exception));
    }

    /// Everything no handler took: unknown pages, refused form tokens, faults.
    @RequestMapping("/error")
    View other(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int number = status instanceof Integer code ? code : HttpStatus.INTERNAL_SERVER_ERROR.value();
        ConsoleCode code = switch (number) {
            case 403 -> ConsoleCode.CONSOLE_FORM_STALE;
            case 404, 405 -> ConsoleCode.CONSOLE_PAGE_UNKNOWN;
            default -> number < 500 ? ConsoleCode.CONSOLE_INPUT : ConsoleCode.CONSOLE_FAULT;
        };
        return page(request, new EntenteException(code, ""));
    }

    View page(HttpServletRequest request, EntenteException exception) {
        ErrorPage page = new ErrorPage(
                Texts.what(exception),
                Texts.hint(exception),
                exception.code().name() + " " + exception.code().number());
        return pages.show("error", frames.of(request), page);
    }

    private static HttpStatus status(EntenteException exception) {
        String name = exception.code().name();
        if (name.equals("ACCESS_DENIED")) {
            return HttpStatus.FORBIDDEN;
        }
        if (name.endsWith("_UNKNOWN")) {
            return HttpStatus.NOT_FOUND;
        }
        return switch (exception.code().kind()) {
            case CALLER -> HttpStatus.BAD_REQUEST;
            case LAW -> HttpStatus.CONFLICT;
            case PEER -> HttpStatus.BAD_GATEWAY;
            case OURS -> HttpStatus.INTERNAL_SERVER_ERROR;
            case STORAGE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
