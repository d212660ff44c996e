package org.entente.console;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.entente.access.Absences;
import org.entente.access.Access;
import org.entente.access.Addresses;
import org.entente.access.Officers;
import org.entente.act.Operations;
import org.entente.agreement.Agreements;
import org.entente.ask.Assignments;
import org.entente.ask.Assistances;
import org.entente.ask.Attachments;
import org.entente.ask.Casework;
import org.entente.ask.Cooperation;
import org.entente.ask.Forewarnings;
import org.entente.ask.InBulk;
import org.entente.ask.Notices;
import org.entente.ask.Papers;
import org.entente.ask.Prospects;
import org.entente.ask.SavedFilters;
import org.entente.ask.WhoKnows;
import org.entente.contact.Contacts;
import org.entente.exchange.PeerDirectory;
import org.entente.exchange.Proofs;
import org.entente.find.Discovery;
import org.entente.hold.Holdings;
import org.entente.hold.Reviews;
import org.entente.hold.Uploads;
import org.entente.law.Enactment;
import org.entente.release.Challenges;
import org.entente.release.Releases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The pages of the console as beans; `boot` imports it beside the console's security.
@Configuration(proxyBeanMethods = false)
public class ConsoleDoor {
    @Bean
    Pages pages() {
        return new Pages();
    }

    @Bean
    Frames frames(HomeParty home, Agreements agreements, Access access, ObjectProvider<Notices> notices) {
        return new Frames(home, agreements, access, officer -> {
            Notices room = notices.getIfAvailable();
            return room == null ? 0 : room.unread(officer);
        });
    }

    @Bean
    Lexicon.Shelf shelf(HomeParty home, Agreements agreements, Clock clock) {
        return new Lexicon.Shelf(home, agreements, clock);
    }

    @Bean
    WebMvcConfigurer consoleWeb(Frames frames, Access access) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new FrameResolver(frames));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new FormRoles(access));
            }

            // Style, scripts and type come from this program only; a browser asks again after an hour.
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                CacheControl hour = CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();
                registry.addResourceHandler("/static/**")
                        .addResourceLocations("classpath:/static/")
                        .setCacheControl(hour);
                registry.addResourceHandler("/webjars/**")
                        .addResourceLocations("classpath:/META-INF/resources/webjars/")
                        .setCacheControl(hour);
            }
        };
    }

    @Bean
    ErrorPages errorPages(Frames frames, Pages pages) {
        return new ErrorPages(frames, pages);
    }

    @Bean
    LostPages lostPages(ErrorPages errors) {
        return new LostPages(errors);
    }

    @Bean
    SignInPages signInPages(
            Officers officers, Pages pages, HomeParty home, CsrfTokenRepository csrf, Clock clock, Frames frames) {
        return new SignInPages(officers, pages, home, csrf, clock, frames);
    }

    @Bean
    PreferencePages preferencePages(Frames frames) {
        return new PreferencePages(frames);
    }

    @Bean
    AboutPages aboutPages(Pages pages, HomeParty home, Agreements agreements, Access access) {
        return new AboutPages(pages, home, agreements, access);
    }

    @Bean
    LawPages lawPages(Enactment enactment, Prospects prospects, Office office) {
        return new LawPages(enactment, prospects, office);
    }

    @Bean
    Office office(Pages pages, Lexicon.Shelf shelf, Access access) {
        return new Office(pages, shelf, access);
    }

    @Bean
    HoldingsPages holdingsPages(Holdings holdings, Office office, Frames frames, Officers officers) {
        return new HoldingsPages(holdings, office.shelf(), office.pages(), frames, officers, office.access());
    }

    @Bean
    ReviewPages reviewPages(Reviews reviews, Office office) {
        return new ReviewPages(reviews, office);
    }

    @Bean
    ReleasesPages releasesPages(Releases releases, Challenges challenges, Office office) {
        return new ReleasesPages(releases, challenges, office);
    }

    @Bean
    AssistancePages assistancePages(Assistances assistances, Office office) {
        return new AssistancePages(assistances, office);
    }

    @Bean
    ForewarningPages forewarningPages(Forewarnings forewarnings, Office office) {
        return new ForewarningPages(forewarnings, office);
    }

    @Bean
    WhoKnowsPages whoKnowsPages(WhoKnows whoKnows, Office office) {
        return new WhoKnowsPages(whoKnows, office);
    }

    @Bean
    ChallengePages challengePages(Releases releases, Challenges challenges, Office office) {
        return new ChallengePages(releases, challenges, office);
    }

    @Bean
    OperationsPages operationsPages(Operations operations, Demonstration demonstration, Office office) {
        return new OperationsPages(operations, demonstration, office);
    }

    @Bean
    Demonstration demonstration(Holdings holdings, Office office, Clock clock) {
        return new Demonstration(holdings, office, clock);
    }

    @Bean
    FindPages findPages(Discovery discovery, Demonstration demonstration, Office office) {
        return new FindPages(discovery, demonstration, office);
    }

    @Bean
    LetterPages letterPages(Casework casework, Office office) {
        return new LetterPages(casework, office);
    }

    @Bean
    DocumentPages documentPages(Papers papers) {
        return new DocumentPages(papers);
    }

    @Bean
    AttachmentPages attachmentPages(Casework casework, Attachments attachments, Office office) {
        return new AttachmentPages(casework, attachments, office);
    }

    @Bean
    RequestsPages requestsPages(Casework casework, Assignments assignments, SavedFilters filters, Office office) {
        return new RequestsPages(casework, assignments, filters, office);
    }

    @Bean
    AssignmentPages assignmentPages(
            Casework casework, Assignments assignments, InBulk bulk, SavedFilters filters, Office office) {
        return new AssignmentPages(casework, assignments, bulk, filters, office);
    }

    @Bean
    NoticePages noticePages(Notices notices, Addresses addresses, Office office) {
        return new NoticePages(notices, addresses, office);
    }

    @Bean
    AbsencePages absencePages(Absences absences, Office office) {
        return new AbsencePages(absences, office);
    }

    @Bean
    CooperationPages cooperationPages(Cooperation cooperation, Office office) {
        return new CooperationPages(cooperation, office);
    }

    @Bean
    ContactsPages contactsPages(Contacts contacts, Office office) {
        return new ContactsPages(contacts, office);
    }

    @Bean
    WritePages writePages(Casework casework, Discovery discovery, Office office) {
        return new WritePages(casework, discovery, office);
    }

    @Bean
    AnswerPages answerPages(Casework casework, Holdings holdings, Office office) {
        return new AnswerPages(casework, holdings, office);
    }

    @Bean
    InboxPages inboxPages(
            RequestsPages requests,
            ReleasesPages releases,
            OperationsPages operations,
            LawPages law,
            ContactsPages contacts,
            ForewarningPages forewarnings,
            Office office) {
        return new InboxPages(requests, releases, operations, law, contacts, forewarnings, office);
    }

    @Bean
    ImportsPages importsPages(Holdings holdings, Uploads uploads, Office office) {
        return new ImportsPages(holdings, uploads, office);
    }

    @Bean
    PartyPages partyPages(PeerDirectory directory, HomeParty home, Office office) {
        return new PartyPages(directory, home, office);
    }

    @Bean
    SetsPages setsPages(Discovery discovery, Office office) {
        return new SetsPages(discovery, office);
    }

    @Bean
    OfficersPages officersPages(Officers officers, Office office) {
        return new OfficersPages(officers, office);
    }

    @Bean
    ProofPages proofPages(Proofs proofs, Casework casework, Office office) {
        return new ProofPages(proofs, casework, office);
    }
}
