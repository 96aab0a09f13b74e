using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using static Isthmus.Connectors.Tests.Support.Failing;
using static Isthmus.Connectors.Tests.ZohoCrm.ScriptedCrm;

namespace Isthmus.Connectors.Tests.ZohoCrm;

public sealed class Credits
{
    [Fact]
    public async Task Are_counted_as_Zoho_counts_them()
    {
        await using var crm = await StartAsync();
        crm.Server.Otherwise = _ => (204, "");
        await crm.Client.GetAsync("Accounts", "1");
        await crm.Client.QueryAsync(new CrmQuery("Accounts", ["id"], null, null)).ToListAsync();
        await crm.Client.ListDeletedAsync("Accounts", null).ToListAsync();
        Assert.Equal(4, crm.Client.Credits.Used);
        crm.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(0, crm.Client.Credits.Used);
    }

    [Fact]
    public async Task That_are_nearly_used_up_keep_calls_back_until_Zoho_may_say_otherwise()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(200, """{"data":[]}""", ("X-API-CREDITS-REMAINING", "300"));
        await crm.Client.GetAsync("Accounts", "1");
        var failure = await FailureOf(() => crm.Client.GetAsync("Accounts", "1"));
        Assert.Equal((FailureClass.Throttled, CrmThrottle.CreditsCode, TimeSpan.FromHours(1)), (failure.Class, failure.Code, failure.RetryAfter));
        Assert.Equal((300, 1), (crm.Client.Credits.Remaining, crm.Asked.Count));
        crm.Time.Advance(TimeSpan.FromHours(1));
        crm.Server.Then(200, TokenFor(crm.Server.Address)).Then(204, "");
        await crm.Client.GetAsync("Accounts", "1");
    }

    [Theory]
    [InlineData("Free", 5, 5_000)]
    [InlineData("standard", 10, 52_500)]
    [InlineData("Professional", 15, 55_000)]
    [InlineData("enterprise", 20, 60_000)]
    [InlineData("crmplusstarter", 10, 52_500)]
    [InlineData("zohoonestandard", 10, 52_500)]
    [InlineData("zohooneenterprise", 20, 60_000)]
    [InlineData("ultimate", 25, 70_000)]
    public async Task And_places_follow_the_edition(string edition, int places, int? allowance)
    {
        await using var crm = await StartAsync(("Limits:Concurrency", "100"));
        crm.Server.Then(200, $$$"""
            {"org":[{"id":"1","zgid":"2","license_details":{"paid":true,"paid_type":"{{{edition}}}","users_license_purchased":10}}]}
            """);
        var org = await crm.Client.GetOrgAsync();
        Assert.Equal(allowance, crm.Client.Credits.Allowance);
        Assert.Equal(places, CrmPlaces.OfTier(org.Tier));
        Assert.Equal(places >= 15, org.HasInventory);
    }

    [Fact]
    public async Task Places_let_in_as_many_as_there_are_and_the_next_when_one_leaves()
    {
        var places = new AdjustablePlaces(1);
        await places.EnterAsync(default);
        var (second, third) = (places.EnterAsync(default), places.EnterAsync(default));
        Assert.False(second.IsCompleted);
        places.Most = 2;
        await second;
        Assert.False(third.IsCompleted);
        places.Leave();
        await third;
    }

    [Fact]
    public async Task Places_are_not_taken_by_those_who_gave_up()
    {
        var places = new AdjustablePlaces(1);
        await places.EnterAsync(default);
        using var impatient = new CancellationTokenSource();
        var gone = places.EnterAsync(impatient.Token);
        var next = places.EnterAsync(default);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        places.Leave();
        await next;
    }
}
