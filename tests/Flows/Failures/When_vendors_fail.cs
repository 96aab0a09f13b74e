using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Failures;

public sealed class When_vendors_fail
{
    /// <summary>Every outbound write of the two flows, by vendor and path.</summary>
    public static TheoryData<string, string> Writes => new()
    {
        { "zoho-inventory", "POST /zoho-inventory/inventory/v1/contacts" },
        { "zoho-inventory", "POST /zoho-inventory/inventory/v1/salesorders?" },
        { "zoho-inventory", "/status/confirmed" },
        { "zoho-inventory", "POST /zoho-inventory/inventory/v1/invoices?" },
        { "zoho-inventory", "/status/sent" },
        { "zoho-inventory", "POST /zoho-inventory/inventory/v1/customerpayments" },
        { "stripe", "POST /v1/payment_intents" },
        { "sage-100", "/numbers" },
        { "sage-100", "/write" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public Task An_answer_lost_after_the_write_doubles_nothing(string vendor, string match) =>
        Survives(new { vendor, match, kind = "drop-after", count = 2 });

    [Theory]
    [MemberData(nameof(Writes))]
    public Task A_call_that_never_arrived_is_made_again(string vendor, string match) =>
        Survives(new { vendor, match, kind = "drop-before", count = 2 });

    [Theory]
    [MemberData(nameof(Writes))]
    public Task A_server_error_after_the_write_doubles_nothing(string vendor, string match) =>
        Survives(new { vendor, match, kind = "status-after", status = 500, count = 2 });

    [Theory]
    [InlineData("stripe", "/v1/", 429)]
    [InlineData("zoho-inventory", "/inventory/v1/", 429)]
    [InlineData("sage-100", "/agent/v1/", 429)]
    [InlineData("stripe", "/v1/", 503)]
    [InlineData("zoho-inventory", "/inventory/v1/", 503)]
    [InlineData("sage-100", "/agent/v1/", 503)]
    public Task A_storm_of_refusals_passes(string vendor, string match, int status) =>
        Survives(new { vendor, match, kind = "status", status, count = 8, retryAfterSeconds = 1 });

    [Theory]
    [InlineData("stripe")]
    [InlineData("zoho-inventory")]
    [InlineData("sage-100")]
    public Task Answers_cut_in_half_are_asked_for_again(string vendor) => Survives(new { vendor, kind = "malformed-body", count = 4 });

    [Theory]
    [InlineData("zoho-inventory", "POST /zoho-inventory/inventory/v1/invoices?", 409)]
    [InlineData("zoho-inventory", "POST /zoho-inventory/inventory/v1/customerpayments", 404)]
    [InlineData("stripe", "POST /v1/payment_intents", 400)]
    [InlineData("sage-100", "/write", 422)]
    public Task A_page_instead_of_a_refusal_after_the_write_doubles_nothing_and_fails_nothing(string vendor, string match, int status) =>
        Survives(new { vendor, match, kind = "status-after", status, code = "html", count = 2 });

    [Fact]
    public Task A_token_that_expires_in_mid_flow_is_renewed() => Survives(new { vendor = "zoho-inventory", kind = "token-expiry", count = 3 });

    [Fact]
    public Task An_error_that_Stripe_remembers_is_not_asked_for_for_ever() => Survives(new { vendor = "stripe", kind = "stored-error", count = 1 });

    [Fact]
    public Task A_locked_record_is_written_when_it_is_free() => Survives(new { vendor = "sage-100", kind = "record-lock", count = 3 });

    private static async Task Survives(object fault)
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        await world.FaultAsync(fault);

        var paid = await world.CheckoutAsync(Orders.Simple());

        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
    }
}
