using System.Net.Http.Headers;
using System.Text;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_a_call_is_admitted : ZohoTest
{
    private static readonly string[] scopes = ["ZohoInventory.contacts.READ", "ZohoInventory.items.ALL"];

    [Fact]
    public async Task Bearer_is_refused_although_the_token_answer_says_Bearer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get,
            $"{ZohoClient.Root}/contacts?organization_id={ZohoClient.Organization}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Zoho.Token);
        using var response = await Zoho.Server.Http.SendAsync(request);
        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_token_expires_after_an_hour()
    {
        (await Zoho.GetAsync("/contacts")).Accepted();
        await Zoho.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 3600 });
        var reply = await Zoho.GetAsync("/contacts");
        Assert.Equal(401, reply.Status);
        reply.Refused(14, "Invalid OAuth token");
    }

    [Fact]
    public async Task A_token_can_be_made_to_expire_in_mid_flow()
    {
        await Zoho.Server.PostAsync("/_sandbox/faults",
            new { vendor = "zoho-inventory", match = "/contacts", kind = "token-expiry", count = 1 });
        Assert.Equal(14, (await Zoho.GetAsync("/contacts")).Code);
        Assert.Equal(14, (await Zoho.GetAsync("/contacts")).Code);
        await Zoho.RenewAsync();
        (await Zoho.GetAsync("/contacts")).Accepted();
    }

    [Theory]
    [InlineData("")]
    [InlineData("99")]
    public async Task A_foreign_organisation_is_refused(string organization) =>
        (await Zoho.SendAsync(HttpMethod.Get, "/contacts", null, organization)).Refused(6041, "not associated");

    [Fact]
    public async Task The_list_of_organisations_needs_no_organisation()
    {
        var reply = await Zoho.SendAsync(HttpMethod.Get, "/organizations", null, "");
        Assert.Equal("GBP", Shop.Text(reply.Accepted()["organizations"][0]!, "currency_code"));
    }

    [Fact]
    public async Task A_scope_that_was_not_granted_is_refused()
    {
        await Zoho.ControlAsync("/clients", new
        {
            clientId = "1000.READER",
            clientSecret = "reader",
            refreshToken = "1000.reader",
            scopes,
        });
        await Zoho.RenewAsync(ZohoClient.Refresh.Replace("1000.SANDBOX", "1000.READER")
            .Replace("zoho-sandbox-secret", "reader").Replace("1000.sandbox.refresh", "1000.reader"));
        (await Zoho.GetAsync("/contacts")).Accepted();
        (await Zoho.PostAsync("/items", new { name = "Bottle" })).Accepted();
        var refused = await Zoho.PostAsync("/contacts", new { contact_name = "Ada" });
        Assert.Equal(401, refused.Status);
        refused.Refused(57, "not authorized");
    }

    [Fact]
    public async Task An_unknown_address_is_code_5() => (await Zoho.GetAsync("/salesorder")).Refused(5, "Invalid URL");

    [Fact]
    public async Task A_method_that_is_not_served_is_code_37()
    {
        var reply = await Zoho.GetAsync("/salesorders/1/status/confirmed");
        Assert.Equal(405, reply.Status);
        Assert.Equal(37, reply.Code);
    }

    [Theory]
    [InlineData("{\"contact_name\":", "application/json")]
    [InlineData("contact_name=Ada", "application/x-www-form-urlencoded")]
    public async Task What_is_not_JSON_is_code_1038(string body, string type) =>
        (await Zoho.PostAsync("/contacts", new StringContent(body, Encoding.UTF8, type)))
            .Refused(1038, "JSON is not well formed");

    [Fact]
    public async Task The_old_form_field_with_JSON_is_taken()
    {
        var form = new FormUrlEncodedContent([new("JSONString", "{\"contact_name\":\"Ada\"}")]);
        (await Zoho.PostAsync("/contacts", form)).Accepted();
    }

    [Fact]
    public async Task Refusals_can_be_made_to_come_with_status_200()
    {
        await Zoho.SetAsync(new { refusalsAsOk = true });
        var reply = await Zoho.PostAsync("/contacts", new { contact_name = 5 });
        Assert.Equal(200, reply.Status);
        Assert.Equal(4, reply.Code);
    }
}
