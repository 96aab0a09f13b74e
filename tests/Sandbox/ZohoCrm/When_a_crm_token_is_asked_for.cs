namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_a_crm_token_is_asked_for : CrmTest
{
    [Fact]
    public async Task It_names_the_host_of_the_crm()
    {
        var answer = await Crm.RenewAsync();
        Assert.EndsWith("/zoho-crm", (string)answer["api_domain"]!);
        Assert.Contains("ZohoCRM.modules.ALL", (string)answer["scope"]!);
        Assert.Null(answer["refresh_token"]);
        Assert.Single((await Crm.GetAsync("/org")).Headers.GetValues("X-ACCESSTOKEN-RESET"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(200)]
    public async Task One_too_many_is_denied_with_either_status(int status)
    {
        await Crm.SetAsync(new { accessDeniedStatus = status });
        for (var i = 1; i < 10; i++) Assert.NotNull((await Crm.RenewAsync())["access_token"]);
        var denied = await Crm.RenewAsync();
        Assert.Equal(("Access Denied", status), ((string)denied["error"]!, Crm.LastStatus));
    }

    [Fact]
    public async Task The_sixteenth_live_token_ends_the_first()
    {
        await Crm.SetAsync(new { tokensPerTenMinutes = 0 });
        for (var i = 1; i < 15; i++) await Crm.RenewAsync();
        Assert.Equal(200, (await Crm.GetAsync("/org")).Status);
        await Crm.RenewAsync();
        (await Crm.GetAsync("/org")).Refused("INVALID_TOKEN", 401);
    }

    [Fact]
    public async Task An_organisation_that_moves_to_Canada_is_found_by_the_answer()
    {
        await Crm.ControlAsync("/datacenter", new { location = "ca" });
        (await Crm.GetAsync("/org")).Refused("INVALID_TOKEN", 401);
        var answer = await Crm.RenewAsync();
        Assert.EndsWith("/zoho-crm-ca", (string)answer["api_domain"]!);
        (Crm.Token, Crm.Root) = ((string)answer["access_token"]!, "/zoho-crm-ca/crm/v8");
        Assert.Equal(200, (await Crm.GetAsync("/org")).Status);
        Assert.NotNull((await Crm.RenewAsync("/zoho-accounts-ca"))["access_token"]);
    }

    [Fact]
    public async Task The_accounts_server_of_another_place_knows_no_such_grant()
    {
        Assert.Equal("invalid_code", (string)(await Crm.RenewAsync("/zoho-accounts-ca"))["error"]!);
        await Crm.ControlAsync("/datacenter", new { location = "ca", firstAccountsStays = false });
        Assert.Equal("invalid_code", (string)(await Crm.RenewAsync())["error"]!);
    }

    [Fact]
    public async Task A_token_covers_only_its_scopes()
    {
        await Crm.ControlAsync("/clients", new
        {
            clientId = "1000.CRMSANDBOX", clientSecret = "crm-sandbox-secret", refreshToken = "1000.crm.sandbox.refresh",
            scopes = new[] { "ZohoCRM.modules.accounts.READ" },
        });
        Crm.Token = (string)(await Crm.RenewAsync())["access_token"]!;
        Assert.Equal(204, (await Crm.GetAsync("/Accounts?fields=Account_Name")).Status);
        (await Crm.GetAsync("/Contacts?fields=Last_Name")).Refused("OAUTH_SCOPE_MISMATCH", 401);
        (await Crm.PostAsync("/Accounts", new { data = new[] { new { Account_Name = "A" } } })).Refused(
            "OAUTH_SCOPE_MISMATCH", 401);
    }

    [Fact]
    public async Task A_call_without_a_token_or_with_another_scheme_is_refused()
    {
        Crm.Token = "1000.nobody";
        (await Crm.GetAsync("/org")).Refused("INVALID_TOKEN", 401);
        using var response = await Crm.Server.Http.GetAsync("/zoho-crm/crm/v8/org");
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Contains("AUTHENTICATION_FAILURE", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_token_that_the_fault_ends_is_invalid_from_then_on()
    {
        await Crm.Server.PostAsync("/_sandbox/faults", new { vendor = "zoho-crm", kind = "token-expiry", count = 1 });
        (await Crm.GetAsync("/org")).Refused("INVALID_TOKEN", 401);
        (await Crm.GetAsync("/org")).Refused("INVALID_TOKEN", 401);
    }
}
