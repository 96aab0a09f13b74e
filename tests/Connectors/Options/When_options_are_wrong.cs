using Isthmus.Connectors.Options;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoInventory;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Options;

public sealed class When_options_are_wrong
{
    [Fact]
    public void Every_problem_is_named_with_its_path_and_cure()
    {
        var problems = new ServiceCollection()
            .AddStripe(Connected.Section("Connections:stripe",
                ("BaseAddress", "http://api.stripe.com"), ("ApiVersion", "latest"), ("ApiKeySecrt", "x"),
                ("Limits:Calls", "many"), ("Limits:Retries", "99")))
            .AddZohoInventory(Connected.Section("Connections:zoho-inventory", ("OrganizationId", "abc"),
                ("Webhook:Encoding", "Base65")))
            .AddSage100(Connected.Section("Connections:sage-100", ("BaseAddress", "https://erp/agent/v1"), ("Company", "abc")))
            .BuildServiceProvider().ConnectionProblems();
        Assert.Equal(
            [
                "Connections:sage-100:Company",
                "Connections:stripe:ApiKeySecrt", "Connections:stripe:ApiVersion", "Connections:stripe:BaseAddress",
                "Connections:stripe:Limits:Calls", "Connections:stripe:Limits:Retries", "Connections:stripe:WebhookSecrets",
                "Connections:zoho-inventory:AccountsServer", "Connections:zoho-inventory:OrganizationId",
                "Connections:zoho-inventory:Webhook:Encoding",
            ],
            problems.Select(problem => problem.Name).Order(StringComparer.Ordinal));
        Assert.All(problems, problem => Assert.NotEmpty(problem.Cure));
    }

    [Fact]
    public void The_app_refuses_to_start_and_says_everything_at_once()
    {
        var app = new ServiceCollection().AddSage100(Connected.Section("Connections:sage-100",
            ("Company", "a"))).BuildServiceProvider();
        var refused = Assert.Throws<InvalidOptionsException>(app.RequireValidConnections);
        Assert.Contains("Connections:sage-100:BaseAddress", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Connections:sage-100:Company", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sk_live_51H8abcdefghijklmnopqrstuvwxyz")]
    [InlineData("4eC39HqLyjWDarjtT1zdp7dc4eC39HqLyjWDarjtT1zdp7dc")]
    public void A_secret_where_its_name_belongs_is_refused_and_not_repeated(string secret)
    {
        var problem = Assert.Single(new StripeOptions { ApiKeySecret = secret, WebhookSecrets = ["signing"] }.Validate());
        Assert.Equal("ApiKeySecret", problem.Name);
        Assert.DoesNotContain(secret, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_and_tables_are_read_too()
    {
        var app = new ServiceCollection()
            .AddSage100(Connected.Section("Connections:sage-100", ("UserFields:AR_Customer:0", "UDF_A"), ("UserFields:AR_Customer:1", "UDF_B")))
            .AddZohoInventory(Connected.Section("Connections:zoho-inventory", ("SalesOrderFields:0", "cf_a"), ("Webhook:SignedText", "body")))
            .BuildServiceProvider();
        Assert.Equal(["UDF_A", "UDF_B"], app.GetRequiredService<SageOptions>().UserFields["AR_Customer"]);
        Assert.Equal(["cf_a"], app.GetRequiredService<ZohoInventoryOptions>().SalesOrderFields);
        Assert.Equal(ZohoSignedText.Body, app.GetRequiredService<ZohoInventoryOptions>().Webhook.SignedText);
    }

    [Fact]
    public void A_complete_configuration_has_no_problem()
    {
        using var app = Connected.To(new Uri("https://example.net"));
        Assert.Empty(app.ConnectionProblems());
        Assert.Equal(100_000, app.GetRequiredService<StripeOptions>().Limits.Calls);
        Assert.Equal(["zoho-webhook"], app.GetRequiredService<ZohoInventoryOptions>().Webhook.Secrets);
    }
}
