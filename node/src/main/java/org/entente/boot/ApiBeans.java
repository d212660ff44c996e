package org.entente.boot;

import io.swagger.v3.oas.models.OpenAPI;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.entente.access.Absences;
import org.entente.access.Access;
import org.entente.access.Addresses;
import org.entente.access.Officers;
import org.entente.access.web.SignedInFilter;
import org.entente.act.Operations;
import org.entente.agreement.Agreements;
import org.entente.api.AbsencesApi;
import org.entente.api.AddressesApi;
import org.entente.api.ApiDocument;
import org.entente.api.AssignmentsApi;
import org.entente.api.AssistancesApi;
import org.entente.api.AttachmentsApi;
import org.entente.api.ChallengesApi;
import org.entente.api.CodesApi;
import org.entente.api.ContactsApi;
import org.entente.api.DiscoveryApi;
import org.entente.api.DocumentsApi;
import org.entente.api.FiguresApi;
import org.entente.api.FiltersApi;
import org.entente.api.ForewarningsApi;
import org.entente.api.HealthApi;
import org.entente.api.HoldingsApi;
import org.entente.api.ImportsApi;
import org.entente.api.LawApi;
import org.entente.api.LettersApi;
import org.entente.api.LogsApi;
import org.entente.api.NotSignedIn;
import org.entente.api.NoticesApi;
import org.entente.api.OperationsApi;
import org.entente.api.PeersApi;
import org.entente.api.ProblemFilter;
import org.entente.api.Problems;
import org.entente.api.QueriesApi;
import org.entente.api.ReleasesApi;
import org.entente.api.RequestsApi;
import org.entente.api.ReviewApi;
import org.entente.api.SessionsApi;
import org.entente.api.StatusApi;
import org.entente.api.Strict;
import org.entente.api.WhoKnowsApi;
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
import org.entente.cli.Entente;
import org.entente.contact.Contacts;
import org.entente.db.Database;
import org.entente.exchange.PeerClient;
import org.entente.exchange.PeerDirectory;
import org.entente.exchange.Proofs;
import org.entente.find.Discovery;
import org.entente.hold.Holdings;
import org.entente.hold.Reviews;
import org.entente.hold.Uploads;
import org.entente.kernel.AgreementId;
import org.entente.law.Enactment;
import org.entente.prove.NodeLedger;
import org.entente.release.Challenges;
import org.entente.release.Releases;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/// Door api: the officers' connector, bearer tokens only, so that no cookie of a browser is ever enough.
@Configuration(proxyBeanMethods = false)
class ApiBeans {
    @Bean
    @Order(10)
    SecurityFilterChain apiChain(HttpSecurity http, Officers officers, NodeConfig config) {
        int port = config.console().port();
        http.securityMatcher(request -> request.getLocalPort() == port
                        && (request.getRequestURI().startsWith("/v1/")
                                || request.getRequestURI().equals("/health")))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(SignedInFilter.bearer(officers), AuthorizationFilter.class)
                .exceptionHandling(failure -> failure.authenticationEntryPoint(new NotSignedIn()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/v1/sessions")
                        .permitAll()
                        .requestMatchers("/health")
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    @Bean
    OpenAPI openApi() {
        return ApiDocument.head();
    }

    @Bean
    ApiDocument apiDocument() {
        return new ApiDocument(List.of(
                HealthApi.class,
                SessionsApi.class,
                ImportsApi.class,
                HoldingsApi.class,
                ReviewApi.class,
                PeersApi.class,
                QueriesApi.class,
                DiscoveryApi.class,
                RequestsApi.class,
                LettersApi.class,
                DocumentsApi.class,
                AttachmentsApi.class,
                FiguresApi.class,
                OperationsApi.class,
                LogsApi.class,
                StatusApi.class,
                CodesApi.class,
                ReleasesApi.class,
                AssignmentsApi.class,
                FiltersApi.class,
                AbsencesApi.class,
                NoticesApi.class,
                AddressesApi.class,
                ChallengesApi.class,
                WhoKnowsApi.class,
                AssistancesApi.class,
                ForewarningsApi.class));
    }

    @Bean
    HealthApi healthApi(Database database, NodeLedger ledger) {
        return new HealthApi(new Wellbeing(database::answers, ledger::isWell));
    }

    @Bean
    Problems problems() {
        return new Problems();
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter() {
        var filter = new FilterRegistrationBean<>(new ProblemFilter());
        filter.addUrlPatterns("/v1/*", "/error");
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    JsonMapperBuilderCustomizer strictBodies() {
        return Strict::configure;
    }

    @Bean
    SessionsApi sessionsApi(Officers officers, Access access) {
        return new SessionsApi(officers, access);
    }

    @Bean
    ImportsApi importsApi(Holdings holdings, Uploads uploads) {
        return new ImportsApi(holdings, uploads);
    }

    @Bean
    ReviewApi reviewApi(Reviews reviews) {
        return new ReviewApi(reviews);
    }

    @Bean
    HoldingsApi holdingsApi(Holdings holdings) {
        return new HoldingsApi(holdings);
    }

    @Bean
    PeersApi peersApi(PeerDirectory peers, AgreementId agreement) {
        return new PeersApi(peers, agreement);
    }

    @Bean
    QueriesApi queriesApi(Discovery discovery, AgreementId agreement) {
        return new QueriesApi(discovery, agreement);
    }

    @Bean
    DiscoveryApi discoveryApi(Discovery discovery, AgreementId agreement) {
        return new DiscoveryApi(discovery, agreement);
    }

    @Bean
    LettersApi lettersApi(Casework casework) {
        return new LettersApi(casework);
    }

    @Bean
    DocumentsApi documentsApi(Casework casework, Papers papers) {
        return new DocumentsApi(casework, papers);
    }

    @Bean
    AttachmentsApi attachmentsApi(Casework casework, Attachments attachments) {
        return new AttachmentsApi(casework, attachments);
    }

    @Bean
    FiguresApi figuresApi(Cooperation cooperation, AgreementId agreement, Clock clock) {
        return new FiguresApi(cooperation, agreement, clock);
    }

    @Bean
    ContactsApi contactsApi(Contacts contacts, AgreementId agreement) {
        return new ContactsApi(contacts, agreement);
    }

    @Bean
    RequestsApi requestsApi(Casework casework, AgreementId agreement, Agreements agreements, Clock clock) {
        return new RequestsApi(casework, agreement, agreements, clock);
    }

    @Bean
    AssignmentsApi assignmentsApi(Assignments assignments, InBulk bulk) {
        return new AssignmentsApi(assignments, bulk);
    }

    @Bean
    FiltersApi filtersApi(SavedFilters filters) {
        return new FiltersApi(filters);
    }

    @Bean
    AddressesApi addressesApi(Addresses addresses) {
        return new AddressesApi(addresses);
    }

    @Bean
    NoticesApi noticesApi(Notices notices) {
        return new NoticesApi(notices);
    }

    @Bean
    AbsencesApi absencesApi(Absences absences) {
        return new AbsencesApi(absences);
    }

    @Bean
    OperationsApi operationsApi(Operations operations, AgreementId agreement) {
        return new OperationsApi(operations, agreement);
    }

    @Bean
    LogsApi logsApi(Proofs proofs, Casework casework) {
        return new LogsApi(proofs, casework);
    }

    @Bean
    StatusApi statusApi(
            AgreementId agreement, Agreements agreements, PeerDirectory peers, Proofs proofs, PeerClient client) {
        return new StatusApi(agreement, agreements, peers, proofs, new PeerReach(client, agreement), Entente.VERSION);
    }

    @Bean
    CodesApi codesApi(AgreementId agreement, Agreements agreements) {
        return new CodesApi(agreement, agreements);
    }

    @Bean
    LawApi lawApi(Enactment enactment, Prospects prospects, AgreementId agreement, Agreements agreements) {
        return new LawApi(enactment, prospects, agreement, agreements);
    }

    @Bean
    ReleasesApi releasesApi(Releases releases) {
        return new ReleasesApi(releases);
    }

    @Bean
    AssistancesApi assistancesApi(Assistances assistances) {
        return new AssistancesApi(assistances);
    }

    @Bean
    ForewarningsApi forewarningsApi(Forewarnings forewarnings, AgreementId agreement) {
        return new ForewarningsApi(forewarnings, agreement);
    }

    @Bean
    WhoKnowsApi whoKnowsApi(WhoKnows whoKnows) {
        return new WhoKnowsApi(whoKnows);
    }

    @Bean
    ChallengesApi challengesApi(Challenges challenges) {
        return new ChallengesApi(challenges);
    }
}
