using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Checks;

public sealed class Connection_checks : IAsyncLifetime
{
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Of_a_good_Stripe_account_have_nothing_to_complain_about()
    {
        server.Otherwise = Stripe("false",
            """{"url":"https://us.example/hook","status":"enabled","enabled_events":["*"],"api_version":"2026-03-25.dahlia"}""");
        var report = await CheckAsync("stripe", ("WebhookAddress", "https://us.example/hook"));
        Assert.All(report.Steps, step => Assert.Equal(CheckOutcome.Ok, step.Outcome));
        Assert.Equal(5, report.Steps.Count);
    }

    [Theory]
    [InlineData("sk_live_1", "API key in the vault", "sk_test_")]
    [InlineData("pk_test_1", "API key in the vault", "secret")]
    public async Task Of_Stripe_name_a_key_of_the_wrong_kind_without_calling(string key, string step, string cure)
    {
        var vault = new ListedVault(("stripe-api-key", key), ("stripe-signing", "whsec_1"));
        var report = await CheckAsync("stripe", vault);
        var failed = Assert.Single(report.Steps, each => each.Outcome == CheckOutcome.Failed);
        Assert.Equal(step, failed.Name);
        Assert.Contains(cure, failed.Cure, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.Contains(report.Steps, each => each.Outcome == CheckOutcome.Skipped);
    }

    [Theory]
    [InlineData("""{"url":"https://us.example/hook","status":"disabled","enabled_events":["*"]}""", "disabled")]
    [InlineData("""{"url":"https://us.example/hook","status":"enabled","enabled_events":["charge.succeeded"]}""",
        "payment_intent.succeeded")]
    [InlineData("""{"url":"https://other.example/hook","status":"enabled","enabled_events":["*"]}""", "None of the account's 1")]
    public async Task Of_Stripe_say_what_is_wrong_with_the_endpoint(string endpoint, string words)
    {
        server.Otherwise = Stripe("false", endpoint);
        var report = await CheckAsync("stripe", ("WebhookAddress", "https://us.example/hook"));
        Assert.False(report.Ok);
        Assert.Contains(words, report.Steps.Single(step => step.Outcome == CheckOutcome.Failed).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_Stripe_warn_when_the_endpoint_speaks_another_version()
    {
        server.Otherwise = Stripe("false",
            """{"url":"https://us.example/hook","status":"enabled","enabled_events":["*"],"api_version":"2025-03-31.basil"}""");
        var report = await CheckAsync("stripe", ("WebhookAddress", "https://us.example/hook"));
        Assert.True(report.Ok);
        Assert.Contains("2025-03-31.basil", report.Steps.Single(step => step.Outcome == CheckOutcome.Warning).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_Zoho_list_the_organisations_that_can_be_used()
    {
        server.Otherwise = Zoho("ZohoInventory.FullAccess.all", """{"organization_id":"1"},{"organization_id":"2"}""");
        var failed = (await CheckAsync("zoho-inventory")).Steps.Single(step => step.Outcome == CheckOutcome.Failed);
        Assert.Equal(("organisation", "Set OrganizationId to one of: 1, 2."), (failed.Name, failed.Cure));
    }

    [Fact]
    public async Task Of_Zoho_name_the_scopes_that_were_not_granted()
    {
        server.Otherwise = Zoho(
            "ZohoInventory.contacts.ALL ZohoInventory.items.ALL ZohoInventory.salesorders.ALL ZohoInventory.invoices.ALL "
            + "ZohoInventory.creditnotes.ALL ZohoInventory.salesreturns.ALL ZohoInventory.inventoryadjustments.ALL,"
            + "ZohoInventory.purchaseorders.ALL,ZohoInventory.purchasereceives.ALL,"
            + "ZohoInventory.packages.READ,ZohoInventory.shipmentorders.READ,ZohoInventory.settings.READ",
            """{"organization_id":"10234695","currency_code":"GBP"}""");
        var failed = (await CheckAsync("zoho-inventory")).Steps.Single(step => step.Outcome == CheckOutcome.Failed);
        Assert.Equal(
            "Not granted: ZohoInventory.customerpayments.CREATE, ZohoInventory.customerpayments.READ, ZohoInventory.customerpayments.UPDATE.",
            failed.Message);
    }

    [Fact]
    public async Task Of_Zoho_stop_at_a_dead_refresh_token_and_say_how_to_get_another()
    {
        server.Otherwise = _ => (200, """{"error":"invalid_code"}""");
        var report = await CheckAsync("zoho-inventory");
        var failed = report.Steps.Single(step => step.Outcome == CheckOutcome.Failed);
        Assert.Contains("consent", failed.Cure, StringComparison.Ordinal);
        Assert.Equal(5, report.Steps.Count(step => step.Outcome == CheckOutcome.Skipped));
    }

    [Fact]
    public async Task Of_Sage_name_the_company_codes_and_the_missing_fields()
    {
        server.Otherwise = request => request.Path.EndsWith("/about", StringComparison.Ordinal)
            ? (200, """{"agent":"1.0.0","protocol":1,"sage":"2023","companies":["ABC"],"timeZone":"UTC"}""")
            : request.Path.EndsWith("/query", StringComparison.Ordinal) ? (200, """{"rows":[],"next":null}""")
            : (200, """{"columns":[{"name":"UDF_EXTERNAL_ID","type":"text","length":60}]}""");
        var report = await CheckAsync("sage-100");
        Assert.Equal("SO_SalesOrder has no UDF_STRIPE_PI.",
            report.Steps.Single(step => step.Outcome == CheckOutcome.Failed).Message);
        Assert.Single(report.Steps, step => step.Outcome == CheckOutcome.Warning);
        Assert.Contains("ABC",
            (await CheckAsync("sage-100", ("Company", "XYZ"))).Steps.Single(step =>
            step.Outcome == CheckOutcome.Failed).Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begin_with_the_configuration_and_go_no_further_when_it_is_incomplete()
    {
        var report = await CheckAsync("sage-100", ("Company", "abc"), ("CustomerDivision", "1"));
        Assert.Equal(2, report.Steps.Count(step => step.Outcome == CheckOutcome.Failed));
        Assert.Empty(server.Requests);
    }

    private Task<ConnectionReport> CheckAsync(string id, params (string, string)[] settings) =>
        CheckAsync(id, Connected.Vault, settings);

    private Task<ConnectionReport> CheckAsync(string id, ISecretVault vault, params (string, string)[] settings) => Connected
        .To(server.Address, null, vault,
            [("Limits:Retries", "0"), .. settings]).GetServices<IConnectionCheck>().Single(check =>
            check.Connection == id).CheckAsync();

    private static Func<ReceivedRequest, (int, string)> Stripe(string live, string endpoint) => request =>
        request.Path.EndsWith("balance", StringComparison.Ordinal)
            ? (200, $$"""{"object":"balance","livemode":{{live}} }""")
                : (200, $$"""{"object":"list","has_more":false,"data":[{{endpoint}}]}""");

    private Func<ReceivedRequest, (int, string)> Zoho(string scope, string organisations) => request => request.Path switch
    {
        "/zoho-accounts/oauth/v2/token" =>
            (200, $$"""{"access_token":"t","api_domain":"{{server.Address}}","scope":"{{scope}}"}"""),
        "/inventory/v1/organizations" => (200, $$"""{"code":0,"organizations":[{{organisations}}]}"""),
        _ => (200, """{"code":0}"""),
    };
}
