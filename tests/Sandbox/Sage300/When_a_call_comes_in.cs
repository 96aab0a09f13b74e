namespace Isthmus.Sandbox.Tests.Sage300;

public sealed class When_a_call_comes_in : WebApi
{
    [Theory]
    [InlineData("")]
    [InlineData("ZAPI:wrong")]
    [InlineData("zapi:sage300-sandbox")]
    [InlineData("ADMIN:SAGE300-SANDBOX")]
    public async Task Nobody_but_the_user_in_upper_case_is_let_in(string user)
    {
        var (status, body) = await TryAsync("GET", "AR/ARCustomers", user: user);
        Assert.Equal((401, "Unauthorized"), (status, body!["error"]!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_challenge_says_Basic()
    {
        using var response = await Sandbox.Http.GetAsync(Company + "AR/ARCustomers");
        Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task ADMIN_is_let_in_where_the_server_allows_it()
    {
        await SetAsync(new { adminAllowed = true });
        Assert.Equal(200, (await TryAsync("GET", "AR/ARCustomers", user: "ADMIN:SAGE300-SANDBOX")).Status);
    }

    [Fact]
    public async Task Without_a_content_type_the_answer_is_500_also_to_a_get()
    {
        var (status, body) = await TryAsync("GET", "AR/ARCustomers", type: null);
        Assert.Equal((500, "InternalServerError"), (status, body!["error"]!["code"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("/sage-300/Sage300WebApi/v1.0/-/samltd/AR/ARCustomers")]
    [InlineData("/sage-300/Sage300WebApi/v1.0/-/OTHER/AR/ARCustomers")]
    [InlineData("AR/Customers")]
    [InlineData("OE/ARCustomers")]
    public async Task Another_company_or_resource_is_not_there(string path) =>
        Assert.Equal("404 ResourceNotFound", await RefusalAsync("GET", path));

    [Fact]
    public async Task A_module_without_the_right_is_forbidden_and_the_others_are_not()
    {
        await SetAsync(new { forbidden = new[] { "OE" } });
        Assert.Equal("403 Forbidden", await RefusalAsync("GET", "OE/OEOrders"));
        await GetAsync("AR/ARCustomers");
    }

    [Theory]
    [InlineData("PUT", "OE/OEOrders(1)")]
    [InlineData("PATCH", "OE/OEOrders(1)")]
    [InlineData("DELETE", "OE/OEOrders(1)")]
    [InlineData("POST", "OE/OEInvoices")]
    [InlineData("PUT", "AR/ARInvoiceBatches(1)")]
    [InlineData("DELETE", "AR/ARInvoiceBatches(1)")]
    [InlineData("POST", "AR/ARPostedDocuments")]
    [InlineData("GET", "IC/ICDayEndProcessing('$process')")]
    [InlineData("DELETE", "AR/ARCustomers")]
    public async Task Verbs_are_as_the_endpoint_list_has_them(string method, string path) =>
        Assert.Equal("405 MethodNotAllowed", await RefusalAsync(method, path, new { }));

    [Theory]
    [InlineData("AR/ARCustomers('A'", "404 ResourceNotFound")]
    [InlineData("OE/OEOrders('x')", "400 InvalidEntityKey")]
    [InlineData("OE/OEOrders(CustomerNumber='x')", "400 InvalidEntityKey")]
    [InlineData("AR/ARPostedDocuments('A')", "400 InvalidEntityKey")]
    [InlineData("AR/ARCustomers('A','B')", "400 InvalidEntityKey")]
    [InlineData("AR/ARCustomers('NOBODY')", "404 RecordNotFound")]
    public async Task Keys_are_read_strictly(string path, string refusal) => Assert.Equal(refusal, await RefusalAsync("GET", path));

    [Fact]
    public async Task Keys_may_be_quoted_bare_named_and_in_any_order()
    {
        await PostAsync("AR/ARCustomers", new { CustomerNumber = "O'B/1", GroupCode = "WHL", CustomerName = "x" });
        await GetAsync("AR/ARCustomers('O''B%2F1')");
        await GetAsync("AR/ARCustomers(CustomerNumber='o''b%2F1')");
        await CustomerAsync("1200");
        await GetAsync("AR/ARCustomers(1200)");
        await PostAsync("AR/ARInvoiceBatches", new { BatchStatus = "ReadyToPost",
            Invoices = new[] { new { CustomerNumber = "1200", DocumentNumber = "D1" } } });
        await ControlAsync("batches", new { });
        await GetAsync("AR/ARPostedDocuments(DocumentNumber='D1',CustomerNumber='1200')");
        await GetAsync("AR/ARPostedDocuments('1200','D1')");
    }

    [Fact]
    public async Task A_template_is_what_the_view_offers_and_nothing_is_stored()
    {
        var (status, body) = await TryAsync("POST", "OE/OEOrders('$template')", new { });
        Assert.Equal((200, "*** NEW ***"), (status, body!["OrderNumber"]!.GetValue<string>()));
        Assert.Equal("400 InvalidAction", await RefusalAsync("POST", "OE/OEOrders('$process')", new { }));
        Assert.Empty((await GetAsync("OE/OEOrders"))["value"]!.AsArray());
    }

    [Fact]
    public async Task The_web_server_answers_in_HTML_while_it_is_down()
    {
        await ControlAsync("outage", new { seconds = 60, status = 503 });
        var (status, body) = await TryAsync("GET", "AR/ARCustomers");
        Assert.Equal(503, status);
        Assert.Contains("Service Unavailable", body!.GetValue<string>(), StringComparison.Ordinal);
        await Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 61 });
        await GetAsync("AR/ARCustomers");
    }

    [Fact]
    public async Task The_first_call_after_twenty_idle_minutes_wakes_the_server_and_those_behind_it_do_not_wait()
    {
        await SetAsync(new { wakeMs = 60_000 });
        await WakeAsync();
        await GetAsync("AR/ARCustomers");
        await Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 1201 });
        await WakeAsync();
    }

    [Fact]
    public async Task A_fault_may_come_after_the_record_was_stored()
    {
        await Sandbox.PostAsync("/_sandbox/faults", new { vendor = "sage-300", kind = "stored-error", match = "POST ARCustomers", count = 1 });
        Assert.Equal("500 InternalServerError", await RefusalAsync("POST", "AR/ARCustomers", new { CustomerNumber = "A", GroupCode = "WHL" }));
        Assert.Equal("409 RecordDuplicate", await RefusalAsync("POST", "AR/ARCustomers", new { CustomerNumber = "A", GroupCode = "WHL" }));
    }

    [Fact]
    public async Task Each_module_describes_itself()
    {
        var (status, body) = await TryAsync("GET", "AR/$metadata");
        Assert.Equal(200, status);
        Assert.Contains("Name=\"CustomerNumber\" Type=\"Edm.String\" MaxLength=\"12\"", body!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("404 ResourceNotFound", await RefusalAsync("GET", "XX/$metadata"));
    }

    /// <summary>Of two calls one wakes the server up, and has its answer when the minute is over that this takes.</summary>
    private async Task WakeAsync()
    {
        var (one, other) = (GetAsync("AR/ARCustomers"), GetAsync("AR/ARCustomers"));
        var waking = await Task.WhenAny(one, other) == one ? other : one;
        await GetAsync("AR/ARCustomers");
        Assert.False(waking.IsCompleted);
        await Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 61 });
        await waking;
    }
}
