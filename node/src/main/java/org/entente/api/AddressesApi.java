package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.entente.access.Addresses;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where officers are told by e-mail that something waits.
@RestController
public class AddressesApi {
    /// Without `address` the officer is told nothing by e-mail.
    @Schema(name = "AddressOrder")
    public record Order(String officer, @Nullable String address) {}

    private final Addresses addresses;

    public AddressesApi(Addresses addresses) {
        this.addresses = addresses;
    }

    @PostMapping("/v1/officers/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@AuthenticationPrincipal Officer officer, @RequestBody Order order) {
        addresses.set(officer, Words.officer("officer", order.officer()), order.address());
    }
}
